"""What the parts of a whole leave over: a number computed here, or in short why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.library import Library
from dashboard.sentences import say, thousands
from dashboard.views import FigureView
from etl import totals


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a whole; `value` in people, None where a difference would be a number that nobody knows.

    `needs` are the ids of the whole and of the parts: where one of them is not shown, nothing is said of the rest.
    """

    whole: FigureView
    value: int | None
    words: str
    needs: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where the computation is explained."""
        return f"/figure/{self.whole.id}#rest"


def rests(library: Library, figures: Sequence[FigureView]) -> dict[str, Rest]:
    """What is left of each whole whose parts are all among `figures`, by its id; where nothing is left, nothing."""
    parts: dict[str, list[FigureView]] = {}
    for view in library.explorer.figures:
        if view.claim.part_of:
            parts.setdefault(view.claim.part_of, []).append(view)
    there = {view.id for view in figures}
    found = {view.id: _rest(view, parts[view.id]) for view in figures if view.id in parts}
    return {name: rest for name, rest in found.items() if rest.value != 0 and there.issuperset(rest.needs)}


def _rest(whole: FigureView, parts: Sequence[FigureView]) -> Rest:
    result = totals.remainder(whole.claim, [part.claim for part in parts])
    if isinstance(result, totals.Refusal):
        needs = (whole.id, *(part.id for part in parts))
        return Rest(whole, None, say(f"rest.{result.reason.value}"), needs)
    return Rest(whole, result.value, say("rest", value=thousands(result.value)), (whole.id, *result.parts))
