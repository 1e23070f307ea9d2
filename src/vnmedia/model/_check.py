"""Validators that the model shares: each error names the field."""

from __future__ import annotations

from typing import Any

import attrs


def one_of(*allowed: str) -> Any:
    """A validator: the field is None or one of *allowed*."""

    def check(_instance: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
        if value is not None and value not in allowed:
            raise ValueError(f"{attribute.name}: {value!r} is none of {', '.join(allowed)}")

    return check


def filled(_instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    """The field is a string that says something."""
    if not (isinstance(value, str) and value.strip()):
        raise ValueError(f"{attribute.name}: a text is needed, not {value!r}")


def maybe(*kinds: type) -> Any:
    """A validator: the field is None or an instance of one of *kinds*."""
    return attrs.validators.optional(attrs.validators.instance_of(kinds))


def tuple_of(kind: type) -> Any:
    """A validator: the field is a tuple of *kind*."""
    return attrs.validators.deep_iterable(
        attrs.validators.instance_of(kind), attrs.validators.instance_of(tuple)
    )
