"""The table of all figures."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, abort, request

from dashboard.listing import PARAMETERS
from dashboard.pages.table import PATH, TablePage
from dashboard.routes import answering
from dashboard.selection import SelectionError
from dashboard.served import Served


def register(server: Flask, served: Served) -> None:
    """Add the table."""
    page = TablePage(served.library, served.templates)

    def table() -> Response:
        query = request.args.to_dict(flat=False)
        chosen = answering.selected(query, served.library, besides=PARAMETERS)
        try:
            return answering.content(page.render(chosen, query).encode(), answering.HTML)
        except SelectionError as error:
            abort(HTTPStatus.BAD_REQUEST, str(error))

    server.add_url_rule(PATH, "table", table)
