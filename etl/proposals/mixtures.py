"""Whose people a number counts when it is made of several groups."""

import re
from typing import Final

from etl.proposals import belonging, statuses
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between, left
from etl.proposals.cues import cue
from etl.proposals.merging import MILITARY, SERVICES, merged
from etl.proposals.page import NUMBER

_MIXES: Final = frozenset({"mix", "combination", "both", "mixture"})
_MIXED_BACK: Final = 4
_SUMMED: Final = 6
_MIX: Final = 2
_FORCES: Final = "soldiers|troops|military|service members|marines|sailors|airmen|guardsmen|guard members"
_CIVILIANS: Final = re.compile(
    rf"\b(?:{_FORCES})(?: (?:personnel|employees|staff|members))? (?:and|or|,) civilians?\b"
    rf"|\bcivilians? (?:employees )?(?:and|or) (?:{_FORCES})\b"
)
_BESIDE: Final = 8
_MAKING: Final = cue("mixtures/making")
_PRONOUNS: Final = frozenset({"it", "they", "it's", "they're", "that's", "those"})
_RELATIVES: Final = frozenset({"who", "whom", "which", "whose", "that"})
_REGULAR: Final = SERVICES | {"active-duty"}
_CALLED_UP: Final = frozenset({"national-guard", "texas-guard", "reserve", "guard-and-reserve"})
_NEAR: Final = 16
_COPULA: Final = 4
_ARE: Final = frozenset({"are", "were"})
_ROUNDED: Final = 0.015
_TOTALS: Final = frozenset({"total", "altogether", "combined", "bringing", "brings", "together", "overall"})


def with_civilians(candidate: Candidate, _context: Context) -> str | None:
    """Soldiers and civilians in one number are of no force: "143 people, soldiers and civilian employees both"."""
    words = candidate.page.words[candidate.after : min(candidate.sentence.last, candidate.end + _BESIDE)]
    if "civilian" not in words and "civilians" not in words:
        return None
    return "other" if _CIVILIANS.search(" ".join(words).partition(NUMBER)[0]) else None


def share(candidate: Candidate, context: Context) -> str | None:
    """A part that the subject names: "Marine units account for 1,130 of the active-duty personnel"."""
    page, first = candidate.page, candidate.sentence.first
    if not {"of-them", "of-number"} & set(candidate.words) or not (_MAKING | _PRONOUNS) & set(candidate.before(2)):
        return None
    begin = clause(candidate)[0]
    begin = max(first, begin - _NEAR) if page.words[begin] in _RELATIVES else begin
    names = [entry.agency for _, entry in entries_between(page, begin, candidate.hedge_place) if entry.agency]
    agency = merged(candidate, names) if names and NUMBER not in page.words[begin : candidate.hedge_place] else None
    if not names and page.words[begin] in _PRONOUNS:
        near = [one for one in context.heard() if one.paragraph == candidate.sentence.paragraph][:1]
        agency = next((one.entry.agency for one in near if one.entry.agency), None)
    taken = candidate.source and candidate.source.agency
    whole = merged(candidate, candidate.agencies) if candidate.agencies else taken
    return agency if agency and whole and belonging.inside(agency, whole) else None


def predicate(candidate: Candidate, _context: Context) -> str | None:
    """Of which force a part is said to be: "2,700 of the troops are Guardsmen", "4,900 of them on active duty"."""
    if "of-them" not in candidate.words and not candidate.bare:
        return None
    page, end = candidate.page, candidate.end
    source = candidate.source
    whole = None if source is None else source.agency
    if page.words[end : end + 3] == ["on", "active", "duty"] and whole in {None, "all-military", "active-duty"}:
        return "active-duty"
    at = next((at for at in range(end, min(end + _COPULA, candidate.sentence.last)) if page.words[at] in _ARE), None)
    entry = None if at is None else page.entries.get(at + 1)
    force = entry is not None and entry.noun is not None and entry.agency in MILITARY
    return entry.agency if entry is not None and force else None


def headquarters(candidate: Candidate, context: Context) -> bool:
    """Whether soldiers and civilians are one staff of a force that the text counts."""
    both = "agency-civilians" in candidate.trail
    return both and any(other.accepted and other.agency in MILITARY for other in context.history[-_MIXED_BACK:])


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
    named = candidate.agencies and "noun-body" not in candidate.trail
    if named or not (candidate.bare or candidate.noun == "people"):
        return None
    words = {*left(candidate, _NEAR), *candidate.behind(_NEAR)}
    near = int(candidate.value * _ROUNDED) if _TOTALS & words else 0
    total, names = 0, []
    for other in reversed(context.history[-_SUMMED:]):
        if not other.accepted or candidate.sentence.index - other.sentence.index > 1:
            return None
        total += other.value
        names.append(other.agency or "")
        if total >= candidate.value - near:
            break
    if abs(total - candidate.value) > near or len(set(names)) == 1:
        return None
    return _of_groups(candidate, names)


def _of_groups(candidate: Candidate, names: list[str]) -> str | None:
    """The agency of groups that were counted apart: an Army figure and one of the Reserve make no Army Reserve."""
    groups = set(names)
    if groups <= MILITARY and ((groups & _REGULAR and groups & _CALLED_UP) or "all-military" in groups):
        return "all-military"
    return merged(candidate, names)


def _split(candidate: Candidate) -> bool:
    """Whether the words behind tell the parts: "1,140 people, 780 of them Guard members and the rest police"."""
    behind = " ".join(candidate.behind(14))
    return "# of them" in behind and ("the rest" in behind or "the others" in behind)


def _joins(candidate: Candidate, other: Candidate) -> bool:
    near = candidate.sentence.paragraph - other.sentence.paragraph <= _MIXED_BACK
    return other.accepted and other.agency in MILITARY and near
