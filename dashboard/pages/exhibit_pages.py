"""The views of one data version, each prepared when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import jinja2

from dashboard.exhibits import Exhibit, arranged
from dashboard.exhibits.deployment import Deployment
from dashboard.library import Library
from dashboard.pages.exhibit_page import ExhibitPage
from dashboard.tokens import Tokens


class ExhibitPages:
    """Views over many sources by name, and the bars of each source."""

    def __init__(
        self, library: Library, exhibits: Sequence[Exhibit], templates: jinja2.Environment, tokens: Tokens
    ) -> None:
        """`exhibits` are the views over many sources."""
        self._library, self._templates, self._tokens = library, templates, tokens
        self._exhibits = {one.name: one for one in exhibits}
        self._arranged = arranged(library)
        self._paths = {Deployment.name: Deployment.path, **{one.name: one.path for one in exhibits}}
        self.bars = cache(self._make_bars)
        self.named = cache(self._make_named)

    def _make_bars(self, source: str) -> ExhibitPage:
        return self._page(Deployment(self._library, source))

    def orders(self, name: str) -> list[str]:
        """The further orders in which a view can be had."""
        return [order for view, order in self._arranged if view == name]

    def _make_named(self, name: str, order: str) -> ExhibitPage:
        """A view by name, in its usual order for ""."""
        return self._page(self._arranged.get((name, order)) or self._exhibits[name])

    def _page(self, exhibit: Exhibit) -> ExhibitPage:
        return ExhibitPage(self._library, exhibit, self._paths, self._templates, self._tokens)
