"""Everything of one data version in the forms that pages need, put together once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard import sentences, views
from dashboard.glossary import Glossary, glossary
from dashboard.selection import Vocabulary
from dashboard.store import Store
from dashboard.views import Explorer, FigureView
from etl.models import NOT_STATED
from etl.totals import Rank
from etl.wording import Qualifier

OPENING = "seed-article-2025-01"
"""The source that the dashboard opens with."""

_FEATURED = ("federal-headcount", "troop-ceilings", "usbp-national", "usbp-southwest", "usbp-floor")
# An order stands beside headcounts only for comparison: as a line of its own, never as one of the points.
_COMPARED = {"federal-headcount": "seed-active-duty-ordered"}
_VOCABULARIES = {
    "role": "roles",
    "region": "regions",
    "operation": "operations",
    "component": "components",
    "duty_status": "duty_statuses",
}
_TERMS = ("agencies", "bases", *_VOCABULARIES.values())

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, the preferred one first, then from small to large."""

    id: str
    text: str
    reason: str
    answers: tuple[tuple[FigureView, Rank], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures over time; `kind` is line, steps or dots and says how they may be joined.

    `compared` is a figure of another basis that readers want to hold against them.
    """

    id: str
    title: str
    kind: str
    note: str
    points: tuple[FigureView, ...]
    compared: FigureView | None


@dataclass(frozen=True, slots=True)
class Library:
    """The whole of a data version: figures, sources, questions, series, events and revisions, by id.

    `question_of`, `series_of` and `revisions_of` are by the figure's id; `labels` gives the words of the
    vocabulary columns, by column and id, `terms` the rows of every vocabulary, by table and id. `vocabulary`
    holds the names that a filter may have, `glossary` what the terms mean.
    """

    explorer: Explorer
    figures: Mapping[str, FigureView]
    sources: Mapping[str, Row]
    questions: Mapping[str, Question]
    question_of: Mapping[str, Question]
    series: Mapping[str, Series]
    series_of: Mapping[str, tuple[Series, ...]]
    events: tuple[Row, ...]
    revisions_of: Mapping[str, tuple[Row, ...]]
    labels: Mapping[str, Mapping[str, str]]
    terms: Mapping[str, Mapping[str, Row]]
    vocabulary: Vocabulary
    glossary: Glossary

    def questions_of(self, figures: Iterable[str]) -> list[Question]:
        """The questions that any of these figures answers, each once, in their order."""
        asked = {self.question_of[name].id for name in figures if name in self.question_of}
        return [question for question in self.questions.values() if question.id in asked]

    def withdrawn(self, figure_id: str) -> Row | None:
        """The revision by which a figure was withdrawn, or None for one that is there or never was."""
        if figure_id in self.figures:
            return None
        latest = max(self.revisions_of.get(figure_id, ()), key=lambda row: row["date"], default=None)
        return latest if latest and latest["kind"] == "withdrawn" else None

    @property
    def featured_series(self) -> list[Series]:
        """The series that the opening page leads to."""
        return [self.series[name] for name in _FEATURED if name in self.series]


def library(store: Store) -> Library:
    """Arrange the tables of a data version."""
    explorer = views.explorer(store)
    figures = {view.id: view for view in explorer.figures}
    sources = {row["id"]: row for row in _rows(store, "sources")}
    questions = _questions(store, figures)
    series = _series(store, figures)
    return Library(
        explorer=explorer,
        figures=figures,
        sources=sources,
        questions=questions,
        question_of={view.id: question for question in questions.values() for view, _ in question.answers},
        series=series,
        series_of=_series_of(series),
        events=tuple({**row, "date": sentences.period_text(row["date_text"])} for row in _rows(store, "events")),
        revisions_of=_grouped(_rows(store, "revisions"), "figure_id"),
        labels={
            column: {NOT_STATED: NOT_STATED, **{row["id"]: row["label"] for row in _rows(store, table)}}
            for column, table in _VOCABULARIES.items()
        },
        terms={table: {row["id"]: row for row in _rows(store, table)} for table in _TERMS},
        vocabulary=Vocabulary(explorer.tree, _facets(store, explorer), tuple(questions), tuple(sources)),
        glossary=glossary(store),
    )


def _facets(store: Store, explorer: Explorer) -> dict[str, tuple[str, ...]]:
    """The names of each facet, in the order of the data's vocabularies."""

    def ids(table: str) -> tuple[str, ...]:
        return tuple(store.tables[table]["id"])

    not_stated = NOT_STATED.replace(" ", "-")
    return {
        "basis": tuple(explorer.bases),
        "component": (*ids("components"), not_stated),
        "duty_status": (*ids("duty_statuses"), not_stated),
        "qualifier": tuple(qualifier.value for qualifier in Qualifier),
        "kind": tuple(sorted(set(store.tables["sources"]["kind"]))),
    }


def _rows(store: Store, table: str) -> list[Row]:
    """Rows of a table with every cell as text, "" for none."""
    frame = store.tables[table]
    texts = frame.astype("object").where(frame.notna(), "")
    return [{str(name): str(value) for name, value in row.items()} for row in texts.to_dict("records")]


def _grouped(rows: Iterable[Row], key: str) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _questions(store: Store, figures: Mapping[str, FigureView]) -> dict[str, Question]:
    answers = _grouped(_rows(store, "answers"), "question_id")
    found = {}
    for row in _rows(store, "questions"):
        ranked = [(figures[answer["figure_id"]], Rank(answer["rank"])) for answer in answers[row["id"]]]
        ranked.sort(key=lambda answer: (answer[1] is not Rank.PREFERRED, answer[0].claim.value, answer[0].id))
        found[row["id"]] = Question(row["id"], row["question"], row["reason"], tuple(ranked))
    return found


def _series(store: Store, figures: Mapping[str, FigureView]) -> dict[str, Series]:
    points = _grouped(_rows(store, "series_points"), "series_id")
    return {
        row["id"]: Series(
            row["id"], row["title"], row["kind"], row["note"],
            tuple(figures[point["figure_id"]] for point in points[row["id"]]),
            figures.get(_COMPARED.get(row["id"], "")),
        )
        for row in _rows(store, "series")
    }  # fmt: skip


def _series_of(series: Mapping[str, Series]) -> dict[str, tuple[Series, ...]]:
    found: dict[str, list[Series]] = {}
    for one in series.values():
        for point in one.points:
            found.setdefault(point.id, []).append(one)
    return {name: tuple(members) for name, members in found.items()}
