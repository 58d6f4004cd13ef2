"""Pages for single facts: figures, sources, questions, series and agencies, plain HTML that needs no script."""

from __future__ import annotations

import jinja2

from dashboard import drawings, facts
from dashboard.answers import answers
from dashboard.exhibits.who_says_what import preferred_and_reach
from dashboard.facts import Wording
from dashboard.library import Library, Series
from dashboard.scales import scale

MOST_CHARTED = 60
"""A source with more figures than this has a table, but no page of bars."""


class FactPages:
    """Renders the pages of one data version. Each method raises KeyError for an unknown name."""

    def __init__(self, library: Library, templates: jinja2.Environment) -> None:
        """`templates` must know the addresses of the stylesheet and the icon."""
        self._library = library
        self._words = Wording(library)
        self._templates = templates

    def figure(self, name: str) -> str:
        """What is known of one figure."""
        return self._render("figure.html", figure=facts.figure(self._words, name), view=self._library.figures[name])

    def source(self, name: str) -> str:
        """One document and all figures taken from it."""
        source = facts.source(self._words, name)
        return self._render("source.html", source=source, charted=len(source.figures) <= MOST_CHARTED)

    def question(self, name: str) -> str:
        """Every answer to one question on one axis, the preferred one first, and why."""
        asked = self._library.questions[name]
        return self._render(
            "question.html",
            question=facts.question(self._words, name),
            drawing=answers(asked),
            headline=preferred_and_reach([view for view, _ in asked.answers]),
        )

    def questions(self) -> str:
        """All questions."""
        return self._render("questions.html", questions=self._library.questions.values())

    def one_series(self, name: str) -> str:
        """One series over time, and its figures as a table."""
        drawing = drawings.over_time(self._library.series[name])
        return self._render("series.html", series=facts.series(self._words, name), drawing=drawing)

    def all_series(self) -> str:
        """All series: the rows of one table as small multiples on one scale, the others by name."""
        lines = [series for series in self._library.series.values() if series.kind == "line"]
        leaves = set(self._library.explorer.regions) - set(self._library.explorer.regions.values())
        sectors = [series for series in lines if series.points[0].row["region"] in leaves]
        borders = [series for series in lines if series not in sectors]
        return self._render(
            "all_series.html",
            borders=self._multiples(borders),
            sectors=self._multiples(sectors),
            others=[series for series in self._library.series.values() if series.kind != "line"],
        )

    def glossary(self) -> str:
        """What the terms of the site mean."""
        return self._render("glossary.html", glossary=self._library.glossary)

    def agency(self, name: str) -> str:
        """What is known of one agency."""
        return self._render("agency.html", agency=facts.agency(self._words, name))

    def _multiples(self, group: list[Series]) -> list[tuple[Series, str, drawings.TimeDrawing]]:
        """Drawings on one scale, each with the name of its region."""
        axis = scale([view.claim for series in group for view in series.points])
        regions = self._library.labels["region"]
        return [(series, regions[series.points[0].row["region"]], drawings.over_time(series, axis)) for series in group]

    def _render(self, template: str, **values: object) -> str:
        version = self._library.explorer.data_version
        return self._templates.get_template(template).render(data_version=version, **values)
