"""Whatever the text: no crash, spans inside the text, parts that are figures, work that grows as the text does."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.proposals import IntakeError, as_rows, propose, take

PIECES = (
    "1,500", "two dozen", "between 5 and 9", "up to about", "more than", "of them", "of the", "Of those,", "soldiers",
    "Border Patrol agents", "National Guard", "members", "and", ",", ".", ";", ":", "-", "(", ")", "\n", "\n\n", "- ",
    "Total: 500", "including", "to", "from", "bringing the total to", "In 2018", "As of June 30, 2020,", "fiscal year",
    "FY2023", "in Iraq", "Mexico's", "the border", "has", "will send", "another", "a year", "?", '"', "'s", "U.S.",
    "\u200b", "\u202e", "é", "½", "٣", "—", "percent", "$", "45k", "1.500", "the", "hundred", "no", "or more", "0", "1",
)  # fmt: skip


def check(text: str) -> None:
    rows = as_rows(propose(text))
    for place, row in enumerate(rows):
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert text[row["start"] : row["end"]] == row["match"]
        assert row["part_of"] is None or (row["part_of"] != place and 0 <= row["part_of"] < len(rows))
        assert row["value"] >= 0
        assert row["rules"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_pieces_of_articles(text: str) -> None:
    check(text)


@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    check(text)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.pdf", "a"]))
def test_any_bytes(data: bytes, name: str) -> None:
    try:
        intake = take(name, data)
    except IntakeError as error:
        intake = take("message.txt", str(error).encode())
    check(intake.text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_the_same_text_gives_the_same_rows(text: str) -> None:
    assert as_rows(propose(text)) == as_rows(propose(text))


def calls(text: str) -> int:
    """How many functions and steps of generators a proposal takes: a measure of work that no other process disturbs."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        propose(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "The Army sent 1,500 soldiers to the border, 400 of them to Texas. ",
        "1,500 troops ",
        "of them 500 ",
        "- 5 agents\n",
        "Total: 500\n",
        "bringing the total to 4,100 ",
        "In Texas are 1,500 Guard members, Mexico's soldiers and others (",
        "1,500, ",
        "\n",
        "- 5 agents:\n",
    ],
)
def test_work_is_linear_in_the_length(piece: str) -> None:
    short, long = calls(piece * 300), calls(piece * 1200)
    assert long < 4.6 * short


def test_titles_are_not_climbed_for_every_row_below() -> None:
    short, long = ("Staff\n\n" * count + "- 5 agents\n" * count for count in (300, 1200))
    assert calls(long) < 4.6 * calls(short)


def test_one_line_of_a_megabyte() -> None:
    sentence = "The Army sent 1,500 soldiers to the border, and nobody in the town of Ajo saw them go by. "
    text = sentence * (1_000_000 // len(sentence))
    assert [row["value"] for row in as_rows(propose(text))] == [1500]
