"""The published tables, each column defined once.

From these definitions come the checks before publishing (pandera), the Table Schema in datapackage.json
(Data Package v2) and the order of columns in every file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandera.pandas as pa

from etl.periods import Precision
from etl.wording import Qualifier

Kind = Literal["string", "integer", "date"]

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE = r"^(\d{4}-\d{2}-\d{2})?$"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and what a cell may be.

    An optional text or date is published as an empty cell when there is nothing to say.
    """

    name: str
    title: str
    description: str
    kind: Kind = "string"
    required: bool = True
    unique: bool = False
    minimum: int | None = None
    pattern: str | None = None
    values: tuple[str, ...] = ()
    refers_to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One published table, written to `<name>.csv` with the columns in this order."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: str = field(init=False)

    def __post_init__(self) -> None:
        """The first column is the primary key of every table."""
        object.__setattr__(self, "key", self.columns[0].name)

    def pandera(self) -> pa.DataFrameSchema:
        """The schema that a frame must meet to be published; text is `str`, integers are `Int64`."""
        columns = {column.name: _pandera_column(column) for column in self.columns}
        return pa.DataFrameSchema(columns, strict=True, ordered=True, unique=[self.key])

    def table_schema(self) -> dict[str, object]:
        """The Table Schema of the Data Package standard, version 2."""
        keys = [
            {
                "fields": [column.name],
                "reference": {"resource": column.refers_to[0], "fields": [column.refers_to[1]]},
            }
            for column in self.columns
            if column.refers_to
        ]
        return {
            "fields": [_field(column) for column in self.columns],
            "primaryKey": [self.key],
            **({"foreignKeys": keys} if keys else {}),
            "missingValues": [""],
        }


def _pandera_column(column: Column) -> pa.Column:
    checks: list[pa.Check] = []
    if column.kind == "date":
        checks.append(pa.Check.str_matches(_DATE))
    if column.required and column.kind != "integer":
        checks.append(pa.Check.str_length(min_value=1))
    if column.pattern:
        allowed = column.pattern if column.required else f"(?:{column.pattern}|^$)"
        checks.append(pa.Check.str_matches(allowed))
    if column.values:
        allowed_values = column.values if column.required else ("", *column.values)
        checks.append(pa.Check.isin(allowed_values))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    nullable = column.kind == "integer" and not column.required
    dtype = "Int64" if column.kind == "integer" else "str"
    return pa.Column(dtype, checks, nullable=nullable, unique=column.unique)


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.values:
        constraints["enum"] = list(column.values)
    return {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
    }


def _key(title: str) -> Column:
    return Column("id", title, "Identifier; it does not change.", unique=True, pattern=ID)


_LABEL = Column("label", "Label", "The word as a reader sees it.")
_DEFINITION = Column("definition", "Definition", "What the word means here, in one line.")

_DATE_COLUMNS = (
    Column("as_of_text", "As of", "The period the figure speaks of, in EDTF or as a fiscal year; "
           "'not stated' when the source gives none."),
    Column("as_of_start", "As of, first day", "First day of that period.", "date", required=False),
    Column("as_of_end", "As of, last day", "Last day of that period.", "date", required=False),
    Column("as_of_precision", "Precision of the period", "How exactly the source gives the period.",
           values=tuple(Precision)),
)  # fmt: skip

