"""Officers of other agencies of whom nothing says that they are at the border."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.foreign import CBP

_LENT: Final = frozenset({"lent", "loaned", "detailed", "reassigned", "moved", "shifted", "borrowed"})
_SENDING: Final = cue("elsewhere/sending")
_GIVING: Final = cue("groups/sending")
_MISSION: Final = cue("elsewhere/mission")
BORDER_STATES: Final = frozenset({"texas", "arizona", "california", "new mexico", "border", "southern border"})
_WITH: Final = frozenset({"at", "to", "with", "alongside", "for", "beside"})
_OTHER_CLAUSE: Final = 6
_DEPARTMENT: Final = 100_000


def apart(candidate: Candidate, context: Context) -> bool:
    """Whether nothing places officers of other agencies at the border."""
    police = candidate.agency == "state-police"
    if _taken_over(candidate):
        return False
    if candidate.agency not in {"other", "ice", "dhs"} and not (police and candidate.noun != "troopers"):
        return False
    words, sentence = candidate.page.words, candidate.sentence
    first, last = clause(candidate)
    near = set(words[first:last])
    if not police and candidate.value >= _DEPARTMENT:
        return True
    deputies = candidate.noun == "deputies"
    there = _in_border_state(candidate) if police else False
    if there or (not deputies and _at_border(candidate, context, near)):
        return False
    if candidate.agency == "ice":
        return not near & _GIVING
    if near & _MISSION or (near if deputies else set(words[sentence.first : sentence.last])) & _SENDING:
        return False
    told = (
        other.accepted and other.agency == candidate.agency and sentence.paragraph - other.sentence.paragraph <= 1
        for other in context.history[-4:]
    )
    return deputies or not any(told)


def _taken_over(candidate: Candidate) -> bool:
    """Whether the number speaks of people whom the text has placed already."""
    source = candidate.source
    if source is None or not source.accepted:
        return False
    return candidate.agency == source.agency or (not candidate.agencies and source.agency is not None)


def _at_border(candidate: Candidate, context: Context, near: set[str]) -> bool:
    """Whether officers who mostly work inland are said to be at the border, or lent to those who are."""
    page, sentence = candidate.page, candidate.sentence
    for place, entry in entries_between(page, sentence.first, sentence.last):
        beside = entry.agency in CBP and place >= candidate.end and page.words[place - 1] in _WITH
        if "border" in entry.kinds or beside:
            return True
    listed = (other.accepted and other.sentence is sentence for other in context.history[-_OTHER_CLAUSE:])
    return bool(near & _LENT) or any(listed)


def _in_border_state(candidate: Candidate) -> bool:
    """Whether the sentence places police in a state at the border: "in Kinney County, Texas"."""
    page, sentence = candidate.page, candidate.sentence
    names = entries_between(page, candidate.end, sentence.last)
    return any(
        entry.phrase in BORDER_STATES and {"in", "to", "into"} & set(page.words[place - 5 : place])
        for place, entry in names
    )
