import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import sentences, summaries
from dashboard.sentences import Basis
from dashboard.views import FigureView
from etl.periods import Precision
from etl.totals import Claim
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
