"""The date that a text ties to a number: in its clause, at the head of its sentence, or in the title of its table."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, counts_between
from etl.proposals.datewords import Stated, stated

_SAID: Final = re.compile(
    r"\b(?:said|announced|told|testified|wrote|reported|introduced|released|dated|panel)\b[^,;.]{0,25}$"
    r"|\b(?:on|in) an? [^,;.]{0,20}$",
    re.IGNORECASE,
)
_ANNOUNCED: Final = re.compile(
    r"\b(?:said|announced|told|testified|wrote|released|dated)\b[^,;.]{0,25}$", re.IGNORECASE
)
_LATER: Final = re.compile(
    r"\b(?:years?|months?|weeks?|days?) (?:later|earlier|after|before|ago)\b|\b(?:today|now|currently)\b", re.IGNORECASE
)
_SAME: Final = re.compile(
    r"\b(?:in|during|over|for|ends?|ended|until) (?:the|that) (?:same )?(?:fiscal )?year\b", re.IGNORECASE
)
_JOINED: Final = re.compile(r"(?:(?!\b(?:in|by|on)\b)[^,;.]){0,40},? (?:and|plus) (?:about |some |another |roughly )?")
_AS_OF: Final = re.compile(r"\bas of $", re.IGNORECASE)
_SAME_DAY: Final = re.compile(
    r"\b(?:as of|on|at|by|in) (?:the same|that) (?:date|day|time|point|month|week|spring|summer|fall|autumn|winter)\b"
    r"|\b(?:as of|on|at|by|in) the same (?:date|day|time|month|week)\b|\bat the time\b",
    re.IGNORECASE,
)
# The date behind these words is that of what joined or replaced a group, not the group's own.
_BY_OTHERS: Final = re.compile(r"\b(?:joined|followed|replaced|relieved|reinforced)\b[^,;.]*$", re.IGNORECASE)
_TIMES: Final = frozenset(
    {"year", "date", "day", "time", "point", "month", "week", "spring", "summer", "fall", "autumn", "winter"}
)
_PARTED: Final = re.compile(r";|, (?!at )")
_DASH: Final = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]{1,2}\s")
_PRESENT: Final = frozenset({"now", "today", "currently"})
_ASIDE: Final = re.compile(r",\s+(?:(?:due|set|expected|scheduled|slated) )?to [^,;]*$")
# The second of two joined verbs shares the date of the first: "sifted 41,000 files in 2015 and brought in 870".
_SHARED: Final = re.compile(r"\s+and (?:\w+ed|brought|took|sent|lost|swore)(?: in| on)?(?: about| some| another)?\s*")
_CLOSE: Final = 60
_DATELINE: Final = 50
_BACK: Final = 12


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands, in characters: its sentence, its clause, itself; and the counts of the sentence."""

    sentence: int
    clause_start: int
    clause_end: int
    number: int
    counts: tuple[tuple[int, int], ...]


def assign(candidate: Candidate, context: Context) -> None:
    """Fill `as_of` where the text ties a date to the number."""
    page, sentence = candidate.page, candidate.sentence
    found = context.dated.get(sentence.index)
    if found is None:
        found = context.dated[sentence.index] = stated(page, sentence, context.year)
    if sentence.kind == "row" and not found and sentence.heading is not None:
        title = stated(page, sentence.heading, context.year)
        if title:
            _take(candidate, title[0], "date-of-title")
        return
    if found:
        place = _place(candidate)
        if not _behind(candidate, found, place):
            _before(candidate, found, place)
        if candidate.as_of is None and len(found) == 1 and _AS_OF.search(page.text[place.sentence : found[0].start]):
            _take(candidate, found[0], "date-as-of")
    if candidate.as_of is None:
        _same_year(candidate, context)
    if candidate.as_of is None and candidate.asked is not None:
        asked = stated(page, candidate.asked, context.year)
        if asked:
            _take(candidate, asked[0], "date-of-question")


def inherit(figure: Candidate) -> None:
    """A part speaks of the day of its whole."""
    whole = figure.whole
    if figure.as_of is None and whole is not None and whole.status != "total-after" and whole.as_of is not None:
        figure.as_of, figure.as_of_words = whole.as_of, whole.as_of_words
        figure.trail.append("date-of-whole")


