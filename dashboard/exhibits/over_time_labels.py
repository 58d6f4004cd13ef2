"""The words that stand beside marks and lines in the view over time, where they have room at every width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.drawings import Point
from dashboard.frames import Frame, Group, highest
from dashboard.sentences import say
from dashboard.views import FigureView

# Pixels below the end of its line at which each name has room.
_LINES = {"usbp-national": -56, "usbp-southwest": 18, "usbp-northern": -8, "usbp-coastal": -5}
_IN_TWO = frozenset({"usbp-national", "usbp-southwest"})
_AFTER, _ORDERED = "seed-usbp-fy2023", "seed-active-duty-ordered"
_BESIDE, _LEVEL, _BELOW = 11, 5, 20
_LEFT = 40.0
FEW = 4
"""A frame that shows no more marks than this has a label at each of them."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a figure, seen while the figure is. `x` and `y` are percentages as in a Point, `dx` and `dy` pixels.

    `rest` is said where the window is wide, `below` on a second line. `few` labels wait until their frame shows few
    marks.
    """

    group: str
    view: FigureView
    x: float
    y: float
    dx: int
    dy: int
    anchor: str
    text: str
    rest: str = ""
    below: str = ""
    few: bool = False


def labels(frames: Sequence[Frame], troops: Sequence[FigureView]) -> list[Label]:
    """Labels for the ends of lines, and for the figures that the headline names or that the dashboard opens with.

    `troops` are those that the headline speaks of, in the order of time.
    """
    said = {highest(troops).id, troops[-1].id}
    found = []
    for group in (group for frame in frames for group in frame.groups):
        if group.look.kind == "line":
            found.append(_end_of_line(group))
        elif group.id == "floor":
            found.append(_floor(group))
        else:
            found += [_of_mark(group, point, said) for point in group.drawing.points]
    return found


def _of_mark(group: Group, point: Point, said: set[str]) -> Label:
    if point.view.id == _AFTER:
        return _below(group, point)
    beside = _beside(group, point)
    if point.view.id == _ORDERED:  # Another report of the same order stands before it.
        return replace(beside, dx=2 * beside.dx)
    return replace(beside, few=point.view.id not in said)


def _end_of_line(group: Group) -> Label:
    last = group.drawing.points[-1]
    below = _LINES[group.id]
    told = {"amount": last.view.amount, "year": last.view.row["as_of_end"][:4]}
    words, second = say("over-time.label-line", border=group.label, **told), ""
    if group.id in _IN_TWO:  # Beside a line that comes up steeply there is room for short lines alone.
        words, second = group.label, say("over-time.label-amount", **told)
    return Label(group.id, last.view, 100, last.mark.value, 0, below, "end", words, below=second)


def _floor(group: Group) -> Label:
    first = group.drawing.points[0]
    words = say("over-time.label-floor", amount=first.view.amount)
    return Label(group.id, first.view, first.x_start, first.mark.value, -4, -4, "end", words)


def _beside(group: Group, point: Point) -> Label:
    """On the side of its mark that has more room."""
    rest = say("over-time.label-when", as_of=point.view.as_of)
    dx, anchor = (-_BESIDE, "end") if point.x > _LEFT else (_BESIDE, "start")
    return Label(group.id, point.view, point.x, point.mark.value, dx, _LEVEL, anchor, point.view.amount, rest)


def _below(group: Group, point: Point) -> Label:
    rest = say("over-time.label-when", as_of=point.view.as_of)
    return Label(group.id, point.view, 100, point.mark.value, 0, _BELOW, "end", point.view.amount, rest)
