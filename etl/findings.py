"""A record out of shape, told in the words of a maintainer: what pydantic found, at its place in the file."""

from __future__ import annotations

from typing import Protocol

from pydantic_core import ErrorDetails

from etl import documents, models
from etl.problems import Place, Problem, nearest

# What the fields with a pattern accept, in words.
_ACCEPTED = {
    "id": "2 to 80 lower-case letters, digits and single hyphens",
    "sha256": "64 hexadecimal digits in lower case",
    "address": "an http or https address, or 'not stated'",
    "rows": "the name of the CSV file beside the source, <source id>.csv",
    "language": "a language code such as en or es-MX",
    **dict.fromkeys(("added", "last_checked", "date"), "a day such as 2025-01-22"),
    "interval": "a number of days such as '365 days', or 'never'",
    **dict.fromkeys(("first", "last"), "a year of four digits"),
    **dict.fromkeys(("least", "most"), "a whole number"),
}


class Placed(Protocol):
    """Something written in a file that knows where each value stands."""

    def place(self, path: documents.Path, /) -> Place:
        """The place of the value at a path."""


def shape_problem(
    detail: ErrorDetails,
    document: Placed,
    path: documents.Path,
    record: str,
    model: type[models.Record],
) -> Problem:
    """One pydantic error as a Problem; `path` leads to the record inside the document."""
    location = tuple(part for part in detail["loc"] if part != "[key]")
    name = ".".join(str(part) for part in location)
    place = document.place((*path, *location))
    found, said = _found(detail["input"]), detail["type"]
    if said == "missing":
        accepted = f"a value; the fields are {', '.join(field_names(model))}"
        return Problem(place, record, name, "The field is missing.", "nothing", accepted)
    if said == "extra_forbidden":
        known = field_names(_owner(model, location))
        wrong = str(location[-1])
        alike = nearest(wrong, known)
        return Problem(place, record, name, "There is no such field.", wrong, ", ".join(known), alike)
    accepted = _accepted(detail, str(location[-1]) if location else "")
    alike = nearest(found, accepted.split(", ")) if said == "literal_error" else None
    return Problem(place, record, name, _reason(said), found, accepted, alike)


def field_names(model: type[models.Record]) -> list[str]:
    """The fields of a record as they are written in a file."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _owner(model: type[models.Record], location: tuple[str | int, ...]) -> type[models.Record]:
    """The model of the nested record that the last part of a location belongs to."""
    owner = model
    for part in location[:-1]:
        info = next((i for n, i in owner.model_fields.items() if (i.alias or n) == part), None)
        inner = info.annotation if info else None
        if isinstance(inner, type) and issubclass(inner, models.Record):
            owner = inner
    return owner


def _found(value: object) -> str:
    if isinstance(value, str):
        return value
    return "a list" if isinstance(value, list) else "a mapping"


def _reason(said: str) -> str:
    if said == "string_too_long":
        return "The text is too long."
    if said == "string_too_short":
        return "The text is empty."
    if said.startswith(("string_type", "list_type", "dict_type", "model_")):
        return "The value has the wrong shape."
    return "The value is not accepted."


def _accepted(detail: ErrorDetails, field: str) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            return str(context["expected"]).replace(" or ", ", ").replace("'", "")
        case "string_too_long" if field not in _ACCEPTED:
            return f"at most {context['max_length']} characters"
        case "string_type":
            return "one line of text"
        case "list_type":
            return "a list"
        case "dict_type" | "model_type" | "model_attributes_type":
            return "a mapping of fields"
    return _ACCEPTED.get(field, "some text")
