"""Rules for distances from the day of speaking, or from what the text named before."""

from __future__ import annotations

import re

from ..registries import Pattern
from ._candidates import Candidate, Echo, Now, Part, Range, Shift, Step, Year
from ._cues import preceded
from ._patterns import DAY_PART, before, calendar_unit, numbers_of, part_of_day, portion_of, rule

__all__ = ["RELATIVE"]

Match = re.Match[str]


def _day(match: Match) -> Candidate | None:
    by = numbers_of("day-step")[" ".join(match["r"].split())]
    if match["r"] == "ngày kia" and re.search(r"(?:một|có|đến|tới) {1,3}$", before(match)):
        return None
    if match["r"] == "hôm nay" and _FEW.search(before(match)):
        return None
    return Step(unit="day", by=by)


# ``3 hôm nay`` are the last days; ``20h15 hôm nay`` is one.
_FEW = Pattern(r"(?:(?:^|[ (])\d{1,2}|mấy|vài|ít|bữa|ba|hai) {1,3}$")
_DAY = rule(
    "hôm qua, hôm nay, ngày mai",
    r"(?P<r><time_words/day-step>)(?!\w)",
    _day,
    ["hôm qua", "hôm nay", "ngày mai", "ngày mốt", "ngày hôm qua"],
    ["một ngày kia", "hôm nọ", "mấy hôm nay"],
)
_PART_OF_DAY = rule(
    "sáng nay, đêm qua",
    rf"(?P<part>(?:giữa )?(?:{DAY_PART})) (?P<r><time_words/day-turn>)(?!\w)",
    lambda match: Step(unit="day", by=numbers_of("day-turn")[match["r"]], part=part_of_day(match["part"])),
    ["sáng nay", "chiều qua", "đêm qua", "rạng sáng nay", "sáng mai", "chiều tối nay", "buổi sáng nay",
     "xế chiều nay", "nửa đêm qua", "giữa trưa nay"],
)  # fmt: skip


def _step(match: Match) -> Candidate | None:
    unit, word = match["u"], " ".join(match["s"].split())
    by, left = numbers_of("step")[word], before(match)
    if word in ("nay", "ngoái") and re.search(
        r"(?:những|các|nhiều|mấy|vài|dăm|bao|lâu|chục|mươi|trăm|nghìn|ngàn) {1,3}$", left
    ):
        return None
    vague = preceded(match, "vague-before") or (re.search(r"\d {1,3}$", left) and not _AFTER_DAY.search(left))
    if (
        vague
        and not re.search(r"thứ \w{1,4} {1,3}$", left)
        and not (unit == "năm" and word in ("nay", "ngoái"))
    ):
        return None
    if unit == "năm":
        if word == "sau" and left.endswith("sang "):  # the year after the stated one
            return None
        return Year(year=Shift(0 if word == "qua" else by))
    if unit == "tuần":
        return Step(unit="week", by=by)
    if word in ("ngoái", "kia") or (word == "nay" and unit == "tháng"):
        return None
    return Step(unit="month" if unit == "tháng" else "quarter", by=by)


# ``ngày 31/1 năm sau``: the digits are a day, not a number of years.
_AFTER_DAY = Pattern(r"(?:ngày|hôm|dịp|lễ|đến|hết) {1,3}\d{1,2}[/.-]\d{1,2} {1,3}(?:của {1,3})?$")


_STEP = rule(
    "tuần trước, tháng tới, năm nay",
    r"(?P<u>tuần|tháng|quý|quí|năm) (?P<s><time_words/step>)"
    r"(?!\w)(?! (?:khi|đó|công nguyên|cn(?!\w)|kỳ|ngày|lượt|nữa|hạn|tháng|lại|nay"
    r"|và sau|hoặc sau))(?<!tới(?= từ(?!\w)))",
    _step,
    [
        "tuần trước",
        "tuần qua",
        "tháng tới",
        "quý này",
        "năm ngoái",
        "năm nay",
        "năm trước",
        "tuần trước nữa",
        "quý nay",
    ],
    ["những năm trước", "năm sau khi", "hàng chục năm nay", "lợi nhuận quý tới từ mảng mới"],
)
_COMING_YEAR = rule(
    "sang năm",
    r"sang năm(?! \d| \w{1,8} \d{4})(?= |[.,;:!?)]|$)(?! (?:mới|học|thứ|sau|kế|tiếp|\d))",
    lambda match: Year(year=Shift(1)),
    ["sang năm"],
    ["sang năm mới", "sang năm 2018", "sang năm kế tiếp"],
)
_THIS_YEAR = rule(
    "đầu năm, cuối tháng không nói năm nào",
    r"(?P<p><time_words/portion>|hết) (?P<u>năm|tháng|tuần|quý)(?!\w)(?! (?:\d|h[ằà]ng|này|nay|trước|ngoái"
    r"|tới(?! nay)|sau|qua|vừa|mới|học|thứ|rồi|kia|i|một|hai|ba|tư|giêng|chạp|sáu|bảy|tám|chín"
    r"|mười|bốn|giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý))",
    lambda match: _portion(match),
    ["đầu năm", "cuối tuần", "cuối tháng"],
    ["đầu năm 2017"],
)
# ``tháng cuối năm`` is one month, ``mỗi đầu tuần`` recurs; ``những ngày cuối năm`` is the end of the year.
_OF_MANY = Pattern(r"(?:tháng|quý|những|các|mỗi|hàng|hằng|ngày) {1,3}$")
_SEVERAL_OF_IT = Pattern(r"(?:những|các) {1,3}(?:ngày|tuần|tháng) {1,3}$")


