"""Which earlier number the words of a part mean: "of them", "of those in Texas", "Of the 240,"."""

from typing import Final

from etl.proposals import nouns
from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.page import year_like

_OPENING: Final = 6
_THEM: Final = frozenset({"them", "those", "these", "whom", "which"})
_OWNERS: Final = frozenset({"its", "their", "his", "her", "our", "my"})
_CLAUSES: Final = frozenset({",", ";", "and", "but", ":", "-", "—", "–", "yet", "so", "“", '"', "(", "that", "said"})
_JOINTS: Final = frozenset({",", ";", "and", "but", "while"})
_COMERS: Final = frozenset(
    {"new", "newcomers", "arrivals", "additional", "added", "recruits", "hires", "reinforcements"}
)
_COMING: Final = frozenset({"ordered", "planned", "hired"})


def previous(figure: Candidate, earlier: list[Candidate], *, top: bool = False) -> Candidate | None:
    """The nearest earlier figure that is larger and fits; with `top`, one that is no part itself."""
    for other in reversed(earlier):
        if fits(figure, other) and other.value > figure.value and not (top and other.whole is not None):
            return other
    return None


def meant(figure: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """The whole of "of them": the number that the words behind "of" describe, else the one spoken of last."""
    phrase = figure.page.words[figure.after : figure.end]
    if phrase[-1:] == ["own"]:
        return None
    larger = [one for one in earlier if (one.value_high or one.value) >= figure.value]
    if _COMERS & set(phrase):
        coming = next((one for one in reversed(larger) if one.status in _COMING), None)
        if coming is not None:
            return coming
    source = figure.source
    if source is not None and source.whole is not None and source.sentence.index < figure.sentence.index - 1:
        source = source.whole
    usual = source or previous(figure, earlier)
    if phrase[1:2] and (phrase[1] in _OWNERS or (source is None and phrase[1] in _THEM)):
        return None
    return described(figure.after + 1, figure, larger, usual)


def described(
    start: int, figure: Candidate, earlier: list[Candidate], usual: Candidate | None = None
) -> Candidate | None:
    """The earlier number told with most of the words from `start` on to the end of the phrase; else the usual one."""
    page, end = figure.page, figure.end
    if page.words[end : end + 1] in (["in"], ["at"], ["from"]):
        end += 3
    places = range(start, min(end, figure.sentence.last))
    words = {page.words[place] for place in places if page.words[place].isalpha()} - nouns.STOPS - _COMERS
    best, most = usual, 0 if usual is None else len(words & set(_about(usual, earlier)))
    for one in reversed(earlier):
        shared = len(words & set(_about(one, earlier)))
        if shared > most and fits(figure, one, said=True):
            best, most = one, shared
    return best


def _about(one: Candidate, earlier: list[Candidate]) -> list[str]:
    """The words around a number that belong to no other number of its sentence."""
    words, first, last = one.page.words, one.sentence.first, one.sentence.last
    for other in earlier:
        if other.sentence is one.sentence and other is not one:
            if other.place < one.place:
                first = max(first, _joint(words, other.end, one.hedge_place))
            else:
                last = min(last, _joint(words, one.end, other.hedge_place))
    return words[first:last]


def _joint(words: list[str], first: int, last: int) -> int:
    """The last comma or "and" between two numbers of a sentence."""
    return next((place for place in range(last - 1, first, -1) if words[place] in _JOINTS), first)


def opening(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A clause that opens with "Of the 240," or "Of the agents on board,"."""
    page = figure.page
    first = _of(figure)
    if first is None:
        return None
    head = range(first, min(figure.place, first + _OPENING))
    comma = next((place for place in head if page.words[place] == ","), head.stop)
    if figure.place > comma and figure.before(1) == ["the"]:
        return None  # "most of the 1,500" speaks of another whole
    numbers = [place for place in range(first, comma) if place in page.numbers]
    if figure.place in numbers:
        return None
    years = [page.shown(place, place + 1) for place in numbers if _is_year(figure, place)]
    counts = [page.numbers[place].quantity for place in numbers if not _is_year(figure, place)]
    for other in reversed(earlier):
        if any(count is not None and count.value == other.value for count in counts):
            return other
    if counts:
        return None
    anchors = [other for other in earlier if other.sentence is not figure.sentence]
    for other in reversed(anchors):
        wrong_year = bool(years) and other.as_of is not None and years[0] not in other.as_of
        goal = other.status in {"authorized", "mandated-floor", "planned"} and len(anchors) > 1
        larger = fits(figure, other) and other.value > figure.value and other.whole is None
        if larger and not wrong_year and not goal:
            return other
    return None


def _of(figure: Candidate) -> int | None:
    """Where "of" opens the sentence, or a clause of it and is followed by a number: "But of the 5,120 soldiers,"."""
    page, first = figure.page, figure.sentence.first
    if page.words[first] == "of":
        return first
    for place in range(figure.hedge_place - 1, first, -1):
        if page.words[place] == "of" and page.words[place - 1] in _CLAUSES:
            number = place + 1 in page.numbers or place + 2 in page.numbers
            return place if number and "," in page.words[place : figure.place] else None
    return None


def _is_year(figure: Candidate, place: int) -> bool:
    return figure.page.numbers[place].quantity is None or year_like(figure.page, place)
