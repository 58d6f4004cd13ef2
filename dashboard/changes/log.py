"""The log of the ledger by day: figures that were revised or withdrawn, and sources that joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import sentences
from dashboard.library import Library, Row
from dashboard.sentences import say
from etl.wording import Qualifier

_OLD, _NEW = "old_", "new_"


@dataclass(frozen=True, slots=True)
class State:
    """A figure as it stood before or after a revision, in words; `row` holds the cells as published."""

    amount: str
    agency: str
    basis: str
    as_of: str
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of one figure; `after` is None for a figure that was withdrawn."""

    figure: str
    date: str
    reason: str
    before: State
    after: State | None
    there: bool
    """Whether the figure has a page: one that was changed and later withdrawn has none."""


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day (ISO 8601): revisions in their order, and the rows of new sources."""

    date: str
    revisions: tuple[Revision, ...]
    sources: tuple[Row, ...]


def log(library: Library) -> tuple[Day, ...]:
    """All days on which something happened, the newest first.

    Sources that were there from the start have no day, so they are on none.
    """
    revisions: dict[str, list[Revision]] = {}
    for rows in library.revisions_of.values():
        for row in rows:
            revisions.setdefault(row["date"], []).append(revision(library, row))
    sources: dict[str, list[Row]] = {}
    for source in library.sources.values():
        if source["added"]:
            sources.setdefault(source["added"], []).append(source)
    days = sorted({*revisions, *sources}, reverse=True)
    return tuple(Day(day, tuple(revisions.get(day, ())), tuple(sources.get(day, ()))) for day in days)


def revision(library: Library, row: Row) -> Revision:
    """A published row of the revisions in words."""
    after = _state(library, row, _NEW) if row["kind"] == "changed" else None
    before = _state(library, row, _OLD)
    return Revision(row["figure_id"], row["date"], row["reason"], before, after, row["figure_id"] in library.figures)


def _state(library: Library, row: Row, side: str) -> State:
    cells = {name.removeprefix(side): text for name, text in row.items() if name.startswith(side)}
    qualifier = Qualifier(cells["qualifier"])
    high = int(cells["value_high"]) if cells["value_high"] else None
    number = sentences.amount(int(cells["value"]), high, qualifier, "")
    explorer = library.explorer
    basis = explorer.bases.get(cells["basis"])
    return State(
        amount=say(f"changes.amount.{qualifier.value}", number=number),
        agency=explorer.agency_names.get(cells["agency"], cells["agency"]),
        basis=basis.label if basis else cells["basis"],
        as_of=sentences.period_text(cells["as_of_text"]),
        row=cells,
    )
