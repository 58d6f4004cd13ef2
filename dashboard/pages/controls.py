"""The filter form: every choice with the number of figures behind it, and why one can't be made.

The counts of a facet are those under the choices made in all others, as readers know them from catalogues.
assets/controls.js keeps them in the browser by the same rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.library import Library
from dashboard.selection import FACETS, Selection, chain
from dashboard.sentences import say
from dashboard.views import Explorer

# The facets whose names have their words in the catalogue; those of the others come with the data.
_SPOKEN = {"qualifier": "qualifier.", "kind": "kind."}


@dataclass(frozen=True, slots=True)
class Choice:
    """One box of the form; `why` says why it can't be ticked, "" when it can."""

    id: str
    label: str
    count: int
    checked: bool
    why: str


@dataclass(frozen=True, slots=True)
class Controls:
    """The form for one view and selection. `years` are the first and the last that any figure speaks of."""

    agencies: list[dict[str, Any]]
    facets: Mapping[str, list[Choice]]
    questions: list[tuple[str, str]]
    years: tuple[int, int] | None

    def terms(self, agencies: Iterable[str]) -> set[str]:
        """The names under which the glossary has the facets, their choices, and the agencies of the tree."""
        choices = {f"{facet}-{choice.id}" for facet, choices in self.facets.items() for choice in choices}
        return choices | {f"reading-{facet}" for facet in self.facets} | {f"agency-{agency}" for agency in agencies}


def controls(library: Library, explorer: Explorer, chosen: Selection) -> Controls:
    """The form over the figures of a view. A facet lists only what its figures have."""
    traits = [view.traits for view in explorer.figures]
    facets = {}
    for name in FACETS:
        others = chosen.without(name)
        counts = Counter(getattr(t, name) for t in traits if others.admits(t, explorer.tree))
        there = {getattr(t, name) for t in traits}
        labels = facet_labels(library, name)
        facets[name] = [
            _choice(one, labels[one], counts[one], one in chosen.chosen(name))
            for one in library.vocabulary.facets[name]
            if one in there
        ]
    dated = [t.years for t in traits if t.years]
    asked = {t.question for t in traits}
    return Controls(
        agencies=_tree(explorer, chosen),
        facets=facets,
        questions=[(one.id, one.text) for one in library.questions.values() if one.id in asked],
        years=(min(first for first, _ in dated), max(last for _, last in dated)) if dated else None,
    )


def facet_labels(library: Library, facet: str) -> dict[str, str]:
    """The words for the names of a facet, in their order."""
    names = library.vocabulary.facets[facet]
    if facet == "basis":
        return {name: library.explorer.bases[name].label for name in names}
    if facet in _SPOKEN:
        return {name: say(_SPOKEN[facet] + name) for name in names}
    labels = {name.replace(" ", "-"): label for name, label in library.labels[facet].items()}
    return {name: labels[name] for name in names}


def _choice(name: str, label: str, count: int, checked: bool) -> Choice:  # noqa: FBT001  (a fact, not a switch)
    return Choice(name, label, count, checked, "" if count or checked else say("filter.none-with-others"))


def _tree(explorer: Explorer, chosen: Selection) -> list[dict[str, Any]]:
    """The agencies as nested choices; those with no figure in the view are there to show the tree."""
    others = replace(chosen, agencies=())
    counts: Counter[str] = Counter()
    filed: set[str] = set()
    for view in explorer.figures:
        above = chain(view.claim.agency, explorer.tree)
        filed.update(above)
        if others.admits(view.traits, explorer.tree):
            counts.update(above)
    nodes: dict[str | None, list[dict[str, Any]]] = {None: []}
    for agency, parent in explorer.tree.items():
        nodes[agency] = []
        choice = _choice(agency, explorer.agency_names[agency], counts[agency], agency in chosen.agencies)
        if agency not in filed and not choice.checked:
            choice = replace(choice, why=say("filter.none-here"))
        nodes[parent].append({"choice": choice, "children": nodes[agency]})
    return nodes[None]


def filter_state(library: Library, chosen: Selection) -> Sequence[str]:
    """The choices made, a phrase each: "Agency: CBP"; nothing for none."""
    names = library.explorer.agency_names
    said = [say("filter.chosen", filter=say("filter.agency"), names=_listed([names[a] for a in chosen.agencies]))]
    said = said if chosen.agencies else []
    for facet in FACETS:
        if picked := chosen.chosen(facet):
            labels = facet_labels(library, facet)
            said.append(
                say("filter.chosen", filter=say(f"filter.{facet}"), names=_listed([labels[one] for one in picked]))
            )
    if chosen.first or chosen.last:
        said.append(say(_years(chosen), first=chosen.first, last=chosen.last))
    if chosen.question:
        said.append(
            say(
                "filter.chosen",
                filter=say("filter.question"),
                names=say("filter.quoted", words=library.questions[chosen.question].text),
            )
        )
    return said


def source_state(library: Library, chosen: Selection) -> str:
    """The one source chosen as such a phrase, "" for none."""
    if not chosen.source:
        return ""
    title = library.sources[chosen.source]["title"]
    return say("filter.chosen", filter=say("files.filter.source"), names=title)


def _years(chosen: Selection) -> str:
    if chosen.first and chosen.last:
        return "filter.one-year" if chosen.first == chosen.last else "filter.both-years"
    return "filter.from" if chosen.first else "filter.to"


def _listed(names: Sequence[str]) -> str:
    return say("list.comma").join(names)
