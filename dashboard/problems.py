"""Answers to requests that can't be met: plain sentences as a page, as text or as JSON."""

import html
import re
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, json, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from dashboard.asset_book import STYLESHEET, AssetBook

_SENTENCES = {
    HTTPStatus.BAD_REQUEST: "The request could not be read.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request's body is too large.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The request's body has a type that is not accepted here.",
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "Something went wrong on the server. It has been noted there; the figures are unharmed."
    ),
}
_TEXT_PREFIXES = ("/data/", "/assets/")
_JSON_PREFIXES = ("/_dash",)
_INTERNAL_PREFIXES = ("/_dash", "/assets/")
_RULE_ARGUMENT = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title} - Border figures</title>
<link rel="stylesheet" href="{stylesheet}">
<link rel="icon" type="image/svg+xml" href="{icon}">
</head>
<body class="document">
<header class="masthead"><a class="brand" href="/">Border figures</a></header>
<main>
<h1>{title}</h1>
<p>{sentence}</p>
{errors}<p><a href="/">To the figures</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Problem:
    """A refusal: an HTTP status from 400 on, one plain sentence, and perhaps the single errors."""

    status: int
    sentence: str
    errors: tuple[str, ...] = ()


class RefusedError(HTTPException):
    """Raised in a view to answer with a problem that lists several errors.

    For a single sentence `flask.abort(status, sentence)` does the same.
    """

    def __init__(self, problem: Problem) -> None:
        """Carry the problem to the error handler."""
        super().__init__(problem.sentence)
        self.code = problem.status
        self.problem = problem


def install_problem_answers(server: Flask, assets: AssetBook) -> None:
    """Answer every HTTP error and every unexpected exception in words."""
    stylesheet, icon = assets.url(STYLESHEET), assets.url("favicon.svg")

    @server.errorhandler(HTTPException)
    def answer_error(error: HTTPException) -> Response:
        response = _respond(_problem_of(error), stylesheet, icon)
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
    if isinstance(error, RefusedError):
        return error.problem
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    # An exception's own text may only be shown where a view has written it.
    if error.description and error.description != type(error).description:
        return Problem(status, error.description)
    if status == HTTPStatus.NOT_FOUND:
        accepted = ", ".join(public_addresses(current_app))
        return Problem(status, f"There is nothing at this address. Accepted are {accepted}.")
    if isinstance(error, MethodNotAllowed):
        accepted = ", ".join(sorted(error.valid_methods or ()))
        return Problem(status, f"This address does not take that method. Accepted are {accepted}.")
    return Problem(status, _SENTENCES.get(HTTPStatus(status), f"{HTTPStatus(status).phrase}."))


def _respond(problem: Problem, stylesheet: str, icon: str) -> Response:
    form = _form()
    if form == "json":
        errors = problem.errors or (problem.sentence,)
        body = json.dumps(
            {
                "ok": False,
                "error": problem.sentence,
                "errors": list(errors),
                "status": problem.status,
            }
        )
        response = Response(body + "\n", problem.status, content_type="application/json")
    elif form == "text":
        lines = (problem.sentence, *problem.errors)
        response = Response("\n".join(lines) + "\n", problem.status, mimetype="text/plain")
    else:
        response = Response(_page(problem, stylesheet, icon), problem.status, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept"
    return response


def _form() -> str:
    if request.path.endswith(".json") or request.path.startswith(_JSON_PREFIXES):
        return "json"
    accepted = request.accept_mimetypes
    if accepted["application/json"] > accepted["text/html"]:
        return "json"
    return "text" if request.path.startswith(_TEXT_PREFIXES) else "html"


def _page(problem: Problem, stylesheet: str, icon: str) -> str:
    items = "".join(f"<li>{html.escape(error)}</li>" for error in problem.errors)
    return _PAGE.format(
        title=html.escape(HTTPStatus(problem.status).phrase),
        sentence=html.escape(problem.sentence),
        errors=f"<ul>{items}</ul>\n" if items else "",
        stylesheet=html.escape(stylesheet),
        icon=html.escape(icon),
    )
