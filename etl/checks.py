"""Checks over records that are each well-formed: names that exist, parts that fit, dates as stated.

Each check takes tables and yields findings; none reads a file. `figures` is the table as written joined
with what was read from it; a row whose wording or date could not be read has empty cells there, is
reported already, and is passed over where a check needs the reading.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from etl import periods, totals
from etl.normalise import Finding
from etl.problems import nearest

MOST_WORDS = 8
_MOST_LISTED = 30


def _cells(column: pd.Series[str]) -> Iterator[tuple[int, str]]:
    """Row number and text of each cell."""
    return zip(column.index.to_numpy(dtype=int).tolist(), column.tolist(), strict=True)


def _rows(table: pd.DataFrame) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number and cells of each row."""
    rows = table.to_dict("records")
    return zip(table.index.to_numpy(dtype=int).tolist(), rows, strict=True)  # type: ignore[arg-type]  # names are text


def word_count(wording: str) -> int:
    """Words in a wording; the ellipsis that marks words left out is none."""
    return sum(1 for word in wording.split() if word.strip("….") != "")


def wording_length(table: pd.DataFrame, column: str, kind: str) -> Iterator[Finding]:
    """A wording is a phrase: more than eight words would copy the source."""
    for row, text in _cells(table[column]):
        count = word_count(text)
        if count > MOST_WORDS:
            accepted = f"at most {MOST_WORDS} words; put … where words are left out"
            reason = f"The wording has {count} words."
            yield Finding(row, column, reason, text, accepted, kind=kind)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a column may hold, where they are kept, and those that were not read but exist."""

    names: Collection[str]
    where: str
    unread: Container[str] = ()


def known_names(table: pd.DataFrame, column: str, words: Vocabulary, kind: str = "figure") -> Iterator[Finding]:
    """Every name in a column must be in its vocabulary; there is no default."""
    names, where = words.names, words.where
    for row, name in _cells(table.loc[~table[column].isin(list(names)), column]):
        if name in words.unread:
            continue
        accepted = f"one of {', '.join(names)} ({where})" if len(names) <= _MOST_LISTED else f"an id in {where}"
        alike = nearest(name, names)
        yield Finding(row, column, "The name is unknown.", name, accepted, alike, kind)


def unique_ids(
    table: pd.DataFrame, column: str, place: Callable[[int], str], kind: str = "figure"
) -> Iterator[Finding]:
    """An id names one record; `place` tells where a row stands."""
    first: dict[str, int] = {}
    for row, name in _cells(table[column]):
        if name in first:
            reason = f"The id is used twice; it stands first at {place(first[name])}."
            yield Finding(row, column, reason, name, "an id of its own", kind=kind)
        else:
            first[name] = row


def number_in_wording(figures: pd.DataFrame) -> Iterator[Finding]:
    """A number that is marked must stand in the wording that it marks."""
    for row, cells in _rows(figures.loc[figures["number"] != "", ["number", "as_reported"]]):
        if cells["number"] not in cells["as_reported"]:
            reason = "The number does not stand in the wording."
            accepted = f"a number as it stands in {cells['as_reported']!r}"
            yield Finding(row, "number", reason, cells["number"], accepted)


def parents(
    part_of: Mapping[str, tuple[int, str]], column: str, kind: str, unread: Container[str]
) -> Iterator[Finding]:
    """Every parent exists and no chain of parents closes into a circle; each circle is told once.

    `part_of` maps each id to its row and to its parent's id ("" for none); parents among `unread` exist
    but could not be read, and are not reported again.
    """
    for row, parent in part_of.values():
        if parent and parent not in part_of and parent not in unread:
            accepted = f"the id of a {kind}"
            alike = nearest(parent, part_of)
            yield Finding(row, column, f"There is no such {kind}.", parent, accepted, alike, kind)
    for circle in _circles({name: parent for name, (_, parent) in part_of.items()}):
        found = " → ".join((*circle, circle[0]))
        reason = f"The {kind} is inside itself."
        accepted = "a chain that ends"
        yield Finding(part_of[circle[0]][0], column, reason, found, accepted, kind=kind)


def _circles(parent_of: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The circles in a map from each id to its parent's; a parent that is no key ends a chain."""
    links = {name: (parent if parent in parent_of else None) for name, parent in parent_of.items()}
    while circle := totals.find_cycle(links):
        yield circle
        links |= dict.fromkeys(circle)


