"""What keeps figures from being added: rival answers, distant dates, people counted twice."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from etl.totals.claims import Claim, Rank, Reason, Refusal
from etl.totals.forest import way_up

# The top of every region tree, and of the commands: a figure that names no region speaks of all of them.
_EVERYWHERE = ""


def settle_rivals(roots: Sequence[Claim]) -> dict[str, str] | Refusal:
    """Map each rival answer to the preferred one; refused where there is not one preferred."""
    answers: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in roots:
        if claim.question is not None:
            answers[claim.question].append(claim)
    aside: dict[str, str] = {}
    unsettled: set[str] = set()
    for rivals in answers.values():
        preferred = [claim.id for claim in rivals if claim.rank is Rank.PREFERRED]
        if len(rivals) > 1 and len(preferred) != 1:
            unsettled.update(claim.id for claim in rivals)
        elif len(rivals) > 1:
            aside |= {claim.id: preferred[0] for claim in rivals if claim.id != preferred[0]}
    if unsettled:
        return Refusal(Reason.RIVALS, _in_order(roots, unsettled))
    return aside


def check_bases(claims: Sequence[Claim]) -> Refusal | None:
    """Refuse figures that count different things."""
    bases = tuple(dict.fromkeys(claim.basis for claim in claims))
    if len(bases) == 1:
        return None
    return Refusal(Reason.BASES, tuple(claim.id for claim in claims), bases)


def check_dates(claims: Sequence[Claim], max_gap_days: int) -> Refusal | None:
    """Refuse figures without a date, and any two further apart than `max_gap_days`."""
    spans = {c.id: (c.start, c.end) for c in claims if c.start is not None and c.end is not None}
    if len(spans) < len(claims):
        undated = {claim.id for claim in claims if claim.id not in spans}
        return Refusal(Reason.UNDATED, _in_order(claims, undated))
    # Whatever is too far from any interval is too far from the first to end or the last to start.
    first_end = min(end for _, end in spans.values())
    last_start = max(start for start, _ in spans.values())
    distant = {
        id_
        for id_, (start, end) in spans.items()
        if max((start - first_end).days, (last_start - end).days) > max_gap_days
    }
    return Refusal(Reason.DATES, _in_order(claims, distant)) if distant else None


def check_overlap(
    counted: Sequence[Claim],
    claims: Iterable[Claim],
    holders: Mapping[str, str],
    agencies: Mapping[str, str | None],
    regions: Mapping[str, str | None],
) -> Refusal | None:
    """Refuse figures that may count the same people, whether on one date or on several.

    They may if the agency of one is, or is above, that of the other, and likewise their regions,
    unless they are under different commands; or if one question is answered, at any depth, inside
    both. `holders` maps each of all `claims` that lies inside a counted one to the id of that one.
    """
    overlapping = _same_places(counted, agencies, regions)
    inside: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.question is not None and claim.id in holders:
            inside[claim.question].add(holders[claim.id])
    for several in inside.values():
        if len(several) > 1:
            overlapping |= several
    if not overlapping:
        return None
    ids = _in_order(counted, overlapping)
    return Refusal(Reason.OVERLAP if _share_a_day(counted, overlapping) else Reason.REPEATED, ids)


def _share_a_day(claims: Sequence[Claim], ids: Collection[str]) -> bool:
    """Whether there is a day that all of some dated claims speak of."""
    dated = [(c.start, c.end) for c in claims if c.id in ids and c.start is not None and c.end is not None]
    return max(start for start, _ in dated) <= min(end for _, end in dated)


def _same_places(
    claims: Sequence[Claim],
    agencies: Mapping[str, str | None],
    regions: Mapping[str, str | None],
) -> set[str]:
    """Ids of claims whose agency, region and command all lie on one line with those of another claim.

    Two nodes lie on one line if one is on the other's way up. Each claim leaves a mark "at" its
    node and "under" every node on its way up, then asks who is at a node on its way up and who is
    under its node. It finds itself once each way in each tree, eight times in all; whatever is
    beyond that is another claim. So the work grows with the depth of the trees, not with the pairs.
    """
    ways = {
        claim.id: (
            way_up(agencies, claim.agency),
            [*(way_up(regions, claim.region) if claim.region is not None else ()), _EVERYWHERE],
            [*([claim.command] if claim.command is not None else ()), _EVERYWHERE],
        )
        for claim in claims
    }
    marks = Counter(mark for way in ways.values() for mark in product(*map(_left, way)))
    oneself = 8
    return {id_ for id_, way in ways.items() if sum(marks[mark] for mark in product(*map(_asked, way))) > oneself}


def _left(way: list[str]) -> list[tuple[str, str]]:
    return [("at", way[0]), *(("under", node) for node in way)]


def _asked(way: list[str]) -> list[tuple[str, str]]:
    return [("under", way[0]), *(("at", node) for node in way)]


def _in_order(claims: Sequence[Claim], ids: set[str]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims if claim.id in ids)
