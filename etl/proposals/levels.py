"""Bare numbers that give a level: "a staff of 1,760", "the total to 4,100", "from 405 a year ago"."""

from typing import Final

from etl.proposals import carrying, pronouns, speakers, statuses
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.inheriting import inherit, probe
from etl.proposals.merging import CIVILIAN, MILITARY
from etl.proposals.page import Page, year_like
from etl.wording import Standing

_LINKS: Final = cue("levels/links") | {":"}
_HAVING: Final = cue("objects/having")
_COMPARED: Final = cue("levels/compared")
_PAIRS: Final = (
    ["compared", "with"],
    ["compared", "to"],
    ["compares", "with"],
    ["compares", "to"],
    ["up", "to"],
    ["down", "to"],
    ["first", "of"],
    [",", "to"],
    [",", "from"],
)
_EXTREMES: Final = cue("levels/extremes")
_LIMITS: Final = cue("levels/limits")
_SIZES: Final = frozenset({"number", "total", "strength", "size", "count"})
_LAW: Final = cue("levels/law")
_FORCES: Final = cue("compounds/troops")
_THINGS: Final = cue("rows/things")
_REACH: Final = 14
_TIMES: Final = frozenset({"days", "hours", "minutes", "weeks", "months", "years"})
_CONTRAST: Final = frozenset({"foreign", "elsewhere", "whole-service"})
_BACK: Final = 6
_TALLIES: Final = frozenset({"count", "figure", "tally", "figures", "numbers"})
_SUPPORTED: Final = cue("groups/supported")


def compared(candidate: Candidate, context: Context) -> bool:
    """An earlier or later level: "from 405 a year ago", "down from a high of 9,800", "lower than the 8,600"."""
    before, last = candidate.before(6), context.last()
    if before and (before[-2:] in _PAIRS or before[-1] in _COMPARED) and _bare_before(candidate, context):
        return True
    if not before or last is None or candidate.sentence.paragraph != last.sentence.paragraph:
        return False
    if before[-1] == "from" and candidate.behind(1) == ["to"] and not candidate.more and _bodies(candidate):
        return False
    if before[-2:] == ["first", "of"]:
        last = context.last_people() or last
    if before[-1] == "to" and _of_measure(candidate, context):
        candidate.refuse("same-as-before", "counts what the number before counts")
        return True
    turned = bool(set(before[-5:]) & _COMPARED)
    than = turned or before[-2:-1] == ["than"]
    fits = (
        before[-1] in _COMPARED
        or before[-2:] in _PAIRS
        or (before[-1] == "of" and turned and bool(set(before) & _EXTREMES))
        or (before[-1] in {"the", "a", "about"} and than)
        or (before[-1] == "to" and last.sentence is candidate.sentence and last.before(1) == ["from"])
    )
    if last.sentence is not candidate.sentence:
        last = pronouns.of_breakdown(candidate, context) or last
    return fits and inherit(candidate, last)


def _bare_before(candidate: Candidate, context: Context) -> bool:
    """Refuse a number that is compared with one that was refused without a noun: "13,000 a day, against 6,000"."""
    other = context.candidates[-2] if len(context.candidates) > 1 else None
    near = other is not None and other.sentence is candidate.sentence
    refused = (
        near and other is not None and (other.refused_by in {"rate", "ratio", "age"} or _is_time(candidate, other))
    )
    if refused:
        candidate.refuse("same-as-before", "counts what the number before counts")
    return refused


def _is_time(candidate: Candidate, other: Candidate) -> bool:
    """Whether a number is that of a time: "takes 242 days, down from 310"."""
    moved = {"down", "up", "than", "compared", "against"} & set(candidate.before(2))
    return (
        bool(moved)
        and other.mention.standing is Standing.ASIDE
        and not _TIMES.isdisjoint(other.page.words[other.place + 1 : other.place + 2])
    )


def _of_measure(candidate: Candidate, context: Context) -> bool:
    """Whether the number before it, behind "from", is a length, a time or a share: "from 81 days to 55"."""
    other = context.candidates[-2] if len(context.candidates) > 1 else None
    if other is None or other.sentence is not candidate.sentence or other.before(1) != ["from"]:
        return False
    return other.mention.standing is Standing.ASIDE and not year_like(candidate.page, other.place)


def _bodies(candidate: Candidate) -> list[int]:
    """Where the clause before the number names a body of people without being a noun for them."""
    first, _ = clause(candidate)
    start = max(first, candidate.hedge_place - _REACH - 1)
    end = candidate.hedge_place - (candidate.page.words[candidate.hedge_place - 1] in _HAVING)
    names = entries_between(candidate.page, start, end)
    return [place for place, entry in names if "body" in entry.kinds and (entry.noun is None or entry.agency is None)]


def inverted(candidate: Candidate, _context: Context) -> bool:
    """A number in front of what it completes: "brings to 3,900 the number of troops"."""
    words, place = candidate.page.words, candidate.after
    following = words[place : min(place + 3, candidate.sentence.last)]
    if following[:1] != ["the"] or following[-1] != "of" or not _SIZES & set(following):
        return False
    found = probe(candidate, place + len(following))
    candidate.noun, candidate.agencies = found.noun, list(found.agencies)
    return found.noun is not None


