"""The opening view: the figures of one source as bars, parts inside their wholes, a scale for each panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from dashboard import figures, sentences
from dashboard.extremes import alike, highest, standing
from dashboard.library import OPENING, Library
from dashboard.panels import Panel, inside, lanes, panels, track_height, wholes
from dashboard.rests import rests
from dashboard.scales import is_open
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView
from etl import totals
from etl.totals import Rank

_MOST_TOLD = 2


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
        """What each basis comes to."""
        return wholes_of_each_basis(shown, self.explorer)

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


def wholes_of_each_basis(shown: Sequence[FigureView], explorer: Explorer) -> Markup:
    """What each basis comes to: "Active-duty forces: 1,500 ordered; CBP: more than 45,000 on board".

    One or two figures that count each person once stand for their basis, as its total counts them; of more the
    largest is named as one of so many. In the order in which the bases are first met; "" for nothing. Figures that
    look wrong are set aside, unless there are no others, with a word about it.
    """
    kept = standing(shown)
    bases: dict[str, list[FigureView]] = {}
    for view in kept or shown:
        bases.setdefault(view.claim.basis, []).append(view)
    said = [part for views in bases.values() for part in _told(_counted(views, explorer))]
    if len(kept) < len(shown):
        key = "headline.set-aside" if kept else "headline.wrong"
        said.append(escape(sentences.count(key, len(shown) - len(kept))))
    return escape(sentences.say("list.semicolon")).join(said)


def _counted(views: Sequence[FigureView], explorer: Explorer) -> list[FigureView]:
    """Those that a total of figures of one basis counts; where there is none, those in no other and not outdone."""
    ids = {view.id for view in views}
    result = totals.total(ids, explorer.claims, explorer.tree, explorer.regions)
    if isinstance(result, totals.Total):
        return [view for view in views if view.id in result.counted]
    answered = {view.claim.question for view in views if view.claim.rank is Rank.PREFERRED}
    return [
        view
        for view in views
        if view.claim.part_of not in ids
        and (view.claim.rank is Rank.PREFERRED or view.claim.question is None or view.claim.question not in answered)
    ]


def _told(views: Sequence[FigureView]) -> list[Markup]:
    """Up to two by name, with their dates where these are all that parts them; of more the largest."""
    named = views if len(views) <= _MOST_TOLD else [views[0] if alike(views) else highest(views)]
    if len(named) < len(views):
        key = "level" if alike(views) else "largest"
    else:
        key = "dated" if len({v.agency for v in named}) < len({v.as_of for v in named}) else "part"
    return [
        sentences.say_html(
            f"headline.{key}",
            agency=view.agency,
            figure=sentences.link(view.id, view.amount),
            basis=view.basis.label,
            as_of=view.as_of,
            figures=sentences.count("figures", len(views)),
        )
        for view in named
    ]


def scale_note(panels: Sequence[Panel]) -> str:
    """How the scales of the panels compare; "" when they share one or there is only one panel."""
    if len(panels) < 2:  # noqa: PLR2004  (one panel has nothing to compare)
        return ""
    smaller, larger = sorted(panels, key=lambda panel: panel.scale.limit)[:: len(panels) - 1]
    times = larger.scale.limit / smaller.scale.limit
    if times == 1:
        return ""
    return sentences.say("scale.note", larger=larger.name, smaller=smaller.name, times=f"{times:.3g}")
