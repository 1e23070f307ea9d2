"""How values show in an interpreter: what they say, without the fields that say nothing."""

from __future__ import annotations

from typing import Any

import attrs

_LONGEST = 80


def said(value: Any) -> str:
    """The constructor's call that makes *value*, without what is at its default.

    A field may have a form of its own (``attrs.field(repr=…)``) or be left out.
    """
    shown = [
        f"{field.name}={field.repr(part) if callable(field.repr) else repr(part)}"
        for field in attrs.fields(type(value))
        if field.repr and (part := getattr(value, field.name)) != _default(field)
    ]
    return f"{type(value).__name__}({', '.join(shown)})"


def _default(field: attrs.Attribute[Any]) -> Any:
    default: Any = field.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def in_short(text: str) -> str:
    """The beginning of a long text."""
    return repr(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def counted(values: tuple[object, ...]) -> str:
    """How many there are, of what may be hundreds."""
    return f"<{len(values)}>"
