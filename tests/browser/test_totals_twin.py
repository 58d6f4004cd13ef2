"""The rule of totals in the browser gives what the rule in Python gives, case by case."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from etl.totals import DEFAULT_HEDGES, Claim, Rank, Reason, as_json, total
from etl.wording import Qualifier

SCRIPT = Path(__file__).parents[2] / "assets" / "totals.js"
AGENCIES = {
    "dod": None,
    "active-duty": "dod",
    "marines": "active-duty",
    "guard-and-reserve": "dod",
    "cbp": None,
    "usbp": "cbp",
    "ofo": "cbp",
    "state-police": None,
}
REGIONS = {"southwest": None, "el-paso": "southwest", "tucson": "southwest", "northern": None}

Case = tuple[list[str], list[Claim], int]


@pytest.fixture(scope="module")
def page_with_totals(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


def in_python(case: Case) -> dict[str, object]:
    selected, claims, max_gap_days = case
    return as_json(total(selected, claims, AGENCIES, REGIONS, max_gap_days))


def in_browser(page: Page, cases: list[Case]) -> list[dict[str, object]]:
    batch = [
        {"selected": selected, "claims": [claim_json(c) for c in claims], "maxGapDays": days}
        for selected, claims, days in cases
    ]
    results: list[dict[str, object]] = page.evaluate(
        """([batch, agencies, regions, hedges]) => batch.map(({selected, claims, maxGapDays}) =>
            borderFigures.total(selected, claims, agencies, regions, maxGapDays, hedges))""",
        [batch, AGENCIES, REGIONS, {str(key): words for key, words in DEFAULT_HEDGES.items()}],
    )
    return results


def claim_json(claim: Claim) -> dict[str, object]:
    fields = asdict(claim)
    for key in ("start", "end"):
        fields[key] = fields[key] and fields[key].isoformat()
    return fields


def list_of(result: dict[str, object], key: str) -> list[object]:
    value = result.get(key, [])
    assert isinstance(value, list)
    return value


def seed() -> list[Claim]:
    """Give the five figures of the seed article."""
    january, fiscal = (date(2025, 1, 22),) * 2, (date(2022, 10, 1), date(2023, 9, 30))
    exact, estimate, at_least = Qualifier.EXACT, Qualifier.ESTIMATE, Qualifier.AT_LEAST
    return [
        Claim("a", 1500, 1500, 1500, exact, "", "ordered", "active-duty", *january, None),
        Claim("m", 500, 500, 500, exact, "", "ordered", "marines", *january, "a"),
        Claim(
            "g", 2500, None, None, estimate, "an estimated", "deployed", "guard-and-reserve",
            *january, None,
        ),
        Claim("c", 45000, 45000, None, at_least, "more than", "onboard", "cbp", None, None, None),
        Claim("u", 19104, 19104, 19104, exact, "", "onboard", "usbp", *fiscal, "c"),
    ]  # fmt: skip


def random_claim(chance: random.Random, number: int, earlier: list[str], *, alike: bool) -> Claim:
    """Give a claim; those that are `alike` are of one basis, dated, and of one agency each."""
    value = chance.randrange(0, 5000)
    high = value + chance.randrange(0, 100)
    qualifier = chance.choice([Qualifier.EXACT, *Qualifier])
    low, top = {
        Qualifier.EXACT: (value, value),
        Qualifier.AT_LEAST: (value, None),
        Qualifier.AT_MOST: (None, value),
        Qualifier.RANGE: (value, high),
    }.get(qualifier, (None, None))
    # Around the end of February of a leap year, and of clock changes on either side.
    start = date(2024, 2, 20) + timedelta(days=chance.randrange(0, 40))
    dated = alike or chance.random() < 0.95
    return Claim(
        f"c{number}",
        value,
        low,
        top,
        qualifier,
        chance.choice(["", "some", "nearly"]),
        "ordered" if alike or chance.random() < 0.93 else "onboard",
        f"agency-{number}" if alike else chance.choice(sorted(AGENCIES)),
        start if dated else None,
        start + timedelta(days=chance.randrange(0, 10)) if dated else None,
        chance.choice(earlier) if earlier and chance.random() < 0.4 else None,
        chance.choice([None, *REGIONS]),
        chance.choice(["guard", "staff"]) if chance.random() < 0.3 else None,
        chance.choice(list(Rank)),
        chance.choice([None, None, "federal", "state"]),
    )


def random_cases(count: int) -> list[Case]:
    chance = random.Random(2025)
    cases = []
    for _ in range(count):
        alike = chance.random() < 0.5
        claims: list[Claim] = []
        for number in range(chance.randrange(1, 12)):
            earlier = [c.id for c in claims]
            claims.append(random_claim(chance, number, earlier, alike=alike))
        chance.shuffle(claims)
        ids = [c.id for c in claims]
        selected = chance.sample(ids, chance.randrange(0, min(len(ids), 8) + 1))
        cases.append((selected, claims, chance.choice([0, 7, 31, 31, 31])))
    return cases


def test_every_selection_of_the_seed_figures(page_with_totals: Page) -> None:
    claims = seed()
    ids = [c.id for c in claims]
    cases = [(list(selected), claims, 31) for size in range(len(ids) + 1) for selected in combinations(ids, size)]
    assert len(cases) == 32
    expected = [in_python(case) for case in cases]
    assert in_browser(page_with_totals, cases) == expected
    reasons = Counter(result.get("reason") for result in expected)
    # The seven: each figure by itself, the Marines with their whole, the agents with theirs.
    assert reasons == {None: 7, "nothing": 1, "bases": 24}


def test_random_forests(page_with_totals: Page) -> None:
    cases = random_cases(600)
    expected = [in_python(case) for case in cases]
    found = in_browser(page_with_totals, cases)
    for case, one, other in zip(cases, expected, found, strict=True):
        assert other == one, case
    reasons = {result.get("reason") for result in expected}
    assert reasons == {None, *Reason} - {Reason.PARTS_ABOVE_WHOLE}
    sums = [result for result in expected if len(list_of(result, "counted")) > 1]
    assert {result["qualifier"] for result in sums} == set(Qualifier)
    assert any(list_of(result, "inside") for result in sums)
    assert any(list_of(result, "set_aside") for result in sums)


def test_an_unknown_figure_is_an_error_in_the_browser_too(page_with_totals: Page) -> None:
    name = page_with_totals.evaluate(
        """() => {
            try { borderFigures.total(["nonsense"], [], {}); } catch (error) { return error.name; }
        }"""
    )
    assert name == "RangeError"


def test_a_deep_and_wide_selection_is_counted_in_the_browser(page_with_totals: Page) -> None:
    result = page_with_totals.evaluate(
        """() => {
            const one = {value: 1, low: 1, high: 1, qualifier: "exact", hedge: "",
                basis: "ordered", start: "2025-01-22", end: "2025-01-22"};
            const claims = [];
            for (let i = 0; i < 5000; i++) {
                const whole = i ? `d${i - 1}` : null;
                claims.push({...one, id: `w${i}`, agency: `wide-${i}`});
                claims.push({...one, id: `d${i}`, agency: "deep", part_of: whole});
            }
            const {value, counted, inside} =
                borderFigures.total(claims.map(({id}) => id), claims.reverse(), {});
            return [value, counted.length, inside.length];
        }"""
    )
    assert result == [5001, 5001, 4999]
