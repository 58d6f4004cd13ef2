"""Whose people a number counts by what the text has spoken of before: the number it takes over, or a name."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from etl.proposals import speakers
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, Spoken, clause, entries_between, left
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN, MILITARY, stands_for

NEUTRAL: Final = frozenset({"people", "employees"})
_GENERAL: Final = frozenset({"troops", "members", "people", "engineers", "pilots"})
_KINDRED: Final = frozenset({"active-duty", "national-guard", "texas-guard", "guard-and-reserve", *CIVILIAN})
_AGENCY: Final = frozenset({"agency", "bureau", "agency's"})
_STAFF: Final = cue("antecedents/staff")
_OTHERS: Final = MILITARY - {"all-military"} | {"ice", "state-police", "coast-guard"}
_GUARD: Final = frozenset({"national-guard", "texas-guard"})
_SERVICES: Final = frozenset({"coast-guard", "army", "navy", "marines", "air-force"})
# Names for one kind of a force's people, which are no name of the force whose members are counted.
_KINDS: Final = frozenset({"reservists", "sailors", "airmen", "marines", "soldiers"})
_RESERVISTS: Final = frozenset({"reservists"})
_NEAR: Final = 12
_FARTHEST: Final = 3
_RULING: Final = 6
_SUNDRY: Final = frozenset({"people", "employees", "pilots", "engineers", "natives"})
_PRIVATE: Final = frozenset({"volunteers", "charity", "nonprofit", "aid"})
_PLAIN: Final = cue("people/plain")
_MISSION: Final = frozenset({"mission", "deployment"})
_SET_OFF: Final = frozenset({"noun-apposed", "noun-carried"})
_CUES: Final = cue("people/serving") | cue("elsewhere/sending")


def before(candidate: Candidate, context: Context) -> str | None:
    """The group that a bare number takes over, or the last fitting name of the sentences before."""
    source = candidate.source
    if _whole_agency(candidate) and context.named & CIVILIAN:
        return "cbp"
    if source is not None and source.agency is not None:
        whole = source.agency in {"all-military", "active-duty"} and source.noun != "soldiers"
        return "army" if whole and candidate.noun == "soldiers" else source.agency
    if candidate.noun == "clerks":
        return None
    known = _group(candidate, context) or _the_agency(candidate, context)
    if known is not None:
        return known
    if candidate.noun in NEUTRAL and _of_department(candidate, context):
        return "dhs"
    return _last_named(candidate, context)


def _whole_agency(candidate: Candidate) -> bool:
    """Whether the subject is "the agency as a whole", which is CBP in a text of one of its parts."""
    near = left(candidate, _NEAR)
    return not _AGENCY.isdisjoint(near) and ("whole" in near or "overall" in near)


def _last_named(candidate: Candidate, context: Context) -> str | None:
    """The last name spoken of that the noun can stand for."""
    source = candidate.source
    for spoken in context.heard():
        if spoken.entry.agency is None or not stands_for(candidate, spoken.entry.agency):
            continue
        if spoken.entry.noun in (
            _KINDS if candidate.noun == "members" else _RESERVISTS if candidate.noun == "people" else ()
        ):
            continue
        if candidate.noun in {"troops", "members"} and spoken.entry.phrase.startswith(speakers.POSTS):
            continue
        away = candidate.sentence.paragraph - spoken.paragraph
        if away > (1 if candidate.noun in NEUTRAL else _FARTHEST):
            return None
        if candidate.noun == "troops" and (away > 0 or source is not None):
            return "national-guard" if _lent(candidate, context) else None
        if not _skipped(candidate, context, spoken, away):
            regular = spoken.entry.agency == "active-duty" and candidate.noun == "soldiers"
            return "army" if regular else spoken.entry.agency
    return None


def _of_department(candidate: Candidate, context: Context) -> bool:
    """Whether the subject is "the department", which is that of homeland security where no force is spoken of."""
    page, sentence = candidate.page, candidate.sentence
    before = page.sentences[sentence.index - 1] if sentence.index else sentence
    if "department" in page.words[sentence.first : sentence.last] and "dhs" in context.named:
        return True
    words = page.words[before.first : sentence.last]
    told = any(one == "department" and other != "of" for one, other in pairwise(words))
    return told and not context.named & {*MILITARY, *CIVILIAN, "state-police", "other"}


def _the_agency(candidate: Candidate, context: Context) -> str | None:
    """The agency that "the agency" or "the bureau" means: the last one of CBP's family that the text has named."""
    if candidate.noun == "members" and {"service", "corps"} & set(candidate.before(8)):
        return next((name for name in _organisations(context) if name in _SERVICES), None)
    if candidate.noun not in NEUTRAL:
        return None
    page, first = candidate.page, candidate.sentence.first
    words = page.words[max(first, candidate.hedge_place - _NEAR) : candidate.end]
    if not _AGENCY & set(words):
        return None
    return next((name for name in _organisations(context) if name in CIVILIAN), None)


