"""A long table kept as CSV: read whole, every cell as text, and every cell's place found when asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from etl import documents
from etl.problems import DataError, Place, Problem, nearest

LARGEST_FILE = 256 * 1024 * 1024
_HEADER_LINE = 1


@dataclass(frozen=True)
class LongTable:
    """The cells of one file: `frame` has a column for each name of the header, the index counts rows from 0.

    A cell with nothing in it is "". No cell holds a line break, so row 0 is line 2 of the file.
    """

    file: str
    frame: pd.DataFrame
    text: str

    def place(self, row: int, column: str = "") -> Place:
        """Where a cell starts, or its row; columns are counted in characters."""
        line = row + _HEADER_LINE + 1
        names = [str(name) for name in self.frame.columns]
        if column not in names:
            return Place(self.file, line, 1)
        return Place(self.file, line, _starts(self._lines[line - 1])[names.index(column)])

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")


def read(path: Path, shown_as: str, names: Collection[str]) -> LongTable:
    """Read a CSV file (RFC 4180, UTF-8) whose header holds only `names`; `shown_as` is its name in messages.

    Raises DataError with every fault of the header, or with every row that has too few or too many
    cells or a line break in one; OSError when the file can't be read.
    """
    text = documents.text_of(path, shown_as, LARGEST_FILE).replace("\r\n", "\n")
    header = next(csv.reader([text.partition("\n")[0]]), [])
    faults = list(_header_faults(header, shown_as, names)) or list(_uneven(text, shown_as, len(header)))
    if faults:
        raise DataError(faults)
    frame = pd.read_csv(io.StringIO(text), dtype="str", na_filter=False)
    return LongTable(shown_as, frame.apply(lambda cells: cells.str.strip()), text)


def _header_faults(header: list[str], file: str, names: Collection[str]) -> Iterator[Problem]:
    starts = _starts(",".join(header)) if header else [1]
    for position, name in enumerate(header or [""]):
        place = Place(file, _HEADER_LINE, starts[position])
        if name not in names:
            reason = "There is no such column."
            yield Problem(place, "", name, reason, name, ", ".join(names), nearest(name, names))
        elif name in header[:position]:
            yield Problem(place, "", name, "The column is written twice.", name, "each column once")


def _uneven(text: str, file: str, width: int) -> Iterator[Problem]:
    """Rows that do not have one cell a column, or whose cells hold a line break: pandas would fill them up."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = _HEADER_LINE
    try:
        for row in reader:
            if len(row) != width:
                reason = "The row does not have one cell a column."
                yield Problem(Place(file, line, 1), "", "", reason, f"{len(row)} cells", f"{width} cells")
            elif reader.line_num > line:
                found = f"lines {line} to {reader.line_num}"
                yield Problem(Place(file, line, 1), "", "", "A cell holds a line break.", found, "one row a line")
            line = reader.line_num + 1
    except csv.Error as error:
        yield Problem(Place(file, line, 1), "", "", "This is not CSV.", str(error), "CSV by RFC 4180")


def _starts(line: str) -> list[int]:
    """The column, counted from 1, at which each cell of a line starts."""
    starts, quoted = [1], False
    for offset, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            starts.append(offset + 2)
    return starts
