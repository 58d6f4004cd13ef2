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