def _organisations(context: Context) -> Iterator[str]:
    """Agencies named as such, not as part of a noun for people ("Border Patrol agents"), nearest first."""
    page = context.page
    for spoken in context.heard():
        following = page.entries.get(page.spans[spoken.place])
        if spoken.entry.agency and spoken.entry.noun is None and (following is None or following.noun is None):
            yield spoken.entry.agency


def topic(candidate: Candidate, context: Context) -> str | None:
    """People taken on or employed, in a text that has spoken of CBP or one part of it alone."""
    page, sentence = candidate.page, candidate.sentence
    words = set(page.words[sentence.first : sentence.last])
    named = sorted(context.named & CIVILIAN)
    if candidate.noun not in NEUTRAL or not named or not words & _STAFF or context.named & _OTHERS:
        return None
    return named[0] if len(named) == 1 else "cbp"


def ruling(candidate: Candidate, context: Context) -> str | None:
    """People with a noun that fits many: those of the last figure, else of the one agency that the text is about."""
    if candidate.noun is None or candidate.kinds & {"foreign"}:
        return None
    if candidate.noun == "inspectors":
        return "ofo" if context.of_page() & {*CIVILIAN, "dhs"} or context.at_border() else None
    first, last = clause(candidate)
    near = set(candidate.page.words[first : last + 4])
    special = candidate.noun == "people" and not candidate.bare and not _PLAIN & set(candidate.words)
    told = (
        special or candidate.more or _MISSION & near or _SET_OFF & set(candidate.trail) or _CUES & near
    ) and not _PRIVATE & near
    if candidate.noun not in _SUNDRY or candidate.sentence.kind != "prose" or not told:
        return None
    for other in reversed(context.history[-_RULING:]):
        close = candidate.sentence.paragraph - other.sentence.paragraph <= 1
        if close and other.accepted and other.agency is not None and stands_for(candidate, other.agency):
            return other.agency
    named = {name for name in context.of_page() - {"all-military"} if stands_for(candidate, name)}
    if not named or not context.at_border():
        return None
    if _MISSION & near and named & MILITARY:
        named &= MILITARY
        return named.pop() if len(named) == 1 else "all-military"
    return named.pop() if len(named) == 1 else "cbp" if named <= CIVILIAN else None


def _group(candidate: Candidate, context: Context) -> str | None:
    """The group of the number before, for a noun that names none: in one sentence, or for soldiers called people."""
    last = context.last()
    if last is not None and last.accepted and last.sentence is candidate.sentence and last.agency in _KINDRED:
        return last.agency if candidate.noun in _GENERAL else None
    last = context.last_people()
    guard = last is not None and last.accepted and last.agency in _GUARD and candidate.noun == "soldiers"
    if guard and last is not None and last.sentence.paragraph == candidate.sentence.paragraph:
        return last.agency
    if (
        candidate.noun not in {"people", "engineers", "pilots"}
        or last is None
        or not last.accepted
        or last.agency not in MILITARY
    ):
        return None
    near = candidate.sentence.paragraph - last.sentence.paragraph <= 1
    return last.agency if near and stands_for(candidate, last.agency or "") else None


def _skipped(candidate: Candidate, context: Context, spoken: Spoken, away: int) -> bool:
    """Names that a noun could stand for, but after which it more likely stands for another."""
    agency = spoken.entry.agency
    if candidate.noun == "agents" and agency in {"amo", "cbp", "dhs", "ice"} and "usbp" in context.named:
        return True
    if agency == "state-police" and candidate.noun != "troopers" and away > 0:
        return True
    return agency == "all-military" and candidate.noun != "members"


def _lent(candidate: Candidate, context: Context) -> bool:
    """Troops whom a state lends are its Guard."""
    page, sentence = candidate.page, candidate.sentence
    if "national-guard" not in context.named:
        return False
    names = entries_between(page, sentence.first, sentence.last)
    states = [place for place, entry in names if "state" in entry.kinds]
    return any(page.words[at - 1] == "by" or page.words[page.spans[at]] in {"'s", "sent", "lent"} for at in states)
