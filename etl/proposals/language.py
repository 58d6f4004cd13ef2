"""Is a text English? Told by its commonest words, so that no model is needed."""

import re
from typing import Final

from etl.proposals.cues import cue

_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 2000
_FEWEST: Final = 6
_LANGUAGES: Final = ("English", "Spanish", "French", "German", "Portuguese", "Italian")


def other_than_english(text: str) -> str | None:
    """The language that a text looks to be in, None for English and for texts too short or plain to tell."""
    words = [match.group().lower() for match, _ in zip(_WORD.finditer(text), range(_SAMPLE), strict=False)]
    counts = {language: sum(word in cue(f"language/{language.lower()}") for word in words) for language in _LANGUAGES}
    best = max(counts, key=lambda language: counts[language])
    return best if best != "English" and counts[best] >= _FEWEST and counts[best] > 2 * counts["English"] else None
