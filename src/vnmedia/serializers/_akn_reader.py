"""Akoma Ntoso 3.0 read back as a document; needs the extra ``akn``.

The format keeps no layout, so the document's text is made from the file, one line for each passage. The rest
comes back as it was: type, number, day, issuers, title and identifier; each line of the letterhead; grounds,
units with their numbers, names and paragraphs; recipients, signatures, effect, footnotes, attachments;
references with the instrument that they name; what the document does to others. The format has no pinpoints,
and neither citations of unknown instruments nor relations but the document's own:
``find_instruments(document.text)`` finds them again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs

from ..errors import ExtraError, SerializationError
from ..model import Agency, Citation, LegalInstrument, Mention, Relation, Span
from ..model.document import (
    Attachment,
    Authority,
    Division,
    DivisionKind,
    Effect,
    Ground,
    InstrumentDocument,
    Passage,
    Signature,
)

try:
    from lxml import etree
except ModuleNotFoundError as error:
    raise ExtraError("akn", "lxml") from error

from ._akn_names import NAMESPACE, number_in, own
from ._akn_relations import read_relations, read_until

__all__ = ["from_akn"]

_NS = {"a": NAMESPACE}
_KINDS: dict[str, DivisionKind] = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "subsection": "subsection",
    "article": "article",
    "clause": "clause",
    "point": "point",
    "indent": "subpoint",
}
#: Far deeper than any paper's units nest.
_DEEPEST = 30
_SPACES = re.compile(r"\s+")
_FORMS = ("TM", "KT", "TL", "TUQ", "Q")


def from_akn(text: str | bytes) -> InstrumentDocument:
    """The document in a file of Akoma Ntoso that ``to_akn`` wrote.

    Raises:
        SerializationError: *text* is not XML, not an ``act`` or ``doc`` of Akoma Ntoso 3.0, or says what no
            document can have.

    >>> from vnmedia import parse_instrument_document
    >>> from vnmedia.serializers.akn import from_akn, to_akn
    >>> text = "Số: 1/2020/NĐ-CP\\nNGHỊ ĐỊNH\\nVề biển\\nĐiều 1. Biển xanh."
    >>> document = from_akn(to_akn(parse_instrument_document(text)))
    >>> document.instrument.number, document.divisions[0].paragraphs[0].text
    ('1/2020/NĐ-CP', 'Biển xanh.')
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text.encode() if isinstance(text, str) else text, parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise SerializationError([("", f"not XML: {error}")]) from error
    top = next((child for child in root if _tag(child) in ("act", "doc")), None)
    if _tag(root) != "akomaNtoso" or top is None:
        raise SerializationError([("", "an act or doc of Akoma Ntoso 3.0 is needed")])
    try:
        return _Reader(top).document()
    except ValueError as error:
        raise SerializationError([("", str(error))]) from error


def _tag(element: etree._Element) -> str:
    """The name of an element of the standard; empty for any other node."""
    prefix = f"{{{NAMESPACE}}}"
    return element.tag.removeprefix(prefix) if str(element.tag).startswith(prefix) else ""


