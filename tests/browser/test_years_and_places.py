"""The views over time and by place: filtered by the server's rule, live marks where the server has drawn them."""

import random
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
PATHS = ["/over-time", "/where"]

SHOWN = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => !e.closest("[hidden]"));
  const of = (selector, key) => seen(selector).map((e) => e.dataset[key]);
  return {
    rows: of("tbody tr", "figure"), marks: of("#chart [data-figure]", "figure"),
    lines: of("#chart .joined[data-needs]", "needs"),
    labels: seen("#chart .direct").map((e) => e.textContent), panels: of("[data-panel]", "panel"),
    tiles: seen(".tile").map((e) => e.innerText.replaceAll(/\\s+/g, " ")), ends: of("#chart .is-end", "figure"),
    highest: of("#chart .is-highest", "figure"), sources: of("[data-source]", "source"),
    headline: document.getElementById("headline").innerHTML, count: document.getElementById("count").textContent,
    total: [...document.querySelectorAll("#total, #reasons p")].map((p) => p.innerHTML),
    guard: seen("#guard p").map((p) => p.textContent), nothing: seen("#nothing").length,
    boxes: [...document.querySelectorAll("#filter input[type=checkbox]")].map(
      (e) => `${e.name} ${e.value} ${e.disabled} ${e.closest(".choice").textContent}`),
    tabs: [...document.querySelectorAll("[data-view]")].map((e) => e.getAttribute("href")),
    files: [...document.querySelectorAll("[data-file]")].map((e) => e.getAttribute("href")),
  };
}"""
# Plotly's own places of the marks, against those of the server's, as the largest distance in pixels.
OFFSETS = """() => [...document.querySelectorAll("[data-live]")].filter((host) => !host.hidden).flatMap((host) => {
  const box = host.getBoundingClientRect();
  return host.data.flatMap((trace) => trace.customdata.map((id, index) => {
    if (!id) return null;
    const mark = document.querySelector(`#chart a[data-figure="${id}"] .spot .dot`).getBoundingClientRect();
    const [x, y] = [box.left + trace.x[index], box.top + trace.y[index]];
    return Math.max(Math.abs(mark.left + mark.width / 2 - x), Math.abs(mark.top + mark.height / 2 - y));
  }));
}).filter((offset) => offset !== null)"""


def live(page: Page) -> Page:
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    return page


def shown(page: Page) -> dict[str, Any]:
    state: dict[str, Any] = page.evaluate(SHOWN)
    return state


def go(page: Page, address: str) -> None:
    page.evaluate("(a) => { history.pushState(null, '', a); dispatchEvent(new PopStateEvent('popstate')); }", address)


def query_by_chance(chance: random.Random) -> str:
    """Choices in a few filters, years more often than others, because lines depend on them."""
    values = {
        "agency": ["dod", "usbp", "active-duty", "guard-and-reserve", "national-guard", "dhs"],
        "basis": ["deployed", "ordered", "onboard", "authorized", "mandated-floor"],
        "component": ["active", "civilian", "national-guard", "not-stated"],
        "duty_status": ["title-10", "not-stated", "not-applicable"],
        "qualifier": ["exact", "about", "at-least", "at-most"],
        "kind": ["official", "news"],
    }
    filters = chance.sample(sorted(values), chance.randint(0, 2))
    parts = [f"{name}={','.join(chance.sample(values[name], chance.randint(1, 2)))}" for name in filters]
    first = chance.randint(1990, 2024)
    parts += [f"from={first}"] if chance.random() < 0.6 else []
    parts += [f"to={chance.randint(first, 2026)}"] if chance.random() < 0.6 else []
    return "&".join(parts)


@pytest.mark.parametrize("path", PATHS)
def test_the_browser_shows_what_the_server_shows_for_chance_choices(open_page: OpenPage, path: str) -> None:
    scripted, plain = live(open_page(path)), open_page(path, java_script_enabled=False)
    base = plain.url.removesuffix(path)
    chance = random.Random(1992)
    lines = set()
    for query in ["", *(query_by_chance(chance) for _ in range(25))]:
        if path == "/where" and chance.random() < 0.5:
            query += "&order=size" if query else "order=size"  # noqa: PLW2901
        address = f"{path}?{query}" if query else path
        go(scripted, address)
        plain.goto(base + address)
        state = shown(plain)
        assert shown(scripted) == state, address
        assert state["rows"] == state["marks"], "the table has the order of the chart"
        lines.add(len(state["lines"]))
    assert len(lines) > 5, "lines were cut in many ways"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PATHS)
def test_live_marks_lie_on_those_of_the_server(open_page: OpenPage, path: str, width: int) -> None:
    page = live(open_page(path, width=width))
    offsets = page.evaluate(OFFSETS)
    assert len(offsets) == len(shown(page)["marks"]) > 150
    assert max(offsets) < 2.5


@pytest.mark.parametrize("path", PATHS)
def test_a_line_is_never_drawn_over_a_year_that_is_not_shown(open_page: OpenPage, path: str) -> None:
    page = live(open_page(f"{path}?to=2001"))
    state = shown(page)
    assert state["lines"]
    assert all(set(pair.split()) <= set(state["marks"]) for pair in state["lines"])
    # Between two shown runs Plotly is told of a gap; here every line is one run.
    runs = page.evaluate(
        """() => [...document.querySelectorAll("[data-live]")].filter((host) => !host.hidden)
          .flatMap((host) => host.data.filter((t) => t.mode.includes("lines")).map((t) => t.x.includes(null)))"""
    )
    assert runs
    assert not any(runs)


def test_a_figure_taken_out_of_a_line_leaves_a_gap_in_the_live_line(open_page: OpenPage) -> None:
    page = live(open_page("/over-time"))
    page.evaluate(
        """() => {
          const year = "usbp-fy2000-national";
          for (const part of document.querySelectorAll(`#chart a[data-figure=${year}], [data-needs~=${year}]`)) {
            part.toggleAttribute("hidden", true);
          }
          return dash_clientside.borderFigures.draw();
        }"""
    )
    line = page.evaluate(
        """() => document.querySelector("[data-live=agents]").data
          .find((trace) => trace.meta.group === "usbp-national").customdata"""
    )
    place = line.index("usbp-fy1999-national")
    assert line[place + 1] is None
    assert line[place + 2] == "usbp-fy2001-national"


def test_a_choice_asks_for_nothing_and_hides_a_frame_without_figures(open_page: OpenPage) -> None:
    page = live(open_page("/over-time"))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.locator('input[name=agency][value="usbp"]').click()
    assert shown(page)["panels"] == ["agents"]
    expect(page.locator("[data-live=present]")).to_be_hidden()
    page.wait_for_timeout(200)
    assert [address for address in requests if "favicon" not in address] == []


def test_what_happened_is_reached_by_keyboard_and_told_in_words(open_page: OpenPage) -> None:
    page = live(open_page("/over-time", width=390))
    stop = page.get_by_role("link", name=re.compile("^D: National emergency declared"))
    stop.focus()
    page.keyboard.press("Enter")
    told = page.locator("#happened-D")
    expect(told).to_be_in_viewport()
    expect(told).to_contain_text("20 January 2025")
    expect(told).to_contain_text("Joint Task Force Southern Border")
    boxes = [box.bounding_box() for box in page.locator(".rail a .stop").all()]
    edges = sorted((box["x"], box["x"] + box["width"]) for box in boxes if box)
    assert len(edges) == 4
    assert all(end - start >= 24 for start, end in edges)
    assert all(one[1] <= other[0] for one, other in pairwise(edges))


def test_a_mark_is_a_link_to_its_figure_by_keyboard_and_by_pointer(open_page: OpenPage) -> None:
    page = live(open_page("/over-time"))
    name = "around 8,600 Department of Defense, deployed, 22 May 2025"
    link = page.locator("#chart").get_by_role("link", name=name)
    link.evaluate("(mark) => mark.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = link.locator(".dot").bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + 7)
    expect(page.locator("[data-live=present]")).to_have_class(re.compile("is-pointed-at"))
    expect(page.locator("[data-live=present] .hovertext")).to_contain_text("22 May 2025")
    page.mouse.click(box["x"] + 4, box["y"] + 7)
    expect(page).to_have_url(re.compile("/figure/cbs-8600-federal$"))
    page.go_back()
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/figure/cbs-8600-federal$"))


def test_the_order_of_the_tiles_is_chosen_without_a_request_and_stays_in_the_address(open_page: OpenPage) -> None:
    page = live(open_page("/where?to=2000"))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("by the most agents it ever had").check()
    expect(page).to_have_url(re.compile(r"/where\?to=2000&order=size$"))
    by_size = shown(page)
    assert by_size["tiles"][0].startswith("Tucson")
    assert by_size["rows"][0] == by_size["marks"][0] == "usbp-fy1992-sector-tucson"
    assert page.evaluate(OFFSETS)
    page.locator('input[name=agency][value="usbp"]').click()
    expect(page).to_have_url(re.compile(r"/where\?agency=usbp&to=2000&order=size$"))
    page.wait_for_timeout(200)
    assert [address for address in requests if "favicon" not in address] == []
    page.go_back()
    page.go_back()
    assert shown(page)["tiles"][0].startswith("San Diego")


def test_the_order_of_the_tiles_is_chosen_without_scripts_too(open_page: OpenPage) -> None:
    page = open_page("/where", java_script_enabled=False)
    page.get_by_label("by the most agents it ever had").check()
    page.locator("#chart").get_by_role("button").click()
    expect(page).to_have_url(re.compile("order=size"))
    assert shown(page)["tiles"][0].startswith("Tucson")
    expect(page.get_by_label("by the most agents it ever had")).to_be_checked()


def test_a_tile_costs_the_tab_key_four_stops_and_no_more(open_page: OpenPage) -> None:
    page = live(open_page("/where", width=390))
    stops = page.locator("[data-tile=tucson] a:not([tabindex='-1'])")
    assert [stop.get_attribute("href") for stop in stops.all()] == [
        "/series/usbp-sector-tucson", "/figure/usbp-fy1992-sector-tucson", "/figure/usbp-fy2011-sector-tucson",
        "/figure/usbp-fy2019-sector-tucson",
    ]  # fmt: skip
    stops.first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/series/usbp-sector-tucson$"))


def test_an_unknown_order_is_refused_in_words(open_page: OpenPage) -> None:
    page = open_page("/where?order=height", refused=True)
    expect(page.locator("main")).to_contain_text("There is no order “height”")


def test_without_scripts_the_marks_and_labels_are_there(open_page: OpenPage) -> None:
    page = open_page("/over-time?to=2019", java_script_enabled=False)
    expect(page.locator("[data-panel=agents] .joined:visible").first).to_be_visible()
    expect(page.locator(".direct", has_text="19,648 in 2019")).to_be_visible()
    expect(page.locator(".direct", has_text="19,104")).to_be_hidden()


@pytest.mark.parametrize("path", PATHS)
def test_on_paper_and_in_forced_colours_the_marks_of_the_server_are_seen(open_page: OpenPage, path: str) -> None:
    page = live(open_page(path))
    mark, line = page.locator("#chart .time .spot .dot").nth(1), page.locator("#chart .time .line .joined").first
    expect(mark).to_be_hidden()
    page.emulate_media(media="print")
    expect(mark).to_be_visible()
    assert line.evaluate("(line) => getComputedStyle(line).visibility") == "visible"
    page.emulate_media(media="screen", forced_colors="active")
    expect(mark).to_be_visible()
    assert line.evaluate("(line) => getComputedStyle(line).stroke") in ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
