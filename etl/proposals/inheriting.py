"""How a bare number takes its noun from another number or from the words around it."""

from typing import Final

from etl.proposals import nouns
from etl.proposals.candidate import Candidate

# Refusals that say what is counted, so a bare number takes them over; the rest are about one number only.
_LASTING: Final = frozenset({"not-people", "foreign", "crowd", "same-as-before"})


def inherit(candidate: Candidate, other: Candidate | None) -> bool:
    """Take over the noun of another number, or what that number is refused for."""
    if other is None:
        return False
    if other.noun is None or (not other.accepted and other.refused_by in _LASTING):
        candidate.counted = other.counted
        candidate.refuse("same-as-before", other.reason or f"counts {other.counted}")
        return True
    candidate.noun = other.noun
    candidate.source = other
    return True


def probe(candidate: Candidate, place: int) -> Candidate:
    """The noun phrase that begins at a token of the candidate's sentence, as a candidate of its own."""
    found = Candidate(candidate.page, candidate.sentence, place, place, candidate.mention, candidate.quantity)
    nouns.attach(found)
    return found


def take(candidate: Candidate, found: Candidate) -> None:
    """Take over the noun phrase of a probe."""
    candidate.noun, candidate.end, candidate.noun_place = found.noun, found.end, found.noun_place
    candidate.agencies = list(found.agencies)
    candidate.kinds |= found.kinds
