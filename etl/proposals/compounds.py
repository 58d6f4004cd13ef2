"""Numbers inside a compound that says how strong a body of people is: "a 300-member force", "2,500-strong"."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.cues import cue
from etl.proposals.page import Page
from etl.proposals.vocabulary import vocabulary

_STRENGTH: Final = cue("compounds/strength")
_TEAMS: Final = cue("compounds/teams")
_TROOPS: Final = cue("compounds/troops")
_STOPS: Final = cue("nouns/stops")
_REACH: Final = 8


def attach(candidate: Candidate) -> bool:
    """Take the noun from the compound, or from the names of the body that it describes. True if there is one.

    "600-soldier battalion" counts soldiers, "20-person team of Guard members" Guard members, and "2,500-strong
    mission" the people whom the names around it tell.
    """
    page, place = candidate.page, candidate.place + 1
    if place >= candidate.sentence.last or page.text[page.ends[candidate.place] : page.starts[place]] != "-":
        return False
    entry = page.entries.get(place)
    noun = None if entry is None else entry.noun
    if noun is None and page.words[place] not in _STRENGTH:
        return False
    limit = min(candidate.sentence.last, place + _REACH)
    end, head = _body(page, place + 1, limit)
    if head is None:
        return _other(candidate, place, end)
    candidate.noun, candidate.noun_place = noun or "people", max(place, end - 1)
    _name(candidate, place, end)
    if noun in {None, "members"} and candidate.noun in {"people", "members"}:
        if candidate.agencies:
            candidate.noun = _fitting(candidate.agencies[-1])
        elif page.words[head] in _TROOPS:
            candidate.noun = "troops"
    candidate.end, candidate.bare = end, False
    candidate.trail.append("noun-compound")
    return True


def _name(candidate: Candidate, place: int, end: int) -> None:
    """Names in the noun phrase, and behind "of" the noun as well."""
    page = candidate.page
    limit = min(candidate.sentence.last, place + _REACH)
    for at in range(place, limit if page.words[end : end + 1] == ["of"] else end):
        if at > end and page.words[at] in _STOPS:
            return
        entry = page.entries.get(at)
        if entry is None:
            continue
        if entry.agency is not None:
            candidate.agencies.append(entry.agency)
        if entry.noun is not None and at > end and candidate.noun in {"people", "members"}:
            candidate.noun = entry.noun


def _other(candidate: Candidate, place: int, end: int) -> bool:
    """Take a compound that describes something else as what is counted: "a 12-member family"."""
    if end == place + 1:
        return False
    candidate.counted, candidate.end, candidate.bare = candidate.page.words[end - 1], end, False
    return True


def _body(page: Page, place: int, limit: int) -> tuple[int, int | None]:
    """The end of the noun phrase behind the compound, and the token of a word for a body of people in it, if any."""
    head: int | None = None
    while place < limit and page.words[place][0].isalpha() and not _ends(page, place):
        entry = page.entries.get(place)
        known = entry is not None and ("body" in entry.kinds or entry.agency is not None or entry.noun is not None)
        if known or page.words[place] in _TEAMS:
            head = place
        place = place + 1 if entry is None else page.spans[place]
    return place, head


def _ends(page: Page, place: int) -> bool:
    word = page.words[place]
    return word in _STOPS or (word.endswith("ed") and place not in page.entries)


def _fitting(agency: str) -> str:
    """A noun that can stand for the people of an agency."""
    return "members" if agency in vocabulary().stands_for["members"] else "people"
