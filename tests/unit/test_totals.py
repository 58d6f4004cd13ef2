"""Totals count each person once and keep their bounds, or say why there is none."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.totals import (
    DEFAULT_HEDGES,
    Claim,
    Rank,
    Reason,
    Refusal,
    Remainder,
    Total,
    as_json,
    find_cycle,
    remainder,
    total,
)
from etl.wording import Qualifier

JANUARY_22 = date(2025, 1, 22)
AGENCIES = {
    "dod": None,
    "active-duty": "dod",
    "army": "active-duty",
    "marines": "active-duty",
    "guard-and-reserve": "dod",
    "dhs": None,
    "cbp": "dhs",
    "usbp": "cbp",
    "ofo": "cbp",
    "state-police": None,
}
REGIONS = {"southwest": None, "el-paso": "southwest", "tucson": "southwest", "northern": None}


def bounds(qualifier: Qualifier, value: int, high: int | None) -> tuple[int | None, int | None]:
    return {
        Qualifier.EXACT: (value, value),
        Qualifier.ABOUT: (None, None),
        Qualifier.ESTIMATE: (None, None),
        Qualifier.AT_LEAST: (value, None),
        Qualifier.AT_MOST: (None, value),
        Qualifier.RANGE: (value, high),
    }[qualifier]


def claim(  # noqa: PLR0913 - a claim has that many fields
    id_: str,
    value: int,
    agency: str,
    *,
    qualifier: Qualifier = Qualifier.EXACT,
    high: int | None = None,
    hedge: str = "",
    basis: str = "ordered",
    days: tuple[date, date] | None = (JANUARY_22, JANUARY_22),
    part_of: str | None = None,
    region: str | None = None,
    question: str | None = None,
    rank: Rank = Rank.NORMAL,
) -> Claim:
    low, top = bounds(qualifier, value, high)
    start, end = days or (None, None)
    return Claim(
        id_, value, low, top, qualifier, hedge, basis, agency, start, end, part_of,
        region, question, rank,
    )  # fmt: skip


FY2023 = (date(2022, 10, 1), date(2023, 9, 30))
ACTIVE = claim("active-1500", 1500, "active-duty")
MARINES = claim("marines-500", 500, "marines", part_of="active-1500")
GUARD = claim(
    "guard-2500",
    2500,
    "guard-and-reserve",
    qualifier=Qualifier.ESTIMATE,
    hedge="an estimated",
    basis="deployed",
)
CBP = claim(
    "cbp-45000",
    45000,
    "cbp",
    qualifier=Qualifier.AT_LEAST,
    hedge="more than",
    basis="onboard",
    days=None,
)
USBP = claim("usbp-19104", 19104, "usbp", basis="onboard", days=FY2023, part_of="cbp-45000")
SEED = (ACTIVE, MARINES, GUARD, CBP, USBP)


def of(*claims: Claim, max_gap_days: int = 31) -> Total | Refusal:
    """Give the total of all the claims given."""
    return total([c.id for c in claims], claims, AGENCIES, REGIONS, max_gap_days)


def seed_total(*ids: str) -> Total | Refusal:
    return total(ids, SEED, AGENCIES, REGIONS)


def test_marines_are_inside_the_active_duty_troops() -> None:
    assert seed_total("active-1500", "marines-500") == Total(
        value=1500,
        low=1500,
        high=1500,
        qualifier=Qualifier.EXACT,
        hedge="",
        approximate=False,
        basis="ordered",
        counted=("active-1500",),
        inside=(("marines-500", "active-1500"),),
        set_aside=(),
    )


def test_border_patrol_is_inside_cbp_and_the_bound_stays_open() -> None:
    assert seed_total("usbp-19104", "cbp-45000") == Total(
        value=45000,
        low=45000,
        high=None,
        qualifier=Qualifier.AT_LEAST,
        hedge="more than",
        approximate=False,
        basis="onboard",
        counted=("cbp-45000",),
        inside=(("usbp-19104", "cbp-45000"),),
        set_aside=(),
    )


def test_a_part_alone_is_counted_as_it_is() -> None:
    result = seed_total("usbp-19104")
    assert isinstance(result, Total)
    assert (result.value, result.low, result.high, result.inside) == (19104, 19104, 19104, ())


def test_one_estimate_keeps_its_words_and_is_approximate() -> None:
    result = seed_total("guard-2500")
    assert isinstance(result, Total)
    assert (result.value, result.low, result.high) == (2500, None, None)
    assert (result.qualifier, result.hedge) == (Qualifier.ESTIMATE, "an estimated")
    assert result.approximate


def test_what_was_ordered_is_not_added_to_what_is_on_board() -> None:
    assert seed_total("cbp-45000", "active-1500", "guard-2500", "marines-500") == Refusal(
        Reason.BASES,
        ("active-1500", "guard-2500", "cbp-45000"),
        ("ordered", "deployed", "onboard"),
    )


def test_nothing_selected_is_no_total() -> None:
    assert seed_total() == Refusal(Reason.NOTHING)


def test_an_unknown_figure_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="no such figures: a-figure, nonsense"):
        seed_total("nonsense", "active-1500", "a-figure")


def test_a_whole_stands_for_its_parts_across_one_that_is_not_selected() -> None:
    company = claim("company-120", 120, "marines", part_of="marines-500")
    result = total(["company-120", "active-1500"], [*SEED, company], AGENCIES)
    assert isinstance(result, Total)
    assert result.inside == (("company-120", "active-1500"),)
    assert result.value == 1500


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("exact 5 + exact 7", "exact 12 12..12"),
        ("exact 5 + at-least 7", "at-least 12 12.."),
        ("at-least 5 + at-least 7", "at-least 12 12.."),
        ("at-least 5 + at-most 7", "at-least 5 5.."),
        ("at-least 5 + range 7 9", "at-least 12 12.."),
        ("at-most 5 + at-most 7", "at-most 12 ..12"),
        ("at-most 5 + exact 7", "range 7 7..12"),
        ("at-most 5 + range 7 9", "range 7 7..14"),
        ("range 5 6 + range 7 9", "range 12 12..15"),
        ("range 5 6 + exact 7", "range 12 12..13"),
        ("estimate 5 + exact 7", "~estimate 12 7.."),
        ("estimate 5 + estimate 7", "~estimate 12 .."),
        ("about 5 + exact 7", "~about 12 7.."),
        ("about 5 + estimate 7", "~about 12 .."),
        ("estimate 5 + range 7 9", "~about 12 7.."),
        ("about 5 + at-least 7", "~at-least 12 7.."),
        ("about 5 + at-most 7", "~at-most 12 .."),
        ("estimate 5 + at-most 7 + exact 1", "~at-most 13 1.."),
        ("about 5 + exact 0", "~about 5 .."),
    ],
)
def test_sums_keep_their_bounds(kinds: str, expected: str) -> None:
    agencies = iter(["active-duty", "guard-and-reserve", "cbp"])
    claims = []
    for part in kinds.split(" + "):
        name, value, *high = part.split()
        top = int(high[0]) if high else None
        qualifier = Qualifier(name)
        claims.append(claim(part, int(value), next(agencies), qualifier=qualifier, high=top))
    result = of(*claims)
    assert isinstance(result, Total)
    low, high_ = ("" if end is None else str(end) for end in (result.low, result.high))
    rough = "~" if result.approximate else ""
    assert f"{rough}{result.qualifier} {result.value} {low}..{high_}" == expected
    assert result.hedge == DEFAULT_HEDGES[result.qualifier]
    assert result.counted == tuple(kinds.split(" + "))


def test_an_about_between_opposite_bounds_leaves_nothing_to_state() -> None:
    about = claim("about", 5, "active-duty", qualifier=Qualifier.ABOUT)
    least = claim("least", 7, "cbp", qualifier=Qualifier.AT_LEAST)
    most = claim("most", 9, "guard-and-reserve", qualifier=Qualifier.AT_MOST)
    assert of(about, least, most) == Refusal(Reason.OPEN_BOUNDS, ("least", "most"))


def test_only_the_preferred_of_rival_answers_is_counted() -> None:
    preferred = replace(GUARD, question="guard", rank=Rank.PREFERRED)
    rival = claim("rival", 2600, "guard-and-reserve", basis="deployed", question="guard")
    its_part = claim("army-part", 900, "army", basis="deployed", part_of="rival")
    result = of(rival, its_part, preferred)
    assert isinstance(result, Total)
    assert (result.value, result.counted) == (2500, ("guard-2500",))
    assert result.set_aside == (("rival", "guard-2500"),)
    assert result.inside == (("army-part", "guard-2500"),)


@pytest.mark.parametrize("ranks", [(Rank.NORMAL, Rank.DEPRECATED), (Rank.PREFERRED,) * 2])
def test_rivals_without_one_preferred_answer_are_refused(ranks: tuple[Rank, Rank]) -> None:
    a, b = (
        claim(id_, 2500, "guard-and-reserve", question="guard", rank=rank)
        for id_, rank in zip("ab", ranks, strict=True)
    )
    other = claim("other", 9, "cbp")
    assert of(b, other, a) == Refusal(Reason.RIVALS, ("b", "a"))


def test_one_answer_alone_needs_no_preference() -> None:
    alone = claim("alone", 9, "cbp", question="staff", rank=Rank.DEPRECATED)
    assert isinstance(of(alone), Total)


def test_an_undated_figure_is_not_added() -> None:
    dated = claim("dated", 100, "state-police", basis="onboard")
    assert of(dated, CBP) == Refusal(Reason.UNDATED, ("cbp-45000",))


def test_dates_further_apart_than_chosen_are_not_added() -> None:
    january = claim("january", 1, "active-duty")
    february = claim("february", 2, "cbp", days=(date(2025, 2, 22), date(2025, 2, 28)))
    year = claim("year", 4, "guard-and-reserve", days=(date(2025, 1, 1), date(2025, 12, 31)))
    assert isinstance(of(january, february, year), Total)
    refused = of(january, february, year, max_gap_days=30)
    assert refused == Refusal(Reason.DATES, ("january", "february"))


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (("usbp", None), ("usbp", None), True),
        (("usbp", None), ("dhs", None), True),
        (("usbp", None), ("ofo", None), False),
        (("usbp", "el-paso"), ("usbp", "tucson"), False),
        (("usbp", "el-paso"), ("usbp", "el-paso"), True),
        (("usbp", "el-paso"), ("usbp", "southwest"), True),
        (("usbp", "el-paso"), ("usbp", None), True),
        (("usbp", "el-paso"), ("cbp", "southwest"), True),
        (("usbp", "southwest"), ("cbp", "el-paso"), True),
        (("usbp", "southwest"), ("cbp", "northern"), False),
        (("unlisted", None), ("unlisted", None), True),
        (("unlisted", "nowhere"), ("usbp", "nowhere"), False),
    ],
)
def test_who_may_be_the_same_people(a: tuple[str, str | None], b: tuple[str, str | None], *, overlap: bool) -> None:
    claims = [claim(id_, 10, place[0], region=place[1]) for id_, place in (("a", a), ("b", b))]
    apart = claim("apart", 1, "state-police")
    for order in permutations([*claims, apart]):
        result = of(*order)
        if overlap:
            ids = tuple(c.id for c in order if c.id != "apart")
            assert result == Refusal(Reason.OVERLAP, ids)
        else:
            assert isinstance(result, Total)
            assert result.value == 21


def test_an_answer_is_not_added_to_a_whole_that_counts_its_rival() -> None:
    whole = claim("whole", 400, "state-police")
    within = claim("within", 100, "ofo", part_of="whole", question="officers")
    rival = claim("rival", 120, "ofo", question="officers", rank=Rank.PREFERRED)
    result = total(["whole", "rival"], [whole, within, rival], AGENCIES)
    assert result == Refusal(Reason.OVERLAP, ("whole", "rival"))


def test_json_holds_plain_values_only() -> None:
    assert as_json(seed_total("active-1500", "marines-500")) == {
        "kind": "total",
        "value": 1500,
        "low": 1500,
        "high": 1500,
        "qualifier": "exact",
        "hedge": "",
        "approximate": False,
        "basis": "ordered",
        "counted": ["active-1500"],
        "inside": [["marines-500", "active-1500"]],
        "set_aside": [],
    }
    assert as_json(Refusal(Reason.BASES, ("a", "b"), ("x", "y"))) == {
        "kind": "refusal",
        "reason": "bases",
        "ids": ["a", "b"],
        "bases": ["x", "y"],
    }
    assert as_json(Remainder(1000, "ordered", *FY2023, "a", ("b",))) == {
        "kind": "remainder",
        "value": 1000,
        "basis": "ordered",
        "start": "2022-10-01",
        "end": "2023-09-30",
        "whole": "a",
        "parts": ["b"],
    }


# What is left of a whole


def test_the_rest_of_an_exact_whole() -> None:
    army = claim("army-700", 700, "army", part_of="active-1500")
    assert remainder(ACTIVE, [MARINES, army]) == Remainder(
        300, "ordered", JANUARY_22, JANUARY_22, "active-1500", ("marines-500", "army-700")
    )


def test_45000_less_19104_is_refused() -> None:
    assert remainder(CBP, [USBP]) == Refusal(Reason.OPEN_BOUNDS, ("cbp-45000",))


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        (replace(MARINES, basis="deployed"), Reason.BASES),
        (replace(MARINES, start=None, end=None), Reason.UNDATED),
        (replace(MARINES, start=date(2025, 1, 1)), Reason.DATES),
        (replace(MARINES, qualifier=Qualifier.ABOUT), Reason.OPEN_BOUNDS),
        (replace(MARINES, value=1501), Reason.PARTS_ABOVE_WHOLE),
    ],
)
def test_no_rest_is_computed_from_a_part_that_does_not_match(part: Claim, refusal: Reason) -> None:
    result = remainder(ACTIVE, [part])
    assert isinstance(result, Refusal)
    assert result.reason is refusal
    assert "marines-500" in result.ids


def test_a_whole_without_a_date_or_without_parts_leaves_no_rest() -> None:
    undated = replace(ACTIVE, start=None, end=None)
    assert remainder(undated, [MARINES]) == Refusal(Reason.UNDATED, ("active-1500",))
    assert remainder(ACTIVE, []) == Refusal(Reason.NOTHING)


def test_only_the_preferred_answer_is_taken_off() -> None:
    first = replace(MARINES, question="marines", rank=Rank.PREFERRED)
    second = replace(MARINES, id="marines-600", value=600, question="marines")
    result = remainder(ACTIVE, [first, second])
    assert isinstance(result, Remainder)
    assert (result.value, result.parts) == (1000, ("marines-500",))
    refused = remainder(ACTIVE, [replace(first, rank=Rank.NORMAL), second])
    assert refused == Refusal(Reason.RIVALS, ("marines-500", "marines-600"))


def test_the_part_of_another_whole_is_an_error() -> None:
    with pytest.raises(ValueError, match="usbp-19104 is not a direct part of active-1500"):
        remainder(ACTIVE, [USBP])


# Circles


@pytest.mark.parametrize(
    ("part_of", "circle"),
    [
        ({}, None),
        ({"a": None, "b": "a", "c": "b"}, None),
        ({"a": "nowhere"}, None),
        ({"a": "a"}, ("a",)),
        ({"tail": "a", "a": "b", "b": "c", "c": "a"}, ("a", "b", "c")),
        ({"x": None, "y": "x", "a": "b", "b": "a"}, ("a", "b")),
    ],
)
def test_circles(part_of: dict[str, str | None], circle: tuple[str, ...] | None) -> None:
    assert find_cycle(part_of) == circle


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_a_circle_is_found_where_walking_up_never_ends(parents: list[int]) -> None:
    part_of = {str(i): (str(parent) if parent < len(parents) else None) for i, parent in enumerate(parents)}
    endless = False
    for start in part_of:
        node: str | None = start
        for _ in part_of:
            node = part_of[node] if node is not None else None
        endless = endless or node is not None
    circle = find_cycle(part_of)
    assert (circle is not None) is endless
    for i, node_ in enumerate(circle or ()):
        assert part_of[node_] == (circle or ())[(i + 1) % len(circle or ())]


# Properties, over forests of figures that are true of sets of people

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
            groups.append(frozenset(draw(st.sets(st.sampled_from(members)))) if members else groups[0])
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
    value = {
        Qualifier.EXACT: count,
        Qualifier.AT_MOST: above,
        Qualifier.AT_LEAST: below,
        Qualifier.RANGE: below,
    }.get(qualifier, draw(st.integers(0, 20)))
    return claim(id_, value, agency, qualifier=qualifier, high=above, part_of=part_of)


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
    assert {second for _, second in pairs} <= set(result.counted)


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
    claims = [claim(f"c{i}", 1, place[0], region=place[1]) for i, place in enumerate(places)]

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
    deep = [claim("d0", 3, "deep")]
    deep += [claim(f"d{i}", 2, "deep", part_of=f"d{i - 1}") for i in range(1, 5000)]
    wide = [claim(f"w{i}", 1, f"wide-{i}") for i in range(5000)]
    claims = [*reversed(deep), *wide]
    result = total([c.id for c in claims], claims, {})
    assert isinstance(result, Total)
    assert (result.value, len(result.counted), len(result.inside)) == (5003, 5001, 4999)
    assert find_cycle({c.id: c.part_of for c in claims}) is None
