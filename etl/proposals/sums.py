"""Parts shown by arithmetic: breakdowns that add up, and rows under a total."""

from typing import Final

from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.rows import TOTAL_WORDS

_LONGEST_RUN: Final = 24


def breakdowns(figures: list[Candidate]) -> None:
    """Numbers of one sentence, or of the rows under one title, that add up to one number near them."""
    groups: dict[int, list[Candidate]] = {}
    near: dict[int, list[Candidate]] = {}
    for figure in figures:
        groups.setdefault(_anchor(figure), []).append(figure)
        near.setdefault(figure.sentence.paragraph, []).append(figure)
    for group in groups.values():
        if len(group) == 1:
            continue
        first, last = group[0].sentence.paragraph, group[-1].sentence.paragraph
        close = [whole for place in (last + 1, last, first, first - 1) for whole in near.get(place, [])[:_LONGEST_RUN]]
        wholes = {whole.value: whole for whole in close if whole.value_high is None}
        _runs(group[:_LONGEST_RUN], wholes)


def _anchor(figure: Candidate) -> int:
    sentence = figure.sentence
    return sentence.heading.first if sentence.kind == "row" and sentence.heading else sentence.first


def _runs(group: list[Candidate], wholes: dict[int, Candidate]) -> None:
    for start in range(len(group)):
        total = group[start].value
        for end in range(start + 1, len(group)):
            total += group[end].value
            run = group[start : end + 1]
            whole = wholes.get(total)
            if whole is not None and whole not in run:
                _adopt(run, whole)


def _adopt(run: list[Candidate], whole: Candidate) -> None:
    if whole.whole in run or not all(fits(part, whole) or part.whole is whole for part in run):
        return
    for part in run:
        if part.whole is None and part.status != "total-after":
            part.join(whole, "part-sum")


def tables(figures: list[Candidate]) -> None:
    """The rows of a table that has a row for the total."""
    groups: dict[int, list[Candidate]] = {}
    for figure in figures:
        if figure.sentence.kind == "row":
            groups.setdefault(_anchor(figure), []).append(figure)
    for rows in groups.values():
        words = rows[0].page.words
        total = next((row for row in rows if TOTAL_WORDS & set(words[row.sentence.first : row.place])), None)
        if total is not None:
            for column in _columns(rows):
                _under_total(column, total)


def _columns(rows: list[Candidate]) -> list[list[Candidate]]:
    """The numbers of the rows by their place in the row."""
    columns: dict[int, list[Candidate]] = {}
    place, above = 0, None
    for row in rows:
        place = place + 1 if row.sentence is above else 0
        above = row.sentence
        columns.setdefault(place, []).append(row)
    return list(columns.values())


def _under_total(column: list[Candidate], row: Candidate) -> None:
    total = next((figure for figure in column if figure.sentence is row.sentence), None)
    if total is None or sum(figure.value for figure in column) > 2 * total.value:
        return
    for figure in column:
        if figure is not total and figure.whole is None and fits(figure, total):
            figure.join(total, "part-total-row")
