"""Rules for what is counted from the day of speaking, or from what the text named before."""

from __future__ import annotations

import re

from ._candidates import Candidate, Echo, Now, Portion, Range, Shift, Step, Year
from ._cues import preceded
from ._patterns import before, rule

__all__ = ["RELATIVE"]

Match = re.Match[str]

_DAYS = {
    "hôm kìa": -3, "hôm kia": -2, "hôm qua": -1, "hôm nay": 0, "ngày hôm qua": -1, "ngày hôm nay": 0,
    "ngày hôm kia": -2, "ngày mai": 1, "mai": 1, "ngày kia": 2, "ngày mốt": 2, "ngày kìa": 3, "nay": 0,
    "qua": -1, "kia": -2, "bữa nay": 0, "bữa qua": -1,
}  # fmt: skip


def _day(match: Match) -> Candidate | None:
    by = _DAYS[" ".join(match["r"].split())]
    if match["r"] == "ngày kia" and re.search(r"(?:một|có|đến|tới) {1,3}$", before(match)):
        return None
    return Step(unit="day", by=by)


_DAY = rule(
    "hôm qua, hôm nay, ngày mai",
    "hôm ngày bữa",
    r"(?P<r>ngày hôm (?:qua|nay|kia)|hôm (?:qua|nay|kia|kìa)|ngày (?:mai|kia|mốt|kìa)|bữa (?:qua|nay))(?!\w)",
    _day,
    ["hôm qua", "hôm nay", "ngày mai", "ngày mốt", "ngày hôm qua"],
    ["một ngày kia", "hôm nọ"],
)
_PART_OF_DAY = rule(
    "sáng nay, đêm qua",
    "rạng sáng trưa chiều tối đêm khuya sớm đầu cuối",
    r"(?:(?:đầu|cuối) giờ )?(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya|sớm) (?P<r>nay"
    r"|qua|mai|kia)(?!\w)",
    _day,
    ["sáng nay", "chiều qua", "đêm qua", "rạng sáng nay", "sáng mai", "chiều tối nay"],
)

_STEPS = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "rồi": -1, "vừa rồi": -1, "vừa qua": -1, "qua": -1,
          "tới": 1, "sau": 1, "kia": -2, "tới đây": 1, "sắp tới": 1, "hiện tại": 0}  # fmt: skip


def _step(match: Match) -> Candidate | None:
    unit, word = match["u"], " ".join(match["s"].split())
    left = before(match)
    if word in ("nay", "ngoái") and re.search(r"(?:những|các|nhiều|mấy|vài|dăm) {1,3}$", left):
        return None
    vague = preceded(match, "vague-before") or re.search(r"\d {1,3}$", left)
    if (
        vague
        and not re.search(r"thứ \w{1,4} {1,3}$", left)
        and not (unit == "năm" and word in ("nay", "ngoái"))
    ):
        return None
    if unit == "năm":
        by = 0 if word == "qua" else _STEPS[word]
        return Year(year=Shift(by))
    if unit == "tuần":
        return Step(unit="week", by=_STEPS[word])
    if word in ("ngoái", "kia", "nay"):
        return None
    return Step(unit="month" if unit == "tháng" else "quarter", by=_STEPS[word])


_STEP = rule(
    "tuần trước, tháng tới, năm nay",
    "tuần tháng quý quí năm",
    r"(?P<u>tuần|tháng|quý|quí|năm) (?P<s>này|nay|trước|ngoái|vừa rồi|vừa qua|rồi|qua|tới đây|tới|sắp tới"
    r"|sau|kia|hiện tại)"
    r"(?!\w)(?! (?:khi|đó|công nguyên|kỳ|ngày|lượt|nữa|hạn|tháng|lại|nay))",
    _step,
    ["tuần trước", "tuần qua", "tháng tới", "quý này", "năm ngoái", "năm nay", "năm trước"],
    ["những năm trước", "năm sau khi"],
)
_COMING_YEAR = rule(
    "sang năm",
    "sang",
    r"sang năm(?! \d| \w{1,8} \d{4})(?= |[.,;:!?)]|$)(?! (?:mới|học|thứ|\d))",
    lambda match: Year(year=Shift(1)),
    ["sang năm"],
    ["sang năm mới", "sang năm 2018"],
)
_THIS_YEAR = rule(
    "đầu năm, cuối tháng không nói năm nào",
    "đầu cuối giữa hết",
    r"(?P<p>đầu|giữa|cuối|hết) (?P<u>năm|tháng|tuần|quý)(?!\w)(?! (?:\d|h[ằà]ng|này|nay|trước|ngoái|tới|sau"
    r"|qua|vừa|mới|học|thứ|rồi|kia|i|ii|iii|iv|một|hai|ba|tư|giêng|chạp|sáu|bảy|tám|chín|mười|bốn))",
    lambda match: _portion(match),
    ["đầu năm", "cuối tuần", "cuối tháng"],
    ["đầu năm 2017"],
)
_PORTIONS: dict[str, Portion] = {"đầu": "start", "giữa": "mid", "cuối": "end", "hết": "end"}


