"""Whose people a number counts by who sends, lends or is joined by them."""

from typing import Final

from etl.proposals import statuses
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN, MILITARY

_SENDING: Final = cue("groups/sending")
_GOVERNORS: Final = frozenset({"gov", "governor", "governors", "adjutant"})
_SENDERS: Final = frozenset({"all-military", "army"})
_CLOSE: Final = 4
_SEVERAL: Final = 2
_ASKING: Final = frozenset({"asked", "asks", "requested", "requests", "sought", "seeks"})
_NEUTRAL: Final = frozenset({"people", "employees"})
_ASKERS: Final = CIVILIAN | {"dhs"}
_WHERE: Final = frozenset({"in", "to", "from", "near", "at", "into"})
_ROTATING: Final = frozenset({"rotated", "mobilized", "activated", "flown", "ordered", "called"})
_REACH: Final = 12
_FOLLOWING: Final = 2


def joined(candidate: Candidate, _context: Context) -> str | None:
    """Troops whom others join or replace are a group of their own: "they will join 2,500 troops already there"."""
    apart = candidate.noun in {"troops", "members"} and candidate.bare is False and candidate.source is None
    return "all-military" if apart and statuses.joins(" ".join(candidate.before(4))) else None


def asks(candidate: Candidate, context: Context, place: int) -> bool:
    """Whether a name is that of an agency which asks for people of the forces: "CBP requested 1,080 operators"."""
    words, end = candidate.page.words, candidate.page.spans[place]
    asking = not _ASKING.isdisjoint(words[end : end + 3]) and candidate.noun in _NEUTRAL and not candidate.agencies
    return asking and not MILITARY.isdisjoint(context.named)


def asked(candidate: Candidate, context: Context) -> bool:
    """Whether an agency asks for people of forces of which the text names several."""
    if len(MILITARY & context.named) < _SEVERAL:
        return False
    names = entries_between(candidate.page, candidate.sentence.first, candidate.hedge_place)
    return any(entry.agency in _ASKERS and asks(candidate, context, at) for at, entry in names)


def sent(candidate: Candidate, _context: Context) -> str | None:
    """Soldiers whom the Pentagon or the president sends are the Army's, unless the noun phrase says more."""
    if candidate.noun not in {"soldiers", "troops"} or candidate.source is not None:
        return None
    first, last = candidate.sentence.first, clause(candidate)[1]
    names = [entry.agency for _, entry in entries_between(candidate.page, first, candidate.hedge_place)]
    nearest = next((name for name in reversed(names) if name), None)
    if nearest not in _SENDERS or _guard_behind(candidate, last):
        return None
    return "army" if candidate.noun == "soldiers" else nearest


def _guard_behind(candidate: Candidate, last: int) -> bool:
    names = entries_between(candidate.page, candidate.end, last)
    return any(entry.agency in {"national-guard", "texas-guard"} for _, entry in names)


def lent(candidate: Candidate, _context: Context) -> str | None:
    """Officers whom a state sends are its police: "Florida and Iowa have lent 45 officers"."""
    if candidate.noun not in {"officers", "agents"} or candidate.agencies:
        return None
    page, first = candidate.page, clause(candidate)[0]
    names = [entry for _, entry in entries_between(page, first, candidate.hedge_place)]
    state = next((entry for entry in reversed(names) if entry.agency or "state" in entry.kinds), None)
    sending = _SENDING & set(page.words[max(first, candidate.hedge_place - _CLOSE) : candidate.hedge_place])
    return "state-police" if sending and state is not None and "state" in state.kinds else None


def governor(candidate: Candidate, _context: Context) -> str | None:
    """Soldiers whom a governor or a state calls up are the Guard's."""
    told = candidate.source is not None and candidate.source.agency is not None
    if candidate.noun not in {"soldiers", "troops", "members"} or told:
        return None
    page, sentence = candidate.page, candidate.sentence
    owner = [
        place for place, entry in entries_between(page, sentence.first, candidate.hedge_place) if "state" in entry.kinds
    ]
    owned = bool(owner) and candidate.before(1) == ["'s"] and page.spans[owner[-1]] == candidate.hedge_place - 1
    called = owned or bool(_GOVERNORS & set(page.words[sentence.first : sentence.last]))
    names = [entry for _, entry in entries_between(page, sentence.first, sentence.last)]
    federal = any(entry.agency in {"all-military", "active-duty", "army", "marines"} for entry in names)
    return "national-guard" if called and not federal else None


def states(candidate: Candidate, context: Context) -> str | None:
    """People whom a state sends are its Guard's, in a text of the Guard: "Kentucky rotated 1,120 people"."""
    if candidate.noun != "people" or candidate.source is not None or "national-guard" not in context.of_page():
        return None
    page, first = candidate.page, candidate.sentence.first
    names = entries_between(page, first, candidate.hedge_place)
    sender = any("state" in entry.kinds and page.words[place - 1] not in _WHERE for place, entry in names)
    sending = sender and not (_SENDING | _ROTATING).isdisjoint(candidate.before(_CLOSE))
    behind = [entry for _, entry in entries_between(page, candidate.end, candidate.end + 2)]
    home = candidate.behind(1) == ["from"] and any("state" in entry.kinds for entry in behind)
    return "national-guard" if sending or home else None


def later(candidate: Candidate, _context: Context) -> str | None:
    """Soldiers whom one of the next sentences calls the Guard's: "220 soldiers. ... The soldiers, from Guard units"."""
    if candidate.noun not in {"soldiers", "troops"} or candidate.source is not None:
        return None
    page, at = candidate.page, candidate.sentence.index
    for sentence in page.sentences[at + 1 : at + 1 + _FOLLOWING]:
        if page.words[sentence.first] not in {"the", "they", "these", "those"}:
            continue
        names = entries_between(page, sentence.first, sentence.first + _REACH)
        named = [entry for _, entry in names if entry.agency or entry.noun]
        if len(named) > 1 and named[0].noun == candidate.noun and named[0].agency is None:
            guard = named[1].agency in {"national-guard", "reserve", "marines"}
            return named[1].agency if guard else None
    return None
