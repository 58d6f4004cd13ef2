"""Every number of a text with its hedge, as a quantity or with the reason why it is none, in linear time."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from etl.wording import reasons
from etl.wording.asides import judge
from etl.wording.digits import in_digits, iso_date
from etl.wording.hedges import back, front
from etl.wording.neighbours import judge_glued, share_standing, side_by_side
from etl.wording.numerals import COUNT, REFUSED, Numeral, Standing
from etl.wording.quantity import EXACT, LIMIT, Qualifier, Quantity, bounds
from etl.wording.ranges import Join, dashed, join, may_join
from etl.wording.reasons import Reason
from etl.wording.tokens import Tokens, fold, tokenise
from etl.wording.worded import STARTS, in_words

_BOUNDS: Final = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_STRONGEST_FIRST: Final = (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.ESTIMATE, Qualifier.ABOUT)


class Mention(NamedTuple):
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
    found = _numerals(text, folded, tokens)
    if len(found) > 1:
        found = side_by_side(folded, tokens, found)
        share_standing(folded, tokens, found)
    result: list[Mention] = []
    place, count, floor = 0, len(found), -1
    while place < count:
        first = last = found[place]
        place += 1
        joined = None
        if place < count and may_join(tokens.texts, first, found[place]):
            joined = join(folded, tokens, (first, found[place]), floor, split=split)
        if joined is not None:
            last = found[place]
            place += 1
        following = found[place] if place < count else None
        if following is not None and dashed(tokens, last, following):
            _refuse_dashed(last, following)
        ceiling = len(tokens.texts) if following is None else following.first
        if last.standing is not COUNT:
            result.append(_unread(first.start, last))
        elif joined is None:
            result.append(_single(tokens, last, floor, ceiling))
        else:
            result.append(_range(tokens, joined, (first, last), ceiling))
        floor = last.last
    return result


def _numerals(text: str, folded: str, tokens: Tokens) -> list[Numeral]:
    found: list[Numeral] = []
    covered = 0
    for place, token in enumerate(tokens.texts):
        if "0" <= token < ":":
            if place < covered:
                continue
            numeral: Numeral | None = iso_date(folded, tokens, place) or in_digits(tokens, place)
        elif token in STARTS and place >= covered:
            numeral = in_words(tokens, place)
        else:
            continue
        if numeral is None:
            continue
        judge(text, folded, tokens, numeral)
        if numeral.standing is COUNT:
            judge_glued(text, folded, tokens, numeral, found[-1] if found else None)
        found.append(numeral)
        covered = numeral.last + 1
    return found


def _refuse_dashed(left: Numeral, right: Numeral) -> None:
    """Refuse both ends of a dash that makes no range, such as the last of "1-2-3"."""
    for numeral in (left, right):
        if numeral.standing is COUNT:
            numeral.refuse(reasons.SIGN_INSIDE)


def _unread(start: int, last: Numeral) -> Mention:
    return Mention(last.standing, start, last.end, start, last.end, reason=last.reason)


def _single(tokens: Tokens, numeral: Numeral, floor: int, ceiling: int) -> Mention:
    before, after = front(tokens, numeral.first, floor), back(tokens, numeral.last, ceiling)
    start, end = tokens.starts[before.edge], tokens.ends[after.edge]
    fault = before.fault or after.fault or _value_fault(numeral.value)
    qualifier = EXACT
    if before.qualifiers or after.qualifiers:
        qualifiers = before.qualifiers | after.qualifiers
        qualifier = next(one for one in _STRONGEST_FIRST if one in qualifiers)
        if fault is None and qualifiers >= _BOUNDS:
            fault = reasons.CONTRADICTION
    if fault is not None:
        return Mention(REFUSED, start, end, numeral.start, numeral.end, None, fault)
    value = int(numeral.value)
    low, high = bounds(qualifier, value)
    hedge = _hedge(before.words, after.words)
    quantity = Quantity(value, low, high, qualifier, hedge, start, end, numeral.start, numeral.end)
    return Mention(COUNT, start, end, numeral.start, numeral.end, quantity)


def _range(tokens: Tokens, joined: Join, ends: tuple[Numeral, Numeral], ceiling: int) -> Mention:
    left, right = ends
    after = back(tokens, right.last, ceiling)
    spans = tokens.starts[joined.edge], tokens.ends[after.edge], left.start, right.end
    fault = joined.fault or after.fault or _value_fault(joined.low) or _value_fault(right.value)
    if fault is None and after.qualifiers & _BOUNDS:
        fault = reasons.OPEN_RANGE
    if fault is not None:
        return Mention(REFUSED, *spans, reason=fault)
    low, high = int(joined.low), int(right.value)
    quantity = Quantity(low, low, high, Qualifier.RANGE, _hedge(joined.words, after.words), *spans)
    return Mention(COUNT, *spans, quantity=quantity)


def _hedge(before: Sequence[str], after: Sequence[str]) -> str:
    if not after:
        return " ".join(before)
    return " … ".join(filter(None, (" ".join(before), " ".join(after))))


def _value_fault(value: Decimal | int) -> Reason | None:
    if value > LIMIT:
        return reasons.TOO_LARGE
    return None if value == int(value) else reasons.DECIMAL
