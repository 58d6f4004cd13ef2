"""Bare numbers that nothing else explains: people named before them, unless something says that they count things."""

from typing import Final

from etl.proposals import speakers
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.inheriting import inherit
from etl.proposals.merging import stands_for
from etl.proposals.page import NUMBER, Page
from etl.proposals.vocabulary import Entry

_THINGS: Final = cue("rows/things") | cue("carrying/things")
_NAMES: Final = cue("carrying/names")
_PERSONS: Final = frozenset({"i", "he", "she", "we", "his", "her", "my", "me", "you"})
_DOING: Final = cue("carrying/doing")
# Verbs by which a person tells of people: "I can report 1,185", "he needed a thousand".
_TELLING: Final = cue("elsewhere/sending") | {
    "commanding", "expect", "expected", "inherited", "lead", "led", "need", "needed", "needs", "report", "reported",
    "spare", "spared",
    "want", "wanted",
}  # fmt: skip
_VERB: Final = 3
_SUBJECT: Final = 2
_LASTING: Final = frozenset({"shortfall", "change", "departed"})
_COMPARED: Final = frozenset({"against", "than", "versus"})
_REFUSED: Final = frozenset(
    {
        "not-people", "same-as-before", "crowd", "foreign", "room", "whole-service", "harmed", "age", "ratio", "rate",
        "change",
    }
)  # fmt: skip
_FEW: Final = 10
_LEVELS: Final = cue("levels/extremes") | cue("objects/levels") | cue("objects/asking") | {"as", "except"}
_BUYING: Final = frozenset(
    {"orders", "allows", "allowed", "allow", "pays", "paid", "pay", "provides", "provided", "settled"}
)
_OLD_YEARS: Final = (1600, 1900)
_BODIES: Final = frozenset(
    {"force", "deployment", "contingent", "workforce", "staff", "strength", "headcount", "garrison"}
)
_REACH: Final = 24
_PARAGRAPHS: Final = 2
_BACK: Final = 3


def carried(candidate: Candidate, context: Context) -> bool:
    """The people of the subject, else those counted or named last: "Positions filled came to 1,207", "31 are there"."""
    if _other(candidate, context):
        return False
    return _of_sentence(candidate, context) or _of_text(candidate, context)


def _other(candidate: Candidate, context: Context) -> bool:
    """Whether something says that the number is no count of people: a name, a thing before it, a person's doing."""
    page, place = candidate.page, candidate.hedge_place
    row = candidate.sentence.kind != "prose" and candidate.before(1) != [":"]
    if candidate.value < _FEW or row or _is_name(candidate) or _of_things(candidate):
        return True
    if _is_time(candidate) or _in_them(candidate) or page.words[candidate.after : candidate.after + 2] == ["of", "it"]:
        return True
    if (_DOING | _COMPARED | {"did", "do", "does"}) & set(candidate.before(1)) or candidate.before(2) == ["it", "'s"]:
        return True
    first, last = clause(candidate)
    near = set(page.words[max(first, place - _REACH) : place])
    doing = _PERSONS & set(candidate.before(_VERB)) and not _TELLING & set(candidate.before(2))
    bracketed = candidate.before(1) == ["("] and _THINGS & set(candidate.before(2))
    if bracketed or near & _THINGS or doing or _THINGS & set(page.words[candidate.end : min(last, candidate.end + 1)]):
        return True
    start = candidate.sentence.first
    subject = _THINGS & set(page.words[start : min(place, start + _SUBJECT)])
    if subject and not any(entry.noun for _, entry in entries_between(page, start, start + _SUBJECT)):
        return True
    other = context.candidates[-2] if len(context.candidates) > 1 else None
    if other is None or other.sentence is not candidate.sentence or other.refused_by not in _REFUSED:
        return False
    aside = other.refused_by == "not-people" and other.value < _FEW and place - other.end > 1
    return not aside


def _is_name(candidate: Candidate) -> bool:
    """Whether the word before makes the number a name: "Room 210", "Class 1,204", "in 1848"."""
    page, place = candidate.page, candidate.place - 1
    if candidate.hedge_place != candidate.place or place < candidate.sentence.first:
        return False
    following = candidate.after
    if following < len(page.words) and page.text[page.ends[candidate.place] : page.starts[following]] == "-":
        return True
    word, entry = page.words[place], page.entries.get(place)
    old = word == "in" and _OLD_YEARS[0] <= candidate.value < _OLD_YEARS[1]
    named = place > candidate.sentence.first and page.capital(place) and entry is None and word[0].isalpha()
    initial = word == "." and len(page.words[place - 1]) == 1
    return (named and candidate.before(2)[:1] != [","]) or initial or old or word in _NAMES


def _is_time(candidate: Candidate) -> bool:
    """Whether a range is written as hours of the day are: "0500 to 0800"."""
    shown = candidate.page.text[candidate.mention.start : candidate.mention.end]
    return candidate.value_high is not None and shown[:4].isdigit() and shown[-4:].isdigit() and "," not in shown


def _in_them(candidate: Candidate) -> bool:
    """Whether the number stands for things in which something is so: "In 31 the unit could not show"."""
    return candidate.before(2)[-1:] == ["in"] and candidate.hedge_place - 1 == candidate.sentence.first


