"""Whose people a number counts: names inside the noun phrase first, then those near it, then those spoken of before."""

from collections.abc import Callable
from typing import Final

from etl.proposals import antecedents, belonging, defaults, mixtures, narrowing, senders, speakers
from etl.proposals.antecedents import NEUTRAL
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between, is_parent
from etl.proposals.cues import cue
from etl.proposals.defaults import PORTS
from etl.proposals.merging import CIVILIAN, MILITARY, SERVICES, merged, stands_for
from etl.proposals.page import NUMBER
from etl.proposals.vocabulary import Entry

Rule = Callable[[Candidate, Context], str | None]
_SUPPORTED: Final = cue("groups/supported")
_LINKS: Final = cue("groups/links")
_ENDS: Final = cue("groups/ends") | {","}
_SOLDIERS: Final = frozenset({"soldiers", "paratroopers"})
_SENDING: Final = cue("groups/sending")
_ATPORTS: Final = frozenset({"officers", *NEUTRAL})
_APART: Final = frozenset({NUMBER, "according", "said", "says", "told"})
_OTHER_CLAUSE: Final = 12
_REACH: Final = 12
_MIXED_BACK: Final = 4
_LENT: Final = frozenset({"lent", "loaned", "borrowed", "detailed", "sent", "assigned", "contributed", "provided"})
_SPREAD: Final = frozenset({"spread", "scattered", "distributed", "drawn", "employed", "working", "serving", "shared"})
_WORKING: Final = frozenset({"work", "works", "worked", "serve", "served", "belong", "report", "come", "came"})
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


def inside(candidate: Candidate, context: Context) -> str | None:
    """Names in the noun phrase itself, several joined into one; "soldiers and Marines" are of two services."""
    if not candidate.agencies or speakers.FORMER & set(candidate.words):
        return None
    names = [*candidate.agencies, *(["active-duty"] if "active" in candidate.words else [])]
    regular = not set(names) & {"national-guard", "texas-guard", "reserve", "guard-and-reserve"}
    if regular and _SOLDIERS & set(candidate.words) and set(names) & SERVICES:
        names.append("army")
    if candidate.behind(1) == ["of"] and behind(candidate, context) == "guard-and-reserve":
        return "guard-and-reserve"
    return merged(candidate, names)


def behind(candidate: Candidate, _context: Context) -> str | None:
    """A name linked to the noun phrase: "officers at ports of entry", "members of the Ohio National Guard"."""
    page, words, end = candidate.page, candidate.page.words, candidate.sentence.last
    place = _link(candidate)
    if place >= end or words[place] not in _LINKS | {"all", "both"}:
        return None
    helped = words[place] in {"with", "for"} and not candidate.bare and words[place - 1] not in _WORKING
    names: list[str] = []
    for at in range(place + 1, min(end, place + _REACH)):
        entry = page.entries.get(at)
        if entry is None:
            if _ends(candidate, at, names):
                break
            continue
        if entry.phrase in PORTS and (candidate.noun in _ATPORTS or candidate.noun == "agents"):
            return "ofo"
        if entry.agency and _may_be(candidate, entry.agency) and not (helped and entry.agency in CIVILIAN):
            names.append(entry.agency)
    listed = len(names) == 1 and candidate.source is not None and candidate.bare
    if listed and not stands_for(candidate, names[0]):
        candidate.noun = "people"
    return names[0] if listed else merged(candidate, names) if names else None


def _may_be(candidate: Candidate, agency: str) -> bool:
    """Whether the noun can stand for the agency; a bare number in a list takes any name of a force behind it."""
    source = candidate.source
    if candidate.bare and candidate.behind(1) == ["from"] and source is not None:
        return True
    if stands_for(candidate, agency) or source is None or not candidate.bare:
        return stands_for(candidate, agency)
    return (agency in SERVICES and source.agency in MILITARY) or (agency in CIVILIAN and source.agency in CIVILIAN)


def _link(candidate: Candidate) -> int:
    """The token of the word that links a name: behind a comma, "lent by" or "work for"."""
    words, place = candidate.page.words, candidate.end
    place += words[place : place + 2] in ([",", "from"], [",", "of"])
    if words[place : place + 2] in ([",", "all"], [",", "both"]) and words[place + 2 : place + 4] != ["of", "whom"]:
        return place + 1
    place += words[place : place + 1] != [] and words[place] in _WORKING
    lent = words[place : place + 1] != [] and words[place] in _LENT
    return place + (lent and words[place + 1 : place + 2] in (["by"], ["from"]))


def _ends(candidate: Candidate, place: int, names: list[str]) -> bool:
    """Whether a token ends the phrase behind a noun: not an ordinal, not a comma inside a list of names."""
    page, word = candidate.page, candidate.page.words[place]
    if word == NUMBER:
        return page.numbers[place].quantity is not None
    following = page.entries.get(place + 1)
    listed = word == "," and bool(names) and following is not None and following.agency is not None
    return word in _ENDS and not listed


def around(candidate: Candidate, context: Context) -> str | None:
    """The nearest name in the same sentence that the noun can stand for; a subject's name before a supported one's."""
    found = _named_before(candidate, context)
    if found is not None:
        return found
    if senders.asked(candidate, context):
        return "all-military"
    if candidate.noun not in NEUTRAL | {"pilots"} or candidate.source is not None:
        return None
    page = candidate.page
    for place, entry in entries_between(page, candidate.end, clause(candidate)[1]):
        name = _name(candidate, entry)
        if _APART & set(page.words[candidate.end : place]):
            return None
        if name is not None and not _is_supported(candidate, place) and not _receives(candidate, place):
            return name
    return None


