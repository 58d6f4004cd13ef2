from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import figures, scales, store, tokens, views
from dashboard.figures import Panel
from dashboard.views import Explorer
from etl.totals import Claim
from etl.wording import Qualifier

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return views.explorer(store.load(PROJECT / "data/package")).of_source("seed-article-2025-01")


@pytest.fixture(scope="module")
def panels(explorer: Explorer) -> dict[str, Panel]:
    return {panel.id: panel for panel in figures.panels(explorer)}


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


def test_each_top_agency_with_figures_has_a_panel_of_its_own_scale(panels: dict[str, Panel]) -> None:
    assert list(panels) == ["dod", "dhs"]
    assert panels["dod"].scale.limit < panels["dhs"].scale.limit
    assert [figure.note for panel in panels.values() for figure in panel.figures] == [1, 2, 3, 4, 5]


def test_bars_are_as_long_as_their_figures_and_zero_based(panels: dict[str, Panel]) -> None:
    colours = tokens.read(PROJECT / "assets").light
    for panel in panels.values():
        chart = figures.chart(panel, colours)
        assert chart.layout.xaxis.range == (0, panel.scale.limit)
        drawn = {trace.meta["figure"]: trace.x[0] for trace in chart.data if trace.meta["part"] == "bar"}
        assert drawn == {view.id: view.claim.value for view in panel.figures}


def test_a_part_lies_inside_its_whole_and_is_thinner(panels: dict[str, Panel]) -> None:
    chart = figures.chart(panels["dod"], tokens.read(PROJECT / "assets").light)
    bars = {trace.meta["figure"]: trace for trace in chart.data}
    whole, part = bars["seed-active-duty-ordered"], bars["seed-marines-ordered"]
    assert part.y == whole.y
    assert part.width[0] < whole.width[0]
    assert bars["seed-guard-and-reserve-deployed"].y != whole.y


def test_an_open_bound_reaches_to_the_end_of_the_axis(panels: dict[str, Panel]) -> None:
    panel = panels["dhs"]
    chart = figures.chart(panel, tokens.read(PROJECT / "assets").light)
    (reach,) = [trace for trace in chart.data if trace.meta["part"] == "reach"]
    assert reach.meta["figure"] == "seed-cbp-employees"
    assert reach.base[0] + reach.x[0] == panel.scale.limit
    assert reach.marker.pattern.shape, "not by colour alone"


def test_an_estimate_has_a_dashed_edge(panels: dict[str, Panel]) -> None:
    chart = figures.chart(panels["dod"], tokens.read(PROJECT / "assets").light)
    (edge,) = chart.layout.shapes
    assert (edge.name, edge.x0, edge.x1) == ("seed-guard-and-reserve-deployed", 0, 2500)
    assert edge.line.dash


def test_wholes_follow_what_is_shown(explorer: Explorer) -> None:
    agents = [figure for figure in explorer.figures if figure.id == "seed-usbp-fy2023"]
    assert figures.wholes(agents) == {"seed-usbp-fy2023": "seed-usbp-fy2023"}
    assert figures.wholes(explorer.figures)["seed-usbp-fy2023"] == "seed-cbp-employees"


def test_pointers_are_told_amount_basis_and_date(panels: dict[str, Panel]) -> None:
    chart = figures.chart(panels["dhs"], tokens.read(PROJECT / "assets").light)
    assert chart.data[0].hovertemplate == "CBP: more than 45,000<br>on board, date not stated<extra></extra>"
