"""The registry as an OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from dashboard.api.operations import Operation
from dashboard.api.parameters import Parameter
from dashboard.facts.shapes import Agency, Figure, Found, Question, Series, Source
from dashboard.sentences import say
from dashboard.site_contract import Readiness
from etl import schema
from etl.columns import Table

_SHAPES = (Figure, Source, Question, Series, Agency, Found)
_REFERENCE = "#/components/schemas/{model}"
_JSON_TYPES = ("application/json", "application/csvm+json", "application/vnd.citationstyles.csl+json")
_REFUSAL_TYPES = ("application/json", "text/html", "text/plain")
_TYPES = {"integer": "integer"}


def document(operations: Iterable[Operation], data_version: str, base_url: str) -> dict[str, Any]:
    """The document for the addresses at `base_url`, which has no trailing slash."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": say("site.name"),
            "version": data_version,
            "summary": say("site.description"),
            "description": say("api.description"),
            "license": {"name": "CC0 1.0", "identifier": "CC0-1.0"},
        },
        "servers": [{"url": base_url}],
        "paths": {one.path: {"get": _operation(one)} for one in operations},
        "components": {"schemas": _schemas()},
    }


def _operation(one: Operation) -> dict[str, Any]:
    refused = {str(status.value): _refusal(status) for status in one.refuses}
    return {
        "operationId": one.name.replace(" ", "").replace("/", "_"),
        "summary": about(one),
        "parameters": [_parameter(parameter) for parameter in one.parameters],
        "responses": {
            "200": {"description": say("api.answer"), "content": {kind: _content(one, kind) for kind in one.gives}},
            "304": {"description": say("api.unchanged")},
            **refused,
        },
    }


def about(one: Operation) -> str:
    """What an address gives, in a sentence."""
    return say(f"api.about.{one.name.replace(' ', '').replace('/', '_')}")


def about_parameter(one: Parameter) -> str:
    """What a parameter means, in a sentence."""
    return say(f"api.parameter.{one.about or one.name}")


def _content(one: Operation, kind: str) -> dict[str, Any]:
    if not kind.startswith(_JSON_TYPES):
        # Bytes need no schema: what a browser saves is no text of a page.
        return {"schema": {"type": "string"}} if kind.startswith("text/") else {}
    return {"schema": {} if one.schema in ("", "Any") else {"$ref": _REFERENCE.format(model=one.schema)}}


def _parameter(one: Parameter) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": one.name,
        "in": one.place,
        "required": one.place == "path",
        "description": about_parameter(one),
        "schema": one.schema,
    }
    if one.schema["type"] == "array":
        told |= {"style": "form", "explode": False}
    if one.examples:
        told["examples"] = {f"example-{number}": {"value": value} for number, value in enumerate(one.examples, 1)}
    return told


def _refusal(status: HTTPStatus) -> dict[str, Any]:
    schemas = {kind: {"type": "string"} for kind in _REFUSAL_TYPES}
    content: dict[str, Any] = {kind: {"schema": one} for kind, one in schemas.items()}
    content["application/json"] = {"schema": {"$ref": _REFERENCE.format(model="Refusal")}}
    return {"description": say(f"api.status.{status.value}"), "content": content}


def _schemas() -> dict[str, Any]:
    _, told = models_json_schema([(shape, "serialization") for shape in _SHAPES], ref_template=_REFERENCE)
    return {
        **told["$defs"],
        "Readiness": TypeAdapter(Readiness).json_schema(),
        "Extract": _extract(),
        "Refusal": {
            "type": "object",
            "additionalProperties": False,
            "required": ["ok", "error", "errors", "status"],
            "properties": {
                "ok": {"const": False},
                "error": {"type": "string"},
                "errors": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
            },
        },
    }


def _extract() -> dict[str, Any]:
    """The file of figures: what the schema of the published tables says of each column."""
    texts = ("title", "data_version", "query", "filter", "address")
    return {
        "type": "object",
        "required": [*texts, "licence", "count", "figures", "sources"],
        "properties": {
            **{name: {"type": "string"} for name in texts},
            "licence": {"type": "object", "additionalProperties": {"type": "string"}},
            "count": {"type": "integer", "minimum": 0},
            "figures": {"type": "array", "items": _row(schema.FIGURES)},
            "sources": {"type": "array", "items": _row(schema.SOURCES)},
        },
    }


def _row(table: Table) -> Mapping[str, Any]:
    properties = {}
    for column in table.columns:
        kind = _TYPES.get(column.kind, "string")
        types: Any = kind if column.required else [kind, "null"]
        properties[column.name] = {"type": types, "title": column.title, "description": column.description}
        if column.values and column.required:
            properties[column.name]["enum"] = list(column.values)
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}
