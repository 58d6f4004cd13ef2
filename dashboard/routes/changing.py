"""The addresses that tell what changed: /changes and /feed.xml; and `?version=` on all others."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, abort, request

from dashboard import changes
from dashboard.changes import feed, frozen
from dashboard.changes.pages import ChangePages
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.problems import form_asked
from dashboard.refusals import refuse_filters, refuse_withdrawn
from dashboard.routes import answering
from dashboard.sentences import say
from dashboard.served import Served

_SINCE = "since"


def register(server: Flask, served: Served) -> None:
    """Add the addresses, and let all others take the version that a frozen link names."""
    told = _Changes(served)
    server.add_url_rule("/changes", "changes", told.changes)
    server.add_url_rule(feed.ADDRESS, "feed", told.feed)
    frozen.install(server, lambda: told.record, told.pages.notice)


def withdrawn(served: Served, figure_id: str) -> Response:
    """The answer for a figure that was withdrawn: 410 with its last state, for programs with the reason alone."""
    refuse_filters()
    if form_asked() != "html":
        refuse_withdrawn(figure_id, served.library)
    body = _Changes(served).pages.withdrawn(figure_id).encode()
    return answer(encode_page(body, answering.HTML), REVALIDATE, HTTPStatus.GONE)


class _Changes:
    def __init__(self, served: Served) -> None:
        self.record = changes.record(served.store)
        self.pages = ChangePages(served.library, self.record, served.templates)
        self._served = served

    def changes(self) -> Response:
        refuse_filters(besides=(_SINCE,))
        names = {name for name in request.args.getlist(_SINCE) if name}
        if len(names) > 1:
            abort(HTTPStatus.BAD_REQUEST, say("refused.versions", count=len(names)))
        if not names:
            return answering.content(self.pages.changes().encode(), answering.HTML)
        version = self.record.find(names.pop())
        if version is None:
            abort(HTTPStatus.NOT_FOUND, say("refused.version", current=self.record.current.name))
        return answering.content(self.pages.since(version).encode(), answering.HTML)

    def feed(self) -> Response:
        refuse_filters()
        body = feed.feed(self.pages.days, self._served.base_url(), self.record.current.date, self.pages.entry)
        return answering.content(body, feed.MEDIA_TYPE)
