"""All that is known of one figure."""

from __future__ import annotations

from datetime import date

from dashboard import sentences
from dashboard.facts import wording
from dashboard.facts.shapes import (
    Answer,
    Asked,
    AsOf,
    Change,
    Document,
    Figure,
    Place,
    Reading,
    Remainder,
    Revision,
)
from dashboard.facts.wording import Wording
from dashboard.library import Row
from dashboard.sentences import say
from dashboard.views import FigureView
from etl import totals

_BEFORE, _AFTER = "old_", "new_"


def figure(words: Wording, name: str) -> Figure:
    """One figure with all that is around it. Raises KeyError for an unknown name."""
    library = words.library
    view = library.figures[name]
    parts = [other for other in library.explorer.figures if other.claim.part_of == name]
    row, whole = view.row, library.figures.get(view.claim.part_of or "")
    vocabulary = {column: words.term(column, row[column]) for column in library.labels}
    return Figure(
        **words.fact("figure", name),
        **vocabulary,
        amount=view.amount,
        who=view.agency,
        as_reported=row["as_reported"],
        reported_by=view.reported_by,
        reading=_reading(view),
        basis=words.counted(view.claim.basis),
        agency=_place(words, view.claim.agency),
        region_path=row["region_path"] or None,
        as_of=_as_of(view),
        source=_document(words, row["source"]),
        locator=row["locator"],
        checked_with=words.source(row["checked_with"]) if row["checked_with"] else None,
        part_of=None if whole is None else words.mention(whole),
        parts=[words.mention(part) for part in parts],
        remainder=_remainder(view, parts) if parts else None,
        question=_asked(words, view),
        series=[words.series(one) for one in library.series_of.get(name, ())],
        revisions=[_revision(one) for one in library.revisions_of.get(name, ())],
        note=row["note"] or None,
    )


def _reading(view: FigureView) -> Reading:
    qualifier = view.claim.qualifier
    hedge = view.row["hedge"] or None
    label = say(f"qualifier.{qualifier.value}")
    return Reading(label=label, words=view.bounds, hedge=hedge, **wording.bounds(view))


def _place(words: Wording, agency: str) -> Place:
    *_, itself = path = words.agency_path(agency)
    return Place(**itself.model_dump(), path=path)


def _as_of(view: FigureView) -> AsOf:
    told = wording.as_of(view)
    return AsOf(
        **told,
        precision_label=say(f"precision.{told['precision'].value}"),
        stated=view.row["as_of_stated"] or None,
        follows_from=view.row["as_of_from"] or None,
        origin=view.date_origin,
    )


def _document(words: Wording, name: str) -> Document:
    row = words.library.sources[name]
    return Document(
        id=name,
        address=words.address("source", name),
        title=row["title"],
        publisher=row["publisher"],
        kind=say(f"kind.{row['kind']}"),
        published=wording.published(row["published"]),
        original_address=row["address"],
        added=wording.day(row["added"]),
        retrieved_from=row["retrieved_from"] or None,
    )


def _remainder(whole: FigureView, parts: list[FigureView]) -> Remainder:
    """What the parts leave of their whole, or that no honest difference can be given."""
    rest = totals.remainder(whole.claim, [part.claim for part in parts])
    if isinstance(rest, totals.Refusal):
        return Remainder(value=None, words=say("no-remainder"))
    return Remainder(value=rest.value, words=say("remainder", value=sentences.thousands(rest.value)))


def _asked(words: Wording, view: FigureView) -> Asked | None:
    question = words.library.question_of.get(view.id)
    if question is None:
        return None
    ranks = {answer.id: rank for answer, rank in question.answers}
    others = [
        Answer(figure=words.mention(answer), publisher=answer.row["source_publisher"], rank=rank)
        for answer, rank in question.answers
        if answer.id != view.id
    ]
    link = words.question(question).model_dump()
    return Asked(**link, reason=question.reason, rank=ranks[view.id], others=others)


def _revision(row: Row) -> Revision:
    fields = [name.removeprefix(_BEFORE) for name in row if name.startswith(_BEFORE)]
    changes = [
        Change(field=name, before=row[_BEFORE + name], after=row[_AFTER + name])
        for name in fields
        if row[_BEFORE + name] != row[_AFTER + name]
    ]
    return Revision(date=date.fromisoformat(row["date"]), kind=row["kind"], reason=row["reason"], changes=changes)
