"""Search over figures, sources, questions, agencies and series."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, abort, request

from dashboard.pages.search import PATH, SearchPage
from dashboard.refusals import refuse_filters
from dashboard.routes import answering
from dashboard.search import LONGEST_QUERY
from dashboard.sentences import say
from dashboard.served import Served

_QUERY = "q"


def register(server: Flask, served: Served) -> None:
    """Add the page and its twin."""
    page = SearchPage(served.library, served.templates)

    def search() -> Response:
        return answering.content(page.render(_query()).encode(), answering.HTML)

    def search_json() -> Response:
        found = page.found(_query(), served.base_url())
        return answering.content(f"{found.model_dump_json(indent=2)}\n".encode(), answering.JSON)

    server.add_url_rule(PATH, "search", search)
    server.add_url_rule(f"{PATH}.json", "search_json", search_json)


def _query() -> str:
    """What is searched for; a query that is no single short text ends the request with 400 in words."""
    refuse_filters(besides=(_QUERY,))
    given = request.args.getlist(_QUERY)
    if len(given) > 1 or any(len(text) > LONGEST_QUERY for text in given):
        abort(HTTPStatus.BAD_REQUEST, say("refused.query", most=LONGEST_QUERY))
    return "".join(given)
