"""The account of a selection: its total with what was added and what was not, or why there is no total.

assets/account.js says the same in the browser; a browser test compares the two for every selection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from dashboard.sentences import MOST_NAMED, Basis, amount, count, joined, link, say, say_html, some, thousands
from dashboard.spans import Dated, span
from etl import totals
from etl.wording import Qualifier

# A refusal stays in sight over the chart, so it is short.
_MOST_REFUSED = 2
_PAIR = 2

Links = Mapping[str, Markup]


@dataclass(frozen=True, slots=True)
class Named:
    """The words for one figure: its name, which says agency and amount, the amount alone, and the date it has."""

    id: str
    name: str
    amount: str
    dated: Dated | None


def about_total(
    result: totals.Total | totals.Refusal, named: Mapping[str, Named], bases: Mapping[str, Basis]
) -> list[Markup]:
    """The total and its reasons, or the one reason why there is none, as HTML, a sentence each.

    `named` gives the words for each figure, `bases` those for each basis.
    """
    if isinstance(result, totals.Refusal):
        return [_refusal(result, named, bases)]
    pairs = (*result.inside, *result.set_aside)
    links = _links({*result.counted, *(name for pair in pairs for name in pair)}, named)
    people = bases[result.basis].people
    said = [say_html("total", amount=_sum_in_words(result, named), people=people)]
    if len(result.counted) > 1:
        said.append(say_html("total.added", figures=some([links[name] for name in result.counted])))
    said += _inside(result, links)
    said += _not_added("total.rival", result.set_aside, links)
    if result.qualifier is Qualifier.AT_LEAST:
        said.append(say_html("total.open"))
    if result.qualifier is Qualifier.AT_MOST:
        said.append(say_html("total.capped"))
    if result.approximate and len(result.counted) > 1:
        said.append(say_html("total.approximate"))
    return said


def _refusal(result: totals.Refusal, named: Mapping[str, Named], bases: Mapping[str, Basis]) -> Markup:
    said, others = result.ids[: _MOST_REFUSED + 1], result.ids[_MOST_REFUSED + 1 :]
    links = [*_links(said, named).values(), *([Markup()] * len(others))]  # the others are only counted
    return say_html(
        f"no-total.{result.reason.value}",
        bases=joined([bases[basis].label for basis in result.bases]),
        figures=some(links, _MOST_REFUSED),
        dates=_dates([found for name in result.ids if (found := named[name].dated)]),
    )


def _links(ids: Collection[str], named: Mapping[str, Named]) -> dict[str, Markup]:
    """A link for each figure; those that would have the same words say their dates too."""
    alike = Counter(named[name].name for name in ids)
    links = {}
    for one in (named[name] for name in ids):
        told_apart = alike[one.name] > 1 and one.dated
        text = say("named.dated", name=one.name, as_of=told_apart.words) if told_apart else one.name
        links[one.id] = link(one.id, text)
    return links


def _dates(periods: Sequence[Dated]) -> Markup:
    """Two dates by name, more of them from the first to the last."""
    if len(words := dict.fromkeys(period.words for period in periods)) <= _PAIR:
        return joined([*words])
    first, last = span(periods)
    return say_html("dates.many", first=first, last=last)


def _not_added(key: str, pairs: Sequence[tuple[str, str]], links: Links) -> list[Markup]:
    """A sentence for each figure that another one stands for, and one for all that are too many to name."""
    said = [say_html(key, left=links[left], counted=links[counted]) for left, counted in pairs[:MOST_NAMED]]
    rest = len(pairs) - MOST_NAMED
    return [*said, escape(count(key, rest))] if rest > 0 else said


def _inside(result: totals.Total, links: Links) -> list[Markup]:
    """The same for parts; of a part of an answer that is set aside both are said."""
    preferred = dict(result.set_aside)
    counted = [pair for pair in result.inside if pair[1] not in preferred]
    aside = [(left, whole) for left, whole in result.inside if whole in preferred]
    said = [
        say_html("total.inside-rival", left=links[left], whole=links[whole], counted=links[preferred[whole]])
        for left, whole in aside[:MOST_NAMED]
    ]
    rest = len(aside) - MOST_NAMED
    said += [escape(count("total.inside", rest))] if rest > 0 else []
    return _not_added("total.inside", counted, links) + said


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
