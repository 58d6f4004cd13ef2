"""An agency made more exact by its surroundings: a state's Guard on its own mission, CBP's officers at its ports."""

import re
from itertools import pairwise
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, entries_between
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN
from etl.proposals.vocabulary import Entry

_GUARD: Final = frozenset({"national-guard", "texas-guard", "army"})
_OF_TEXAS: Final = ("governor of texas", "texas governor", "texas 's governor")
_BEHIND: Final = 10
_OFFICE: Final = re.compile(
    r"\b(?:for|by|under|from) (?:the )?(?:governor of texas|texas governor|texas 's governor)\b"
)
_PLACED: Final = cue("narrowing/placed") | {","}
_ACTS: Final = cue("narrowing/acts") | {"'s"}
_BACK: Final = 2
_DATELINE: Final = 6
_NEAR: Final = 40
_DATED: Final = 14
_GOVERNORS: Final = frozenset({("the", "governor"), ("adjutant", "general")})
_FEDERAL: Final = frozenset({"federal", "president's", "president", "title"})


def narrow(candidate: Candidate, context: Context, agency: str) -> str:
    """The agency, or the part of it that the text means."""
    if agency in CIVILIAN:
        return _of_cbp(candidate, agency)
    if agency not in _GUARD or candidate.noun in {"reservists", "airmen"} or "active-duty" in candidate.agencies:
        return agency
    if candidate.agencies[:1] == ["texas-guard"] or (agency == "army" and candidate.noun != "soldiers"):
        return agency
    if candidate.sentence.kind == "row" and "other states" in _label(candidate):
        return "national-guard"
    near = _names(candidate)
    texan = any(entry.agency == "texas-guard" for _, entry in near)
    others = _other_states(candidate, near)
    if agency == "texas-guard":
        return "national-guard" if others and not texan else agency
    if others or "title" in candidate.page.words[candidate.sentence.first : candidate.sentence.last]:
        return agency
    own = candidate.before(1) == ["its"] and any(entry.phrase == "texas" for _, entry in near[:2])
    theirs = texan or own or _has_texas(candidate) or _goes_on(candidate) or _governor(candidate)
    if theirs or (agency == "national-guard" and _told(candidate, context, near)):
        return "texas-guard"
    return agency


def _of_cbp(candidate: Candidate, agency: str) -> str:
    """CBP for "CBP officers and agents", its officers at ports for "CBP officers", else the agency."""
    words = candidate.page.words[candidate.after : candidate.end]
    if "officers" in words and "agents" in words and (agency == "cbp" or "patrol" not in words):
        return "cbp"
    source = candidate.source
    if source is not None and source.quantity is not None and source.agency is not None:
        return agency
    officers = candidate.noun == "officers" or "officer" in words
    return "ofo" if agency == "cbp" and officers else agency


def _label(candidate: Candidate) -> str:
    return " ".join(candidate.page.words[candidate.sentence.first : candidate.place])


def _names(candidate: Candidate) -> list[tuple[int, Entry]]:
    """The known phrases of the sentence, without its dateline."""
    page, first = candidate.page, candidate.sentence.first
    dated = "-" in page.words[first : first + _DATELINE + 3]
    return [
        (place, entry)
        for place, entry in entries_between(page, first, candidate.sentence.last)
        if not (dated and place < first + _DATELINE and "-" in page.words[place : first + _DATELINE + 3])
    ]


def _other_states(candidate: Candidate, near: list[tuple[int, Entry]]) -> bool:
    """Whether the sentence speaks of a state other than Texas, and not of Texas last before the number."""
    states = [(place, entry.phrase) for place, entry in near if "state" in entry.kinds]
    before = [phrase for place, phrase in states if place < candidate.place]
    return before[-1:] != ["texas"] and any(phrase != "texas" for _, phrase in states)


def _has_texas(candidate: Candidate) -> bool:
    """Whether Texas, or its governor, is who has or sends them."""
    page, first = candidate.page, candidate.sentence.first
    text = " ".join(page.words[first : candidate.hedge_place])
    if "texas" in candidate.words or any(phrase in text for phrase in _OF_TEXAS):
        return True
    if _OFFICE.search(" ".join(candidate.behind(_BEHIND))):
        return True
    for place, entry in entries_between(page, first, candidate.hedge_place):
        if entry.phrase == "texas":
            before = page.words[place - 1] if place > first else ""
            before = "" if page.words[place - 2 : place] == ["state", "of"] else before
            if before not in _PLACED and page.words[page.spans[place]] in _ACTS:
                return True
    return False


def _goes_on(candidate: Candidate) -> bool:
    """Whether a sentence goes on about Texas, the subject of the one before: "Texas moved faster. It had 265"."""
    page, sentence = candidate.page, candidate.sentence
    before = page.sentences[sentence.index - 1] if sentence.index else sentence
    names = entries_between(page, before.first, before.first + 1)
    told = before.paragraph == sentence.paragraph and any(entry.phrase == "texas" for _, entry in names)
    return told and page.words[sentence.first] in {"it", "the"}


def _governor(candidate: Candidate) -> bool:
    """Whether the governor of a text from Texas calls them up: "AUSTIN - The governor will send 400 Guard members"."""
    page, first = candidate.page, candidate.sentence.first
    before = page.words[max(first, candidate.place - _NEAR) : candidate.place]
    if "gov" not in before and not _GOVERNORS & set(pairwise(before)):
        return False
    dash = next((at for at, word in enumerate(page.words[:_DATED]) if word in {"-", "—", "–"}), 0)
    places = {entry.phrase for _, entry in entries_between(page, 0, dash)}
    return "texas" in places or page.words[:1] == ["austin"]


def _headline(candidate: Candidate) -> bool:
    """Whether the title names the Guard of Texas or its operation, or the text opens with Texas sending the Guard."""
    title = candidate.page.sentences[0]
    found = entries_between(candidate.page, title.first, title.last)
    names = [entry for _, entry in found]
    acts = bool(found) and candidate.page.words[candidate.page.spans[found[0][0]]] in _ACTS
    opens = acts and names[0].phrase == "texas" and any(entry.agency == "national-guard" for entry in names)
    return opens or (title.kind == "title" and any(entry.agency == "texas-guard" for entry in names))


def _told(candidate: Candidate, context: Context, near: list[tuple[int, Entry]]) -> bool:
    """Whether the text was last speaking of the Guard of Texas, not of a federal force."""
    if candidate.source is not None and candidate.source.agency == "texas-guard":
        return True
    taken = candidate.source is not None and candidate.source.agency not in {"other", None}
    earlier = context.sentences_before(candidate.sentence)
    words = candidate.page.words[(earlier[0] if earlier else candidate.sentence).first : candidate.sentence.last]
    if taken or _FEDERAL & set(words) or any(entry.agency == "all-military" for _, entry in near):
        return False
    for spoken in context.heard():
        if candidate.sentence.paragraph - spoken.paragraph > _BACK:
            return _headline(candidate)
        if spoken.entry.agency in {"texas-guard", "all-military", "active-duty"}:
            return spoken.entry.agency == "texas-guard"
    return _headline(candidate)
