"""What stands above a document's body: a portal's card, the letterhead, the title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from ..model import Passage
from ..text import TextView
from ._card import Card, read_card
from ._closing import ATTACHED
from ._letterhead import (
    Letterhead,
    begins_title,
    day_of,
    find_day,
    find_number,
    printed_number,
    read_letterhead,
    torn_letterhead,
)
from ._lines import Line, Page
from ._markers import ARTICLE, markers_of
from ._signs import MARK, SHORT

__all__ = [
    "ADDRESSED",
    "GROUND_HEAD",
    "MOST_TITLE_LINES",
    "Front",
    "front_of",
    "is_official",
    "page_of",
    "read_front",
]

MOST_TITLE_LINES = 12
_LONGEST_TITLE_LINE = 250
#: ``Chiểu`` opens the grounds of decrees from 1945 on.
GROUND_HEAD = re.compile(
    r"(?:[-–+]\s*)?(?:căn cứ|theo (?:đề nghị|tờ trình)|xét (?:đề nghị|tờ trình)"
    r"|chiểu (?:theo|sắc|nghị|đề nghị|tờ trình|luật|hiến pháp|quyết))\b"
)
_UNFINISHED = re.compile(r"(?:\b(?:của|và|giữa|với|về|do|tại|thuộc|theo|cho)|,)\Z")
# A công điện names its addressees after ``… điện:``.
ADDRESSED = re.compile(r"kính gửi\s*:?|[^:\n]{3,80}\sđiện:\Z")
#: What a consolidated text consolidates, named below its title.
_NAMES_BASE = re.compile(
    r"(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư"
    r"|quyết định)\b[^\n]{0,80}?\bsố [0-9]+/[^\n]{3,20} ngày [0-9]"
)
_OFFICE_END = re.compile(
    r"(?:\A|\s)(?:bộ trưởng|thống đốc|chủ tịch|giám đốc|chánh án|viện trưởng|chủ nhiệm|cục trưởng"
    r"|tổng cục trưởng)\Z"
)
_NOT_TITLE = re.compile(
    r"(?:căn cứ|theo |xét |thực hiện|kính gửi|để |nhằm |trên cơ sở|(?:(?:vào |hôm |sáng |chiều |tối )?ngày"
    r"|sáng|chiều|tối) \d|trong |tiếp tục|thời gian|hiện nay|sau )"
)
_ISSUER_LINE = re.compile(
    r"(?:chính phủ|thủ tướng|quốc hội|bộ trưởng|ủy ban|hội đồng|chủ tịch|chánh án|viện trưởng|tổng |giám đốc"
    r"|thống đốc|ban (?:chấp hành|bí thư|thường vụ)|bộ chính trị|chủ nhiệm|cục trưởng|trưởng ban"
    r"|tỉnh ủy|thành ủy)"
)

#: The organ of the Party that a title names first.
_PARTY_ORGAN = re.compile(
    r"của\s(?:bộ chính trị|ban bí thư|ban chấp hành trung ương(?!\s(?:đoàn|hội))"
    r"|ban thường vụ\s(?:tỉnh|thành|đảng)\sủy|(?:tỉnh|thành|đảng)\sủy)(?!\w)"
)
#: A meeting whose body the line below names.
_MEETING = re.compile(
    r"(?:hội nghị|đại hội)(?:\s(?:đại biểu|toàn quốc))*(?:\slần thứ\s\w{1,6}(?:\s\w{1,6})?)?\Z"
)


@attrs.frozen(kw_only=True)
class Front:
    """What stands above a body.

    Attributes:
        enactor: The body named in the first line below the title, as in decisions.
        next_line: The line where the body begins.
        torn: The place of a letterhead that text extraction put among the lines of the body.
        start: Where in the text the card or the letterhead begins.
        end: Where in the text the body begins.
    """

    card: Card | None
    head: Letterhead
    title: Passage | None
    enactor: str | None
    next_line: int
    torn: tuple[int, int] | None = None
    start: int
    end: int

    def is_torn(self, line: Line) -> bool:
        """Whether *line* belongs to a letterhead among the lines of the body."""
        return self.torn is not None and self.torn[0] <= line.start < self.torn[1]

    @property
    def is_party(self) -> bool:
        """Whether it is a Party document's; without a letterhead, its title names the organ."""
        if self.head.is_party or self.head.motto is not None or self.title is None:
            return self.head.is_party
        return _PARTY_ORGAN.match(self.title.text.lower()) is not None

    @property
    def date(self) -> dt.date | None:
        """The day of issue; without a letterhead, a day that no place precedes may be a portal's."""
        head, card = self.head, self.card
        if card is None and head.number is None and head.motto is None and head.place is None:
            return None
        return head.date or (card.date if card else None)


