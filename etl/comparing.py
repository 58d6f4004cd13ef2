"""What a build would change in the published package: rows gained, changed field by field, and lost, by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from etl import schema
from etl.published import as_published

Row = dict[str, str]
_KEY_LINK = " "


@dataclass(slots=True)
class TableDiff:
    """The rows of one table by key; of a changed row, each field with what it was and what it will be."""

    gained: dict[str, Row] = field(default_factory=dict)
    changed: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    lost: dict[str, Row] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """True when something differs."""
        return bool(self.gained or self.changed or self.lost)


def compare(published: Mapping[str, pd.DataFrame], built: Mapping[str, pd.DataFrame]) -> dict[str, TableDiff]:
    """The difference of each table that differs, in the order of the package. `published` holds text cells."""
    diffs = {}
    for table in schema.TABLES:
        names = [column.name for column in table.columns]
        now = _by_key(as_published(built[table.name][names]), table)
        was = _by_key(published[table.name], table) if table.name in published else {}
        diff = compare_rows(was, now)
        if diff:
            diffs[table.name] = diff
    return diffs


def compare_rows(was: Mapping[str, Row], now: Mapping[str, Row]) -> TableDiff:
    """The difference of two tables given by key. A field that one side lacks counts as empty."""
    diff = TableDiff()
    for key, row in now.items():
        if key not in was:
            diff.gained[key] = {name: text for name, text in row.items() if text}
            continue
        old = was[key]
        fields = {
            name: (old.get(name, ""), row.get(name, ""))
            for name in dict.fromkeys((*row, *old))
            if old.get(name, "") != row.get(name, "")
        }
        if fields:
            diff.changed[key] = fields
    diff.lost = {key: {name: text for name, text in row.items() if text} for key, row in was.items() if key not in now}
    return diff


def _by_key(frame: pd.DataFrame, table: schema.Table) -> dict[str, Row]:
    rows: list[Row] = frame.to_dict("records")  # type: ignore[assignment]  # all cells are text
    return {_KEY_LINK.join(row.get(name, "") for name in table.key): row for row in rows}


def as_json(diffs: Mapping[str, TableDiff]) -> dict[str, object]:
    """The differences as JSON values: rows as they are, changed fields as {"was": ..., "now": ...}."""
    return {
        name: {
            "gained": diff.gained,
            "changed": {
                key: {column: {"was": was, "now": now} for column, (was, now) in fields.items()}
                for key, fields in diff.changed.items()
            },
            "lost": diff.lost,
        }
        for name, diff in diffs.items()
    }


def as_text(diffs: Mapping[str, TableDiff], marked: str = "as_reported") -> str:
    """The differences as lines: + gained, ~ changed, - lost; a figure with its wording."""
    lines = []
    for name, diff in diffs.items():
        counts = f"{len(diff.gained):,} gained, {len(diff.changed):,} changed, {len(diff.lost):,} lost"
        lines.append(f"{name}: {counts}")
        lines += [f"  + {key}{_wording(row, marked)}" for key, row in diff.gained.items()]
        for key, fields in diff.changed.items():
            lines.append(f"  ~ {key}")
            lines += [f"      {column}: {was or '–'} → {now or '–'}" for column, (was, now) in fields.items()]
        lines += [f"  - {key}{_wording(row, marked)}" for key, row in diff.lost.items()]
    return "\n".join(lines) or "Nothing would change."


def _wording(row: Row, marked: str) -> str:
    return f": {row[marked]}" if marked in row else ""