def part_fits(figures: pd.DataFrame) -> Iterator[Finding]:
    """A part is not larger than its whole when both count the same thing at the same time.

    Compared are the least that the part can be and the most that the whole can be. In a circle of parts
    nothing is the whole of another.
    """
    wholes = figures.drop_duplicates("figure_id").set_index("figure_id")
    circular = {name for circle in _circles(dict(zip(wholes.index, wholes["part_of"], strict=True))) for name in circle}
    parts = figures[figures["part_of"].isin(wholes.index) & ~figures["figure_id"].isin(circular)]
    same = ["basis", "as_of_start", "as_of_end"]
    whole = wholes.loc[parts["part_of"]].set_axis(parts.index)
    comparable = (parts[same] == whole[same]).all(axis=1) & (parts["as_of_start"] != "")
    least = parts["value_low"].fillna(parts["value"])
    too_large = comparable & (least > whole["value_high"].fillna(whole["value"])) & (
        whole["value_high"].notna() | whole["qualifier"].isin(["about", "estimate"])
    )  # fmt: skip
    for row in parts.index[too_large.fillna(value=False)]:
        found = f"{parts['as_reported'][row]!r} inside {whole['as_reported'][row]!r}"
        accepted = f"at most {whole['value_high'].fillna(whole['value'])[row]:,}"
        yield Finding(row, "part_of", "The part is larger than its whole.", found, accepted)


def date_as_stated(table: pd.DataFrame, column: str, stated: str, kind: str) -> Iterator[Finding]:
    """A date is never more precise than the source's own words for it, and does not contradict them."""
    for row, cells in _rows(table.loc[table[stated] != "", [column, stated]]):
        try:
            period = periods.read(cells[column])
        except periods.PeriodError:
            continue
        yield from _against_words(row, column, period, cells[stated], kind)


def readable_dates(dates: Mapping[int, str], column: str, kind: str) -> Iterator[Finding]:
    """Every date is a period in the notation, or not stated; `dates` gives the text by row."""
    for row, text in dates.items():
        try:
            periods.read(text)
        except periods.PeriodError as error:
            yield Finding(row, column, error.reason, error.found, error.accepted, kind=kind)


def _against_words(row: int, column: str, period: periods.Period, words: str, kind: str) -> Iterator[Finding]:
    named = periods.stated_period(words)
    if named and (period.start, period.end) != (named.start, named.end):
        if periods.finer(period, named):
            reason = "The date is more precise than the source states."
        else:
            reason = "The date is not the one that the source states."
        accepted = f"{named.text}, for {words!r}"
        yield Finding(row, column, reason, period.text, accepted, kind=kind)
        return
    if named:
        return  # words that name the whole date hold, even if their weekday is wrong
    weekday = periods.stated_weekday(words)
    if weekday is not None and period.start and period.start == period.end and period.start.weekday() != weekday:
        reason = "The date contradicts the weekday that the source states."
        found = f"{period.text}, a {calendar.day_name[period.start.weekday()]}"
        yield Finding(row, column, reason, found, f"a {calendar.day_name[weekday]}, for {words!r}", kind=kind)
    allowed = periods.stated_precision(words)
    if allowed and periods.finer(period, allowed):
        reason = "The date is more precise than the source states."
        accepted = f"a {allowed.value}, for {words!r}"
        yield Finding(row, column, reason, period.text, accepted, kind=kind)


def date_from_publication(figures: pd.DataFrame, published: Mapping[str, str]) -> Iterator[Finding]:
    """A date that follows from publication is that of publication: not finer, not another one.

    `published` gives the date of publication by source id; sources that it lacks are reported already.
    """
    derived = figures[figures["as_of_from"] == "publication"]
    for row, cells in _rows(derived[["as_of", "source", "as_of_stated"]]):
        day = published.get(cells["source"])
        if day is not None and cells["as_of"] != day:
            reason = "The date is said to follow from publication, but is not that of publication."
            yield Finding(row, "as_of", reason, cells["as_of"], day)
        if cells["as_of_stated"]:
            reason = "A date has one origin."
            found = f"stated: {cells['as_of_stated']} with from: publication"
            yield Finding(row, "as_of", reason, found, "either stated or from")
