"""One wording, one quantity: the entry point of the grammar."""

import re
from typing import Final, NoReturn

from etl.wording import reasons
from etl.wording.asides import CURRENCY_WORDS, MONTHS, NAME_WORDS, UNIT_WORDS, YEAR_WORDS
from etl.wording.hedge_phrases import BACK_WORDS, FRONT, FRONT_WORDS
from etl.wording.numerals import REFUSED
from etl.wording.quantity import Qualifier, Quantity, WordingError, bounds
from etl.wording.reasons import Reason
from etl.wording.scanning import Mention, mentions
from etl.wording.tokens import hidden_character
from etl.wording.worded import UNUSUAL_WORDS

# Most wordings are "HEDGE 1,500 WORDS". They are read by one regular expression and two look-ups; any word
# that the grammar knows elsewhere, and anything else, goes the long way, which gives the same answer.
_COMMON: Final = re.compile(r"((?:[a-z]+ )*)([1-9][0-9]{0,2}(?:,[0-9]{3}){0,2})((?:[ -][a-z]+)*)", re.ASCII)
_HEDGES: Final = {
    "": (Qualifier.EXACT, ""),
    **{f"{phrase} ": (qualifier, phrase) for phrase, qualifier in FRONT.items() if phrase.islower()},
}
_MOST_NAMED: Final = 8
_AROUND: Final = UNUSUAL_WORDS | frozenset(MONTHS)
_KNOWN_BEFORE: Final = frozenset({*_AROUND, *FRONT_WORDS, *NAME_WORDS, *YEAR_WORDS, *CURRENCY_WORDS})
_KNOWN_AFTER: Final = frozenset({*_AROUND, *BACK_WORDS, *UNIT_WORDS, *CURRENCY_WORDS, "u"})


def read(wording: str, number: str | None = None) -> Quantity:
    """The one quantity that a wording reports.

    `number` marks which of several numbers is meant, by its text as it stands in the wording ("4,260" in
    "3,911 of its 4,260 agents"; "450 to 500" for a range). Raises `WordingError` for a wording with no number,
    with two unmarked ones, or with a number that can't be read without a guess.
    """
    if number is None:
        quantity = _common(wording.lower()) if wording.isascii() else None
        if quantity is not None:
            return quantity
    hidden = hidden_character(wording)
    if hidden is not None:
        place, name = hidden
        sentence, accepted = reasons.CHARACTER
        raise WordingError(sentence.format(name=name), wording[place], accepted, place)
    found = mentions(wording)
    return _only(wording, found) if number is None else _marked(wording, found, number)


def numbers(wording: str) -> list[Quantity]:
    """All quantities of a text of any length that can be read, in order; it never raises.

    `mentions` gives the numbers that are not read as well.
    """
    return [mention.quantity for mention in mentions(wording) if mention.quantity is not None]


def _common(folded: str) -> Quantity | None:
    match = _COMMON.fullmatch(folded)
    if match is None:
        return None
    before, digits, after = match.groups()
    if after and not _KNOWN_AFTER.isdisjoint(after.replace("-", " ").split()):
        return None
    hedged = _HEDGES.get(before)
    start = 0
    if hedged is None:
        if not _KNOWN_BEFORE.isdisjoint(before.split()):
            return None
        hedged = _HEDGES[""]
        start = len(before)
    value = int(digits.replace(",", ""))
    qualifier, hedge = hedged
    low, high = bounds(qualifier, value)
    end = match.end(2)
    return Quantity(value, low, high, qualifier, hedge, start, end, len(before), end)


def _only(wording: str, found: list[Mention]) -> Quantity:
    counts: list[Quantity] = []
    for mention in found:
        if mention.standing is REFUSED:
            _refuse(wording, mention)
        if mention.quantity is not None:
            counts.append(mention.quantity)
    if len(counts) == 1:
        return counts[0]
    if len(counts) > 1:
        first, second = (wording[one.number_start : one.number_end] for one in counts[:2])
        raise WordingError(
            reasons.SEVERAL.sentence,
            f"{first} and {second}",
            reasons.SEVERAL.accepted,
            counts[0].number_start,
        )
    if found:
        _refuse(wording, found[0])
    raise WordingError(reasons.NOTHING.sentence, wording, reasons.NOTHING.accepted, 0)


def _marked(wording: str, found: list[Mention], number: str) -> Quantity:
    marked = _with_text(wording, found, number)
    if not marked:
        marked = _with_text(wording, mentions(wording, split=True), number)
    if not marked:
        texts = ", ".join(wording[one.number_start : one.number_end] for one in found[:_MOST_NAMED]) or "none"
        accepted = reasons.ABSENT.accepted.format(numbers=texts)
        raise WordingError(reasons.ABSENT.sentence, number, accepted, 0)
    if len(marked) > 1:
        raise WordingError(reasons.TWICE.sentence, number, reasons.TWICE.accepted, marked[1].number_start)
    if marked[0].quantity is None:
        _refuse(wording, marked[0])
    return marked[0].quantity


def _with_text(wording: str, found: list[Mention], number: str) -> list[Mention]:
    return [one for one in found if wording[one.number_start : one.number_end] == number]


def _refuse(wording: str, mention: Mention) -> NoReturn:
    sentence, accepted = mention.reason or Reason(*reasons.NOTHING)
    raise WordingError(sentence, wording[mention.start : mention.end], accepted, mention.start)
