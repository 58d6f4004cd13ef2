"""How gunicorn runs the dashboard: `gunicorn --config dashboard/gunicorn_conf.py dashboard.app:server`.

Everything is read and compressed once, before the workers fork, and shared between them.
"""

import os

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
