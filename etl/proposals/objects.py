"""Bare numbers that a verb governs: "on paper it has 742", "120 volunteered"."""

from typing import Final

from etl.proposals import carrying, pronouns, speakers
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.inheriting import inherit
from etl.proposals.merging import stands_for
from etl.proposals.page import NUMBER
from etl.proposals.vocabulary import vocabulary

_HAVING: Final = cue("objects/having")
_LEVEL_LINKS: Final = cue("objects/level_links")
_LEVELS: Final = cue("objects/levels")
_PRESENT: Final = cue("objects/present")
_ADVERBIAL: Final = cue("objects/adverbial")
_ASKING: Final = cue("objects/asking")
_GIVING: Final = cue("objects/giving")
_SUNDRY: Final = frozenset({"people", "employees", "clerks", "guards"})
_SUPPORTING: Final = frozenset({"supporting", "assisting", "helping", "aiding", "backing"})
_HOTTEST: Final = 130
_OBJECT: Final = 6
_FEW: Final = 10
_ITS: Final = (["it", "'s"], ["that", "'s"], ["there", "'s"])
LIGHT: Final = cue("objects/light")
ACTING: Final = cue("objects/acting")
PREPOSITIONS: Final = cue("objects/prepositions")
_THINGS: Final = cue("rows/things")


def having(candidate: Candidate, context: Context) -> bool:
    """The object of a verb whose subject is an agency, a place or a pronoun, or the subject of a verb of being."""
    words, sentence = candidate.page.words, candidate.sentence
    first, _ = clause(candidate)
    place = candidate.hedge_place
    while place > first and words[place - 1] in LIGHT:
        place -= 1
    segment = words[first:place]
    if words[place : place + 1] == ["another"] and _uncounted(candidate, context):
        return True
    behind = (candidate.behind(1) or ["."])[0]
    if behind in ACTING and set(segment[:1]) & _ADVERBIAL and not set(segment) & _HAVING:
        segment = []
    if (
        (segment[-2:] in _ITS or segment[-1:] in (["it's"], ["hit"]))
        and candidate.value < _HOTTEST
        and candidate.quantity is not None
    ):
        return False
    opens = not segment and _opens(candidate, first, behind)
    if not (_governed(segment) or _acting(candidate, behind) or opens) or (not segment and sentence.kind == "title"):
        return False
    subject = segment
    if first > sentence.first and words[first] in {"who", "which", "that"}:
        subject = words[max(sentence.first, first - 3) : place]
    if (
        _thing(subject[:-1] if _HAVING & set(subject[-1:]) else subject)
        or _of_unknown(candidate)
        or _asked_about_things(candidate)
        or _it_is_a_thing(candidate, context, first)
    ):
        candidate.refuse("not-people", "counts what the subject says")
        return True
    return _object(candidate, context, first, place)


def _governed(segment: list[str]) -> bool:
    """Whether the words before the number end in a verb that has it as its object."""
    if not segment:
        return False
    level = len(segment) > 1 and segment[-1] in _LEVEL_LINKS and segment[-2] in _LEVELS
    asked = segment[-1] == "for" and bool(_ASKING & set(segment[-_OBJECT:]))
    giving_up = segment[-2:] in (["gave", "up"], ["given", "up"], ["gives", "up"], ["called", "up"])
    indirect = giving_up or (len(segment) > 1 and segment[-1] in {"us", "them", "it", "him"} and segment[-2] in _GIVING)
    return segment[-1] in _HAVING or segment[-1] == "'s" or level or asked or indirect or segment[-2:] in _ITS


def _acting(candidate: Candidate, behind: str) -> bool:
    """Whether a verb follows whose subject is the number."""
    hired = candidate.page.words[candidate.after - 1 : candidate.after + 1] == ["on", "staff"]
    return behind.endswith("ed") or behind in _PRESENT or behind == "who" or hired


def _opens(candidate: Candidate, first: int, behind: str) -> bool:
    """Whether a number that opens its clause goes on as people do."""
    fits = behind in ACTING or behind in PREPOSITIONS or behind in {".", ",", "-"}
    return fits or candidate.more or candidate.hedge_place > first


def _uncounted(candidate: Candidate, context: Context) -> bool:
    """Refuse "another 600" behind a number of which nothing says what it counts: more of the same."""
    other = context.candidates[-2] if len(context.candidates) > 1 else None
    if other is None or other.accepted or other.sentence.paragraph != candidate.sentence.paragraph:
        return False
    if other.noun is not None or other.refused_by not in {"no-noun", "room"}:
        return False
    candidate.refuse("same-as-before", "counts what the number before counts")
    return True


def _asked_about_things(candidate: Candidate) -> bool:
    """Whether the sentence before is a question about things: "What about the dogs? There are 1,480."."""
    page, index = candidate.page, candidate.sentence.index
    before = page.sentences[index - 1] if index else candidate.sentence
    return page.words[before.last - 1] == "?" and bool(_THINGS & set(page.words[before.first : before.last]))


