"""Dates as texts print them, in the notation of the sources."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from etl.proposals.page import Page, Sentence

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME: Final = (
    r"(?P<m{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b)|Mar\.)(?![A-Za-z])"
)
_YEAR: Final = r"(?:19|20)\d\d"
_DASH: Final = r"\s?(?:[-–]|through|to|thru)\s?"
_DATE: Final = re.compile(
    r"\b(?:(?P<fy>(?:[Ff]iscal(?: [Yy]ears?)?|FISCAL(?: YEARS?)?|FY|[Bb]udget year) ?"
    rf"(?P<fyear>{_YEAR}|'?\d\d\b)(?:(?:{_DASH}|\s?and\s?)(?:{_YEAR}|\d\d\b))?)"
    rf"|{_NAME.format(1)}\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>{_YEAR}))?(?![\d,]*\d)"
    rf"|(?P<d2>\d{{1,2}})\s+{_NAME.format(2)}(?:\s+(?P<y2>{_YEAR}))?"
    rf"|{_NAME.format(3)}(?:,?\s+(?:of\s+)?(?P<y3>{_YEAR}))?(?!\s*\d)"
    r"|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)|(?P<us>[01]?\d/[0-3]?\d/(?:19|20)\d\d)(?!\d)"
    r"|[Ff]iscal [Yy]ear (?:that )?(?:ended|ending|ends)(?: on)? (?:in )?(?:Sept(?:ember|\.)? (?:30,? )?)?"
    rf"(?P<fyend>{_YEAR})"
    rf"|(?P<fy2>{_YEAR})(?:[-–]\d\d)? (?:fiscal|budget) year"
    rf"|(?P<y4>{_YEAR})(?P<to>{_DASH}(?:19|20)?\d\d\b|(?<=between \d\d\d\d) and {_YEAR})?(?![\d,]*\d|-[A-Za-z]))"
)
# What every date has in it. It begins with plain letters and digits, so that it is found far sooner.
_HINT: Final = re.compile(
    r"Fiscal|fiscal|FISCAL|FY|Budget|budget|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|19\d\d|20\d\d"
)
_BEFORE_HINT: Final = 6
# A date that only says since when something is so, or names a law, a class or a book.
_SINCE: Final = re.compile(
    r"(?:\bsince|\bbefore|\bafter|\bprior to"
    r"|\bfounded in|\bdates from|\b(?:that|which) (?:began|opened|started) in|\bcreated in|\bset up in"
    r"|\bfrom|\bborn in)\s+(?:the (?:end|start|fall|spring|summer|winter) of )?(?:late |early |mid-?)?$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:\b(?:law of|act of|class of|a|No\.|number|order|bill)|(?<!during )(?<!in )\bthe)\s+$", re.IGNORECASE
)
# "last February" has a year, but not that of the text.
_RELATIVE: Final = re.compile(r"\b(?:last|next|this past|this coming)\s+$", re.IGNORECASE)
_SPAN: Final = re.compile(r"\s?(?:to|through|thru|until|and|[-–])\s?(?:the (?:end|start) of )?")
_SPAN_LEAD: Final = re.compile(
    r"\b(?:from|between)\s+(?:the (?:end|start) of )?(?:late |early |mid-?)?$", re.IGNORECASE
)
_LEAD: Final = 40
_FULL: Final = 4
_NEAR: Final = 6


@dataclass(frozen=True, slots=True)
class Stated:
    """A date of the text: the period in the notation of the sources, and its place."""

    period: str
    start: int
    end: int


def year_of(text: str) -> str | None:
    """The year of the first full date of the text, for days and months without one."""
    for match in _dates(text, 0, len(text)):
        year = match["y1"] or match["y2"] or (match["iso"] or "")[:_FULL] or (match["us"] or "")[-_FULL:]
        if year:
            return str(year)
    return None


def _dates(text: str, begin: int, end: int) -> "Iterator[re.Match[str]]":
    """The dates between two offsets, looked for only around what every date has in it."""
    hint = _HINT.search(text, begin, end)
    while hint is not None:
        start = hint.start()
        while start > begin and text[start - 1].isspace():
            start -= 1
        match = _DATE.search(text, max(begin, start - _BEFORE_HINT), end)
        if match is None:
            return
        yield match
        begin = match.end()
        hint = _HINT.search(text, begin, end)


def stated(page: Page, sentence: Sentence, year: Callable[[], str | None]) -> list[Stated]:
    """The dates in a sentence, in order; a day or month takes `year` if it has none, and is left out without."""
    begin, end = page.starts[sentence.first], page.ends[sentence.last - 1]
    year = _nearest_year(page, sentence, year)
    found: list[Stated] = []
    matches = list(_dates(page.text, begin, end))
    skipped = False
    for match, following in zip_longest(matches, matches[1:]):
        if skipped:
            skipped = False
            continue
        lead = page.text[max(begin, match.start() - _LEAD) : match.start()]
        if following is not None and _spans(page.text, match, following, lead):
            period = _period(match, _own_year(following), year)
            skipped = True
            if period is not None:
                found.append(Stated(period, match.start(), following.end()))
            continue
        period = _period(match, _year_before(found), year)
        told = (
            match["fy"] or match["to"] or (lead.endswith("founded in ") and page.text.startswith(" with ", match.end()))
        )
        due = match["y4"] is None and lead.endswith(" before ")
        since = _SINCE.search(lead) is not None and not told and not due
        if _RELATIVE.search(lead) and _own_year(match) is None and (match["m1"] or match["m2"] or match["m3"]):
            continue
        named = match["y4"] is not None and _NAMED.search(lead) is not None
        if period is not None and not since and not named:
            found.append(Stated(period, match.start(), match.end()))
    return found


def _nearest_year(page: Page, sentence: Sentence, year: Callable[[], str | None]) -> Callable[[], str | None]:
    """The year of the nearest full date before in the paragraph, else that of the text."""

    def find() -> str | None:
        first = sentence.index
        while (
            first > 0 and sentence.index - first < _NEAR and page.sentences[first - 1].paragraph == sentence.paragraph
        ):
            first -= 1
        known = None
        for match in _dates(page.text, page.starts[page.sentences[first].first], page.starts[sentence.first]):
            known = match["y1"] or match["y2"] or match["y3"] or known
        return known or year()

    return find


def _year_before(found: list[Stated]) -> str | None:
    """The year of the date before in the sentence: "in May 2018, up from 700 in April"."""
    return found[-1].period.removeprefix("FY")[:_FULL] if found else None


def _spans(text: str, first: "re.Match[str]", last: "re.Match[str]", lead: str) -> bool:
    """Whether two dates are the ends of one span of time, which is told by its first date."""
    between = text[first.end() : last.start()]
    if _SPAN.fullmatch(between) is None:
        return False
    return _SPAN_LEAD.search(lead) is not None or between.strip() in {"through", "thru", "-", "–"}


def _own_year(match: "re.Match[str]") -> str | None:
    return match["y1"] or match["y2"] or match["y3"]


def _period(match: "re.Match[str]", known: str | None, year: Callable[[], str | None]) -> str | None:
    """A date in the notation of the sources; one without a year takes the `known` one, else that of the text."""
    if match["fy"]:
        digits = match["fyear"].lstrip("'")
        return f"FY{digits if len(digits) == _FULL else '20' + digits}"
    if match["iso"]:
        return match["iso"]
    if match["us"]:
        month, day, in_year = match["us"].split("/")
        return f"{in_year}-{int(month):02}-{int(day):02}"
    if match["fy2"] or match["fyend"]:
        return f"FY{match['fy2'] or match['fyend']}"
    if match["y4"]:
        return match["y4"]
    for place in "12":
        name = match[f"m{place}"]
        if name:
            in_year = match[f"y{place}"] or known or year()
            return None if in_year is None else f"{in_year}-{_month(name)}-{int(match[f'd{place}']):02}"
    in_year = match["y3"] or known or year()
    return None if in_year is None else f"{in_year}-{_month(match['m3'])}"


def _month(name: str) -> str:
    return f"{_MONTHS.index(name[:3].lower()) + 1:02}"
