"""Published rows as the page shows them: every figure with its words, its note and its place in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboard import selection, sentences
from dashboard.selection import Traits
from dashboard.sentences import Basis
from dashboard.spans import Dated
from dashboard.store import Store
from etl.claims import claims as claims_of
from etl.models import NOT_STATED
from etl.periods import Precision
from etl.totals import Claim
from etl.wording import Qualifier

MISSION_REGION, CIVILIAN = "southwest", "civilian"


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure in words.

    `note` is its number in the list of source notes and never changes with the selection; `row` holds
    the published cells as text.
    """

    note: int
    claim: Claim
    amount: str
    agency: str
    panel: str
    basis: Basis
    as_of: str
    source_kind: str
    row: Mapping[str, str]

    @property
    def traits(self) -> Traits:
        """What the figure is filtered by."""
        claim, row = self.claim, self.row
        return Traits(
            agency=claim.agency,
            basis=claim.basis,
            component=row["component"].replace(" ", "-"),
            duty_status=row["duty_status"].replace(" ", "-"),
            qualifier=claim.qualifier.value,
            kind=self.source_kind,
            years=self.dated.years if self.dated else None,
            question=claim.question or "",
            source=row["source"],
        )

    @property
    def precision(self) -> Precision:
        """How fine the period is that the figure speaks of."""
        return Precision(self.row["as_of_precision"])

    @property
    def dated(self) -> Dated | None:
        """The period that the figure speaks of, None where the source states no date."""
        start, end = self.claim.start, self.claim.end
        return Dated(self.precision, start, end, self.as_of) if start and end else None

    @property
    def id(self) -> str:
        """The figure's identifier."""
        return self.claim.id

    @property
    def name(self) -> str:
        """The figure as sentences name it: "Border Patrol (19,104)"."""
        return sentences.say("named", agency=self.agency, amount=self.amount)

    @property
    def detail(self) -> str:
        """What was counted and when, in short, for the second line of a label."""
        key = "mark.detail-open" if self.claim.qualifier is Qualifier.AT_LEAST else "mark.detail"
        return sentences.say(key, basis=self.basis.label, as_of=self.as_of)

    @property
    def publisher(self) -> str:
        """Who published the source, or that it is not stated."""
        return published_by(self.row["source_publisher"])

    @property
    def reported_by(self) -> str:
        """Publisher, title and date of the source, as one sentence."""
        return sentences.say(
            "source.reported-by",
            publisher=self.publisher,
            title=self.row["source_title"],
            published=sentences.period_text(self.row["source_published"]),
        )

    @property
    def date_origin(self) -> str:
        """Where the as-of date comes from, to be put behind it; "" when there is nothing to say."""
        if self.row["as_of_stated"]:
            return sentences.say("date.stated", words=self.row["as_of_stated"])
        return sentences.say("date.publication") if self.row["as_of_from"] else ""

    @property
    def bounds(self) -> str:
        """What the source's words allow the number to be."""
        return sentences.say(f"bounds.{self.claim.qualifier.value}", amount=self.amount)


