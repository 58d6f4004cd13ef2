"""What a wording is read into, and the error that says why it could not be."""

from enum import StrEnum
from typing import Final, NamedTuple

LIMIT: Final = 1_000_000_000
_SHOWN: Final = 60


class Qualifier(StrEnum):
    """How a source hedges its number."""

    EXACT = "exact"
    ABOUT = "about"
    ESTIMATE = "estimate"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"


EXACT: Final = Qualifier.EXACT


class Quantity(NamedTuple):
    """A number of people as a source words it.

    `value` is the number as printed, for a range its lower end. `low` and `high` are the bounds, both
    included; None where the source gives none: exact has low = value = high, about and estimate have
    neither, at-least has only `low`, at-most only `high`, a range has both. "More than 500" keeps the
    printed 500 as its bound.

    `hedge` holds the hedge words in lower case with single spaces, "" for none; words before and after
    the number are parted by " … " ("about … or more"). `start` and `end` are the span of hedge and number
    in the wording (so wording[start:end] is the phrase), `number_start` and `number_end` that of the number.
    """

    value: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    hedge: str
    start: int
    end: int
    number_start: int
    number_end: int


class WordingError(ValueError):
    """A wording that gives no single quantity.

    `reason` is a short sentence, `found` the words it is about (cut to 60 characters), `accepted` what
    would be read in their place, and `start` the offset of `found` in the wording.
    """

    def __init__(self, reason: str, found: str, accepted: str, start: int) -> None:
        """Keep the four parts; the message joins them."""
        self.reason = reason
        self.found = found if len(found) <= _SHOWN else found[: _SHOWN - 1] + "…"
        self.accepted = accepted
        self.start = start
        super().__init__(f"{reason} Found {self.found!r}; accepted: {accepted}.")

    def __reduce__(self) -> tuple[type["WordingError"], tuple[str, str, str, int]]:
        """Let an error cross a process border: the parts rebuild it, the message alone would not."""
        return type(self), (self.reason, self.found, self.accepted, self.start)


def bounds(qualifier: Qualifier, value: int) -> tuple[int | None, int | None]:
    """Low and high of a single number under a qualifier other than range."""
    if qualifier is EXACT:
        return value, value
    if qualifier is Qualifier.AT_LEAST:
        return value, None
    return None, value if qualifier is Qualifier.AT_MOST else None
