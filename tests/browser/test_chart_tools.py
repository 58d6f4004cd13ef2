"""What a reader can do with a chart: read it by arrow keys, go to its table, keep it as a picture."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
SVG = "{http://www.w3.org/2000/svg}"


def live(page: Page) -> Page:
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    return page


def test_arrow_keys_read_the_chart_mark_by_mark_in_words(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    words = page.locator("#reader-words")
    page.locator("#reader").focus()
    expect(words).to_contain_text("Arrow keys")
    said = []
    for _ in range(6):
        page.keyboard.press("ArrowDown")
        said.append(words.text_content())
    assert said == [
        "1 of 5: Active-duty forces (1,500), ordered, 22 January 2025",
        "2 of 5: Marine Corps (500), ordered, 22 January 2025, counted inside Active-duty forces (1,500)",
        "3 of 5: National Guard and Reserve (an estimated 2,500), deployed, 22 January 2025",
        "4 of 5: CBP (more than 45,000), on board, date not stated",
        "5 of 5: Border Patrol (19,104), on board, fiscal year 2023, counted inside CBP (more than 45,000)",
        "5 of 5: Border Patrol (19,104), on board, fiscal year 2023, counted inside CBP (more than 45,000)",
    ]
    page.keyboard.press("Home")
    expect(words).to_contain_text("1 of 5")
    marked = page.locator("#chart .is-read:visible").first
    expect(marked).to_contain_text("1,500")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(words).to_contain_text("4 of 5")
    page.keyboard.press("Tab")
    expect(page.locator(".is-read")).to_have_count(0)


def test_the_table_and_the_page_of_a_mark_are_one_key_away(open_page: OpenPage, server_url: str) -> None:
    page = live(open_page("/"))
    page.locator("#reader").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("t")
    row = page.locator('tr[data-figure="seed-marines-ordered"] th a')
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    page.locator("#reader").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server_url}/figure/seed-marines-ordered")


def test_reading_follows_the_filter(open_page: OpenPage) -> None:
    page = live(open_page("/?agency=dhs"))
    page.locator("#reader").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#reader-words")).to_contain_text("2 of 2: Border Patrol")
    page.locator("input[name=qualifier][value=exact]").evaluate("(box) => box.click()")
    expect(page.locator("#reader-words")).to_contain_text("Arrow keys")
    page.locator("#reader").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#reader-words")).to_contain_text("1 of 1: Border Patrol")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_picture_holds_title_marks_sources_and_address(open_page: OpenPage, width: int, scheme: str) -> None:
    page = live(open_page("/?agency=dod", width=width, color_scheme=scheme))
    with page.expect_download() as started:
        page.get_by_role("button", name="SVG").click()
    assert started.value.suggested_filename == "border-figures-deployment.svg"
    picture = ET.fromstring(started.value.path().read_text("utf-8"))  # noqa: S314  (made by our own page)
    said = " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))
    said = " ".join(said.split())
    for words in (
        "Who is sent to the US southern border", "Active-duty forces: 1,500 ordered; National", "of which 500",
        "Marine Corps", "3 figures from 1 source shown. Filter: agency: Department of Defense.",
        "Sources: Publisher not stated", "/?agency=dod, data version",
    ):  # fmt: skip
        assert words in said, words
    assert "Border Patrol" not in said, "what is filtered away is in no picture"
    widths = [rect.get("width") for rect in picture.iter(f"{SVG}rect") if (rect.get("fill") or "").startswith("rgb")]
    assert len(widths) > 3
    assert not re.search(r"class=|style=|href=|<script|https?://(?!www\.w3|127)", ET.tostring(picture, "unicode"))


def test_a_raster_is_the_same_picture_twice_as_fine(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    with page.expect_download() as vector:
        page.get_by_role("button", name="SVG").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="PNG").click()
    size = ET.fromstring(vector.value.path().read_text("utf-8")).attrib  # noqa: S314  (made by our own page)
    with Image.open(started.value.path()) as image:
        assert image.format == "PNG"
        assert abs(image.width - 2 * float(size["width"])) <= 2
        assert abs(image.height - 2 * float(size["height"])) <= 2
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or []}
    assert (236, 211, 166) in colours, "the bars have the colour of the page"


def test_nothing_can_be_uploaded_and_no_tool_of_the_chart_library_shows(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    page.locator("[data-live] .plot-container").first.hover(force=True)
    expect(page.locator(".modebar, .modebar-btn")).to_have_count(0)
