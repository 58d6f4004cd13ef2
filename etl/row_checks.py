"""Which checks each kind of record has to pass: names, parents, wordings and dates, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from etl import checks, models
from etl.checks import Vocabulary
from etl.normalise import Finding
from etl.reading import Ledger


def record_table(records: list[models.Agency] | list[models.Basis] | list[models.Term]
                 | list[models.Region] | list[models.Event], model: type[models.Record]) -> pd.DataFrame:  # fmt: skip
    """Records as a table of text with the fields of their model as columns."""
    rows = [record.model_dump() for record in records]
    return pd.DataFrame(rows, columns=list(model.model_fields)).fillna("").astype("str")


def check_figures(ledger: Ledger, figures: pd.DataFrame) -> Iterator[Finding]:
    """`figures` is the table as written joined with what was read from it."""

    def place(row: int) -> str:
        return _shown(ledger, "figure", row, "figure_id")

    yield from checks.unique_ids(figures, "figure_id", place)
    yield from check_names(ledger, figures)
    yield from checks.wording_length(figures, "as_reported", "figure")
    yield from checks.wording_length(figures, "as_of_stated", "figure")
    yield from checks.number_in_wording(figures)
    part_of = {
        name: (int(str(row)), parent)
        for row, name, parent in zip(figures.index, figures["figure_id"], figures["part_of"], strict=True)
    }
    yield from checks.parents(part_of, "part_of", "figure", ledger.unread["figure"])
    yield from checks.part_fits(figures)
    yield from checks.date_as_stated(figures, "as_of", "as_of_stated", "figure")
    unreadable = {finding.row for finding in check_sources(ledger)}
    published = {
        source.id: source.origin.published for row, source in enumerate(ledger.sources) if row not in unreadable
    }
    yield from checks.date_from_publication(figures, published)


def check_sources(ledger: Ledger) -> Iterator[Finding]:
    """The date of publication of every source can be read."""
    dates = {row: source.origin.published for row, source in enumerate(ledger.sources)}
    yield from checks.readable_dates(dates, "origin.published", "source")


def check_names(ledger: Ledger, figures: pd.DataFrame) -> Iterator[Finding]:
    """Every word of a closed vocabulary is in its file; only some columns may say that nothing is stated."""
    for kind, records in vocabularies(ledger).items():
        column, file = _KEPT[kind]
        names = [record.id for record in records]
        if column in _MAY_LACK:
            names.insert(0, models.NOT_STATED)
        yield from checks.known_names(figures, column, Vocabulary(names, file, ledger.unread[kind]))
    yield from checks.known_names(figures, "checked_with", _sources(ledger, ""))


# The column of the figures and the file of each vocabulary.
_KEPT = {
    "agency": ("agency", "agencies.yml"),
    "role": ("role", "roles.yml"),
    "region": ("region", "regions.yml"),
    "operation": ("operation", "operations.yml"),
    "basis": ("basis", "bases.yml"),
    "component": ("component", "components.yml"),
    "duty status": ("duty_status", "duty_statuses.yml"),
}
_MAY_LACK = ("region", "component", "duty_status", "operation")


def _sources(ledger: Ledger, *besides: str) -> Vocabulary:
    names = [*besides, *(source.id for source in ledger.sources)]
    return Vocabulary(names, "data/sources", ledger.unread["source"])


def vocabularies(ledger: Ledger) -> dict[str, Sequence[models.Agency | models.Term]]:
    """The records of each closed vocabulary, by the kind that the ledger knows their places under."""
    return {
        "agency": ledger.agencies,
        "role": ledger.roles,
        "region": ledger.regions,
        "operation": ledger.operations,
        "basis": ledger.bases,
        "component": ledger.components,
        "duty status": ledger.duty_statuses,
    }


def check_vocabularies(ledger: Ledger) -> Iterator[Finding]:
    """Every word has an id of its own, and agencies and regions have parents that exist."""
    for kind, records in vocabularies(ledger).items():
        table = pd.DataFrame({"id": [record.id for record in records]}, dtype="str")
        places = [_shown(ledger, kind, row, "id") for row in range(len(records))]
        yield from checks.unique_ids(table, "id", places.__getitem__, kind)
    agencies = {agency.id: (row, agency.parent or "") for row, agency in enumerate(ledger.agencies)}
    regions = {region.id: (row, region.parent or "") for row, region in enumerate(ledger.regions)}
    yield from checks.parents(agencies, "parent", "agency", ledger.unread["agency"])
    yield from checks.parents(regions, "parent", "region", ledger.unread["region"])


def check_events(ledger: Ledger, events: pd.DataFrame) -> Iterator[Finding]:
    """`events` is the table as written."""

    def place(row: int) -> str:
        return _shown(ledger, "event", row, "id")

    yield from checks.unique_ids(events, "id", place, "event")
    yield from checks.known_names(events, "source", _sources(ledger), "event")
    yield from checks.wording_length(events, "as_reported", "event")
    yield from checks.date_as_stated(events, "date", "stated", "event")


def _shown(ledger: Ledger, kind: str, row: int, column: str) -> str:
    place = ledger.place(kind, row, column)
    return f"{place.file}:{place.line}"
