"""Turns a page into a document, part by part in reading order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from .. import instruments
from ..errors import ParseError
from ..model import Citation, Context, LegalInstrument, Mention, Relation
from ..model.document import Attachment, Effect, InstrumentDocument
from ._closing import ATTACHED, Closing, attachment_starts, read_closing
from ._divisions import read_divisions
from ._effect import adoption_day, base_effect, read_effect
from ._front import MOST_TITLE_LINES, is_official, page_of, read_front
from ._identity import identified, number_of, points_to, signed_by_organ
from ._lines import Line, Page
from ._markers import markers_of
from ._parts import Parts
from ._preamble import Preamble
from ._relations import own_relations

__all__ = ["read_document", "read_relations"]

_APPENDIX_NUMBER = re.compile(
    r"(?:phụ lục|phụ biểu|biểu mẫu|mẫu số)\s(?:số\s)?([ivxlc]{1,6}|[0-9]{1,3}[a-z]?)\b"
)


def read_document(text: str, context: Context) -> InstrumentDocument:
    """The document in *text*.

    Raises:
        ParseError: *text* has neither a letterhead nor a body of units, and so is not a document; the error
            says what is missing and where.
    """
    page = Page(text)
    parts = Parts(page, read_front(page))
    preamble = Preamble(page, parts.above)
    if reason := _missing(parts, preamble):
        raise ParseError("document", text, (0, min(len(text), 200)), reason)
    head = parts.front.head
    adopted = adoption_day(page, parts.below)
    closing = read_closing(page, parts.closing_line)
    instrument = _identified(parts, preamble, closing, adopted)
    cited = instruments.find(page.view, Context(published=instrument.date or context.day))
    citations = tuple(_to_itself(page, instrument, cited))
    relations = own_relations(page, parts, instrument, citations)
    return InstrumentDocument(
        text=page.text,
        layout="party" if parts.front.is_party else "state",
        instrument=attrs.evolve(instrument, relations=relations),
        motto=head.motto,
        parent=head.parent,
        issuers=head.issuers,
        number=head.number,
        dateline=head.dateline,
        place=head.place,
        type=head.type,
        title=parts.front.title,
        addressees=tuple(preamble.addressees),
        grounds=preamble.grounds_citing(citations),
        enacting=preamble.enacting,
        preamble=tuple(preamble.rest),
        divisions=parts.divisions,
        recipients=closing.recipients,
        signatures=closing.signatures,
        effect=_effect(page, parts, instrument.date, adopted),
        attachments=_attachments(page, closing),
        footnotes=page.footnotes,
        citations=citations,
    )


def read_relations(text: str, citations: Iterable[Mention[Citation]]) -> tuple[Relation, ...]:
    """What the document *text* does to the instruments in *citations*; nothing if it is not a document.

    Type and number suffice to distinguish it from what it cites, so nothing else of it is identified.
    """
    page, front = page_of(text)
    if not is_official(front):
        return ()
    cited = tuple(citations)
    parts = Parts(page, front, [page.view.locate(mention.span)[0] for mention in cited])
    if _missing(parts, Preamble(page, parts.above)):
        return ()
    itself = LegalInstrument(type=parts.type_name, number=number_of(parts.front))
    return own_relations(page, parts, itself, tuple(_to_itself(page, itself, cited)))


def _identified(
    parts: Parts, preamble: Preamble, closing: Closing, adopted: dt.date | None
) -> LegalInstrument:
    """The instrument that the document is."""
    day = parts.front.date or adopted
    enacting = preamble.enacting.text if preamble.enacting else None
    instrument = identified(parts.front, parts.type_name, day, enacting)
    signed_for = [authority.of for signature in closing.signatures for authority in signature.authorities]
    return attrs.evolve(instrument, issuer=signed_by_organ(instrument.issuer, signed_for, day))


def _effect(page: Page, parts: Parts, issued: dt.date | None, adopted: dt.date | None) -> Effect | None:
    """The effect of the document; for a consolidated text, that of its base."""
    return base_effect(page, parts.base, None) or read_effect(
        page, parts.body, parts.type_name, issued, adopted
    )


def _missing(parts: Parts, preamble: Preamble) -> str | None:
    """What *parts* lack to be a document; None if they are one."""
    head, card = parts.front.head, parts.front.card
    marks = {"number": head.number, "quốc hiệu": head.motto, "card": card}
    if head.type is None and not parts.says_type:
        if not any(marks.values()):
            return f"no letterhead (number, quốc hiệu, card) and no line that names a type in {_HEAD}"
        if card is None and (head.number is None or (head.motto is None and head.dateline is None)):
            return f"no line names the type in {_HEAD}, nor does the body"
    readable = parts.has_articles or preamble.grounds or preamble.enacting or parts.front.is_party
    if not any(marks.values()) and not readable:
        return f"no letterhead (number, quốc hiệu, card) in {_HEAD}, and neither grounds nor an article below"
    if head.type is None and head.subject is None and not (parts.above or parts.divisions):
        return "nothing stands below the letterhead"
    return None


_HEAD = "the first lines"


def _to_itself(
    page: Page, instrument: LegalInstrument, citations: Iterable[Mention[Citation]]
) -> Iterator[Mention[Citation]]:
    """*citations* as the text prints them, with ``Nghị định này`` resolved to the document itself.

    In a quotation those words mean the amended document, which they do not identify.
    """
    quoted = [page.span(line.start, line.end) for line in page.lines if line.quoted]
    passed = 0
    for mention in citations:
        value = mention.value
        if value.number is None and value.title is None and mention.quote.lower().endswith("này"):
            while passed < len(quoted) and quoted[passed].end <= mention.start:
                passed += 1
            own = points_to(value.type, instrument.type)
            if passed < len(quoted) and quoted[passed].overlaps(mention.span):
                value = attrs.evolve(value, instrument=None)
            elif own:
                value = attrs.evolve(value, instrument=instrument)
        quote = mention.span.of(page.text)
        same = value is mention.value and quote == mention.quote
        yield mention if same else attrs.evolve(mention, quote=quote, value=value)


def _attachments(page: Page, closing: Closing) -> tuple[Attachment, ...]:
    starts = attachment_starts(page.lines, closing.next_line)
    return tuple(
        _attachment(page, page.lines[start:end]) for start, end in pairwise([*starts, len(page.lines)])
    )


def _attachment(page: Page, lines: Sequence[Line]) -> Attachment:
    note = next(
        (index for index, line in enumerate(lines[:MOST_TITLE_LINES]) if ATTACHED.match(line.lower)), None
    )
    title_end = 1
    while title_end < len(lines) and lines[title_end].plain.isupper() and not markers_of(lines[title_end]):
        title_end += 1
    if note is not None:
        title_end = min(title_end, note)
    body = max(title_end, 0 if note is None else note + 1)
    while note is not None and body < len(lines) and not lines[body - 1].plain.rstrip(" .").endswith(")"):
        body += 1
        if body - note > 4:
            break
    middle = lines[title_end:note] if note is not None else []
    divided, divisions = read_divisions(page, lines[body:])
    number = _APPENDIX_NUMBER.match(lines[0].lower)
    return Attachment(
        number=lines[0].plain[slice(*number.span(1))] if number else None,
        title=page.passage(lines[0].start, lines[title_end - 1].end) if title_end else None,
        note=page.passage(lines[note].start, lines[body - 1].end) if note is not None else None,
        paragraphs=tuple(
            page.passage(group[0].start, group[-1].end) for group in page.paragraphs([*middle, *divided])
        ),
        divisions=divisions,
        span=page.span(lines[0].start, lines[-1].end),
    )