def _named_before(candidate: Candidate, context: Context) -> str | None:
    """The nearest name before the number; one that only owns, or for which somebody speaks, comes last."""
    page, sentence, first = candidate.page, candidate.sentence, clause(candidate)[0]
    taken = [other for other in context.history[-_MIXED_BACK:] if other.sentence is sentence]
    found: list[tuple[bool, int, int, str]] = []
    for place, entry in entries_between(page, sentence.first, candidate.hedge_place):
        name = _name(candidate, entry)
        if name is None or _is_supported(candidate, place) or _counted(candidate, taken, place):
            continue
        if speakers.is_former(page, place) or (candidate.noun in NEUTRAL and speakers.is_place(page, place)):
            continue
        if senders.asks(candidate, context, place):
            continue
        owns, speaker = _possessor(candidate, place), speakers.speaks(page, place)
        if is_parent(page, place, sentence.first) or (speaker and candidate.source is not None):
            continue
        if not owns or name in CIVILIAN:
            far = candidate.place - place + (0 if place >= first else _OTHER_CLAUSE)
            found.append((owns or speaker, far, -place, name))
    return min(found)[3] if found else None


def _name(candidate: Candidate, entry: Entry) -> str | None:
    """The agency that a phrase names for this noun; ports and sectors name the part of CBP that runs them."""
    source = candidate.source
    if entry.agency is not None and stands_for(candidate, entry.agency):
        return None if source is not None and _of_source(candidate, source, entry.agency) else entry.agency
    if source is not None:
        return None
    if entry.phrase in PORTS and candidate.noun in _ATPORTS:
        return "ofo"
    sector = entry.phrase in {"sector", "sectors"} and candidate.noun in {"agents", *NEUTRAL}
    if sector and candidate.noun in NEUTRAL and _of_coast_guard(candidate):
        return None
    return "usbp" if sector else None


def _of_source(candidate: Candidate, source: Candidate, agency: str) -> bool:
    """Whether a part stays of its whole's agency, for a name that is not one of that agency's own parts."""
    if source.agency is None:
        return False
    part = "of-them" in candidate.words or {"noun-listed", "noun-others"} & set(candidate.trail)
    wider = agency == "all-military" or belonging.inside(source.agency, agency)
    return wider or (bool(part) and not belonging.inside(agency, source.agency))


def _of_coast_guard(candidate: Candidate) -> bool:
    """Whether the sector of the sentence is one of the Coast Guard's."""
    names = entries_between(candidate.page, candidate.sentence.first, candidate.place)
    return any(entry.agency == "coast-guard" for _, entry in names)


def _counted(candidate: Candidate, taken: list[Candidate], place: int) -> bool:
    """Whether a name belongs to the noun phrase of another number, so that it is not that of troops in general."""
    general = candidate.noun in {"troops", "members", "people"} or candidate.source is not None
    return general and any(other.place < place < other.end for other in taken)


def _possessor(candidate: Candidate, place: int) -> bool:
    """Whether a name only owns something else: "the Army's press desk"."""
    words, end = candidate.page.words, candidate.page.spans[place]
    owns = words[end] == "'s" or words[end - 1].endswith("'s")
    return owns and candidate.hedge_place - end > _GAP


def _receives(candidate: Candidate, place: int) -> bool:
    """Whether a name behind is only that of those who are lent people: "lends 97 analysts to the Border Patrol"."""
    words = candidate.page.words
    return "to" in words[candidate.end : place] and bool(_SENDING & set(candidate.before(4)))


def _is_supported(candidate: Candidate, place: int) -> bool:
    first = max(candidate.sentence.first, place - 2)
    words, end = candidate.page.words, candidate.page.spans[place]
    topic = first == candidate.sentence.first and words[first] == "for"
    subject = words[end : end + 2] in ([",", "which"], [",", "who"])
    return not (topic or subject) and not _SUPPORTED.isdisjoint(words[first:place])


def ahead(candidate: Candidate, _context: Context) -> str | None:
    """The names further on in the sentence together: "60,900 employees - agents, CBP officers ..."."""
    if candidate.noun not in NEUTRAL or candidate.source is not None:
        return None
    page = candidate.page
    names = entries_between(page, candidate.end, candidate.sentence.last)
    found = [entry.agency for place, entry in names if entry.agency and not _is_supported(candidate, place)]
    if "according" in candidate.behind(3):
        return None
    return merged(candidate, found) if found else None


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("civilians", mixtures.with_civilians),
    ("share", mixtures.share),
    ("predicate", mixtures.predicate),
    ("inside", inside),
    ("behind", behind),
    ("mixed", mixtures.mixed),
    ("joined", senders.joined),
    ("lent", senders.lent),
    ("around", around),
    ("sent", senders.sent),
    ("governor", senders.governor),
    ("states", senders.states),
    ("before", antecedents.before),
    ("ahead", ahead),
    ("topic", antecedents.topic),
    ("later", senders.later),
    ("default", defaults.default),
    ("ruling", antecedents.ruling),
)
