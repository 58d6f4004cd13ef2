"""The filter a reader chose, to and from the query string of an address.

The same address means the same selection for the page, the table and every file. An unknown name in it
is an error with a sentence, never a silent default. assets/selection.js reads and applies the same query in
the browser; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dashboard.sentences import say
from etl.problems import nearest

FACETS = ("basis", "component", "duty_status", "qualifier", "kind")
"""The parameters that hold names joined by commas, each with a list of its own; `agency` holds names of a tree."""
YEARS = ("from", "to")
ONES = ("question", "source")
"""The parameters that hold one name."""
FILTERS = ("agency", *FACETS, *YEARS, *ONES)

Tree = Mapping[str, str | None]

# Social networks and newsletters append these to addresses that readers share.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
MOST_NAMES = 100
_YEAR_DIGITS = 4
_MOST_LISTED = 40


class SelectionError(ValueError):
    """An address asks for something that does not exist; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a figure is filtered by. `years` are the first and the last it speaks of, None where no date is stated.

    A fiscal year is the year of its own number alone: fiscal year 2011 begins in 2010 and is 2011.
    """

    agency: str
    basis: str
    component: str
    duty_status: str
    qualifier: str
    kind: str
    years: tuple[int, int] | None
    question: str
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a filter may hold: the tree of agencies, the names of each facet in order, and what one names."""

    tree: Tree
    facets: Mapping[str, Sequence[str]]
    questions: Collection[str]
    sources: Collection[str]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen, names in the order of their vocabulary; nothing chosen in a filter means all of it.

    No agency is below another chosen one. `first` and `last` are years, inclusive: a figure is kept when its
    period reaches into them, and left out when its source states no date.
    """

    agencies: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    duty_status: tuple[str, ...] = ()
    qualifier: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    question: str = ""
    source: str = ""

    def query(self) -> str:
        """The canonical query string, without the question mark; "" selects everything."""
        chosen = {
            "agency": ",".join(self.agencies),
            **{name: ",".join(self.chosen(name)) for name in FACETS},
            "from": self.first,
            "to": self.last,
            "question": self.question,
            "source": self.source,
        }
        return urlencode({name: value for name, value in chosen.items() if value}, safe=",")

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The names chosen in one of the facets."""
        names: tuple[str, ...] = getattr(self, facet)
        return names

    def without(self, facet: str) -> Selection:
        """The same with nothing chosen in one facet."""
        changes: dict[str, Any] = {facet: ()}
        return replace(self, **changes)

    def includes(self, tree: Tree) -> frozenset[str]:
        """Every agency that is selected, itself or through one above it."""
        if not self.agencies:
            return frozenset(tree)
        chosen = set(self.agencies)
        return frozenset(name for name in tree if chosen.intersection(chain(name, tree)))

    def admits(self, traits: Traits, tree: Tree) -> bool:
        """Whether a figure passes every filter."""
        return (
            (not self.agencies or not set(self.agencies).isdisjoint(chain(traits.agency, tree)))
            and all(not self.chosen(name) or getattr(traits, name) in self.chosen(name) for name in FACETS)
            and self._admits_period(traits)
            and self.question in ("", traits.question)
            and self.source in ("", traits.source)
        )

    def _admits_period(self, traits: Traits) -> bool:
        if self.first is None and self.last is None:
            return True
        if traits.years is None:
            return False
        start, end = traits.years
        return (self.first is None or end >= self.first) and (self.last is None or start <= self.last)


def chain(name: str, tree: Tree) -> list[str]:
    """An agency and all above it, from itself to the top."""
    steps = [name]
    while parent := tree[steps[-1]]:
        steps.append(parent)
    return steps


def parse(query: Mapping[str, Sequence[str]], vocabulary: Vocabulary, besides: Collection[str] = ()) -> Selection:
    """Read the parameters of an address; names may be given in several parameters or joined by commas.

    `besides` are parameters that the address takes for other ends; they are passed over. Raises SelectionError
    for a parameter or a name that does not exist, and for years that are none.
    """
    for name in query:
        if name not in FILTERS and name not in besides and not is_tracking(name):
            raise SelectionError(say("refused.filter", name=_quoted(name), known=", ".join([*FILTERS, *besides])))
    facets = {name: _names(query, name, vocabulary.facets[name]) for name in FACETS}
    first, last = (_year(query, name) for name in YEARS)
    if first is not None and last is not None and first > last:
        raise SelectionError(say("refused.years", first=first, last=last))
    return Selection(
        agencies=reduce(_names(query, "agency", vocabulary.tree), vocabulary.tree).agencies,
        **facets,
        first=first,
        last=last,
        question=one(query, "question", vocabulary.questions),
        source=one(query, "source", vocabulary.sources),
    )


def is_tracking(name: str) -> bool:
    """Whether a parameter is one that others append to shared addresses, and that says nothing to us."""
    return name.startswith(_TRACKING)


def reduce(names: Iterable[str], tree: Tree) -> Selection:
    """The shortest selection that includes the same agencies."""
    chosen = set(names)
    kept = (n for n in tree if n in chosen and not chosen.intersection(chain(n, tree)[1:]))
    return Selection(tuple(kept))


def _names(query: Mapping[str, Sequence[str]], parameter: str, known: Collection[str]) -> tuple[str, ...]:
    """The names that a parameter holds, each once, in the order of its vocabulary."""
    found = [part.strip() for value in query.get(parameter, ()) for part in value.split(",")]
    found = [name for name in found if name]
    if len(found) > MOST_NAMES:
        raise SelectionError(say("refused.many", count=len(found), parameter=parameter, most=MOST_NAMES))
    for name in found:
        _refuse_unknown(name, parameter, known)
    return tuple(name for name in known if name in found)


def one(query: Mapping[str, Sequence[str]], parameter: str, known: Collection[str]) -> str:
    """The one name that a parameter holds, "" for none. Raises SelectionError for several and for an unknown one."""
    named = {value for value in query.get(parameter, ()) if value}
    if len(named) > 1:
        raise SelectionError(say("refused.several", count=len(named), parameter=parameter))
    for name in named:
        _refuse_unknown(name, parameter, known)
    return next(iter(named), "")


def _year(query: Mapping[str, Sequence[str]], parameter: str) -> int | None:
    named = {value for value in query.get(parameter, ()) if value}
    if not named:
        return None
    value = named.pop()
    if named or len(value) != _YEAR_DIGITS or not (value.isascii() and value.isdigit()):
        raise SelectionError(say("refused.year", parameter=parameter, found=_quoted(value)))
    return int(value)


def _refuse_unknown(name: str, parameter: str, known: Collection[str]) -> None:
    if name in known:
        return
    alike = nearest(name, known)
    close = say("refused.alike", alike=alike) if alike else ""
    listed = say("refused.known", known=", ".join(known)) if len(known) <= _MOST_LISTED else ""
    raise SelectionError(say("refused.name", parameter=parameter, name=_quoted(name)) + close + listed)


def _quoted(name: str) -> str:
    longest = 40
    return f"“{name if len(name) <= longest else name[:longest] + '…'}”"
