"""The server put together: content, limits, headers, health, and Dash's files from memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from dash import Dash
from flask import Flask, Response, abort, request

from dashboard.asset_book import AssetBook
from dashboard.cross_origin import install_cross_origin
from dashboard.dash_files import PrivateDash, take
from dashboard.delivery import IMMUTABLE, REVALIDATE, Encoded, Encoder, answer, encode_page
from dashboard.guard import install_guard
from dashboard.headers import install_headers
from dashboard.health import install_health
from dashboard.problems import install_problem_answers
from dashboard.sentences import say
from dashboard.settings import Settings
from dashboard.shell import Shell
from dashboard.site_contract import Site, View

_HTML = "text/html; charset=utf-8"
_PAGES_KEPT = 64

Query = tuple[tuple[str, tuple[str, ...]], ...]


def create_app(settings: Settings, site: Site) -> Dash:
    """Build the application; `server` of the result is the Flask server that readers reach.

    Raises DashError when Dash gives something else than was expected, and OSError for unreadable assets.
    """
    encoder = Encoder(settings.cache_folder)
    assets = AssetBook.read(settings.assets_folder, encoder)
    app = PrivateDash()
    app.layout = site.layout
    site.register(app)
    files = take(app, encoder)

    server = Flask("dashboard", static_folder=None)
    install_guard(server)
    install_headers(server)
    install_cross_origin(server)
    install_problem_answers(server, assets)
    install_health(server, site.readiness)
    site.routes(server, assets)
    for address, content in files.contents.items():
        _add_file(server, address, content)
    server.add_url_rule("/assets/<path:name>", "assets", partial(_asset, assets))
    shell = Shell(assets, files)
    for path, view in site.views().items():
        server.add_url_rule(path, f"view {path}", _kept(view, site, shell))
    app.server = server
    server.test_client().get("/")  # the first request of a process is slower; no reader should be the one to make it
    return app


def _add_file(server: Flask, address: str, content: Encoded) -> None:
    lasting = IMMUTABLE if address.startswith("/_dash-component-suites/") else REVALIDATE
    server.add_url_rule(address, address.replace(".", "-"), partial(answer, content, lasting))


def _asset(assets: AssetBook, name: str) -> Response:
    content = assets.find(f"/assets/{name}")
    if content is None:
        abort(404, say("refused.asset"))
    return answer(content, IMMUTABLE)


def _kept(view: View, site: Site, shell: Shell) -> Callable[[], Response]:
    """Pages are kept by their query, and by the host that full addresses in them name, so that each is made once."""

    @lru_cache(maxsize=_PAGES_KEPT)
    def page(query: Query, _data_version: str, _host: str) -> Encoded:
        content = view({name: list(values) for name, values in query})
        return encode_page(shell.document(content).encode(), _HTML)

    def show() -> Response:
        query = tuple(sorted((name, tuple(values)) for name, values in request.args.to_dict(flat=False).items()))
        return answer(page(query, site.data_version, request.host_url), REVALIDATE)

    return show
