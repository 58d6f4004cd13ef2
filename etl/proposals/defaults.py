"""What a noun for people stands for when nothing in the text decides."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import CROSSINGS, Context, entries_between
from etl.proposals.merging import CIVILIAN, MILITARY
from etl.proposals.vocabulary import vocabulary

_UNTOLD: Final = frozenset({"people", "employees", "pilots", "engineers", "inspectors", "clerks", "guards", "natives"})
_LOCAL: Final = frozenset({"police", "tribe", "tribal", "tribe's", "county", "county's", "city's", "school", "campus"})
_REGULAR: Final = frozenset({"army", "active-duty", "all-military", "marines", "reserve"})
_NEAR: Final = 2
PORTS: Final = frozenset({"ports", "port", "ports of entry", "port of entry"})


def default(candidate: Candidate, context: Context) -> str | None:
    """What the noun stands for when nothing else decides."""
    if candidate.noun == "people" and "state" in candidate.words:
        return "other"
    if candidate.noun is None or candidate.noun in _UNTOLD:
        return None
    if candidate.noun == "officers":
        return _of_officers(candidate, context)
    if candidate.noun == "members" and not context.named & {*MILITARY, "coast-guard"}:
        return None
    if candidate.noun == "soldiers" and not context.named & _REGULAR:
        guard = context.named & {"national-guard", "texas-guard"}
        if len(guard) == 1:
            return next(iter(guard))
    return vocabulary().stands_for[candidate.noun][0]


def _of_officers(candidate: Candidate, context: Context) -> str | None:
    """Those of the ports, in a text of CBP or of crossings; of the Border Patrol if it names that alone."""
    page, sentence = candidate.page, candidate.sentence
    if _LOCAL & set(page.words[sentence.first : sentence.last]):
        return None
    names = [entry.phrase for _, entry in entries_between(page, sentence.first, sentence.last)]
    civilian = context.of_page() & CIVILIAN
    if "agents" in candidate.words and civilian:
        return "cbp"
    beside = (one.noun == "agents" and one.sentence is sentence for one in context.history[-_NEAR:])
    crossings = context.crossings or any(beside) or not CROSSINGS.isdisjoint(names)
    if civilian == {"usbp"} and not crossings and PORTS.isdisjoint(names):
        return "usbp"
    return "ofo" if civilian or crossings else None
