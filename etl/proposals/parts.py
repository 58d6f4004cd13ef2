"""Which figure another one is counted inside: said in words, or shown by a breakdown that adds up."""

from collections.abc import Callable
from typing import Final

from etl.proposals import part_cues as cues
from etl.proposals import sums
from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.page import year_like

Rule = Callable[[Candidate, list[Candidate], list[Candidate]], Candidate | None]
_BACK: Final = 24
_NEAR: Final = 12
_EDGE: Final = 2
_OPENING: Final = 6


def link(figures: list[Candidate]) -> None:
    """Fill `whole` of every figure that the text counts inside another."""
    sums.breakdowns(figures)
    sums.tables(figures)
    for place, figure in enumerate(figures):
        earlier = figures[max(0, place - _BACK) : place]
        if figure.whole is None:
            _in_words(figure, earlier, figures[place + 1 : place + 3])
        _of_larger(figure, earlier)
    sums.additions(figures)


def _in_words(figure: Candidate, earlier: list[Candidate], later: list[Candidate]) -> None:
    for name, rule in _RULES:
        whole = rule(figure, earlier, later)
        if whole is not None and whole is not figure and fits(figure, whole):
            figure.join(whole, name)
            return


def _of_larger(figure: Candidate, earlier: list[Candidate]) -> None:
    """The earlier number is part of this one: "480 soldiers, the first of 1,050", "They are among 388 members"."""
    if not earlier or "of-them" in figure.words or "of-number" in figure.words:
        return
    other = earlier[-1] if earlier[-1].whole is None else earlier[-1].whole
    words, sentence = figure.page.words, figure.sentence
    same = other.sentence is sentence
    if not same and (sentence.index - earlier[-1].sentence.index > 1 or words[sentence.first] not in cues.THEY):
        return
    start = max(other.end, figure.hedge_place - _NEAR) if same else sentence.first
    between = words[start : figure.hedge_place]
    if len(between) <= _NEAR and cues.LARGER.search(" ".join(between)) and other.whole is None and fits(other, figure):
        other.join(figure, "part-of-larger")


def partitive(figure: Candidate, earlier: list[Candidate], later: list[Candidate]) -> Candidate | None:
    """A part that names its whole: "of them", "of the 145", "the remaining 15", "250 are there, and the rest ..."."""
    words = figure.page.words
    if "of-number" in figure.words:
        return next((other for other in later if other.sentence is figure.sentence), figure.source)
    if "of-them" in figure.words:
        return figure.source or _previous(figure, earlier)
    source = figure.source
    if source is not None and "and the rest" in " ".join(words[figure.after : figure.sentence.last]):
        later_level = figure.as_of is not None and source.as_of is not None and figure.as_of != source.as_of
        return None if later_level else source
    if "noun-copula" in figure.trail and source is not None and figure.sentence.paragraph == source.sentence.paragraph:
        sibling = source.sentence is figure.sentence and source.whole is not None and source.whole is not figure
        return source.whole if sibling else source
    if "remaining" in words[max(0, figure.hedge_place - 1) : figure.after + 2]:
        return _previous(figure, earlier, top=True)
    if figure.before(2) == ["the", "other"] and earlier and earlier[-1].whole is not None:
        return earlier[-1].whole
    return None


def _previous(figure: Candidate, earlier: list[Candidate], *, top: bool = False) -> Candidate | None:
    """The nearest earlier figure that is larger and fits; with `top`, one that is no part itself."""
    for other in reversed(earlier):
        if fits(figure, other) and other.value > figure.value and not (top and other.whole is not None):
            return other
    return None


def of_whole(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A sentence that opens with "Of the 240," or "Of the agents on board,"."""
    page, first = figure.page, figure.sentence.first
    if page.words[first] != "of":
        return None
    opening = range(first, min(figure.place, first + _OPENING))
    comma = next((place for place in opening if page.words[place] == ","), opening.stop)
    if figure.place > comma and figure.before(1) == ["the"]:
        return None  # "most of the 1,500" speaks of another whole
    numbers = [place for place in range(first, comma) if place in page.numbers]
    years = [page.shown(place, place + 1) for place in numbers if _is_year(figure, place)]
    counts = [page.numbers[place].quantity for place in numbers if not _is_year(figure, place)]
    for other in reversed(earlier):
        if any(count is not None and count.value == other.value for count in counts):
            return other
    anchors = [other for other in earlier if other.sentence is not figure.sentence]
    for other in reversed(anchors):
        wrong_year = bool(years) and other.as_of is not None and years[0] not in other.as_of
        goal = other.status in {"authorized", "mandated-floor", "planned"} and len(anchors) > 1
        larger = fits(figure, other) and other.value > figure.value and other.whole is None
        if larger and not wrong_year and not goal:
            return other
    return None


def _is_year(figure: Candidate, place: int) -> bool:
    return figure.page.numbers[place].quantity is None or year_like(figure.page, place)


def included(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """Words between a whole and its parts in one sentence: "including", "among them", "of whom"."""
    words = figure.page.words
    for other in reversed(earlier):
        if other.sentence is not figure.sentence:
            break
        between = words[other.end : figure.hedge_place]
        if ";" in between or between[:1] == ["and"] or figure.value >= (other.value_high or other.value):
            continue
        among = words[figure.sentence.last - 3 : figure.sentence.last - 1] == ["among", "them"]
        text = f" {' '.join(between)} "
        said = ":" in between or (among and "-" in between) or any(cue in text for cue in cues.INCLUDING)
        if said and fits(figure, other):
            return other
    return _previous(figure, earlier) if set(figure.before(1)) & cues.INCLUDES else None


def listed(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A further number of a list whose first is part of a whole, as long as both fit into it."""
    source = figure.source
    if "noun-listed" not in figure.trail or source is None or source.whole is None:
        return None
    siblings = sum(other.value for other in earlier if other.whole is source.whole)
    return source.whole if siblings + figure.value <= source.whole.value else None


def split(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A sentence, or the rows below one, that breaks down the number before it."""
    words, sentence = figure.page.words, figure.sentence
    behind = " ".join(words[figure.after : sentence.last])
    if "of the total" in behind or "of the workforce" in behind:
        return _previous(figure, [other for other in earlier if other.sentence is not sentence], top=True)
    if sentence.kind == "row":
        edge = figure.hedge_place - sentence.first <= _EDGE or sentence.last - figure.end <= _EDGE
        intro = edge and sentence.heading is not None and words[sentence.heading.last - 1] == ":"
        return (
            _previous(figure, [other for other in earlier if other.sentence.kind != "row"], top=True) if intro else None
        )
    opening = " ".join(words[sentence.first : figure.hedge_place])[:70]
    several = any(other.sentence is sentence for other in earlier) or "#" in words[figure.end : sentence.last]
    if any(cue in opening for cue in cues.SPLITS_ALONE) or (several and any(cue in opening for cue in cues.SPLITS)):
        outside = [other for other in earlier if other.sentence is not sentence]
        near = [other for other in outside if other.sentence.paragraph >= sentence.paragraph - 1]
        return _previous(figure, near, top=True)
    return None


_RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("part-partitive", partitive),
    ("part-included", included),
    ("part-of-whole", of_whole),
    ("part-split", split),
    ("part-listed", listed),
)
