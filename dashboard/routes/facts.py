"""The pages of single facts and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from flask import Flask, Response

from dashboard.pages.facts import FactPages
from dashboard.refusals import refuse_unknown
from dashboard.routes import answering, changing
from dashboard.served import Served


def register(server: Flask, served: Served) -> None:
    """Add the pages of figures, sources, questions and series."""
    library, pages = served.library, FactPages(served.library, served.templates)
    for kind, names, render in (
        ("source", library.sources, pages.source),
        ("question", library.questions, pages.question),
        ("series", library.series, pages.one_series),
    ):
        server.add_url_rule(f"/{kind}/<id>", kind, partial(_fact, kind, names, render))
    server.add_url_rule("/figure/<id>", "figure", partial(_figure, served, pages))
    server.add_url_rule("/questions", "questions", partial(answering.page, pages.questions))
    server.add_url_rule("/series", "all_series", partial(answering.page, pages.all_series))
    server.add_url_rule("/glossary", "glossary", partial(answering.page, pages.glossary))


def _figure(served: Served, pages: FactPages, id: str) -> Response:  # noqa: A002
    if served.library.withdrawn(id):
        return changing.withdrawn(served, id)
    return _fact("figure", served.library.figures, pages.figure, id)


def _fact(kind: str, names: Collection[str], render: Callable[[str], str], id: str) -> Response:  # noqa: A002
    """The page of one fact; `id` is named by the address."""
    refuse_unknown(id, names, kind)
    return answering.page(partial(render, id))
