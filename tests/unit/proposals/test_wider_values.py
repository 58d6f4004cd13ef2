"""Which numbers are read as people, and which are not, in sentences of the kind that new writers bring."""

from collections.abc import Callable
from typing import Any

import pytest

Rows = Callable[[str], list[dict[str, Any]]]

READ = [
    # Rows of several columns, and totals over offices.
    ("Border staffing\n\nJob | FY 2018 | FY 2019\nBorder Patrol agents | 310 | 290", [310, 290]),
    ("Customs officers by office\n\nYuma: 310\nAll offices together: 640", [310, 640]),
    # A few in one list with many, on loan, or in a permit.
    ("The Guard sent 130 soldiers and six airmen to the border.", [130, 6]),
    ("The sector has 210 agents and eight Guard soldiers on loan.", [210, 8]),
    ("The Guard has 310 soldiers on the border mission. An order permits up to 640.", [310, 640]),
    # A floor that applies, and the crew of a ship that the Navy sent.
    ("The Border Patrol has 640 agents, below the minimum of 870 that applied then.", [640, 870]),
    ("A Navy destroyer with a crew of 312 and a team of eight Coast Guardsmen watches the sea border.", [312, 8]),
    # Parts of people named without a number, and of a number.
    ("Guardsmen from 11 states are on the border, 210 of them by one count.", [210]),
    ("The Border Patrol hired fourteen agents. Nine of the fourteen drew stations in Yuma.", [14, 9]),
    ("The Guard has 48 soldiers at the border one winter; by June it was down to 22.", [48, 22]),
]
NOT_READ = [
    # Ages, telephones, inhabitants.
    ("The Guard sent 130 soldiers to the border. The oldest is 39.", [130]),
    ("The Guard sent 130 soldiers to the border. A mule there lived to be 31.", [130]),
    ("The Guard sent 130 soldiers to the border. Media queries: (719) 555-0142.", [130]),
    ("The Guard sent 130 soldiers to the city of 35,000 on the border.", [130]),
    # Room, and those who are held in it.
    ("The Border Patrol station was built for 170 agents.", []),
    ("The Border Patrol has 640 agents there. The station with space for 90 was holding 870.", [640]),
    # People of a shift, of a scene, under suspicion.
    ("At the bridge a shift of fourteen customs officers faced the line.", []),
    ("The Guard sent 130 soldiers to the border. They helped find 510 people.", [130]),
    ("The Guard has 130 soldiers at the border. Prosecutors have charged 413 people with entering a base.", [130]),
    # Times that are compared, posts that nobody fills, what things come to.
    ("The Border Patrol has 640 agents on the border. A hire waits 198 days, down from 271.", [640]),
    ("The Border Patrol has 640 agents on the border and 42 empty posts.", [640]),
    ("The Border Patrol has 640 agents. Crossings in the sector, which is quiet, topped 7,000.", [640]),
    # Things that are done look like verbs.
    ("The Guard has 310 soldiers at the border. They have run 3,640 patrols, 212 of them at night.", [310]),
    # Those of the other side, at home, in cities.
    ("The Border Patrol has 640 agents there. On the Mexican side, 250 immigration agents cleared a hotel.", [640]),
    ("Ohio has 130 Guard soldiers at the border. Its governor has 9,000 more at home if the call comes.", [130]),
    ("Congress heard of the 500 Guard troops federalized for Portland.", []),
    ("The Coast Guard's active-duty workforce of 41,700 is spread over nine districts.", []),
]


@pytest.mark.parametrize(("text", "values"), READ + NOT_READ)
def test_values(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


AGENCIES = [
    # Whose a part is by what it is said to be, by where it comes from, by who stands beside it.
    (
        "The border mission has 5,300 regular and reserve forces. About 2,700 of the troops are Guardsmen.",
        1,
        "national-guard",
    ),
    ("The border mission keeps 6,150 service members, 4,900 of them on active duty.", 1, "active-duty"),
    ("The Border Patrol has 900 agents in Yuma. They have 210 from the Guard to lean on.", 1, "national-guard"),
    ("The Border Patrol hired 140 agents and 230 officers entered on duty.", 1, "ofo"),
    ("Ohio has 310 Guard soldiers on state active duty at the border, down from 640.", 1, "national-guard"),
    # The total is that of the largest number, not of the last.
    (
        "The Pentagon has 842 personnel at the border. Marines number 51. The total may grow to 980.",
        2,
        "all-military",
    ),
    # Whoever is helped, counts or asks has not these people.
    ("Active-duty forces supporting CBP at the border peaked at 615 and had dropped to 210.", 1, "active-duty"),
    ("Ports of entry in Ohio have 310 CBP officers. CBP's own tally is lower: 290.", 1, "ofo"),
    ("The Army and the National Guard serve at the border. DHS asked for 550 personnel.", 0, "all-military"),
]


@pytest.mark.parametrize(("text", "place", "agency"), AGENCIES)
def test_agencies(rows: Rows, text: str, place: int, agency: str) -> None:
    assert rows(text)[place]["agency"] == agency
