"""Which numbers are read as people, and which are not, in sentences of the kind that new writers bring."""

from typing import Any, Protocol

import pytest


class Rows(Protocol):
    def __call__(self, text: str) -> list[dict[str, Any]]: ...


READ = [
    # Rows of several columns, and totals over offices.
    ("Border staffing\n\nJob | FY 2018 | FY 2019\nBorder Patrol agents | 310 | 290", [310, 290]),
    ("Customs officers by office\n\nYuma: 310\nAll offices together: 640", [310, 640]),
    # A few in one list with many, on loan, or in a permit.
    ("The Guard sent 130 soldiers and six airmen to the border.", [130, 6]),
    ("The sector has 210 agents and eight Guard soldiers on loan.", [210, 8]),
    ("The Guard has 310 soldiers on the border mission. An order permits up to 640.", [310, 640]),
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
    # Those of the other side, at home, in cities.
    ("The Border Patrol has 640 agents there. On the Mexican side, 250 immigration agents cleared a hotel.", [640]),
    ("Ohio has 130 Guard soldiers at the border. Its governor has 9,000 more at home if the call comes.", [130]),
    ("Congress heard of the 500 Guard troops federalized for Portland.", []),
    ("The Coast Guard's active-duty workforce of 41,700 is spread over nine districts.", []),
]


@pytest.mark.parametrize(("text", "values"), READ + NOT_READ)
def test_values(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values
