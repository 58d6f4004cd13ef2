"""Which number is counted inside which: a sentence or two for every rule."""

from collections.abc import Callable
from typing import Any

import pytest

Numbers = Callable[[str], dict[int, Any]]

PARTS = [
    ("part-partitive", 400, 700, "The Army sent 700 soldiers to the border, 400 of them to Texas."),
    ("part-partitive", 130, 145, "The governor ordered home 130 of the 145 Guard members at the border."),
    ("part-included", 590, 1790, "Air and Marine Operations has 1,790 people, including 590 pilots."),
    ("part-of-whole", 90, 240, "CBP sent 240 officers to the border. Of the officers, 90 volunteered."),
    ("part-split", 700, 1850, "A force of 1,850 troops heads south. It is made up of 700 Marines and 200 soldiers."),
    ("part-sum", 700, 1850, "The Pentagon sends 1,850 troops to the border. They are 700 Marines and 1,150 soldiers."),
    ("part-total-row", 532, 19828, "Border Patrol agents\n\nSouthwest: 17,026\nNorth: 532\nTotal: 19,828"),
    ("part-of-larger", 36, 388, "At the border, 36 Guard members read maps. They are among 388 Guard members there."),
    ("part-partitive", 600, 9000, "The border has 9,000 troops. Of those, 2,500 are soldiers. About 600 are medics."),
    ("part-partitive", 130, 700, "The border has 700 soldiers, up from 500 last year. Some 130 of those are cooks."),
    ("part-partitive", 250, 900, "Of the 900 troops at the border, 600 are soldiers and 250 are Marines."),
    ("part-of-larger", 480, 1050, "480 soldiers have reached the border, the first of 1,050 that the Army sends."),
    ("part-joined", 1850, 4100, "The Army sends 1,850 more soldiers, bringing the total at the border to 4,100."),
    (
        "part-listed", 200, 900,
        "Last year 900 Border Patrol agents came. About 500 of them work in Texas and 200 watch the north.",
    ),
    ("part-included", 380, 900, "The border has 900 Army soldiers, with 380 in Texas and 200 in Arizona."),
    ("part-included", 36, 310, "The Navy keeps 310 sailors at the border, a detachment of 36 included."),
    ("part-included", 40, 90, "At the border are 90 Border Patrol agents, starting with 40 from Miami who come today."),
    ("part-split", 12, 34, "Iowa sends 34 troopers to the border. They include 17 officers, 12 agents and a cook."),
    ("part-listed", 64, 893, "Of the 893 Border Patrol agents here, 148 are new. They learn. Another 64 sit at desks."),
    ("part-share", 310, 2475, "The Guard has 2,475 soldiers at the border. Iowa, with 310, has sent the most."),
    ("part-split", 142, 900, "The border has 900 soldiers. Within this force are 142 medics."),
    ("part-of-whole", 76, 98, "At home again: of the 98 Navy sailors who went to the border, 76 came today."),
    ("part-partitive", 48, 60, "Ohio plans to send 60 troopers to the border; 48 of them have arrived."),
    (
        "part-partitive", 220, 1340,
        "At the border are 1,340 soldiers in Ohio and 900 in Texas. About 220 of those in Ohio cook.",
    ),
    (
        "part-partitive", 5, 25,
        "The ports have 230 CBP officers and will get 25 officers. 5 of the newcomers are trained.",
    ),
    (
        "part-total-row", 32, 610,
        "CBP officers\n\nTecate: 24 officers, 32 authorized\nAll ports: 553 officers, 610 authorized",
    ),
    ("part-partitive", 820, 1230, "The border has 1,230 soldiers. Nearly two-thirds of them, 820, are in Arizona."),
    ("part-partitive", 230, 530, "The border has 530 soldiers. The remainder, 230 soldiers, will stay."),
    ("part-split", 195, 650, "CBP employs 650 officers. That figure takes in 195 officers at sea."),
    ("part-sum", 110, 400, "The border has 400 soldiers. In Texas are 110 soldiers, in Ohio 90 and in Iowa 200."),
    ("part-set-in", 296, 432, "At the border\n\nGuard soldiers: 432\n- on posts: 296\n- at the base: 112"),
    ("part-sum", 120, 295, "Border Patrol: 120 agents in Texas. It has 175 agents in Ohio. The total is 295 agents."),
    ("part-partitive", 64, 215, "The Army sends 215 soldiers to the border. A first party of 64 flew out."),
    ("part-partitive", 31, 64, "Sixty-four CBP officers took the oath. Thirty-one members of the class go to Laredo."),
    ("part-of-larger", 34, 692, "She is one of 34 Guard soldiers at the border, the first of 692 who will go."),
    ("part-listed", 26, 98, "Of the 98 Navy sailors at the border, 72 came home. The other 26 will stay."),
    (
        "part-joined", 560, 6100,
        "The border has 2,480 soldiers. The Army sends 3,060 soldiers and 560 to 600 Marines, to make 6,100 in all.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "part", "whole", "text"), PARTS)
def test_part_of(numbers: Numbers, rule: str, part: int, whole: int, text: str) -> None:
    found = numbers(text)
    assert found[part].accepted, found[part].reason
    assert found[part].whole is not None
    assert found[part].whole.value == whole
    assert rule in found[part].trail


def test_numbers_of_a_list_that_add_up_by_chance_are_no_parts(numbers: Numbers) -> None:
    found = numbers("Of the border troops Texas has 2,800 soldiers, Arizona 1,500, California 1,300.")
    assert [found[value].whole for value in (1500, 1300)] == [None, None]


def test_people_present_are_no_part_of_a_ceiling(numbers: Numbers) -> None:
    found = numbers("The Guard may post 4,000 soldiers at the border. Of those, 964 have already arrived.")
    assert found[964].whole is None


@pytest.mark.parametrize(
    "text",
    [
        "The Guard has 900 soldiers at the border. California has agreed to send 300 of their own.",
        "The Border Patrol had 900 agents at the border. A further 300 trainees were in the academy.",
        "The Navy keeps 900 sailors at the border. The Guard says that 300 of its soldiers patrol there.",
        "The ports have 900 CBP officers. A notice drew 700 applicants; Arizona hired 300 of them as officers.",
        "By May 2018 the Guard had 900 soldiers at the border. By May 2019 there were 300, and the rest were at home.",
        "The law sets a minimum of 900 Border Patrol agents, of whom 120 in the north. It may hire 300 more agents.",
    ],
)
def test_groups_apart(numbers: Numbers, text: str) -> None:
    assert numbers(text)[300].whole is None


def test_a_total_counts_a_group_it_names_and_those_that_join(numbers: Numbers) -> None:
    found = numbers(
        "The Pentagon will send 300 soldiers and 120 Marines to the border. "
        "That would bring the force there to 1,220 troops, counting the 800 Guard members on duty."
    )
    assert {found[value].whole for value in (300, 120, 800)} == {found[1220]}


def test_dots_lead_from_the_label_of_a_row_to_its_number(numbers: Numbers) -> None:
    found = numbers(
        "Guard members on duty at the southwest border . . . . 900\n"
        "   Arizona . . . . 500\n   Texas . . . . 400\n\nVehicles on loan . . . . 77\n"
    )
    assert [found[value].whole for value in (500, 400)] == [found[900]] * 2
    assert not found[77].accepted
