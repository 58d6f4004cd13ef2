"""Every number of a text with its hedge, as a quantity or with the reason why it is none, in linear time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from etl.wording import reasons
from etl.wording.asides import judge
from etl.wording.digits import in_digits, iso_date
from etl.wording.hedges import back, front
from etl.wording.neighbours import judge_glued, share_standing, side_by_side
from etl.wording.numerals import Numeral, Standing
from etl.wording.quantity import LIMIT, Qualifier, Quantity, bounds
from etl.wording.ranges import Join, dashed, join
from etl.wording.reasons import Reason
from etl.wording.tokens import DIGITS, Token, fold, tokenise
from etl.wording.worded import STARTS, in_words

_BOUNDS: Final = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_STRONGEST_FIRST: Final = (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.ESTIMATE, Qualifier.ABOUT)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a text: `quantity` where it counts people, else the `reason` why it is not read.

    `start` and `end` span hedge and number, `number_start` and `number_end` the number, as offsets in the
    text. Exactly one of `quantity` and `reason` is given.
    """

    standing: Standing
    start: int
    end: int
    number_start: int
    number_end: int
    quantity: Quantity | None = None
    reason: Reason | None = None


def mentions(text: str, *, split: bool = False) -> list[Mention]:
    """All numbers of a text of any length, in order, readable or not.

    Characters that `read` refuses (zero width and the like) only part words here. With `split`, the ends of
    "from 19,000 to 22,000" are two numbers.
    """
    folded = fold(text)
    tokens = tokenise(folded)
    found = side_by_side(folded, tokens, _numerals(text, folded, tokens))
    share_standing(folded, tokens, found)
    result: list[Mention] = []
    place = 0
    while place < len(found):
        floor = found[place - 1].last if place else -1
        pair = found[place : place + 2]
        joined = join(folded, tokens, (pair[0], pair[1]), floor, split=split) if len(pair) > 1 else None
        place += 1 if joined is None else 2
        last = found[place - 1]
        following = found[place] if place < len(found) else None
        if following is not None and dashed(tokens, last, following):
            _refuse_dashed(last, following)
        ceiling = len(tokens) if following is None else following.first
        if last.standing is not Standing.COUNT:
            result.append(_unread(pair[0].start, last))
        elif joined is None:
            result.append(_single(tokens, last, floor, ceiling))
        else:
            result.append(_range(tokens, joined, (pair[0], last), ceiling))
    return result


def _numerals(text: str, folded: str, tokens: Sequence[Token]) -> list[Numeral]:
    found: list[Numeral] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        numeral = None
        if token.kind == DIGITS:
            numeral = iso_date(folded, tokens, place) or in_digits(tokens, place)
        elif token.text in STARTS:
            numeral = in_words(tokens, place)
        if numeral is None:
            place += 1
            continue
        judge(text, folded, numeral)
        if numeral.standing is Standing.COUNT:
            judge_glued(text, folded, tokens, numeral, found[-1] if found else None)
        found.append(numeral)
        place = numeral.last + 1
    return found


def _refuse_dashed(left: Numeral, right: Numeral) -> None:
    """Refuse both ends of a dash that makes no range, such as the last of "1-2-3"."""
    for numeral in (left, right):
        if numeral.standing is Standing.COUNT:
            numeral.refuse(reasons.SIGN_INSIDE)


def _unread(start: int, last: Numeral) -> Mention:
    return Mention(last.standing, start, last.end, start, last.end, reason=last.reason)


def _single(tokens: Sequence[Token], numeral: Numeral, floor: int, ceiling: int) -> Mention:
    before, after = front(tokens, numeral.first, floor), back(tokens, numeral.last, ceiling)
    spans = _spans(tokens, before.edge, after.edge, (numeral.start, numeral.end))
    qualifiers = before.qualifiers | after.qualifiers
    fault = before.fault or after.fault or _value_fault(numeral.value)
    if fault is None and qualifiers >= _BOUNDS:
        fault = reasons.CONTRADICTION
    if fault is not None:
        return Mention(Standing.REFUSED, *spans, reason=fault)
    qualifier = next((one for one in _STRONGEST_FIRST if one in qualifiers), Qualifier.EXACT)
    value = int(numeral.value)
    quantity = Quantity(value, *bounds(qualifier, value), qualifier, _hedge(before.words, after.words), *spans)
    return Mention(Standing.COUNT, *spans, quantity=quantity)


def _range(tokens: Sequence[Token], joined: Join, ends: tuple[Numeral, Numeral], ceiling: int) -> Mention:
    left, right = ends
    after = back(tokens, right.last, ceiling)
    spans = _spans(tokens, joined.edge, after.edge, (left.start, right.end))
    fault = joined.fault or after.fault or _value_fault(joined.low) or _value_fault(right.value)
    if fault is None and after.qualifiers & _BOUNDS:
        fault = reasons.OPEN_RANGE
    if fault is not None:
        return Mention(Standing.REFUSED, *spans, reason=fault)
    low, high = int(joined.low), int(right.value)
    quantity = Quantity(low, low, high, Qualifier.RANGE, _hedge(joined.words, after.words), *spans)
    return Mention(Standing.COUNT, *spans, quantity=quantity)


def _spans(tokens: Sequence[Token], first: int, last: int, number: tuple[int, int]) -> tuple[int, int, int, int]:
    return tokens[first].start, tokens[last].end, *number


def _hedge(before: Sequence[str], after: Sequence[str]) -> str:
    return " … ".join(filter(None, (" ".join(before), " ".join(after))))


def _value_fault(value: Decimal) -> Reason | None:
    if value > LIMIT:
        return reasons.TOO_LARGE
    return None if value == value.to_integral_value() else reasons.DECIMAL
