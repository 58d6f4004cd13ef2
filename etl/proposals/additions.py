"""What an addition makes in all, and the numbers that it is made of."""

from itertools import combinations
from typing import Final

from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.merging import MILITARY

_JOINING: Final = frozenset({"ordered", "planned", "deployed", "onboard", "hired", "authorized"})
_COMING: Final = frozenset({"ordered", "planned", "hired"})
_NEIGHBOURS: Final = 8
_MOST_MEMBERS: Final = 4
_PARAGRAPHS: Final = 2
_TOLERANCE: Final = 0.04


def join(figures: list[Candidate]) -> None:
    """An addition and the group that it joins are part of what they make together."""
    for place, total in enumerate(figures):
        if total.status == "total-after":
            around = [*figures[max(0, place - _NEIGHBOURS) : place], *figures[place + 1 : place + _NEIGHBOURS]]
            near = [other for other in around if _may_join(other, total)]
            members = _adding_up(near, total) or [other for other in near if _is_addition(other, total)][-1:]
            for member in members:
                if member.whole is None:
                    member.join(total, "part-joined")


def _may_join(other: Candidate, total: Candidate) -> bool:
    apart = abs(other.sentence.paragraph - total.sentence.paragraph)
    if other.whole is total:
        return True
    if other.whole is not None or other.value >= total.value or apart > _PARAGRAPHS or other.status not in _JOINING:
        return False
    return fits(other, total) or {other.agency, total.agency} <= MILITARY


def _adding_up(near: list[Candidate], total: Candidate) -> list[Candidate]:
    """The numbers that add up to the total: exactly rather than nearly, and the nearest to it rather than others."""
    best: tuple[bool, int, int] | None = None
    members: list[Candidate] = []
    for size in range(2, min(_MOST_MEMBERS, len(near)) + 1):
        for some in combinations(near, size):
            off = _off(some, total)
            if off > max(1, total.value * _TOLERANCE):
                continue
            rank = (off > 1, sum(abs(one.sentence.index - total.sentence.index) for one in some), int(off))
            if best is None or rank < best:
                best, members = rank, list(some)
    return members


def _off(some: tuple[Candidate, ...], total: Candidate) -> float:
    """How far the sum of some numbers is from the total; a range adds its lower to its upper end."""
    low = sum(one.value for one in some)
    high = sum(one.value_high or one.value for one in some)
    return max(0, low - (total.value_high or total.value), total.value - high)


def _is_addition(other: Candidate, total: Candidate) -> bool:
    if other.sentence is total.sentence and (other.more or (other.place < total.place and other.before(1) != ["from"])):
        return True
    close = abs(other.sentence.paragraph - total.sentence.paragraph) <= _PARAGRAPHS
    return other.place < total.place and close and (other.more or other.status in _COMING)
