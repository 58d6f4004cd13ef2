"""The table as written to the table as published: wording to quantity, as-of to interval, ids to names.

Pure and column by column: tables in, table and findings out, no files. A wording or a date that occurs
in many rows is read once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from etl import periods, wording

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong in one row of a table: the row's index, the column, and what was expected."""

    row: int
    column: str
    reason: str
    found: str
    accepted: str
    nearest: str | None = None
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A published table (index as in the table as written) and the findings of its making."""

    table: pd.DataFrame
    findings: list[Finding]


def normalise(
    raw: pd.DataFrame, sources: pd.DataFrame, agencies: Mapping[str, str], regions: Mapping[str, str]
) -> Outcome:
    """Read the figures as written (figure_rows.RAW_COLUMNS) into the columns of schema.FIGURES.

    `sources` is indexed by source id with the columns publisher, title, published and address; `agencies`
    and `regions` give each node's way down its tree in words. A cell that can't be read is reported and left
    empty (integers <NA>, text ""), so that the remaining checks still run over its row.
    """
    quantities, bad_wordings = _quantities(raw)
    spans, bad_dates = _as_of(raw["as_of"], "as_of")
    origin = sources.reindex(raw["source"]).set_axis(raw.index)
    columns: dict[str, pd.Series[Any]] = {
        "figure_id": raw["figure_id"],
        "figure_address": "/figure/" + raw["figure_id"],
    }
    columns |= {str(name): quantities[name] for name in quantities}
    columns |= {
        "as_reported": raw["as_reported"],
        "agency": raw["agency"],
        "agency_path": _paths(raw["agency"], agencies),
        "role": raw["role"],
        "region": raw["region"],
        "region_path": _paths(raw["region"], regions),
    }
    columns |= {name: raw[name] for name in ("basis", "component", "duty_status", "operation")}
    columns |= {str(name): spans[name] for name in spans}
    columns |= {name: raw[name] for name in ("as_of_stated", "as_of_from", "part_of", "source")}
    columns |= {
        f"source_{name}": origin[name].fillna("").astype("str")
        for name in ("publisher", "title", "published", "address")
    }
    columns |= {name: raw[name] for name in ("locator", "checked_with", "note")}
    return Outcome(pd.DataFrame(columns), [*bad_wordings, *bad_dates])


def events(raw: pd.DataFrame) -> Outcome:
    """Read the events as written; adds start, end and precision of their dates."""
    spans, findings = _as_of(raw["date"], "date", kind="event")
    spans = spans.rename(columns=lambda name: name.replace("as_of_", "date_"))
    return Outcome(raw.drop(columns="date").join(spans), findings)


def _distinct(cells: pd.Series[str], read: Callable[[str], Read]) -> tuple[np.ndarray, list[Read]]:
    """Read every distinct text once: the position of each cell's reading, and the readings."""
    codes, texts = pd.factorize(cells)
    return codes, [read(str(text)) for text in texts]


def _paths(names: pd.Series[str], paths: Mapping[str, str]) -> pd.Series[str]:
    """The way down the tree to each name, "" for a name that the tree lacks."""
    codes, ways = _distinct(names, lambda name: paths.get(name, ""))
    return pd.Series(ways, dtype="str").take(codes).set_axis(names.index)


def _quantities(raw: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Columns value, value_low, value_high (Int64, nullable), qualifier and hedge."""
    separator = "\x1f"  # can't occur in a file that was read; NUL would be lost in a column
    cells = raw["as_reported"] + separator + raw["number"]

    def read(cell: str) -> wording.Quantity | wording.WordingError:
        text, _, number = cell.partition(separator)
        try:
            return wording.read(text, number or None)
        except wording.WordingError as error:
            return error

    codes, readings = _distinct(cells, read)
    rows = [
        (q.value, q.low, q.high, q.qualifier.value, q.hedge)
        if isinstance(q, wording.Quantity)
        else (None, None, None, "", "")
        for q in readings
    ]
    names = ["value", "value_low", "value_high", "qualifier", "hedge"]
    distinct = pd.DataFrame(rows, columns=names)
    distinct = distinct.astype(dict(zip(names, ["Int64"] * 3 + ["str"] * 2, strict=True)))
    findings = [
        Finding(row, "as_reported", error.reason, error.found, error.accepted)
        for row, error in _errors(codes, readings, wording.WordingError)
    ]
    return distinct.take(codes).set_axis(raw.index), findings


def _as_of(cells: pd.Series[str], column: str, kind: str = "figure") -> tuple[pd.DataFrame, list[Finding]]:
    """Columns as_of_text, as_of_start, as_of_end (ISO dates, "" when not stated) and as_of_precision."""

    def read(cell: str) -> periods.Period | periods.PeriodError:
        try:
            return periods.read(cell)
        except periods.PeriodError as error:
            return error

    codes, readings = _distinct(cells, read)
    rows = [
        (
            period.text,
            period.start.isoformat() if period.start else "",
            period.end.isoformat() if period.end else "",
            period.precision.value,
        )
        if isinstance(period, periods.Period)
        else ("", "", "", "")
        for period in readings
    ]
    names = ["as_of_text", "as_of_start", "as_of_end", "as_of_precision"]
    distinct = pd.DataFrame(rows, columns=names, dtype="str")
    findings = [
        Finding(row, column, error.reason, error.found, error.accepted, kind=kind)
        for row, error in _errors(codes, readings, periods.PeriodError)
    ]
    return distinct.take(codes).set_axis(cells.index), findings


Failure = TypeVar("Failure", bound=Exception)


def _errors(codes: np.ndarray, readings: list[Read], failure: type[Failure]) -> list[tuple[int, Failure]]:
    """Every row whose reading failed, with the error: only the rare failing texts are looked up."""
    failed = {code: r for code, r in enumerate(readings) if isinstance(r, failure)}
    if not failed:
        return []
    rows = np.flatnonzero(np.isin(codes, list(failed)))
    return [(int(row), failed[codes[row]]) for row in rows]
