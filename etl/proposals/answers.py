"""Bare numbers that answer a question or put a mistake right: "How many agents ...? 1,780", "It is 58, not 85"."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, entries_between
from etl.proposals.cues import cue
from etl.proposals.inheriting import inherit
from etl.proposals.merging import MILITARY
from etl.proposals.page import Sentence

_SIZES: Final = cue("answers/sizes")
_SUBJECTS: Final = cue("answers/subjects")
_THINGS: Final = cue("rows/things")
_SAYING: Final = cue("answers/saying")
_SIZES_ASKED: Final = cue("answers/sizes_asked")
_FORCES: Final = cue("compounds/troops")
_BEING: Final = frozenset({"is", "was", "are", "were"})
_REACH: Final = 4
_OPENING: Final = 6
_LEAVING: Final = (cue("absent/lost") | cue("absent/quit") | {"left", "walked", "leave"}) - {"losing"}


def answered(candidate: Candidate, context: Context) -> bool:
    """The answer to "How many agents ...?", in one of the next sentences."""
    words, sentence = candidate.page.words, candidate.sentence
    close = candidate.before(1) == [] or candidate.hedge_place - sentence.first <= _OPENING
    if "department" in candidate.before(_OPENING):
        return False
    if not close and not set(candidate.before(2)) & _SAYING:
        return False
    for question in reversed(context.page.sentences[max(0, sentence.index - _REACH) : sentence.index]):
        if words[question.last - 1] == "?" and _asks_how_many(candidate, question):
            last = context.last_people(1)
            if _LEAVING & set(words[question.first : question.last]):
                candidate.refuse("departed", "counts people who left the agency")
                return True
            told = last is not None and last.accepted and last.sentence.index > question.index
            return inherit(candidate, last) if told else candidate.noun is not None
    return False


def _asks_how_many(candidate: Candidate, question: Sentence) -> bool:
    """Whether a question asks how many there are; takes over of whom."""
    page = candidate.page
    words = page.words
    if _asks_size(candidate, question):
        return True
    for place in range(question.first, question.last - 2):
        if words[place] != "how" or page.shown(place + 1, place + 2).lower() != "many":
            continue
        entry = page.entries.get(place + 2) or page.entries.get(place + 3)
        if entry is not None and entry.noun is not None:
            candidate.noun = "troops" if entry.noun == "soldiers" else entry.noun
            names = [one.agency for _, one in entries_between(page, question.first, question.last) if one.agency]
            candidate.agencies = names[-1:]
            candidate.asked = question
        return True
    return False


def _asks_size(candidate: Candidate, question: Sentence) -> bool:
    """Whether a question asks how big a force is, or only names one: "How big is the force now?", "And the Guard?"."""
    page = candidate.page
    words = page.words[question.first : question.last]
    names = [entry for _, entry in entries_between(page, question.first, question.last)]
    agencies = [entry.agency for entry in names if entry.agency]
    short = len(words) <= _OPENING and bool(agencies)
    if not short and not (_SIZES_ASKED & set(words) and any("body" in entry.kinds for entry in names)):
        return False
    force = bool(_FORCES & set(words)) or (bool(agencies) and agencies[-1] in MILITARY)
    candidate.noun = "troops" if force else "people" if agencies else None
    candidate.agencies = agencies[-1:]
    candidate.asked = question
    return candidate.noun is not None


def corrected(candidate: Candidate, context: Context) -> bool:
    """The right number behind a sentence that says which was wrong: "It is 58, not 85"."""
    page, sentence = candidate.page, candidate.sentence
    before = page.words[sentence.first : candidate.hedge_place]
    if not before or len(before) > _OPENING or before[-1] not in _BEING or before[0] not in _SUBJECTS:
        return False
    earlier = context.sentences_before(sentence)
    if not earlier:
        return False
    words = page.words[earlier[-1].first : earlier[-1].last]
    if not _SIZES & set(words) or _THINGS & set(words):
        return False
    names = [entry for _, entry in entries_between(page, earlier[-1].first, earlier[-1].last)]
    nouns = [entry.noun for entry in names if entry.noun]
    agencies = [entry.agency for entry in names if entry.agency]
    candidate.noun = nouns[-1] if nouns else "people" if agencies else None
    candidate.agencies = agencies[-1:]
    return candidate.noun is not None
