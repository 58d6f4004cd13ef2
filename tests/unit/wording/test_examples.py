"""Wordings of the kind that reporters write, each with the quantity it must give or the reason it must not."""

import csv
from pathlib import Path

import pytest

from etl.wording import Qualifier, WordingError, read

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


EXAMPLES = rows("examples.csv")
REFUSALS = rows("refusals.csv")
# "no" is 0 only before people, so it does not read back alone.
PHRASES = [row for row in EXAMPLES if row["value"] != "0"]


def bound(cell: str) -> int | None:
    return int(cell) if cell else None


@pytest.mark.parametrize("row", EXAMPLES, ids=[row["wording"] for row in EXAMPLES])
def test_wording_gives_the_quantity_of_the_table(row: dict[str, str]) -> None:
    quantity = read(row["wording"])
    found = (quantity.value, quantity.low, quantity.high, quantity.qualifier.value, quantity.hedge)
    assert found == (int(row["value"]), bound(row["low"]), bound(row["high"]), row["qualifier"], row["hedge"])


@pytest.mark.parametrize("row", REFUSALS, ids=[row["wording"] for row in REFUSALS])
def test_wording_is_refused_for_the_reason_of_the_table(row: dict[str, str]) -> None:
    with pytest.raises(WordingError) as caught:
        read(row["wording"])
    error = caught.value
    assert row["reason"] in error.reason
    assert error.accepted
    assert error.found in str(error)
    assert error.reason in str(error)
    assert 0 <= error.start < len(row["wording"])


def test_the_tables_are_long_enough_and_have_no_row_twice() -> None:
    assert len({row["wording"] for row in EXAMPLES}) == len(EXAMPLES) >= 120
    assert len({row["wording"] for row in REFUSALS}) == len(REFUSALS) >= 40
    assert {row["qualifier"] for row in EXAMPLES} == {qualifier.value for qualifier in Qualifier}


@pytest.mark.parametrize("row", PHRASES, ids=[row["wording"] for row in PHRASES])
def test_spans_cut_out_the_phrase_and_the_number(row: dict[str, str]) -> None:
    wording = row["wording"]
    quantity = read(wording)
    assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
    phrase = wording[quantity.start : quantity.end]
    again = read(phrase)
    assert (again.value, again.low, again.high, again.qualifier, again.hedge) == (
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.qualifier,
        quantity.hedge,
    )
    for part in quantity.hedge.split(" … "):
        assert part in " ".join(phrase.lower().split())


@pytest.mark.parametrize("row", EXAMPLES, ids=[row["wording"] for row in EXAMPLES])
def test_capital_letters_change_nothing(row: dict[str, str]) -> None:
    quantity, shouted = read(row["wording"]), read(row["wording"].upper())
    assert shouted == quantity


@pytest.mark.parametrize("row", EXAMPLES, ids=[row["wording"] for row in EXAMPLES])
def test_white_space_around_moves_the_spans_alone(row: dict[str, str]) -> None:
    quantity, moved = read(row["wording"]), read(f"\t{row['wording']}\n")
    assert moved.start == quantity.start + 1
    assert moved.number_end == quantity.number_end + 1
    assert (moved.value, moved.low, moved.high, moved.hedge) == (
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.hedge,
    )


@pytest.mark.parametrize(
    ("wording", "phrase", "number"),
    [
        ("federal mission to about 9,600", "about 9,600", "9,600"),
        ("An estimated 2,500 … National Guard members", "An estimated 2,500", "2,500"),
        ("total of 60,000+ men", "60,000+", "60,000"),
        ("somewhere between 450 and 500 Marines", "between 450 and 500", "450 and 500"),
        ("some 500 agents or more", "some 500 agents or more", "500"),
        ("currently no active duty troops", "no", "no"),
        ("with half a million people", "half a million", "half a million"),
    ],
)
def test_span_of_phrase_and_number(wording: str, phrase: str, number: str) -> None:
    quantity = read(wording)
    assert wording[quantity.start : quantity.end] == phrase
    assert wording[quantity.number_start : quantity.number_end] == number
