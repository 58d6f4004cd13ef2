"""Whose people a number counts: names inside the noun phrase first, then those near it, then those spoken of before."""

from collections.abc import Callable
from typing import Final

from etl.proposals import narrowing, statuses
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, Spoken, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN, MILITARY, SERVICES, merged, stands_for
from etl.proposals.page import NUMBER
from etl.proposals.vocabulary import Entry, vocabulary

Rule = Callable[[Candidate, Context], str | None]
_SUPPORTED: Final = cue("groups/supported")
_LINKS: Final = cue("groups/links")
_ENDS: Final = cue("groups/ends") | {","}
_MIXES: Final = frozenset({"mix", "combination", "both", "mixture"})
_GENERAL: Final = frozenset({"troops", "members", "people", "engineers", "pilots"})
_KINDRED: Final = frozenset({"active-duty", "national-guard", "texas-guard", "guard-and-reserve", *CIVILIAN})
_PORTS: Final = frozenset({"ports", "port", "ports of entry", "port of entry"})
_NEUTRAL: Final = frozenset({"people", "employees"})
_AT_PORTS: Final = frozenset({"officers", *_NEUTRAL})
_OTHER_CLAUSE: Final = 12
_REACH: Final = 12
_MIXED_BACK: Final = 4
_FARTHEST: Final = 3
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
    """Names in the noun phrase itself, several joined into one."""
    return merged(candidate, candidate.agencies) if candidate.agencies else None


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
        owns = _possessor(candidate, place)
        if not owns or name in CIVILIAN:
            found.append((owns, candidate.place - place + (0 if place >= first else _OTHER_CLAUSE), -place, name))
    if found:
        return min(found)[3]
    if candidate.noun not in _NEUTRAL or candidate.source is not None:
        return None
    for place, entry in entries_between(page, candidate.end, last):
        name = _name(candidate, entry)
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
    sector = entry.phrase in {"sector", "sectors"} and candidate.noun in {"agents", *_NEUTRAL}
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


def _is_supported(candidate: Candidate, place: int) -> bool:
    first = max(candidate.sentence.first, place - 2)
    return bool(set(candidate.page.words[first:place]) & _SUPPORTED)


def before(candidate: Candidate, context: Context) -> str | None:
    """The group that a bare number takes over, or the last fitting name of the sentences before."""
    source = candidate.source
    if source is not None and source.agency is not None:
        whole = source.agency in {"all-military", "active-duty"} and source.noun != "soldiers"
        return "army" if whole and candidate.noun == "soldiers" else source.agency
    group = _group(candidate, context) if source is None or source.agency is None else None
    if group is not None:
        return group
    words = candidate.page.words[candidate.sentence.first : candidate.sentence.last]
    if candidate.noun in _NEUTRAL and "department" in words and "dhs" in context.named:
        return "dhs"
    for spoken in context.heard():
        if spoken.entry.agency is None or not stands_for(candidate, spoken.entry.agency):
            continue
        away = candidate.sentence.paragraph - spoken.paragraph
        if away > (1 if candidate.noun in _NEUTRAL else _FARTHEST):
            return None
        if candidate.noun == "troops" and (away > 0 or source is not None):
            return "national-guard" if _lent(candidate, context) else None
        if not _skipped(candidate, context, spoken, away):
            regular = spoken.entry.agency == "active-duty" and candidate.noun == "soldiers"
            return "army" if regular else spoken.entry.agency
    return None


def _group(candidate: Candidate, context: Context) -> str | None:
    """The group of the number before, for a noun that names none: in one sentence, or for soldiers called people."""
    last = context.last()
    if last is not None and last.accepted and last.sentence is candidate.sentence and last.agency in _KINDRED:
        return last.agency if candidate.noun in _GENERAL else None
    last = context.last_people()
    if (
        candidate.noun not in {"people", "engineers", "pilots"}
        or last is None
        or not last.accepted
        or last.agency not in MILITARY
    ):
        return None
    near = candidate.sentence.paragraph - last.sentence.paragraph <= 1
    return last.agency if near and stands_for(candidate, last.agency or "") else None


def _skipped(candidate: Candidate, context: Context, spoken: Spoken, away: int) -> bool:
    """Names that a noun could stand for, but after which it more likely stands for another."""
    agency = spoken.entry.agency
    if candidate.noun == "agents" and agency in {"amo", "cbp", "dhs", "ice"} and "usbp" in context.named:
        return True
    if agency == "state-police" and candidate.noun != "troopers" and away > 0:
        return True
    return agency == "all-military" and candidate.noun != "members"


def _lent(candidate: Candidate, context: Context) -> bool:
    """Troops whom a state lends are its Guard."""
    page, sentence = candidate.page, candidate.sentence
    if "national-guard" not in context.named:
        return False
    names = entries_between(page, sentence.first, sentence.last)
    states = [place for place, entry in names if "state" in entry.kinds]
    return any(page.words[at - 1] == "by" or page.words[page.spans[at]] in {"'s", "sent", "lent"} for at in states)


def ahead(candidate: Candidate, _context: Context) -> str | None:
    """The names further on in the sentence together: "60,900 employees - agents, CBP officers ..."."""
    if candidate.noun not in _NEUTRAL or candidate.source is not None:
        return None
    names = entries_between(candidate.page, candidate.end, candidate.sentence.last)
    found = [entry.agency for place, entry in names if entry.agency and not _is_supported(candidate, place)]
    return merged(candidate, found) if found else None


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
    ("around", around),
    ("before", before),
    ("ahead", ahead),
    ("default", default),
)
