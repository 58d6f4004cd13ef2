from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import figures, panels, scales, store, tokens, views
from dashboard.panels import Panel
from dashboard.views import Explorer
from etl.totals import Claim
from etl.wording import Qualifier

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return views.explorer(store.load(PROJECT / "data/package")).of_source("seed-article-2025-01")


@pytest.fixture(scope="module")
def shown(explorer: Explorer) -> dict[str, Panel]:
    return {panel.id: panel for panel in panels.panels(explorer)}


def claim(value: int, qualifier: Qualifier = Qualifier.EXACT, high: int | None = None) -> Claim:
    low = None if qualifier is Qualifier.AT_MOST else value
    top = {Qualifier.EXACT: value, Qualifier.RANGE: high}.get(qualifier)
    return Claim("a", value, low, top, qualifier, "", "ordered", "dod", None, None, None)


@given(st.lists(st.integers(0, 10**7), min_size=1), st.sampled_from([Qualifier.EXACT, Qualifier.AT_LEAST]))
def test_an_axis_starts_at_zero_and_holds_everything(values: list[int], qualifier: Qualifier) -> None:
    axis = scales.scale([claim(value, qualifier) for value in values])
    assert axis.ticks[0] == 0
    assert axis.limit > max(values) or max(values) == 0
    assert len(axis.ticks) <= 8
    assert len({b - a for a, b in zip(axis.ticks, axis.ticks[1:], strict=False)}) <= 1
    assert axis.limit <= max(*values, 1) * 2.5 + 3, "bars are not dwarfed by their axis"


def test_an_open_bound_leaves_room_on_the_axis_for_its_reach() -> None:
    assert scales.scale([claim(45000, Qualifier.AT_LEAST)]).limit >= 45000 * 1.2


def test_each_top_agency_with_figures_has_a_panel_of_its_own_scale(shown: dict[str, Panel]) -> None:
    assert list(shown) == ["dod", "dhs"]
    assert shown["dod"].scale.limit < shown["dhs"].scale.limit
    assert [figure.note for panel in shown.values() for figure in panel.figures] == [1, 2, 3, 4, 5]


def test_bars_are_as_long_as_their_figures_and_zero_based(shown: dict[str, Panel]) -> None:
    colours = tokens.read(PROJECT / "assets").light
    for panel in shown.values():
        chart = figures.chart(panel, colours)
        assert chart.layout.xaxis.range == (0, panel.scale.limit)
        drawn = {trace.meta["figure"]: trace.x[0] for trace in chart.data if trace.meta["part"] == "bar"}
        assert drawn == {view.id: view.claim.value for view in panel.figures}


def test_a_part_lies_inside_its_whole_and_is_thinner(shown: dict[str, Panel]) -> None:
    chart = figures.chart(shown["dod"], tokens.read(PROJECT / "assets").light)
    bars = {trace.meta["figure"]: trace for trace in chart.data}
    whole, part = bars["seed-active-duty-ordered"], bars["seed-marines-ordered"]
    assert part.y == whole.y
    assert part.width[0] < whole.width[0]
    assert bars["seed-guard-and-reserve-deployed"].y != whole.y


def test_an_open_bound_reaches_to_the_end_of_the_axis(shown: dict[str, Panel]) -> None:
    panel = shown["dhs"]
    chart = figures.chart(panel, tokens.read(PROJECT / "assets").light)
    (reach,) = [trace for trace in chart.data if trace.meta["part"] == "reach"]
    assert reach.meta["figure"] == "seed-cbp-employees"
    assert reach.base[0] + reach.x[0] == panel.scale.limit
    assert reach.marker.pattern.shape, "not by colour alone"


def test_an_estimate_has_a_dashed_edge(shown: dict[str, Panel]) -> None:
    chart = figures.chart(shown["dod"], tokens.read(PROJECT / "assets").light)
    (edge,) = chart.layout.shapes
    assert (edge.name, edge.x0, edge.x1) == ("seed-guard-and-reserve-deployed", 0, 2500)
    assert edge.line.dash


def test_wholes_follow_what_is_shown(explorer: Explorer) -> None:
    agents = [figure for figure in explorer.figures if figure.id == "seed-usbp-fy2023"]
    assert panels.wholes(agents) == {"seed-usbp-fy2023": "seed-usbp-fy2023"}
    assert panels.wholes(explorer.figures)["seed-usbp-fy2023"] == "seed-cbp-employees"


def test_pointers_are_told_amount_basis_and_date(shown: dict[str, Panel]) -> None:
    chart = figures.chart(shown["dhs"], tokens.read(PROJECT / "assets").light)
    assert chart.data[0].hovertemplate == "CBP: more than 45,000<br>on board, date not stated<extra></extra>"


@pytest.mark.parametrize("parts", range(1, 12))
def test_parts_lie_in_lanes_that_do_not_meet_and_stay_inside_their_whole(parts: int) -> None:
    lanes = panels.lanes(parts)
    assert len(lanes) == parts
    assert lanes[0].top > 0
    assert lanes[-1].top + lanes[-1].height < panels.track_height(parts)
    assert all(a.top + a.height < b.top for a, b in pairwise(lanes))


def test_several_parts_of_one_whole_are_all_drawn_apart() -> None:
    explorer = views.explorer(store.load(PROJECT / "data/package")).of_source("sdut-2011-12-09")
    (panel,) = panels.panels(explorer)
    bars = list(figures.chart(panel, tokens.read(PROJECT / "assets").light).data)
    assert [bar.x[0] for bar in bars] == [1200, 260, 560, 82, 287]
    assert len({bar.y[0] for bar in bars[1:]}) == 4


def test_colours_repeat_when_there_are_more_panels_than_tones(explorer: Explorer) -> None:
    view = explorer.figures[0]
    roots: dict[str, str | None] = {f"root-{number}": None for number in range(5)}
    many = replace(
        explorer,
        tree=roots,
        agency_names={root: root for root in roots},
        figures=tuple(replace(view, panel=root) for root in roots),
    )
    assert [panel.tone for panel in panels.panels(many)] == [1, 2, 3, 1, 2]


def test_a_part_shares_the_panel_of_its_whole_under_whatever_agency(explorer: Explorer) -> None:
    whole, part = explorer.figures[0], explorer.figures[3]
    claimed = replace(part, claim=replace(part.claim, part_of=whole.id))
    source = whole.row["source"]
    assert claimed.panel != whole.panel
    shown = replace(explorer, figures=(whole, claimed)).of_source(source)
    assert {figure.panel for figure in shown.figures} == {whole.panel}


def test_an_upper_bound_does_not_look_like_an_exact_number(explorer: Explorer) -> None:
    view = explorer.figures[0]
    capped = replace(view, claim=replace(view.claim, qualifier=Qualifier.AT_MOST, low=None))
    panel = Panel("dod", "Department of Defense", 1, scales.scale([capped.claim]), (capped,))
    (bar,) = figures.chart(panel, tokens.read(PROJECT / "assets").light).data
    assert bar.marker.pattern.shape


def test_regions_are_named_where_they_say_more_than_the_agency() -> None:
    every = {view.id: view.agency for view in views.explorer(store.load(PROJECT / "data/package")).figures}
    assert every["usbp-fy2019-national"] == "Border Patrol"
    assert every["usbp-fy2019-southwest"] == "Border Patrol, Southwest border"
    assert every["usbp-fy2019-sector-tucson"] == "Border Patrol, Tucson Sector"
    assert every["seed-active-duty-ordered"] == "Active-duty forces"
