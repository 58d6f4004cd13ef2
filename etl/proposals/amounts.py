"""Refusals of numbers that count nobody: dates, ages, ratios, rates, changes, parts of names."""

import re
from itertools import pairwise
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, left
from etl.proposals.cues import cue, needs
from etl.proposals.page import NUMBER, Page, year_like

_MOVING: Final = cue("amounts/moving")
_MOVES: Final = cue("amounts/moves")
_PERIODS: Final = cue("amounts/periods")
_FEW: Final = 10
_NEAR: Final = 8
_BEHIND: Final = 4
_OLDEST: Final = 110
_VOCATIONS: Final = ("ist", "ian", "man", "woman", "owner", "keeper", "teacher", "farmer")
_YOUNGEST: Final = 5
_BEING: Final = frozenset({"is", "are", "was", "were", "be", "been"})
_NAMES: Final = cue("carrying/names") - {"us", "no", "number"}
_PORTIONS: Final = frozenset({"waves", "groups", "batches", "shifts", "increments", "lots", "rotations", "pairs"})
_EVERY: Final = frozenset({"every", "each"})
_PERSONS: Final = cue("amounts/persons")
_SOMEBODY: Final = frozenset({"he", "she", "i", "who"})
_AGO: Final = frozenset({"ago", "earlier", "before", "later"})
_YEARS: Final = frozenset({"years", "months", "weeks", "quarters"})
_A_PERIOD: Final = frozenset({"annually", "yearly", "monthly", "weekly", "daily"})
_AVERAGE: Final = frozenset({"average", "averaged", "typical"})
# "for a month" says how long, not how often.
_LASTING: Final = frozenset({"for", "in", "within", "over", "after", "about"})
_PHONE: Final = re.compile(r"\d{3}\)?[ -.]{1,2}\d{3}[-.]\d{4}\b")
_EACH: Final = frozenset({"a", "an", "per", "each", "every"})


def no_count(candidate: Candidate, _context: Context) -> str | None:
    """The wording grammar reads no count, a year stands alone, or one person is meant."""
    if candidate.quantity is None:
        reason = candidate.mention.reason
        return "is not read" if reason is None else reason.sentence
    if candidate.bare and _is_name(candidate):
        return "is part of a name"
    if candidate.bare and _PHONE.match(candidate.page.text, candidate.page.starts[candidate.place]):
        return "is a telephone number"
    alone = candidate.noun in {None, "employees"} and not candidate.agencies
    if alone and year_like(candidate.page, candidate.place):
        candidate.noun = candidate.counted = None
        return "is a year"
    return "is one person" if candidate.value <= 1 and candidate.value_high is None else None


def _is_name(candidate: Candidate) -> bool:
    """Whether a title such as "Class" stands before the number and makes it a name."""
    page, place = candidate.page, candidate.place - 1
    begins = candidate.hedge_place == candidate.place and place > candidate.sentence.first
    return begins and page.words[place] in _NAMES and page.capital(place)


def age(candidate: Candidate, _context: Context) -> str | None:
    """Somebody's age: ", 38,", "ages 29 and 34", "over 45"."""
    if not candidate.bare or not _YOUNGEST <= candidate.value < _OLDEST:
        return None
    page, before = candidate.page, candidate.before(2)
    after = page.words[candidate.after] if candidate.after < candidate.sentence.last else "."
    if before[-1:] == [","] and after in {",", "."}:
        earlier = candidate.hedge_place - 2
        listed = {";", ":"} & set(candidate.before(5))
        if earlier >= candidate.sentence.first and not listed and _is_person(page, earlier):
            return "is an age"
    if len(before) > 1 and before[-2] in _SOMEBODY and before[-1] in {"is", "was", "turned", "turns", "am"}:
        return "is an age"
    if _named(candidate, before) and after in {".", ","}:
        return "is an age"
    if before[:1] in (["oldest"], ["youngest"]) or candidate.before(3) == ["lived", "to", "be"]:
        return "is an age"
    if (before[-1:] == ["of"] and before[0] in _PERSONS) or before[-1:] in (["i'm"], ["he's"], ["she's"]):
        return "is an age"
    if set(before) & {"ages", "aged", "age"} or before[-1:] in (["turn"], ["turning"]):
        return "is an age"
    hedge = page.words[candidate.hedge_place : candidate.place]
    over = hedge in (["over"], ["under"]) or bool(set(before) & {"over", "under"})
    verb = bool(set(before) & {"are", "is", "be", "being", "were"})
    return "is an age" if over and (verb or after in {",", "."} or before[-1:] == ["those"]) else None


