"""Questions: answers that exist, one of them preferred, and rules that pair two tables."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl import building, questions
from etl.judgements import Pair, Question
from etl.problems import DataError, Problem
from etl.records import read_list
from etl.totals import Rank

Edit = Callable[..., None]
WRITTEN = """\
- id: troops-january-2025
  question: How many troops?
  answers:
    seed-active-duty-ordered: preferred
    seed-guard-and-reserve-deployed: normal
  reason: One is ordered, the other estimated.
"""


def problems(data: Path, text: str) -> tuple[Problem, ...]:
    (data / "questions.yml").write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        building.build(data)
    return caught.value.problems


def test_a_question_is_published_with_its_answers_in_the_order_written(data: Path) -> None:
    (data / "questions.yml").write_text(WRITTEN, "utf-8")
    tables = building.build(data).tables
    assert tables["questions"].to_dict("records") == [
        {
            "id": "troops-january-2025", "question": "How many troops?", "preferred": "seed-active-duty-ordered",
            "reason": "One is ordered, the other estimated.", "answers": 2, "lowest": 1500, "highest": 2500,
        },
    ]  # fmt: skip
    assert list(tables["answers"].itertuples(index=False, name=None)) == [
        ("seed-active-duty-ordered", "troops-january-2025", "preferred"),
        ("seed-guard-and-reserve-deployed", "troops-january-2025", "normal"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason", "found"),
    [
        ("    seed-active-duty-ordered: p", "    seed-active-duty-orderd: p", 4, "no such figure", "orderd"),
        ("deployed: normal", "deployed: preferred", 4, "One answer is preferred", "seed-guard-and-reserve-deployed"),
        ("ordered: preferred", "ordered: normal", 4, "One answer is preferred", "none"),
        ("    seed-guard-and-reserve-deployed: normal\n", "", 4, "has rival answers", "seed-active-duty-ordered"),
        ("deployed: normal", "deployed: best", 5, "not accepted", "best"),
        ("  reason:", "  pair: {rivals: a-*, suffix: -b}\n  reason:", 1, "answers or a pair", "both"),
        ("  reason: One is ordered, the other estimated.\n", "", 1, "missing", "nothing"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(data: Path, old: str, new: str, line: int, reason: str, found: str) -> None:
    assert WRITTEN.count(old) == 1
    (problem,) = problems(data, WRITTEN.replace(old, new))
    assert problem.place.file == "data/questions.yml"
    assert problem.place.line == line
    assert reason in problem.reason
    assert found in problem.found


def test_a_figure_answers_one_question(data: Path) -> None:
    again = WRITTEN.replace("troops-january-2025", "once-more").replace("active-duty-ordered", "marines-ordered")
    (problem,) = problems(data, WRITTEN + again)
    assert (problem.place.line, problem.found) == (11, "seed-guard-and-reserve-deployed")
    assert "troops-january-2025" in problem.reason


def test_an_id_is_used_once(data: Path) -> None:
    again = WRITTEN.replace("active-duty-ordered", "marines-ordered").replace(
        "guard-and-reserve-deployed", "usbp-fy2023"
    )
    (problem,) = problems(data, WRITTEN + again)
    assert problem.place.line == 7
    assert "data/questions.yml:1" in problem.reason


def test_a_figure_out_of_shape_is_not_reported_again_as_an_unknown_answer(data: Path, edit: Edit) -> None:
    edit("    locator: body paragraph 2, sentence 1\n", "")
    (problem,) = problems(data, WRITTEN)
    assert problem.field == "locator"


CELLS = pd.DataFrame(
    {
        "figure_id": ["a-2014-x", "a-2014-x-profile", "a-2014-y", "a-2014-y-profile", "b-profile", "a-2015-x-profile"],
        "as_of_text": ["FY2014"] * 6,
        "region_path": ["nationwide › X Sector", "", "", "", "", ""],
    }
)


def rule(tmp_path: Path, text: str) -> list[questions.Answered]:
    path = tmp_path / "questions.yml"
    path.write_text(text, "utf-8")
    records, wrong = read_list(path, "questions.yml", Question)
    assert wrong == []
    return questions.expand(records, CELLS)


RULE = """\
- id: profile
  question: How many, {region}, {period}?
  pair: {rivals: a-*-profile, suffix: -profile, rank: deprecated}
  reason: The table is later.
"""


def test_a_rule_asks_about_every_cell_that_has_a_rival(tmp_path: Path) -> None:
    asked = rule(tmp_path, RULE)
    assert [(question.id, question.question) for question in asked] == [
        ("profile-a-2014-x", "How many, X Sector, FY2014?"),
        ("profile-a-2014-y", "How many, a-2014-y, FY2014?"),
    ]
    assert asked[0].ranks == {"a-2014-x": Rank.PREFERRED, "a-2014-x-profile": Rank.DEPRECATED}


def test_a_rule_leaves_out_what_a_written_question_asks_about(tmp_path: Path) -> None:
    written = "- {id: own, question: Q, answers: {a-2014-x: preferred, b-profile: normal}, reason: R}\n"
    assert [question.id for question in rule(tmp_path, RULE + written)] == ["own", "profile-a-2014-y"]


def test_a_rule_that_fits_nothing_is_told(data: Path) -> None:
    (problem,) = problems(data, RULE.replace("a-*", "z-*"))
    assert (problem.place.line, problem.field) == (3, "pair")


def test_a_rule_has_normal_rivals_unless_it_says_otherwise() -> None:
    assert Pair(rivals="a", suffix="b").rank is Rank.NORMAL


def test_a_question_without_its_preferred_answer_is_not_there_yet(tmp_path: Path) -> None:
    asked = rule(tmp_path, RULE)
    known = {"a-2014-x-profile", "a-2014-y", "a-2014-y-profile"}
    assert [question.id for question in questions.present(asked, known)] == ["profile-a-2014-y"]
    assert questions.present(asked, {"a-2014-y"}) == []
