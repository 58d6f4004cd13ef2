"""What the view over time draws: which figures are headcounts of troops, which orders and limits, which agents."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain as chained

from dashboard.drawings import span
from dashboard.frames import Axes, Frame, Group, Look, group, side_by_side
from dashboard.library import OPENING, Library, Series
from dashboard.scales import scale
from dashboard.selection import chain
from dashboard.sentences import say
from dashboard.views import MISSION_REGION, FigureView
from etl.totals import Rank

_FORCES, _STATE_ORDERS, _FEDERAL_ORDERS = "dod", "state-command", "title-10"
_MOST_DAYS = 31
_COMPONENTS = {"national-guard": "guard", "guard-and-reserve": "guard", "reserve": "guard", "active": "active"}
_FEDERAL = "-federal"
# By component; where the source states federal orders they have a colour of their own. No two share a shape.
_PRESENT = {
    "guard": Look(2, "circle"),
    "active": Look(1, "square"),
    "both": Look(3, "diamond"),
    "guard-federal": Look(4, "cross"),
    "active-federal": Look(4, "x"),
    "both-federal": Look(4, "triangle-down"),
}
_ORDERED, _LIMITS = Look(1, "triangle-up"), Look(4, "square", "steps")
_BORDERS = {"usbp-national": 4, "usbp-southwest": 2, "usbp-northern": 3, "usbp-coastal": 1}
SERIES = frozenset(
    {"federal-headcount", "troop-orders", "troop-ceilings", "usbp-after-the-table", "usbp-floor", *_BORDERS}
)
"""What the frames are made of, by the names of the series."""
_AFTER, _FLOOR = Look(4, "diamond", hollow=True), Look(1, "dot", "steps")


def frames(library: Library) -> list[Frame]:
    """Troops present, below them what was ordered and allowed, which is no headcount, and agents.

    Each has a scale of its own; the two of troops share the axis of time.
    """
    kinds = _headcounts(library)
    present = list(chained.from_iterable(kinds.values()))
    ordered, limits = _orders(library), library.series["troop-ceilings"].points
    years = span([*present, *ordered, *limits])
    upper = Axes(scale([view.claim for view in present]), years)
    lower = Axes(scale([view.claim for view in (*ordered, *limits)]), years)
    counted = [group(kind, _label(kind), views, _PRESENT[kind], upper) for kind, views in kinds.items() if views]
    not_counted = [
        group("ordered", _label("ordered"), ordered, _ORDERED, lower),
        group("limits", _label("limits"), limits, _LIMITS, lower),
    ]
    return [
        _frame("present", 300, upper, side_by_side(counted)),
        _frame("orders", 190, lower, side_by_side(not_counted)),
        _agents(library),
    ]


def _headcounts(library: Library) -> dict[str, list[FigureView]]:
    found: dict[str, list[FigureView]] = {kind: [] for kind in _PRESENT}
    for view in sorted(library.explorer.figures, key=_by_time):
        if _is_headcount(view, library):
            found[_kind(view)].append(view)
    return found


def _is_headcount(view: FigureView, library: Library) -> bool:
    """Whether a figure counts service members on the federal mission at the whole border, within a month.

    Of several answers to one question the preferred one is drawn, and the opening article's own.
    """
    claim = view.claim
    if claim.basis != "deployed" or claim.region != MISSION_REGION or view.row["duty_status"] == _STATE_ORDERS:
        return False
    if _FORCES not in chain(claim.agency, library.explorer.tree) or claim.start is None or claim.end is None:
        return False
    if (claim.end - claim.start).days > _MOST_DAYS:
        return False
    return view.row["source"] == OPENING or claim.rank is Rank.PREFERRED or not _outdone(view, library)


def _outdone(view: FigureView, library: Library) -> bool:
    """Whether another figure of the same basis is the preferred answer to the same question."""
    answers = library.question_of[view.id].answers if view.id in library.question_of else ()
    return any(rank is Rank.PREFERRED and other.claim.basis == view.claim.basis for other, rank in answers)


def _kind(view: FigureView) -> str:
    component = _COMPONENTS.get(view.row["component"], "both")
    return component + _FEDERAL if view.row["duty_status"] == _FEDERAL_ORDERS else component


def _orders(library: Library) -> list[FigureView]:
    """The orders known by their size, and the whole ones of the opening article."""
    opening = [
        view
        for view in library.figures.values()
        if view.row["source"] == OPENING and view.claim.basis == "ordered" and view.claim.part_of is None
    ]
    return sorted([*opening, *library.series["troop-orders"].points], key=_by_time)


def _by_time(view: FigureView) -> tuple[str, str]:
    return (view.row["as_of_start"], view.id)


def _agents(library: Library) -> Frame:
    """The rows of one table as lines, what came after them as open marks, and the minimum by law as steps."""
    after, floor = library.series["usbp-after-the-table"].points, library.series["usbp-floor"].points
    borders = [library.series[name] for name in _BORDERS]
    views = [*chained.from_iterable(one.points for one in borders), *after, *floor]
    axes = Axes(scale([view.claim for view in views]), span(views))
    groups = [
        *(
            group(one.id, _border(library, one), one.points, Look(_BORDERS[one.id], "dot", "line"), axes)
            for one in borders
        ),
        group("after", _label("after"), after, _AFTER, axes),
        group("floor", _label("floor"), floor, _FLOOR, axes),
    ]
    return _frame("agents", 340, axes, groups)


def _border(library: Library, series: Series) -> str:
    label = library.labels["region"][series.points[0].row["region"]]
    return label[:1].upper() + label[1:]


def _label(name: str) -> str:
    return say(f"over-time.group-{name}")


def _frame(name: str, height: int, axes: Axes, groups: Iterable[Group]) -> Frame:
    return Frame(name, say(f"over-time.frame-{name}"), height, axes, tuple(groups))
