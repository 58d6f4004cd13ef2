"""Charts that the server draws: answers on one axis, and figures over time. Lengths are percentages.

A mark never says more than its source: a lower bound has an arrow, an upper bound a line down to zero,
a range a bar between its ends, an approximate number a hollow mark. No line joins points unless the series
says that they may be joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dashboard.library import Series
from dashboard.scales import Scale, scale
from dashboard.views import FigureView
from etl.totals import Claim
from etl.wording import Qualifier

_TOP, _MOST_YEARS = 100.0, 8


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a figure stands on an axis, in percent of it: its value, and the reach of its bounds.

    `low` and `high` are equal to `value` when the source gives no bounds or gives the number exactly.
    `opens` is true when there is no upper bound.
    """

    value: float
    low: float
    high: float
    opens: bool
    approximate: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in a drawing over time: `x` in percent from the left; `mark` in percent from below.

    `x_end` is where its period ends, which is how long a step holds.
    """

    view: FigureView
    x: float
    x_start: float
    x_end: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class TimeDrawing:
    """A series over time: `lines` are runs of points that may be joined, as SVG point lists in 0 to 100."""

    scale: Scale
    years: tuple[tuple[int, float], ...]
    points: tuple[Point, ...]
    lines: tuple[str, ...]


def mark(claim: Claim, axis: Scale) -> Mark:
    """Place a claim on an axis."""
    value = axis.share(claim.value) * 100
    low, high = value, value
    if claim.qualifier is Qualifier.AT_LEAST:
        high = _TOP
    elif claim.qualifier is Qualifier.AT_MOST:
        low = 0.0
    elif claim.qualifier is Qualifier.RANGE and claim.high is not None:
        high = axis.share(claim.high) * 100
    approximate = claim.qualifier in (Qualifier.ABOUT, Qualifier.ESTIMATE)
    return Mark(value, low, high, claim.qualifier is Qualifier.AT_LEAST, approximate)


def over_time(series: Series, axis: Scale | None = None) -> TimeDrawing:
    """Draw a series; `axis` is given where several drawings share one. Every point must state its date."""
    dated = [(view, view.claim.start, view.claim.end) for view in series.points if view.claim.start and view.claim.end]
    axis = axis or scale([view.claim for view, _, _ in dated])
    first, last = min(start.year for _, start, _ in dated), max(end.year for _, _, end in dated) + 1
    begin, days = date(first, 1, 1).toordinal(), (date(last, 1, 1) - date(first, 1, 1)).days

    def across(ordinal: float) -> float:
        return (ordinal - begin) / days * 100

    points = tuple(
        Point(
            view,
            across((start.toordinal() + end.toordinal() + 1) / 2),
            across(start.toordinal()),
            across(end.toordinal() + 1),
            mark(view.claim, axis),
        )
        for view, start, end in dated
    )
    step = -(-(last - first) // _MOST_YEARS)
    years = tuple((year, across(date(year, 1, 1).toordinal())) for year in range(first, last + 1, step))
    return TimeDrawing(axis, years, points, _lines(series.kind, points))


def _lines(kind: str, points: Sequence[Point]) -> tuple[str, ...]:
    """The runs that may be joined: for a line, points of consecutive years; for steps, each period by itself."""
    if kind == "dots":
        return ()
    if kind == "steps":
        return tuple(_polyline([(p.x_start, p.mark.value), (p.x_end, p.mark.value)]) for p in points)
    runs: list[list[Point]] = [[points[0]]]
    for before, after in pairwise(points):
        if (after.view.claim.start or date.min) > _next_day(before.view.claim.end):
            runs.append([])
        runs[-1].append(after)
    return tuple(_polyline([(p.x, p.mark.value) for p in run]) for run in runs)


def _next_day(day: date | None) -> date:
    return date.fromordinal((day or date.min).toordinal() + 1)


def _polyline(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f},{100 - y:.2f}" for x, y in places)
