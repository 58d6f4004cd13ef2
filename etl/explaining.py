"""The way of one figure from its source's wording to its published row, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl import wording
from etl.building import Build

Steps = dict[str, dict[str, Any]]


def explain(build: Build, figure_id: str) -> Steps:
    """Steps in order, each a mapping of names to values. Raises KeyError for an unknown figure."""
    ledger = build.ledger
    rows = ledger.figures.index[ledger.figures["figure_id"] == figure_id]
    if rows.empty:
        raise KeyError(figure_id)
    row = int(rows[0])
    written = ledger.figures.to_dict("index")[row]
    published = build.tables["figures"].to_dict("index")[row]
    place = ledger.place("figure", row)
    quantity = wording.read(written["as_reported"], written["number"] or None)
    return {
        "written": {"place": f"{place.file}:{place.line}:{place.column}", **_filled(written)},
        "wording": {
            "text": written["as_reported"],
            "number": written["as_reported"][quantity.number_start : quantity.number_end],
            "hedge": quantity.hedge,
        },
        "quantity": {
            "value": quantity.value,
            "low": quantity.low,
            "high": quantity.high,
            "qualifier": quantity.qualifier.value,
        },
        "period": {name: published[name] for name in ("as_of_text", "as_of_start", "as_of_end", "as_of_precision")},
        "place in the whole": {
            "agency": published["agency_path"],
            "part of": published["part_of"],
            "parts": _parts(build, figure_id),
        },
        "published": _filled(published),
    }


def as_text(steps: Steps) -> str:
    """The steps as indented lines, an open bound or an empty value as a dash."""
    lines = []
    for step, values in steps.items():
        lines.append(step)
        lines.extend(f"  {name:<16} {_shown(value)}" for name, value in values.items())
    return "\n".join(lines)


def _shown(value: object) -> str:
    if value is None or value in ("", []):
        return "–"
    return ", ".join(value) if isinstance(value, list) else str(value)


def _parts(build: Build, figure_id: str) -> list[str]:
    figures = build.tables["figures"]
    return list(figures.loc[figures["part_of"] == figure_id, "figure_id"])


def _filled(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The cells that hold something, numbers as Python integers and an open bound as None."""
    return {
        str(name): value if isinstance(value, str) else None if pd.isna(value) else int(value)
        for name, value in row.items()
        if value != ""
    }
