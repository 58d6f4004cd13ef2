"""The figures of one source as rows of the table as written, whether its YAML lists them or a CSV beside it.

A source's `defaults` fill the fields that its figures leave out. A figure out of shape is reported and left
out; the others are read on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from etl import documents, models
from etl.findings import shape_problem
from etl.long_tables import LongTable
from etl.problems import Place, Problem
from etl.unread import Unread

# The columns of the table of figures as written; all text, "" where nothing is written. Each with the
# path of its field in a record, which a CSV names with dots.
_PATHS: Mapping[str, documents.Path] = {
    "figure_id": ("id",),
    "source": (),
    **{name: (name,) for name in ("as_reported", "number", "locator", "agency", "role", "region", "basis")},
    **{name: (name,) for name in ("component", "duty_status", "operation")},
    "as_of": ("as_of", "period"),
    "as_of_stated": ("as_of", "stated"),
    "as_of_from": ("as_of", "from"),
    **{name: (name,) for name in ("part_of", "checked_with", "note")},
}
RAW_COLUMNS = tuple(_PATHS)
_CSV_NAMES = {
    column: ".".join(str(part) for part in path).replace("as_of.period", "as_of")
    for column, path in _PATHS.items()
    if path
}
CSV_NAMES = tuple(_CSV_NAMES.values())
_REQUIRED = ("id", "as_reported", "locator", "agency", "role", "basis", "as_of")
_DATES = ("as_of", "as_of_stated", "as_of_from")
_UNSTATED = ("region", "component", "duty_status", "operation")


@dataclass(frozen=True, slots=True)
class FigureRows:
    """Rows with the columns RAW_COLUMNS, and where each of them is written."""

    frame: pd.DataFrame
    document: documents.Document
    positions: Sequence[int] | np.ndarray
    """The place of each row in the list of the YAML, or in the CSV."""
    table: LongTable | None = None
    unread: Unread = field(default_factory=Unread)

    def place(self, row: int, column: str = "") -> Place:
        """Where a cell is written: in its own row, or among the defaults of the source."""
        position = int(self.positions[row])
        path = _PATHS.get(column, (column,))
        if self.table is None:
            record = ("figures", position)
            return self._written(record, path) or self._written(("defaults",), path) or self.document.place(record)
        name = _CSV_NAMES.get(column, column)
        if name in self.table.frame and self.table.frame[name][position] != "":
            return self.table.place(position, name)
        return self._written(("defaults",), path) or self.table.place(position, name)

    def _written(self, record: documents.Path, path: documents.Path) -> Place | None:
        """The place of a field of a record, if it is written there; `as_of` may be one plain date."""
        places = self.document.places
        return places.get((*record, *path)) or (places.get((*record, path[0])) if path[:1] == ("as_of",) else None)


def listed(document: documents.Document, source: str) -> tuple[FigureRows, list[Problem]]:
    """The figures that a source lists in its YAML; with defaults out of shape, which are told there, none is read."""
    value = document.value
    items = value.get("figures", []) if isinstance(value, dict) else []
    defaults = value.get("defaults", {}) if isinstance(value, dict) else {}
    rows: list[dict[str, str]] = []
    positions: list[int] = []
    problems: list[Problem] = []
    unread = Unread(unnamed=not isinstance(items, list))
    usable = _in_shape(defaults)
    for position, item in enumerate(items if isinstance(items, list) else []):
        if not usable:
            unread.add(item.get("id") if isinstance(item, dict) else None)
            continue
        filled = {**defaults, **item} if isinstance(item, dict) and isinstance(defaults, dict) else item
        try:
            record = models.Figure.model_validate(filled)
        except ValidationError as error:
            name = item.get("id") if isinstance(item, dict) else None
            label = f"figure {name}" if isinstance(name, str) else f"figure {position + 1}"
            unread.add(name)
            path = ("figures", position)
            details = error.errors(include_url=False)
            problems += [shape_problem(detail, document, path, label, models.Figure) for detail in details]
            continue
        rows.append(_row(record, source))
        positions.append(position)
    frame = pd.DataFrame(rows, columns=list(RAW_COLUMNS), dtype="str")
    return FigureRows(frame, document, positions, unread=unread), problems


def _in_shape(defaults: documents.Value) -> bool:
    try:
        models.Defaults.model_validate(defaults)
    except ValidationError:
        return False
    return True


def _row(record: models.Figure, source: str) -> dict[str, str]:
    written = {**record.model_dump(), "source": source, "figure_id": record.id}
    as_of = record.as_of
    written |= {"as_of": as_of.period, "as_of_stated": as_of.stated, "as_of_from": as_of.derived_from}
    return {column: written[column] or "" for column in RAW_COLUMNS}


def tabled(document: documents.Document, source: models.Source, table: LongTable) -> tuple[FigureRows, list[Problem]]:
    """The figures of the CSV beside a source's YAML: checked column by column, each distinct cell once."""
    defaults = _row_of_defaults(source)
    absent = [
        name for column, name in _CSV_NAMES.items()
        if name in _REQUIRED and name not in table.frame and defaults[column] == ""
    ]  # fmt: skip
    if absent:
        place = Place(table.file, 1, 1)
        accepted = "a column, or a default of the source"
        none = pd.DataFrame(columns=list(RAW_COLUMNS), dtype="str")
        nothing = FigureRows(none, document, [], table, Unread(unnamed=True))
        return nothing, [Problem(place, "", name, "The column is missing.", "nothing", accepted) for name in absent]
    bad: dict[tuple[int, str], ErrorDetails] = {}
    for column, name in _CSV_NAMES.items():
        if name in table.frame:
            bad |= {(row, name): detail for row, detail in _bad_cells(table.frame[name], name)}
            if name in _REQUIRED and defaults[column] == "":
                bad |= {(int(row), name): _missing(name) for row in np.flatnonzero(table.frame[name] == "")}
    labels = table.frame["id"]
    problems = [
        shape_problem(detail, _Row(table, row), (), f"figure {labels[row] or row + 1}", models.Figure)
        for (row, _), detail in sorted(bad.items(), key=lambda item: item[0])
    ]
    left_out = sorted({row for row, _ in bad})
    kept = np.delete(np.arange(len(table.frame)), left_out)
    frame = _filled(table.frame.take(kept).reset_index(drop=True), defaults)
    unread = Unread()
    for name in labels.take(left_out):
        unread.add(name)
    return FigureRows(frame, document, kept, table, unread), problems


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a CSV, asked for places as a document is."""

    table: LongTable
    row: int

    def place(self, path: documents.Path) -> Place:
        return self.table.place(self.row, ".".join(str(part) for part in path))


def _row_of_defaults(source: models.Source) -> dict[str, str]:
    written = source.defaults.model_dump(exclude={"as_of"})
    as_of = source.defaults.as_of
    if as_of is not None:
        written |= {"as_of": as_of.period, "as_of_stated": as_of.stated, "as_of_from": as_of.derived_from}
    unstated = dict.fromkeys(_UNSTATED, models.NOT_STATED)
    return {column: written.get(column) or unstated.get(column, "") for column in RAW_COLUMNS} | {"source": source.id}


def _filled(frame: pd.DataFrame, defaults: Mapping[str, str]) -> pd.DataFrame:
    """The table as written: a cell with nothing in it takes the default; a row's own date takes none of it."""
    nothing = pd.Series("", index=frame.index, dtype="str")
    dated = frame["as_of"] != "" if "as_of" in frame else nothing != ""
    columns: dict[str, pd.Series[str]] = {}
    for column in RAW_COLUMNS:
        cells = frame.get(_CSV_NAMES.get(column, ""), nothing)
        own = (cells != "") | dated if column in _DATES else cells != ""
        columns[column] = cells.where(own, defaults[column]) if defaults[column] else cells
    return pd.DataFrame(columns)


