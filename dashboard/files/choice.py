"""What an address under /data/ selects, and how its files say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.exhibits import Exhibit
from dashboard.library import Library
from dashboard.pages.controls import filter_state, source_state
from dashboard.selection import Selection
from dashboard.sentences import say

_MOST_IN_NAME = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Figures in their order, and the filter that chose them.

    `words` is the filter as a sentence, `query` the same as a query string without the question mark, "" for
    everything. `page` is an address that shows the same rows, `name` what files are called, without a suffix.
    """

    ids: tuple[str, ...]
    words: str
    query: str
    page: str
    name: str


def choose(library: Library, published: Sequence[str], chosen: Selection, exhibit: Exhibit | None) -> Choice:
    """The figures of a view that pass the filter, or of the whole ledger where no view is named.

    A view gives its own order; everything unfiltered comes in the order of the package, `published`.
    """
    explorer = exhibit.explorer if exhibit else library.explorer
    chosen = explorer.settled(chosen)
    query, view = chosen.query(), f"view={exhibit.name}" if exhibit else ""
    ids = [figure.id for figure in explorer.selected(chosen)] if query or exhibit else published
    whole = "&".join(part for part in (view, query) if part)
    return Choice(
        ids=tuple(ids),
        words=_words(library, chosen, exhibit),
        query=whole,
        page=_address(exhibit.path, query) if exhibit else _address("/data/figures.csv", query),
        name=_name(chosen, exhibit),
    )


def _address(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def _words(library: Library, chosen: Selection, exhibit: Exhibit | None) -> str:
    said = [say("files.filter.view", view=say(f"{exhibit.name}.tab"))] if exhibit else []
    said += filter_state(library, chosen)
    said += filter(None, [source_state(library, chosen)])
    return say("files.filter.some", filters=say("filter.parted").join(said)) if said else say("files.filter.none")


def _name(chosen: Selection, exhibit: Exhibit | None) -> str:
    """A name that tells files apart at a glance: view and agencies where few are chosen, no more."""
    parts = ["border-figures", *([exhibit.name] if exhibit else [])]
    few = len(chosen.agencies) <= _MOST_IN_NAME
    if few:
        parts += chosen.agencies
    others = replace(chosen, agencies=()).query() if few else chosen.query()
    return "-".join([*parts, "selection"] if others else parts)
