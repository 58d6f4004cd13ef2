"""One fact, one figure: later mentions of a fact that is already told are dropped."""

from typing import Final

from etl.proposals.candidate import Candidate

_KEPT: Final = 8


def drop(figures: list[Candidate]) -> None:
    """Refuse repeats; a title gives way to the body."""
    body = {_amount(figure) for figure in figures if figure.sentence.kind != "title"}
    for figure in figures:
        headline = figure.sentence.kind == "title" and figure.sentence.paragraph <= 1
        if headline and _amount(figure) in body:
            figure.refuse("repeat", "repeats a figure of the body")
    kept: dict[tuple[int, int | None], list[Candidate]] = {}
    for figure in figures:
        if not figure.accepted:
            continue
        same = kept.setdefault(_amount(figure), [])
        if any(not _differs(figure, other) for other in same):
            figure.refuse("repeat", "repeats an earlier figure")
        elif len(same) < _KEPT:  # enough to tell facts apart, and time stays linear
            same.append(figure)


def _amount(figure: Candidate) -> tuple[int, int | None]:
    return figure.value, figure.value_high


def _differs(one: Candidate, other: Candidate) -> bool:
    """Whether the same number is another fact: of another group, another day, or in one list with the first."""
    if one.before(1) in (["the"], ["those"], ["these"]) and one.agency == other.agency:
        return False
    if one.sentence is other.sentence or {"noun-listed", "noun-row", "noun-of-them"} & set(one.trail):
        return True
    if one.more and not other.more and one.status != other.status:
        return True
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return True
    return one.agency != other.agency and one.source is None and not one.bare
