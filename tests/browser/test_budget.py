"""How many bytes a visit costs, counted on the wire by a relay between browser and server.

Times depend on the machine, bytes do not; so these are tests and not measurements.
"""

import re
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

KIB = 1024


class Relay(socketserver.ThreadingTCPServer):
    """Passes connections on to the server and counts what it answers, headers included."""

    daemon_threads = True

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.upstream = (str(parts.hostname), int(parts.port or 80))
        super().__init__(("127.0.0.1", 0), PassOn)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.received = 0


class PassOn(socketserver.BaseRequestHandler):
    """One connection: what the browser sends goes up as it is, what comes down is counted."""

    server: Relay

    def handle(self) -> None:
        with socket.create_connection(self.server.upstream) as upstream:
            upward = threading.Thread(target=self._send_up, args=(upstream,), daemon=True)
            upward.start()
            with suppress(OSError):
                while data := upstream.recv(65536):
                    self.server.received += len(data)
                    self.request.sendall(data)
            with suppress(OSError):
                self.request.shutdown(socket.SHUT_RDWR)
            upward.join()

    def _send_up(self, upstream: socket.socket) -> None:
        with suppress(OSError):
            while data := self.request.recv(65536):
                upstream.sendall(data)
        with suppress(OSError):
            upstream.shutdown(socket.SHUT_WR)


@pytest.fixture
def relay(server_url: str) -> Iterator[Relay]:
    with Relay(server_url) as counting:
        threading.Thread(target=counting.serve_forever, daemon=True).start()
        yield counting
        counting.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(viewport={"width": 1280, "height": 900})
    yield fresh
    fresh.close()


def visit(context: BrowserContext, relay: Relay, *, with_chart: bool) -> tuple[Page, int, list[str]]:
    """Open `/` once; returns the page, the bytes received and the addresses asked for."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    if not with_chart:
        page.route("**/plotly-basic*", lambda route: route.abort())
    before = relay.received
    page.goto(f"{relay.url}/", wait_until="networkidle")
    if with_chart:
        expect(page.locator("#chart")).to_have_class(re.compile("is-live"))
    return page, relay.received - before, asked


def test_the_first_view_before_the_chart_library(context: BrowserContext, relay: Relay) -> None:
    page, received, asked = visit(context, relay, with_chart=False)
    sent = [path for path in asked if "plotly" not in path]
    print(f"first view: {received / KIB:.1f} KiB in {len(sent)} requests")
    assert page.locator("tbody tr:visible").count() == 5
    assert 40 * KIB < received <= 160 * KIB
    assert len(sent) <= 14
    assert len(sent) == len(set(sent))


def test_the_first_view_with_the_chart_library(context: BrowserContext, relay: Relay) -> None:
    _, received, asked = visit(context, relay, with_chart=True)
    print(f"with the live chart: {received / KIB:.1f} KiB in {len(asked)} requests")
    assert sum("plotly-basic" in path for path in asked) == 1
    assert 300 * KIB < received <= 520 * KIB


def test_a_second_visit(context: BrowserContext, relay: Relay) -> None:
    first, _, _ = visit(context, relay, with_chart=True)
    first.close()
    second, received, _ = visit(context, relay, with_chart=True)
    print(f"second visit: {received / KIB:.2f} KiB")
    assert second.locator("tbody tr:visible").count() == 5
    assert 0 < received <= 4 * KIB
