"""Help on the page: the steps for a first visit, and what the terms mean."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


def test_the_steps_are_there_until_they_are_put_away_and_can_be_found_again(open_page: OpenPage) -> None:
    page = open_page("/")
    steps = page.get_by_role("region", name="How to read this")
    expect(steps.get_by_role("listitem")).to_have_count(3)
    page.get_by_role("button", name="Hide this").press("Enter")
    expect(steps).to_be_hidden()
    again = page.get_by_role("link", name="How to read this")
    expect(again).to_be_focused()
    page.reload()
    expect(steps).to_be_hidden()
    again.press("Enter")
    expect(steps).to_be_visible()
    page.reload()
    expect(steps).to_be_visible()


def test_without_scripts_the_steps_stay_and_no_button_pretends_to_hide_them(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    expect(page.get_by_role("region", name="How to read this")).to_be_visible()
    expect(page.locator("#how-to-dismiss")).to_be_hidden()


def test_a_term_says_what_it_means_when_pointed_at_and_goes_with_escape(open_page: OpenPage) -> None:
    page = open_page("/")
    tip = page.locator(".tooltip")
    page.get_by_role("link", name="As of").hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("no more exact than the source has it")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


@pytest.mark.parametrize(
    ("place", "meaning"),
    [
        ('input[name=basis][value="onboard"]', "Employed by the agency"),
        ('input[name=component][value="civilian"]', "Employees"),
        ('input[name=qualifier][value="at-least"]', "nobody says how many"),
        ('th a[data-term="reading-part-of"]', "A part is never added"),
        ('summary[data-term="reading-component"]', "part of the armed forces"),
    ],
)
def test_a_term_says_what_it_means_when_focused(open_page: OpenPage, place: str, meaning: str) -> None:
    page = open_page("/")
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    page.locator(place).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    tip = page.locator(".tooltip")
    expect(tip).to_contain_text(meaning)
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    described = page.locator(place).get_attribute("aria-describedby")
    assert meaning in page.locator(f"#{described}").text_content(), "and says it to those who listen"


def test_without_scripts_a_term_leads_to_the_glossary(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("link", name="As of").click()
    expect(page).to_have_url(re.compile("/glossary#reading-as-of$"))
    expect(page.locator("#reading-as-of dt")).to_be_in_viewport()
    for term in ("Title 10", "Active component", "On board", "Lower bound", "Border Patrol"):
        expect(page.get_by_text(term, exact=True).first).to_be_visible()
