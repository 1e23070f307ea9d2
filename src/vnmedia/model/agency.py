"""Public bodies and press organisations, as a text names them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal, get_args

import attrs

from ._check import filled, maybe, tuple_of
from ._said import in_plain_words, said

#: What would tell one candidate from the others: the day, its place, or the name in full.
CandidateReason = Literal["day", "place", "name"]


@in_plain_words
@attrs.frozen(kw_only=True)
class Agency:
    """A public body or press organisation.

    Attributes:
        id: Its id in the registry, None for a body that is known only by the form of its name.
        name: The name in full: abbreviations spelled out, the place as printed (``Ủy ban nhân dân tỉnh
            Thái Bình``). The official name of a body with an *id* is in the registry.
        name_en: Its official name in English, None where the registry has none.
        kind: What sort of body it is (``ministry``, ``newspaper``, …).
        parent: The id of the body it belongs to.
        candidates: The ids of the bodies that it may be, where the text does not decide; then *id* is None.
        reasons: For each candidate, in what it differs from another: in the *day* on which it had the name,
            in the *place* on the same day, or only in the full *name*, in one place.
        successors: The ids of the bodies that it went to, where it had ended by the day that was asked for.
        ended: Its last day, where it had ended by then; if nothing took its place, the registry says why.
    """

    __repr__ = said

    kind_name: ClassVar[str] = "agency"

    id: str | None = attrs.field(default=None, validator=maybe(str))
    name: str = attrs.field(validator=filled)
    name_en: str | None = attrs.field(default=None, validator=maybe(str))
    kind: str | None = attrs.field(default=None, validator=maybe(str))
    parent: str | None = attrs.field(default=None, validator=maybe(str))
    candidates: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    reasons: tuple[CandidateReason, ...] = attrs.field(default=(), validator=tuple_of(str))
    successors: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    ended: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))

    def __attrs_post_init__(self) -> None:
        if self.candidates and self.id is not None:
            raise ValueError(f"candidates: {self.candidates} beside a settled id {self.id!r}")
        if self.reasons and len(self.reasons) != len(self.candidates):
            raise ValueError(f"reasons: {len(self.reasons)} for {len(self.candidates)} candidates")
        for reason in self.reasons:
            if reason not in get_args(CandidateReason):
                raise ValueError(f"reasons: {reason!r} is not one of {', '.join(get_args(CandidateReason))}")
