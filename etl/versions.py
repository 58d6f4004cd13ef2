"""The record of published versions: a build that changes the data adds one row, any other build none.

Nobody keeps it by hand. A build reads the record of the published package, compares the figures and sources
with today's, and publishes the record together with them; the date comes from the data, not from a clock.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from etl import comparing, guarding, publish, published, record_tables
from etl.building import Build, Tables
from etl.columns import Table

# Cells that follow from other records: a reworded agency or title is no change of every figure that names it.
_DERIVED = ("figure_address", "agency_path", "region_path")
_DERIVED_PREFIX = "source_"


def continued(build: Build, package: Path) -> Tables:
    """The tables of a build together with "versions" and "changes".

    `package` is the published package that the build follows: its record is taken over, with a row more if
    the content differs. While it has no record, or there is no package, the record begins with this build.
    """
    version = publish.data_version(publish.content(build.tables))
    kept = published.read_tables(package)
    versions, changes = _kept(kept)
    if versions.empty:
        versions = _extended(versions, [_row(1, version, build)])
    elif versions["version"].iloc[-1] != version:
        number = int(versions["number"].iloc[-1]) + 1
        changes = _extended(changes, [(number, *change) for change in _changes(kept, build.tables)])
        versions = _extended(versions, [_row(number, version, build)])
    return {**build.tables, "versions": versions, "changes": changes}


def as_it_stood(build: Build, package: Path) -> Tables:
    """The tables of an earlier state, with the record of `package` as it stood when that state was published.

    A state that never was published stands alone: its record has the one row.
    """
    version = publish.data_version(publish.content(build.tables))
    versions, changes = _kept(published.read_tables(package))
    numbers = versions["number"][versions["version"] == version]
    last = int(numbers.iloc[-1]) if len(numbers) else 0
    versions, changes = versions[versions["number"] <= last], changes[changes["number"] <= last]
    if not last:
        versions = _extended(versions, [_row(1, version, build)])
    return {**build.tables, "versions": versions, "changes": changes}


def _kept(tables: Mapping[str, pd.DataFrame]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Versions and changes as published, empty where there is no record yet."""
    return _typed(tables, record_tables.VERSIONS), _typed(tables, record_tables.CHANGES)


def _row(number: int, version: str, build: Build) -> tuple[object, ...]:
    day = "" if build.day == date.min else build.day.isoformat()
    return number, version, day, len(build.tables["figures"]), len(build.tables["sources"])


def _typed(kept: Mapping[str, pd.DataFrame], table: Table) -> pd.DataFrame:
    kinds = {column.name: "Int64" if column.kind == "integer" else "str" for column in table.columns}
    empty = pd.DataFrame(columns=list(kinds), dtype="str")
    try:
        return kept.get(table.name, empty)[list(kinds)].astype(kinds)
    except (KeyError, ValueError) as error:
        accepted = f"accepted: a table with {', '.join(kinds)}, as it was published last"
        raise publish.PublishError(f"{table.name}.csv of the package can't be read ({error}); {accepted}") from error


def _extended(table: pd.DataFrame, rows: list[tuple[object, ...]]) -> pd.DataFrame:
    fresh = pd.DataFrame(rows, columns=table.columns).astype(table.dtypes)
    return pd.concat([table, fresh], ignore_index=True)


def _changes(kept: Mapping[str, pd.DataFrame], built: Tables) -> Iterator[tuple[str, str, str]]:
    """Kind, id and change of every figure and source that differs, in the order of the tables."""
    for kind, name, key in (("figure", "figures", "figure_id"), ("source", "sources", "id")):
        now = published.as_published(built[name])
        was = kept.get(name, now.iloc[:0])
        own = [column for column in map(str, now) if column in was and not _is_derived(column)]
        diff = comparing.compare_rows(_by_key(was[own], key), _by_key(now[own], key))
        changes = {
            **dict.fromkeys(diff.gained, "added"),
            **{subject: _change(kind, fields) for subject, fields in diff.changed.items()},
        }
        yield from ((kind, subject, changes[subject]) for subject in now[key] if subject in changes)
        yield from ((kind, subject, "withdrawn") for subject in diff.lost)


def _is_derived(column: str) -> bool:
    return column in _DERIVED or column.startswith(_DERIVED_PREFIX)


def _change(kind: str, fields: Collection[str]) -> str:
    return "revised" if kind == "figure" and not set(guarding.GUARDED).isdisjoint(fields) else "amended"


def _by_key(frame: pd.DataFrame, key: str) -> dict[str, dict[str, str]]:
    rows: list[dict[str, str]] = frame.to_dict("records")  # type: ignore[assignment]  # all cells are text
    return {row[key]: row for row in rows}
