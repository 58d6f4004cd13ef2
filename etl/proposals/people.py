"""Refusals of numbers that count other people, or people who are not there."""

import re
from itertools import pairwise
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, left, right
from etl.proposals.cues import cue, needs
from etl.proposals.page import NUMBER

_SHORT: Final = cue("people/short")
_UNFILLED: Final = cue("people/unfilled")
_LOST: Final = cue("people/lost")
_QUIT: Final = cue("people/quit")
_WHEN: Final = cue("people/when")
_ROOM: Final = cue("people/room")
_QUARTERS: Final = cue("people/quarters")
_HARMED: Final = cue("people/harmed")
_HARMING: Final = cue("people/harming")
_CROSSING: Final = cue("people/crossing")
_STAFF: Final = cue("people/staff")
_APPLIED: Final = cue("people/applied")
_CONTRACTED: Final = cue("people/contracted")
_STUDIES: Final = (["study", "of"], ["survey", "of"], ["poll", "of"], ["sample", "of"], ["interviews", "with"])
_SURVEYED: Final = frozenset({"surveyed", "polled", "respondents"})
_COMMENTATORS: Final = cue("people/commentators")
_WANTING: Final = frozenset({"want", "wants", "wanted", "would", "should", "demands", "demanded", "urged", "urges"})
_REHIRED: Final = cue("people/rehired")
_EMPTY: Final = re.compile(
    r"\b(?:stands?|sits?|stood|sat|are|were|remain(?:s|ed)?|go|went|is|was) (?:now |still |currently )?"
    r"(?:empty|vacant|open|unfilled|unstaffed)\b"
)
_REPORTS: Final = frozenset({"report", "reports", "rumor", "rumors", "claims", "talk"})
_THINGS: Final = cue("rows/things") | {
    "buses",
    "vans",
    "boats",
    "firms",
    "companies",
    "vendors",
    "teams",
    "times",
    "months",
}
_HIRING: Final = cue("people/hiring")
_TOLD: Final = 12
_ORDERS: Final = frozenset({"federal", "state", "orders", "command", "contract", "title"})
_SOON: Final = 4
_CONDITION: Final = 12
_SUPPOSED: Final = cue("people/supposed")


def other_things(candidate: Candidate, _context: Context) -> str | None:
    """Something else than people is counted."""
    if _HIRING & set(left(candidate, 3)) and (candidate.noun == "clerks" or _person(candidate.counted)):
        # Whoever is hired or employed is somebody: "will hire 120 paralegals".
        candidate.noun, candidate.counted = "employees", None
    if candidate.counted in {"fewer", "less"}:
        candidate.counted = None
        return "is a difference"
    return f"counts {candidate.counted}" if candidate.counted is not None else None


@needs(_SHORT, _UNFILLED, {"short", "below", "shy", "fewer", "under", "empty", "vacant", "open", "unstaffed"})
def shortfall(candidate: Candidate, _context: Context) -> str | None:
    """Posts that nobody fills."""
    words, near = candidate.page.words, left(candidate, 5)
    behind = words[candidate.after : min(clause(candidate)[1], candidate.end + 3)]
    next_to = set(behind[:1]) | set(right(candidate, 1) if candidate.noun else [])
    if next_to & {"short", "below", "shy"} or (set(behind[:1]) & {"fewer", "under"} and not _ORDERS & set(behind)):
        return "is a shortfall"
    if set(near) & _SHORT and "from" not in near and "," not in near:
        return "is a shortfall"
    near = candidate.before(6)
    ofs = [at for at, pair in enumerate(pairwise(near)) if pair == (NUMBER, "of")]
    whole = bool(ofs) and "," not in near[ofs[-1] :]
    empty = not whole and _EMPTY.search(" ".join(words[candidate.end : clause(candidate)[1]]))
    return "is a shortfall" if empty or _UNFILLED & set(candidate.words + behind) else None


def _person(counted: str | None) -> bool:
    """Whether a word that no list knows may be one for people: a plural, and no thing."""
    return counted is not None and counted.endswith("s") and counted not in _THINGS


@needs({"the"})
def refused_before(candidate: Candidate, context: Context) -> str | None:
    """A number that was refused when it was first told: "the 260", behind "260 agents swept through Charlotte"."""
    if not candidate.bare or candidate.before(1) != ["the"]:
        return None
    told = (one for one in reversed(context.history[-_TOLD:]) if one.value == candidate.value and one.noun)
    first = next(told, None)
    return None if first is None else first.reason


@needs({"out"})
def left_out(candidate: Candidate, _context: Context) -> str | None:
    """People whom a count leaves out."""
    near = left(candidate, 4)
    return "is left out of a count" if "out" in near and set(near) & {"leave", "leaves", "leaving", "left"} else None


@needs(_LOST, _QUIT, {"retired", "former", "left"})
def departed(candidate: Candidate, _context: Context) -> str | None:
    """People who left the agency."""
    hedge = candidate.page.words[candidate.hedge_place : candidate.place]
    if {"retired", "former"} & set(candidate.words) and not _REHIRED & set(left(candidate, 6)):
        return "counts people who left the agency"
    first = candidate.sentence.first
    subject = set(candidate.page.words[first : first + 3]) & _LOST - {"losing"}
    if (subject or set(left(candidate, 3)) & _LOST) and "fewer" not in hedge:
        return "counts people who left the agency"
    if candidate.noun not in {"agents", "officers", "employees"}:
        return None
    ahead = right(candidate, 4)
    if ahead[:2] == ["who", "left"]:
        return "counts people who left the agency"
    gone = ahead[:1] == ["left"] and (len(ahead) == 1 or bool(set(ahead[1:3]) & _WHEN))
    return "counts people who left the agency" if gone or set(ahead) & _QUIT else None


