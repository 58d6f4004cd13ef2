"""Charts over time for a view: frames with groups of figures, drawn by the server and live by Plotly.

The server draws every mark, label and piece of line. Plotly draws marks and lines again in the places that the page
has for them (assets/timelines.js measures them), so a trace here says how its group looks, not where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from dashboard.drawings import Span, TimeDrawing, drawing
from dashboard.figures import Colours, base_layout
from dashboard.scales import Scale
from dashboard.views import FigureView

SIZES = {
    "circle": 10,
    "square": 9,
    "diamond": 9,
    "cross": 10,
    "x": 9,
    "triangle-up": 11,
    "triangle-down": 11,
    "dot": 5,
    "speck": 3,
}
"""Diameters in pixels as Plotly takes them; the shapes that the server draws (drawings.html) are as large."""

# In percent of the axes: what comes closer covers the other, and how far each of two then gives way.
_CLOSE_X, _CLOSE_Y, _ASIDE = 0.6, 1.5, 0.65


@dataclass(frozen=True, slots=True)
class Look:
    """How the figures of a group look: `tone` numbers the colours, `shape` is one of SIZES, `kind` that of a series.

    `hollow` marks are open whatever their qualifier; a point in the middle tells those that are no approximation.
    """

    tone: int
    shape: str
    kind: str = "dots"
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Axes:
    """The axis of people and the axis of time of a drawing."""

    people: Scale
    time: Span


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that look alike.

    `stops` are the figures that the Tab key reaches; the others are read with the arrow keys and in the table.
    """

    id: str
    label: str
    look: Look
    drawing: TimeDrawing
    stops: frozenset[str]

    @property
    def views(self) -> list[FigureView]:
        """The figures in the order in which they are drawn."""
        return [point.view for point in self.drawing.points]


@dataclass(frozen=True, slots=True)
class Frame:
    """Groups over one axis of time and one of people; `height` in pixels."""

    id: str
    title: str
    height: int
    axes: Axes
    groups: tuple[Group, ...]

    @property
    def views(self) -> list[FigureView]:
        """The figures of all groups, in the order in which they are drawn."""
        return [view for group in self.groups for view in group.views]


def group(name: str, label: str, views: Sequence[FigureView], look: Look, axes: Axes) -> Group:
    """Draw a group. The Tab key reaches all marks but those in the middle of a line."""
    drawn = drawing(look.kind, views, axes.people, axes.time)
    ends = {views[0].id, views[-1].id, highest(views).id} if look.kind == "line" else {view.id for view in views}
    return Group(name, label, look, drawn, frozenset(ends))


def side_by_side(groups: Sequence[Group]) -> list[Group]:
    """Marks that would cover each other, moved apart along the axis of time by about their own width.

    Two reports of one number and day would else look like one. Lines and steps stay where they are.
    """
    loose = [point for one in groups if one.look.kind == "dots" for point in one.drawing.points]
    moved: dict[str, float] = {}
    for place, point in enumerate(loose):
        for other in loose[:place]:
            if abs(point.x - other.x) < _CLOSE_X and abs(point.mark.value - other.mark.value) < _CLOSE_Y:
                moved[other.view.id] = moved.get(other.view.id, 0.0) - _ASIDE
                moved[point.view.id] = moved.get(point.view.id, 0.0) + _ASIDE
    return [_moved(one, moved) for one in groups]


def _moved(group: Group, moved: Mapping[str, float]) -> Group:
    points = tuple(replace(p, x=p.x + moved[p.view.id]) if p.view.id in moved else p for p in group.drawing.points)
    return replace(group, drawing=replace(group.drawing, points=points))


def highest(views: Sequence[FigureView]) -> FigureView:
    """The figure of the most people, the first of several."""
    return max(views, key=lambda view: view.claim.value)


def panel_json(panel: str, groups: Iterable[Group], colours: Colours) -> dict[str, Any]:
    """What the browser needs to draw a panel live: its id, and the Plotly figure as plain JSON values."""
    parsed: dict[str, Any] = json.loads(chart(groups, colours).to_json())
    return {"id": panel, "chart": parsed}


def chart(groups: Iterable[Group], colours: Colours) -> go.Figure:
    """A trace for each group, in the colours of one theme; `meta` holds the group's id and tone."""
    return go.Figure([_trace(group, colours) for group in groups], layout=base_layout(colours))


def _trace(group: Group, colours: Colours) -> go.Scatter:
    look = group.look
    plain = look.shape in ("dot", "speck")
    return go.Scatter(
        mode="lines+markers" if look.kind == "line" else "markers",
        marker={
            "symbol": "circle" if plain else look.shape,
            "size": SIZES[look.shape],
            "line": {"width": 0 if plain else 2},
        },
        line={"color": colours[f"mark-{look.tone}-edge"], "width": 2 if look.shape == "speck" else 2.5},
        meta={"group": group.id, "tone": look.tone},
        hovertemplate="%{text}<extra></extra>",
        # A step is its line; its mark is there to be pointed at.
        opacity=0 if plain and look.kind == "steps" else 1,
        cliponaxis=False,
    )
