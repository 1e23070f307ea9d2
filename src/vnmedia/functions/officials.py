"""Persons in a public office, with the day as an argument."""

from __future__ import annotations

import datetime as dt

from .. import officials
from ..model import Context, Mention, Official

__all__ = ["find_officials"]


def find_officials(text: str, *, on: dt.date | None = None) -> tuple[Mention[Official], ...]:
    """Every person in *text* who is named in a public office, by start.

    Args:
        text: Any text; spans are over its NFC form.
        on: The day whose bodies are meant.

    >>> [(m.value.name, m.value.office) for m in find_officials("Thứ trưởng Bộ Y tế Lê Văn An dự.")]
    [('Lê Văn An', 'Thứ trưởng')]
    """
    return officials.find(text, Context(published=on))
