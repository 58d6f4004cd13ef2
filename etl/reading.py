"""The data folder to records: every file read, every finding kept, nothing guessed.

A record that is out of shape is reported and left out, and the rest is read on, so that one run shows
all that is wrong. `Ledger.unread` keeps the ids of records left out: a reference to one of them is not
reported as a second mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

import pandas as pd
from pydantic import ValidationError

from etl import documents, models
from etl.findings import shape_problem
from etl.problems import DataError, Place, Problem

Model = TypeVar("Model", bound=models.Record)

# The columns of the table of figures as written; all text, "" where nothing is written.
RAW_COLUMNS = (
    "figure_id", "source", "as_reported", "number", "locator", "agency", "basis", "component",
    "duty_status", "as_of", "as_of_stated", "as_of_from", "part_of", "note",
)  # fmt: skip
_FIELD_PATHS: Mapping[str, documents.Path] = {
    "figure_id": ("id",),
    "as_of": ("as_of", "period"),
    "as_of_stated": ("as_of", "stated"),
    "as_of_from": ("as_of", "from"),
}


class _Spot(NamedTuple):
    document: documents.Document
    path: documents.Path


@dataclass(slots=True)
class Ledger:
    """All records read, and where each stands.

    `figures` has one row a figure and the columns RAW_COLUMNS; its index counts rows from 0.
    """

    agencies: list[models.Agency] = field(default_factory=list)
    bases: list[models.Basis] = field(default_factory=list)
    components: list[models.Term] = field(default_factory=list)
    duty_statuses: list[models.Term] = field(default_factory=list)
    events: list[models.Event] = field(default_factory=list)
    sources: list[models.Source] = field(default_factory=list)
    figures: pd.DataFrame = field(default_factory=pd.DataFrame)
    unread: set[str] = field(default_factory=set)
    spots: dict[str, list[_Spot]] = field(default_factory=dict)

    def place(self, kind: str, index: int, column: str = "") -> Place:
        """Where the `index`-th record of a kind ("figure", "event", ...) has the given field."""
        spot = self.spots[kind][index]
        path = _FIELD_PATHS.get(column, (column,)) if kind == "figure" else (column,)
        return spot.document.place((*spot.path, *path) if column else spot.path)


class _Reader:
    """One reading of a data folder; the ledger and the findings grow file by file."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.ledger = Ledger()
        self.problems: list[Problem] = []

    def read(self) -> None:
        ledger = self.ledger
        ledger.agencies = self._list("agencies.yml", "agency", models.Agency)
        ledger.bases = self._list("bases.yml", "basis", models.Basis)
        ledger.components = self._list("components.yml", "component", models.Term)
        ledger.duty_statuses = self._list("duty_statuses.yml", "duty status", models.Term)
        ledger.events = self._list("events.yml", "event", models.Event)
        rows: list[dict[str, str]] = []
        for path in self._source_paths():
            rows.extend(self._source(path))
        ledger.figures = pd.DataFrame(rows, columns=list(RAW_COLUMNS), dtype="str")

    def _source_paths(self) -> list[Path]:
        folder = self.data / "sources"
        paths = sorted(folder.glob("*.yml"))
        if not paths:
            accepted = "at least one <source id>.yml"
            self._report(Place(self._shown(folder), 1, 1), "There is no source.", "nothing", accepted)
        return paths

    def _open(self, path: Path) -> documents.Document | None:
        shown = self._shown(path)
        try:
            return documents.read(path, shown)
        except DataError as error:
            self.problems.extend(error.problems)
        except OSError as error:
            found = error.strerror or str(error)
            self._report(Place(shown, 1, 1), "The file can't be read.", found, "a readable file")
        return None

    def _list(self, name: str, kind: str, model: type[Model]) -> list[Model]:
        """The records of a file that is one list of them."""
        document = self._open(self.data / name)
        if document is None:
            return []
        if not isinstance(document.value, list):
            self._report(document.place(()), "The file must be a list.", "something else", "- id: ...")
            return []
        return self._records(document, (), document.value, kind, model)

    def _source(self, path: Path) -> list[dict[str, str]]:
        """Read one source; its record goes to the ledger, its figures come back as table rows."""
        document = self._open(path)
        if document is None:
            return []
        value = document.value
        if not isinstance(value, dict):
            accepted = "id:, origin: and figures:"
            self._report(document.place(()), "A source must be a mapping.", "something else", accepted)
            return []
        figures = value.get("figures")
        head = {**value, "figures": []} if isinstance(figures, list) else value
        sources = self._records(document, None, [head], "source", models.Source)
        for source in sources:
            if source.id != path.stem:
                reason = "The id differs from the name of the file."
                self._report(document.place(("id",)), reason, source.id, path.stem, "source", "id")
        self.ledger.sources.extend(sources)
        items = figures if isinstance(figures, list) else []
        records = self._records(document, ("figures",), items, "figure", models.Figure)
        return [_row(record, path.stem) for record in records]

    def _records(
        self,
        document: documents.Document,
        parent: documents.Path | None,
        items: list[documents.Value],
        kind: str,
        model: type[Model],
    ) -> list[Model]:
        """Validate items one by one; `parent` is the path of the list, None for the document itself."""
        records: list[Model] = []
        for position, item in enumerate(items):
            path: documents.Path = () if parent is None else (*parent, position)
            try:
                record = model.model_validate(item)
            except ValidationError as error:
                name = item.get("id") if isinstance(item, dict) else None
                label = f"{kind} {name}" if isinstance(name, str) else f"{kind} {position + 1}"
                self.ledger.unread.update([name] if isinstance(name, str) else [])
                for detail in error.errors(include_url=False):
                    self.problems.append(shape_problem(detail, document, path, label, model))
                continue
            records.append(record)
            self.ledger.spots.setdefault(kind, []).append(_Spot(document, path))
        return records

    def _report(self, place: Place, reason: str, found: str, accepted: str, record: str = "", name: str = "") -> None:
        self.problems.append(Problem(place, record, name, reason, found, accepted))

    def _shown(self, path: Path) -> str:
        """A path as messages show it: from the folder that holds the data folder."""
        return path.relative_to(self.data.parent).as_posix()


def read_ledger(data: Path) -> tuple[Ledger, list[Problem]]:
    """Read the vocabularies in `data` and every source in `data`/sources.

    Returns what could be read and every finding. Raises nothing for bad content.
    """
    reader = _Reader(data.absolute())
    reader.read()
    return reader.ledger, reader.problems


def _row(record: models.Figure, source: str) -> dict[str, str]:
    return {
        "figure_id": record.id,
        "source": source,
        "as_reported": record.as_reported,
        "number": record.number or "",
        "locator": record.locator,
        "agency": record.agency,
        "basis": record.basis,
        "component": record.component,
        "duty_status": record.duty_status,
        "as_of": record.as_of.period,
        "as_of_stated": record.as_of.stated or "",
        "as_of_from": record.as_of.derived_from or "",
        "part_of": record.part_of or "",
        "note": record.note or "",
    }
