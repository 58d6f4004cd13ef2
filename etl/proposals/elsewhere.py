"""Our own people who are not at the border: overseas, in cities, at home, or a whole service."""

import re
from collections.abc import Callable
from typing import Final

from etl.proposals import bystanders, foreign, mixtures
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, entries_between, left
from etl.proposals.cues import cue
from etl.proposals.foreign import CBP
from etl.proposals.merging import MILITARY
from etl.proposals.objects import LIGHT
from etl.proposals.page import NUMBER, Page, Sentence
from etl.proposals.vocabulary import Entry

Rule = Callable[[Candidate, Context], str | None]
_TOWARDS: Final = cue("elsewhere/towards")
_STATIVE: Final = cue("elsewhere/stative")
_WHOLE: Final = cue("elsewhere/whole")
_LENT: Final = frozenset({"lent", "loaned", "detailed", "reassigned", "moved", "shifted", "borrowed"})
_EVERYWHERE: Final = frozenset({"nationwide", "worldwide", "globally", "statewide"})
_SENDING: Final = cue("elsewhere/sending")
_MISSION: Final = cue("elsewhere/mission")
_LOCAL: Final = cue("elsewhere/local")
_UNITS: Final = cue("elsewhere/units")
_BORDER_STATES: Final = frozenset({"texas", "arizona", "california", "new mexico", "border", "southern border"})
_PLACED: Final = re.compile(
    r"\b(?:on (?:its|the|a|this|that|their) (?:\w+ )?(?:patrol|mission|operation|duty|border|line|river)"
    r"|for (?:the|this) (?:job|mission|border|patrol|effort)"
    r"|in (?:the|this) (?:county|valley|area|region|sector|field)|on the ground|(?:down )?(?:here|there)\b)"
)
_WHOLE_STATE: Final = re.compile(r"\b(?:(?:across|in) the country|in (?:this|my|our|his|her) state|across the state)\b")
_OFFICES: Final = frozenset({"sector", "branch", "station", "field", "guard", "national"})
_WORKING: Final = cue("antecedents/staff") - {"agents", "officers"} | {"nationwide", "hiring", "add"}
_HOUSEHOLD: Final = frozenset({"families", "dependents", "spouses", "relatives"})
_FAR: Final = 14
_TIMES: Final = 3
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
        here = {entry.phrase for _, entry in entries_between(page, sentence.first, sentence.last)} & _BORDER_STATES
        moved = source.sentence is not sentence and here and set(page.words[first:last]) & _SENDING
        return None if moved else source.reason
    setting = context.setting
    if setting is None or "elsewhere" not in setting.kinds or _border_before(candidate, context):
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
        away = "elsewhere" in entry.kinds
        if not away and "border" not in entry.kinds:
            continue
        if away and (not _is_place(candidate, place) or "than" in page.words[candidate.end : place]):
            continue
        distance = place - candidate.end if place >= candidate.end else candidate.place - page.spans[place] + 2
        found.append((distance + (0 if first <= place < last else _OTHER_CLAUSE), away, entry.phrase))
    return found


def _is_place(candidate: Candidate, place: int) -> bool:
    """Whether a name is where somebody is: "in Syria", "outside Chicago", "overseas"."""
    page, first = candidate.page, candidate.sentence.first
    before = page.words[place - 1] if place > first else ""
    if page.words[page.spans[place] : page.spans[place] + 1] and page.words[page.spans[place]] in _OFFICES:
        return False
    if candidate.agency in CBP and "from" in page.words[max(first, place - _OTHER_CLAUSE) : place]:
        return False
    if before in _TOWARDS or before == "the" or page.words[place] in {"overseas", "abroad", "worldwide"}:
        return True
    return before == "and" and place - 2 >= first and page.words[place - 2] in _TOWARDS


def _border_before(candidate: Candidate, context: Context) -> bool:
    """Whether the paragraph has spoken of the border."""
    page, sentence = candidate.page, candidate.sentence
    near = [*context.sentences_before(sentence), sentence]
    return any("border" in entry.kinds for one in near for _, entry in entries_between(page, one.first, one.last))


def setting(page: Page, sentence: Sentence) -> Entry | None:
    """The place of a dateline, where it is foreign or away from the border."""
    words, first = page.words, sentence.first
    for place, entry in entries_between(page, first, min(sentence.last, first + 2)):
        if not entry.kinds & {"foreign", "elsewhere"}:
            continue
        if page.shown(place, page.spans[place]).isupper() and {"-", "—", "–"} & set(words[place : first + 9]):
            return entry
    return None


def _whole(candidate: Candidate, context: Context) -> str | None:
    """The size of a whole service, state, unit or department; a sheriff's own deputies."""
    words = candidate.page.words
    before = candidate.before(2)
    if (before == ["home", "to"] and candidate.agency not in CBP) or (
        candidate.bare and before[-1:] == ["of"] and before[0] in _UNITS
    ):
        return "counts a whole unit"
    if _families(candidate) or _beside_whole(candidate, context) or "whose workforce" in " ".join(candidate.before(4)):
        return "counts a whole service"
    taken_over = candidate.source is not None and candidate.source.accepted
    taken_over = taken_over or mixtures.headquarters(candidate, context)
    if candidate.agency in CBP or candidate.sentence.kind == "row" or taken_over:
        return None
    first, last = clause(candidate)
    behind = " ".join(words[candidate.after : min(candidate.sentence.last, candidate.end + 6)])
    if _WHOLE_STATE.search(behind) or "end strength" in " ".join(left(candidate, 8)):
        return "counts a whole service"
    if _apart(candidate, context):
        return "counts officers of no border mission"
    own = before in (["of", "its"], ["of", "their"], ["of", "his"]) and candidate.agency != "coast-guard"
    if own and not _SENDING & set(words[first:last]):
        return "counts a whole service"
    return _level(candidate, context, set(words[first:last]))


