"""Parts shown by the lines of a table: rows under a total, and rows set in under another."""

from typing import Final

from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.rows import TOTAL_WORDS

_BULLETS: Final = frozenset({"-", "•", "*", "–", "—"})
_LABEL: Final = 24


def link(figures: list[Candidate]) -> None:
    """The rows of a table that has a row for the total, and the rows set in under a number."""
    groups: dict[int, list[Candidate]] = {}
    for figure in figures:
        sentence = figure.sentence
        if sentence.kind == "row" or "noun-row" in figure.trail:
            anchor = sentence.heading.first if sentence.kind == "row" and sentence.heading else sentence.first
            groups.setdefault(anchor, []).append(figure)
    for rows in groups.values():
        _set_in(rows)
        _under_totals(rows)


def _line(figure: Candidate) -> int:
    """The first token of the line of a number."""
    words, place = figure.page.words, figure.place
    last = max(figure.sentence.first, place - _LABEL)
    while place > last and words[place - 1] != "\n":
        place -= 1
    return place


def _set_in(rows: list[Candidate]) -> None:
    """Rows with a bullet or a gap before them, under one without."""
    above: Candidate | None = None
    left = 0
    for row in rows:
        if not _is_set_in(row):
            above, left = row, row.value
        elif above is not None and row.whole is None and row.value <= left and fits(row, above):
            row.join(above, "part-set-in")
            left -= row.value


def _is_set_in(row: Candidate) -> bool:
    page, first = row.page, _line(row)
    start = page.starts[first]
    return page.words[first] in _BULLETS or (
        start > 1 and page.text[start - 2 : start].isspace() and page.text[start - 1] != "\n"
    )


def _under_totals(rows: list[Candidate]) -> None:
    words = rows[0].page.words
    total = next((row for row in rows if TOTAL_WORDS & set(words[_line(row) : row.place])), None)
    if total is not None:
        for column in _columns(rows):
            _under_total(column, total)


def _columns(rows: list[Candidate]) -> list[list[Candidate]]:
    """The numbers of the rows by their place in the row."""
    columns: dict[int, list[Candidate]] = {}
    place, above = 0, -1
    for row in rows:
        line = _line(row)
        place = place + 1 if line == above else 0
        above = line
        columns.setdefault(place, []).append(row)
    return list(columns.values())


def _under_total(column: list[Candidate], row: Candidate) -> None:
    total = next((figure for figure in column if _line(figure) == _line(row)), None)
    if total is None or sum(figure.value for figure in column) > 2 * total.value:
        return
    for figure in column:
        if figure is not total and figure.whole is None and fits(figure, total):
            figure.join(total, "part-total-row")