@dataclass(frozen=True, slots=True)
class Explorer:
    """Figures in order of their notes, with the trees and the words to show them.

    `question` is the one whose answers are shown when a reader chose none, "" where all figures are.
    """

    data_version: str
    figures: tuple[FigureView, ...]
    tree: Mapping[str, str | None]
    regions: Mapping[str, str | None]
    agency_names: Mapping[str, str]
    bases: Mapping[str, Basis]
    question: str = ""

    @property
    def claims(self) -> list[Claim]:
        """The claims behind the figures, in the same order."""
        return [figure.claim for figure in self.figures]

    def selected(self, chosen: selection.Selection) -> list[FigureView]:
        """The figures that pass the filter, in order."""
        settled = self.settled(chosen)
        return [figure for figure in self.figures if settled.admits(figure.traits, self.tree)]

    def settled(self, chosen: selection.Selection) -> selection.Selection:
        """The filter with the question that is shown when none is chosen.

        It is the one that the view opens with, unless the other filters leave nothing of it and something of another.
        """
        if chosen.question or not self.question:
            return chosen
        asked = [one.claim.question for one in self.figures if chosen.admits(one.traits, self.tree)]
        question = asked[0] if asked and self.question not in asked else self.question
        return replace(chosen, question=question or "")

    def of_source(self, source: str) -> Explorer:
        """The figures of one source, their notes numbered anew."""
        return self._numbered([figure for figure in self.figures if figure.row["source"] == source])

    def of(self, ids: Iterable[str]) -> Explorer:
        """These figures in this order, each once, their notes numbered anew. Raises KeyError for an unknown one."""
        by_id = {figure.id: figure for figure in self.figures}
        return self._numbered([by_id[name] for name in dict.fromkeys(ids)])

    def _numbered(self, members: Sequence[FigureView]) -> Explorer:
        by_id = {figure.id: figure for figure in members}
        numbered = tuple(
            replace(figure, note=note, panel=_outermost(figure, by_id).panel)
            for note, figure in enumerate(members, start=1)
        )
        return replace(self, figures=numbered)


def published_by(publisher: str) -> str:
    """A publisher as the data names it, in words that stand alone where it is not stated."""
    return sentences.say("source.no-publisher") if publisher == NOT_STATED else publisher


def _outermost(figure: FigureView, others: Mapping[str, FigureView]) -> FigureView:
    """The figure that a part is drawn in, whose panel it shares even when its agency is under another one."""
    while whole := others.get(figure.claim.part_of or ""):
        figure = whole
    return figure


@dataclass(frozen=True, slots=True)
class _Words:
    """What the vocabularies call things: agencies, bases, and the regions that a name is said with."""

    tree: Mapping[str, str | None]
    agencies: Mapping[str, str]
    bases: Mapping[str, Basis]
    regions: Mapping[str, str]
    source_kinds: Mapping[str, str]

    def who(self, claim: Claim, component: str) -> str:
        """The agency, and the region where it says more than the agency does.

        Service members on the mission are at the southwest border unless something narrower is said.
        """
        agency, region = self.agencies[claim.agency], self.regions.get(claim.region or "")
        if region is None or (claim.region == MISSION_REGION and component != CIVILIAN):
            return agency
        return sentences.say("who", agency=agency, region=region)


def explorer(store: Store) -> Explorer:
    """Put all figures of a data version into words."""
    agencies, bases, places = (store.tables[name] for name in ("agencies", "bases", "regions"))
    regions = store.parents("regions")
    words = _Words(
        store.parents("agencies"),
        {row["id"]: row["short"] or row["name"] for row in _records(agencies[["id", "name", "short"]])},
        {row["id"]: Basis(row["label"], row["people"]) for row in _records(bases)},
        {row["id"]: row["label"] for row in _records(places) if row["parent"]},
        {row["id"]: row["kind"] for row in _records(store.tables["sources"])},
    )
    rows = {row["figure_id"]: row for row in _records(store.figures)}
    order = {name: position for position, name in enumerate(words.tree)}
    # Agency by agency down the tree, so that a part follows its whole; within one as published.
    claims = sorted(claims_of(store.figures, store.tables["answers"]), key=lambda claim: order[claim.agency])
    figures = tuple(_view(claim, rows[claim.id], note, words) for note, claim in enumerate(claims, start=1))
    return Explorer(store.data_version, figures, words.tree, regions, words.agencies, words.bases)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, an empty integer as None."""
    return [
        {str(name): None if value is pd.NA else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _view(claim: Claim, row: dict[str, Any], note: int, words: _Words) -> FigureView:
    return FigureView(
        note=note,
        claim=claim,
        amount=sentences.amount(claim.value, claim.high, claim.qualifier, claim.hedge),
        agency=words.who(claim, row["component"]),
        panel=selection.chain(claim.agency, words.tree)[-1],
        basis=words.bases[claim.basis],
        as_of=sentences.period(Precision(row["as_of_precision"]), claim.start, claim.end),
        source_kind=words.source_kinds[row["source"]],
        row={name: "" if value is None else str(value) for name, value in row.items()},
    )
