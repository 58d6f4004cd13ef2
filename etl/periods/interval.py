"""A period as an interval of whole days, and how two of them compare."""

import calendar
import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    FISCAL_YEAR = "fiscal-year"
    INTERVAL = "interval"
    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; both are None where the date is not stated.

    `text` is the period as written. `approximate` and `uncertain` are the qualifications `~` and
    `?` of EDTF (ISO 8601-2, extended date/time format); they don't widen the interval.
    """

    text: str
    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


NOT_STATED = Period("not stated", None, None, Precision.NOT_STATED)

# Shortest and longest length in days. An interval named only as such ("last week") is known to
# be longer than a day and nothing more.
_LENGTHS: dict[Precision, tuple[float, float]] = {
    Precision.DAY: (1, 1),
    Precision.MONTH: (28, 31),
    Precision.YEAR: (365, 366),
    Precision.FISCAL_YEAR: (365, 366),
    Precision.INTERVAL: (2, math.inf),
    Precision.NOT_STATED: (math.inf, math.inf),
}


def of_day(year: int, month: int, day: int) -> Period:
    """One calendar day. Raises ValueError, in words, if the calendar has no such day."""
    last = _last_day(year, month).day
    if not 1 <= day <= last:
        raise ValueError(f"there is no day {day} in {calendar.month_name[month]} {year}, which has {last}")
    only = date(year, month, day)
    return Period(only.isoformat(), only, only, Precision.DAY)


def of_month(year: int, month: int) -> Period:
    """One calendar month. Raises ValueError, in words, if there is no such month."""
    last = _last_day(year, month)
    return Period(f"{year}-{month:02}", last.replace(day=1), last, Precision.MONTH)


def of_year(year: int) -> Period:
    """One calendar year. Raises ValueError if it lies outside 1900 to 2100."""
    _require_year(year)
    return Period(str(year), date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def of_fiscal_year(year: int) -> Period:
    """One fiscal year of the US government: 1 October of the year before to 30 September.

    (31 U.S.C. 1102.) Raises ValueError if the year lies outside 1900 to 2100.
    """
    _require_year(year)
    start, end = date(year - 1, 10, 1), date(year, 9, 30)
    return Period(f"FY{year}", start, end, Precision.FISCAL_YEAR)


def finer(a: Period | Precision, b: Period | Precision) -> bool:
    """Whether `a` is more precise than `b`: day before month before year and fiscal year.

    An interval counts by its length in days. Where lengths can't be told apart (a month and its 28
    to 31 days, a year and a fiscal year), neither is finer.
    """
    return _lengths(a)[1] < _lengths(b)[0]


def _lengths(it: Period | Precision) -> tuple[float, float]:
    if isinstance(it, Precision):
        return _LENGTHS[it]
    if it.precision is Precision.INTERVAL and it.start is not None and it.end is not None:
        days = (it.end - it.start).days + 1
        return days, days
    return _LENGTHS[it.precision]


def _last_day(year: int, month: int) -> date:
    _require_year(year)
    if month not in range(1, 13):
        raise ValueError(f"there is no month {month}; months are 01 to 12")
    return date(year, month, calendar.monthrange(year, month)[1])


def _require_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}")
