"""The opening view: the figures of one source as bars, parts inside their wholes, a scale for each panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from dashboard import figures, sentences
from dashboard.library import OPENING, Library
from dashboard.panels import Panel, inside, lanes, panels, track_height, wholes
from dashboard.rests import rests
from dashboard.scales import is_open
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView


class Deployment:
    """The bars of one source."""

    name = "deployment"
    path = "/"

    def __init__(self, library: Library, source: str) -> None:
        """Raises KeyError for an unknown source."""
        self.source = source
        self.explorer: Explorer = library.explorer.of_source(source)
        self._panels = panels(self.explorer)
        self._rests = rests(library, self.explorer.figures)
        self._about = library.sources[source]

    def headline(self, shown: Sequence[FigureView]) -> Markup:
        """The largest figure of each basis."""
        return largest_of_each_basis(shown)

    def context(self, shown: Sequence[FigureView]) -> dict[str, Any]:
        """Panels, what lies in what, and which of it is seen."""
        visible, outermost = {view.id for view in shown}, wholes(shown)
        return {
            "panels": self._panels,
            "rests": self._rests,
            "computes": any(rest.value and visible.issuperset(rest.needs) for rest in self._rests.values()),
            "visible": visible,
            "nests": any(whole != part for part, whole in outermost.items()),
            "nested": inside(self.explorer.figures),
            "outermost": outermost,
            "visible_panels": {view.panel for view in shown},
            "scale_note": scale_note(self._panels),
            "is_open": is_open,
            "lanes": lanes,
            "track_height": track_height,
            "about_source": self._about,
            "source_sentence": self.explorer.figures[0].reported_by,
            "opening": self.source == OPENING,
        }

    def browser_data(self, tokens: Tokens) -> dict[str, Any]:
        """The Plotly figure of each panel, and whom each figure counts, for the headline."""
        drawn = [{"id": p.id, "tone": p.tone, "chart": figures.chart_json(p, tokens.light)} for p in self._panels]
        return {"panels": drawn, "who": {view.id: view.agency for view in self.explorer.figures}}


def largest_of_each_basis(shown: Sequence[FigureView]) -> Markup:
    """The largest figure of each basis: "Active-duty forces: 1,500 ordered; CBP: more than 45,000 on board".

    In the order in which the bases are first met; "" for nothing.
    """
    found: dict[str, FigureView] = {}
    for view in shown:
        best = found.setdefault(view.claim.basis, view)
        if view.claim.value > best.claim.value:
            found[view.claim.basis] = view
    parts = [
        sentences.say_html(
            "headline.part",
            agency=view.agency,
            figure=sentences.link(view.id, view.amount),
            basis=view.basis.label,
        )
        for view in found.values()
    ]
    return escape(sentences.say("list.semicolon")).join(parts)


def scale_note(panels: Sequence[Panel]) -> str:
    """How the scales of the panels compare; "" when they share one or there is only one panel."""
    if len(panels) < 2:  # noqa: PLR2004  (one panel has nothing to compare)
        return ""
    smaller, larger = sorted(panels, key=lambda panel: panel.scale.limit)[:: len(panels) - 1]
    times = larger.scale.limit / smaller.scale.limit
    if times == 1:
        return ""
    return sentences.say("scale.note", larger=larger.name, smaller=smaller.name, times=f"{times:.3g}")
