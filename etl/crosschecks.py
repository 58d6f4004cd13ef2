"""Checks across rows that are each right by themselves: parts and wholes, rival answers, repeats, unused sources.

Each check takes tables and yields issues; none reads a file or a clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import pandas as pd

from etl.issues import Issue
from etl.models import Source
from etl.questions import Answered
from etl.totals import Rank
from etl.wording import Qualifier

ROUGHNESS = 0.1
"""By how much of the whole a sum with a hedge in it may differ before it is a finding."""
FACTOR = 2
"""An answer that is this many times the preferred one, or this small a part of it, is a finding."""
MOST_DAYS_APART = 31
"""Answers to one question that speak of days further apart than this are a finding."""

_FEWEST_PARTS = 2

Row: TypeAlias = Mapping[str, Any]
"""The cells of one published figure by column."""


def _by_id(figures: pd.DataFrame) -> dict[str, Row]:
    rows: list[Row] = figures.to_dict("records")  # type: ignore[assignment]  # the names of columns are text
    return {row["figure_id"]: row for row in rows}


def parts_and_wholes(figures: pd.DataFrame) -> Iterator[Issue]:
    """Parts that one source lists of a whole, for the same time and basis, against that whole.

    What the parts leave over is stated, exact to the person where all numbers are exact. Parts that are
    more than their whole are an error. A whole with one part is no list.
    """
    wholes = _by_id(figures)
    for name, parts in figures[figures["part_of"].isin(wholes)].groupby("part_of", sort=False):
        whole = wholes[str(name)]
        same = [parts[column] == whole[column] for column in ("source", "basis", "as_of_text")]
        alike = parts[same[0] & same[1] & same[2]]
        if len(alike) >= _FEWEST_PARTS:
            yield from _sum_against_whole(whole, alike)


def _sum_against_whole(whole: Row, parts: pd.DataFrame) -> Iterator[Issue]:
    exact = whole["qualifier"] == Qualifier.EXACT and (parts["qualifier"] == Qualifier.EXACT).all()
    value, added = int(whole["value"]), int(parts["value"].sum())
    left = value - added
    tolerance = 0 if exact else ROUGHNESS * value
    if abs(left) <= tolerance or (left < 0 and whole["qualifier"] == Qualifier.AT_LEAST):
        return
    side = "below" if left > 0 else "above"
    finding = (
        f"The {len(parts)} parts that the source lists add up to {added:,}, which is {abs(left):,} people {side} the"
        f" whole of {value:,}."
    )
    yield Issue("parts-and-whole", "figure", whole["figure_id"], "error" if left < 0 else "warning", finding, left)


def answers(questions: Sequence[Answered], figures: pd.DataFrame) -> Iterator[Issue]:
    """Rival answers that are far from the preferred one, in number or in time."""
    rows = _by_id(figures)
    for question in questions:
        for name, rank in question.ranks.items():
            if rank is not Rank.PREFERRED:
                yield from _spread(rows[name], rows[question.preferred])
                yield from _distance(rows[name], rows[question.preferred])


def _spread(answer: Row, preferred: Row) -> Iterator[Issue]:
    value, other = int(answer["value"]), int(preferred["value"])
    if value >= FACTOR * other or other >= FACTOR * value:
        finding = f"The answer is {value:,}, far from the preferred {other:,} people of {preferred['figure_id']}."
        yield Issue("answer-spread", "figure", answer["figure_id"], "warning", finding, value - other)


def _distance(answer: Row, preferred: Row) -> Iterator[Issue]:
    if not (answer["as_of_start"] and preferred["as_of_start"]):
        return
    days = _days_between(answer, preferred)
    if days > MOST_DAYS_APART:
        finding = (
            f"The answer speaks of {answer['as_of_text']}, {days:,} days from the preferred {preferred['as_of_text']}"
            f" of {preferred['figure_id']}."
        )
        yield Issue("answer-date", "figure", answer["figure_id"], "warning", finding, days)


def _days_between(one: Row, other: Row) -> int:
    """Days from the end of the earlier interval to the start of the later one, 0 when they meet."""
    gap = max(_day(one["as_of_start"]) - _day(other["as_of_end"]), _day(other["as_of_start"]) - _day(one["as_of_end"]))
    return max(gap.days, 0)


def _day(text: object) -> date:
    return date.fromisoformat(str(text))


def unused_sources(sources: Sequence[Source], figures: pd.DataFrame, events: pd.DataFrame) -> Iterator[Issue]:
    """Sources that no figure or event is taken from, and that no figure is checked with."""
    used = {*figures["source"], *events["source"], *figures["checked_with"]}
    for source in sources:
        if source.id not in used:
            finding = "No figure or event is taken from the source, and none is checked with it."
            yield Issue("source-unused", "source", source.id, "warning", finding)


def repeated_wordings(figures: pd.DataFrame) -> Iterator[Issue]:
    """One wording, at one place of one source, that two figures are read from."""
    same = ["source", "locator", "as_reported"]
    for _, rows in figures[figures.duplicated(same, keep=False)].groupby(same, sort=False):
        first, *others = rows["figure_id"]
        for other in others:
            finding = f"The wording and its place in the source are those of {first}."
            yield Issue("wording-twice", "figure", other, "warning", finding)
