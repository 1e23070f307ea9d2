"""Names of public bodies and press organisations, with the day as an argument."""

from __future__ import annotations

import datetime as dt

from .. import agencies
from ..model import Agency, Context, Mention

__all__ = ["find_agencies", "resolve_agency"]


def find_agencies(text: str, *, on: dt.date | None = None) -> tuple[Mention[Agency], ...]:
    """Every name of a public body or press organisation in *text*, by start.

    Args:
        text: Any text; spans are over its NFC form.
        on: The day whose bodies are meant.

    >>> [m.value.name for m in find_agencies("Bộ TT&TT làm việc với Bộ Y tế", on=dt.date(2020, 12, 17))]
    ['Bộ Thông tin và Truyền thông', 'Bộ Y tế']
    """
    return agencies.find(text, Context(published=on))


def resolve_agency(name: str, *, on: dt.date | None = None) -> Agency:
    """The body that *name* stood for on a day.

    Args:
        name: The whole name, short or long.
        on: The day, or date-time; without one, bodies of any time are meant.

    >>> resolve_agency("Bộ TT&TT", on=dt.date(2020, 12, 17)).name
    'Bộ Thông tin và Truyền thông'

    Raises:
        ParseError: No body has that name.
    """
    return agencies.resolve(name, on)
