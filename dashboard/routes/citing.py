"""The addresses under /cite: `figure/<id>`, `source/<id>`, `view` with a selection, and `ledger`, in every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, request

from dashboard import changes
from dashboard.citations import CitedView, Edition, Item, document, figure, ledger, plain, view
from dashboard.citations.forms import FORMS
from dashboard.pages.exhibit_page import cited
from dashboard.refusals import refuse_filters, refuse_unknown, refuse_withdrawn
from dashboard.routes import answering
from dashboard.served import Served
from dashboard.views import FigureView


def register(server: Flask, served: Served) -> None:
    """Add the addresses, and let the page of a figure cite it."""
    citations = _Citations(served)
    server.add_url_rule("/cite/figure/<name>", "cite_figure", citations.figure)
    server.add_url_rule("/cite/source/<name>", "cite_source", citations.source)
    server.add_url_rule("/cite/<name>", "cite", citations.view_or_ledger)
    served.templates.globals["cited"] = citations.text


class _Citations:
    def __init__(self, served: Served) -> None:
        self._served = served
        self._current = changes.record(served.store).current

    def text(self, shown: FigureView) -> str:
        """The citation of a figure for its page, as plain text."""
        return plain(figure(self._edition(), shown))

    def figure(self, name: str) -> Response:
        refuse_filters()
        refuse_withdrawn(name.partition(".")[0], self._served.library)
        return self._one(name, "figure", self._served.library.figures, figure)

    def source(self, name: str) -> Response:
        refuse_filters()
        return self._one(name, "source", self._served.library.sources, document)

    def view_or_ledger(self, name: str) -> Response:
        what, _, suffix = name.partition(".")
        refuse_unknown(what, ("view", "ledger"), "citation")
        if what == "ledger":
            refuse_filters()
            return _written(suffix, ledger(self._fetched()), "border-figures")
        return _written(suffix, view(self._fetched(), self._cited_view()), "border-figures-view")

    def _one(self, name: str, kind: str, known: Mapping[str, Any], item: Callable[[Edition, Any], Item]) -> Response:
        fact, _, suffix = name.partition(".")
        refuse_unknown(fact, known, kind)
        return _written(suffix, item(self._fetched(), known[fact]), f"border-figures-{fact}")

    def _edition(self) -> Edition:
        """What is cited, at the address that the request was sent to."""
        return Edition(self._current.name, self._current.date, self._served.base_url())

    def _fetched(self) -> Edition:
        return replace(self._edition(), accessed=datetime.now(UTC).date())

    def _cited_view(self) -> CitedView:
        page, chosen = answering.view_page(self._served, request.args.to_dict(flat=False))
        return cited(self._served.library, page.exhibit, chosen)


def _written(suffix: str, item: Item, name: str) -> Response:
    refuse_unknown(suffix, FORMS, "citation-form")
    form = FORMS[suffix]
    body = form.written(item).encode()
    if form.saved:
        return answering.download(body, form.media_type, f"{name}.{suffix}")
    return answering.content(body, form.media_type)
