"""One published column and one published table: from these come the checks, the Table Schema and the order.

The checks before publishing are pandera's; the Table Schema is that of the Data Package standard, version 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandera.pandas as pa

Kind = Literal["string", "integer", "date"]

_DATE = r"^(\d{4}-\d{2}-\d{2})?$"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and what a cell may be.

    An optional text or date is published as an empty cell when there is nothing to say.
    """

    name: str
    title: str
    description: str
    kind: Kind = "string"
    required: bool = True
    unique: bool = False
    minimum: int | None = None
    pattern: str | None = None
    values: tuple[str, ...] = ()
    refers_to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One published table, written to `<name>.csv` with the columns in this order."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    """The columns that together name a row; the first column where nothing is given."""

    def __post_init__(self) -> None:
        """Fill the key in."""
        object.__setattr__(self, "key", self.key or (self.columns[0].name,))

    def pandera(self) -> pa.DataFrameSchema:
        """The schema that a frame must meet to be published; text is `str`, integers are `Int64`."""
        columns = {column.name: _pandera_column(column) for column in self.columns}
        return pa.DataFrameSchema(columns, strict=True, ordered=True, unique=list(self.key))

    def table_schema(self) -> dict[str, object]:
        """The Table Schema of the Data Package standard, version 2."""
        keys = [
            {
                "fields": [column.name],
                "reference": {"resource": column.refers_to[0], "fields": [column.refers_to[1]]},
            }
            for column in self.columns
            if column.refers_to
        ]
        return {
            "fields": [_field(column) for column in self.columns],
            "primaryKey": list(self.key),
            **({"foreignKeys": keys} if keys else {}),
            "missingValues": [""],
        }


def _pandera_column(column: Column) -> pa.Column:
    checks: list[pa.Check] = []
    if column.kind == "date":
        checks.append(pa.Check.str_matches(_DATE))
    if column.required and column.kind != "integer":
        checks.append(pa.Check.str_length(min_value=1))
    if column.pattern:
        allowed = column.pattern if column.required else f"(?:{column.pattern}|^$)"
        checks.append(pa.Check.str_matches(allowed))
    if column.values:
        allowed_values = column.values if column.required else ("", *column.values)
        checks.append(pa.Check.isin(allowed_values))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    nullable = column.kind == "integer" and not column.required
    dtype = "Int64" if column.kind == "integer" else "str"
    return pa.Column(dtype, checks, nullable=nullable, unique=column.unique)


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.values:
        constraints["enum"] = list(column.values)
    return {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
    }
