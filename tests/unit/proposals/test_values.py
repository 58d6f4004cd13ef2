"""Which numbers of a text are figures: a sentence or two of its own for each reading."""

from collections.abc import Callable
from typing import Any

import pytest

Rows = Callable[[str], list[dict[str, Any]]]

FIGURES = [
    # Who is held somewhere is there; what can be held is room.
    ("The border camp, which can hold 900, held 640 soldiers in June.", [640]),
    ("Until the Border Patrol can hire and train 700 agents, the border waits.", [700]),
    ("After 310 departures, that leaves the Border Patrol with 15,400 agents.", [15400]),
    ("At the border the Border Patrol hired 960 agents but 711 left, most of them in winter.", [960]),
    ("The Army has 210 soldiers at the border, well short of the 800 that an order allows.", [210, 800]),
    # Years of any century, and numbers beyond any force.
    ("The soldiers at the border are bound by an 1878 law.", []),
    ("He was one of 9 million soldiers who served.", []),
    # Ratios, rates and changes.
    ("The Border Patrol has 500 agents. One applicant in 60 ends up with a badge.", [500]),
    ("84 of every 300 of the Border Patrol agents are new.", []),
    ("Stations of the Border Patrol have twelve agents apiece.", []),
    ("The act tells the Border Patrol to add 700 agents in each of three years.", []),
    ("The Border Patrol is down 3,100 agents.", []),
    ("The Coast Guard, which has a border mission, is short some 410 members.", []),
    ("At the border the union leaders, who represent 8,000 agents, agree.", []),
    # From one number to another is a span only where a word says so.
    ("The Border Patrol has doubled its Yuma staff, and goes from 410 to 820 agents.", [410, 820]),
    ("Staffing of the Border Patrol in Yuma ranges from 410 to 520 agents.", [410]),
    # Words for people that no list can have in full.
    ("Customs and Border Protection has 61 polygraph examiners.", [61]),
    ("They will relieve 140 Kansans of the Kansas National Guard at the border.", [140]),
    ("The Border Patrol sent 12 Border Patrol cartographers and 3 Border Patrol helicopters to Yuma.", [12]),
]


