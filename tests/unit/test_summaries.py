import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import sentences, summaries
from dashboard.sentences import Basis
from dashboard.views import FigureView
from etl.periods import Precision
from etl.totals import Claim, Rank
from etl.wording import Qualifier

ROW = {"as_of_precision": "day"}


def figure(
    name: str, value: int, qualifier: Qualifier = Qualifier.EXACT, day: date | None = date(2025, 1, 22)
) -> FigureView:
    claim = Claim(name, value, value, value, qualifier, "", "ordered", name, day, day, None)
    as_of = sentences.period(Precision.DAY, day, day)
    return FigureView(1, claim, sentences.thousands(value), name, "dod", Basis("ordered", "people"), as_of, "news", ROW)


def said(*figures: FigureView) -> str:
    return re.sub("<[^>]+>", "", summaries.summary(figures))


def test_highest_lowest_hedges_and_dates_are_said_with_links() -> None:
    html = summaries.summary(
        [
            figure("army", 1000),
            figure("cbp", 45000, Qualifier.AT_LEAST, None),
            figure("guard", 2500, Qualifier.ESTIMATE),
        ]
    )
    assert html == (
        'Highest: <a href="/figure/cbp">cbp (45,000)</a>. Lowest: <a href="/figure/army">army (1,000)</a>. '
        "Not exact: 1 estimate or approximation and 1 lower bound. As of 22 January 2025; 1 figure without a date."
    )


def test_one_figure_and_figures_of_one_value_are_not_called_highest() -> None:
    assert said(figure("army", 1000)) == "One figure: army (1,000). Every number is exact. As of 22 January 2025."
    assert said(figure("a", 5), figure("b", 5), figure("c", 5)).startswith(
        "All stand at the same number: a (5) and 2 others."
    )


def test_one_number_with_different_hedges_is_not_called_the_same() -> None:
    bounds = [figure("a", 5, Qualifier.AT_MOST), figure("b", 5, Qualifier.AT_LEAST), figure("c", 5, Qualifier.ABOUT)]
    assert said(*bounds).startswith(
        "All name 5, as an upper bound, as a lower bound and as an approximate number: a (5) and 2 others."
    )


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ([(5, "exact"), (9, "at-most"), (7, "exact")], "Highest: c (7). Lowest: a (5)."),
        ([(5, "exact"), (3, "at-least"), (7, "exact")], "Highest: c (7). Lowest: a (5)."),
        ([(5, "exact"), (3, "at-least")], "Highest: a (5). Lower bounds leave open which is the lowest."),
        ([(5, "exact"), (9, "at-most")], "Lowest: a (5). Upper bounds leave open which is the highest."),
        ([(3, "at-least"), (9, "at-most")], "Bounds leave open which is the highest and which the lowest."),
        ([(3, "at-least"), (9, "at-least")], "Highest lower bound: b (9). Lowest lower bound: a (3)."),
        ([(3, "at-most"), (9, "at-most")], "Highest upper bound: b (9). Lowest upper bound: a (3)."),
        ([(45, "exact"), (45, "at-least"), (60, "exact")], "Highest: c (60). Lowest: a (45)."),
    ],
)
def test_bounds_are_not_ranked_as_if_they_were_exact(figures: list[tuple[int, str]], text: str) -> None:
    views = [figure(name, value, Qualifier(q)) for name, (value, q) in zip("abc", figures, strict=False)]
    assert said(*views).startswith(f"{text} ")


def test_a_range_is_highest_by_its_upper_end_and_lowest_by_its_lower_end() -> None:
    spread = figure("a", 4, Qualifier.RANGE)
    spread = replace(spread, claim=replace(spread.claim, high=9))
    assert said(spread, figure("b", 8), figure("c", 5)).startswith("Highest: a (4). Lowest: a (4).")


def test_what_is_counted_differently_is_not_ranked_together() -> None:
    floor = figure("d", 20)
    floor = replace(floor, claim=replace(floor.claim, basis="mandated-floor"), basis=Basis("mandated floor", "people"))
    assert said(figure("a", 5), floor, figure("b", 9)).startswith(
        "Highest counted as ordered: b (9). Lowest: a (5). One figure counted as mandated floor: d (20). "
    )
    assert said(figure("a", 5), floor).startswith(
        "One figure each counted as ordered and mandated floor: a (5) and d (20). "
    )


def test_an_answer_that_looks_wrong_is_set_aside() -> None:
    wrong = figure("w", 99)
    wrong = replace(wrong, claim=replace(wrong.claim, rank=Rank.DEPRECATED))
    assert said(figure("a", 5), wrong, figure("b", 9)).startswith(
        "Highest: b (9). Lowest: a (5). 1 answer looks wrong and is set aside. "
    )


def test_several_highest_are_counted_and_the_first_is_named() -> None:
    text = said(figure("a", 5), figure("b", 9), figure("c", 9), figure("d", 9))
    assert text.startswith("Highest: b (9) and 2 others. Lowest: a (5).")


def test_dates_reach_from_the_first_to_the_last() -> None:
    text = said(figure("a", 1, day=date(2025, 3, 1)), figure("b", 2, day=date(2018, 10, 29)), figure("c", 3, day=None))
    assert text.endswith("As of 29 October 2018 to 1 March 2025; 1 figure without a date.")
    assert said(figure("a", 1, day=None)).endswith("No date is stated.")


def test_nothing_has_no_summary() -> None:
    assert summaries.summary([]) == ""


@pytest.mark.parametrize("qualifier", [one for one in Qualifier if one is not Qualifier.EXACT])
def test_every_hedge_is_counted(qualifier: Qualifier) -> None:
    assert "Not exact: 2 " in said(figure("a", 1, qualifier), figure("b", 2, qualifier), figure("c", 3))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(list(Qualifier))), min_size=1, max_size=8))
def test_counts_of_hedges_add_up(drawn: list[tuple[int, Any]]) -> None:
    text = said(*(figure(f"f{n}", value, qualifier) for n, (value, qualifier) in enumerate(drawn)))
    hedges = re.search(r"Not exact: ([^.]*)\.", text)
    counted = sum(int(number) for number in re.findall(r"\d+", hedges[1])) if hedges else 0
    assert counted == sum(qualifier is not Qualifier.EXACT for _, qualifier in drawn)
