"""A text as words, digits and signs, with the typography made plain and every offset kept."""

import re
import unicodedata
from itertools import accumulate
from operator import add
from string import ascii_uppercase
from typing import Final, NamedTuple

# Dashes that may join two numbers; an em dash parts two phrases.
DASHES: Final = frozenset("-–")


class Tokens(NamedTuple):
    """The pieces of a folded text as parallel lists; `starts` and `ends` are offsets in the text as given."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


# One character for one, so that offsets stay true. Dashes other than the hyphens are kept: an en dash
# makes a range, an em dash parts a sentence.
_SPACES: Final = "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_FOLDED: Final = {
    **{ord(letter): letter.lower() for letter in ascii_uppercase},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, "‘’ʼ"), "'"),  # noqa: RUF001 - the typographic forms are the point
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012"), "-"),
}

# A sign between digits stays with them, to be judged as one number; hyphen, en dash and ellipsis part two.
# White space goes with the token before it, so that lengths add up to offsets.
_TOKEN: Final = re.compile(r"(?:[^\W\d_]+|[0-9]+(?:[^\w\s\-–…][0-9]+)*|\S)\s*")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DIGIT_THEN_MARK: Final = re.compile(r"[0-9,.]([^\x00-\x7f])")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for vocabularies."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """Text in lower case (ASCII letters only) with plain quotes, hyphens and spaces, of the same length."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def tokenise(folded: str) -> Tokens:
    """Words, digits and signs of a folded text in order; white space only parts them."""
    lead = len(folded) - len(folded.lstrip())
    pieces = _TOKEN.findall(folded, lead)
    starts = list(accumulate(map(len, pieces), initial=lead))
    texts = list(map(str.rstrip, pieces))
    return Tokens(texts, starts[:-1], list(map(add, starts, map(len, texts))))


def is_digits(token: str) -> bool:
    """Whether a token is of digits (ASCII), with or without signs between them."""
    return "0" <= token < ":"


def is_word(token: str) -> bool:
    """Whether a token is of letters."""
    return token[0].isalnum() and not token[0].isdecimal()


def hidden_character(text: str) -> tuple[int, str] | None:
    """Offset and Unicode name of the first character that a wording must not hold.

    These are control and format characters (zero width, right to left), unassigned and private ones,
    every digit and number sign outside ASCII, and a combining mark on a digit.
    """
    if text.isascii():
        match = _CONTROL.search(text)
        return None if match is None else (match.start(), _name(match.group()))
    places = [text.find(character) for character in set(text) if _is_hidden(character)]
    marked = (
        match.start(1) for match in _DIGIT_THEN_MARK.finditer(text) if unicodedata.category(match[1]).startswith("M")
    )
    place = min([*places, *marked], default=None)
    return None if place is None else (place, _name(text[place]))


def _is_hidden(character: str) -> bool:
    if character in "\t\n\r":
        return False
    if character.isascii():
        return _CONTROL.match(character) is not None
    return character.isnumeric() or unicodedata.category(character) in _HIDDEN


def _name(character: str) -> str:
    name = unicodedata.name(character, "a control or unassigned character")
    return f"{name} (U+{ord(character):04X})"
