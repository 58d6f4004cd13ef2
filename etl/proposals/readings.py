"""A second reading of numbers that the wording grammar, which sees no nouns, leaves open."""

from typing import Final

from etl import wording
from etl.proposals.page import Page, Sentence
from etl.wording import Mention

_UNCLEAR_DATE: Final = "This may be a year or a date"
_UNCLEAR_HEDGE: Final = "It is unclear whether the hedge covers"
_LATE_HEDGE: Final = "It is unclear whether the hedge after"
_DENIED: Final = "The number is denied"
# "It can't exceed 4,000" gives a ceiling.
EXCEEDING: Final = frozenset({"exceed", "exceeds", "surpass", "top"})
# Behind these words a number is one that the text has told, or takes as known: "fewer than the 21,370".
_KNOWN: Final = frozenset({"the", "its", "their", "those", "these", "his", "her", "our"})


def again(page: Page, sentence: Sentence, place: int) -> Mention:
    """The mention at a token, read as a count where its neighbours say so.

    A number that might end a date is a count when a noun for people follows, or when it ends a row ("In 2021, 12
    troopers", "2017: 19,437"). A number behind "below the" or "than the" is exact: the words before the article
    compare another number with it.
    """
    mention = page.numbers[place]
    if mention.reason is None:
        return mention
    reason = mention.reason.sentence
    if reason.startswith(_LATE_HEDGE) and page.words[place + 1 : place + 3] == [",", "plus"]:
        return _alone(page, place)
    if reason.startswith(_UNCLEAR_HEDGE):
        known = place > sentence.first and page.words[place - 1] in _KNOWN
        return _alone(page, place) if known else mention
    if reason.startswith(_DENIED) and place > sentence.first and page.words[place - 1] in EXCEEDING:
        return _alone(page, place)
    if not reason.startswith(_UNCLEAR_DATE):
        return mention
    following = [page.entries[at] for at in range(place + 1, place + 4) if at in page.entries]
    row = sentence.kind == "row" and place == sentence.last - 1
    named = any(entry.noun or entry.agency for entry in following)
    return _alone(page, place) if row or named else mention


def _alone(page: Page, place: int) -> Mention:
    """The number without its neighbours."""
    start, end = page.starts[place], page.ends[place]
    try:
        quantity = wording.read(page.text[start:end])
    except wording.WordingError:
        return page.numbers[place]
    return Mention(wording.Standing.COUNT, start, end, start, end, quantity)
