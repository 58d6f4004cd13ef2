"""The data folder to records: every file read, every finding kept, nothing guessed.

A record that is out of shape is reported and left out, and the rest is read on, so that one run shows
all that is wrong. `Ledger.unread` notes the records left out, those of unreadable files included: a
reference to one of them is not reported as a second mistake.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from etl import documents, figure_rows, long_tables, models
from etl.figure_rows import CSV_NAMES, RAW_COLUMNS, FigureRows
from etl.problems import DataError, Place, Problem
from etl.records import Model, validate
from etl.unread import Unread


class _Spot(NamedTuple):
    document: documents.Document
    path: documents.Path


@dataclass(slots=True)
class Ledger:
    """All records read, and where each stands.

    `figures` has one row a figure and the columns figure_rows.RAW_COLUMNS; its index counts rows from 0.
    """

    agencies: list[models.Agency] = field(default_factory=list)
    roles: list[models.Term] = field(default_factory=list)
    regions: list[models.Region] = field(default_factory=list)
    operations: list[models.Term] = field(default_factory=list)
    bases: list[models.Basis] = field(default_factory=list)
    components: list[models.Term] = field(default_factory=list)
    duty_statuses: list[models.Term] = field(default_factory=list)
    events: list[models.Event] = field(default_factory=list)
    sources: list[models.Source] = field(default_factory=list)
    figures: pd.DataFrame = field(default_factory=pd.DataFrame)
    unread: defaultdict[str, Unread] = field(default_factory=lambda: defaultdict(Unread))
    spots: dict[str, list[_Spot]] = field(default_factory=dict)
    blocks: list[FigureRows] = field(default_factory=list)

    def place(self, kind: str, index: int, column: str = "") -> Place:
        """Where the `index`-th record of a kind ("figure", "event", ...) has the given field, "origin.title" say."""
        if kind == "figure":
            return self._place_of_figure(index, column)
        spot = self.spots[kind][index]
        return spot.document.place((*spot.path, *column.split(".")) if column else spot.path)

    def _place_of_figure(self, row: int, column: str) -> Place:
        ends = list(accumulate(len(block.frame) for block in self.blocks))
        block = bisect_right(ends, row)
        return self.blocks[block].place(row - (ends[block - 1] if block else 0), column)


class _Reader:
    """One reading of a data folder; the ledger and the findings grow file by file."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.ledger = Ledger()
        self.problems: list[Problem] = []

    def read(self) -> None:
        ledger = self.ledger
        ledger.agencies = self._list("agencies.yml", "agency", models.Agency)
        ledger.roles = self._list("roles.yml", "role", models.Term)
        ledger.regions = self._list("regions.yml", "region", models.Region)
        ledger.operations = self._list("operations.yml", "operation", models.Term)
        ledger.bases = self._list("bases.yml", "basis", models.Basis)
        ledger.components = self._list("components.yml", "component", models.Term)
        ledger.duty_statuses = self._list("duty_statuses.yml", "duty status", models.Term)
        ledger.events = self._list("events.yml", "event", models.Event)
        for path in self._source_paths():
            self._source(path)
        self._strays()
        empty = pd.DataFrame(columns=list(RAW_COLUMNS), dtype="str")
        ledger.figures = pd.concat([empty, *(block.frame for block in ledger.blocks)], ignore_index=True)

    def _source_paths(self) -> list[Path]:
        folder = self.data / "sources"
        paths = sorted(folder.glob("*.yml"))
        if not paths:
            accepted = "at least one <source id>.yml"
            self._report(Place(self._shown(folder), 1, 1), "There is no source.", "nothing", accepted)
        return paths

    def _strays(self) -> None:
        """Report what stands among the sources and is read as nothing, so that no file is passed over in silence."""
        folder = self.data / "sources"
        read = {name for source in self.ledger.sources if source.rows for name in (source.rows, f"{source.id}.csv")}
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            whose = self.ledger.unread["source"] if path.suffix == ".csv" else ()
            if path.suffix == ".yml" or path.name in read or path.stem in whose:
                continue
            reason = "The file is not read."
            accepted = "<source id>.yml, or the .csv that its rows: names"
            self._report(Place(self._shown(path), 1, 1), reason, path.name, accepted)

    def _open(self, path: Path) -> documents.Document | None:
        shown = self._shown(path)
        try:
            return documents.read(path, shown)
        except DataError as error:
            self.problems.extend(error.problems)
        return None

    def _list(self, name: str, kind: str, model: type[Model]) -> list[Model]:
        """The records of a file that is one list of them."""
        document = self._open(self.data / name)
        if document is None or not isinstance(document.value, list):
            self.ledger.unread[kind].unnamed = True
            if document is not None:
                self._report(document.place(()), "The file must be a list.", "something else", "- id: ...")
            return []
        paths: list[documents.Path] = [(position,) for position in range(len(document.value))]
        records, bad = self._records(document, paths, document.value, kind, model)
        for id_ in bad:
            self.ledger.unread[kind].add(id_)
        return records

    def _source(self, path: Path) -> None:
        """Read one source with its figures into the ledger."""
        unread = self.ledger.unread
        document = self._open(path)
        if document is None or not isinstance(document.value, dict):
            unread["source"].ids.add(path.stem)
            unread["figure"].unnamed = True
            if document is not None:
                accepted = "id:, origin: and figures: or rows:"
                self._report(document.place(()), "A source must be a mapping.", "something else", accepted)
            return
        value = document.value
        head = {**value, "figures": []} if isinstance(value.get("figures"), list) else value
        sources, bad = self._records(document, [()], [head], "source", models.Source)
        if bad:
            unread["source"].ids |= {path.stem, *(id_ for id_ in bad if isinstance(id_, str))}
            unread["figure"].unnamed |= "rows" in value
        self.ledger.sources.extend(self._named_like_file(source, document, path.stem) for source in sources)
        self._add(*figure_rows.listed(document, path.stem))
        for source in sources:
            if source.rows is not None:
                self._long_table(document, source, source.rows)

    def _named_like_file(self, source: models.Source, document: documents.Document, stem: str) -> models.Source:
        """The source under the name of its file, which its figures are kept under; another id is reported."""
        if source.id == stem:
            return source
        reason = "The id differs from the name of the file."
        self._report(document.place(("id",)), reason, source.id, stem, "source", "id")
        self.ledger.unread["source"].ids.add(source.id)
        return source.model_copy(update={"id": stem})

    def _long_table(self, document: documents.Document, source: models.Source, name: str) -> None:
        """Read the figures that a source keeps in a CSV beside its YAML."""
        path = self.data / "sources" / name
        if name != f"{source.id}.csv":
            reason = "The file of rows is not named like the source."
            self._report(document.place(("rows",)), reason, name, f"{source.id}.csv", f"source {source.id}", "rows")
        try:
            table = long_tables.read(path, self._shown(path), CSV_NAMES)
        except DataError as error:
            self.ledger.unread["figure"].unnamed = True
            self.problems.extend(error.problems)
        except OSError as error:
            self.ledger.unread["figure"].unnamed = True
            found = f"{name}: {error.strerror or error}"
            reason = "The file of rows can't be read."
            accepted = "a readable file beside the source"
            self._report(document.place(("rows",)), reason, found, accepted, f"source {source.id}", "rows")
        else:
            self._add(*figure_rows.tabled(document, source, table))

    def _add(self, rows: FigureRows, problems: list[Problem]) -> None:
        self.ledger.blocks.append(rows)
        self.ledger.unread["figure"].update(rows.unread)
        self.problems.extend(problems)

    def _records(
        self,
        document: documents.Document,
        paths: list[documents.Path],
        items: list[documents.Value],
        kind: str,
        model: type[Model],
    ) -> tuple[list[Model], list[object]]:
        """The records at some paths of a document, and of those out of shape what stands where the id should be."""
        records, wrong = validate(document, paths, items, kind, model)
        for one in wrong:
            self.problems.extend(one.problems)
        if records:
            spots = self.ledger.spots.setdefault(kind, [])
            spots.extend(_Spot(document, paths[position]) for position, _ in records)
        return [record for _, record in records], [one.name for one in wrong]

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
