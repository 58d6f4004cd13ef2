"""Checked tables to a Data Package on disk: same input, same bytes; the whole package or the old one.

The package is written into a folder beside the published one, which is then exchanged for it in a single
step of the file system. Where the system has no such step the old folder is moved aside first, and the
next build puts it back if the process died between the two moves.
"""

from __future__ import annotations

import csv
import ctypes
import hashlib
import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors

from etl import schema

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class PublishError(Exception):
    """Checked tables do not meet their own schema, or the package folder can't be written."""


def inert(cell: str) -> str:
    """A text cell that no spreadsheet takes for a formula: an apostrophe goes before such a start.

    Leading spaces count as part of the start, because spreadsheets trim them.
    """
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA_STARTS) else cell


def as_meant(cell: str) -> str:
    """The cell as it was before `inert` made it safe for spreadsheets."""
    return cell[1:] if cell.startswith("'") and inert(cell[1:]) == cell else cell


def to_csv(table: pd.DataFrame) -> str:
    """A table as CSV by RFC 4180: CRLF line ends, quotes only where needed, header row first."""
    texts: list[str] = list(table.select_dtypes("str"))
    safe = table.assign(**{name: table[name].map(inert) for name in texts})
    buffer = io.StringIO(newline="")
    safe.to_csv(buffer, index=False, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    return buffer.getvalue()


def content(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """The files of the tables that a data version names. Raises PublishError when a table breaks its schema."""
    return _rendered(tables, schema.TABLES)


def render(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """The files of the package by name; see etl/versions.py for the tables "versions" and "changes" among them.

    Raises PublishError when a table breaks its schema.
    """
    files = _rendered(tables, schema.PUBLISHED)
    descriptor = json.dumps(describe(files, tables), ensure_ascii=False, indent=2)
    files["datapackage.json"] = f"{descriptor}\n".encode()
    return files


def _rendered(tables: Mapping[str, pd.DataFrame], definitions: Iterable[schema.Table]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for definition in definitions:
        table = tables[definition.name][[column.name for column in definition.columns]]
        _validate(table, definition)
        files[f"{definition.name}.csv"] = to_csv(table).encode()
    return files


def _validate(table: pd.DataFrame, definition: schema.Table) -> None:
    try:
        definition.pandera().validate(table, lazy=True)
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "failure_case", "index"]]
        lines = [
            f"{definition.name}, row {case.index}, column {case.column}: {case.failure_case!r} fails {case.check}"
            for case in cases.itertuples(index=False)
        ]
        raise PublishError("\n".join(lines)) from error


def data_version(files: Mapping[str, bytes]) -> str:
    """A name for the content of the tables: the same tables always have the same version.

    The record of versions is left out, because it holds the name.
    """
    digest = hashlib.sha256()
    for name in sorted(f"{table.name}.csv" for table in schema.TABLES):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()[:12]


def describe(files: Mapping[str, bytes], tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """The descriptor of the package by the Data Package standard, version 2."""
    return {
        "$schema": _PROFILE,
        "name": "border-figures",
        "title": "Personnel figures reported about the US southern border",
        "description": (
            "Numbers of people ordered to the US southern border, present there or employed for it, as"
            " sources report them: each with its wording, hedge, date, source and the figure that it"
            " is counted inside. Figures of different bases must not be added, nor a part to its"
            " whole."
        ),
        "version": data_version(files),
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "CC0 1.0 Universal",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "sources": [_source(row) for row in tables["sources"].to_dict("records")],
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in schema.PUBLISHED],
    }


def _source(row: Mapping[Any, str]) -> dict[str, str]:
    known = row["address"].startswith("http")
    return {"title": row["title"], **({"path": row["address"]} if known else {})}


def _resource(table: schema.Table, content: bytes) -> dict[str, object]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": table.table_schema(),
    }


def write(files: Mapping[str, bytes], package: Path) -> None:
    """Replace the folder `package` by these files in one step. Raises PublishError if it can't."""
    recover(package)
    fresh = package.with_name(f".{package.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for name, content in files.items():
            _write_through(fresh / name, content)
        _sync_folder(fresh)
        _swap(fresh, package)
        _sync_folder(package.parent)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise PublishError(f"{package}: {error.strerror or error}") from error
    shutil.rmtree(fresh, ignore_errors=True)


def recover(package: Path) -> None:
    """Put back a published package that was moved aside by a build which then died."""
    aside = _aside(package)
    if aside.exists():
        if package.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(package)


def _aside(package: Path) -> Path:
    return package.with_name(f".{package.name}.old")


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(fresh: Path, package: Path) -> None:
    """Make `fresh` the package; afterwards `fresh` holds the old one, or nothing."""
    if not package.exists():
        fresh.rename(package)
    elif not _exchange(fresh, package):
        package.rename(_aside(package))
        fresh.rename(package)
        shutil.rmtree(_aside(package))


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system or file system can't."""
    at_cwd, exchange_flag = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    result = rename(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange_flag)
    return bool(result == 0)
