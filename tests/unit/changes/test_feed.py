"""The feed: what RFC 4287 asks for, ids and dates that hold, and nothing of the data taken for markup."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from dashboard import changes
from dashboard.changes import Day
from dashboard.changes.feed import MOST, feed
from dashboard.library import Library

BASE = "https://figures.example.org"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Contents = Callable[[Day, str], str]


def contents(day: Day, base_url: str) -> str:
    """Stands for the template: what a day is about, with a full address."""
    told = [one.figure for one in day.revisions] + [source["id"] for source in day.sources]
    return f'<p><a href="{base_url}/x">{" ".join(told)}</a></p>'


def made(days: tuple[Day, ...], latest: date | None = None) -> bytes:
    return feed(days, BASE, latest, contents)


def assert_atom(body: bytes) -> ET.Element:
    """Fail unless the feed has what RFC 4287 requires of feeds (4.1.1) and entries (4.1.2)."""
    root = ET.fromstring(body)  # noqa: S314  (our own)
    assert root.tag == f"{ATOM}feed"
    links = root.findall(f"{ATOM}link")
    assert [link.get("rel") for link in links] == ["self", "alternate"]
    assert len(root.findall(f"{ATOM}author")) == 1, "so that no entry needs one"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for element in [root, *root.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{ATOM}{name}")
            assert only.text
        assert URN.fullmatch(element.findtext(f"{ATOM}id") or "")
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
    for entry in root.findall(f"{ATOM}entry"):
        (link,) = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert (link.get("href") or "").startswith(f"{BASE}/changes#day-")
        (content,) = entry.findall(f"{ATOM}content")
        assert content.get("type") == "html"
        assert content.text
    ids = [element.findtext(f"{ATOM}id") for element in [root, *root.findall(f"{ATOM}entry")]]
    assert len(set(ids)) == len(ids)
    return root


@pytest.fixture
def days(grown_library: Library) -> tuple[Day, ...]:
    return changes.log(grown_library)


def test_the_feed_is_valid_and_its_entries_come_newest_first(days: tuple[Day, ...]) -> None:
    body = made(days)
    root = assert_atom(body)
    assert root.findtext(f"{ATOM}updated") == "2026-12-24T00:00:00Z"
    parsed: Any = feedparser.parse(body)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    assert [entry.updated for entry in parsed.entries] == [
        "2026-12-24T00:00:00Z",
        "2026-12-20T00:00:00Z",
        "2026-12-10T00:00:00Z",
    ]
    assert [entry.title for entry in parsed.entries][1:] == [
        "Withdrawn: “An estimated 2,500 … National Guard members and reservists”, National Guard and Reserve",
        "Revised: “included 500 Marines”, Marine Corps",
    ]
    assert parsed.feed.links[0].href == f"{BASE}/feed.xml"
    assert f"{BASE}/x" in parsed.entries[0].content[0].value


def test_ids_hold_on_every_host_and_until_there_is_more_to_tell(days: tuple[Day, ...]) -> None:
    here, there = ET.fromstring(made(days)), ET.fromstring(feed(days, "http://x", None, contents))  # noqa: S314  (our own)
    assert [e.text for e in here.iter(f"{ATOM}id")] == [e.text for e in there.iter(f"{ATOM}id")]
    source = {**days[0].sources[0], "id": "third"}
    more = (replace(days[0], sources=(*days[0].sources, source)), *days[1:])
    grown = [e.text for e in ET.fromstring(made(more)).iter(f"{ATOM}id")]  # noqa: S314  (our own)
    before = [e.text for e in here.iter(f"{ATOM}id")]
    assert grown[1] not in before, "a feed reader would pass over an id that it knows"
    assert [grown[0], *grown[2:]] == [before[0], *before[2:]]


def test_a_day_with_much_to_tell_is_one_entry_for_each_kind(days: tuple[Day, ...]) -> None:
    full = replace(days[2], revisions=days[2].revisions * 2, sources=days[0].sources * 3)
    parsed: Any = feedparser.parse(made((full,)))
    assert [entry.title for entry in parsed.entries] == ["2 revisions", "3 new sources"]


def test_no_more_than_the_newest_fifty(days: tuple[Day, ...]) -> None:
    many = tuple(replace(days[0], date=f"20{year:02}-01-01") for year in range(99, 20, -1))
    root = assert_atom(made(many))
    told = [entry.findtext(f"{ATOM}updated") or "" for entry in root.findall(f"{ATOM}entry")]
    assert len(told) == MOST
    assert told == sorted(told, reverse=True)
    assert told[0] == "2099-01-01T00:00:00Z"


def test_a_feed_without_entries_has_the_date_of_the_data() -> None:
    root = assert_atom(made((), date(2026, 11, 24)))
    assert root.findtext(f"{ATOM}updated") == "2026-11-24T00:00:00Z"
    assert not feedparser.parse(made(())).bozo


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a & b &amp; c", "a & b &amp; c"),
        ("]]><x/>", "]]><x/>"),
        ("\u202eevil\u2066", "evil"),
        ("a\x00b\x0bc\ufffe", "ab c"),
    ],
)
def test_a_title_of_the_data_is_text_and_nothing_else(days: tuple[Day, ...], title: str, shown: str) -> None:
    source = {**days[0].sources[0], "title": title}
    body = made((replace(days[0], sources=(source,)),))
    root = assert_atom(body)
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == f"New source: {shown}"
    assert b"<script>" not in body
    assert not feedparser.parse(body).bozo
