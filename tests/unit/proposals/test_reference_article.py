"""A text built like the article that opens the dashboard: five figures among other numbers, in its order."""

from collections.abc import Callable
from typing import Any

TEXT = """Army and Marines ordered south as new president acts on border

The move follows a decree that calls the crossings an emergency.

The armed forces now send 1,500 active-duty troops to the frontier with Mexico, keeping a promise of the campaign.

A spokeswoman confirmed the order on Wednesday.

Two officials said the force included 500 Marines. They are not to make arrests.

The president was sworn in on Monday. "We lost four years," he said.

An estimated 2,500 National Guard members and reservists had come before them.

Customs and Border Protection, meanwhile, counts more than 45,000 employees. In fiscal year 2023, 19,104 of \
those people worked as Border Patrol agents, away from the ports of entry.

He spoke of a 22-year-old student who was killed in February 2024. The House passed a bill in her name.
"""


def test_exactly_the_five_figures(rows: Callable[[str], list[dict[str, Any]]]) -> None:
    keys = ("value", "qualifier", "agency", "status", "as_of", "part_of")
    assert [tuple(row[key] for key in keys) for row in rows(TEXT)] == [
        (1500, "exact", "active-duty", "ordered", None, None),
        (500, "exact", "marines", "ordered", None, 0),
        (2500, "estimate", "guard-and-reserve", "deployed", None, None),
        (45000, "at-least", "cbp", "onboard", None, None),
        (19104, "exact", "usbp", "onboard", "FY2023", 3),
    ]


def test_spans_are_offsets_of_the_text(rows: Callable[[str], list[dict[str, Any]]]) -> None:
    found = rows(TEXT)
    assert [TEXT[row["start"] : row["end"]] for row in found] == [row["match"] for row in found]
    assert found[1]["match"] == "500 Marines"