def of_additions(figures: list[Candidate]) -> None:
    """What an addition makes in all is told for the day of the addition, in one sentence."""
    for earlier, figure in pairwise(figures):
        same = earlier.sentence is figure.sentence and earlier.whole is figure
        if figure.status == "total-after" and figure.as_of is None and same and earlier.as_of is not None:
            figure.as_of, figure.as_of_words = earlier.as_of, earlier.as_of_words
            figure.trail.append("date-of-addition")


def _take(candidate: Candidate, date: Stated, rule: str) -> None:
    candidate.as_of = date.period
    candidate.as_of_words = candidate.page.text[date.start : date.end]
    candidate.trail.append(rule)


def _place(candidate: Candidate) -> _Place:
    page, sentence = candidate.page, candidate.sentence
    first, last = clause(candidate)
    counts = counts_between(page, sentence.first, sentence.last)
    return _Place(
        page.starts[sentence.first],
        page.starts[first],
        page.ends[last - 1],
        page.starts[candidate.place],
        tuple((page.starts[place], page.ends[place]) for place in counts),
    )


def _behind(candidate: Candidate, found: list[Stated], place: _Place) -> bool:
    """The first date behind the number in its clause, with no other count between."""
    for date in found:
        if date.start < place.number or date.end > place.clause_end:
            continue
        counts = [(start, end) for start, end in place.counts if place.number < start < date.start]
        text = candidate.page.text
        between = bool(counts) and not (
            len(counts) == 1 and _JOINED.fullmatch(text, candidate.page.ends[candidate.place], counts[0][0])
        )
        if _BY_OTHERS.search(text[place.number : date.start]):
            continue
        if not between and not _ANNOUNCED.search(candidate.page.text[place.number : date.start]):
            _take(candidate, date, "date-behind")
            return True
    return False


def _before(candidate: Candidate, found: list[Stated], place: _Place) -> None:
    """The nearest date before the number that is its own or that of the whole sentence."""
    text = candidate.page.text
    when = text[place.clause_start :].startswith("when")
    for date in reversed(found):
        if date.end > place.number or _LATER.search(text[date.end : place.number]):
            continue
        if _ASIDE.search(text[place.sentence : date.start]) and text[date.end : date.end + 1] == ",":
            continue
        if _SAID.search(text[place.sentence : date.start]) or _is_dateline(text, date, place):
            continue
        if when and 0 <= place.clause_start - date.end <= len(", "):
            _take(candidate, date, "date-when")
            return
        if _governs(text, date, place) or _SHARED.fullmatch(text, date.end, place.number):
            _take(candidate, date, "date-before")
            return


def _governs(text: str, date: Stated, place: _Place) -> bool:
    """Whether a date speaks for the number: it stands in the clause or heads the sentence, and is no other's own."""
    inside = date.start >= place.clause_start
    if any(end <= date.start and _owns(text[end : date.start]) for _, end in place.counts):
        return False
    if not inside and date.start - place.sentence >= _CLOSE:
        return False
    between = any(date.end <= start < place.number for start, _ in place.counts)
    heads = not any(start < date.start for start, _ in place.counts)
    return inside or not between or heads


def _owns(gap: str) -> bool:
    """Whether an earlier number stands so close before a date that the date is its own."""
    return len(gap) < _CLOSE and _PARTED.search(gap) is None and _BY_OTHERS.search(gap) is None


def _is_dateline(text: str, date: Stated, place: _Place) -> bool:
    """The day of publication between the place and the dash."""
    lead = text[place.sentence : date.start]
    return _DASH.match(text, date.end) is not None and (lead.isupper() or len(lead) < _DATELINE)


def _same_year(candidate: Candidate, context: Context) -> None:
    """The year of the number before: "during the same fiscal year", "during the year"."""
    page, sentence = candidate.page, candidate.sentence
    first, last = clause(candidate)
    if _TIMES.isdisjoint(page.words[sentence.first : last]) or _PRESENT & set(page.words[first:last]):
        return
    begin, end = page.starts[sentence.first], page.ends[last - 1]
    year = _SAME.search(page.text, page.starts[first], end)
    day = None if year else _SAME_DAY.search(page.text, begin, end)
    if not year and not day and not _SAME.search(page.text, begin, page.starts[candidate.place]):
        return
    for other in reversed(context.history[-_BACK:]):
        if other.accepted and other.as_of:
            candidate.as_of = other.as_of if day or other.as_of.startswith("FY") else other.as_of[:4]
            candidate.as_of_words = other.as_of_words
            candidate.trail.append("date-same-year")
            return
