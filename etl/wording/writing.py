"""Quantities written out again: as the shortest wording that reads back to them, or with the hedge of their source."""

from etl.wording.hedge_phrases import BACK, BACK_AT_END, FRONT, SUFFIXES
from etl.wording.quantity import Qualifier, Quantity

_HEDGES = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.ESTIMATE: "an estimated ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}

_BEHIND = {*BACK, *BACK_AT_END, *SUFFIXES, "+"} - FRONT.keys()
_AS_WORDS = {"+": "or more", "plus": "or more", "odd": "or so", "ish": "or so"}


def around(hedge: str) -> tuple[str, str]:
    """The words of a hedge that stand before its number and those behind it, "" for none.

    A sign or a suffix, which only makes sense at the number itself, is given as words: "or more" for the "+" of
    "65,000+". `hedge` is as `Quantity.hedge` has it.
    """
    before, parted, after = hedge.partition("…")
    if not parted and hedge in _BEHIND:
        before, after = after, before
    before, after = before.strip(), after.strip()
    return before, _AS_WORDS.get(after, after)


def write(quantity: Quantity) -> str:
    """Canonical wording: `read` of it gives the same value, low, high and qualifier.

    The source's own hedge words are not kept; they are in `quantity.hedge`.
    """
    if quantity.qualifier is Qualifier.RANGE:
        return f"{quantity.value:,} to {quantity.high:,}"
    return f"{_HEDGES[quantity.qualifier]}{quantity.value:,}"
