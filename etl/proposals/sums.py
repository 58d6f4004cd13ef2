"""Parts shown by arithmetic: breakdowns that add up, rows under a total, an addition and the group it joins."""

from typing import Final

from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.merging import MILITARY
from etl.proposals.rows import TOTAL_WORDS

_JOINING: Final = frozenset({"ordered", "planned", "deployed", "onboard", "hired"})
_COMING: Final = frozenset({"ordered", "planned"})
_LONGEST_RUN: Final = 24
_NEIGHBOURS: Final = 12
_PARAGRAPHS: Final = 2
_TOLERANCE: Final = 0.04


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
    listed = whole.sentence is run[0].sentence and run[0].source is whole and "noun-listed" in run[0].trail
    if listed or whole.whole in run or not all(fits(part, whole) or part.whole is whole for part in run):
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
        if total is None or sum(row.value for row in rows) > 2 * total.value:
            continue
        for row in rows:
            if row is not total and row.whole is None and fits(row, total):
                row.join(total, "part-total-row")


def additions(figures: list[Candidate]) -> None:
    """An addition and the group that it joins are part of what they make together."""
    for place, total in enumerate(figures):
        if total.status != "total-after":
            continue
        around = figures[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
        near = [other for other in around if other is not total and _may_join(other, total)]
        pair = _pair(near, total)
        if not pair and _about(sum(other.value for other in near), total.value):
            pair = near
        if not pair:
            pair = [other for other in near if _is_addition(other, total)][-1:]
        for member in pair:
            if member.status != "onboard" or member.agency != total.agency:
                member.join(total, "part-joined")


def _may_join(other: Candidate, total: Candidate) -> bool:
    apart = abs(other.sentence.paragraph - total.sentence.paragraph)
    if other.whole is not None or other.value >= total.value or apart > _PARAGRAPHS or other.status not in _JOINING:
        return False
    return fits(other, total) or {other.agency, total.agency} <= MILITARY


def _pair(near: list[Candidate], total: Candidate) -> list[Candidate]:
    for place, one in enumerate(near):
        for other in near[place + 1 :]:
            if _about(one.value + other.value, total.value):
                return [one, other]
    return []


def _is_addition(other: Candidate, total: Candidate) -> bool:
    if other.more and other.sentence is total.sentence:
        return True
    close = abs(other.sentence.paragraph - total.sentence.paragraph) <= 1
    return other.place < total.place and close and (other.more or other.status in _COMING)


def _about(made: int, total: int) -> bool:
    return abs(made - total) <= max(1, total * _TOLERANCE)
