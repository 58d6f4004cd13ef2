"""Refusals of posts that nobody fills, people who left, and room for people."""

import re
from itertools import pairwise
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, left, right
from etl.proposals.cues import cue, needs
from etl.proposals.page import NUMBER

_SHORT: Final = cue("absent/short")
_UNFILLED: Final = cue("absent/unfilled")
# "Short of the 3,900 that an order allows": what is missed is a number of its own.
_DETERMINERS: Final = frozenset({"the", "its", "their", "a", "that"})
_LOST: Final = cue("absent/lost")
_QUIT: Final = cue("absent/quit")
_WHEN: Final = cue("absent/when")
_ROOM: Final = cue("absent/room")
_QUARTERS: Final = cue("absent/quarters")
_REHIRED: Final = cue("absent/rehired")
_ABLE: Final = frozenset({"can", "could", "will", "would", "may", "might", "to"})
_HOLDING: Final = frozenset({"held", "hold", "holds", "holding"})
_SERVICE: Final = frozenset(
    {"troops", "soldiers", "members", "marines", "sailors", "airmen", "guardsmen", "guard", "agents"}
)
# What is left is no loss: "after 1,240 departures, that leaves 20,150 agents".
_STAYING: Final = frozenset({"leaves", "leaving", "left", "with"})
_EMPTY: Final = re.compile(
    r"\b(?:stands?|sits?|stood|sat|are|were|remain(?:s|ed)?|go|went|is|was) (?:now |still |currently )?"
    r"(?:empty|vacant|open|unfilled|unstaffed)\b"
)
_ORDERS: Final = frozenset(
    {"me", "him", "her", "my", "his", "their", "federal", "state", "orders", "command", "contract", "title"}
)


@needs(
    _SHORT,
    _UNFILLED,
    {"short", "below", "shy", "fewer", "under", "empty", "vacant", "open", "unstaffed", "above", "beyond"},
)
def shortfall(candidate: Candidate, _context: Context) -> str | None:
    """Posts that nobody fills."""
    words, near = candidate.page.words, left(candidate, 5)
    behind = words[candidate.after : min(clause(candidate)[1], candidate.end + 3)]
    next_to = set(behind[:1]) | set(right(candidate, 1) if candidate.noun else [])
    if candidate.bare and behind[:1] in (["above"], ["beyond"]):
        return "is a difference"
    if next_to & {"short", "below", "shy"} or (set(behind[:1]) & {"fewer", "under"} and not _ORDERS & set(behind)):
        return "is a shortfall"
    near = near[len(near) - near[::-1].index(",") :] if "," in near else near
    missed = any(pair[0] == "of" and pair[1] in _DETERMINERS for pair in pairwise(near))
    if set(near) & _SHORT and "from" not in near and not missed:
        return "is a shortfall"
    near = candidate.before(6)
    ofs = [at for at, pair in enumerate(pairwise(near)) if pair == (NUMBER, "of")]
    whole = bool(ofs) and "," not in near[ofs[-1] :]
    empty = not whole and _EMPTY.search(" ".join(words[candidate.end : clause(candidate)[1]]))
    unfilled = _UNFILLED & set(candidate.words + behind) or {"empty", "open", "unstaffed"} & set(candidate.words)
    return "is a shortfall" if empty or unfilled else None


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
    stays = _STAYING & set(left(candidate, 3))
    if not stays and (subject or set(left(candidate, 3)) & _LOST) and "fewer" not in hedge:
        return "counts people who left the agency"
    ahead = right(candidate, 4)
    if candidate.noun not in {"agents", "officers", "employees"}:
        return "counts people who left the service" if set(ahead[:1]) & _QUIT else None
    if ahead[:2] == ["who", "left"]:
        return "counts people who left the agency"
    ahead = ahead[ahead[:1] in (["had"], ["have"], ["has"]) :]
    gone = ahead[:1] == ["left"] and (len(ahead) == 1 or bool(set(ahead[1:3]) & _WHEN))
    quits = set(ahead) & _QUIT and "eligible" not in ahead
    return "counts people who left the agency" if gone or quits else None


@needs(_ROOM, _QUARTERS, {"holding", "capacity", "train", "house", "bed", "beds", "cots", "seats"})
def room(candidate: Candidate, _context: Context) -> str | None:
    """What a camp, an academy or a chapel can hold."""
    near = set(left(candidate, 4))
    able = near & _ABLE
    ending = left(candidate, 2)
    if near & _HOLDING and "to" in near:
        return None
    if near & _HOLDING and not able and not candidate.bare and candidate.noun in _SERVICE:
        # "The camp held 1,640 soldiers" says who was there; "can hold" says how many fit in.
        return None
    if candidate.bare and ending[-1:] == ["holding"]:
        return "counts people who are held"
    quarters = ending[-1:] == ["for"] and near & _QUARTERS
    if ending in (["capacity", "is"], ["capacity", "was"]):
        return "is room or capacity"
    if ending[:1] == ["capacity"] and ending[-1:] in (["for"], ["of"], ["to"]):
        return "is room or capacity"
    trains = "train" in near and "hire" not in near and near & {"can", "could"}
    houses = "house" in near and (able - {"to"} or ("to" in near and candidate.noun not in _SERVICE))
    if quarters or near & _ROOM or trains or houses:
        return "is room or capacity"
    return "is room or capacity" if set(candidate.words) & {"bed", "beds", "cots", "seats"} else None
