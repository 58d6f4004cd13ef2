"""All figures as pages of a table: order and page from the query string of an address.

Every order is total, the identifier settling what is equal, so that a figure stands on one page only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.selection import SelectionError
from dashboard.sentences import say
from dashboard.views import FigureView

PARAMETERS = ("sort", "order", "page")
PAGE_SIZE = 50
ORDERS = ("asc", "desc")
_MOST_DIGITS = 6

Key = Callable[[FigureView], Any]
SORTS: Mapping[str, Key] = {
    "figure": lambda view: view.claim.value,
    "agency": lambda view: view.agency.casefold(),
    "basis": lambda view: view.basis.label.casefold(),
    "as-of": lambda view: (view.claim.end, view.claim.start),
    "as-reported": lambda view: view.row["as_reported"].casefold(),
    "source": lambda view: (view.row["source_publisher"].casefold(), view.row["source_title"].casefold()),
}
"""What a table can be sorted by; without it, figures stand agency by agency as in the views."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of figures. `sort` is "" for the order of the views; pages count from 1."""

    rows: Sequence[FigureView]
    sort: str
    order: str
    page: int
    pages: int
    first: int

    @property
    def last(self) -> int:
        """The number of the last row, counted from 1 over all pages; 0 when there is none."""
        return self.first + len(self.rows) - 1 if self.rows else 0

    def address(self, path: str, filters: str, **changed: str | int) -> str:
        """The address of this listing with something changed; what goes without saying is left out."""
        asked = {"sort": self.sort, "order": self.order, "page": self.page, **changed}
        said = [
            filters,
            f"sort={asked['sort']}" if asked["sort"] else "",
            f"order={asked['order']}" if asked["sort"] and asked["order"] != ORDERS[0] else "",
            f"page={asked['page']}" if asked["page"] != 1 else "",
        ]
        query = "&".join(filter(None, said))
        return f"{path}?{query}" if query else path


def listing(views: Sequence[FigureView], query: Mapping[str, Sequence[str]]) -> Listing:
    """The page of figures that a query asks for.

    Raises SelectionError for an order that there isn't, and for a page that is none or that has no rows.
    """
    sort = _one(query, "sort", "", tuple(SORTS))
    order = _one(query, "order", ORDERS[0], ORDERS)
    pages = max(1, -(-len(views) // PAGE_SIZE))
    page = _page(query, pages)
    first = (page - 1) * PAGE_SIZE
    rows = _sorted(views, sort, descending=order == ORDERS[1])[first : first + PAGE_SIZE]
    return Listing(rows, sort, order, page, pages, first + 1 if rows else 0)


def _sorted(views: Sequence[FigureView], sort: str, *, descending: bool) -> Sequence[FigureView]:
    if not sort:
        return views
    key = SORTS[sort]
    undated = [view for view in views if sort == "as-of" and view.claim.end is None]
    rest = [view for view in views if sort != "as-of" or view.claim.end is not None]
    # Two stable sorts: identifiers ascend in both directions, and what has no date never comes first.
    ordered = sorted(sorted(rest, key=lambda view: view.id), key=key, reverse=descending)
    return [*ordered, *sorted(undated, key=lambda view: view.id)]


def _one(query: Mapping[str, Sequence[str]], parameter: str, default: str, known: Sequence[str]) -> str:
    named = {value for value in query.get(parameter, ()) if value}
    if not named:
        return default
    if len(named) > 1 or not named <= set(known):
        raise SelectionError(say("refused.one-of", parameter=parameter, known=", ".join(known)))
    return named.pop()


def _page(query: Mapping[str, Sequence[str]], pages: int) -> int:
    named = {value for value in query.get("page", ()) if value}
    if not named:
        return 1
    text = named.pop()
    whole = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS and not named
    if not whole or not 1 <= int(text) <= pages:
        raise SelectionError(say("refused.page", pages=pages))
    return int(text)
