"""Span and mention: where in a text a value was read."""

from __future__ import annotations

import builtins
from typing import ClassVar, Generic, Protocol, TypeVar

import attrs

from ._check import of
from ._inferred import NOTHING_INFERRED, Inferred, inferred_of
from ._original import in_original
from ._said import in_plain_words, said


class Value(Protocol):
    """What a mention's value must have: the name of its kind."""

    kind_name: ClassVar[str]


V = TypeVar("V", bound=Value)
V_co = TypeVar("V_co", bound=Value, covariant=True)


@in_plain_words
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
            raise ValueError(f"end: {self.end} lies beyond a text of {len(text)} characters")
        return text[self.start : self.end]

    @property
    def slice(self) -> builtins.slice:
        """What ``text[…]`` takes."""
        return builtins.slice(self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@in_plain_words
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
            raise TypeError(f"value: {self.value!r} is not a value of any kind")

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

    @property
    def slice(self) -> builtins.slice:
        """What ``text[…]`` takes: ``article.text[mention.slice]`` is the quote."""
        return self.span.slice

    def span_in(self, original: str) -> Span:
        """Where the quote stands in *original*, the text as it was given (it may be decomposed).

        >>> from vnmedia import find_dates
        >>> text = "na\u0306m 2020"
        >>> find_dates(text)[0].span, find_dates(text)[0].span_in(text)
        (Span(start=0, end=8), Span(start=0, end=9))

        Raises:
            ValueError: The quote does not stand there: *original* is another text.
        """
        found = in_original(self.start, self.end, self.quote, original)
        if found is None:
            raise ValueError(f"original: {self.quote!r:.80} does not stand at {self.start} of it")
        return Span(start=found[0], end=found[1])
