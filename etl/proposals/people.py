"""Refusals of numbers that count other people: crowds, applicants, victims, and those of a what-if."""

from typing import Final

from etl.proposals import rows
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause, left
from etl.proposals.cues import cue, needs
from etl.proposals.page import NUMBER
from etl.proposals.rows import OFFICES

_HARMED: Final = cue("people/harmed")
_HARMING: Final = cue("people/harming")
_CROSSING: Final = cue("people/crossing")
_STAFF: Final = cue("people/staff")
_PLAIN: Final = cue("people/plain") | {"folks", "guys", "others"}
_APPLIED: Final = cue("people/applied")
_CONTRACTED: Final = cue("people/contracted")
_STUDIES: Final = (["study", "of"], ["survey", "of"], ["poll", "of"], ["sample", "of"], ["interviews", "with"])
_INTERVIEWED: Final = frozenset({"interviewed", "surveyed", "polled", "answered", "sampled", "questioned"})
_ANSWERED: Final = frozenset({"answered", "responded", "replied", "returned"})
_SURVEYED: Final = frozenset({"surveyed", "polled", "respondents"})
_REPRESENTING: Final = frozenset({"represents", "represent", "representing"})
_UNIONS: Final = frozenset({"union", "union's", "unions", "local", "association", "guild"})
_SPEAKING: Final = (["speak", "for"], ["speaks", "for"])
_COMMENTATORS: Final = cue("people/commentators")
_WANTING: Final = frozenset({"want", "wants", "wanted", "would", "should", "demands", "demanded", "urged", "urges"})
_REPORTS: Final = frozenset({"report", "reports", "rumor", "rumors", "claims", "talk"})
_THINGS: Final = cue("rows/things") | {
    "buses",
    "vans",
    "boats",
    "firms",
    "companies",
    "vendors",
    "teams",
    "times",
    "months",
}
_HIRING: Final = cue("people/hiring")
_WORKERS: Final = ("ers", "ors", "ists", "ians", "men", "women")
_LABELS: Final = (_THINGS | cue("rows/labels")) - {"county", "town"}
_MACHINES: Final = cue("people/machines") | _THINGS
_WISHING: Final = frozenset({"trade", "swap", "prefer", "rather"})
_TOWNS: Final = frozenset(
    {"city", "town", "village", "county", "community", "state", "nation", "country", "hamlet", "island", "reservation"}
)
_ENDS: Final = frozenset({".", ";", "!", "?", "/", "|", NUMBER})
_PRINTED: Final = frozenset(
    {"article", "articles", "entry", "story", "headline", "column", "caption", "graphic", "editorial"}
)
_NEAR: Final = 10
_TOLD: Final = 12
_SOON: Final = 4
_LAW: Final = cue("levels/law")
_CONDITION: Final = 12
_SUPPOSED: Final = cue("people/supposed")


def other_things(candidate: Candidate, _context: Context) -> str | None:
    """Something else than people is counted."""
    if _HIRING & set(left(candidate, 3)) and (candidate.noun == "clerks" or _person(candidate.counted)):
        # Whoever is hired or employed is somebody: "will hire 120 paralegals".
        candidate.noun, candidate.counted = "employees", None
    if candidate.agencies and _worker(candidate.counted):
        candidate.noun, candidate.counted = "people", None
    labelled = candidate.bare and candidate.before(1) == [":"]
    if labelled and _label(candidate) & (_LABELS - OFFICES if rows.of_total(candidate) else _LABELS):
        return "counts what the label says"
    if candidate.bare and candidate.before(1) == ["of"] and _TOWNS & set(candidate.before(2)):
        return "counts inhabitants"
    if candidate.counted in {"fewer", "less"}:
        candidate.counted = None
        return "is a difference"
    return f"counts {candidate.counted}" if candidate.counted is not None else None


def _label(candidate: Candidate) -> set[str]:
    """The words with which the label of a number begins: "Arrests: 22,000", "Days they are gone: 330"."""
    page, colon = candidate.page, candidate.hedge_place - 1
    first = colon
    while first > candidate.sentence.first and page.words[first - 1] not in _ENDS:
        first -= 1
    return set(page.words[first : min(colon, first + 2)])


def _worker(counted: str | None) -> bool:
    """Whether a word that no list knows is built as words for people at work are: "surveyors", "archivists"."""
    return counted is not None and counted.endswith(_WORKERS) and counted not in _MACHINES


def _person(counted: str | None) -> bool:
    """Whether a word that no list knows may be one for people: a plural, and no thing."""
    return counted is not None and counted.endswith("s") and counted not in _THINGS


@needs({"the"})
def refused_before(candidate: Candidate, context: Context) -> str | None:
    """A number that was refused when it was first told: "the 260", behind "260 agents swept through Charlotte"."""
    if not candidate.bare or candidate.before(1) != ["the"]:
        return None
    told = (one for one in reversed(context.history[-_TOLD:]) if one.value == candidate.value and one.noun)
    first = next(told, None)
    return None if first is None else first.reason


@needs(_HARMED, _HARMING, {"waited", "lined", "absent"})
def harmed(candidate: Candidate, _context: Context) -> str | None:
    """People hurt, arrested or killed; people in one incident."""
    ahead: list[str] = []
    for word in candidate.behind(12):
        if word in {";", "."} or (word == NUMBER and ahead[-1:] not in (["from"], ["of"], ["in"])):
            break
        ahead.append(word)
    if set(ahead[:9]) & _HARMED or set(ahead[:6]) & {"waited", "lined", "absent"}:
        return "counts people in an incident"
    near = set(left(candidate, 4))
    victims = near & _HARMED - {"dead"} and not near & {"has", "have"}
    return "counts people in an incident" if victims or near & _HARMING else None


