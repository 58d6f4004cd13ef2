"""Numbers in digits: "1,500", "1.5 million", "45k"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from etl.wording import reasons
from etl.wording.number_words import SCALES
from etl.wording.numerals import Numeral, next_word, span
from etl.wording.quantity import LIMIT
from etl.wording.reasons import Reason
from etl.wording.tokens import Token, glued

_WHOLE: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*")
_DECIMAL: Final = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)\.[0-9]+")
_POINTED_THREES: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SEPARATED: Final = re.compile(r"[0-9][0-9,.]*")
_ISO_DATE: Final = re.compile(r"(?:19|20)[0-9]{2}-(?:[01][0-9]-[0-3][0-9]|0[1-9])(?![0-9]|-[0-9])")
_MOST_DIGITS: Final = 24
CURED_BY_SCALE: Final = frozenset({reasons.DECIMAL, reasons.AMBIGUOUS_POINT})


def iso_date(folded: str, tokens: Sequence[Token], place: int) -> Numeral | None:
    """A calendar date or month of ISO 8601 in extended form, set aside, or None.

    2011-12 may be a range of years, so a month is only known by its zero.
    """
    match = _ISO_DATE.match(folded, tokens[place].start)
    if match is None:
        return None
    last = place
    while tokens[last].end < match.end():
        last += 1
    numeral = span(tokens, place, last)
    numeral.set_aside(reasons.DATE)
    return numeral


def in_digits(tokens: Sequence[Token], place: int) -> Numeral:
    """The number that begins at a token of digits, with the scale word or "k" that follows it."""
    text = tokens[place].text
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    last, scale = place, 1
    if following is not None and following.text == "k" and glued(tokens[place], following):
        last, scale = place + 1, 1_000
    else:
        word = next_word(tokens, place)
        if word is not None and tokens[word].text in SCALES:
            last, scale = word, SCALES[tokens[word].text]
    numeral = span(tokens, place, last)
    numeral.scale = scale
    numeral.plain = last == place and text.isdigit()
    fault = reasons.SEPARATORS if _runs_into_a_word(tokens, place) else digit_fault(text)
    if fault in {None, *CURED_BY_SCALE}:
        short = len(text) <= _MOST_DIGITS
        numeral.value = Decimal(text.replace(",", "")) * scale if short else Decimal(LIMIT + 1)
    if fault is not None and not (scale > 1 and fault in CURED_BY_SCALE):
        numeral.refuse(fault)
    return numeral


def _runs_into_a_word(tokens: Sequence[Token], place: int) -> bool:
    """Whether a comma ties the digits to letters, as in "4,l39": a misprint of a longer number, surely no number."""
    comma, word = (tokens[at] if at < len(tokens) else None for at in (place + 1, place + 2))
    if comma is None or word is None or comma.text != ",":
        return False
    return glued(tokens[place], comma) and glued(comma, word) and word.text.isalpha()


def digit_fault(text: str) -> Reason | None:
    """What is wrong with digits and the signs between them as a whole number, or None."""
    if _WHOLE.fullmatch(text):
        return None
    if _POINTED_THREES.fullmatch(text):
        return reasons.AMBIGUOUS_POINT
    if _DECIMAL.fullmatch(text):
        return reasons.DECIMAL
    if not _SEPARATED.fullmatch(text):
        return reasons.SIGN_INSIDE
    return reasons.LEADING_ZERO if text.startswith("0") else reasons.SEPARATORS
