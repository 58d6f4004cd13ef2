"""Forces of other countries: named as who acts, by the dateline, or by the sentences before."""

from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, entries_between
from etl.proposals.cues import cue
from etl.proposals.page import Page, Sentence
from etl.proposals.vocabulary import Entry

CBP: Final = frozenset({"cbp", "usbp", "ofo", "amo"})
_OURS: Final = frozenset({"all-military", "army", "marines", "active-duty", "texas-guard"}) | CBP
_FORCES: Final = frozenset({"soldiers", "troops", "officers", "members"})
# Whoever was led over the border is beyond it.
_CROSSED: Final = (["into", "mexico"], ["into", "canada"])
_NEIGHBOURS: Final = frozenset({"mexico", "canada", "ottawa", "guatemala", "mexico city"})
_AFTER_PLACE: Final = cue("foreign/after_place")
_BEFORE_PLACE: Final = cue("foreign/before_place")
_ACTING: Final = cue("foreign/acting")
_ASKING: Final = frozenset({"does", "do", "did", "has", "is", "will", "would", "can", "could"})
_EARLY: Final = 8
_REASON: Final = "counts a foreign force"


def refuse(candidate: Candidate, context: Context) -> str | None:
    """The reason why the number counts a foreign force, or None."""
    if "foreign" in candidate.kinds or _belongs(candidate) or _beyond(candidate):
        return _REASON
    page, sentence = candidate.page, candidate.sentence
    if candidate.agency in CBP and candidate.agencies:
        return None
    foreign = ours = end = -1
    for place, entry in entries_between(page, sentence.first, candidate.place):
        if "foreign" in entry.kinds and _acts(page, sentence.first, place):
            foreign, end = place, page.spans[place]
        elif _american(entry) and not (foreign >= 0 and page.words[end:place] in ([], ["'s"])):
            ours = place
    if foreign >= 0 and _we_act(page, end, candidate.place):
        ours = candidate.place
    if foreign >= 0 or ours >= 0:
        return _REASON if foreign > ours else None
    setting = context.setting
    away = setting is not None and "foreign" in setting.kinds and candidate.agency not in CBP
    if away and not _ours(page, sentence.first, candidate.end):
        return _REASON
    plain = candidate.source is None and not candidate.agencies
    if (
        plain
        and not _ours(page, sentence.first, candidate.end)
        and (candidate.noun in _FORCES or page.words[sentence.first] in {"its", "their"})
    ):
        return _REASON if any(_speaks_of(context, other) for other in context.sentences_before(sentence)) else None
    return None


def _belongs(candidate: Candidate) -> bool:
    """Whether the words behind name a foreign force: "members of the Royal Canadian Mounted Police"."""
    page, place = candidate.page, candidate.end
    if page.words[place : place + 1] not in (["of"], ["from"], ["in"]):
        return False
    place += 1 + (page.words[place + 1 : place + 2] == ["the"])
    entry = page.entries.get(place)
    if entry is None or "foreign" not in entry.kinds or place >= candidate.sentence.last:
        return False
    end = page.spans[place]
    force = page.entries.get(end)
    named = entry.phrase.endswith(("police", "agency")) or (force is not None and force.agency is not None)
    return named or page.words[end : end + 1] in (["army"], ["navy"], ["air"], ["military"], ["police"])


def _beyond(candidate: Candidate) -> bool:
    """Whether they are led over the border, or the sentence opens beyond it: "On the Mexican side, 250 agents"."""
    if candidate.behind(2) in _CROSSED:
        return True
    page, first = candidate.page, candidate.sentence.first
    for place, entry in entries_between(page, first, min(candidate.hedge_place, first + _EARLY)):
        if "foreign" in entry.kinds and page.words[page.spans[place]] == "side":
            return "on" in page.words[max(first, place - 2) : place]
    return False


def _we_act(page: Page, first: int, last: int) -> bool:
    """Whether the United States are who acts between two tokens: "; the U.S. has 3,600 troops"."""
    words = page.words
    return any(words[at] in {"u.s.", "america", "washington"} and words[at + 1] in _ACTING for at in range(first, last))


def _american(entry: Entry) -> bool:
    if entry.phrase == "border agency":
        return False
    return entry.agency in CBP or entry.agency == "all-military" or entry.phrase.startswith(("u.s.", "us ", "american"))


def _ours(page: Page, first: int, last: int) -> bool:
    """Whether a force, an office or a state of the United States is named."""
    if {"u.s.", "american", "washington"} & set(page.words[first:last]):
        return True
    return any(
        (entry.agency in _OURS and entry.phrase != "border agency") or "state" in entry.kinds
        for _, entry in entries_between(page, first, last)
    )


def _speaks_of(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence speaks of a foreign force and of none of ours."""
    known = context.foreign.get(sentence.index)
    if known is None:
        known = context.foreign[sentence.index] = _is_foreign(context.page, sentence)
    return known


def _is_foreign(page: Page, sentence: Sentence) -> bool:
    if _ours(page, sentence.first, sentence.last):
        return False
    names = entries_between(page, sentence.first, sentence.last)
    return any("foreign" in entry.kinds and _acts(page, sentence.first, place) for place, entry in names)


def _acts(page: Page, first: int, place: int) -> bool:
    """Whether a foreign name is who acts, not a place that something borders on."""
    words, end = page.words, page.spans[place]
    before = words[place - 1] if place > first else ""
    after = words[end] if end < len(words) else ""
    if after in _AFTER_PLACE or (after == "-" and place == first):
        return False
    if after == "'s" or words[end - 1].endswith("'s"):
        return before != "with"
    if before in {"and", ",", "or"} and after:
        return after in _ACTING
    if before in _ASKING and place == first + 1 and after not in {".", ","}:
        return True
    if words[place] in _NEIGHBOURS:
        opens = before in {"with", "in"} and place == first + 1 and words[place] != "mexico"
        opens = opens or (before == "with" and after.endswith("ing"))
        return place == first or before in {"that", "while", "but", "-"} or opens
    return before not in _BEFORE_PLACE or place == first + 1
