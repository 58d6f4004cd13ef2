"""The site's content over one data version: what the web side (factory.py) asks a site for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, request
from markupsafe import Markup

from dashboard import callbacks, pages, preview, routes, store, tokens
from dashboard.asset_book import AssetBook
from dashboard.exhibits import exhibits
from dashboard.layout import layout
from dashboard.library import library
from dashboard.pages.exhibit_pages import ExhibitPages
from dashboard.routes.answering import one_of, opening_source, selected
from dashboard.served import Served
from dashboard.settings import Settings
from dashboard.site_contract import Page, Readiness, View


class FiguresSite:
    """Pages and files of the published figures."""

    def __init__(self, settings: Settings) -> None:
        """Read the package and the design tokens. Raises PackageError or ValueError."""
        self._settings = settings
        self._store = store.load(settings.package_folder)
        self._library = library(self._store)
        self._tokens = tokens.read(settings.assets_folder)
        self._exhibits = exhibits(self._library)

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
        views: dict[str, View] = {
            "/": self._deployment,
            **{one.path: partial(self._view, one.name) for one in self._exhibits},
        }
        return {path: partial(self._previewed, path, view) for path, view in views.items()}

    def _deployment(self, query: Mapping[str, list[str]]) -> Page:
        chosen = selected(query, self._library)
        return self._pages.bars(opening_source(chosen, self._library)).render(chosen)

    def _view(self, name: str, query: Mapping[str, list[str]]) -> Page:
        orders = self._pages.orders(name)
        chosen = selected(query, self._library, besides=("order",) if orders else ())
        return self._pages.named(name, one_of(query, "order", orders)).render(chosen)

    def register(self, app: Dash) -> None:
        """Add the callbacks, which run in the browser."""
        callbacks.register(app)

    def readiness(self) -> Readiness:
        """Ready, because a site without data can't be made."""
        return Readiness(ok=True, data_version=self.data_version, figures=len(self._store.figures))

    def _open_graph(self, title: str, path: str) -> Markup:
        base_url = self._settings.base_url(request.host_url)
        return preview.open_graph(title, base_url + path, base_url + self._image)

    def _previewed(self, path: str, view: View, query: Mapping[str, list[str]]) -> Page:
        """The page with what machines read in its head; it depends on the host that was asked."""
        page = view(query)
        told = [self._open_graph(page.title, path)]
        if path == "/":
            told.append(preview.dataset(self._store, self._settings.base_url(request.host_url)))
        return replace(page, head_html="\n".join([page.head_html, *told]))

    def routes(self, server: Flask, assets: AssetBook) -> None:
        """Add all other addresses."""
        templates = pages.environment(assets)
        # Never the host of a request: the pages of views are kept for every reader.
        templates.globals["public_url"] = self._settings.public_url or ""
        self._image = assets.url(preview.IMAGE)
        templates.globals |= {"open_graph": self._open_graph, "path_asked": lambda: request.path}
        self._pages = ExhibitPages(self._library, self._exhibits, templates, self._tokens)
        served = Served(self._settings, self._store, self._library, self._exhibits, templates, self._pages)
        routes.register(server, served)
