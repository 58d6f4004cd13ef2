"""How a figure stands when no words near it tell."""

from typing import Final

from etl.proposals import status_cues as cues
from etl.proposals.scope import Scope

_POSTS: Final = frozenset({"positions", "position", "posts", "jobs", "slots", "billets"})


def unsaid(scope: Scope) -> str:
    """A status without words for it: the level compared with, an addition, part of a plan, or simply being there."""
    candidate, source = scope.candidate, scope.candidate.source
    usual = "onboard" if scope.civilian else "deployed"
    if cues.BASE_LEVEL.search(scope.left):
        return usual
    if "noun-compared" in candidate.trail and source is not None and source.status not in {None, "total-after"}:
        return str(source.status)
    part = {"noun-copula", "noun-of-them", "noun-of-those"} & set(candidate.trail)
    if part and candidate.more and source is not None and source.status is not None:
        return source.status
    if _POSTS & set(candidate.words):
        return "authorized"
    if scope.civilian and candidate.more and source is not None and source.status is not None:
        return source.status
    introduced = _introduced(scope)
    if introduced is not None or scope.civilian:
        return introduced or ("planned" if cues.BILL.search(scope.sentence) else usual)
    if candidate.more or scope.behind.startswith("will "):
        return "ordered"
    drawn_up = cues.PLAN.search(scope.sentence) or (cues.BILL.search(scope.left) and not cues.THERE.search(scope.left))
    return "planned" if drawn_up else usual


def _introduced(scope: Scope) -> str | None:
    """What the words before a colon say of the numbers behind it."""
    text = _before_colon(scope)
    if cues.FLOOR.search(text):
        return "mandated-floor"
    if cues.CEILING.search(text):
        return "authorized"
    if scope.civilian:
        return "hired" if cues.HIRED.search(text) else None
    return "ordered" if cues.ORDERED.search(text) else None


def _before_colon(scope: Scope) -> str:
    """The words before the colon that a list stands behind: "the units that it is ordering south: 114 police"."""
    page, sentence = scope.candidate.page, scope.candidate.sentence
    words = page.words[sentence.first : scope.candidate.hedge_place]
    if sentence.kind != "prose" or ":" not in words or ";" in words[words.index(":") :]:
        return ""
    return " ".join(words[: words.index(":")])
