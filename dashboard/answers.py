"""The answers to one question on one axis: the mark of each, and how it stands among them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.drawings import Mark, mark
from dashboard.library import Question
from dashboard.scales import Scale, scale
from dashboard.sentences import period_text
from dashboard.views import FigureView
from etl.totals import Rank


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer and where it stands on the axis."""

    view: FigureView
    rank: Rank
    mark: Mark

    @property
    def publisher(self) -> str:
        """Who says so."""
        return self.view.publisher

    @property
    def published(self) -> str:
        """When they said it, in words."""
        return period_text(self.view.row["source_published"])


@dataclass(frozen=True, slots=True)
class Answers:
    """A question's drawing: its answers in their order on an axis from zero that holds them all."""

    question: Question
    scale: Scale
    answers: tuple[Answer, ...]


def answers(question: Question) -> Answers:
    """Draw a question."""
    axis = scale([view.claim for view, _ in question.answers])
    drawn = tuple(Answer(view, rank, mark(view.claim, axis)) for view, rank in question.answers)
    return Answers(question, axis, drawn)