def _bad_cells(cells: pd.Series[str], name: str) -> Iterator[tuple[int, ErrorDetails]]:
    """Rows whose cell the record's model refuses, with pydantic's error; an empty cell says nothing."""
    codes, distinct = pd.factorize(cells)
    texts = [str(text) for text in distinct]
    try:
        _ADAPTERS[name].validate_python([text or _filler(name) for text in texts])
    except ValidationError as error:
        refused = {int(detail["loc"][0]): detail for detail in error.errors(include_url=False)}
        for row in np.flatnonzero(np.isin(codes, list(refused))):
            yield int(row), {**refused[int(codes[row])], "loc": tuple(name.split("."))}


def _filler(name: str) -> str:
    """Any cell that the model accepts, for those in which nothing is written."""
    return "publication" if name == "as_of.from" else "xx"


def _adapter(name: str) -> TypeAdapter[list[str]]:
    """What checks many cells of a column at once, by the field of the record that the column stands for."""
    owner, _, inner = name.partition(".")
    if owner == "as_of":
        info = models.AsOf.model_fields[{"": "period", "from": "derived_from"}.get(inner, inner)]
    else:
        info = models.Figure.model_fields[name]
    return TypeAdapter(list[info.rebuild_annotation()])  # type: ignore[misc, arg-type]  # made at run time


_ADAPTERS = {name: _adapter(name) for name in CSV_NAMES}


def _missing(name: str) -> ErrorDetails:
    return {"type": "missing", "loc": (name,), "input": "", "msg": ""}
