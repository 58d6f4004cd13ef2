import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from dashboard.files import about
from dashboard.files.extract import Extract
from dashboard.files.workbook import as_workbook
from dashboard.store import Store
from etl import schema

Take = Callable[[list[str]], Extract]


@pytest.fixture(scope="module")
def workbook(everything: Extract) -> Workbook:
    return load_workbook(io.BytesIO(as_workbook(everything)))


def test_sheets_are_made_for_reading(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["Figures", "Sources", "About"]
    for name, columns, rows in (("Figures", schema.FIGURES.columns, 981), ("Sources", schema.SOURCES.columns, 140)):
        sheet = workbook[name]
        assert [cell.value for cell in sheet[1]] == [column.name for column in columns]
        assert all(cell.font.b for cell in sheet[1])
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.max_row == rows + 1
        assert all(
            10 <= sheet.column_dimensions[cell.column_letter].width <= 51 for cell in sheet[1] if cell.column == 1
        )


def test_cells_hold_the_published_rows_with_their_types(workbook: Workbook, ledger_store: Store) -> None:
    header, *rows = workbook["Figures"].iter_rows(values_only=True)
    kinds = {column.name: column.kind for column in schema.FIGURES.columns}
    for row, published in zip(rows, ledger_store.figures.to_dict("records"), strict=True):
        for name, cell in zip(header, row, strict=True):
            expected = published[str(name)]
            if expected is pd.NA or expected == "":
                assert cell is None
            elif name == "figure_address":
                assert cell == f"https://example.org{expected}"
            elif kinds[str(name)] == "date":
                assert cell == datetime.fromisoformat(expected)
            else:
                assert type(cell) is type(expected)
                assert cell == expected


def test_only_our_own_pages_are_linked(workbook: Workbook) -> None:
    for row in workbook["Figures"].iter_rows(min_row=2):
        linked = [cell for cell in row if cell.hyperlink]
        assert [cell.column for cell in linked] == [2]
        assert linked[0].hyperlink.target == linked[0].value
    assert not any(cell.hyperlink for row in workbook["Sources"].iter_rows() for cell in row)
    links = [cell.hyperlink.target for row in workbook["About"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["https://example.org/data/figures.csv"]


def test_the_sheet_about_tells_filter_version_and_every_column(take: Take) -> None:
    taken = take(["seed-usbp-fy2023"])
    sheet = load_workbook(io.BytesIO(as_workbook(taken)))["About"]
    told = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert told["Filter"] == "Filter: agency: Border Patrol."
    assert told["Data version"] == taken.imprint.data_version
    assert told["Same rows at"] == "https://example.org/data/figures.csv?agency=usbp"
    assert told["In this file"] == "1 figure, taken from or checked with 1 source."
    assert str(told["onboard"]).startswith("on board: ")
    for column in (*schema.FIGURES.columns, *schema.SOURCES.columns):
        assert column.name in told
    for qualifier in ("exact", "about", "estimate", "at-least", "at-most", "range"):
        assert qualifier in told


def test_an_address_too_long_for_a_link_is_a_text(take: Take) -> None:
    taken = take(["seed-usbp-fy2023"])
    long = replace(taken.choice, page=f"/data/figures.csv?agency={'usbp,' * 600}")
    taken = replace(taken, choice=long)
    sheet = load_workbook(io.BytesIO(as_workbook(taken)))["About"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == taken.address]
    assert len(cells) == 1
    assert cells[0].hyperlink is None


def test_a_day_before_excels_calendar_stays_text(take: Take) -> None:
    taken = take(["seed-usbp-fy2023"])
    old = replace(taken, figures=taken.figures.assign(as_of_start="1899-07-01"))
    sheet = load_workbook(io.BytesIO(as_workbook(old)))["Figures"]
    assert [sheet.cell(2, cell.column).value for cell in sheet[1] if cell.value == "as_of_start"] == ["1899-07-01"]


def test_the_same_rows_are_the_same_bytes_without_a_clock_in_them(everything: Extract) -> None:
    content = as_workbook(everything)
    assert content == as_workbook(everything)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}
        assert f"{everything.imprint.moment:%Y-%m-%d}T00:00:00Z".encode() in parts.read("docProps/core.xml")


def test_a_file_without_rows_still_opens(take: Take) -> None:
    workbook = load_workbook(io.BytesIO(as_workbook(take([]))))
    assert workbook["Figures"].max_row == 1
    assert about.Line("Filter", "Filter: agency: Border Patrol.") in list(about.lines(take([])))
