"""A text to proposed figures and refused numbers, with the rules that led to each. Pure and deterministic."""

from dataclasses import dataclass
from typing import Any, Final

from etl.proposals import (
    dates,
    datesharing,
    ellipsis,
    elsewhere,
    groups,
    nouns,
    parts,
    readings,
    refusals,
    repeats,
    statuses,
    units,
)
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context
from etl.proposals.page import Page, Sentence, read

_LONGEST_PHRASE: Final = 6
_INHERITED: Final = frozenset({"ordered", "planned", "withdrawn", "hired", "authorized"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text reports: `figures` in order of mention, and the `refused` numbers."""

    page: Page
    figures: list[Candidate]
    refused: list[Candidate]


def propose(text: str) -> Proposal:
    """Read every number of a text. Time is linear in the length of the text."""
    page = read(text)
    units.resolve(page)
    context = Context(page)
    places = iter(page.numbers)
    following = next(places, None)
    for sentence in page.sentences:
        context.setting = elsewhere.setting(page, sentence) or context.setting
        while following is not None and following < sentence.last:
            if following >= sentence.first:
                candidate = _candidate(page, sentence, following)
                context.candidates.append(candidate)
                _judge(candidate, context)
            following = next(places, None)
        context.hear(sentence)
    repeats.drop([candidate for candidate in context.candidates if candidate.accepted])
    figures = [candidate for candidate in context.candidates if candidate.accepted]
    parts.link(figures)
    for figure in figures:
        _inherit(figure)
    dates.of_additions(figures)
    datesharing.told_next(figures, context)
    return Proposal(page, figures, [candidate for candidate in context.candidates if not candidate.accepted])


def _candidate(page: Page, sentence: Sentence, place: int) -> Candidate:
    mention = readings.again(page, sentence, place)
    after = place + 1
    while after < sentence.last and page.starts[after] < mention.end:
        after += 1
    return Candidate(page, sentence, place, after, mention, mention.quantity)


def _judge(candidate: Candidate, context: Context) -> None:
    """Lead a number through the rules until one refuses it or all of its facts are found."""
    if candidate.quantity is not None:
        nouns.attach(candidate)
    refusals.refuse(candidate, context)
    if candidate.accepted and candidate.noun is None:
        ellipsis.resolve(candidate, context)
        if candidate.accepted:
            refusals.refuse(candidate, context)
    if candidate.accepted:
        groups.assign(candidate, context)
    if candidate.accepted:
        elsewhere.refuse(candidate, context)
    if candidate.accepted:
        statuses.assign(candidate, context)
        dates.assign(candidate, context)
    single = candidate.noun is None and candidate.value == 1
    if (candidate.noun is not None or candidate.counted is not None) and not single:
        context.history.append(candidate)
    if candidate.accepted:
        refusals.refuse_few(candidate, context)


def _inherit(figure: Candidate) -> None:
    """A part stands as its whole does when its own words don't say, and speaks of the same day."""
    if figure.whole is not None and not figure.told and figure.whole.status in _INHERITED:
        figure.status = figure.whole.status
        figure.trail.append("status-of-whole")
    dates.inherit(figure)


def as_rows(proposal: Proposal) -> list[dict[str, Any]]:
    """The figures as plain rows; `part_of` is an index into the same list."""
    index = {id(figure): place for place, figure in enumerate(proposal.figures)}
    return [_row(figure, index) for figure in proposal.figures]


def _row(figure: Candidate, index: dict[int, int]) -> dict[str, Any]:
    start, end = span(figure)
    return {
        "value": figure.value,
        "value_high": figure.value_high,
        "qualifier": str(figure.qualifier),
        "agency": figure.agency,
        "status": figure.status,
        "as_of": figure.as_of,
        "part_of": None if figure.whole is None else index.get(id(figure.whole)),
        "match": figure.page.text[start:end],
        "start": start,
        "end": end,
        "rules": figure.trail,
    }


def span(figure: Candidate) -> tuple[int, int]:
    """Offsets of the number and its noun, at most six words; of number and hedge when the noun is further off."""
    page = figure.page
    start = page.starts[figure.place]
    if not figure.bare and 0 <= figure.noun_place - figure.place < _LONGEST_PHRASE:
        return start, page.ends[figure.noun_place]
    return figure.mention.start, max(page.ends[figure.place], figure.mention.end)
