"""Descriptions of the CSV files by the W3C's "Metadata Vocabulary for Tabular Data" (CSVW).

A foreign key may only name a table of the same document, so a description of one table describes those that it
refers to as well. A reference that may be empty is no foreign key here: validators disagree on whether an empty
cell breaks one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dashboard.files.imprint import Imprint
from etl import schema

CONTENT_TYPE = "application/csvm+json"
GROUP = "csv-metadata.json"
"""Where the standard looks for the description of every CSV file of a folder."""
BESIDE = "-metadata.json"
"""What the standard puts behind the address of a CSV file to find its own description."""

_CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
# A reader of the standard drops the byte order mark when it decodes UTF-8.
_DIALECT = {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}


def whole(imprint: Imprint) -> bytes:
    """The description of all tables, to stand in their folder as `csv-metadata.json`."""
    return _document(((f"{table.name}.csv", table) for table in schema.PUBLISHED), imprint)


def beside(table: schema.Table, imprint: Imprint, query: str = "") -> bytes:
    """The description of one table, to stand at `<name>.csv-metadata.json`.

    `query` is that of a file with some of the rows, which has an address of its own.
    """
    needed = _referred(table)
    own = (f"{table.name}.csv{f'?{query}' if query else ''}", table)
    others = [(f"{other.name}.csv", other) for other in schema.PUBLISHED if other.name in needed]
    return _document([own, *others], imprint)


def _referred(table: schema.Table) -> set[str]:
    """The tables that this one refers to, itself or through others."""
    by_name = {one.name: one for one in schema.PUBLISHED}
    found: set[str] = set()
    waiting = [table]
    while waiting:
        targets = {name for _, (name, _) in _references(waiting.pop())}
        waiting += [by_name[target] for target in targets - found]
        found |= targets
    return found - {table.name}


def _document(tables: Iterable[tuple[str, schema.Table]], imprint: Imprint) -> bytes:
    group = {
        "@context": _CONTEXT,
        "@type": "TableGroup",
        "dc:title": imprint.title,
        "dc:description": imprint.description,
        "dc:license": {"@id": imprint.licence_address},
        "schema:version": imprint.data_version,
        "dialect": _DIALECT,
        "tables": [_table(address, table) for address, table in tables],
    }
    return (json.dumps(group, ensure_ascii=False, indent=2) + "\n").encode()


def _table(address: str, table: schema.Table) -> dict[str, object]:
    keys = [
        {"columnReference": column, "reference": {"resource": f"{name}.csv", "columnReference": key}}
        for column, (name, key) in _references(table)
    ]
    return {
        "url": address,
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
            "null": "",
        },
    }


def _references(table: schema.Table) -> Iterator[tuple[str, tuple[str, str]]]:
    """The columns that always refer to a row of another table, with its name and column."""
    for column in table.columns:
        if column.refers_to and column.required:
            yield column.name, column.refers_to


def _column(column: schema.Column) -> dict[str, object]:
    return {
        "name": column.name,
        # The header of a file has to be among the titles.
        "titles": [column.name, column.title],
        "dc:description": column.description,
        "datatype": _datatype(column),
        **({"required": True} if column.required else {}),
    }


def _datatype(column: schema.Column) -> str | dict[str, object]:
    if column.minimum is not None:
        return {"base": column.kind, "minimum": column.minimum}
    if column.values:
        return {"base": column.kind, "format": f"^({'|'.join(column.values)})$"}
    if column.pattern:
        return {"base": column.kind, "format": column.pattern}
    return column.kind
