"""Whose people a number counts: names inside the noun phrase first, then those near it, then those spoken of before."""

from collections.abc import Callable
from typing import Final

from etl.proposals import antecedents, narrowing, statuses
from etl.proposals.antecedents import NEUTRAL
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN, MILITARY, SERVICES, merged, stands_for
from etl.proposals.page import NUMBER
from etl.proposals.vocabulary import Entry, vocabulary

Rule = Callable[[Candidate, Context], str | None]
_SUPPORTED: Final = cue("groups/supported")
_LINKS: Final = cue("groups/links")
_ENDS: Final = cue("groups/ends") | {","}
_SOLDIERS: Final = frozenset({"soldiers", "paratroopers"})
_PARTS: Final = cue("groups/parts")
_SENDERS: Final = frozenset({"all-military", "army"})
_MIXES: Final = frozenset({"mix", "combination", "both", "mixture"})
_PORTS: Final = frozenset({"ports", "port", "ports of entry", "port of entry"})
_SENDING: Final = cue("groups/sending")
_AT_PORTS: Final = frozenset({"officers", *NEUTRAL})
_OTHER_CLAUSE: Final = 12
_REACH: Final = 12
_MIXED_BACK: Final = 4
_MIX: Final = 2
_GAP: Final = 2


def assign(candidate: Candidate, context: Context) -> None:
    """Fill `agency`, or refuse a number of people whom nothing ties to an agency."""
    for name, rule in RULES:
        agency = rule(candidate, context)
        if agency is not None:
            candidate.agency = narrowing.narrow(candidate, context, agency)
            candidate.trail.append(f"agency-{name}")
            return
    candidate.refuse("no-agency", "nothing says whose people these are")


def inside(candidate: Candidate, _context: Context) -> str | None:
    """Names in the noun phrase itself, several joined into one; "soldiers and Marines" are of two services."""
    if not candidate.agencies:
        return None
    names = list(candidate.agencies)
    regular = not set(names) & {"national-guard", "texas-guard", "reserve", "guard-and-reserve"}
    if regular and _SOLDIERS & set(candidate.words) and set(names) & SERVICES:
        names.append("army")
    return merged(candidate, names)


def behind(candidate: Candidate, _context: Context) -> str | None:
    """A name linked to the noun phrase: "officers at ports of entry", "members of the Ohio National Guard"."""
    page, words, end = candidate.page, candidate.page.words, candidate.sentence.last
    place = candidate.end + (words[candidate.end : candidate.end + 2] in ([",", "from"], [",", "of"]))
    if place >= end or words[place] not in _LINKS:
        return None
    helped = words[place] in {"with", "for"}
    names: list[str] = []
    for at in range(place + 1, min(end, place + _REACH)):
        entry = page.entries.get(at)
        if entry is None:
            if _ends(candidate, at, names):
                break
            continue
        if entry.phrase in _PORTS and (candidate.noun in _AT_PORTS or candidate.noun == "agents"):
            return "ofo"
        if entry.agency and stands_for(candidate, entry.agency) and not (helped and entry.agency in CIVILIAN):
            names.append(entry.agency)
    return merged(candidate, names) if names else None


def _ends(candidate: Candidate, place: int, names: list[str]) -> bool:
    """Whether a token ends the phrase behind a noun: not an ordinal, not a comma inside a list of names."""
    page, word = candidate.page, candidate.page.words[place]
    if word == NUMBER:
        return page.numbers[place].quantity is not None
    following = page.entries.get(place + 1)
    listed = word == "," and bool(names) and following is not None and following.agency is not None
    return word in _ENDS and not listed


def mixed(candidate: Candidate, context: Context) -> str | None:
    """A number that the text says is made of several groups, or the total of several numbers."""
    page = candidate.page
    if candidate.noun == "people" and (set(candidate.behind(14)) & _MIXES or candidate.behind(1) == [":"]):
        names = [entry.agency for _, entry in entries_between(page, candidate.end, candidate.sentence.last)]
        named = [name for name in names if name]
        if len(set(named)) > 1:
            return merged(candidate, named)
    plain = candidate.bare and not candidate.agencies and {"noun-body", "noun-having"} & set(candidate.trail)
    if candidate.source is None or not plain or {"of-them", "of-number"} & set(candidate.words):
        return None
    together = statuses.makes(" ".join(page.words[clause(candidate)[0] : candidate.hedge_place]))
    if candidate.source.sentence.paragraph == candidate.sentence.paragraph and not together:
        return None
    groups = {other.agency for other in context.history[-_MIXED_BACK:] if _joins(candidate, other)}
    if len(groups - {"all-military"}) < _MIX:
        return None
    return "active-duty" if "active-duty" in groups and groups <= {"active-duty", *SERVICES} else "all-military"


def _joins(candidate: Candidate, other: Candidate) -> bool:
    near = candidate.sentence.paragraph - other.sentence.paragraph <= _MIXED_BACK
    return other.accepted and other.agency in MILITARY and near


