"""The published package as text: what a build is compared with. An empty cell is ""."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd

from etl import publish, schema


def read_tables(package: Path) -> dict[str, pd.DataFrame]:
    """The tables of a package by name, as far as they are there; all cells text."""
    tables = {}
    for table in schema.PUBLISHED:
        path = package / f"{table.name}.csv"
        if path.is_file():
            tables[table.name] = pd.read_csv(path, dtype="str", keep_default_na=False)
    return tables


def as_published(table: pd.DataFrame) -> pd.DataFrame:
    """A built table with its cells as they would be read from the package."""
    return pd.read_csv(io.StringIO(publish.to_csv(table)), dtype="str", keep_default_na=False)
