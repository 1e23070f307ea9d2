"""Context: what a reader knows of a text besides its words."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from ._check import maybe, one_of
from ._said import said

Preference = Literal["nearest", "past", "future"]


@attrs.frozen(kw_only=True)
class Context:
    """What surrounds a text. There is no clock behind it: "now" is *published*.

    Attributes:
        published: The reference time: when the text was published, None where nobody knows.
        prefer: Which way an expression leans that could lie before or behind the reference time.
    """

    __repr__ = said

    published: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    prefer: Preference = attrs.field(default="nearest", validator=one_of("nearest", "past", "future"))

    @property
    def day(self) -> dt.date | None:
        """The day of *published*, without its clock time."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published
