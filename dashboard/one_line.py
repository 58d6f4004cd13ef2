"""Text of sources made safe for files of lines and for readers' eyes: one line, nothing that hides or turns it."""

from __future__ import annotations

import re

# Line and paragraph ends of Unicode as well as of ASCII, then all other controls (Cc), what steers the direction
# of a line (Bidi_Control), lone surrogates, which no file can hold, and what XML has no place for.
_SPACES = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def one_line(text: str) -> str:
    """The text on one line with single spaces, without control and direction characters."""
    return _SPACES.sub(" ", _HIDDEN.sub("", text)).strip()
