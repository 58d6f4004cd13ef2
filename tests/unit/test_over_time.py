"""The view over time on the published ledger: what is drawn as what, and what its headline says."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard import frames, library, store, tokens
from dashboard.exhibits.course import Course, told
from dashboard.exhibits.over_time import OverTime
from dashboard.exhibits.over_time_frames import frames as frames_of
from dashboard.exhibits.over_time_labels import labels
from dashboard.frames import Frame, Group
from dashboard.library import Library
from dashboard.selection import Selection

PROJECT = Path(__file__).resolve().parents[2]


@cache
def ledger() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


@cache
def drawn() -> dict[str, Frame]:
    return {frame.id: frame for frame in frames_of(ledger())}


def groups(frame: str) -> dict[str, Group]:
    return {group.id: group for group in drawn()[frame].groups}


def test_headcounts_orders_and_agents_never_share_a_frame() -> None:
    bases = {name: {view.claim.basis for view in frame.views} for name, frame in drawn().items()}
    assert bases == {
        "present": {"deployed"},
        "orders": {"ordered", "authorized"},
        "agents": {"onboard", "mandated-floor"},
    }
    assert {view.claim.basis for view in groups("orders")["ordered"].views} == {"ordered"}
    assert {view.claim.basis for view in groups("agents")["floor"].views} == {"mandated-floor"}


def test_troops_under_governors_and_other_states_operations_are_no_federal_troops() -> None:
    rows = [view.row for view in drawn()["present"].views]
    assert len(rows) > 25
    assert {"state-command", "state-active-duty"}.isdisjoint(row["duty_status"] for row in rows)
    assert {row["region"] for row in rows} == {"southwest"}
    assert "lone-star" not in {row["operation"] for row in rows}


def test_of_rival_headcounts_the_preferred_one_is_drawn_and_the_opening_articles() -> None:
    ids = {view.id for view in drawn()["present"].views}
    assert {"ap-krgv-2500-guard-reserve", "seed-guard-and-reserve-deployed"} <= ids
    assert "wt-2500-existing" not in ids
    assert "tmn-5600-nov-8" in ids, "its preferred rival is a peak, which is no rival headcount"


def test_groups_of_a_frame_differ_by_more_than_colour() -> None:
    for frame in drawn().values():
        looks = [(group.look.tone, group.look.shape, group.look.kind) for group in frame.groups]
        assert len(set(looks)) == len(looks)
    shapes = [group.look.shape for name in ("present", "orders") for group in drawn()[name].groups]
    assert len(set(shapes)) == len(shapes) - 1, "only limits, which are steps, look like active duty"
    assert set(shapes) <= frames.SIZES.keys()


def test_marks_that_would_cover_each_other_stand_side_by_side() -> None:
    present = {point.view.id: point for group in drawn()["present"].groups for point in group.drawing.points}
    one, other = present["ap-krgv-2500-guard-reserve"], present["seed-guard-and-reserve-deployed"]
    assert one.view.claim.start == other.view.claim.start
    assert abs(one.x - other.x) > 1
    assert abs((one.x + other.x) / 2 - one.x_start) < 1, "around their day"
    alone = present["wh-2834-deployed"]
    assert alone.x == (alone.x_start + alone.x_end) / 2


def test_few_marks_have_a_label_each_and_many_have_not() -> None:
    said = {label.view.id: label for label in labels(list(drawn().values()), drawn()["present"].views)}
    assert said["kpbs-450-500-marines"].few
    assert said["kpbs-450-500-marines"].text == "450 to 500"
    assert not said["seed-active-duty-ordered"].few


def test_the_lines_of_agents_end_with_the_table_and_later_marks_are_open_and_joined_to_nothing() -> None:
    agents = groups("agents")
    for name in ("usbp-national", "usbp-southwest", "usbp-northern", "usbp-coastal"):
        joints = agents[name].drawing.joints
        assert len(joints) == 27
        assert joints[-1].needs[1].startswith("usbp-fy2019-")
        assert all(before.x2 == after.x1 for before, after in pairwise(joints))
    after = agents["after"]
    assert after.look.hollow
    assert after.drawing.joints == ()
    last = max(joint.x2 for group in agents.values() if group.look.kind == "line" for joint in group.drawing.joints)
    assert min(point.x for point in after.drawing.points) > last + 3, "a gap that can be seen"
    assert {"seed-usbp-fy2023", "usbp-2023-03-agents"} <= {view.id for view in after.views}


def test_all_axes_start_at_zero_and_troops_share_their_years() -> None:
    assert {frame.axes.people.ticks[0] for frame in drawn().values()} == {0}
    assert drawn()["present"].axes.time == drawn()["orders"].axes.time
    highest = max(view.claim.value for view in drawn()["agents"].views)
    assert drawn()["agents"].axes.people.limit > highest


def test_the_figures_of_the_view_are_those_of_its_chart_in_that_order() -> None:
    exhibit = OverTime(ledger())
    assert [view.id for view in exhibit.explorer.figures] == [view.id for f in drawn().values() for view in f.views]
    assert [view.note for view in exhibit.explorer.figures] == list(range(1, len(exhibit.explorer.figures) + 1))


def test_a_live_trace_has_the_shape_and_size_of_its_group() -> None:
    colours = tokens.read(PROJECT / "assets").light
    for frame in drawn().values():
        chart = frames.chart(frame.groups, colours)
        for trace, group in zip(chart.data, frame.groups, strict=True):
            assert trace.meta == {"group": group.id, "tone": group.look.tone}
            assert trace.marker.size == frames.SIZES[group.look.shape]
            assert ("lines" in trace.mode) == (group.look.kind == "line")
            assert not trace.connectgaps


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_the_headline_tells_the_latest_and_the_highest_and_whose_they_are() -> None:
    exhibit = OverTime(ledger())
    everything = plain(exhibit.headline(exhibit.explorer.figures))
    assert everything == (
        "Troops, Department of Defense: latest about 7,600 (4 September 2025), highest around 8,600 (22 May 2025). "
        "Border Patrol agents: latest 19,000 (June 2025), highest 21,444 (fiscal year 2011)."
    )
    early = exhibit.explorer.selected(Selection(agencies=("usbp",), last=1996))
    assert plain(exhibit.headline(early)) == (
        "Border Patrol agents: 5,942 (fiscal year 1996), the latest and the highest."
    )
    assert exhibit.headline([]) == ""


def test_one_figure_is_told_once_and_a_fall_begins_with_its_highest() -> None:
    views = ledger().series["usbp-national"].points
    (fy2011,) = (view for view in views if view.id == "usbp-fy2011-national")
    fall = tuple(view for view in views if view.id >= "usbp-fy2011-national")
    topic = [[Course("Agents", tuple(views))]]
    assert plain(told(topic, [fy2011])) == "Agents: 21,444 (fiscal year 2011)."
    assert plain(told(topic, fall)) == (
        "Agents: from 21,444, the highest (fiscal year 2011), to 19,648 (fiscal year 2019)."
    )


def test_every_selection_with_figures_has_a_headline_with_a_link_for_every_number() -> None:
    exhibit = OverTime(ledger())
    for view in exhibit.explorer.figures:
        assert view.amount in plain(exhibit.headline([view]))
    vocabulary = ledger().vocabulary
    selections = [Selection(agencies=(agency,)) for agency in vocabulary.tree]
    for facet in ("basis", "component", "duty_status", "qualifier", "kind"):
        selections += [replace(Selection(), **{facet: (name,)}) for name in vocabulary.facets[facet]]
    for chosen in selections:
        shown = exhibit.explorer.selected(chosen)
        said = exhibit.headline(shown)
        assert bool(said) == bool(shown), chosen
        unlinked = re.sub(r"<a .*?</a>|\([^)]*\)|fiscal year \d{4}", "", said)
        assert not re.search(r"\d", unlinked), said


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        (Selection(agencies=("marines",)), "Troops, Marine Corps: 450 to 500 (December 2025)."),
        (
            Selection(agencies=("army",)),
            "Troops ordered, Army: nearly 3,000 (1 March 2025), the latest and the highest.",
        ),
        (
            Selection(basis=("ordered",)),
            (
                "Troops ordered: latest nearly 3,000 (Army, 1 March 2025), "
                "highest 3,750 (Active-duty forces, 3 February 2019)."
            ),
        ),
        (
            Selection(basis=("authorized",)),
            (
                "Most troops allowed, Department of Defense: latest up to 2,500 (fiscal year 2024), "
                "highest up to 5,500 (fiscal year 2020)."
            ),
        ),
        (
            Selection(basis=("mandated-floor",)),
            "Minimum of Border Patrol agents by law: 21,370 from fiscal year 2011 to fiscal year 2016.",
        ),
        (
            Selection(agencies=("national-guard",)),
            "Troops, National Guard: latest nearly 1,500 (9 March 2025), highest about 6,000 (3 August 2006).",
        ),
        (
            Selection(component=("active",)),
            "Troops, Active-duty forces: about 6,500 (1 April 2025), the latest and the highest.",
        ),
    ],
)
def test_orders_ceilings_and_the_minimum_are_told_where_no_headcount_is_shown(chosen: Selection, text: str) -> None:
    exhibit = OverTime(ledger())
    assert plain(exhibit.headline(exhibit.explorer.selected(chosen))) == text
