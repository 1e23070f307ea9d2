"""Making a record of a row that fits its class: strictly, without coercion, and with no word on a fault.

A process that resolves one name makes a hundred records, and loading cattrs for them would take it longer
than all else. A row that does not fit is read again with cattrs, which says where the fault is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from .validity import Validity

__all__ = ["UNFIT", "maker"]

#: What the making of a record raises where the row does not fit.
UNFIT = (ValueError, TypeError, KeyError)
Maker = Callable[[Any], Any]


@cache
def maker(kind: type[Any]) -> Maker:
    """A function that makes a record of the class *kind* of its row; it raises one of ``UNFIT``."""
    hints = get_type_hints(kind)
    makers = {field.name: _maker(hints[field.name]) for field in attrs.fields(kind)}

    def make(row: Any) -> Any:
        return kind(**{name: makers[name](value) for name, value in _checked(dict, row).items()})

    return make


def _maker(kind: Any) -> Maker:
    """The same for the value of one field."""
    if kind is Validity:
        return lambda value: Validity.parse(_text(value))
    if kind is str:
        return _text
    if kind in (int, bool):
        return lambda value: _checked(kind, value)
    if attrs.has(kind):
        return maker(kind)
    return _maker_of_parts(get_origin(kind), get_args(kind))


def _maker_of_parts(origin: Any, parts: tuple[Any, ...]) -> Maker:
    if origin is Literal:
        return {value: value for value in parts}.__getitem__
    if origin in (Union, UnionType):
        (some,) = (_maker(part) for part in parts if part is not NoneType)
        return lambda value: None if value is None else some(value)
    if origin is tuple:
        each = _maker(parts[0])
        return lambda values: tuple(map(each, _checked(list, values)))
    if origin in (dict, Mapping):
        key, item = map(_maker, parts)
        return lambda table: {key(name): item(value) for name, value in _checked(dict, table).items()}
    raise TypeError(f"no record has a field of {origin}")


def _checked(kind: type[Any], value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError
    return value


def _text(value: Any) -> str:
    text: str = _checked(str, value)
    if not text.isascii():
        text.encode()  # a lone surrogate is refused
    return text