@needs(_ROOM, _QUARTERS, {"capacity", "train", "house", "bed", "beds", "cots", "seats"})
def room(candidate: Candidate, _context: Context) -> str | None:
    """What a camp, an academy or a chapel can hold."""
    near = set(left(candidate, 4))
    able = near & {"can", "could", "will", "may", "to"}
    ending = left(candidate, 2)
    quarters = ending[-1:] == ["for"] and near & _QUARTERS
    if ending in (["capacity", "is"], ["capacity", "was"]):
        return "is room or capacity"
    if ending[:1] == ["capacity"] and ending[-1:] in (["for"], ["of"], ["to"]):
        return "is room or capacity"
    if quarters or near & _ROOM or ("train" in near and near & {"can", "could"}) or ("house" in near and able):
        return "is room or capacity"
    return "is room or capacity" if set(candidate.words) & {"bed", "beds", "cots", "seats"} else None


@needs(_HARMED, _HARMING, {"waited", "lined", "absent"})
def harmed(candidate: Candidate, _context: Context) -> str | None:
    """People hurt, arrested or killed; people in one incident."""
    ahead: list[str] = []
    for word in candidate.behind(12):
        if word in {";", "."} or (word == NUMBER and ahead[-1:] not in (["from"], ["of"], ["in"])):
            break
        ahead.append(word)
    if set(ahead[:9]) & _HARMED or set(ahead[:6]) & {"waited", "lined", "absent"}:
        return "counts people in an incident"
    near = set(left(candidate, 4))
    victims = near & _HARMED - {"dead"} and not near & {"has", "have"}
    return "counts people in an incident" if victims or near & _HARMING else None


@needs(_CROSSING, {"familiar", "briefed"})
def crowd(candidate: Candidate, _context: Context) -> str | None:
    """People whom no agency employs."""
    if candidate.noun != "people":
        return None
    first, last = clause(candidate)
    segment = set(candidate.page.words[first:last])
    told = candidate.behind(1) in (["familiar"], ["briefed"]) and not candidate.agencies
    return "counts people who are no personnel" if told or (segment & _CROSSING and not segment & _STAFF) else None


@needs(
    _SURVEYED,
    _APPLIED,
    _CONTRACTED,
    {word for word, _ in _STUDIES},
    {"represents", "speaks", "class", "classes", "classmates"},
)
def applicants(candidate: Candidate, _context: Context) -> str | None:
    """People who applied, students, members of a union, contractors."""
    if "of-them" in candidate.words:
        return None
    words = candidate.page.words
    if candidate.before(2) in _STUDIES or _SURVEYED & set(words[candidate.sentence.first : candidate.sentence.last]):
        return "counts people in a survey"
    behind = words[candidate.after : min(clause(candidate)[1], candidate.end + 3)]
    near = {*behind[: behind.index(NUMBER) if NUMBER in behind else None], *candidate.words}
    if near & _APPLIED:
        return "counts applicants"
    if near & _CONTRACTED:
        return "counts contractors"
    before = left(candidate, 5)
    union = "union" in words[candidate.sentence.first : candidate.place]
    if "represents" in before or ("speaks" in before and union):
        return "counts members of a union"
    pupils = near & {"class", "classes", "classmates"} and candidate.bare and "in" not in behind
    return "counts a class" if pupils else None


@needs(_SUPPOSED, _COMMENTATORS, _REPORTS, {"would", "if", "put", "send", "give", "times", "daydream", "fantasy"})
def supposed(candidate: Candidate, _context: Context) -> str | None:
    """A commentator's what-if."""
    page, sentence = candidate.page, candidate.sentence
    words = page.words[sentence.first : sentence.last]
    text = set(words)
    early = candidate.place - sentence.first < _CONDITION
    if _COMMENTATORS & set(words[: candidate.place - sentence.first]) and text & _WANTING:
        return "is a what-if"
    if {"would", "it"} <= set(left(candidate, 6)) and left(candidate, 1)[-1:] in (["take"], ["need"]):
        return "is a what-if"
    if left(candidate, 2) == ["would", "want"] or _rumoured(candidate):
        return "is a what-if"
    if candidate.place == sentence.first + 1 and words[0] == "if":
        return "is a what-if"
    if text & _SUPPOSED or (words[0] == "if" and ((early and "a" in words[1:3]) or "would" in text)):
        return "is a what-if"
    ordered = words[0] in {"put", "send", "give"} and candidate.hedge_place - sentence.first <= _SOON
    if ordered or {"times", "as"} <= text:
        return "is a what-if"
    following = page.words[sentence.last : sentence.last + 8]
    return "is a what-if" if set(following) & {"daydream", "fantasy"} else None


def _rumoured(candidate: Candidate) -> bool:
    """Whether it is only what somebody is said to have said: "asked about a report of 2,000"."""
    near = left(candidate, 2)
    return candidate.bare and near[-1:] == ["of"] and bool(set(near) & _REPORTS)


@needs({"?"})
def asked(candidate: Candidate, _context: Context) -> str | None:
    """A question states nothing, unless it takes the number as known: "what became of the 300 soldiers?"."""
    if candidate.before(1) == ["the"] and not candidate.bare:
        return None
    return "is asked, not stated" if candidate.page.words[candidate.sentence.last - 1] == "?" else None
