"""How a figure stands when no words near it tell."""

from typing import Final

from etl.proposals import status_cues as cues
from etl.proposals.context import clause
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
    if scope.civilian:
        return "planned" if cues.BILL.search(scope.sentence) else usual
    if candidate.more or scope.behind.startswith("will ") or cues.ORDERED.search(_before_colon(scope)):
        return "ordered"
    drawn_up = cues.PLAN.search(scope.sentence) or (cues.BILL.search(scope.left) and not cues.THERE.search(scope.left))
    return "planned" if drawn_up else usual


def _before_colon(scope: Scope) -> str:
    """The words before the colon that a list stands behind: "the units that it is ordering south: 114 police"."""
    page, sentence = scope.candidate.page, scope.candidate.sentence
    first, start = sentence.first, clause(scope.candidate)[0]
    behind = sentence.kind == "prose" and start > first and page.words[start - 1] == ":"
    return " ".join(page.words[first : start - 1]) if behind else ""
