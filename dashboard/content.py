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
from dashboard.exhibits import exhibits
from dashboard.exhibits.deployment import Deployment
from dashboard.layout import layout
from dashboard.library import OPENING, library
from dashboard.pages.exhibit_page import ExhibitPage
from dashboard.pages.facts import MOST_CHARTED, FactPages
from dashboard.sentences import say
from dashboard.settings import Settings
from dashboard.site_contract import Page, Readiness, View
from dashboard.views import Explorer
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
        self._exhibits = exhibits(self._library)
        self._paths = {Deployment.name: Deployment.path, **{one.name: one.path for one in self._exhibits}}
        self._bars = cache(self._make_bars)
        self._page = cache(self._make_page)
        self._served = lru_cache(maxsize=8)(partial(downloads.served, self._store.files))

    @property
    def data_version(self) -> str:
        """The version of the data served."""
        return self._store.data_version

    @property
    def layout(self) -> Component:
        """What Dash mounts."""
        return layout()

    def views(self) -> Mapping[str, View]:
        """The pages around Dash's root by address."""
        return {"/": self._deployment, **{one.path: partial(self._view, one.name) for one in self._exhibits}}

    def _deployment(self, query: Mapping[str, list[str]]) -> Page:
        chosen = self._selection(query)
        source = chosen.source or OPENING
        figures = sum(self._store.figures["source"] == source)
        if figures > MOST_CHARTED:
            abort(HTTPStatus.BAD_REQUEST, say("deployment.too-many", count=figures, source=source))
        return self._bars(source).render(chosen)

    def _view(self, name: str, query: Mapping[str, list[str]]) -> Page:
        return self._page(name).render(self._selection(query))

    def _make_page(self, name: str) -> ExhibitPage:
        exhibit = next(one for one in self._exhibits if one.name == name)
        return ExhibitPage(self._library, exhibit, self._paths, self._templates, self._tokens)

    def _make_bars(self, source: str) -> ExhibitPage:
        exhibit = Deployment(self._library, source)
        return ExhibitPage(self._library, exhibit, self._paths, self._templates, self._tokens)

    def _selection(self, query: Mapping[str, list[str]], besides: Collection[str] = ()) -> selection.Selection:
        try:
            return selection.parse(query, self._library.vocabulary, besides)
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
        query = request.args.to_dict(flat=False)
        chosen = self._selection(query, besides=("view",))
        shown = self._shown_in(query.get("view", [""]))
        if not chosen.query() and shown is None:
            return _file(self._served(self._base_url())["figures.csv"], _CSV, "border-figures.csv")
        figures = (self._library.explorer if shown is None else shown).selected(chosen)
        content = downloads.figures_csv(self._store.figures, [view.id for view in figures], self._base_url())
        few = chosen.agencies if len(chosen.agencies) <= _MOST_IN_NAME else ("selection",)
        return _file(content, _CSV, f"{'-'.join(['border-figures', *few])}.csv")

    def _shown_in(self, names: list[str]) -> Explorer | None:
        """The figures of the view that an address names, None for all."""
        if names == [""]:
            return None
        shown = {one.name: one.explorer for one in self._exhibits}
        if len(names) > 1 or names[0] not in shown:
            abort(HTTPStatus.BAD_REQUEST, say("refused.view", known=", ".join(shown)))
        return shown[names[0]]

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
            abort(HTTPStatus.BAD_REQUEST, say("refused.no-filter"))


def _known(name: str, accepted: Collection[str], kind: str) -> None:
    """Answer 404 in words for a name that does not exist."""
    if name not in accepted:
        alike = nearest(name, accepted)
        close = say("refused.alike", alike=alike) if alike else ""
        few = say("refused.known", known=", ".join(accepted)) if len(accepted) <= 12 else ""  # noqa: PLR2004
        abort(HTTPStatus.NOT_FOUND, say("refused.unknown", kind=say(f"kind-of-page.{kind}")) + close + few)


def _page(render: Callable[[], str]) -> Response:
    _refuse_filters()
    return answer(encode_page(render().encode(), _HTML), REVALIDATE)


def _file(content: bytes, content_type: str, name: str) -> Response:
    response = answer(encode_page(content, content_type), REVALIDATE)
    if not name.endswith(".json"):
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
