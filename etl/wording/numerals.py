"""One number in a text, and what becomes of it: a count, surely none, or nothing that can be read."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from etl.wording.reasons import Reason
from etl.wording.tokens import Tokens, is_word


class Standing(Enum):
    """Whether a number counts people, surely does not, or can't be read."""

    COUNT = auto()
    ASIDE = auto()
    REFUSED = auto()


# A member as a name of its own: looking it up in its class takes longer than most steps of the grammar.
COUNT: Final = Standing.COUNT
ASIDE: Final = Standing.ASIDE
REFUSED: Final = Standing.REFUSED


@dataclass(slots=True)
class Numeral:
    """Tokens `first` to `last` that make one number; `scale` and `mixed` as in `number_words.Spelled`.

    `plain` is true for digits without separators or scale, which may be a year or a part of a name.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal | int = 0
    scale: int = 1
    mixed: bool = False
    plain: bool = False
    standing: Standing = COUNT
    reason: Reason | None = None

    def set_aside(self, reason: Reason) -> None:
        """Mark as surely no count of people."""
        self.standing, self.reason = ASIDE, reason

    def refuse(self, reason: Reason) -> None:
        """Mark as not readable."""
        self.standing, self.reason = REFUSED, reason


def span(tokens: Tokens, first: int, last: int) -> Numeral:
    """A count over the tokens `first` to `last`, its value still to be set."""
    return Numeral(first, last, tokens.starts[first], tokens.ends[last])


def refused(tokens: Tokens, first: int, last: int, reason: Reason) -> Numeral:
    """A number over the tokens `first` to `last` that is not read."""
    numeral = span(tokens, first, last)
    numeral.refuse(reason)
    return numeral


def next_word(tokens: Tokens, place: int) -> int | None:
    """Place of the word that follows after white space or one hyphen, or None."""
    texts, starts, ends = tokens
    following = place + 1
    if (
        following + 1 < len(texts)
        and texts[following] == "-"
        and ends[place] == starts[following]
        and ends[following] == starts[following + 1]
    ):
        following += 1
    return following if following < len(texts) and is_word(texts[following]) else None
