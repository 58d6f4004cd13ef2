"""A selection as one JSON document."""

from __future__ import annotations

import json

import pandas as pd

from dashboard.files.extract import Extract


def as_json(extract: Extract) -> bytes:
    """An object that names its data version, filter and licence, and holds an object a row.

    Keys of the rows are the columns of the tables. Integers are numbers, an empty cell is null.
    """
    imprint = extract.imprint
    document = {
        "title": imprint.title,
        "data_version": imprint.data_version,
        "query": extract.choice.query,
        "filter": extract.choice.words,
        "address": extract.address,
        "licence": {"title": imprint.licence, "address": imprint.licence_address},
        "count": len(extract.figures),
        "figures": _objects(extract.figures),
        "sources": _objects(extract.sources),
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _objects(table: pd.DataFrame) -> list[dict[str, str | int | None]]:
    columns = [
        [None if value is pd.NA or value == "" else value for value in table[name].tolist()] for name in table.columns
    ]
    names = [str(name) for name in table.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
