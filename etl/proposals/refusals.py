"""Numbers that are no figures: the rules that refuse, in order."""

from collections.abc import Callable
from typing import Final

from etl.proposals import absent, amounts, people
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context
from etl.proposals.cues import cue, needed
from etl.proposals.page import Sentence

Rule = Callable[[Candidate, Context], str | None]
_FEW: Final = 10
# Words that say of a few people that they are a body of their own.
_LENT: Final = frozenset(
    {"lent", "loaned", "loan", "borrowed", "detailed", "employs", "staffed", "roster", "founders", "whole", "rotation"}
)

_BEHIND: Final = 8
_GIVING: Final = cue("groups/sending")
_FAR: Final = 10
_BACK: Final = 3
_JOINT: Final = 8
_BEING: Final = frozenset({"are", "were", "remain"})
_POSTED: Final = frozenset({"based", "stationed", "assigned", "posted", "left", "attached"})
_TEAMS: Final = frozenset({"noun-compound", "noun-body"})

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("no-count", amounts.no_count),
    ("age", amounts.age),
    ("ratio", amounts.each),
    ("ratio", amounts.ratio),
    ("rate", amounts.rate),
    ("change", amounts.change),
    ("not-people", people.other_things),
    ("same-as-before", people.refused_before),
    ("shortfall", absent.shortfall),
    ("left-out", absent.left_out),
    ("departed", absent.departed),
    ("room", absent.room),
    ("harmed", people.harmed),
    ("applicants", people.applicants),
    ("crowd", people.crowd),
    ("what-if", people.supposed),
    ("asked", people.asked),
    ("corrected", people.corrected),
)


# Every rule with the words that it needs, and all of these words together.
_NEEDS: Final = tuple((name, rule, needed(rule)) for name, rule in RULES)
_ANYWHERE: Final = [(name, rule) for name, rule, words in _NEEDS if words is None]
_WORDS: Final = frozenset().union(*(words for _, _, words in _NEEDS if words))


def refuse(candidate: Candidate, context: Context) -> None:
    """Apply the rules in order until one refuses."""
    for name, rule in _possible(candidate.sentence, context):
        reason = rule(candidate, context)
        if reason is not None:
            candidate.refuse(name, reason)
            return


def _possible(sentence: Sentence, context: Context) -> list[tuple[str, Rule]]:
    """The rules that can fire in a sentence."""
    rules: list[tuple[str, Rule]] | None = context.possible.get(sentence.index)
    if rules is None:
        found = _WORDS.intersection(context.page.words[sentence.first : sentence.last + _BEHIND])
        rules = _ANYWHERE
        if found:
            rules = [(name, rule) for name, rule, words in _NEEDS if words is None or not words.isdisjoint(found)]
        context.possible[sentence.index] = rules
    return rules


def _is_team(candidate: Candidate) -> bool:
    """Whether a few people are named as a body of an agency: "a Coast Guard boarding team of nine"."""
    return bool(_TEAMS & set(candidate.trail))


def _lasts(candidate: Candidate) -> bool:
    """Whether the verb says how things are and not what was done: "nine are left", "four deputies are helping"."""
    words = candidate.page.words[candidate.end : candidate.sentence.last]
    at = next((at for at, word in enumerate(words[:_FAR]) if word in _BEING), _FAR)
    following = words[at + 1] if at + 1 < len(words) else ""
    return following.endswith("ing") or following in _POSTED


def _joined(candidate: Candidate, context: Context) -> bool:
    """Whether the few stand in one list with more people who are counted: "140 soldiers and six airmen"."""
    others = [one for one in context.history[-_BACK:] if one.sentence is candidate.sentence and one is not candidate]
    last = others[-1] if others else None
    if last is None or not last.accepted or last.value < _FEW:
        return False
    between = candidate.page.words[last.end : candidate.hedge_place]
    return len(between) < _JOINT and (between[-1:] == ["and"] or (between[-1:] == ["of"] and "and" in between))


def refuse_few(candidate: Candidate, context: Context) -> None:
    """Refuse fewer than ten people in a scene, unless they are ordered, hired, planned or part of a whole."""
    if candidate.value >= _FEW or candidate.value_high is not None or candidate.sentence.kind == "row":
        return
    sent = "state" in candidate.kinds or candidate.behind(1) == ["from"]
    if sent and candidate.agency in {"state-police", "national-guard", "texas-guard"} and candidate.value > 1:
        return
    there = candidate.status in {"deployed", "onboard", "total-after"}
    near = set(candidate.page.words[candidate.sentence.first : candidate.sentence.last])
    if (
        near & _LENT
        or _GIVING & set(candidate.before(4))
        or (candidate.agencies and _is_team(candidate))
        or _lasts(candidate)
        or _joined(candidate, context)
    ):
        return
    if (there or candidate.bare) and not {"of-them", "of-number"} & set(candidate.words):
        candidate.refuse("few", "counts a few people in one scene")