def _apart(candidate: Candidate, context: Context) -> bool:
    """Officers of other agencies of whom nothing says that they are at the border."""
    police = candidate.agency == "state-police"
    source = candidate.source
    if source is not None and source.accepted and candidate.agency == source.agency:
        return False
    if source is not None and source.accepted and not candidate.agencies and source.agency is not None:
        return False
    if candidate.agency not in {"other", "ice", "dhs"} and not (police and candidate.noun != "troopers"):
        return False
    words, sentence = candidate.page.words, candidate.sentence
    first, last = clause(candidate)
    near = set(words[first:last])
    if candidate.agency == "ice" and not _at_border(candidate, context, near):
        return True
    if (
        near & _MISSION
        or (near if candidate.noun == "deputies" else set(words[sentence.first : sentence.last])) & _SENDING
    ):
        return False
    told = (
        other.accepted and other.agency == candidate.agency and sentence.paragraph - other.sentence.paragraph <= 1
        for other in context.history[-4:]
    )
    return candidate.noun == "deputies" or not any(told)


def _families(candidate: Candidate) -> bool:
    """Whether the words behind take in people who serve nowhere: "42,000 of them counting families"."""
    return bool(_HOUSEHOLD & set(candidate.behind(3)))


def _beside_whole(candidate: Candidate, context: Context) -> bool:
    """Whether it is joined to a number that counts a whole service: "44,500 members in all, and 6,500 reservists"."""
    last = context.last()
    if candidate.agency in CBP or last is None or last.refused_by != "whole-service":
        return False
    if last.sentence is not candidate.sentence:
        return False
    between = candidate.page.words[last.end : candidate.hedge_place]
    return "and" in between and len(between) <= _OTHER_CLAUSE and not set(between) & _SENDING


def _on_mission(candidate: Candidate) -> bool:
    """Whether the words behind the number place it on a mission: "on its patrol", "in the county"."""
    text = " ".join(candidate.behind(10))
    return _PLACED.search(text) is not None


def _beside_mission(candidate: Candidate, context: Context) -> bool:
    """Whether forces stand beside those of the mission that the sentence before counts, and are not many times more."""
    last = context.last_people(1)
    if last is None or not last.accepted or last.agency not in MILITARY or candidate.agency not in MILITARY:
        return False
    near = (
        0 < candidate.sentence.index - last.sentence.index <= 1
        and last.sentence.paragraph == candidate.sentence.paragraph
    )
    return near and candidate.value <= _TIMES * last.value


def _at_border(candidate: Candidate, context: Context, near: set[str]) -> bool:
    """Whether officers who mostly work inland are said to be at the border, or lent to those who are."""
    page, sentence = candidate.page, candidate.sentence
    if any("border" in entry.kinds for _, entry in entries_between(page, sentence.first, sentence.last)):
        return True
    listed = (other.accepted and other.sentence is sentence for other in context.history[-_OTHER_CLAUSE:])
    return bool(near & _LENT) or any(listed)


def _in_all(candidate: Candidate, segment: set[str]) -> bool:
    """Whether words for a whole stand in the clause; "all 175 of them" and "in all four states" are none."""
    found = segment & _WHOLE
    if found != {"all"}:
        return bool(found)
    words, end = candidate.page.words, candidate.sentence.last
    first, last = clause(candidate)
    return any(
        words[at - 1 : at + 1] == ["in", "all"] and not words[at + 1 : at + 2][0][0].isalnum()
        for at in range(first + 1, min(last + 1, end - 1))
        if words[at + 1] != NUMBER
    )


def _level(candidate: Candidate, context: Context, segment: set[str]) -> str | None:
    """A level with no word of the border or of sending anybody: "the service has 42,000 members"."""
    page, sentence = candidate.page, candidate.sentence
    if any("border" in entry.kinds for _, entry in entries_between(page, sentence.first, sentence.last)):
        return None
    pronoun = candidate.page.words[clause(candidate)[0]] in {"it", "they", "that", "this"}
    if _beside_mission(candidate, context):
        return None
    local = bool(_LOCAL & set(candidate.before(6)))
    if local or _on_mission(candidate) or (pronoun and not segment & _WHOLE and _border_before(candidate, context)):
        return None
    near = left(candidate, 3)
    sending = bool(segment & _SENDING)
    if candidate.agency in {"dhs", "ice", "other"} and {"staff", "workforce", "payroll"} & set(candidate.before(3)):
        return "counts a whole service"
    grown = "noun-body" in candidate.trail and near[-1:] in (["to"], ["at"], ["reached"])
    while near and near[-1] in LIGHT:
        near.pop()
    having = (set(near[-1:]) & _STATIVE and not grown) or near[-2:] == [",", "with"]
    before = left(candidate, 6)
    before = before[len(before) - before[::-1].index(NUMBER) :] if NUMBER in before else before
    everywhere = bool(_EVERYWHERE & {*before, *candidate.behind(4)})
    if everywhere or (_in_all(candidate, segment) and not sending) or (having and (not sending or "employs" in near)):
        return "counts a whole service"
    return None


RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("foreign", foreign.refuse),
    ("elsewhere", _elsewhere),
    ("whole-service", _whole),
    ("bystanders", bystanders.refuse),
)
