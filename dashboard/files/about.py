"""The sheet About of a workbook: what the file is, and how its figures are to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import xlsxwriter

from dashboard.files import reading
from dashboard.files.extract import Extract
from dashboard.sentences import count, say
from etl import schema

_LABEL_WIDTH, _TEXT_WIDTH = 24, 110
_LONGEST_LINK = 2000
"""Excel refuses links of more than 2,080 characters."""


class Line(NamedTuple):
    """One row of the sheet; a heading has no text."""

    label: str
    text: str = ""


def write_about(workbook: xlsxwriter.Workbook, extract: Extract) -> None:
    """Add the sheet to a workbook."""
    sheet = workbook.add_worksheet(say("files.sheet.about"))
    heading = workbook.add_format({"bold": True, "font_size": 12, "valign": "top"})
    label = workbook.add_format({"valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    link = workbook.get_default_url_format()
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    for row, line in enumerate(lines(extract)):
        sheet.write_string(row, 0, line.label, label if line.text else heading)
        if line.text == extract.address and len(line.text) <= _LONGEST_LINK:
            sheet.write_url(row, 1, line.text, link, line.text)
        elif line.text:
            sheet.write_string(row, 1, line.text, wrapped)


def lines(extract: Extract) -> Iterator[Line]:
    """What the sheet says, from top to bottom."""
    imprint = extract.imprint
    yield Line(imprint.title)
    yield Line(say("files.about.what"), imprint.description)
    yield Line(say("files.about.filter"), extract.choice.words)
    yield Line(say("files.about.holds"), _holds(extract))
    yield Line(say("files.about.address"), extract.address)
    yield Line(say("files.about.version"), imprint.data_version)
    yield Line(say("files.about.citation"), imprint.citation)
    yield Line(say("files.about.licence"), f"{imprint.licence}, {imprint.licence_address}")
    yield Line(say("files.about.rules"))
    yield from (Line(*rule) for rule in reading.rules())
    yield Line(say("files.about.qualifiers"))
    yield from (Line(*qualifier) for qualifier in reading.qualifiers())
    yield Line(say("files.about.bases"))
    yield from (Line(row["id"], f"{row['label']}: {row['definition']}") for row in extract.bases.to_dict("records"))
    for sheet, table in (("figures", schema.FIGURES), ("sources", schema.SOURCES)):
        yield Line(say("files.about.columns", sheet=say(f"files.sheet.{sheet}")))
        yield from (Line(column.name, f"{column.title}. {column.description}") for column in table.columns)


def _holds(extract: Extract) -> str:
    figures, sources = count("figures", len(extract.figures)), count("sources", len(extract.sources))
    return say("files.about.holds-text", figures=figures, sources=sources)