def read_front(page: Page) -> Front:
    """What stands above the body on *page*."""
    card = read_card(page)
    head, title, next_line = _title(page, read_letterhead(page, card.next_line if card else 0))
    head, torn = _with_torn(page, head, next_line)
    if card is not None:
        title = title or card.title
    below = page.lines[next_line : next_line + 1]
    enactor = next(
        (line.plain for line in below if line.plain.isupper() and _ISSUER_LINE.match(line.lower)), None
    )
    first = page.lines[card.first_line if card else _first_line(page, head)] if page.lines else None
    return Front(
        card=card,
        head=head,
        title=title,
        enactor=enactor,
        next_line=next_line,
        torn=torn,
        start=page.span(first.start, first.end).start if first else 0,
        end=page.span(below[0].start, below[0].end).start if below else len(page.view.text),
    )


def front_of(text: str, head: int) -> Front | None:
    """What stands above the body, if the first *head* characters of *text* begin an official document."""
    _, front = page_of(text if len(text) <= SHORT else text[:head])
    return front if is_official(front) else None


def page_of(text: str) -> tuple[Page, Front]:
    """The page of *text*, and what stands above its body.

    The layout of an article and the relations of the document in it ask for the same page in turn. So the
    pages of short texts are cached: two at most, to bound memory.
    """
    return _kept_page(text) if len(text) <= SHORT else _read_page(text)


def _read_page(text: str) -> tuple[Page, Front]:
    page = Page(text)
    return page, read_front(page)


_kept_page = lru_cache(maxsize=2)(_read_page)


def is_official(front: Front) -> bool:
    """Whether *front* is an official document's: it has the motto, or type and number."""
    head = front.head
    if head.number is None and head.dateline is None:
        return False
    if head.motto is not None and MARK.search(head.motto.text):
        return True
    return head.type is not None and head.number is not None


def _with_torn(page: Page, head: Letterhead, first: int) -> tuple[Letterhead, tuple[int, int] | None]:
    """*head* completed from a letterhead among the lines of the body, and the place of that letterhead."""
    if head.type is None or head.number is not None or head.motto is not None or head.issuers:
        return head, None
    torn = torn_letterhead(page, first)
    if torn is None:
        return head, None
    said = read_letterhead(page, *torn)
    head = attrs.evolve(
        said, next_line=head.next_line, type=head.type, type_name=head.type_name, type_end=head.type_end
    )
    return head, (page.lines[torn[0]].start, page.lines[torn[1] - 1].end)


def _first_line(page: Page, head: Letterhead) -> int:
    """The line where the letterhead begins."""
    parts = (head.parent, *head.issuers, head.motto, head.number, head.dateline, head.type)
    start = min((part.start for part in parts if part is not None), default=0)
    return next((i for i, line in enumerate(page.lines) if page.span(line.start, line.end).end > start), 0)


def _title(page: Page, head: Letterhead) -> tuple[Letterhead, Passage | None, int]:
    """The letterhead, the title, and the line after it.

    Before 2005 the gazette printed the number and date below the type, as part of the heading
    (``NGHỊ ĐỊNH`` / ``CỦA CHÍNH PHỦ SỐ 110/2004/NĐ-CP NGÀY 08 THÁNG 4 NĂM 2004`` / ``VỀ …``).
    """
    lines = page.lines[head.next_line : head.next_line + MOST_TITLE_LINES]
    title: list[Line] = []
    if head.type is None:
        if head.subject is not None or not begins_title(lines[:1]):
            return head, head.subject, head.next_line
    else:
        title = _beside_type(page, head, lines)
    count = 0 if head.type is None else 1
    for line in lines[count:]:
        if not _goes_on(title, line):
            break
        title = [*title, line]
        count += 1
    below = [line for line in title if line.lower.startswith(("của ", "số "))]
    if below and title[0] is below[0] and any(find_number(line.lower) for line in below):
        head = _with_number(page, head, title)
        title = [line for line in title if line not in below]
    passage = page.passage(title[0].start, _title_end(head, title)) if title else None
    return head, passage, head.next_line + count


def _beside_type(page: Page, head: Letterhead, lines: Sequence[Line]) -> list[Line]:
    """The part of the title that stands on the line of the type."""
    if not page.view.printed[head.type_end : lines[0].end].strip(" :.-–"):
        return []
    beside = _from(lines[0], head.type_end)
    return [] if _names_issuer(head, beside, lines[1:2]) else [beside]


