"""Every mistake a maintainer can make in the data: told at its place, with what would be accepted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl import building
from etl.problems import DataError, Place, Problem

Edit = Callable[..., None]
SOURCE = "data/sources/seed-article-2025-01.yml"


def problems(data: Path) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        building.build(data)
    return caught.value.problems


@pytest.mark.parametrize(
    ("old", "new", "field", "reason", "found", "accepted", "nearest"),
    [
        ("agency: marines", "agency: marnies", "agency", "unknown", "marnies", "marines", "marines"),
        ("basis: deployed", "basis: deplyed", "basis", "unknown", "deplyed", "bases.yml", "deployed"),
        ("component: guard-and-reserve", "component: guards", "component", "unknown", "guards", "national-guard", None),
        ("part_of: seed-cbp-employees", "part_of: seed-cbp-employes", "part_of", "no such figure", "seed-cbp-employes",
         "id of a figure", "seed-cbp-employees"),
        ("1,500 active-duty troops", "several hundred troops", "as_reported", "", "several hundred", "", None),
        ("1,500 active-duty troops", "active-duty troops", "as_reported", "", "", "", None),
        ("included 500 Marines", " ".join(["500", *["Marine"] * 39]), "as_reported", "40 words", "500", "at most",
         None),
        ("as_of: {period: FY2023, stated: As of fiscal year 2023}", "as_of: FY23", "as_of", "", "FY23", "FY2023", None),
        ("as_of: not stated", "as_of: 2025-02-31", "as_of", "", "2025-02-31", "", None),
        ("period: FY2023", "period: 2023-09-30", "as_of", "more precise", "2023-09-30", "FY2023", None),
        ("period: FY2023", "period: FY2024", "as_of", "not the one", "FY2024", "FY2023", None),
        ("{period: 2025-01-22, stated: on Wednesday}", "{period: 2025-01-22, stated: this month}", "as_of",
         "more precise", "2025-01-22", "month", None),
        ("{period: 2025-01-22, stated: on Wednesday}", "{period: 2025-01-21, stated: on Wednesday}", "as_of",
         "contradicts", "2025-01-21, a Tuesday", "a Wednesday", None),
        ("as_reported: more than 45,000 employees", "as_reported: more than 45,000 employees\n    number: 46,000",
         "number", "does not stand", "46,000", "45,000", None),
        ("included 500 Marines", "included 1,600 Marines", "part_of", "larger than its whole", "1,600", "1,500", None),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(
    data: Path, edit: Edit, old: str, new: str, field: str, reason: str, found: str, accepted: str, nearest: str | None
) -> None:
    edit(old, new)
    told = [problem for problem in problems(data) if problem.field == field]
    assert len(told) == 1
    (problem,) = told
    assert problem.place.file == SOURCE
    line = (data / "sources/seed-article-2025-01.yml").read_text("utf-8").splitlines()[problem.place.line - 1]
    assert field in line or "period" in line
    assert reason in problem.reason
    assert found in problem.found
    assert accepted in problem.accepted
    assert problem.nearest == nearest
    assert problem.record.startswith("figure seed-")


def test_a_circle_of_parts_is_told_once_with_its_whole_way(data: Path, edit: Edit) -> None:
    edit("    note: A lower bound", "    part_of: seed-usbp-fy2023\n    note: A lower bound")
    (problem,) = problems(data)
    assert "inside itself" in problem.reason
    assert problem.found.count("→") == 2
    assert {"seed-cbp-employees", "seed-usbp-fy2023"} <= set(problem.found.split(" → "))


def test_a_circle_is_not_also_a_part_that_is_too_large(data: Path, edit: Edit) -> None:
    edit("    note: The article describes", "    part_of: seed-marines-ordered\n    note: The article describes")
    (problem,) = problems(data)
    assert "inside itself" in problem.reason


def test_every_circle_is_told(data: Path, edit: Edit) -> None:
    edit("    note: The article describes", "    part_of: seed-marines-ordered\n    note: The article describes")
    edit("    note: A lower bound", "    part_of: seed-cbp-employees\n    note: A lower bound")
    told = problems(data)
    assert ["inside itself" in problem.reason for problem in told] == [True, True]
    assert told[1].found == "seed-cbp-employees → seed-cbp-employees"


def test_a_circle_of_agencies_is_told(data: Path, edit: Edit) -> None:
    edit("  name: Department of Defense\n", "  name: Department of Defense\n  parent: army\n", "agencies.yml")
    (problem,) = problems(data)
    assert problem.place.file == "data/agencies.yml"
    assert "inside itself" in problem.reason


@pytest.mark.parametrize(
    ("file", "old", "twice"),
    [
        ("roles.yml", "- id: employees", "troops"),
        ("regions.yml", "- id: northern", "southwest"),
        ("duty_statuses.yml", "- id: title-32", "title-10"),
        ("bases.yml", "- id: planned", "ordered"),
        ("components.yml", "- id: reserve", "active"),
        ("operations.yml", "- id: phalanx", "jump-start"),
    ],
)
def test_a_word_of_a_vocabulary_is_defined_once(data: Path, edit: Edit, file: str, old: str, twice: str) -> None:
    edit(f"{old}\n", f"- id: {twice}\n", file)
    told = [problem for problem in problems(data) if "twice" in problem.reason]
    assert [(problem.place.file, problem.found) for problem in told] == [(f"data/{file}", twice)]
    line = (data / file).read_text("utf-8").splitlines()[told[0].place.line - 1]
    assert line[told[0].place.column - 1 :] == twice


@pytest.mark.parametrize(
    ("parent", "reason", "found"),
    [
        ("big-bend", "inside itself", "southwest → big-bend → southwest"),
        ("natinal", "no such region", "natinal"),
    ],
)
def test_a_parent_that_leads_nowhere_is_told(data: Path, edit: Edit, parent: str, reason: str, found: str) -> None:
    edit(
        "- id: southwest\n  label: Southwest border\n  parent: national\n",
        f"- id: southwest\n  label: Southwest border\n  parent: {parent}\n",
        "regions.yml",
    )
    (problem,) = problems(data)
    assert problem.place == Place("data/regions.yml", 8, 11)
    assert reason in problem.reason
    assert problem.found == found


def test_an_id_used_twice_names_the_first_place(data: Path, edit: Edit) -> None:
    edit("  - id: seed-marines-ordered", "  - id: seed-active-duty-ordered")
    told = problems(data)
    duplicate = next(problem for problem in told if "twice" in problem.reason)
    assert f"{SOURCE}:17" in duplicate.reason
    assert duplicate.found == "seed-active-duty-ordered"


def test_a_date_said_to_follow_from_publication_must_be_that_of_publication(data: Path, edit: Edit) -> None:
    edit("  published: 2025-01-22\n", "  published: 2025-01\n")
    told = problems(data)
    assert {problem.record for problem in told} == {
        "figure seed-marines-ordered", "figure seed-guard-and-reserve-deployed",
    }  # fmt: skip
    assert all(problem.accepted == "2025-01" for problem in told)


@pytest.mark.parametrize(
    ("published", "reason"),
    [("last week sometime", "not a date"), ("2025-02-31", "no day 31"), ("22 January 2025", "write 2025-01-22")],
)
def test_a_date_of_publication_that_cannot_be_read_is_told_once(
    data: Path, edit: Edit, published: str, reason: str
) -> None:
    edit("  published: 2025-01-22\n", f"  published: {published}\n")
    (problem,) = problems(data)
    assert problem.place == Place(SOURCE, 6, 14)
    assert (problem.record, problem.field) == ("source seed-article-2025-01", "origin.published")
    assert reason in problem.reason
    assert problem.found == published


def test_a_date_of_publication_may_be_not_stated(data: Path, edit: Edit) -> None:
    edit("  published: 2025-01-22\n", "  published: not stated\n")
    assert {problem.accepted for problem in problems(data)} == {"not stated"}, "for what follows from publication"


def test_the_weekday_of_an_event_is_held_to_its_date(data: Path, edit: Edit) -> None:
    edit("  date: 2025-01-20\n", "  date: 2025-01-21\n", "events.yml")
    (problem,) = problems(data)
    assert (problem.record, problem.accepted) == ("event national-emergency-declared", "a Monday, for 'on Monday'")


def test_words_that_name_the_whole_date_hold_against_their_weekday(data: Path, edit: Edit) -> None:
    edit("stated: on Wednesday}", "stated: 'on Tuesday, Jan. 22, 2025'}")
    assert len(building.build(data).tables["figures"]) == 5


def test_a_date_has_one_origin(data: Path, edit: Edit) -> None:
    edit("stated: on Wednesday}", "stated: on Wednesday, from: publication}")
    (problem,) = problems(data)
    assert problem.accepted == "either stated or from"


def test_events_are_held_to_the_same_rules(data: Path, edit: Edit) -> None:
    edit("date: 2025-01-20", "date: 20 January 2025", "events.yml")
    edit("  as_reported: the House of Representatives passed",
         "  as_reported: On Wednesday, the House of Representatives passed the Act", "events.yml")  # fmt: skip
    text = (data / "events.yml").read_text("utf-8").replace("source: seed-article-2025-01", "source: seed", 1)
    (data / "events.yml").write_text(text, "utf-8")
    told = {problem.field: problem for problem in problems(data)}
    assert told.keys() == {"date", "as_reported", "source"}
    assert told["date"].record == "event national-emergency-declared"
    assert "9 words" in told["as_reported"].reason


def test_all_mistakes_of_a_run_are_told_in_reading_order(data: Path, edit: Edit) -> None:
    edit("agency: marines", "agency: marnies")
    edit("period: FY2023", "period: FY23")
    edit("basis: deployed", "basis: deplyed")
    edit("date: 2025-01-20", "date: 2025-01-40", "events.yml")
    told = problems(data)
    assert [problem.field for problem in told] == ["date", "agency", "basis", "as_of"]
    assert sorted(problem.place for problem in told) == [problem.place for problem in told]


def test_a_broken_whole_is_not_reported_again_by_its_parts(data: Path, edit: Edit) -> None:
    edit("    locator: body paragraph 2, sentence 1\n", "")
    told = problems(data)
    assert [(problem.record, problem.field) for problem in told] == [("figure seed-active-duty-ordered", "locator")]


def test_the_seed_reads_as_the_article_says(data: Path) -> None:
    figures = building.build(data).tables["figures"].set_index("figure_id")
    columns = ["value", "value_low", "value_high", "qualifier", "hedge", "basis", "as_of_start", "as_of_end", "part_of"]
    cells = figures[columns].astype(object).where(figures[columns].notna(), None)
    rows = dict(zip(cells.index, cells.itertuples(index=False, name=None), strict=True))
    day = "2025-01-22"
    assert rows == {
        "seed-active-duty-ordered": (1500, 1500, 1500, "exact", "", "ordered", day, day, ""),
        "seed-marines-ordered": (500, 500, 500, "exact", "", "ordered", day, day, "seed-active-duty-ordered"),
        "seed-guard-and-reserve-deployed": (2500, None, None, "estimate", "an estimated", "deployed", day, day, ""),
        "seed-cbp-employees": (45000, 45000, None, "at-least", "more than", "onboard", "", "", ""),
        "seed-usbp-fy2023": (
            19104, 19104, 19104, "exact", "", "onboard", "2022-10-01", "2023-09-30", "seed-cbp-employees",
        ),
    }  # fmt: skip
