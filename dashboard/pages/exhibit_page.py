"""The frame of every view: filter, summary, chart, table and source notes, complete before any script has run.

All figures of the view are in the page, those not selected hidden, so that the filter can run in the browser
without a request. What the browser needs to do that is in one block of JSON.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import jinja2
from markupsafe import Markup

from dashboard import catalogue, sentences
from dashboard.account import Named, about_total
from dashboard.citations import CitedView
from dashboard.exhibits import Exhibit
from dashboard.library import OPENING, Library
from dashboard.pages.controls import controls, facet_labels, filter_state, source_state
from dashboard.selection import FACETS, Selection
from dashboard.sentences import say
from dashboard.site_contract import Page
from dashboard.summaries import summary
from dashboard.tokens import Tokens
from dashboard.views import FigureView
from etl import totals

NAMES = ("deployment", "over-time", "who-says-what", "where")
"""The views in the order of the navigation."""

_CLAIM_FIELDS = [field.name for field in fields(totals.Claim)]
_MOST_NOTED = 60
# The terms in the head of the table (figure_rows.html); the others that a view explains are those of its filter.
_HEADS = ("reading-as-of", "reading-part-of", "reading-as-reported")


@dataclass(frozen=True, slots=True)
class Tab:
    """A view in the navigation: its address keeps the filter."""

    name: str
    address: str
    current: bool


class ExhibitPage:
    """Renders one view of a data version for any selection."""

    def __init__(
        self,
        library: Library,
        exhibit: Exhibit,
        paths: Mapping[str, str],
        templates: jinja2.Environment,
        tokens: Tokens,
    ) -> None:
        """Prepare what does not depend on the selection. `paths` are the addresses of all views by name."""
        explorer = exhibit.explorer
        self.exhibit = exhibit
        self._library, self._explorer = library, explorer
        self._paths, self._templates = paths, templates
        self._named = {view.id: Named(view.id, view.name, view.amount, view.dated) for view in explorer.figures}
        self._page_source = "" if exhibit.source == OPENING else exhibit.source
        self._entries = [entry for entries in library.glossary.values() for entry in entries]
        sources = dict.fromkeys(view.row["source"] for view in explorer.figures)
        self._same: dict[str, Any] = {
            "name": exhibit.name,
            "embedded": False,
            "defined": {entry.id for entry in self._entries},
            "path": exhibit.path,
            "page_source": self._page_source,
            "reset": exhibit.path + (f"?source={self._page_source}" if self._page_source else ""),
            "events": [event for event in library.events if event["source"] in sources],
            "questions": library.questions_of([view.id for view in explorer.figures]),
            "question_of": library.question_of,
            "opens_with": explorer.question,
            "series": library.featured_series if exhibit.source == OPENING else [],
            "amounts": {view.id: view.amount for view in library.explorer.figures},
            "figures": explorer.figures,
            "noted": len(explorer.figures) <= _MOST_NOTED,
            "sources": [library.sources[source] for source in sources],
            "data_version": explorer.data_version,
            "browser_data": script_json(self._browser_data(tokens)),
        }

    def render(self, chosen: Selection) -> Page:
        """The page for one selection."""
        context = self._context(chosen)
        top = self._templates.get_template("exhibit_top.html").render(context)
        bottom = self._templates.get_template("exhibit_bottom.html").render(context)
        description = Markup('<meta name="description" content="{}">').format(say("site.description"))
        title = say("page.title", title=say(f"{self.exhibit.name}.title"), site=say("site.name"))
        return Page(title, str(description), top, bottom)

    def embed(self, chosen: Selection) -> str:
        """The chart for one selection as a document that other sites can show in a frame."""
        context = self._context(chosen)
        cited = {view.row["source"]: view.reported_by.rstrip(".") for view in context["shown"]}
        sources = sentences.some([sentences.link(source, text, "source") for source, text in cited.items()])
        return self._templates.get_template("embed.html").render(
            {**context, "embedded": True, "cited_sources": sources}
        )

    def _context(self, asked: Selection) -> dict[str, Any]:
        explorer, exhibit = self._explorer, self.exhibit
        chosen = explorer.settled(asked)
        shown = explorer.selected(chosen)
        result = totals.total({view.id for view in shown}, explorer.claims, explorer.tree, explorer.regions)
        total, *reasons = about_total(result, self._named, explorer.bases)
        context = exhibit.context(shown)
        form = controls(self._library, explorer, chosen)
        explained = {*_HEADS, *form.terms(explorer.tree)}
        order = f"order={context['order']}" if context.get("order") else ""
        query = "&".join(filter(None, [canonical_query(exhibit, chosen), order]))
        file_query = replace(chosen, source=exhibit.source or chosen.source).query()
        return {
            **self._same,
            **context,
            "chosen": chosen,
            "share_address": f"{exhibit.path}?{query}" if query else exhibit.path,
            "embed_query": "&".join(filter(None, [f"view={exhibit.name}", query])),
            "tabs": self._tabs(asked),
            "resettable": bool(filter_state(self._library, asked)),
            "choices_made": filter_state(self._library, asked),
            "source_chosen": "" if exhibit.source else source_state(self._library, asked),
            "controls": form,
            "explained": [entry for entry in self._entries if entry.id in explained],
            "headline": exhibit.headline(shown),
            "summary": summary(shown),
            "shown": shown,
            "there": {view.claim.qualifier.value for view in shown} | {view.claim.rank.value for view in shown},
            "visible": {view.id for view in shown},
            "visible_sources": {view.row["source"] for view in shown},
            "filtered": filter_state(self._library, chosen),
            "shown_sentence": shown_sentence(self._library, chosen, shown),
            "guard_sentences": guard_sentences(shown),
            "total_sentence": total,
            "reasons": reasons,
            "files_query": file_query
            if exhibit.source
            else "&".join(filter(None, [f"view={exhibit.name}", file_query])),
        }

    def _tabs(self, chosen: Selection) -> list[Tab]:
        carried = replace(chosen, source="").query()
        query = f"?{carried}" if carried else ""
        return [
            Tab(name, self._paths[name] + query, name == self.exhibit.name) for name in NAMES if name in self._paths
        ]

    def _browser_data(self, tokens: Tokens) -> dict[str, Any]:
        library, explorer, exhibit = self._library, self._explorer, self.exhibit
        return {
            "view": exhibit.name,
            "dataVersion": explorer.data_version,
            "path": exhibit.path,
            "source": exhibit.source,
            "question": explorer.question,
            "pageSource": self._page_source,
            "paths": dict(self._paths),
            "messages": catalogue.current().browser_messages(),
            "pluralForms": dict(catalogue.current().plural_forms),
            "hedges": dict(totals.DEFAULT_HEDGES),
            "agencies": dict(explorer.tree),
            "regions": dict(explorer.regions),
            "agencyNames": dict(explorer.agency_names),
            "bases": {name: {"label": basis.label, "people": basis.people} for name, basis in explorer.bases.items()},
            "facets": {name: facet_labels(library, name) for name in FACETS},
            "figures": [figure_json(view) for view in explorer.figures],
            **exhibit.browser_data(tokens),
        }


def cited(library: Library, exhibit: Exhibit, chosen: Selection) -> CitedView:
    """How a view is cited with a selection."""
    chosen = exhibit.explorer.settled(chosen)
    shown = shown_sentence(library, chosen, exhibit.explorer.selected(chosen))
    return CitedView(exhibit.path, canonical_query(exhibit, chosen), say(f"{exhibit.name}.title"), shown)


def canonical_query(exhibit: Exhibit, chosen: Selection) -> str:
    """The query of a selection behind the address of a view, which has a source of its own or takes one as a filter."""
    own = "" if exhibit.source == OPENING else exhibit.source
    return replace(chosen, source=own if exhibit.source else chosen.source).query()


def shown_sentence(library: Library, chosen: Selection, shown: Sequence[FigureView]) -> str:
    """How many figures of how many sources are shown, and by which filter."""
    filters = filter_state(library, chosen)
    return say(
        "shown.filtered" if filters else "shown",
        figures=sentences.count("figures", len(shown)),
        sources=sentences.count("sources", len({view.row["source"] for view in shown})),
        filters=say("filter.parted").join(filters),
    )


def guard_sentences(shown: Sequence[FigureView]) -> list[str]:
    """What makes figures that are shown together unlike each other: what they count, and dates not stated."""
    said = []
    bases = Counter(view.claim.basis for view in shown)
    if len(bases) > 1:
        labels = {view.claim.basis: view.basis.label for view in shown}
        parts = [say("guard.part", count=sentences.thousands(bases[one]), basis=labels[one]) for one in labels]
        said.append(say("guard.bases", bases=sentences.joined(parts).unescape()))
    undated = sum(view.claim.start is None for view in shown)
    if undated and len(shown) > 1:
        said.append(say("guard.undated", figures=sentences.count("figures", undated)))
    return said


def figure_json(view: FigureView) -> dict[str, Any]:
    """A figure as the scripts take it: the claim, what it is filtered by, and its words."""
    traits = view.traits
    return {
        **{name: _plain(getattr(view.claim, name)) for name in _CLAIM_FIELDS},
        "component": traits.component,
        "duty_status": traits.duty_status,
        "kind": traits.kind,
        "source": traits.source,
        "amount": view.amount,
        "name": view.name,
        "as_of": view.as_of,
        "precision": view.precision.value,
        **({"ends": view.dated.ends} if view.dated and view.dated.ends else {}),
        "cited": view.reported_by,
        "panel": view.panel,
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def script_json(data: Mapping[str, Any]) -> Markup:
    """JSON that can stand inside a script element: nothing in it can close the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  (escaped above)
