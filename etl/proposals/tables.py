"""Tables with several columns: which words at the head of a column stand over a number."""

import re
from bisect import bisect_left
from typing import Final

from etl.proposals.page import Page

# The head of a column as its first token and the first one behind it.
Columns = dict[int, tuple[int, int]]

_LINE: Final = re.compile(r"[^\n]+")
_CELL: Final = re.compile(r"[^\s|/](?:(?!\s*[|\t]|\s{2}|\s/\s)[^\n])*")
_AMOUNT: Final = re.compile(r"[-+−$]?\s?\d[\d,.]*\s?%?")
_RULE: Final = re.compile(r"[\s|:+=-]+")
_PARTED: Final = re.compile(r"[|\t]|\S\s{2,}\S|\s/\s")
_FEWEST: Final = 3


def columns(page: Page) -> Columns:
    """For the token of each number in a table, where the head of its column stands."""
    found: Columns = {}
    head: list[tuple[int, int]] = []
    for line in _LINE.finditer(page.text):
        if _RULE.fullmatch(line.group()):
            continue
        cells = _cells(page.text, line) if _PARTED.search(line.group()) else []
        amounts = [_AMOUNT.fullmatch(page.text, *cell) is not None for cell in cells]
        if len(cells) < _FEWEST:
            head = []
        elif not any(amounts[1:]):
            head = cells
        elif len(cells) == len(head):
            for cell, title, amount in zip(cells, head, amounts, strict=True):
                if amount:
                    found[_token(page, cell[0])] = _token(page, title[0]), _token(page, title[1])
    return found


def _cells(text: str, line: "re.Match[str]") -> list[tuple[int, int]]:
    """Where the cells of a line begin and end, without the signs that part them."""
    return [cell.span() for cell in _CELL.finditer(text, line.start(), line.end())]


def _token(page: Page, offset: int) -> int:
    return bisect_left(page.starts, offset)
