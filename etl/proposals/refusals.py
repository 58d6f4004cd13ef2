"""Numbers that are no figures: the rules that refuse, in order."""

from collections.abc import Callable
from typing import Final

from etl.proposals import amounts, people
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context

Rule = Callable[[Candidate, Context], str | None]
_FEW: Final = 10

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("no-count", amounts.no_count),
    ("age", amounts.age),
    ("ratio", amounts.ratio),
    ("rate", amounts.rate),
    ("change", amounts.change),
    ("not-people", people.other_things),
    ("shortfall", people.shortfall),
    ("departed", people.departed),
    ("room", people.room),
    ("harmed", people.harmed),
    ("applicants", people.applicants),
    ("crowd", people.crowd),
    ("what-if", people.supposed),
    ("asked", people.asked),
)


def refuse(candidate: Candidate, context: Context) -> None:
    """Apply the rules in order until one refuses."""
    for name, rule in RULES:
        reason = rule(candidate, context)
        if reason is not None:
            candidate.refuse(name, reason)
            return


def refuse_few(candidate: Candidate) -> None:
    """Refuse fewer than ten people in a scene, unless they are ordered, hired, planned or part of a whole."""
    if candidate.value >= _FEW or candidate.value_high is not None or candidate.sentence.kind == "row":
        return
    there = candidate.status in {"deployed", "onboard", "total-after"}
    if (there or candidate.bare) and "of-them" not in candidate.words:
        candidate.refuse("few", "counts a few people in one scene")
