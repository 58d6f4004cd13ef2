"""Pages for single facts: figures, sources, questions and series, plain HTML that needs no script."""

from __future__ import annotations

import jinja2

from dashboard import drawings, sentences
from dashboard.library import Library, Series
from dashboard.panels import inside
from dashboard.scales import scale
from dashboard.views import FigureView
from etl import totals


class FactPages:
    """Renders the pages of one data version. Each method raises KeyError for an unknown id."""

    def __init__(self, library: Library, templates: jinja2.Environment) -> None:
        """`templates` must know the addresses of the stylesheet and the icon."""
        self._library = library
        self._templates = templates
        self._inside = inside(library.explorer.figures)

    def figure(self, figure_id: str) -> str:
        """What is known of one figure."""
        library = self._library
        view = library.figures[figure_id]
        parts = [part for part in self._inside[figure_id] if part.claim.part_of == figure_id]
        return self._render(
            "figure.html",
            view=view,
            qualifier=sentences.say(f"qualifier.{view.claim.qualifier.value}"),
            words={column: labels[view.row[column]] for column, labels in library.labels.items()},
            whole=library.figures.get(view.claim.part_of or ""),
            parts=parts,
            remainder=remainder_sentence(view, parts) if parts else "",
            question=library.question_of.get(figure_id),
            series=library.series_of.get(figure_id, ()),
            revisions=library.revisions_of.get(figure_id, ()),
        )

    def source(self, source_id: str) -> str:
        """One document and all figures taken from it."""
        library = self._library
        taken = library.explorer.of_source(source_id).figures
        source = library.sources[source_id]
        return self._render(
            "source.html",
            source=source,
            published=sentences.period_text(source["published"]),
            figures=taken,
            charted=len(taken) <= MOST_CHARTED,
            events=[event for event in library.events if event["source"] == source_id],
        )

    def question(self, question_id: str) -> str:
        """Every answer to one question on one axis, the preferred one first, and why."""
        question = self._library.questions[question_id]
        axis = scale([view.claim for view, _ in question.answers])
        marks = [(view, rank, drawings.mark(view.claim, axis)) for view, rank in question.answers]
        return self._render("question.html", question=question, scale=axis, marks=marks)

    def questions(self) -> str:
        """All questions."""
        return self._render("questions.html", questions=self._library.questions.values())

    def one_series(self, series_id: str) -> str:
        """One series over time, and its figures as a table."""
        series = self._library.series[series_id]
        return self._render("series.html", series=series, drawing=drawings.over_time(series))

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

    def _multiples(self, group: list[Series]) -> list[tuple[Series, str, drawings.TimeDrawing]]:
        """Drawings on one scale, each with the name of its region."""
        axis = scale([view.claim for series in group for view in series.points])
        regions = self._library.labels["region"]
        return [(series, regions[series.points[0].row["region"]], drawings.over_time(series, axis)) for series in group]

    def _render(self, template: str, **values: object) -> str:
        version = self._library.explorer.data_version
        return self._templates.get_template(template).render(data_version=version, **values)


MOST_CHARTED = 60
"""A source with more figures than this has a table, but no page of bars."""


def remainder_sentence(whole: FigureView, parts: list[FigureView]) -> str:
    """What the parts leave of their whole, or that no honest difference can be given."""
    rest = totals.remainder(whole.claim, [part.claim for part in parts])
    if isinstance(rest, totals.Refusal):
        return sentences.say("no-remainder")
    return sentences.say("remainder", value=sentences.thousands(rest.value))
