"""Akoma Ntoso 3.0 (OASIS LegalDocML 1.0) from a parsed instrument; needs the extra ``akn``.

A document that is divided into articles becomes an ``act``, any other a ``doc``. Phần, chương, mục, tiểu mục,
điều, khoản, điểm are ``part``, ``chapter``, ``section``, ``subsection``, ``article``, ``clause``,
``point``; a tiết is an ``indent``. Identifiers follow the Akoma Ntoso Naming Convention 1.0. Citations
that were resolved, or that the document acts on, are ``ref`` elements; its acts and its days of effect stand
in the metadata. What the standard has no place for (the type's whole name, the
layout, what each line of a letterhead is) stands in attributes in a namespace of our own, where the schema
allows any.

``from_akn`` reads it back.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ..errors import ExtraError
from ..model import Citation, Mention, Span
from ..model.document import Attachment, Division, InstrumentDocument, Passage

try:
    from lxml import etree
except ModuleNotFoundError as error:
    raise ExtraError("akn", "lxml") from error

from ._akn_names import NAMESPACE, OWN, legal, named, number_in, one_line, own, slug
from ._akn_reader import from_akn
from ._akn_relations import Written, add_relations, made_iri, state, targets_of

__all__ = ["NAMESPACE", "from_akn", "to_akn"]

#: The schema requires a day; a document without one gets this, named ``unknown``.
_NO_DAY = dt.date.min
_SOURCE = "#vnmedia"
_ELEMENTS = {"subpoint": "indent"}
_EIDS = {"chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl"}
_STRONG = re.compile(r"\*{2,3}")
_SPACES = re.compile(r"\s+")


def to_akn(document: InstrumentDocument) -> str:
    """The document as Akoma Ntoso 3.0, valid against the OASIS schema.

    Characters that XML cannot hold become U+FFFD.

    >>> from vnmedia.documents import parse_instrument_document
    >>> document = parse_instrument_document(
    ...     "CHÍNH PHỦ\\nSố: 30/2020/NĐ-CP\\nHà Nội, ngày 05 tháng 3 năm 2020\\nNGHỊ ĐỊNH\\n"
    ...     "Về công tác văn thư\\nĐiều 1. Phạm vi điều chỉnh\\nNghị định này quy định về công tác văn thư."
    ... )
    >>> '<article eId="art_1"><num>Điều 1.</num><heading>Phạm vi điều chỉnh</heading>' in to_akn(document)
    True
    """
    root = etree.Element(named("akomaNtoso"), nsmap={None: NAMESPACE, "vnmedia": OWN})
    _Writer(document).write(root)
    written: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _mark(element: etree._Element, **said: str | int | None) -> None:
    """Put attributes in our own namespace on *element*, except empty ones."""
    for name, value in said.items():
        if value:
            element.set(own(name), legal(str(value)))


def _add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, named(tag), {key: legal(value) for key, value in attributes.items()})
    if text is not None:
        element.text = legal(text)
    return element


class _Writer:
    """Writes one document; each eId is unique in it."""

    def __init__(self, document: InstrumentDocument) -> None:
        self._document = document
        self._starts = [mention.start for mention in document.citations]
        self._used: dict[str, int] = {}
        self._targets = targets_of(document)
        self._written: dict[Span, Written] = {}
        self._unit: str | None = None
        instrument = document.instrument
        self._is_act = any(division.kind == "article" for division in document.walk())
        day = instrument.date.isoformat() if instrument.date else "undated"
        name = slug(instrument.number or instrument.title or "khong-so")
        kind = "act" if self._is_act else "doc"
        self._work = f"/akn/vn/{kind}/{slug(instrument.type)}/{day}/{name}"

    def write(self, root: etree._Element) -> None:
        """Put the document into *root*."""
        document = self._document
        top = _add(root, "act" if self._is_act else "doc", name=slug(document.instrument.type))
        meta = self._meta(top, "main")
        self._preface(top)
        self._preamble(top)
        self._body(_add(top, "body" if self._is_act else "mainBody"), document.divisions)
        self._conclusions(top)
        if document.attachments:
            holder = _add(top, "attachments")
            for number, attachment in enumerate(document.attachments, 1):
                self._attachment(holder, attachment, number)
        add_relations(meta, document, self._written)

    def _meta(self, parent: etree._Element, component: str) -> etree._Element:
        meta = _add(parent, "meta")
        identification = _add(meta, "identification", source=_SOURCE)
        instrument = self._document.instrument
        day = instrument.date or _NO_DAY
        named = "issued" if instrument.date else "unknown"
        for level, suffix in (("Work", ""), ("Expression", "/vie@"), ("Manifestation", "/vie@.xml")):
            frbr = _add(identification, f"FRBR{level}")
            _add(frbr, "FRBRthis", value=f"{self._work}{suffix}/!{component}")
            _add(frbr, "FRBRuri", value=self._work + suffix)
            if level == "Work" and instrument.uri:
                _add(frbr, "FRBRalias", name="eli", value=instrument.uri)
            _add(frbr, "FRBRdate", date=day.isoformat(), name=named)
            effect = self._document.effect
            if level == "Work" and effect is not None and effect.date is not None:
                _add(frbr, "FRBRdate", date=effect.date.isoformat(), name="effective")
            author = "#issuer" if level == "Work" and instrument.issuer else _SOURCE
            _add(frbr, "FRBRauthor", href=author)
            self._level_properties(frbr, level)
        if component == "main":
            self._references(meta)
            self._notes(meta)
            self._facts(_add(meta, "proprietary", source=_SOURCE))
        return meta

    def _notes(self, meta: etree._Element) -> None:
        """The footnotes of a consolidated text."""
        if not self._document.footnotes:
            return
        notes = _add(meta, "notes", source=_SOURCE)
        for number, footnote in enumerate(self._document.footnotes, 1):
            self._paragraph(_add(notes, "note", eId=f"fn_{number}"), footnote)

    def _facts(self, holder: etree._Element) -> None:
        """Write the facts about the document that the standard has no place for."""
        document, effect = self._document, self._document.effect
        _mark(
            etree.SubElement(holder, own("document")),
            type=document.instrument.type,
            year=document.instrument.year,
            layout=document.layout,
            place=document.place,
            effect=effect.passage.text if effect else None,
        )

    def _level_properties(self, frbr: etree._Element, level: str) -> None:
        instrument = self._document.instrument
        if level == "Work":
            _add(frbr, "FRBRcountry", value="vn")
            _add(frbr, "FRBRsubtype", value=slug(instrument.type))
            if instrument.number:
                _add(frbr, "FRBRnumber", value=instrument.number)
            if instrument.title:
                _add(frbr, "FRBRname", value=instrument.title)
        elif level == "Expression":
            _add(frbr, "FRBRlanguage", language="vie")

    def _references(self, meta: etree._Element) -> None:
        references = _add(meta, "references", source=_SOURCE)
        path = "/akn/ontology"
        _add(
            references,
            "TLCOrganization",
            eId="vnmedia",
            href=f"{path}/organization/vnmedia",
            showAs="vnmedia",
        )
        instrument = self._document.instrument
        bodies = [*([instrument.issuer] if instrument.issuer else []), *instrument.co_issuers]
        for number, body in enumerate(bodies, 1):
            eid = "issuer" if number == 1 else f"issuer_{number}"
            href = f"{path}/organization/vn/{body.id or slug(body.name)}"
            made = _add(references, "TLCOrganization", eId=eid, href=href, showAs=body.name)
            _mark(made, id=body.id)
        for number, signature in enumerate(self._document.signatures, 1):
            if signature.name:
                href = f"{path}/person/vn/{slug(signature.name)}"
                _add(references, "TLCPerson", eId=f"person_{number}", href=href, showAs=signature.name)
            if signature.office:
                href = f"{path}/role/vn/{slug(signature.office)}"
                _add(references, "TLCRole", eId=f"role_{number}", href=href, showAs=signature.office)

    def _long_title(self, preface: etree._Element) -> None:
        document = self._document
        if document.type is None and document.title is None:
            return
        title = _add(_add(preface, "longTitle"), "p")
        if document.type is not None:
            _add(title, "docType", document.type.text).tail = " "
        if document.title is not None:
            _add(title, "docTitle", document.title.text)

    def _preface(self, top: etree._Element) -> None:
        document = self._document
        preface = _add(top, "preface")
        for part, tag, passage in (
            ("parent", "docAuthority", document.parent),
            *(("issuer", "docAuthority", issuer) for issuer in document.issuers),
            ("number", "docNumber", document.number),
        ):
            if passage is not None:
                line = _add(preface, "p")
                _mark(line, part=part)
                _add(line, tag, passage.text)
        if document.motto is not None:
            _mark(_add(preface, "p", document.motto.text), part="motto")
        if document.dateline is not None:
            line = _add(preface, "p")
            _mark(line, part="dateline")
            if document.instrument.date:
                _add(line, "docDate", document.dateline.text, date=document.instrument.date.isoformat())
            else:
                line.text = legal(document.dateline.text)
        self._long_title(preface)
        for addressee in document.addressees:
            _mark(self._paragraph(preface, addressee), part="addressee")
        if not len(preface):
            _add(preface, "p")

    def _preamble(self, top: etree._Element) -> None:
        document = self._document
        own = document.preamble if self._is_act else ()
        if not (own or document.grounds or document.enacting):
            return
        preamble = _add(top, "preamble")
        for passage in own:
            self._paragraph(preamble, passage)
        if document.grounds:
            citations = _add(preamble, "citations")
            for number, ground in enumerate(document.grounds, 1):
                self._paragraph(_add(citations, "citation", eId=self._eid(f"cit_{number}")), ground.passage)
        if document.enacting is not None:
            self._paragraph(_add(preamble, "formula", name="enactingFormula"), document.enacting)

    def _body(self, body: etree._Element, divisions: Sequence[Division]) -> None:
        if not self._is_act:
            for passage in self._document.preamble:
                self._paragraph(body, passage)
        for division in divisions:
            self._division(body, division, "")
        if not len(body):
            _add(body, "p")

    def _division(self, parent: etree._Element, division: Division, prefix: str) -> None:
        """One unit and all within it; units nest no deeper than their kinds, so recursion ends."""
        number = slug(division.number.replace("đ", "dd").replace("Đ", "dd"))
        own = f"{_EIDS.get(division.kind, division.kind)}_{number}"
        # Articles are numbered through the whole document, so their ids need no prefix.
        eid = self._eid(f"{prefix if division.kind != 'article' else _component(prefix)}{own}")
        unit = _add(parent, _ELEMENTS.get(division.kind, division.kind), eId=eid)
        around, self._unit = self._unit, eid
        label = one_line(division.label.of(self._document.text))
        _add(unit, "num", label)
        _mark(unit, number=division.number if division.number != number_in(label) else None)
        if division.heading is not None:
            self._inline(_add(unit, "heading"), division.heading)
        if division.divisions:
            if division.paragraphs:
                self._paragraphs(_add(unit, "intro"), division.paragraphs)
            for inner in division.divisions:
                self._division(unit, inner, f"{eid}__")
        else:
            self._paragraphs(_add(unit, "content"), division.paragraphs)
        self._unit = around

    def _conclusions(self, top: etree._Element) -> None:
        document = self._document
        if not (document.recipients or document.signatures):
            return
        conclusions = _add(top, "conclusions")
        if document.recipients:
            self._paragraphs(_add(conclusions, "container", name="recipients"), document.recipients)
        for number, signature in enumerate(document.signatures, 1):
            line = _add(_add(conclusions, "container", name="signature"), "p")
            made = _add(line, "signature", " ".join(f"{by.form}. {by.of}" for by in signature.authorities))
            _mark(made, **{by.form: by.of for by in signature.authorities})
            if signature.office:
                _add(made, "role", signature.office, refersTo=f"#role_{number}").tail = " "
            if signature.name:
                _add(made, "person", signature.name, refersTo=f"#person_{number}")

    def _attachment(self, holder: etree._Element, attachment: Attachment, number: int) -> None:
        eid = self._eid(f"att_{number}")
        made = _add(holder, "attachment", eId=eid)
        _mark(made, number=attachment.number)
        if attachment.title is not None:
            self._inline(_add(made, "heading"), attachment.title)
        if attachment.note is not None:
            self._inline(_add(made, "subheading"), attachment.note)
        inner = _add(made, "doc", name="attachment")
        self._meta(inner, eid)
        body = _add(inner, "mainBody")
        self._paragraphs(body, attachment.paragraphs)
        for division in attachment.divisions:
            self._division(body, division, f"{eid}__")
        if not len(body):
            _add(body, "p")

    def _paragraphs(self, parent: etree._Element, passages: Iterable[Passage]) -> None:
        for passage in passages:
            self._paragraph(parent, passage)

    def _paragraph(self, parent: etree._Element, passage: Passage) -> etree._Element:
        line = _add(parent, "p")
        self._inline(line, passage)
        return line

    def _inline(self, element: etree._Element, passage: Passage) -> None:
        """Write the text of *passage*, with its resolved citations as ``ref``."""
        cited = [list(self._cited(span)) for span in passage.spans]
        if not any(cited):
            _append(element, passage.text)
            return
        for index, (span, mentions) in enumerate(zip(passage.spans, cited, strict=True)):
            _append(element, " " if index else "")
            position = span.start
            for mention in mentions:
                _append(element, self._printed(position, mention.start))
                quote = one_line(self._printed(mention.start, mention.end))
                self._reference(element, mention, quote).tail = ""
                position = mention.end
            _append(element, self._printed(position, span.end))

    def _reference(self, element: etree._Element, mention: Mention[Citation], quote: str) -> etree._Element:
        """Add a citation; with what it prints, where the instrument that it means has no identifier."""
        value = mention.value
        made = _add(element, "ref", quote, href=value.uri or made_iri(value))
        if value.uri:
            _mark(made, type=value.type)
        else:
            state(made, value)
        eid = self._targets.get(mention.span)
        if eid is not None and mention.span not in self._written:
            made.set("eId", eid)
            self._written[mention.span] = Written(eid, self._unit)
        return made

    def _printed(self, start: int, end: int) -> str:
        """The text from *start* to *end*, without the marks of Markdown, which no passage has."""
        return _STRONG.sub("", self._document.text[start:end])

    def _cited(self, span: Span) -> Iterable[Mention[Citation]]:
        for index in range(bisect_left(self._starts, span.start), len(self._starts)):
            mention = self._document.citations[index]
            if mention.end > span.end:
                return
            if mention.value.uri or mention.span in self._targets:
                yield mention

    def _eid(self, wanted: str) -> str:
        count = self._used[wanted] = self._used.get(wanted, 0) + 1
        return wanted if count == 1 else self._eid(f"{wanted}_{count}")


def _component(prefix: str) -> str:
    """The part of *prefix* that names the attachment, with its joining mark."""
    first = prefix.partition("__")[0]
    return f"{first}__" if first.startswith("att_") else ""


def _append(element: etree._Element, text: str) -> None:
    """Add *text* after what *element* holds, with white space collapsed."""
    shown = _SPACES.sub(" ", legal(text))
    last = element[-1] if len(element) else None
    if last is not None:
        last.tail = (last.tail or "") + shown
    else:
        element.text = ((element.text + " " if element.text else "") + shown).replace("  ", " ")
