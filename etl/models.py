"""The hand-kept records, as a maintainer writes them.

A model checks the shape of one record: which fields there are and what each may look like. Whether a
name exists, a number stands in its wording or a date is too precise is decided later, over all records.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from etl import periods

NOT_STATED = periods.NOT_STATED.text
_NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
ID = rf"^{_NAME}$"
"""The pattern of every id, in the hand-kept files and in the published tables."""

Identifier = Annotated[str, StringConstraints(pattern=ID, min_length=2, max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Wording = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Address = Annotated[str, StringConstraints(pattern=rf"^(https?://[^\s/]+(/\S*)?|{NOT_STATED})$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
RowsFile = Annotated[str, StringConstraints(pattern=rf"^{_NAME}\.csv$")]
Interval = Annotated[str, StringConstraints(pattern=r"^([1-9]\d{0,4} days|never)$")]


def _in_the_calendar(day: str) -> str:
    """Raise ValueError for a day that no month has."""
    date.fromisoformat(day)
    return day


Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_in_the_calendar)]


class Record(BaseModel):
    """Base of all records: unknown fields are errors, and a record does not change once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class AsOf(Record):
    """The period a figure speaks of and how the source gives it.

    Either the source's own date words are kept in `stated`, or `from: publication` says that the period
    follows from the date of publication, because the source speaks of the present.
    """

    period: Text
    stated: Wording | None = None
    derived_from: Literal["publication"] | None = Field(default=None, alias="from")

    @model_validator(mode="before")
    @classmethod
    def _plain_period(cls, value: object) -> object:
        return {"period": value} if isinstance(value, str) else value


class Figure(Record):
    """One number that a source reports, in the source's wording."""

    id: Identifier
    as_reported: Wording
    number: Wording | None = None
    locator: Text
    agency: Text
    role: Text
    region: Text = NOT_STATED
    basis: Text
    component: Text = NOT_STATED
    duty_status: Text = NOT_STATED
    operation: Text = NOT_STATED
    as_of: AsOf
    part_of: Text | None = None
    checked_with: Text | None = None
    note: Text | None = None


class Defaults(Record):
    """What the figures of one source share, written once."""

    locator: Text | None = None
    agency: Text | None = None
    role: Text | None = None
    region: Text | None = None
    basis: Text | None = None
    component: Text | None = None
    duty_status: Text | None = None
    operation: Text | None = None
    as_of: AsOf | None = None
    checked_with: Text | None = None


class Origin(Record):
    """Who published the document, when and where, and what of this was inferred and from what."""

    publisher: Text
    title: Text
    published: Text
    address: Address
    language: Language
    kind: Literal["news", "wire", "official", "research", "testimony", "release"]
    sha256: Sha256 | None = None
    retrieved_from: Text | None = None
    inferred: dict[Literal["publisher", "title", "published", "address", "language"], Text] = {}


class Review(Record):
    """When a source was last looked at again, and how long that holds."""

    last_checked: Day
    interval: Interval


class Source(Record):
    """One document and the figures taken from it; `added` is the day it joined the ledger, if that is kept.

    A source that began as a machine's draft names the person who has reviewed it and the day. The figures are
    listed under `figures`, or stand in the CSV file that `rows` names; `defaults` fill the fields that they leave out.
    """

    id: Identifier
    reviewed_by: Text | None = None
    reviewed_on: Day | None = None
    added: Day | None = None
    review: Review | None = None
    origin: Origin
    note: Text | None = None
    defaults: Defaults = Defaults()
    rows: RowsFile | None = None
    figures: list[Figure] = []


class Agency(Record):
    """A node of the tree of agencies."""

    id: Identifier
    name: Text
    short: Text | None = None
    parent: Text | None = None
    definition: Text


class Term(Record):
    """One word of a closed vocabulary, with the line that defines it for a reader."""

    id: Identifier
    label: Text
    definition: Text


class Region(Term):
    """A node of the tree of regions."""

    parent: Text | None = None


class Basis(Term):
    """What a figure counts; `people` names those counted in a sentence ("people ordered to ...")."""

    people: Text


class Event(Record):
    """Something that happened on a known day, with the source that reports it."""

    id: Identifier
    title: Text
    date: Text
    source: Text
    as_reported: Wording
    locator: Text
    stated: Wording | None = None
