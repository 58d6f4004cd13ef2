"""The terms of the site with their meanings: those of the data's vocabularies, and those of reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.selection import FACETS
from dashboard.sentences import say
from dashboard.store import Store
from etl.wording import Qualifier

_TABLES = {"basis": "bases", "component": "components", "duty_status": "duty_statuses", "agency": "agencies"}
_LATER_TABLES = {"operation": "operations", "role": "roles"}
_READING = ("figure", "source", "as-reported", "as-of", "part-of", "question", "preferred", "computed", "revision")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and what it means. `id` names it in addresses: the kind of term, a hyphen, its name."""

    id: str
    term: str
    meaning: str


Glossary = Mapping[str, tuple[Entry, ...]]


def glossary(store: Store) -> Glossary:
    """The terms by kind, in the order in which a reader meets them; within a kind in that of the vocabulary."""
    return {
        "reading": tuple(
            Entry(f"reading-{name}", say(f"term.{name}"), say(f"term.{name}.meaning")) for name in _READING
        )
        + tuple(Entry(f"reading-{name}", say(f"filter.{name}"), say(f"filter.{name}.meaning")) for name in FACETS),
        "qualifier": tuple(
            Entry(f"qualifier-{one.value}", say(f"qualifier.{one.value}"), say(f"qualifier.{one.value}.meaning"))
            for one in Qualifier
        ),
        **{kind: _entries(store, kind, table) for kind, table in {**_TABLES, **_LATER_TABLES}.items()},
    }


def _entries(store: Store, kind: str, table: str) -> tuple[Entry, ...]:
    rows = store.tables[table]
    name = "name" if kind == "agency" else "label"
    terms = zip(rows["id"], rows[name], rows["definition"], strict=True)
    return tuple(Entry(f"{kind}-{one}", term, meaning) for one, term, meaning in terms if meaning)
