"""Legal, administrative and Party instruments, and citations of them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal, get_args

import attrs

from ._check import filled, maybe, of, one_of, tuple_of
from ._said import in_plain_words, said
from .agency import Agency
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
    "consolidates",
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


@in_plain_words
@attrs.frozen(kw_only=True)
class Pinpoint:
    """A place in an instrument: the labels of the units that lead to it, None for those not stated.

    ``str`` gives the canonical form, from the smallest unit to the largest.

    >>> str(Pinpoint(article="5", clause="2", point="a"))
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
        # The only unit of its kind (``Phụ lục`` in a decree with one) has an empty label.
        return " ".join(f"{noun} {label}".rstrip() for noun, label in labels if label is not None)


@in_plain_words
@attrs.frozen(kw_only=True)
class Relation:
    """What an instrument does to another one, according to the sentence.

    Attributes:
        kind: What it does: ``amends``, ``replaces``, ``guides``, …
        target: The span of the other instrument's mention.
        evidence: The span of the words that say so.
        since: The first day of a suspension, an extension or an expiry, None where none is stated.
        until: Its last day.
    """

    kind: RelationKind = attrs.field(validator=[filled, one_of(*get_args(RelationKind))])
    target: Span = attrs.field(validator=of(Span))
    evidence: Span = attrs.field(validator=of(Span))
    since: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    until: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))


@in_plain_words
@attrs.frozen(kw_only=True)
class LegalInstrument:
    """One particular document of the State or the Party.

    Attributes:
        type: The type's Vietnamese name in lower case and in full (``nghị định``).
        number: Its number (``119/2020/NĐ-CP``), None where it has none or none is known.
        date: The day of issue.
        issuer: Who issued it; for a joint one, the first issuer.
        co_issuers: The other issuers of a joint one, in the order of its number.
        title: The name of a law (``Luật Báo chí``), or what the document is about.
        year: The year that a law is called by.
        relations: What it does to others, as its own text says.
        uri: Its stable identifier, None where the other fields do not tell it from all others.
    """

    __repr__ = said

    type: str = attrs.field(validator=filled)
    number: str | None = attrs.field(default=None, validator=maybe(str))
    date: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    issuer: Agency | None = attrs.field(default=None, validator=maybe(Agency))
    co_issuers: tuple[Agency, ...] = attrs.field(default=(), validator=tuple_of(Agency))
    title: str | None = attrs.field(default=None, validator=maybe(str))
    year: int | None = attrs.field(default=None, validator=maybe(int))
    relations: tuple[Relation, ...] = attrs.field(default=(), validator=tuple_of(Relation))
    uri: str | None = attrs.field(default=None, validator=maybe(str))

    def __attrs_post_init__(self) -> None:
        _check(self)


@in_plain_words
@attrs.frozen(kw_only=True)
class Citation:
    """What a text prints of an instrument in one place, and which instrument that is.

    Attributes:
        type: The type's Vietnamese name in lower case and in full (``nghị định``).
        number: The number as printed, without spaces (``119/2020/NĐ-CP``), None where none is.
        date: The day of issue.
        issuer: Who issued it, as stated or as implied by the number's suffix; for a joint one, the first.
        co_issuers: The other issuers of a joint one, in the order of its number.
        title: The name of an instrument (``Luật Báo chí``), or the subject that follows the citation.
        title_span: Where that subject stands, None where the title is part of the quote.
        year: The year of a named instrument, or the year beside a number (``Thông tư 03 năm 2021``).
        amended: The years in which it was amended, as stated with it (``sửa đổi, bổ sung năm 2017``).
        pinpoint: The places in it, as printed (``điểm a khoản 2 Điều 5 và Điều 7``).
        places: The same places, each in full.
        irregular: Whether number and type contradict each other (``Nghị định số 39-NQ/TW``).
        relations: What it does to others, according to the sentence.
        instrument: The instrument that is meant, complete, where the document or the registry of laws shows
            it; the record calls it ``resolved``.
    """

    __repr__ = said

    kind_name: ClassVar[str] = "instrument"

    type: str = attrs.field(validator=filled)
    number: str | None = attrs.field(default=None, validator=maybe(str))
    date: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    issuer: Agency | None = attrs.field(default=None, validator=maybe(Agency))
    co_issuers: tuple[Agency, ...] = attrs.field(default=(), validator=tuple_of(Agency))
    title: str | None = attrs.field(default=None, validator=maybe(str))
    title_span: Span | None = attrs.field(default=None, validator=maybe(Span))
    year: int | None = attrs.field(default=None, validator=maybe(int))
    amended: tuple[int, ...] = attrs.field(default=(), validator=tuple_of(int))
    pinpoint: str | None = attrs.field(default=None, validator=maybe(str))
    places: tuple[Pinpoint, ...] = attrs.field(default=(), validator=tuple_of(Pinpoint))
    irregular: bool = attrs.field(default=False, validator=of(bool))
    relations: tuple[Relation, ...] = attrs.field(default=(), validator=tuple_of(Relation))
    instrument: LegalInstrument | None = attrs.field(default=None, validator=maybe(LegalInstrument))

    def __attrs_post_init__(self) -> None:
        _check(self)
        if self.places and self.pinpoint is None:
            raise ValueError("places: places without a pinpoint")

    @property
    def uri(self) -> str | None:
        """The stable identifier of the instrument that is meant, None where that is not known."""
        return self.instrument.uri if self.instrument is not None else None

    @property
    def resolved(self) -> LegalInstrument | None:
        """*instrument*, under its name in the record."""
        return self.instrument

    @property
    def printed(self) -> LegalInstrument:
        """The instrument as far as the citation itself states it, without an identifier.

        >>> Citation(type="luật", title="Luật Báo chí", pinpoint="Điều 5").printed
        LegalInstrument(type='luật', title='Luật Báo chí')
        """
        return LegalInstrument(
            type=self.type,
            number=self.number,
            date=self.date,
            issuer=self.issuer,
            co_issuers=self.co_issuers,
            title=self.title,
            year=self.year,
        )


def _check(value: LegalInstrument | Citation) -> None:
    if value.type != value.type.lower():
        raise ValueError(f"type: {value.type!r} is not in lower case")
    if isinstance(value.date, dt.datetime):
        raise TypeError("date: a day is needed, not a date-time")
    if value.co_issuers and value.issuer is None:
        raise ValueError("co_issuers: others beside no first issuer")
