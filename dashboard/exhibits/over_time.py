"""Over time: troops since 2006, the orders and limits for them, and Border Patrol agents since 1992."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from dashboard.exhibits import happenings
from dashboard.exhibits.course import Alternatives, Course, Kind, courses_json, of_the_highest, told
from dashboard.exhibits.over_time_frames import frames
from dashboard.exhibits.over_time_labels import FEW, labels
from dashboard.frames import Frame, panel_json
from dashboard.library import Library
from dashboard.sentences import say
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView


class OverTime:
    """The history around the deployment."""

    name = "over-time"
    path = "/over-time"
    source = ""

    def __init__(self, library: Library) -> None:
        """Arrange the figures that a chart over time can show."""
        self._frames = frames(library)
        self._topics = _topics(library, self._frames)
        self._labels = labels(self._frames, of_the_highest(self._topics[0][0].views))
        self._happenings = happenings.happenings(library, self._frames[0])
        self.explorer: Explorer = library.explorer.of(view.id for frame in self._frames for view in frame.views)

    def headline(self, shown: Sequence[FigureView]) -> Markup:
        """How troops and agents went."""
        return told(self._topics, shown)

    def context(self, shown: Sequence[FigureView]) -> dict[str, Any]:
        """The frames, what of them is seen, and what happened on the way, which the rail tells and not the page."""
        visible = {view.id for view in shown}
        return {
            "frames": self._frames,
            "visible_frames": {frame.id for frame in self._frames if visible.intersection(_ids(frame.views))},
            "visible_groups": {
                one.id for f in self._frames for one in f.groups if visible.intersection(_ids(one.views))
            },
            "sparse": {f.id for f in self._frames if len(visible.intersection(_ids(f.views))) <= FEW},
            "labels": self._labels,
            "happenings": self._happenings,
            "bands": happenings.bands(self._happenings),
            "events": (),
        }

    def browser_data(self, tokens: Tokens) -> dict[str, Any]:
        """The live chart of each frame, and what the headline is made of."""
        panels = [panel_json(frame.id, frame.groups, tokens.light) for frame in self._frames]
        return {"panels": panels, **courses_json(self._topics), "few": FEW}


def _ids(views: Iterable[FigureView]) -> list[str]:
    return [view.id for view in views]


def _topics(library: Library, drawn: Sequence[Frame]) -> list[Alternatives]:
    """Troops by headcounts, or else by orders or ceilings; agents by the first border that has any, or by the minimum.

    Each figure of the view is in one of them, so that no selection is without a headline.
    """
    present, orders, agents = drawn
    groups = {group.id: group for group in (*orders.groups, *agents.groups)}
    regions = library.labels["region"]
    nationwide, *borders = [group.views for group in agents.groups if group.look.kind == "line"]
    return [
        [
            _course(say("over-time.course-troops"), present.views, Kind.HEADCOUNTS),
            _course(say("over-time.course-ordered"), groups["ordered"].views, Kind.ORDERS),
            _course(say("over-time.course-limits"), groups["limits"].views, Kind.ORDERS),
        ],
        [
            _course(say("over-time.course-agents"), [*nationwide, *groups["after"].views], Kind.HEADCOUNTS),
            *(
                _course(say("over-time.course-border", border=regions[views[0].row["region"]]), views, Kind.TABLE)
                for views in borders
            ),
            _course(say("over-time.course-floor"), groups["floor"].views, Kind.TABLE),
        ],
    ]


def _course(name: str, views: Sequence[FigureView], kind: Kind) -> Course:
    in_time = sorted(views, key=lambda view: (view.row["as_of_start"], view.id))
    return Course(name, tuple(in_time), kind)
