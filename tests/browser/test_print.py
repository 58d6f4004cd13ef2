"""On paper, A4 and Letter: what is shown, from which data, at which address, and nothing cut."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from dashboard import tokens

OpenPage = Callable[..., Page]
ROOT = Path(__file__).resolve().parents[2]
SIDE, TOP = 16 / 25.4 * 72, 18 / 25.4 * 72
SIZES = {"A4": (595.3, 841.9), "Letter": (612, 792)}
CHOSEN = "?agency=dod,dhs&from=2019&to=2025"


def printed(page: Page, paper: str) -> list[Any]:
    """The pages of the PDF that the browser would send to a printer."""
    document = pdfplumber.open(io.BytesIO(page.pdf(format=paper)))
    return list(document.pages)


def words_of(pages: list[Any]) -> str:
    return " ".join(page.extract_text() for page in pages).replace("\n", " ")


def first_column(sheet: Any) -> Any:
    """The first column of the table by itself: the addresses in it are broken across lines."""
    seconds = [word["x0"] for word in sheet.extract_words() if word["text"] == "Agency"]
    return sheet.crop((0, 0, min(seconds, default=sheet.width) - 3, sheet.height))


def run_together(text: str) -> str:
    """Text without spaces: a long address is broken across lines."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("paper", SIZES)
def test_a_view_on_paper_says_its_filter_version_and_addresses_and_keeps_to_the_margins(
    open_page: OpenPage, server_url: str, view: str, paper: str
) -> None:
    page = open_page(f"{view}{CHOSEN}", color_scheme="dark")
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    version = page.locator(".colophon code").inner_text()
    figures = page.locator("tbody tr:visible").evaluate_all("(rows) => rows.map((row) => row.dataset.figure)")
    sources = page.locator("main a[href^='/source/']:visible").evaluate_all("(links) => links.map((link) => link.href)")
    pages = printed(page, paper)
    assert (pages[0].width, pages[0].height) == pytest.approx(SIZES[paper], abs=1)
    said = words_of(pages)
    chosen = page.locator("#count").inner_text()
    assert "agency: Department of Defense, Department of Homeland Security" in chosen
    assert "2019" in chosen
    assert version in said
    together = run_together(said) + run_together(words_of([first_column(sheet) for sheet in pages]))
    assert run_together(chosen) in together
    assert f"Printedfrom{server_url}{view}{CHOSEN}" in together
    missing = [one for one in figures if f"{server_url}/figure/{one}" not in together]
    assert missing == []
    assert sources
    assert [address for address in sources if address not in together] == []
    for sheet in pages:
        words = sheet.extract_words()
        right, bottom = sheet.width - SIDE + 2, sheet.height - TOP + 1
        cut = [w["text"] for w in words if not (TOP - 1 < w["top"] < w["bottom"] < bottom)]
        outside = [
            (o["x0"], o["x1"]) for o in (*words, *sheet.rects, *sheet.curves) if o["x0"] < SIDE - 2 or o["x1"] > right
        ]
        assert (cut, outside) == ([], []), sheet.page_number


def test_rows_of_charts_and_tables_ask_not_to_be_cut_across_pages(open_page: OpenPage, view: str) -> None:
    page = open_page(view)
    page.emulate_media(media="print")
    blocks = ".rows > li, .tile, .over-time, .answers > li, .multiple, tbody tr, .notes li, .happened > li, .panel > h3"
    loose = page.locator(blocks).evaluate_all(
        """(all) => all.filter((e) => {
          const { breakInside, breakAfter } = getComputedStyle(e);
          return e.checkVisibility() && (e.matches("h3") ? breakAfter : breakInside) !== "avoid";
        }).map((e) => e.outerHTML.slice(0, 90))"""
    )
    assert loose == []


@pytest.mark.parametrize("paper", SIZES)
def test_bars_are_whole_on_paper_and_as_on_a_light_screen(open_page: OpenPage, paper: str) -> None:
    page = open_page("/", color_scheme="dark")
    colours = tokens.read(ROOT / "assets").light
    of_bars = {colours[f"mark-{tone}-{part}"]: part for tone in (1, 2) for part in ("whole", "part")}
    heights: dict[str, list[float]] = {"whole": [], "part": []}
    for sheet in printed(page, paper):
        for one in sheet.rects:
            channels = one["non_stroking_color"]
            # The name of a hatching stands where a colour has its channels.
            colour = "#" + "".join(f"{round(255 * channel):02x}" for channel in channels if isinstance(channel, float))
            # Edges, dashes and hatches are of the same colours.
            if colour in of_bars and one["fill"] and one["width"] > 20:
                heights[of_bars[colour]].append(one["height"])
    # Three bars, and two inside of them.
    assert heights["whole"] == pytest.approx([heights["whole"][0]] * 3, abs=0.5)
    assert heights["part"] == pytest.approx([heights["part"][0]] * 2, abs=0.5)


def test_a_page_of_a_figure_prints_its_own_address_and_those_that_it_leads_to(
    open_page: OpenPage, server_url: str
) -> None:
    page = open_page("/figure/seed-usbp-fy2023")
    together = run_together(words_of(printed(page, "A4")))
    for address in ("/figure/seed-usbp-fy2023", "/figure/seed-cbp-employees", "/source/seed-article-2025-01"):
        assert f"{server_url}{address}" in together, address
    assert f"Printedfrom{server_url}/figure/seed-usbp-fy2023" in together


def test_without_scripts_paths_are_printed(open_page: OpenPage) -> None:
    page = open_page(f"/{CHOSEN}", java_script_enabled=False)
    together = run_together(words_of(printed(page, "A4")))
    assert f"Printedfrom/{CHOSEN}" in together
    assert "/figure/seed-marines-ordered" in together
