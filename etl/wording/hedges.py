"""Hedges around a number: found by walking a few words away from it, so in time that does not grow."""

from typing import Final, NamedTuple

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
from etl.wording.tokens import Tokens, is_digits, is_word

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
# A look at one word spares putting phrases together where none can stand.
_LAST_WORDS: Final = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in (*FRONT, *FILLERS))
_FIRST_WORDS: Final = frozenset(phrase.split(" ", 1)[0] for phrase in (*BACK, *BACK_AT_END))
_FIRST_WORDS_FURTHER_ON: Final = frozenset({"or", "at"})
_FAULTS_BEFORE: Final = NEGATIONS | _DENIED_WITH | _PARTERS | {"t", "than", "of", "…", "."}
_SUFFIX_SIGNS: Final = frozenset({"+", "odd", "-"})
_ABOUT: Final = frozenset({Qualifier.ABOUT})
_AT_LEAST: Final = frozenset({Qualifier.AT_LEAST})


class Hedge(NamedTuple):
    """Hedge phrases on one side of a number: `words` in order, `edge` the outermost token they reach."""

    edge: int
    words: tuple[str, ...] = ()
    qualifiers: frozenset[Qualifier] = frozenset()
    fault: Reason | None = None


def front(tokens: Tokens, first: int, floor: int) -> Hedge:
    """Hedge before the token `first`, looking no further left than the token after `floor`."""
    texts = tokens.texts
    edge = first
    words: list[str] = []
    place = first - 1
    for _ in range(_MOST_OPENERS):
        if place > floor and texts[place] in _OPENERS:
            place -= 1
    while (phrase := _phrase_before(texts, place, floor)) is not None:
        text, start = phrase
        if text in FRONT:
            if len(words) == _MOST_HEDGES:
                return _hedge(edge, words, reasons.HEDGES)
            words.insert(0, text)
            edge = start
        elif first - start > 2 * _MOST_HEDGES * LONGEST:
            break
        place = start - 1
    fault = None
    if place > floor and texts[place] in _FAULTS_BEFORE:
        fault = _fault_before(texts, place, floor, hedged=bool(words))
    return _hedge(edge, words, fault)


def _hedge(edge: int, words: list[str], fault: Reason | None) -> Hedge:
    if not words:
        return Hedge(edge, fault=fault)
    return Hedge(edge, tuple(words), frozenset(FRONT[text] for text in words), fault)


def _phrase_before(texts: list[str], last: int, floor: int) -> tuple[str, int] | None:
    """Longest hedge or filler that ends with the token `last`, and the place where it begins."""
    if last <= floor:
        return None
    text = texts[last]
    if text == "." and last > floor + 1 and texts[last - 1] in ABBREVIATIONS:
        last -= 1
        text = texts[last]
    if text not in _LAST_WORDS:
        return None
    found = (text, last) if text in FRONT or text in FILLERS else None
    for place in range(last - 1, max(floor, last - LONGEST), -1):
        text = f"{texts[place]} {text}"
        if text in FRONT or text in FILLERS:
            found = text, place
    return found


def _fault_before(texts: list[str], place: int, floor: int, *, hedged: bool) -> Reason | None:
    """What the token before a hedge, or before a bare number, makes wrong with it."""
    text = texts[place]
    if _is_denied(texts, place, floor):
        return reasons.NEGATION
    if text == "than":
        return reasons.COMPARISON
    if hedged:
        return None
    if text in _PARTERS and _is_hedged(texts, place - 1, floor):
        return reasons.DETERMINER
    if text == "of" and not _HEDGING_ADJECTIVES.isdisjoint(texts[max(floor + 1, place - _MOST_WORDS_OF_NOUN) : place]):
        return reasons.DETERMINER
    if text in {"…", "."}:
        before = place
        while before > floor and before > place - len("...") and texts[before] == text:
            before -= 1
        if (text == "…" or place - before > 1) and _is_hedged(texts, before, floor):
            return reasons.LEFT_OUT
    return None


def _is_denied(texts: list[str], place: int, floor: int) -> bool:
    """Whether a negation stands at a token, or before it with a word such as "even" or "just" between."""
    for _ in range(_MOST_WORDS_DENIED):
        if place > floor and texts[place] in _DENIED_WITH:
            place -= 1
    if place <= floor:
        return False
    text = texts[place]
    return text in NEGATIONS or (text == "t" and place > 0 and texts[place - 1] == "'")


def _is_hedged(texts: list[str], last: int, floor: int) -> bool:
    phrase = _phrase_before(texts, last, floor)
    return phrase is not None and phrase[0] in FRONT


def back(tokens: Tokens, last: int, ceiling: int) -> Hedge:
    """Hedge after the token `last`, looking no further right than the token before `ceiling`."""
    return _suffix(tokens, last) or _phrase_after(tokens.texts, last, ceiling)


def _suffix(tokens: Tokens, last: int) -> Hedge | None:
    """The "+" of "500+", the "-odd" of "500-odd"; None where there is neither."""
    texts = tokens.texts
    place = last + 1
    sign = texts[place] if place < len(texts) else ""
    if sign not in _SUFFIX_SIGNS:
        return None
    following = texts[place + 1] if place + 1 < len(texts) else ""
    if sign == "odd":
        return Hedge(place, ("odd",), _ABOUT)
    if sign == "+":
        return Hedge(place, fault=reasons.SIGN_BESIDE) if is_digits(following) else Hedge(place, ("+",), _AT_LEAST)
    if following in SUFFIXES and tokens.ends[place] == tokens.starts[place + 1]:
        return Hedge(place + 1, (following,), frozenset({SUFFIXES[following]}))
    return None


def _phrase_after(texts: list[str], last: int, ceiling: int) -> Hedge:
    words = 0
    place = last + 1
    while place < ceiling and words <= _MOST_WORDS_BETWEEN:
        text = texts[place]
        if text in {",", "("}:
            hedge = None
            if place + 1 < ceiling:
                hedge = _hedge_at(texts, place + 1, ceiling, near=words == 0)
            return hedge or Hedge(last)
        if text == ".":
            if len(texts[place - 1]) > 1:
                break
        elif is_word(text):
            hedge = _hedge_at(texts, place, ceiling, near=words == 0)
            if hedge is not None:
                return hedge
            words += 1
        elif text not in {"-", "'"}:
            break
        place += 1
    return Hedge(last)


def _hedge_at(texts: list[str], place: int, ceiling: int, *, near: bool) -> Hedge | None:
    """The hedge that begins at a token and belongs to the number before it, a faulty one, or None.

    `near` is true right behind the number. Further on only the phrases with "or" and "at" are known.
    """
    if texts[place] not in (_FIRST_WORDS if near else _FIRST_WORDS_FURTHER_ON):
        return None
    found = _longest_back(texts, place)
    if found is None:
        return None
    text, end = found
    following = texts[end + 1] if end + 1 < len(texts) else None
    closed = following is None or following in _ENDS
    if text in BACK and following == "than":
        return None
    if text in BACK_AT_END and end + 1 == ceiling and following is not None:
        return None
    if closed or (near and text in BACK):
        qualifier = BACK.get(text) or BACK_AT_END[text]
        return Hedge(end, (text,), frozenset({qualifier}))
    return Hedge(end, fault=reasons.LATE_HEDGE)


def _longest_back(texts: list[str], place: int) -> tuple[str, int] | None:
    found = None
    text = ""
    for end in range(place, min(len(texts), place + _LONGEST_BACK)):
        text = f"{text} {texts[end]}" if text else texts[end]
        if text in BACK or text in BACK_AT_END:
            found = text, end
    return found
