"""The words that the rules look for, read once from `cues.yml`, and which of them a rule can't do without."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from typing import Any, Final, TypeVar

from ruamel.yaml import YAML

_Rule = TypeVar("_Rule", bound=Callable[..., Any])
_NEEDED: Final[dict[object, frozenset[str]]] = {}


def cue(name: str) -> frozenset[str]:
    """The words of one cue; raises KeyError for a name that is not in the file."""
    return frozenset(_cues()[name].split())


def needs(*words: Iterable[str]) -> Callable[[_Rule], _Rule]:
    """Mark a rule that can only fire in a sentence with one of the words, so that it is not asked elsewhere.

    Words just behind the sentence count too.
    """

    def mark(rule: _Rule) -> _Rule:
        _NEEDED[rule] = frozenset().union(*words)
        return rule

    return mark


def needed(rule: object) -> frozenset[str] | None:
    """The words of which a rule needs one, None for a rule that may fire anywhere."""
    return _NEEDED.get(rule)


@cache
def _cues() -> dict[str, str]:
    text = resources.files("etl.proposals").joinpath("cues.yml").read_text("utf-8")
    cues: dict[str, str] = YAML(typ="base", pure=True).load(text)
    return cues
