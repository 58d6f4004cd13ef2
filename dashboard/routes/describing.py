"""What the site says of itself: its method, and its addresses for people and for programs."""

from __future__ import annotations

import json
from functools import partial

from flask import Flask, Response

from dashboard import preview
from dashboard.api import openapi
from dashboard.api.operations import operations
from dashboard.refusals import refuse_filters
from dashboard.routes import answering
from dashboard.served import Served


def register(server: Flask, served: Served) -> None:
    """Add /method, /api and /openapi.json."""
    known = operations(served)
    version = served.library.explorer.data_version

    def show(template: str, **values: object) -> str:
        return served.templates.get_template(template).render(data_version=version, **values)

    def described() -> Response:
        refuse_filters()
        told = openapi.document(known, version, served.base_url())
        return answering.content((json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(), answering.JSON)

    def method() -> str:
        about = preview.dataset(served.store, served.base_url())
        return show("method.html", bases=served.library.terms["bases"].values(), about_data=about)

    server.add_url_rule("/method", "method", partial(answering.page, method))
    words = {"about": openapi.about, "about_parameter": openapi.about_parameter}
    api = partial(show, "api.html", operations=known, most_listed=20, **words)
    server.add_url_rule("/api", "api", partial(answering.page, api))
    server.add_url_rule("/openapi.json", "openapi", described)
