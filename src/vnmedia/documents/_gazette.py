"""Removes what the gazette prints around a document: running heads, page numbers, stamps, section titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ._same_length import blanked

__all__ = ["without_gazette"]

_LINE = re.compile(r"[^\n]*\n?")
_RUNNING_HEAD = re.compile(
    r"\s*(?:[0-9]{1,4}\s+)?CÔNG BÁO\s*/\s*Số\b[^\n]{0,80}"
    r"|\s*\((?:Xem tiếp|Tiếp theo) Công báo[^\n]{0,60}\)\s*"
)
#: A line of the stamp that signs the gazette's files. A stamp is a few such lines together; one must give the
#: hour, or the signer in words that no document uses.
_STAMP = re.compile(
    r"\s*(?:Ký bởi|Người ký|Ngày ký|Thời gian ký|Email|Cơ quan|Tổ chức)\s*:[^\n]{0,150}", re.IGNORECASE
)
_STAMPED = re.compile(
    r"\s*(?:(?:Ngày ký|Thời gian ký)\s*:[^\n]{0,40}[0-9]{1,2}:[0-9]{2}|Ký bởi\s*:)", re.IGNORECASE
)
_MOST_STAMP_LINES = 5
_SECTION = re.compile(
    r"\s*(?:PHẦN\s+(?:[IVX0-9]{1,5}\s*[.:]?\s*)?)?"
    r"VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|PHÁP LUẬT KHÁC|HỢP NHẤT\s*[-–])(?P<body>[^\n]{0,120})"
)
_MOST_LINES_ABOVE = 15
_PAGE_NUMBER = re.compile(r"\s*(?:Trang\s+|-\s*)?([0-9]{1,4})(?:\s*-)?\s*\n?")
_NEAREST_PAGES = 12


def without_gazette(text: str) -> str:
    """*text* without the lines that the gazette adds, of the same length."""
    lines = [match.span() for match in _LINE.finditer(text)]
    left_out = sorted(
        {*_running_heads(text, lines), *_sections(text, lines), *_stamps(text, lines), *_pages(text, lines)}
    )
    return blanked(text, (lines[index] for index in left_out))


def _running_heads(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    if "ông báo" in text or "CÔNG BÁO" in text:
        yield from (i for i, line in enumerate(lines) if _whole(_RUNNING_HEAD, text, line))


def _whole(pattern: re.Pattern[str], text: str, line: tuple[int, int]) -> bool:
    match = pattern.match(text, *line)
    return match is not None and not text[match.end() : line[1]].strip()


def _sections(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    """``VĂN BẢN HỢP NHẤT - BỘ Y TẾ`` above a letterhead; the body's name may stand on the next line."""
    for index in range(min(len(lines), _MOST_LINES_ABOVE)):
        match = _SECTION.match(text, *lines[index])
        if match is not None and text[slice(*lines[index])].isupper():
            yield index
            if match["body"].strip() == "" and "HỢP NHẤT" in match.group():
                yield from [index + 1] if index + 1 < len(lines) else []


def _stamps(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    if "ký" not in text:
        return
    for index, line in enumerate(lines):
        if _STAMPED.match(text, *line):
            yield index
            for above in range(index - 1, max(-1, index - _MOST_STAMP_LINES), -1):
                if not _STAMP.match(text, *lines[above]):
                    break
                yield above


def _pages(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The page numbers: numbers alone on their lines, counting up, far from each other."""
    chain: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        match = _PAGE_NUMBER.fullmatch(text, *line)
        if match is None:
            continue
        number = int(match.group(1))
        if not chain or (number == chain[-1][1] + 1 and index - chain[-1][0] >= _NEAREST_PAGES):
            chain.append((index, number))
        elif len(chain) == 1:
            chain = [(index, number)]
    if len(chain) > 1:
        yield from (index for index, _ in chain)
