"""The published tables that record what was published: the versions of the data, and what each of them changed.

They are no part of the content that a data version names, so that recording a version does not make a new one.
"""

from __future__ import annotations

from etl.columns import Column, Table
from etl.models import ID

VERSIONS = Table(
    "versions",
    "Versions",
    "One row a version of the data, the newest last. The record begins with the first version that was published "
    "with it.",
    (
        Column("number", "Number", "Place of the version in the record, from 1.", "integer", unique=True, minimum=1),
        Column("version", "Data version", "Name of the content of all other tables but 'changes'; content that comes "
               "back has its old name again.", pattern=r"^[0-9a-f]{12}$"),
        Column("date", "Date", "Latest day that the data named when the version was published: of a source added or "
               "looked at again, or of a figure revised.", "date", required=False),
        Column("figures", "Figures", "How many figures the version has.", "integer", minimum=0),
        Column("sources", "Sources", "How many sources it has.", "integer", minimum=0),
    ),
)  # fmt: skip

CHANGES = Table(
    "changes",
    "Changes",
    "Which figures and sources each version changed against the one before it.",
    (
        Column("number", "Version number", "The version that brought the change.", "integer", minimum=2,
               refers_to=("versions", "number")),
        Column("kind", "Kind", "What was changed.", values=("figure", "source")),
        Column("subject", "Subject", "The id of the figure or source; one that was withdrawn is no longer there.",
               pattern=ID),
        Column("change", "Change", "'revised' for a figure that the revisions tell of, 'amended' for any other change "
               "of a row's own cells.", values=("added", "revised", "amended", "withdrawn")),
    ),
    key=("number", "kind", "subject"),
)  # fmt: skip

TABLES = (VERSIONS, CHANGES)
