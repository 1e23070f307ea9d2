"""The layout of official documents: letterhead, number, place and day, type and subject, text, signature.

State documents follow Nghị định 30/2020/NĐ-CP (before it Thông tư 01/2011/TT-BNV), Party documents Hướng dẫn
36-HD/VPTW: the national motto or the Party's name stands at the top, the place and day under it. The part
above the text is read by ``vnmedia.documents``. The signer of a document is not its author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from .. import agencies
from ..documents import SHORT, front_of
from ..errors import ParseError
from ..model import Block, BlockKind, Span
from ..model._trusted import trusted
from ..model.document import Passage
from ..registries import Pattern
from ._lines import Line
from ._moment import Moment, first_moment
from ._parts import Layout

if TYPE_CHECKING:
    from ..documents._front import Front

__all__ = ["day_in_one_line", "front_above", "lay_out_official"]

_block = trusted(Block)

#: How many lines can hold the letterhead, with what pages print above it.
_HEAD = 60
_LONGEST_LINE = 300
_MOST_SENTENCES = 2
_MOTTO = re.compile(r"\b(?:cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam)\b")
_RUN_ON = Pattern(r"[^\W\d_], (ngày \d{1,2}(?: tháng \d{1,2} năm |[/-]\d{1,2}[/-])\d{4})")
#: ``CHỈ THỊ`` / ``CỦA BAN BÍ THƯ`` / ``về …``
_BY_WHOM = Pattern(r"\s+của [^\d\n]{4,80}\n\s*", re.IGNORECASE)
_SIGNED = Pattern(r"(?:kt|tm|t/m|tl|tuq|k/t|t/l|q)\s?\.?\s")


def lay_out_official(text: str, lines: Sequence[Line]) -> Layout | None:
    """The layout of *text*, which has these *lines*, if it is an official document; else None."""
    front = front_above(text, lines)
    if front is None:
        return None
    body = next((i for i, line in enumerate(lines) if line.span.start >= front.end), len(lines))
    head = lines[:body]
    page = Layout(published=front.date)
    kinds: list[BlockKind] = [_kind_in_head(line, front) for line in head]
    kinds += [_kind(line) for line in lines[body:]]
    _sign(lines, kinds, body)
    titled = _title(text, head, front, page)
    page.blocks = [
        _block(kind, line.span)
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if index not in titled
    ]
    if titled:
        # The title may be several lines; one block holds them.
        whole = Span(start=lines[titled[0]].span.start, end=lines[titled[-1]].span.end)
        page.blocks.append(Block(kind="title", span=whole))
        page.blocks.sort(key=lambda block: block.span.start)
    return page


def day_in_one_line(line: Line) -> Moment | None:
    """The day in the letterhead of an official document that was run together into one line."""
    found = _MOTTO.search(line.small, 0, 600)
    if found is None or not line.text[found.start() : found.end()].isupper():
        return None
    dated = _RUN_ON.search(line.small, found.end(), found.end() + 400)
    stated = first_moment(dated.group(1)) if dated else None
    return stated[0] if stated else None


def front_above(text: str, lines: Sequence[Line]) -> Front | None:
    """What stands above the text, unless it has sentences of an article."""
    head = lines[:_HEAD]
    if head and head[-1].span.end > SHORT:
        head = [line for line in head if line.span.end <= SHORT]
    if not head or len(head[0].text) > _LONGEST_LINE:
        return None
    front = front_of(text, head[-1].span.end)
    if front is None:
        return None
    sentences = sum(1 for line in head if line.span.end <= front.start and line.is_prose)
    return front if sentences <= _MOST_SENTENCES else None


def _title(text: str, head: Sequence[Line], front: Front, page: Layout) -> range:
    """Sets the title: a web page's above the letterhead, else type and subject; returns its lines."""
    for index, line in enumerate(head):
        if line.span.start >= front.start:
            break
        if _may_be_title(line):
            page.title = (line.span,)
            return range(index, index + 1)
    named = [passage for passage in (front.head.type, front.title) if passage is not None]
    if front.title is None or not named:
        return range(0)
    spans = [span for passage in named for span in passage.spans]
    if len(spans) == 2 and _BY_WHOM.fullmatch(text[spans[0].end : spans[1].start]):
        spans = [Span(start=spans[0].start, end=spans[1].end)]
    page.title = tuple(spans)
    held = [index for index, line in enumerate(head) if any(_over(line, passage) for passage in named)]
    return range(held[0], held[-1] + 1)


def _may_be_title(line: Line) -> bool:
    if line.words < 6 or not line.is_headline or line.text.isupper() or line.is_furniture:
        return False
    if line.lower.startswith("công báo"):
        return False  # the running head of the gazette
    with suppress(ParseError):
        agencies.parse(line.text)
        return False
    return True


def _over(line: Line, passage: Passage | None) -> bool:
    """Whether *passage* stands on *line*."""
    return passage is not None and any(line.span.overlaps(span) for span in passage.spans)


def _kind_in_head(line: Line, front: Front) -> BlockKind:
    if _over(line, front.head.dateline) or line.moment:
        return "dateline"
    return "boilerplate" if _over(line, front.head.motto) or line.is_furniture else "heading"


def _kind(line: Line) -> BlockKind:
    if line.is_furniture:
        return "boilerplate"
    if line.is_item:
        return "list_item"
    return "paragraph" if line.is_prose or line.text.endswith((";", ".")) else "heading"


def _sign(lines: Sequence[Line], kinds: list[BlockKind], body: int) -> None:
    """Marks the signature as a byline: from the authority line, or the last name, to the end."""
    for index in range(max(body, len(lines) - 12), len(lines)):
        if _SIGNED.match(lines[index].lower) and lines[index].text.isupper():
            kinds[index:] = ["byline"] * (len(lines) - index)
            return
