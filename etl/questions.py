"""Questions that several figures answer: written one by one, or by a rule that pairs two tables cell by cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

import pandas as pd

from etl.documents import Path
from etl.judgements import Pair, Question
from etl.problems import Problem, nearest
from etl.records import Listed
from etl.totals import Rank

_FEWEST = 2
_LINK = " › "


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answers, and the record that it comes from."""

    id: str
    question: str
    reason: str
    ranks: Mapping[str, Rank]
    record: Listed[Question]

    @property
    def preferred(self) -> str:
        """The one answer that is counted; StopIteration never happens to a question that passed the checks."""
        return next(figure for figure, rank in self.ranks.items() if rank is Rank.PREFERRED)


def expand(records: Sequence[Listed[Question]], figures: pd.DataFrame) -> list[Answered]:
    """Questions as they are asked: a rule becomes one for each cell that no written question asks about.

    `figures` has the columns of the published table. Ids of answers are not checked here.
    """
    written = [_written(listed) for listed in records if listed.record.pair is None]
    taken = {figure for question in written for figure in question.ranks}
    rows = figures.drop_duplicates("figure_id").set_index("figure_id")
    for listed in records:
        if listed.record.pair is not None:
            written += _paired(listed, listed.record.pair, rows, taken)
    return written


def _written(listed: Listed[Question]) -> Answered:
    record = listed.record
    return Answered(record.id, record.question, record.reason, record.answers, listed)


def _paired(listed: Listed[Question], pair: Pair, rows: pd.DataFrame, taken: Collection[str]) -> Iterator[Answered]:
    for rival in rows.index[[fnmatchcase(name, pair.rivals) for name in rows.index]]:
        cell = rival.removesuffix(pair.suffix)
        if cell == rival or cell not in rows.index or rival in taken or cell in taken:
            continue
        region = str(rows["region_path"][cell]).split(_LINK)[-1]
        question = listed.record.question.replace("{region}", region or cell)
        question = question.replace("{period}", str(rows["as_of_text"][cell]))
        ranks = {cell: Rank.PREFERRED, rival: pair.rank}
        yield Answered(f"{listed.record.id}-{cell}", question, listed.record.reason, ranks, listed)


def check(
    records: Sequence[Listed[Question]], questions: Sequence[Answered], known: Collection[str], unread: Container[str]
) -> Iterator[Problem]:
    """Ids that are used once, answers that exist and answer one question, exactly one of them preferred.

    `known` are the ids of figures; those in `unread` exist too, or may, but could not be read.
    """
    yield from _check_ids(questions)
    for listed in records:
        yield from _check_form(listed, questions, fits_unread=bool(unread))
    asked: dict[str, Answered] = {}
    for question in questions:
        yield from _check_preferred(question)
        for figure in question.ranks:
            path: Path = () if question.record.record.pair else ("answers", figure)
            if figure not in known and figure not in unread:
                alike = nearest(figure, known)
                yield question.record.problem(path, "There is no such figure.", figure, "the id of a figure", alike)
            if figure in asked:
                reason = f"The figure answers another question already: {asked[figure].id}."
                yield question.record.problem(path, reason, figure, "a figure that answers one question")
            asked.setdefault(figure, question)


def _check_ids(questions: Sequence[Answered]) -> Iterator[Problem]:
    first: dict[str, Answered] = {}
    for question in questions:
        if question.id in first:
            place = first[question.id].record.place("id")
            reason = f"The id is used twice; it stands first at {place.file}:{place.line}."
            yield question.record.problem(("id",), reason, question.id, "an id of its own")
        first.setdefault(question.id, question)


def _check_form(listed: Listed[Question], questions: Sequence[Answered], *, fits_unread: bool) -> Iterator[Problem]:
    record = listed.record
    if bool(record.answers) == bool(record.pair):
        found = "both" if record.pair else "neither"
        yield listed.problem((), "A question has answers or a pair.", found, "answers: or pair:, one of the two")
    elif record.pair and not fits_unread and all(question.record is not listed for question in questions):
        found = f"{record.pair.rivals} with {record.pair.suffix}"
        reason = "No figure fits the rule, or written questions ask about all that do."
        yield listed.problem(("pair",), reason, found, "a pattern of ids that fits a figure")


def _check_preferred(question: Answered) -> Iterator[Problem]:
    preferred = [figure for figure, rank in question.ranks.items() if rank is Rank.PREFERRED]
    if question.ranks and len(preferred) != 1:
        found = ", ".join(preferred) or "none"
        yield question.record.problem(("answers",), "One answer is preferred.", found, "exactly one preferred answer")
    if 0 < len(question.ranks) < _FEWEST:
        found = ", ".join(question.ranks)
        yield question.record.problem(("answers",), "A question has rival answers.", found, "two answers or more")


def present(questions: Sequence[Answered], known: Collection[str]) -> list[Answered]:
    """The questions as far as their figures are `known`: without its preferred answer or a rival there is none."""
    kept = []
    for question in questions:
        ranks = {figure: rank for figure, rank in question.ranks.items() if figure in known}
        if len(ranks) >= _FEWEST and Rank.PREFERRED in ranks.values():
            kept.append(Answered(question.id, question.question, question.reason, ranks, question.record))
    return kept


def tables(questions: Sequence[Answered], figures: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The published tables of questions and of answers, answers in the order written."""
    values = dict(zip(figures["figure_id"], figures["value"], strict=True))
    columns = defaultdict[str, list[object]](list)
    for question in questions:
        numbers = [values[figure] for figure in question.ranks]
        columns["id"].append(question.id)
        columns["question"].append(question.question)
        columns["preferred"].append(question.preferred)
        columns["reason"].append(question.reason)
        columns["answers"].append(len(numbers))
        columns["lowest"].append(min(numbers))
        columns["highest"].append(max(numbers))
    numbers_of = dict.fromkeys(("answers", "lowest", "highest"), "Int64")
    texts_of = dict.fromkeys(("id", "question", "preferred", "reason"), "str")
    asked = pd.DataFrame(columns, columns=[*texts_of, *numbers_of]).astype({**texts_of, **numbers_of})
    rows = [(figure, question.id, rank.value) for question in questions for figure, rank in question.ranks.items()]
    return asked, pd.DataFrame(rows, columns=["figure_id", "question_id", "rank"]).astype("str")
