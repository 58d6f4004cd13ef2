"""Figures in a CSV beside their source: the same figures, the same mistakes, told at line and column."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl import building, reading
from etl.problems import DataError, Place, Problem

HEAD = """\
id: table
origin:
  publisher: An office
  title: A table
  published: 2020-01
  address: not stated
  language: en
  kind: official
"""
DEFAULTS = """\
defaults:
  agency: usbp
  role: agents
  basis: onboard
  component: civilian
"""
ROWS = """\
id,as_reported,region,as_of,part_of,locator
table-all,"4,139",national,FY1992,,p. 3
table-southwest,"3,555",southwest,FY1992,table-all,p. 3
"""
Write = Callable[..., None]


@pytest.fixture
def write(data: Path) -> Write:
    """Put a source with rows beside the seed."""

    def put(rows: str = ROWS, defaults: str = DEFAULTS, tail: str = "rows: table.csv\n") -> None:
        (data / "sources/table.yml").write_text(HEAD + defaults + tail, "utf-8")
        (data / "sources/table.csv").write_text(rows, "utf-8")

    return put


def problems(data: Path) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        building.build(data)
    return caught.value.problems


def test_rows_take_the_defaults_of_their_source(data: Path, write: Write) -> None:
    write()
    ledger, told = reading.read_ledger(data)
    assert told == []
    row = ledger.figures.set_index("figure_id").loc["table-southwest"].to_dict()
    assert row == {
        "source": "table", "as_reported": "3,555", "number": "", "locator": "p. 3", "agency": "usbp",
        "role": "agents", "region": "southwest", "basis": "onboard", "component": "civilian",
        "duty_status": "not stated", "operation": "not stated", "as_of": "FY1992", "as_of_stated": "",
        "as_of_from": "", "part_of": "table-all", "checked_with": "", "note": "",
    }  # fmt: skip


def test_rows_in_a_csv_are_the_figures_that_a_list_would_give(data: Path, write: Write) -> None:
    write()
    from_csv = building.build(data).tables["figures"]
    listed = """\
figures:
  - id: table-all
    as_reported: 4,139
    region: national
    as_of: FY1992
    locator: p. 3
  - id: table-southwest
    as_reported: 3,555
    region: southwest
    as_of: FY1992
    part_of: table-all
    locator: p. 3
