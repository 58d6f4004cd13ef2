"""The page at `/`: the figures of one source, filtered, complete before any script has run.

Every figure of the source is in the page, those not selected hidden, so that the filter can run in the
browser without a request. What the browser needs to do that is in one block of JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

import jinja2
from markupsafe import Markup

from dashboard import catalogue, figures, selection, sentences
from dashboard.library import OPENING, Library
from dashboard.panels import Panel, inside, lanes, panels, track_height, wholes
from dashboard.scales import is_open
from dashboard.selection import Selection
from dashboard.sentences import Named
from dashboard.site_contract import Page
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView
from etl import totals

_TITLE = "Border figures: who is sent to the US southern border"
_CLAIM_FIELDS = [field.name for field in fields(totals.Claim)]
_DESCRIPTION = (
    "Personnel figures reported about the US southern border, each with its source, its hedge, its"
    " date and the larger number it is part of."
)


class ExplorerPage:
    """Renders `/` for one source of a data version and any selection of agencies in it."""

    def __init__(self, library: Library, source: str, templates: jinja2.Environment, tokens: Tokens) -> None:
        """Prepare what does not depend on the selection."""
        explorer = library.explorer.of_source(source)
        self._explorer = explorer
        self._templates = templates
        self._panels = panels(explorer)
        self._named = {view.id: Named(view.amount, link(view)) for view in explorer.figures}
        opening = source == OPENING
        data = browser_data(explorer, self._panels, tokens)
        self._same: dict[str, Any] = {
            "source": library.sources[source],
            "source_sentence": explorer.figures[0].reported_by,
            "page_source": "" if opening else source,
            "reset": "/" if opening else f"/?source={source}",
            "events": [event for event in library.events if event["source"] == source],
            "questions": library.questions_of([view.id for view in explorer.figures]),
            "question_of": library.question_of,
            "series": library.featured_series if opening else [],
            "amounts": {view.id: view.amount for view in library.explorer.figures},
            "figures": explorer.figures,
            "panels": self._panels,
            "nested": inside(explorer.figures),
            "nothing_sentence": sentences.say("shown.none"),
            "scale_note": scale_note(self._panels),
            "data_version": explorer.data_version,
            "browser_data": script_json({**data, "source": source, "pageSource": "" if opening else source}),
            "is_open": is_open,
            "lanes": lanes,
            "track_height": track_height,
        }

    def render(self, chosen: Selection) -> Page:
        """The page for one selection."""
        context = self._context(chosen)
        top = self._templates.get_template("explorer_top.html").render(context)
        bottom = self._templates.get_template("explorer_bottom.html").render(context)
        description = Markup('<meta name="description" content="{}">').format(_DESCRIPTION)
        return Page(_TITLE, str(description), top, bottom)

    def _context(self, chosen: Selection) -> dict[str, Any]:
        explorer = self._explorer
        shown = explorer.selected(chosen)
        outermost = wholes(shown)
        result = totals.total({view.id for view in shown}, explorer.claims, explorer.tree, explorer.regions)
        file_query = replace(chosen, source=self._same["source"]["id"]).query()
        return {
            **self._same,
            "chosen": chosen,
            "choices": choices(explorer, chosen),
            "filter_state": filter_state(explorer, chosen),
            "visible": outermost.keys(),
            "visible_panels": {view.panel for view in shown},
            "outermost": outermost,
            "shown_sentence": shown_sentence(explorer, chosen, shown),
            "total_sentences": sentences.about_total(result, self._named, explorer.bases),
            "download_shown": f"/data/figures.csv?{file_query}",
        }


def link(view: FigureView) -> Markup:
    """A figure's name in a sentence, leading to its page."""
    return Markup('<a href="/figure/{}">{}</a>').format(view.id, view.name)


def choices(explorer: Explorer, chosen: Selection) -> list[dict[str, Any]]:
    """The tree of agencies for the filter form, with the number of figures under each."""
    counts = dict.fromkeys(explorer.tree, 0)
    for view in explorer.figures:
        for agency in selection.chain(view.claim.agency, explorer.tree):
            counts[agency] += 1
    nodes: dict[str | None, list[dict[str, Any]]] = {None: []}
    for agency, parent in explorer.tree.items():
        nodes[agency] = []
        nodes[parent].append(
            {
                "id": agency,
                "name": explorer.agency_names[agency],
                "count": counts[agency],
                "checked": agency in chosen.agencies,
                "children": nodes[agency],
            }
        )
    return nodes[None]


def filter_state(explorer: Explorer, chosen: Selection) -> str:
    """The chosen agencies in words."""
    if not chosen.agencies:
        return sentences.say("filter.all")
    return sentences.say("filter.some", agencies=_names(explorer, chosen))


def shown_sentence(explorer: Explorer, chosen: Selection, shown: list[FigureView]) -> str:
    """How many figures of how many sources are shown, and of which agencies if some were chosen."""
    sources = {view.row["source"] for view in shown}
    return sentences.say(
        "shown.of" if chosen.agencies else "shown",
        figures=sentences.count("figures", len(shown)),
        sources=sentences.count("sources", len(sources)),
        agencies=_names(explorer, chosen),
    )


def _names(explorer: Explorer, chosen: Selection) -> str:
    return sentences.joined([explorer.agency_names[agency] for agency in chosen.agencies]).unescape()


def scale_note(panels: Sequence[Panel]) -> str:
    """How the scales of the panels compare; "" when they share one or there is only one panel."""
    if len(panels) < 2:  # noqa: PLR2004  (one panel has nothing to compare)
        return ""
    smaller, larger = sorted(panels, key=lambda panel: panel.scale.limit)[:: len(panels) - 1]
    times = larger.scale.limit / smaller.scale.limit
    if times == 1:
        return ""
    return sentences.say("scale.note", larger=larger.name, smaller=smaller.name, times=f"{times:.3g}")


def browser_data(explorer: Explorer, panels: list[Panel], tokens: Tokens) -> dict[str, Any]:
    """What the scripts need to filter, to total and to draw."""
    return {
        "messages": catalogue.current().browser_messages(),
        "pluralForms": dict(catalogue.current().plural_forms),
        "language": catalogue.current().language,
        "hedges": dict(totals.DEFAULT_HEDGES),
        "agencies": dict(explorer.tree),
        "regions": dict(explorer.regions),
        "agencyNames": dict(explorer.agency_names),
        "bases": {name: {"label": basis.label, "people": basis.people} for name, basis in explorer.bases.items()},
        "figures": [_claim_json(view) for view in explorer.figures],
        "panels": [{"id": p.id, "tone": p.tone, "chart": figures.chart_json(p, tokens.light)} for p in panels],
    }


def _claim_json(view: FigureView) -> dict[str, Any]:
    return {
        **{name: _plain(getattr(view.claim, name)) for name in _CLAIM_FIELDS},
        "amount": view.amount,
        "name": view.name,
        "panel": view.panel,
        "source": view.row["source"],
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def script_json(data: Mapping[str, Any]) -> Markup:
    """JSON that can stand inside a script element: nothing in it can close the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  (escaped above)
