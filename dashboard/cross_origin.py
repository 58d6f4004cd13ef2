"""What pages of other sites may read: the files and the twins in JSON, nothing else (CORS, as Fetch defines it).

Any of the addresses answers OPTIONS with 204 and what it allows, a preflight of the readable ones with what that takes.
"""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, current_app, request

_OPEN_PREFIX, _OPEN_SUFFIX = "/data/", ".json"
_ONE_DAY = 86400
_READABLE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": str(_ONE_DAY),
}


def install_cross_origin(server: Flask) -> None:
    """Answer OPTIONS, and open what is open."""
    server.before_request(_options)
    server.after_request(_open)


def _options() -> Response | None:
    if request.method != "OPTIONS" or request.routing_exception is not None:
        return None
    allowed = current_app.make_default_options_response().allow
    response = Response(status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(sorted(allowed))})
    del response.headers["Content-Type"]
    if _is_open():
        response.headers.update(_PREFLIGHT)
    return response


def _open(response: Response) -> Response:
    if _is_open():
        response.headers.update(_READABLE)
    return response


def _is_open() -> bool:
    return request.path.startswith(_OPEN_PREFIX) or request.path.endswith(_OPEN_SUFFIX)