"""
    write(tail=listed)
    (data / "sources/table.csv").unlink()
    assert from_csv.equals(building.build(data).tables["figures"])


def test_an_own_value_comes_before_the_default(data: Path, write: Write) -> None:
    rows = ROWS.replace("locator\n", "locator,role\n").replace(",p. 3\n", ",p. 3,\n", 1)
    write(rows.replace("table-all,p. 3\n", "table-all,p. 3,personnel\n"))
    figures = reading.read_ledger(data)[0].figures.set_index("figure_id")
    assert list(figures.loc[["table-all", "table-southwest"], "role"]) == ["agents", "personnel"]


def test_a_row_with_its_own_date_takes_nothing_of_the_default_one(data: Path, write: Write) -> None:
    defaults = DEFAULTS + "  as_of: {period: FY1993, stated: fiscal year 1993}\n"
    write(ROWS.replace("national,FY1992", "national,"), defaults)
    figures = building.build(data).tables["figures"].set_index("figure_id")
    cells = figures.loc[["table-all", "table-southwest"], ["as_of_text", "as_of_stated"]]
    assert cells.to_numpy().tolist() == [["FY1993", "fiscal year 1993"], ["FY1992", ""]]


@pytest.mark.parametrize(
    ("old", "new", "field", "place", "reason", "found", "accepted"),
    [
        ('"3,555"', "several hundred", "as_reported", (3, 17), "vague", "several hundred", "300"),
        ("southwest,FY1992", "sothwest,FY1992", "region", (3, 25), "unknown", "sothwest", "regions.yml"),
        ("southwest,FY1992", "southwest,1992-FY", "as_of", (3, 35), "not a date", "1992-FY", "FY2023"),
        ("table-all,p. 3", "table-al,p. 3", "part_of", (3, 42), "no such figure", "table-al", "id of a figure"),
        ("table-southwest,", "table-all,", "figure_id", (3, 1), "twice", "table-all", "an id of its own"),
        ("table-southwest,", "Southwest Total,", "id", (3, 1), "not accepted", "Southwest Total", "lower-case"),
        ('"3,555"', "", "as_reported", (3, 17), "missing", "nothing", "as_reported"),
        (",table-all,p. 3", ",table-all," + "x" * 1001, "locator", (3, 52), "too long", "xxx", "1000 characters"),
        ('"3,555"', '"4,555"', "part_of", (3, 42), "larger than its whole", "4,555", "4,139"),
    ],
)
def test_a_mistake_in_a_cell_is_told_at_its_line_and_column(
    data: Path, write: Write, old: str, new: str, field: str, place: tuple[int, int], reason: str, found: str,
    accepted: str,
) -> None:  # fmt: skip
    assert old in ROWS
    write(ROWS.replace(old, new))
    told = [problem for problem in problems(data) if problem.field == field]
    assert len(told) == 1
    assert told[0].place == Place("data/sources/table.csv", *place)
    assert reason in told[0].reason
    assert found in told[0].found
    assert accepted in told[0].accepted
    assert told[0].record.startswith("figure ")


def test_a_mistake_in_a_default_is_told_where_it_is_written(data: Path, write: Write) -> None:
    write(defaults=DEFAULTS.replace("usbp", "uspb"))
    told = problems(data)
    line = HEAD.count("\n") + 2
    assert {problem.place for problem in told} == {Place("data/sources/table.yml", line, 11)}
    assert {problem.nearest for problem in told} == {"usbp"}


def test_a_row_out_of_shape_does_not_hide_the_others_and_is_no_missing_whole(data: Path, write: Write) -> None:
    write(ROWS.replace('"4,139"', ""))
    told = problems(data)
    assert [(problem.record, problem.field) for problem in told] == [("figure table-all", "as_reported")]
    ledger, _ = reading.read_ledger(data)
    assert "table-southwest" in set(ledger.figures["figure_id"])
    assert "table-all" in ledger.unread["figure"].ids
    row = list(ledger.figures["figure_id"]).index("table-southwest")
    assert ledger.place("figure", row, "figure_id") == Place("data/sources/table.csv", 3, 1)


def test_a_column_that_nothing_gives_is_told_once(data: Path, write: Write) -> None:
    write(defaults=DEFAULTS.replace("  basis: onboard\n", ""))
    (problem,) = problems(data)
    assert (problem.place, problem.field) == (Place("data/sources/table.csv", 1, 1), "basis")
    assert problem.accepted == "a column, or a default of the source"


def test_the_file_of_rows_is_named_like_its_source_and_exists(data: Path, write: Write) -> None:
    write(tail="rows: other.csv\n")
    told = problems(data)
    assert [problem.field for problem in told] == ["rows", "rows"]
    assert [problem.found for problem in told] == ["other.csv", "other.csv: No such file or directory"]
    assert {problem.place.file for problem in told} == {"data/sources/table.yml"}


def test_defaults_hold_only_what_figures_can_share(data: Path, write: Write) -> None:
    write(defaults=DEFAULTS + "  part_of: table-all\n")
    told = [problem for problem in problems(data) if problem.field == "defaults.part_of"]
    assert len(told) == 1
    assert told[0].reason == "There is no such field."


def test_a_wording_with_two_numbers_is_read_by_the_marked_one(data: Path, write: Write) -> None:
    rows = (
        "id,as_reported,number,as_of,locator\n"
        'table-all,"3,911 of its 4,260 agents","4,260",1996,p. 1\n'
        'table-stations,"3,911 of its 4,260 agents","3,911",1996,p. 1\n'
    )
    write(rows)
    figures = building.build(data).tables["figures"].set_index("figure_id")
    assert list(figures.loc[["table-all", "table-stations"], "value"]) == [4260, 3911]
