"""Numbers in words, "no" before people as 0, and the words that give no number ("several", "half")."""

from typing import Final

from etl.wording import reasons
from etl.wording.number_words import LONGEST, NUMBER_WORDS, SCALES, TENS, spelled
from etl.wording.numerals import Numeral, next_word, refused, span
from etl.wording.tokens import Tokens, word_set

VAGUE_WORDS: Final = word_set(
    "dozens hundreds thousands millions billions tens score scores several few couple many handful numerous countless"
)
_COMPARATIVES: Final = (["more", "than"], ["fewer", "than"])
_PLURAL_SCALES: Final = frozenset(f"{scale}s" for scale in SCALES)
_PARTS: Final = word_set(
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth hundredth thousandth quarter"
)
_ORDINALS: Final = _PARTS | {"first", "second", "half"}
_AFTER_ARTICLE: Final = _ORDINALS | SCALES.keys()
_FRACTIONS: Final = frozenset(f"{part}s" for part in _PARTS - {"quarter"}) | {"halves"}
_AFTER_NUMBER: Final = _ORDINALS | _FRACTIONS | {"quarters"}
_MULTIPLES: Final = frozenset({"twice", "thrice"})
_MULTIPLE_VERBS: Final = frozenset({"double", "triple", "quadruple"})
_OF_ANOTHER: Final = frozenset({"the", "its", "that", "as"})
_PEOPLE: Final = word_set(
    "troops soldiers marines sailors airmen agents officers personnel members forces employees guardsmen"
    " reservists people persons staff staffers individuals workers servicemembers men women"
)
_KINDS_OF_PEOPLE: Final = word_set(
    "active duty reserve national guard us u s american federal military army navy air force marine"
    " border patrol cbp combat service uniformed law enforcement additional regular ground state full time"
)
UNUSUAL_WORDS: Final = (
    (NUMBER_WORDS - {"a", "and"}) | VAGUE_WORDS | _AFTER_NUMBER | _MULTIPLES | _MULTIPLE_VERBS | {"no"}
)
STARTS: Final = UNUSUAL_WORDS | {"a"}


def in_words(tokens: Tokens, place: int) -> Numeral | None:
    """The number, or the word that gives none, which begins at a token of STARTS; None where neither does."""
    texts = tokens.texts
    text = texts[place]
    following = texts[place + 1] if place + 1 < len(texts) else ""
    if text == "a" and following not in _AFTER_ARTICLE:
        return None
    if text in NUMBER_WORDS and (numeral := _spelled(tokens, place)) is not None:
        return numeral
    if text in VAGUE_WORDS or text in SCALES:
        return _vague(tokens, place)
    if text == "no":
        return span(tokens, place, place) if _before_people(texts, place) else None
    if text == "half" or text in _FRACTIONS:
        return refused(tokens, place, place, reasons.FRACTION)
    if text == "a":
        fraction = following in _PARTS and texts[place + 2 : place + 3] == ["of"]
        return refused(tokens, place, place + 1, reasons.FRACTION) if fraction else None
    if text in _MULTIPLES or (text in _MULTIPLE_VERBS and following in _OF_ANOTHER):
        return refused(tokens, place, place, reasons.MULTIPLE)
    return None


def _spelled(tokens: Tokens, place: int) -> Numeral | None:
    texts = tokens.texts
    places = [place]
    while len(places) < LONGEST:
        following = next_word(tokens, places[-1])
        if following is None or texts[following] not in NUMBER_WORDS:
            break
        places.append(following)
    number = spelled([texts[at] for at in places])
    if number is None:
        return None
    last = places[number.size - 1]
    numeral = span(tokens, place, last)
    numeral.value, numeral.scale, numeral.mixed = number.value, number.scale, number.mixed
    after = next_word(tokens, last)
    if after is None or texts[after] not in _AFTER_NUMBER:
        return numeral
    # "twenty-first" is surely an ordinal; "two-thirds", "two second lieutenants" are not surely anything.
    numeral.last, numeral.end = after, tokens.ends[after]
    if texts[last] in TENS and after == last + 2 and texts[after] in _ORDINALS:
        numeral.set_aside(reasons.ORDINAL)
    else:
        fraction = texts[after] in _FRACTIONS
        numeral.refuse(reasons.FRACTION if fraction else reasons.UNCLEAR_ORDINAL)
    return numeral


def _vague(tokens: Tokens, place: int) -> Numeral | None:
    """A vague word with the scales that hang on it: "tens of thousands", "a couple of hundred"."""
    texts = tokens.texts
    before = texts[place - 1] if place else ""
    ahead = texts[place + 1 : place + 3]
    # "as many as" and "many more than" are hedges.
    if (before == "as" == "".join(ahead[:1])) or ahead in _COMPARATIVES:
        return None
    last = place
    while last + 1 < len(texts):
        step = 2 if texts[last + 1] == "of" and last + 2 < len(texts) else 1
        word = texts[last + step]
        if word not in SCALES and word not in _PLURAL_SCALES:
            break
        last += step
    first = place - (before == "a")
    return refused(tokens, first, last, reasons.VAGUE)


def _before_people(texts: list[str], place: int) -> bool:
    """Whether "no" counts people: only words for kinds of people stand between it and a word for people."""
    for text in texts[place + 1 : place + 10]:
        if text in _PEOPLE:
            return True
        if text not in _KINDS_OF_PEOPLE and text not in {"-", "."}:
            return False
    return False
