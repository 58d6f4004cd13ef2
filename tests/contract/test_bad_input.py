"""Addresses that no page of ours has: the right status, words in the form that was asked for, nothing given away."""

import html
import json

import pytest
from flask.testing import FlaskClient

_LEAKS = ("Traceback", "werkzeug", "jinja2", "site-packages", "root:x", "<script>alert")
_MANY = ",".join(["usbp", *(f"x{number}" for number in range(999))])

WRONG_NAMES = [
    "/figure/../../etc/passwd", "/figure/..%2f..%2fetc%2fpasswd", "/figure/%2e%2e/%2e%2e/etc/passwd",
    "/source/....//....//etc/passwd", "/data/..%5c..%5cpyproject.toml", "/figure/%00", "/figure/seed-cbp-employees%00",
    "/figure/%22onmouseover=%22alert(1)", "/figure/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/figure/'%20OR%20'1'='1",
    "/figure/seed%E2%80%91cbp%E2%80%91employees", "/figure/seed-cbp-%D0%B5mployees", "/figure/SEED-CBP-EMPLOYEES",
    "/figure/seed-cbp-employees.json.json", "/figure/.json", "/figure/seed-cbp-employees.xml", "/figure/",
    "/figure/seed-cbp-employees/", "/agency/usbp%20", "/question/%E2%80%AEgnp", "/series/%F0%9F%8C%B5",
    "/figure/%ff%fe",
    "/agency/" + "a" * 7_000, "/table/", "/table.json", "/search/", "/openapi.yaml", "/sitemap.xml.gz",
    "/favicon.ico",
]  # fmt: skip
WRONG_QUERIES = [
    ("/table?page=-1", 400), ("/table?page=0", 400), ("/table?page=1e3", 400), ("/table?page=%F0%9D%9F%8F", 400),
    ("/table?sort=nope", 400), ("/table?sort=figure;drop", 400), ("/table?order=%3Cscript%3Ealert(1)", 400),
    ("/table?agency=usbp%00", 400), ("/table?agency=us%D1%80b", 400), (f"/table?agency={_MANY}", 414),
    (f"/table?agency={','.join(['usbp'] * 101)}", 400), ("/table?" + "a" * 10_000, 414),
    ("/table?" + "&".join(f"agency={number}" for number in range(300)), 400),
    ("/?agency=%3Cscript%3Ealert(1)%3C/script%3E", 400), ("/?from=99999", 400), ("/?from=2020&to=2010", 400),
    ("/?question=..%2F..", 400), ("/data/figures.csv?agency='%22%3E", 400), ("/data/figures.json?view=nope", 400),
    ("/figure/seed-cbp-employees?page=2", 400), ("/agency/usbp.json?x=1", 400), ("/sitemap.xml?x=1", 400),
    ("/changes?since=%3Cscript%3Ealert(1)", 404), ("/?version=%3Cscript%3Ealert(1)", 404),
    ("/search?q=a&q=b", 400), (f"/search?q={'%22' * 201}", 400),
]  # fmt: skip


def assert_told(site: FlaskClient, address: str, status: int) -> None:
    """The refusal in each form has this status and a sentence, and no markup of the asker's."""
    page = site.get(address)
    assert page.status_code == status, page.text[:500]
    told = site.get(address, headers={"Accept": "application/json"})
    assert told.status_code == status
    assert told.content_type == "application/json"
    document = json.loads(told.data)
    assert document.keys() == {"ok", "error", "errors", "status"}
    assert (document["ok"], document["status"]) == (False, status)
    assert document["error"].strip()
    for answer in (page, told):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert [leak for leak in _LEAKS if leak in page.text] == []
    if page.content_type.startswith("text/html"):
        assert html.unescape(page.text).count(document["error"]) == 1


@pytest.mark.parametrize("address", WRONG_NAMES)
def test_a_name_that_is_none_is_not_found(site: FlaskClient, address: str) -> None:
    assert_told(site, address, 404)


@pytest.mark.parametrize(("address", "status"), WRONG_QUERIES)
def test_a_query_that_cannot_be_met_is_refused(site: FlaskClient, address: str, status: int) -> None:
    assert_told(site, address, status)


@pytest.mark.parametrize("accept", ["application/xml", "image/png", "text/*;q=0.1", "", "nonsense", "*/*;q=0"])
def test_a_page_is_what_its_address_says_whatever_is_accepted(site: FlaskClient, accept: str) -> None:
    for address, kind in (
        ("/table", "text/html"),
        ("/agency/usbp.json", "application/json"),
        ("/feed.xml", "application/atom+xml"),
    ):
        answer = site.get(address, headers={"Accept": accept})
        assert answer.status_code == 200
        assert answer.mimetype == kind
    assert site.get("/nowhere", headers={"Accept": accept}).mimetype == "text/html"


@pytest.mark.parametrize(
    "path", ["/", "/table", "/figure/seed-cbp-employees", "/search.json", "/data/figures.csv", "/api"]
)
def test_each_address_takes_the_methods_that_it_names(site: FlaskClient, path: str) -> None:
    page, head, options = site.get(path), site.head(path), site.options(path)
    assert (page.status_code, head.status_code, options.status_code) == (200, 200, 204)
    assert head.data == options.data == b""
    assert head.headers["ETag"] == page.headers["ETag"]
    assert head.content_length == page.content_length
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
        answer = site.open(path, method=method)
        assert answer.status_code == 405
        assert answer.headers["Allow"] == options.headers["Allow"] == "GET, HEAD, OPTIONS"