@needs(_CROSSING, {"familiar", "briefed"})
def crowd(candidate: Candidate, _context: Context) -> str | None:
    """People whom no agency employs."""
    plain = candidate.bare or _PLAIN & set(candidate.words)
    if candidate.noun != "people" or not plain or "noun-compound" in candidate.trail:
        return None
    first, last = clause(candidate)
    segment = set(candidate.page.words[max(first, candidate.place - _NEAR) : min(last, candidate.end + _NEAR + 4)])
    told = candidate.behind(1) in (["familiar"], ["briefed"]) and not candidate.agencies
    return "counts people who are no personnel" if told or (segment & _CROSSING and not segment & _STAFF) else None


@needs(
    _SURVEYED,
    _APPLIED,
    _CONTRACTED,
    {word for word, _ in _STUDIES},
    _INTERVIEWED,
    _ANSWERED,
    _UNIONS,
    {"represents", "represent", "representing", "speaks", "speak", "class", "classes", "classmates"},
)
def applicants(candidate: Candidate, _context: Context) -> str | None:
    """People who applied, students, members of a union, contractors."""
    if "of-them" in candidate.words:
        return None
    words = candidate.page.words
    answered = "survey" in words[candidate.place : candidate.sentence.last] and _ANSWERED & set(candidate.behind(6))
    if (
        answered
        or candidate.before(2) in _STUDIES
        or _SURVEYED & set(words[candidate.sentence.first : candidate.sentence.last])
    ):
        return "counts people in a survey"
    if _INTERVIEWED & set(left(candidate, 6)):
        return "counts people in a survey"
    behind = words[candidate.after : min(clause(candidate)[1], candidate.end + 3)]
    before_number = words[candidate.place - _SOON : candidate.place]
    near = {*behind[: behind.index(NUMBER) if NUMBER in behind else None], *candidate.words}
    if near & _APPLIED and not (candidate.bare and _LAW & set(before_number)):
        return "counts applicants"
    hired_out = {"contractor", "contractors"} & set(candidate.behind(5)) and "from" in candidate.behind(2)
    if near & _CONTRACTED or hired_out:
        return "counts contractors"
    before = left(candidate, 5)
    union = "union" in words[candidate.sentence.first : candidate.place]
    if _REPRESENTING & set(before) or before[-2:] in _SPEAKING or ("speaks" in before and union):
        return "counts members of a union"
    if candidate.noun in {"members", "people", "employees"} and _UNIONS & set(candidate.before(4)):
        return "counts members of a union"
    pupils = near & {"class", "classes", "classmates"} and candidate.bare and "in" not in behind
    return "counts a class" if pupils else None


@needs(
    _SUPPOSED,
    _COMMENTATORS,
    _REPORTS,
    {"would", "if", "put", "send", "give", "times", "daydream", "fantasy", "i'd", "he'd", "she'd"},
)
def supposed(candidate: Candidate, _context: Context) -> str | None:
    """A commentator's what-if."""
    page, sentence = candidate.page, candidate.sentence
    words = page.words[sentence.first : sentence.last]
    text = set(words)
    early = candidate.place - sentence.first < _CONDITION
    if _COMMENTATORS & set(words[: candidate.place - sentence.first]) and text & _WANTING:
        return "is a what-if"
    if {"would", "it"} <= set(left(candidate, 6)) and left(candidate, 1)[-1:] in (["take"], ["need"]):
        return "is a what-if"
    wished = bool({"would", "i'd", "he'd", "she'd"} & set(left(candidate, 4))) and _WISHING & set(left(candidate, 3))
    if wished or left(candidate, 2) == ["would", "want"] or _rumoured(candidate):
        return "is a what-if"
    if candidate.place == sentence.first + 1 and words[0] == "if":
        return "is a what-if"
    if text & _SUPPOSED or (words[0] == "if" and ((early and "a" in words[1:3]) or "would" in text)):
        return "is a what-if"
    ordered = words[0] in {"put", "send", "give"} and candidate.hedge_place - sentence.first <= _SOON
    if ordered or {"times", "as"} <= text:
        return "is a what-if"
    following = page.words[sentence.last : sentence.last + 8]
    return "is a what-if" if set(following) & {"daydream", "fantasy"} else None


def _rumoured(candidate: Candidate) -> bool:
    """Whether it is only what somebody is said to have said: "asked about a report of 2,000"."""
    near = left(candidate, 2)
    return candidate.bare and near[-1:] == ["of"] and bool(set(near) & _REPORTS)


@needs({"gave", "misstated", "misquoted"})
def corrected(candidate: Candidate, _context: Context) -> str | None:
    """A number that a newspaper takes back: "Our article gave the number of Marines as 600"."""
    words = candidate.page.words[candidate.sentence.first : candidate.sentence.last]
    before = words[: candidate.place - candidate.sentence.first]
    stands = candidate.before(1) == ["as"] or candidate.behind(1) == ["as"]
    wrong = stands and "gave" in before and _PRINTED & set(before)
    return "is taken back" if wrong else None


@needs({"?"})
def asked(candidate: Candidate, _context: Context) -> str | None:
    """A question states nothing, unless it takes the number as known: "what became of the 300 soldiers?"."""
    if candidate.before(1) == ["the"] and not candidate.bare:
        return None
    return "is asked, not stated" if candidate.page.words[candidate.sentence.last - 1] == "?" else None
