"""The record's JSON Schema (draft 2020-12), made from the classes that the record is read into.

A record that ``to_record`` writes validates against it. The schema cannot say what ties fields together (an
end before its start, a span beyond the text); ``from_record`` refuses that.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from ..model import SCHEMA, Duration, Span, TimeExpression
from ..model._check import filled
from ._converter import DERIVED
from ._wire import WIRE, Record, RecordMention

__all__ = ["VERSION", "json_schema"]

#: Raised with every change: the last number for words alone, the middle one for a field that is added.
VERSION = "2.0.0"

_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_LOCAL = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
_OFFSET = r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
_AMOUNT = r"[0-9]+(\.[0-9]+)?"

_PLAIN: dict[Any, dict[str, Any]] = {
    Decimal: {"type": "string", "pattern": rf"^-?{_AMOUNT}$"},
    dt.date: {"type": "string", "format": "date", "pattern": _DATE},
    dt.datetime: {"type": "string", "pattern": rf"{_LOCAL}(\.[0-9]+)?{_OFFSET}$"},
    dt.time: {"type": "string", "pattern": rf"^[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]+)?)?{_OFFSET}?$"},
    Duration: {
        "type": "string",
        "pattern": rf"^P(?=.)({_AMOUNT}Y)?({_AMOUNT}M)?({_AMOUNT}W)?({_AMOUNT}D)?"
        rf"(T(?=.)({_AMOUNT}H)?({_AMOUNT}M)?({_AMOUNT}S)?)?$",
    },
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dict[str, Any]: {"type": "object"},
    dict[str, str]: {"type": "object", "additionalProperties": {"type": "string", "pattern": r"\S"}},
}


def json_schema() -> dict[str, Any]:
    """The schema of one record.

    >>> json_schema()["$id"]
    'urn:vnmedia:record:2.0.0'
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
        derived = {"type": "string", "pattern": rf"{_LOCAL}(\.[0-9]+)?{_OFFSET}?$"}
        properties |= {name: {"anyOf": [derived, {"type": "null"}]} for name in DERIVED}
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _demands(field: attrs.Attribute[Any]) -> dict[str, Any]:
    """What the field's validator asks for beyond its type."""
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
        if annotation is Span:
            for end in definitions[name]["properties"].values():
                end["minimum"] = 0
    return {"$ref": f"#/$defs/{name}"}
