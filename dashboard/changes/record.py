"""The versions of the data that were published, and what a reader of an earlier one has missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.store import Store

ADDED: Final = "added"
REVISED: Final = "revised"
AMENDED: Final = "amended"
WITHDRAWN: Final = "withdrawn"
FIGURE: Final = "figure"
SOURCE: Final = "source"

Changes = Mapping[str, str]
"""The change of each figure or source, by id, in the order in which they came."""


# The change before, the next one, and what both come to; any other pair comes to the later one.
_NET: Final[Mapping[tuple[str, str], str]] = {
    (ADDED, REVISED): ADDED,
    (ADDED, AMENDED): ADDED,
    (ADDED, WITHDRAWN): "",
    (REVISED, AMENDED): REVISED,
    (WITHDRAWN, ADDED): REVISED,
}


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its place in the record, its name, the latest day that its data names, and its size."""

    number: int
    name: str
    date: date | None
    figures: int
    sources: int


@dataclass(frozen=True, slots=True)
class Since:
    """What is different now from an earlier version. Empty when only words and judgements around them changed."""

    version: Version
    figures: Changes
    sources: Changes

    def ids(self, kind: str, change: str) -> list[str]:
        """The figures or sources with one change, in the order in which they came."""
        changes = {FIGURE: self.figures, SOURCE: self.sources}[kind]
        return [name for name, found in changes.items() if found == change]


@dataclass(frozen=True, slots=True)
class Record:
    """All versions, the newest last, and for each what it changed: kind, id and change."""

    versions: tuple[Version, ...]
    changes: Mapping[int, tuple[tuple[str, str, str], ...]]

    @property
    def current(self) -> Version:
        """The version that is shown."""
        return self.versions[-1]

    def find(self, name: str) -> Version | None:
        """The latest version of this name, or None: content that came back has its old name again."""
        return next((version for version in reversed(self.versions) if version.name == name), None)

    def since(self, version: Version) -> Since:
        """What the versions after this one changed, taken together."""
        later = [
            change for number in sorted(self.changes) if number > version.number for change in self.changes[number]
        ]
        figures, sources = (
            _together((subject, change) for kind, subject, change in later if kind == wanted)
            for wanted in (FIGURE, SOURCE)
        )
        return Since(version, figures, sources)


def record(store: Store) -> Record:
    """Read the record of a package."""
    versions = tuple(
        Version(int(row["number"]), row["version"], date.fromisoformat(row["date"]) if row["date"] else None,
                int(row["figures"]), int(row["sources"]))
        for row in store.tables["versions"].to_dict("records")
    )  # fmt: skip
    changes: dict[int, list[tuple[str, str, str]]] = {}
    for row in store.tables["changes"].to_dict("records"):
        changes.setdefault(int(row["number"]), []).append((row["kind"], row["subject"], row["change"]))
    return Record(versions, {number: tuple(found) for number, found in changes.items()})


def _together(changes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The change of each subject over several versions; what came and went in between is none."""
    found: dict[str, str] = {}
    for subject, change in changes:
        before = found.get(subject, "")
        net = _NET.get((before, change), change)
        found.pop(subject, None)
        if net:
            found[subject] = net
    return found
