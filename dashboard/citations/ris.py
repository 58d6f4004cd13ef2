"""An item in the format RIS of reference managers: a line a field, tag, two spaces, hyphen, space, value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.citations.items import Item

_TYPES: Final = {
    "dataset": "DATA",
    "article-newspaper": "NEWS",
    "report": "RPRT",
    "hearing": "HEAR",
    "webpage": "ELEC",
}
_LINE_END: Final = "\r\n"


def ris(item: Item) -> str:
    """One record from TY to ER. The values of an item are single lines, so none can begin a field."""
    return "".join(f"{tag}  - {value}{_LINE_END}" for tag, value in _fields(item))


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for name in item.get("author", []):
        yield "AU", name["literal"]
    yield "TI", item["title"]
    for tag, value in (
        ("T2", item.get("container-title", "")),
        ("PB", item.get("publisher", "")),
        ("ET", item.get("version", "")),
        ("LA", item.get("language", "")),
        ("UR", item.get("URL", "")),
        ("N1", item.get("note", "")),
    ):
        if value:
            yield tag, value
    if "issued" in item:
        first = item["issued"]["date-parts"][0]
        yield "PY", f"{first[0]:04}"
        yield "DA", _date(first)
    if "accessed" in item:
        yield "Y2", _date(item["accessed"]["date-parts"][0])
    yield "ER", ""


def _date(parts: list[int]) -> str:
    """YYYY/MM/DD/, the fields that are not known left empty."""
    return "/".join([*(f"{part:02}" for part in parts), *[""] * (4 - len(parts))])
