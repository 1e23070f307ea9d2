"""Validators that the model shares: each error names the field."""

from __future__ import annotations

from types import NoneType
from typing import Any

import attrs


def one_of(*allowed: str) -> Any:
    """A validator: the field is None or one of *allowed*."""

    def check(_instance: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
        if value is not None and value not in allowed:
            raise ValueError(f"{attribute.name}: {value!r} is not one of {', '.join(allowed)}")

    return check


def filled(_instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    """A validator: the field is a string that is not blank."""
    if not (isinstance(value, str) and value.strip()):
        raise ValueError(f"{attribute.name}: a text is needed, not {value!r}")


def of(*kinds: type) -> Any:
    """A validator: the field is an instance of one of *kinds*."""
    names = " or ".join("None" if kind is NoneType else kind.__name__ for kind in kinds)

    def check(_instance: object, attribute: attrs.Attribute[object], value: object) -> None:
        if not isinstance(value, kinds):
            raise TypeError(f"{attribute.name}: {names} is needed, not {value!r:.80}")

    return check


def maybe(*kinds: type) -> Any:
    """A validator: the field is None or an instance of one of *kinds*."""
    return of(NoneType, *kinds)


def given(name: str, value: object, kind: type) -> None:
    """Refuse *value*, the caller's argument *name*, unless it is a *kind*.

    Raises:
        TypeError: It is something else; the error says what.
    """
    if not isinstance(value, kind):
        noun = f"{'an' if kind.__name__[0] in 'AEIO' else 'a'} {kind.__name__}"
        raise TypeError(f"{name}: {noun} is needed, not {type(value).__name__}")


def tuple_of(kind: type) -> Any:
    """A validator: the field is a tuple of *kind*."""

    def check(_instance: object, attribute: attrs.Attribute[object], value: object) -> None:
        if not isinstance(value, tuple):
            raise TypeError(f"{attribute.name}: a tuple is needed, not {value!r:.80}")
        for item in value:
            if not isinstance(item, kind):
                raise TypeError(
                    f"{attribute.name}: a tuple of {kind.__name__} is needed, not of {item!r:.80}"
                )

    return check