def _of_things(candidate: Candidate) -> bool:
    """Whether the number belongs to a word before "of" that is no word for people: "crews of sixty"."""
    page, place = candidate.page, candidate.hedge_place - 2
    if candidate.before(1) not in (["of"], ["for"]) or place < candidate.sentence.first or page.words[place] == ",":
        return False
    if candidate.before(1) == ["for"] and (
        page.words[place] in _BUYING or candidate.behind(2) == ["in", "all"] or candidate.behind(1) == ["altogether"]
    ):
        return False
    return place not in page.entries and page.words[place] not in _LEVELS


def _of_sentence(candidate: Candidate, context: Context) -> bool:
    """The people named without a number before it in the sentence, the nearest first."""
    page, sentence = candidate.page, candidate.sentence
    counted = [other for other in context.history[-4:] if other.sentence is sentence and other.noun is not None]
    according = [at + 1 for at in range(sentence.first, candidate.hedge_place) if page.words[at] == ","]
    according = according[:1] if page.words[sentence.first] == "according" else []
    start = max([*according, sentence.first, candidate.hedge_place - _REACH, *(other.end for other in counted)])
    found = [(at, entry) for at, entry in entries_between(page, start, candidate.hedge_place) if entry.noun]
    if not found:
        return context.last_people() is None and _of_force(candidate, start)
    at, entry = found[-1]
    if page.words[page.spans[at] : page.spans[at] + 1] == ["'s"] or _single(page, at):
        return False
    return _name(candidate, [entry])


def _of_force(candidate: Candidate, start: int) -> bool:
    """The people of a force that an agency of the sentence has: "The Pentagon will cut its border force, to 4,200"."""
    page = candidate.page
    names = entries_between(page, start, candidate.hedge_place)
    agencies = [entry.agency for _, entry in names if entry.agency]
    if not agencies or not any(page.words[at] in _BODIES for at, _ in names):
        return False
    candidate.noun, candidate.agencies = "people", agencies[-1:]
    return True


def _single(page: Page, place: int) -> bool:
    """Whether a name is that of one person: "an agent", "Agent Cruz"."""
    word = page.words[page.spans[place] - 1]
    following = page.spans[place]
    return not word.endswith(("s", "men", "women", "people", "staff", "guard", "personnel")) and (
        (following < len(page.words) and page.capital(following)) or page.words[place - 1] in {"a", "an", "one", "the"}
    )


def _name(candidate: Candidate, names: list[Entry]) -> bool:
    candidate.noun = next((entry.noun for entry in names if entry.noun), None)
    candidate.agencies = [entry.agency for entry in names if entry.agency and entry.noun][:1]
    return candidate.noun is not None


def named(candidate: Candidate, context: Context, last: Candidate | None) -> bool:
    """Take the people of the subject, or of a sentence since the last count, unless that stands in this sentence."""
    if last is not None and last.sentence is candidate.sentence:
        return False
    return _of_sentence(candidate, context) or topic(candidate, context, last)


def topic(candidate: Candidate, context: Context, last: Candidate | None, sundry: frozenset[str] = frozenset()) -> bool:
    """Take the people that a sentence since the last count names without a number, by no noun that fits all."""
    page = candidate.page
    for earlier in reversed(context.sentences_before(candidate.sentence)):
        if last is not None and earlier.index <= last.sentence.index:
            return False
        found = entries_between(page, earlier.first, earlier.last)
        people = [
            entry
            for at, entry in found
            if entry.noun and entry.noun not in sundry and not _single(page, at) and not speakers.speaks(page, at)
        ]
        if not people:
            continue
        candidate.noun = people[0].noun
        fitting = [
            entry.agency
            for at, entry in found
            if entry.agency and stands_for(candidate, entry.agency) and not speakers.speaks(page, at)
        ]
        candidate.agencies = fitting[:1]
        return True
    return False


def _of_text(candidate: Candidate, context: Context) -> bool:
    """The people counted last, in this paragraph or the one before."""
    near = [other for other in context.history[-_BACK:] if other.noun is not None and other.refused_by != "few"]
    last = near[-1] if near else None
    if last is not None and not last.accepted and last.refused_by in {"elsewhere", "whole-service"}:
        # Those who are elsewhere are named only for contrast.
        told = [other for other in near if other.accepted and other.sentence.paragraph == candidate.sentence.paragraph]
        last = told[-1] if told else last
    if topic(candidate, context, last):
        return True
    if last is None:
        spoken = context.subject(candidate.sentence)
        candidate.noun, candidate.agencies = "people" if spoken else None, [spoken] if spoken else []
        return spoken is not None
    if not (last.accepted or last.refused_by in _LASTING):
        return False
    if candidate.sentence.paragraph - last.sentence.paragraph > _PARAGRAPHS:
        return False
    names = [
        entry
        for _, entry in entries_between(candidate.page, candidate.sentence.first, candidate.hedge_place)
        if entry.agency and (last.sentence is not candidate.sentence or NUMBER not in entry.phrase)
    ]
    if names and last.sentence is not candidate.sentence:
        candidate.noun, candidate.agencies = "people", [names[-1].agency or ""]
        return True
    return inherit(candidate, last)
