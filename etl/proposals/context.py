"""What stands around a number: its clause, the agencies near it, and what the text has spoken of so far."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, NamedTuple

from etl.proposals import speakers, tables
from etl.proposals.candidate import Candidate
from etl.proposals.cues import cue
from etl.proposals.datewords import Stated, year_of
from etl.proposals.page import NUMBER, Page, Sentence, year_like
from etl.proposals.tables import Columns
from etl.proposals.vocabulary import Entry

BREAKS: Final = frozenset({";", ":", "—", "–", "-", "(", ")", "“", "”", '"'})
_OPENERS: Final = cue("context/openers")
_RESTARTS: Final = cue("context/restarts")
# How far back a name may lie, so that a long text takes no longer a word than a short one.
_MEMORY: Final = 200
CROSSINGS: Final = frozenset({"crossing", "crossings", "port of entry", "ports of entry"})
BORDER_AGENCIES: Final = frozenset({"cbp", "usbp", "ofo", "amo"})
_PARTS: Final = cue("context/parts")
_ASKED: Final = cue("context/asked")
_OF: Final = frozenset({"of", "by", "from", "to", "for"})
_NEAR: Final = 4
_BACK: Final = 6
_APPOSED: Final = 12
_LONGEST: Final = 60


class Spoken(NamedTuple):
    """A name that the text has spoken of: paragraph, token and what it is."""

    paragraph: int
    place: int
    entry: Entry


@dataclass(slots=True)
class Context:
    """The text read so far; `history` holds the candidates that count people or things, in order.

    `crossings` says whether it has spoken of ports of entry. `named` are the agencies spoken of anywhere before,
    `setting` the place of the last dateline. `dated` and `foreign` keep, by sentence, its dates and whether it speaks
    of a foreign force, `possible` the refusals that its words allow: every number in it asks.
    """

    page: Page
    years: list[str | None] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    history: list[Candidate] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    crossings: bool = False
    everywhere: frozenset[str] | None = None
    border: bool | None = None
    setting: Entry | None = None
    dated: dict[int, list[Stated]] = field(default_factory=dict)
    foreign: dict[int, bool] = field(default_factory=dict)
    possible: dict[int, list[tuple[str, Any]]] = field(default_factory=dict)
    columns: Columns | None = None

    def year(self) -> str | None:
        """The year of the first full date of the text, looked for when it is first asked for."""
        if not self.years:
            self.years.append(year_of(self.page.text))
        return self.years[0]

    def head(self, place: int) -> tuple[int, int] | None:
        """Where the head of the column stands, for a number in a table of several columns."""
        if self.columns is None:
            self.columns = tables.columns(self.page)
        return self.columns.get(place)

    def hear(self, sentence: Sentence) -> None:
        """Note the agencies that a sentence speaks of."""
        for place, entry in entries_between(self.page, sentence.first, sentence.last):
            self.crossings = self.crossings or entry.phrase in CROSSINGS
            if entry.agency is not None:
                supported = self._asks(place)
                parent = self._told(place) and is_parent(self.page, place, sentence.first)
                if not supported and not parent and not speakers.is_addressed(self.page, place):
                    self.spoken.append(Spoken(sentence.paragraph, place, entry))
                self.named.add(entry.agency)

    def _asks(self, place: int) -> bool:
        """Whether a name is that of those who are helped or who ask for help: "in support of", "the request of"."""
        near = self.page.words[max(0, place - _NEAR) : place]
        while near and near[-1] in {"the", "u.s."}:
            near.pop()
        return len(near) > 1 and near[-1] in _OF and near[-2] in _ASKED

    def _told(self, place: int) -> bool:
        """Whether a name was spoken of shortly before a token."""
        return bool(self.spoken) and self.spoken[-1].place >= place - _APPOSED

    def of_page(self) -> frozenset[str]:
        """The agencies that the whole text names, before and after."""
        if self.everywhere is None:
            names = entries_between(self.page, 0, len(self.page.words))
            self.everywhere = frozenset(entry.agency for _, entry in names if entry.agency)
        return self.everywhere

    def at_border(self) -> bool:
        """Whether the text speaks of the border, or of an agency whose work is there."""
        if self.border is None:
            names = entries_between(self.page, 0, len(self.page.words))
            self.border = any("border" in entry.kinds or entry.agency in BORDER_AGENCIES for _, entry in names)
        return self.border

    def heard(self) -> Iterator[Spoken]:
        """The names spoken of before, nearest first, as far back as a reader would look."""
        return islice(reversed(self.spoken), _MEMORY)

    def subject(self, sentence: Sentence) -> str | None:
        """The agency that the nearest earlier sentence of the paragraph, or of the one before, has named first."""
        for earlier in reversed(self.page.sentences[max(0, sentence.index - _BACK) : sentence.index]):
            if earlier.kind == "title" or sentence.paragraph - earlier.paragraph > 1:
                return None
            names = entries_between(self.page, earlier.first, earlier.last)
            agency = next((entry.agency for _, entry in names if entry.agency), None)
            if agency is not None:
                return agency
        return None

    def last(self) -> Candidate | None:
        """The nearest earlier candidate that has a noun or a counted word, refused or not."""
        return self.history[-1] if self.history else None

    def last_people(self, reach: int = 3) -> Candidate | None:
        """The nearest earlier candidate that counts people, refused or not, at most `reach` back."""
        return next((other for other in reversed(self.history[-reach:]) if other.noun is not None), None)

    def sentences_before(self, sentence: Sentence) -> list[Sentence]:
        """The nearest earlier sentences of the same paragraph."""
        before = self.page.sentences[max(0, sentence.index - _BACK) : sentence.index]
        return [other for other in before if other.paragraph == sentence.paragraph]


def clause(candidate: Candidate) -> tuple[int, int]:
    """First token and first token behind the clause of a number."""
    end, first, last = candidate.clause_of
    if end != candidate.end:
        first, last = _first(candidate), _last(candidate)
        candidate.clause_of = candidate.end, first, last
    return first, last


def _first(candidate: Candidate) -> int:
    words, first = candidate.page.words, candidate.hedge_place
    start, begin = first, max(candidate.sentence.first, first - _LONGEST)
    while first > begin:
        word = words[first - 1]
        if word in BREAKS or (word == "," and words[first] in _OPENERS):
            break
        if word in {"and", "but"} and words[first] in _RESTARTS and first < start:
            break
        first -= 1
    return first


def _last(candidate: Candidate) -> int:
    words, last = candidate.page.words, candidate.end
    end = min(candidate.sentence.last, last + _LONGEST)
    while last < end:
        word = words[last]
        if word in BREAKS:
            break
        if last + 1 < end:
            following = words[last + 1]
            if (word == "," and following in _OPENERS) or (word in {"and", "but"} and following in _RESTARTS):
                break
        last += 1
    return last


def left(candidate: Candidate, count: int) -> list[str]:
    """Up to `count` words of the clause before number and hedge, nearest last."""
    first, start = clause(candidate)[0], candidate.hedge_place
    return candidate.page.words[max(start - count, first) : start]


def right(candidate: Candidate, count: int) -> list[str]:
    """Up to `count` words of the clause behind the noun phrase."""
    last, end = clause(candidate)[1], candidate.end
    return candidate.page.words[end : min(end + count, last)]


def entries_between(page: Page, first: int, last: int) -> list[tuple[int, Entry]]:
    """Known phrases that begin between two tokens, in order."""
    begin = bisect_left(page.named, first)
    return page.found[begin : bisect_left(page.named, last, begin)]


def border_before(candidate: Candidate, context: Context) -> bool:
    """Whether the paragraph has spoken of the border."""
    page, sentence = candidate.page, candidate.sentence
    near = [*context.sentences_before(sentence), sentence]
    return any("border" in entry.kinds for one in near for _, entry in entries_between(page, one.first, one.last))


def counts_between(page: Page, first: int, last: int) -> list[int]:
    """The tokens between two places that are counts: no dates, years or amounts of money."""
    return [place for place in range(first, last) if page.words[place] == NUMBER and _is_count(page, place)]


def _is_count(page: Page, place: int) -> bool:
    return page.numbers[place].quantity is not None and not year_like(page, place)


def is_parent(page: Page, place: int, first: int) -> bool:
    """Whether a name is only that of the whole that something is a part of: "the largest part of CBP"."""
    words = page.words
    while place > first and words[place - 1] in {"the", "u.s."}:
        place -= 1
    return place - 1 > first and words[place - 1] == "of" and words[place - 2] in _PARTS
