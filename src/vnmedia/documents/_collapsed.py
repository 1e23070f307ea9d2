"""Line breaks that a crawler took away, put back before the parts of a letterhead and the units of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._same_length import broken, replaced

__all__ = ["with_line_breaks"]

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_CAPITAL = f"A-Z{_SMALL[3:].upper()}"
#: A letterhead and its title are not longer than that.
_HEAD = 4000
_BODY = re.compile(r"(?:^|[;.\n]\s*)(?:Căn cứ|Điều 1\b|Theo đề nghị|Xét đề nghị)\b", re.MULTILINE)
# A rule that only parts one element from the next, beside words; alone on its line it stays.
_RULE = re.compile(r"(?<=\S) ?(_{3,}|-{5,})(?=\s|\w|$)", re.MULTILINE)
_LAST_WORD = rf"[{_CAPITAL}][{_SMALL}]+"
# What begins a line of its own; a space before it stands in for the line break.
_HEAD_BREAK = re.compile(
    r"(?:(?P<lost>(?<=[^\s|]) )|(?<![^\s|]))(?:"
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI"
    r"|(?:(?:Bộ l|L)uật |Pháp lệnh |Nghị quyết |Nghị định |Quyết định |Thông tư |Chỉ thị )?"
    r"[Ss]ố ?: ?(?:[0-9\n]|$)"
    rf"|(?:TP\.? ?)?{_LAST_WORD}(?: {_LAST_WORD}){{0,4}}, ?ngày [0-9]{{1,2}}"
    r"(?: tháng [0-9]{1,2} năm |/[0-9]{1,2}/)[0-9]{4}"
    r"|V/v |Kính gửi ?:)"
    rf"|(?<=\bnăm [0-9]{{4}})(?P<behind> )(?=[{_CAPITAL}]{{2}})",
    re.MULTILINE,
)
_TYPE = (
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|TỜ TRÌNH"
    r"|BÁO CÁO)"
)
_BELOW_TYPE = re.compile(rf"^{_TYPE}( )(?=[{_CAPITAL}][{_SMALL}])", re.MULTILINE)
_ENACTING = re.compile(r"(?<=[,;.]) (?=QUYẾT (?:ĐỊNH|NGHỊ) ?:?\s*$|QUYẾT (?:ĐỊNH|NGHỊ) ?: )", re.MULTILINE)
#: A line of a body longer than that holds more than one paragraph where units begin within it.
_LONG = 800
_UNIT = re.compile(
    rf" (?=Điều [0-9]{{1,4}}[a-zđ]?[.:] ?[{_CAPITAL}“]"
    rf"|(?:Chương|CHƯƠNG|PHẦN|Phần) [IVXLC]{{1,6}}[.:]? [{_CAPITAL}]{{2}}"
    rf"|Mục [0-9]{{1,2}}[.:]? [{_CAPITAL}]{{2}}"
    r"|Nơi nhận ?:|PHỤ LỤC(?: [IVX0-9]{1,5})?[ \n])"
    rf"|(?<=[.;:,]) (?=[0-9]{{1,3}}\. [{_CAPITAL}]|[a-zđ]\) \w|Căn cứ |Theo đề nghị |Xét đề nghị "
    rf"|[IVX]{{1,5}}\. [{_CAPITAL}])"
    rf"|(?<=[./;]) (?=(?:TM|KT|TL|TUQ|Q)\. ?[{_CAPITAL}]{{2}}|[{_CAPITAL}]{{2,7}} [{_CAPITAL}]{{2,7}})",
)
_UNITS_IN_LINE = re.compile(rf"(?<=\S )Điều [0-9]{{1,4}}\. ?[{_CAPITAL}“]")
_FILED = re.compile(
    rf"^[^\w\n]{{0,3}}Lưu ?: ?[^\n]{{3,80}}?[.)](?P<drafter> {_LAST_WORD}(?: {_LAST_WORD}){{0,3}})?"
    rf"(?P<office> (?=[{_CAPITAL}]{{2}}))[{_CAPITAL}., ]{{4,80}}?"
    rf"(?P<name> (?={_LAST_WORD}(?: {_LAST_WORD}){{1,4}}\s*$))",
    re.MULTILINE,
)


_PARTS = ("drafter", "office", "name")


def with_line_breaks(text: str) -> str:
    """*text* with the line breaks that it lost, of the same length."""
    body = _BODY.search(text, 0, _HEAD)
    end = body.start() if body is not None else min(len(text), _HEAD)
    head = replaced(_RULE, text[:end], 1)
    matches = list(_HEAD_BREAK.finditer(head))
    text = broken(head, [match.start() for match in matches if match["lost"] or match["behind"]]) + text[end:]
    text = broken(text, [match.start(1) for match in _BELOW_TYPE.finditer(text, 0, end)])
    text = broken(text, [match.start() for match in _ENACTING.finditer(text)])
    text = broken(text, sorted(_in_long_lines(text)))
    return broken(
        text, [match.start(name) for match in _FILED.finditer(text) for name in _PARTS if match[name]]
    )


def _in_long_lines(text: str) -> Iterator[int]:
    """Where units begin within lines that hold several."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > _LONG and _UNITS_IN_LINE.search(text, start, end):
            yield from (match.start() for match in _UNIT.finditer(text, start, end))
        start = end + 1
