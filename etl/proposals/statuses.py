"""How a figure stands: ordered, planned, there, employed ... Each status has cue words; the first that fits wins."""

from collections.abc import Callable
from typing import Final

from etl.proposals import status_cues as cues
from etl.proposals import total_cues
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context
from etl.proposals.merging import CIVILIAN
from etl.proposals.scope import Scope
from etl.proposals.status_defaults import unsaid
from etl.wording import Qualifier

Rule = Callable[[Scope], bool]
_NEAR: Final = 7


def makes(left: str) -> bool:
    """Whether the words before a number say that it is what an addition makes in all."""
    if left.endswith(("from", "down to")) or total_cues.PUT_AT.search(left):
        return False
    return any(pattern.search(left) for pattern in total_cues.MADE)


def total_after(scope: Scope) -> bool:
    """What an addition makes in all: "bringing the total to 4,100"."""
    if (scope.candidate.more and "total" not in scope.left) or total_cues.ALLOWED_TO_GROW.search(scope.left):
        return False
    if scope.left.endswith("for") and total_cues.FOR_IN_ALL.search(scope.right):
        return True
    return makes(scope.left) or bool(total_cues.IN_ALL.search(scope.right))


def joins(left: str) -> bool:
    """Whether the words before a number say that it is a group that others join."""
    return bool(cues.JOINING.search(left))


def mandated_floor(scope: Scope) -> bool:
    """A minimum in law."""
    text = f"{scope.left} {scope.hedge}"
    if cues.REQUIRED.search(text):
        return True
    return bool(cues.FLOOR.search(text) or cues.FLOOR_BEHIND.search(scope.right))


def all_but(scope: Scope) -> bool:
    """Those who stay: "all but 150 have returned"."""
    return scope.left.endswith("all but")


def joining(scope: Scope) -> bool:
    """A group that others join: it is there already."""
    return joins(scope.left)


def keeping(scope: Scope) -> bool:
    """A group that is kept, or what remains of one."""
    if cues.KEEPING.search(scope.left) and not cues.CEILING.search(scope.left):
        return True
    if cues.GONE.search(scope.behind) or cues.BROUGHT_BACK.search(scope.close):
        return False
    return "remaining" in f"{scope.phrase} {scope.last}".split() or bool(cues.STAYING.search(scope.right))


def present(scope: Scope) -> bool:
    """A group that is there, or on the rolls, now."""
    source = scope.candidate.source
    compared = "noun-compared" in scope.candidate.trail and scope.left.endswith("from")
    if compared and source is not None and source.status in {"planned", "ordered", "total-after"}:
        return True
    filled = scope.civilian and cues.FILLED.search(scope.left)
    if filled or cues.BASE_LEVEL.search(scope.left) or cues.CURRENT.search(scope.left) or cues.HAS.match(scope.behind):
        return True
    taken_on = cues.BRINGING.search(scope.verb) or cues.HIRED.search(scope.verb[-50:])
    if cues.HOPED.search(scope.left) or (scope.civilian and taken_on):
        return False
    leaving = cues.ORDERS_HELD.search(scope.behind) or cues.GONE.search(scope.close)
    return bool(cues.PRESENT.match(scope.behind)) and not leaving


def withdrawn(scope: Scope) -> bool:
    """A group that goes or has gone home."""
    if cues.REPLACING.search(scope.left):
        return False
    if not scope.civilian and cues.PULLED.search(scope.verb):
        return True
    left_behind = scope.left.endswith(("of the", "from the")) and not cues.WHO_GO.match(scope.behind)
    also = not scope.civilian and cues.AND_GONE.search(scope.right)
    return bool(also or cues.GONE.search(scope.close) or cues.BROUGHT_BACK.search(scope.close)) and not left_behind


def cumulative(scope: Scope) -> bool:
    """All who served over a period."""
    if scope.civilian:
        return False
    in_all = scope.left.startswith(("in all", "altogether", "in total", "all told")) and "served" in scope.behind
    served = cues.SERVED_IN_ALL.search(scope.right) or cues.CUMULATIVE.search(scope.right[:40])
    span = scope.behind.startswith(("served", "did", "deployed", "rotated")) and cues.OVER_YEARS.search(scope.left)
    return in_all or bool(
        served or span or cues.PUT_THROUGH.search(scope.close) or cues.CUMULATIVE.search(scope.behind)
    )


def hired(scope: Scope) -> bool:
    """People whom the agency took on."""
    if scope.candidate.asked is not None and scope.civilian:
        return bool(cues.ASKED_HIRES.search(scope.question))
    if scope.civilian and cues.GAINING.search(scope.left) and "new" in scope.phrase.split():
        return True
    made = "hires" in scope.phrase.split() and cues.MADE_HIRES.search(scope.verb)
    if scope.civilian and (made or (cues.BRINGING.search(scope.verb) and cues.ABOARD.search(scope.behind))):
        return True
    if scope.civilian and (cues.HIRED.search(scope.label) or cues.HIRES.search(scope.title)):
        return True
    return scope.civilian and bool(cues.HIRED.search(scope.verb[-50:]) or cues.HIRED_BEHIND.search(scope.behind))


def having(scope: Scope) -> bool:
    """A group that an agency has, whatever it wants: "one port that wants 160 officers has 121"."""
    return scope.candidate.bare and bool(cues.HAVING.search(scope.left)) and not cues.GONE.search(scope.behind)


