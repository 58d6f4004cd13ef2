"""A chart in a frame on a page of somebody else: shown, accessible, and as high as what was pasted says."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

OpenPage = Callable[..., Page]
VIEWS = ("/over-time", "/who-says-what", "/where")
COLUMN = 640
_ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}


class Article(BaseHTTPRequestHandler):
    """A page of another site; `pasted` stands in its column, `sent` are its headers."""

    pasted = ""
    sent: dict[str, str]

    def do_GET(self) -> None:
        body = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,">'
            f"<h1>An article</h1>{self.pasted}"
        ).encode()
        self.send_response(200)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **self.sent}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name it has there)
        """Tests say what matters."""


class Elsewhere:
    """Another site, and what a browser complained of on it."""

    def __init__(self, browser: Browser, url: str, handler: type[Article]) -> None:
        self.complaints: list[str] = []
        self.contexts: list[BrowserContext] = []
        self._browser, self._url, self._handler = browser, url, handler

    def context(self, color_scheme: str) -> BrowserContext:
        options: dict[str, Any] = {"viewport": {"width": COLUMN + 16, "height": 1200}, "color_scheme": color_scheme}
        self.contexts.append(self._browser.new_context(**options))
        return self.contexts[-1]

    def show(self, pasted: str, *, color_scheme: str = "light", **sent: str) -> Page:
        self._handler.pasted = pasted
        self._handler.sent = {name.replace("_", "-"): value for name, value in sent.items()}
        page = self.context(color_scheme).new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.goto(self._url)
        return page


@pytest.fixture
def elsewhere(browser: Browser) -> Iterator[Elsewhere]:
    handler = type("OneArticle", (Article,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = Elsewhere(browser, f"http://127.0.0.1:{server.server_address[1]}/", handler)
        yield site
        for context in site.contexts:
            context.close()
        server.shutdown()
    assert site.complaints == []


def chart(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


@pytest.mark.parametrize("path", ["/", "/?agency=marines", "/?source=ap-2025-01-25-manila-bulletin"])
def test_what_a_view_gives_to_paste_shows_its_chart_elsewhere(
    open_page: OpenPage, elsewhere: Elsewhere, server_url: str, path: str
) -> None:
    view = open_page(path)
    snippet = view.locator(".share textarea").input_value()
    assert f'src="{server_url}/embed?view=deployment' in snippet
    page = elsewhere.show(snippet)
    expect(chart(page).locator("h1")).to_have_text(view.locator("h1").inner_text())
    expect(chart(page).locator(".headline")).to_have_text(view.locator("#headline").inner_text())
    amounts = chart(page).locator(".rows .amount:visible")
    assert amounts.all_inner_texts() == view.locator(".rows .amount:visible").all_inner_texts()
    assert len(chart(page).locator(".rows .bar:visible").all()) == amounts.count() > 0
    expect(chart(page).get_by_role("link", name="Border figures", exact=True)).to_be_visible()


def test_what_is_pasted_follows_the_filter(open_page: OpenPage, server_url: str) -> None:
    page = open_page("/")
    area, alone = page.locator(".share textarea"), page.get_by_role("link", name="The chart by itself")
    assert f'src="{server_url}/embed?view=deployment"' in area.input_value()
    page.locator("#filter input[value=marines]").check(force=True)
    expect(alone).to_have_attribute("href", "/embed?view=deployment&agency=marines")
    assert f'src="{server_url}/embed?view=deployment&amp;agency=marines"' in area.input_value()
    server_drawn = open_page("/?agency=marines", java_script_enabled=False)
    given = server_drawn.locator(".share textarea").input_value()
    assert given == area.input_value()
    page.go_back()
    assert f'src="{server_url}/embed?view=deployment"' in area.input_value()


def test_the_button_copies_what_is_to_be_pasted(open_page: OpenPage) -> None:
    page = open_page("/?agency=marines", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".share .pasted button").click()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".share textarea").input_value()


@pytest.mark.parametrize(
    "path", ["/", "/?source=ap-2025-01-25-manila-bulletin", "/?source=cbp-sector-profile-fy2015", *VIEWS]
)
def test_the_frame_is_high_enough_for_its_chart_and_not_much_higher(
    open_page: OpenPage, elsewhere: Elsewhere, path: str
) -> None:
    page = elsewhere.show(open_page(path).locator(".share textarea").input_value())
    expect(chart(page).locator("h1")).to_be_visible()
    given, needed = (
        chart(page).locator("html").evaluate(f"html => {size}")
        for size in ("innerHeight", "document.body.getBoundingClientRect().height")
    )
    assert needed <= given <= needed + 350


def test_an_isolated_page_may_show_it_too(elsewhere: Elsewhere, server_url: str) -> None:
    page = elsewhere.show(f'<iframe title="Chart" src="{server_url}/embed"></iframe>', **_ISOLATED)
    assert page.evaluate("crossOriginIsolated")
    expect(chart(page).locator(".rows .bar").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_colours_are_those_of_the_readers_scheme(elsewhere: Elsewhere, server_url: str, scheme: str) -> None:
    page = elsewhere.show(f'<iframe title="Chart" src="{server_url}/embed"></iframe>', color_scheme=scheme)
    body = chart(page).locator("body")
    ground = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 26)"}[scheme]
    expect(body).to_have_css("background-color", ground)


def test_its_links_open_beside_the_article_and_cannot_reach_back(elsewhere: Elsewhere, server_url: str) -> None:
    page = elsewhere.show(f'<iframe title="Chart" src="{server_url}/embed" height="1100" width="100%"></iframe>')
    with page.context.expect_page() as opened:
        chart(page).locator(".rows .amount").first.click()
    figure = opened.value
    expect(figure.locator("h1")).to_be_visible()
    assert figure.url.startswith(f"{server_url}/figure/")
    assert figure.evaluate("opener") is None
    expect(page.locator("h1")).to_have_text("An article")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320, 280])
@pytest.mark.parametrize("path", ["/embed", "/embed?agency=army", *(f"/embed?view={view[1:]}" for view in VIEWS)])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_frame(
    open_page: OpenPage, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme)
    for summary in page.locator("summary").all():
        summary.click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("script").count() == 0
