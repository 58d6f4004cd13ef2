"""Hedges around a number: found by walking a few words away from it, so in time that does not grow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from etl.wording import reasons
from etl.wording.hedge_phrases import (
    ABBREVIATIONS,
    BACK,
    BACK_AT_END,
    DETERMINERS,
    FILLERS,
    FRONT,
    LONGEST,
    NEGATIONS,
    SUFFIXES,
)
from etl.wording.quantity import Qualifier
from etl.wording.reasons import Reason
from etl.wording.tokens import DIGITS, WORD, Token, glued

_MOST_HEDGES: Final = 4
_MOST_OPENERS: Final = 3
_MOST_WORDS_BETWEEN: Final = 4
_LONGEST_BACK: Final = 4
_OPENERS: Final = frozenset("\"'([")
# Between a hedge and a number these leave open whether the one is about the other.
_PARTERS: Final = DETERMINERS | frozenset(",:—–")
# "An estimated force of 500", "a minimum staffing level of 500" hedge the number through a noun.
_HEDGING_ADJECTIVES: Final = frozenset({"estimated", "approximate", "maximum", "minimum"})
_MOST_WORDS_OF_NOUN: Final = 3
_DENIED_WITH: Final = frozenset({"even", "only", "just", "merely", "yet", "a", "single"})
_MOST_WORDS_DENIED: Final = 2
_ENDS: Final = frozenset(".,;:!?)]\"'…—")


@dataclass(slots=True)
class Hedge:
    """Hedge phrases on one side of a number: `words` in order, `edge` the outermost token they reach."""

    edge: int
    words: list[str] = field(default_factory=list)
    qualifiers: set[Qualifier] = field(default_factory=set)
    fault: Reason | None = None


def front(tokens: Sequence[Token], first: int, floor: int) -> Hedge:
    """Hedge before the token `first`, looking no further left than the token after `floor`."""
    hedge = Hedge(first)
    place = first - 1
    for _ in range(_MOST_OPENERS):
        if place > floor and tokens[place].text in _OPENERS:
            place -= 1
    while (phrase := _phrase_before(tokens, place, floor)) is not None:
        text, start = phrase
        if text in FRONT:
            if len(hedge.words) == _MOST_HEDGES:
                hedge.fault = reasons.HEDGES
                return hedge
            hedge.words.insert(0, text)
            hedge.qualifiers.add(FRONT[text])
            hedge.edge = start
        elif first - start > 2 * _MOST_HEDGES * LONGEST:
            break
        place = start - 1
    hedge.fault = _fault_before(tokens, place, floor, hedge)
    return hedge


def _phrase_before(tokens: Sequence[Token], last: int, floor: int) -> tuple[str, int] | None:
    """Longest hedge or filler that ends with the token `last`, and the place where it begins."""
    if last > floor + 1 and tokens[last].text == "." and tokens[last - 1].text in ABBREVIATIONS:
        last -= 1
    found = None
    text = ""
    for place in range(last, max(floor, last - LONGEST), -1):
        if tokens[place].kind == DIGITS:
            break
        text = f"{tokens[place].text} {text}" if text else tokens[place].text
        if text in FRONT or text in FILLERS:
            found = text, place
    return found


def _fault_before(tokens: Sequence[Token], place: int, floor: int, hedge: Hedge) -> Reason | None:
    """What the token before a hedge, or before a bare number, makes wrong with it."""
    if place <= floor:
        return None
    text = tokens[place].text
    if _is_denied(tokens, place, floor):
        return reasons.NEGATION
    if text == "than":
        return reasons.COMPARISON
    if hedge.words:
        return None
    if text in _PARTERS and _is_hedged(tokens, place - 1, floor):
        return reasons.DETERMINER
    if text == "of" and not _HEDGING_ADJECTIVES.isdisjoint(_words_before(tokens, place, floor)):
        return reasons.DETERMINER
    if text in {"…", "."}:
        before = place
        while before > floor and before > place - len("...") and tokens[before].text == text:
            before -= 1
        if (text == "…" or place - before > 1) and _is_hedged(tokens, before, floor):
            return reasons.LEFT_OUT
    return None


def _is_denied(tokens: Sequence[Token], place: int, floor: int) -> bool:
    """Whether a negation stands at a token, or before it with a word such as "even" or "just" between."""
    for _ in range(_MOST_WORDS_DENIED):
        if place > floor and tokens[place].text in _DENIED_WITH:
            place -= 1
    if place <= floor:
        return False
    text = tokens[place].text
    return text in NEGATIONS or (text == "t" and place > 0 and tokens[place - 1].text == "'")


def _words_before(tokens: Sequence[Token], place: int, floor: int) -> list[str]:
    first = max(floor + 1, place - _MOST_WORDS_OF_NOUN)
    return [token.text for token in tokens[first:place]]


def _is_hedged(tokens: Sequence[Token], last: int, floor: int) -> bool:
    phrase = _phrase_before(tokens, last, floor)
    return phrase is not None and phrase[0] in FRONT


def back(tokens: Sequence[Token], last: int, ceiling: int) -> Hedge:
    """Hedge after the token `last`, looking no further right than the token before `ceiling`."""
    return _suffix(tokens, last) or _phrase_after(tokens, last, ceiling)


def _suffix(tokens: Sequence[Token], last: int) -> Hedge | None:
    """The "+" of "500+", the "-odd" of "500-odd"; None where there is neither."""
    following = tokens[last + 1 : last + 3]
    if not following:
        return None
    sign = following[0]
    if sign.text == "+":
        if len(following) > 1 and following[1].kind == DIGITS:
            return Hedge(last + 1, fault=reasons.SIGN_BESIDE)
        return Hedge(last + 1, ["+"], {Qualifier.AT_LEAST})
    if sign.text == "odd":
        return Hedge(last + 1, ["odd"], {Qualifier.ABOUT})
    hyphened = sign.text == "-" and len(following) > 1 and glued(sign, following[1])
    if hyphened and following[1].text in SUFFIXES:
        return Hedge(last + 2, [following[1].text], {SUFFIXES[following[1].text]})
    return None


def _phrase_after(tokens: Sequence[Token], last: int, ceiling: int) -> Hedge:
    words = 0
    place = last + 1
    while place < ceiling and words <= _MOST_WORDS_BETWEEN:
        token = tokens[place]
        if token.kind == WORD:
            hedge = _hedge_at(tokens, place, ceiling, near=words == 0)
            if hedge is not None:
                return hedge
            words += 1
        elif token.text in {",", "("}:
            hedge = None
            if place + 1 < ceiling:
                hedge = _hedge_at(tokens, place + 1, ceiling, near=words == 0)
            return hedge or Hedge(last)
        elif token.text == ".":
            if len(tokens[place - 1].text) > 1:
                break
        elif token.text not in {"-", "'"}:
            break
        place += 1
    return Hedge(last)


def _hedge_at(tokens: Sequence[Token], place: int, ceiling: int, *, near: bool) -> Hedge | None:
    """The hedge that begins at a token and belongs to the number before it, a faulty one, or None.

    `near` is true right behind the number. Further on only the phrases with "or" and "at" are known.
    """
    found = _longest_back(tokens, place)
    if found is None:
        return None
    text, end = found
    if not near and not text.startswith(("or ", "at ")):
        return None
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    closed = following is None or following.text in _ENDS
    if text in BACK and following is not None and following.text == "than":
        return None
    if text in BACK_AT_END and end + 1 == ceiling and following is not None:
        return None
    if closed or (near and text in BACK):
        qualifier = BACK.get(text) or BACK_AT_END[text]
        return Hedge(end, [text], {qualifier})
    return Hedge(end, fault=reasons.LATE_HEDGE)


def _longest_back(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    found = None
    text = ""
    for end in range(place, min(len(tokens), place + _LONGEST_BACK)):
        text = f"{text} {tokens[end].text}" if text else tokens[end].text
        if text in BACK or text in BACK_AT_END:
            found = text, end
    return found