class _Reader:
    """Reads one document; its text grows line by line."""

    def __init__(self, top: etree._Element) -> None:
        self._top = top
        self._lines: list[str] = []
        self._length = 0
        self._end = 0
        self._citations: list[Mention[Citation]] = []
        self._targets: dict[str, Span] = {}
        facts = top.find(f"a:meta/a:proprietary/{own('document')}", _NS)
        self._facts = {} if facts is None else dict(facts.attrib)

    def document(self) -> InstrumentDocument:
        """The whole document."""
        top = self._top
        head = self._head(top.find("a:preface", _NS))
        grounds = [
            Ground(passage=ground) for ground in self._passages(top, "a:preamble/a:citations/a:citation/a:p")
        ]
        enacting = next(iter(self._passages(top, "a:preamble/a:formula/a:p")), None)
        body = next((child for child in top if _tag(child) in ("body", "mainBody")), None)
        preamble = [*self._passages(top, "a:preamble/a:p"), *self._passages(body, "a:p")]
        divisions = self._divisions(body)
        recipients = self._passages(top, "a:conclusions/a:container[@name='recipients']/a:p")
        signatures = [
            self._signature(made) for made in top.iterfind("a:conclusions/a:container/a:p/a:signature", _NS)
        ]
        attachments = [self._attachment(made) for made in top.iterfind("a:attachments/a:attachment", _NS)]
        footnotes = self._passages(top, "a:meta/a:notes/a:note/a:p")
        effect = self._effect()
        instrument = attrs.evolve(self._instrument(head), relations=self._relations())
        cited = tuple(sorted(self._citations, key=lambda mention: mention.start))
        return InstrumentDocument(
            text="".join(self._lines),
            layout="party" if self._said("layout") == "party" else "state",
            instrument=instrument,
            motto=_first(head, "motto"),
            parent=_first(head, "parent"),
            issuers=tuple(head.get("issuer", ())),
            number=_first(head, "number"),
            dateline=_first(head, "dateline"),
            place=self._said("place"),
            type=_first(head, "type"),
            title=_first(head, "title"),
            addressees=tuple(head.get("addressee", ())),
            grounds=tuple(_citing(ground, cited) for ground in grounds),
            enacting=enacting,
            preamble=tuple(preamble),
            divisions=divisions,
            recipients=tuple(recipients),
            signatures=tuple(signature for signature in signatures if signature is not None),
            effect=effect,
            attachments=tuple(made for made in attachments if made is not None),
            footnotes=tuple(footnotes),
            citations=cited,
        )

    # Facts

    def _said(self, name: str) -> str | None:
        return self._facts.get(own(name))

    def _value(self, path: str, name: str = "value") -> str | None:
        found = self._top.find(f"a:meta/a:identification/a:FRBRWork/{path}", _NS)
        return None if found is None else found.get(name)

    def _instrument(self, head: dict[str, list[Passage]]) -> LegalInstrument:
        printed = _first(head, "type")
        bodies = [
            Agency(id=body.get(own("id")), name=body.get("showAs") or "")
            for body in self._top.iterfind("a:meta/a:references/a:TLCOrganization", _NS)
            if (body.get("eId") or "").startswith("issuer")
        ]
        return LegalInstrument(
            type=(self._said("type") or (printed.text if printed else "văn bản")).lower(),
            number=self._value("a:FRBRnumber"),
            date=_day(self._value("a:FRBRdate[@name='issued']", "date")),
            issuer=bodies[0] if bodies else None,
            co_issuers=tuple(bodies[1:]),
            title=self._value("a:FRBRname"),
            year=int(self._said("year") or 0) or None,
            uri=self._value("a:FRBRalias[@name='eli']"),
        )

    def _effect(self) -> Effect | None:
        """The effect; where no line has its words, they are added below the lines."""
        words = self._said("effect")
        if words is None:
            return None
        meta = self._top.find("a:meta", _NS)
        start = "".join(self._lines).find(words)
        passage = self._line(words) if start < 0 else _passage(start, words)
        return Effect(
            date=_day(self._value("a:FRBRdate[@name='effective']", "date")),
            until=None if meta is None else read_until(meta),
            passage=passage,
        )

    # Lines

    def _line(self, words: str, gap: str = "\n") -> Passage:
        """The passage made by adding *words* at the end of the text."""
        start = self._length
        self._lines += [words, gap]
        self._end = start + len(words)
        self._length = self._end + len(gap)
        return _passage(start, words)

    def _passages(self, holder: etree._Element | None, path: str) -> list[Passage]:
        found = () if holder is None else holder.iterfind(path, _NS)
        made = [self._inline(element) for element in found]
        return [passage for passage in made if passage is not None]

    def _inline(self, element: etree._Element | None, gap: str = "\n") -> Passage | None:
        """The words of *element* as a line, with its references; None where it has no words."""
        if element is None:
            return None
        parts = [(_SPACES.sub(" ", part), reference) for part, reference in _parts(element)]
        words = "".join(part for part, _ in parts)
        if not words.strip():
            return None
        position = self._length - (len(words) - len(words.lstrip()))
        for part, reference in parts:
            if reference is not None and part.strip() and reference.get("href"):
                self._cite(position, part, reference)
            position += len(part)
        return self._line(words.strip(), gap)

    def _cite(self, position: int, quote: str, reference: etree._Element) -> None:
        span = Span(start=position, end=position + len(quote))
        self._citations.append(Mention(span=span, quote=quote, value=_citation(reference)))
        if reference.get("eId"):
            self._targets[reference.get("eId") or ""] = span

    # Acts

    def _relations(self) -> tuple[Relation, ...]:
        meta = self._top.find("a:meta", _NS)
        return () if meta is None else tuple(read_relations(meta, self._target, self._evidence))

    def _target(self, made: etree._Element) -> Span | None:
        """The place of the mention that an act names; where no line has it, its words are added below."""
        eid, quote = made.get(own("target")), made.get(own("quote"))
        if eid is not None or not quote:
            return self._targets.get(eid or "")
        self._cite(self._length, quote, made)
        return self._line(quote).spans[0]

    def _evidence(self, words: str, target: Span) -> Span:
        """The place of the *words* nearest before *target*, else after it, else in a line added below."""
        text = "".join(self._lines)
        start = text.rfind(words, 0, target.end)
        start = text.find(words) if start < 0 else start
        return _passage(start, words).spans[0] if start >= 0 else self._line(words).spans[0]

    # Parts

    def _head(self, preface: etree._Element | None) -> dict[str, list[Passage]]:
        """The lines of the letterhead, by what they are."""
        found: dict[str, list[Passage]] = {}
        for line in () if preface is None else preface:
            for part, piece in _pieces(line):
                passage = self._inline(piece)
                if passage is not None:
                    found.setdefault(part, []).append(passage)
        return found

    def _divisions(self, holder: etree._Element | None, depth: int = 0) -> tuple[Division, ...]:
        if depth > _DEEPEST:
            raise ValueError(f"units nest more than {_DEEPEST} deep")
        units = () if holder is None else (child for child in holder if _tag(child) in _KINDS)
        made = [self._division(unit, depth) for unit in units]
        return tuple(division for division in made if division is not None)

    def _division(self, unit: etree._Element, depth: int) -> Division | None:
        label = self._inline(unit.find("a:num", _NS), " ")
        if label is None:
            return None
        heading = self._inline(unit.find("a:heading", _NS))
        paragraphs = [*self._passages(unit, "a:intro/a:p"), *self._passages(unit, "a:content/a:p")]
        divisions = self._divisions(unit, depth + 1)
        spans = [
            label.spans[0],
            *(passage.spans[0] for passage in [*([heading] if heading else []), *paragraphs]),
        ]
        spans += [division.span for division in divisions]
        return Division(
            kind=_KINDS[_tag(unit)],
            number=unit.get(own("number")) or number_in(label.text) or label.text,
            label=label.spans[0],
            heading=heading,
            paragraphs=tuple(paragraphs),
            divisions=divisions,
            span=Span(start=spans[0].start, end=spans[-1].end),
        )

    def _signature(self, made: etree._Element) -> Signature | None:
        authorities = tuple(
            Authority(form=form, of=made.get(own(form)) or "")
            for form in (name.rpartition("}")[2] for name in made.attrib)
            if form in _FORMS
        )
        passage = self._inline(made)
        if passage is None:
            return None
        return Signature(
            authorities=authorities,
            office=_words(made.find("a:role", _NS)),
            name=_words(made.find("a:person", _NS)),
            passage=passage,
        )

    def _attachment(self, made: etree._Element) -> Attachment | None:
        start = self._length
        title = self._inline(made.find("a:heading", _NS))
        note = self._inline(made.find("a:subheading", _NS))
        body = made.find("a:doc/a:mainBody", _NS)
        paragraphs = self._passages(body, "a:p")
        divisions = self._divisions(body)
        if self._length == start:
            return None
        return Attachment(
            number=made.get(own("number")),
            title=title,
            note=note,
            paragraphs=tuple(paragraphs),
            divisions=divisions,
            span=Span(start=start, end=self._end),
        )