def _counted_before(candidate: Candidate, context: Context) -> Candidate | None:
    """The people counted last; those named only for contrast are passed by, and a total is that of the most."""
    last = context.last_people()
    if last is None or last.sentence is candidate.sentence:
        return last
    sentence = candidate.sentence
    near = [one for one in context.history[-_BACK:] if one.accepted]
    if _of_total(candidate):
        told = (one for one in near if sentence.paragraph - one.sentence.paragraph <= 1)
        return max(told, key=lambda one: one.value, default=last)
    if last.refused_by in _CONTRAST and sentence.paragraph != last.sentence.paragraph:
        return near[-1] if near else last
    return last


def _of_total(candidate: Candidate) -> bool:
    """Whether the subject is the total that the text has told before."""
    return "the total" in " ".join(candidate.page.words[candidate.sentence.first : candidate.hedge_place])


def body(candidate: Candidate, context: Context) -> bool:
    """A number that completes a word for a body of people: "a staff of 1,760", "the total to 4,100"."""
    words, last = candidate.page.words, _counted_before(candidate, context)
    first, _ = clause(candidate)
    place = candidate.hedge_place
    while place > first and words[place - 1] in {"a", "the", "just", "now"}:
        place -= 1
    link = words[place - 1] if place > first else ""
    limit = _limit(candidate, first)
    if limit and last is not None and last.accepted and _limits(candidate, last, link):
        return inherit(candidate, last)
    if last is not None and statuses.makes(" ".join(words[first : candidate.hedge_place])):
        return _made(candidate, last, first)
    if link not in _LINKS and link not in _HAVING:
        return False
    bodies = _bodies(candidate)
    if not bodies and not limit:
        return False
    return _named(candidate, context, max(first, (bodies[-1] if bodies else place - 1) - 4), place - 1)


def _limit(candidate: Candidate, first: int) -> bool:
    """Whether the words before the number name a ceiling or a floor."""
    words, start = candidate.page.words, candidate.hedge_place
    if set(words[max(first, start - 3) : candidate.place]) & _LIMITS:
        return True
    return words[start - 1] == "of" and bool(set(words[max(first, start - 8) : start]) & _LAW)


def _limits(candidate: Candidate, last: Candidate, link: str) -> bool:
    """Whether a ceiling or a floor is that of the people counted before."""
    hedge = candidate.page.words[candidate.hedge_place : candidate.place]
    return last.sentence is candidate.sentence or bool(set(hedge) & _LIMITS) or link in {"", "of", "at", "is", "to"}


def _made(candidate: Candidate, last: Candidate, first: int) -> bool:
    """What an addition makes in all."""
    if last.sentence is not candidate.sentence and _THINGS & set(candidate.page.words[first : candidate.hedge_place]):
        candidate.refuse("not-people", "counts what the subject says")
        return True
    start = max(first, last.end) if last.sentence is candidate.sentence else first
    near = [entry for _, entry in entries_between(candidate.page, start, candidate.place)]
    names = [entry.agency for entry in near if entry.agency]
    named = [entry.noun for entry in near if entry.noun]
    candidate.agencies = names if named else names[-1:]
    if not named:
        return inherit(candidate, last)
    candidate.noun = named[-1]
    return True


def _beside(page: Page, place: int) -> bool:
    """Whether a name is that of who speaks or counts, or of those who are helped."""
    end = page.spans[place]
    counts = page.words[end : end + 1] == ["'s"] and not _TALLIES.isdisjoint(page.words[end + 1 : end + 3])
    return counts or not _SUPPORTED.isdisjoint(page.words[place - 1 : place]) or speakers.speaks(page, place)


def _subject(candidate: Candidate, start: int) -> bool:
    """The people of a body by the names of the sentence: "The Pentagon will shrink its border force to 3,900"."""
    page, first = candidate.page, candidate.sentence.first
    if candidate.sentence.kind == "title":
        return False
    names = [entry.agency for _, entry in entries_between(page, first, start) if entry.agency]
    candidate.agencies = names[-1:]
    bodies = [page.words[place] for place in _bodies(candidate)]
    candidate.noun = "troops" if _FORCES & set(bodies) else "people" if names else None
    return candidate.noun is not None


def _named(candidate: Candidate, context: Context, start: int, place: int) -> bool:
    """The people by the names between `start` and the number, else those counted before."""
    page, last = candidate.page, context.last_people()
    if set(page.words[start:place]) & _THINGS:
        candidate.refuse("not-people", "counts what the subject says")
        return True
    told = last is not None and last.accepted
    found = entries_between(page, start, place)
    near = [entry for at, entry in found if not (told and entry.agency and _beside(page, at))]
    names = [entry.agency for entry in near if entry.agency]
    named = [entry.noun for entry in near if entry.noun]
    candidate.agencies = names if named else names[-1:]
    if named or (last is None and (names or context.spoken)):
        military = context.named & MILITARY and not context.named & CIVILIAN
        forces = military and not _FORCES.isdisjoint(page.words[at] for at in _bodies(candidate))
        candidate.noun = named[-1] if named else "troops" if forces else "people"
        return True
    if last is None:
        return _subject(candidate, start)
    if not names:
        if _of_total(candidate):
            return inherit(candidate, _counted_before(candidate, context))
        return carrying.named(candidate, context, last) or inherit(candidate, last)
    candidate.noun = last.noun if last.accepted else "people"
    candidate.source = last if last.accepted else None
    return True
