"""The highest and the lowest of figures, as far as their hedges let one be named; rules of headlines and summaries.

assets/extremes.js has the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dashboard.scales import largest
from dashboard.sentences import joined, say, thousands
from dashboard.views import FigureView
from etl.totals import Rank
from etl.wording import Qualifier

_NAMED_AS = {
    Qualifier.EXACT: "exact",
    Qualifier.ABOUT: "rough",
    Qualifier.ESTIMATE: "rough",
    Qualifier.AT_LEAST: "at-least",
    Qualifier.AT_MOST: "at-most",
    Qualifier.RANGE: "range",
}


def standing(views: Iterable[FigureView]) -> list[FigureView]:
    """All but the answers that are kept for the record alone because they look wrong."""
    return [view for view in views if view.claim.rank is not Rank.DEPRECATED]


def bottom(view: FigureView) -> int:
    """The lower end of a range, the number itself of anything else."""
    return view.claim.value


def top(view: FigureView) -> int:
    """The upper end of a range, the number itself of anything else."""
    return largest(view.claim) if view.claim.qualifier is Qualifier.RANGE else view.claim.value


def above(views: Sequence[FigureView]) -> Sequence[FigureView]:
    """Those that may be the highest. An upper bound is not, unless there are no others: it leaves open how many."""
    return [view for view in views if view.claim.qualifier is not Qualifier.AT_MOST] or views


def below(views: Sequence[FigureView]) -> Sequence[FigureView]:
    """Those that may be the lowest. A lower bound is not, unless there are no others."""
    return [view for view in views if view.claim.qualifier is not Qualifier.AT_LEAST] or views


def highest(views: Sequence[FigureView]) -> FigureView:
    """The first of the most people. Raises ValueError for none."""
    return max(above(views), key=top)


def lowest(views: Sequence[FigureView]) -> FigureView:
    """The first of the fewest people. Raises ValueError for none."""
    return min(below(views), key=bottom)


def alike(views: Sequence[FigureView]) -> bool:
    """Whether all name the same number, each with its own hedge."""
    return len({(bottom(view), top(view)) for view in views}) == 1


def number(view: FigureView) -> str:
    """The number without its hedge: "6,000", "450 to 500"."""
    low, high = thousands(bottom(view)), thousands(top(view))
    return low if low == high else say("amount.range", low=low, high=high)


def kinds(views: Iterable[FigureView]) -> Markup:
    """As what they name it, each once: "as an upper bound and as an exact number"; "" when all are exact."""
    found = list(dict.fromkeys(_NAMED_AS[view.claim.qualifier] for view in views))
    return Markup() if found == ["exact"] else joined([say(f"named-as.{kind}") for kind in found])
