"""The view by place: every sector once, on one scale, in the order of the border or of size."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from dashboard import library, store, tokens
from dashboard.exhibits.where import ALONG_THE_BORDER, BY_SIZE, Where
from dashboard.library import Library
from dashboard.selection import Selection

PROJECT = Path(__file__).resolve().parents[2]


@cache
def ledger() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


@cache
def where(order: str = ALONG_THE_BORDER) -> Where:
    return Where(ledger(), order)


def tiles(order: str, chosen: Selection | None = None) -> dict[str, list[Any]]:
    exhibit = where(order)
    context = exhibit.context(exhibit.explorer.selected(chosen or Selection()))
    found: dict[str, list[Any]] = context["borders"]
    return found


def test_every_sector_with_a_series_has_one_tile_under_its_border() -> None:
    library_ = ledger()
    sectors = {
        one.points[0].row["region"]
        for one in library_.series.values()
        if one.kind == "line" and one.id.startswith("usbp-sector-")
    }
    found = [(border, tile.id) for border, members in tiles(ALONG_THE_BORDER).items() for tile in members]
    assert sorted(name for _, name in found) == sorted(sectors)
    assert len(found) == 21
    assert all(library_.explorer.regions[name] == border for border, name in found)


def test_the_southwest_goes_from_san_diego_to_the_rio_grande_valley() -> None:
    names = [tile.id for tile in tiles(ALONG_THE_BORDER)["southwest"]]
    assert (names[0], names[-1], len(names)) == ("san-diego", "rio-grande-valley", 9)


def test_by_size_the_largest_of_a_border_comes_first_and_the_figures_follow() -> None:
    borders = tiles(BY_SIZE)
    for members in borders.values():
        assert all(one.largest >= other.largest for one, other in pairwise(members))
    assert borders["southwest"][0].id == "tucson"
    drawn = [view.id for members in borders.values() for tile in members for view in tile.group.views]
    assert [view.id for view in where(BY_SIZE).explorer.figures] == drawn
    assert sorted(drawn) == sorted(view.id for view in where().explorer.figures)


def test_all_tiles_share_both_axes() -> None:
    drawings = [tile.group.drawing for members in tiles(ALONG_THE_BORDER).values() for tile in members]
    assert len({drawing.scale for drawing in drawings}) == 1
    assert len({drawing.span for drawing in drawings}) == 1
    assert drawings[0].scale.ticks[0] == 0
    assert drawings[0].scale.limit > 4239


def test_a_tile_is_labelled_with_what_is_shown_of_it() -> None:
    exhibit = where()
    ends = exhibit.context(exhibit.explorer.selected(Selection(first=2000, last=2004)))["ends"]
    years = {role: getattr(ends["tucson"], role).as_of for role in ("first", "last")}
    assert years == {"first": "fiscal year 2000", "last": "fiscal year 2004"}
    assert ends["tucson"].highest.claim.value == max(
        view.claim.value for view in exhibit.explorer.selected(Selection(first=2000, last=2004)) if "tucson" in view.id
    )
    late = exhibit.context(exhibit.explorer.selected(Selection(first=2010)))
    assert late["ends"]["livermore"] is None
    assert "livermore" not in late["visible_tiles"]


def test_the_headline_tells_how_the_largest_sector_went() -> None:
    exhibit = where()
    told = re.sub(r"<[^>]+>", "", exhibit.headline(exhibit.explorer.figures))
    assert told == (
        "Border Patrol agents in the Tucson Sector: from 300 (fiscal year 1992) to 3,695 (fiscal year 2019), "
        "at the highest 4,239 (fiscal year 2011)."
    )


def test_the_browser_is_told_every_order() -> None:
    data = where().browser_data(tokens.read(PROJECT / "assets"))
    assert set(data["orders"]) == {ALONG_THE_BORDER, BY_SIZE}
    assert sorted(data["orders"][ALONG_THE_BORDER]) == sorted(data["orders"][BY_SIZE])
    assert [panel["id"] for panel in data["panels"]] == ["southwest", "northern", "coastal"]
