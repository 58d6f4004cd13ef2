"""A real Chromium, and pages in it that fail their test for anything a reader should not meet."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    # Colours and edges of letters that don't depend on the machine's screen and settings.
    "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text",
]  # fmt: skip
_WATCH = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`Content-Security-Policy: ${event.violatedDirective} blocks ${event.blockedURI || event.sample}`);
});
"""

OpenPage = Callable[..., Page]
# Every test that takes a `view` is run for each of these addresses.
VIEWS = ("/", "/over-time", "/who-says-what", "/where")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give the address of each view to the tests that ask for it."""
    if "view" in metafunc.fixturenames:
        metafunc.parametrize("view", VIEWS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each page has a context, and so a cache, of its own."""
    path = next((found for found in map(shutil.which, NAMES) if found), None)
    assert path, f"there is no browser: none of {', '.join(NAMES)} is on PATH; `make test` installs one"
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, server_url: str) -> Iterator[OpenPage]:
    """Open a path of the dashboard: `open_page("/", width=390, color_scheme="dark")`.

    The test fails in the end for any console error, uncaught exception, violation of the
    Content-Security-Policy, answer of 400 or more (but for the path itself when it is `refused`), or request
    to another host.
    """
    complaints: list[str] = []
    contexts = []

    def watch_request(request: Request) -> None:
        if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(f"{server_url}/"):
            complaints.append(f"request to another host: {request.url}")

    def watch_response(response: Response) -> None:
        if response.status >= 400 and response.url not in refusals:
            complaints.append(f"{response.status}: {response.url}")

    refusals: set[str] = set()

    def watch_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.location["url"] not in refusals:
            complaints.append(message.text)

    def open_path(path: str, *, width: int = 1280, height: int = 900, refused: bool = False, **options: Any) -> Page:
        refusals.update([f"{server_url}{path}"] if refused else [])
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.add_init_script(_WATCH)
        page = context.new_page()
        page.on("console", watch_console)
        page.on("pageerror", lambda error: complaints.append(f"{error}\n{error.stack}"))
        page.on("request", watch_request)
        page.on("response", watch_response)
        page.goto(f"{server_url}{path}")
        return page

    yield open_path
    for context in contexts:
        context.close()
    assert complaints == []
