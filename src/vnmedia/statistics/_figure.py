"""A figure while it is being read."""

from __future__ import annotations

from decimal import Decimal

import attrs

from ..model import Statistic
from ..model._trusted import trusted
from ..model.statistic import Qualifier
from ._around import change_before
from ._rules import Candidate
from ._units import Counted

__all__ = ["Figure"]

_statistic = trusted(Statistic)


@attrs.define
class Figure:
    """A number with what was read around it.

    Attributes:
        counted: Its unit; None where it may only begin a range or a row; of the sort ``open`` for a sum with
            no stated unit.
        inferred: Whether the unit does not stand in the figure's own words.
    """

    start: int
    number_start: int
    end: int
    low: Decimal
    high: Decimal | None
    candidate: Candidate
    counted: Counted | None
    qualifier: Qualifier | None
    words: list[str]
    per: str | None = None
    inferred: bool = False

    def value(self) -> Statistic:
        """The figure as a value of the model."""
        return _statistic(
            value=self.low if self.high is None else None,
            low=None if self.high is None else self.low,
            high=self.high,
            unit=(self.counted.unit or None) if self.counted else None,
            qualifier=self.qualifier,
            per=self.per,
            of=self.candidate.of,
            change=change_before(self.words),
        )
