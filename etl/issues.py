"""Findings of the checks across rows: open, or accepted by an exception that gives the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal

import pandas as pd

from etl.judgements import Acceptance
from etl.problems import Problem
from etl.records import Listed


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding about one record. `amount` is the difference found, in the unit that `finding` names.

    An error keeps the data from being published unless it is accepted; `reason` says why it is.
    """

    check: str
    kind: Literal["figure", "source"]
    subject: str
    severity: Literal["error", "warning", "accepted"]
    finding: str
    amount: int | None = None
    reason: str = ""


def accept(issues: Sequence[Issue], records: Sequence[Listed[Acceptance]]) -> tuple[list[Issue], list[Problem]]:
    """Mark what is accepted. An exception that fits no finding, or an exception's pattern, is a problem itself."""
    used: set[tuple[int, str]] = set()
    judged = [_judge(issue, records, used) for issue in issues]
    problems = [
        listed.problem(
            ("subjects", place),
            f"The exception fits no finding of the check {listed.record.check}.",
            pattern,
            _subjects(issues, listed.record),
        )
        for listed in records
        for place, pattern in enumerate(listed.record.subjects)
        if (listed.position, pattern) not in used
    ]
    return judged, problems


def _judge(issue: Issue, records: Sequence[Listed[Acceptance]], used: set[tuple[int, str]]) -> Issue:
    for listed in records:
        record = listed.record
        fits = [pattern for pattern in record.subjects if fnmatchcase(issue.subject, pattern)]
        if record.check == issue.check and fits and _within(issue.amount, record):
            used.update((listed.position, pattern) for pattern in fits)
            return replace(issue, severity="accepted", reason=record.reason)
    return issue


def _within(amount: int | None, record: Acceptance) -> bool:
    if amount is None:
        return record.least is None and record.most is None
    above = record.least is None or amount >= int(record.least)
    return above and (record.most is None or amount <= int(record.most))


def _subjects(issues: Sequence[Issue], record: Acceptance) -> str:
    names = [issue.subject for issue in issues if issue.check == record.check]
    if not names:
        return "no exception; the check has no finding"
    shown = ", ".join(names[:3])
    bounds = f" with an amount from {record.least} to {record.most}" if record.least or record.most else ""
    return f"the subject of a finding{bounds}: {shown}{' …' if len(names) > len(names[:3]) else ''}"


def table(issues: Sequence[Issue]) -> pd.DataFrame:
    """The published table, sorted by check and subject."""
    ordered = sorted(issues, key=lambda issue: (issue.check, issue.subject))
    kinds = {"check": "str", "subject": "str", "severity": "str", "finding": "str", "amount": "Int64", "reason": "str"}
    rows = [tuple(getattr(issue, name) for name in kinds) for issue in ordered]
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)
