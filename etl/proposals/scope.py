"""The words around a number as text, cut so that a verb in them speaks of the number."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import clause
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN
from etl.proposals.page import NUMBER, Page, year_like

_BEFORE: Final = 12
_BEHIND: Final = 10
_SUBJECT: Final = 2
_NEAR: Final = 5
_FARTHEST: Final = 28
_MAIN: Final = cue("scope/main")
_LONGEST_ASIDE: Final = 16
_ASIDES: Final = (["from"], ["who"], ["which"], ["including"], ["most"], ["all"], ["some"])
_VERBS: Final = frozenset({"would", "will", "could", "may", "is", "are", "was", "were", "has", "have", "had"})
_NUMBERING: Final = frozenset({"numbering", "totaling", "totalling"})
_JOINED: Final = cue("scope/joined")
_OF_THE: Final = (["of", "the"], ["of", "its"], ["of", "those"])


class Scope:
    """The clause of a number; other numbers in it are "#", years and the like "~", the month of May "month".

    `left`, `hedge` and `right` are the clause in three pieces, `verb` is `left` from its last "and" or "but" that a
    verb follows, `behind` the words behind the noun phrase up to the next comma, `last` the three words before the
    number, `label` the words before it in a row, and `close` the words on both sides that a verb may be among.
    `conjoined` says that the number is joined to one before it, whose verb it shares; it has no left words of its own
    then.
    """

    def __init__(self, candidate: Candidate) -> None:
        """Cut the clause around the number."""
        first, last = clause(candidate)
        words = _plain(candidate.page, first, last)
        begin = candidate.hedge_place - first
        if candidate.before(2) in _OF_THE and not candidate.bare:
            words[:begin] = ["~"] * begin
        tail = words[candidate.end - first :] or _behind_aside(candidate, last)
        if begin <= _SUBJECT:
            tail = _main_verb(candidate) or tail
        if begin and words[begin - 1] in _NUMBERING and candidate.behind(1) == [","]:
            start = candidate.end + 1
            tail = _plain(candidate.page, start, min(candidate.sentence.last, start + _BEHIND))
        if tail[:2] == ["and", NUMBER] and (begin == 0 or words[begin - 1] == ","):
            tail = _verb_of_both(candidate) or tail
        if tail[:1] == [","] and "," in tail[2:_BEHIND]:
            # What stands between two commas only says more of the noun: its verb comes after them.
            tail = tail[tail.index(",", 2) + 1 :]
        cut = next((at for at, word in enumerate(tail) if _cuts(tail, at, word)), len(tail))
        head = words[max(0, begin - _BEFORE, _verb_start(words, begin)) : begin]
        self.label = _label(candidate)
        self.conjoined = NUMBER in head and head[-1] in {"and", ",", "plus"}
        if self.conjoined:
            head = []
        self.candidate = candidate
        self.left = " ".join(words[:begin])
        self.verb = " ".join(words[_verb_start(words, begin) : begin])
        self.hedge = " ".join(words[begin : candidate.place - first])
        self.right = " ".join(words[candidate.after - first :])
        self.behind = " ".join(tail[: min(cut, _BEHIND)])
        self.close = f"{' '.join(head)} {NUMBER} {self.behind}"
        self.last = " ".join(head[-3:])
        self.phrase = " ".join(candidate.words)
        self.civilian = candidate.agency in CIVILIAN

    def share_verb(self) -> None:
        """Give a joined number the words before the first number of its list: "hiring 10,000 officers and # agents"."""
        head = self.left.split()
        head = head[: head.index(NUMBER)] if NUMBER in head else head
        self.close = f"{' '.join(head[-_BEFORE:])} {self.close}"

    @property
    def title(self) -> str:
        """The words of the titles above a row, else none."""
        page, sentence = self.candidate.page, self.candidate.sentence
        titles = sentence.titles() if sentence.kind == "row" else ()
        return " ".join(" ".join(page.words[title.first : title.last]) for title in titles)

    @property
    def question(self) -> str:
        """The words of the question that the number answers."""
        asked = self.candidate.asked
        return "" if asked is None else " ".join(self.candidate.page.words[asked.first : asked.last])

    @property
    def sentence(self) -> str:
        """All words of the sentence."""
        page, sentence = self.candidate.page, self.candidate.sentence
        return " ".join(page.words[sentence.first : sentence.last])


def _label(candidate: Candidate) -> str:
    """The words before the number in a row of a table or list, else none."""
    row = candidate.sentence.kind == "row"
    return " ".join(candidate.page.words[candidate.sentence.first : candidate.hedge_place]) if row else ""


def _behind_aside(candidate: Candidate, place: int) -> list[str]:
    """The words behind an aside that follows the noun: "125 soldiers, from the 587th Company, landed Monday"."""
    words, end = candidate.page.words, candidate.sentence.last
    if words[place : place + 1] != [","] or words[place + 1 : place + 2] not in _ASIDES:
        return []
    close = next((at for at in range(place + 2, min(end, place + _LONGEST_ASIDE)) if words[at] == ","), end)
    return _plain(candidate.page, close + 1, max(close + 1, min(end, close + _BEHIND)))


def _main_verb(candidate: Candidate) -> list[str]:
    """The words from the verb of a subject on, behind its asides: "90 reservists from Ohio, who ..., will go home"."""
    words, start = candidate.page.words, candidate.end
    end = min(candidate.sentence.last, start + _FARTHEST)
    comma = next((at for at in range(start, min(end, start + _NEAR)) if words[at] == ","), end)
    for at in range(comma + 1, end - 1):
        if words[at] == ".":
            break
        if words[at] == "," and words[at + 1] in _MAIN:
            return _plain(candidate.page, at + 1, min(candidate.sentence.last, at + 1 + _BEHIND))
    return []


def _verb_of_both(candidate: Candidate) -> list[str]:
    """The verb behind the second of two subjects: "1,150 soldiers and 190 Marines will be headed south"."""
    page, start = candidate.page, candidate.end + 2
    for at in range(start, min(candidate.sentence.last, start + _NEAR)):
        if page.words[at] in {",", "who", "that", "which"}:
            return []
        if page.words[at] in _VERBS:
            return _plain(page, at, min(candidate.sentence.last, at + _BEHIND))
    return []


def _verb_start(words: list[str], end: int) -> int:
    """Where the last of several joined verbs begins: "was authorized 780 officers and has #"."""
    for at in range(end - 1, 0, -1):
        if words[at - 1] in {"and", "but"} and (words[at] in _JOINED or words[at].endswith("ed")):
            return at
    return 0


def _cuts(tail: list[str], at: int, word: str) -> bool:
    """Whether the words behind a number end here: at a comma, another number, or a second verb."""
    return word in {",", NUMBER, "according"} or (
        word == "and" and at + 1 < len(tail) and (tail[at + 1] in _VERBS or tail[at + 1] in _JOINED)
    )


def _plain(page: Page, first: int, last: int) -> list[str]:
    words = page.words[first:last]
    for at, word in enumerate(words):
        if word == NUMBER:
            if page.numbers[first + at].quantity is None or year_like(page, first + at):
                words[at] = "~"
        elif word == "may" and page.capital(first + at):
            words[at] = "month"
    return words
