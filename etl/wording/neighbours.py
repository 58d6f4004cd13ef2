"""Numbers and what touches them: letters and signs glued to a number, and two numbers side by side."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from etl.wording import reasons
from etl.wording.asides import is_closed_year, is_year
from etl.wording.numerals import ASIDE, COUNT, Numeral
from etl.wording.reasons import Reason
from etl.wording.tokens import DASHES, Tokens, is_digits, is_word

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


def judge_glued(text: str, folded: str, tokens: Tokens, numeral: Numeral, previous: Numeral | None) -> None:
    """Refuse a number with letters or signs glued to it that the grammar does not know.

    A dash towards the `previous` number is no fault here; ranges decide about it.
    """
    texts, starts, ends = tokens
    first, following = numeral.first, numeral.last + 1
    if first and ends[first - 1] == numeral.start:
        reaches = previous is not None and previous.last == first - 2
        if not (reaches and texts[first - 1] in DASHES):
            _judge_left(text, folded, tokens, numeral)
    if numeral.standing is COUNT and following < len(texts) and starts[following] == numeral.end:
        _judge_right(folded, tokens, numeral)


def _judge_left(text: str, folded: str, tokens: Tokens, numeral: Numeral) -> None:
    texts, starts, ends = tokens
    place = numeral.first - 1
    touching = texts[place]
    further = texts[place - 1] if place and ends[place - 1] == starts[place] else ""
    if is_word(touching):
        _judge_prefix(text, folded, (starts[place], ends[place]), numeral)
    elif touching in DASHES and further and is_word(further):
        _judge_prefix(text, folded, (starts[place - 1], ends[place - 1]), numeral)
    else:
        fault = _fault_before(touching, further)
        if fault is not None:
            numeral.refuse(fault)


def _judge_prefix(text: str, folded: str, prefix: tuple[int, int], numeral: Numeral) -> None:
    """Judge letters: "F-16" and "COVID-19" are names, "mid-2023" is a date, others are not known."""
    start, end = prefix
    short = numeral.plain and numeral.end - numeral.start <= _LONGEST_NUMBER
    capital = text[start:end].isupper() and end - start <= _LONGEST_PREFIX
    if is_year(folded, numeral):
        numeral.set_aside(reasons.DATE)
    elif short and (capital or end - start <= _SURE_PREFIX):
        numeral.set_aside(reasons.NAME)
    else:
        numeral.refuse(reasons.LETTERS_BESIDE)


def _fault_before(sign: str, further: str) -> Reason | None:
    doubled = further == sign
    if sign == "." and not doubled:
        return reasons.DECIMAL
    if sign == "−" or (sign in DASHES and not further):
        return reasons.NEGATIVE
    if sign in {"+", "±"}:
        return reasons.CHANGE
    known = sign in _OPENING or (sign in {"-", "."} and doubled)
    return None if known else reasons.SIGN_BESIDE


def _judge_right(folded: str, tokens: Tokens, numeral: Numeral) -> None:
    texts, starts, ends = tokens
    place = numeral.last + 1
    touching = texts[place]
    further = texts[place + 1] if place + 1 < len(texts) and ends[place] == starts[place + 1] else ""
    if touching in _ORDINAL_ENDINGS:
        numeral.set_aside(reasons.ORDINAL)
        numeral.last, numeral.end = place, ends[place]
    elif touching == "s" and is_year(folded, numeral):
        numeral.set_aside(reasons.DATE)
    elif is_word(touching) or is_digits(touching) or (touching == "'" and further == "s"):
        numeral.refuse(reasons.LETTERS_BESIDE)
    elif touching not in _CLOSING or (touching == "-" and not further):
        numeral.refuse(reasons.SIGN_BESIDE)


def side_by_side(folded: str, tokens: Tokens, found: Sequence[Numeral]) -> list[Numeral]:
    """Join numbers with nothing between them, such as "1 500", to one that is refused."""
    texts = tokens.texts
    joined: list[Numeral] = []
    for numeral in found:
        last = joined[-1] if joined else None
        if last is None or ASIDE in {last.standing, numeral.standing}:
            joined.append(numeral)
            continue
        gap = numeral.first - last.last - 1
        hyphen = gap == 1 and folded[last.end : numeral.start] == "-"
        if gap == 0 or (hyphen and not (is_digits(texts[last.first]) and is_digits(texts[numeral.first]))):
            last.last, last.end = numeral.last, numeral.end
            if last.standing is COUNT:
                last.refuse(reasons.SIDE_BY_SIDE)
        else:
            joined.append(numeral)
    return joined


def share_standing(folded: str, tokens: Tokens, found: Sequence[Numeral]) -> None:
    """Carry what one end of "5 to 10 percent", "2011-2017" or "Title 10 or 32" is to the other end."""
    texts = tokens.texts
    for left, right in pairwise(found):
        if right.first != left.last + 2 or texts[left.last + 1] not in _JOINED:
            continue
        if left.standing is ASIDE and right.standing is COUNT:
            _carry_on(folded, texts[left.last + 1], left, right)
    for right, left in pairwise(reversed(found)):
        if right.first == left.last + 2:
            _carry_back(texts, left, right)


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


def _carry_back(texts: list[str], left: Numeral, right: Numeral) -> None:
    if left.standing is not COUNT or right.standing is not ASIDE:
        return
    link = texts[left.last + 1]
    pair = link == "and" and left.first > 0 and texts[left.first - 1] == "between"
    if not (pair or link in _SPANS or link == "or"):
        return
    reason = right.reason or reasons.DATE
    date = reason is reasons.DATE and left.plain and left.value <= _LAST_OF_DATE
    if link == "or" and reason in {reasons.SHARE, reasons.MONEY}:
        left.refuse(reasons.UNCLEAR_UNIT)
    elif date or (reason in _UNITS and left.value < right.value):
        left.set_aside(reason)
