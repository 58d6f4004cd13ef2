"""The parts that the facts share, in words and with addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard import sentences
from dashboard.facts.shapes import Counted, Mention, Period, Reference, Row, Term
from dashboard.library import Library, Question, Series
from dashboard.selection import chain
from dashboard.sentences import say
from dashboard.views import FigureView
from etl import periods
from etl.models import NOT_STATED
from etl.periods import Precision


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts parts of one library into shapes; `base_url` stands before every address, "" for paths."""

    library: Library
    base_url: str = ""

    def address(self, kind: str, name: str) -> str:
        """Where something has its page."""
        return f"{self.base_url}/{kind}/{name}"

    def fact(self, kind: str, name: str) -> dict[str, Any]:
        """What every fact begins with."""
        version = self.library.explorer.data_version
        return {"id": name, "address": self.address(kind, name), "data_version": version}

    def term(self, column: str, name: str) -> Term:
        """A name of a vocabulary column. Raises KeyError for an unknown one."""
        label = say("fact.not-stated") if name == NOT_STATED else self.library.labels[column][name]
        return Term(id=name, label=label)

    def counted(self, basis: str) -> Counted:
        """What a basis counts."""
        row = self.library.terms["bases"][basis]
        return Counted(id=basis, label=row["label"], people=row["people"], definition=row["definition"])

    def agency(self, name: str) -> Reference:
        """A link to an agency."""
        return Reference(id=name, address=self.address("agency", name), label=self.library.explorer.agency_names[name])

    def agency_path(self, name: str) -> list[Reference]:
        """Links to an agency and all above it, from the top down to itself."""
        return [self.agency(above) for above in reversed(chain(name, self.library.explorer.tree))]

    def source(self, name: str, label: str = "") -> Reference:
        """A link to a source, by its title unless another label is given."""
        label = label or self.library.sources[name]["title"]
        return Reference(id=name, address=self.address("source", name), label=label)

    def question(self, question: Question) -> Reference:
        """A link to a question."""
        return Reference(id=question.id, address=self.address("question", question.id), label=question.text)

    def series(self, series: Series) -> Reference:
        """A link to a series."""
        return Reference(id=series.id, address=self.address("series", series.id), label=series.title)

    def mention(self, view: FigureView) -> Mention:
        """A figure as a sentence names it."""
        return Mention(**self._mentioned(view))

    def row(self, view: FigureView) -> Row:
        """A figure as a row of a table."""
        return Row(**self.cells(view))

    def rows(self, views: Iterable[FigureView]) -> list[Row]:
        """Figures as rows of a table, in the same order."""
        return [self.row(view) for view in views]

    def cells(self, view: FigureView) -> dict[str, Any]:
        """The cells of a row."""
        whole = self.library.figures.get(view.claim.part_of or "")
        return {
            **self._mentioned(view),
            "as_reported": view.row["as_reported"],
            **bounds(view),
            "filed_under": self.agency(view.claim.agency),
            "basis": Term(id=view.claim.basis, label=view.basis.label),
            "as_of": Period(**as_of(view)),
            "source": self.source(view.row["source"], view.row["source_publisher"]),
            "part_of": None if whole is None else self.mention(whole),
        }

    def _mentioned(self, view: FigureView) -> dict[str, str]:
        return {
            "id": view.id,
            "address": self.address("figure", view.id),
            "amount": view.amount,
            "agency": view.agency,
        }


def bounds(view: FigureView) -> dict[str, Any]:
    """A figure as a number, with what its source's words allow; None for an open bound."""
    return {
        "qualifier": view.claim.qualifier,
        "value": view.claim.value,
        "value_low": number(view.row["value_low"]),
        "value_high": number(view.row["value_high"]),
    }


def as_of(view: FigureView) -> dict[str, Any]:
    """The period that a figure speaks of."""
    return {
        "text": view.row["as_of_text"],
        "label": view.as_of,
        "first": view.claim.start,
        "last": view.claim.end,
        "precision": Precision(view.row["as_of_precision"]),
    }


def published(text: str) -> Period:
    """A period as it is written in the data. Raises periods.PeriodError."""
    read = periods.read(text)
    label = sentences.period_text(text)
    return Period(text=text, label=label, first=read.start, last=read.end, precision=read.precision)


def number(cell: str) -> int | None:
    """An integer as a table holds it, None for an empty cell."""
    return int(cell) if cell else None


def day(cell: str) -> date | None:
    """A day as a table holds it, None for an empty cell."""
    return date.fromisoformat(cell) if cell else None
