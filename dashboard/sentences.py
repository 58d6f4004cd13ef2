"""The sentences about a selection: amounts, the total or why there is none, what the chart shows.

assets/sentences.js says the same in the browser; a browser test compares the two for every selection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from dashboard import catalogue
from etl import periods, totals
from etl.periods import Precision
from etl.wording import Qualifier

_MOST_NAMED = 4
# A refusal stays in sight over the chart, so it is short.
_MOST_REFUSED = 2


@dataclass(frozen=True, slots=True)
class Basis:
    """The words for one basis: its label ("on board") and those it counts ("people employed ...")."""

    label: str
    people: str


@dataclass(frozen=True, slots=True)
class Named:
    """The words for one figure: its amount, and a link to it that names agency and amount."""

    amount: str
    link: Markup


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
    """A quantity in words: "1,500", "more than 45,000", "450 to 500", "500 or more".

    `hedge` is as etl.wording gives it: words before and after the number are parted by " … ".
    """
    number = thousands(value)
    if qualifier is Qualifier.RANGE and high is not None:
        number = say("amount.range", low=number, high=thousands(high))
    before, parted, after = hedge.partition("…")
    words = (before.strip(), number, after.strip()) if parted else (hedge, number)
    return " ".join(word for word in words if word)


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


def some(parts: Sequence[str], most: int = _MOST_NAMED) -> Markup:
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


def about_total(
    result: totals.Total | totals.Refusal, named: Mapping[str, Named], bases: Mapping[str, Basis]
) -> list[Markup]:
    """The total and its reasons, or the one reason why there is none, as HTML, a sentence each.

    `named` gives the words for each figure, `bases` those for each basis.
    """
    if isinstance(result, totals.Refusal):
        labels = [bases[basis].label for basis in result.bases]
        figures = some([named[name].link for name in result.ids], _MOST_REFUSED)
        return [say_html(f"no-total.{result.reason.value}", bases=joined(labels), figures=figures)]
    people = bases[result.basis].people
    said = [say_html("total", amount=_sum_in_words(result, named), people=people)]
    if len(result.counted) > 1:
        said.append(say_html("total.added", figures=some([named[name].link for name in result.counted])))
    said += _inside(result, named)
    said += _not_added("total.rival", result.set_aside, named)
    if result.qualifier is Qualifier.AT_LEAST:
        said.append(say_html("total.open"))
    if result.qualifier is Qualifier.AT_MOST:
        said.append(say_html("total.capped"))
    if result.approximate and len(result.counted) > 1:
        said.append(say_html("total.approximate"))
    return said


def _not_added(key: str, pairs: Sequence[tuple[str, str]], named: Mapping[str, Named]) -> list[Markup]:
    """A sentence for each figure that another one stands for, and one for all that are too many to name."""
    said = [say_html(key, left=named[left].link, counted=named[counted].link) for left, counted in pairs[:_MOST_NAMED]]
    rest = len(pairs) - _MOST_NAMED
    return [*said, escape(count(key, rest))] if rest > 0 else said


def _inside(result: totals.Total, named: Mapping[str, Named]) -> list[Markup]:
    """The same for parts; of a part of an answer that is set aside both are said."""
    preferred = dict(result.set_aside)
    counted = [pair for pair in result.inside if pair[1] not in preferred]
    aside = [(left, whole) for left, whole in result.inside if whole in preferred]
    said = [
        say_html("total.inside-rival", left=named[a].link, whole=named[b].link, counted=named[preferred[b]].link)
        for a, b in aside[:_MOST_NAMED]
    ]
    rest = len(aside) - _MOST_NAMED
    said += [escape(count("total.inside", rest))] if rest > 0 else []
    return _not_added("total.inside", counted, named) + said


def _sum_in_words(result: totals.Total, named: Mapping[str, Named]) -> str:
    """One figure keeps its own words and leads to its page; a sum gets the words of its qualifier."""
    if len(result.counted) == 1:
        (only,) = result.counted
        return link(only, named[only].amount)
    if result.approximate and result.qualifier is Qualifier.AT_LEAST:
        return say("amount.roughly-more", value=thousands(result.value))
    if result.approximate and result.qualifier is Qualifier.AT_MOST:
        return say("amount.roughly-fewer", value=thousands(result.value))
    return amount(result.value, result.high, result.qualifier, result.hedge)
