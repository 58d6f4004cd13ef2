"""The filter a reader chose, to and from the query string of an address.

The same address means the same selection for the page, the table and every file. An unknown name in it
is an error with a sentence, never a silent default.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from etl.problems import nearest

Tree = Mapping[str, str | None]

# Social networks and newsletters append these to addresses that readers share.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
_MOST_NAMES = 100


class SelectionError(ValueError):
    """An address asks for something that does not exist; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Chosen agencies in the order of the tree, none below another; empty means all of them."""

    agencies: tuple[str, ...] = ()

    def query(self) -> str:
        """The canonical query string, without the question mark; "" selects everything."""
        return urlencode({"agency": ",".join(self.agencies)}, safe=",") if self.agencies else ""

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


def parse(query: Mapping[str, Sequence[str]], tree: Tree) -> Selection:
    """Read the parameters of an address; `agency` may be repeated or hold names joined by commas.

    Raises SelectionError for a parameter or an agency that does not exist.
    """
    for name in query:
        if name != "agency" and not name.startswith(_TRACKING):
            raise SelectionError(f"There is no filter named {_quoted(name)}; this page knows: agency.")
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
    return reduce(names, tree)


def reduce(names: Iterable[str], tree: Tree) -> Selection:
    """The shortest selection that includes the same agencies."""
    chosen = set(names)
    kept = (n for n in tree if n in chosen and not chosen.intersection(chain(n, tree)[1:]))
    return Selection(tuple(kept))


def _quoted(name: str) -> str:
    longest = 40
    return f"“{name if len(name) <= longest else name[:longest] + '…'}”"
