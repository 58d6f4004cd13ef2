"""Two numbers that are the ends of one range: "450 to 500", "450-500", "between 450 and 500"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from etl.wording import reasons
from etl.wording.asides import is_year
from etl.wording.digits import CURED_BY_SCALE
from etl.wording.hedges import Hedge, front
from etl.wording.numerals import COUNT, Numeral
from etl.wording.quantity import Qualifier
from etl.wording.reasons import Reason
from etl.wording.tokens import DASHES, Tokens, is_digits

_MOST_TOKENS_BETWEEN: Final = 6
_CHANGE_WINDOW: Final = 60
_CHANGE: Final = re.compile(
    r"\b(?:jump|ris(?:e|ing)|rose|gr[eo]w|increas|climb|surg|expand|doubl|tripl|swell|swoll|fall|fell|drop"
    r"|declin|decreas|shr[aiu]nk|cut|reduc|slip|dip|went|go(?:es|ing|ne)\b|mov(?:e|ing)|rais|lower|chang"
    r"|shift|boost|down\b|up\b(?!\s+to\b))"
)
_SPREAD: Final = re.compile(r"\b(?:rang(?:e|ing)|var(?:y|ied|ies)|hover|fluctuat|anywhere\b|somewhere\b)")
_SENTENCE_END: Final = re.compile(r"[.;!?]\s")
_LINKS: Final = DASHES | {"to", "and"}
_SOFT: Final = frozenset({Qualifier.ABOUT, Qualifier.ESTIMATE})
# Without a carried scale "500 to a thousand" is plain; "500 to 1 million" more likely leaves a word out.
_WIDEST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Join:
    """A range: where it begins, the hedge in front of it, and its fault if it has one."""

    edge: int
    words: tuple[str, ...]
    low: Decimal | int
    fault: Reason | None


def dashed(tokens: Tokens, left: Numeral, right: Numeral) -> bool:
    """Whether nothing but one dash stands between two numbers."""
    if right.first != left.last + 2:
        return False
    dash = left.last + 1
    return tokens.texts[dash] in DASHES and left.end == tokens.starts[dash] and tokens.ends[dash] == right.start


def may_join(texts: list[str], left: Numeral, right: Numeral) -> bool:
    """Whether the tokens between two numbers may make a range of them: a quick look that spares the long one."""
    gap = right.first - left.last - 1
    return 0 < gap <= _MOST_TOKENS_BETWEEN and texts[left.last + 1] in _LINKS


def join(folded: str, tokens: Tokens, ends: tuple[Numeral, Numeral], floor: int, *, split: bool) -> Join | None:
    """The range that two neighbouring numbers make, or None.

    `floor` is the last token of the number before. With `split`, "from 19,000 to 22,000" is no range but
    two numbers unless a word says that it is one ("ranges from"); after a word of change ("jumped from 19,000 to
    22,000") it always is two.
    """
    left, right = ends
    if not _readable(left, right):
        return None
    link = _link(tokens, left, right)
    if link is None:
        return None
    before = front(tokens, left.first, floor)
    opener = tokens.texts[before.edge - 1] if before.edge - 1 > floor else ""
    outer = Hedge(before.edge)
    if opener in {"between", "from"}:
        outer = front(tokens, before.edge - 1, floor)
    if link == "and" and opener != "between":
        return None
    moved = split and opener == "from" and not _speaks(_SPREAD, folded, tokens.starts[outer.edge])
    if link == "to" and (moved or _speaks(_CHANGE, folded, tokens.starts[outer.edge])):
        return None
    low = low_end(left, right)
    fault = before.fault or outer.fault or (low if isinstance(low, Reason) else None)
    if is_year(folded, left) and is_year(folded, right):
        fault = reasons.UNCLEAR_DATE
    value = left.value if isinstance(low, Reason) else low
    return Join(outer.edge, (*outer.words, *before.words), value, fault)


def _speaks(words: re.Pattern[str], folded: str, end: int) -> bool:
    """Whether the sentence has one of some words shortly before the range."""
    start = max(0, end - _CHANGE_WINDOW)
    clause = _SENTENCE_END.split(folded[start:end])[-1]
    return words.search(clause) is not None


def _readable(left: Numeral, right: Numeral) -> bool:
    cured = left.reason in CURED_BY_SCALE and right.scale > 1
    return right.standing is COUNT and (left.standing is COUNT or cured)


def _link(tokens: Tokens, left: Numeral, right: Numeral) -> str | None:
    """What joins two numbers: "-", "to", "and" (the last two also with an approximation after them)."""
    if dashed(tokens, left, right):
        return "-" if is_digits(tokens.texts[left.first]) and is_digits(tokens.texts[right.first]) else None
    between = tokens.texts[left.last + 1 : right.first]
    if not 1 <= len(between) <= _MOST_TOKENS_BETWEEN or between[0] not in {"to", "and"}:
        return None
    if len(between) > 1:
        inner = front(tokens, right.first, left.last + 1)
        covers = inner.edge == left.last + 2
        if not covers or inner.fault is not None or not inner.qualifiers <= _SOFT:
            return None
    return between[0]


def low_end(left: Numeral, right: Numeral) -> Decimal | int | Reason:
    """Lower end of a range, with the upper end's scale where it covers both ("1 to 2 million").

    A reason instead where the range does not rise or the scale is in doubt.
    """
    low = left.value
    carried = low * right.scale
    if right.scale > 1 and low < _WIDEST and carried < right.value:
        if left.scale > 1 or left.mixed or right.mixed:
            return reasons.UNCLEAR_SCALE
        return carried
    if low >= right.value:
        return reasons.FALLING_RANGE
    if right.scale > 1 and low < _WIDEST and right.value > low * _WIDEST:
        return reasons.UNCLEAR_SCALE
    return low
