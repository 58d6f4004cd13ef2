"""How gunicorn runs the dashboard: `gunicorn --config dashboard/gunicorn_conf.py dashboard.app:server`.

Everything is read and compressed once, before the workers fork, and shared between them.
"""

import os
from importlib import import_module
from typing import Any

bind = os.environ.get("BORDER_FIGURES_BIND", "127.0.0.1:8050")
preload_app = True
worker_class = "gthread"
workers = 2
threads = 4
timeout = 30
graceful_timeout = 10
keepalive = 5
control_socket_disable = True
# A full selection of agencies fits many times over; longer lines come from no link of ours.
limit_request_line = 8190
limit_request_fields = 50
limit_request_field_size = 8190


def _default_headers(response: Any) -> list[str]:  # noqa: ANN401  (gunicorn gives no types)
    return [line for line in _with_server(response) if not line.startswith("Server:")]


# gunicorn has no setting for this header, which tells a reader nothing and an attacker what to try.
_response: Any = import_module("gunicorn.http.wsgi").Response
_with_server = _response.default_headers
_response.default_headers = _default_headers
