"""The words and signs of a text in lower case with their offsets: one pass of one expression."""

import re
from itertools import accumulate, repeat
from operator import add
from typing import Final

_BREAK: Final = re.compile(r"\n[ \t]*(?:\n\s*)?")
# A token with what is passed over behind it (spaces, underscores, hyphens inside words), so that lengths add up to
# offsets. The first alternative is a part of the fourth that is found sooner.
_PASSED: Final = r"(?:[^\S\n]|_|(?<=[^\n])(?:-(?!\s)|(?<!\s)-))*"
_TOKEN: Final = re.compile(
    r"(?:[a-z]++(?![^\W\d_]|['’.])|(?:[A-Za-z]\.){2,}(?![a-z])|['’]s\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    rf"|\d+(?:[.,:]\d+)*|{_BREAK.pattern}|[^\w\s-]|(?<=\s)-(?=\s)|^-)(?: (?=[^\W_])|{_PASSED})",
    re.MULTILINE,
)
_LEAD: Final = re.compile(_PASSED)
_PASSED_CHARACTERS: Final = "-_" + "".join(filter(str.isspace, map(chr, range(0x3001))))


def in_order(text: str) -> tuple[list[str], list[int], list[int]]:
    """All tokens of a text in lower case, with their offsets."""
    passed = _LEAD.match(text)
    lead = passed.end() if passed else 0
    pieces = _TOKEN.findall(text, lead)
    starts = list(accumulate(map(len, pieces), initial=lead))
    starts.pop()
    shown = list(map(str.rstrip, pieces, repeat(_PASSED_CHARACTERS)))
    ends = list(map(add, starts, map(len, shown)))
    words = list(map(str.lower, shown))
    if "’" in text:
        words = [word.replace("’", "'") if len(word) > 1 else word for word in words]
    place = -1
    for _ in range(words.count("")):
        place = words.index("", place + 1)
        match = _BREAK.match(text, starts[place])
        if match is None:
            words[place], ends[place] = "-", starts[place] + 1
        else:
            words[place], ends[place] = "\n\n" if match.group().count("\n") > 1 else "\n", match.end()
    return words, starts, ends
