"""What is wrong with the hand-kept data: one record per finding, and the error that carries them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

_LONGEST_QUOTE = 80


class Place(NamedTuple):
    """Where something stands: file as shown to the reader, line and column counted from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps the data from being published.

    `record` names what it is about ("figure seed-marines-ordered"), `field` the key inside it ("" for
    the record as a whole), `found` what stands there, `accepted` what could stand there and `nearest`
    the valid name that the found one resembles most, if any does.
    """

    place: Place
    record: str
    field: str
    reason: str
    found: str
    accepted: str
    nearest: str | None = None

    def __str__(self) -> str:
        """One line in the form that editors and compilers share: file:line:column: message."""
        about = ", ".join(part for part in (self.record, self.field) if part)
        lead = f"{about}: " if about else ""
        close = f" Did you mean {self.nearest!r}?" if self.nearest else ""
        return (
            f"{self.place.file}:{self.place.line}:{self.place.column}: {lead}{_sentence(self.reason)}"
            f" Found {quote(self.found)}; accepted: {self.accepted}.{close}"
        )

    def as_json(self) -> dict[str, object]:
        """The same finding with one key per part, for programs."""
        parts = asdict(self)
        parts.pop("place")
        return {**self.place._asdict(), **parts, "reason": _sentence(self.reason)}


class DataError(Exception):
    """The data can't be published; `problems` holds every finding of the run, in reading order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep all findings: a maintainer mends them in one go."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def _sentence(reason: str) -> str:
    """A reason with a capital first letter and a full stop, however the part that found it worded it."""
    ended = reason if reason.endswith((".", "!", "?")) else f"{reason}."
    return ended[:1].upper() + ended[1:]


def quote(found: str) -> str:
    """Show a found value on one line, with control characters made visible and long ones cut."""
    shown = found if len(found) <= _LONGEST_QUOTE else found[: _LONGEST_QUOTE - 1] + "…"
    return repr(shown)


def nearest(found: str, accepted: Iterable[str]) -> str | None:
    """The accepted name most like `found`, or None when nothing is alike."""
    matches = difflib.get_close_matches(found.casefold(), list(accepted), n=1, cutoff=0.6)
    return matches[0] if matches else None
