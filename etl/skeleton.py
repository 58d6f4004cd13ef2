"""A new source's file with the fields to fill in: every field left empty is told by the next check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

_MOST_SHOWN = 8


def source_file(source: str, today: date, vocabularies: Mapping[str, Sequence[str]]) -> str:
    """The text of data/sources/<source>.yml, the words of each closed vocabulary beside its field.

    `vocabularies` gives the ids by field: agency, role, region, basis, component, duty_status, operation.
    """
    words = {name: _shown(ids) for name, ids in vocabularies.items()}
    return f"""\
id: {source}
added: {today.isoformat()}
origin:
  publisher:  # or not stated
  title:
  published:  # 2025-01-22, 2025-01, 2025 or not stated
  address:  # https://... or not stated
  language: en
  kind:  # news, wire, official, research, testimony, release
figures:
  - id: {source}-1  # a name of your own; it will not change
    as_reported:  # the source's words around the number, eight at most
    locator:  # paragraph, page or cell
    agency:  # {words["agency"]}
    role:  # {words["role"]}
    region: not stated  # {words["region"]}
    basis:  # {words["basis"]}
    component: not stated  # {words["component"]}
    duty_status: not stated  # {words["duty_status"]}
    operation: not stated  # {words["operation"]}
    as_of:
      period:  # 2025-01-22, 2025-01, FY2023, ... or not stated
      # stated: the source's own words for the date
      # from: publication, when the source speaks of the present
    # part_of: the figure that this one is counted inside
    # note: what a reader should know besides, in your own words
"""


def _shown(ids: Sequence[str]) -> str:
    more = ", ..." if len(ids) > _MOST_SHOWN else ""
    return ", ".join(ids[:_MOST_SHOWN]) + more