def _portion(match: Match) -> Candidate | None:
    left = before(match)
    if _OF_MANY.search(left) and (match["u"] == "tuần" or not _SEVERAL_OF_IT.search(left)):
        return None
    portion = "end" if match["p"] == "hết" else portion_of(match["p"])
    if match["u"] == "năm":
        return Year(year=Shift(0), portion=portion)
    return Step(unit=calendar_unit(match["u"]), by=0, portion=portion)


_ECHO = rule(
    "cùng ngày, hôm sau",
    r"(?:(?P<part>sáng|trưa|chiều|tối|đêm) )?(?:cùng (?P<u>ngày|tháng|năm|tuần)(?!\w)(?!~\d)|(?:ngày )?hôm "
    r"(?P<s>sau|trước)(?!\w)|ngày (?P<s2>kế tiếp|tiếp theo)(?!\w))",
    lambda match: Echo(
        unit=calendar_unit(match["u"] or "ngày"),
        by=0 if match["u"] else (-1 if match["s"] == "trước" else 1),
        part=part_of_day(match["part"]),
    ),
    ["cùng ngày", "ngày hôm sau", "hôm trước", "cùng năm"],
    ["cùng năm 2017"],
)
_ECHO_UNIT = rule(
    "năm trước đó, tuần sau đó",
    r"(?P<u>ngày|tuần|tháng|quý|năm)(?: dương lịch)? (?P<s>(?:liền )?(?:trước|sau) đó|tiếp theo|kế tiếp"
    r"|liền (?:kề|sau|trước)"
    r"|tiếp(?=~(?:[.,;:!?)]|$)))(?!\w)",
    lambda match: (
        None
        if preceded(match, "vague-before")
        or (re.search(r"\d {1,3}$", before(match)) and not _AFTER_DAY.search(before(match)))
        else Echo(
            unit=calendar_unit(match["u"]),
            by=-1 if "trước" in match["s"] else 1,
        )
    ),
    ["năm trước đó", "ngày sau đó", "năm tiếp theo", "quý kế tiếp", "quý tiếp", "năm dương lịch tiếp theo"],
    ["nhiều năm trước đó"],
)
_SAME_PERIOD = rule(
    "cùng kỳ",
    r"cùng k[ỳì](?: (?:của )?(?:năm (?P<y>ngoái|trước|\d{4})|(?P<y2>[12]\d{3}))(?!\w))?(?!\w)"
    r"(?! (?:niên vụ|niên khóa|vụ|mùa|năm học|khóa|nhiệm kỳ|giai đoạn|tháng|quý|tuần|ngày|phiên"
    r"|(?:các|những|mấy|nhiều|hai|ba|bốn|\d\d?) (?:năm|tháng|quý))(?!\w))",
    lambda match: (
        Echo(unit="period", of=int(match["y2"] or match["y"]))
        if (match["y2"] or match["y"] or "").isdigit()
        else Echo(unit="period", by=-1, year=bool(match["y"]))
    ),
    ["cùng kỳ năm trước", "cùng kỳ", "cùng kỳ năm ngoái", "cùng kỳ 2019"],
    ["cùng kỳ niên vụ trước", "cùng kỳ tháng trước", "cùng kỳ các năm 2018 và 2019"],
)
_SAME_MONTH = rule(
    "cùng tháng năm trước",
    r"cùng (?P<u>tháng|quý) (?:của )?năm (?:ngoái|trước)(?!\w)",
    lambda match: Echo(
        unit="month" if match["u"] == "tháng" else "quarter", by=-12 if match["u"] == "tháng" else -4
    ),
    ["cùng tháng năm trước", "cùng quý năm ngoái"],
)

# ``đến giờ`` means until now only after a time: else it means time for something.
_SINCE = Pattern(r"(?:\d|nay|qua|ngoái|trước|năm|tháng|tuần) {1,3}$")
_TO_NOW = rule(
    "đến nay",
    r"(?:cho )?(?:đến|tới) (?:(?:hôm |ngày |hiện )?nay(?!~\(~(?:ngày )?\d)"
    r"|(?:thời điểm|lúc) (?:này|hiện tại|hiện nay)|hiện tại"
    r"|bây giờ|(?P<hour>giờ(?= (?:này|vẫn|mới|đã|chưa)|[.,;!?]|$)))(?!\w)",
    lambda match: (
        None if match["hour"] and not _SINCE.search(before(match)) else Range(first=None, last=Now())
    ),
    ["đến nay", "cho đến nay", "đến thời điểm hiện tại"],
    ["đến này", "đến giờ họp", "đã đến giờ"],
)
_FROM_NOW = rule(
    "từ nay",
    r"từ (?:nay|bây giờ|giờ)(?= (?:cho )?(?:đến|tới) |$)",
    lambda match: Range(first=Now(), last=None),
    ["từ nay"],
    ["từ nay về sau"],
)

_ONWARD = rule(
    "trở đi",
    r"trở (?:đi|về sau)(?!\w)",
    lambda match: Part(onward=True),
    ["trở đi", "trở về sau"],
    ["trở lại đây", "trở thành"],
)

RELATIVE = (
    _ONWARD,
    _DAY,
    _PART_OF_DAY,
    _STEP,
    _COMING_YEAR,
    _THIS_YEAR,
    _ECHO,
    _SAME_PERIOD,
    _SAME_MONTH,
    _ECHO_UNIT,
    _TO_NOW,
    _FROM_NOW,
)
