"""One number of a text on its way to a figure or to a refusal."""

from bisect import bisect_left
from dataclasses import dataclass, field

from etl.proposals.page import Page, Sentence
from etl.wording import Mention, Qualifier, Quantity


@dataclass(slots=True, eq=False, repr=False)
class Candidate:
    """A number and what the rules have found about it; `trail` names the rules that fired, in order.

    `place` is the token of the number, `after` the first token behind it and its hedge, `end` the first one
    behind its noun phrase. `noun` is the class of the noun for people, None while it is missing; `counted` is the
    word that was counted instead. `agencies` are those inside the noun phrase, left to right. It is `accepted` until a
    rule refuses it for a `reason`.
    """

    page: Page
    sentence: Sentence
    place: int
    after: int
    mention: Mention
    quantity: Quantity | None
    noun: str | None = None
    noun_place: int = -1
    end: int = 0
    counted: str | None = None
    bare: bool = True
    more: bool = False
    words: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    source: "Candidate | None" = None
    agency: str | None = None
    status: str | None = None
    as_of: str | None = None
    as_of_words: str | None = None
    whole: "Candidate | None" = None
    reason: str | None = None
    accepted: bool = True
    refused_by: str = ""
    told: bool = False
    asked: Sentence | None = None
    hedge_place: int = 0
    clause_of: tuple[int, int, int] = (-1, 0, 0)
    trail: list[str] = field(default_factory=list)

    @property
    def value(self) -> int:
        """The number as printed; for a range its lower end."""
        return self.quantity.value if self.quantity else 0

    @property
    def value_high(self) -> int | None:
        """The upper end of a range, else None."""
        if self.quantity is None or self.quantity.qualifier != "range":
            return None
        return self.quantity.high

    def join(self, whole: "Candidate", rule: str) -> None:
        """Count it inside another number."""
        self.whole = whole
        self.trail.append(rule)

    @property
    def qualifier(self) -> Qualifier:
        """The hedge; "group estimates 8,400" hedges by its verb, and "add up to 8,400" does not hedge."""
        if self.quantity is None:
            return Qualifier.EXACT
        before = self.before(2)
        if self.quantity.qualifier is Qualifier.EXACT and before and before[-1] in {"estimates", "estimated"}:
            return Qualifier.ESTIMATE
        if self.quantity.qualifier is Qualifier.EXACT and before[-1:] == ["exceed"]:
            return Qualifier.AT_MOST
        if self.quantity.qualifier is Qualifier.EXACT and before[-1:] in (["is"], ["was"], ["at"], ["to"]):
            clause = self.before(12)
            if {"cap", "ceiling", "capped", "limit", "limited"} & set(clause):
                return Qualifier.AT_MOST
        if (
            self.quantity.hedge == "up to"
            and before
            and before[-1] in {"add", "adds", "added", "come", "comes", "came"}
        ):
            return Qualifier.EXACT
        return self.quantity.qualifier

    def refuse(self, rule: str, reason: str) -> None:
        """Refuse it once; the first reason stays."""
        if self.accepted:
            self.accepted = False
            self.reason = reason
            self.refused_by = rule
            self.trail.append(rule)

    def allow(self) -> None:
        """Take a refusal back: the number's own sentence says more than the one before."""
        self.accepted, self.reason, self.refused_by = True, None, ""
        self.trail.pop()

    def before(self, count: int) -> list[str]:
        """Up to `count` words of the sentence to the left of number and hedge, nearest last."""
        start = self.hedge_place
        return self.page.words[max(self.sentence.first, start - count) : start]

    def behind(self, count: int) -> list[str]:
        """Up to `count` words of the sentence to the right of the noun phrase."""
        return self.page.words[self.end : min(self.sentence.last, self.end + count)]

    def __post_init__(self) -> None:
        """Find the token at which the hedge, or else the number, begins."""
        place, start, starts = self.place, self.mention.start, self.page.starts
        if place == len(starts) or start < starts[place]:
            place = bisect_left(starts, start, self.sentence.first, place)
        self.hedge_place = place
