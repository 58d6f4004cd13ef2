"""Every kind of page, at three widths and in both themes: accessible, and nothing cut off or pushed out."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
EXPLORERS = [
    "/", "/?agency=marines", "/?agency=army", "/?source=ap-2025-01-25-manila-bulletin", "/over-time",
    "/over-time?agency=usbp&to=2010", "/who-says-what", "/where", "/where?order=size&from=2006",
]  # fmt: skip
PLAIN = [
    "/figure/seed-cbp-employees", "/source/seed-article-2025-01", "/question/guard-and-reserve-january-2025",
    "/questions", "/series/federal-headcount", "/series/usbp-national", "/series", "/changes",
    "/glossary", "/nowhere",
    "/table?agency=cbp&sort=as-of&order=desc&page=2", "/agency/cbp", "/search?q=2,500", "/method", "/api",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("path", [*EXPLORERS, *PLAIN])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    open_page: OpenPage, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme, refused=path == "/nowhere")
    if path in EXPLORERS:
        expect(page.locator("#chart")).to_have_class(re.compile("is-live"))
        if width < 960:
            page.locator(".whole-filter > summary").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_from_the_first_page_to_who_disagrees_in_two_steps_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("link", name="How many troops were at the border before the order of January 2025").click()
    answers = page.locator(".answers li")
    expect(answers).to_have_count(9)
    expect(answers.first).to_contain_text("preferred")
    expect(page.locator("tbody tr")).to_have_count(9)
    for words in ("roughly 2,200", "an estimated 2,500", "0 Active-duty forces"):
        expect(page.locator(".answers")).to_contain_text(words)


def test_a_line_is_drawn_only_where_one_table_counts_year_after_year(open_page: OpenPage) -> None:
    line, dots, steps = (
        open_page(f"/series/{name}") for name in ("usbp-national", "federal-headcount", "troop-ceilings")
    )
    expect(line.locator(".joined")).to_have_count(27)
    expect(line.locator(".time .dot")).to_have_count(28)
    expect(dots.locator(".joined")).to_have_count(0)
    expect(dots.locator(".time .dot")).to_have_count(23)
    expect(steps.locator(".joined")).to_have_count(6)


def test_points_of_a_series_are_reached_by_keyboard_and_lead_to_their_figure(open_page: OpenPage) -> None:
    page = open_page("/series/usbp-national")
    point = page.get_by_role("link", name="4,139 Border Patrol, on board, fiscal year 1992")
    point.focus()
    expect(point).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/figure/usbp-fy1992-national$"))


def test_who_says_2500_in_which_words_and_who_disagrees_in_two_steps_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    page.locator("main").get_by_role("link", name="an estimated 2,500", exact=True).first.click()
    expect(page).to_have_url(re.compile("/figure/seed-guard-and-reserve-deployed$"))
    expect(page.locator(".standfirst")).to_contain_text("National Guard members and reservists")
    expect(page.locator(".standfirst")).to_contain_text("US military sends troops to Mexican border")
    page.get_by_role("link", name="How many troops were at the border before the order of January 2025").click()
    expect(page.locator(".answers li")).to_have_count(9)
    expect(page.locator(".answers li").first).to_contain_text("preferred")


def test_the_key_slash_leads_to_the_search_box_and_enter_to_what_is_found(open_page: OpenPage) -> None:
    page = open_page("/table")
    page.keyboard.press("/")
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    page.keyboard.type("and/or")
    expect(box).to_have_value("and/or")
    box.fill("2,500")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=2%2C500$"))
    expect(page.locator(".found").first).to_be_visible()
    first = open_page("/")
    first.keyboard.press("/")
    expect(first.get_by_role("searchbox")).to_be_focused()
