"""Numbers and what touches them: letters and signs glued to a number, and two numbers side by side."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from etl.wording import reasons
from etl.wording.asides import is_closed_year, is_year
from etl.wording.numerals import Numeral, Standing
from etl.wording.reasons import Reason
from etl.wording.tokens import DASHES, DIGITS, WORD, Token, glued

_OPENING: Final = frozenset("\"'([{:;…—~≈<>≥≤|*†")
_CLOSING: Final = frozenset("\"')]}:;,.!?…—–-+*†‡|")
_LONGEST_PREFIX: Final = 6
_SURE_PREFIX: Final = 2
_LONGEST_NUMBER: Final = 4
_LAST_OF_DATE: Final = 99
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_UNITS: Final = frozenset({reasons.SHARE, reasons.MONEY, reasons.TIME, reasons.MEASURE})
_SPANS: Final = frozenset({"to", "-", "–", "through"})
_JOINED: Final = _SPANS | {"or", "and", ",", "/", "&"}


def judge_glued(text: str, folded: str, tokens: Sequence[Token], numeral: Numeral, previous: Numeral | None) -> None:
    """Refuse a number with letters or signs glued to it that the grammar does not know.

    A dash towards the `previous` number is no fault here; ranges decide about it.
    """
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is not None and glued(before, tokens[numeral.first]):
        reaches = previous is not None and previous.last == numeral.first - 2
        if not (reaches and before.text in DASHES):
            _judge_left(text, folded, tokens, numeral)
    after = tokens[numeral.last + 1] if numeral.last + 1 < len(tokens) else None
    if numeral.standing is Standing.COUNT and after is not None and after.start == numeral.end:
        _judge_right(folded, tokens, numeral)


def _judge_left(text: str, folded: str, tokens: Sequence[Token], numeral: Numeral) -> None:
    touching = tokens[numeral.first - 1]
    further = tokens[numeral.first - 2] if numeral.first > 1 else None
    if further is not None and not glued(further, touching):
        further = None
    if touching.kind == WORD:
        _judge_prefix(text, folded, touching, numeral)
    elif touching.text in DASHES and further is not None and further.kind == WORD:
        _judge_prefix(text, folded, further, numeral)
    else:
        fault = _fault_before(touching, further)
        if fault is not None:
            numeral.refuse(fault)


def _judge_prefix(text: str, folded: str, prefix: Token, numeral: Numeral) -> None:
    """Judge letters: "F-16" and "COVID-19" are names, "mid-2023" is a date, others are not known."""
    short = numeral.plain and numeral.end - numeral.start <= _LONGEST_NUMBER
    capital = text[prefix.start : prefix.end].isupper() and len(prefix.text) <= _LONGEST_PREFIX
    if is_year(folded, numeral):
        numeral.set_aside(reasons.DATE)
    elif short and (capital or len(prefix.text) <= _SURE_PREFIX):
        numeral.set_aside(reasons.NAME)
    else:
        numeral.refuse(reasons.LETTERS_BESIDE)


def _fault_before(sign: Token, further: Token | None) -> Reason | None:
    doubled = further is not None and further.text == sign.text
    if sign.text == "." and not doubled:
        return reasons.DECIMAL
    if sign.text == "−" or (sign.text in DASHES and further is None):  # noqa: RUF001 - the minus sign
        return reasons.NEGATIVE
    if sign.text in {"+", "±"}:
        return reasons.CHANGE
    known = sign.text in _OPENING or (sign.text in {"-", "."} and doubled)
    return None if known else reasons.SIGN_BESIDE


def _judge_right(folded: str, tokens: Sequence[Token], numeral: Numeral) -> None:
    touching = tokens[numeral.last + 1]
    further = tokens[numeral.last + 2] if numeral.last + 2 < len(tokens) else None
    if further is not None and not glued(touching, further):
        further = None
    if touching.text in _ORDINAL_ENDINGS:
        numeral.set_aside(reasons.ORDINAL)
        numeral.last, numeral.end = numeral.last + 1, touching.end
    elif touching.text == "s" and is_year(folded, numeral):
        numeral.set_aside(reasons.DATE)
    elif touching.kind in {WORD, DIGITS} or (touching.text == "'" and further and further.text == "s"):
        numeral.refuse(reasons.LETTERS_BESIDE)
    elif touching.text not in _CLOSING or (touching.text == "-" and further is None):
        numeral.refuse(reasons.SIGN_BESIDE)


def side_by_side(folded: str, tokens: Sequence[Token], found: Sequence[Numeral]) -> list[Numeral]:
    """Join numbers with nothing between them, such as "1 500", to one that is refused."""
    joined: list[Numeral] = []
    for numeral in found:
        last = joined[-1] if joined else None
        if last is None or Standing.ASIDE in {last.standing, numeral.standing}:
            joined.append(numeral)
            continue
        gap = numeral.first - last.last - 1
        hyphen = gap == 1 and folded[last.end : numeral.start] == "-"
        both_digits = tokens[last.first].kind == DIGITS == tokens[numeral.first].kind
        if gap == 0 or (hyphen and not both_digits):
            last.last, last.end = numeral.last, numeral.end
            if last.standing is Standing.COUNT:
                last.refuse(reasons.SIDE_BY_SIDE)
        else:
            joined.append(numeral)
    return joined


def share_standing(folded: str, tokens: Sequence[Token], found: Sequence[Numeral]) -> None:
    """Carry what one end of "5 to 10 percent", "2011-2017" or "Title 10 or 32" is to the other end."""
    for left, right in pairwise(found):
        between = tokens[left.last + 1 : right.first]
        if len(between) != 1 or between[0].text not in _JOINED:
            continue
        if left.standing is Standing.ASIDE and right.standing is Standing.COUNT:
            _carry_on(folded, between[0].text, left, right)
    for right, left in pairwise(reversed(found)):
        _carry_back(tokens, left, right)


def _carry_on(folded: str, link: str, left: Numeral, right: Numeral) -> None:
    if left.reason is reasons.MONEY and link in _SPANS:
        right.set_aside(reasons.MONEY)
    elif left.reason is reasons.NAME and right.plain:
        right.refuse(reasons.UNCLEAR_NAME)
    elif left.reason is reasons.DATE and right.plain:
        short = right.value <= _LAST_OF_DATE
        if (short and link in _SPANS) or is_closed_year(folded, right):
            right.set_aside(reasons.DATE)
        elif short or is_year(folded, right):
            right.refuse(reasons.UNCLEAR_DATE)


def _carry_back(tokens: Sequence[Token], left: Numeral, right: Numeral) -> None:
    between = tokens[left.last + 1 : right.first]
    if left.standing is not Standing.COUNT or right.standing is not Standing.ASIDE or len(between) != 1:
        return
    link = between[0].text
    pair = link == "and" and left.first > 0 and tokens[left.first - 1].text == "between"
    if not (pair or link in _SPANS or link == "or"):
        return
    reason = right.reason or reasons.DATE
    date = reason is reasons.DATE and left.plain and left.value <= _LAST_OF_DATE
    if link == "or" and reason in {reasons.SHARE, reasons.MONEY}:
        left.refuse(reasons.UNCLEAR_UNIT)
    elif date or (reason in _UNITS and left.value < right.value):
        left.set_aside(reason)
