"""An item as a sentence or two for people: plain text and Markdown by the same words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.catalogue import day as day_in_words
from dashboard.citations.items import Dates, Item
from dashboard.sentences import say

# At the start of a line a number, a hyphen or the like would begin a list or a heading.
_STARTS: Final = re.compile(r"^(\d{0,9})([-+=.)])")
# What CommonMark (or GitHub's tables and strike-through) would take for a mark inside of a line.
_MARKS: Final = re.compile(r"([\\`*_\[\]<>&~|#])")
_PATTERNS: Final = {3: "period.day", 2: "period.month"}


@dataclass(frozen=True, slots=True)
class _Style:
    """How a form shows ordinary words, the name of what contains the item, and an address."""

    words: Callable[[str], str]
    container: Callable[[str], str]
    address: Callable[[str], str]


def plain(item: Item) -> str:
    """One line of plain text; the address stands last, so that nothing sticks to it."""
    return _written(item, _Style(str, str, str))


def markdown(item: Item) -> str:
    """One line of Markdown (CommonMark)."""
    style = _Style(_escaped, lambda name: f"*{_escaped(name)}*", lambda address: f"<{address}>")
    return _STARTS.sub(r"\1\\\2", _written(item, style))


def dates_in_words(dates: Dates) -> str:
    """A date or a range of dates of an item, no finer than given."""
    words = [_date_in_words(parts) for parts in dates["date-parts"]]
    return words[0] if len(words) == 1 else say("period.interval", start=words[0], end=words[1])


def _date_in_words(parts: list[int]) -> str:
    if len(parts) == 1:
        return say("period.year", year=parts[0])
    return day_in_words(date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1), say(_PATTERNS[len(parts)]))  # noqa: PLR2004  (year, month, day)


def _written(item: Item, style: _Style) -> str:
    said = [
        *(say("cite.text.author", author=style.words(name["literal"])) for name in item.get("author", [])),
        say("cite.text.title", title=style.words(item["title"])),
        _where(item, style),
        style.words(item.get("note", "")),
    ]
    if "accessed" in item:
        said.append(say("cite.text.accessed", date=style.words(dates_in_words(item["accessed"]))))
    said.append(style.address(item["URL"]) if "URL" in item else "")
    return " ".join(sentence for sentence in said if sentence)


def _where(item: Item, style: _Style) -> str:
    """Who published it, or what it stands in; its version; its date. "" where nothing of that is known."""
    holder = item.get("container-title", item.get("publisher", ""))
    parts = [
        style.container(holder) if holder else "",
        style.words(say("cite.text.version", version=item["version"])) if "version" in item else "",
        style.words(dates_in_words(item["issued"])) if "issued" in item else "",
    ]
    known = say("list.comma").join(part for part in parts if part)
    return say("cite.text.where", parts=known) if known else ""


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
