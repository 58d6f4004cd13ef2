"""Revisions of published figures: undone to see an earlier state, and demanded where a published value changed.

A revision gives a figure's fields as they were written before and after. Undoing it puts the old ones back,
and the build then reads them as it reads all others: an earlier state is computed, never kept a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from etl import judgement_tables
from etl.judgements import Revision
from etl.models import NOT_STATED
from etl.problems import Problem, nearest
from etl.records import Listed

_NEEDED = ("source", "as_reported", "locator", "agency", "role", "basis", "as_of")
_ID = "figure_id"


def latest_first(records: Sequence[Listed[Revision]]) -> list[Listed[Revision]]:
    """The order in which revisions are undone."""
    return sorted(records, key=lambda listed: listed.record.date, reverse=True)


def undo(raw: pd.DataFrame, records: Sequence[Listed[Revision]]) -> pd.DataFrame:
    """The figures as written before these revisions; `raw` has text columns, its index is kept.

    A withdrawn figure comes back with a new index number, after the figure that it followed or at the
    end of its source's figures. The revisions must have passed `check`.
    """
    table = raw.copy()
    for listed in latest_first(records):
        record = listed.record
        if record.kind == "withdrawn":
            table = _put_back(table, record)
        else:
            rows = table[_ID] == record.figure
            for column, text in record.old.items():
                table.loc[rows, column] = text
    return table


def _put_back(table: pd.DataFrame, record: Revision) -> pd.DataFrame:
    row = dict.fromkeys(table.columns, "") | _defaults(table) | record.old | {_ID: record.figure}
    fresh = pd.DataFrame([row], index=[int(table.index.max()) + 1]).astype("str")
    before = table[_ID] == record.follows if record.follows else table["source"] == record.old["source"]
    place = int(before.to_numpy().nonzero()[0].max(initial=-1)) + 1
    return pd.concat([table.iloc[:place], fresh, table.iloc[place:]])


def _defaults(table: pd.DataFrame) -> dict[str, str]:
    names = ("component", "duty_status", "region", "operation")
    return {name: NOT_STATED for name in names if name in table.columns}


def check(records: Sequence[Listed[Revision]], raw: pd.DataFrame, sources: Sequence[str]) -> list[Problem]:
    """Every revision says what is true: the new state is what the source has now, or the old one of the next.

    `raw` are the figures as written today.
    """
    problems: list[Problem] = []
    days: set[tuple[str, str]] = set()
    table = raw.drop_duplicates(_ID)
    for listed in latest_first(records):
        record = listed.record
        if (record.figure, record.date) in days:
            reason = "The figure is revised twice on one day."
            problems.append(listed.problem(("date",), reason, record.date, "one revision a day"))
        days.add((record.figure, record.date))
        found = list(_check_form(listed, table, sources)) or list(_check_state(listed, table))
        problems += found
        if not found:
            table = undo(table, [listed])
    return problems


def _check_form(listed: Listed[Revision], table: pd.DataFrame, sources: Sequence[str]) -> Iterator[Problem]:
    record = listed.record
    columns = [column for column in table.columns if column != _ID]
    if record.kind == "withdrawn":
        if record.new:
            yield listed.problem(("new",), "A withdrawn figure has no new state.", "new", "old: only")
        for name in _NEEDED:
            if not record.old.get(name):
                yield listed.problem(("old",), f"The old state lacks {name}.", "nothing", ", ".join(_NEEDED))
        source = record.old.get("source", "")
        if source and source not in sources:
            alike = nearest(source, sources)
            yield listed.problem(("old", "source"), "There is no such source.", source, "the id of a source", alike)
    elif record.old.keys() != record.new.keys():
        found = f"{', '.join(record.old)} and {', '.join(record.new)}"
        yield listed.problem(("new",), "The old and the new state name the same fields.", found, "the same fields")
    for side, state in (("old", record.old), ("new", record.new)):
        for name in state:
            if name not in columns:
                alike = nearest(name, columns)
                yield listed.problem((side, name), "There is no such field.", name, ", ".join(columns), alike)


def _check_state(listed: Listed[Revision], table: pd.DataFrame) -> Iterator[Problem]:
    record = listed.record
    rows = table[table[_ID] == record.figure]
    if record.kind == "withdrawn":
        if len(rows):
            accepted = "the id of a figure that is gone"
            yield listed.problem(("figure",), "The withdrawn figure is still in its source.", record.figure, accepted)
        return
    if rows.empty:
        alike = nearest(record.figure, table[_ID])
        yield listed.problem(("figure",), "There is no such figure.", record.figure, "the id of a figure", alike)
        return
    now = rows.iloc[0]
    for name, text in record.new.items():
        if str(now[name]) != text:
            reason = "The new state is not what follows: the source or a later revision has another."
            yield listed.problem(("new", name), reason, text, repr(str(now[name])))
        if record.old[name] == text:
            yield listed.problem(("old", name), "The revision changes nothing here.", text, "another old state")


def states(
    raw: pd.DataFrame, records: Sequence[Listed[Revision]]
) -> Iterator[tuple[Listed[Revision], pd.DataFrame, pd.DataFrame]]:
    """Each revision, latest first, with the figure's row as written before and after it (none once withdrawn).

    `raw` are the figures as written after all of `records`, which passed their checks.
    """
    table = raw
    for listed in latest_first(records):
        earlier = undo(table, [listed])
        figure = listed.record.figure
        yield listed, earlier[earlier[_ID] == figure], table[table[_ID] == figure]
        table = earlier


def revision_table(
    raw: pd.DataFrame, records: Sequence[Listed[Revision]], read: Callable[[pd.DataFrame], pd.DataFrame]
) -> pd.DataFrame:
    """The published table of revisions, in the order written: each with the figure's state before and after.

    `read` normalises rows as written; see `states` for the rest.
    """
    rows = [
        (listed.position, _published(listed.record, {"old": read(before), "new": read(after)}))
        for listed, before, after in states(raw, records)
    ]
    kinds = {
        column.name: "Int64" if column.kind == "integer" else "str" for column in judgement_tables.REVISIONS.columns
    }
    ordered = [row for _, row in sorted(rows, key=lambda row: row[0])]
    return pd.DataFrame(ordered, columns=list(kinds)).astype(kinds)


def _published(record: Revision, sides: Mapping[str, pd.DataFrame]) -> dict[str, object]:
    row: dict[str, object] = {
        "figure_id": record.figure,
        "date": record.date,
        "kind": record.kind,
        "reason": record.reason,
    }
    for side, state in sides.items():
        for name, _, kind in judgement_tables.STATE:
            empty = pd.NA if kind == "integer" else ""
            row[f"{side}_{name}"] = state[name].iloc[0] if len(state) else empty
    return row
