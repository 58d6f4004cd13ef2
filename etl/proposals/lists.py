"""Bare numbers in a list: "45 and 30 officers", "2,810 in Texas, 1,520 in Arizona", "soldiers - 7,600"."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, counts_between, entries_between
from etl.proposals.cues import cue
from etl.proposals.inheriting import inherit, probe
from etl.proposals.merging import MILITARY
from etl.proposals.objects import ACTING, LIGHT, PREPOSITIONS
from etl.proposals.page import NUMBER
from etl.wording import Standing

_OTHERS: Final = frozenset({"others", "more"})
_INCLUDING: Final = frozenset({"including", "includes", "included", "include", "counting"})
_DASHES: Final = (["-"], ["—"], ["("], ["–"])
_ASIDES: Final = ([",", "or"], [",", "now"], [",", "currently"], [",", "about"], [",", "nearly"])
_SENDING: Final = frozenset({"orders", "send", "deploy", "alert", "sending", "deploying", "ready"})
_DOING: Final = frozenset({"did", "do", "does"})
_PLACES: Final = frozenset({"state", "border"})
_MOST: Final = frozenset({"most", "half", "all", "part"})
_APART: Final = 3
_LABEL: Final = 12
_THINGS: Final = cue("rows/things")
_BACK: Final = 8
_DATE: Final = "This is a year or a date"
_PASSING: Final = cue("lists/passing")


def shared(candidate: Candidate, _context: Context) -> bool:
    """A noun that stands behind the next number: "45 and 30 officers"."""
    words, place = candidate.page.words, candidate.after + 1
    if candidate.agencies and candidate.after in candidate.page.spans:
        # "2,200 active component and 1,900 reserve component personnel"
        place = candidate.page.spans[candidate.after] + 1
    if place >= candidate.sentence.last or words[place - 1] not in {"and", "or", "to", "by"} or words[place] != NUMBER:
        return False
    following = candidate.page.numbers[place]
    dated = following.reason is not None and following.reason.sentence.startswith(_DATE)
    if following.standing is Standing.ASIDE and not dated:
        candidate.refuse("not-people", "counts what the next number counts")
        return True
    found = probe(candidate, place + 1)
    candidate.noun, candidate.agencies = found.noun, candidate.agencies or list(found.agencies)
    return found.noun is not None


def apposed(candidate: Candidate, context: Context) -> bool:
    """A number set off behind its noun: "soldiers - 7,600 at last count"."""
    page, place = candidate.page, candidate.hedge_place - 1
    in_all = candidate.before(1) == [","] and (
        candidate.behind(2) in (["in", "all"], ["in", "total"]) or candidate.behind(1) == ["strong"]
    )
    if candidate.before(1) not in _DASHES and candidate.before(2) not in _ASIDES and not in_all:
        return False
    names = list(entries_between(page, max(candidate.sentence.first, place - 8), place))
    last = context.last_people()
    if names and page.words[place] == "(" and page.spans[names[-1][0]] == place and names[-1][1].kinds & _PLACES:
        return last is not None and last.sentence is candidate.sentence and inherit(candidate, last)
    for at, entry in reversed(names):
        if entry.noun is not None and not counts_between(page, at, place):
            candidate.noun = entry.noun
            candidate.agencies = [entry.agency] if entry.agency else []
            first = [one for end, one in names if page.spans[end] == at - 1 and page.words[at - 1] == "and"]
            if first and first[-1].agency and entry.agency:
                candidate.agencies, candidate.noun = [first[-1].agency, entry.agency], "people"
            return True
    return False


def labelled(candidate: Candidate, _context: Context) -> bool:
    """A number behind the name of an agency and a colon: "Border Patrol (USBP): 19,357; total CBP: 64,900"."""
    page, colon = candidate.page, candidate.hedge_place - 1
    if candidate.before(1) != [":"]:
        return False
    start = max(candidate.sentence.first, colon - _LABEL)
    parts = [at for at in range(start, colon) if page.words[at] in {",", ";", ":", NUMBER}]
    start = parts[-1] + 1 if parts else start
    names = [
        entry.agency
        for at, entry in entries_between(page, start, colon)
        if entry.agency and page.words[page.spans[at]] != "'s"
    ]
    if not names or _THINGS & set(page.words[start:colon]):
        return False
    candidate.noun, candidate.agencies = "people", names[-1:]
    return True


def others(candidate: Candidate, context: Context) -> bool:
    """More of the people counted before: "They will be relieved by 260 others", "orders for 1,400 more"."""
    word = candidate.page.words[candidate.after] if candidate.after < candidate.sentence.last else ""
    last = context.last_people()
    if word not in _OTHERS or last is None or set(candidate.before(1)) & _DOING:
        return False
    if candidate.sentence.paragraph - last.sentence.paragraph > _APART:
        return False
    if last.sentence is candidate.sentence and ":" in candidate.page.words[last.sentence.first : last.place]:
        # The others of a breakdown are of the whole, not of its last part.
        last = next(one for one in context.history[-_BACK:] if one.sentence is last.sentence)
    close = candidate.sentence.index - last.sentence.index <= 1 and context.last_people(1) is not None
    sent = word == "more" and last.agency in MILITARY and bool(_SENDING & set(candidate.before(8)))
    if sent and not close:
        # More of all that the last sentence counts, not of the last part of it.
        same = [other for other in context.history[-_BACK:] if other.sentence is last.sentence and other.accepted]
        last = max(same, key=lambda other: other.value, default=last)
    return (close or sent) and inherit(candidate, last)


def included(candidate: Candidate, context: Context) -> bool:
    """A part named behind its whole by a place or an agency alone: "1,103 volunteers, among them 410 from ICE"."""
    last = context.last_people()
    if last is None or candidate.sentence.paragraph != last.sentence.paragraph:
        return False
    opening = candidate.before(2) in (["among", "them"], ["among", "those"], ["of", "them"])
    including = bool(set(candidate.before(1)) & _INCLUDING) and (last.sentence is candidate.sentence or last.accepted)
    following = (candidate.behind(1) or ["."])[0]
    if not (opening or including) or not (following in PREPOSITIONS or following in ACTING or following in {",", "."}):
        return False
    return inherit(candidate, last)


def listed(candidate: Candidate, context: Context) -> bool:
    """A further number of one list: "2,810 in Texas, 1,520 in Arizona", "14 troopers, Nebraska 61"."""
    words, last = candidate.page.words, context.last_people(4)
    if last is None or last.sentence is not candidate.sentence:
        return False
    between = _joint(words[last.end : candidate.hedge_place])
    if not between:
        return False
    following = (candidate.behind(1) or ["."])[0]
    if _gapped(candidate, last):
        return inherit(candidate, last)
    if between[-1] == "to" and last.before(1) == ["to"]:
        return inherit(candidate, last)
    to_unit = between[-1] == "to" and following == "from"
    if between[-1] not in {",", "and", ";", "or", "but", "another"} and not to_unit:
        return False
    if context.last() is not last and not _passing(context.last()):
        return following in PREPOSITIONS and [following] == last.behind(1) and inherit(candidate, last)
    fits = following in PREPOSITIONS or following in ACTING or following in {",", ".", ";"}
    return (fits or candidate.more or following.endswith("ed")) and inherit(candidate, last)


def _joint(between: list[str]) -> list[str]:
    """The words between two numbers of a list up to the one that joins them; "along with" joins as "and" does."""
    while between and between[-1] in LIGHT:
        between.pop()
    if between[-1:] == ["of"] and between[-2:-1] and between[-2] in _MOST:
        del between[-2:]
    if len(between) > 1 and between[-1] == "with":
        between.pop()
    if between and between[-1] in {"along", "together", "plus"}:
        between[-1] = "and"
    return between


def _gapped(candidate: Candidate, last: Candidate) -> bool:
    """A name instead of subject and verb: "Ohio sent 14 troopers, Nebraska 61", "FEMA 130 and USCIS 110"."""
    page = candidate.page
    names = list(entries_between(page, last.end, candidate.hedge_place))
    end = candidate.hedge_place
    if (
        names
        and page.words[end - 1] in PREPOSITIONS | {"had", "has", "sent"}
        and [page.words[end - 1]] == last.before(1)
    ):
        end -= 1
    if not names or page.spans[names[-1][0]] != end:
        return False
    place, entry = names[-1]
    before = place - (page.words[place - 1] == "the")
    if page.words[before - 1] not in {",", "and", ";"} or not (
        entry.kinds & _PLACES or (entry.agency and (not entry.noun or entry.phrase == "marines"))
    ):
        return False
    candidate.agencies = [entry.agency] if entry.agency else []
    return True


def _passing(other: Candidate | None) -> bool:
    """Whether a number stands in a phrase of place or means, so that the list goes on behind it."""
    return other is not None and bool(set(other.before(1)) & _PASSING)