def _citation(reference: etree._Element) -> Citation:
    """The citation that *reference* is; without an identifier, what it prints of the instrument."""
    kind, href = (reference.get(own("type")) or "văn bản").lower(), reference.get("href") or ""
    if reference.get(own("quote")) is not None:
        destination = reference.find("a:destination", _NS)
        href = href if destination is None else destination.get("href") or ""
    known = None if href.startswith("/akn/") else LegalInstrument(type=kind, uri=href)
    return Citation(
        type=kind,
        number=reference.get(own("number")),
        title=reference.get(own("title")),
        date=_day(reference.get(own("date"))),
        instrument=known,
    )


_PARTS = {"docAuthority": "issuer", "docNumber": "number", "docDate": "dateline"}


def _pieces(line: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The parts of the letterhead in one line, by what they are."""
    if _tag(line) == "longTitle":
        yield from (("type", piece) for piece in line.iterfind("a:p/a:docType", _NS))
        yield from (("title", piece) for piece in line.iterfind("a:p/a:docTitle", _NS))
    else:
        yield line.get(own("part")) or _PARTS.get(_inner(line), "motto"), line


def _inner(line: etree._Element) -> str:
    """The name of the first element in a line."""
    return next((_tag(child) for child in line), "")


def _parts(element: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    """The words of *element* in order, each with the reference element that holds it, if any."""
    within: etree._Element | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and within is None:
            if _tag(node) == "ref":
                within = node
                yield "".join(node.itertext()), node
            elif node.text:
                yield node.text, None
        elif event == "end" and (within is None or within is node):
            within = None
            if node.tail and node is not element:
                yield node.tail, None


def _passage(start: int, words: str) -> Passage:
    return Passage(spans=(Span(start=start, end=start + len(words)),), text=words)


def _words(element: etree._Element | None) -> str | None:
    return None if element is None else "".join(element.itertext()) or None


def _first(head: dict[str, list[Passage]], part: str) -> Passage | None:
    return next(iter(head.get(part, ())), None)


def _day(text: str | None) -> dt.date | None:
    """The day in *text*; None where there is no text, or where it is not a day."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _citing(ground: Ground, citations: Iterable[Mention[Citation]]) -> Ground:
    """*ground* with the *citations* that stand in it."""
    passage = ground.passage
    inside = tuple(cited for cited in citations if passage.start <= cited.start and cited.end <= passage.end)
    return Ground(passage=passage, citations=inside)
