"""Restores the line breaks that a crawler removed before parts of a letterhead and units of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ._same_length import FILLER, broken, replaced
from ._words import CAPITAL, SMALL, words_of

__all__ = ["with_line_breaks"]

#: The most characters of a letterhead with its title.
_HEAD = 4000
_BODY = re.compile(r"(?:^|[;.\n]\s*)(?:Căn cứ|Điều 1\b|Theo đề nghị|Xét đề nghị)\b", re.MULTILINE)
# A line of dashes beside words that only separates two elements; alone on its line it stays.
_RULE = re.compile(r"(?<=\S) ?(_{3,}|-{5,})(?=\s|\w|$)", re.MULTILINE)
_LAST_WORD = rf"[{CAPITAL}][{SMALL}]+"
# What begins a line of its own; the space before it replaced the line break.
_HEAD_BREAK = re.compile(
    rf"(?:(?P<lost>(?<=[^\s|]) )|(?<![^\s|{FILLER}]))(?:"
    # The President's office holds the name of the state; quốc hiệu stands above tiêu ngữ.
    r"(?:(?<!\bNƯỚC )|(?=[^\n]{0,60}Độc lập))CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI"
    r"|(?:(?:Bộ l|L)uật |Pháp lệnh |Nghị quyết |Nghị định |Quyết định |Thông tư |Chỉ thị )?"
    r"[Ss]ố ?: ?(?:[0-9\n]|$)"
    rf"|(?<!hành phố )(?:TP\.? ?|Thành phố )?{_LAST_WORD}(?: {_LAST_WORD}){{0,4}}, ?ngày [0-9]{{1,2}}"
    r"(?: tháng [0-9]{1,2} năm |/[0-9]{1,2}/)[0-9]{4}"
    r"|V/v |Kính gửi ?:)"
    rf"|(?<=\bnăm [0-9]{{4}})(?P<after> )(?=[{CAPITAL}]{{2}})",
    re.MULTILINE,
)
_TYPE = (
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|TỜ TRÌNH"
    r"|BÁO CÁO|PHÁP LỆNH|LỆNH|BỘ LUẬT|LUẬT|QUY ĐỊNH|HƯỚNG DẪN|KẾT LUẬN|CHƯƠNG TRÌNH)"
)
#: Number and day in the heading, as the gazette printed them before 2005, with the title on their line.
_OLD_HEADING = re.compile(
    rf"^(?:{_TYPE}(?P<type> ))?CỦA [{CAPITAL}, ]{{3,100}}? SỐ ?:? ?"
    r"[0-9]\S{0,30}(?: [A-ZĐ]{1,4}/\S{2,30})? NGÀY "
    rf"(?:[0-9]{{1,2}} THÁNG [0-9]{{1,2}} NĂM [0-9]{{4}}|[0-9]{{1,2}}[-/][0-9]{{1,2}}[-/][0-9]{{4}})"
    rf"(?P<title> )(?=[{CAPITAL}]{{2}})",
    re.MULTILINE,
)
_AFTER_NUMBER = re.compile(rf"[Ss]ố ?[:.] ?[0-9][^\s|]{{0,40}}( )(?={_TYPE}(?![\w,]))")
_BELOW_TYPE = re.compile(rf"^{_TYPE}[0-9]{{0,2}}( )(?=[{CAPITAL}][{SMALL}])", re.MULTILINE)
# What stands before is checked after the first letter, which is rarer than a space.
_ENACTING = re.compile(r"Q(?<=[,;.] Q)UYẾT (?:ĐỊNH|NGHỊ) ?(?::?\s*$|: )", re.MULTILINE)
#: The base of a consolidated text, named after its title.
_BASE = re.compile(
    r"(?<=[^\s.,:;]) (?=(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)\b[^\n;.]{0,80}?"
    r"\bsố [0-9]+/\S{3,20} ngày [0-9][^\n;]{20,700}?được sửa đổi, bổ sung(?: một số điều)? bởi ?:)"
)
#: The confirmation of a consolidated text, and how much of it stands around its words.
_CONFIRMED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_AROUND = 200
_CONFIRMATION = re.compile(
    rf" (?=Số ?: ?[0-9]+/VBHN|{_CONFIRMED}|{_LAST_WORD}(?: {_LAST_WORD}){{1,4}}, ngày [0-9]"
    rf"|(?:TM|KT|TL)\.)|(?<={_CONFIRMED}) "
    rf"|(?<=[./;]) (?=[{CAPITAL}]{{2,7}} [{CAPITAL}]{{1,7}})"
)
#: A ground on the same line as the ground before it.
_NEXT_GROUND = re.compile(r"C(?<=; C)ăn cứ \w")
#: A longer line of a body holds several paragraphs, if units begin within it.
_LONG = 800
_SHORT = 150
_UNIT = re.compile(
    rf" (?=Điều [0-9]{{1,4}}[a-zđ]?[.:] ?[{CAPITAL}“]"
    rf"|(?:Chương|CHƯƠNG|PHẦN|Phần) [IVXLC]{{1,6}}[.:]? [{CAPITAL}]{{2}}"
    rf"|Mục [0-9]{{1,2}}[.:]? [{CAPITAL}]{{2}}"
    rf"|Nơi nhận ?:|PHỤ LỤC(?: [IVX0-9]{{1,5}})?[ \n]|Phụ lục(?: [IVX0-9]{{1,5}})? (?:[{CAPITAL}]{{2}}|\())"
    rf"|(?<=[.;:,]) (?=[0-9]{{1,3}}\. [{CAPITAL}]|[a-zđ]\) \w|[IVX]{{1,5}}\. [{CAPITAL}])"
    r"|(?<=[.;:,])(?<![0-9]\.) (?=Căn cứ |Theo đề nghị |Xét đề nghị )"
    r"| (?=NAY CÔNG BỐ|Đã được (?:Quốc hội|Ủy ban))|(?<=CÔNG BỐ:) (?=\w)|(?<=CÔNG BỐ) (?=[LPN])"
    r"|(?<=như sau:) (?=[“\"])|(?<=[0-9a-z]) (?=[“\"]Điều [0-9])"
    rf"|(?<=[./;]) (?=(?:TM|KT|TL|TUQ|Q)\. ?[{CAPITAL}]{{2}}|[{CAPITAL}]{{2,7}} [{CAPITAL}]{{2,7}})",
)
_UNITS_IN_LINE = re.compile(rf"Đ(?<=\S Đ)iều [0-9]{{1,4}}\. ?[{CAPITAL}“]")
_FILED = re.compile(
    rf"^[^\w\n]{{0,3}}Lưu ?: ?[^\n]{{3,80}}?[.)](?P<drafter> {_LAST_WORD}(?: {_LAST_WORD}){{0,3}})?"
    rf"(?P<office> (?=[{CAPITAL}]{{2}}))[{CAPITAL}., ]{{4,80}}?"
    rf"(?P<name> (?={_LAST_WORD}(?: {_LAST_WORD}){{1,4}}\s*$))",
    re.MULTILINE,
)


_PARTS = ("drafter", "office", "name")


def with_line_breaks(text: str) -> str:
    """*text* with its lost line breaks restored, of the same length."""
    text = broken(text, _in_one_line(text))
    body = _BODY.search(text, 0, _HEAD)
    end = body.start() if body is not None else min(len(text), _HEAD)
    head = replaced(_RULE, text[:end], 1)
    matches = list(_HEAD_BREAK.finditer(head))
    text = broken(head, [match.start() for match in matches if match["lost"] or match["after"]]) + text[end:]
    text = broken(text, [match.start(1) for match in _AFTER_NUMBER.finditer(text, 0, end)])
    text = broken(text, [match.start(1) for match in _BELOW_TYPE.finditer(text, 0, end)])
    for match in _OLD_HEADING.finditer(text, 0, end):
        text = broken(text, [match.start(part) for part in ("type", "title") if match[part]])
    text = broken(text, _of_consolidated(text, end))
    text = broken(text, [match.start() - 1 for match in _ENACTING.finditer(text)])
    text = broken(text, [match.start() - 1 for match in _NEXT_GROUND.finditer(text)])
    text = broken(text, sorted(set(_in_long_lines(text))))
    return broken(
        text, [match.start(name) for match in _FILED.finditer(text) for name in _PARTS if match[name]]
    )


def _of_consolidated(text: str, end: int) -> list[int]:
    """Where the base is named, before *end*, and where the parts of the confirmation begin."""
    at = text.rfind(_CONFIRMED)
    if at < 0:
        return []
    base = _BASE.search(text, 0, end + _HEAD)
    parts = [
        *_CONFIRMATION.finditer(text, max(0, at - _AROUND), at + _AROUND),
        *_office().finditer(text, at, at + _AROUND),
        *([base] if base is not None else []),
    ]
    return sorted({*(part.start() for part in parts), *_around_names(text, at, at + _AROUND)})


#: A whole document on one line: grounds and enacting words, which may have no mark before them.
_ONE_LINE = re.compile(
    r" (?=Căn cứ (?:Hiến pháp|Điều [0-9]|Bộ luật|Luật|Pháp lệnh|Nghị|Quyết|Thông|Chỉ|Kế|Công|Văn)"
    r"|(?:Theo|Xét) đề nghị của )"
    r"|(?<=;) (?=(?:Trên cơ sở|Xét|Thực hiện|Sau khi xem xét) )"
    r"|(?<=[;.]) (?=(?:Quốc hội|Ủy ban|Chính phủ|Thủ tướng|Bộ trưởng|Thống đốc|Hội đồng|Chánh án"
    r"|Viện trưởng|Tổng)"
    r" [^.;]{0,80}?(?:ban hành|quyết nghị|quyết định) )"
    r"| (?=CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Căn cứ )"
    rf"|(?<=ạnh phúc) (?=[{CAPITAL}]{{2}})|(?<=ạnh Phúc) (?=[{CAPITAL}]{{2}})",
)
_FIRST_ARTICLE = re.compile(r" (?:Điều (?:1\b(?! của)|thứ nhất\b)[.:]?|NAY CÔNG BỐ\b)")


def _in_one_line(text: str) -> list[int]:
    """Where the parts above the first article begin, if all of them stand on one line."""
    first = _FIRST_ARTICLE.search(text, 0, 4 * _HEAD)
    start = text.rfind("\n", 0, first.start()) + 1 if first is not None else 0
    if first is None or first.start() - start < _SHORT:
        return []
    if not (_TYPE_FIRST.match(text, start) or _MOTTO.search(text, start, first.start())):
        return []
    return [match.start() for match in _ONE_LINE.finditer(text, start, first.start())]


_TYPE_FIRST = re.compile(rf"{_TYPE} [{CAPITAL}]")
_MOTTO = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI")
# The first clause or point stands after a heading without a mark at its end.
_FIRST_CLAUSE = re.compile(rf"(?<=[{SMALL}{CAPITAL}0-9)”\"]) (?=1\. [{CAPITAL}]|a\) \w)")
_ASKS = re.compile(r"(?:điều|khoản|điểm|mục|chương|số|ngày|tháng|năm|phụ lục|mẫu)\Z", re.IGNORECASE)
#: For whom somebody signs; an office right after it stays on its line.
_FORM = r"(?:TM|KT|TL|TUQ|Q)\. ?"
_NO_FORM = r"(?<!TM\.)(?<!KT\.)(?<!TL\.)(?<!TUQ\.)(?<! Q\.)"
_TWO_CAPITALS = rf"[{CAPITAL}]{{2,7}} [{CAPITAL}]{{2,7}}"
_SIGNING = re.compile(rf"(?<=[./;)|{FILLER}]){_NO_FORM} {FILLER}*(?=(?:{_FORM})?{_TWO_CAPITALS})")
_CLOSING_LENGTH = 250
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá) )?"
#: What follows a signer's name on a line: recipients, an attachment, a table's cell, capitals.
_AFTER_NAME = (
    rf"(?: Nơi|\s*$| -|\n| \|| [{CAPITAL}]{{2}}| Phụ lục| Mẫu (?:số )?[0-9]| [0-9]{{1,2}}\. [{CAPITAL}]| \()"
)
_NAME = re.compile(
    rf"(?:(?<=[{CAPITAL}]{{2}})|(?<=ký\))|(?<=Đã ký)|(?<={FILLER}{FILLER})) "
    rf"(?={FILLER}*(?P<name>{_RANK}{_LAST_WORD}(?: {_LAST_WORD}){{1,4}}){FILLER}*{_AFTER_NAME})"
)
_ITEM = re.compile(rf"(?<=[:;{FILLER}]) (?=[-–+] ?[{CAPITAL}])")


@cache
def _office() -> re.Pattern[str]:
    offices = sorted(map(str.upper, words_of("office")), key=len, reverse=True)
    names = "|".join(map(re.escape, offices))
    # ``TM. BAN BÍ THƯ`` names a body; its last words are an office in other places.
    return re.compile(
        rf"{_NO_FORM}(?<! BAN)(?<!\.BAN) (?:\( ?(?:Đã|đã|ĐÃ) (?:ký|KÝ)|Đã ký|{_FORM}[{CAPITAL}]"
        rf"|(?:{names})(?!\w))"
    )


def _in_closing(text: str, start: int, end: int) -> Iterator[int]:
    """Where the parts of closings begin in the line from *start* to *end*."""
    for signing in _SIGNING.finditer(text, start, end):
        stop = min(end, signing.start() + _CLOSING_LENGTH)
        yield signing.start()
        yield from (match.start() for match in _office().finditer(text, signing.end(), stop))
        yield from _around_names(text, signing.end(), stop)
    recipients = _RECIPIENTS.search(text, start, end)
    if recipients is not None:
        yield from (match.start() for match in _ITEM.finditer(text, recipients.end(), end))


def _around_names(text: str, start: int, end: int) -> Iterator[int]:
    """Where the names of signers begin and end between *start* and *end*."""
    for match in _NAME.finditer(text, start, end):
        yield match.start()
        if text[match.end("name") : match.end("name") + 1] == " ":
            yield match.end("name")


#: A signature on one line: ``TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Nguyễn Văn A``.
_SIGNED_LINE = re.compile(
    rf"[ |]*+{_FORM}[{CAPITAL},–\- ]{{6,120}}(?:{_FORM}[{CAPITAL},–\- ]{{6,120}})?"
    r"(?: \((?:Đã|đã|ĐÃ) (?:ký|KÝ)\))?"
    rf"(?P<name> )[ {FILLER}]*{_LAST_WORD}(?: {_LAST_WORD}){{1,4}}"
    rf"(?:[ |]*+\Z|(?P<attached> )(?=[{CAPITAL}]{{2,}} [{CAPITAL}]{{2,}}))"
)
# Nơi nhận and the signature in the cells of one row.
_SIGNED_TABLE = re.compile(rf"Nơi nhận ?:[^\n|]{{0,2000}}\|[^\n|]{{0,40}}{_FORM}[{CAPITAL}]{{2}}")
_CELL = re.compile(r" (?=\| )")
_RECIPIENTS = re.compile(r"Nơi nhận ?:")


def _holds_units(text: str, start: int, end: int) -> bool:
    """Whether the line holds several units: two articles, or one article in a very long line."""
    if end - start < _SHORT:
        return False
    if text.find("NAY CÔNG BỐ", start, end) > start:  # an order of the President has no articles
        return True
    within = islice(_UNITS_IN_LINE.finditer(text, start, end), 2)
    count = sum(1 for _ in within) + text.startswith("Điều ", start)
    return count > 1 or (count == 1 and end - start > _LONG and not text.startswith("Điều ", start))


def _in_long_lines(text: str) -> Iterator[int]:
    """Where units begin within lines that hold several."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if _holds_units(text, start, end):
            yield from (match.start() for match in _UNIT.finditer(text, start, end))
            for match in _FIRST_CLAUSE.finditer(text, start, end):
                if not _ASKS.search(text, max(start, match.start() - 8), match.start()):
                    yield match.start()
            yield from _in_closing(text, start, end)
        elif _SIGNED_TABLE.search(text, start, end):
            yield from (match.start() for match in _CELL.finditer(text, start, end))
            yield from _in_closing(text, start, end)
        elif signed := _SIGNED_LINE.match(text, start, end):
            yield from (match.start() for match in _office().finditer(text, start, signed.start("name")))
            yield signed.start("name")
            yield from [signed.start("attached")] if signed["attached"] else []
        start = end + 1
