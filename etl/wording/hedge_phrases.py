"""The phrases that hedge a number, each with the qualifier that it gives."""

from collections.abc import Iterable
from itertools import product
from typing import Final

from etl.wording.quantity import Qualifier
from etl.wording.tokens import word_set

_LITTLE: Final = ("", "just ", "only just ", "slightly ", "a little ", "a bit ", "barely ", "marginally ")
_MUCH: Final = (
    "well ", "far ", "much ", "considerably ", "significantly ", "substantially ", "comfortably ",
)  # fmt: skip
_ABOVE: Final = (
    "more than", "over", "above", "greater than", "upwards of", "upward of", "in excess of", "north of",
)  # fmt: skip
_BELOW: Final = ("fewer than", "less than", "under", "below", "south of")
_SHORT: Final = ("shy of", "short of")

_ABOUT: Final = (
    "about", "around", "some", "roughly", "approximately", "approx", "an approximate", "approximate",
    "nearly", "almost", "close to", "near", "nearing", "approaching", "virtually", "practically", "circa",
    "ca", "something like", "in the neighborhood of", "in the region of", "in the order of",
    "on the order of", "in the vicinity of", "more or less", "perhaps", "maybe", "possibly", "not quite",
    "barely", "hardly", "scarcely", "just about", "give or take", "~", "≈",
)  # fmt: skip
_ESTIMATE: Final = (
    "an estimated", "estimated", "the estimated", "estimates of", "estimate of", "an estimate of",
    "estimated at", "estimated to be", "estimated to number", "estimating", "est",
)  # fmt: skip
_AT_LEAST: Final = (
    "at least", "at the least", "at the very least", "no fewer than", "no less than", "not fewer than",
    "not less than", "a minimum of", "minimum of", "at a minimum", "at minimum", "as few as",
    "as little as", "exceeding", "exceeded", "exceeds", "exceed", "surpassing", "surpassed", "topping",
    "topped", "many more than", ">", "≥",
)  # fmt: skip
_AT_MOST: Final = (
    "up to", "as many as", "as much as", "at most", "at the most", "at the very most", "no more than",
    "not more than", "no greater than", "never more than", "a maximum of", "maximum of", "at a maximum",
    "not exceeding", "not to exceed", "capped at", "a cap of", "cap of", "limited to", "a limit of",
    "limit of", "a ceiling of", "ceiling of", "many fewer than", "<", "≤",
)  # fmt: skip


def _joined(firsts: Iterable[str], seconds: Iterable[str]) -> list[str]:
    return [first + second for first, second in product(firsts, seconds)]


FRONT: Final[dict[str, Qualifier]] = {
    **dict.fromkeys(_joined(_LITTLE, _ABOVE), Qualifier.AT_LEAST),
    **dict.fromkeys(_joined(_MUCH, _ABOVE), Qualifier.AT_LEAST),
    # "just under 500" says that it is nearly 500; "well under 500" only that it is not more.
    **dict.fromkeys(_joined(_LITTLE, _BELOW), Qualifier.ABOUT),
    **dict.fromkeys(_joined(("", *_MUCH), _BELOW), Qualifier.AT_MOST),
    **dict.fromkeys(_joined(_LITTLE, _SHORT), Qualifier.ABOUT),
    **dict.fromkeys(_joined(_MUCH, _SHORT), Qualifier.AT_MOST),
    **dict.fromkeys(_ABOUT, Qualifier.ABOUT),
    **dict.fromkeys(_ESTIMATE, Qualifier.ESTIMATE),
    **dict.fromkeys(_AT_LEAST, Qualifier.AT_LEAST),
    **dict.fromkeys(_AT_MOST, Qualifier.AT_MOST),
}

# Behind the number. The first kind belongs to it whatever follows, and may also stand some words later
# ("500 agents or more"); the second only at the end of a phrase, since it may begin the next one.
BACK: Final[dict[str, Qualifier]] = {
    **dict.fromkeys(("or so", "or thereabouts"), Qualifier.ABOUT),
    **dict.fromkeys(
        ("or more", "or over", "or above", "or higher", "or greater", "and up", "and counting"),
        Qualifier.AT_LEAST,
    ),
    **dict.fromkeys(("or fewer", "or less", "or under", "or below"), Qualifier.AT_MOST),
}
BACK_AT_END: Final[dict[str, Qualifier]] = {
    **dict.fromkeys(("give or take", "more or less", "approximately", "roughly", "approx"), Qualifier.ABOUT),
    **dict.fromkeys(("estimated", "est"), Qualifier.ESTIMATE),
    **dict.fromkeys(
        ("at least", "at the least", "at the very least", "at a minimum", "at minimum", "minimum", "plus"),
        Qualifier.AT_LEAST,
    ),
    **dict.fromkeys(
        ("at most", "at the most", "at the very most", "at a maximum", "maximum", "tops"), Qualifier.AT_MOST
    ),
}
# With or without a hyphen: "500-odd troops", "65,000-plus".
SUFFIXES: Final = {
    "plus": Qualifier.AT_LEAST,
    "odd": Qualifier.ABOUT,
    "ish": Qualifier.ABOUT,
    "some": Qualifier.ABOUT,
}

# Between a hedge and its number these change nothing.
FILLERS: Final = frozenset({
    "an additional", "additional", "another", "an extra", "extra", "a further", "further", "a total of",
    "total of", "a combined", "combined", "a record",
})  # fmt: skip
DETERMINERS: Final = word_set("a an the its their his her our those these this that all any every each both")
NEGATIONS: Final = word_set("not never no nor neither without")
ABBREVIATIONS: Final = frozenset({"approx", "ca", "est"})

_FUNCTION_WORDS: Final = word_set("a an at as be in of on or the to and")
FRONT_WORDS: Final = (
    frozenset(word for phrase in FRONT for word in phrase.split()) | NEGATIONS | {"than", "t"}
) - _FUNCTION_WORDS
BACK_WORDS: Final = (
    frozenset(word for phrase in (*BACK, *BACK_AT_END, *SUFFIXES) for word in phrase.split()) - _FUNCTION_WORDS
)
LONGEST: Final = max(len(phrase.split()) for phrase in FRONT)
