"""The notation of as-of dates: a subset of EDTF (ISO 8601-2), US fiscal years, and "not stated".

The edtf library parses more than the subset, takes milliseconds a date, and accepts 29 February
of any year and intervals that end before they start; the subset itself is one expression.
"""

import re
from dataclasses import replace

from etl.periods.date_words import stated_period, stated_precision
from etl.periods.interval import (
    NOT_STATED,
    Period,
    Precision,
    of_day,
    of_fiscal_year,
    of_month,
    of_year,
)

ACCEPTED = (
    "2025-01-22, 2025-01, 2025, an interval 2025-01-20/2025-01-25, a US fiscal year FY2023, "
    "each date with ~ (approximate) or ? (uncertain) after it if need be, or: not stated"
)

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)")
_FISCAL_YEAR = re.compile(r"FY([0-9]{4})([~?]?)")
_REFUSED = (
    (re.compile(r"^\s|\s$"), "there are spaces around it"),
    (re.compile(r"[0-9]T[0-9]|[0-9]:[0-9]"), "a time of day is not accepted; write the day"),
    (re.compile(r"%|[~?]{2}"), "only one of ~ and ? is accepted after a date"),
)
_UNSTATED = {"", "not stated", "not-stated", "unstated", "undated", "unknown", "none", "n/a", "-"}
_SEASONS = range(21, 42)
_SHOWN = 60


class PeriodError(ValueError):
    """A text that is not a period: what was `found`, the `reason`, and what is `accepted`."""

    def __init__(self, found: str, reason: str) -> None:
        """Take the whole text; the message shows its beginning."""
        shown = found if len(found) <= _SHOWN else found[:_SHOWN] + "..."
        super().__init__(f"{shown!r}: {reason}; accepted: {ACCEPTED}")
        self.found = found
        self.reason = reason
        self.accepted = ACCEPTED


def read(text: str) -> Period:
    """Read one period. Raises PeriodError, which says what to write instead where it can."""
    if text == NOT_STATED.text:
        return NOT_STATED
    try:
        if fiscal := _FISCAL_YEAR.fullmatch(text):
            period = _marked(of_fiscal_year(int(fiscal[1])), fiscal[2])
        elif "/" in text:
            period = _interval(text)
        else:
            period = _date(text)
    except ValueError as error:
        raise PeriodError(text, str(error)) from None
    return replace(period, text=text)


def _date(text: str) -> Period:
    parts = _DATE.fullmatch(text)
    if parts is None:
        raise ValueError(_why_refused(text))
    year, month, day, mark = parts.groups()
    if month is None:
        return _marked(of_year(int(year)), mark)
    if day is not None:
        return _marked(of_day(int(year), int(month), int(day)), mark)
    if int(month) in _SEASONS:
        raise ValueError(f"{text} is a season or a part of a year in EDTF, which is not accepted")
    return _marked(of_month(int(year), int(month)), mark)


def _interval(text: str) -> Period:
    ends = text.split("/")
    if {"", ".."} & set(ends):
        raise ValueError("an open interval is not accepted; name both ends")
    if text.count("/") > 1:
        raise ValueError("an interval has two ends, with one / between them")
    first, last = (_date(end) for end in ends)
    if first.start is None or last.end is None or first.start > last.end:
        raise ValueError(f"the interval starts with {first.text}, after its end {last.text}")
    return Period(
        text,
        first.start,
        last.end,
        Precision.INTERVAL,
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
    )


def _marked(period: Period, mark: str) -> Period:
    return replace(period, approximate=mark == "~", uncertain=mark == "?")


def _why_refused(text: str) -> str:
    if text.strip().lower() in _UNSTATED:
        return "if the source states no date, write: not stated"
    for pattern, reason in _REFUSED:
        if pattern.search(text):
            return reason
    if period := stated_period(text):
        return f"write {period.text}"
    if stated_precision(text):
        return "it names no year, so write the date that it stands for"
    return "it is not a date in this notation"
