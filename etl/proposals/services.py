"""Numbers that are the size of a whole service, state, unit or department."""

import re
from typing import Final

from etl.proposals import mixtures
from etl.proposals.apart import apart
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, border_before, clause, entries_between, left
from etl.proposals.cues import cue
from etl.proposals.foreign import CBP
from etl.proposals.merging import MILITARY
from etl.proposals.objects import LIGHT
from etl.proposals.page import NUMBER

_STATIVE: Final = cue("elsewhere/stative")
_WHOLE: Final = cue("elsewhere/whole")
_EVERYWHERE: Final = frozenset({"nationwide", "worldwide", "globally", "statewide"})
_SENDING: Final = cue("elsewhere/sending")
_LOCAL: Final = cue("elsewhere/local")
_UNITS: Final = cue("elsewhere/units")
_PLACED: Final = re.compile(
    r"\b(?:on (?:its|the|a|this|that|their) (?:\w+ )?(?:patrol|mission|operation|duty|border|line|river)"
    r"|for (?:the|this) (?:job|mission|border|patrol|effort)"
    r"|in (?:the|this) (?:county|valley|area|region|sector|field)|on the ground|(?:down )?(?:here|there)\b)"
)
_WHOLE_STATE: Final = re.compile(
    r"\b(?:(?:across|in) the country|on paper|in (?:this|my|our|his|her) state|across the state)\b"
)
_HOUSEHOLD: Final = frozenset({"families", "dependents", "spouses", "relatives"})
# More than any force at a border has had.
_MOST: Final = 200_000
_TIMES: Final = 3
_LARGE: Final = 5_000
_OTHER_CLAUSE: Final = 6
_PERSONS: Final = frozenset({"i", "we", "he", "she"})
_MISSIONS: Final = frozenset({"mission", "operation", "deployment", "buildup", "surge", "task"})


def whole(candidate: Candidate, context: Context) -> str | None:
    """The size of a whole service, state, unit or department; a sheriff's own deputies."""
    words = candidate.page.words
    if candidate.value >= _MOST:
        return "counts a whole service"
    before = candidate.before(2)
    stationed = before == ["home", "to"] or _at_home(candidate) or candidate.behind(3)[-2:] == ["on", "paper"]
    if (stationed and candidate.agency not in CBP) or (
        candidate.bare and before[-1:] == ["of"] and before[0] in _UNITS and not _mans(candidate)
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
    sent = _SENDING & set(words[first:last])
    if (_WHOLE_STATE.search(behind) and not sent) or "end strength" in " ".join(left(candidate, 8)):
        return "counts a whole service"
    if apart(candidate, context):
        return "counts officers of no border mission"
    own = before in (["of", "its"], ["of", "their"], ["of", "his"]) and candidate.agency != "coast-guard"
    if own and not _SENDING & set(words[first:last]):
        return "counts a whole service"
    return _level(candidate, context, set(words[first:last]))


def _mans(candidate: Candidate) -> bool:
    """Whether they are no crew of a ship that has it wherever it goes; a ship of the Navy at the border was sent."""
    before = candidate.before(4)
    others = {"took", "takes"} if candidate.agency == "navy" else {"with", "took", "takes"}
    return before[-2:] == ["crew", "of"] and not others & set(before)


def _at_home(candidate: Candidate) -> bool:
    """Whether they stayed at home: "10,000 more at home if the call came"; "at home-state sites" is no home."""
    words, place = candidate.page.words, candidate.end
    return words[place : place + 2] == ["at", "home"] and words[place + 2 : place + 3] != ["state"]


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
    return near and candidate.value <= _TIMES * last.value and candidate.before(2)[:1] != [","]


def _part_of_count(candidate: Candidate, context: Context) -> bool:
    """Whether a bare number follows a larger one that the same sentence counts: "slipped to 5,090, with 2,480 in"."""
    last = context.last_people(1)
    if last is None or not last.accepted or last.sentence is not candidate.sentence:
        return False
    return candidate.noun_place < candidate.place and candidate.value < last.value


def _of_mission(candidate: Candidate) -> bool:
    """Whether the subject is the mission itself, or somebody who speaks of soldiers that he has there."""
    words, sentence = candidate.page.words, candidate.sentence
    subject = words[sentence.first : candidate.hedge_place]
    if _PERSONS & set(subject[-4:]) and candidate.noun in {"soldiers", "troops", "members", "marines", "guardsmen"}:
        return True
    return bool(_MISSIONS & set(subject)) or subject[:3] == ["the", "force", "of"]


def _in_all(candidate: Candidate, segment: set[str]) -> bool:
    """Whether words for a whole stand in the clause; "all 175 of them" and "in all four states" are none."""
    found = segment & (_WHOLE - {"total"} if "noun-of-them" in candidate.trail else _WHOLE)
    if found != {"all"}:
        return bool(found)
    words, end = candidate.page.words, candidate.sentence.last
    if "noun-apposed" in candidate.trail:
        return False
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
    if _beside_mission(candidate, context) or _part_of_count(candidate, context):
        return None
    local = candidate.value < _LARGE and bool(_LOCAL & set(candidate.before(6)))
    if local or _on_mission(candidate) or (pronoun and not segment & _WHOLE and border_before(candidate, context)):
        return None
    near = left(candidate, 3)
    titled = {"patrol"} if {"patrol", "has"} <= set(near) else set()
    sending = bool(segment & _SENDING - titled)
    staffs = {"staff", "workforce", "payroll"} if candidate.agency in {"dhs", "ice", "other"} else {"workforce"}
    if candidate.bare and candidate.behind(1) == ["from"]:
        return None
    if staffs & set(candidate.before(3)):
        return "counts a whole service"
    grown = "noun-body" in candidate.trail and near[-1:] in (["to"], ["at"], ["reached"])
    while near and near[-1] in LIGHT:
        near.pop()
    having = (set(near[-1:]) & _STATIVE and not grown and not _of_mission(candidate)) or (
        near[-2:] == [",", "with"] and not (candidate.value < _LARGE and candidate.before(1) == ["its"])
    )
    before = left(candidate, 6)
    before = before[len(before) - before[::-1].index(NUMBER) :] if NUMBER in before else before
    everywhere = bool(_EVERYWHERE & {*before, *candidate.behind(4)})
    if everywhere or (_in_all(candidate, segment) and not sending) or (having and (not sending or "employs" in near)):
        return "counts a whole service"
    return None
