"""Find figures, sources, questions, agencies and series by words and numbers, in memory.

A text is cut into tokens: runs of letters or digits, case and accents folded, a number without its separators, so that
"2,500" and "2500" are one token. Each word of a query must match a token of a document: as a whole (3 points), as its
beginning (2), with the points doubled where the document is named by it. Documents are ranked by the sum, those that
are equal by kind and then as published. A query is what all its words have in common; there is no "or".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.library import Library
from dashboard.sentences import period_text, say

LONGEST_QUERY = 200
KINDS = ("agency", "question", "series", "source", "figure")
"""What can be found, in the order in which it is shown."""

_TOKEN = re.compile(r"\d+(?:[,.\u202f\u00a0' ]\d{3})+(?!\d)|[^\W_]+")
_SEPARATORS = str.maketrans("", "", ",.\u202f\u00a0' ")
_WHOLE, _BEGINNING, _NAMED = 3, 2, 2
_SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found: `label` is what its link says, `detail` what stands behind it."""

    kind: str
    id: str
    label: str
    detail: str


class Index:
    """All documents of one data version by their tokens."""

    def __init__(self, library: Library) -> None:
        """Read everything once."""
        self._documents: list[Document] = []
        self._named: dict[str, set[int]] = defaultdict(set)
        self._holding: dict[str, set[int]] = defaultdict(set)
        for document, names, texts in _documents(library):
            number = len(self._documents)
            self._documents.append(document)
            for token in tokens(*names, document.id, document.label):
                self._named[token].add(number)
            for token in tokens(*texts, document.detail):
                self._holding[token].add(number)
        self._tokens = sorted({*self._named, *self._holding})

    def find(self, query: str) -> list[Document]:
        """The documents that hold every word of a query, best first; none for a query without a word."""
        scores: Mapping[int, int] | None = None
        for word in dict.fromkeys(tokens(query)):
            found = self._matches(word)
            scores = found if scores is None else {n: scores[n] + found[n] for n in scores.keys() & found.keys()}
        ranked = sorted((-score, KINDS.index(self._documents[n].kind), n) for n, score in (scores or {}).items())
        return [self._documents[number] for _, _, number in ranked]

    def _matches(self, word: str) -> dict[int, int]:
        """The points of each document for one word."""
        points: dict[int, int] = {}
        for token in self._beginning_with(word):
            worth = _WHOLE if token == word else _BEGINNING
            for number in self._holding.get(token, ()):
                points[number] = max(points.get(number, 0), worth)
            for number in self._named.get(token, ()):
                points[number] = max(points.get(number, 0), worth * _NAMED)
        return points

    def _beginning_with(self, word: str) -> Iterator[str]:
        # Digits are a whole number or nothing: 25 is not the beginning of 2500.
        if word.isdigit() or len(word) < _SHORTEST_BEGINNING:
            yield from [word] if word in self._named or word in self._holding else []
            return
        for token in self._tokens[bisect_left(self._tokens, word) :]:
            if not token.startswith(word):
                return
            yield token


def tokens(*texts: str) -> list[str]:
    """The tokens of some texts, in order."""
    found = []
    for text in texts:
        bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
        found += [token.translate(_SEPARATORS) if token[0].isdigit() else token for token in _TOKEN.findall(bare)]
    return found


def _documents(library: Library) -> Iterator[tuple[Document, Iterable[str], Iterable[str]]]:
    """Each document with the texts that name it and those that it holds besides."""
    for row in library.terms["agencies"].values():
        yield Document("agency", row["id"], row["name"], row["definition"]), [row["short"]], []
    for question in library.questions.values():
        yield Document("question", question.id, question.text, question.reason), [], []
    for series in library.series.values():
        yield Document("series", series.id, series.title, series.note), [], []
    for row in library.sources.values():
        publisher = say("fact.not-stated") if row["publisher"] == "not stated" else row["publisher"]
        detail = say("search.source", publisher=publisher, published=period_text(row["published"]))
        yield Document("source", row["id"], row["title"], detail), [row["publisher"]], [row["note"], row["address"]]
    for view in library.figures.values():
        detail = say("search.figure", basis=view.basis.label, as_of=view.as_of, words=view.row["as_reported"])
        holding = [
            view.row["source_publisher"],
            view.row["source_title"],
            view.row["agency_path"],
            str(view.claim.value),
        ]
        yield Document("figure", view.id, view.name, detail), [str(view.claim.value), view.claim.agency], holding
