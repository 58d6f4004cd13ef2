"""When sources are to be looked at again, by the rules of the data and a day that the caller gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fnmatch import fnmatchcase

from etl.issues import Issue
from etl.judgements import ReviewRule
from etl.models import Review, Source


def reviews_due(sources: Sequence[Source], rules: Sequence[ReviewRule], today: date) -> Iterator[Issue]:
    """Sources that have not been looked at again for longer than their interval, by the day `today`."""
    for source in sources:
        due = review_due(review_of(source, rules))
        if due and due < today:
            days = (today - due).days
            finding = f"The source was to be looked at again by {due.isoformat()}, {days:,} days ago."
            yield Issue("review-due", "source", source.id, "warning", finding, days)


def review_of(source: Source, rules: Sequence[ReviewRule]) -> Review | None:
    """The source's own review, or the last rule that fits it, or None."""
    fitting = [rule for rule in rules if fnmatchcase(source.id, rule.sources)]
    return source.review or (fitting[-1] if fitting else None)


def review_due(review: Review | None) -> date | None:
    """The last day on which a review holds; None without a review or for 'never'."""
    if review is None or review.interval == "never":
        return None
    return date.fromisoformat(review.last_checked) + timedelta(days=int(review.interval.split()[0]))


def latest_day(sources: Sequence[Source], rules: Sequence[ReviewRule], revised: Sequence[str]) -> date:
    """The day that the data itself speaks from: the latest that a source was added or checked, or a figure revised."""
    days = [source.added for source in sources if source.added]
    days += [source.review.last_checked for source in sources if source.review]
    days += [rule.last_checked for rule in rules]
    days += revised
    return date.fromisoformat(max(days)) if days else date.min
