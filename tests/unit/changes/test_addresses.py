"""A ledger that lived on, asked over its addresses: what changed is told, and what is gone is gone in words."""

import gzip
import json
from pathlib import Path
from typing import Any

import feedparser
import html5lib
import pytest
from flask.testing import FlaskClient

from dashboard.changes import Record
from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.settings import Settings

GONE = "seed-guard-and-reserve-deployed"


@pytest.fixture(scope="module")
def client(grown: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    settings = Settings(package_folder=grown / "package", cache_folder=tmp_path_factory.mktemp("cache"))
    app = create_app(settings, FiguresSite(settings))
    return FlaskClient(app.server)


@pytest.fixture
def first(grown_record: Record) -> str:
    return grown_record.versions[0].name


def test_a_withdrawn_figure_answers_410_with_its_last_state_and_the_reason(client: FlaskClient) -> None:
    for path in (f"/figure/{GONE}", f"/figure/{GONE}?version="):
        response = client.get(path)
        assert response.status_code == 410
        assert response.content_type == "text/html; charset=utf-8"
        for words in (
            "An estimated 2,500 … National Guard members",
            "2,500 (estimate)",
            "20 December 2026",
            "deployed",
        ):
            assert words in response.text
        assert "The sentence was taken back &lt;b&gt;by the agency&lt;/b&gt;." in response.text
    again = client.get(f"/figure/{GONE}", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 410, "only what would be a success can be confirmed"
    assert again.data == response.data


@pytest.mark.parametrize("path", [f"/figure/{GONE}", f"/cite/figure/{GONE}.csl.json"])
def test_programs_learn_the_reason_in_the_one_shape(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "application/json"})
    assert response.status_code == 410
    told = json.loads(response.data)
    assert (told["ok"], told["status"]) == (False, 410)
    assert told["error"] == "Withdrawn on 20 December 2026: The sentence was taken back <b>by the agency</b>."


def test_a_figure_that_never_was_stays_404(client: FlaskClient) -> None:
    assert client.get("/figure/seed-guard-and-reserve").status_code == 404
    assert client.get(f"/figure/{GONE}?agency=usbp").status_code == 400


def test_the_changes_tell_both_states_and_link_what_has_a_page(client: FlaskClient, grown_record: Record) -> None:
    text = client.get("/changes").text
    days = [text.index(f'id="day-{day}"') for day in ("2026-12-24", "2026-12-20", "2026-12-10")]
    assert days == sorted(days)
    assert 'href="/figure/seed-marines-ordered"' in text
    assert f'href="/figure/{GONE}"' not in text
    for words in (
        "included 500 Marines",
        "included about 600 Marines",
        "600 (approximate)",
        "The article was corrected.",
    ):
        assert words in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text
    for version in grown_record.versions[:-1]:
        assert f'href="/changes?since={version.name}"' in text


def test_what_changed_since_a_version_is_listed_by_kind(client: FlaskClient, first: str, grown_record: Record) -> None:
    text = client.get(f"/changes?since={first}").text
    headings = ["1 figure revised", "1 figure withdrawn", "4 figures added", "1 source added"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert f"{GONE}: The sentence was taken back" in text
    current = client.get(f"/changes?since={grown_record.current.name}").text
    assert "nothing has changed" in current


def test_a_frozen_link_opens_with_what_changed_and_the_live_one_without(client: FlaskClient, first: str) -> None:
    for path in ("/", "/figure/seed-cbp-employees", "/source/second", "/questions", "/changes"):
        plain, named = client.get(path), client.get(f"{path}?version={first}")
        assert "frozen-title" not in plain.text
        assert named.status_code == 200
        assert named.text.count('id="frozen-title"') == 1
        assert named.text.index('id="frozen-title"') < named.text.index("<h1")
        assert "1 figure withdrawn" in named.text
        assert f"/changes?since={first}" in named.text


def test_the_notice_says_what_became_of_the_figure_at_hand(client: FlaskClient, first: str) -> None:
    for path, words in (
        ("/figure/seed-marines-ordered", "This figure was revised since."),
        (f"/figure/{GONE}", "This figure was withdrawn since."),
        ("/figure/second-marines-ordered", "This figure was not there yet."),
        ("/source/second", "This source was not there yet."),
    ):
        assert words in client.get(f"{path}?version={first}").text
    assert "This figure" not in client.get(f"/figure/seed-cbp-employees?version={first}").text


def test_filters_and_files_take_the_version_beside_their_own(
    client: FlaskClient, first: str, grown_record: Record
) -> None:
    file = client.get(f"/data/figures.csv?agency=marines&version={first}")
    assert file.data == client.get("/data/figures.csv?agency=marines").data
    assert first in file.headers["Link"]
    current = grown_record.current.name
    assert client.get(f"/?agency=marines&version={current}").data == client.get("/?agency=marines").data


def test_the_feed_leads_to_pages_and_shows_the_data_as_text(client: FlaskClient) -> None:
    parsed: Any = feedparser.parse(client.get("/feed.xml").data)
    assert not parsed.bozo
    assert parsed.entries[0].title.startswith("New source: <script>alert(1)</script>")
    revised = parsed.entries[2].content[0].value
    assert 'href="http://localhost/figure/seed-marines-ordered"' in revised
    assert "included about 600 Marines" in revised
    assert "<script" not in parsed.entries[0].content[0].value
    assert "&lt;b&gt;" in parsed.entries[1].content[0].value
    for entry in parsed.entries:
        path, _, fragment = entry.link.removeprefix("http://localhost").partition("#")
        assert f'id="{fragment}"' in client.get(path).text


def test_every_page_names_the_feed_and_offers_both_links(client: FlaskClient, grown_record: Record) -> None:
    current = grown_record.current.name
    for path in ("/", "/?agency=marines", "/figure/seed-cbp-employees", "/source/second"):
        text = client.get(path).text
        assert 'type="application/atom+xml" href="/feed.xml"' in text
        joint = "&amp;" if "?" in path else "?"
        assert f'<a data-share href="{path}">' in text
        assert f'href="{path}{joint}version={current}"' in text


def test_the_page_of_a_figure_cites_it_word_for_word_as_the_file_does(client: FlaskClient) -> None:
    page = client.get("/figure/seed-cbp-employees").text
    file = client.get("/cite/figure/seed-cbp-employees.txt").text.rstrip("\n")
    before, _, after = file.partition(" Accessed ")
    address = after.rpartition(" ")[2]
    assert f">{before} {address}</p>" in page
    assert address.startswith("http://localhost/figure/seed-cbp-employees?version=")


def test_a_view_is_cited_with_the_address_that_shows_it(client: FlaskClient) -> None:
    (item,) = json.loads(client.get("/cite/view.csl.json?agency=usbp,marines&source=seed-article-2025-01").data)
    path = item["URL"].removeprefix("http://localhost")
    assert path.startswith("/?agency=marines,usbp&version=")
    assert client.get(path).data == client.get("/?agency=marines,usbp").data
    assert "2 figures" in item["note"]


def test_the_pages_are_valid_html_with_and_without_the_notice(client: FlaskClient, first: str) -> None:
    paths = ["/changes", f"/changes?since={first}", f"/figure/{GONE}", "/figure/seed-cbp-employees", "/source/second"]
    for path in paths:
        for version in ("", f"{'&' if '?' in path else '?'}version={first}"):
            html5lib.HTMLParser(strict=True).parse(client.get(path + version).text)


def test_an_embedded_chart_tells_what_changed_and_may_still_be_framed(client: FlaskClient, first: str) -> None:
    response = client.get(f"/embed?version={first}&agency=marines", headers={"Accept-Encoding": "gzip"})
    assert response.status_code == 200
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    text = gzip.decompress(response.data).decode()
    assert '<main id="main"><aside class="frozen"' in text
    html5lib.HTMLParser(strict=True).parse(text)
    assert "frozen" not in client.get("/embed?agency=marines").text
