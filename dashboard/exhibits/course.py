"""How figures over time went, in a sentence for each topic of those shown.

Figures that one table counts alike are told from the first to the latest. Reports of different people are no such
course: of them the latest and the highest are told, and whose they are.
assets/timelines.js says the same in the browser; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from markupsafe import Markup

from dashboard import sentences
from dashboard.extremes import highest, standing
from dashboard.views import FigureView


class Kind(StrEnum):
    """How figures over time can be told: those of one table, headcounts from here and there, orders and limits."""

    TABLE = "table"
    HEADCOUNTS = "headcounts"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Course:
    """Figures of one thing in the order of time, under the name that sentences give it."""

    name: str
    views: tuple[FigureView, ...]
    kind: Kind = Kind.TABLE


Alternatives = Sequence[Course]
"""Courses of which one is told: the first that has several figures to show, or else the first that has any."""


def told(topics: Sequence[Alternatives], shown: Sequence[FigureView]) -> Markup:
    """A sentence for each topic that has figures among those shown, parted by spaces; "" for none."""
    ids = {view.id for view in standing(shown)}
    said = []
    for alternatives in topics:
        left = [(course, views) for course in alternatives if (views := [v for v in course.views if v.id in ids])]
        several = [one for one in left if len(one[1]) > 1]
        said += [_sentence(course, views) for course, views in (several or left)[:1]]
    return Markup(" ").join(said)


def courses_json(topics: Sequence[Alternatives]) -> dict[str, Any]:
    """The topics as the script takes them, and whom the figures count that are told with it."""
    courses = [
        [{"name": one.name, "kind": one.kind.value, "figures": [view.id for view in one.views]} for one in topic]
        for topic in topics
    ]
    reports = [view for topic in topics for one in topic if one.kind is not Kind.TABLE for view in one.views]
    return {"courses": courses, "who": {view.id: view.agency for view in reports}}


def of_the_highest(views: Sequence[FigureView]) -> list[FigureView]:
    """The headcounts of the agency that has the highest: that of a part is no later count of the whole."""
    return [view for view in views if view.agency == highest(views).agency]


def _sentence(course: Course, shown: Sequence[FigureView]) -> Markup:
    views = of_the_highest(shown) if course.kind is Kind.HEADCOUNTS else shown
    first, last, most = views[0], views[-1], highest(views)
    mixed = course.kind is not Kind.TABLE and len({view.agency for view in course.views}) > 1
    apart = mixed and last.agency != most.agency
    name = (
        sentences.say("course.of-agency", name=course.name, agency=last.agency) if mixed and not apart else course.name
    )
    values: dict[str, Any] = {"name": name}
    for role, view in (("first", first), ("highest", most), ("last", last)):
        values[role] = sentences.link(view.id, view.amount)
        whose = sentences.say("course.whose", agency=view.agency, as_of=view.as_of)
        values[f"{role}_when"] = whose if apart else view.as_of
    if first is last:
        key = "one"
    elif course.kind is Kind.TABLE:
        key = _going(first, last, most, views)
    else:
        key = "latest" if most is last else "reports"
    return sentences.say_html(f"course.{key}", **values)


def _going(first: FigureView, last: FigureView, most: FigureView, views: Sequence[FigureView]) -> str:
    """How a course is told: a first or last that is the highest is not named twice."""
    if len({view.amount for view in views}) == 1:
        return "level"
    if most is first:
        return "from-highest"
    return "to-highest" if most.claim.value == last.claim.value else "all"
