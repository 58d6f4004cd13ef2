"""People near the border who serve nobody there: crowds, clubs, and officers in one scene."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause
from etl.proposals.cues import cue
from etl.proposals.foreign import CBP

_SERVING: Final = cue("people/serving")
_PLAIN: Final = cue("people/plain")
_PRIVATE: Final = cue("people/private")
_ACTS: Final = cue("people/acts")
_CEREMONIES: Final = cue("people/ceremonies")
_OATH: Final = frozenset({"oath", "sworn", "swearing", "graduated", "graduates", "new", "hands", "deployed"})
_GUESSED: Final = frozenset({"agency-before", "agency-default", "agency-ahead", "agency-ruling"})
_FEW: Final = 10
_CROWD: Final = 100_000
_LARGEST_SCENE: Final = 500


def refuse(candidate: Candidate, _context: Context) -> str | None:
    """The reason why people whose agency is only guessed at are no personnel, or None."""
    words = candidate.page.words
    if _in_scene(candidate) or candidate.before(2)[-2:] == ["shift", "of"]:
        return "counts people in an incident"
    if candidate.agency in CBP and candidate.value >= _CROWD:
        return "counts more people than the agency has"
    if candidate.source is not None or not _GUESSED & set(candidate.trail):
        return None
    first, last = clause(candidate)
    near = set(words[first:last])
    if (
        set(words[first : candidate.place]) & _PRIVATE
        and "hires" not in candidate.words
        and candidate.noun
        in {
            "people",
            "members",
            "employees",
            "guards",
        }
    ):
        return "counts private persons"
    plain = _PLAIN & set(candidate.words) and not (candidate.before(1) == ["the"] and "volunteers" in candidate.words)
    if candidate.noun == "people" and not candidate.bare and plain:
        return None if near & _SERVING or _has(candidate, first) else "counts people who are no personnel"
    return None


def _has(candidate: Candidate, first: int) -> bool:
    """Whether they are what a body that was spoken of has: "it has 33 people", "which has 7,000 people"."""
    words, sentence = candidate.page.words, candidate.sentence
    if words[sentence.first] == "it":
        return True
    return words[first] in {"it", "which"} and bool({"has", "had"} & set(words[sentence.first : candidate.place]))


def _in_scene(candidate: Candidate) -> bool:
    """Whether the people do what is done once: they responded, marched, raided, handed out water."""
    largest = _FEW if "of-them" in candidate.words else _LARGEST_SCENE
    if candidate.value >= largest or (candidate.bare and "of-them" not in candidate.words):
        return False
    ahead = candidate.behind(2)
    if ahead[:1] and ahead[0].endswith("ly"):
        ahead = ahead[1:]
    first, last = clause(candidate)
    if _CEREMONIES & set(candidate.page.words[first:last]) and not _OATH & set(candidate.page.words[first:last]):
        return True
    return bool(_ACTS & set(ahead[:1])) or ahead == ["ran", "it"]
