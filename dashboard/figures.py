"""Figures as Plotly draws them: one chart a panel, every mark a trace that knows which figure it shows.

The labels, links and the axis beside the bars are HTML of the page: they wrap, take the focus and read
aloud. Plotly draws the bars in the places that the page leaves for them, which assets/chart.js measures;
the heights given here are those places at the default text size.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard import sentences
from dashboard.panels import Lane, Panel, inside, lanes, track_height, wholes
from dashboard.views import FigureView
from etl.wording import Qualifier

_LABEL_HEIGHT = 78
_APPROXIMATE = (Qualifier.ABOUT, Qualifier.ESTIMATE)

Colours = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of a bar: its middle in pixels from the top of the plot, its height, its colour tokens."""

    centre: float
    height: int
    fill: str
    edge: str


def chart(panel: Panel, colours: Colours) -> go.Figure:
    """The Plotly figure of a panel with all its figures; `colours` are tokens of one theme.

    Bars lie along x in people; y counts pixels downwards. `meta` of a trace, and `name` of a shape,
    hold the figure's id; a trace's meta also says which part of the bar it is.
    """
    spots, height = _spots(panel)
    figure = go.Figure(layout=_layout(panel, colours, height))
    for view in panel.figures:
        spot = spots[view.id]
        figure.add_traces(_bars(panel, view, colours, spot))
        if view.claim.qualifier in _APPROXIMATE:
            figure.add_shape(_dashed_edge(view, colours, spot))
    return figure


def chart_json(panel: Panel, colours: Colours) -> dict[str, Any]:
    """The figure as plain JSON values, as Plotly in the browser takes it."""
    parsed: dict[str, Any] = json.loads(chart(panel, colours).to_json())
    return parsed


def _spots(panel: Panel) -> tuple[dict[str, _Spot], int]:
    """Where each bar lies when everything is shown, and how high the plot is in pixels."""
    outermost, parts = wholes(panel.figures), inside(panel.figures)
    spots, top = {}, 0
    for view in panel.figures:
        if outermost[view.id] != view.id:
            continue
        members = parts[view.id]
        height = track_height(len(members))
        spots[view.id] = _spot(panel, top, Lane(0, height), "whole")
        for part, lane in zip(members, lanes(len(members)), strict=True):
            spots[part.id] = _spot(panel, top, lane, "part")
        top += height + _LABEL_HEIGHT
    return spots, top


def _spot(panel: Panel, top: int, lane: Lane, kind: str) -> _Spot:
    middle = top + lane.top + lane.height / 2
    return _Spot(middle, lane.height, f"mark-{panel.tone}-{kind}", f"mark-{panel.tone}-edge")


def base_layout(colours: Colours) -> dict[str, Any]:
    """What all live charts share: no axis text, legend or ground of their own, nothing to drag or zoom."""
    hidden = {"showticklabels": False, "zeroline": False, "fixedrange": True, "title": None, "showgrid": False}
    return {
        "template": go.layout.Template(layout={"font": {"size": 14, "color": colours["ink"]}}),
        "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "hovermode": "closest",
        "xaxis": dict(hidden),
        "yaxis": dict(hidden),
    }


def _layout(panel: Panel, colours: Colours, height: int) -> dict[str, Any]:
    shared = base_layout(colours)
    return {
        **shared,
        "barmode": "overlay",
        "height": height,
        "xaxis": {
            **shared["xaxis"],
            "showgrid": True,
            "range": [0, panel.scale.limit],
            "tickvals": list(panel.scale.ticks),
            "gridcolor": colours["grid"],
        },
        "yaxis": {**shared["yaxis"], "range": [height, 0]},
    }


def _bars(panel: Panel, view: FigureView, colours: Colours, spot: _Spot) -> list[go.Bar]:
    """The bar of a figure, and behind its end the hatched reach of an open bound or a range.

    A bar that is an upper bound is hatched all through: there may be fewer people than its length says.
    """
    claim = view.claim
    bar = _bar(view, spot, 0, claim.value, "bar")
    # An approximate number has a dashed edge, which is a shape of its own.
    width = 0 if claim.qualifier in _APPROXIMATE else 1.5
    bar.marker = {"color": colours[spot.fill], "line": {"color": colours[spot.edge], "width": width}}
    if claim.qualifier is Qualifier.AT_MOST:
        bar.marker.pattern = _hatch(colours, spot)
    end = panel.reach(claim)
    if end <= claim.value:
        return [bar]
    hatched = _bar(view, spot, claim.value, end, "reach")
    hatched.marker = {"color": colours[spot.fill], "line": {"width": 0}, "pattern": _hatch(colours, spot)}
    return [bar, hatched]


def _bar(view: FigureView, spot: _Spot, start: int, end: int, part: str) -> go.Bar:
    return go.Bar(
        x=[end - start],
        base=[start],
        y=[spot.centre],
        width=[spot.height],
        orientation="h",
        meta={"figure": view.id, "part": part, "approximate": view.claim.qualifier in _APPROXIMATE},
        hovertemplate=f"{_spoken(view)}<extra></extra>",
    )


def _hatch(colours: Colours, spot: _Spot) -> dict[str, Any]:
    return {
        "shape": "/",
        "fgcolor": colours[spot.edge],
        "bgcolor": colours["paper"],
        "size": 7,
        "solidity": 0.25,
    }


def _spoken(view: FigureView) -> str:
    """What a pointer over the mark is told; Plotly reads `<br>` and needs `&` and `<` escaped."""
    return str(
        sentences.say_html(
            "mark.spoken", agency=view.agency, amount=view.amount, basis=view.basis.label, as_of=view.as_of
        )
    )


def _dashed_edge(view: FigureView, colours: Colours, spot: _Spot) -> dict[str, Any]:
    return {
        "type": "rect",
        "name": view.id,
        "x0": 0,
        "x1": view.claim.value,
        "y0": spot.centre - spot.height / 2,
        "y1": spot.centre + spot.height / 2,
        "line": {"color": colours[spot.edge], "width": 2, "dash": "4px,3px"},
        "fillcolor": "rgba(0,0,0,0)",
    }
