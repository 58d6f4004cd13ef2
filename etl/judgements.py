"""The hand-kept judgements about figures: what answers what, what may be joined, what changed, what is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from etl.models import Day, Identifier, Record, Review, Text
from etl.problems import Problem
from etl.records import Listed, Model, read_list
from etl.totals import Rank

Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Number = Annotated[str, StringConstraints(pattern=r"^-?\d{1,9}$")]


class Pair(Record):
    """A rule for questions that a table and a second table answer cell by cell.

    Every figure whose id fits the pattern `rivals` is a rival of the figure whose id is the same but for
    the `suffix`; that one is preferred, and the rivals get `rank`.
    """

    rivals: Text
    suffix: Text
    rank: Literal[Rank.NORMAL, Rank.DEPRECATED] = Rank.NORMAL


class Question(Record):
    """What several figures answer, with the rank of each; or the rule by which a table pairs answers.

    With a `pair`, `question` may hold {region} and {period}, which become those of each cell.
    """

    id: Identifier
    question: Text
    answers: dict[Text, Rank] = Field(default_factory=dict)
    pair: Pair | None = None
    reason: Text


class Years(Record):
    """The points of a series by a pattern of ids with {year} in it, from the first year to the last."""

    figures: Text
    first: Year
    last: Year


class Series(Record):
    """Figures that may be shown as one row over time, listed one by one or by years of a table."""

    id: Identifier
    title: Text
    kind: Literal["line", "steps", "dots"]
    note: Text
    points: list[Text] = Field(default_factory=list)
    years: Years | None = None


class Revision(Record):
    """A change of a published figure, in the fields as they are written in its source.

    `old` and `new` name the same fields. A withdrawn figure has no `new`; its `old` is the whole record,
    with the `source` it stood in, and `follows` the figure that it stood after.
    """

    figure: Identifier
    date: Day
    kind: Literal["changed", "withdrawn"]
    reason: Text
    old: dict[Text, str]
    new: dict[Text, str] = Field(default_factory=dict)
    follows: Text | None = None


class Acceptance(Record):
    """Findings of one check that are explained, by patterns of the ids that they are about.

    `least` and `most` bound the amount found: a finding outside of them is open again.
    """

    check: Identifier
    subjects: list[Text]
    least: Number | None = None
    most: Number | None = None
    reason: Text


class ReviewRule(Review):
    """How often sources are looked at again: the last rule that fits a source counts, unless it has its own."""

    sources: Text


@dataclass(frozen=True, slots=True)
class Judgements:
    """All judgements of a data folder, each with its place."""

    questions: list[Listed[Question]]
    series: list[Listed[Series]]
    revisions: list[Listed[Revision]]
    acceptances: list[Listed[Acceptance]]
    reviews: list[Listed[ReviewRule]]


def read_judgements(data: Path) -> tuple[Judgements, list[Problem]]:
    """Read the five files of judgements. Returns what could be read and every finding; raises nothing."""
    problems: list[Problem] = []

    def records(name: str, model: type[Model]) -> list[Listed[Model]]:
        path = data.absolute() / name
        found, wrong = read_list(path, f"{path.parent.name}/{name}", model)
        problems.extend(wrong)
        return found

    judgements = Judgements(
        records("questions.yml", Question),
        records("series.yml", Series),
        records("revisions.yml", Revision),
        records("exceptions.yml", Acceptance),
        records("reviews.yml", ReviewRule),
    )
    return judgements, problems
