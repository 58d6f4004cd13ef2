"""Totals count each person once and keep their bounds, or say why there is none."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from etl.totals import (
    DEFAULT_HEDGES,
    Claim,
    Rank,
    Reason,
    Refusal,
    Remainder,
    Total,
    as_json,
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


def claim(
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
    command: str | None = None,
) -> Claim:
    low, top = bounds(qualifier, value, high)
    start, end = days or (None, None)
    return Claim(
        id_, value, low, top, qualifier, hedge, basis, agency, start, end, part_of,
        region, question, rank, command,
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
    assert result.inside == (("army-part", "rival"),)


def test_a_rival_around_the_preferred_answer_does_not_stand_for_the_other_part() -> None:
    rival = claim("all", 9200, "dod", question="march")
    preferred = claim("federal", 4200, "active-duty", part_of="all", question="march", rank=Rank.PREFERRED)
    third = claim("third", 4100, "active-duty", question="march")
    beside = claim("state", 5000, "guard-and-reserve", part_of="all")
    within = claim("within", 300, "army", part_of="federal")
    result = of(rival, preferred, third, beside, within)
    assert isinstance(result, Total)
    assert (result.value, result.counted) == (9200, ("federal", "state"))
    assert result.set_aside == (("all", "federal"), ("third", "federal"))
    assert result.inside == (("within", "federal"),)
    assert of(rival, preferred, replace(beside, agency="dod")) == Refusal(Reason.OVERLAP, ("federal", "state"))


def test_nobody_is_under_two_commands() -> None:
    federal, state = (claim(command, 10, "dod", command=command) for command in ("federal", "state"))
    result = of(federal, state)
    assert isinstance(result, Total)
    assert result.value == 20
    unsaid = claim("unsaid", 10, "active-duty")
    assert of(federal, state, unsaid) == Refusal(Reason.OVERLAP, ("federal", "state", "unsaid"))
    assert of(federal, replace(state, command="federal")) == Refusal(Reason.OVERLAP, ("federal", "state"))


def test_a_whole_that_is_no_rival_stands_for_both_answers_inside_it() -> None:
    whole = claim("whole", 20000, "dod")
    rival = claim("all", 9200, "dod", part_of="whole", question="march")
    preferred = claim("federal", 4200, "active-duty", part_of="all", question="march", rank=Rank.PREFERRED)
    result = of(whole, rival, preferred)
    assert isinstance(result, Total)
    assert (result.value, result.counted) == (20000, ("whole",))


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


def test_the_same_people_on_two_dates_are_told_from_people_counted_twice() -> None:
    before, after = (date(2022, 10, 1), date(2023, 9, 30)), (date(2023, 10, 1), date(2024, 9, 30))
    a, b = (claim(id_, 10, "usbp", days=days) for id_, days in (("a", before), ("b", after)))
    within = claim("within", 10, "cbp", days=(date(2023, 9, 30), date(2023, 10, 1)))
    assert of(a, b) == Refusal(Reason.REPEATED, ("a", "b"))
    assert of(a, within) == Refusal(Reason.OVERLAP, ("a", "within"))
    assert of(a, within, b) == Refusal(Reason.REPEATED, ("a", "within", "b"))


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
