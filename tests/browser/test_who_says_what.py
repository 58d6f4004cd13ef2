"""Rival answers on one axis: every question, by script and by the server, and the live marks."""

import itertools
import json
import random
import re
from collections.abc import Callable
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_explorer import live, shown

OpenPage = Callable[..., Page]
PATH = "/who-says-what"
FILTERS = {
    "agency": ["dod", "active-duty", "marines", "national-guard", "cbp", "usbp"],
    "basis": ["ordered", "planned", "deployed", "onboard", "peak"],
    "qualifier": ["exact", "about", "at-least", "at-most", "range"],
    "kind": ["news", "official", "wire"],
    "from": ["2006", "2018"],
    "to": ["2018", "2024"],
}


def go(page: Page, address: str) -> None:
    page.evaluate("(a) => { history.pushState(null, '', a); dispatchEvent(new PopStateEvent('popstate')); }", address)


def questions(page: Page) -> list[str]:
    found: list[str] = page.locator("#asked option").evaluate_all("(options) => options.map((o) => o.value)")
    return found


def filters_by_chance(chance: random.Random) -> str:
    picked = chance.sample(sorted(FILTERS), chance.randint(1, 2))
    return "&".join(f"{name}={chance.choice(FILTERS[name])}" for name in picked)


def test_it_opens_with_the_answers_about_the_2500_preferred_first_then_small_to_large(open_page: OpenPage) -> None:
    page = live(open_page(PATH))
    state = shown(page)
    assert state["asked"] == ["guard-and-reserve-january-2025"]
    assert state["answers"] == state["rows"] == state["chart"]
    assert state["answers"][:2] == ["ap-krgv-2500-guard-reserve", "ap-krgv-0-active"]
    values = [
        v["value"]
        for v in json.loads(page.locator("#explorer-data").text_content() or "")["figures"]
        if v["id"] in state["answers"]
    ]
    assert values[1:] == sorted(values[1:])
    expect(page.locator("#headline")).to_have_text(
        "Associated Press (via KRGV): roughly 2,500 (National Guard and Reserve); "
        "2 answers name 2,500 as an approximate number, 7 others count other groups."
    )
    expect(page.locator("#total")).to_have_text("Total: roughly 2,500 people deployed at the border.")
    first = page.locator(".answers li:visible").first
    expect(first).to_contain_text("preferred")
    expect(page.locator(".preference:visible")).to_contain_text("AP names both number and composition")
    expect(page.get_by_text("Answers are never averaged")).to_have_count(1)


def test_the_select_switches_the_question_without_a_request(open_page: OpenPage, server_url: str) -> None:
    page = live(open_page(PATH))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("Question", exact=True).select_option("faithful-patriot-peak")
    expect(page).to_have_url(f"{server_url}{PATH}?question=faithful-patriot-peak")
    assert shown(page)["asked"] == ["faithful-patriot-peak"]
    assert len(shown(page)["answers"]) == 5
    page.go_back()
    assert shown(page)["asked"] == ["guard-and-reserve-january-2025"]
    assert [address for address in requests if "favicon" not in address] == []


def test_the_browser_says_what_the_server_says_for_every_question(open_page: OpenPage) -> None:
    scripted, plain = open_page(PATH), open_page(PATH, java_script_enabled=False)
    base, chance = plain.url.removesuffix(PATH), random.Random(1846)
    asked = questions(scripted)
    assert len(asked) == 93
    addresses = [f"{PATH}?question={name}" for name in asked]
    varied = itertools.cycle(name for name in asked if not name.startswith("profile-"))
    addresses += [f"{PATH}?{filters_by_chance(chance)}&question={next(varied)}" for _ in range(50)]
    addresses += [f"{PATH}?{filters_by_chance(chance)}" for _ in range(10)]
    for address in addresses:
        go(scripted, address)
        plain.goto(base + address)
        assert shown(scripted) == shown(plain), address


def test_other_views_take_over_a_question_that_was_chosen_and_not_one_that_was_opened_with(open_page: OpenPage) -> None:
    page = open_page(PATH)
    tab = page.get_by_role("link", name="The deployment", exact=True)
    expect(tab).to_have_attribute("href", "/")
    page.get_by_label("Question", exact=True).select_option("usbp-2024")
    expect(tab).to_have_attribute("href", "/?question=usbp-2024")


