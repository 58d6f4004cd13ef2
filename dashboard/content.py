"""The site's content over one data version: what the web side (factory.py) asks a site for."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, Response, abort, request

from dashboard import callbacks, downloads, pages, selection, store, tokens, views
from dashboard.asset_book import STYLESHEET, AssetBook
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.layout import layout
from dashboard.pages.explorer import ExplorerPage
from dashboard.pages.facts import FactPages
from dashboard.problems import Problem
from dashboard.settings import Settings
from dashboard.site_contract import Page, Readiness
from etl.problems import nearest

_HTML = "text/html; charset=utf-8"
_CSV = "text/csv; charset=utf-8"


class FiguresSite:
    """Pages and files of the published figures."""

    def __init__(self, settings: Settings) -> None:
        """Read the package and the design tokens. Raises PackageError or ValueError."""
        self._settings = settings
        self._store = store.load(settings.package_folder)
        self._explorer = views.explorer(self._store)
        self._templates = pages.environment()
        colours = tokens.read(settings.assets_folder)
        self._page = ExplorerPage(self._store, self._explorer, self._templates, colours)
        self._facts = FactPages(self._store, self._explorer, self._templates)

    @property
    def data_version(self) -> str:
        """The version of the data served."""
        return self._store.data_version

    @property
    def layout(self) -> Component:
        """What Dash mounts."""
        return layout()

    def index(self, query: Mapping[str, list[str]], base_url: str) -> Page | Problem:
        """The page at `/`; a Problem in words for a filter that does not exist."""
        del base_url  # every address in the page is relative to its own host
        try:
            chosen = selection.parse(query, self._explorer.tree)
        except selection.SelectionError as error:
            return Problem(HTTPStatus.BAD_REQUEST, str(error))
        return self._page.render(chosen)

    def register(self, app: Dash) -> None:
        """Add the callbacks, which run in the browser."""
        callbacks.register(app)

    def readiness(self) -> Readiness:
        """Ready, because a site without data can't be made."""
        return Readiness(ok=True, data_version=self.data_version, figures=len(self._store.figures))

    def routes(self, server: Flask, assets: AssetBook) -> None:
        """Add the fact pages and the files."""
        self._templates.globals["stylesheet"] = assets.url(STYLESHEET)
        self._templates.globals["icon"] = assets.url("favicon.svg")
        server.add_url_rule("/figure/<figure_id>", "figure", self._figure)
        server.add_url_rule("/source/<source_id>", "source", self._source)
        server.add_url_rule("/data/figures.csv", "figures_csv", self._figures_csv)
        server.add_url_rule("/data/<name>", "table", self._table)

    def _figure(self, figure_id: str) -> Response:
        _known(figure_id, self._facts.figure_ids, "figure")
        return _page(self._facts.figure(figure_id))

    def _source(self, source_id: str) -> Response:
        _known(source_id, self._facts.source_ids, "source")
        return _page(self._facts.source(source_id))

    def _figures_csv(self) -> Response:
        try:
            chosen = selection.parse(request.args.to_dict(flat=False), self._explorer.tree)
        except selection.SelectionError as error:
            abort(HTTPStatus.BAD_REQUEST, str(error))
        agencies = chosen.includes(self._explorer.tree)
        base_url = self._settings.base_url(request.host_url)
        content = downloads.figures_csv(self._store.figures, agencies, base_url)
        name = "-".join(["border-figures", *chosen.agencies])
        return _file(content, _CSV, f"{name}.csv")

    def _table(self, name: str) -> Response:
        _known(name, list(self._store.files), "file")
        content = self._store.files[name]
        if name.endswith(".json"):
            return _file(content, "application/json", name)
        return _file(downloads.table_csv(content), _CSV, f"border-{name}")


def _known(name: str, accepted: list[str], kind: str) -> None:
    """Answer 404 in words for a name that does not exist."""
    if name not in accepted:
        alike = nearest(name, accepted)
        close = f" Did you mean {alike}?" if alike else ""
        few = f" There are: {', '.join(accepted)}." if len(accepted) <= 12 else ""  # noqa: PLR2004
        abort(HTTPStatus.NOT_FOUND, f"There is no {kind} of this name.{close}{few}")


def _page(text: str) -> Response:
    return answer(encode_page(text.encode(), _HTML), REVALIDATE)


def _file(content: bytes, content_type: str, name: str) -> Response:
    response = answer(encode_page(content, content_type), REVALIDATE)
    if not name.endswith(".json"):
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
