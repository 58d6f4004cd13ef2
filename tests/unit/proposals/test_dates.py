"""Dates that a number shares with what stands beside it, and dates that are not its own."""

from collections.abc import Callable
from typing import Any

import pytest

Numbers = Callable[[str], dict[int, Any]]

SHARED = [
    ("date-behind", "2018-04", "In May 2018 there were 1,600 soldiers at the border, up from 900 in April."),
    (
        "date-of-paragraph",
        "2012-03",
        "March 2012: Lookouts give way to towers. Fewer than 900 Guard soldiers are left.",
    ),
    ("date-of-paragraph", "1979", "Plate 9. Chula Vista, 1979. Beside the road stand 900 Border Patrol agents."),
    ("date-of-event", "2021-06", "CBP opened a post at the border in June 2021. It drew 900 CBP officers at once."),
    (
        "date-of-account",
        "2014-09-20",
        "Distribution of agents, September 20, 2014\n\nThe Border Patrol had 900 agents.",
    ),
    ("date-of-title", "FY2007", "HIRING, FISCAL YEAR 2007\n\nBorder Patrol agents: 900"),
    ("date-same-year", "2021-05-04", "The Guard took over at the border on May 4, 2021. That night 900 soldiers came."),
    ("date-behind", "2026-02-06", "At the border are 900 soldiers from Gulfport, who are due by February 6, 2026."),
    ("date-behind", "2026-09-30", "The Border Patrol intends to hire 900 agents before September 30, 2026."),
    (
        "date-before",
        "2019-02-06",
        "Officials told the panel that on February 6, 2019, there were 900 soldiers at the border.",
    ),
    (
        "date-before",
        "2019-08-09",
        "By August 9, 2019, two weeks after the call, CBP had sent 900 officers to the border.",
    ),
    ("date-before", "1924", "The Border Patrol was founded in 1924 with 900 men."),
    (
        "date-before",
        "2019-11-02",
        "It began on May 1, 2006.\n\nOn May 1, 2019, it rained. On November 2 the Border Patrol had 900 agents.",
    ),
]


@pytest.mark.parametrize(("rule", "as_of", "text"), SHARED)
def test_date_beside(numbers: Numbers, rule: str, as_of: str, text: str) -> None:
    candidate = numbers(text)[900]
    assert (candidate.as_of, candidate.reason) == (as_of, None)
    assert rule in candidate.trail


@pytest.mark.parametrize(
    "text",
    [
        "The Border Patrol has 900 agents in Texas, where the mission began on October 30, 2018.",
        "Separately, the Border Patrol has 900 agents. It opened a post on May 1, 2019.",
        "On May 1, 2019, a governor spoke. Last February 900 Guard soldiers came to the border.",
        "The order, No. 2023-14, keeps 900 Guard soldiers on the border.",
        "CBP opened a post in June 2021. It now has 900 officers there.",
        "The report, published in May 2019, counted 900 Border Patrol agents.",
        "FACT SHEET, FEBRUARY 2011\n\nThe Border Patrol has 900 agents.",
    ],
)
def test_dates_of_other_things(numbers: Numbers, text: str) -> None:
    assert numbers(text)[900].as_of is None
