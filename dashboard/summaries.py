"""What a chart shows in one short paragraph: highest, lowest, how many numbers are hedged, and the span of dates.

assets/summaries.js says the same in the browser; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from dashboard.extremes import above, alike, below, bottom, highest, kinds, lowest, number, standing, top
from dashboard.sentences import count, joined, link, say, say_html
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
    """The paragraph, as HTML: every figure that it names leads to its page. "" for nothing."""
    if not shown:
        return Markup()
    return Markup(" ").join([_extremes(shown), _hedges(shown), _dates(shown)])


def _extremes(shown: Sequence[FigureView]) -> Markup:
    """Highest and lowest of what is counted in one way, a sentence or two for each way that has several figures."""
    kept = standing(shown)
    bases: dict[str, list[FigureView]] = {}
    for view in kept:
        bases.setdefault(view.claim.basis, []).append(view)
    singles = [views[0] for views in bases.values() if len(views) == 1]
    said = [_ranked(views, _of(views) if len(bases) > 1 else "") for views in bases.values() if len(views) > 1]
    if singles:
        key = "summary.one" if len(singles) == 1 else "summary.one-each"
        said.append(say_html(key, of=_of(singles) if len(bases) > 1 else "", figures=joined(_links(singles))))
    if len(kept) < len(shown):
        said.append(escape(count("summary.set-aside", len(shown) - len(kept))))
    return Markup(" ").join(said)


def _of(views: Sequence[FigureView]) -> str:
    """What figures are counted as, each way once."""
    return say("summary.of", bases=joined(list(dict.fromkeys(view.basis.label for view in views))).unescape())


def _links(views: Sequence[FigureView]) -> list[Markup]:
    return [link(view.id, view.name) for view in views]


def _ranked(views: Sequence[FigureView], of: str) -> Markup:
    """The highest and the lowest of several, or why there are none; bounds of one side are ranked among themselves."""
    if alike(views):
        key = "summary.level-as" if kinds(views) else "summary.level"
        return say_html(key, of=of, figures=_named(views, views[0]), number=number(views[0]), kinds=kinds(views))
    most, least = highest(views), lowest(views)
    values = {"highest": _named(above(views), most, top), "lowest": _named(below(views), least, bottom)}
    return say_html(f"summary.{_ranking(views, top(most) > bottom(least))}", of=of, **values)


def _ranking(views: Sequence[FigureView], apart: bool) -> str:  # noqa: FBT001  (a fact, not a switch)
    """Which message tells highest and lowest; `apart` says that the numbers in question differ in that order."""
    bounds = {view.claim.qualifier for view in views} & {Qualifier.AT_LEAST, Qualifier.AT_MOST}
    if len(bounds) == 1 and all(view.claim.qualifier in bounds for view in views):
        return f"extremes-{bounds.pop().value}"
    if apart:
        return "extremes"
    return "open" if len(bounds) > 1 else "highest" if Qualifier.AT_LEAST in bounds else "lowest"


def _named(shown: Sequence[FigureView], first: FigureView, end: Callable[[FigureView], int] = bottom) -> Markup:
    """A figure, and how many others have the same number at that end."""
    others = sum(end(view) == end(first) for view in shown) - 1
    return joined([link(first.id, first.name), *([count("others", others)] if others else [])])


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
