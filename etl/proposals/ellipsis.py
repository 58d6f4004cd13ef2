"""Numbers without a noun of their own: the rules that find whom they count, in order."""

from collections.abc import Callable
from typing import Final

from etl.proposals import answers, carrying, levels, lists, objects, partitives, rows
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context

Rule = Callable[[Candidate, Context], bool]

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("of-them", partitives.of_them),
    ("of-those", partitives.of_those),
    ("copula", partitives.copula),
    ("of-whom", partitives.of_whom),
    ("row", rows.read),
    ("others", lists.others),
    ("answer", answers.answered),
    ("correction", answers.corrected),
    ("shared", lists.shared),
    ("inverted", levels.inverted),
    ("compared", levels.compared),
    ("body", levels.body),
    ("apposed", lists.apposed),
    ("included", lists.included),
    ("listed", lists.listed),
    ("labelled", lists.labelled),
    ("having", objects.having),
    ("carried", carrying.carried),
)


def resolve(candidate: Candidate, context: Context) -> None:
    """Give a bare number its noun, or refuse it."""
    for name, rule in RULES:
        if rule(candidate, context):
            candidate.trail.append(f"noun-{name}")
            return
    candidate.refuse("no-noun", "no noun says what is counted")
