"""Charts over time for a view: frames with groups of figures, drawn by the server and live by Plotly.

The server draws every mark, label and piece of line. Plotly draws marks and lines again in the places that the page
has for them (assets/timelines.js measures them), so a trace here says how its group looks, not where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.drawings import Span, TimeDrawing, drawing
from dashboard.figures import Colours, base_layout
from dashboard.scales import Scale
from dashboard.views import FigureView

SIZES = {"circle": 10, "square": 9, "diamond": 9, "cross": 10, "triangle-up": 11, "dot": 5, "speck": 3}
"""Diameters in pixels as Plotly takes them; the shapes that the server draws (drawings.html) are as large."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the figures of a group look: `tone` numbers the colours, `shape` is one of SIZES, `kind` that of a series.

    `hollow` marks are open whatever their qualifier.
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
