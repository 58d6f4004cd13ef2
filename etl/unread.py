"""Which records of a kind could not be read: a reference to one of them is no second mistake."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from etl.models import ID


@dataclass(slots=True)
class Unread:
    """The ids of records left out; with `unnamed` there are more, of which not even the ids are known.

    It contains every name that one of these records may have: any name at all, once one is unnamed.
    """

    ids: set[str] = field(default_factory=set)
    unnamed: bool = False

    def __contains__(self, name: object) -> bool:
        """Whether a record left out has this id, or may have it."""
        return self.unnamed or name in self.ids

    def __bool__(self) -> bool:
        """True when any record was left out."""
        return self.unnamed or bool(self.ids)

    def add(self, name: object) -> None:
        """Note a record left out by what stands where its id should be."""
        if isinstance(name, str) and re.fullmatch(ID, name):
            self.ids.add(name)
        else:
            self.unnamed = True

    def update(self, other: Unread) -> None:
        """Note the records that `other` notes."""
        self.ids |= other.ids
        self.unnamed = self.unnamed or other.unnamed
