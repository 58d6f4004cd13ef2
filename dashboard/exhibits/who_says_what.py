"""Who says what: every answer to one question on one axis, the preferred one first, then from small to large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from dashboard.answers import answers
from dashboard.extremes import alike, bottom, kinds, number, standing, top
from dashboard.library import Library
from dashboard.sentences import count, link, say, say_html, thousands
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView
from etl.models import NOT_STATED
from etl.totals import Rank
from etl.wording import Qualifier

_OPENING = "guard-and-reserve-january-2025"
_BOTH = 2


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
        self._publishers = {
            view.row["source"]: "" if view.row["source_publisher"] == NOT_STATED else view.publisher for view in figures
        }

    def headline(self, shown: Sequence[FigureView]) -> Markup:
        """The preferred answer, and what the others about the same people come to."""
        return preferred_and_reach(shown)

    def context(self, shown: Sequence[FigureView]) -> dict[str, Any]:
        """All drawings, and the question that is seen."""
        return {
            "drawings": self._drawings,
            "asked": shown[0].claim.question if shown else "",
            "events": (),
        }

    def browser_data(self, tokens: Tokens) -> dict[str, Any]:  # noqa: ARG002  (the scripts read them from the page)
        """Who published each source, "" where it is not stated, and whom each figure counts, for the headline."""
        return {"publishers": self._publishers, "who": {view.id: view.agency for view in self.explorer.figures}}


def preferred_and_reach(shown: Sequence[FigureView]) -> Markup:
    """The preferred answer and its publisher, then what the others about the same people come to; "" for nothing.

    `shown` are answers to one question. One that looks wrong is set aside, with a word about it.
    """
    if not shown:
        return Markup()
    kept = standing(shown)
    if not kept:
        return say_html("says.wrong", lead=_lead(shown[0]))
    preferred = kept[0].claim.rank is Rank.PREFERRED
    named = kept[0]
    others = _others(named, kept, whole=preferred)
    key = f"says.{'preferred' if preferred else 'others'}{'-among' if others else ''}"
    said = [say_html(key, lead=_lead(named), agency=named.agency, others=others)]
    if len(kept) < len(shown):
        said.append(escape(count("summary.set-aside", len(shown) - len(kept))))
    return Markup(" ").join(said)


def _lead(view: FigureView) -> Markup:
    """Who says what. A publisher that the source doesn't state is no one to begin a headline with."""
    key = "says.lead-unnamed" if view.row["source_publisher"] == NOT_STATED else "says.lead"
    return say_html(key, publisher=view.publisher, figure=link(view.id, view.amount), agency=view.agency)


def _others(named: FigureView, kept: Sequence[FigureView], *, whole: bool) -> Markup:
    """What the answers about the same people come to, and how many are about others; "" for one answer alone."""
    peers = [view for view in kept if _same_people(view, named)]
    rest = len(kept) - len(peers)
    groups = escape(count("other-groups", rest)) if rest else Markup()
    if len(peers) == 1:
        return groups
    compared = _compared(named, peers, whole=whole and not rest)
    return say_html("says.and-groups", answers=compared, groups=groups) if rest else compared


def _same_people(view: FigureView, named: FigureView) -> bool:
    """Whether two answers count people of one agency, and neither is said to be a part of the other."""
    apart = view.id == named.claim.part_of or view.claim.part_of == named.id
    return view.claim.agency == named.claim.agency and not apart


def _compared(named: FigureView, peers: Sequence[FigureView], *, whole: bool) -> Markup:
    """How several answers compare; `whole` says that these are all that there are."""
    if not alike(peers):
        least, greatest = _end(min(peers, key=bottom), bottom), _end(max(peers, key=top), top)
        return say_html("says.spread", answers=count("answers", len(peers)), least=least, greatest=greatest)
    both = say("says.both-answers") if len(peers) == _BOTH else count("all-answers", len(peers))
    answers = both if whole else count("answers", len(peers))
    as_what = kinds(peers)
    if as_what:
        key = "alike-as" if as_what == kinds(peers[:1]) else "alike-each-as"
    else:
        key = "alike" if whole else "alike-others"
    return say_html(f"says.{key}", answers=answers, number=link(named.id, number(named)), kinds=as_what)


def _end(view: FigureView, end: Callable[[FigureView], int]) -> Markup:
    """An answer as the end of a row of answers: the end of a range that is meant, a bound as such, none as the word."""
    qualifier = view.claim.qualifier
    if qualifier is Qualifier.RANGE:
        return link(view.id, thousands(end(view)))
    if qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST):
        return say_html(f"says.end-{qualifier.value}", number=link(view.id, number(view)))
    return link(view.id, view.amount if view.claim.value else say("amount.none"))
