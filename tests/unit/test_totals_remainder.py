"""What is left of a whole is computed from exact figures only."""

from dataclasses import replace
from datetime import date

import pytest

from etl.totals import Claim, Rank, Reason, Refusal, Remainder, remainder
from etl.wording import Qualifier

JANUARY_22 = date(2025, 1, 22)
ACTIVE = Claim(
    "active-1500", 1500, 1500, 1500, Qualifier.EXACT, "", "ordered", "active-duty", JANUARY_22, JANUARY_22, None
)
MARINES = replace(ACTIVE, id="marines-500", value=500, low=500, high=500, agency="marines", part_of="active-1500")
CBP = Claim("cbp-45000", 45000, 45000, None, Qualifier.AT_LEAST, "more than", "onboard", "cbp", None, None, None)
USBP = Claim(
    "usbp-19104", 19104, 19104, 19104, Qualifier.EXACT, "", "onboard", "usbp",
    date(2022, 10, 1), date(2023, 9, 30), "cbp-45000",
)  # fmt: skip


def test_the_rest_of_an_exact_whole() -> None:
    army = replace(MARINES, id="army-700", value=700, agency="army")
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
