"""A selection as an Excel workbook: sheets Figures, Sources and About.

Texts are written as texts whatever they look like; the only links are to our own pages.
"""

from __future__ import annotations

import io
from datetime import date

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from dashboard.files.about import write_about
from dashboard.files.extract import Extract
from dashboard.sentences import say
from etl import publish, schema

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; earlier days stay text."""
_WIDEST = 48
_ROOM = 2


def as_workbook(extract: Extract) -> bytes:
    """The bytes of the workbook; those of the same extract are always the same."""
    own = extract.imprint
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as workbook:
        workbook.set_properties({"title": own.title, "comments": own.citation, "created": own.moment})
        formats = _Formats(workbook)
        _write_table(workbook.add_worksheet(say("files.sheet.figures")), extract.figures, schema.FIGURES, formats)
        _write_table(workbook.add_worksheet(say("files.sheet.sources")), extract.sources, schema.SOURCES, formats)
        write_about(workbook, extract)
    return buffer.getvalue()


class _Formats:
    """The cell formats of one workbook."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self.head: xlsxwriter.format.Format = workbook.add_format({"bold": True, "bottom": 1})
        self.number: xlsxwriter.format.Format = workbook.add_format({"num_format": "#,##0"})
        self.day: xlsxwriter.format.Format = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        # Excel takes such a cell for text even after a reader has clicked into it and out again.
        self.held: xlsxwriter.format.Format = workbook.add_format({"quote_prefix": True})


def _write_table(sheet: Worksheet, rows: pd.DataFrame, table: schema.Table, formats: _Formats) -> None:
    for position, column in enumerate(table.columns):
        cells = rows[column.name].tolist()
        sheet.write_string(0, position, column.name, formats.head)
        longest = max([len(column.name), *(len(str(cell)) for cell in cells if cell is not pd.NA)])
        sheet.set_column(position, position, min(longest, _WIDEST) + _ROOM)
        for row, cell in enumerate(cells, start=1):
            if cell is not pd.NA and cell != "":
                _write_cell(sheet, (row, position), cell, column, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)


def _write_cell(
    sheet: Worksheet, place: tuple[int, int], cell: str | int, column: schema.Column, formats: _Formats
) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell, formats.number)
    elif column.name == "figure_address":
        sheet.write_url(*place, cell, string=cell)
    elif column.kind == "date" and date.fromisoformat(cell) >= _FIRST_DAY:
        sheet.write_datetime(*place, date.fromisoformat(cell), formats.day)
    else:
        sheet.write_string(*place, cell, formats.held if publish.inert(cell) != cell else None)
