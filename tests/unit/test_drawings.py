"""Drawings over time: nothing joins what no table joins, and the axis of time names few years."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import drawings, library, scales, store
from dashboard.drawings import Span
from dashboard.library import Library
from dashboard.views import FigureView
from etl.totals import Claim
from etl.wording import Qualifier

PROJECT = Path(__file__).resolve().parents[2]
AXIS = scales.Scale(1000, (0, 500, 1000))


@cache
def ledger() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


def fiscal_years(years: Sequence[int]) -> list[FigureView]:
    """The same figure for several fiscal years."""
    one = ledger().figures["seed-usbp-fy2023"]
    return [
        replace(one, claim=replace(one.claim, id=f"fy{y}", start=date(y - 1, 10, 1), end=date(y, 9, 30))) for y in years
    ]


@given(st.lists(st.integers(1950, 2020), min_size=1, max_size=30, unique=True).map(sorted))
def test_a_line_goes_from_a_year_to_the_next_and_never_over_a_gap(years: list[int]) -> None:
    drawn = drawings.drawing("line", fiscal_years(years), AXIS)
    expected = [(f"fy{y}", f"fy{y + 1}") for y in years if y + 1 in years]
    assert [joint.needs for joint in drawn.joints] == expected


def test_dots_are_never_joined_and_steps_hold_for_their_own_period() -> None:
    views = fiscal_years([2010, 2011, 2013])
    assert drawings.drawing("dots", views, AXIS).joints == ()
    steps = drawings.drawing("steps", views, AXIS)
    assert [joint.needs for joint in steps.joints] == [("fy2010",), ("fy2011",), ("fy2013",)]
    assert all(joint.y1 == joint.y2 for joint in steps.joints)
    assert steps.joints[0].x2 == pytest.approx(steps.joints[1].x1)
    assert steps.joints[1].x2 < steps.joints[2].x1


def test_a_figure_without_a_date_has_no_place_on_an_axis_of_time() -> None:
    undated = ledger().figures["seed-cbp-employees"]
    assert undated.claim.start is None
    drawn = drawings.drawing("dots", [*fiscal_years([2010]), undated], AXIS)
    assert [point.view.id for point in drawn.points] == ["fy2010"]


@given(st.integers(1900, 2020), st.integers(1, 60))
def test_the_axis_of_time_names_a_few_years_each_in_its_place(first: int, length: int) -> None:
    span = Span(first, first + length)
    years = span.years
    assert 1 <= len(years) <= 13
    assert all(0 <= x <= 100 for _, x in years)
    assert [x for year, x in years] == sorted(x for _, x in years)
    assert span.across(date(first, 1, 1).toordinal()) == 0
    assert span.across(date(first + length, 1, 1).toordinal()) == 100


@pytest.mark.parametrize(
    ("qualifier", "high", "expected"),
    [
        (Qualifier.EXACT, 500, (50, 50, False, False)),
        (Qualifier.AT_LEAST, None, (50, 100, True, False)),
        (Qualifier.AT_MOST, 500, (0, 50, False, True)),
        (Qualifier.RANGE, 700, (50, 70, False, False)),
    ],
)
def test_a_mark_reaches_as_far_as_its_bounds(
    qualifier: Qualifier, high: int | None, expected: tuple[int, int, bool, bool]
) -> None:
    claim = Claim("a", 500, 500, high, qualifier, "", "ordered", "dod", None, None, None)
    mark = drawings.mark(claim, AXIS)
    assert (mark.low, mark.high, mark.opens, mark.capped) == expected
