"""Expressions over the words of a clause, tried only where a word stands that they may begin with."""

import re
from collections import deque
from functools import lru_cache
from typing import Final

_PIECE: Final = re.compile(r"\(\?<?[:!]|\[[^\]]*\]|\\.|.")
_RUN: Final = re.compile(r"\w+")
_PARTING: Final = frozenset(" '-~,")
_UNKNOWN: Final = "\0"
# The clauses of the number that is being read: every expression asks for the same few.
_CLAUSES: Final = 16


class Phrases:
    """Phrases as expressions, of which any may stand in a text as whole words."""

    def __init__(self, *phrases: str) -> None:
        """Keep the phrases and the words that they begin with, unless one may begin with any word."""
        self._pattern = re.compile(rf"\b(?:{'|'.join(phrases)})\b")
        words = [openings(phrase) for phrase in phrases]
        told = [one for one in words if one is not None]
        self._openings = frozenset().union(*told) if len(told) == len(words) else None

    def search(self, text: str) -> "re.Match[str] | None":
        """The first phrase in a text of words parted by spaces."""
        if self._openings is not None and self._openings.isdisjoint(_words(text)):
            return None
        return self._pattern.search(text)


@lru_cache(maxsize=_CLAUSES)
def _words(text: str) -> frozenset[str]:
    """The words of a text; "we'll" is two."""
    return frozenset(text.split() if text.isascii() and "'" not in text else _RUN.findall(text))


def openings(phrase: str) -> set[str] | None:
    """The first words of what an expression matches, or None where they can't be told.

    Known are letters, classes of letters, groups, "|", "?", "*" and negative lookaround.
    """
    words = {head.strip() for head in _heads(deque(_PIECE.findall(phrase)))}
    return None if any(not word or _UNKNOWN in word for word in words) else words


def _heads(pieces: deque[str]) -> set[str]:
    """What the alternatives up to the closing bracket begin with: a word, with a space where it ends there."""
    done: set[str] = set()
    heads = {""}
    while pieces:
        piece = pieces.popleft()
        if piece == ")":
            break
        if piece == "|":
            done |= heads
            heads = {""}
            continue
        if piece in {"(?!", "(?<!"}:
            _heads(pieces)
            continue
        atoms = _heads(pieces) if piece == "(?:" else _atoms(piece)
        if pieces and pieces[0] in {"?", "*"}:
            pieces.popleft()
            atoms = atoms | {""}
        heads = {head if head.endswith(" ") else (head + atom).lstrip() for head in heads for atom in atoms}
    return done | heads


def _atoms(piece: str) -> set[str]:
    if piece.startswith("["):
        return set(piece[1:-1])
    if piece.isalnum():
        return {piece}
    return {" " if piece in _PARTING else _UNKNOWN}
