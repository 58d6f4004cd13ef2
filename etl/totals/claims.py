"""What goes into a total and what comes out of it."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from etl.wording import Qualifier


class Rank(StrEnum):
    """How an answer stands among the rival answers to its question."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Reason(StrEnum):
    """Why there is no total, or no remainder."""

    NOTHING = "nothing"
    """There is no figure to count."""
    RIVALS = "rivals"
    """Several answer one question, and none of them, or more than one, is the preferred answer."""
    BASES = "bases"
    """They count different things: troops ordered and staff on board, say."""
    UNDATED = "undated"
    """At least one of them states no date."""
    DATES = "dates"
    """They speak of dates too far apart."""
    OVERLAP = "overlap"
    """They may count the same people."""
    REPEATED = "repeated"
    """They may count the same people, on different dates."""
    OPEN_BOUNDS = "open-bounds"
    """Their hedges leave nothing to state: neither a bound nor an approximate number."""
    PARTS_ABOVE_WHOLE = "parts-above-whole"
    """The parts together are larger than their whole."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure, as far as adding it needs to know it. All quantities are numbers of people.

    `low` and `high` bound the true number, None where the source gives no bound: an exact figure
    has both equal to `value`, about and estimate have neither, at-least has only `low`, at-most
    only `high`, a range both with `value` at its low end. `start` and `end` are the days it speaks
    of, both None if not stated. `region` None is everywhere. `hedge` is in the source's words.
    `command` is whose orders the people are under, None if that is not said or nobody's: nobody is
    under two commands on one day.
    """

    id: str
    value: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    hedge: str
    basis: str
    agency: str
    start: date | None
    end: date | None
    part_of: str | None
    region: str | None = None
    question: str | None = None
    rank: Rank = Rank.NORMAL
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """How many people a selection counts, and what became of each figure selected.

    Every selected id is either in `counted`, or first of a pair in `inside` (it is counted inside the
    second) or in `set_aside` (the second is the preferred answer to the same question). What lies
    inside an answer that is set aside stands in `inside` with that answer.
    All three are in the order of the claims. `approximate` says that the value rests on an
    about or an estimate, so that even a bound in `qualifier` is a rough one.
    """

    value: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    hedge: str
    approximate: bool
    basis: str
    counted: tuple[str, ...]
    inside: tuple[tuple[str, str], ...]
    set_aside: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no number: the ids that stand in the way, in the order of the claims.

    `bases` is filled for Reason.BASES only, in order of first appearance.
    """

    reason: Reason
    ids: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remainder:
    """How many people of a whole are in none of its parts: computed, never reported."""

    value: int
    basis: str
    start: date
    end: date
    whole: str
    parts: tuple[str, ...]


def as_json(result: Total | Refusal | Remainder) -> dict[str, object]:
    """Give the result as JSON values under its field names, with its kind under "kind"."""
    kind = type(result).__name__.lower()
    return {"kind": kind} | {field.name: _json_value(getattr(result, field.name)) for field in fields(result)}


def _json_value(value: object) -> object:
    if isinstance(value, tuple):
        return [_json_value(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
