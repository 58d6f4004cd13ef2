"""Adding quantities that have bounds and hedges (interval arithmetic)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from etl.totals.claims import Claim, Reason, Refusal
from etl.wording import Qualifier

DEFAULT_HEDGES: Mapping[Qualifier, str] = MappingProxyType(
    {
        Qualifier.EXACT: "",
        Qualifier.ABOUT: "about",
        Qualifier.ESTIMATE: "an estimated",
        Qualifier.AT_LEAST: "at least",
        Qualifier.AT_MOST: "at most",
        Qualifier.RANGE: "",
    }
)
"""The words before a sum of several figures, whose own hedges may differ."""

_ROUGH = {Qualifier.ABOUT, Qualifier.ESTIMATE}
_BOUNDED = {Qualifier.AT_LEAST, Qualifier.AT_MOST}


@dataclass(frozen=True, slots=True)
class Sum:
    """A number of people with its bounds (None for open) and how firmly it is given."""

    value: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    hedge: str
    approximate: bool = False


def add(claims: Sequence[Claim]) -> Sum | Refusal:
    """Add figures that count different people. One figure keeps its own quantity and words.

    A sum with a rough figure in it has no high bound, since that figure may be any higher; it is
    refused (OPEN_BOUNDS) if others are bounded on opposite sides.
    """
    kinds = {claim.qualifier for claim in claims}
    if len(claims) == 1:
        only = claims[0]
        return Sum(only.value, only.low, only.high, only.qualifier, only.hedge, bool(kinds & _ROUGH))
    if kinds & _ROUGH:
        return _add_rough(claims, kinds)
    low = sum(claim.low or 0 for claim in claims)
    high = sum(claim.high or 0 for claim in claims)
    if kinds == {Qualifier.EXACT}:
        return _sum(low, low, high, Qualifier.EXACT)
    if Qualifier.AT_LEAST in kinds:
        return _sum(low, low, None, Qualifier.AT_LEAST)
    if kinds == {Qualifier.AT_MOST}:
        return _sum(high, None, high, Qualifier.AT_MOST)
    return _sum(low, low, high, Qualifier.RANGE)


def _add_rough(claims: Sequence[Claim], kinds: set[Qualifier]) -> Sum | Refusal:
    if kinds >= _BOUNDED:
        bounded = tuple(claim.id for claim in claims if claim.qualifier in _BOUNDED)
        return Refusal(Reason.OPEN_BOUNDS, bounded)
    if kinds & _BOUNDED:
        (qualifier,) = kinds & _BOUNDED
    elif kinds <= {Qualifier.ESTIMATE, Qualifier.EXACT}:
        qualifier = Qualifier.ESTIMATE
    else:
        qualifier = Qualifier.ABOUT
    value = sum(claim.value for claim in claims)
    low = sum(claim.low or 0 for claim in claims)
    return _sum(value, low or None, None, qualifier, approximate=True)


def _sum(
    value: int,
    low: int | None,
    high: int | None,
    qualifier: Qualifier,
    *,
    approximate: bool = False,
) -> Sum:
    return Sum(value, low, high, qualifier, DEFAULT_HEDGES[qualifier], approximate)
