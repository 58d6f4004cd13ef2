"""Figures as Plotly draws them: one chart a panel, every mark a trace that knows which figure it shows.

The labels, links and the axis beside the bars are HTML of the page (see annotations.py): they wrap, take
the focus and read aloud. Plotly draws the bars in the places that the page leaves for them, which
assets/chart.js measures; the heights given here are those places at the default text size.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard import sentences
from dashboard.scales import Scale, is_open, largest, scale
from dashboard.views import Explorer, FigureView
from etl.totals import Claim
from etl.wording import Qualifier

ROW_HEIGHT, BAR_HEIGHT, NESTED_HEIGHT = 110, 32, 16
_APPROXIMATE = (Qualifier.ABOUT, Qualifier.ESTIMATE)


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures under one top agency, which share a scale. `tone` numbers the colours, from 1."""

    id: str
    name: str
    tone: int
    scale: Scale
    figures: tuple[FigureView, ...]


def panels(explorer: Explorer) -> list[Panel]:
    """The panels that have figures, in the order of the tree."""
    roots = [agency for agency, parent in explorer.tree.items() if parent is None]
    found = []
    for tone, root in enumerate(roots, start=1):
        members = tuple(figure for figure in explorer.figures if figure.panel == root)
        if members:
            name = explorer.agency_names[root]
            axis = scale([figure.claim for figure in members])
            found.append(Panel(root, name, tone, axis, members))
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


def chart(panel: Panel, colours: Mapping[str, str]) -> go.Figure:
    """The Plotly figure of a panel with all its figures; `colours` are tokens of one theme.

    Bars lie along x in people; y counts pixels downwards. `meta` of a trace, and `name` of a shape,
    hold the figure's id; a trace's meta also holds the tokens of its colours.
    """
    inside = wholes(panel.figures)
    rows = [figure.id for figure in panel.figures if inside[figure.id] == figure.id]
    figure = go.Figure(layout=_layout(panel, colours, len(rows) * ROW_HEIGHT))
    for view in panel.figures:
        nested = inside[view.id] != view.id
        centre = rows.index(inside[view.id]) * ROW_HEIGHT + ROW_HEIGHT / 2
        height = NESTED_HEIGHT if nested else BAR_HEIGHT
        figure.add_traces(_bars(panel, view, colours, centre, height, nested=nested))
        if view.claim.qualifier in _APPROXIMATE:
            figure.add_shape(_dashed_edge(panel, view, colours, centre, height))
    return figure


def chart_json(panel: Panel, colours: Mapping[str, str]) -> dict[str, Any]:
    """The figure as plain JSON values, as Plotly in the browser takes it."""
    parsed: dict[str, Any] = json.loads(chart(panel, colours).to_json())
    return parsed


def _layout(panel: Panel, colours: Mapping[str, str], height: int) -> dict[str, Any]:
    hidden = {"showticklabels": False, "zeroline": False, "fixedrange": True, "title": None}
    return {
        "template": go.layout.Template(layout={"font": {"size": 14, "color": colours["ink"]}}),
        "barmode": "overlay",
        "showlegend": False,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "hovermode": "closest",
        "xaxis": {
            **hidden,
            "range": [0, panel.scale.limit],
            "tickvals": list(panel.scale.ticks),
            "gridcolor": colours["grid"],
        },
        "yaxis": {**hidden, "range": [height, 0], "showgrid": False},
    }


def _bars(
    panel: Panel,
    view: FigureView,
    colours: Mapping[str, str],
    centre: float,
    height: int,
    *,
    nested: bool,
) -> list[go.Bar]:
    """The bar of a figure, and behind its end the hatched reach of an open bound or a range."""
    fill, edge = tokens(panel, nested=nested)
    claim = view.claim
    solid = claim.value
    bar = go.Bar(
        x=[solid],
        y=[centre],
        width=[height],
        orientation="h",
        meta={"figure": view.id, "fill": fill, "edge": edge, "part": "bar"},
        marker={"color": colours[fill], "line": {"color": colours[edge], "width": 1.5}},
        hovertemplate=f"{_spoken(view)}<extra></extra>",
    )
    if claim.qualifier in _APPROXIMATE:
        bar.marker.line.width = 0  # its edge is a dashed shape
    end = reach(panel, claim)
    if end <= solid:
        return [bar]
    hatched = go.Bar(
        x=[end - solid],
        base=[solid],
        y=[centre],
        width=[height],
        orientation="h",
        meta={"figure": view.id, "fill": fill, "edge": edge, "part": "reach"},
        marker={
            "color": colours[fill],
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": colours[edge], "bgcolor": colours["paper"],
                        "size": 7, "solidity": 0.25},
        },
        hovertemplate=f"{_spoken(view)}<extra></extra>",
    )  # fmt: skip
    return [bar, hatched]


def reach(panel: Panel, claim: Claim) -> int:
    """Where a bar ends, in people: an open one at the end of the axis."""
    return panel.scale.limit if is_open(claim) else largest(claim)


def _spoken(view: FigureView) -> str:
    """What a pointer over the mark is told; Plotly reads `<br>` and needs `&` and `<` escaped."""
    return str(
        sentences.say_html(
            "mark.spoken",
            agency=view.agency,
            amount=view.amount,
            basis=view.basis.label,
            as_of=view.as_of,
        )
    )


def _dashed_edge(
    panel: Panel, view: FigureView, colours: Mapping[str, str], centre: float, height: int
) -> dict[str, Any]:
    _, edge = tokens(panel, nested=False)
    return {
        "type": "rect",
        "name": view.id,
        "x0": 0,
        "x1": view.claim.value,
        "y0": centre - height / 2,
        "y1": centre + height / 2,
        "line": {"color": colours[edge], "width": 2, "dash": "4px,3px"},
        "fillcolor": "rgba(0,0,0,0)",
    }


def tokens(panel: Panel, *, nested: bool) -> tuple[str, str]:
    """The colour tokens of a bar: fill and edge."""
    return f"mark-{panel.tone}-{'part' if nested else 'whole'}", f"mark-{panel.tone}-edge"
