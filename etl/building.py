"""From the data folder to checked tables: the steps of a build in their order, without publishing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from etl import crosschecks, history, issues, models, normalise, questions, reading, reviews, revisions, row_checks
from etl import series as series_of_figures
from etl.issues import Issue
from etl.judgements import Judgements, read_judgements
from etl.normalise import Finding
from etl.problems import DataError, Place, Problem
from etl.questions import Answered
from etl.reading import Ledger
from etl.series import Drawn
from etl.unread import Unread

_LINK = " › "

Tables: TypeAlias = dict[str, pd.DataFrame]
"""The published tables by name."""


@dataclass(frozen=True, slots=True)
class Build:
    """The result of one reading: the published tables by name, what the checks found, and what was read.

    `day` is the day that the ledger stands for: that of `as_of`, or the latest day in the data.
    """

    ledger: Ledger
    judgements: Judgements
    issues: list[Issue]
    tables: Tables
    day: date

    def place(self, issue: Issue) -> Place:
        """Where the record stands that an issue is about."""
        return _place(self.ledger, issue)


def build(data: Path, *, as_of: date | None = None, today: date | None = None) -> Build:
    """Read, normalise and check the data folder. Raises DataError with every finding of the run.

    With `as_of` the ledger is taken as it stood on that day. `today` is the day that reviews are due by:
    without it that of `as_of`, or the latest day in the data, so that one state of the data always gives the
    same tables.
    """
    ledger, problems = reading.read_ledger(data)
    judgements, wrong = read_judgements(data)
    problems += wrong
    if not any(ledger.unread.values()):  # what a revision put in place may be among what was not read
        problems += _revision_problems(ledger, judgements)
    if as_of:
        _raise(problems)
        ledger, judgements = history.stand(ledger, judgements, as_of)
    day = as_of or _latest_day(ledger, judgements)
    tables, findings = _normalised(ledger)
    problems += [_problem(ledger, finding) for finding in findings]
    answered = questions.expand(judgements.questions, tables["figures"])
    drawn = series_of_figures.expand(judgements.series)
    if not as_of:
        faulty = {finding.row for finding in findings if finding.kind == "figure"}
        sound = tables["figures"].drop(index=sorted(faulty))
        problems += _judgement_problems(ledger, judgements, answered, drawn, sound)
    _raise(problems)
    known = set(tables["figures"]["figure_id"])
    answered, drawn = questions.present(answered, known), series_of_figures.present(drawn, known)
    found, unfitting = issues.accept(
        _issues(ledger, judgements, answered, tables, today or day), judgements.acceptances
    )
    _raise([*([] if as_of else unfitting), *(_error(ledger, issue) for issue in found if issue.severity == "error")])
    tables["questions"], tables["answers"] = questions.tables(answered, tables["figures"])
    tables["series"], tables["series_points"] = series_of_figures.tables(drawn, tables["figures"])
    tables["revisions"] = revisions.revision_table(ledger.figures, judgements.revisions, reader(ledger))
    tables["issues"] = issues.table(found)
    return Build(ledger, judgements, found, tables, day)


def _judgement_problems(
    ledger: Ledger, judgements: Judgements, answered: list[Answered], drawn: list[Drawn], figures: pd.DataFrame
) -> list[Problem]:
    """What is wrong with the questions and the series, all figures of today being there.

    `figures` are those without a finding: what a series says of another would only repeat its finding.
    """
    ranks = {figure: rank.value for question in answered for figure, rank in question.ranks.items()}
    known = set(ledger.figures["figure_id"])
    left_out = Unread(known - set(figures["figure_id"]))
    left_out.update(ledger.unread["figure"])
    return [
        *questions.check(judgements.questions, answered, known, ledger.unread["figure"]),
        *series_of_figures.check(drawn, figures, ranks, left_out),
    ]


def _issues(ledger: Ledger, judgements: Judgements, answered: list[Answered], tables: Tables, day: date) -> list[Issue]:
    """What the checks across rows find; reviews are due by `day`."""
    rules = [listed.record for listed in judgements.reviews]
    return [
        *crosschecks.parts_and_wholes(tables["figures"]),
        *crosschecks.answers(answered, tables["figures"]),
        *crosschecks.unused_sources(ledger.sources, tables["figures"], tables["events"]),
        *crosschecks.repeated_wordings(tables["figures"]),
        *reviews.reviews_due(ledger.sources, rules, day),
    ]


def _latest_day(ledger: Ledger, judgements: Judgements) -> date:
    rules = [listed.record for listed in judgements.reviews]
    revised = [listed.record.date for listed in judgements.revisions]
    return reviews.latest_day(ledger.sources, rules, revised)


def _revision_problems(ledger: Ledger, judgements: Judgements) -> list[Problem]:
    """What is wrong with the revisions, the readability of the states that they put back included."""
    records = judgements.revisions
    problems = revisions.check(records, ledger.figures, [source.id for source in ledger.sources])
    if problems or not records:
        return problems
    old = [before.set_axis([listed.position]) for listed, before, _ in revisions.states(ledger.figures, records)]
    rows = pd.concat(old)
    listed_at = {listed.position: listed for listed in records}
    findings = [*_normalise(ledger, rows).findings, *row_checks.check_names(ledger, rows)]
    return [
        listed_at[finding.row].problem(
            ("old", finding.column), finding.reason, finding.found, finding.accepted, finding.nearest
        )
        for finding in findings
    ]


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.place))


def _normalised(ledger: Ledger) -> tuple[Tables, list[Finding]]:
    """The published tables that come from records, and the findings of every check of a single row."""
    figures = _normalise(ledger, ledger.figures)
    raw_events = row_checks.record_table(ledger.events, models.Event)
    events = normalise.events(raw_events)
    as_written = ledger.figures.join(
        figures.table[figures.table.columns.difference(ledger.figures.columns, sort=False)]
    )
    findings = [*figures.findings, *events.findings]
    findings += row_checks.check_figures(ledger, as_written)
    findings += row_checks.check_sources(ledger)
    findings += row_checks.check_vocabularies(ledger)
    findings += row_checks.check_events(ledger, raw_events)
    tables = {
        "figures": figures.table,
        "sources": source_table(ledger.sources),
        "agencies": row_checks.record_table(ledger.agencies, models.Agency),
        "roles": row_checks.record_table(ledger.roles, models.Term),
        "regions": row_checks.record_table(ledger.regions, models.Region),
        "operations": row_checks.record_table(ledger.operations, models.Term),
        "bases": row_checks.record_table(ledger.bases, models.Basis),
        "components": row_checks.record_table(ledger.components, models.Term),
        "duty_statuses": row_checks.record_table(ledger.duty_statuses, models.Term),
        "events": events.table,
    }
    return tables, findings


def reader(ledger: Ledger) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """A function from figures as written, sources and vocabularies those of the ledger, to published rows."""
    return lambda raw: _normalise(ledger, raw).table


def _normalise(ledger: Ledger, raw: pd.DataFrame) -> normalise.Outcome:
    agencies = {agency.id: (agency.name, agency.parent) for agency in ledger.agencies}
    regions = {region.id: (region.label, region.parent) for region in ledger.regions}
    sources = source_table(ledger.sources).set_index("id")
    return normalise.normalise(raw, sources, tree_paths(agencies), tree_paths(regions))


def tree_paths(nodes: Mapping[str, tuple[str, str | None]]) -> dict[str, str]:
    """Each node's way down its tree, by the words for each step; a circle or a missing parent ends the way.

    `nodes` gives the words for each id and the id of its parent.
    """
    paths = {}
    for name in nodes:
        steps: list[str] = []
        node: str | None = name
        while node is not None and node in nodes and node not in steps:
            steps.append(node)
            node = nodes[node][1]
        paths[name] = _LINK.join(nodes[step][0] for step in reversed(steps))
    return paths


def source_table(sources: list[models.Source]) -> pd.DataFrame:
    """The sources with their origin, one row each."""
    origin = [name for name in models.Origin.model_fields if name != "inferred"]
    rows = [
        {
            "id": source.id,
            "added": source.added,
            "note": source.note,
            **source.origin.model_dump(),
            "inferred": " ".join(f"{name.capitalize()}: {why}" for name, why in source.origin.inferred.items()),
        }
        for source in sources
    ]
    return pd.DataFrame(rows, columns=["id", "added", *origin, "inferred", "note"]).fillna("").astype("str")


def _problem(ledger: Ledger, finding: Finding) -> Problem:
    place, record = _written(ledger, finding)
    return Problem(place, record, finding.column, finding.reason, finding.found, finding.accepted, finding.nearest)


def _written(ledger: Ledger, finding: Finding) -> tuple[Place, str]:
    """Where a finding's cell is written, and the name of its record."""
    if finding.kind == "figure":
        name = str(ledger.figures["figure_id"][finding.row])
    elif finding.kind == "event":
        name = ledger.events[finding.row].id
    elif finding.kind == "source":
        name = ledger.sources[finding.row].id
    else:
        name = row_checks.vocabularies(ledger)[finding.kind][finding.row].id
    return ledger.place(finding.kind, finding.row, finding.column), f"{finding.kind} {name}"


def _error(ledger: Ledger, issue: Issue) -> Problem:
    accepted = "numbers that fit, or an exception with its reason in exceptions.yml"
    record = f"{issue.kind} {issue.subject}"
    return Problem(_place(ledger, issue), record, issue.check, issue.finding, str(issue.amount), accepted)


def _place(ledger: Ledger, issue: Issue) -> Place:
    if issue.kind == "source":
        return ledger.place("source", [source.id for source in ledger.sources].index(issue.subject))
    rows = ledger.figures.index[ledger.figures["figure_id"] == issue.subject]
    return ledger.place("figure", int(rows[0]))
