"""How figures over time went, in a sentence: the first, the highest and the latest of those shown.

assets/timelines.js says the same in the browser; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dashboard import sentences
from dashboard.frames import highest
from dashboard.views import FigureView


@dataclass(frozen=True, slots=True)
class Course:
    """Figures of one thing in the order of time, under the name that sentences give it."""

    name: str
    views: tuple[FigureView, ...]


Alternatives = Sequence[Course]
"""Courses of which the first that has anything to show is told."""


def told(topics: Sequence[Alternatives], shown: Sequence[FigureView]) -> Markup:
    """A sentence for each topic that has figures among those shown, parted by spaces; "" for none."""
    ids = {view.id for view in shown}
    said = []
    for alternatives in topics:
        left = [(course.name, [view for view in course.views if view.id in ids]) for course in alternatives]
        said += [_sentence(name, views) for name, views in left if views][:1]
    return Markup(" ").join(said)


def courses_json(topics: Sequence[Alternatives]) -> list[list[dict[str, Any]]]:
    """The topics as the script takes them."""
    return [[{"name": one.name, "figures": [view.id for view in one.views]} for one in topic] for topic in topics]


def _sentence(name: str, views: Sequence[FigureView]) -> Markup:
    """The first of several equal ones is the highest; a first or last that is the highest is not named twice."""
    first, last, most = views[0], views[-1], highest(views)
    if first is last:
        key = "course.one"
    elif most is first:
        key = "course.from-highest"
    elif most.claim.value == last.claim.value:
        key = "course.to-highest"
    else:
        key = "course.all"
    values: dict[str, Any] = {"name": name}
    for role, view in (("first", first), ("highest", most), ("last", last)):
        values |= {role: sentences.link(view.id, view.amount), f"{role}_when": view.as_of}
    return sentences.say_html(key, **values)
