"""Charts that the server draws: answers on one axis, and figures over time. Lengths are percentages.

A mark never says more than its source: a lower bound has an arrow, an upper bound a line down to zero,
a range a bar between its ends, an approximate number a hollow mark. Nothing joins two points unless one table
gives both, one year after the other; and a piece of a line needs both of its ends to be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dashboard.library import Series
from dashboard.scales import Scale, scale
from dashboard.views import FigureView
from etl.totals import Claim
from etl.wording import Qualifier

_TOP, _MOST_YEARS, _ROUND_YEARS = 100.0, 8, 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a figure stands on an axis, in percent of it: its value, and the reach of its bounds.

    `low` and `high` are equal to `value` when the source gives no bounds or gives the number exactly.
    `opens` is true when there is no upper bound, `capped` when there is only an upper one.
    """

    value: float
    low: float
    high: float
    opens: bool
    capped: bool
    approximate: bool


@dataclass(frozen=True, slots=True)
class Span:
    """An axis of time from the first of January of `first` up to that of `end`."""

    first: int
    end: int

    def across(self, ordinal: float) -> float:
        """A day, counted as `date.toordinal` does, in percent from the left."""
        begin = date(self.first, 1, 1).toordinal()
        return (ordinal - begin) / (date(self.end, 1, 1).toordinal() - begin) * 100

    @property
    def years(self) -> tuple[tuple[int, float], ...]:
        """The years to be named, each with its place: a few of a short span, every fifth of a long one."""
        length = self.end - self.first
        if length > _MOST_YEARS * 2:
            named = range(-(-self.first // _ROUND_YEARS) * _ROUND_YEARS, self.end + 1, _ROUND_YEARS)
        else:
            named = range(self.first, self.end + 1, -(-length // _MOST_YEARS))
        return tuple((year, self.across(date(year, 1, 1).toordinal())) for year in named)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in a drawing over time: `x` in percent from the left; `mark` in percent from below.

    `x_start` and `x_end` are where its period begins and ends, which is how long a step holds.
    """

    view: FigureView
    x: float
    x_start: float
    x_end: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Joint:
    """A piece of a line in percent from the left and from below; it is drawn while all figures in `needs` are."""

    needs: tuple[str, ...]
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class TimeDrawing:
    """Figures over time, and the pieces of line that join them."""

    scale: Scale
    span: Span
    points: tuple[Point, ...]
    joints: tuple[Joint, ...]


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
    opens, capped = claim.qualifier is Qualifier.AT_LEAST, claim.qualifier is Qualifier.AT_MOST
    return Mark(value, low, high, opens, capped, approximate)


def span(views: Iterable[FigureView]) -> Span:
    """The whole years that hold the periods of all figures. At least one must state its date."""
    dated = [(view.claim.start, view.claim.end) for view in views if view.claim.start and view.claim.end]
    return Span(min(start.year for start, _ in dated), max(end.year for _, end in dated) + 1)


def over_time(series: Series, axis: Scale | None = None) -> TimeDrawing:
    """Draw a series; `axis` is given where several drawings share one. Every point must state its date."""
    return drawing(series.kind, series.points, axis or scale([view.claim for view in series.points]))


def drawing(kind: str, views: Sequence[FigureView], axis: Scale, years: Span | None = None) -> TimeDrawing:
    """Draw figures over time, those without a date left out; `kind` is that of a series, and says what is joined."""
    years = years or span(views)
    points = tuple(
        Point(
            view,
            years.across((view.claim.start.toordinal() + view.claim.end.toordinal() + 1) / 2),
            years.across(view.claim.start.toordinal()),
            years.across(view.claim.end.toordinal() + 1),
            mark(view.claim, axis),
        )
        for view in views
        if view.claim.start and view.claim.end
    )
    return TimeDrawing(axis, years, points, tuple(_joints(kind, points)))


def _joints(kind: str, points: Sequence[Point]) -> Iterable[Joint]:
    """For steps each period by itself; for a line the ways between periods that follow each other."""
    if kind == "steps":
        for point in points:
            yield Joint((point.view.id,), point.x_start, point.mark.value, point.x_end, point.mark.value)
    if kind == "line":
        for one, next_one in pairwise(points):
            if _follows(one.view.claim, next_one.view.claim):
                needs = (one.view.id, next_one.view.id)
                yield Joint(needs, one.x, one.mark.value, next_one.x, next_one.mark.value)


def _follows(before: Claim, after: Claim) -> bool:
    """Whether a period begins on the day after another has ended, or earlier."""
    if before.end is None or after.start is None:
        return False
    return after.start.toordinal() <= before.end.toordinal() + 1
