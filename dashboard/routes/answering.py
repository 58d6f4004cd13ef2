"""What the routes of every subject answer with: pages and files, for the selection that a query makes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from http import HTTPStatus

from flask import Response, abort

from dashboard import selection
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.exhibits.deployment import Deployment
from dashboard.library import OPENING, Library
from dashboard.pages.exhibit_page import ExhibitPage
from dashboard.pages.facts import MOST_CHARTED
from dashboard.refusals import refuse_filters
from dashboard.sentences import say
from dashboard.served import Served

HTML = "text/html; charset=utf-8"
CSV = "text/csv; charset=utf-8"
JSON = "application/json"


def selected(
    query: Mapping[str, Sequence[str]], library: Library, besides: Collection[str] = ()
) -> selection.Selection:
    """What a query selects from a library; `besides` are parameters that the address takes for other ends.

    A query that can't be met ends the request with 400 in words.
    """
    try:
        return selection.parse(query, library.vocabulary, besides)
    except selection.SelectionError as error:
        abort(HTTPStatus.BAD_REQUEST, str(error))


def one_of(query: Mapping[str, Sequence[str]], parameter: str, known: Collection[str]) -> str:
    """The one name that a parameter holds, "" for none; several or an unknown one end the request with 400 in words."""
    try:
        return selection.one(query, parameter, known)
    except selection.SelectionError as error:
        abort(HTTPStatus.BAD_REQUEST, str(error))


def opening_source(chosen: selection.Selection, library: Library) -> str:
    """The source whose bars `/` shows for a selection.

    One with too many figures for bars, or with none, ends the request with 400 in words.
    """
    source = chosen.source or OPENING
    figures = sum(view.row["source"] == source for view in library.figures.values())
    if figures > MOST_CHARTED:
        abort(HTTPStatus.BAD_REQUEST, say("deployment.too-many", count=figures, source=source))
    if not figures:
        abort(HTTPStatus.BAD_REQUEST, say("deployment.no-figures", source=source))
    return source


def view_page(served: Served, query: Mapping[str, Sequence[str]]) -> tuple[ExhibitPage, selection.Selection]:
    """The view that the parameter `view` names, the opening one without it, and what the query selects of it.

    A query that can't be met ends the request with 400 in words.
    """
    name = _view_name(served, query)
    orders = served.pages.orders(name)
    chosen = selected(query, served.library, besides=("view", "order") if orders else ("view",))
    if name == Deployment.name:
        return served.pages.bars(opening_source(chosen, served.library)), chosen
    return served.pages.named(name, one_of(query, "order", orders)), chosen


def _view_name(served: Served, query: Mapping[str, Sequence[str]]) -> str:
    names = {name for name in query.get("view", ()) if name} or {Deployment.name}
    known = [Deployment.name, *(one.name for one in served.exhibits)]
    if len(names) > 1 or not names.issubset(known):
        abort(HTTPStatus.BAD_REQUEST, say("refused.view", known=", ".join(known)))
    return names.pop()


def page(render: Callable[[], str]) -> Response:
    """A page at an address that takes no filter."""
    refuse_filters()
    return content(render().encode(), HTML)


def content(body: bytes, content_type: str) -> Response:
    """A body that is revalidated at each visit."""
    return answer(encode_page(body, content_type), REVALIDATE)


def download(body: bytes, content_type: str, name: str) -> Response:
    """A body that a browser saves under a name instead of showing it."""
    response = content(body, content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
