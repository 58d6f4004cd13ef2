"""Numbers of neighbouring columns, which the wording grammar reads as one number that it refuses."""

import re
from collections.abc import Iterator
from typing import Final

from etl.wording import Mention, mentions

_SIDE_BY_SIDE: Final = "Two numbers stand side by side"
_GAP: Final = re.compile(r"\t|\s{2,}")
_CELL: Final = re.compile(r"\S+(?: \S+)*")


def numbers(text: str) -> list[Mention]:
    """All numbers of a text in order; those that only a gap as between columns parts are apart."""
    found = mentions(text, split=True)
    return [part for mention in found for part in _parts(text, mention)]


def _parts(text: str, mention: Mention) -> Iterator[Mention]:
    start, end = mention.number_start, mention.number_end
    joined = mention.reason is not None and mention.reason.sentence.startswith(_SIDE_BY_SIDE)
    if not joined or _GAP.search(text, start, end) is None:
        yield mention
        return
    for cell in _CELL.finditer(text, start, end):
        for one in mentions(cell.group()):
            offset = cell.start()
            yield one._replace(
                start=one.start + offset,
                end=one.end + offset,
                number_start=one.number_start + offset,
                number_end=one.number_end + offset,
            )
