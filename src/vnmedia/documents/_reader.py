"""From a page to a document: the parts in the order in which they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, pairwise

import attrs

from .. import agencies, dates, instruments
from ..errors import ParseError
from ..model import Agency, Citation, Context, LegalInstrument, Mention
from ..model.document import Attachment, Effect, Ground, InstrumentDocument, Passage
from ._closing import ATTACHED, Closing, attachment_starts, closing_start, read_closing
from ._divisions import read_divisions
from ._front import ADDRESSED, GROUND_HEAD, MOST_TITLE_LINES, Front, read_front
from ._lines import Line, Page
from ._markers import markers_of

__all__ = ["read_document"]

_GROUND = re.compile(r"(?:thực hiện|trên cơ sở|thi hành|xét|theo)\b")
_APPENDIX_NUMBER = re.compile(
    r"(?:phụ lục|phụ biểu|biểu mẫu|mẫu số)\s(?:số\s)?([ivxlc]{1,6}|[0-9]{1,3}[a-z]?)\b"
)
_ENACTING = re.compile(
    r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị|lệnh|nghị định|thông tư|quy định|thông báo|kết luận)\s*:?\Z"
    r"|[^\n]{0,200}\b(?:ban hành|quyết định|quyết nghị|thông qua)\b"
)
# The subject stands at the head of its sentence; ``Điều 5 Nghị định này có hiệu lực …`` is another one.
_EFFECT = re.compile(
    r"(?:\A|[.;:]\s)(?:[0-9]{1,2}[.)]\s)?((?:[^\W\d_]{1,7}\s){1,4}này\s(?:[^.;:]{0,200}?\s)?"
    r"có\shiệu\slực(?:\sthi\shành)?(?:\skể)?\s(từ|sau)\s)"
)
_SAME_DAY = re.compile(r"(?:ngày\s)?(?:ký|ban\shành|thông\squa|được\s(?:ký|thông\squa))\b")
_DAYS_LATER = re.compile(
    r"([0-9]{1,3})\s(?:\([^()]{1,40}\)\s)?ngày,?\s(?:kể\s)?từ\sngày\s(?:ký|ban\shành|thông\squa)\b"
)
_BODIES_OF_PLACES = {"HĐND": "Hội đồng nhân dân", "UB": "Ủy ban nhân dân"}
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)\s")
_LAW_TYPES = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")


def read_document(text: str) -> InstrumentDocument:
    """The document that *text* is.

    Raises:
        ParseError: Nothing of a letterhead stands at its head, or nothing stands below it.
    """
    page = Page(text)
    front = read_front(page)
    head, next_line = front.head, front.next_line
    if head.number is None and head.motto is None and front.card is None:
        raise _refused(text, "no letterhead of an instrument")
    named = head.type is not None or front.card is not None
    if not named and (head.number is None or (head.motto is None and head.dateline is None)):
        raise _refused(text, "no line names the type")
    starts = closing_start(page.lines, next_line)
    divided, divisions = read_divisions(page, page.lines[next_line:starts])
    if head.type is None and head.subject is None and not (divided or divisions):
        raise _refused(text, "nothing stands below the letterhead")
    closing = read_closing(page, starts)
    instrument = _instrument(front)
    cited = instruments.find(page.view, Context(published=front.date))
    citations = tuple(_to_itself(page, instrument, cited))
    preamble = _Preamble(page, divided, citations)
    return InstrumentDocument(
        text=page.view.text,
        layout="party" if head.is_party else "state",
        instrument=instrument,
        motto=head.motto,
        parent=head.parent,
        issuers=head.issuers,
        number=head.number,
        dateline=head.dateline,
        place=head.place,
        type=head.type,
        title=front.title,
        addressees=tuple(preamble.addressees),
        grounds=tuple(preamble.grounds),
        enacting=preamble.enacting,
        preamble=tuple(preamble.rest),
        divisions=divisions,
        recipients=closing.recipients,
        signatures=closing.signatures,
        effect=_effect(page, page.lines[next_line:starts], front.date),
        attachments=_attachments(page, closing),
        citations=citations,
    )


def _refused(text: str, reason: str) -> ParseError:
    return ParseError("document", text, (0, min(len(text), 200)), reason)


class _Preamble:
    """The text before the first unit, told apart: addressees, grounds, what enacts, the rest."""

    def __init__(self, page: Page, lines: Sequence[Line], citations: Sequence[Mention[Citation]]) -> None:
        self._page = page
        self._citations = citations
        self._next = 0
        self.addressees: list[Passage] = []
        self.grounds: list[Ground] = []
        self.enacting: Passage | None = None
        self.rest: list[Passage] = []
        addressing = False
        for group in page.paragraphs(lines, breaks=GROUND_HEAD):
            lower = group[0].lower
            start, end = group[0].start, group[-1].end
            addressed = ADDRESSED.match(lower)
            addressing = bool(addressed) or (addressing and lower.startswith(("-", "+", "–")))
            if addressing:
                self._address(start + (addressed.end() if addressed else 0), end)
            elif GROUND_HEAD.match(lower) or (_GROUND.match(lower) and group[-1].plain.endswith((";", ","))):
                self._ground(start, end)
            else:
                self._other(page.passage(start, end))

    def _address(self, start: int, end: int) -> None:
        text = self._page.view.printed
        while start < end and text[start] in " -+–:\n":
            start += 1
        while end > start and text[end - 1] in " ;.,\n":
            end -= 1
        if start < end:
            self.addressees.append(self._page.passage(start, end))

    def _ground(self, start: int, end: int) -> None:
        passage = self._page.passage(start, end)
        while self._next < len(self._citations) and self._citations[self._next].end <= passage.start:
            self._next += 1
        named = []
        while self._next < len(self._citations) and self._citations[self._next].end <= passage.end:
            named.append(self._citations[self._next])
            self._next += 1
        self.grounds.append(Ground(passage=passage, citations=tuple(named)))

    def _other(self, passage: Passage) -> None:
        if self.grounds and _ENACTING.match(passage.text.lower()):
            if self.enacting is not None:
                self.rest.append(self.enacting)
            self.enacting = passage
        else:
            self.rest.append(passage)


def _instrument(front: Front) -> LegalInstrument:
    """What the document is, as a citation of it would be read."""
    head, title, day = front.head, front.title, front.date
    number = head.printed_number or (front.card.number if front.card else None)
    type_name = _type_name(front, number)
    known = Citation(type=type_name, number=number)
    issuers: tuple[Agency, ...] = ()
    if number:
        short = f"{type_name} số {number}"
        known = _read_citation(short, day) or known
        issuers = _issuers(front, number, known.issuer)
        # Day and issuer tell apart what many bodies number alike (``QĐ-UBND``).
        dated = f" ngày {day:%d/%m/%Y}" if day else ""
        body = f" của {issuers[0].name}" if issuers else ""
        known = _read_citation(short + dated + body, day) or known
    is_law = type_name in _LAW_TYPES
    issuers = issuers or _issuers(front, number, known.issuer)
    return LegalInstrument(
        type=type_name,
        number=number,
        date=day,
        issuer=issuers[0] if issuers else None,
        co_issuers=issuers[1:],
        title=_cited_title(type_name, title, known) if is_law else title.text if title else None,
        year=day.year if day and is_law else known.year,
        uri=known.uri,
    )


def _type_name(front: Front, number: str | None) -> str:
    """The type that a line names, or the card; else what the letters of the number stand for."""
    named = front.head.type_name or (front.card.type_name if front.card else None)
    if named is not None:
        return named
    if front.head.subject is not None:
        return "công văn"
    if front.head.number is not None and front.head.number.text.lower().startswith("bản án"):
        return "bản án"
    told = next(iter(instruments.find(f"Số: {number}")), None) if number else None
    return told.value.type if told is not None else "văn bản"


def _read_citation(quote: str, day: dt.date | None) -> Citation | None:
    """The citation that *quote* is; a number of no known form is none, and is kept as it is printed."""
    with suppress(ParseError):
        return instruments.parse(quote, Context(published=day))
    return None


def _to_itself(
    page: Page, instrument: LegalInstrument, citations: Iterable[Mention[Citation]]
) -> Iterator[Mention[Citation]]:
    """*citations* with ``Nghị định này`` resolved to the document itself.

    In a quotation it is the amended document's own words, and means that one; nothing says which it is.
    """
    quoted = [page.span(line.start, line.end) for line in page.lines if line.quoted]
    behind = 0
    for mention in citations:
        value = mention.value
        if value.number is None and value.title is None and mention.quote.lower().endswith("này"):
            while behind < len(quoted) and quoted[behind].end <= mention.start:
                behind += 1
            own = value.type == instrument.type
            if behind < len(quoted) and quoted[behind].overlaps(mention.span):
                value = attrs.evolve(value, instrument=None)
            elif own:
                value = attrs.evolve(value, instrument=instrument)
        yield attrs.evolve(mention, value=value)


def _cited_title(type_name: str, title: Passage | None, known: Citation) -> str | None:
    """A law is cited by its type and name (``Luật Báo chí``), as the registry has it."""
    if known.instrument is not None and known.instrument.title is not None:
        return known.instrument.title
    return f"{type_name.capitalize()} {title.text}" if title else None


def _issuers(front: Front, number: str | None, implied: Agency | None) -> tuple[Agency, ...]:
    """The bodies that the letterhead names, or the card; else the one that the number implies."""
    head, day = front.head, front.date
    if not head.issuers:
        stated = _card_issuer(front, number)
        return tuple(issuer for issuer in (stated or implied,) if issuer is not None)
    found = [_resolved(day, *_names(body.text, front)) for body in head.issuers]
    first, printed = found[0], head.issuers[0].text
    if implied is not None and (first is None or implied.name.casefold() == printed.casefold()):
        found[0] = implied
    return tuple(issuer or Agency(name=body.text) for issuer, body in zip(found, head.issuers, strict=True))


def _names(printed: str, front: Front) -> Iterator[str]:
    """What a body of the letterhead may be called in full.

    A unit's own name may need that of the body above it (``VĂN PHÒNG`` below ``TỈNH ỦY QUẢNG NINH``) or its
    place (``SỞ Y TẾ`` below ``UBND TỈNH HÀ NAM``); the line that enacts may have a longer name.
    """
    yield printed
    for level in islice(_PLACE.finditer(printed.lower()), 1, 2):  # the province behind the district
        yield printed[: level.start()].strip(" ,-")
    if front.head.parent is not None:
        above = front.head.parent.text
        yield f"{printed} {above}"
        place = _PLACE.search(above.lower())
        if place is not None:
            yield f"{printed} {above[place.start() :]}"
            yield f"{printed} {above[place.end() :]}"
    if front.enactor is not None and front.enactor.startswith(f"{printed} "):
        yield front.enactor


def _card_issuer(front: Front, number: str | None) -> Agency | None:
    """The body that the card names; it may give the place alone (``Nơi ban hành: Tỉnh Điện Biên``)."""
    if front.card is None or front.card.issuer is None:
        return None
    name = front.card.issuer
    whole = [f"{body} {name}" for letters, body in _BODIES_OF_PLACES.items() if letters in (number or "")]
    return _resolved(front.date, name, *whole) or Agency(name=name)


def _resolved(day: dt.date | None, *names: str) -> Agency | None:
    """The body that the first of *names* stands for that is one, rather one that a registry has."""
    found: Agency | None = None
    for name in names:
        with suppress(ParseError):
            agency = agencies.resolve(name, day)
            found = found or Agency(id=agency.id, name=agency.name)
            if agency.id is not None:
                return Agency(id=agency.id, name=agency.name)
    return found


def _effect(page: Page, lines: Sequence[Line], issued: dt.date | None) -> Effect | None:
    """From when the document says that it has effect; what it quotes of others does not count."""
    if not lines:
        return None
    open_ended: Effect | None = None
    for group in page.paragraphs([line for line in lines if not line.quoted]):
        text = page.view.printed[group[0].start : group[-1].end].lower()
        match = _EFFECT.search(text)
        if match is None:
            continue
        day, length = _effective_day(text[match.end() :], match.group(2), issued)
        start, end = group[0].start + match.start(1), group[0].start + match.end() + length
        effect = Effect(date=day, passage=page.passage(start, end))
        if day is not None:
            return effect
        open_ended = open_ended or effect
    return open_ended


def _effective_day(tail: str, word: str, issued: dt.date | None) -> tuple[dt.date | None, int]:
    """The day that *tail* names behind ``từ`` or ``sau``, and how much of it does."""
    later = _DAYS_LATER.match(tail)
    if later:
        days = dt.timedelta(days=int(later.group(1)))
        return (issued + days if issued and issued.year < dt.MAXYEAR - 3 else None), later.end()
    same = _SAME_DAY.match(tail)
    if same and word == "từ":
        return issued, same.end()
    first = next(iter(dates.find(tail[:80], Context(published=issued))), None)
    if (
        first is not None
        and first.start <= len("ngày ")
        and word == "từ"
        and first.value.start == first.value.end
    ):
        return first.value.start, first.end
    return None, 0


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
