from collections.abc import Callable
from pathlib import Path

from etl import figure_rows, reading
from etl.problems import Place

Edit = Callable[..., None]
SEED_FILE = "sources/seed-article-2025-01.yml"
SOURCE = "data/sources/seed-article-2025-01.yml"


def test_the_seed_is_read_without_findings(data: Path) -> None:
    ledger, problems = reading.read_ledger(data)
    assert problems == []
    assert [source.id for source in ledger.sources] == ["seed-article-2025-01"]
    assert list(ledger.figures["as_reported"]) == [
        "1,500 active-duty troops",
        "included 500 Marines",
        "An estimated 2,500 … National Guard members and reservists",
        "more than 45,000 employees",
        "19,104 of those employees … Border Patrol agents",
    ]
    assert list(ledger.figures.columns) == list(figure_rows.RAW_COLUMNS)


def test_cells_know_where_they_are_written(data: Path) -> None:
    ledger, _ = reading.read_ledger(data)
    lines = (data / "sources/seed-article-2025-01.yml").read_text("utf-8").splitlines()
    for column, written in (("agency", "marines"), ("as_of", "2025-01-22"), ("figure_id", "seed-marines-ordered")):
        place = ledger.place("figure", 1, column)
        assert place.file == SOURCE
        assert lines[place.line - 1][place.column - 1 :].startswith(written)


def test_one_broken_figure_does_not_hide_the_others(data: Path, edit: Edit) -> None:
    edit("    agency: active-duty\n    role: troops\n", "    agency: active-duty\n")
    ledger, problems = reading.read_ledger(data)
    assert len(ledger.figures) == 4
    (problem,) = problems
    assert (problem.record, problem.field) == ("figure seed-active-duty-ordered", "role")
    assert problem.reason == "The field is missing."
    assert ledger.unread["figure"].ids == {"seed-active-duty-ordered"}


def test_an_unknown_field_names_the_nearest_one(data: Path, edit: Edit) -> None:
    edit("    part_of: seed-cbp-employees", "    partof: seed-cbp-employees")
    _, problems = reading.read_ledger(data)
    (problem,) = problems
    assert (problem.found, problem.nearest) == ("partof", "part_of")
    assert "as_reported" in problem.accepted


def test_a_field_of_a_nested_record_is_told_from_its_own_names(data: Path, edit: Edit) -> None:
    edit("{period: FY2023, stated:", "{period: FY2023, sated:")
    _, problems = reading.read_ledger(data)
    (problem,) = problems
    assert (problem.field, problem.found, problem.nearest) == ("as_of.sated", "sated", "stated")
    assert problem.accepted == "period, stated, from"


def test_values_out_of_shape_say_what_is_accepted(data: Path, edit: Edit) -> None:
    edit("language: en", "language: English")
    edit("kind: news", "kind: newspaper")
    edit("id: seed-marines-ordered", "id: Seed Marines")
    _, problems = reading.read_ledger(data)
    told = {problem.field: (problem.found, problem.accepted) for problem in problems}
    assert told["origin.language"] == ("English", "a language code such as en or es-MX")
    assert told["origin.kind"][0] == "newspaper"
    assert "testimony" in told["origin.kind"][1]
    assert told["id"] == ("Seed Marines", "2 to 80 lower-case letters, digits and single hyphens")


def test_a_source_must_be_named_like_its_file(data: Path) -> None:
    (data / "sources/seed-article-2025-01.yml").rename(data / "sources/other.yml")
    _, problems = reading.read_ledger(data)
    (problem,) = problems
    assert problem.place == Place("data/sources/other.yml", 2, 5)
    assert (problem.found, problem.accepted) == ("seed-article-2025-01", "other")


def test_files_of_the_wrong_shape_are_told(data: Path) -> None:
    (data / "agencies.yml").write_text("id: dod\n")
    (data / "sources/list.yml").write_text("- id: list\n")
    (data / "events.yml").unlink()
    _, problems = reading.read_ledger(data)
    files = {problem.place.file for problem in problems}
    assert files == {"data/agencies.yml", "data/sources/list.yml", "data/events.yml"}


def test_nothing_among_the_sources_is_passed_over(data: Path) -> None:
    folder = data / "sources"
    (folder / "other.yaml").write_text("id: other\n")
    (folder / "seed-article-2025-01.csv").write_text("id\n")
    (folder / ".hidden").write_text("x")
    (folder / "inner").mkdir()
    ledger, problems = reading.read_ledger(data)
    assert [(problem.place, problem.found) for problem in problems] == [
        (Place(f"data/sources/{name}", 1, 1), name)
        for name in (".hidden", "inner", "other.yaml", "seed-article-2025-01.csv")
    ]
    assert all(problem.accepted.startswith("<source id>.yml") for problem in problems)
    assert len(ledger.sources) == 1


def test_the_rows_of_a_source_that_cannot_be_read_are_no_stray(data: Path) -> None:
    (data / SEED_FILE).write_text("id: [\n")
    (data / SEED_FILE).with_suffix(".csv").write_text("id\n")
    _, problems = reading.read_ledger(data)
    assert [problem.place.file for problem in problems] == [SOURCE]


def test_a_folder_without_sources_is_told(data: Path) -> None:
    (data / "sources/seed-article-2025-01.yml").unlink()
    _, problems = reading.read_ledger(data)
    assert [problem.reason for problem in problems] == ["There is no source."]
