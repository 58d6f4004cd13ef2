"""Dates that a number shares: with its paragraph, with the number before it in a list, or told in the next sentence."""

import re
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, counts_between
from etl.proposals.cues import cue
from etl.proposals.datewords import Stated, stated
from etl.proposals.page import Sentence

_JOINERS: Final = frozenset({"and", ",", "plus", "along", "alongside", "while"})
_VERBS: Final = cue("datesharing/verbs")
_COUNTS: Final = cue("datesharing/counts")
_SAME_YEARS: Final = re.compile(r"\b(?:the|those) same (?:two |three )?(?:fiscal )?(?:years|periods?)\b", re.IGNORECASE)
_AS_OF: Final = re.compile(
    r"\b(?:is|are|was|were|dates?|comes?|stood) (?:\w+ ){0,2}(?:as of|as they|from|for|through|on|at)\b"
)
_LONGEST: Final = 12
_LEAD: Final = 8
_BACK: Final = 12
_SENTENCES: Final = 3
_SHORT: Final = 9
_MARKS: Final = frozenset({":", "-", "–", "—", "."})


def of_paragraph(candidate: Candidate, context: Context) -> Stated | None:
    """A date that stands alone at the head of the paragraph, or as the title above it."""
    page, sentence = candidate.page, candidate.sentence
    earlier = page.sentences[max(0, sentence.index - _LEAD) : sentence.index]
    inside = [one for one in earlier if one.paragraph == sentence.paragraph]
    heads = inside[:1] if inside else [one for one in earlier[-1:] if one.kind == "title"]
    for head in heads:
        dates = _dates(head, context)
        start, end = page.starts[head.first], page.ends[head.last - 1]
        if len(dates) == 1 and _alone(page.text, start, end, dates[0]):
            return dates[0]
        if dates and inside and _heads(page.text, start, dates[0]):
            return dates[0]
    return next(filter(None, (_caption(one, context) for one in inside[:2])), None)


def _heads(text: str, start: int, date: Stated) -> bool:
    """Whether a date heads an entry of a timeline: "May 2023: A health rule lapses."."""
    return not text[start : date.start].strip(" -–—•*") and text[date.end : date.end + 2].lstrip()[:1] in _MARKS


def _caption(sentence: Sentence, context: Context) -> Stated | None:
    """The date of a place and a date alone: "Fort Bliss, 1916."."""
    page, dates = context.page, _dates(sentence, context)
    if len(dates) != 1 or sentence.last - sentence.first > _SHORT or page.words[sentence.first] in {"in", "by", "on"}:
        return None
    behind = page.text[dates[0].end : page.ends[sentence.last - 1]]
    lead = page.words[sentence.first : sentence.last]
    return dates[0] if behind.strip() == "." and "," in lead and not _VERBS & set(lead) else None


def _alone(text: str, start: int, end: int, date: Stated) -> bool:
    rest = text[start : date.start] + text[date.end : end]
    return not rest.strip(" .:;-–—•*")


def _dates(sentence: Sentence, context: Context) -> list[Stated]:
    found = context.dated.get(sentence.index)
    if found is None:
        found = context.dated[sentence.index] = stated(context.page, sentence, context.year)
    return found


def of_list(candidate: Candidate, context: Context) -> Candidate | None:
    """The number before in one list, whose date this one shares: "900 officers in 2023, along with 26 specialists"."""
    last = context.last()
    if last is None or not last.accepted or last.as_of is None or last.sentence is not candidate.sentence:
        return None
    if "noun-compared" in last.trail or "of-them" in candidate.words:
        return None
    between = candidate.page.words[last.end : candidate.hedge_place]
    joined = bool(between) and bool(_JOINERS & set(between)) and len(between) <= _LONGEST
    return last if joined and not _VERBS & set(between) else None


def of_pair(candidate: Candidate, context: Context) -> Candidate | None:
    """The number of the sentence before for the same end of one span: "from 291 to 283 over the same two years"."""
    page, sentence = candidate.page, candidate.sentence
    if not _SAME_YEARS.search(page.text, page.starts[sentence.first], page.ends[sentence.last - 1]):
        return None
    dated = [one for one in context.history[-_BACK:] if one.accepted and one.as_of and one.sentence is not sentence]
    if len(dated) < len("ab"):
        return None
    return dated[-2] if candidate.before(1) == ["from"] else dated[-1]


def of_title(candidate: Candidate, context: Context) -> None:
    """The date of the title above a row; of the column, where the line above has a date for each number of the row."""
    page, sentence = candidate.page, candidate.sentence
    dates = next(filter(None, (stated(page, title, context.year) for title in sentence.titles())), None)
    if not dates:
        return
    columns = counts_between(page, sentence.first, sentence.last)
    if len(dates) == len(columns) > 1 and candidate.place in columns:
        take(candidate, dates[columns.index(candidate.place)], "date-of-column")
    else:
        take(candidate, dates[0], "date-of-title")


def told_next(figures: list[Candidate], context: Context) -> None:
    """Numbers whose date is told in the next sentence: "The figures are as of September 30, 2022."."""
    by_sentence: dict[int, list[Candidate]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.index, []).append(figure)
    page = context.page
    for sentence in page.sentences:
        words = page.words[sentence.first : sentence.first + _LEAD]
        if sentence.index in by_sentence or not _COUNTS & set(words) or not _AS_OF.search(" ".join(words)):
            continue
        dates = _dates(sentence, context)
        for index in range(sentence.index - 1, sentence.index - 1 - _SENTENCES, -1):
            for figure in by_sentence.get(index, []) if dates else []:
                if figure.as_of is None and figure.sentence.paragraph == sentence.paragraph:
                    take(figure, dates[0], "date-told-next")


def take(candidate: Candidate, date: Stated, rule: str) -> None:
    """Fill the date, its words and the trail."""
    candidate.as_of = date.period
    candidate.as_of_words = candidate.page.text[date.start : date.end]
    candidate.trail.append(rule)


def take_over(candidate: Candidate, other: Candidate, rule: str) -> None:
    """Fill the date from another number's."""
    candidate.as_of, candidate.as_of_words = other.as_of, other.as_of_words
    candidate.trail.append(rule)
