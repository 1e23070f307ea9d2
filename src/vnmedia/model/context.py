"""Context: what is known of a text besides its words."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from ._check import one_of
from ._said import in_plain_words, said
from ._when import When, when

Preference = Literal["nearest", "past", "future"]


def _published(value: When | None) -> dt.date | None:
    return when("published", value)


@in_plain_words
@attrs.frozen(kw_only=True)
class Context:
    """What is known of a text besides its words. The clock is never asked: "now" is *published*.

    Attributes:
        published: When the text was published, None where that is unknown. A date or date-time; the
            constructor also takes a string of either in ISO 8601.
        prefer: Which day is meant where an expression could lie before or after *published*: the ``nearest``,
            one in the ``past`` or one in the ``future``.
    """

    __repr__ = said

    published: dt.date | None = attrs.field(default=None, converter=_published)
    prefer: Preference = attrs.field(default="nearest", validator=one_of("nearest", "past", "future"))

    @property
    def day(self) -> dt.date | None:
        """The day of *published*, without its clock time."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published


def context_of(
    context: Context | None, *, published: When | None = None, prefer: Preference | None = None
) -> Context:
    """The context that a caller gave, whole or in parts.

    Raises:
        TypeError: Both were given, or *context* is not a context.
        ValueError: *published* is not a day, or *prefer* not one of its words.
    """
    if context is None:
        return Context(published=published, prefer=prefer or "nearest")
    if not isinstance(context, Context):
        raise TypeError(f"context: a Context is needed, not {context!r:.80}")
    for name, value in (("published", published), ("prefer", prefer)):
        if value is not None:
            raise TypeError(f"{name}: given beside a context, which has its own")
    return context
