"""What the page side gives to the web side: the seam between content and delivery."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from dash import Dash
from dash.development.base_component import Component
from flask import Flask

from dashboard.asset_book import AssetBook


@dataclass(frozen=True)
class Page:
    """One page around Dash's root: plain text for the title, trusted HTML for the rest.

    `before_root_html` and `after_root_html` stand in the body and may open and close one element
    together (such as `main`). No part may hold an inline script or a style attribute: the
    Content-Security-Policy refuses both.
    """

    title: str
    head_html: str
    before_root_html: str
    after_root_html: str


@dataclass(frozen=True)
class Readiness:
    """Whether the published figures can be served, and how many there are."""

    ok: bool
    data_version: str
    figures: int


View = Callable[[Mapping[str, list[str]]], Page]


class Site(Protocol):
    """The content: pages, the live part, its clientside callbacks, and further addresses."""

    @property
    def data_version(self) -> str:
        """Changes whenever the published data changes; pages of an older one are not reused."""

    @property
    def layout(self) -> Component:
        """The components mounted in Dash's root, made of `dash.html` alone.

        Asked for once, at start: it must not depend on the data.
        """

    def views(self) -> Mapping[str, View]:
        """The pages around Dash's root by address, each for one query.

        A view aborts with a status and a sentence for a query that can't be met.
        """

    def register(self, app: Dash) -> None:
        """Add the clientside callbacks, each a `ClientsideFunction`."""

    def routes(self, server: Flask, assets: AssetBook) -> None:
        """Add all other addresses: fact pages, files, feed."""

    def readiness(self) -> Readiness:
        """What `/readyz` reports."""
