"""Which figure another one is counted inside: said in words, or shown by a breakdown that adds up."""

from typing import Final

from etl.proposals import sums
from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.page import year_like

_INCLUDING: Final = (
    "including",
    "among them",
    "of whom",
    "of which",
    "of them",
    "made up of",
    " included ",
    " includes ",
)
_INCLUDES: Final = frozenset({"included", "includes", "include", "including"})
_SPLITS: Final = ("made up of", "breaks down", "that's", "consists of", "consist of", "that 's")
_SPLITS_ALONE: Final = (
    "that includes", "it includes", "those include", "these include", "they include", "the total includes",
    "the figure includes", "the force includes", "the deployment includes", "the contingent includes",
)  # fmt: skip
_BACK: Final = 24
_OPENING: Final = 6


def link(figures: list[Candidate]) -> None:
    """Fill `whole` of every figure that the text counts inside another."""
    sums.breakdowns(figures)
    sums.tables(figures)
    for place, figure in enumerate(figures):
        earlier = figures[max(0, place - _BACK) : place]
        if figure.whole is None:
            _in_words(figure, earlier, figures[place + 1 : place + 3])
        _first_of(figure, earlier)
    sums.additions(figures)


def _in_words(figure: Candidate, earlier: list[Candidate], later: list[Candidate]) -> None:
    found = (
        ("part-partitive", partitive(figure, earlier, later)),
        ("part-included", included(figure, earlier)),
        ("part-of-whole", of_whole(figure, earlier)),
        ("part-split", split(figure, earlier)),
        ("part-listed", listed(figure, earlier)),
    )
    for rule, whole in found:
        if whole is not None and whole is not figure and fits(figure, whole):
            figure.join(whole, rule)
            return


def _first_of(figure: Candidate, earlier: list[Candidate]) -> None:
    """The earlier number is part of this one: "480 soldiers had reached the post, the first of 1,050"."""
    if figure.before(2) == ["first", "of"] and earlier:
        other = earlier[-1]
        if other.sentence is figure.sentence and other.whole is None and fits(other, figure):
            other.join(figure, "part-first-of")


def partitive(figure: Candidate, earlier: list[Candidate], later: list[Candidate]) -> Candidate | None:
    """A part that names its whole: "of them", "of the 145", "the remaining 15", "250 are there, and the rest ..."."""
    words = figure.page.words
    if "of-number" in figure.words:
        return next((other for other in later if other.sentence is figure.sentence), figure.source)
    if "of-them" in figure.words:
        return figure.source or _previous(figure, earlier)
    if "and the rest" in " ".join(words[figure.after : figure.sentence.last]) and figure.source is not None:
        return figure.source
    source = figure.source
    if "noun-copula" in figure.trail and source is not None and figure.sentence.paragraph == source.sentence.paragraph:
        return source
    if "remaining" in words[max(0, figure.hedge_place - 1) : figure.after + 2]:
        return _previous(figure, earlier, top=True)
    return None


def _previous(figure: Candidate, earlier: list[Candidate], *, top: bool = False) -> Candidate | None:
    """The nearest earlier figure that is larger and fits; with `top`, one that is no part itself."""
    for other in reversed(earlier):
        if fits(figure, other) and other.value > figure.value and not (top and other.whole is not None):
            return other
    return None


def of_whole(figure: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """A sentence that opens with "Of the 240," or "Of the agents on board,"."""
    page, first = figure.page, figure.sentence.first
    if page.words[first] != "of":
        return None
    opening = range(first, min(figure.place, first + _OPENING))
    comma = next((place for place in opening if page.words[place] == ","), opening.stop)
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


def included(figure: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """Words between a whole and its parts in one sentence: "including", "among them", "of whom"."""
    words = figure.page.words
    for other in reversed(earlier):
        if other.sentence is not figure.sentence:
            break
        between = words[other.end : figure.hedge_place]
        if ";" in between or between[:1] == ["and"] or figure.value >= (other.value_high or other.value):
            continue
        among = words[figure.sentence.last - 3 : figure.sentence.last - 1] == ["among", "them"]
        said = (
            ":" in between or (among and "-" in between) or any(cue in f" {' '.join(between)} " for cue in _INCLUDING)
        )
        if said and fits(figure, other):
            return other
    return _previous(figure, earlier) if set(figure.before(1)) & _INCLUDES else None


def listed(figure: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """A further number of a list whose first is part of a whole, as long as both fit into it."""
    source = figure.source
    if "noun-listed" not in figure.trail or source is None or source.whole is None:
        return None
    siblings = sum(other.value for other in earlier if other.whole is source.whole)
    return source.whole if siblings + figure.value <= source.whole.value else None


def split(figure: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """A sentence, or the rows below one, that breaks down the number before it."""
    words, sentence = figure.page.words, figure.sentence
    outside = [other for other in earlier if other.sentence is not sentence]
    behind = " ".join(words[figure.after : sentence.last])
    if "of the total" in behind or "of the workforce" in behind:
        return _previous(figure, outside, top=True)
    if sentence.kind == "row":
        intro = sentence.heading is not None and words[sentence.heading.last - 1] == ":"
        return (
            _previous(figure, [other for other in earlier if other.sentence.kind != "row"], top=True) if intro else None
        )
    opening = " ".join(words[sentence.first : figure.hedge_place])[:70]
    several = any(other.sentence is sentence for other in earlier) or "#" in words[figure.end : sentence.last]
    if any(cue in opening for cue in _SPLITS_ALONE) or (several and any(cue in opening for cue in _SPLITS)):
        near = [other for other in outside if other.sentence.paragraph >= sentence.paragraph - 1]
        return _previous(figure, near, top=True)
    return None