def _names_issuer(head: Letterhead, line: Line, below: Sequence[Line]) -> bool:
    """Whether ``CỦA HĐND TỈNH …`` after the type only names the issuer, with the title below it."""
    if head.is_party or not line.lower.startswith("của ") or find_number(line.lower):
        return False
    return bool(below) and _SUBJECT_BEGINS.match(below[0].lower) is not None


_SUBJECT_BEGINS = re.compile(r"(?:về|v/v|ban hành|quy định|phê duyệt|sửa đổi|bổ sung|bãi bỏ|hướng dẫn)\b")


def _title_end(head: Letterhead, title: Sequence[Line]) -> int:
    """Where the title ends: before the enacting body, if the line break between them was lost."""
    last = title[-1]
    for body in head.issuers:
        name = TextView(body.text).lower
        if last.lower.endswith(f" {name}"):
            end = len(last.lower) - len(name) - 1
            office = _OFFICE_END.search(last.lower, 0, end)
            end = office.start() if office is not None else end
            # ``GIỮA BỘ A VÀ BỘ B``, ``CỦA BỘ TRƯỞNG BỘ A``: the title names the body
            if _UNFINISHED.search(last.lower, 0, end):
                continue
            if end > 0 or len(title) > 1:
                return last.start + len(last.plain[:end].rstrip())
    return last.end


def _from(line: Line, start: int) -> Line:
    """*line* from *start* of the view on, without the marks there."""
    rest = line.plain[start - line.start :]
    left = start - line.start + len(rest) - len(rest.lstrip(" :.-–"))
    return attrs.evolve(line, start=line.start + left, plain=line.plain[left:], lower=line.lower[left:])


def _goes_on(title: Sequence[Line], line: Line) -> bool:
    """Whether *line* also belongs to the title; *title* holds its lines so far."""
    if ATTACHED.match(line.lower) or ADDRESSED.match(line.lower) or GROUND_HEAD.match(line.lower):
        return False
    unfinished = bool(title) and _is_unfinished(title[-1].lower)
    if line.plain.isupper() and _ISSUER_LINE.match(line.lower) and not unfinished:
        return False
    if any(marker.order == 1 or marker.rank <= ARTICLE for marker in markers_of(line)):
        return False
    if title and not unfinished and _NAMES_BASE.match(line.lower):
        return False
    if not title or line.plain[0].islower():
        return True
    if unfinished and line.plain.isupper() and title[-1].plain.isupper():
        return True  # also where it ends with a full stop
    return not _begins_sentence(title[-1], line) and _is_set_alike(title, line)


def _begins_sentence(above: Line, line: Line) -> bool:
    """Whether a *line* with a capital begins or is a sentence, after the title's line *above*."""
    ended = _ends(above) or _ends(line)
    return ended or _NOT_TITLE.match(line.lower) is not None or len(line.plain) > _LONGEST_TITLE_LINE


def _ends(line: Line) -> bool:
    """Whether a sentence ends with *line*; a quotation in capitals is part of the title."""
    return line.ended and not (line.plain.isupper() and line.plain.endswith(("”", "»")))


def _is_unfinished(lower: str) -> bool:
    return bool(_UNFINISHED.search(lower) or _MEETING.match(lower))


def _is_set_alike(title: Sequence[Line], line: Line) -> bool:
    """Whether a *line* that begins with a capital is set like the *title*.

    After a heading that begins in capitals and ends in small letters, such a line begins a sentence.
    """
    if title[-1].plain[0].islower() and any(above.plain.isupper() for above in title):
        return False
    return not line.gap or (line.plain.isupper() and title[-1].plain.isupper())


_HEADING_ISSUER = re.compile(r"của\s(?P<body>[^\n,]{3,100}?)\ssố\s?:?\s?[0-9]")


def _with_number(page: Page, head: Letterhead, title: Sequence[Line]) -> Letterhead:
    """*head* with the number, day and issuer from the heading itself."""
    text = page.view.printed[title[0].start : title[-1].end]
    number = find_number(text.lower())
    day = find_day(text.lower())
    issuer = _HEADING_ISSUER.match(text.lower())
    if issuer is not None and not head.issuers:
        where = title[0].start + issuer.start("body"), title[0].start + issuer.end("body")
        head = attrs.evolve(head, issuers=(page.passage(*where),))
    if head.printed_number is None and number is not None:
        where = title[0].start + number.start(), title[0].start + number.end()
        head = attrs.evolve(head, number=page.passage(*where), printed_number=printed_number(text, number))
    return attrs.evolve(head, date=head.date or day_of(day))
