"""What a chart shows in one short paragraph: highest, lowest, how many numbers are hedged, and the span of dates.

assets/summaries.js says the same in the browser; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.sentences import count, joined, link, say_html
from dashboard.spans import span
from dashboard.views import FigureView
from etl.wording import Qualifier

_ROUGH = (Qualifier.ABOUT, Qualifier.ESTIMATE)
_HEDGES = (
    ("rough", _ROUGH),
    ("at-least", (Qualifier.AT_LEAST,)),
    ("at-most", (Qualifier.AT_MOST,)),
    ("range", (Qualifier.RANGE,)),
)


def summary(shown: Sequence[FigureView]) -> Markup:
    """The paragraph, as HTML: every figure that it names leads to its page. "" for nothing.

    Highest and lowest go by the value of a figure: of a range its lower end, of a bound the bound.
    """
    if not shown:
        return Markup()
    return Markup(" ").join([_extremes(shown), _hedges(shown), _dates(shown)])


def _extremes(shown: Sequence[FigureView]) -> Markup:
    highest, lowest = (best(view.claim.value for view in shown) for best in (max, min))
    if highest == lowest:
        return say_html("summary.one" if len(shown) == 1 else "summary.level", figures=_named(shown, highest))
    return say_html("summary.extremes", highest=_named(shown, highest), lowest=_named(shown, lowest))


def _named(shown: Sequence[FigureView], value: int) -> Markup:
    """The first figure of a value, and how many others have the same one."""
    first, *others = (view for view in shown if view.claim.value == value)
    return joined([link(first.id, first.name), *([count("others", len(others))] if others else [])])


def _hedges(shown: Sequence[FigureView]) -> Markup:
    numbers = [(kind, sum(view.claim.qualifier in among for view in shown)) for kind, among in _HEDGES]
    said = [count(f"summary.{kind}", number) for kind, number in numbers if number]
    return say_html("summary.hedged", hedges=joined(said)) if said else say_html("summary.exact")


def _dates(shown: Sequence[FigureView]) -> Markup:
    dated = [view.dated for view in shown if view.dated]
    if not dated:
        return say_html("summary.no-date")
    first, last = span(dated)
    undated = count("summary.undated", len(shown) - len(dated)) if len(dated) < len(shown) else ""
    return say_html("summary.date" if first == last else "summary.dates", first=first, last=last, undated=undated)
