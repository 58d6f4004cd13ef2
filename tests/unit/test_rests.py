from pathlib import Path

import pytest

from dashboard import library, store
from dashboard.library import Library
from dashboard.rests import rests

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def known() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


def of_source(known: Library, source: str) -> dict[str, int | None]:
    found = rests(known, known.explorer.of_source(source).figures)
    return {name: rest.value for name, rest in found.items()}


def test_the_other_1000_are_computed_and_45000_less_19104_is_refused_in_words(known: Library) -> None:
    found = rests(known, known.explorer.of_source("seed-article-2025-01").figures)
    troops, staff = found["seed-active-duty-ordered"], found["seed-cbp-employees"]
    assert list(found) == ["seed-active-duty-ordered", "seed-cbp-employees"]
    assert (troops.value, troops.words) == (1000, "the other 1,000: computed here, not reported")
    assert troops.needs == ("seed-active-duty-ordered", "seed-marines-ordered")
    assert troops.address == "/figure/seed-active-duty-ordered#rest"
    assert staff.value is None
    assert "not all of these numbers are exact" in staff.words


def test_where_the_parts_are_the_whole_nothing_is_left_to_draw(known: Library) -> None:
    assert of_source(known, "upi-2019-07-18") == {}
    assert of_source(known, "sdut-2011-12-09") == {"sdut-1200-total": 11}


def test_a_rest_needs_all_parts_of_the_ledger_among_the_figures(known: Library) -> None:
    whole = known.figures["seed-active-duty-ordered"]
    assert rests(known, [whole]) == {}


def test_a_computed_rest_is_what_exact_parts_of_one_day_leave(known: Library) -> None:
    for name, rest in rests(known, known.explorer.figures).items():
        if rest.value is not None:
            parts = [known.figures[part].claim for part in rest.needs[1:]]
            assert rest.value > 0
            assert {claim.qualifier for claim in parts} == {"exact"}
            assert {claim.start for claim in parts} == {known.figures[name].claim.start}
