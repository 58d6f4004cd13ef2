"""Parts shown by arithmetic: numbers that add up to one near them."""

from typing import Final

from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate

# Words of a clause that gives what the numbers before come to.
_IN_ALL: Final = frozenset(
    {"all", "altogether", "combined", "makes", "making", "sum", "that's", "thus", "together", "total", "totals"}
)
_CLAUSE: Final = 8
# "About 10,100" may stand for 10,080.
_ROUNDING: Final = 0.01
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
    if sentence.kind != "row":
        return sentence.first
    return sentence.heading.first if sentence.heading else -1 - sentence.paragraph


def _runs(group: list[Candidate], wholes: dict[int, Candidate]) -> None:
    """The longest runs first: those of a part are shorter."""
    found: list[tuple[list[Candidate], Candidate]] = []
    for start in range(len(group)):
        total = group[start].value
        for end in range(start + 1, len(group)):
            total += group[end].value
            run = group[start : end + 1]
            whole = wholes.get(total)
            if whole is not None and whole not in run:
                found.append((run, whole))
    for run, whole in sorted(found, key=lambda pair: -len(pair[0])):
        _adopt(run, whole)


def _adopt(run: list[Candidate], whole: Candidate) -> None:
    if whole.whole in run or not all(fits(part, whole, said=True) or part.whole is whole for part in run):
        return
    _join(run, whole)


def totals(figures: list[Candidate]) -> None:
    """Numbers told one after the other, and then what they come to: "That makes 335 in all"."""
    top = [figure for figure in figures if figure.whole is None]
    for place, total in enumerate(top):
        clause = total.before(_CLAUSE) + total.behind(2)
        if _IN_ALL.isdisjoint(clause):
            continue
        run: list[Candidate] = []
        made = 0
        for part in reversed(top[max(0, place - _LONGEST_RUN) : place]):
            run.append(part)
            made += part.value
            near = abs(made - total.value) <= (total.value * _ROUNDING if total.qualifier != "exact" else 0)
            if len(run) > 1 and near and all(fits(part, total, said=True) for part in run):
                _join(run, total)
            if made >= total.value or total.sentence.paragraph - part.sentence.paragraph > 1:
                break


def _join(run: list[Candidate], whole: Candidate) -> None:
    for part in run:
        if part.whole is None and part.status != "total-after":
            part.join(whole, "part-sum")
