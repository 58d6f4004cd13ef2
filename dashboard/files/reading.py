"""How to read the figures in a file, for those who no longer see the page."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.sentences import say
from etl.wording import Qualifier

_RULES = ("claim", "value", "bounds", "basis", "as-of", "part-of", "rivals", "not-stated")


def rules() -> Iterator[tuple[str, str]]:
    """Each rule with its subject, in the order in which a reader needs them."""
    for rule in _RULES:
        yield say(f"files.rule.{rule}.subject"), say(f"files.rule.{rule}")


def qualifiers() -> Iterator[tuple[str, str]]:
    """Each qualifier as it stands in the column, with its meaning."""
    for qualifier in Qualifier:
        yield qualifier.value, say(f"files.qualifier.{qualifier.value}")
