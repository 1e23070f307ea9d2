"""What beside a name says that a body is meant, where the name alone may mean something else."""

from __future__ import annotations

import re

from ..text import TextView
from ._lexicon import lexicon
from ._name import BodyName
from ._patterns import WORD

__all__ = ["stands"]

_CODE = re.compile(r"[ACKVX][0-9]{2}")
#: What bears the name of a body, and is none: a club, a school, a hospital, a house.
_NAMESAKES = tuple(
    f"{word} "
    for word in (
        *("CLB", "câu lạc bộ", "Câu lạc bộ", "đội bóng", "Đội bóng", "Trường", "Bệnh viện", "BV"),
        *("Khách sạn", "Nhà khách", "Tòa nhà", "Sân vận động"),
    )
)
_TITLE_BEFORE = re.compile(r"(?:thư|tịch|trưởng|tướng|đốc|viên|nhiệm) $")


def stands(view: TextView, reading: BodyName) -> bool:
    """Whether what stands beside *reading* lets it be a name."""
    if reading.weak:
        return _has_cue(view, reading)
    if view.plain[max(0, reading.start - 16) : reading.start].endswith(_NAMESAKES):
        return False
    deputy = reading.name.startswith("Thường trực")  # "Phó Chủ tịch Thường trực UBND": an office
    return not (deputy and _TITLE_BEFORE.search(view.lower, max(0, reading.start - 8), reading.start))


def _has_cue(view: TextView, reading: BodyName) -> bool:
    """Whether something beside a weak name says that it names a body."""
    plain, lower, names = view.plain, view.lower, lexicon()
    quote = plain[reading.start : reading.end]
    if _CODE.fullmatch(quote):
        around = lower[max(0, reading.start - 12) : reading.start], lower[reading.end : reading.end + 14]
        return around[0].endswith(("cục ", "(", "phòng ")) or "công an" in around[1]
    if all(entry.source != "press" for entry in reading.entries):
        return False
    after = lower[reading.end : reading.end + 24].lstrip(" ,")
    if after.startswith(names.cues_right):
        return True
    if not all(word[0].isupper() for word in WORD.findall(quote)):
        return False
    before = plain[max(0, reading.start - 24) : reading.start]
    if before[-1:] in ("/", "-") or (before.endswith("(") and plain[reading.end : reading.end + 1] == ")"):
        return True
    last = WORD.findall(before.lower())
    if last and last[-1] in names.cues_left and not before.rstrip(' :("“').endswith((".", "\n")):
        return True
    line_start = plain.rfind("\n", 0, reading.start) + 1
    if line_start == reading.start and after.startswith(("- ", "– ")):
        return True  # the tag before a lead: "TTO - Sáng nay"
    line_end = plain.find("\n", reading.end)
    return plain[line_start : line_end if line_end >= 0 else len(plain)].strip(" ./()") == quote
