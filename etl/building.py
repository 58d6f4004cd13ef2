"""From the data folder to checked tables: the steps of a build in their order, without publishing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl import checks, models, normalise, reading
from etl.normalise import Finding
from etl.problems import DataError, Place, Problem
from etl.reading import Ledger

_LINK = " › "


@dataclass(frozen=True, slots=True)
class Build:
    """The result of one reading: the published tables by name, and what was read to make them."""

    ledger: Ledger
    tables: dict[str, pd.DataFrame]


def build(data: Path) -> Build:
    """Read, normalise and check the data folder. Raises DataError with every finding of the run."""
    ledger, problems = reading.read_ledger(data)
    sources = source_table(ledger.sources)
    raw_events = _table(ledger.events, models.Event)
    figures = normalise.normalise(
        ledger.figures,
        sources.set_index("id"),
        agency_paths({agency.id: agency for agency in ledger.agencies}),
    )
    events = normalise.events(raw_events)
    findings = [*figures.findings, *events.findings]
    as_written = ledger.figures.join(
        figures.table[figures.table.columns.difference(ledger.figures.columns, sort=False)]
    )
    findings += _figure_checks(ledger, as_written)
    findings += _vocabulary_checks(ledger)
    findings += _event_checks(ledger, raw_events)
    problems += [_problem(ledger, finding) for finding in findings]
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.place))
    tables = {
        "figures": figures.table,
        "sources": sources,
        "agencies": _table(ledger.agencies, models.Agency),
        "bases": _table(ledger.bases, models.Basis)[["id", "label", "people", "definition"]],
        "components": _table(ledger.components, models.Term),
        "duty_statuses": _table(ledger.duty_statuses, models.Term),
        "events": events.table,
    }
    return Build(ledger, tables)


def agency_paths(agencies: dict[str, models.Agency]) -> dict[str, str]:
    """Each agency's way down the tree, by name; a circle or a missing parent ends the way."""
    paths = {}
    for name in agencies:
        steps: list[str] = []
        node: str | None = name
        while node in agencies and node not in steps:
            steps.append(node)
            node = agencies[node].parent
        paths[name] = _LINK.join(agencies[step].name for step in reversed(steps))
    return paths


def source_table(sources: list[models.Source]) -> pd.DataFrame:
    """The sources with their origin, one row each."""
    columns = ["id", *(n for n in models.Origin.model_fields if n != "inferred"), "inferred"]
    rows = [
        {
            "id": source.id,
            **source.origin.model_dump(),
            "inferred": " ".join(f"{name.capitalize()}: {why}" for name, why in source.origin.inferred.items()),
        }
        for source in sources
    ]
    return pd.DataFrame(rows, columns=columns).fillna("").astype("str")


def _table(records: list[models.Agency] | list[models.Basis] | list[models.Term]
           | list[models.Event], model: type[models.Record]) -> pd.DataFrame:  # fmt: skip
    rows = [record.model_dump() for record in records]
    return pd.DataFrame(rows, columns=list(model.model_fields)).fillna("").astype("str")


def _problem(ledger: Ledger, finding: Finding) -> Problem:
    place = ledger.place(finding.kind, finding.row, finding.column)
    return Problem(
        place,
        f"{finding.kind} {_record_id(ledger, finding)}",
        finding.column,
        finding.reason,
        finding.found,
        finding.accepted,
        finding.nearest,
    )


def _record_id(ledger: Ledger, finding: Finding) -> str:
    match finding.kind:
        case "figure":
            return str(ledger.figures["figure_id"][finding.row])
        case "event":
            return ledger.events[finding.row].id
        case "agency":
            return ledger.agencies[finding.row].id
    raise ValueError(f"no records of kind {finding.kind}")


def _shown(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _figure_checks(ledger: Ledger, figures: pd.DataFrame) -> Iterator[Finding]:
    components = {models.NOT_STATED: None, **{term.id: None for term in ledger.components}}
    duty_statuses = {models.NOT_STATED: None, **{term.id: None for term in ledger.duty_statuses}}
    agencies = [agency.id for agency in ledger.agencies]
    bases = [basis.id for basis in ledger.bases]
    yield from checks.unique_ids(figures, "figure_id", lambda row: _shown(ledger.place("figure", row, "figure_id")))
    yield from checks.known_names(figures, "agency", agencies, "agencies.yml")
    yield from checks.known_names(figures, "basis", bases, "bases.yml")
    yield from checks.known_names(figures, "component", components, "components.yml")
    yield from checks.known_names(figures, "duty_status", duty_statuses, "duty_statuses.yml")
    yield from checks.wording_length(figures, "as_reported", "figure")
    yield from checks.wording_length(figures, "as_of_stated", "figure")
    yield from checks.number_in_wording(figures)
    part_of = {
        name: (int(str(row)), parent)
        for row, name, parent in zip(figures.index, figures["figure_id"], figures["part_of"], strict=True)
    }
    yield from checks.parents(part_of, "part_of", "figure", ledger.unread)
    yield from checks.part_fits(figures)
    yield from checks.date_as_stated(figures, "as_of", "as_of_stated", "figure")
    published = {source.id: source.origin.published for source in ledger.sources}
    yield from checks.date_from_publication(figures, published)


def _vocabulary_checks(ledger: Ledger) -> Iterator[Finding]:
    agencies = _table(ledger.agencies, models.Agency)
    yield from checks.unique_ids(agencies, "id", lambda row: _shown(ledger.place("agency", row, "id")), "agency")
    part_of = {agency.id: (row, agency.parent or "") for row, agency in enumerate(ledger.agencies)}
    yield from checks.parents(part_of, "parent", "agency", ledger.unread)


def _event_checks(ledger: Ledger, events: pd.DataFrame) -> Iterator[Finding]:
    yield from checks.unique_ids(events, "id", lambda row: _shown(ledger.place("event", row, "id")), "event")
    known = [source.id for source in ledger.sources] + sorted(ledger.unread)
    yield from checks.known_names(events, "source", known, "data/sources", "event")
    yield from checks.wording_length(events, "as_reported", "event")
    yield from checks.date_as_stated(events, "date", "stated", "event")
