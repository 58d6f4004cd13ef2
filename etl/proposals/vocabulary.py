"""The words that the rules know, read once from the alias table."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML

_WORD: Final = re.compile(r"(?:[a-z]\.){2,}|[a-z&]+(?:'[a-z]{2,})?|'s|[0-9]+")

_KINDS: Final = ("foreign", "elsewhere", "border", "proper", "unit")
# Names of bodies of people, not of the people in them.
_BODIES: Final = frozenset({"guard", "guards", "marine", "reserve", "reserves"})


class Entry(NamedTuple):
    """What a phrase may be: an agency, a noun for people, and further kinds ("border", "state", "body" ...)."""

    phrase: str
    agency: str | None
    noun: str | None
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Filing:
    """Where figures of an agency are filed in the published tree."""

    node: str
    component: str
    duty_status: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by first word, longest first, with their sizes in words; agencies a noun can stand for; filings."""

    phrases: dict[str, list[tuple[int, list[str], Entry]]]
    stands_for: dict[str, tuple[str, ...]]
    filings: dict[str, Filing]


@cache
def vocabulary() -> Vocabulary:
    """The table as data; raises KeyError or ValueError for a table out of shape."""
    text = resources.files("etl.proposals").joinpath("aliases.yml").read_text("utf-8")
    table: dict[str, Any] = YAML(typ="safe", pure=True).load(text)
    stands_for = {str(noun): tuple(agencies) for noun, agencies in table["nouns"].items()}
    noun_of = {" ".join(split(form)): str(noun) for noun, forms in table["noun_forms"].items() for form in forms}
    found: dict[str, dict[str, Any]] = {}
    for form, noun in noun_of.items():
        found.setdefault(form, {"kinds": set()})["noun"] = noun
    for agency, row in table["agencies"].items():
        for name in row["names"]:
            phrase = " ".join(split(name))
            facts = found.setdefault(phrase, {"kinds": set()})
            facts["agency"] = str(agency)
            word = phrase.rsplit(" ", 1)[-1]
            last = noun_of.get(word)
            if last and str(agency) not in stands_for[last]:
                # "Customs agents" are people whatever other agents stand for; "Reserves and Guard" is a body of them.
                last = None if word in _BODIES else "people"
            facts.setdefault("noun", last)
    lists = {"body": "bodies", "state": "states"} | {kind: kind for kind in _KINDS}
    for kind, key in lists.items():
        for name in table[key]:
            found.setdefault(" ".join(split(name)), {"kinds": set()})["kinds"].add(kind)
    phrases: dict[str, list[tuple[int, list[str], Entry]]] = {}
    for phrase, facts in found.items():
        words = phrase.split()
        entry = Entry(phrase, facts.get("agency"), facts.get("noun"), frozenset(facts["kinds"]))
        phrases.setdefault(words[0], []).append((len(words), words, entry))
    for rows in phrases.values():
        rows.sort(key=lambda row: -row[0])
    filings = {
        str(agency): Filing(
            row["files_under"], row.get("component", "not stated"), row.get("duty_status", "not stated")
        )
        for agency, row in table["agencies"].items()
    }
    return Vocabulary(phrases, stands_for, filings)


def split(phrase: str) -> list[str]:
    """A phrase as the words that a page has for it: lower case, hyphens dropped, "'s" apart."""
    return _WORD.findall(phrase.lower())
