"""Whole visits without a mouse: by the keyboard alone, and by a finger on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]
# Where a reader's eye finds the focus: nothing if all of it is out of the window or under something else. A live chart
# lies over marks that the keyboard reaches and lets them be seen, so within the chart only the window counts.
SEEN = """() => {
  const focused = document.activeElement;
  if (focused === document.body || focused === document.documentElement) return null;
  const aimed = focused.closest("label") ?? focused;
  const spots = [...aimed.getClientRects()].flatMap(({ left, right, top, bottom }) =>
    [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]]);
  const seen = spots.some(([x, y]) => {
    const above = document.elementFromPoint(x, y);
    return above && (aimed.contains(above) || above.contains(aimed)
      || (above.closest("#chart") && focused.closest("#chart")));
  });
  return { seen, ring: focused.matches(":focus-visible"), what: focused.outerHTML.slice(0, 100) };
}"""
MOST_STOPS = 700


def live(page: Page) -> Page:
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    return page


def tab_to(page: Page, place: Locator) -> None:
    """Press Tab until a place has the focus, as a reader would; every stop before it must be in sight."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(SEEN)
        assert stop, f"the focus left the page before it came to {place}"
        assert stop["seen"], stop["what"]
        if place.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"{MOST_STOPS} stops did not lead to {place}")


@pytest.mark.parametrize("width", [1280, 390])
def test_no_stop_of_the_tab_key_is_out_of_sight_or_without_its_ring(open_page: OpenPage, view: str, width: int) -> None:
    page = live(open_page(view, width=width, height=700))
    hidden, stops = [], 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(SEEN)
        if not stop:
            break
        stops += 1
        if not (stop["seen"] and stop["ring"]):
            hidden.append(stop["what"])
    assert stops > 60
    assert hidden == []


def test_a_visit_by_keyboard_alone(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the figures")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#how-to-dismiss"))
    page.keyboard.press("Enter")
    expect(page.locator("#how-to")).to_be_hidden()

    tab_to(page, page.locator("input[name=agency][value=cbp]"))
    page.keyboard.press("Space")
    expect(page.locator("#count")).to_contain_text("2 figures")
    expect(page).to_have_url(re.compile(r"agency="))
    tab_to(page, page.locator("#reset"))
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("5 figures")

    tab_to(page, page.locator("#reader"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#reader-words")).to_contain_text("1 of 5")
    page.keyboard.press("t")
    expect(page.locator('tr[data-figure="seed-active-duty-ordered"] th a')).to_be_focused()
    tab_to(page, page.locator('a[data-file="/data/figures.csv"]'))
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert len(started.value.path().read_text("utf-8").splitlines()) == 1 + 5

    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("Tucson")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=Tucson"))
    found = page.locator("main a[href^='/figure/']").first
    tab_to(page, found)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/figure/"))
    expect(page.locator("h1")).to_be_in_viewport()


def test_another_view_another_question_and_a_picture_by_keyboard_alone(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    tab_to(page, page.locator("[data-view=who-says-what]"))
    page.keyboard.press("Enter")
    live(page)
    before = page.locator(".says:visible h3").text_content()
    tab_to(page, page.locator("#asked"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(".says:visible h3")).not_to_have_text(str(before))
    tab_to(page, page.locator("[data-picture=svg]"))
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename.endswith(".svg")


def tap_mark(page: Page, figure: str, *, beside: int) -> None:
    """Tap `beside` pixels to the right of where a mark is drawn, as a finger does that is broader than the mark."""
    spot = page.locator(f'#chart [data-figure="{figure}"] .spot').first
    spot.scroll_into_view_if_needed()
    box = spot.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2 + beside, box["y"] + box["height"] / 2)


PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


def test_a_visit_by_finger_alone(open_page: OpenPage, server_url: str) -> None:
    page = live(open_page("/", **PHONE))
    page.locator("#how-to-dismiss").tap()
    expect(page.locator("#how-to")).to_be_hidden()
    page.locator(".whole-filter > summary").tap()
    page.locator("label", has=page.locator("input[name=agency][value=cbp]")).tap()
    expect(page.locator("#count")).to_contain_text("2 figures")
    page.locator("#reset").tap()
    expect(page.locator("#count")).to_contain_text("5 figures")
    page.locator(".whole-filter > summary").tap()
    page.locator(".downloads a[href='#table-title']").tap()
    expect(page.locator("#table-title")).to_be_in_viewport()
    with page.expect_download() as started:
        page.locator('a[data-file="/data/figures.csv"]').tap()
    assert len(started.value.path().read_text("utf-8").splitlines()) == 1 + 5
    with page.expect_download() as picture:
        page.locator("[data-picture=png]").tap()
    assert picture.value.suggested_filename == "border-figures-deployment.png"
    page.locator(".mark-label .amount").first.tap()
    expect(page).to_have_url(f"{server_url}/figure/seed-active-duty-ordered")
    page.get_by_role("searchbox").tap()
    page.keyboard.type("Tucson\n")
    page.locator("main a[href^='/figure/']").first.tap()
    expect(page).to_have_url(re.compile(r"/figure/"))


@pytest.mark.parametrize(
    ("path", "figure"),
    [("/over-time", "usbp-fy2000-national"), ("/where", "usbp-fy2005-sector-tucson")],
)
def test_a_finger_beside_a_small_mark_finds_its_figure(
    open_page: OpenPage, server_url: str, path: str, figure: str
) -> None:
    page = live(open_page(path, **PHONE))
    tap_mark(page, figure, beside=1)
    expect(page).to_have_url(f"{server_url}/figure/{figure}")


def test_happenings_and_questions_by_finger_alone(open_page: OpenPage) -> None:
    page = live(open_page("/over-time", **PHONE))
    page.locator(".rail a").nth(1).tap()
    expect(page.locator("#happened-B")).to_be_in_viewport()
    page.locator("[data-view=where]").tap()
    live(page)
    page.locator(".order label").nth(1).tap()
    expect(page).to_have_url(re.compile("order=size"))
    page.locator("[data-view=who-says-what]").tap()
    live(page)
    other = page.locator("#asked option").nth(3)
    page.locator("#asked").tap()
    page.locator("#asked").select_option(other.get_attribute("value"))
    expect(page.locator(".says:visible h3")).to_have_text(str(other.text_content()))
    page.locator(".says:visible h3 a").tap()
    expect(page).to_have_url(re.compile("/question/"))
