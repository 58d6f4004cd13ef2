"""The views of the dashboard: each shows figures of its own in a chart of its own, under one frame and one filter."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.over_time import OverTime
from dashboard.exhibits.over_time_frames import SERIES
from dashboard.exhibits.where import BY_SIZE, Where, has_sectors
from dashboard.exhibits.who_says_what import WhoSaysWhat
from dashboard.library import Library

__all__ = ["Exhibit", "arranged", "exhibits"]


def exhibits(library: Library) -> list[Exhibit]:
    """The views over many sources for which there is data; the opening view is made for each source asked for."""
    offered: list[tuple[Callable[[Library], Exhibit], bool]] = [
        (OverTime, SERIES.issubset(library.series)),
        (WhoSaysWhat, bool(library.questions)),
        (Where, has_sectors(library)),
    ]
    return [view(library) for view, there in offered if there]


def arranged(library: Library) -> dict[tuple[str, str], Exhibit]:
    """The views that an address can ask for in another order, by name and `order`."""
    if not has_sectors(library):
        return {}
    return {("where", BY_SIZE): Where(library, BY_SIZE)}
