"""What the frame of every view says about a selection, on the published ledger."""

from functools import cache
from pathlib import Path

import pytest

from dashboard import library, store
from dashboard.exhibits.over_time import OverTime
from dashboard.library import Library
from dashboard.pages.controls import filter_state
from dashboard.pages.exhibit_page import guard_sentences
from dashboard.selection import Selection
from dashboard.sentences import count

PROJECT = Path(__file__).resolve().parents[2]


@cache
def ledger() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2018, 2018, "year 2018"),
        (2018, 2019, "years 2018 to 2019"),
        (2018, None, "2018 or later"),
        (None, 2018, "2018 or earlier"),
    ],
)
def test_years_of_a_filter_are_one_several_or_open(first: int | None, last: int | None, words: str) -> None:
    assert filter_state(ledger(), Selection(first=first, last=last)) == [words]


def test_what_is_counted_is_named_with_its_number_and_never_as_a_plural() -> None:
    shown = OverTime(ledger()).explorer.selected(Selection(agencies=("usbp",)))
    assert guard_sentences(shown)[0] == "Compare like with like: on board (119) and mandated floor (6)."


def test_one_figure_behind_a_choice_is_no_plural() -> None:
    assert [count("filter-figures", number) for number in (0, 1, 2)] == ["figures", "figure", "figures"]
