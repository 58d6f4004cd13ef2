"""What is cited, as items of CSL-JSON: plain dictionaries of variables, cleaned of what a reader can't see."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict
from urllib.parse import quote

from dashboard.one_line import one_line
from dashboard.sentences import say
from dashboard.views import FigureView
from etl import periods
from etl.models import NOT_STATED
from etl.periods import Precision

Dates = TypedDict("Dates", {"date-parts": list[list[int]]})


class Name(TypedDict):
    """A name that is not to be taken apart."""

    literal: str


Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "container-title": str,
        "author": list[Name],
        "publisher": str,
        "issued": Dates,
        "accessed": Dates,
        "original-title": str,
        "original-publisher": str,
        "original-date": Dates,
        "URL": str,
        "version": str,
        "language": str,
        "note": str,
    },
    total=False,
)
"""An item by the schema of CSL-JSON: `id` and `type` always, the other variables where there is something to say."""

_PREFIX: Final = "border-figures"
_LEDGER_LANGUAGE: Final = "en"
_HASH_LENGTH: Final = 8
# Kinds of documents in the ledger, as CSL types.
_TYPES: Final = {
    "news": "article-newspaper",
    "wire": "article-newspaper",
    "official": "report",
    "research": "report",
    "testimony": "hearing",
    "release": "webpage",
}
_ADDRESS_MARKS: Final = "!#$%&'()*+,-./:;=?@_~"


@dataclass(frozen=True, slots=True)
class Edition:
    """The state of the ledger that is cited, and where and when it was read.

    `base_url` has no slash at its end. `accessed` is given where somebody fetches a citation, not on pages, which
    don't know when they are read.
    """

    version: str
    issued: date | None
    base_url: str
    accessed: date | None = None

    def address(self, path: str, query: str = "") -> str:
        """The full address of a page that names this data version."""
        return f"{self.base_url}{path}?{query}{'&' if query else ''}version={self.version}"


@dataclass(frozen=True, slots=True)
class CitedView:
    """A view with a selection: its path and canonical query, its title, and in words what it shows."""

    path: str
    query: str
    title: str
    selected: str


def ledger(edition: Edition) -> Item:
    """The whole ledger in one data version."""
    item = _of_ledger(edition, _PREFIX, say("cite.ledger"), edition.address("/"))
    return {**item, "note": one_line(say("cite.ledger-note"))}


def view(edition: Edition, cited: CitedView) -> Item:
    """A view by its address, with its selection in words."""
    digest = hashlib.sha256(f"{cited.path}?{cited.query}".encode()).hexdigest()[:_HASH_LENGTH]
    item = _of_ledger(edition, f"{_PREFIX}:view-{digest}", cited.title, edition.address(cited.path, cited.query))
    return {**item, "container-title": say("cite.container"), "note": one_line(cited.selected)}


def figure(edition: Edition, cited: FigureView) -> Item:
    """A figure as it stands in the ledger, with its source as the original."""
    title = say(
        "cite.figure", agency=cited.agency, amount=cited.amount, basis=cited.basis.label, as_of=cited.as_of
    )  # fmt: skip
    item = _of_ledger(edition, f"{_PREFIX}:{cited.id}", title, edition.address(f"/figure/{cited.id}"))
    row = cited.row
    qualifier = say(f"qualifier.{cited.claim.qualifier.value}")
    note = say(
        "cite.figure-note",
        id=cited.id,
        words=row["as_reported"],
        qualifier=qualifier,
        locator=row["locator"].rstrip("."),
        source=cited.reported_by.rstrip("."),
    )
    if row["source_address"] != NOT_STATED:
        note = f"{note} {say('cite.original-address', address=_web_address(row['source_address']))}"
    original: Item = {"original-title": one_line(row["source_title"])}
    if row["source_publisher"] != NOT_STATED:
        original["original-publisher"] = one_line(row["source_publisher"])
    if published := _period(row["source_published"]):
        original["original-date"] = published
    return {**item, "container-title": say("cite.container"), **original, "note": one_line(note)}


def document(edition: Edition, source: Mapping[str, str]) -> Item:
    """A source itself, for those who have read it (when, they know); `source` is its published row."""
    item: Item = {
        "id": source["id"],
        "type": _TYPES.get(source["kind"], "document"),
        "title": one_line(source["title"]),
        "language": source["language"],
    }
    publisher = one_line(source["publisher"])
    if publisher != NOT_STATED:
        item |= {"container-title": publisher} if item["type"] == "article-newspaper" else {"publisher": publisher}
    if published := _period(source["published"]):
        item["issued"] = published
    if source["address"] != NOT_STATED:
        item["URL"] = _web_address(source["address"])
    return {**item, "note": one_line(say("cite.document-note", address=edition.address(f"/source/{source['id']}")))}


def _of_ledger(edition: Edition, name: str, title: str, address: str) -> Item:
    item: Item = {
        "id": name,
        "type": "dataset",
        "title": one_line(title),
        "author": [{"literal": say("cite.author")}],
        "publisher": say("cite.container"),
        "version": edition.version,
        "language": _LEDGER_LANGUAGE,
        "URL": _web_address(address),
    }
    if edition.issued:
        item["issued"] = {"date-parts": [_parts(edition.issued)]}
    return {**item, **_accessed(edition)}


def _accessed(edition: Edition) -> Item:
    return {"accessed": {"date-parts": [_parts(edition.accessed)]}} if edition.accessed else {}


def _parts(day: date, length: int = 3) -> list[int]:
    return [day.year, day.month, day.day][:length]


def _period(text: str) -> Dates | None:
    """A period of the data as CSL has dates, no finer than it is; None for one that is not stated."""
    read = periods.read(text)
    if read.start is None or read.end is None:
        return None
    lengths = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}
    if read.precision in lengths:
        return {"date-parts": [_parts(read.start, lengths[read.precision])]}
    return {"date-parts": [_parts(read.start), _parts(read.end)]}


def _web_address(address: str) -> str:
    """An address in which every character that a file format could take for its own is percent-encoded."""
    return quote(one_line(address), safe=_ADDRESS_MARKS)
