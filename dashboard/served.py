"""One data version ready to be served: its figures and the templates that show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import jinja2
from flask import request

from dashboard.exhibits import Exhibit
from dashboard.library import Library
from dashboard.pages.exhibit_pages import ExhibitPages
from dashboard.settings import Settings
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Served:
    """What the routes of every subject need; `exhibits` are the views over many sources, `pages` show all views."""

    settings: Settings
    store: Store
    library: Library
    exhibits: Sequence[Exhibit]
    templates: jinja2.Environment
    pages: ExhibitPages

    def base_url(self) -> str:
        """The start of every full address in the answer to the request at hand, without a trailing slash."""
        return self.settings.base_url(request.host_url)
