"""Constructors without checks, for the values that the library itself makes from a text.

A text gives thousands of spans and values, and checking each field would take longer than reading the text.
A value that is built by hand comes from its class, which checks; a contract test rebuilds what the library
makes with all checks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

__all__ = ["trusted"]

T = TypeVar("T")


def trusted(kind: type[T]) -> Callable[..., T]:
    """A constructor of *kind*, a frozen class with slots, that takes its fields as they are.

    It takes the same arguments, also by position, those without a default first. Defaults apply; converters
    and checks do not.
    """
    # Names that no field has; a field may be called "kind".
    names: dict[str, Any] = {"_new": kind.__new__, "_class": kind}
    required, optional, body = [], [], []
    for field in attrs.fields(kind):  # type: ignore[arg-type]
        names[f"set_{field.name}"] = getattr(kind, field.name).__set__
        names[f"default_{field.name}"] = field.default
        if field.default is attrs.NOTHING:
            required.append(field.name)
        else:
            optional.append(f"{field.name}=default_{field.name}")
        body.append(f"    set_{field.name}(made, {field.name})\n")
    # Generated code, as in attrs: a loop over the fields would take as long as the checks.
    parameters = ", ".join(required + optional)
    code = f"def make({parameters}):\n    made = _new(_class)\n{''.join(body)}    return made\n"
    exec(code, names)  # noqa: S102 (of the names of fields)
    make: Callable[..., T] = names["make"]
    return make
