"""Every address that stands in a page exists, every fact is reached from the first page, every page is HTML."""

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit
from zlib import crc32

import html5lib
import pytest
from flask.testing import FlaskClient

_HREF = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
# A view holds all its figures under each filter, hundreds of KiB of the same: some filters are enough.
_WHOLE = {"/where", "/who-says-what", "/over-time", "/embed"}
_ONE_IN = 12
# Each filtered page can be sorted in six ways both ways round: those of the whole table are enough.
_COMBINED = {"sort", "order", "page"}


class Visit(NamedTuple):
    status: int
    content_type: str
    text: str

    @property
    def is_page(self) -> bool:
        return self.content_type.startswith("text/html")

    @property
    def links(self) -> list[str]:
        return [link.replace("&amp;", "&") for link in _HREF.findall(self.text)]


def worth_following(address: str) -> bool:
    """Links that are made alike on every page are followed from some: each sort, each form of a citation."""
    path, asked = urlsplit(address).path, parse_qs(urlsplit(address).query)
    if path.startswith("/cite/") and not path.endswith(".txt"):
        return path.startswith("/cite/ledger")
    if asked and path in _WHOLE and crc32(address.encode()) % _ONE_IN:
        return False
    if "version" in asked:
        return path.startswith(("/agency/", "/series/"))
    others = asked.keys() - _COMBINED
    return not (asked.keys() & _COMBINED and others) and not ("sort" in asked and "page" in asked)


@pytest.fixture(scope="module")
def visits(site: FlaskClient) -> dict[str, Visit]:
    """All that can be reached from the first page by following links."""
    seen: dict[str, Visit] = {}
    queue = ["/"]
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        answer = site.get(address)
        kind = answer.content_type
        seen[address] = visit = Visit(answer.status_code, kind, answer.text if kind.startswith("text/html") else "")
        queue += [link.partition("#")[0] for link in visit.links if link.startswith("/") and worth_following(link)]
    return seen


def test_no_link_is_dead(visits: dict[str, Visit]) -> None:
    assert [address for address, visit in visits.items() if visit.status != 200] == []


def test_no_fact_is_an_orphan(visits: dict[str, Visit], site: FlaskClient) -> None:
    for table, kind in (
        ("figures", "figure"), ("sources", "source"), ("questions", "question"), ("series", "series"),
        ("agencies", "agency"),
    ):  # fmt: skip
        lines = site.get(f"/data/{table}.csv").data.decode("utf-8-sig").splitlines()[1:]
        names = {line.partition(",")[0] for line in lines if re.match(r"[a-z0-9-]+,", line)}
        missing = {f"/{kind}/{name}" for name in names} - visits.keys()
        assert missing == set(), kind
        twins = {f"/{kind}/{name}.json" for name in names} - visits.keys()
        assert twins == set(), kind


def test_links_within_a_page_lead_to_something_in_it(visits: dict[str, Visit]) -> None:
    for address, visit in visits.items():
        ids = Counter(_ID.findall(visit.text))
        assert [name for name, count in ids.items() if count > 1] == [], address
        assert {link[1:] for link in visit.links if link.startswith("#")} <= ids.keys(), address


def test_every_page_is_html_without_an_error(visits: dict[str, Visit]) -> None:
    pages = {address: visit for address, visit in visits.items() if visit.is_page}
    assert len(pages) > 1200
    for address, visit in pages.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(visit.text)
        assert [(where, code) for where, code, _ in parser.errors] == [], address