@pytest.mark.parametrize(("text", "values"), FIGURES)
def test_values(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


TABLES = [
    ("Border Patrol agents\n\nSector\t2018\t2019\nTucson\t3,640\t3,580\nYuma\t840\t810", [3640, 3580, 840, 810]),
    (
        "Customs officers\n\n| Port | Officers | Trucks |\n|---|---|---|\n| Laredo | 142 | 810 |\n| Roma | 41 | 220 |",
        [142, 41],
    ),
    ("Border Patrol\n\nSector / agents / change\nTucson / 3,640 / +91\nYuma / 840 / -4", [3640, 840]),
    ("BORDER PATROL AGENTS\n\nSector       Agents     Miles\nYuma          840          126", [840]),
    ("Border Patrol agents\n\nSector | Authorized | On board | Vacant\nYuma | 860 | 840 | 20", [860, 840]),
    ("Guard personnel by location, border mission\n\nPima County: 210\nYuma aviation cell: 41", [210, 41]),
    ("Texas Guard soldiers on the border: 900\n- on bridges: 210\n- at the Roma base: 41", [900, 210, 41]),
    ("Border Patrol agents hired\n\n- fiscal year 2018: 118\n- fiscal year 2019: 317", [118, 317]),
    ("Border Patrol agents\n\nYuma: 840\nOffices: 31", [840]),
]


@pytest.mark.parametrize(("text", "values"), TABLES)
def test_tables(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


BARE = [
    # Nothing but the number: who has it, who moves, and what the sentence speaks of.
    ("The Army has soldiers at the border. The general can report 1,185.", [1185]),
    ("The Guard mission at the border has 300 soldiers, which allows for up to 410.", [300, 410]),
    ("The bill pays for 720 Border Patrol agents and adds 310 to that, for 1,030 in all.", [720, 310, 1030]),
    ("The Border Patrol works between ports. Congress has paid for 19,855 agents of its own, not of ours.", [19855]),
    ("The Border Patrol has 300 agents on loan in Yuma. It has 640 of its own.", [300, 640]),
    ("As many as 50 South Dakota Guard soldiers go to the border.", [50]),
    ("Texas keeps 290 state-paid Guard soldiers on the border.", [290]),
    ("Border mission\n\n- 235: Army soldiers going home\n- 90: Marines who stay\n- 12: planes", [235, 90]),
    ("On the border, 430 active, Reserve and Guard personnel took part.", [430]),
    ("The Army has 310 soldiers at the border. On 40 and 63 miles they hold people.", [310]),
    ("The Army sent a first party of 64 to the border.", [64]),
]


@pytest.mark.parametrize(("text", "values"), BARE)
def test_bare_numbers(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


PLACED = [
    ("Homeland security screens at the border. It showed 215 ICE officers at Border Patrol stations.", [215]),
    ("The 14 Putnam County deputies are spending two weeks in Kinney County, Texas, by the border.", [14]),
    ("It is near the border. The sheriff has 86 deputies for 900 square miles.", []),
    ("Immigration and Customs Enforcement told us it had lent the border 325 officers.", [325]),
    ("The department of homeland security lent its 240,000 employees to the border.", []),
    ("The governor recalls all but 14 of the 132 Guard members serving in her state at the border.", [14, 132]),
    ("The mission of 2006 had 5,900 Guard members.", [5900]),
    ("The Border Patrol air branch in Yuma is growing. It has 33 people and three aircraft.", [33]),
    ("The Border Patrol's nine dog handlers found drugs.", []),
    ("The Border Patrol pays 19 dog handlers, who found drugs.", [19]),
    ("The destroyer's 315 sailors at the border have a Coast Guard boarding team of nine.", [315, 9]),
    ("Clay County sent the border seven state troopers.", [7]),
]


@pytest.mark.parametrize(("text", "values"), PLACED)
def test_people_at_the_border(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


OTHERS = [
    # Forces of other countries, by who acts, whose they are, and what the sentence before asks.
    ("The Border Patrol has 300 agents there, and Finland has sent 150 soldiers.", [300]),
    ("On the far side of the border, Mexico will post 340 national guard members.", []),
    (
        "The Coast Guard has 26 members on the border, beside 31 members of the Royal Canadian Mounted Police.",
        [26],
    ),
    ("Does Canada do the same? Its border agency has 8,500 staff.", []),
    ("Two pilots and 14 members from the Mexican air force came to the border.", []),
    # A title that is only a place holds for what follows.
    ("Guard at the border and elsewhere\n\nLos Angeles\n\nOf the 4,150 Guard troops, some went home.", []),
    ("The Guard's 150 soldiers would join a program far from the border.", []),
    # Services, posts and departments in full.
    ("It is near the border. The post, with 25,000 soldiers, is large.", []),
    ("The highway patrol works at the border. The patrol has 1,045 troopers.", []),
    # Survey, scene, wish and name.
    ("For this report on the border we interviewed 84 agents and reviewed 212 personnel files.", []),
    ("Our survey of the Border Patrol, answered by 1,320 agents, is out.", []),
    ("The Army has 90 soldiers on the border. In 31 the unit could not show why.", [90]),
    ("The border agents took in 132,900 people.", []),
    ("The chief said he'd trade a thousand soldiers at the border for a fence.", []),
    ("Forty-six Border Patrol trainees of Class 1187 raised their hands.", [46]),
    ("Q: How many Border Patrol agents walked out the door?\n\nA: Eleven hundred.", []),
    ("The Border Patrol's other 1,060 clerks come from a contractor.", []),
]


@pytest.mark.parametrize(("text", "values"), OTHERS)
def test_others_are_no_figures(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


MORE = [
    ("San Juan, which the Border Patrol guards. Its air and marine branch in the Caribbean has 132 agents.", [132]),
    ("Of the 345 Guard members at the border, 130 will turn to raids far inland. That leaves 105.", [345, 130, 105]),
    ("Eight analysts of the National Guard are helping the Border Patrol.", [8]),
    ("The ship at the border has a crew of 309, plus a Coast Guard team of eight.", [309, 8]),
    (
        "The Border Patrol feeds 640 soldiers at the border: Santa Teresa, 410; Columbus, 170; Antelope Wells, 60.",
        [640, 410, 170, 60],
    ),
    ("The Pentagon will cut its border force before the holidays, from 6,300 to 4,200.", [6300, 4200]),
    ("A Marine platoon of 42 guards the border yard.", [42]),
    ("The Border Patrol drew 7,200 applicants and hired 510 of them.", [510]),
    ("A draft would hold the Guard on the border to a maximum of 350 soldiers.", [350]),
    ("He asks whether Texas, with its 290 Guard soldiers on the border, fills the gap.", [290]),
    (
        "Sixty-four new customs officers took the oath at the border. Twelve members of the class go to Laredo.",
        [64, 12],
    ),
    ("The sector's Border Patrol has 327 agents, which a retired chief put at 45 in 1998.", [327, 45]),
]


@pytest.mark.parametrize(("text", "values"), MORE)
def test_more_values(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


LATER = [
    ("The Guard has 125 troops at the border. Arrests: 22,000. Days it will be there: 330.", [125]),
    ("CBP had money for 190 more positions than it filled at the border.", []),
    ("Two Guard battalions with 1,150 soldiers go to the border. A third, of 480, goes in winter.", [1150, 480]),
    (
        "Thirty customs agents and 40 Coast Guard officers work at the border. Some 12 naval aviators help.",
        [30, 40, 12],
    ),
    ("The Guard has 95 soldiers at the border. Some 212 retired in the spring.", [95]),
]


@pytest.mark.parametrize(("text", "values"), LATER)
def test_later_values(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values
