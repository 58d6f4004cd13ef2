"""YAML text to plain values that remember where they stand.

Every scalar is read as the text that is written: `no` stays "no" and 2025-01-22 stays a string, so a
reader decides what a value means, never the YAML library. Anchors and aliases are refused (they hide
one fact behind another, and nest into documents of unbounded size), and so are duplicate keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from etl.problems import DataError, Place, Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]

LARGEST_FILE = 1024 * 1024
DEEPEST = 12
# Control characters (Unicode Cc) but for tab and line ends; what steers the direction of a line (Bidi_Control),
# so that it reads otherwise than it is written; and lone surrogates, which an escape can make.
_UNREADABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Document:
    """The values of one file and the place of each, by the path of keys and positions to it."""

    file: str
    value: Value
    places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it when the value is missing."""
        for length in range(len(path), -1, -1):
            known = self.places.get(path[:length])
            if known:
                return known
        return Place(self.file, 1, 1)


def read(path: FilePath, shown_as: str) -> Document:
    """Read one YAML file; `shown_as` is its name in messages. Raises DataError alone, for whatever is wrong."""
    try:
        text = text_of(path, shown_as, LARGEST_FILE)
    except OSError as error:
        found = error.strerror or str(error)
        raise _refusal(Place(shown_as, 1, 1), "The file can't be read.", found, "a readable file") from error
    yaml = YAML(typ="safe", pure=True)  # "rt" would leave marks where a text is folded
    try:
        _refuse_what_hides(yaml, text, shown_as)
        root = yaml.compose(text)
    except MarkedYAMLError as error:
        raise _syntax_problem(error, shown_as) from error
    except YAMLError as error:
        raise _refusal(Place(shown_as, 1, 1), "This is not YAML.", str(error), "YAML 1.2") from error
    if root is None:
        raise _refusal(Place(shown_as, 1, 1), "The file is empty.", "", "a list or a mapping")
    places: dict[Path, Place] = {}
    return Document(shown_as, _value(root, (), places, shown_as), places)


def text_of(path: FilePath, shown_as: str, most_bytes: int) -> str:
    """The file as text. Raises DataError when it is too large, not UTF-8, or holds control characters; OSError."""
    start = Place(shown_as, 1, 1)
    size = path.stat().st_size
    if size > most_bytes:
        raise _refusal(start, "The file is too large.", f"{size:,} bytes", f"at most {most_bytes:,} bytes a file")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
        raise _refusal(start, "The file is not UTF-8 text.", found, "UTF-8") from error
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        offset = unreadable.start()
        line = text.count("\n", 0, offset) + 1
        column = offset - text.rfind("\n", 0, offset)
        raise _control(Place(shown_as, line, column), unreadable[0])
    return text


def _control(place: Place, character: str) -> DataError:
    reason = "A control character stands in the text."
    return _refusal(place, reason, f"U+{ord(character):04X}", "printable characters")


def _refuse_what_hides(yaml: YAML, text: str, file: str) -> None:
    """Look through the events, which come one by one, before anything is built from them."""
    depth = 0
    for event in yaml.parse(text):
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        hidden = isinstance(event, NodeEvent) and event.anchor
        if depth <= DEEPEST and not hidden:
            continue
        place = Place(file, event.start_mark.line + 1, event.start_mark.column + 1)
        if hidden:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            reason = "Anchors and aliases are not read."
            raise _refusal(place, reason, f"{sign}{event.anchor}", "the value written out")
        accepted = f"at most {DEEPEST} levels of lists and mappings"
        raise _refusal(place, "Lists or mappings are nested too deeply.", f"{depth} levels", accepted)


def _syntax_problem(error: MarkedYAMLError, file: str) -> DataError:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    said = " ".join(str(error.problem or error.context or "").split())
    if "\\t" in said:
        return _refusal(place, "A tab is used for indentation.", "\t", "spaces")
    return _refusal(place, "This is not YAML.", said, "YAML 1.2, indented with spaces")


def _refusal(place: Place, reason: str, found: str, accepted: str) -> DataError:
    return DataError([Problem(place, "", "", reason, found, accepted)])


def _value(node: Node, path: Path, places: dict[Path, Place], file: str) -> Value:
    places[path] = Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, ScalarNode):
        return _scalar(node, places[path])
    if isinstance(node, SequenceNode):
        return [_value(item, (*path, i), places, file) for i, item in enumerate(node.value)]
    if isinstance(node, MappingNode):
        return _mapping(node, path, places, file)
    raise TypeError(f"unknown YAML node {type(node).__name__}")


def _scalar(node: ScalarNode, place: Place) -> str:
    """The text of a scalar; its escapes are resolved by now and may stand for what no file may hold."""
    text = str(node.value)
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        raise _control(place, unreadable[0])
    return text.strip()


def _mapping(node: MappingNode, path: Path, places: dict[Path, Place], file: str) -> Value:
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        place = Place(file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key_node, ScalarNode):
            raise _refusal(place, "A key must be a word.", key_node.tag, "a field name")
        key = _scalar(key_node, place)
        if key in values:
            first = places[*path, key].line
            reason = f"The key is written twice; it stands first at line {first}."
            raise _refusal(place, reason, key, "each key once")
        values[key] = _value(value_node, (*path, key), places, file)
        if values[key] == "":
            places[*path, key] = place  # a value left out is marked only where the next line begins
    return values
