"""Who says what: every answer to one question on one axis, the preferred one first, then from small to large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from dashboard.answers import answers
from dashboard.library import Library
from dashboard.scales import largest
from dashboard.sentences import count, link, say, say_html, thousands
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView
from etl.totals import Rank
from etl.wording import Qualifier

_OPENING = "guard-and-reserve-january-2025"


class WhoSaysWhat:
    """All questions; the filter shows one of them."""

    name = "who-says-what"
    path = "/who-says-what"
    source = ""

    def __init__(self, library: Library) -> None:
        """Draw every question. It opens with the one about the opening article, or else with the first."""
        questions = library.questions
        figures = tuple(view for question in questions.values() for view, _ in question.answers)
        opening = _OPENING if _OPENING in questions else next(iter(questions), "")
        self.explorer: Explorer = replace(library.explorer, figures=figures, question=opening)
        self._drawings = [answers(question) for question in questions.values()]
        self._publishers = {view.row["source"]: view.publisher for view in figures}

    def headline(self, shown: Sequence[FigureView]) -> Markup:
        """The preferred answer, and from where to where all of them reach."""
        return preferred_and_reach(shown)

    def context(self, shown: Sequence[FigureView]) -> dict[str, Any]:
        """All drawings, and the question that is seen."""
        return {
            "drawings": self._drawings,
            "asked": shown[0].claim.question if shown else "",
            "events": (),
        }

    def browser_data(self, tokens: Tokens) -> dict[str, Any]:  # noqa: ARG002  (the scripts read them from the page)
        """Who published each source, and whom each figure counts, for the headline."""
        return {"publishers": self._publishers, "who": {view.id: view.agency for view in self.explorer.figures}}


def preferred_and_reach(shown: Sequence[FigureView]) -> Markup:
    """The preferred answer and its publisher, then the least and the greatest answer; "" for nothing.

    `shown` are answers to one question.
    """
    if not shown:
        return Markup()
    preferred = next((view for view in shown if view.claim.rank is Rank.PREFERRED), None)
    named = preferred or shown[0]
    least, greatest = min(shown, key=lambda view: view.claim.value), max(shown, key=_top)
    spread = "one" if len(shown) == 1 else "alike" if least.claim.value == _top(greatest) else "spread"
    return say_html(
        f"says.{'preferred' if preferred else 'others'}-{spread}",
        publisher=named.publisher,
        figure=link(named.id, named.amount),
        agency=named.agency,
        answers=count("answers", len(shown)),
        least=_end(least, least.claim.value),
        greatest=_end(greatest, _top(greatest)),
    )


def _top(view: FigureView) -> int:
    """The upper end of a range, the number itself of anything else."""
    return largest(view.claim) if view.claim.qualifier is Qualifier.RANGE else view.claim.value


def _end(view: FigureView, people: int) -> Markup:
    """An answer as the end of a row of answers: of a range the end that is meant, of none the word."""
    if view.claim.qualifier is Qualifier.RANGE:
        return link(view.id, thousands(people))
    return link(view.id, view.amount if people else say("amount.none"))
