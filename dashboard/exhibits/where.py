"""Where: Border Patrol agents by sector, a small chart for each on one scale, in the order of the border or of size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dashboard.drawings import span
from dashboard.exhibits.course import Course, courses_json, told
from dashboard.frames import Axes, Group, Look, group, highest, panel_json
from dashboard.library import Library, Series
from dashboard.scales import scale
from dashboard.sentences import say
from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView

ALONG_THE_BORDER, BY_SIZE = "", "size"
"""The orders of the tiles, as addresses name them; either way they are grouped by border."""

# From west to east; no column of the data says so.
_BORDERS: Mapping[str, Sequence[str]] = {
    "southwest": (
        "san-diego", "el-centro", "yuma", "tucson", "el-paso", "big-bend", "del-rio", "laredo", "rio-grande-valley",
    ),
    "northern": ("blaine", "spokane", "havre", "grand-forks", "detroit", "buffalo", "swanton", "houlton"),
    "coastal": ("livermore", "new-orleans", "miami", "ramey"),
}  # fmt: skip
_TONES = {"southwest": 2, "northern": 3, "coastal": 1}


@dataclass(frozen=True, slots=True)
class Tile:
    """A sector: its series, and its figures as one group."""

    id: str
    series: Series
    group: Group

    @property
    def largest(self) -> int:
        """The most agents that it ever had."""
        return highest(self.group.views).claim.value


@dataclass(frozen=True, slots=True)
class Ends:
    """What the label of a tile tells of the figures shown."""

    first: FigureView
    highest: FigureView
    last: FigureView


class Where:
    """The sectors side by side."""

    name = "where"
    path = "/where"
    source = ""

    def __init__(self, library: Library, order: str = ALONG_THE_BORDER) -> None:
        """`order` is ALONG_THE_BORDER or BY_SIZE."""
        self._order = order
        self._orders = {one: _arranged(_tiles(library), one) for one in (ALONG_THE_BORDER, BY_SIZE)}
        self._borders = self._orders[order]
        self._labels = library.labels["region"]
        tiles = [tile for border in self._borders.values() for tile in border]
        self._axes = Axes(tiles[0].group.drawing.scale, tiles[0].group.drawing.span)
        self._tiles = tiles
        largest_first = sorted(tiles, key=lambda tile: (-tile.largest, tile.id))
        self._topics = [
            [Course(say("where.course", sector=tile.group.label), tuple(tile.group.views)) for tile in largest_first]
        ]
        self.explorer: Explorer = library.explorer.of(view.id for tile in tiles for view in tile.group.views)

    def headline(self, shown: Sequence[FigureView]) -> Markup:
        """How the largest sector went."""
        return told(self._topics, shown)

    def context(self, shown: Sequence[FigureView]) -> dict[str, Any]:
        """The tiles by border, and what of them is seen and labelled."""
        visible = {view.id for view in shown}
        ends = {tile.id: _ends([view for view in tile.group.views if view.id in visible]) for tile in self._tiles}
        return {
            "borders": self._borders,
            "border_names": {name: self._labels[name] for name in self._borders},
            "axes": self._axes,
            "ends": ends,
            "visible_tiles": {name for name, told_of in ends.items() if told_of},
            "order": self._order,
        }

    def browser_data(self, tokens: Tokens) -> dict[str, Any]:
        """The live charts, a panel a border, what the headline is made of, and the tiles in each order."""
        panels = [
            panel_json(border, [tile.group for tile in tiles], tokens.light) for border, tiles in self._borders.items()
        ]
        orders = {
            order: [tile.id for tiles in borders.values() for tile in tiles] for order, borders in self._orders.items()
        }
        return {"panels": panels, **courses_json(self._topics), "orders": orders}


def has_sectors(library: Library) -> bool:
    """Whether there is anything to draw."""
    return bool(_series(library))


def _series(library: Library) -> dict[str, Series]:
    """The series of sectors by sector."""
    names = {name for border in _BORDERS.values() for name in border}
    lines = {one.points[0].row["region"]: one for one in library.series.values() if one.kind == "line"}
    return {region: one for region, one in lines.items() if region in names}


def _tiles(library: Library) -> dict[str, list[Tile]]:
    """The sectors that have a series, by border, from west to east, all on the same axes."""
    series = _series(library)
    known = {border: [name for name in names if name in series] for border, names in _BORDERS.items()}
    views = [view for names in known.values() for name in names for view in series[name].points]
    axes = Axes(scale([view.claim for view in views]), span(views))
    found = {}
    for border, names in known.items():
        look = Look(_TONES[border], "speck", "line")
        found[border] = [
            Tile(name, series[name], group(name, library.labels["region"][name], series[name].points, look, axes))
            for name in names
        ]
    return found


def _arranged(borders: Mapping[str, list[Tile]], order: str) -> dict[str, list[Tile]]:
    if order == BY_SIZE:
        return {name: sorted(tiles, key=lambda tile: (-tile.largest, tile.id)) for name, tiles in borders.items()}
    return dict(borders)


def _ends(views: Sequence[FigureView]) -> Ends | None:
    return Ends(views[0], highest(views), views[-1]) if views else None
