"""From when to when several figures speak, in the words that the first and the last of them have for their dates.

assets/spans.js says the same in the browser; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.sentences import day, say
from etl.periods import Precision

_YEARS = {Precision.YEAR, Precision.FISCAL_YEAR}


@dataclass(frozen=True, slots=True)
class Dated:
    """A period that a source states, and the words for it."""

    precision: Precision
    start: date
    end: date
    words: str

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year; a fiscal year is the year of its own number alone."""
        return (self.end.year if self.precision is Precision.FISCAL_YEAR else self.start.year), self.end.year

    @property
    def ends(self) -> tuple[str, str] | None:
        """The first and the last day in words, None for what has one name of its own."""
        return (day(self.start), day(self.end)) if self.precision is Precision.INTERVAL else None


def span(periods: Sequence[Dated]) -> tuple[str, str]:
    """The words for the earliest and the latest of some periods; the same twice where one holds all of them.

    "To" between an interval and another period would be read wrongly, so that only the outer end of an interval is
    said; likewise a bare year beside a fiscal year, so that it is called a calendar year.
    """
    first = min(periods, key=lambda one: (one.start, -one.end.toordinal()))
    last = max(periods, key=lambda one: (one.end, -one.start.toordinal()))
    if first.words == last.words:
        return first.words, last.words
    ambiguous = {first.precision, last.precision} == _YEARS
    starts, ends = (one.ends or (_name(one, ambiguous=ambiguous),) * 2 for one in (first, last))
    return starts[0], ends[1]


def _name(period: Dated, *, ambiguous: bool) -> str:
    if ambiguous and period.precision is Precision.YEAR:
        return say("period.calendar-year", year=period.words)
    return period.words