def _thing(subject: list[str]) -> bool:
    """Whether a subject names things; a thing with its own number before it is an object, not the subject."""
    return any(word in _THINGS and NUMBER not in subject[max(0, at - 2) : at] for at, word in enumerate(subject))


def _of_unknown(candidate: Candidate) -> bool:
    """Whether "of which" means no people that the sentence names: "Single stations, of which there are 134"."""
    page, first = candidate.page, candidate.sentence.first
    words = page.words[first : candidate.hedge_place]
    if "which" not in words or words[words.index("which") - 1] != "of" or NUMBER in words:
        return False
    names = entries_between(page, first, first + words.index("which"))
    return not any(entry.noun or entry.agency or "body" in entry.kinds for _, entry in names)


def _object(candidate: Candidate, context: Context, first: int, place: int) -> bool:
    """The people by the subject's name, else those counted before."""
    names, last = _names(candidate, first, place), pronouns.of_breakdown(candidate, context)
    if candidate.page.words[place - 1] == "by" and last is not None and last.sentence is candidate.sentence:
        names = []
    if "department" in candidate.page.words[first:place] and not names:
        told = (one.entry.agency for one in context.heard() if "department" in one.entry.phrase)
        candidate.noun, candidate.agencies = "people", [next((name for name in told if name), "dhs")]
        return True
    if (last is None or last.sentence is not candidate.sentence) and _subject(candidate):
        return True
    if last is None:
        return _first(candidate, context, names)
    if not names and (carrying.topic(candidate, context, last, _SUNDRY) or _unlike(candidate, last, first)):
        return True
    inherit(candidate, last)
    if not candidate.accepted and names:
        candidate.allow()
        candidate.noun, candidate.source = "people", None
    if names and candidate.accepted:
        candidate.agencies = names[-1:]
        other = not stands_for(candidate, names[-1]) and not _ASKING & set(candidate.before(_OBJECT))
        if other or (names[-1] == "cbp" and last.agency in {"usbp", "ofo", "amo"}):
            candidate.noun = "people"
    return True


def _unlike(candidate: Candidate, last: Candidate, first: int) -> bool:
    """Take an agency that the sentence names before its last clause and that the noun counted last can't stand for."""
    if last.sentence is candidate.sentence or last.noun is None:
        return False
    fitting = vocabulary().stands_for[last.noun]
    others = [name for name in _names(candidate, candidate.sentence.first, first) if name not in fitting]
    if others:
        candidate.noun, candidate.agencies = "people", others[-1:]
    return bool(others)


def _first(candidate: Candidate, context: Context, names: list[str]) -> bool:
    """The first people of the text to be counted: by the subject, the sentence before, or a name behind the number."""
    if not names and _of_sentence_before(candidate, context):
        return True
    names = names or _names(candidate, candidate.end, min(clause(candidate)[1], candidate.end + _OBJECT))
    spoken = None if names or candidate.value < _FEW else context.subject(candidate.sentence)
    candidate.noun, candidate.agencies = "people", [spoken] if spoken else names[-1:]
    return bool(candidate.agencies)


def _of_sentence_before(candidate: Candidate, context: Context) -> bool:
    """Take the people whom the sentence before speaks of without a number."""
    page = candidate.page
    for earlier in context.sentences_before(candidate.sentence)[-1:]:
        names = [entry for _, entry in entries_between(page, earlier.first, earlier.last)]
        nouns = [entry.noun for entry in names if entry.noun]
        if nouns and nouns[-1] not in _SUNDRY:
            fitting = vocabulary().stands_for[nouns[-1]]
            candidate.noun = nouns[-1]
            candidate.agencies = [entry.agency for entry in names if entry.agency in fitting][-1:]
            return True
    return False


def _it_is_a_thing(candidate: Candidate, context: Context, first: int) -> bool:
    """Whether things were counted in the sentence before: "The request was for fifty animals. It got 22"."""
    other = context.last()
    if other is None or other.refused_by != "not-people" or candidate.page.words[first] != "it":
        return False
    people = context.last_people()
    apart = people is None or people.sentence.index < other.sentence.index
    return apart and other.sentence.index == candidate.sentence.index - 1


def _subject(candidate: Candidate) -> bool:
    """Take people at the head of the sentence that have no number: "Troops were sent by Obama, 1,200"."""
    page, first = candidate.page, candidate.sentence.first
    entry = page.entries.get(first) or page.entries.get(first + 1)
    if entry is None or entry.noun is None or page.words[first] == NUMBER:
        return False
    candidate.noun, candidate.agencies = entry.noun, [entry.agency] if entry.agency else []
    return True


def _names(candidate: Candidate, first: int, last: int) -> list[str]:
    """Agencies named between two tokens, without those that only own something."""
    page, words = candidate.page, candidate.page.words
    return [
        entry.agency
        for at, entry in entries_between(page, first, last)
        if entry.agency
        and words[page.spans[at] : page.spans[at] + 1] != ["'s"]
        and not words[at].endswith("'s")
        and not speakers.speaks(page, at)
        and words[at - 1] not in _SUPPORTING
    ]