def _is_person(page: Page, place: int) -> bool:
    """Whether a token is a name or a word for one person, and not the name of a place."""
    word, entry = page.words[place], page.entries.get(place)
    if page.capital(place):
        return entry is None or not entry.kinds
    return word in _PERSONS or word.endswith(_VOCATIONS)


def _named(candidate: Candidate, before: list[str]) -> bool:
    """Whether somebody's name and a verb stand before the number: "Ortega is 27"."""
    page, place = candidate.page, candidate.hedge_place - 2
    if len(before) < len(("name", "is")) or before[1] not in {"is", "turned", "turns"} or place in page.entries:
        return False
    hedged = candidate.hedge_place != candidate.place
    return page.capital(place) and not hedged and not {before[0], page.words[candidate.sentence.first]} & {"it", "that"}


@needs(_EVERY, {"per"})
def each(candidate: Candidate, _context: Context) -> str | None:
    """So many for every one."""
    near = left(candidate, 8)
    if near[-1:] not in (["every"], ["each"], ["per"]):
        if candidate.page.words[candidate.after : candidate.after + 2] == ["of", "them"]:
            return None
        if _EVERY.isdisjoint(near) or "day" in near:
            return None
    return "is a ratio"


def ratio(candidate: Candidate, _context: Context) -> str | None:
    """One in so many."""
    words, place, hedge = candidate.page.words, candidate.after, candidate.hedge_place
    if candidate.before(2) == [NUMBER, "in"]:
        return None if year_like(candidate.page, hedge - 2) else "is a ratio"
    if candidate.before(2) == [NUMBER, "of"] and candidate.value <= _FEW and _is_few(candidate, hedge - 2):
        return "is a ratio"
    if candidate.bare and (_one_of_a_kind(candidate) or (words[hedge - 1] == "of" and words[hedge - 2] in _PORTIONS)):
        return "is a ratio"
    if (
        not candidate.bare
        or candidate.value >= _FEW
        or words[place : place + 2] not in (["in", NUMBER], ["of", NUMBER])
    ):
        return None
    if place + 1 >= candidate.sentence.last:
        return None
    mention = candidate.page.numbers[place + 1]
    dated = mention.quantity is None or year_like(candidate.page, place + 1)
    return None if words[place] == "in" and dated else "is a ratio"


def _is_few(candidate: Candidate, place: int) -> bool:
    quantity = candidate.page.numbers[place].quantity
    return quantity is not None and quantity.value < _FEW


def _one_of_a_kind(candidate: Candidate) -> bool:
    """Whether a single one of some kind stands before "in": "one applicant in 50"."""
    page, place = candidate.page, candidate.hedge_place - 3
    if place < candidate.sentence.first or candidate.before(1) != ["in"] or page.words[place] != NUMBER:
        return False
    quantity = page.numbers[place].quantity
    return quantity is not None and quantity.value == 1


@needs(_PERIODS, _A_PERIOD, _AVERAGE, {"each", "apiece", "per"})
def rate(candidate: Candidate, _context: Context) -> str | None:
    """So many a year, a month, a shift; averages."""
    words = candidate.page.words
    first, last = clause(candidate)
    behind = words[candidate.after : min(candidate.sentence.last, candidate.end + 3)]
    spans = [at for at, pair in enumerate(pairwise(behind)) if pair[0] in _EACH and pair[1] in _PERIODS]
    each = any(at == 0 or behind[at - 1] not in _LASTING for at in spans)
    if each and not _AGO & set(words[candidate.after : candidate.end + 5]):
        return "is a rate"
    if not _A_PERIOD.isdisjoint(behind[-3:]) or behind[:1] == ["per"] or candidate.behind(1) == ["apiece"]:
        return "is a rate"
    if candidate.behind(3) == ["in", "each", "of"] and _YEARS & set(candidate.behind(7)):
        return "is a rate"
    if not _AVERAGE.isdisjoint(words[max(first, candidate.place - _NEAR) : min(last, candidate.end + _BEHIND)]):
        return "is an average"
    tail = words[candidate.end : last]
    return "is a rate" if tail[-2:-1] == ["each"] or (tail[:1] == ["leave"] and "each" in tail) else None


@needs(_MOVING, _MOVES, {"than"})
def change(candidate: Candidate, _context: Context) -> str | None:
    """How much a number rose or fell."""
    near = left(candidate, 5)
    moved = near[-1:] == ["by"] and set(near) & _MOVING
    if candidate.more and candidate.behind(1) == ["than"]:
        return "is a difference"
    if near[-1:] in (["down"], ["up"]) and near[-2:-1] and near[-2] in _BEING:
        return "is a change"
    return "is a change" if moved or (near[-1:] == ["of"] and set(near[-2:-1]) & _MOVES) else None
