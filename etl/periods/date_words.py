"""The date words of sources: how precise "on Wednesday" is, and which period "FY 2023" names."""

import re

from etl.periods.interval import (
    Period,
    Precision,
    of_day,
    of_fiscal_year,
    of_month,
    of_year,
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = "([0-9]{1,2})(?:st|nd|rd|th)?"
_WHICH = "(?:this|last|past|previous|next|same|current)"

_NAMED_WEEKDAY = re.compile(f"(?:{_WHICH} )?({_WEEKDAY})\\b")
_LEAD_IN = re.compile("(?:(?:as of|as at|on|in|at|by|since|during|for|the|early|late|mid|about|around)[ -])*")
_END = re.compile("end of (?:the )?")
_RELATIVE = {
    Precision.DAY: re.compile(
        f"today|yesterday|tomorrow|tonight|(?:{_WHICH} )?{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?"
    ),
    Precision.INTERVAL: re.compile(f"{_WHICH} week"),
    Precision.MONTH: re.compile(f"{_WHICH} (?:calendar )?month"),
    Precision.YEAR: re.compile(f"{_WHICH} (?:calendar )?year"),
    Precision.FISCAL_YEAR: re.compile(f"{_WHICH} (?:fiscal|budget) year"),
}
_ISO = re.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_DAY_FIRST = re.compile(f"(?:{_WEEKDAY} )?{_DAY} (?:of )?({_MONTH})(?: ([0-9]{{4}}))?")
_MONTH_FIRST = re.compile(f"(?:{_WEEKDAY} )?({_MONTH})(?: {_DAY})?(?: (?:of )?([0-9]{{4}}))?")
_YEAR = re.compile("(?:calendar year )?([0-9]{4})")
_FISCAL_YEAR = re.compile("(?:fiscal year|fiscal|budget year|fy) ?'?([0-9]{4}|[0-9]{2})")
_LEAP_YEAR = 2024


def stated_precision(words: str) -> Precision | None:
    """How precise a source's own date words can be; None if they are not understood."""
    meaning = _meaning(words)
    return meaning[0] if meaning else None


def stated_period(words: str) -> Period | None:
    """Give the period that date words name by themselves, such as "in January 2025".

    None if they are not understood, name no year, or name a day that the calendar lacks. The end
    of a month or year is its last day. A fiscal year of two digits is read as POSIX does: 69 to 99
    as 1969 to 1999, 00 to 68 as 2000 to 2068.
    """
    meaning = _meaning(words)
    return meaning[1] if meaning else None


def stated_weekday(words: str) -> int | None:
    """The weekday that date words name, Monday being 0; None if they name none or are not understood."""
    named = _NAMED_WEEKDAY.match(_plain(words))
    return _WEEKDAYS.index(named[1][:3]) if named and _meaning(words) else None


def _plain(words: str) -> str:
    """In lower case, without punctuation and the words that lead in."""
    text = " ".join(re.sub(r"[\s,.]+", " ", words.lower()).split())
    return _LEAD_IN.sub("", text, count=1)


def _meaning(words: str) -> tuple[Precision, Period | None] | None:
    text = _plain(words)
    end = _END.match(text)
    meaning = _span(text[end.end() :] if end else text)
    if end is None or meaning is None:
        return meaning
    _, span = meaning
    if span is None or span.end is None:
        return Precision.DAY, None
    return Precision.DAY, of_day(span.end.year, span.end.month, span.end.day)


def _span(text: str) -> tuple[Precision, Period | None] | None:
    for precision, pattern in _RELATIVE.items():
        if pattern.fullmatch(text):
            return precision, None
    try:
        return _calendar_date(text) or _calendar_year(text)
    except ValueError:
        return None


def _calendar_date(text: str) -> tuple[Precision, Period | None] | None:
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
        month_number = int(month)
    elif named := _DAY_FIRST.fullmatch(text):
        day, month, year = named.groups()
        month_number = _MONTHS.index(month[:3]) + 1
    elif named := _MONTH_FIRST.fullmatch(text):
        month, day, year = named.groups()
        month_number = _MONTHS.index(month[:3]) + 1
    else:
        return None
    # Without a year the words still have to be possible: "Feb. 29" is, "Feb. 30" is not.
    some_year = int(year or _LEAP_YEAR)
    period = of_day(some_year, month_number, int(day)) if day else of_month(some_year, month_number)
    return period.precision, period if year else None


def _calendar_year(text: str) -> tuple[Precision, Period | None] | None:
    if year := _YEAR.fullmatch(text):
        return Precision.YEAR, of_year(int(year[1]))
    if fiscal := _FISCAL_YEAR.fullmatch(text):
        return Precision.FISCAL_YEAR, of_fiscal_year(_four_digits(fiscal[1]))
    return None


def _four_digits(digits: str) -> int:
    year = int(digits)
    if len(digits) > len("23"):
        return year
    return year + (1900 if year >= 69 else 2000)  # noqa: PLR2004 - POSIX's two-digit years
