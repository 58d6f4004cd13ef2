"""Links to share: right without scripts, in step with the filter, and a button to copy where browsers allow one."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


@pytest.fixture
def version(project: Path) -> str:
    return str(json.loads((project / "data/package/datapackage.json").read_bytes())["version"])


def addresses(page: Page) -> list[str]:
    found: list[str] = page.locator("a[data-share]").evaluate_all("links => links.map(link => link.href)")
    return found


@pytest.mark.parametrize("path", ["/", "/?agency=marines", "/figure/seed-cbp-employees", "/series/usbp-national"])
def test_the_links_stand_without_scripts(open_page: OpenPage, version: str, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    joint = "&" if "?" in path else "?"
    expect(page.locator("a[data-share]")).to_have_count(2)
    for link, wanted in zip(
        page.locator("a[data-share]").all(), [path, f"{path}{joint}version={version}"], strict=True
    ):
        assert link.get_attribute("href") == wanted
    expect(page.locator(".share button")).to_have_count(0)


def test_the_links_follow_the_filter(open_page: OpenPage, server_url: str, version: str) -> None:
    page = open_page(f"/?version={version}")
    assert addresses(page) == [f"{server_url}/", f"{server_url}/?version={version}"]
    page.locator("#filter input[value=marines]").check(force=True)
    expect(page).to_have_url(re.compile(r"/\?agency=marines$"))
    assert addresses(page) == [f"{server_url}/?agency=marines", f"{server_url}/?agency=marines&version={version}"]
    form = page.get_by_role("link", name="BibTeX").first
    assert "agency=marines" in str(form.get_attribute("href"))
    page.go_back()
    assert addresses(page) == [f"{server_url}/", f"{server_url}/?version={version}"]


@pytest.mark.parametrize("path", ["/?agency=marines", "/figure/seed-cbp-employees"])
def test_a_button_copies_the_link_beside_it(open_page: OpenPage, path: str) -> None:
    page = open_page(path, permissions=["clipboard-read", "clipboard-write"])
    buttons = page.locator(".share button")
    expect(buttons).to_have_count(3 if path.startswith("/?") else 2)
    for place, address in enumerate(addresses(page)):
        buttons.nth(place).click()
        expect(buttons.nth(place)).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == address


def test_a_citation_is_selected_as_a_whole(open_page: OpenPage) -> None:
    page = open_page("/figure/seed-cbp-employees")
    citation = page.locator(".citation")
    citation.click()
    assert page.evaluate("getSelection().toString().trim()") == citation.inner_text()
