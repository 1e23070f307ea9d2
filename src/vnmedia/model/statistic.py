"""Figures: what a number in a text measures or counts."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal, get_args

import attrs

from ._check import maybe, one_of
from ._said import in_plain_words, said
from .span import Span

Qualifier = Literal["about", "above", "below", "nearly", "at-least", "at-most", "order"]
Role = Literal["level", "difference", "ratio", "share", "target"]


@in_plain_words
@attrs.frozen(kw_only=True)
class Statistic:
    """One figure: a value or a range, with its unit.

    Attributes:
        value: The value, None where *low* and *high* give a range.
        low: The lower bound of a range.
        high: The upper bound of a range.
        unit: ``%``, an ISO 4217 code, a measure's symbol, or the counted noun as printed.
        qualifier: How exact it claims to be; None means exact.
        per: The unit that it is a rate over (``tuần`` in ``700 link/tuần``).
        of: The whole, for ``63/63 Sở``.
        change: Whether it is a rise or a fall, for ``tăng 12,7%``. The figure is the amount of the change,
            unless *baseline* is another figure that it rises or falls from (``từ 50% lên 70%``): then it is
            the level that was reached.
        baseline: The span of what it is compared with: a time expression, another figure, or words.
        period: The span of the time expression that the figure is for.
        agency: The span of the agency, or the name of the place, that the figure is about.
        subject: The span of the words for what is measured.
        source: The span of the agency, or words for one, that gives the figure.
        role: What the figure is: a ``level`` (``đạt 7%``), a ``difference`` (``tăng 2 điểm``), a ``ratio``
            (``gấp 3 lần``), a ``share`` (``chiếm 60%``) or a ``target`` (``phấn đấu đạt 7%``); None where the
            text does not say.
    """

    __repr__ = said

    kind_name: ClassVar[str] = "statistic"

    value: Decimal | None = attrs.field(default=None, validator=maybe(Decimal))
    low: Decimal | None = attrs.field(default=None, validator=maybe(Decimal))
    high: Decimal | None = attrs.field(default=None, validator=maybe(Decimal))
    unit: str | None = attrs.field(default=None, validator=maybe(str))
    qualifier: Qualifier | None = attrs.field(
        default=None,
        validator=one_of(*get_args(Qualifier)),
    )
    per: str | None = attrs.field(default=None, validator=maybe(str))
    of: Decimal | None = attrs.field(default=None, validator=maybe(Decimal))
    change: Literal["increase", "decrease"] | None = attrs.field(
        default=None, validator=one_of("increase", "decrease")
    )
    baseline: Span | None = attrs.field(default=None, validator=maybe(Span))
    period: Span | None = attrs.field(default=None, validator=maybe(Span))
    agency: Span | None = attrs.field(default=None, validator=maybe(Span))
    subject: Span | None = attrs.field(default=None, validator=maybe(Span))
    source: Span | None = attrs.field(default=None, validator=maybe(Span))
    role: Role | None = attrs.field(default=None, validator=one_of(*get_args(Role)))

    def __attrs_post_init__(self) -> None:
        for name in ("value", "low", "high", "of"):
            number = getattr(self, name)
            if number is not None and not number.is_finite():
                raise ValueError(f"{name}: {number} is not a number")
        if self.value is None and self.low is None and self.high is None:
            raise ValueError("value: a figure without a number")
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError("value: a single value beside a range")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low: {self.low} is above high {self.high}")