FIGURES = Table(
    "figures",
    "Figures",
    "One row a figure: a number of people that one source reports. Each row can be read alone.",
    (
        Column("figure_id", "Figure", "Identifier; it does not change.", unique=True, pattern=ID),
        Column("figure_address", "Address", "Where the figure has its page.",
               pattern=r"^(https?://[^\s]+)?/figure/[a-z0-9-]+$"),
        Column("value", "Value", "The number of people as printed; of a range, its lower end.",
               "integer", minimum=0),
        Column("value_low", "Lower bound", "No fewer people than this by the source's words; empty "
               "when they give no lower bound.", "integer", required=False, minimum=0),
        Column("value_high", "Upper bound", "No more people than this by the source's words; empty "
               "when they give no upper bound.", "integer", required=False, minimum=0),
        Column("qualifier", "Qualifier", "How firmly the source gives the number.",
               values=tuple(Qualifier)),
        Column("hedge", "Hedge", "The source's hedging words, in lower case.", required=False),
        Column("as_reported", "As reported", "The source's own wording, eight words at most; … marks "
               "words left out."),
        Column("agency", "Agency", "Whose people are counted.", refers_to=("agencies", "id")),
        Column("agency_path", "Agency in the tree", "The agency with those above it."),
        Column("basis", "Basis", "What was counted.", refers_to=("bases", "id")),
        Column("component", "Component", "Part of the armed forces, or civilian."),
        Column("duty_status", "Duty status", "Under whose orders the people serve."),
        *_DATE_COLUMNS,
        Column("as_of_stated", "Date words", "The source's own words for the date.", required=False),
        Column("as_of_from", "Date follows from", "'publication' when the source speaks of the "
               "present and the date is that of publication.", required=False,
               values=("publication",)),
        Column("part_of", "Part of", "The figure that this one is counted inside.", required=False,
               refers_to=("figures", "figure_id")),
        Column("source", "Source", "The document that reports the figure.",
               refers_to=("sources", "id")),
        Column("source_publisher", "Publisher", "Who published the document."),
        Column("source_title", "Title", "Title of the document."),
        Column("source_published", "Published", "Date of publication."),
        Column("source_address", "Source address", "Where the document stands, if that is known."),
        Column("locator", "Where in the source", "Place of the figure in the document."),
        Column("note", "Note", "What a reader should know besides.", required=False),
    ),
)  # fmt: skip

SOURCES = Table(
    "sources",
    "Sources",
    "One row a document that figures are taken from.",
    (
        _key("Source"),
        Column("publisher", "Publisher", "Who published the document, or 'not stated'."),
        Column("title", "Title", "Title of the document."),
        Column("published", "Published", "Date of publication, or 'not stated'."),
        Column("address", "Address", "Where the document stands, or 'not stated'."),
        Column("language", "Language", "Language of the document."),
        Column("kind", "Kind", "What kind of document it is."),
        Column("sha256", "SHA-256", "Hash of the text file that was read.", required=False),
        Column("inferred", "Inferred", "What of the above the document does not say itself, and what "
               "it was inferred from.", required=False),
    ),
)  # fmt: skip

AGENCIES = Table(
    "agencies",
    "Agencies",
    "The tree of agencies: selecting one selects all under it.",
    (
        _key("Agency"),
        Column("name", "Name", "Name of the agency."),
        Column("short", "Short name", "How it is called in short.", required=False),
        Column("parent", "Parent", "The agency above it.", required=False,
               refers_to=("agencies", "id")),
        _DEFINITION,
    ),
)  # fmt: skip

BASES = Table(
    "bases",
    "Bases",
    "What a figure can count. Figures of different bases are never added.",
    (
        _key("Basis"),
        _LABEL,
        Column("people", "People counted", "Those counted, as a sentence names them."),
        _DEFINITION,
    ),
)

COMPONENTS = Table(
    "components",
    "Components",
    "Parts of the armed forces.",
    (_key("Component"), _LABEL, _DEFINITION),
)

DUTY_STATUSES = Table(
    "duty_statuses",
    "Duty statuses",
    "Under whose orders service members are on the mission.",
    (_key("Duty status"), _LABEL, _DEFINITION),
)

EVENTS = Table(
    "events",
    "Events",
    "What happened around the figures, each with its source.",
    (
        _key("Event"),
        Column("title", "Event", "What happened."),
        Column("source", "Source", "The document that reports it.", refers_to=("sources", "id")),
        Column("as_reported", "As reported", "The source's own words, eight at most."),
        Column("locator", "Where in the source", "Place in the document."),
        Column("stated", "Date words", "The source's own words for the date.", required=False),
        Column("date_text", "Date", "The date, in EDTF."),
        Column("date_start", "First day", "First day of that period.", "date", required=False),
        Column("date_end", "Last day", "Last day of that period.", "date", required=False),
        Column("date_precision", "Precision", "How exactly the date is known.",
               values=tuple(Precision)),
    ),
)  # fmt: skip

TABLES = (FIGURES, SOURCES, AGENCIES, BASES, COMPONENTS, DUTY_STATUSES, EVENTS)
