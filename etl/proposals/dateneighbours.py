"""Dates that stand in a sentence beside that of the number: "then", "that year", or simply told before."""

import re
from typing import Final

from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, clause
from etl.proposals.cues import cue
from etl.proposals.datesharing import take
from etl.proposals.datewords import Stated, stated

_SAME: Final = re.compile(
    r"\b(?:in|during|over|for|ends?|ended|until) (?:the|that) (?:same )?(?:fiscal )?year\b|\bthat (?:fiscal )?year\b",
    re.IGNORECASE,
)
_SAME_DAY: Final = re.compile(
    r"\b(?:as of|on|at|by|in) (?:the same|that) (?:date|day|time|point|month|week|spring|summer|fall|autumn|winter)\b"
    r"|\b(?:as of|on|at|by|in) the same (?:date|day|time|month|week)\b|\bthat (?:night|morning|evening|weekend|day)\b"
    r"|\bat the time\b|\bthen(?=\s*[.;,])",
    re.IGNORECASE,
)
_TIMES: Final = frozenset(
    {
        "then",
        "night",
        "morning",
        "evening",
        "weekend",
        "year",
        "date",
        "day",
        "time",
        "point",
        "month",
        "week",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
    }
)
# Words of a sentence that speaks of another day than the one before it.
_NOT_THEN: Final = cue("dateneighbours/other_days")
_ACCOUNTS: Final = cue("dateneighbours/accounts")
_DATELINE: Final = re.compile(r"\s*[-–—]{1,2}\s")
_SHUT: Final = re.compile(r"\b(?:through|until|by|before|due|since|mid-)\s*$", re.IGNORECASE)
_LEAD: Final = 12
_FEW: Final = 6
_TITLES: Final = 3
_PRESENT: Final = frozenset({"now", "today", "currently"})
_BACK: Final = 12


def same(candidate: Candidate, context: Context) -> None:
    """The year of the number before: "during the same fiscal year", "during the year"."""
    page, sentence = candidate.page, candidate.sentence
    first, last = clause(candidate)
    if _TIMES.isdisjoint(page.words[sentence.first : last]) or _PRESENT & set(page.words[first:last]):
        return
    begin, end = page.starts[sentence.first], page.ends[last - 1]
    year = _SAME.search(page.text, page.starts[first], end)
    day = None if year else _SAME_DAY.search(page.text, begin, end)
    if not year and not day and not _SAME.search(page.text, begin, page.starts[candidate.place]):
        return
    told = _told_before(candidate, context)
    if told is not None:
        take(candidate, told, "date-same-year")
        return
    for other in reversed(context.history[-_BACK:]):
        if other.accepted and other.as_of:
            candidate.as_of = other.as_of if day or other.as_of.startswith("FY") else other.as_of[:4]
            candidate.as_of_words = other.as_of_words
            candidate.trail.append("date-same-year")
            return


def of_event(candidate: Candidate, context: Context) -> None:
    """The date of what the sentence before told without a number: "It opened in June 2021. It sent 1,236 people"."""
    page, sentence = candidate.page, candidate.sentence
    before = page.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or sentence.kind != "prose":
        return
    if any(one.sentence is before and one.accepted for one in context.history[-_FEW:]):
        return
    dates = context.dated.get(before.index) or stated(page, before, context.year)
    words = page.words[sentence.first : sentence.last]
    if len(dates) != 1 or _NOT_THEN & set(words) or _SHUT.search(page.text[: dates[0].start][-_LEAD:]):
        return
    if _DATELINE.match(page.text, dates[0].end):
        return
    take(candidate, dates[0], "date-of-event")


def of_account(candidate: Candidate, context: Context) -> None:
    """The date in the title of a count: "Distribution of agents, September 20, 2014"."""
    page, sentence = candidate.page, candidate.sentence
    for title in page.sentences[:_TITLES]:
        if title.kind != "title" or title.index >= sentence.index:
            return
        words = page.words[title.first : title.last]
        dates = stated(page, title, context.year) if _ACCOUNTS & set(words) else []
        if len(dates) == 1:
            first, last = clause(candidate)
            if sentence.kind == "row" or not _NOT_THEN & set(page.words[first:last]):
                take(candidate, dates[0], "date-of-account")
            return


def _told_before(candidate: Candidate, context: Context) -> Stated | None:
    """The date of the sentence before, which "then" means: "Staffing peaked in 2011. It had 21,444 agents then."."""
    before = context.sentences_before(candidate.sentence)[-1:]
    dates = stated(candidate.page, before[0], context.year) if before else []
    return dates[-1] if dates else None
