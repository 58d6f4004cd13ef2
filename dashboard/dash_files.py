"""What Dash gives to the browser, taken from Dash once and then served from memory.

Dash answers any address with its index page, leaves its answers uncompressed and without validators, and
sets itself up on the first request, which races between threads. So it runs on a server of its own that
no reader reaches: at start we ask that server for each file that the page needs, and keep the answers.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from dash import Dash
from flask import Flask
from flask.testing import FlaskClient

from dashboard.delivery import Encoded, Encoder

# Nothing in the page is made of these; they would be a third of its bytes.
DROPPED: Final = ("/dcc/", "/dash_table/", "/polyfill@")

# What Dash's renderer needs of its configuration. The rest tells versions of the server's software.
_KEPT_CONFIG: Final = (
    "children_props",
    "disable_version_check",
    "props_check",
    "requests_pathname_prefix",
    "serve_locally",
    "show_undo_redo",
    "suppress_callback_exceptions",
    "ui",
    "update_title",
    "url_base_pathname",
    "validate_callbacks",
)
_SOURCE: Final = re.compile(r'<script src="([^"]+)"></script>')
_CONFIG: Final = re.compile(r'<script id="_dash-config" type="application/json">(.*)</script>', re.DOTALL)
_DATA: Final = ("/_dash-layout", "/_dash-dependencies")


class DashError(RuntimeError):
    """Something of Dash is not as expected in this version; the message says what."""


class PrivateDash(Dash):
    """Dash on a server that only this process asks; it notes the parts of its index page."""

    def __init__(self) -> None:
        """Without assets, model context protocol, or anything else that would ask or answer others."""
        private: Any = Flask("private")  # Dash's types forget that a server may be given
        super().__init__("dashboard", server=private, assets_folder="no-assets", enable_mcp=False, update_title="")
        self.parts: dict[str, str] = {}

    def interpolate_index(self, *arguments: Any, **parts: Any) -> Any:  # noqa: ANN401  (as Dash has it)
        """Note the parts; the page itself is made by shell.py."""
        self.parts = parts
        return super().interpolate_index(*arguments, **parts)  # type: ignore[no-untyped-call]  # Dash gives no types


@dataclass(frozen=True)
class DashFiles:
    """Dash's own files: their contents by address, the scripts in their order, the configuration."""

    contents: dict[str, Encoded]
    scripts: tuple[str, ...]
    config: dict[str, Any]


def take(app: PrivateDash, encoder: Encoder) -> DashFiles:
    """Ask Dash for everything that the page needs. Raises DashError when an answer is not as expected."""
    client = app.server.test_client()
    _get(client, "/")
    config = _CONFIG.search(app.parts["config"])
    if config is None:
        raise DashError("Dash's index page holds no configuration where it is looked for.")
    every = _SOURCE.findall(app.parts["scripts"])
    kept = tuple(address for address in every if not any(part in address for part in DROPPED))
    contents = {}
    for address in (*kept, *_DATA):
        body, content_type = _get(client, address)
        contents[address.partition("?")[0]] = encoder.encode(body, content_type)
    settings = json.loads(config[1])
    return DashFiles(contents, kept, {name: settings[name] for name in _KEPT_CONFIG if name in settings})


def _get(client: FlaskClient, address: str) -> tuple[bytes, str]:
    response = client.get(address)
    if response.status_code != 200:  # noqa: PLR2004
        raise DashError(f"Dash answers {response.status_code} for {address}.")
    return response.data, response.headers["Content-Type"]
