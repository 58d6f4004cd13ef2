"""The axis of a panel: from zero, with round ticks, and room for what is open above."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from etl.totals import Claim

_CLOSED_ROOM, _OPEN_ROOM = 1.06, 1.2
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear axis from 0 to `limit` people, with the tick values on it."""

    limit: int
    ticks: tuple[int, ...]

    def share(self, people: float) -> float:
        """A number of people as a share of the axis, 0 to 1."""
        return min(people / self.limit, 1.0)


def scale(claims: Sequence[Claim]) -> Scale:
    """An axis that holds all claims; it stays the same whatever is selected, so bars keep lengths."""
    needed = max(
        (largest(claim) * (_OPEN_ROOM if is_open(claim) else _CLOSED_ROOM) for claim in claims),
        default=1.0,
    )
    step = _round_step(needed / _MOST_TICKS)
    half = max(step // 2, 1)
    limit = math.ceil(needed / half) * half
    return Scale(limit, tuple(range(0, limit + 1, step)))


def is_open(claim: Claim) -> bool:
    """True when the source gives a lower bound only, so that the bar has no end."""
    return claim.low is not None and claim.high is None


def largest(claim: Claim) -> int:
    """The number of people at which the drawn part of a bar ends."""
    return claim.value if claim.high is None else claim.high


def _round_step(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, ... that is not below `least`."""
    power = 10 ** math.floor(math.log10(max(least, 1)))
    return next(int(factor * power) for factor in (1, 2, 5, 10) if factor * power >= least)
