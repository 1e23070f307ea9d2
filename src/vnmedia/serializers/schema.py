"""The record's JSON Schema (draft 2020-12), made from the classes that the record is read into.

A record that ``to_record`` writes validates against it. The schema cannot express conditions between fields
(an end before its start, a span beyond the text); ``from_record`` checks those.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from ..model import SCHEMA, Span, TimeExpression
from ..model._check import filled
from ._converter import DERIVED
from ._forms import FORMS
from ._wire import WIRE, Record, RecordBlock, RecordMention

__all__ = ["VERSION", "json_schema"]

_PLACED = (Span, RecordBlock, RecordMention)

#: Raised with every change: the last number for wording alone, the middle one for an added field.
VERSION = "2.1.0"

_PLAIN: dict[Any, dict[str, Any]] = {
    **{kind: {"type": "string", "pattern": pattern} for kind, pattern in FORMS.items()},
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dict[str, Any]: {"type": "object"},
    dict[str, str]: {
        "type": "object",
        "propertyNames": {"pattern": r"\S"},
        "additionalProperties": {"type": "string", "pattern": r"\S"},
    },
}


def json_schema() -> dict[str, Any]:
    """The schema of one record.

    >>> json_schema()["$id"]
    'urn:vnmedia:record:2.1.0'
    """
    definitions: dict[str, Any] = {}
    record = _object(Record, definitions)
    record["properties"]["schema"] = {"const": SCHEMA}
    record["properties"]["mentions"] = {"type": "array", "items": {"$ref": "#/$defs/Mention"}}
    definitions["Mention"] = _mention(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:vnmedia:record:{VERSION}",
        "title": "vnmedia record",
        "description": "One document of Vietnamese press or government text with what was found in it.",
        **record,
        "$defs": dict(sorted(definitions.items())),
    }


def _mention(definitions: dict[str, Any]) -> dict[str, Any]:
    whole = _object(RecordMention, definitions)
    whole["properties"]["kind"] = {"enum": list(WIRE)}
    whole["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"value": _schema(value, definitions)}},
        }
        for kind, value in WIRE.items()
    ]
    return whole


def _object(kind: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object that holds the fields of the attrs class *kind*."""
    hints = get_type_hints(kind)
    properties = {
        field.name: _schema(hints[field.name], definitions) | _demands(field)
        for field in attrs.fields(kind)
        if field.name != "mentions"
    }
    if kind is TimeExpression:
        derived = {"anyOf": [dict(_PLAIN[dt.datetime]), {"type": "null"}]}
        properties |= dict.fromkeys(DERIVED, derived)
    for end in ("start", "end"):
        if kind in _PLACED:
            properties[end] |= {"minimum": 0}
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _demands(field: attrs.Attribute[Any]) -> dict[str, Any]:
    """What the field's validator requires beyond its type."""
    return {"pattern": r"\S"} if filled in _validators(field.validator) and field.name != "kind" else {}


def _validators(validator: Any) -> Iterator[Any]:
    yield from getattr(validator, "_validators", (validator,))


def _schema(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(part, definitions) for part in get_args(annotation)]}
    if origin is Literal:
        return {"enum": list(get_args(annotation))}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(annotation)[0], definitions)}
    if annotation in _PLAIN:
        return dict(_PLAIN[annotation])
    name = annotation.__name__.replace("Record", "")
    if name not in definitions:
        definitions[name] = {}  # an instrument's definition refers to itself
        definitions[name] = _object(annotation, definitions)
    return {"$ref": f"#/$defs/{name}"}
