"""An item as an entry of BibTeX, in fields that BibTeX's own styles, biblatex and reference managers share."""

from __future__ import annotations

from typing import Final

from dashboard.citations.items import Item
from dashboard.citations.text import dates_in_words
from dashboard.sentences import say

_ENTRIES: Final = {"article-newspaper": "article", "report": "techreport"}
_HOLDERS: Final = {"article": "journal", "techreport": "institution", "misc": "publisher"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A brace can't be escaped by a backslash here: BibTeX counts braces before TeX sees them.
_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{mark: f"\\{mark}" for mark in "#$%&_"},
    }
)


def bibtex(item: Item) -> str:
    """One entry. Titles and names stand in a second pair of braces, which keeps their capitals and words together."""
    entry = _ENTRIES.get(item["type"], "misc")
    lines = [f"  {name} = {value}," for name, value in _fields(item, _HOLDERS[entry]).items()]
    return "\n".join([f"@{entry}{{{item['id']},", *lines, "}", ""])


def _fields(item: Item, holder: str) -> dict[str, str]:
    fields = {}
    if "author" in item:
        fields["author"] = _braced(" and ".join(f"{{{escaped(name['literal'])}}}" for name in item["author"]))
    fields["title"] = _braced(f"{{{escaped(item['title'])}}}")
    held = item.get("container-title", "") if holder == "journal" else item.get("publisher", "")
    if held:
        fields[holder] = _braced(escaped(held))
    if "issued" in item:
        fields |= _year_and_month(item["issued"]["date-parts"][0])
    if "version" in item:
        fields["version"] = _braced(escaped(item["version"]))
    if "URL" in item:
        fields["url"] = _braced(item["URL"])
    if "accessed" in item:
        fields["urldate"] = _braced("-".join(f"{part:02}" for part in item["accessed"]["date-parts"][0]))
    fields["note"] = _braced(escaped(_note(item)))
    return fields


def _year_and_month(parts: list[int]) -> dict[str, str]:
    year, *finer = parts
    return {"year": _braced(str(year))} | ({"month": _MONTHS[finer[0] - 1]} if finer else {})


def _note(item: Item) -> str:
    """The note, before it the version and its day, which have no field in the styles that BibTeX comes with."""
    if "version" not in item:
        return item["note"]
    if "issued" not in item:
        return f"{say('cite.note.version', version=item['version'])} {item['note']}"
    issued = dates_in_words(item["issued"])
    return f"{say('cite.note.version-of', version=item['version'], date=issued)} {item['note']}"


def escaped(text: str) -> str:
    """Text with every character that TeX or BibTeX would act on written as a command; other letters stay UTF-8."""
    return text.translate(_ESCAPES)


def _braced(value: str) -> str:
    return f"{{{value}}}"
