"""The words that the rules look for, read once from `cues.yml`."""

from functools import cache
from importlib import resources

from ruamel.yaml import YAML


def cue(name: str) -> frozenset[str]:
    """The words of one cue; raises KeyError for a name that is not in the file."""
    return frozenset(_cues()[name].split())


@cache
def _cues() -> dict[str, str]:
    text = resources.files("etl.proposals").joinpath("cues.yml").read_text("utf-8")
    cues: dict[str, str] = YAML(typ="base", pure=True).load(text)
    return cues
