"""Nothing published changes silently: a changed or removed figure, or revision, is found unless a revision says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl import building, judgement_tables, published, revisions
from etl.building import Build
from etl.judgements import Revision
from etl.problems import Place, Problem
from etl.records import Listed

STATE = tuple(name for name, _, _ in judgement_tables.STATE)
GUARDED = tuple(name for name in STATE if name != "as_reported")
"""Columns of the figures that a published row keeps. A wording may be cut anew while its reading stays the same."""

_REVISION_STATE = [f"{side}_{name}" for side in ("old", "new") for name in STATE]


@dataclass(frozen=True, slots=True)
class Change:
    """A published cell that would change without a revision; with `column` "" the row would be gone.

    `row` counts the published rows from 0.
    """

    record: str
    column: str
    was: str
    now: str
    row: int


def silent_changes(kept: pd.DataFrame, before: pd.DataFrame) -> Iterator[Change]:
    """Compare the published figures with today's, revisions that are not published yet undone in `before`.

    Both tables hold text. Only columns that both have are compared: a column may join the package.
    """
    columns = [name for name in GUARDED if name in kept and name in before]
    rows = before.drop_duplicates("figure_id").set_index("figure_id")[columns].to_dict("index")
    for row, (name, *cells) in enumerate(kept[["figure_id", *columns]].itertuples(index=False, name=None)):
        if name not in rows:
            yield Change(name, "", name, "nothing", row)
            continue
        for column, was in zip(columns, cells, strict=True):
            now = str(rows[name][column])
            if now != was:
                yield Change(name, column, was, now, row)


def lost_revisions(kept: pd.DataFrame, built: pd.DataFrame) -> Iterator[Change]:
    """Published revisions that are gone or tell of other states now; both tables hold text."""
    keys = ["figure_id", "date"]
    columns = [name for name in ("kind", *_REVISION_STATE) if name in kept and name in built]
    rows = built.set_index(keys)[columns].to_dict("index")
    for row, (name, day, *cells) in enumerate(kept[[*keys, *columns]].itertuples(index=False, name=None)):
        if (name, day) not in rows:
            yield Change(name, "", day, "nothing", row)
            continue
        for column, was in zip(columns, cells, strict=True):
            now = str(rows[name, day][column])
            if now != was:
                yield Change(name, column, was, now, row)


def unpublished(records: Sequence[Listed[Revision]], kept: pd.DataFrame) -> list[Listed[Revision]]:
    """The revisions that the published table of revisions lacks."""
    known = set(zip(kept["figure_id"], kept["date"], strict=True))
    return [listed for listed in records if (listed.record.figure, listed.record.date) not in known]


_ACCEPTED = "what was published, or a revision of the figure in revisions.yml"
_WRITTEN_AS = {"as_of_text": "as_of", **dict.fromkeys(("value", "value_low", "value_high", "qualifier"), "as_reported")}


def problems(build: Build, package: Path) -> list[Problem]:
    """Every silent change of the published package that publishing `build` would make.

    A figure or a revision that is gone is told at its line in the package, which has a header line.
    """
    kept = published.read_tables(package)
    found: list[Problem] = []
    if "revisions" in kept:
        built = published.as_published(build.tables["revisions"])
        for change in lost_revisions(kept["revisions"], built):
            place = _line(package, "revisions", change.row)
            reason = "A published revision is gone or tells something else."
            found.append(Problem(place, f"revision of {change.record}", change.column, reason, change.now, change.was))
    if "figures" in kept:
        found += _figure_problems(build, kept, package)
    return found


def _figure_problems(build: Build, kept: dict[str, pd.DataFrame], package: Path) -> Iterator[Problem]:
    records = build.judgements.revisions
    new = unpublished(records, kept["revisions"]) if "revisions" in kept else records
    raw = build.ledger.figures
    before = published.as_published(building.reader(build.ledger)(revisions.undo(raw, new)))
    index = dict(zip(raw["figure_id"], raw.index, strict=True))
    for change in silent_changes(kept["figures"], before):
        record = f"figure {change.record}"
        if change.record in index:
            column = _WRITTEN_AS.get(change.column, change.column)
            place = build.ledger.place("figure", int(index[change.record]), column)
            reason = f"The published {change.column} changes without a revision; it was {change.was or 'empty'}."
            yield Problem(place, record, column, reason, change.now, _ACCEPTED)
        else:
            place = _line(package, "figures", change.row)
            reason = "A published figure is gone without a revision."
            if change.column:
                reason = f"The withdrawal's old state has another {change.column} than was published."
            accepted = change.was if change.column else _ACCEPTED
            yield Problem(place, record, change.column, reason, change.now, accepted)


def _line(package: Path, table: str, row: int) -> Place:
    """The line of a row in the file of a table; the header is line 1."""
    return Place(f"{package.parent.name}/{package.name}/{table}.csv", row + 2, 1)
