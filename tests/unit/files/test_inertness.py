"""Texts of sources are data in every format, whatever they look like."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from dashboard import store
from dashboard.files import package
from dashboard.files.choice import Choice
from dashboard.files.csv_table import as_csv
from dashboard.files.extract import Extract, extract
from dashboard.files.json_document import as_json
from dashboard.files.workbook import as_workbook
from dashboard.store import Store
from etl import building, publish, versions

FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "\t=1+1", "\r=1+1", "{=1+1}", '=HYPERLINK("http://evil.example")']
STRANGE = [
    "<script>alert(1)</script>",
    "http://evil.example",
    "internal:Sources!A1",
    "\u202egnp.exe",
    "a\r\nb",
    "</t>&amp;",
]
TITLE = "US military sends troops to Mexican border amid Trump immigration crackdown"


@pytest.fixture(scope="module")
def tables(seed_alone: Path) -> dict[str, pd.DataFrame]:
    """The tables of the seed article, built once."""
    return versions.continued(building.build(seed_alone), seed_alone / "package")


def taken(loaded: Store) -> Extract:
    ids = tuple(loaded.figures["figure_id"])
    return extract(loaded, Choice(ids, "No filter.", "", "/data/figures.csv", "border-figures"), "https://example.org")


@pytest.fixture(scope="module", params=[*FORMULAS, *STRANGE])
def title(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def loaded(tables: dict[str, pd.DataFrame], title: str, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A package with this title in it, whether or not reading would refuse it: files are made of the tables."""
    sources = tables["sources"].assign(title=title, note=title)
    figures = tables["figures"].assign(source_title=title, note=title)
    folder = tmp_path_factory.mktemp("planted") / "package"
    publish.write(publish.render({**tables, "sources": sources, "figures": figures}), folder)
    return store.load(folder)


@pytest.fixture(scope="module")
def rows(loaded: Store) -> Extract:
    return taken(loaded)


def test_in_csv_it_is_a_cell_that_starts_no_formula(rows: Extract, title: str) -> None:
    for table, column in ((rows.figures, "source_title"), (rows.sources, "title")):
        text = as_csv(table).decode("utf-8-sig")
        read = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        assert len(read) == len(table)
        assert {row[column] for row in read} == {f"'{title}" if title in FORMULAS and title[0] != "{" else title}


def test_in_a_workbook_it_is_a_text_and_neither_formula_nor_link(rows: Extract, title: str) -> None:
    content = as_workbook(rows)
    workbook = load_workbook(io.BytesIO(content))
    for sheet, column in (("Figures", "source_title"), ("Sources", "title")):
        cells = next(cells for cells in workbook[sheet].iter_cols(min_row=1) if cells[0].value == column)[1:]
        assert len(cells) == len(rows.figures if sheet == "Figures" else rows.sources)
        for cell in cells:
            assert unescaped(cell.value) == title
            assert cell.data_type == "s"
            assert cell.hyperlink is None
            assert bool(cell.quotePrefix) == (publish.inert(title) != title)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) or b"<f " in parts.read(name) for name in parts.namelist())
        assert not any("evil" in parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))


def unescaped(value: Any) -> str:
    return str(value).replace("_x000D_", "\r")


def test_in_json_it_is_a_text(rows: Extract, title: str) -> None:
    document = json.loads(as_json(rows))
    assert {row["source_title"] for row in document["figures"]} == {title}
    assert {row["title"] for row in document["sources"]} == {title}


def test_in_the_archive_it_is_nowhere_but_in_tables_and_descriptor(loaded: Store, title: str) -> None:
    archive = package.archive(loaded, "https://example.org", b"")
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        descriptor = json.loads(files.read("datapackage.json"))
        assert {source["title"] for source in descriptor["sources"]} == {title}
        for name in ("csv-metadata.json", "README.md", "SHA256SUMS", "LICENSE"):
            assert "evil" not in files.read(name).decode()
            assert "calc" not in files.read(name).decode()


@pytest.mark.parametrize("written", ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "+1 agent", "@agents"])
def test_what_the_hand_kept_files_may_say_goes_the_whole_way(data: Path, edit: Any, written: str) -> None:
    edit(f"title: {TITLE}", f'title: "{written}"')
    publish.write(publish.render(versions.continued(building.build(data), data / "package")), data / "package")
    rows = taken(store.load(data / "package"))
    assert {row["source_title"] for row in json.loads(as_json(rows))["figures"]} == {written}
    cells = [cell for row in load_workbook(io.BytesIO(as_workbook(rows)))["Sources"].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == written] == ["s"]
