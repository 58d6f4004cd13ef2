"""The data dictionary: the published tables and their columns as a page, from their one definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.columns import Column, Table

_HEAD = """\
# Data dictionary

Every table of the package and every column in it. This page is made from the definitions that the build
checks the tables against; `python -m etl dictionary` writes it anew.

An empty cell means that there is nothing to say. Dates are ISO 8601, numbers are whole people unless a
description says otherwise. Files are CSV by RFC 4180 in UTF-8; a text that a spreadsheet would take for a
formula has an apostrophe before it.
"""


def page(tables: Sequence[Table]) -> str:
    """The page in Markdown."""
    return "\n".join([_HEAD, *(line for table in tables for line in _table(table))])


def _table(table: Table) -> Iterator[str]:
    key = ", ".join(f"`{name}`" for name in table.key)
    yield f"## {table.name}.csv\n\n{table.description} Key: {key}.\n"
    yield "| column | type | description |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {column.kind} | {_description(column)} |"
    yield ""


def _description(column: Column) -> str:
    parts = [column.description]
    if column.values:
        parts.append(f"One of {', '.join(f'`{value}`' for value in column.values)}.")
    if column.refers_to:
        table, name = column.refers_to
        parts.append(f"Refers to `{table}.{name}`.")
    if not column.required and "empty" not in column.description:
        parts.append("May be empty.")
    return " ".join(parts).replace("|", "\\|")
