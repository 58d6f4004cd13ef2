"""What happened while figures went up and down: events and operations on a rail above the axis of time.

The data gives operations no dates of their own. A band reaches from the first to the last day or month for
which a figure names the operation, and the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from dashboard import sentences
from dashboard.frames import Frame
from dashboard.library import Library, Row
from etl.periods import Precision

_UNNAMED = ("not stated", "not-applicable")
_PRECISE = (Precision.DAY, Precision.MONTH)
_APART, _WIDE_ENOUGH, _ROOM_FOR_WORDS = 10.0, 1.0, 18.0


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, or an operation with the percentages of the axis that its band reaches over.

    `when` is in words; `source` is "" for an operation.
    """

    title: str
    when: str
    detail: str
    source: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A letter on the rail: what happened too close together for letters of its own.

    `roomy` says that there is room for words before the next one.
    """

    letter: str
    x: float
    happenings: tuple[Happening, ...]
    roomy: bool

    @property
    def name(self) -> str:
        """What the letter stands for, in words."""
        titles = sentences.joined([one.title for one in self.happenings]).unescape()
        return sentences.say("over-time.stop", letter=self.letter, titles=titles)

    @property
    def label(self) -> str:
        """What stands beside the letter in a wide window: the first thing that happened; "" for nothing."""
        return self.happenings[0].title if self.roomy else ""


def happenings(library: Library, frame: Frame) -> tuple[Stop, ...]:
    """The stops of the rail in the order of time. Events outside the axis are left out."""
    found = [*_operations(library, frame), *_events(library, frame)]
    found.sort(key=lambda one: (one.start, one.title))
    clusters: list[list[Happening]] = []
    for one in found:
        if clusters and one.start - clusters[-1][0].start < _APART:
            clusters[-1].append(one)
        else:
            clusters.append([one])
    edges = [cluster[0].start for cluster in clusters[1:]] + [0.0]
    return tuple(
        Stop(letter, cluster[0].start, tuple(cluster), roomy=edge - cluster[0].start > _ROOM_FOR_WORDS)
        for letter, cluster, edge in zip(ascii_uppercase, clusters, edges, strict=False)
    )


def bands(stops: Sequence[Stop]) -> list[Happening]:
    """The operations that are long enough to be seen as a band."""
    return [one for stop in stops for one in stop.happenings if not one.source and one.end - one.start > _WIDE_ENOUGH]


def _operations(library: Library, frame: Frame) -> list[Happening]:
    """Operations of the federal mission that the frame shows, as long as any dated count or order names them."""
    named = {view.row["operation"] for view in frame.views}
    periods: dict[str, list[tuple[date, date]]] = {}
    for view in library.figures.values():
        name, precise = view.row["operation"], view.row["as_of_precision"] in _PRECISE
        if name in named and name not in _UNNAMED and precise and view.claim.start and view.claim.end:
            periods.setdefault(name, []).append((view.claim.start, view.claim.end))
    return [_operation(library.terms["operations"][name], members, frame) for name, members in periods.items()]


def _operation(row: Row, periods: Sequence[tuple[date, date]], frame: Frame) -> Happening:
    first, last = min(start for start, _ in periods), max(end for _, end in periods)
    months = (_month(first), _month(last))
    when = months[0] if months[0] == months[1] else sentences.say("over-time.from-to", first=months[0], last=months[1])
    start, end = frame.axes.time.across(first.toordinal()), frame.axes.time.across(last.toordinal() + 1)
    return Happening(row["label"], when, row["definition"], "", start, end)


def _events(library: Library, frame: Frame) -> list[Happening]:
    found = []
    for row in library.events:
        day = date.fromisoformat(row["date_start"])
        if frame.axes.time.first <= day.year < frame.axes.time.end:
            x = frame.axes.time.across(day.toordinal())
            found.append(Happening(row["title"], row["date"], _quoted(row), row["source"], x, x))
    return found


def _quoted(row: Row) -> str:
    return sentences.say("over-time.quoted", words=row["as_reported"], locator=row["locator"])


def _month(day: date) -> str:
    return sentences.period(Precision.MONTH, day, day)
