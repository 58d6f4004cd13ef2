"""The page of changes, the notice on frozen links, and the page of a figure that was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2

from dashboard import sentences
from dashboard.changes.feed import anchor
from dashboard.changes.log import Day, log, revision
from dashboard.changes.record import ADDED, AMENDED, FIGURE, REVISED, SOURCE, WITHDRAWN, Record, Since, Version
from dashboard.library import Library
from dashboard.sentences import say

_TOLD = ((FIGURE, REVISED), (FIGURE, WITHDRAWN), (FIGURE, ADDED), (SOURCE, ADDED), (FIGURE, AMENDED), (SOURCE, AMENDED),
         (SOURCE, WITHDRAWN))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Figures or sources with one kind of change: how many, in words, and each with its address or ""."""

    heading: str
    members: tuple[tuple[str, str], ...]


class ChangePages:
    """Renders the pages of one data version."""

    def __init__(self, library: Library, record: Record, templates: jinja2.Environment) -> None:
        """`templates` must know the addresses of the stylesheet and the icon."""
        self.days = log(library)
        self._library = library
        self._record = record
        self._templates = templates

    def changes(self) -> str:
        """All days and all versions, the newest first."""
        return self._render("changes.html", days=self.days, anchor=anchor, versions=self._record.versions[::-1])

    def since(self, version: Version) -> str:
        """What changed since a version, by name."""
        groups = self._groups(self._record.since(version))
        return self._render("changes_since.html", groups=groups, version=version, date=date_of(version))

    def notice(self, since: Since, path: str) -> str:
        """The notice at the head of a page whose address names an earlier version."""
        kind, _, name = path.strip("/").partition("/")
        change = {FIGURE: since.figures, SOURCE: since.sources}.get(kind, {}).get(name, "")
        groups = self._groups(since)
        return self._templates.get_template("frozen.html").render(
            groups=groups, version=since.version, date=date_of(since.version), kind=kind, change=change
        )

    def withdrawn(self, figure_id: str) -> str:
        """The last state of a figure that was withdrawn, and why. Raises KeyError for one that was not."""
        row = self._library.withdrawn(figure_id)
        if row is None:
            raise KeyError(figure_id)
        told = revision(self._library, row)
        whole = self._library.figures.get(told.before.row["part_of"])
        return self._render("withdrawn.html", told=told, labels=self._library.labels, whole=whole)

    def entry(self, day: Day, base_url: str) -> str:
        """The content of one entry of the feed, its addresses whole."""
        return self._templates.get_template("feed_entry.html").render(day=day, base=base_url)

    def _groups(self, since: Since) -> list[Group]:
        """What changed, in the order of weight: whoever used a revised figure is to see it first."""
        found = [(kind, change, since.ids(kind, change)) for kind, change in _TOLD]
        return [
            Group(sentences.count(f"{kind}s-{change}", len(names)), tuple(self._named(kind, name) for name in names))
            for kind, change, names in found
            if names
        ]

    def _named(self, kind: str, name: str) -> tuple[str, str]:
        """A figure or source in words, and its address, "" where it has no page."""
        if kind == SOURCE:
            source = self._library.sources.get(name)
            return (source["title"], f"/source/{name}") if source else (name, "")
        view = self._library.figures.get(name)
        if view:
            return view.name, f"/figure/{name}"
        row = self._library.withdrawn(name)
        return (say("changes.gone", id=name, reason=row["reason"]) if row else name), ""

    def _render(self, template: str, **values: object) -> str:
        version = self._record.current.name
        return self._templates.get_template(template).render(data_version=version, **values)


def date_of(version: Version) -> str:
    """The date of a version in words, "" for none."""
    return sentences.period_text(version.date.isoformat()) if version.date else ""
