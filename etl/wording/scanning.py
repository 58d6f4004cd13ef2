"""Every number of a text with its hedge, as a quantity or with the reason why it is none, in linear time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from etl.wording import reasons
from etl.wording.asides import judge
from etl.wording.digits import in_digits, iso_date
from etl.wording.hedges import Hedge, back, front
from etl.wording.neighbours import judge_glued, share_standing, side_by_side
from etl.wording.numerals import Numeral, Standing
from etl.wording.quantity import LIMIT, Qualifier, Quantity, bounds
from etl.wording.ranges import Join, dashed, join
from etl.wording.reasons import Reason
from etl.wording.tokens import DIGITS, Token, fold, tokenise
from etl.wording.worded import STARTS, in_words


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
    floor = -1
    place = 0
    while place < len(found):
        pair = found[place : place + 2]
        joined = None
        if len(pair) > 1:
            joined = join(folded, tokens, (pair[0], pair[1]), floor, split=split)
        size = 1 if joined is None else 2
        taken = found[place : place + size]
        following = found[place + size] if place + size < len(found) else None
        if following is not None and dashed(tokens, taken[-1], following):
            _refuse_dashed(taken[-1], following)
        ceiling = len(tokens) if following is None else following.first
        result.append(_mention(tokens, taken, joined, (floor, ceiling)))
        floor = taken[-1].last
        place += size
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
    if right.standing is Standing.COUNT:
        right.refuse(reasons.SIGN_INSIDE)
        if left.standing is Standing.COUNT:
            left.refuse(reasons.SIGN_INSIDE)


def _mention(
    tokens: Sequence[Token], taken: Sequence[Numeral], joined: Join | None, limits: tuple[int, int]
) -> Mention:
    number = taken[0].start, taken[-1].end
    last = taken[-1]
    if last.standing is not Standing.COUNT or (joined is None and taken[0].standing is not Standing.COUNT):
        return Mention(last.standing, *number, *number, reason=last.reason)
    floor, ceiling = limits
    behind = back(tokens, last.last, ceiling)
    if joined is None:
        before = front(tokens, last.first, floor)
        value: tuple[Decimal, Decimal | None] = last.value, None
    else:
        before = Hedge(joined.edge, list(joined.words), fault=joined.fault)
        value = joined.low, last.value
    span = tokens[before.edge].start, max(tokens[behind.edge].end, last.end)
    if joined is None:
        span = min(span[0], number[0]), span[1]
    fault = before.fault or behind.fault or _value_fault(*value)
    qualifiers = before.qualifiers | behind.qualifiers
    qualifier = Qualifier.EXACT
    if fault is None and joined is not None:
        qualifier = Qualifier.RANGE
        fault = reasons.OPEN_RANGE if behind.qualifiers & _BOUNDS else None
    elif fault is None:
        fault = reasons.CONTRADICTION if qualifiers >= _BOUNDS else None
        qualifier = next((one for one in _STRONGEST_FIRST if one in qualifiers), Qualifier.EXACT)
    if fault is not None:
        return Mention(Standing.REFUSED, *span, *number, reason=fault)
    hedge = " … ".join(filter(None, [" ".join(before.words), " ".join(behind.words)]))
    return Mention(
        Standing.COUNT, *span, *number, quantity=_quantity(value, qualifier, hedge, (*span, *number))
    )


_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_STRONGEST_FIRST = (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.ESTIMATE, Qualifier.ABOUT)


def _value_fault(value: Decimal, high: Decimal | None) -> Reason | None:
    if max(value, high or value) > LIMIT:
        return reasons.TOO_LARGE
    whole = value == value.to_integral_value() and (high is None or high == high.to_integral_value())
    return None if whole else reasons.DECIMAL


def _quantity(
    value: tuple[Decimal, Decimal | None],
    qualifier: Qualifier,
    hedge: str,
    span: tuple[int, int, int, int],
) -> Quantity:
    number = int(value[0])
    low, high = bounds(qualifier, number) if value[1] is None else (number, int(value[1]))
    return Quantity(number, low, high, qualifier, hedge, *span)
