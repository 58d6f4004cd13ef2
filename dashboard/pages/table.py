"""All figures as an HTML table: filtered by a plain form, sorted and paged by links, without a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import jinja2

from dashboard import listing
from dashboard.facts import Wording
from dashboard.library import Library
from dashboard.listing import ORDERS, SORTS, Listing
from dashboard.pages.controls import controls, filter_state, source_state
from dashboard.pages.exhibit_page import shown_sentence
from dashboard.selection import Selection

PATH = "/table"
_ARIA = {ORDERS[0]: "ascending", ORDERS[1]: "descending"}


class TablePage:
    """Renders the table of one data version for any selection, order and page."""

    def __init__(self, library: Library, templates: jinja2.Environment) -> None:
        """`templates` must know the addresses of the stylesheet and the icon."""
        self._library, self._templates = library, templates
        self._words = Wording(library)

    def render(self, chosen: Selection, query: Mapping[str, Sequence[str]]) -> str:
        """One page of the table. Raises SelectionError for an order or a page that there isn't."""
        library, filters = self._library, chosen.query()
        shown = library.explorer.selected(chosen)
        table = listing.listing(shown, query)
        numbers = {number: table.address(PATH, filters, page=number) for number in range(1, table.pages + 1)}
        return self._templates.get_template("table.html").render(
            data_version=library.explorer.data_version,
            defined=(),
            opens_with="",
            resettable=bool(filters),
            path=PATH,
            page_source=chosen.source,
            kept={name: value for name, value in (("sort", table.sort), ("order", table.order)) if table.sort},
            chosen=chosen,
            controls=controls(library, library.explorer, chosen),
            one_source=library.sources.get(chosen.source),
            filtered=filter_state(library, chosen),
            source_chosen=source_state(library, chosen),
            reset=table.address(PATH, "", page=1),
            sentence=shown_sentence(library, chosen, shown),
            total=len(shown),
            table=table,
            rows=self._words.rows(table.rows),
            columns=[(name, _sorted_as(table, name), _turned(table, filters, name)) for name in SORTS],
            numbers=numbers,
            files_query=filters,
        )


def _sorted_as(table: Listing, name: str) -> str:
    return _ARIA[table.order] if table.sort == name else "none"


def _turned(table: Listing, filters: str, name: str) -> str:
    """Where the heading of a column leads: sorted by it, or the other way round when it is sorted so already."""
    order = ORDERS[1] if (table.sort, table.order) == (name, ORDERS[0]) else ORDERS[0]
    return table.address(PATH, filters, sort=name, order=order, page=1)
