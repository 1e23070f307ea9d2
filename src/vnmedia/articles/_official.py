"""The layout of official documents: letterhead, number, place and day, type and subject, text, signature.

State documents follow Nghị định 30/2020/NĐ-CP (before it Thông tư 01/2011/TT-BNV), Party documents Hướng dẫn
36-HD/VPTW: the national motto or the Party's name stands at the top, the place and day under it. Who signs
a document is not its author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Block, BlockKind, Span
from ._lines import Line
from ._moment import Moment, first_moment
from ._parts import Page
from ._phrases import is_one

__all__ = ["day_in_one_line", "lay_out_official"]

_HEAD = 40
_MOTTO = re.compile(r"\b(?:cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam)\b")
_WISH = re.compile(r"độc lập\s*[-–—.]\s*tự do\s*[-–—.]\s*hạnh phúc")
_NUMBER = re.compile(r"số\s*:?\s*(?:[\d…./_-]*\s*[/-]|\d)")
_PLACE_AND_DAY = re.compile(r"(?:^|\s)[^\W\d_][\w .-]{1,30},\s*(ngày .{6,40})$")
_RUN_ON = re.compile(r"[^\W\d_], (ngày \d{1,2}(?: tháng \d{1,2} năm |[/-]\d{1,2}[/-])\d{4})")
_SUBJECT_ENDS = re.compile(
    r"(?:căn cứ|theo đề nghị|theo quyết định|xét |kính gửi|điều 1\b|chương i\b|phần (?:i|thứ nhất)\b"
    r"|thực hiện|i[.-]|1\.|để |nhằm )"
)
_ISSUER = re.compile(
    r"(?:thủ tướng|chính phủ|bộ trưởng|chủ tịch|ủy ban|hội đồng|quốc hội|giám đốc|tổng |cục trưởng|thống đốc"
    r"|viện trưởng|chánh án|bộ |ban |thường trực|hiệu trưởng)"
)
_SIGNED = re.compile(r"(?:kt|tm|t/m|tl|tuq|k/t|t/l|q)\s?\.?\s")


def lay_out_official(lines: Sequence[Line]) -> Page | None:
    """The page, where *lines* are an official document; None where they are not."""
    head = lines[:_HEAD]
    motto = next((i for i, line in enumerate(head) if _is_motto(line)), None)
    if motto is None or not any(_NUMBER.match(line.lower) or _day(line) for line in head[motto : motto + 8]):
        return None
    page = Page()
    dated = next((i for i in range(max(0, motto - 3), min(motto + 10, len(lines))) if _day(lines[i])), None)
    if dated is not None:
        page.published = _day(lines[dated])
    kinds: list[BlockKind] = [_kind(line) for line in lines]
    first, last = _title(lines, page, kinds, motto)
    body = max(last, motto + 1, (dated or 0) + 1)
    for index in range(body):
        if kinds[index] != "title":
            kinds[index] = _kind_in_head(lines[index], index == dated)
    _sign(lines, kinds, body)
    if first < last:
        # The title may be several lines; one block holds them.
        page.title = Span(start=lines[first].span.start, end=lines[last - 1].span.end)
        page.blocks = [Block(kind="title", span=page.title)]
    page.blocks += [
        Block(kind=kind, span=line.span)
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if not first <= index < last
    ]
    page.blocks.sort(key=lambda block: block.span.start)
    return page


def day_in_one_line(line: Line) -> Moment | None:
    """The day in the letterhead of an official document whose lines were run together."""
    found = _MOTTO.search(line.small, 0, 600)
    if found is None or not line.text[found.start() : found.end()].isupper():
        return None
    dated = _RUN_ON.search(line.small, found.end(), found.end() + 400)
    stated = first_moment(dated.group(1)) if dated else None
    return stated[0] if stated else None


def _is_motto(line: Line) -> bool:
    """The motto in capitals: a sentence may name the republic too."""
    found = _MOTTO.search(line.small) if line.words <= 20 else None
    return found is not None and line.text[found.start() : found.end()].isupper()


def _day(line: Line) -> Moment | None:
    match = _PLACE_AND_DAY.search(line.lower) if line.words <= 25 else None
    found = first_moment(match.group(1)) if match else None
    return found[0] if found else None


def _title(lines: Sequence[Line], page: Page, kinds: list[BlockKind], motto: int) -> tuple[int, int]:
    """The title's lines: a web page's above the letterhead, else the type with its subject, or ``V/v``."""
    for index in range(motto):
        line = lines[index]
        if line.words >= 6 and line.is_headline and not line.text.isupper() and not line.is_furniture:
            return index, index + 1
    for index in range(motto + 1, min(motto + 15, len(lines))):
        if lines[index].lower.startswith(("v/v", "về việc", "vv:")):
            return index, index + 1
        if lines[index].text.isupper() and is_one(lines[index].lower, "type"):
            return index, _subject_end(lines, index + 1)
    return 0, 0


def _subject_end(lines: Sequence[Line], begin: int) -> int:
    index = begin
    while index < min(begin + 6, len(lines)):
        line = lines[index]
        ends = _SUBJECT_ENDS.match(line.lower) or not line.is_headline or not any(map(str.isalnum, line.text))
        if ends or (index > begin and line.text.isupper() and _ISSUER.match(line.lower)):
            break
        index += 1
    return index


def _kind_in_head(line: Line, dated: bool) -> BlockKind:
    if dated or line.moment:
        return "dateline"
    if _is_motto(line) or _WISH.search(line.lower) or line.is_furniture:
        return "boilerplate"
    return "heading"


def _kind(line: Line) -> BlockKind:
    if line.is_furniture:
        return "boilerplate"
    if line.is_item:
        return "list_item"
    return "paragraph" if line.is_prose or line.text.endswith((";", ".")) else "heading"


def _sign(lines: Sequence[Line], kinds: list[BlockKind], body: int) -> None:
    """The signature is a byline: from who signs for whom, or the last name, to the end."""
    for index in range(max(body, len(lines) - 12), len(lines)):
        if _SIGNED.match(lines[index].lower) and lines[index].text.isupper():
            kinds[index:] = ["byline"] * (len(lines) - index)
            return
