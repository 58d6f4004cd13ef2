"""The files: the figures of any selection, and the published package."""

from __future__ import annotations

from functools import lru_cache, partial
from http import HTTPStatus

from flask import Flask, Response, abort, request

from dashboard import downloads
from dashboard.refusals import refuse_filters, refuse_unknown
from dashboard.routes import answering
from dashboard.sentences import say
from dashboard.served import Served
from dashboard.views import Explorer

_MOST_IN_NAME = 4


def register(server: Flask, served: Served) -> None:
    """Add the files of figures and those of the package."""
    files = _Files(served)
    server.add_url_rule("/data/figures.csv", "figures_csv", files.figures_csv)
    server.add_url_rule("/data/<name>", "table", files.table)


class _Files:
    def __init__(self, served: Served) -> None:
        self._data = served
        self._files = lru_cache(maxsize=8)(partial(downloads.served, served.store.files))

    def figures_csv(self) -> Response:
        served, query = self._data, request.args.to_dict(flat=False)
        chosen = answering.selected(query, served.library, besides=("view",))
        shown = self._shown_in(query.get("view", [""]))
        if not chosen.query() and shown is None:
            whole = self._files(served.base_url())["figures.csv"]
            return answering.download(whole, answering.CSV, "border-figures.csv")
        figures = (served.library.explorer if shown is None else shown).selected(chosen)
        content = downloads.figures_csv(served.store.figures, [view.id for view in figures], served.base_url())
        few = chosen.agencies if len(chosen.agencies) <= _MOST_IN_NAME else ("selection",)
        return answering.download(content, answering.CSV, f"{'-'.join(['border-figures', *few])}.csv")

    def _shown_in(self, names: list[str]) -> Explorer | None:
        """The figures of the view that an address names, None for all."""
        if names == [""]:
            return None
        shown = {one.name: one.explorer for one in self._data.exhibits}
        if len(names) > 1 or names[0] not in shown:
            abort(HTTPStatus.BAD_REQUEST, say("refused.view", known=", ".join(shown)))
        return shown[names[0]]

    def table(self, name: str) -> Response:
        refuse_filters()
        refuse_unknown(name, self._data.store.files, "file")
        content = self._files(self._data.base_url())[name]
        if name.endswith(".json"):
            return answering.content(content, answering.JSON)
        return answering.download(content, answering.CSV, f"border-{name}")
