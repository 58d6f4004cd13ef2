"""The addresses that tell what changed: /changes, /feed.xml, and figures that are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, abort, request

from dashboard.changes import feed, frozen
from dashboard.changes.pages import ChangePages
from dashboard.changes.record import Record
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.refusals import refuse_filters
from dashboard.sentences import say

_HTML = "text/html; charset=utf-8"
_SINCE = "since"


@dataclass(frozen=True, slots=True)
class Changing:
    """What the addresses need to know; `base_url` is that of the request at hand, without a slash at its end."""

    record: Record
    pages: ChangePages
    base_url: Callable[[], str]

    def install(self, server: Flask) -> None:
        """Add the addresses, and let all others take `?version=`."""
        server.add_url_rule("/changes", "changes", self._changes)
        server.add_url_rule(feed.ADDRESS, "feed", self._feed)
        frozen.install(server, lambda: self.record, self.pages.notice)

    def gone(self, figure_id: str) -> Response:
        """The answer for a figure that was withdrawn: 410 with its last state."""
        refuse_filters()
        response = answer(encode_page(self.pages.withdrawn(figure_id).encode(), _HTML), REVALIDATE)
        if response.status_code == HTTPStatus.OK:
            response.status_code = HTTPStatus.GONE
        return response

    def _changes(self) -> Response:
        refuse_filters(besides=(_SINCE,))
        names = {name for name in request.args.getlist(_SINCE) if name}
        if len(names) > 1:
            abort(HTTPStatus.BAD_REQUEST, say("refused.versions", count=len(names)))
        if not names:
            return answer(encode_page(self.pages.changes().encode(), _HTML), REVALIDATE)
        version = self.record.find(names.pop())
        if version is None:
            abort(HTTPStatus.NOT_FOUND, say("refused.version", current=self.record.current.name))
        return answer(encode_page(self.pages.since(version).encode(), _HTML), REVALIDATE)

    def _feed(self) -> Response:
        refuse_filters()
        body = feed.feed(self.pages.days, self.base_url(), self.record.current.date, self.pages.entry)
        return answer(encode_page(body, feed.MEDIA_TYPE), REVALIDATE)
