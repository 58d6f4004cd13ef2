"""Refusals that several addresses share, each in words that say what would be accepted."""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus

from flask import abort, request

from dashboard.library import Library
from dashboard.selection import is_tracking
from dashboard.sentences import period_text, say
from etl.problems import nearest

_MOST_LISTED = 12


def refuse_filters(besides: Collection[str] = ()) -> None:
    """Answer 400 when an address that takes no filter is asked with one; `besides` are parameters that it takes."""
    for name in request.args:
        if name not in besides and not is_tracking(name):
            abort(HTTPStatus.BAD_REQUEST, say("refused.no-filter"))


def refuse_unknown(name: str, accepted: Collection[str], kind: str) -> None:
    """Answer 404 for a name that does not exist; `kind` is the last part of a key `kind-of-page.`."""
    if name in accepted:
        return
    alike = nearest(name, accepted)
    close = say("refused.alike", alike=alike) if alike else ""
    few = say("refused.known", known=", ".join(accepted)) if len(accepted) <= _MOST_LISTED else ""
    abort(HTTPStatus.NOT_FOUND, say("refused.unknown", kind=say(f"kind-of-page.{kind}")) + close + few)


def refuse_withdrawn(figure_id: str, library: Library) -> None:
    """Answer 410 for a figure that was withdrawn, with the day and the reason."""
    if row := library.withdrawn(figure_id):
        abort(HTTPStatus.GONE, say("withdrawn.reason", date=period_text(row["date"]), reason=row["reason"]))
