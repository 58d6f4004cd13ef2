"""Our own people who are not at the border: overseas, in cities, at home."""

from collections.abc import Callable
from typing import Final

from etl.proposals import bystanders, foreign, services
from etl.proposals.apart import BORDER_STATES
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, border_before, clause, entries_between
from etl.proposals.cues import cue
from etl.proposals.foreign import CBP
from etl.proposals.page import Page, Sentence
from etl.proposals.vocabulary import Entry

Rule = Callable[[Candidate, Context], str | None]
_TOWARDS: Final = cue("elsewhere/towards")
_SENDING: Final = cue("elsewhere/sending")
_OFFICES: Final = frozenset({"sector", "branch", "station", "field", "guard", "national"})
_WORKING: Final = cue("antecedents/staff") - {"agents", "officers"} | {"nationwide", "hiring", "add"}
_PLACES: Final = frozenset({"foreign", "elsewhere", "border", "state"})
# The border of the islands is watched by those who watch the rest of it.
_SEA_BORDER: Final = frozenset({"caribbean", "puerto rico", "guam", "hawaii", "alaska"})
_AT_SEA: Final = CBP | {"coast-guard"}
_INSIDE: Final = frozenset({"streets", "suburbs", "parts", "center", "downtown", "neighborhoods"})
_BOUND: Final = frozenset({"federalized", "bound", "headed", "destined", "mobilized", "activated", "leaving", "left"})
_WHEN: Final = frozenset({"during", "since", "before", "after", "until", "despite", "of"})
_FAR: Final = 14
_OTHER_CLAUSE: Final = 6


def refuse(candidate: Candidate, context: Context) -> None:
    """Refuse a number of people whom the text places elsewhere."""
    for name, rule in RULES:
        reason = rule(candidate, context)
        if reason is not None:
            candidate.refuse(name, reason)
            return


def _elsewhere(candidate: Candidate, context: Context) -> str | None:
    """The nearest place named is far from the border, or that of the sentence or dateline before is."""
    page, sentence = candidate.page, candidate.sentence
    nearest = min(_places(candidate), default=None)
    if nearest is not None:
        distance, away, name = nearest
        return f"counts people elsewhere ({name})" if away and distance <= _FAR else None
    first, last = clause(candidate)
    source = candidate.source
    if source is not None and source.refused_by in {"elsewhere", "foreign"}:
        here = {entry.phrase for _, entry in entries_between(page, sentence.first, sentence.last)} & BORDER_STATES
        moved = source.sentence is not sentence and here and set(page.words[first:last]) & _SENDING
        return None if moved else source.reason
    setting = context.setting
    if setting is None or "elsewhere" not in setting.kinds or border_before(candidate, context):
        return None
    employed = not _WORKING.isdisjoint(page.words[first:last])
    workforce = candidate.agency in CBP and source is None and employed and "joining" not in page.words[first:last]
    return None if workforce else f"counts people elsewhere ({setting.phrase})"


def _places(candidate: Candidate) -> list[tuple[int, bool, str]]:
    """Distance, whether it is away from the border, and name of every place in the sentence."""
    page, sentence = candidate.page, candidate.sentence
    first, last = clause(candidate)
    found: list[tuple[int, bool, str]] = []
    for place, entry in entries_between(page, sentence.first, sentence.last):
        away = "elsewhere" in entry.kinds and not (entry.phrase in _SEA_BORDER and candidate.agency in _AT_SEA)
        if not away and "border" not in entry.kinds:
            continue
        if away and _moves_there(candidate, place):
            continue
        if away and (not _is_place(candidate, place) or "than" in page.words[candidate.end : place]):
            continue
        away = away or (entry.phrase.endswith("border") and _far_from(page, place))
        distance = place - candidate.end if place >= candidate.end else candidate.place - page.spans[place] + 2
        found.append((distance + (0 if first <= place < last else _OTHER_CLAUSE), away, entry.phrase))
    return found


def _moves_there(candidate: Candidate, place: int) -> bool:
    """Whether people of the mission leave it for that place: "of the 345, 130 will turn to wildfires"."""
    told = candidate.source is not None and candidate.source.accepted
    part = told and bool({"noun-of-those", "noun-of-them", "noun-listed"} & set(candidate.trail))
    return part and "to" in candidate.page.words[candidate.end : place]


def _far_from(page: Page, place: int) -> bool:
    """Whether the border is only what somewhere is far from: "far from the border", "away from any border"."""
    return page.words[max(0, place - 3) : place - 1] in (["far", "from"], ["away", "from"])


def _is_place(candidate: Candidate, place: int) -> bool:
    """Whether a name is where somebody is: "in Syria", "outside Chicago", "overseas"."""
    page, first = candidate.page, candidate.sentence.first
    before = page.words[place - 1] if place > first else ""
    if page.words[page.spans[place] : page.spans[place] + 1] and page.words[page.spans[place]] in _OFFICES:
        return False
    if candidate.agency in CBP and "from" in page.words[max(first, place - _OTHER_CLAUSE) : place]:
        return False
    following = page.words[page.spans[place] : page.spans[place] + 1]
    if page.words[place - 3 : place] == ["working", "out", "of"] or (
        before == "for" and page.words[place - 2] in _BOUND
    ):
        return True
    if before == "on" and following in (["duty"], ["lines"], ["response"], ["relief"]):
        return True
    timed = before == "the" and place - 2 >= first and page.words[place - 2] in _WHEN
    if page.words[place] == "d.c." or (before == "of" and page.words[place - 2] in _INSIDE):
        return place < candidate.hedge_place or "from" not in page.words[candidate.end : place]
    if (
        before in _TOWARDS
        or (before == "the" and not timed)
        or page.words[place] in {"overseas", "abroad", "worldwide"}
    ):
        return True
    return before == "and" and place - 2 >= first and page.words[place - 2] in _TOWARDS


def setting(page: Page, sentence: Sentence) -> Entry | None:
    """The place of a dateline, where it is foreign or away from the border."""
    words, first = page.words, sentence.first
    if sentence.kind == "title":
        entry = page.entries.get(first)
        alone = entry is not None and page.spans[first] == sentence.last
        return entry if alone and entry is not None and entry.kinds & _PLACES else None
    for place, entry in entries_between(page, first, min(sentence.last, first + 2)):
        if not entry.kinds & {"foreign", "elsewhere"}:
            continue
        if page.shown(place, page.spans[place]).isupper() and {"-", "—", "–"} & set(words[place : first + 9]):
            return entry
    return None


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("foreign", foreign.refuse),
    ("elsewhere", _elsewhere),
    ("whole-service", services.whole),
    ("bystanders", bystanders.refuse),
)
