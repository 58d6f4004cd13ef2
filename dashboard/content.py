"""The site's content over one data version: what the web side (factory.py) asks a site for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from dash import Dash
from dash.development.base_component import Component
from flask import Flask

from dashboard import callbacks, pages, routes, store, tokens
from dashboard.asset_book import AssetBook
from dashboard.exhibits import arranged, exhibits
from dashboard.exhibits.deployment import Deployment
from dashboard.layout import layout
from dashboard.library import library
from dashboard.pages.exhibit_page import ExhibitPage
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
        self._arranged = arranged(self._library)
        self._paths = {Deployment.name: Deployment.path, **{one.name: one.path for one in self._exhibits}}
        self._bars = cache(self._make_bars)
        self._page = cache(self._make_page)

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
        chosen = selected(query, self._library)
        return self._bars(opening_source(chosen, self._library)).render(chosen)

    def _view(self, name: str, query: Mapping[str, list[str]]) -> Page:
        orders = [order for view, order in self._arranged if view == name]
        chosen = selected(query, self._library, besides=("order",) if orders else ())
        return self._page(name, one_of(query, "order", orders)).render(chosen)

    def _make_page(self, name: str, order: str) -> ExhibitPage:
        """The page of a view, in its usual order for ""."""
        exhibit = self._arranged.get((name, order)) or next(one for one in self._exhibits if one.name == name)
        return ExhibitPage(self._library, exhibit, self._paths, self._templates, self._tokens)

    def _make_bars(self, source: str) -> ExhibitPage:
        exhibit = Deployment(self._library, source)
        return ExhibitPage(self._library, exhibit, self._paths, self._templates, self._tokens)

    def register(self, app: Dash) -> None:
        """Add the callbacks, which run in the browser."""
        callbacks.register(app)

    def readiness(self) -> Readiness:
        """Ready, because a site without data can't be made."""
        return Readiness(ok=True, data_version=self.data_version, figures=len(self._store.figures))

    def routes(self, server: Flask, assets: AssetBook) -> None:
        """Add all other addresses."""
        self._templates = pages.environment(assets)
        served = Served(self._settings, self._store, self._library, self._exhibits, self._templates)
        routes.register(server, served)