def around(candidate: Candidate, context: Context) -> str | None:
    """The nearest name in the same sentence that the noun can stand for; a subject's name before a supported one's."""
    page, sentence = candidate.page, candidate.sentence
    first, last = clause(candidate)
    taken = [other for other in context.history[-_MIXED_BACK:] if other.sentence is sentence]
    found: list[tuple[bool, int, int, str]] = []
    for place, entry in entries_between(page, sentence.first, candidate.hedge_place):
        name = _name(candidate, entry)
        if name is None or _is_supported(candidate, place) or _counted(candidate, taken, place):
            continue
        if _is_parent(candidate, place):
            continue
        owns = _possessor(candidate, place)
        if not owns or name in CIVILIAN:
            found.append((owns, candidate.place - place + (0 if place >= first else _OTHER_CLAUSE), -place, name))
    if found:
        return min(found)[3]
    if candidate.noun not in NEUTRAL or candidate.source is not None:
        return None
    for place, entry in entries_between(page, candidate.end, last):
        name = _name(candidate, entry)
        if NUMBER in page.words[candidate.end : place]:
            return None
        if name is not None and not _is_supported(candidate, place):
            return name
    return None


def _name(candidate: Candidate, entry: Entry) -> str | None:
    """The agency that a phrase names for this noun; ports and sectors name the part of CBP that runs them."""
    source = candidate.source
    if entry.agency is not None and stands_for(candidate, entry.agency):
        taken = source is not None and source.agency is not None
        return None if taken and entry.agency == "all-military" else entry.agency
    if source is not None:
        return None
    if entry.phrase in _PORTS and candidate.noun in _AT_PORTS:
        return "ofo"
    sector = entry.phrase in {"sector", "sectors"} and candidate.noun in {"agents", *NEUTRAL}
    return "usbp" if sector else None


def _counted(candidate: Candidate, taken: list[Candidate], place: int) -> bool:
    """Whether a name belongs to the noun phrase of another number, so that it is not that of troops in general."""
    general = candidate.noun in {"troops", "members", "people"} and candidate.source is None
    return general and any(other.place < place < other.end for other in taken)


def _possessor(candidate: Candidate, place: int) -> bool:
    """Whether a name only owns something else: "the Army's press desk"."""
    words, end = candidate.page.words, candidate.page.spans[place]
    owns = words[end] == "'s" or words[end - 1].endswith("'s")
    return owns and candidate.hedge_place - end > _GAP


def _is_parent(candidate: Candidate, place: int) -> bool:
    """Whether a name is only that of the whole that the subject is a part of: "the largest part of CBP"."""
    words, first = candidate.page.words, candidate.sentence.first
    while place > first and words[place - 1] in {"the", "u.s."}:
        place -= 1
    return place - 1 > first and words[place - 1] == "of" and words[place - 2] in _PARTS


def _is_supported(candidate: Candidate, place: int) -> bool:
    first = max(candidate.sentence.first, place - 2)
    return bool(set(candidate.page.words[first:place]) & _SUPPORTED)


def ahead(candidate: Candidate, _context: Context) -> str | None:
    """The names further on in the sentence together: "60,900 employees - agents, CBP officers ..."."""
    if candidate.noun not in NEUTRAL or candidate.source is not None:
        return None
    names = entries_between(candidate.page, candidate.end, candidate.sentence.last)
    found = [entry.agency for place, entry in names if entry.agency and not _is_supported(candidate, place)]
    return merged(candidate, found) if found else None


def joined(candidate: Candidate, _context: Context) -> str | None:
    """Troops whom others join or replace are a group of their own: "they will join 2,500 troops already there"."""
    apart = candidate.noun in {"troops", "members"} and candidate.bare is False and candidate.source is None
    return "all-military" if apart and statuses.joins(" ".join(candidate.before(4))) else None


def sent(candidate: Candidate, _context: Context) -> str | None:
    """Soldiers whom the Pentagon or the president sends are the Army's, unless the noun phrase says more."""
    if candidate.noun != "soldiers" or candidate.source is not None:
        return None
    first, last = clause(candidate)
    names = [entry.agency for _, entry in entries_between(candidate.page, first, candidate.hedge_place)]
    nearest = next((name for name in reversed(names) if name), None)
    return "army" if nearest in _SENDERS and not _guard_behind(candidate, last) else None


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
    sending = _SENDING & set(page.words[max(first, candidate.hedge_place - _MIXED_BACK) : candidate.hedge_place])
    return "state-police" if sending and state is not None and "state" in state.kinds else None


def default(candidate: Candidate, context: Context) -> str | None:
    """What the noun stands for when nothing else decides."""
    if candidate.noun == "people" and "state" in candidate.words:
        return "other"
    if candidate.noun is None or candidate.noun in {"people", "employees", "pilots", "engineers", "inspectors"}:
        return None
    if candidate.noun == "officers":
        return "ofo" if context.named & CIVILIAN else None
    return vocabulary().stands_for[candidate.noun][0]


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("inside", inside),
    ("behind", behind),
    ("mixed", mixed),
    ("joined", joined),
    ("lent", lent),
    ("around", around),
    ("sent", sent),
    ("before", antecedents.before),
    ("ahead", ahead),
    ("default", default),
)
