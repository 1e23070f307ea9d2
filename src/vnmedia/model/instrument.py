"""Legal, administrative and Party instruments, as a citation prints them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal, get_args

import attrs

from ._check import filled, maybe, of, one_of, tuple_of
from ._said import said
from .span import Span

RelationKind = Literal[
    "amends",
    "supplements",
    "replaces",
    "repeals",
    "suspends",
    "extends",
    "corrects",
    "guides",
    "details",
    "implements",
    "approves",
    "promulgates",
    "based-on",
]
#: The units of an instrument from the largest to the smallest: attribute and Vietnamese name.
UNITS: tuple[tuple[str, str], ...] = (
    ("appendix", "Phụ lục"),
    ("form", "Mẫu số"),
    ("part", "Phần"),
    ("chapter", "Chương"),
    ("section", "Mục"),
    ("subsection", "Tiểu mục"),
    ("article", "Điều"),
    ("clause", "khoản"),
    ("point", "điểm"),
    ("subpoint", "tiết"),
)


@attrs.frozen(kw_only=True)
class Issuer:
    """The body or office that issued an instrument.

    Attributes:
        id: Its id in the registry of agencies, None where it is not there.
        name: Its official name in full.
    """

    __repr__ = said

    id: str | None = attrs.field(default=None, validator=maybe(str))
    name: str = attrs.field(validator=filled)


@attrs.frozen(kw_only=True)
class Place:
    """One place in an instrument: the labels of the units that lead to it, the unstated ones None.

    ``str`` gives the canonical form, from the smallest unit to the largest.

    >>> str(Place(article="5", clause="2", point="a"))
    'điểm a khoản 2 Điều 5'
    """

    __repr__ = said

    appendix: str | None = attrs.field(default=None, validator=maybe(str))
    form: str | None = attrs.field(default=None, validator=maybe(str))
    part: str | None = attrs.field(default=None, validator=maybe(str))
    chapter: str | None = attrs.field(default=None, validator=maybe(str))
    section: str | None = attrs.field(default=None, validator=maybe(str))
    subsection: str | None = attrs.field(default=None, validator=maybe(str))
    article: str | None = attrs.field(default=None, validator=maybe(str))
    clause: str | None = attrs.field(default=None, validator=maybe(str))
    point: str | None = attrs.field(default=None, validator=maybe(str))
    subpoint: str | None = attrs.field(default=None, validator=maybe(str))

    def __attrs_post_init__(self) -> None:
        if not str(self):
            raise ValueError("article: a place without any unit")

    def __str__(self) -> str:
        labels = ((noun, getattr(self, unit)) for unit, noun in reversed(UNITS))
        # A unit that is alone of its kind (``Phụ lục`` of a decree that has one) has an empty label.
        return " ".join(f"{noun} {label}".rstrip() for noun, label in labels if label is not None)


@attrs.frozen(kw_only=True)
class Relation:
    """What the sentence says that an instrument does to another one.

    Attributes:
        kind: What it does: ``amends``, ``replaces``, ``guides``, …
        target: The span of the other instrument's mention.
        evidence: The span of the words that say so.
    """

    kind: RelationKind = attrs.field(validator=[filled, one_of(*get_args(RelationKind))])
    target: Span = attrs.field(validator=of(Span))
    evidence: Span = attrs.field(validator=of(Span))


@attrs.frozen(kw_only=True)
class LegalInstrument:
    """One particular document, with what the citation says of it.

    The fields are as printed. What the citation was resolved to, through the document or the registry of
    laws, is apart, in *uri* and *resolved*.

    Attributes:
        type: The type's Vietnamese name in lower case and in full (``nghị định``).
        number: The number as printed, without spaces (``119/2020/NĐ-CP``), None where none is.
        date: The day of issue.
        issuer: Who issued it: stated with it or implied by the number's suffix; of a joint one the first.
        co_issuers: The others who issued a joint one, in the order of its number.
        title: The name of a named one (``Luật Báo chí``), or the subject that follows the citation.
        title_span: Where that subject stands, None where the title is part of the quote.
        year: The year of a named one.
        amended: The years in which it was amended, as stated with it (``sửa đổi, bổ sung năm 2017``).
        pinpoint: The places in it, as printed (``điểm a khoản 2 Điều 5 và Điều 7``).
        places: The same places, each in full.
        irregular: Whether number and type contradict each other (``Nghị định số 39-NQ/TW``).
        relations: What the sentence says that it does to others.
        uri: The stable identifier of what it was resolved to.
        resolved: The same fields, complete, of what it was resolved to.
    """

    __repr__ = said

    kind_name: ClassVar[str] = "instrument"

    type: str = attrs.field(validator=filled)
    number: str | None = attrs.field(default=None, validator=maybe(str))
    date: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    issuer: Issuer | None = attrs.field(default=None, validator=maybe(Issuer))
    co_issuers: tuple[Issuer, ...] = attrs.field(default=(), validator=tuple_of(Issuer))
    title: str | None = attrs.field(default=None, validator=maybe(str))
    title_span: Span | None = attrs.field(default=None, validator=maybe(Span))
    year: int | None = attrs.field(default=None, validator=maybe(int))
    amended: tuple[int, ...] = attrs.field(default=(), validator=tuple_of(int))
    pinpoint: str | None = attrs.field(default=None, validator=maybe(str))
    places: tuple[Place, ...] = attrs.field(default=(), validator=tuple_of(Place))
    irregular: bool = attrs.field(default=False, validator=of(bool))
    relations: tuple[Relation, ...] = attrs.field(default=(), validator=tuple_of(Relation))
    uri: str | None = attrs.field(default=None, validator=maybe(str))
    resolved: LegalInstrument | None = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.type != self.type.lower():
            raise ValueError(f"type: {self.type!r} is not in lower case")
        if isinstance(self.date, dt.datetime):
            raise TypeError("date: a day is needed, not a date-time")
        if self.co_issuers and self.issuer is None:
            raise ValueError("co_issuers: others beside no first issuer")
        if self.places and self.pinpoint is None:
            raise ValueError("places: places without a pinpoint")
        if self.resolved is not None and not isinstance(self.resolved, LegalInstrument):
            raise TypeError(f"resolved: {self.resolved!r} is no instrument")
