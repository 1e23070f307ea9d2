"""A whole instrument, read by its layout: its parts, and the divisions of its body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from ._check import filled, maybe, of, one_of, tuple_of
from ._said import in_plain_words, said
from .instrument import Citation, LegalInstrument, Pinpoint
from .span import Mention, Span

DivisionKind = Literal[
    "part", "chapter", "section", "subsection", "article", "clause", "point", "subpoint"
]  # fmt: skip
#: The units of a body from the largest down, and their Vietnamese names.
DIVISIONS: dict[DivisionKind, str] = {
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "subsection": "Tiểu mục",
    "article": "Điều",
    "clause": "khoản",
    "point": "điểm",
    "subpoint": "tiết",
}
AuthorityForm = Literal["TM", "KT", "TL", "TUQ", "Q"]


@in_plain_words
@attrs.frozen(kw_only=True)
class Passage:
    """A stretch of a document, which a layout in columns may break.

    Attributes:
        spans: Where it stands, in order; more than one where other text stands in between.
        text: The words that stand there, on one line.
    """

    spans: tuple[Span, ...] = attrs.field(validator=tuple_of(Span))
    text: str = attrs.field(validator=filled)

    def __attrs_post_init__(self) -> None:
        if not self.spans:
            raise ValueError("spans: empty")

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.spans[-1].end


@in_plain_words
@attrs.frozen(kw_only=True)
class Division:
    """One unit of a body: phần, chương, mục, tiểu mục, điều, khoản, điểm or tiết.

    Attributes:
        kind: What it is; a mục may be printed as a Roman numeral alone, as plans and directives do.
        number: Its number or letter as printed (``5``, ``2a``, ``II``, ``đ``, ``1.1``).
        label: Where the number stands, with its word and full stop (``Điều 5.``).
        heading: Its name, None where it has none.
        paragraphs: Its own text, before the units within it.
        divisions: The units within it.
        span: All of it, from the label to the end of the last unit within it.
    """

    __repr__ = said

    kind: DivisionKind = attrs.field(validator=[filled, one_of(*DIVISIONS)])
    number: str = attrs.field(validator=filled)
    label: Span = attrs.field(validator=of(Span))
    heading: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    paragraphs: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    divisions: tuple[Division, ...] = attrs.field(default=())
    span: Span = attrs.field(validator=of(Span))

    def __attrs_post_init__(self) -> None:
        own = [self.heading] if self.heading else []
        parts = [self.label, *(span for passage in (*own, *self.paragraphs) for span in passage.spans)]
        parts += [division.span for division in self.divisions]
        if parts[0].start != self.span.start or parts[-1].end != self.span.end:
            raise ValueError(f"span: {self.span} is not that of the parts")
        for before, after in pairwise(parts):
            if after.start < before.end:
                raise ValueError(f"divisions: {after} begins before {before} ends")

    def walk(self) -> Iterator[Division]:
        """This unit and all within it, in the order of the text."""
        waiting = [self]
        while waiting:
            division = waiting.pop()
            yield division
            waiting.extend(reversed(division.divisions))


@in_plain_words
@attrs.frozen(kw_only=True)
class Ground:
    """One of the grounds that an instrument is issued on (``Căn cứ …``).

    Attributes:
        passage: All of it.
        citations: The citations in it.
    """

    __repr__ = said

    passage: Passage = attrs.field(validator=of(Passage))
    citations: tuple[Mention[Citation], ...] = attrs.field(default=(), validator=tuple_of(Mention))


@in_plain_words
@attrs.frozen(kw_only=True)
class Authority:
    """The form in which somebody signs for another, and for whom.

    Attributes:
        form: ``TM`` (thay mặt, on behalf of a body), ``KT`` (ký thay, for its head), ``TL`` (thừa lệnh, by
            order), ``TUQ`` (thừa ủy quyền, by delegation) or ``Q`` (quyền, acting).
        of: The body or office that is signed for, as printed.
    """

    form: AuthorityForm = attrs.field(validator=[filled, one_of("TM", "KT", "TL", "TUQ", "Q")])
    of: str = attrs.field(validator=filled)


@in_plain_words
@attrs.frozen(kw_only=True)
class Signature:
    """Who signed, and as what.

    Attributes:
        authorities: For whom (``TM. CHÍNH PHỦ``, ``KT. THỦ TƯỚNG``), from the top.
        office: The signer's own office as printed (``PHÓ THỦ TƯỚNG``).
        name: The signer's name as printed, without rank or degree; None where there is only the office.
        passage: All of it, with the rank.
    """

    __repr__ = said

    authorities: tuple[Authority, ...] = attrs.field(default=(), validator=tuple_of(Authority))
    office: str | None = attrs.field(default=None, validator=maybe(str))
    name: str | None = attrs.field(default=None, validator=maybe(str))
    passage: Passage = attrs.field(validator=of(Passage))


@in_plain_words
@attrs.frozen(kw_only=True)
class Effect:
    """When an instrument has effect, as it says itself.

    Attributes:
        date: The first day; None where it depends on a day that the document does not give.
        until: The last day, where the document gives it.
        passage: The words that say so.
    """

    __repr__ = said

    date: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    until: dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    passage: Passage = attrs.field(validator=of(Passage))


@in_plain_words
@attrs.frozen(kw_only=True)
class Attachment:
    """What is promulgated with an instrument: an appendix, a regulation, a form.

    Attributes:
        number: Its number (``I`` of ``Phụ lục I``), None where it has none.
        title: Its name, from ``PHỤ LỤC I`` or ``QUY CHẾ`` on.
        note: The words that say which document it belongs to (``(Ban hành kèm theo …)``).
        paragraphs: Its text before, or without, units.
        divisions: The units of its text.
        span: All of it.
    """

    __repr__ = said

    number: str | None = attrs.field(default=None, validator=maybe(str))
    title: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    note: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    paragraphs: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    divisions: tuple[Division, ...] = attrs.field(default=(), validator=tuple_of(Division))
    span: Span = attrs.field(validator=of(Span))


@in_plain_words
@attrs.frozen(kw_only=True)
class InstrumentDocument:
    """A whole instrument, read by its layout.

    Attributes:
        text: The document's text in NFC; all spans are over it.
        layout: ``"state"`` (Nghị định 30/2020/NĐ-CP) or ``"party"`` (Hướng dẫn 36-HD/VPTW).
        instrument: What the document is, as others would cite it: type, number, date, issuer, title.
        motto: Quốc hiệu and tiêu ngữ, or the Party's title.
        parent: The body above the issuer.
        issuers: The body that issues the document; a joint document has several.
        number: The document's number, with the word before it.
        dateline: Place and date.
        place: The place in the dateline.
        type: The line that names the type; a công văn has none.
        title: What the document is about (trích yếu).
        addressees: The addressees of a công văn (``Kính gửi``).
        grounds: The grounds that it is issued on (căn cứ).
        enacting: The words that end the preamble (``QUYẾT ĐỊNH:``, ``Chính phủ ban hành Nghị định …``).
        preamble: The other text before the body's first unit.
        divisions: The body.
        recipients: Who gets a copy (nơi nhận).
        signatures: Who signed.
        effect: When it has effect.
        attachments: What is promulgated with it.
        footnotes: The footnotes of a consolidated text, which say where each passage comes from.
        citations: Every citation of an instrument in the text.
    """

    __repr__ = said

    text: str = attrs.field(validator=of(str), repr=False)
    layout: Literal["state", "party"] = attrs.field(validator=[filled, one_of("state", "party")])
    instrument: LegalInstrument = attrs.field(validator=of(LegalInstrument))
    motto: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    parent: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    issuers: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    number: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    dateline: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    place: str | None = attrs.field(default=None, validator=maybe(str))
    type: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    title: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    addressees: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    grounds: tuple[Ground, ...] = attrs.field(default=(), validator=tuple_of(Ground))
    enacting: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    preamble: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    divisions: tuple[Division, ...] = attrs.field(default=(), validator=tuple_of(Division))
    recipients: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    signatures: tuple[Signature, ...] = attrs.field(default=(), validator=tuple_of(Signature))
    effect: Effect | None = attrs.field(default=None, validator=maybe(Effect))
    attachments: tuple[Attachment, ...] = attrs.field(default=(), validator=tuple_of(Attachment))
    footnotes: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    citations: tuple[Mention[Citation], ...] = attrs.field(default=(), validator=tuple_of(Mention))

    def __attrs_post_init__(self) -> None:
        for before, after in pairwise(self.divisions):
            if after.span.start < before.span.end:
                raise ValueError(f"divisions: {after.span} begins before {before.span} ends")
        for mention in self.citations:
            if self.text[mention.start : mention.end] != mention.quote:
                raise ValueError(f"citations: {mention.quote!r} does not stand at {mention.start}")

    @property
    def mentions(self) -> tuple[Mention[Citation], ...]:
        """The citations, so that functions that take an article's text and mentions take a document too."""
        return self.citations

    def walk(self) -> Iterator[Division]:
        """Every unit of the body, in the order of the text."""
        for division in self.divisions:
            yield from division.walk()

    def at(self, place: Pinpoint) -> Division | None:
        """The unit that *place*, as a citation gives it, names; None where the document has no such unit.

        Units that *place* leaves out may be any: ``Điều 5`` is found in any chapter.
        """
        holders: Sequence[Attachment | InstrumentDocument] = [self]
        if place.appendix is not None:
            holders = [part for part in self.attachments if (part.number or "") == place.appendix]
        units: list[Division] = [division for holder in holders for division in holder.divisions]
        found: Division | None = None
        for kind in DIVISIONS:
            label = getattr(place, kind)
            if label is None:
                continue
            found = _named(units, kind, label)
            if found is None:
                return None
            units = list(found.divisions)
        return found


def _named(units: Sequence[Division], kind: str, label: str) -> Division | None:
    """The first unit of *kind* with the number *label*, among *units* and all that they hold."""
    inside = (inner for unit in units for inner in unit.walk())
    return next((unit for unit in inside if unit.kind == kind and unit.number.lower() == label.lower()), None)
