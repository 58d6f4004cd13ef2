"""Several names for the people of one number made into one agency."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.vocabulary import vocabulary

MILITARY: Final = frozenset(
    {
        "active-duty", "army", "marines", "navy", "air-force", "national-guard", "texas-guard", "reserve",
        "guard-and-reserve", "all-military",
    }
)  # fmt: skip
CIVILIAN: Final = frozenset({"cbp", "usbp", "ofo", "amo"})
SERVICES: Final = frozenset({"army", "marines", "navy", "air-force"})

# A set of names that lies inside the one on the left is named as on the right; the first that fits wins.
_TOGETHER: Final[tuple[tuple[frozenset[str], str], ...]] = (
    (frozenset({"marines", "navy"}), "marines"),
    (frozenset({"active-duty", *SERVICES}), "active-duty"),
    (frozenset({"national-guard", "army", "air-force"}), "national-guard"),
    (frozenset({"national-guard", "army", "air-force", "texas-guard"}), "texas-guard"),
    (frozenset({"reserve", "army", "navy", "air-force", "marines"}), "reserve"),
    (frozenset({"national-guard", "reserve", "guard-and-reserve", "army"}), "guard-and-reserve"),
    (MILITARY, "all-military"),
    (frozenset({"cbp", "usbp"}), "usbp"),
    (frozenset({"cbp", "ofo"}), "ofo"),
    (frozenset({"cbp", "amo"}), "amo"),
    (CIVILIAN, "cbp"),
    (frozenset({"state-police", "other"}), "state-police"),
    (frozenset({"coast-guard", "dhs", "ice", "other", *CIVILIAN}), "dhs"),
)


def stands_for(candidate: Candidate, agency: str) -> bool:
    """Whether the noun can stand for people of the agency."""
    return candidate.noun is not None and agency in vocabulary().stands_for[candidate.noun]


def merged(candidate: Candidate, names: list[str]) -> str | None:
    """One agency for the names, or None for a single name that the noun can't stand for."""
    names = list(dict.fromkeys(names))
    if len(names) > 1:
        names = [name for name in names if name != "all-military"]
    if len(names) == 1:
        free = candidate.noun in {None, "people", "employees"} or names[0] in MILITARY or names[0] == "ofo"
        return names[0] if free or stands_for(candidate, names[0]) else None
    one = frozenset(names)
    services = one & SERVICES
    if one <= {"active-duty", *SERVICES} and len(services) == 1:
        return next(iter(services))
    for group, agency in _TOGETHER:
        if one <= group:
            return agency
    return "other" if one & MILITARY else names[-1]
