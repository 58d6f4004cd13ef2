"""The views of the dashboard: each shows figures of its own in a chart of its own, under one frame and one filter."""

from __future__ import annotations

from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.over_time import OverTime
from dashboard.exhibits.where import BY_SIZE, Where
from dashboard.exhibits.who_says_what import WhoSaysWhat
from dashboard.library import Library

__all__ = ["Exhibit", "arranged", "exhibits"]


def exhibits(library: Library) -> list[Exhibit]:
    """The views over many sources; the opening view is made for each source that is asked for."""
    return [OverTime(library), WhoSaysWhat(library), Where(library)]


def arranged(library: Library) -> dict[tuple[str, str], Exhibit]:
    """The views that an address can ask for in another order, by name and `order`."""
    return {("where", BY_SIZE): Where(library, BY_SIZE)}
