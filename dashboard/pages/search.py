"""The page of what was found, and the same as data."""

from __future__ import annotations

from itertools import groupby

import jinja2

from dashboard.facts.shapes import Found, FoundGroup, Hit
from dashboard.library import Library
from dashboard.search import KINDS, Document, Index

PATH = "/search"
_MOST_SHOWN = 30


class SearchPage:
    """Looks up queries in one data version and shows what they find."""

    def __init__(self, library: Library, templates: jinja2.Environment) -> None:
        """Build the index."""
        self._index, self._templates = Index(library), templates
        self._version = library.explorer.data_version

    def found(self, query: str, base_url: str = "") -> Found:
        """What a query finds, by kind, the kind with the best hit first; the best hits of each."""
        hits = self._index.find(query)
        best = {kind: position for position, kind in reversed(list(enumerate(hit.kind for hit in hits)))}
        kinds = sorted(best, key=lambda kind: (best[kind], KINDS.index(kind)))
        groups = {kind: list(members) for kind, members in groupby(sorted(hits, key=_kind), key=_kind)}
        return Found(
            query=query,
            data_version=self._version,
            hits=len(hits),
            groups=[
                FoundGroup(
                    kind=kind,
                    hits=len(groups[kind]),
                    best=[
                        Hit(id=one.id, address=f"{base_url}/{kind}/{one.id}", label=one.label, detail=one.detail)
                        for one in groups[kind][:_MOST_SHOWN]
                    ],
                )
                for kind in kinds
            ],
        )

    def render(self, query: str) -> str:
        """The page for one query; an empty one says what can be found."""
        # Control characters are no part of an HTML document, and marks of direction would turn the words around them.
        readable = "".join(character for character in query if character.isprintable())
        found = self.found(readable)
        return self._templates.get_template("search.html").render(data_version=self._version, found=found)


def _kind(hit: Document) -> str:
    return hit.kind
