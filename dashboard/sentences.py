"""What sentences about a selection are made of: amounts, periods, lists, links, counts.

assets/sentences.js says the same in the browser; a browser test compares the two for every selection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from dashboard import catalogue
from etl import periods, wording
from etl.periods import Precision
from etl.wording import Qualifier

MOST_NAMED = 4
"""How many figures are named one by one before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The words for one basis: its label ("on board") and those it counts ("people employed ...")."""

    label: str
    people: str


def say(key: str, **values: object) -> str:
    """A message with its gaps filled in. Raises KeyError for an unknown message or a missing value."""
    return catalogue.current().text(key).format(**values)


def say_html(key: str, **values: object) -> Markup:
    """The same as HTML: the message and every value escaped, unless a value is Markup already."""
    return Markup(catalogue.current().text(key)).format(**values)  # noqa: S704  (the catalogue is ours)


def thousands(number: int) -> str:
    """An integer with thousands separators."""
    return catalogue.number(number)


def amount(value: int, high: int | None, qualifier: Qualifier, hedge: str) -> str:
    """A quantity in words: "1,500", "more than 45,000", "450 to 500", "500 or more". `hedge` is that of etl.wording."""
    number = thousands(value)
    if qualifier is Qualifier.RANGE and high is not None:
        number = say("amount.range", low=number, high=thousands(high))
    before, after = wording.around(hedge)
    return " ".join(word for word in (before, number, after) if word)


def period(precision: Precision, start: date | None, end: date | None) -> str:
    """A period in words, no finer than it is: "22 January 2025", "fiscal year 2023"."""
    if start is None or end is None:
        return say("period.not-stated")
    match precision:
        case Precision.DAY:
            return day(start)
        case Precision.MONTH:
            return catalogue.day(start, say("period.month"))
        case Precision.YEAR:
            return say("period.year", year=start.year)
        case Precision.FISCAL_YEAR:
            return say("period.fiscal-year", year=end.year)
        case _:
            return say("period.interval", start=day(start), end=day(end))


def period_text(text: str) -> str:
    """A period as it is written in the data, in words. Raises periods.PeriodError."""
    read = periods.read(text)
    return period(read.precision, read.start, read.end)


def day(date: date) -> str:
    """A day in words: "22 January 2025"."""
    return catalogue.day(date, say("period.day"))


def joined(parts: Sequence[str]) -> Markup:
    """A list in words, as HTML: "a", "a and b", "a, b and c"."""
    items = [escape(part) for part in parts]
    if not items:
        return Markup()
    head = escape(say("list.comma")).join(items[:-1])
    return head + escape(say("list.and")) + items[-1] if head else items[-1]


def some(parts: Sequence[str], most: int = MOST_NAMED) -> Markup:
    """The same, cut after the first few when there are many: "a, b, c, d and 12 others"."""
    if len(parts) <= most + 1:
        return joined(parts)
    return joined([*parts[:most], count("others", len(parts) - most)])


def link(name: str, text: str, kind: str = "figure") -> Markup:
    """A text that leads to the page of a figure, or of a fact of another kind."""
    return Markup('<a href="/{}/{}">{}</a>').format(kind, name, text)


def count(kind: str, number: int) -> str:
    """A count with its noun: "1 figure", "5 figures"."""
    return catalogue.current().plural(f"count.{kind}", number).format(count=thousands(number))
