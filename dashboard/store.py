"""The published package in memory: read once, checked against its own descriptor, never changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from etl import publish, schema


class PackageError(Exception):
    """The package can't be served; the message names the file, what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Store:
    """The tables of one data version.

    `tables` holds a frame a table (text columns `str`, "" where empty; integers `Int64`), `files` the
    published bytes by file name.
    """

    data_version: str
    tables: dict[str, pd.DataFrame]
    files: dict[str, bytes]

    @property
    def figures(self) -> pd.DataFrame:
        """One row a figure, in published order."""
        return self.tables["figures"]

    def parents(self, name: str) -> dict[str, str | None]:
        """The tree of "agencies" or "regions": each id with the id above it, in the order of the vocabulary."""
        table = self.tables[name]
        return {node: parent or None for node, parent in zip(table["id"], table["parent"], strict=True)}


def load(package: Path) -> Store:
    """Read a package folder. Raises PackageError when a file is missing or not as described."""
    try:
        descriptor_bytes = (package / "datapackage.json").read_bytes()
        descriptor: dict[str, Any] = json.loads(descriptor_bytes)
    except OSError as error:
        advice = "publish one with `python -m etl build`"
        raise PackageError(f"{package}: there is no readable package; {advice}") from error
    except json.JSONDecodeError as error:
        raise PackageError(f"{package}/datapackage.json: not JSON ({error})") from error
    files = {"datapackage.json": descriptor_bytes}
    for resource in descriptor["resources"]:
        files[resource["path"]] = _content(package, resource)
    tables = {table.name: _frame(package / f"{table.name}.csv", table) for table in schema.PUBLISHED}
    return Store(descriptor["version"], tables, files)


def _content(package: Path, resource: dict[str, Any]) -> bytes:
    path = package / resource["path"]
    try:
        content: bytes = path.read_bytes()
    except OSError as error:
        raise PackageError(f"{path}: {error.strerror or error}") from error
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    if digest != resource["hash"]:
        expected = f"the descriptor says {resource['hash']}"
        raise PackageError(f"{path}: changed since it was published ({digest}; {expected})")
    return content


def _frame(path: Path, table: schema.Table) -> pd.DataFrame:
    kinds = {c.name: "Int64" if c.kind == "integer" else "str" for c in table.columns}
    texts = [name for name, kind in kinds.items() if kind == "str"]
    frame = pd.read_csv(path, dtype=kinds, keep_default_na=False, na_values=dict.fromkeys(
        (name for name, kind in kinds.items() if kind == "Int64"), ""))  # fmt: skip
    # Cells that would start a formula are published with an apostrophe in front; a page has no need of it.
    return frame.assign(**{name: frame[name].fillna("").map(publish.as_meant) for name in texts})
