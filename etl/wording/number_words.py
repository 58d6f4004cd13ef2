"""English number words to numbers: "twelve hundred", "nineteen thousand one hundred and four", "two dozen"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
TENS: Final = {
    word: 10 * count
    for count, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_UNITS: Final = {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), start=1)
}
_TEENS: Final = {
    word: value
    for value, word in enumerate(
        (
            "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ),
        start=10,
    )
}  # fmt: skip
_VALUES: Final = {**_UNITS, **_TEENS, **TENS}

# Each word is one letter of a code, so that one regular expression states the grammar.
_CODES: Final = {
    **dict.fromkeys(_UNITS, "u"),
    **dict.fromkeys(_TEENS, "e"),
    **dict.fromkeys(TENS, "t"),
    "dozen": "d",
    "hundred": "h",
    "thousand": "k",
    "million": "m",
    "billion": "b",
    "zero": "z",
    "half": "f",
    "a": "a",
    "and": "&",
}
NUMBER_WORDS: Final = frozenset(_CODES)
# The longest number has five words before each of its scales: a longer run of words never is one number.
LONGEST: Final = 24

_SMALL: Final = "(?:tu?|e|u)"
_AFTER_HUNDRED: Final = f"(?:&?{_SMALL})?"
_BELOW_THOUSAND: Final = f"(?:uh{_AFTER_HUNDRED}|{_SMALL})"
_HUNDRED: Final = f"ah{_AFTER_HUNDRED}"
_FACTOR: Final = f"(?:{_BELOW_THOUSAND}|{_HUNDRED}|a)"
_REST: Final = f"(?:&{_SMALL}|{_BELOW_THOUSAND})?"
_FORMS: Final = (
    "z",
    "a?f[dhkmb]|fa[dhkmb]",
    f"(?:a|{_SMALL})d",
    f"(?:tu?|e)h{_AFTER_HUNDRED}",
    f"{_FACTOR}b(?:{_FACTOR}m)?(?:{_FACTOR}k)?{_REST}",
    f"{_FACTOR}m(?:{_FACTOR}k)?{_REST}",
    f"{_FACTOR}k{_REST}",
    _HUNDRED,
    _BELOW_THOUSAND,
)
_NUMBER: Final = re.compile("|".join(_FORMS))
_SCALE_CODES: Final = frozenset("dhkmb")


class Spelled(NamedTuple):
    """A number in words.

    `size` is how many words it takes; `scale` the value of its first scale word (1 if none); `mixed` says
    that more words follow that scale, so that it can't be carried to the other end of a range.
    """

    size: int
    value: Decimal
    scale: int
    mixed: bool


def spelled(words: Sequence[str]) -> Spelled | None:
    """Longest number that the words begin with, or None. Every word is one of NUMBER_WORDS.

    Hundreds may be counted up to ninety-nine ("twelve hundred"), "and" may stand before the last tens or
    units, and "half a" before dozen, hundred, thousand, million and billion.
    """
    code = "".join(_CODES[word] for word in words)
    match = _NUMBER.match(code)
    if match is None:
        return None
    used = words[: match.end()]
    scales = [place for place, letter in enumerate(match.group()) if letter in _SCALE_CODES]
    scale = SCALES[used[scales[0]]] if scales else 1
    mixed = bool(scales) and scales[0] != len(used) - 1
    return Spelled(len(used), _value(used), scale, mixed)


def _value(words: Sequence[str]) -> Decimal:
    total, current = Decimal(0), Decimal(0)
    for word in words:
        if word == "half":
            current = Decimal("0.5")
        elif word == "a":
            current = current or Decimal(1)
        elif word in {"hundred", "dozen"}:
            current *= SCALES[word]
        elif word in SCALES:
            total, current = total + current * SCALES[word], Decimal(0)
        else:
            current += _VALUES.get(word, 0)
    return total + current
