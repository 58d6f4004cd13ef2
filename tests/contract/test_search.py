"""The search page and its twin: the same hits, in words when there are none, and nothing reflected as markup."""

import json
import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("query", ["marines", "2,500", "GAO", "border patrol 2019"])
def test_page_and_twin_show_the_same_hits(site: FlaskClient, query: str) -> None:
    text = site.get("/search", query_string={"q": query}).text
    told = json.loads(site.get("/search.json", query_string={"q": query}).data)
    best = [hit["address"] for group in told["groups"] for hit in group["best"]]
    assert best
    content = text.partition("<main")[2]
    shown = re.findall(r'<li><a href="(/[a-z]+/[a-z0-9-]+)">', content)
    assert ["http://localhost" + address for address in shown] == best
    assert f"{told['hits']:,} hit" in content
    for address in shown[::7]:
        assert site.get(address).status_code == 200


def test_every_page_has_the_box(site: FlaskClient) -> None:
    for path in ("/", "/table", "/figure/seed-cbp-employees", "/method", "/search", "/nowhere"):
        text = site.get(path).text
        assert text.count('role="search"') == 1
        assert 'aria-keyshortcuts="/"' in text


@pytest.mark.parametrize("query", ["", "   ", None])
def test_an_empty_query_says_what_can_be_found(site: FlaskClient, query: str | None) -> None:
    answer = site.get("/search", query_string={} if query is None else {"q": query})
    assert answer.status_code == 200
    assert "Type a word or a number" in answer.text


def test_a_query_without_hits_says_so(site: FlaskClient) -> None:
    answer = site.get("/search", query_string={"q": "zebra"})
    assert answer.status_code == 200
    assert "Nothing is named or numbered “zebra” here" in answer.text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ('"><script>alert(1)</script>', "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("'; drop table", "&#39;; drop table"),
        ("\u202etfel zebra", "“tfel zebra”"),
        ("zebra\x00\x1b", "“zebra”"),
        ("zebra {{ 7*7 }}", "“zebra {{ 7*7 }}”"),
    ],
)
def test_a_query_is_shown_as_text(site: FlaskClient, query: str, shown: str) -> None:
    page, twin = (site.get(path, query_string={"q": query}) for path in ("/search", "/search.json"))
    assert (page.status_code, twin.status_code) == (200, 200)
    assert shown in page.text
    assert "<script>alert" not in page.text
    assert json.loads(twin.data)["query"] == query


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/search?q={'a' * 201}", 400),
        (f"/search?q={'a' * 10_000}", 414),
        ("/search?q=a&q=b", 400),
        ("/search?query=a", 400),
        (f"/search.json?q={'a' * 201}", 400),
    ],
)
def test_what_is_no_query_is_refused(site: FlaskClient, address: str, status: int) -> None:
    assert site.get(address).status_code == status
