"""Two addresses for whoever runs the server: is it alive, and can it serve figures."""

from collections.abc import Callable
from dataclasses import asdict
from http import HTTPStatus

from flask import Flask, Response, json

from dashboard.site_contract import Readiness


def install_health(server: Flask, readiness: Callable[[], Readiness]) -> None:
    """Add `/healthz` (always `ok`) and `/readyz` (JSON; 503 while there is nothing to serve)."""

    @server.get("/healthz")
    def healthz() -> Response:
        return _unstored("ok\n", HTTPStatus.OK, "text/plain; charset=utf-8")

    @server.get("/readyz")
    def readyz() -> Response:
        state = readiness()
        status = HTTPStatus.OK if state.ok else HTTPStatus.SERVICE_UNAVAILABLE
        return _unstored(json.dumps(asdict(state)) + "\n", status, "application/json")


def _unstored(body: str, status: HTTPStatus, content_type: str) -> Response:
    response = Response(body, status, content_type=content_type)
    response.headers["Cache-Control"] = "no-store"
    return response
