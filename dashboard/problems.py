"""Answers to requests that can't be met: plain sentences as a page, as text or as JSON."""

import re
from dataclasses import dataclass
from http import HTTPStatus

import jinja2
from flask import Flask, Response, current_app, json, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from dashboard import pages
from dashboard.asset_book import AssetBook
from dashboard.sentences import say

_SENTENCES = {
    HTTPStatus.BAD_REQUEST: "problem.unreadable",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "problem.too-large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "problem.media-type",
    HTTPStatus.INTERNAL_SERVER_ERROR: "problem.breakdown",
}
_TEXT_PREFIXES = ("/data/", "/assets/", "/cite/")
_JSON_PREFIXES = ("/_dash",)
_INTERNAL_PREFIXES = ("/_dash", "/assets/")
_RULE_ARGUMENT = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")

_HEADINGS = {
    HTTPStatus.BAD_REQUEST: "problem.heading-refused",
    HTTPStatus.NOT_FOUND: "problem.heading-missing",
    HTTPStatus.INTERNAL_SERVER_ERROR: "problem.heading-breakdown",
}


@dataclass(frozen=True)
class Problem:
    """A refusal: an HTTP status from 400 on and one plain sentence."""

    status: int
    sentence: str


def install_problem_answers(server: Flask, assets: AssetBook) -> None:
    """Answer every HTTP error and every unexpected exception in words."""
    page = pages.environment(assets).get_template("problem.html")

    @server.errorhandler(HTTPException)
    def answer_error(error: HTTPException) -> Response:
        response = _respond(_problem_of(error), page)
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        return response


def public_addresses(server: Flask) -> list[str]:
    """The addresses that a reader may ask for, in order, with arguments as `<name>`."""
    return sorted(
        {
            _RULE_ARGUMENT.sub(r"<\1>", rule.rule)
            for rule in server.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and not rule.rule.startswith(_INTERNAL_PREFIXES)
        }
    )


def _problem_of(error: HTTPException) -> Problem:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    # An exception's own text may only be shown where a view has written it.
    if error.description and error.description != type(error).description:
        return Problem(status, error.description)
    if status == HTTPStatus.NOT_FOUND:
        accepted = ", ".join(public_addresses(current_app))
        return Problem(status, say("problem.missing", accepted=accepted))
    if isinstance(error, MethodNotAllowed):
        accepted = ", ".join(sorted(error.valid_methods or ()))
        return Problem(status, say("problem.method", accepted=accepted))
    known = _SENTENCES.get(HTTPStatus(status))
    return Problem(status, say(known) if known else f"{HTTPStatus(status).phrase}.")


def _respond(problem: Problem, page: jinja2.Template) -> Response:
    form = form_asked()
    if form == "json":
        told = {"ok": False, "error": problem.sentence, "errors": [problem.sentence], "status": problem.status}
        response = Response(json.dumps(told) + "\n", problem.status, content_type="application/json")
    elif form == "text":
        response = Response(problem.sentence + "\n", problem.status, mimetype="text/plain")
    else:
        status = HTTPStatus(problem.status)
        heading = say(_HEADINGS[status]) if status in _HEADINGS else status.phrase
        text = page.render(heading=heading, sentence=problem.sentence, data_version="")
        response = Response(text, problem.status, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept"
    return response


def form_asked() -> str:
    """The form in which the request at hand wants its answer: "html", "text" or "json"."""
    if request.path.endswith(".json") or request.path.startswith(_JSON_PREFIXES):
        return "json"
    accepted = request.accept_mimetypes
    if accepted["application/json"] > accepted["text/html"]:
        return "json"
    return "text" if request.path.startswith(_TEXT_PREFIXES) else "html"
