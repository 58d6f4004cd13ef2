"""The date that a text ties to a number: in its clause, at the head of its sentence, or in the title of its table."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from etl.proposals import dateneighbours, datesharing
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, counts_between
from etl.proposals.datesharing import take
from etl.proposals.datewords import Stated, stated
from etl.proposals.page import Page

_SAID: Final = re.compile(
    r"\b(?:said|announced|told|testified|wrote|reported|introduced|released|published|issued|dated|panel)\b(?:(?!\bthat\b)[^,;.]){0,25}$"
    r"|\b(?:on|in) an? [^,;.]{0,20}$",
    re.IGNORECASE,
)
_ANNOUNCED: Final = re.compile(
    r"\b(?:said|announced|told|testified|wrote|released|dated)\b[^,;.]{0,25}$", re.IGNORECASE
)
_LATER: Final = re.compile(
    r"\b(?:years?|months?|weeks?|days?) (?:later|earlier|ago|(?:after|before)"
    r"(?! (?:the|its?|an?|that|they|he|she|his|her|their)\b))\b|\b(?:today|now|currently)\b",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?:(?!\b(?:in|by|on)\b)[^,;.]){0,40},? (?:and|plus) (?:about |some |another |roughly )?")
_AS_OF: Final = re.compile(r"\bas of $", re.IGNORECASE)
# The date behind these words is that of what joined or replaced a group, not the group's own.
_BY_OTHERS: Final = re.compile(
    r"\b(?:joined|replaced|relieved|reinforced|(?:be|been|is|are|was|were) followed|followed by)\b[^,;.]*$",
    re.IGNORECASE,
)
# The date of what a relative clause tells of another thing: "in Texas, where the mission began on May 1, 2018".
_OF_OTHERS: Final = re.compile(
    r"\b(?:where|which|that|whose)\b[^;.]*\b(?:began|started|opened|launched|created|signed|issued|dated|announced"
    r"|sent out|runs|ran|expires?|expired|lapses?|lapsed|ends?|ended)\b[^,;.]*$",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r";|, (?!at )")
_DASH: Final = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]{1,2}\s")
_EARLIER: Final = re.compile(r"\b(?:earlier|before|ago|previously|last year)\b", re.IGNORECASE)
# An aside right behind the noun, with its own numbers: "1,500 troops, 1,100 of them soldiers, will arrive by May 10".
_OWN_ASIDE: Final = re.compile(r", [^;.]*?, (?:(?!\d)[^,;.])*")
_WHO: Final = re.compile(r"[^;\d]{0,80}, (?:all of whom|who) (?!said|told|spoke|asked)(?:(?!\d)[^,;.]){0,60}")
_COUNTED: Final = re.compile(
    r"\b(?:count|report|tally|list|table|roster|snapshot|figures?|numbers|data),? dated $", re.IGNORECASE
)
_PRESENT: Final = frozenset({"now", "today", "currently"})
_ASIDE: Final = re.compile(r",\s+(?:(?:(?:due|set|expected|scheduled|slated) )?to|who|which|where|whose) [^,;]*$")
# The second of two joined verbs shares the date of the first: "sifted 41,000 files in 2015 and brought in 870".
_SHARED: Final = re.compile(r"\s+and (?:\w+ed|brought|took|sent|lost|swore)(?: in| on)?(?: about| some| another)?\s*")
_FEW: Final = 10
_CLOSE: Final = 60
_DATELINE: Final = 50


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
    sentence = candidate.sentence
    found = context.dated.get(sentence.index)
    if found is None:
        found = context.dated[sentence.index] = stated(candidate.page, sentence, context.year)
    if sentence.kind == "row" and not found and sentence.heading is not None:
        datesharing.of_title(candidate, context)
        if candidate.as_of is None:
            dateneighbours.of_account(candidate, context)
        return
    if found:
        _in_sentence(candidate, found)
    if candidate.as_of is None:
        dateneighbours.same(candidate, context)
    if candidate.as_of is None:
        _share(candidate, context, alone=not found)
    for rule in () if found else (dateneighbours.of_event, dateneighbours.of_account):
        if candidate.as_of is None:
            rule(candidate, context)


def _in_sentence(candidate: Candidate, found: list[Stated]) -> None:
    """Take the date behind the number, before it, or the only one, "as of", of the sentence."""
    place = _place(candidate)
    if not _behind(candidate, found, place):
        _before(candidate, found, place)
    only = candidate.as_of is None and "noun-compared" not in candidate.trail and len(found) == 1
    if only and _AS_OF.search(candidate.page.text[place.sentence : found[0].start]):
        take(candidate, found[0], "date-as-of")


def _share(candidate: Candidate, context: Context, *, alone: bool) -> None:
    """Take the date of the question, the list, the pair or the paragraph that the number stands in."""
    if candidate.asked is not None:
        asked = stated(candidate.page, candidate.asked, context.year)
        if asked:
            take(candidate, asked[0], "date-of-question")
            return
    for rule, other in (
        ("date-of-pair", datesharing.of_pair(candidate, context)),
        ("date-of-list", datesharing.of_list(candidate, context)),
    ):
        if other is not None:
            datesharing.take_over(candidate, other, rule)
            return
    first, last = clause(candidate)
    if alone and not _PRESENT & set(candidate.page.words[first:last]):
        lead = datesharing.of_paragraph(candidate, context)
        if lead is not None:
            take(candidate, lead, "date-of-paragraph")


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


def _place(candidate: Candidate) -> _Place:
    page, sentence = candidate.page, candidate.sentence
    first, last = clause(candidate)
    counts = [at for at in counts_between(page, sentence.first, sentence.last) if not _small(page, at)]
    return _Place(
        page.starts[sentence.first],
        page.starts[first],
        page.ends[last - 1],
        page.starts[candidate.place],
        tuple((page.starts[place], page.ends[place]) for place in counts),
    )


def _small(page: Page, place: int) -> bool:
    """Whether a number is too small to have a date of its own: "counting all three groups"."""
    quantity = page.numbers[place].quantity
    return quantity is not None and quantity.value < _FEW and page.entries.get(place + 1) is None


def _behind(candidate: Candidate, found: list[Stated], place: _Place) -> bool:
    """The first date behind the number in its clause, with no other count between."""
    text = candidate.page.text
    for date in found:
        if date.start < place.number:
            continue
        who = _WHO.fullmatch(text, candidate.page.ends[candidate.end - 1], date.start) is not None
        aside = who or _OWN_ASIDE.fullmatch(text, candidate.page.ends[candidate.end - 1], date.start) is not None
        if date.end > place.clause_end and not aside:
            continue
        counts = [(start, end) for start, end in place.counts if place.number < start < date.start]
        counts = counts["of-number" in candidate.words :]
        between = bool(counts) and not (
            len(counts) == 1 and _JOINED.fullmatch(text, candidate.page.ends[candidate.place], counts[0][0])
        )
        gap = text[place.number : date.start]
        if _BY_OTHERS.search(gap) or _OF_OTHERS.search(gap):
            continue
        if (not between or aside) and not _ANNOUNCED.search(text[place.number : date.start]):
            take(candidate, date, "date-behind")
            return True
    return False


def _before(candidate: Candidate, found: list[Stated], place: _Place) -> None:
    """The nearest date before the number that is its own or that of the whole sentence."""
    text = candidate.page.text
    when = text[place.clause_start :].startswith("when")
    for date in reversed(found):
        if date.end > place.number or _LATER.search(text[date.end : place.number]):
            continue
        if "noun-compared" in candidate.trail and _EARLIER.search(text, place.number, place.clause_end):
            continue
        if _ASIDE.search(text[place.sentence : date.start]) and text[date.end : date.end + 1] == ",":
            continue
        lead = text[place.sentence : date.start]
        if (_SAID.search(lead) and not _COUNTED.search(lead)) or _is_dateline(text, date, place):
            continue
        if when and 0 <= place.clause_start - date.end <= len(", "):
            take(candidate, date, "date-when")
            return
        if _governs(text, date, place) or _SHARED.fullmatch(text, date.end, place.number):
            take(candidate, date, "date-before")
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
