"""The pages of single facts, each with a twin in JSON, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from flask import Flask, Response

from dashboard import facts
from dashboard.facts import Wording
from dashboard.facts.shapes import Fact
from dashboard.pages.facts import FactPages
from dashboard.refusals import refuse_filters, refuse_unknown, refuse_withdrawn
from dashboard.routes import answering, changing
from dashboard.served import Served


def register(server: Flask, served: Served) -> None:
    """Add the pages of figures, sources, questions, series and agencies."""
    library, pages = served.library, FactPages(served.library, served.templates)
    for kind, names, render, tell in (
        ("figure", library.figures, pages.figure, facts.figure),
        ("source", library.sources, pages.source, facts.source),
        ("question", library.questions, pages.question, facts.question),
        ("series", library.series, pages.one_series, facts.series),
        ("agency", library.explorer.tree, pages.agency, facts.agency),
    ):
        server.add_url_rule(f"/{kind}/<id>", kind, partial(_page, served, kind, names, render))
        server.add_url_rule(f"/{kind}/<id>.json", f"{kind}_json", partial(_twin, served, kind, names, tell))
    server.add_url_rule("/questions", "questions", partial(answering.page, pages.questions))
    server.add_url_rule("/series", "all_series", partial(answering.page, pages.all_series))
    server.add_url_rule("/glossary", "glossary", partial(answering.page, pages.glossary))


def _page(
    served: Served,
    kind: str,
    names: Collection[str],
    render: Callable[[str], str],
    id: str,  # noqa: A002
) -> Response:
    """The page of one fact; `id` is named by the address."""
    if kind == "figure" and served.library.withdrawn(id):
        return changing.withdrawn(served, id)
    refuse_unknown(id, names, kind)
    return answering.page(partial(render, id))


def _twin(
    served: Served,
    kind: str,
    names: Collection[str],
    tell: Callable[[Wording, str], Fact],
    id: str,  # noqa: A002
) -> Response:
    """The same content as data."""
    refuse_filters()
    if kind == "figure":
        refuse_withdrawn(id, served.library)
    refuse_unknown(id, names, kind)
    fact = tell(Wording(served.library, served.base_url()), id)
    return answering.content(f"{fact.model_dump_json(indent=2)}\n".encode(), answering.JSON)
