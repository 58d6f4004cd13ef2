"""What every file says of itself: title, data version, licence and where it comes from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from dashboard.changes import record
from dashboard.citations import Edition, ledger, plain
from dashboard.store import Store

# The first moment that a zip file, and so a workbook, can bear.
_EARLIEST = datetime(1980, 1, 1)  # noqa: DTZ001  (such files know no time zones)


@dataclass(frozen=True, slots=True)
class Imprint:
    """The package's own words about itself, and how the whole of it is cited.

    `base_url` is where it is served, without a trailing slash. `moment` stands for the time at which a file was
    made, so that the same data always gives the same bytes: the date of the data version.
    """

    title: str
    description: str
    data_version: str
    moment: datetime
    licence: str
    licence_address: str
    base_url: str
    citation: str


def imprint(store: Store, base_url: str) -> Imprint:
    """Read the descriptor and the record of versions."""
    told: dict[str, Any] = json.loads(store.files["datapackage.json"])
    (licence,) = told["licenses"]
    issued = record(store).current.date
    return Imprint(
        title=told["title"],
        description=told["description"],
        data_version=store.data_version,
        moment=max(_EARLIEST, datetime.combine(issued or date.min, time.min)),
        licence=licence["title"],
        licence_address=licence["path"],
        base_url=base_url,
        citation=plain(ledger(Edition(store.data_version, issued, base_url))),
    )