def _portion(match: Match) -> Candidate | None:
    if re.search(r"(?:tháng|quý|những|các|mỗi|hàng|hằng|ngày) {1,3}$", before(match)):
        return None
    portion = _PORTIONS[match["p"]]
    if match["u"] == "năm":
        return Year(year=Shift(0), portion=portion)
    units = {"tháng": "month", "tuần": "week", "quý": "quarter"}
    return Step(unit=units[match["u"]], by=0, portion=portion)  # type: ignore[arg-type]


_ECHO = rule(
    "cùng ngày, hôm sau",
    "cùng ngày hôm sáng trưa chiều tối đêm năm",
    r"(?:(?:sáng|trưa|chiều|tối|đêm) )?(?:cùng (?P<u>ngày|tháng|năm|tuần)(?!\w)(?!~\d)|(?:ngày )?hôm "
    r"(?P<s>sau|trước)(?!\w)|ngày (?P<s2>kế tiếp|tiếp theo)(?!\w))",
    lambda match: Echo(
        unit={"ngày": "day", "tháng": "month", "năm": "year", "tuần": "week"}[match["u"] or "ngày"],  # type: ignore[arg-type]
        by=0 if match["u"] else (-1 if match["s"] == "trước" else 1),
    ),
    ["cùng ngày", "ngày hôm sau", "hôm trước", "cùng năm"],
    ["cùng năm 2017"],
)
_ECHO_UNIT = rule(
    "năm trước đó, tuần sau đó",
    "ngày tuần tháng quý năm",
    r"(?P<u>ngày|tuần|tháng|quý|năm) (?P<s>(?:liền )?(?:trước|sau) đó|tiếp theo|kế tiếp)(?!\w)",
    lambda match: (
        None
        if preceded(match, "vague-before") or re.search(r"\d {1,3}$", before(match))
        else Echo(
            unit={"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}[
                match["u"]
            ],  # type: ignore[arg-type]
            by=-1 if "trước" in match["s"] else 1,
        )
    ),
    ["năm trước đó", "ngày sau đó", "năm tiếp theo", "quý kế tiếp"],
    ["nhiều năm trước đó"],
)
_SAME_PERIOD = rule(
    "cùng kỳ",
    "cùng",
    r"cùng k[ỳì](?: (?:của )?năm (?P<y>ngoái|trước|\d{4}))?(?!\w)",
    lambda match: (
        Echo(unit="period", of=int(match["y"]))
        if (match["y"] or "").isdigit()
        else Echo(unit="period", by=-1, year=bool(match["y"]))
    ),
    ["cùng kỳ năm trước", "cùng kỳ", "cùng kỳ năm ngoái"],
)

_TO_NOW = rule(
    "đến nay",
    "đến tới cho",
    r"(?:cho )?(?:đến|tới) (?:(?:hôm |ngày |hiện )?nay|thời điểm này|bây giờ)(?!\w)",
    lambda match: Range(first=None, last=Now()),
    ["đến nay", "cho đến nay"],
    ["đến này"],
)
_FROM_NOW = rule(
    "từ nay",
    "từ",
    r"từ (?:nay|bây giờ|giờ)(?= (?:cho )?(?:đến|tới) |$)",
    lambda match: Range(first=Now(), last=None),
    ["từ nay"],
    ["từ nay về sau"],
)

RELATIVE = (
    _DAY,
    _PART_OF_DAY,
    _STEP,
    _COMING_YEAR,
    _THIS_YEAR,
    _ECHO,
    _SAME_PERIOD,
    _ECHO_UNIT,
    _TO_NOW,
    _FROM_NOW,
)
