"""Headlines and summaries: the scripts say what the server says, whatever one filter or one source is chosen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
SOURCES = [
    "usni-2025-04-01", "cbp-sector-profile-fy2011", "cbp-sector-profile-fy2018", "military-times-2022-10-28",
    "lodi-2023-03-16", "alipac-2009-bp-costs", "abp-2017-11-15", "dailycaller-2024-01-18", "texas-tribune-2022-09-14",
    "copley-2006-07-15", "cbp-san-diego-fy2019",
]  # fmt: skip
# The words of the page as the scripts have left it, and as the server sends it for the same address.
BOTH = """async () => {
  const sent = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
  const told = (page) => ["headline", "about-chart", "guard"].map((id) => page.getElementById(id).innerHTML);
  return [document, sent].map(told);
}"""


def both(page: Page) -> list[list[str]]:
    said: list[list[str]] = page.evaluate(BOTH)
    return said


def single_choices(page: Page) -> list[str]:
    """A query for every box of the filter."""
    found: Any = page.evaluate(
        """() => [...document.querySelectorAll("#filter input[type=checkbox]")].map((e) => `${e.name}=${e.value}`)"""
    )
    return [str(query) for query in found]


@pytest.mark.parametrize("path", ["/", "/over-time", "/where"])
def test_every_single_choice_is_told_alike_by_script_and_server(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    for query in single_choices(page):
        page.evaluate(
            "(a) => { history.pushState(null, '', a); dispatchEvent(new PopStateEvent('popstate')); }",
            f"{path}?{query}",
        )
        scripted, sent = both(page)
        assert scripted == sent, query


@pytest.mark.parametrize("source", SOURCES)
def test_the_figures_of_a_source_are_told_alike_by_script_and_server(open_page: OpenPage, source: str) -> None:
    scripted, sent = both(open_page(f"/?source={source}"))
    assert scripted[0]
    assert scripted == sent
