"""Every address that answers to GET, with what it takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from dashboard import changes
from dashboard.api import parameters
from dashboard.api.parameters import Parameter
from dashboard.citations.forms import FORMS
from dashboard.exhibits import Exhibit
from dashboard.files import csvw
from dashboard.routes.answering import CSV, HTML, JSON
from dashboard.routes.data_files import FORMS as FILE_FORMS
from dashboard.routes.data_files import names as file_names
from dashboard.served import Served

_FACTS = ("figure", "source", "question", "series", "agency")
_TEXT = "text/plain; charset=utf-8"
_REFUSED = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_URI_TOO_LONG)


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: `name` is that of the route, `gives` the media types of its answers, `schema` the shape of JSON."""

    path: str
    name: str
    gives: Sequence[str]
    parameters: tuple[Parameter, ...] = ()
    schema: str = ""
    refuses: tuple[HTTPStatus, ...] = _REFUSED


def operations(served: Served) -> list[Operation]:
    """The whole read API over one data version, in the order in which people read about it."""
    versions = [one.name for one in changes.record(served.store).versions]
    views = [Operation(one.path, f"view {one.path}", [HTML], _of_view(served, one)) for one in served.exhibits]
    return [
        Operation("/", "view /", [HTML], parameters.bars(served)),
        *views,
        Operation("/embed", "embed", [HTML], parameters.in_view(served, opening=True)),
        Operation("/table", "table", [HTML], parameters.listed(served)),
        Operation("/search", "search", [HTML], parameters.search()),
        Operation("/search.json", "search_json", [JSON], parameters.search(), "Found"),
        *_facts(served),
        *(_page(path, name) for path, name in (
            ("/questions", "questions"), ("/series", "all_series"), ("/method", "method"), ("/glossary", "glossary"),
            ("/api", "api"),
        )),
        Operation("/changes", "changes", [HTML], parameters.since(versions)),
        *_files(served),
        *_citations(served),
        Operation("/feed.xml", "feed", ["application/atom+xml; charset=utf-8"]),
        Operation("/openapi.json", "openapi", [JSON], schema="Any"),
        Operation("/sitemap.xml", "sitemap", ["application/xml"]),
        Operation("/robots.txt", "robots", [_TEXT]),
        Operation("/healthz", "healthz", [_TEXT]),
        Operation("/readyz", "readyz", [JSON], schema="Readiness"),
    ]  # fmt: skip


def _of_view(served: Served, exhibit: Exhibit) -> tuple[Parameter, ...]:
    return (*parameters.filters(served), *parameters.arranged([*served.pages.orders(exhibit.name)]))


def _page(path: str, name: str) -> Operation:
    return Operation(path, name, [HTML])


def _facts(served: Served) -> list[Operation]:
    library = served.library
    named = {
        "figure": parameters.one("id", list(library.figures)[:5], "figure"),
        "source": parameters.one_of("id", list(library.sources), "source"),
        "question": parameters.one_of("id", list(library.questions), "question"),
        "series": parameters.one_of("id", list(library.series), "series"),
        "agency": parameters.one_of("id", list(library.explorer.tree), "agency"),
    }
    found = []
    for kind in _FACTS:
        refuses = (*_REFUSED, HTTPStatus.GONE) if kind == "figure" else _REFUSED
        found += [
            Operation(f"/{kind}/{{id}}", kind, [HTML], named[kind], refuses=refuses),
            Operation(f"/{kind}/{{id}}.json", f"{kind}_json", [JSON], named[kind], kind.capitalize(), refuses),
        ]
    return found


def _files(served: Served) -> list[Operation]:
    chosen = parameters.in_view(served, opening=False)
    files = [
        Operation(f"/data/figures.{form}", f"figures_{form}", [kind.content_type], chosen, "Extract")
        for form, kind in FILE_FORMS.items()
    ]
    described = Operation(f"/data/figures.csv{csvw.BESIDE}", "figures_csvw", [csvw.CONTENT_TYPE], chosen, "Any")
    name = parameters.one_of("name", file_names(served.store), "file")
    kinds = [CSV, JSON, csvw.CONTENT_TYPE, "application/zip"]
    return [*files, described, Operation("/data/{name}", "file", kinds, name, "Any")]


def _citations(served: Served) -> list[Operation]:
    kinds = [form.media_type for form in FORMS.values()]
    library = served.library
    named = [f"{what}.{suffix}" for what in ("view", "ledger") for suffix in FORMS]
    gone = (*_REFUSED, HTTPStatus.GONE)
    return [
        Operation("/cite/figure/{name}", "cite_figure", kinds, parameters.cited(list(library.figures)), "Any", gone),
        Operation("/cite/source/{name}", "cite_source", kinds, parameters.cited(list(library.sources)), "Any"),
        Operation("/cite/{name}", "cite", kinds, parameters.one_of("name", named, "citation"), "Any"),
    ]
