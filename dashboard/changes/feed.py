"""The log as an Atom feed (RFC 4287): an entry for the revisions of a day, and one for its new sources.

Dates come from the data. An entry's id is made of what it tells of: when something is added to a day later, readers
get a new entry, because one with an old id and an old date would be passed over by their programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from dashboard import catalogue, sentences
from dashboard.changes.log import Day
from dashboard.one_line import one_line
from dashboard.sentences import say

MEDIA_TYPE: Final = "application/atom+xml; charset=utf-8"
ADDRESS: Final = "/feed.xml"
MOST: Final = 50
_ATOM: Final = "http://www.w3.org/2005/Atom"
_RIGHTS: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
# Names of the project's own, which stay the same on every host that serves the feed.
_NAMESPACE: Final = UUID("5f0c3a52-7a0e-4e0b-9c5e-3f6f3f0f8a11")

Contents = Callable[[Day, str], str]
"""The HTML of an entry: a day with revisions or sources alone, and the start of all addresses in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what of a day it tells of, and its title."""

    day: Day
    title: str

    @property
    def id(self) -> str:
        """A name that is the same as long as the entry tells of the same."""
        told = [
            *(f"figure {one.figure}" for one in self.day.revisions),
            *(f"source {one['id']}" for one in self.day.sources),
        ]
        return _urn(" ".join([self.day.date, *sorted(told)]))


def feed(days: Sequence[Day], base_url: str, latest: date | None, contents: Contents) -> bytes:
    """The feed, newest entries first, at most MOST of them; `latest` dates a feed without entries.

    `base_url` has no slash at its end.
    """
    told = [entry for day in days for entry in entries(day)][:MOST]
    dates = [entry.day.date for entry in told] or [(latest or date.min).isoformat()]
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": catalogue.current().language})
    _text(root, "id", _urn("feed"))
    _text(root, "title", say("feed.title"))
    _text(root, "subtitle", say("feed.subtitle"))
    _text(root, "updated", _moment(max(dates)))
    _text(SubElement(root, "author"), "name", say("cite.author"))
    _text(root, "rights", _RIGHTS)
    _link(root, "self", base_url + ADDRESS, "application/atom+xml")
    _link(root, "alternate", f"{base_url}/changes", "text/html")
    for entry in told:
        _entry(SubElement(root, "entry"), entry, base_url, contents)
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def entries(day: Day) -> Iterator[Entry]:
    """What a day has to tell: its revisions, then its new sources."""
    if day.revisions:
        only = day.revisions[0]
        key = "feed.revised" if only.after else "feed.withdrawn"
        title = say(key, words=only.before.row["as_reported"], agency=only.before.agency)
        title = title if len(day.revisions) == 1 else sentences.count("revisions", len(day.revisions))
        yield Entry(Day(day.date, day.revisions, ()), title)
    if day.sources:
        title = say("feed.source", title=day.sources[0]["title"])
        title = title if len(day.sources) == 1 else sentences.count("new-sources", len(day.sources))
        yield Entry(Day(day.date, (), day.sources), title)


def _entry(element: Element, entry: Entry, base_url: str, contents: Contents) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.day.date))
    _link(element, "alternate", f"{base_url}/changes#{anchor(entry.day)}", "text/html")
    _text(element, "content", contents(entry.day, base_url), {"type": "html"})


def anchor(day: Day) -> str:
    """The fragment of a day on the page of changes."""
    return f"day-{day.date}"


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = one_line(text)


def _link(parent: Element, relation: str, address: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": address, "type": media_type})


def _moment(day: str) -> str:
    """A day as RFC 3339 has moments: its first second in UTC, since the data knows days alone."""
    return f"{day}T00:00:00Z"


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, name)}"
