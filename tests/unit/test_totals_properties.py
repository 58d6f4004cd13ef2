"""Properties of totals over forests of figures that are true of sets of people."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from etl.totals import Claim, Rank, Reason, Refusal, Total, total
from etl.totals.forest import way_up
from etl.wording import Qualifier

DAY = date(2025, 1, 22)

World = tuple[list[Claim], dict[str, frozenset[int]], dict[str, str | None]]


@st.composite
def true_claims(draw: st.DrawFn) -> World:
    """Draw claims, the people whom each of them counts, and agencies that share nobody.

    First come the people, then what sources may say about their number without being wrong.
    """
    people: dict[str, frozenset[int]] = {}
    claims: list[Claim] = []
    everyone = 0
    for tree in range(draw(st.integers(1, 4))):
        size = draw(st.integers(0, 12))
        groups = [frozenset(range(everyone, everyone + size))]
        everyone += size
        ids = [f"{tree}.0"]
        parents: list[str | None] = [None]
        for number in range(1, draw(st.integers(1, 4))):
            whole = draw(st.integers(0, number - 1))
            members = sorted(groups[whole])
            some = st.sets(st.sampled_from(members)) if members else st.just(set[int]())
            groups.append(frozenset(draw(some)))
            ids.append(f"{tree}.{number}")
            parents.append(ids[whole])
        for id_, group, parent in zip(ids, groups, parents, strict=True):
            people[id_] = group
            claims.append(draw(true_claim(id_, len(group), f"agency-{tree}", parent)))
        if draw(st.booleans()):
            question = f"question-{tree}"
            answer = replace(claims[-len(ids)], question=question, rank=Rank.PREFERRED)
            claims[-len(ids)] = answer
            rival = draw(true_claim(f"{tree}.rival", size, f"agency-{tree}", None))
            people[rival.id] = groups[0]
            claims.append(replace(rival, question=question))
    return claims, people, {f"agency-{tree}": None for tree in range(4)}


@st.composite
def true_claim(draw: st.DrawFn, id_: str, count: int, agency: str, part_of: str | None) -> Claim:
    qualifier = draw(st.sampled_from(Qualifier))
    above = count + draw(st.integers(0, 5))
    below = draw(st.integers(0, count))
    value, low, high = {
        Qualifier.EXACT: (count, count, count),
        Qualifier.AT_MOST: (above, None, above),
        Qualifier.AT_LEAST: (below, below, None),
        Qualifier.RANGE: (below, below, above),
    }.get(qualifier, (draw(st.integers(0, 20)), None, None))
    return Claim(id_, value, low, high, qualifier, "", "ordered", agency, DAY, DAY, part_of)


def one_person(id_: str, agency: str, part_of: str | None = None, region: str | None = None) -> Claim:
    return Claim(id_, 1, 1, 1, Qualifier.EXACT, "", "ordered", agency, DAY, DAY, part_of, region)


@given(true_claims(), st.data())
def test_bounds_contain_the_number_of_people_selected(drawn: World, data: st.DataObject) -> None:
    claims, people, agencies = drawn
    selected = data.draw(st.lists(st.sampled_from(sorted(people)), min_size=1, unique=True))
    result = total(selected, claims, agencies)
    if isinstance(result, Refusal):
        # Two parts of one whole that is not selected may share people; so may opposite bounds lack
        # a sum. Nothing else is wrong with these claims.
        assert result.reason in {Reason.OVERLAP, Reason.OPEN_BOUNDS}
        return
    number = len(frozenset().union(*(people[id_] for id_ in selected)))
    assert (result.low or 0) <= number
    assert result.high is None or number <= result.high


@given(true_claims(), st.data())
def test_every_selected_figure_is_accounted_for_once(drawn: World, data: st.DataObject) -> None:
    claims, people, agencies = drawn
    selected = data.draw(st.lists(st.sampled_from(sorted(people)), min_size=1, unique=True))
    result = total(selected, claims, agencies)
    assume(isinstance(result, Total))
    assert isinstance(result, Total)
    pairs = result.inside + result.set_aside
    assert sorted([*result.counted, *(first for first, _ in pairs)]) == sorted(selected)
    assert set(dict(result.set_aside).values()) <= set(result.counted)
    wholes = {claim.id: claim.part_of for claim in claims}
    for part, whole in result.inside:
        assert whole in {*result.counted, *dict(result.set_aside)}
        assert whole in way_up(wholes, part)[1:]


@given(true_claims(), st.data())
def test_a_total_never_exceeds_the_sum_of_the_roots(drawn: World, data: st.DataObject) -> None:
    claims, people, agencies = drawn
    selected = data.draw(st.lists(st.sampled_from(sorted(people)), min_size=1, unique=True))
    result = total(selected, claims, agencies)
    part_of = {c.id: c.part_of for c in claims}

    def is_root(id_: str) -> bool:
        above = part_of[id_]
        while above is not None and above not in selected:
            above = part_of[above]
        return above is None

    if isinstance(result, Total):
        assert result.value <= sum(c.value for c in claims if c.id in selected and is_root(c.id))


@given(true_claims(), st.data())
def test_adding_a_part_of_a_counted_figure_changes_nothing_but_the_list(drawn: World, data: st.DataObject) -> None:
    claims, people, agencies = drawn
    selected = data.draw(st.lists(st.sampled_from(sorted(people)), min_size=1, unique=True))
    before = total(selected, claims, agencies)
    parts = [c.id for c in claims if c.part_of in selected and c.id not in selected]
    assume(parts)
    part = data.draw(st.sampled_from(parts))
    after = total([*selected, part], claims, agencies)
    if isinstance(before, Total):
        assert isinstance(after, Total)
        assert part in dict(after.inside)
        after = replace(after, inside=tuple(pair for pair in after.inside if pair[0] != part))
    assert after == before


@given(true_claims(), st.data())
def test_the_order_of_claims_decides_nothing_but_the_order_of_ids(drawn: World, data: st.DataObject) -> None:
    claims, people, agencies = drawn
    selected = data.draw(st.lists(st.sampled_from(sorted(people)), min_size=1, unique=True))
    shuffled = data.draw(st.permutations(claims))
    place = {c.id: number for number, c in enumerate(shuffled)}
    before, after = total(selected, claims, agencies), total(selected, shuffled, agencies)
    if isinstance(before, Refusal):
        assert after == replace(before, ids=tuple(sorted(before.ids, key=place.__getitem__)))
        return
    assert after == replace(
        before,
        counted=tuple(sorted(before.counted, key=place.__getitem__)),
        inside=tuple(sorted(before.inside, key=lambda pair: place[pair[0]])),
        set_aside=tuple(sorted(before.set_aside, key=lambda pair: place[pair[0]])),
    )


@given(true_claims(), st.data())
def test_figures_of_two_bases_are_never_totalled(drawn: World, data: st.DataObject) -> None:
    claims, _, agencies = drawn
    bases = data.draw(st.lists(st.sampled_from(["ordered", "onboard"]), min_size=len(claims)))
    mixed = [replace(c, basis=basis) for c, basis in zip(claims, bases, strict=False)]
    result = total([c.id for c in mixed], mixed, agencies)
    by_id = {c.id: c for c in mixed}
    if isinstance(result, Total):
        assert {by_id[id_].basis for id_ in result.counted} == {result.basis}
    elif result.reason is Reason.BASES:
        assert set(result.bases) == {by_id[id_].basis for id_ in result.ids} == {"ordered", "onboard"}


@given(st.data())
def test_overlap_is_that_of_the_pairs(data: st.DataObject) -> None:
    tree: dict[str, str | None] = {"n0": None}
    for number in range(1, 6):
        tree[f"n{number}"] = data.draw(st.sampled_from([None, *sorted(tree)]))
    nodes = st.sampled_from(sorted(tree))
    places = data.draw(st.lists(st.tuples(nodes, nodes | st.none()), min_size=2, max_size=5))
    claims = [one_person(f"c{i}", place[0], region=place[1]) for i, place in enumerate(places)]

    def is_above(high: str | None, low: str | None) -> bool:
        while low is not None and low != high:
            low = tree[low]
        return low == high

    def in_line(a: str | None, b: str | None) -> bool:
        return is_above(a, b) or is_above(b, a)

    expected = {a.id for a, b in permutations(claims, 2) if in_line(a.agency, b.agency) and in_line(a.region, b.region)}
    result = total([c.id for c in claims], claims, tree, tree)
    assert set(result.ids if isinstance(result, Refusal) else ()) == expected


def test_a_deep_and_wide_selection_is_counted() -> None:
    """Deeper than recursion goes, and more roots than their pairs could be gone through."""
    deep = [one_person("d0", "deep")]
    deep += [one_person(f"d{i}", "deep", f"d{i - 1}") for i in range(1, 5000)]
    wide = [one_person(f"w{i}", f"wide-{i}") for i in range(5000)]
    claims = [*reversed(deep), *wide]
    result = total([c.id for c in claims], claims, {})
    assert isinstance(result, Total)
    assert (result.value, len(result.counted), len(result.inside)) == (5001, 5001, 4999)
