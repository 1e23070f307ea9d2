"""From a page to a document: the parts in the order in which they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise

import attrs

from .. import agencies, dates, instruments
from ..errors import ParseError
from ..model import Context, Issuer, LegalInstrument, Mention
from ..model.document import Attachment, Effect, Ground, InstrumentDocument, Passage
from ._closing import ATTACHED, Closing, attachment_starts, closing_start, read_closing
from ._divisions import read_divisions
from ._letterhead import Letterhead, day_of, find_day, find_number, printed_number, read_letterhead
from ._lines import Line, Page
from ._markers import ARTICLE, markers_of

__all__ = ["read_document"]

_MOST_TITLE_LINES = 12
_LONGEST_TITLE_LINE = 250
_GROUND_HEAD = re.compile(r"(?:căn cứ|theo (?:đề nghị|tờ trình)|xét (?:đề nghị|tờ trình))\b")
_GROUND = re.compile(r"(?:thực hiện|trên cơ sở|thi hành|xét|theo)\b")
_APPENDIX_NUMBER = re.compile(
    r"(?:phụ lục|phụ biểu|biểu mẫu|mẫu số)\s(?:số\s)?([ivxlc]{1,6}|[0-9]{1,3}[a-z]?)\b"
)
_ENACTING = re.compile(
    r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị|lệnh|nghị định|thông tư|quy định|thông báo|kết luận)\s*:?\Z"
    r"|[^\n]{0,200}\b(?:ban hành|quyết định|quyết nghị|thông qua)\b"
)
# A công điện names whom it goes to behind ``… điện:``.
_ADDRESSED = re.compile(r"kính gửi\s*:?|[^:\n]{3,80}\sđiện:\Z")
_NOT_TITLE = re.compile(
    r"(?:căn cứ|theo |xét |thực hiện|kính gửi|để |nhằm |trên cơ sở|ngày \d|trong |tiếp tục|thời gian|hiện nay"
    r"|sau )"
)
_ISSUER_LINE = re.compile(
    r"(?:chính phủ|thủ tướng|quốc hội|bộ trưởng|ủy ban|hội đồng|chủ tịch|chánh án|viện trưởng|tổng |giám đốc"
    r"|thống đốc|ban (?:chấp hành|bí thư|thường vụ)|bộ chính trị|chủ nhiệm|cục trưởng|trưởng ban"
    r"|tỉnh ủy|thành ủy)"
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
_LAW_TYPES = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")


def read_document(text: str) -> InstrumentDocument:
    """The document that *text* is.

    Raises:
        ParseError: Nothing of a letterhead stands at its head, or nothing stands below it.
    """
    page = Page(text)
    head = read_letterhead(page)
    head, title, next_line = _title(page, head)
    if head.number is None and head.motto is None:
        raise _refused(text, "no letterhead of an instrument")
    if head.type is None and (head.number is None or (head.motto is None and head.dateline is None)):
        raise _refused(text, "no line names the type")
    starts = closing_start(page.lines, next_line)
    divided, divisions = read_divisions(page, page.lines[next_line:starts])
    if head.type is None and head.subject is None and not (divided or divisions):
        raise _refused(text, "nothing stands below the letterhead")
    closing = read_closing(page, starts)
    instrument = _instrument(head, title)
    citations = tuple(_to_itself(page, instrument, instruments.find(page.view, Context(published=head.date))))
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
        title=title,
        addressees=tuple(preamble.addressees),
        grounds=tuple(preamble.grounds),
        enacting=preamble.enacting,
        preamble=tuple(preamble.rest),
        divisions=divisions,
        recipients=closing.recipients,
        signatures=closing.signatures,
        effect=_effect(page, page.lines[next_line:starts], head.date),
        attachments=_attachments(page, closing),
        citations=citations,
    )


def _refused(text: str, reason: str) -> ParseError:
    return ParseError("document", text, (0, min(len(text), 200)), reason)


def _title(page: Page, head: Letterhead) -> tuple[Letterhead, Passage | None, int]:
    """The letterhead, the title, and the line behind it.

    Before 2005 the gazette printed the number and date below the type, as part of the heading
    (``NGHỊ ĐỊNH`` / ``CỦA CHÍNH PHỦ SỐ 110/2004/NĐ-CP NGÀY 08 THÁNG 4 NĂM 2004`` / ``VỀ …``).
    """
    if head.type is None:
        return head, head.subject, head.next_line
    lines = page.lines[head.next_line : head.next_line + _MOST_TITLE_LINES]
    beside = page.view.printed[head.type_end : lines[0].end].strip(" :.-–")
    title = [_from(lines[0], head.type_end)] if beside else []
    count = 1
    for line in lines[1:]:
        if not _goes_on(title, line):
            break
        title = [*title, line]
        count += 1
    below = [line for line in title if line.lower.startswith(("của ", "số "))]
    if below and title[0] is below[0]:
        head = _with_number(page, head, title)
        title = [line for line in title if line not in below]
    passage = page.passage(title[0].start, title[-1].end) if title else None
    return head, passage, head.next_line + count


def _from(line: Line, start: int) -> Line:
    """*line* from *start* of the view on, without the marks there."""
    rest = line.plain[start - line.start :]
    left = start - line.start + len(rest) - len(rest.lstrip(" :.-–"))
    return attrs.evolve(line, start=line.start + left, plain=line.plain[left:], lower=line.lower[left:])


def _goes_on(title: Sequence[Line], line: Line) -> bool:
    """Whether *line* belongs to the title, of which *title* was read."""
    if ATTACHED.match(line.lower) or _ADDRESSED.match(line.lower) or _GROUND_HEAD.match(line.lower):
        return False
    if line.plain.isupper() and _ISSUER_LINE.match(line.lower):
        return False
    if any(marker.order == 1 or marker.rank <= ARTICLE for marker in markers_of(line)):
        return False
    if not title or line.plain[0].islower():
        return True
    if title[-1].ended or line.ended or _NOT_TITLE.match(line.lower) or len(line.plain) > _LONGEST_TITLE_LINE:
        return False
    return not line.gap or (line.plain.isupper() and title[-1].plain.isupper())


class _Preamble:
    """The text before the first unit, told apart: addressees, grounds, what enacts, the rest."""

    def __init__(
        self, page: Page, lines: Sequence[Line], citations: Sequence[Mention[LegalInstrument]]
    ) -> None:
        self._page = page
        self._citations = citations
        self._next = 0
        self.addressees: list[Passage] = []
        self.grounds: list[Ground] = []
        self.enacting: Passage | None = None
        self.rest: list[Passage] = []
        addressing = False
        for group in page.paragraphs(lines, breaks=_GROUND_HEAD):
            lower = group[0].lower
            start, end = group[0].start, group[-1].end
            addressed = _ADDRESSED.match(lower)
            addressing = bool(addressed) or (addressing and lower.startswith(("-", "+", "–")))
            if addressing:
                self._address(start + (addressed.end() if addressed else 0), end)
            elif _GROUND_HEAD.match(lower) or (_GROUND.match(lower) and group[-1].plain.endswith((";", ","))):
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


def _instrument(head: Letterhead, title: Passage | None) -> LegalInstrument:
    """What the document is, as a citation of it would be read."""
    type_name = head.type_name or ("công văn" if head.subject else "văn bản")
    known = LegalInstrument(type=type_name, number=head.printed_number)
    issuer = None
    if head.printed_number:
        short = f"{type_name} số {head.printed_number}"
        known = _read_citation(short, head) or known
        issuer = _issuer(head, known.issuer)
        # Day and issuer tell apart what many bodies number alike (``QĐ-UBND``).
        day = f" ngày {head.date:%d/%m/%Y}" if head.date else ""
        body = f" của {issuer.name}" if issuer else ""
        known = _read_citation(short + day + body, head) or known
    is_law = type_name in _LAW_TYPES
    return attrs.evolve(
        known,
        type=type_name,
        number=head.printed_number,
        date=head.date,
        issuer=issuer or _issuer(head, known.issuer),
        title=_cited_title(type_name, title, known) if is_law else title.text if title else None,
        year=head.date.year if head.date and is_law else known.year,
    )


def _read_citation(quote: str, head: Letterhead) -> LegalInstrument | None:
    """The citation that *quote* is; a number of no known form is none, and is kept as it is printed."""
    with suppress(ParseError):
        return instruments.parse(quote, Context(published=head.date))
    return None


def _to_itself(
    page: Page, instrument: LegalInstrument, citations: Iterable[Mention[LegalInstrument]]
) -> Iterator[Mention[LegalInstrument]]:
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
                value = attrs.evolve(value, uri=None, resolved=None)
            elif own:
                value = attrs.evolve(value, uri=instrument.uri, resolved=instrument)
        yield attrs.evolve(mention, value=value)


def _cited_title(type_name: str, title: Passage | None, known: LegalInstrument) -> str | None:
    """A law is cited by its type and name (``Luật Báo chí``), as the registry has it."""
    if known.resolved is not None and known.resolved.title is not None:
        return known.resolved.title
    return f"{type_name.capitalize()} {title.text}" if title else None


def _issuer(head: Letterhead, implied: Issuer | None) -> Issuer | None:
    """The body that the letterhead names, else the one that the number implies."""
    if not head.issuers:
        return implied
    printed = head.issuers[0].text
    if implied is not None and implied.name.casefold() == printed.casefold():
        return implied
    # A unit's own name may need that of the body above it (``VĂN PHÒNG`` below ``TỈNH ỦY QUẢNG NINH``).
    whole = f"{printed} {head.parent.text}" if head.parent else printed
    for name in (printed, whole):
        with suppress(ParseError):
            agency = agencies.resolve(name, head.date)
            return Issuer(id=agency.id, name=agency.name)
    return implied or Issuer(name=printed)


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
        (index for index, line in enumerate(lines[:_MOST_TITLE_LINES]) if ATTACHED.match(line.lower)), None
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


def _with_number(page: Page, head: Letterhead, title: Sequence[Line]) -> Letterhead:
    """*head* with the number and day that stand in the heading itself."""
    text = page.view.printed[title[0].start : title[-1].end]
    number = find_number(text.lower())
    day = find_day(text.lower())
    if head.printed_number is None and number is not None:
        where = title[0].start + number.start(), title[0].start + number.end()
        head = attrs.evolve(head, number=page.passage(*where), printed_number=printed_number(text, number))
    return attrs.evolve(head, date=head.date or day_of(day))
