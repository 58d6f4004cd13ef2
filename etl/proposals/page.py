"""A text as tokens and sentences, with its numbers and known phrases in place and every offset kept."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from etl.proposals import cells
from etl.proposals.cues import cue
from etl.proposals.vocabulary import Entry, vocabulary
from etl.proposals.words import in_order
from etl.wording import Mention

NUMBER: Final = "#"
_ENDS: Final = frozenset(".!?")
_CLOSERS: Final = frozenset("\"'”’)")
_PAUSES: Final = _ENDS | _CLOSERS | {"\n", "\n\n"}
_SHORT_FORMS: Final = cue("page/short_forms")
_FOLLOWERS: Final = cue("page/followers")
_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_COLUMN: Final = re.compile(r"\t|\s{2,}|\.{3,}")
_SHORT_ROW: Final = 5
_WRAP: Final = 50
_LONGEST: Final = 160
_LONGEST_ROW: Final = 15
_LONGEST_TITLE: Final = 24
_MOST_TITLES: Final = 4


@dataclass(slots=True)
class Sentence:
    """Tokens first to last (not included); `kind` is "prose", "title", "row" (a line of a list or a table)."""

    first: int
    last: int
    paragraph: int
    kind: str = "prose"
    heading: "Sentence | None" = None
    index: int = 0

    def titles(self) -> "Iterator[Sentence]":
        """The title above and those above it, nearest first; no more than a reader would look up at."""
        title = self.heading
        for _ in range(_MOST_TITLES):
            if title is None:
                return
            yield title
            title = title.heading


@dataclass(slots=True, repr=False)
class Page:
    """A text and its tokens as parallel lists; `words` are in lower case, a number is "#".

    `entries` are the known phrases by their first token, `named` those tokens in order, `found` both as pairs, `spans`
    where the phrases end.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numbers: dict[int, Mention] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    named: list[int] = field(default_factory=list)
    found: list[tuple[int, Entry]] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)

    def capital(self, token: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.starts[token]].isupper()

    def shown(self, first: int, last: int) -> str:
        """The text from token first to token last (not included)."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def read(text: str) -> Page:
    """Tokens, numbers, phrases and sentences of a text, in time linear in its length."""
    page = Page(text)
    _tokens(page, cells.numbers(text))
    _phrases(page)
    _sentences(page)
    return page


def _tokens(page: Page, found: list[Mention]) -> None:
    """Fill the lists of tokens; a number of the wording grammar takes the place of the tokens that begin in it."""
    words, starts, ends = in_order(page.text)
    done = 0
    for mention in found:
        start, end = mention.number_start, mention.number_end
        first = bisect_left(starts, start, done)
        last = bisect_left(starts, end, first)
        if first < last:
            page.words += words[done:first]
            page.starts += starts[done:first]
            page.ends += ends[done:first]
            page.numbers[len(page.words)] = mention
            page.words.append(NUMBER)
            # Digits of two scripts are one token, so one may begin before the number, or go on behind it.
            page.starts.append(max(start, page.ends[-1]) if page.ends else start)
            page.ends.append(max(end, ends[last - 1]))
            done = last
    page.words += words[done:]
    page.starts += starts[done:]
    page.ends += ends[done:]


def _phrases(page: Page) -> None:
    phrases, words, covered = vocabulary().phrases, page.words, 0
    for place in [place for place, word in enumerate(words) if word in phrases]:
        if place < covered:
            continue
        for size, phrase, entry in phrases[words[place]]:
            same = size == 1 or words[place : place + size] == phrase
            if same and ("proper" not in entry.kinds or page.capital(place)):
                page.entries[place] = entry
                page.named.append(place)
                page.found.append((place, entry))
                page.spans[place] = covered = place + size
                break


def _sentences(page: Page) -> None:
    words = page.words
    first = line = paragraph = 0
    for place in [place for place, word in enumerate(words) if word in _PAUSES]:
        word = words[place]
        first = _cut(page, first, place, paragraph)
        if word == "\n\n":
            _close(page, first, place, paragraph)
            first = line = place + 1
            paragraph += 1
        elif word == "\n":
            if not _wrapped(page, line, place):
                _close(page, first, place, paragraph)
                first = place + 1
            line = place + 1
        elif place - first > _LONGEST or (word in _ENDS and _stops(page, place)):
            _close(page, first, place + 1, paragraph)
            first = place + 1
        elif first == place and word in _CLOSERS and page.sentences and place > line:
            page.sentences[-1].last = first = place + 1
    first = _cut(page, first, len(words), paragraph)
    _close(page, first, len(words), paragraph)
    _headings(page)


def _cut(page: Page, first: int, end: int, paragraph: int) -> int:
    """Close sentences that are too long; where the rest begins."""
    while (last := first + _LONGEST + 1) < end:
        while last < end and page.words[last] == "\n":
            last += 1
        if last == end:
            break
        _close(page, first, last + 1, paragraph)
        first = last + 1
    return first


def _wrapped(page: Page, line: int, place: int) -> bool:
    """Whether a line break inside a paragraph is only the edge of the column: not behind a row of dots or columns."""
    words = page.words
    if place == line or words[place - 1] in _ENDS or words[place - 1] in ":;":
        return False
    following = words[place + 1] if place + 1 < len(words) else ""
    if words[place - 2 : place] == [".", NUMBER] or "|" in words[line : place + _SHORT_ROW + 3]:
        return False
    if following.isalpha() and page.text[page.starts[place + 1]].islower():
        return True
    return page.ends[place - 1] - page.starts[line] >= _WRAP and following not in {"-", "•", "*", "–", "—"}


def _stops(page: Page, place: int) -> bool:
    """Whether a full stop ends a sentence."""
    words = page.words
    if place + 1 >= len(words) or words[place] != ".":
        return True
    before, after = words[place - 1] if place else "", words[place + 1]
    if page.starts[place + 1] == page.ends[place] and after not in _CLOSERS and after not in "“\n":
        return False
    leads = page.starts[place + 1] > page.ends[place] and (after == "." or (before == "." and after == NUMBER))
    if leads or (before == NUMBER and words[place - 2 : place - 1] in (["table"], ["figure"], ["chart"])):
        return False
    if before in _SHORT_FORMS or (len(before) == 1 and before.isalpha() and before != "i"):
        return False
    return not page.text[page.starts[place + 1]].islower()


def _close(page: Page, first: int, last: int, paragraph: int) -> None:
    while first < last and page.words[first] == "\n":
        first += 1
    if last > first:
        page.sentences.append(Sentence(first, last, paragraph, index=len(page.sentences)))


def _headings(page: Page) -> None:
    """Tell titles and rows from prose; a row knows the title above it."""
    heading: Sentence | None = None
    words = page.words
    sentences = page.sentences
    for position, sentence in enumerate(sentences):
        tail = words[max(sentence.first, sentence.last - 2) : sentence.last]
        ended = tail[-1] in _ENDS or (tail[-1] in _CLOSERS and bool(set(tail) & _ENDS))
        if words[sentence.last - 1] == ":":
            heading = sentence
        alone = (position == 0 or page.words[sentence.first - 1] in {"\n", "\n\n"}) and (
            sentence.last >= len(words) or words[sentence.last] in {"\n", "\n\n"}
        )
        if not alone or (ended and words[sentence.first] not in {"-", "•", "*"}):
            continue
        size = sentence.last - sentence.first
        listed = words[sentence.first] in {"-", "•", "*"}
        if listed or (size <= _LONGEST_ROW and _numeric_end(page, sentence) and _has_label(page, position)):
            sentence.kind = "row"
            sentence.heading = heading
        elif size <= _LONGEST_TITLE:
            sentence.kind = "title"
            above = sentences[position - 1] if position else None
            sentence.heading = above if above is not None and above.kind == "title" else None
            heading = sentence


def _has_label(page: Page, position: int) -> bool:
    """Whether a line that ends in a number is a label with it: by a colon, a column, or the lines beside it."""
    sentence = page.sentences[position]
    words = page.words[sentence.first : sentence.last]
    if ":" in words[:-1] or "|" in words:
        return True
    if words[-1] != NUMBER or words[0] == NUMBER:
        return False
    beside = page.sentences[max(0, position - 1) : position + 2]
    short = [one for one in beside if one.last - one.first <= _SHORT_ROW and page.words[one.last - 1] == NUMBER]
    column = _COLUMN.search(page.text, page.ends[sentence.last - 2], page.starts[sentence.last - 1])
    return column is not None or words[-2] == "." or (sentence in short and len(short) > 1)


def _numeric_end(page: Page, sentence: Sentence) -> bool:
    return any(
        page.numbers[place].quantity is not None and not year_like(page, place)
        for place in range(max(sentence.first, sentence.last - 3), sentence.last)
        if place in page.numbers
    )


def year_like(page: Page, place: int) -> bool:
    """Whether a number is written as years are: 1600 to 2099 without a comma."""
    return _YEAR.fullmatch(page.text, page.starts[place], page.ends[place]) is not None
