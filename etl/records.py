"""Files that are one list of records: each record validated by itself and kept with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

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
    kind = model.__name__.lower()
    paths: list[documents.Path] = [(position,) for position in range(len(document.value))]
    records, wrong = validate(document, paths, document.value, kind, model)
    found = [Listed(record, document, position) for position, record in records]
    return found, [problem for one in wrong for problem in one.problems]


class Misshapen(NamedTuple):
    """A record out of shape: what stands where its id should be, and what is wrong with it."""

    name: object
    problems: list[Problem]


def validate(
    document: documents.Document,
    paths: Sequence[documents.Path],
    items: Sequence[documents.Value],
    kind: str,
    model: type[Model],
) -> tuple[list[tuple[int, Model]], list[Misshapen]]:
    """Validate the values at some paths of a document one by one. Raises nothing for bad ones.

    Returns the records, each with its position among the items, and those out of shape.
    """
    records: list[tuple[int, Model]] = []
    wrong: list[Misshapen] = []
    for position, (path, item) in enumerate(zip(paths, items, strict=True)):
        try:
            records.append((position, model.model_validate(item)))
        except ValidationError as error:
            name = item.get("id") if isinstance(item, dict) else None
            label = f"{kind} {name if isinstance(name, str) else position + 1}"
            details = error.errors(include_url=False)
            wrong.append(Misshapen(name, [shape_problem(detail, document, path, label, model) for detail in details]))
    return records, wrong
