"""Span and mention: where in a text a value was read."""

from __future__ import annotations

from typing import ClassVar, Generic, Protocol, TypeVar

import attrs

from ._check import of
from ._inferred import NOTHING_INFERRED, Inferred, inferred_of
from ._said import said


class Value(Protocol):
    """What every mention's value has: the name of its kind."""

    kind_name: ClassVar[str]


V = TypeVar("V", bound=Value)
V_co = TypeVar("V_co", bound=Value, covariant=True)


@attrs.frozen(kw_only=True)
class Span:
    """A stretch of a text: half-open, in code points of the NFC text.

    >>> Span(start=2, end=5).of("từ 17/12")
    ' 17'
    """

    start: int = attrs.field(validator=of(int))
    end: int = attrs.field(validator=of(int))

    def __attrs_post_init__(self) -> None:
        if self.start < 0:
            raise ValueError(f"start: {self.start} is before the text")
        if self.end < self.start:
            raise ValueError(f"end: {self.end} is before start {self.start}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of *text* that the span covers.

        Raises:
            ValueError: The span reaches beyond the text.
        """
        if self.end > len(text):
            raise ValueError(f"end: {self.end} is behind a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@attrs.frozen(kw_only=True)
class Mention(Generic[V_co]):
    """A value and the place that it was read from.

    Attributes:
        span: The place, over the NFC form of the text.
        quote: What stands there, to the letter.
        value: What it means: a ``TimeExpression``, ``Citation``, ``Agency``, ``Statistic`` or ``Official``.
        inferred: Which parts of *value* do not stand in the quote, and where they came from:
            ``{"year": "published"}`` for ``17/12``.
    """

    __repr__ = said

    span: Span = attrs.field(validator=of(Span))
    quote: str = attrs.field(validator=of(str))
    value: V_co
    inferred: Inferred = attrs.field(default=NOTHING_INFERRED, converter=inferred_of)

    def __attrs_post_init__(self) -> None:
        if not self.quote or len(self.quote) != self.span.end - self.span.start:
            raise ValueError(f"quote: {self.quote!r} does not fill the span {self.span}")
        if not hasattr(self.value, "kind_name"):
            raise TypeError(f"value: {self.value!r} is no value of any kind")

    @property
    def kind(self) -> str:
        """``"date"``, ``"instrument"``, ``"agency"``, ``"statistic"`` or ``"official"``."""
        return self.value.kind_name

    @property
    def start(self) -> int:
        """Where the quote begins."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the quote ends, exclusive."""
        return self.span.end
