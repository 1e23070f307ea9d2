"""Legal, administrative and Party instruments, as a citation prints them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from ._check import filled, maybe


@attrs.frozen(kw_only=True)
class Issuer:
    """The body or office that issued an instrument.

    Attributes:
        id: Its id in the registry of agencies, None where it is not there.
        name: Its official name in full.
    """

    id: str | None = attrs.field(default=None, validator=maybe(str))
    name: str = attrs.field(validator=filled)


@attrs.frozen(kw_only=True)
class LegalInstrument:
    """One particular document, with what the citation says of it.

    Every field but the last two is as printed. What the citation was resolved to,
    through the document or the registry of laws, is apart.

    Attributes:
        type: The type's Vietnamese name in lower case and in full (``nghị định``).
        number: The number as printed, without spaces (``119/2020/NĐ-CP``), None where none is.
        date: The day of issue.
        issuer: Who issued it: stated with it or implied by the number's suffix.
        title: The name of a named one (``Luật Báo chí``).
        year: The year of a named one.
        pinpoint: The place in it (``điểm a khoản 2 Điều 5``).
        uri: The stable identifier of what it was resolved to.
        resolved: The same fields, complete, of what it was resolved to.
    """

    kind_name: ClassVar[str] = "instrument"

    type: str = attrs.field(validator=filled)
    number: str | None = attrs.field(default=None, validator=maybe(str))
    date: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    issuer: Issuer | None = attrs.field(default=None, validator=maybe(Issuer))
    title: str | None = attrs.field(default=None, validator=maybe(str))
    year: int | None = attrs.field(default=None, validator=maybe(int))
    pinpoint: str | None = attrs.field(default=None, validator=maybe(str))
    uri: str | None = attrs.field(default=None, validator=maybe(str))
    resolved: LegalInstrument | None = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.type != self.type.lower():
            raise ValueError(f"type: {self.type!r} is not in lower case")
        if isinstance(self.date, dt.datetime):
            raise TypeError("date: a day is needed, not a date-time")
        if self.resolved is not None and not isinstance(self.resolved, LegalInstrument):
            raise TypeError(f"resolved: {self.resolved!r} is no instrument")
