"""Facts that are lists of figures: a source, a question, a series."""

from __future__ import annotations

from dashboard.facts import wording
from dashboard.facts.shapes import Event, Question, RankedRow, Series, Source
from dashboard.facts.wording import Wording
from dashboard.sentences import say


def source(words: Wording, name: str) -> Source:
    """One document and all that was taken from it. Raises KeyError for an unknown name."""
    library = words.library
    row = library.sources[name]
    return Source(
        **words.fact("source", name),
        title=row["title"],
        publisher=row["publisher"],
        published=wording.published(row["published"]),
        original_address=row["address"],
        kind=say(f"kind.{row['kind']}"),
        language=row["language"],
        added=wording.day(row["added"]),
        retrieved_from=row["retrieved_from"] or None,
        sha256=row["sha256"] or None,
        inferred=row["inferred"] or None,
        note=row["note"] or None,
        figures=words.rows(library.explorer.of_source(name).figures),
        events=[
            Event(**{key: event[key] for key in Event.model_fields})
            for event in library.events
            if event["source"] == name
        ],
    )


def question(words: Wording, name: str) -> Question:
    """Every answer to one question, the preferred one first, and why. Raises KeyError for an unknown name."""
    asked = words.library.questions[name]
    return Question(
        **words.fact("question", name),
        text=asked.text,
        reason=asked.reason,
        answers=[RankedRow(**words.cells(view), rank=rank) for view, rank in asked.answers],
    )


def series(words: Wording, name: str) -> Series:
    """One row of figures over time. Raises KeyError for an unknown name."""
    shown = words.library.series[name]
    return Series(
        **words.fact("series", name),
        title=shown.title,
        kind=shown.kind,
        note=shown.note,
        points=words.rows(shown.points),
        compared=None if shown.compared is None else words.row(shown.compared),
    )
