"""The rule of totals: what a selection of figures counts, and what is left of a whole."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from etl.totals.claims import Claim, Rank, Reason, Refusal, Remainder, Total
from etl.totals.forest import topmost, way_up
from etl.totals.guards import check_bases, check_dates, check_overlap, settle_rivals
from etl.totals.quantities import Sum, add
from etl.wording import Qualifier

_NO_REGIONS: Mapping[str, str | None] = MappingProxyType({})


def total(
    selected: Collection[str],
    claims: Sequence[Claim],
    agencies: Mapping[str, str | None],
    regions: Mapping[str, str | None] = _NO_REGIONS,
    max_gap_days: int = 31,
) -> Total | Refusal:
    """Count each person in the selected figures once.

    `claims` are all figures, whose part-of links form a forest: a whole stands for its parts even
    where those between are not selected. `agencies` and `regions` map each node to its parent.
    Figures are added only if they count one thing, at dates at most `max_gap_days` apart, and can't
    count the same people; of rival answers to a question only the preferred one is counted. A rival that
    the preferred answer is a part of counts more than was asked, so it stands for none of its parts.
    Raises ValueError for a selected id that no claim has.
    """
    chosen = set(selected)
    part_of = {claim.id: claim.part_of for claim in claims}
    if unknown := chosen - part_of.keys():
        raise ValueError(f"no such figures: {', '.join(sorted(unknown))}")
    tops = _topmost_settled(claims, part_of, chosen)
    roots = [claim for claim in claims if tops[claim.id] == claim.id]
    if not roots:
        return Refusal(Reason.NOTHING)
    aside = settle_rivals(roots)
    if isinstance(aside, Refusal):
        return aside
    # A rival answer counts the people of the preferred one, and so do the parts that it stands for.
    holders = {id_: aside.get(top, top) for id_, top in tops.items() if top is not None}
    counted = [claim for claim in roots if claim.id not in aside]
    added = _sum(counted, claims, holders, (agencies, regions), max_gap_days)
    if isinstance(added, Refusal):
        return added
    inside = [(c.id, str(tops[c.id])) for c in claims if c.id in chosen and tops[c.id] != c.id]
    return Total(
        **asdict(added),
        basis=counted[0].basis,
        counted=tuple(claim.id for claim in counted),
        inside=tuple(inside),
        set_aside=tuple((claim.id, aside[claim.id]) for claim in roots if claim.id in aside),
    )


def _sum(
    counted: Sequence[Claim],
    claims: Sequence[Claim],
    holders: Mapping[str, str],
    trees: tuple[Mapping[str, str | None], Mapping[str, str | None]],
    max_gap_days: int,
) -> Sum | Refusal:
    """Add figures that count different people of one kind at one time; `trees` are those of agencies and regions."""
    refusal = check_bases(counted)
    if len(counted) > 1:
        refusal = refusal or check_dates(counted, max_gap_days)
        refusal = refusal or check_overlap(counted, claims, holders, *trees)
    return refusal or add(counted)


def _topmost_settled(
    claims: Sequence[Claim], part_of: Mapping[str, str | None], chosen: Collection[str]
) -> dict[str, str | None]:
    """For each figure the highest chosen one that stands for it; a rival around a preferred answer stands for none."""
    tops = topmost(part_of, chosen)
    questions = {claim.id: claim.question for claim in claims}
    yielding = {
        above
        for claim in claims
        if claim.id in chosen
        and claim.rank is Rank.PREFERRED
        and (top := tops[claim.id]) not in (None, claim.id)
        and questions[str(top)] == claim.question is not None
        for above in way_up(part_of, claim.id)[1:]
        if above in chosen and questions[above] == claim.question
    }
    if not yielding:
        return tops
    return topmost(part_of, set(chosen) - yielding) | {rival: rival for rival in yielding}


def remainder(whole: Claim, parts: Sequence[Claim]) -> Remainder | Refusal:
    """How many people of the whole are in none of its direct parts, which must not overlap.

    Only exact figures of one basis and one stated interval leave a number; a difference of anything
    else would be a number that nobody knows. Of rival answers only the preferred one is taken off.
    Raises ValueError for a part of something else.
    """
    for part in parts:
        if part.part_of != whole.id:
            raise ValueError(f"{part.id} is not a direct part of {whole.id}")
    aside = settle_rivals(parts)
    if isinstance(aside, Refusal):
        return aside
    taken = [part for part in parts if part.id not in aside]
    refusal = _check_difference(whole, taken)
    if refusal or whole.start is None or whole.end is None:
        return refusal or Refusal(Reason.UNDATED, (whole.id,))
    left = whole.value - sum(part.value for part in taken)
    ids = tuple(part.id for part in taken)
    if left < 0:
        return Refusal(Reason.PARTS_ABOVE_WHOLE, (whole.id, *ids))
    return Remainder(left, whole.basis, whole.start, whole.end, whole.id, ids)


def _check_difference(whole: Claim, parts: Sequence[Claim]) -> Refusal | None:
    if not parts:
        return Refusal(Reason.NOTHING)
    together = (whole, *parts)
    hedged = tuple(claim.id for claim in together if claim.qualifier is not Qualifier.EXACT)
    if hedged:
        return Refusal(Reason.OPEN_BOUNDS, hedged)
    undated = tuple(claim.id for claim in together if claim.start is None or claim.end is None)
    if refusal := check_bases(together):
        return refusal
    if undated:
        return Refusal(Reason.UNDATED, undated)
    if len({(claim.start, claim.end) for claim in together}) > 1:
        return Refusal(Reason.DATES, tuple(claim.id for claim in together))
    return None
