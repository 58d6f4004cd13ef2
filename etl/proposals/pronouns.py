"""Whom "them", "those" and "us" mean: the number or the people that a part is taken from."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, entries_between
from etl.proposals.page import NUMBER, Sentence
from etl.proposals.part_cues import SPLITS_ALONE
from etl.proposals.vocabulary import Entry, vocabulary

_SPEAKERS: Final = frozenset({"agents", "officers", "soldiers", "troops", "marines"})
_OPENING: Final = 4
_BACK: Final = 8
_FOLLOWING: Final = 4


def ours(candidate: Candidate) -> str:
    """Who "us" are: the first people named in this sentence or the next ones ("Today I lead 19,104 agents")."""
    page, sentence = candidate.page, candidate.sentence
    last = page.sentences[min(len(page.sentences), sentence.index + _FOLLOWING) - 1].last
    names = entries_between(page, sentence.first, last)
    return next((entry.noun for _, entry in names if entry.noun in _SPEAKERS), "people")


def antecedent(candidate: Candidate, context: Context) -> Candidate | None:
    """Whom "them" means: the last number counted that can hold this one, and not one that it is compared with."""
    last = context.last()
    topic = spoken_of(candidate, last) or _spoken_here(candidate, last)
    if topic is not None:
        return topic
    if last is not None and last.noun is None and last.value < candidate.value:
        last = _spoken_here(candidate, None) or context.last_people() or last
    while last is not None and "noun-compared" in last.trail and last.source is not None:
        last = last.source
    return last


def spoken_of(candidate: Candidate, last: Candidate | None) -> Candidate | None:
    """The people of the sentence before, where it names some without a number, as a number that is not known."""
    page, sentence = candidate.page, candidate.sentence
    earlier = page.sentences[sentence.index - 1] if sentence.index else None
    if last is None or earlier is None or earlier.paragraph != sentence.paragraph:
        return None
    if last.sentence.index >= earlier.index:
        return None
    names = [entry for _, entry in entries_between(page, earlier.first, earlier.last)]
    if not any(entry.noun for entry in names):
        return None
    return _unnumbered(candidate, earlier, names)


def _spoken_here(candidate: Candidate, last: Candidate | None) -> Candidate | None:
    """The people named without a number earlier in the same sentence: "every agent posted there, 16,900 of them"."""
    page, sentence = candidate.page, candidate.sentence
    if last is not None and last.sentence is sentence:
        return None
    names = [entry for _, entry in entries_between(page, sentence.first, candidate.hedge_place)]
    return _unnumbered(candidate, sentence, names) if any(entry.noun for entry in names) else None


def _unnumbered(candidate: Candidate, sentence: Sentence, names: list[Entry]) -> Candidate:
    """People without a number, as a candidate whose number is not known."""
    topic = Candidate(candidate.page, sentence, candidate.place, candidate.after, candidate.mention, None)
    topic.noun = next(entry.noun for entry in names if entry.noun)
    fitting = vocabulary().stands_for[topic.noun or ""]
    topic.agency = next((entry.agency for entry in names if entry.agency in fitting), None)
    return topic


def of_breakdown(candidate: Candidate, context: Context) -> Candidate | None:
    """The number that the sentence before breaks down, for one that stands beside it: "A further 3,000 are ready"."""
    last = context.last_people()
    if last is None or last.sentence is candidate.sentence:
        return last
    opening = " ".join(last.page.words[last.sentence.first : last.sentence.first + _OPENING])
    if opening.startswith("of the") and NUMBER in opening:
        return next((one for one in context.history[-_BACK:] if one.accepted and one.sentence is last.sentence), last)
    if not opening.startswith(("of those", "of them", "of these")) and not SPLITS_ALONE.search(opening):
        return last
    earlier = [one for one in context.history[-_BACK:] if one.accepted and one.sentence is not last.sentence]
    return earlier[-1] if earlier else last


def whole_of(candidate: Candidate, last: Candidate | None) -> Candidate | None:
    """What the parts told in the sentences before are parts of, and not a number that is only compared with."""
    while last is not None and last.source is not None:
        part = {"noun-of-those", "noun-of-them", "noun-copula"} & set(last.trail)
        if "noun-compared" not in last.trail and (not part or last.sentence is candidate.sentence):
            break
        last = last.source
    return last
