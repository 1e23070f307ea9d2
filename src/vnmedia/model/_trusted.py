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
    # While it is made, the value is of a subclass with the same slots whose fields can be set as usual: that
    # takes a tenth of the time that setting them on a frozen object does. All of these methods are needed.
    usual = ("__init__", "__setattr__", "__delattr__")
    settable = type(
        kind.__name__, (kind,), {"__slots__": ()} | {name: getattr(object, name) for name in usual}
    )
    # Names that no field has; a field may be called "kind".
    names: dict[str, Any] = {"_settable": settable, "_class": kind}
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
    kind: type[T] = type(value)
    made = object.__new__(kind)
    put = object.__setattr__  # the class's own refuses to set the fields of a frozen value
    for name in _names(kind):  # type: ignore[arg-type]
        put(made, name, getattr(value, name))
    for name, field in fields.items():
        put(made, name, field)
    return made


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))
