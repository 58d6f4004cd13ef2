"""The published tables of judgements: questions, series, revisions and issues."""

from __future__ import annotations

from etl.columns import Column, Table
from etl.models import ID
from etl.totals import Rank
from etl.wording import Qualifier

_FIGURE = ("figures", "figure_id")

QUESTIONS = Table(
    "questions",
    "Questions",
    "What several figures answer, and which of the answers is counted and why.",
    (
        Column("id", "Question", "Identifier; it does not change.", unique=True, pattern=ID),
        Column("question", "Question", "The question in plain words."),
        Column("preferred", "Preferred answer", "The figure that is counted when answers are added to other figures.",
               refers_to=_FIGURE),
        Column("reason", "Reason", "Why that answer is preferred, in one sentence."),
        Column("answers", "Answers", "How many figures answer it.", "integer", minimum=2),
        Column("lowest", "Lowest value", "The smallest number among the answers.", "integer", minimum=0),
        Column("highest", "Highest value", "The largest number among the answers; it may be a lower bound.", "integer",
               minimum=0),
    ),
)  # fmt: skip

ANSWERS = Table(
    "answers",
    "Answers",
    "Which figure answers which question; a figure answers one question at most.",
    (
        Column("figure_id", "Figure", "The answer.", unique=True, refers_to=_FIGURE),
        Column("question_id", "Question", "What it answers.", refers_to=("questions", "id")),
        Column("rank", "Rank", "'preferred' for the one that is counted, 'deprecated' for one that looks wrong.",
               values=tuple(Rank)),
    ),
)  # fmt: skip

SERIES = Table(
    "series",
    "Series",
    "Figures that may be shown as one row over time, and how they may be joined.",
    (
        Column("id", "Series", "Identifier; it does not change.", unique=True, pattern=ID),
        Column("title", "Title", "What the points count."),
        Column("kind", "Kind", "'line' for points of one table that may be joined; 'steps' for limits that hold until "
               "the next one; 'dots' for points that must not be joined.", values=("line", "steps", "dots")),
        Column("note", "Note", "What the series can carry and what it can't."),
        Column("points", "Points", "How many figures it has.", "integer", minimum=1),
        Column("first", "First day", "First day that a point speaks of.", "date"),
        Column("last", "Last day", "Last day that a point speaks of.", "date"),
    ),
)  # fmt: skip

SERIES_POINTS = Table(
    "series_points",
    "Points of series",
    "The figures of each series in order of time.",
    (
        Column("series_id", "Series", "The series.", refers_to=("series", "id")),
        Column("position", "Position", "Place of the point in the series, from 1.", "integer", minimum=1),
        Column("figure_id", "Figure", "The point.", refers_to=_FIGURE),
    ),
    key=("series_id", "position"),
)

STATE = (
    ("value", "Value", "integer"),
    ("value_low", "Lower bound", "integer"),
    ("value_high", "Upper bound", "integer"),
    ("qualifier", "Qualifier", "string"),
    ("as_reported", "As reported", "string"),
    ("basis", "Basis", "string"),
    ("agency", "Agency", "string"),
    ("role", "Role", "string"),
    ("region", "Region", "string"),
    ("as_of_text", "As of", "string"),
    ("part_of", "Part of", "string"),
)
"""What a revision keeps of a figure, before and after it: name, title and kind as in the table of figures."""


def _state(prefix: str, word: str) -> tuple[Column, ...]:
    return tuple(
        Column(
            f"{prefix}_{name}",
            f"{title}, {word}",
            f"What {name} of the figures was {word} the revision.",
            "integer" if kind == "integer" else "string",
            required=False,
            values=tuple(Qualifier) if name == "qualifier" else (),
        )
        for name, title, kind in STATE
    )


REVISIONS = Table(
    "revisions",
    "Revisions",
    "Figures that were changed or withdrawn after they were published, with the state before and after.",
    (
        Column("figure_id", "Figure", "The figure; one that was withdrawn is no longer among the figures.", pattern=ID),
        Column("date", "Date", "Day of the revision.", "date"),
        Column("kind", "Kind", "What was done.", values=("changed", "withdrawn")),
        Column("reason", "Reason", "Why, in one sentence."),
        *_state("old", "before"),
        *_state("new", "after"),
    ),
    key=("figure_id", "date"),
)  # fmt: skip

ISSUES = Table(
    "issues",
    "Issues",
    "What the checks across rows found: nothing here keeps the data from being published.",
    (
        Column("check", "Check", "Name of the check.", pattern=ID),
        Column("subject", "Subject", "The figure, question or source that it is about.", pattern=ID),
        Column("severity", "Severity", "'warning' for an open finding, 'accepted' for one that is explained.",
               values=("warning", "accepted")),
        Column("finding", "Finding", "What was found."),
        Column("amount", "Amount", "The difference found, in the unit that the finding names.", "integer",
               required=False),
        Column("reason", "Reason", "Why the finding is accepted.", required=False),
    ),
    key=("check", "subject"),
)  # fmt: skip

TABLES = (QUESTIONS, ANSWERS, SERIES, SERIES_POINTS, REVISIONS, ISSUES)
