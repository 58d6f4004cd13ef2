"""How figures share a chart: panels with a scale of their own, wholes with their parts in lanes inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.scales import Scale, is_open, largest, scale
from dashboard.views import Explorer, FigureView
from etl.totals import Claim

TONES = 3
"""How many sets of colours the design system has; further panels use them again."""

_BAR_HEIGHT, _LONE_LANE, _LANE, _GAP = 32, 16, 8, 2


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures under one top agency, which share a scale. `tone` numbers the colours, from 1."""

    id: str
    name: str
    tone: int
    scale: Scale
    figures: tuple[FigureView, ...]

    def reach(self, claim: Claim) -> int:
        """Where a bar ends, in people: an open one at the end of the axis."""
        return self.scale.limit if is_open(claim) else largest(claim)


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a bar lies in the track of its whole: pixels from the track's top, and its height."""

    top: int
    height: int


def panels(explorer: Explorer) -> list[Panel]:
    """The panels that have figures, in the order of the tree; an agency has one tone, whichever others are there."""
    found: list[Panel] = []
    for number, root in enumerate(agency for agency, parent in explorer.tree.items() if parent is None):
        members = tuple(figure for figure in explorer.figures if figure.panel == root)
        if members:
            axis = scale([figure.claim for figure in members])
            tone = number % TONES + 1
            found.append(Panel(root, explorer.agency_names[root], tone, axis, members))
    return found


def wholes(figures: Sequence[FigureView]) -> dict[str, str]:
    """For every figure the outermost one among `figures` that it is counted inside, or itself."""
    part_of = {figure.id: figure.claim.part_of for figure in figures}
    outermost = {}
    for name in part_of:
        whole = name
        while (above := part_of[whole]) in part_of:
            whole = str(above)
        outermost[name] = whole
    return outermost


def inside(figures: Sequence[FigureView]) -> dict[str, list[FigureView]]:
    """For each figure all among `figures` that are counted inside it, at any depth, in order."""
    part_of = {view.id: view.claim.part_of for view in figures}
    found: dict[str, list[FigureView]] = {view.id: [] for view in figures}
    for view in figures:
        above = part_of[view.id]
        while above in found:
            found[above].append(view)
            above = part_of[above]
    return found


def track_height(parts: int) -> int:
    """The height of a whole's bar in pixels: it grows where its parts need lanes of their own."""
    return max(_BAR_HEIGHT, parts * (_LANE + _GAP) + 3 * _GAP) if parts > 1 else _BAR_HEIGHT


def lanes(parts: int) -> list[Lane]:
    """A lane for each part, one under the other: parts side by side would claim that they add up."""
    if parts == 1:
        return [Lane((_BAR_HEIGHT - _LONE_LANE) // 2, _LONE_LANE)]
    used = parts * (_LANE + _GAP) - _GAP
    first = (track_height(parts) - used) // 2
    return [Lane(first + number * (_LANE + _GAP), _LANE) for number in range(parts)]
