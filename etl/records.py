"""Files that are one list of records: each record validated by itself and kept with its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from etl import documents, models
from etl.findings import shape_problem
from etl.problems import DataError, Place, Problem

Model = TypeVar("Model", bound=models.Record)


@dataclass(frozen=True, slots=True)
class Listed(Generic[Model]):
    """One record of a file, with the document it stands in and its position there."""

    record: Model
    document: documents.Document
    position: int

    def place(self, *path: str | int) -> Place:
        """Where the record, or the value at `path` inside it, stands."""
        return self.document.place((self.position, *path))

    def problem(
        self, path: documents.Path, reason: str, found: str, accepted: str, close: str | None = None
    ) -> Problem:
        """Something wrong with the value at `path` of this record."""
        name = f"{type(self.record).__name__.lower()} {self.label}"
        return Problem(self.place(*path), name, ".".join(str(part) for part in path), reason, found, accepted, close)

    @property
    def label(self) -> str:
        """The record's id, or its number in the file when it has none."""
        return str(getattr(self.record, "id", self.position + 1))


def read_list(path: Path, shown_as: str, model: type[Model]) -> tuple[list[Listed[Model]], list[Problem]]:
    """Read a file that holds one list of records. Bad records are reported and left out; raises nothing."""
    try:
        document = documents.read(path, shown_as)
    except DataError as error:
        return [], list(error.problems)
    if not isinstance(document.value, list):
        place = document.place(())
        return [], [Problem(place, "", "", "The file must be a list.", "something else", "a list of records, or []")]
    records: list[Listed[Model]] = []
    problems: list[Problem] = []
    for position, item in enumerate(document.value):
        try:
            records.append(Listed(model.model_validate(item), document, position))
        except ValidationError as error:
            name = item.get("id") if isinstance(item, dict) else None
            label = f"{model.__name__.lower()} {name if isinstance(name, str) else position + 1}"
            details = error.errors(include_url=False)
            problems += [shape_problem(detail, document, (position,), label, model) for detail in details]
    return records, problems
