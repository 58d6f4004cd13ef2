"""The filter a reader chose, to and from the query string of an address.

The same address means the same selection for the page, the table and every file. An unknown name in it
is an error with a sentence, never a silent default.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from etl.problems import nearest

FILTERS = ("agency", "source")

Tree = Mapping[str, str | None]

# Social networks and newsletters append these to addresses that readers share.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
_MOST_NAMES = 100


class SelectionError(ValueError):
    """An address asks for something that does not exist; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Chosen agencies in the order of the tree, none below another, and a source; empty means all of them."""

    agencies: tuple[str, ...] = ()
    source: str = ""

    def query(self) -> str:
        """The canonical query string, without the question mark; "" selects everything."""
        chosen = {"agency": ",".join(self.agencies), "source": self.source}
        return urlencode({name: value for name, value in chosen.items() if value}, safe=",")

    def includes(self, tree: Tree) -> frozenset[str]:
        """Every agency that is selected, itself or through one above it."""
        if not self.agencies:
            return frozenset(tree)
        chosen = set(self.agencies)
        return frozenset(name for name in tree if chosen.intersection(chain(name, tree)))


def chain(name: str, tree: Tree) -> list[str]:
    """An agency and all above it, from itself to the top."""
    steps = [name]
    while parent := tree[steps[-1]]:
        steps.append(parent)
    return steps


def parse(query: Mapping[str, Sequence[str]], tree: Tree, sources: Collection[str]) -> Selection:
    """Read the parameters of an address; `agency` may be repeated or hold names joined by commas.

    Raises SelectionError for a parameter, an agency or a source that does not exist.
    """
    for name in query:
        if name not in FILTERS and not is_tracking(name):
            known = ", ".join(FILTERS)
            raise SelectionError(f"There is no filter named {_quoted(name)}; this page knows: {known}.")
    names = [part.strip() for value in query.get("agency", ()) for part in value.split(",")]
    names = [name for name in names if name]
    if len(names) > _MOST_NAMES:
        raise SelectionError(f"The address names {len(names)} agencies; at most {_MOST_NAMES} fit.")
    for name in names:
        if name not in tree:
            alike = nearest(name, tree)
            close = f" Did you mean {alike}?" if alike else ""
            known = ", ".join(tree)
            raise SelectionError(f"There is no agency {_quoted(name)}.{close} Known are: {known}.")
    return replace(reduce(names, tree), source=_source(query.get("source", ()), sources))


def is_tracking(name: str) -> bool:
    """Whether a parameter is one that others append to shared addresses, and that says nothing to us."""
    return name.startswith(_TRACKING)


def _source(values: Sequence[str], sources: Collection[str]) -> str:
    named = {value for value in values if value}
    if len(named) > 1:
        raise SelectionError(f"The address names {len(named)} sources; one can be shown at a time.")
    for source in named - set(sources):
        alike = nearest(source, sources)
        close = f" Did you mean {alike}?" if alike else ""
        raise SelectionError(f"There is no source {_quoted(source)}.{close}")
    return next(iter(named), "")


def reduce(names: Iterable[str], tree: Tree) -> Selection:
    """The shortest selection that includes the same agencies."""
    chosen = set(names)
    kept = (n for n in tree if n in chosen and not chosen.intersection(chain(n, tree)[1:]))
    return Selection(tuple(kept))


def _quoted(name: str) -> str:
    longest = 40
    return f"“{name if len(name) <= longest else name[:longest] + '…'}”"