def test_the_file_holds_the_answers_shown(open_page: OpenPage) -> None:
    page = open_page(PATH)
    with page.expect_download() as started:
        page.locator("[data-file='/data/figures.json']").click()
    content = json.loads(started.value.path().read_text("utf-8"))
    assert [row["figure_id"] for row in content["figures"]] == shown(page)["rows"]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "question", ["order-march-2025", "jump-start-level", "usbp-fy2023", "guard-and-reserve-january-2025"]
)
def test_live_marks_lie_exactly_on_those_of_the_server(open_page: OpenPage, question: str, width: int) -> None:
    page = live(open_page(f"{PATH}?question={question}", width=width))
    pairs: list[dict[str, Any]] = page.evaluate(
        """() => {
          const host = document.querySelector("[data-live]");
          const points = [...host.querySelectorAll(".scatterlayer .trace")];
          return host.data.map((trace, index) => {
            const { figure, part } = trace.meta;
            const row = document.querySelector(`.answers [data-figure="${figure}"]`);
            const drawn = row.querySelector(part === "point" ? ".point" : ".reach");
            const live = points[index].querySelector(part === "point" ? ".point" : ".js-line");
            const box = (e) => ["left", "right", "top", "bottom"].map((side) => e.getBoundingClientRect()[side]);
            return { part, figure, server: box(drawn), live: box(live) };
          });
        }"""
    )
    assert {pair["figure"] for pair in pairs if pair["part"] == "point"} == set(shown(page)["answers"])
    for pair in pairs:
        across = 2 if pair["part"] == "point" else 4
        assert all(abs(a - b) < 2 for a, b in zip(pair["server"][:across], pair["live"][:across], strict=True)), pair


def test_live_marks_differ_by_rank_and_hedge_and_not_by_colour_alone(open_page: OpenPage) -> None:
    page = live(open_page(f"{PATH}?question=usbp-fy2023"))
    marks = page.evaluate("document.querySelector('[data-live]').data.map((t) => [t.meta.figure, t.marker?.symbol])")
    symbols = dict(marks)
    ranks = page.locator(".answers li:visible").evaluate_all(
        "(rows) => rows.map((r) => [r.dataset.figure, r.className])"
    )
    assert {symbols[figure] for figure, rank in ranks if rank == "preferred"} == {"diamond"}
    assert {symbols[figure] for figure, rank in ranks if rank == "deprecated"} == {"x"}
    expect(page.locator(".answers .deprecated:visible")).to_contain_text("deprecated")
    fills = page.evaluate("document.querySelector('[data-live]').data.map((t) => t.marker.color)")
    assert "#ffffff" in fills, "an approximate number is hollow"


def test_without_scripts_the_form_beside_the_chart_asks_another_question(open_page: OpenPage) -> None:
    page = open_page(PATH, java_script_enabled=False)
    page.get_by_label("Question", exact=True).select_option("usbp-2024")
    page.get_by_role("button", name="Show its answers").click()
    expect(page).to_have_url(re.compile(r"question=usbp-2024"))
    assert shown(page)["asked"] == ["usbp-2024"]
    expect(page.locator(".answers li:visible")).to_have_count(3)


def test_the_page_of_a_question_and_the_view_lead_to_each_other(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?question=usbp-2024")
    page.get_by_role("heading", name="first half of 2024").get_by_role("link").click()
    expect(page).to_have_url(re.compile("/question/usbp-2024$"))
    expect(page.locator(".answers li")).to_have_count(3)
    page.get_by_role("link", name="Compare it with other questions").click()
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))  # the page is whole
    assert shown(page)["asked"] == ["usbp-2024"]
    page.get_by_role("link", name="All questions as a list").click()
    page.get_by_role("link", name="All of them in one view").click()
    expect(page).to_have_url(re.compile(f"{PATH}$"))


def test_all_questions_in_one_page_stay_light(server_url: str) -> None:
    request = Request(f"{server_url}{PATH}", headers={"Accept-Encoding": "br"})
    with urlopen(request) as answer:
        sent = len(answer.read())
    print(f"{PATH}: {sent / 1024:.1f} KiB")
    assert sent <= 60 * 1024


def test_it_opens_with_a_question_of_which_the_filter_leaves_something(open_page: OpenPage, server_url: str) -> None:
    page = open_page("/?agency=usbp")
    page.locator("a[data-view=who-says-what]").click()
    expect(page).to_have_url(f"{server_url}/who-says-what?agency=usbp")
    scripted, plain = (shown(one) for one in (page, open_page("/who-says-what?agency=usbp", java_script_enabled=False)))
    assert scripted == plain
    assert scripted["rows"]
    assert "Border Patrol agents" in page.locator("#asked option:checked").inner_text()
