"""The published tables, each column defined once.

From these definitions come the checks before publishing (pandera), the Table Schema in datapackage.json
(Data Package v2) and the order of columns in every file.
"""

from __future__ import annotations

from etl import judgement_tables, record_tables
from etl.columns import Column, Table
from etl.models import ID
from etl.periods import Precision
from etl.wording import Qualifier

__all__ = ["ID", "PUBLISHED", "TABLES", "Column", "Table"]


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
        Column("role", "Role", "Which of the agency's people are counted.", refers_to=("roles", "id")),
        Column("region", "Region", "Where the people counted are, or 'not stated'."),
        Column("region_path", "Region in the tree", "The region with those above it; empty when it "
               "is not stated.", required=False),
        Column("basis", "Basis", "What was counted.", refers_to=("bases", "id")),
        Column("component", "Component", "Part of the armed forces, or civilian."),
        Column("duty_status", "Duty status", "Under whose orders the people serve."),
        Column("operation", "Operation", "Under which operation or command, or 'not stated'."),
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
        Column("checked_with", "Checked with", "Another source that gives the same number, at least to "
               "its rounding.", required=False, refers_to=("sources", "id")),
        Column("note", "Note", "What a reader should know besides.", required=False),
    ),
)  # fmt: skip

SOURCES = Table(
    "sources",
    "Sources",
    "One row a document that figures are taken from.",
    (
        _key("Source"),
        Column("added", "Added", "Day on which the source joined the ledger; empty for those it started with.", "date",
               required=False),
        Column("publisher", "Publisher", "Who published the document, or 'not stated'."),
        Column("title", "Title", "Title of the document."),
        Column("published", "Published", "Date of publication, or 'not stated'."),
        Column("address", "Address", "Where the document stands, or 'not stated'."),
        Column("language", "Language", "Language of the document."),
        Column("kind", "Kind", "What kind of document it is."),
        Column("sha256", "SHA-256", "Hash of the text file that was read.", required=False),
        Column("retrieved_from", "Retrieved from", "The public repository, commit and path of the copy "
               "that was read, where there is one.", required=False),
        Column("inferred", "Inferred", "What of the above the document does not say itself, and what "
               "it was inferred from.", required=False),
        Column("note", "Note", "What a reader should know of the document.", required=False),
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

ROLES = Table(
    "roles",
    "Roles",
    "Which people of an agency a figure counts.",
    (_key("Role"), _LABEL, _DEFINITION),
)

REGIONS = Table(
    "regions",
    "Regions",
    "The tree of regions: selecting one selects all under it.",
    (
        _key("Region"),
        _LABEL,
        Column("parent", "Parent", "The region around it.", required=False, refers_to=("regions", "id")),
        _DEFINITION,
    ),
)

OPERATIONS = Table(
    "operations",
    "Operations",
    "Named military operations and commands at the border.",
    (_key("Operation"), _LABEL, _DEFINITION),
)

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

TABLES = (
    FIGURES, SOURCES, AGENCIES, ROLES, REGIONS, BASES, COMPONENTS, DUTY_STATUSES, OPERATIONS, EVENTS,
    *judgement_tables.TABLES,
)  # fmt: skip
"""The tables of content, which a data version names."""

PUBLISHED = (*TABLES, *record_tables.TABLES)
"""All tables of a package: the content, and the record of what was published."""
