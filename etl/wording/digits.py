"""Numbers in digits: "1,500", "1.5 million", "45k"."""

import re
from decimal import Decimal
from typing import Final

from etl.wording import reasons
from etl.wording.number_words import SCALES
from etl.wording.numerals import Numeral, next_word, span
from etl.wording.quantity import LIMIT
from etl.wording.reasons import Reason
from etl.wording.tokens import Tokens

_WHOLE: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*")
_DECIMAL: Final = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)\.[0-9]+")
_POINTED_THREES: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SEPARATED: Final = re.compile(r"[0-9][0-9,.]*")
_ISO_DATE: Final = re.compile(r"(?:19|20)[0-9]{2}-(?:[01][0-9]-[0-3][0-9]|0[1-9])(?![0-9]|-[0-9])")
_MOST_DIGITS: Final = 24
_SCALING: Final = SCALES.keys() | {"k", "-"}
CURED_BY_SCALE: Final = frozenset({reasons.DECIMAL, reasons.AMBIGUOUS_POINT})


def iso_date(folded: str, tokens: Tokens, place: int) -> Numeral | None:
    """A calendar date or month of ISO 8601 in extended form, set aside, or None.

    2011-12 may be a range of years, so a month is only known by its zero.
    """
    match = _ISO_DATE.match(folded, tokens.starts[place])
    if match is None:
        return None
    last = place
    while tokens.ends[last] < match.end():
        last += 1
    numeral = span(tokens, place, last)
    numeral.set_aside(reasons.DATE)
    return numeral


def in_digits(tokens: Tokens, place: int) -> Numeral:
    """The number that begins at a token of digits, with the scale word or "k" that follows it."""
    texts = tokens.texts
    text = texts[place]
    following = texts[place + 1] if place + 1 < len(texts) else ""
    last, scale = place, 1
    if following in _SCALING:
        last, scale = _scaled(tokens, place)
    numeral = span(tokens, place, last)
    numeral.scale = scale
    numeral.plain = last == place and text.isdigit()
    fault = reasons.SEPARATORS if following == "," and _runs_into_a_word(tokens, place) else digit_fault(text)
    if fault is None or fault in CURED_BY_SCALE:
        numeral.value = _value(text, scale)
        if fault is None or scale > 1:
            return numeral
    numeral.refuse(fault)
    return numeral


def _scaled(tokens: Tokens, place: int) -> tuple[int, int]:
    """The last token of the number with its scale word or "k", and the scale; 1 where there is none."""
    texts = tokens.texts
    if texts[place + 1] == "k":
        return (place + 1, 1_000) if tokens.ends[place] == tokens.starts[place + 1] else (place, 1)
    word = next_word(tokens, place)
    return (place, 1) if word is None or texts[word] not in SCALES else (word, SCALES[texts[word]])


def _value(text: str, scale: int) -> Decimal | int:
    if len(text) > _MOST_DIGITS:
        return LIMIT + 1
    digits = text.replace(",", "")
    return Decimal(digits) * scale if "." in digits else int(digits) * scale


def _runs_into_a_word(tokens: Tokens, place: int) -> bool:
    """Whether the comma behind digits ties letters to them, as in "4,l39": a misprint of a longer number."""
    texts, starts, ends = tokens
    if place + 2 >= len(texts) or ends[place] != starts[place + 1] or ends[place + 1] != starts[place + 2]:
        return False
    return texts[place + 2].isalpha()


def digit_fault(text: str) -> Reason | None:
    """What is wrong with digits and the signs between them as a whole number, or None."""
    if _WHOLE.fullmatch(text) is not None:
        return None
    if _POINTED_THREES.fullmatch(text):
        return reasons.AMBIGUOUS_POINT
    if _DECIMAL.fullmatch(text):
        return reasons.DECIMAL
    if not _SEPARATED.fullmatch(text):
        return reasons.SIGN_INSIDE
    return reasons.LEADING_ZERO if text.startswith("0") else reasons.SEPARATORS
