"""Which agency's people may be counted inside another's."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.merging import MILITARY

_INSIDE: Final = {
    "cbp": frozenset({"usbp", "ofo", "amo"}),
    "marines": frozenset({"navy"}),
    "active-duty": frozenset({"army", "marines", "navy", "air-force"}),
    "all-military": MILITARY | {"coast-guard"},
    "guard-and-reserve": frozenset({"national-guard", "reserve", "texas-guard"}),
    "national-guard": frozenset({"texas-guard"}),
    "dhs": frozenset({"ice", "coast-guard", "cbp", "usbp", "ofo", "amo"}),
    "coast-guard": frozenset({"reserve"}),
    "other": MILITARY | {"state-police"},
}
_GOALS: Final = frozenset({"authorized", "mandated-floor", "planned"})
_PRESENT: Final = frozenset({"deployed", "onboard", "withdrawn"})


def inside(part: str, whole: str) -> bool:
    """Whether one agency is a part of another."""
    return part in _INSIDE.get(whole, frozenset())


def fits(part: Candidate, whole: Candidate, *, said: bool = False) -> bool:
    """Whether one number can count some of the people of another: fewer, of its agency, not present under a goal.

    A part that is `said` to be one, "48 of them", may be present under a goal.
    """
    if part.value > (whole.value_high or whole.value) or whole.whole is part:
        return False
    if not said and whole.status in _GOALS and part.status in _PRESENT and part.told:
        return False
    return part.agency == whole.agency or inside(part.agency or "", whole.agency or "")
