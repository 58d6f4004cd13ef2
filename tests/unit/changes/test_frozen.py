"""Frozen links: the version is taken off, checked, and what changed since is told above the content."""

import gzip
from datetime import date
from urllib.parse import parse_qs, urlencode

import brotli
import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.changes import Record, Since, Version, frozen
from dashboard.changes.frozen import VersionTakenOff
from dashboard.delivery import REVALIDATE, answer, encode_page

OLD, NEW = "a" * 12, "b" * 12
RECORD = Record(
    (Version(1, OLD, date(2026, 12, 1), 5, 1), Version(2, NEW, date(2026, 12, 2), 5, 1)),
    {2: (("figure", "x", "revised"),)},
)
PAGE = b'<!doctype html><main id="main"><p>' + b"words " * 200 + b'</p><main id="main"></main></main>'


def notice(since: Since, path: str) -> str:
    return f"<aside>{since.version.name} {dict(since.figures)} {path}</aside>"


@pytest.fixture
def client() -> FlaskClient:
    server = Flask("frozen")
    frozen.install(server, lambda: RECORD, notice)

    @server.get("/page")
    def page() -> Response:
        assert "version" not in request.args
        return answer(encode_page(PAGE, "text/html; charset=utf-8"), REVALIDATE)

    @server.get("/query")
    def query() -> Response:
        return Response(request.query_string, content_type="text/csv")

    @server.get("/gone")
    def gone() -> Response:
        return Response(PAGE, 410, content_type="text/html; charset=utf-8")

    @server.get("/broken")
    def broken() -> Response:
        return Response(PAGE, 500, content_type="text/html; charset=utf-8")

    return server.test_client()


def test_the_current_version_changes_nothing(client: FlaskClient) -> None:
    plain, named = client.get("/page"), client.get(f"/page?version={NEW}")
    assert (named.data, named.headers["ETag"]) == (plain.data, plain.headers["ETag"])
    assert "Link" not in named.headers


@pytest.mark.parametrize(("coding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)])
def test_an_older_version_opens_with_what_changed(client: FlaskClient, coding: str, decode: type[bytes]) -> None:
    response = client.get(f"/page?version={OLD}", headers={"Accept-Encoding": coding})
    assert response.headers.get("Content-Encoding", "") == coding
    told = decode(response.data).decode()
    assert told.count("<aside>") == 1
    assert f"<main id=\"main\"><aside>{OLD} {{'x': 'revised'}} /page</aside><p>" in told
    assert response.headers["Link"] == f'</changes?since={OLD}>; rel="version-history"'


def test_an_answer_stored_without_the_notice_is_not_confirmed(client: FlaskClient) -> None:
    stored = client.get("/page").headers["ETag"]
    response = client.get(f"/page?version={OLD}", headers={"If-None-Match": stored})
    assert response.status_code == 200
    assert response.headers["ETag"] != stored
    assert client.get("/page", headers={"If-None-Match": stored}).status_code == 304


def test_files_are_those_of_today_and_name_the_changes(client: FlaskClient) -> None:
    response = client.get(f"/query?agency=usbp&version={OLD}&source=x")
    assert response.text == "agency=usbp&source=x"
    assert response.headers["Link"].endswith('rel="version-history"')


def test_a_withdrawn_page_stays_withdrawn_and_a_failure_a_failure(client: FlaskClient) -> None:
    gone = client.get(f"/gone?version={OLD}")
    assert gone.status_code == 410
    assert "<aside>" in gone.text
    broken = client.get(f"/broken?version={OLD}")
    assert broken.status_code == 500
    assert "<aside>" not in broken.text


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("version=cccccccccccc", 404, f"no data version of that name. The current one is {NEW}"),
        ("version=%3Cscript%3E", 404, "no data version of that name"),
        (f"version={OLD}&version={NEW}", 400, "The address names 2 data versions"),
        (f"version={OLD}&version={OLD}", 200, ""),
        ("version=", 200, ""),
        (f"versio%6e={OLD}", 200, "<aside>"),
        (f"versions={OLD}", 200, ""),
    ],
)
def test_a_version_that_never_was_is_refused(client: FlaskClient, query: str, status: int, words: str) -> None:
    response = client.get(f"/page?{query}", headers={"Accept-Encoding": ""})
    assert response.status_code == status
    assert words in response.text
    assert "<script>" not in response.text


@given(st.lists(st.tuples(st.sampled_from(["agency", "version", "a b", "é"]), st.text(max_size=8)), max_size=6))
def test_all_other_parameters_stay_as_they_were(pairs: list[tuple[str, str]]) -> None:
    seen = {}

    def application(environ: dict[str, str], _start: object) -> list[bytes]:
        seen.update(environ)
        return []

    query = urlencode(pairs)
    VersionTakenOff(application)({"QUERY_STRING": query}, lambda *_: None)  # type: ignore[arg-type]
    wanted = parse_qs(urlencode([pair for pair in pairs if pair[0] != "version"]), keep_blank_values=True)
    assert parse_qs(seen["QUERY_STRING"], keep_blank_values=True) == wanted