def authorized(scope: Scope) -> bool:
    """A ceiling, or a number that is funded or permitted."""
    near = " ".join(scope.verb.split()[-_NEAR:])
    text = f"{scope.label} {near} {scope.hedge} {scope.phrase}"
    if (cues.WANTED.search(near) and not scope.hedge) or (scope.civilian and _wanted(scope)):
        return False
    if scope.civilian and cues.FUNDED.search(text):
        return True
    may = scope.candidate.qualifier is Qualifier.AT_MOST and cues.MAY.match(scope.behind)
    return bool(cues.CEILING.search(text) or cues.CEILING_BEHIND.search(scope.behind) or may)


def planned(scope: Scope) -> bool:
    """Proposed, requested, expected; hires to come."""
    if cues.SAID_TO_SEND.search(scope.left):
        return False
    if scope.civilian:
        coming = cues.PLANNED_HIRES.search(scope.close) or cues.WILL.search(scope.last)
        if coming or cues.WILL_BE.match(scope.behind):
            return True
    if cues.HOPED.search(scope.left) or (scope.civilian and _wanted(scope)):
        return True
    if not scope.civilian and cues.GRANTED.search(scope.left) and not cues.MODAL.search(scope.left):
        return False
    if cues.PLANNED.search(scope.close) and not cues.DONE.search(scope.close):
        return True
    return bool(cues.BARE_VERB.search(scope.left) and cues.MODAL.search(scope.left))


def _wanted(scope: Scope) -> bool:
    """Money or leave for people that somebody asks for: "the request pays for 150 specialists"."""
    asked = cues.WANTED.search(scope.verb) or cues.BILL.search(scope.verb)
    return bool(asked and (cues.FUNDED.search(scope.verb) or cues.CEILING.search(scope.verb)))


def at_work(scope: Scope) -> bool:
    """People who do something there, or were lent, by the verb behind them: "under the plan, 108 are building"."""
    if not scope.civilian:
        return cues.DOING.search(scope.behind) is not None
    moved = cues.BEEN_MOVED.search(scope.behind)
    return moved is not None and moved.start() == 0


def ordered(scope: Scope) -> bool:
    """Decided or under way."""
    if cues.SAID_TO_SEND.search(scope.left) or (not scope.civilian and cues.ORDERS_HELD.search(scope.behind)):
        return True
    arrived = cues.ARRIVED.search(scope.behind) and not cues.TO_COME.match(scope.behind)
    if scope.civilian or arrived or cues.SENT.search(scope.close):
        return False
    if cues.REPLACING.search(scope.left) or cues.REDUCED.search(scope.left) or cues.GRANTED.search(scope.left):
        return True
    return bool(cues.ORDERED.search(scope.close) or cues.BEING_SENT.search(scope.behind))


def there(scope: Scope) -> bool:
    """Troops who are said to be there."""
    return not scope.civilian and bool(cues.THERE.search(scope.close))


def moved(scope: Scope) -> bool:
    """Employees lent or sent to the border."""
    if not scope.civilian:
        return False
    behind = " ".join(scope.behind.split()[:4])
    arrived = cues.BEEN_MOVED.search(scope.behind) or cues.CAME.search(scope.behind)
    return bool(cues.MOVED.search(scope.left[-60:]) or cues.MOVED.search(behind) or arrived)


RULES: Final[tuple[tuple[str, str, Rule], ...]] = (
    ("cumulative", "cumulative", cumulative),
    ("mandated-floor", "mandated-floor", mandated_floor),
    ("total-after", "total-after", total_after),
    ("all-but", "deployed", all_but),
    ("joining", "deployed", joining),
    ("keeping", "deployed", keeping),
    ("present", "deployed", present),
    ("withdrawn", "withdrawn", withdrawn),
    ("at-work", "deployed", at_work),
    ("hired", "hired", hired),
    ("having", "deployed", having),
    ("authorized", "authorized", authorized),
    ("planned", "planned", planned),
    ("ordered", "ordered", ordered),
    ("there", "deployed", there),
    ("moved", "deployed", moved),
)
_EMPLOYED: Final = frozenset({"joining", "keeping", "present", "having"})
_SHARED: Final = frozenset({"there", "moved", "planned", "ordered"})


def assign(candidate: Candidate, context: Context) -> None:
    """Fill `status`; `told` says that the words near the number tell it."""
    scope = Scope(candidate)
    if _conjoined(scope, context):
        return
    last = context.last()
    if scope.conjoined and last is not None and not last.accepted and last.sentence is candidate.sentence:
        scope.share_verb()
    for name, status, rule in RULES:
        if rule(scope):
            candidate.status = "onboard" if scope.civilian and name in _EMPLOYED else status
            candidate.told = True
            candidate.trail.append(f"status-{name}")
            return
    candidate.status = unsaid(scope)
    candidate.trail.append(f"status-default-{candidate.status}")


def _conjoined(scope: Scope, context: Context) -> bool:
    """Take the status of the number that this one is joined to, unless its own words tell another."""
    candidate, last = scope.candidate, context.last()
    if not scope.conjoined or last is None or not last.accepted or last.sentence is not candidate.sentence:
        return False
    between = candidate.page.words[last.end : candidate.hedge_place]
    verbs = any(word.endswith("ed") or word in cues.VERBS for word in between)
    alike = (last.agency in CIVILIAN) == scope.civilian or last.status in {"authorized", "planned"}
    if verbs or last.status in {None, "total-after"} or not alike:
        return False
    own = Scope(candidate)
    own.left = own.last = ""
    if any(rule(own) for name, _, rule in RULES if name not in _SHARED):
        return False
    candidate.status, candidate.told = last.status, last.told
    candidate.trail.append("status-conjoined")
    return True
