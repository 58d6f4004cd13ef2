"""Checks across rows: what is found, what is accepted, and when a source is to be looked at again."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from etl import building, crosschecks, issues, reviews
from etl.issues import Issue
from etl.judgements import Acceptance, Question, ReviewRule
from etl.models import Review, Source
from etl.problems import DataError, Problem
from etl.questions import expand
from etl.records import read_list

COLUMNS = ["figure_id", "part_of", "value", "qualifier", "source", "basis", "as_of_text", "as_of_start", "as_of_end"]


def table(*rows: tuple[str, str, int, str]) -> pd.DataFrame:
    """Figures of one source, basis and day: id, whole, value, qualifier."""
    same = ("table", "onboard", "2019-09-30", "2019-09-30", "2019-09-30")
    return pd.DataFrame([(*row, *same) for row in rows], columns=COLUMNS).assign(
        locator="p. 1", as_reported=[str(row[2]) for row in rows], checked_with=""
    )


def whole(value: int, qualifier: str, *parts: tuple[int, str]) -> list[tuple[str, int | None]]:
    rows = [("whole", "", value, qualifier)]
    rows += [(f"part-{place}", "whole", number, kind) for place, (number, kind) in enumerate(parts)]
    return [(issue.severity, issue.amount) for issue in crosschecks.parts_and_wholes(table(*rows))]


@pytest.mark.parametrize(
    ("value", "qualifier", "parts", "expected"),
    [
        (100, "exact", [(60, "exact"), (40, "exact")], []),
        (100, "exact", [(60, "exact"), (39, "exact")], [("warning", 1)]),
        (100, "exact", [(60, "exact"), (41, "exact")], [("error", -1)]),
        (100, "exact", [(50, "exact")], []),
        (100, "about", [(60, "exact"), (49, "exact")], []),
        (100, "about", [(60, "exact"), (51, "exact")], [("error", -11)]),
        (100, "exact", [(60, "about"), (29, "exact")], [("warning", 11)]),
        (100, "at-least", [(60, "exact"), (90, "exact")], []),
        (100, "at-most", [(60, "exact"), (90, "exact")], [("error", -50)]),
    ],
)
def test_parts_are_held_against_their_whole(
    value: int, qualifier: str, parts: list[tuple[int, str]], expected: list[tuple[str, int]]
) -> None:
    assert whole(value, qualifier, *parts) == expected


@pytest.mark.parametrize("column", ["source", "basis", "as_of_text"])
def test_parts_of_another_source_basis_or_time_are_no_list(column: str) -> None:
    figures = table(("whole", "", 100, "exact"), ("a", "whole", 60, "exact"), ("b", "whole", 30, "exact"))
    assert [issue.amount for issue in crosschecks.parts_and_wholes(figures)] == [10]
    figures.loc[2, column] = "other"
    assert list(crosschecks.parts_and_wholes(figures)) == []


def asked(tmp_path: Path, figures: pd.DataFrame) -> list[Issue]:
    (tmp_path / "q.yml").write_text("- {id: qq, question: Q, answers: {aa: preferred, bb: normal}, reason: R}\n")
    records, _ = read_list(tmp_path / "q.yml", "q.yml", Question)
    return list(crosschecks.answers(expand(records, figures), figures))


@pytest.mark.parametrize(("rival", "amount"), [(51, None), (199, None), (50, -50), (200, 100), (0, -100)])
def test_an_answer_far_from_the_preferred_one_is_found(tmp_path: Path, rival: int, amount: int | None) -> None:
    found = asked(tmp_path, table(("aa", "", 100, "exact"), ("bb", "", rival, "exact")))
    assert [(issue.check, issue.subject, issue.amount) for issue in found] == (
        [] if amount is None else [("answer-spread", "bb", amount)]
    )


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2019-10-31", "2019-11-30", None),
        ("2019-11-01", "2019-11-30", 32),
        ("2019-01-01", "2019-08-29", 32),
        ("2019-01-01", "2020-12-31", None),
        ("", "", None),
    ],
)
def test_an_answer_of_another_time_is_found(tmp_path: Path, start: str, end: str, days: int | None) -> None:
    figures = table(("aa", "", 100, "exact"), ("bb", "", 100, "exact"))
    figures.loc[1, ["as_of_start", "as_of_end"]] = [start, end]
    found = asked(tmp_path, figures)
    assert [(issue.check, issue.amount) for issue in found] == ([] if days is None else [("answer-date", days)])


def source(name: str, **fields: object) -> Source:
    origin = {
        "publisher": "P", "title": "T", "published": "2019", "address": "not stated", "language": "en", "kind": "news",
    }  # fmt: skip
    return Source.model_validate({"id": name, "origin": origin, **fields})


def test_a_source_that_nothing_is_taken_from_is_found() -> None:
    figures = table(("aa", "", 100, "exact")).assign(checked_with="second")
    events = pd.DataFrame({"source": ["third"]})
    sources = [source(name) for name in ("table", "second", "third", "fourth")]
    found = [issue.subject for issue in crosschecks.unused_sources(sources, figures, events)]
    assert found == ["fourth"]


def test_a_wording_at_one_place_is_read_once() -> None:
    figures = table(
        ("aa", "", 100, "exact"), ("bb", "", 100, "exact"), ("cc", "", 100, "exact"), ("dd", "", 99, "exact")
    )
    figures.loc[2, "locator"] = "p. 2"
    (issue,) = crosschecks.repeated_wordings(figures)
    assert issue.subject == "bb"
    assert "those of aa" in issue.finding


RULES = [
    ReviewRule(sources="*", last_checked="2025-01-01", interval="30 days"),
    ReviewRule(sources="law-*", last_checked="2025-01-01", interval="never"),
]


@pytest.mark.parametrize(
    ("name", "review", "today", "days"),
    [
        ("news", None, date(2025, 1, 31), None),
        ("news", None, date(2025, 2, 1), 1),
        ("law-1", None, date(2035, 1, 1), None),
        ("law-1", Review(last_checked="2025-01-01", interval="1 days"), date(2025, 1, 4), 2),
        ("news", Review(last_checked="2025-01-20", interval="30 days"), date(2025, 2, 1), None),
    ],
)
def test_a_source_is_due_by_its_own_review_or_the_last_rule_that_fits(
    name: str, review: Review | None, today: date, days: int | None
) -> None:
    found = reviews.reviews_due([source(name, review=review)], RULES, today)
    assert [issue.amount for issue in found] == ([] if days is None else [days])


def test_without_rules_nothing_is_due_and_the_data_has_no_day() -> None:
    assert list(reviews.reviews_due([source("news")], [], date(2035, 1, 1))) == []
    assert reviews.latest_day([source("news")], [], []) == date.min
    assert reviews.latest_day([source("news", added="2025-03-01")], RULES, ["2025-02-01"]) == date(2025, 3, 1)


FOUND = [Issue("sums", "figure", "aa", "warning", "F", 5), Issue("sums", "figure", "ab", "error", "F", 50)]


def accepted(tmp_path: Path, text: str) -> tuple[list[Issue], list[Problem]]:
    (tmp_path / "e.yml").write_text(text)
    records, wrong = read_list(tmp_path / "e.yml", "e.yml", Acceptance)
    assert wrong == []
    return issues.accept(FOUND, records)


def test_an_exception_accepts_what_fits_it_and_gives_the_reason(tmp_path: Path) -> None:
    judged, problems = accepted(tmp_path, "- {check: sums, subjects: [a*], reason: Known.}\n")
    assert [(issue.severity, issue.reason) for issue in judged] == [("accepted", "Known.")] * 2
    assert problems == []


def test_an_amount_out_of_bounds_is_open_again(tmp_path: Path) -> None:
    judged, problems = accepted(tmp_path, "- {check: sums, subjects: [a*], least: 5, most: 49, reason: Known.}\n")
    assert [issue.severity for issue in judged] == ["accepted", "error"]
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "- {check: sums, subjects: [a*, c*], reason: Known.}\n",
        "- {check: other, subjects: [a*], reason: Known.}\n",
        "- {check: sums, subjects: [a*], least: 51, reason: Known.}\n",
    ],
)
def test_an_exception_that_fits_nothing_is_a_mistake(tmp_path: Path, text: str) -> None:
    _, (problem,) = accepted(tmp_path, text)
    assert problem.place.file == "e.yml"
    assert "fits no finding" in problem.reason


def test_parts_above_their_whole_keep_the_data_from_being_published(data: Path) -> None:
    path = data / "sources/seed-article-2025-01.yml"
    text = path.read_text("utf-8")
    start = text.index("  - id: seed-marines-ordered")
    marines = text[start : text.index("  - id:", start + 1)]
    more = marines.replace("seed-marines-ordered", "seed-soldiers-ordered").replace("500 Marines", "1,001 soldiers")
    path.write_text(text.replace(marines, marines + more), "utf-8")
    with pytest.raises(DataError) as caught:
        building.build(data)
    (problem,) = caught.value.problems
    assert (problem.record, problem.field) == ("figure seed-active-duty-ordered", "parts-and-whole")
    assert problem.place.file == "data/sources/seed-article-2025-01.yml"
    assert "1 people above" in problem.reason
    exception = (
        "- {check: parts-and-whole, subjects: [seed-active-duty-ordered], least: -1, most: -1, reason: Known.}\n"
    )
    (data / "exceptions.yml").write_text(exception, "utf-8")
    (row,) = building.build(data).tables["issues"].to_dict("records")
    assert (row["severity"], row["amount"], row["reason"]) == ("accepted", -1, "Known.")


def test_the_day_of_a_build_is_that_of_the_data(data: Path) -> None:
    (data / "reviews.yml").write_text("- {sources: '*', last_checked: 2025-01-01, interval: 30 days}\n", "utf-8")
    assert building.build(data).issues == []
    (due,) = building.build(data, today=date(2025, 2, 10)).issues
    assert (due.check, due.subject, due.amount) == ("review-due", "seed-article-2025-01", 10)
    assert building.build(data, today=date(2025, 2, 10)).place(due).file == "data/sources/seed-article-2025-01.yml"
