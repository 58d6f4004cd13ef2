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
from dash.fingerprint import check_fingerprint
from flask import Flask
from flask.testing import FlaskClient

from dashboard.delivery import Encoded, Encoder

# What Dash puts into every page, by path inside its package. Nothing in our page is made of the second
# group, which would be a third of its bytes. A script in neither group stops the start: Dash has changed, or
# a DASH_ variable of the environment has turned on its developer bundles.
KEPT: Final = (
    "deps/react@18.3.1.min.js",
    "deps/react-dom@18.3.1.min.js",
    "deps/prop-types@15.8.1.min.js",
    "dash-renderer/build/dash_renderer.min.js",
    "html/dash_html_components.min.js",
)
DROPPED: Final = (
    "deps/polyfill@7.12.1.min.js",
    "dcc/dash_core_components.js",
    "dcc/dash_core_components-shared.js",
    "dash_table/bundle.js",
)

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
_LAYOUT, _DEPENDENCIES = "/_dash-layout", "/_dash-dependencies"
_SUITE: Final = "/_dash-component-suites/dash/"
# The line that assets/start.js stands for.
_START: Final = "var renderer = new DashRenderer();"


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
    """Ask Dash for everything that the page needs.

    Raises DashError when an answer is not as expected, and for callbacks that could not work: those on the
    server, which refuses them, and those whose JavaScript would stand in the page, where the
    Content-Security-Policy refuses it.
    """
    client = app.server.test_client()
    _get(client, "/")
    config = _CONFIG.search(app.parts["config"])
    if config is None:
        raise DashError("Dash's index page holds no configuration where it is looked for.")
    if _START not in app.parts["renderer"]:
        raise DashError(f"Dash starts with {app.parts['renderer']!r}; expected was {_START!r}, as in assets/start.js.")
    scripts = kept_scripts(app.parts["scripts"])
    contents = {}
    for address in (*scripts, _LAYOUT, _DEPENDENCIES):
        body, content_type = _get(client, address)
        contents[address] = encoder.encode(body, content_type)
    _check_callbacks(contents[_DEPENDENCIES].raw)
    settings = json.loads(config[1])
    return DashFiles(contents, scripts, {name: settings[name] for name in _KEPT_CONFIG if name in settings})


def kept_scripts(tags: str) -> tuple[str, ...]:
    """The addresses of the scripts that the page needs, from Dash's script tags, one a line."""
    found = {}
    for tag in filter(None, tags.split("\n")):
        source = _SOURCE.fullmatch(tag)
        if source is None:
            raise DashError(f"Dash would put the script {tag[:80]!r} into the page; accepted are files in assets/.")
        found[_path(source[1])] = source[1]
    if found.keys() != {*KEPT, *DROPPED}:
        unlike = sorted(found.keys() ^ {*KEPT, *DROPPED})
        raise DashError(f"Dash's scripts are not those of the version that this was written for: {', '.join(unlike)}.")
    return tuple(address for path, address in found.items() if path in KEPT)


def _path(address: str) -> str:
    path, _ = check_fingerprint(address.removeprefix(_SUITE))  # type: ignore[no-untyped-call]  # Dash gives no types
    return str(path)


def _check_callbacks(dependencies: bytes) -> None:
    on_server = [entry["output"] for entry in json.loads(dependencies) if not entry["clientside_function"]]
    if on_server:
        raise DashError(f"The callbacks of {', '.join(on_server)} run on the server; accepted is a ClientsideFunction.")


def _get(client: FlaskClient, address: str) -> tuple[bytes, str]:
    response = client.get(address)
    if response.status_code != 200:  # noqa: PLR2004
        raise DashError(f"Dash answers {response.status_code} for {address}.")
    return response.data, response.headers["Content-Type"]
