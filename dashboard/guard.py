"""Limits on what a request may bring, and the refusal of callbacks.

Which addresses exist is not decided here but by what is registered: Dash's catch-all and its other
addresses never are (see dash_files.py), so that Flask itself answers 404 and 405.
"""

from http import HTTPStatus
from typing import NoReturn

from flask import Flask, abort, request

from dashboard.sentences import say

BODY_LIMIT = 64 * 1024
QUERY_LIMIT = 4 * 1024
CALLBACK_ADDRESS = "/_dash-update-component"


def install_guard(server: Flask) -> None:
    """Refuse long queries, large or unmeasured bodies, unreadable hosts, and every callback."""
    server.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    # Otherwise /data//figures.csv is answered with a redirect to /data/figures.csv, not with 404.
    server.url_map.merge_slashes = False
    server.before_request(_check_request)
    server.add_url_rule(CALLBACK_ADDRESS, "callback", _refuse_callback, methods=["POST"], strict_slashes=True)


def _check_request() -> None:
    if len(request.query_string) > QUERY_LIMIT:
        abort(
            HTTPStatus.REQUEST_URI_TOO_LONG,
            say("refused.long-query", found=len(request.query_string), most=QUERY_LIMIT),
        )
    if not request.host:
        abort(
            HTTPStatus.BAD_REQUEST,
            say("refused.host"),
        )
    # Werkzeug reports no length for a chunked body, which could be of any size.
    if "Transfer-Encoding" in request.headers:
        abort(
            HTTPStatus.LENGTH_REQUIRED,
            say("refused.unmeasured"),
        )
    length = request.content_length or 0
    if length > BODY_LIMIT:
        abort(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            say("refused.long-body", found=length, most=BODY_LIMIT),
        )


def _refuse_callback() -> NoReturn:
    abort(
        HTTPStatus.BAD_REQUEST,
        say("refused.callback"),
    )
