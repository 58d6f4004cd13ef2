"""Pages for single facts: a figure and a source, plain HTML that needs no script."""

from __future__ import annotations

import jinja2

from dashboard import sentences
from dashboard.pages.explorer import events, inside
from dashboard.store import Store
from dashboard.views import Explorer, FigureView
from etl import totals


class FactPages:
    """Renders the pages of one data version."""

    def __init__(self, store: Store, explorer: Explorer, templates: jinja2.Environment) -> None:
        """`templates` must know the addresses of the stylesheet and the icon."""
        self._templates = templates
        self._version = explorer.data_version
        self._views = {view.id: view for view in explorer.figures}
        self._inside = inside(explorer.figures)
        self._sources = {row["id"]: row for row in store.tables["sources"].to_dict("records")}
        self._events = events(store)

    def figure(self, figure_id: str) -> str:
        """The page of a figure. Raises KeyError for an unknown id."""
        view = self._views[figure_id]
        parts = [v for v in self._inside[figure_id] if v.claim.part_of == figure_id]
        return self._templates.get_template("figure.html").render(
            view=view,
            whole=self._views.get(view.claim.part_of or ""),
            parts=parts,
            remainder=remainder_sentence(view, parts) if parts else "",
            data_version=self._version,
        )

    def source(self, source_id: str) -> str:
        """The page of a source. Raises KeyError for an unknown id."""
        source = self._sources[source_id]
        taken = [v for v in self._views.values() if v.row["source"] == source_id]
        return self._templates.get_template("source.html").render(
            source=source,
            figures=taken,
            events=[event for event in self._events if event["source"] == source_id],
            data_version=self._version,
        )

    @property
    def figure_ids(self) -> list[str]:
        """Every figure that has a page."""
        return list(self._views)

    @property
    def source_ids(self) -> list[str]:
        """Every source that has a page."""
        return list(self._sources)


def remainder_sentence(whole: FigureView, parts: list[FigureView]) -> str:
    """What the parts leave of their whole, or that no honest difference can be given."""
    rest = totals.remainder(whole.claim, [part.claim for part in parts])
    if isinstance(rest, totals.Refusal):
        return sentences.say("no-remainder")
    return sentences.say("remainder", value=sentences.thousands(rest.value))
