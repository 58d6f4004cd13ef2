"""Large text, small windows, fingers, forced colours and stillness: every view bears them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
FACTS = [
    "/figure/seed-cbp-employees", "/source/seed-article-2025-01", "/question/guard-and-reserve-january-2025",
    "/series/usbp-national", "/table", "/changes", "/glossary", "/nowhere",
]  # fmt: skip

# Boxes of lines of text, each with the element it stands in; hidden and invisible text has none.
LINES = """(root) => {
  const lines = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (holder.closest(".unseen, [data-live], option")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) lines.push({ box, holder, text: node.data.trim().slice(0, 30) });
  }
  return lines;
}"""
OVERLAPS = (
    """([...roots]) => { const linesOf = """
    + LINES
    + """;
  const found = [];
  for (const root of document.querySelectorAll(roots.join())) {
    const lines = linesOf(root);
    for (const [place, one] of lines.entries()) for (const other of lines.slice(place + 1)) {
      if (one.holder.contains(other.holder) || other.holder.contains(one.holder)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      // Lines of text carry some air above and below their letters.
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > 0.4 * Math.min(one.box.height, other.box.height)) found.push([one.text, other.text]);
    }
  }
  return found;
}"""
)
CUT = (
    """() => { const linesOf = """
    + LINES
    + """;
  return linesOf(document.getElementById("main")).filter(({ box, holder }) =>
    !holder.closest(".scroller, select") && (box.left < -1 || box.right > innerWidth + 1)).map(({ text }) => text);
}"""
)
# WCAG 2.2, 2.5.8: 24 px, or a circle of 24 px around the middle that meets no other target nor its circle; links in a
# sentence are excepted. Marks of the server under a live chart are no targets; the live chart takes the nearest mark.
# Neither are the heads of cards, which are out of sight until they have the focus.
SMALL = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && getComputedStyle(e).pointerEvents !== "none"
      && !e.closest(".unseen, .skip, [data-live], .cards:not(.sortable) thead")
      && e.getClientRects().length && !e.matches("[type=hidden]"))
    .map((e) => ({ e, box: (e.closest("label") ?? e).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const inText = (e) => e.matches("a") && [...e.parentElement.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1);
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const apart = ([x, y], [left, top]) => Math.hypot(x - left, y - top);
  const small = ({ box }) => box.width < 24 || box.height < 24;
  const reach = ([x, y], box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return targets.filter((one) => small(one) && !inText(one.e)).filter((one) => targets.some((other) =>
    other.e !== one.e && !one.e.contains(other.e) && !other.e.contains(one.e) &&
    (reach(middle(one.box), other.box) < 12 ||
      (small(other) && apart(middle(one.box), middle(other.box)) < 24)))
  ).map(({ e, box }) => [e.outerHTML.slice(0, 90), Math.round(box.width), Math.round(box.height)]);
}"""


def ready(page: Page) -> Page:
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    return page


def troubles(page: Page, width: int) -> dict[str, Any]:
    found = {
        "wider than the window": page.evaluate("document.documentElement.scrollWidth") - width,
        "cut": page.evaluate(CUT),
        "over each other": page.evaluate(OVERLAPS, ["#chart", ".summary", ".reasons", ".lede", ".tabs", ".how-to"]),
    }
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (640, 450), (390, 844), (320, 225)])
def test_nothing_is_cut_or_lies_over_other_words_at_any_zoom(
    open_page: OpenPage, view: str, width: int, height: int
) -> None:
    page = ready(open_page(view, width=width, height=height))
    assert troubles(page, width) == {}


@pytest.mark.parametrize("width", [1280, 640])
def test_text_of_twice_the_size_fits(open_page: OpenPage, view: str, width: int) -> None:
    page = ready(open_page(view, width=width))
    page.locator("html").evaluate("(root) => root.style.setProperty('font-size', '200%')")
    assert troubles(page, width) == {}


def test_targets_are_large_enough_for_a_finger(open_page: OpenPage, view: str) -> None:
    page = ready(open_page(view, width=390, height=844, has_touch=True))
    page.locator(".whole-filter > summary").tap()
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", FACTS)
def test_targets_on_pages_of_facts_are_large_enough_for_a_finger(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=390, height=844, has_touch=True, refused=path == "/nowhere")
    assert page.evaluate(SMALL) == []


def test_nothing_moves_for_readers_who_want_stillness(open_page: OpenPage, view: str) -> None:
    page = ready(open_page(view, reduced_motion="reduce"))
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((e) => { const s = getComputedStyle(e);
          return s.scrollBehavior === "smooth" || (s.transitionDuration !== "0s" && s.transitionProperty !== "none")
            || s.animationName !== "none"; }).map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0


def test_forced_colours_leave_words_and_marks_to_be_seen(open_page: OpenPage, view: str) -> None:
    page = open_page(view, forced_colors="active", color_scheme="dark")
    ready(page)
    invisible = page.evaluate(
        """() => { const ground = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll("#chart svg :is(path, rect, circle, line, text)")]
            .filter((e) => e.checkVisibility({ visibilityProperty: true })
              && !e.closest("[data-live], defs, .key, pattern")
              && !e.matches(".grid, .aim, .band, .guide, .hatch-ground, .hatch-line"))
            .filter((e) => { const { fill, stroke } = getComputedStyle(e);
              return [fill, stroke].every((paint) => [ground, "none", "rgba(0, 0, 0, 0)"].includes(paint)); })
            .map((e) => e.outerHTML.slice(0, 90)); }"""
    )
    assert invisible == []
    expect(page.locator("#react-entry-point")).to_be_hidden()
