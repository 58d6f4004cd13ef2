"""What an address may be asked with: each parameter once, its accepted values those of the data at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.citations.forms import FORMS
from dashboard.exhibits.deployment import Deployment
from dashboard.listing import ORDERS, SORTS
from dashboard.pages.facts import MOST_CHARTED
from dashboard.search import LONGEST_QUERY
from dashboard.selection import FACETS, MOST_NAMES
from dashboard.served import Served

Schema = Mapping[str, Any]

_YEAR = {"type": "string", "pattern": "^([0-9]{4})?$"}
_NAME = "^[a-z0-9-]+$"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `examples` are values that exist, for those whose schema can't list them all."""

    name: str
    schema: Schema
    place: str = "query"
    examples: tuple[str, ...] = ()
    about: str = field(default="")


def filters(served: Served) -> tuple[Parameter, ...]:
    """The filter of every view, table and file of figures."""
    known = served.library.vocabulary
    return (
        Parameter("agency", _names([*known.tree])),
        *(Parameter(name, _names([*known.facets[name]])) for name in FACETS),
        Parameter("from", _YEAR),
        Parameter("to", _YEAR),
        Parameter("question", {"type": "string", "enum": ["", *known.questions]}),
        Parameter("source", {"type": "string", "enum": ["", *known.sources]}),
    )


def bars(served: Served) -> tuple[Parameter, ...]:
    """The filter of the opening view, which draws a bar for each figure and so takes no source with very many."""
    explorer = served.library.explorer
    few = [name for name in served.library.sources if 0 < len(explorer.of_source(name).figures) <= MOST_CHARTED]
    only = Parameter("source", {"type": "string", "enum": ["", *few]})
    return tuple(only if one.name == "source" else one for one in filters(served))


def listed(served: Served) -> tuple[Parameter, ...]:
    """The filter with the order and the page of a table."""
    return (
        *filters(served),
        Parameter("sort", {"type": "string", "enum": ["", *SORTS]}),
        Parameter("order", {"type": "string", "enum": ["", *ORDERS]}),
        Parameter("page", {"type": "string", "pattern": "^([1-9][0-9]{0,5})?$"}, examples=("1", "2")),
    )


def in_view(served: Served, *, opening: bool) -> tuple[Parameter, ...]:
    """The filter with the view that it stands in; `opening` says whether the opening view is one of them."""
    names = [one.name for one in served.exhibits]
    accepted = [Deployment.name, *names] if opening else ["", *names]
    chosen = bars(served) if opening else filters(served)
    return (*chosen, Parameter("view", {"type": "string", "enum": accepted}))


def arranged(orders: list[str]) -> tuple[Parameter, ...]:
    """The order of a view that has more than one."""
    return (Parameter("order", {"type": "string", "enum": ["", *orders]}, about="arranged"),) if orders else ()


def since(versions: list[str]) -> tuple[Parameter, ...]:
    """The version of the data that changes are counted from."""
    return (Parameter("since", {"type": "string", "enum": ["", *versions]}),)


def search() -> tuple[Parameter, ...]:
    """What is searched for."""
    return (Parameter("q", {"type": "string", "maxLength": LONGEST_QUERY}, examples=("marines", "2,500", "GAO")),)


def one_of(name: str, accepted: list[str], about: str) -> tuple[Parameter, ...]:
    """A part of the path that names one of a few things."""
    return (Parameter(name, {"type": "string", "enum": accepted}, "path", about=about),)


def one(name: str, examples: list[str], about: str) -> tuple[Parameter, ...]:
    """A part of the path that names one of very many things."""
    return (Parameter(name, {"type": "string", "pattern": _NAME}, "path", tuple(examples), about),)


def cited(known: list[str]) -> tuple[Parameter, ...]:
    """A part of the path that names something with a form of its citation behind a dot."""
    forms = "|".join(suffix.replace(".", r"\.") for suffix in FORMS)
    pattern = rf"^[a-z0-9-]+\.({forms})$"
    examples = tuple(f"{name}.{suffix}" for name in known[:2] for suffix in FORMS)
    return (Parameter("name", {"type": "string", "pattern": pattern}, "path", examples, "cited"),)


def _names(known: list[str]) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": known}, "maxItems": MOST_NAMES}
