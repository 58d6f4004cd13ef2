"""Units that any force may have: a company or a battalion is of the force that was named last, else the Army's."""

from typing import Final

from etl.proposals.page import Page

_PART_TIME: Final = frozenset({"national-guard", "texas-guard", "reserve"})
_OTHERS: Final = _PART_TIME | {"marines"}
_FORCES: Final = _OTHERS | {"army", "active-duty", "all-military"}
_REACH: Final = 15
_BEHIND: Final = 4


def resolve(page: Page) -> None:
    """Give each unit the force of the name shortly before or right behind it, else the only one that the text names."""
    units = [at for at, (_, entry) in enumerate(page.found) if "unit" in entry.kinds]
    if not units:
        return
    names = [(place, entry) for place, entry in page.found if entry.agency in _FORCES]
    named = [(place, entry.agency) for place, entry in names if "unit" not in entry.kinds]
    forces = {agency for _, agency in named}
    alone = next(iter(forces)) if len(forces) == 1 and forces <= _PART_TIME else None
    before = 0
    for at in units:
        place, entry = page.found[at]
        while before < len(named) and named[before][0] < place:
            before += 1
        agency = alone
        if before and place - named[before - 1][0] <= _REACH:
            agency = named[before - 1][1]
        if before < len(named) and named[before][0] - page.spans[place] <= _BEHIND:
            agency = named[before][1]
        if agency in _OTHERS:
            page.found[at] = place, entry._replace(agency=agency)
            page.entries[place] = page.found[at][1]
