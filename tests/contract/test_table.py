"""The table of all figures as a reader without scripts meets it."""

import csv
import io
import re

import pytest
from flask.testing import FlaskClient

_ROW = re.compile(r'<tr role="row"><th role="rowheader" scope="row"><a href="/figure/([^"]+)"')


def rows(site: FlaskClient, address: str) -> list[str]:
    answer = site.get(address)
    assert answer.status_code == 200
    return _ROW.findall(answer.text)


def links(text: str, rel: str) -> set[str]:
    found = re.findall(rf'rel="{rel}" href="([^"]+)"', text)
    return {address.replace("&amp;", "&") for address in found}


@pytest.mark.parametrize(
    "query", ["agency=active-duty", "agency=cbp&sort=as-of&order=desc", "question=order-january-2025"]
)
def test_following_next_from_page_to_page_meets_the_rows_of_the_file(site: FlaskClient, query: str) -> None:
    seen, address = [], f"/table?{query}"
    while address:
        text = site.get(address).text
        seen += _ROW.findall(text)
        following = links(text, "next")
        assert len(following) <= 1, "head and navigation say the same"
        address = following.pop() if following else ""
        if address:
            assert links(site.get(address).text, "prev")
    filters = "&".join(part for part in query.split("&") if not part.startswith(("sort", "order")))
    file = csv.DictReader(io.StringIO(site.get(f"/data/figures.csv?{filters}").data.decode("utf-8-sig")))
    assert sorted(seen) == sorted(row["figure_id"] for row in file)


def test_headings_say_how_the_table_is_sorted_and_turn_it_round(site: FlaskClient) -> None:
    text = site.get("/table?agency=cbp&sort=figure").text
    assert re.findall(r'aria-sort="([a-z]+)"', text) == ["ascending", *["none"] * 5]
    heading = re.search(r'aria-sort="ascending"><a href="([^"]+)"', text)
    assert heading
    turned = heading[1].replace("&amp;", "&")
    assert turned == "/table?agency=cbp&sort=figure&order=desc"
    every = rows(site, "/table?agency=cbp&sort=figure&order=desc")
    assert every[:2] == ["cbp-2025-05-members", "cbp-2025-10-employees"]


def test_the_form_keeps_the_order_and_gives_up_the_page(site: FlaskClient) -> None:
    text = site.get("/table?sort=as-of&order=desc&page=3").text
    assert '<form id="filter" class="filter" method="get" action="/table">' in text
    assert '<input type="hidden" name="sort" value="as-of"><input type="hidden" name="order" value="desc">' in text
    assert 'name="page"' not in text


def test_a_selection_without_figures_is_an_empty_page_in_words(site: FlaskClient) -> None:
    answer = site.get("/table?agency=amo&from=1980&to=1981")
    assert answer.status_code == 200
    assert "No figure of this view passes your filter" in answer.text
    assert "<table" not in answer.text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/table?page=-1", "a whole number from 1 to 20"),
        ("/table?page=999", "a whole number from 1 to 20"),
        ("/table?sort=nope", "takes one of: figure, agency, basis"),
        ("/table?order=upwards", "takes one of: asc, desc"),
        ("/table?rows=1000", "There is no filter named “rows”"),
        ("/table?agency=<b>", "There is no agency “&lt;b&gt;”"),
    ],
)
def test_what_the_table_does_not_know_is_refused_in_words(site: FlaskClient, address: str, words: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 400
    assert words in answer.text
