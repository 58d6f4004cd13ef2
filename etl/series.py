"""Series of figures over time: what a line may join, what only dots may show, what holds like a step."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from etl.documents import Path
from etl.judgements import Series, Years
from etl.problems import Problem, nearest
from etl.records import Listed

_YEAR = "{year}"
# What the points of a line share, as columns of the figures; regions and roles are there when the ledger has them.
_SHARED = {
    "line": ("source", "basis", "agency", "component", "duty_status", "region", "role", "as_of_precision"),
    "steps": ("basis",),
    "dots": (),
}
_MOST_DAYS_APART = 1  # a fiscal year ends the day before the next one starts


@dataclass(frozen=True, slots=True)
class Drawn:
    """One series with the ids of its points in order of time, and the record that it comes from."""

    record: Listed[Series]
    points: list[str]

    @property
    def path(self) -> Path:
        """Where the points are written in the record."""
        return ("years",) if self.record.record.years else ("points",)


def expand(records: Sequence[Listed[Series]]) -> list[Drawn]:
    """The series with their points, those of years of a table written out."""
    return [Drawn(listed, [*listed.record.points, *_of_years(listed.record.years)]) for listed in records]


def _of_years(years: Years | None) -> list[str]:
    if years is None:
        return []
    return [years.figures.replace(_YEAR, str(year)) for year in range(int(years.first), int(years.last) + 1)]


def check(
    series: Sequence[Drawn], figures: pd.DataFrame, ranks: Mapping[str, str], unread: Container[str]
) -> Iterator[Problem]:
    """Points that exist, in order, and share what the kind of the series asks for.

    `ranks` gives the rank of each figure that answers a question: one that is deprecated is no point.
    """
    rows = figures.drop_duplicates("figure_id").set_index("figure_id")
    ids = [drawn.record.record.id for drawn in series]
    for number, drawn in enumerate(series):
        if drawn.record.record.id in ids[:number]:
            yield drawn.record.problem(("id",), "The id is used twice.", drawn.record.record.id, "an id of its own")
        yield from _check_form(drawn)
        missing = [point for point in drawn.points if point not in rows.index]
        for point in missing:
            if point not in unread:
                alike = nearest(point, rows.index)
                yield drawn.record.problem(drawn.path, "There is no such figure.", point, "the id of a figure", alike)
        for point in drawn.points:
            if ranks.get(point) == "deprecated":
                accepted = "answers that are not deprecated"
                yield drawn.record.problem(drawn.path, "The point is a deprecated answer.", point, accepted)
        if not missing:
            yield from _check_points(drawn, rows.loc[drawn.points])


def _check_form(drawn: Drawn) -> Iterator[Problem]:
    record = drawn.record.record
    if bool(record.points) == bool(record.years):
        found = "both" if record.years else "neither"
        yield drawn.record.problem((), "A series has points or years.", found, "points: or years:, one of the two")
    if record.years and _YEAR not in record.years.figures:
        accepted = f"a pattern with {_YEAR}"
        yield drawn.record.problem(("years", "figures"), "There is no year.", record.years.figures, accepted)
    if len(set(drawn.points)) < len(drawn.points):
        twice = next(point for point in drawn.points if drawn.points.count(point) > 1)
        yield drawn.record.problem(drawn.path, "A point stands twice.", twice, "each figure once")


def _check_points(drawn: Drawn, rows: pd.DataFrame) -> Iterator[Problem]:
    kind = drawn.record.record.kind
    for column in _SHARED[kind]:
        if column in rows and len(rows[column].unique()) > 1:
            found = ", ".join(rows[column].unique())
            yield drawn.record.problem(drawn.path, f"The points of a {kind} share their {column}.", found, "one")
    undated = rows.index[rows["as_of_start"] == ""]
    if len(undated):
        accepted = "figures with a date"
        yield drawn.record.problem(drawn.path, "A point has no date.", ", ".join(undated), accepted)
        return
    starts, ends = pd.to_datetime(rows["as_of_start"]), pd.to_datetime(rows["as_of_end"])
    if not starts.is_monotonic_increasing:
        later = rows.index[(starts.diff() < pd.Timedelta(0)).to_numpy()]
        yield drawn.record.problem(drawn.path, "The points are not in order of time.", later[0], "earlier points first")
    elif kind == "line":
        gaps = (starts - ends.shift()) > pd.Timedelta(days=_MOST_DAYS_APART)
        for point in rows.index[gaps.to_numpy()]:
            reason = "A line does not go over years without data."
            yield drawn.record.problem(drawn.path, reason, f"a gap before {point}", "consecutive years")


def present(series: Sequence[Drawn], known: Collection[str]) -> list[Drawn]:
    """The series as far as their points are `known`; one without points is left out."""
    drawn = [Drawn(one.record, [point for point in one.points if point in known]) for one in series]
    return [one for one in drawn if one.points]


def tables(series: Sequence[Drawn], figures: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The published tables of series and of their points."""
    rows = figures.set_index("figure_id")
    heads, points = [], []
    for drawn in series:
        record = drawn.record.record
        dates = rows.loc[drawn.points]
        first, last = dates["as_of_start"].min(), dates["as_of_end"].max()
        heads.append((record.id, record.title, record.kind, record.note, len(drawn.points), first, last))
        points += [(record.id, place, point) for place, point in enumerate(drawn.points, 1)]
    texts = dict.fromkeys(("id", "title", "kind", "note"), "str")
    kinds = {**texts, "points": "Int64", "first": "str", "last": "str"}
    point_kinds = {"series_id": "str", "position": "Int64", "figure_id": "str"}
    return (
        pd.DataFrame(heads, columns=list(kinds)).astype(kinds),
        pd.DataFrame(points, columns=list(point_kinds)).astype(point_kinds),
    )
