"""The site's content over one data version: what the web side (factory.py) asks a site for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache, partial
from http import HTTPStatus

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, Response, abort, request

from dashboard import callbacks, downloads, pages, selection, store, tokens
from dashboard.asset_book import AssetBook
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.layout import layout
from dashboard.library import OPENING, library
from dashboard.pages.explorer import ExplorerPage
from dashboard.pages.facts import MOST_CHARTED, FactPages
from dashboard.settings import Settings
from dashboard.site_contract import Page, Readiness
from etl.problems import nearest

_HTML = "text/html; charset=utf-8"
_CSV = "text/csv; charset=utf-8"
_MOST_IN_NAME = 4


class FiguresSite:
    """Pages and files of the published figures."""

    def __init__(self, settings: Settings) -> None:
        """Read the package and the design tokens. Raises PackageError or ValueError."""
        self._settings = settings
        self._store = store.load(settings.package_folder)
        self._library = library(self._store)
        self._tokens = tokens.read(settings.assets_folder)
        self._explorer = cache(self._make_explorer)
        self._served = lru_cache(maxsize=8)(partial(downloads.served, self._store.files))

    @property
    def data_version(self) -> str:
        """The version of the data served."""
        return self._store.data_version

    @property
    def layout(self) -> Component:
        """What Dash mounts."""
        return layout()

    def index(self, query: Mapping[str, list[str]]) -> Page:
        """The page at `/`; aborts in words for a filter that does not exist."""
        chosen = self._selection(query)
        source = chosen.source or OPENING
        figures = sum(self._store.figures["source"] == source)
        if figures > MOST_CHARTED:
            sentence = f"This source has {figures} figures, too many for bars; /source/{source} has them as a table."
            abort(HTTPStatus.BAD_REQUEST, sentence)
        return self._explorer(source).render(chosen)

    def _make_explorer(self, source: str) -> ExplorerPage:
        return ExplorerPage(self._library, source, self._templates, self._tokens)

    def _selection(self, query: Mapping[str, list[str]]) -> selection.Selection:
        try:
            return selection.parse(query, self._library.explorer.tree, self._library.sources)
        except selection.SelectionError as error:
            abort(HTTPStatus.BAD_REQUEST, str(error))

    def register(self, app: Dash) -> None:
        """Add the callbacks, which run in the browser."""
        callbacks.register(app)

    def readiness(self) -> Readiness:
        """Ready, because a site without data can't be made."""
        return Readiness(ok=True, data_version=self.data_version, figures=len(self._store.figures))

    def routes(self, server: Flask, assets: AssetBook) -> None:
        """Add the fact pages and the files."""
        self._templates = pages.environment(assets)
        facts, known = FactPages(self._library, self._templates), self._library
        for kind, names, render in (
            ("figure", known.figures, facts.figure),
            ("source", known.sources, facts.source),
            ("question", known.questions, facts.question),
            ("series", known.series, facts.one_series),
        ):
            server.add_url_rule(f"/{kind}/<id>", kind, partial(_fact, kind, names, render))
        server.add_url_rule("/questions", "questions", partial(_page, facts.questions))
        server.add_url_rule("/series", "all_series", partial(_page, facts.all_series))
        server.add_url_rule("/data/figures.csv", "figures_csv", self._figures_csv)
        server.add_url_rule("/data/<name>", "table", self._table)

    def _base_url(self) -> str:
        return self._settings.base_url(request.host_url)

    def _figures_csv(self) -> Response:
        chosen = self._selection(request.args.to_dict(flat=False))
        if not chosen.query():
            return _file(self._served(self._base_url())["figures.csv"], _CSV, "border-figures.csv")
        agencies = chosen.includes(self._library.explorer.tree)
        content = downloads.figures_csv(self._store.figures, agencies, chosen.source, self._base_url())
        few = chosen.agencies if len(chosen.agencies) <= _MOST_IN_NAME else ("selection",)
        return _file(content, _CSV, f"{'-'.join(['border-figures', *few])}.csv")

    def _table(self, name: str) -> Response:
        _refuse_filters()
        _known(name, self._store.files, "file")
        content = self._served(self._base_url())[name]
        if name.endswith(".json"):
            return _file(content, "application/json", name)
        return _file(content, _CSV, f"border-{name}")


def _fact(kind: str, names: Mapping[str, object], render: Callable[[str], str], id: str) -> Response:  # noqa: A002
    """The page of one fact; `id` is named by the address."""
    _known(id, names, kind)
    return _page(partial(render, id))


def _refuse_filters() -> None:
    """Answer 400 in words when an address that takes no filter is asked with one."""
    for name in request.args:
        if not selection.is_tracking(name):
            abort(HTTPStatus.BAD_REQUEST, "This address takes no filter; / and /data/figures.csv do.")


def _known(name: str, accepted: Collection[str], kind: str) -> None:
    """Answer 404 in words for a name that does not exist."""
    if name not in accepted:
        alike = nearest(name, accepted)
        close = f" Did you mean {alike}?" if alike else ""
        few = f" There are: {', '.join(accepted)}." if len(accepted) <= 12 else ""  # noqa: PLR2004
        abort(HTTPStatus.NOT_FOUND, f"There is no {kind} of this name.{close}{few}")


def _page(render: Callable[[], str]) -> Response:
    _refuse_filters()
    return answer(encode_page(render().encode(), _HTML), REVALIDATE)


def _file(content: bytes, content_type: str, name: str) -> Response:
    response = answer(encode_page(content, content_type), REVALIDATE)
    if not name.endswith(".json"):
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
