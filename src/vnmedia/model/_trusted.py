"""Constructors and copies without checks, for the values that the library itself makes from a text.

A text gives thousands of spans and values, and checking each field would take longer than reading the text.
A value that is built by hand comes from its class, which checks; a contract test rebuilds what the library
makes with all checks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import attrs

__all__ = ["changed", "trusted"]

T = TypeVar("T")


def trusted(kind: type[T]) -> Callable[..., T]:
    """A constructor of *kind*, a frozen class with slots, that takes its fields as they are.

    It takes the same arguments, also by position, those without a default first. Defaults apply; converters
    and checks do not.
    """
    # Names that no field has; a field may be called "kind".
    names: dict[str, Any] = {"_settable": _settable(kind), "_class": kind}
    required, optional, body = [], [], []
    for field in attrs.fields(kind):  # type: ignore[arg-type]
        names[f"default_{field.name}"] = field.default
        if field.default is attrs.NOTHING:
            required.append(field.name)
        else:
            optional.append(f"{field.name}=default_{field.name}")
        body.append(f"    made.{field.name} = {field.name}\n")
    # Generated code, as in attrs: a loop over the fields would take as long as the checks.
    code = (
        f"def make({', '.join(required + optional)}):\n    made = _settable()\n{''.join(body)}"
        "    made.__class__ = _class\n    return made\n"
    )
    exec(code, names)  # noqa: S102 (of the names of fields)
    make: Callable[..., T] = names["make"]
    return make


def changed(value: T, **fields: Any) -> T:
    """A copy of *value*, of an attrs class with slots, with other *fields*, which are taken as they are.

    ``attrs.evolve``, which checks, takes ten times as long.

    Raises:
        AttributeError: The class has no such field.
    """
    made: T = _copier(type(value))(value, fields)  # type: ignore[arg-type]
    return made


@cache
def _copier(kind: type[Any]) -> Callable[[Any, dict[str, Any]], Any]:
    body = [f"    made.{field.name} = value.{field.name}\n" for field in attrs.fields(kind)]
    code = (
        f"def copy(value, fields):\n    made = _settable()\n{''.join(body)}"
        "    for name, field in fields.items():\n        setattr(made, name, field)\n"
        "    made.__class__ = _class\n    return made\n"
    )
    names: dict[str, Any] = {"_settable": _settable(kind), "_class": kind}
    exec(code, names)  # noqa: S102 (of the names of fields)
    copy: Callable[[Any, dict[str, Any]], Any] = names["copy"]
    return copy


def _settable(kind: type[Any]) -> type[Any]:
    """A subclass of *kind* with the same slots, whose fields can be set as usual, for a value in the making.

    That takes a tenth of the time that setting them on a frozen value does. All of these methods are needed.
    """
    usual = ("__init__", "__setattr__", "__delattr__")
    return type(kind.__name__, (kind,), {"__slots__": ()} | {name: getattr(object, name) for name in usual})
