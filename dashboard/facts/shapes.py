"""What each page of a fact says, as data: the page, its JSON twin and the description of the API share these shapes.

Addresses are paths for a page and whole addresses for the twin. Texts are as readers see them; an identifier is a
name of the published vocabularies, "not stated" where a source does not say.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from etl.periods import Precision
from etl.totals import Rank
from etl.wording import Qualifier


class Shape(BaseModel):
    """Never changed once made; knows exactly its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Reference(Shape):
    """A link to another page."""

    id: str
    address: str
    label: str


class Term(Shape):
    """A name of a vocabulary with its word."""

    id: str
    label: str


class Counted(Term):
    """What a figure counts."""

    people: str
    definition: str


class Mention(Shape):
    """A figure as a sentence names it."""

    id: str
    address: str
    amount: str
    agency: str


class Period(Shape):
    """When a figure speaks of: as the data has it, in words, and its first and last day where they are stated."""

    text: str
    label: str
    first: date | None
    last: date | None
    precision: Precision


class AsOf(Period):
    """The same with the reason: the source's own words, or the day of publication."""

    precision_label: str
    stated: str | None
    follows_from: Literal["publication"] | None
    origin: str


class Row(Mention):
    """A figure in a table."""

    as_reported: str
    value: int
    value_low: int | None
    value_high: int | None
    qualifier: Qualifier
    filed_under: Reference
    basis: Term
    as_of: Period
    source: Reference
    part_of: Mention | None


class RankedRow(Row):
    """A figure as an answer to a question."""

    rank: Rank


class Reading(Shape):
    """How the source's words are read as a number; an open bound is null."""

    qualifier: Qualifier
    label: str
    words: str
    hedge: str | None
    value: int
    value_low: int | None
    value_high: int | None


class Place(Reference):
    """An agency with all above it, from the top down to itself."""

    path: list[Reference]


class Document(Shape):
    """The document that a figure was taken from."""

    id: str
    address: str
    title: str
    publisher: str
    kind: str
    published: Period
    original_address: str
    added: date | None
    retrieved_from: str | None


class Remainder(Shape):
    """What the parts leave of their whole; null with the reason where no honest difference can be given."""

    value: int | None
    words: str


class Answer(Shape):
    """A rival answer to the same question."""

    figure: Mention
    publisher: str
    rank: Rank


class Asked(Reference):
    """A question with the answers other than the figure at hand."""

    reason: str
    rank: Rank
    others: list[Answer]


class Change(Shape):
    """One field of a figure before and after a revision."""

    field: str
    before: str
    after: str


class Revision(Shape):
    """A figure that was changed: when, why and what."""

    date: date
    kind: str
    reason: str
    changes: list[Change]


class Fact(Shape):
    """What every fact has."""

    id: str
    address: str
    data_version: str


class Figure(Fact):
    """All that is known of one figure."""

    amount: str
    who: str
    as_reported: str
    reported_by: str
    reading: Reading
    basis: Counted
    agency: Place
    role: Term
    region: Term
    region_path: str | None
    operation: Term
    component: Term
    duty_status: Term
    as_of: AsOf
    source: Document
    locator: str
    checked_with: Reference | None
    part_of: Mention | None
    parts: list[Mention]
    remainder: Remainder | None
    question: Asked | None
    series: list[Reference]
    revisions: list[Revision]
    note: str | None


class Event(Shape):
    """Something that a source reports beside its figures."""

    id: str
    date: str
    title: str
    as_reported: str
    locator: str


class Source(Fact):
    """One document and what was taken from it."""

    title: str
    publisher: str
    published: Period
    original_address: str
    kind: str
    language: str
    added: date | None
    retrieved_from: str | None
    sha256: str | None
    inferred: str | None
    note: str | None
    figures: list[Row]
    events: list[Event]


class Question(Fact):
    """One question and every answer to it, the preferred one first."""

    text: str
    reason: str
    answers: list[RankedRow]


class Series(Fact):
    """Figures over time; only the points of a line may be joined."""

    title: str
    kind: Literal["line", "steps", "dots"]
    note: str
    points: list[Row]
    compared: Row | None


class Below(Reference):
    """An agency under another one, with the number of figures filed under it or below."""

    figures: int


class Group(Shape):
    """The figures of an agency that count the same; `newest` are those that speak of the latest days."""

    basis: Counted
    figures: int
    latest: Period | None
    table: str
    newest: list[Row]


class Agency(Fact):
    """What is known of one agency."""

    name: str
    definition: str
    path: list[Reference]
    below: list[Below]
    figures: int
    table: str
    groups: list[Group]
    series: list[Reference]
    questions: list[Reference]


class Hit(Reference):
    """Something that was found, with a line about it."""

    detail: str


class FoundGroup(Shape):
    """What was found of one kind: how many, and the best of them."""

    kind: Literal["agency", "question", "series", "source", "figure"]
    hits: int
    best: list[Hit]


class Found(Shape):
    """What a query finds, by kind."""

    query: str
    data_version: str
    hits: int
    groups: list[FoundGroup]
