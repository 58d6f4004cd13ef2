"""A CSV of figures: cells as text, places that a person can go to, and no row filled up in silence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import long_tables
from etl.problems import DataError, Place, Problem

NAMES = ("id", "as_reported", "region", "note")
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=BIDIRECTIONAL)).map(
    str.strip
)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "rows.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(folder: Path, text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        long_tables.read(written(folder, text), "data/sources/rows.csv", NAMES)
    return caught.value.problems


def read(folder: Path, text: str) -> long_tables.LongTable:
    return long_tables.read(written(folder, text), "data/sources/rows.csv", NAMES)


def test_every_cell_is_the_text_that_is_written(tmp_path: Path) -> None:
    table = read(tmp_path, 'id,as_reported,region\na,"4,139",\nNA,007,null\n no ,1e3,"say ""hi"""\n')
    assert table.frame.to_dict("list") == {
        "id": ["a", "NA", "no"],
        "as_reported": ["4,139", "007", "1e3"],
        "region": ["", "null", 'say "hi"'],
    }


def test_a_cell_is_found_at_its_line_and_column(tmp_path: Path) -> None:
    text = 'id,as_reported,region,note\r\na,"4,139",yuma,\r\nb,7,"x, ""y""",end\r\n'
    table = read(tmp_path, text)
    lines = text.split("\r\n")
    cells = ((0, "as_reported", '"4,139"'), (0, "region", "yuma"), (1, "note", "end"), (1, "id", "b"))
    for row, column, start in cells:
        place = table.place(row, column)
        assert (place.file, place.line) == ("data/sources/rows.csv", row + 2)
        assert lines[place.line - 1][place.column - 1 :].startswith(start)
    assert table.place(1) == Place("data/sources/rows.csv", 3, 1)
    assert table.place(1, "basis") == Place("data/sources/rows.csv", 3, 1)


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6))
def test_what_a_spreadsheet_writes_is_read_back(
    rows: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    quoted = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)
    table = read(tmp_path_factory.mktemp("rows"), "id,as_reported,region\r\n" + quoted)
    assert [tuple(row) for row in table.frame.itertuples(index=False, name=None)] == rows


@pytest.mark.parametrize(
    ("text", "place", "reason", "found", "accepted"),
    [
        ("id,regoin\na,b\n", (1, 4), "no such column", "regoin", "id, as_reported, region, note"),
        ("id,region,id\na,b,c\n", (1, 11), "written twice", "id", "each column once"),
        ("id,region\na,b\nc\n", (3, 1), "one cell a column", "1 cells", "2 cells"),
        ("id,region\na,b\n\nc,d\n", (3, 1), "one cell a column", "0 cells", "2 cells"),
        ("id,region\na,b,\nc,d,\n", (2, 1), "one cell a column", "3 cells", "2 cells"),
        ('id,region\na,"b\nc"\nd,e\n', (2, 1), "line break", "lines 2 to 3", "one row a line"),
        ('id,region\na,"b\n', (2, 1), "not CSV", "unexpected end of data", "RFC 4180"),
        ('id,region\na,"b"c\n', (2, 1), "not CSV", "expected after", "RFC 4180"),
        ("", (1, 1), "no such column", "", "id, as_reported, region, note"),
        (b"id,region\na,\xff\n", (1, 1), "not UTF-8", "byte 0xff at offset 12", "UTF-8"),
        ("id,region\na,b\x00c\n", (2, 4), "control character", "U+0000", "printable"),
        ("id,region\na,b\nc,\u202eb\n", (3, 3), "control character", "U+202E", "printable"),
        ("id,region\na,b\u0085\n", (2, 4), "control character", "U+0085", "printable"),
        ("id,region\na,b\x7f\n", (2, 4), "control character", "U+007F", "printable"),
    ],
)
def test_a_fault_names_its_place(
    tmp_path: Path, text: str | bytes, place: tuple[int, int], reason: str, found: str, accepted: str
) -> None:
    problem = faults(tmp_path, text)[0]
    assert problem.place == Place("data/sources/rows.csv", *place)
    assert reason in problem.reason
    assert found in problem.found
    assert accepted in problem.accepted


def test_all_uneven_rows_are_told(tmp_path: Path) -> None:
    told = faults(tmp_path, "id,region\na\nb,c\nd,e,f\n")
    assert [(problem.place.line, problem.found) for problem in told] == [(2, "1 cells"), (4, "3 cells")]


def test_a_misspelt_column_names_the_nearest_one(tmp_path: Path) -> None:
    assert faults(tmp_path, "id,regoin\na,b\n")[0].nearest == "region"


def test_a_table_without_rows_is_a_table(tmp_path: Path) -> None:
    assert read(tmp_path, "id,region\n").frame.empty
