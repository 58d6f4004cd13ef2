"""The descriptions are checked against the files by the rules of the W3C's recommendation that we use."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from dashboard.files import csvw, package
from dashboard.files.csv_table import as_csv
from dashboard.files.extract import Extract
from dashboard.files.imprint import Imprint, imprint
from dashboard.store import Store
from etl import schema

Take = Callable[[list[str]], Extract]
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def own(ledger_store: Store) -> Imprint:
    return imprint(ledger_store, "https://example.org")


@pytest.fixture(scope="module")
def served(ledger_store: Store) -> dict[str, bytes]:
    return package.served(ledger_store, "https://example.org")


def complaints(document: bytes, files: Files) -> list[str]:
    """Where files are not as described: header, empty cells, datatypes, primary and foreign keys."""
    group = json.loads(document)
    rows = {table["url"]: read(files[table["url"]], group["dialect"]) for table in group["tables"]}
    return [
        f"{table['url']}: {complaint}"
        for table in group["tables"]
        for complaint in of_table(table["tableSchema"], table["url"], rows)
    ]


def read(content: bytes, dialect: Mapping[str, Any]) -> list[list[str]]:
    text = content.decode("utf-8-sig" if dialect["encoding"] == "utf-8" else dialect["encoding"])
    stream = io.StringIO(text, newline="")
    return list(csv.reader(stream, delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"], strict=True))


def of_table(described: Mapping[str, Any], url: str, tables: Mapping[str, list[list[str]]]) -> Iterator[str]:
    header, *rows = tables[url]
    columns = described["columns"]
    names = [column["name"] for column in columns]
    if names != header or not all(name in column["titles"] for name, column in zip(header, columns, strict=True)):
        yield f"header {header}"
        return
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if (column.get("required") and cell == described["null"]) or (
                cell != described["null"] and not fits(cell, column["datatype"])
            ):
                yield f"{column['name']}: {cell!r}"
    keys = [tuple(row[names.index(name)] for name in described["primaryKey"]) for row in rows]
    if len(set(keys)) != len(keys):
        yield "primary key"
    for reference in described.get("foreignKeys", ()):
        target_header, *target = tables[reference["reference"]["resource"]]
        place = target_header.index(reference["reference"]["columnReference"])
        known = {row[place] for row in target}
        here = names.index(reference["columnReference"])
        yield from (f"foreign key {row[here]!r}" for row in rows if row[here] not in known)


def fits(cell: str, datatype: str | Mapping[str, Any]) -> bool:
    told: Mapping[str, Any] = {"base": datatype} if isinstance(datatype, str) else datatype
    if told["base"] == "integer":
        return bool(re.fullmatch(r"-?\d+", cell)) and int(cell) >= told.get("minimum", int(cell))
    if told["base"] == "date":
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell))
    return bool(re.search(told.get("format", ""), cell))


def test_every_table_is_as_its_own_description_and_that_of_the_group_say(own: Imprint, served: Files) -> None:
    whole = csvw.whole(own)
    assert [table["url"] for table in json.loads(whole)["tables"]] == [f"{one.name}.csv" for one in schema.PUBLISHED]
    assert complaints(whole, served) == []
    for table in schema.PUBLISHED:
        document = csvw.beside(table, own)
        assert json.loads(document)["tables"][0]["url"] == f"{table.name}.csv"
        assert complaints(document, served) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("figures.csv", b"figure_id,figure_address", b"figure_address,figure_id"),
        ("figures.csv", b",19104,19104,19104,", b",19104,-1,19104,"),
        ("figures.csv", b",19104,19104,19104,", b",,19104,19104,"),
        ("figures.csv", b",exact,", b",perhaps,"),
        ("figures.csv", b",2022-10-01,", b",2022-10-01T00:00,"),
        ("agencies.csv", b"\r\nmarines,", b"\r\nmarine,"),
        ("agencies.csv", b"\r\nmarines,", b"\r\nusbp,"),
    ],
)
def test_the_check_would_notice_a_changed_file(own: Imprint, served: Files, file: str, old: bytes, new: bytes) -> None:
    assert old in served[file]
    changed = {**served, file: served[file].replace(old, new, 1)}
    assert complaints(csvw.whole(own), changed)


def test_a_file_of_some_rows_has_a_description_of_its_own(own: Imprint, served: Files, take: Take) -> None:
    document = csvw.beside(schema.FIGURES, own, "agency=usbp,cbp")
    some = as_csv(take(["seed-usbp-fy2023", "seed-cbp-employees"]).figures)
    assert json.loads(document)["tables"][0]["url"] == "figures.csv?agency=usbp,cbp"
    assert complaints(document, {**served, "figures.csv?agency=usbp,cbp": some}) == []


def test_the_group_tells_licence_version_and_language(own: Imprint) -> None:
    group = json.loads(csvw.whole(own))
    assert group["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
    assert group["dc:license"] == {"@id": "https://creativecommons.org/publicdomain/zero/1.0/"}
    assert group["schema:version"] == own.data_version
    for table in group["tables"]:
        assert all(column["dc:description"] for column in table["tableSchema"]["columns"])
