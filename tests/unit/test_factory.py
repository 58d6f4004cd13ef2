"""The server around any content: what is kept, what is refused, and what a reader sees when something breaks."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from dash import Dash, html
from flask import Flask, abort
from flask.testing import FlaskClient

from dashboard.asset_book import AssetBook
from dashboard.factory import create_app
from dashboard.settings import PROJECT_ROOT, Settings
from dashboard.site_contract import Page, Readiness, View


class Content:
    """As little as a site can be; it notes which queries it was asked for."""

    layout = html.Div(id="live")

    def __init__(self) -> None:
        self.data_version = "1"
        self.asked: list[dict[str, list[str]]] = []

    def views(self) -> Mapping[str, View]:
        return {"/": self.opening, "/other": self.other}

    def other(self, _query: Mapping[str, list[str]]) -> Page:
        return Page(title="Other", head_html="", before_root_html="", after_root_html="")

    def opening(self, query: Mapping[str, list[str]]) -> Page:
        self.asked.append(dict(query))
        if "bad" in query:
            abort(400, "No <b>such</b> thing.")
        return Page(title="A & B", head_html="", before_root_html="<main>", after_root_html="</main>")

    def register(self, app: Dash) -> None:
        pass

    def routes(self, server: Flask, assets: AssetBook) -> None:
        # Fails with a message that names the asset asked for.
        server.add_url_rule("/broken", "broken", lambda: assets.url("a-private-name"))

    def readiness(self) -> Readiness:
        return Readiness(ok=False, data_version=self.data_version, figures=0)


@pytest.fixture
def content() -> Content:
    return Content()


@pytest.fixture
def client(content: Content, tmp_path: Path) -> FlaskClient:
    settings = Settings(cache_folder=PROJECT_ROOT / ".cache", package_folder=tmp_path)
    client: FlaskClient = create_app(settings, content).server.test_client()
    content.asked.clear()
    return client


def test_a_page_is_made_once_for_all_spellings_of_a_query(client: FlaskClient, content: Content) -> None:
    tags = {client.get(path).headers["ETag"] for path in ("/?a=1&b=2", "/?b=2&a=1", "/?a=1&b=2")}
    assert len(tags) == 1
    assert content.asked == [{"a": ["1"], "b": ["2"]}]


def test_newer_data_makes_a_new_page(client: FlaskClient, content: Content) -> None:
    client.get("/?a=1")
    content.data_version = "2"
    client.get("/?a=1")
    assert len(content.asked) == 2


def test_bad_queries_do_not_push_pages_out(client: FlaskClient, content: Content) -> None:
    client.get("/?a=1")
    for number in range(300):
        client.get(f"/?bad={number}")
    content.asked.clear()
    client.get("/?a=1")
    assert content.asked == []


def test_a_refusal_is_told_as_page_and_as_data(client: FlaskClient) -> None:
    page = client.get("/?bad=1", headers={"Accept": "text/html"})
    assert page.status_code == 400
    assert "No &lt;b&gt;such&lt;/b&gt; thing." in page.text
    sentence = "No <b>such</b> thing."
    told = client.get("/?bad=1", headers={"Accept": "application/json"}).json
    assert told == {"ok": False, "error": sentence, "errors": [sentence], "status": 400}


def test_a_breakdown_is_told_in_words_and_noted_on_the_server(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/broken")
    assert answer.status_code == 500
    assert "Something went wrong on the server" in answer.text
    assert "a-private-name" not in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "a-private-name" in caplog.text


def test_an_unready_server_says_so(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {"ok": False, "data_version": "1", "figures": 0}
    assert client.get("/healthz").status_code == 200


def test_https_is_insisted_on_only_where_it_is_spoken(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/").headers
    assert client.get("/", base_url="https://localhost").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_page_frames_the_content(client: FlaskClient) -> None:
    text = client.get("/").text
    assert '<html lang="en">' in text
    assert "<title>A &amp; B</title>" in text
    assert '<main><div id="react-entry-point"></div></main>' in text
    assert "Loading..." not in text


def test_each_view_has_an_address_of_its_own(client: FlaskClient) -> None:
    assert "<title>Other</title>" in client.get("/other").text
    assert client.get("/other").headers["ETag"] != client.get("/").headers["ETag"]
