"""Parts named by what they are part of, or by what they are: "of them", "of the 145", "640 are pilots"."""

from typing import Final

from etl.proposals import carrying, nouns, pronouns
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, entries_between
from etl.proposals.cues import cue
from etl.proposals.inheriting import inherit, probe, take
from etl.proposals.page import NUMBER

_COPULAS: Final = cue("partitives/copulas")
_BEING: Final = cue("partitives/being")
_LINKS: Final = cue("partitives/links")
_THEM: Final = cue("partitives/them")
_GROUPS: Final = cue("partitives/groups")
_DETERMINERS: Final = cue("partitives/determiners")
_HEDGES: Final = cue("partitives/hedges")
# What somebody does says nothing of whose they are: "1,100 of the troops are cooks and drivers".
_TRADES: Final = frozenset({"clerks", "guards"})
_HIRED: Final = cue("people/hiring") | {"took", "chose", "accepted", "swore"}
_APPLIED: Final = cue("people/applied")
_CROSSING: Final = cue("people/crossing")
_FEW: Final = 10
_OPENING: Final = 8


def of_them(candidate: Candidate, context: Context) -> bool:
    """A part with its whole behind it: "of them", "of its members", "of the 145 Guard members"."""
    page, words, end = candidate.page, candidate.page.words, candidate.sentence.last
    place = _skip_soft(candidate) + 1
    if place >= end or words[place - 1] != "of":
        return False
    following = words[place]
    counted = following == NUMBER and page.numbers[place].quantity is not None
    if counted and candidate.value >= _FEW:
        candidate.words.append("of-number")
        return _of_number(candidate, context, place)
    if following in {"every", "each"} or counted:
        candidate.refuse("ratio", "is a ratio")
        return True
    determined = following in _DETERMINERS
    if determined and words[place + 1 : place + 2] == ["own"]:
        return _own(candidate, context, place + 2)
    inner = place + 1
    while determined and inner < min(end, place + 4) and words[inner] in _HEDGES:
        inner += 1
    owner = words.index("'s", inner, inner + 5) if determined and "'s" in words[inner : min(end, inner + 5)] else 0
    if owner and owner + 1 < end and words[owner + 1] == NUMBER:
        inner = owner + 1
    if determined and inner < end and words[inner] == NUMBER and page.numbers[inner].quantity is not None:
        candidate.words.append("of-number")
        return _of_number(candidate, context, inner)
    found = probe(candidate, place + determined)
    if found.noun is not None:
        return _of_people(candidate, context, found, following)
    group = determined and place + 1 < end and words[place + 1] in _GROUPS
    if following in _THEM or group:
        return _of_those_people(candidate, context, place + 1 + group)
    return found.counted is not None and determined and _things(candidate, found)


def _own(candidate: Candidate, context: Context, end: int) -> bool:
    """People of the subject's own, which are no part of anything: "5,500 of its own soldiers", "1,640 of its own"."""
    found = probe(candidate, end)
    if found.noun is not None:
        take(candidate, found)
        return True
    if found.counted is not None:
        return _things(candidate, found)
    candidate.end = end
    return inherit(candidate, pronouns.antecedent(candidate, context))


def _of_those_people(candidate: Candidate, context: Context, end: int) -> bool:
    """A part of a pronoun or of a word for a group: "of them", "of us", "of the force"."""
    candidate.end = end
    if candidate.page.words[end - 1] == "you" and not candidate.page.entries.get(end):
        candidate.refuse("crowd", "counts people who are no personnel")
        return True
    if candidate.page.words[end - 1] in {"us", "you"}:
        candidate.noun = pronouns.ours(candidate)
        return True
    candidate.words.append("of-them")
    last = context.last()
    if last is not None and _APPLIED & {last.counted} and _HIRED & set(candidate.before(3)):
        candidate.noun = "employees"
        return True
    if _near(candidate, context):
        known = inherit(candidate, pronouns.antecedent(candidate, context))
    else:
        one = pronouns.spoken_of(candidate, context.last())
        known = _topic(candidate) or carrying.topic(candidate, context, None) or inherit(candidate, one)
    _as_what(candidate)
    return known and _holds(candidate)


def _holds(candidate: Candidate) -> bool:
    """Whether a part is no larger than its whole; else it is a part of something that the text does not count."""
    source = candidate.source
    if source is not None and source.quantity is not None and candidate.value > (source.value_high or source.value):
        candidate.refuse("no-noun", "no noun says what is counted")
    return True


def _skip_soft(candidate: Candidate) -> int:
    words, place = candidate.page.words, candidate.after
    while place < candidate.sentence.last and words[place] in nouns.SOFT:
        place += 1
    return place


def _things(candidate: Candidate, found: Candidate) -> bool:
    candidate.counted = found.counted
    candidate.refuse("not-people", f"counts {found.counted}")
    return True


