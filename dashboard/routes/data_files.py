"""The addresses under /data/: the figures of any selection, and the package with all that describes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from http import HTTPStatus
from typing import NamedTuple

from flask import Flask, Response, abort, request

from dashboard.delivery import REVALIDATE, Encoded, answer, encode_page
from dashboard.exhibits import Exhibit
from dashboard.files import csvw, package
from dashboard.files.choice import Choice, choose
from dashboard.files.csv_table import as_csv
from dashboard.files.extract import Extract, extract
from dashboard.files.imprint import imprint
from dashboard.files.json_document import as_json
from dashboard.files.workbook import as_workbook
from dashboard.refusals import refuse_filters, refuse_unknown
from dashboard.routes import answering
from dashboard.sentences import say
from dashboard.served import Served
from dashboard.settings import PROJECT_ROOT
from dashboard.store import Store
from etl import schema

_LICENCE = PROJECT_ROOT / "data" / "LICENSE.md"
_KEPT = 16


class _Form(NamedTuple):
    content_type: str
    write: Callable[[Extract], bytes]


FORMS = {
    "csv": _Form(answering.CSV, lambda rows: as_csv(rows.figures)),
    "json": _Form(answering.JSON, as_json),
    "xlsx": _Form("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
}


def register(server: Flask, served: Served) -> None:
    """Add the files of figures, those of the package, and their descriptions."""
    files = _Files(served)
    for form in FORMS:
        server.add_url_rule(f"/data/figures.{form}", f"figures_{form}", partial(files.figures, form))
    server.add_url_rule(f"/data/figures.csv{csvw.BESIDE}", "figures_csvw", files.description)
    server.add_url_rule("/data/<name>", "file", files.of_package)


def names(store: Store) -> list[str]:
    """The files of the package and those about it, as they are named in addresses."""
    described = [f"{table.name}.csv{csvw.BESIDE}" for table in schema.PUBLISHED]
    return [*store.files, package.ARCHIVE, csvw.GROUP, *described]


class _Files:
    """Makes a file when it is first asked for and keeps the last few."""

    def __init__(self, served: Served) -> None:
        self._data = served
        self._published = served.store.figures["figure_id"].tolist()
        self._rows = lru_cache(maxsize=_KEPT)(partial(_rows, served.store))
        self._of_package = lru_cache(maxsize=_KEPT)(partial(_of_package, served.store))
        self._names = names(served.store)

    def figures(self, form: str) -> Response:
        """The figures that the query selects."""
        choice = self._choice()
        response = answer(self._rows(form, self._data.base_url(), choice), REVALIDATE)
        description = f"figures.csv{csvw.BESIDE}{f'?{choice.query}' if choice.query else ''}"
        return _told(response, f"{choice.name}.{form}", description if form == "csv" else "")

    def description(self) -> Response:
        """What describes the CSV file of the same query."""
        own = imprint(self._data.store, self._data.base_url())
        return answering.content(csvw.beside(schema.FIGURES, own, self._choice().query), csvw.CONTENT_TYPE)

    def of_package(self, name: str) -> Response:
        """A file of the package, or one about it."""
        refuse_filters()
        refuse_unknown(name, self._names, "file")
        response = answer(self._of_package(name, self._data.base_url()), REVALIDATE)
        return _told(response, f"border-{name}", f"{name}{csvw.BESIDE}" if name.endswith(".csv") else "")

    def _choice(self) -> Choice:
        query, library = request.args.to_dict(flat=False), self._data.library
        chosen = answering.selected(query, library, besides=("view",))
        return choose(library, self._published, chosen, self._view(query.get("view", [""])))

    def _view(self, names: list[str]) -> Exhibit | None:
        """The view that an address names, None for the whole ledger."""
        if names == [""]:
            return None
        known = {one.name: one for one in self._data.exhibits}
        if len(names) > 1 or names[0] not in known:
            abort(HTTPStatus.BAD_REQUEST, say("refused.view", known=", ".join(known)))
        return known[names[0]]


def _rows(store: Store, form: str, base_url: str, choice: Choice) -> Encoded:
    return encode_page(FORMS[form].write(extract(store, choice, base_url)), FORMS[form].content_type)


def _of_package(store: Store, name: str, base_url: str) -> Encoded:
    own = imprint(store, base_url)
    if name == package.ARCHIVE:
        return encode_page(package.archive(store, base_url, _LICENCE.read_bytes()), "application/zip")
    if name == csvw.GROUP:
        return encode_page(csvw.whole(own), csvw.CONTENT_TYPE)
    for table in schema.PUBLISHED:
        if name == f"{table.name}.csv{csvw.BESIDE}":
            return encode_page(csvw.beside(table, own), csvw.CONTENT_TYPE)
    content_type = answering.CSV if name.endswith(".csv") else answering.JSON
    return encode_page(package.served(store, base_url)[name], content_type)


def _told(response: Response, name: str, description: str) -> Response:
    """The answer with the name to save it under, and where the table in it is described (RFC 8288)."""
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        return response
    if not name.endswith(".json"):
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    if description:
        response.headers["Link"] = f'</data/{description}>; rel="describedby"; type="{csvw.CONTENT_TYPE}"'
    return response
