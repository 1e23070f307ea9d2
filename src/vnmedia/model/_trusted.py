"""Constructors without checks, for what the library itself makes of a text.

A text makes thousands of spans and values, and checking that each number is one takes longer than reading it.
Whoever builds a value by hand calls its class, which checks; a contract test builds anew, with all checks,
what the library has made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

__all__ = ["trusted"]

T = TypeVar("T")


def trusted(kind: type[T]) -> Callable[..., T]:
    """A constructor of *kind*, a frozen class with slots, that takes its fields as they are.

    It takes the same arguments, also by place; defaults hold, converters and checks do not.
    """
    # names that no field has: a field may be called "kind"
    names: dict[str, Any] = {"_new": kind.__new__, "_class": kind}
    parameters, body = [], []
    for field in attrs.fields(kind):  # type: ignore[arg-type]
        names[f"set_{field.name}"] = getattr(kind, field.name).__set__
        names[f"default_{field.name}"] = field.default
        default = "" if field.default is attrs.NOTHING else f"=default_{field.name}"
        parameters.append(f"{field.name}{default}")
        body.append(f"    set_{field.name}(made, {field.name})\n")
    # written out, as attrs does it: a loop over the fields would take as long as the checks
    code = f"def make({', '.join(parameters)}):\n    made = _new(_class)\n{''.join(body)}    return made\n"
    exec(code, names)  # noqa: S102 (of the names of fields)
    make: Callable[..., T] = names["make"]
    return make