def _of_people(candidate: Candidate, context: Context, found: Candidate, following: str) -> bool:
    take(candidate, found)
    last = pronouns.antecedent(candidate, context)
    if following in {"them", "those", "these", "that"} and last is not None and last.noun is not None:
        inherit(candidate, last)
        candidate.noun = found.noun
    candidate.words.append("of-them")
    _as_what(candidate)
    return True


def _near(candidate: Candidate, context: Context) -> bool:
    last = context.last()
    return last is not None and candidate.sentence.paragraph - last.sentence.paragraph <= 1


def _topic(candidate: Candidate) -> bool:
    """People that a sentence speaks of without a number: "Paratroopers were told that 1,500 of them"."""
    names = entries_between(candidate.page, candidate.sentence.first, candidate.place)
    candidate.noun = next((entry.noun for _, entry in names if entry.noun is not None), None)
    return candidate.noun is not None


def _as_what(candidate: Candidate) -> None:
    """What the part is: "300 of them work as agents"."""
    words, place = candidate.page.words, candidate.end
    entry = candidate.page.entries.get(place)
    if entry is not None and entry.noun is not None and words[place - 1] in _THEM:
        found = probe(candidate, place)
        candidate.agencies, candidate.noun = found.agencies, found.noun or candidate.noun
        if not found.agencies and found.noun == "soldiers" and candidate.source is not None:
            whole = candidate.source.agency
            candidate.agencies = ["army"] if whole in {"all-military", "active-duty"} else []
    elif place + 1 < candidate.sentence.last and words[place] in _BEING:
        found = probe(candidate, place + 1 + (words[place + 1] == "as"))
        if found.agencies or found.noun:
            candidate.agencies = found.agencies
            candidate.noun = candidate.noun if found.noun in _TRADES else found.noun or candidate.noun


def _of_number(candidate: Candidate, context: Context, place: int) -> bool:
    """N of the M: the noun stands behind the second number, or M was counted before."""
    quantity = candidate.page.numbers[place].quantity
    found = probe(candidate, place + 1)
    if found.noun is not None:
        take(candidate, found)
        return True
    if found.counted is not None:
        return _things(candidate, found)
    near = reversed(context.history[-_OPENING:])
    same = next((other for other in near if quantity is not None and other.value == quantity.value), context.last())
    return inherit(candidate, same)


def of_whom(candidate: Candidate, context: Context) -> bool:
    """A part in a relative clause: "1,520 agents, of which 1,210 were assigned to the line"."""
    if candidate.before(2) not in (["of", "which"], ["of", "whom"]):
        return False
    _after_copula(candidate)
    candidate.words.append("of-them")
    return inherit(candidate, context.last())


def of_those(candidate: Candidate, context: Context) -> bool:
    """A sentence that opens with "Of those," and goes on with the number."""
    words, first = candidate.page.words, candidate.sentence.first
    opens = words[first] == "of" and candidate.place - first <= _OPENING
    if opens and words[first + 1] == NUMBER and first + 1 < candidate.place:
        return _of_counted(candidate, first + 1)
    if not opens or words[first + 1] not in _DETERMINERS | _THEM:
        return False
    if _CROSSING & set(words[first + 2 : candidate.place]):
        candidate.refuse("crowd", "counts people who are no personnel")
        return True
    opening = probe(candidate, first + 2)
    if opening.noun is not None:
        take(candidate, opening)
        candidate.end, candidate.noun_place, candidate.bare = candidate.after, -1, True
        candidate.source = context.last_people()
        return True
    if opening.counted is not None and opening.counted not in _GROUPS:
        return False
    _after_copula(candidate)
    return inherit(candidate, context.last_people(6))


def _of_counted(candidate: Candidate, place: int) -> bool:
    """A part of what the sentence opens with: "Of 9,000 applicants, 300 passed"."""
    if candidate.page.numbers[place].quantity is None:
        return False
    found = probe(candidate, place + 1)
    return found.counted is not None and _things(candidate, found)


def _after_copula(candidate: Candidate) -> Candidate | None:
    """The noun phrase behind "are"; its agencies are taken over."""
    words, end = candidate.page.words, candidate.sentence.last
    place = candidate.after
    while place < end and (words[place] in nouns.SOFT or words[place].endswith("ly")):
        place += 1
    if place + 1 >= end or words[place] not in _COPULAS:
        return None
    place += 1
    while place < end and words[place] in _LINKS:
        place += 1
    found = probe(candidate, place)
    if found.agencies:
        candidate.agencies = found.agencies
    return found


def copula(candidate: Candidate, context: Context) -> bool:
    """The words behind "are" say what is counted: "640 are pilots", "6,900 were on active duty"."""
    found = _after_copula(candidate)
    if found is None or (not found.agencies and found.noun is None):
        return False
    last = pronouns.whole_of(candidate, context.last_people())
    candidate.noun = found.noun or "people"
    if found.noun in _TRADES and last is not None and last.noun is not None:
        candidate.noun = last.noun
    if last is not None and not last.accepted and found.noun is None:
        return inherit(candidate, last)
    candidate.source = last if last is not None and last.accepted else None
    return True
