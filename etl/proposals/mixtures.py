"""Whose people a number counts when it is made of several groups."""

from typing import Final

from etl.proposals import statuses
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between
from etl.proposals.merging import MILITARY, SERVICES, merged

_MIXES: Final = frozenset({"mix", "combination", "both", "mixture"})
_MIXED_BACK: Final = 4
_SUMMED: Final = 6
_MIX: Final = 2


def mixed(candidate: Candidate, context: Context) -> str | None:
    """A number that the text says is made of several groups, or the total of several numbers."""
    page = candidate.page
    total = _summed(candidate, context)
    if total is not None:
        return total
    listed = (
        set(candidate.behind(14)) & _MIXES
        or candidate.behind(2)[:2] == [",", "including"]
        or _split(candidate)
        or candidate.behind(1) == [":"]
    )
    colon = clause(candidate)[1]
    listed = listed or page.words[colon : colon + 1] == [":"]
    if candidate.noun == "people" and listed:
        names = [entry.agency for _, entry in entries_between(page, candidate.end, candidate.sentence.last)]
        named = [name for name in names if name]
        if "police" in candidate.behind(14):
            named.append("state-police")
        if len(set(named)) > 1:
            return merged(candidate, named)
    plain = candidate.bare and not candidate.agencies and {"noun-body", "noun-having"} & set(candidate.trail)
    if candidate.source is None or not plain or {"of-them", "of-number"} & set(candidate.words):
        return None
    together = statuses.makes(" ".join(page.words[clause(candidate)[0] : candidate.hedge_place]))
    if candidate.source.sentence.paragraph == candidate.sentence.paragraph and not together:
        return None
    groups = {other.agency for other in context.history[-_MIXED_BACK:] if _joins(candidate, other)}
    if len(groups - {"all-military"}) < _MIX:
        return None
    return "active-duty" if "active-duty" in groups and groups <= {"active-duty", *SERVICES} else "all-military"


def _summed(candidate: Candidate, context: Context) -> str | None:
    """The agencies of the numbers before that add up to it: "5,900 soldiers and 2,100 Marines, 8,000 in all"."""
    if candidate.agencies or not (candidate.bare or candidate.noun == "people"):
        return None
    total, names = 0, []
    for other in reversed(context.history[-_SUMMED:]):
        if not other.accepted or candidate.sentence.index - other.sentence.index > 1:
            return None
        total += other.value
        names.append(other.agency or "")
        if total >= candidate.value:
            break
    if total != candidate.value or len(set(names)) == 1:
        return None
    return "all-military" if "all-military" in names else merged(candidate, names)


def _split(candidate: Candidate) -> bool:
    """Whether the words behind tell the parts: "1,140 people, 780 of them Guard members and the rest police"."""
    behind = " ".join(candidate.behind(14))
    return "# of them" in behind and ("the rest" in behind or "the others" in behind)


def _joins(candidate: Candidate, other: Candidate) -> bool:
    near = candidate.sentence.paragraph - other.sentence.paragraph <= _MIXED_BACK
    return other.accepted and other.agency in MILITARY and near
