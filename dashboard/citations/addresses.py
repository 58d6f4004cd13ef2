"""The addresses under /cite: `figure/<id>`, `source/<id>`, `view` with a selection, and `ledger`, in every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Flask, Response

from dashboard.citations import items
from dashboard.citations.forms import FORMS
from dashboard.citations.items import Edition, Item
from dashboard.citations.text import plain
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.library import Library
from dashboard.refusals import refuse_filters, refuse_unknown
from dashboard.views import FigureView


@dataclass(frozen=True, slots=True)
class CitedView:
    """A view as a request names it: path and canonical query, its title, and in words what it shows."""

    address: tuple[str, str]
    title: str
    selected: str


@dataclass(frozen=True, slots=True)
class Citing:
    """What the addresses need to know.

    `edition` gives the state that is cited, at the address that the request was sent to; `viewed` the view that the
    request names, or aborts in words; `today` the day on which a citation is fetched.
    """

    library: Library
    edition: Callable[[], Edition]
    viewed: Callable[[], CitedView]
    today: Callable[[], date]

    def text(self, view: FigureView) -> str:
        """The citation of a figure for its page, as plain text."""
        return plain(items.figure(self.edition(), view))

    def install(self, server: Flask) -> None:
        """Add the addresses."""
        server.add_url_rule("/cite/figure/<name>", "cite_figure", self._figure)
        server.add_url_rule("/cite/source/<name>", "cite_source", self._source)
        server.add_url_rule("/cite/<name>", "cite", self._view_or_ledger)

    def _figure(self, name: str) -> Response:
        return self._one(name, "figure", self.library.figures, items.figure)

    def _source(self, name: str) -> Response:
        return self._one(name, "source", self.library.sources, items.document)

    def _one(self, name: str, kind: str, known: Mapping[str, Any], item: Callable[[Edition, Any], Item]) -> Response:
        refuse_filters()
        fact, _, suffix = name.partition(".")
        refuse_unknown(fact, known, kind)
        return self._written(suffix, item(self._fetched(), known[fact]), f"border-figures-{fact}")

    def _view_or_ledger(self, name: str) -> Response:
        what, _, suffix = name.partition(".")
        refuse_unknown(what, ("view", "ledger"), "citation")
        if what == "ledger":
            refuse_filters()
            return self._written(suffix, items.ledger(self._fetched()), "border-figures")
        cited = self.viewed()
        item = items.view(self._fetched(), cited.address, cited.title, cited.selected)
        return self._written(suffix, item, "border-figures-view")

    def _fetched(self) -> Edition:
        return replace(self.edition(), accessed=self.today())

    def _written(self, suffix: str, item: Item, name: str) -> Response:
        refuse_unknown(suffix, FORMS, "citation-form")
        form = FORMS[suffix]
        response = answer(encode_page(form.written(item).encode(), form.media_type), REVALIDATE)
        if form.saved:
            response.headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        return response
