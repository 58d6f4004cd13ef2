"""Frozen links: `?version=NAME` on any address names the data version that somebody saw there.

The parameter is taken off before anything else reads the query, so that no page, filter or cache has to know it. A
page of an older version opens with a notice of what has changed since; other answers name the page of changes in
their Link header (RFC 8288, relation `version-history` of RFC 5829). The content is that of today.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_plus

import brotli
from flask import Flask, Response, abort, g, request

from dashboard.changes.record import Record, Since
from dashboard.delivery import REVALIDATE, answer, encode_page
from dashboard.guard import QUERY_LIMIT
from dashboard.sentences import say

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PARAMETER: Final = "version"
_ENVIRONMENT: Final = "border_figures.versions"
_CONTENT: Final = b'<main id="main">'
_DECODED: Final[dict[str, Callable[[bytes], bytes]]] = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}

Notice = Callable[[Since, str], str]
"""The notice as HTML, by what has changed and the path that was asked for."""


class VersionTakenOff:
    """Takes the parameter off the query string, and keeps its values beside it."""

    def __init__(self, application: WSGIApplication) -> None:
        """Wrap an application."""
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request. A query that is too long stays as it is, for the guard to refuse."""
        query = environ.get("QUERY_STRING", "")
        if PARAMETER in unquote_plus(query) and len(query) <= QUERY_LIMIT:
            pairs = query.split("&")
            named = [pair for pair in pairs if unquote_plus(pair.partition("=")[0]) == PARAMETER]
            environ["QUERY_STRING"] = "&".join(pair for pair in pairs if pair not in named)
            environ[_ENVIRONMENT] = [unquote_plus(pair.partition("=")[2]) for pair in named]
        return self._application(environ, start_response)


def install(server: Flask, current: Callable[[], Record], notice: Notice) -> None:
    """Let every address of a server take the parameter."""
    server.wsgi_app = VersionTakenOff(server.wsgi_app)  # type: ignore[method-assign]  # Flask's own way to wrap it

    @server.before_request
    def name_what_changed() -> None:
        g.since = _since(current())
        if g.since:
            # An answer without the notice may have been stored under this address; it must not be confirmed.
            request.environ.pop("HTTP_IF_NONE_MATCH", None)

    @server.after_request
    def tell_what_changed(response: Response) -> Response:
        since: Since | None = g.get("since")
        if since is None or response.status_code not in (HTTPStatus.OK, HTTPStatus.GONE):
            return response
        response = _with_notice(response, notice(since, request.path))
        response.headers["Link"] = f'</changes?since={since.version.name}>; rel="version-history"'
        return response


def _since(record: Record) -> Since | None:
    """What has changed since the version that the request names; None for the current one, and without a name.

    Aborts with 400 for several names, with 404 for one that the record does not have.
    """
    names = {name for name in request.environ.get(_ENVIRONMENT, ()) if name}
    if not names:
        return None
    if len(names) > 1:
        abort(HTTPStatus.BAD_REQUEST, say("refused.versions", count=len(names)))
    version = record.find(names.pop())
    if version is None:
        abort(HTTPStatus.NOT_FOUND, say("refused.version", current=record.current.name))
    return None if version.name == record.current.name else record.since(version)


def _with_notice(response: Response, html: str) -> Response:
    """A page with the notice at the head of its content; any other answer as it is."""
    if response.mimetype != "text/html":
        return response
    body = _DECODED[response.headers.get("Content-Encoding", "")](response.get_data())
    told = encode_page(body.replace(_CONTENT, _CONTENT + html.encode(), 1), response.content_type)
    return answer(told, REVALIDATE, response.status_code)
