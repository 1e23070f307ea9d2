"""Rules for lengths of time, for distances from the reference, and for recurrences."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from ..model import Duration
from ..registries import Pattern, Worded
from ._candidates import Ago, Candidate, Echo, Length, Months, Next, Rhythm
from ._cues import preceded
from ._patterns import NUMBER_WORD, UNIT, Unit, before, is_of_goods, number, rule, units

__all__ = ["LENGTHS"]

Match = re.Match[str]

_FIELD: dict[Unit, str] = {
          "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
          "month": "months", "year": "years"}  # fmt: skip
_LESSER = {"years": ("months", 12), "months": ("days", 30), "weeks": ("days", 7), "days": ("hours", 24),
           "hours": ("minutes", 60), "minutes": ("seconds", 60)}  # fmt: skip


@lru_cache(maxsize=1024)
def length(amount: Decimal, unit: str, *, half: bool = False) -> Duration:
    """The length of *amount* units; a half is given in the next smaller unit."""
    kind, factor = units()[" ".join(unit.split())]
    field = _FIELD[kind]
    total = (amount + (Decimal("0.5") if half else 0)) * factor
    whole = total.to_integral_value(rounding="ROUND_FLOOR")
    parts = {field: whole}
    if whole != total:
        lesser, count = _LESSER.get(field, ("", 1))
        rest = (total - whole) * count
        parts = {field: whole, lesser: rest} if rest == rest.to_integral_value() else {field: total}
    return Duration(**parts)


def _amount(text: str) -> Decimal:
    if text[0].isdigit():
        grouped = text.replace(".", "") if re.fullmatch(r"\d+\.\d{3}", text) else text
        return Decimal(grouped.replace(",", "."))
    return Decimal(number(text))


def _plus(first: Duration, second: Duration) -> Duration:
    names = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
    return Duration(**{name: getattr(first, name) + getattr(second, name) for name in names})


_NUM = rf"\d{{1,3}}\.\d{{3}}(?!\d)|\d{{1,4}}(?:[.,]\d{{1,2}})?|{NUMBER_WORD}"
# A number before a unit may belong to the words before it, and the unit to those after it:
# ``lần thứ 7 năm 2020``, ``mùng 5 tháng 3``, ``số 12 ngày 3/4``.
_UNIT_ENDS = (
    r"(?!\w)(?! (?:\d{1,2}(?:[/-]\d|\.\d(?!\d\d(?!\d)))"
    r"|\d{3,4}(?!\d| tỷ| triệu)|này|ngoái|kia|tuổi(?! (?:đảng|nghề|quân))"
    r"|càng|học \d|thứ \d|(?:mươi|trăm|nghìn|ngàn|triệu|nào)(?!\w)))"
)
# The next unit of a length: ``3 tháng`` + ``2 tuần``.
_AFTER_LENGTH = Pattern(r"\d {1,3}(?:năm|tháng|tuần),? {1,3}$")
# Digits that continue a number or follow a mark are no amount: ``1.2.3 ngày``.
_MONTH_NUMBER = Pattern(r" {1,2}\d{1,2}(?!\d)")
# ``Luật Báo chí 2016 ngày …``: a number that looks like a year is an amount only where a word shows it.
_LIKE_YEAR = Pattern(r"(?:19[4-9]|20[0-4])[1-9]")
_RUNS_ON = Pattern(r"\d(?:\.|[,/:-] {0,3})$")


def _bounds(match: Match) -> tuple[Duration, Duration | None] | None:
    text = match["n"]
    if preceded(match, "number-before") and not _AFTER_LENGTH.search(before(match)):
        return None
    if _RUNS_ON.search(before(match)) or preceded(match, "numbered-before"):
        return None
    if _LIKE_YEAR.fullmatch(text) and not preceded(match, "length-before"):
        return None
    if (
        match["more"]
        and (match["u"], match["u2"]) == ("ngày", "tháng")
        and _MONTH_NUMBER.match(match.string, match.end())
    ):
        return None  # a number before a day: ``QH 14 ngày 17 tháng 11 năm 2020``
    if text.startswith("năm") and preceded(match, "five-before"):
        return None
    first, second = _neighbours(text) or (text, match["n2"])
    try:
        low = length(_amount(first), match["u"], half=bool(match["half"]))
        high = length(_amount(second), match["u"]) if second else None
    except ValueError:
        return None
    if second and _amount(first) >= _amount(second) and text[0].isdigit():
        return None  # "dịp 30-4 năm nay"
    if match["more"] and not _is_smaller(match["u2"], " ".join(match["u"].split())):
        return None  # "bệnh nhân 91 ngày 18 tháng 3"
    if match["more"]:
        # A tour of two days and one night lasts two days.
        if match["u2"] != "đêm":
            low = _plus(low, length(_amount(match["more"]), match["u2"]))
        if match["more2"]:
            low = _plus(low, length(_amount(match["more2"]), match["u3"]))
    return low, high


def _is_smaller(unit: str, other: str) -> bool:
    """Whether one unit is shorter than another; the nights of a tour count after its days."""
    size, larger = units()[unit], units()[other]
    places = list(_FIELD)
    if size == larger:
        return unit == "đêm" != other
    return (-places.index(size[0]), -size[1]) > (-places.index(larger[0]), -larger[1])


_NONE = Duration()
_NEIGHBOURS = tuple(pairwise(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")))


def _neighbours(text: str) -> tuple[str, str] | None:
    """The two words of ``hai ba năm``, which name a range of neighbouring numbers."""
    pair = tuple(text.split())
    return (pair[0], pair[1]) if pair in _NEIGHBOURS else None


def _since(by: int, unit: str, low: Duration) -> Candidate | None:
    """A distance from the day that the text named last; hours and shorter units give no day."""
    if unit not in ("day", "week", "month", "year"):
        return Length(low=low)
    return Echo(unit=unit, by=by, length=low)  # type: ignore[arg-type]


def _length(match: Match) -> Candidate | None:
    found = _bounds(match)
    if found is None:
        return None
    low, high = found
    if low == _NONE or _is_none(match):
        return None
    turn = match["turn"]
    if turn is None and not match["ago"]:
        return _each(match, low) or _months_so_far(match, low) or Length(low=low, high=high)
    counted = None if high is not None else _counted(low)
    if counted is None or (turn in _EARLIER and _AVERAGE.search(before(match))):
        return Length(low=low, high=high)
    within = turn == "trước" and bool(_WITHIN.search(before(match)))
    return _turned(*counted, turn=turn, ago=bool(match["ago"]), low=low, within=within)


def _is_none(match: Match) -> bool:
    """Whether a number and a unit of time are no length here: ``ngày 15 tháng cuối quý``."""
    if match["u"] in ("đêm", "hôm"):
        return not (match["u2"] or match["turn"])
    if match["u"] != "tháng":
        return False
    text = match.string
    return text.endswith("ngày ", 0, match.start()) or _MONTH_OF_YEAR.match(text, match.end()) is not None


_MONTH_OF_YEAR = Pattern(r" {1,3}(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?!\d)")
_EARLIER = ("trước", "trước đó")
#: An average is of all these units: so với trung bình 4 tuần trước.
_AVERAGE = Pattern(r"(?:trung bình|bình quân)(?: của| trong)? {1,3}$")
_WITHIN = Pattern(r"trong(?: vòng| suốt| khoảng)? {1,3}$")


_MEASURED = Worded(
    r" {1,3}\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? {1,3}"
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?<time_cues/measure-after>(?!\w)"
)
#: ``trong một tuần`` is a length, whatever amount follows it.
_WHOLE = ("trong ", "vòng ", "sau ", "suốt ", "hơn ", "gần ", "khoảng ", "qua ")


def _each(match: Match, low: Duration) -> Rhythm | None:
    """``một tuần 12 tấn``: so much each week."""
    if match["n"] != "một" or match["n2"] or match["more"] or match["u"] not in _EACH_UNITS:
        return None
    if before(match).endswith(_WHOLE) or _MEASURED.match(match.string, match.end()) is None:
        return None
    return Rhythm(every=low)


_EACH_UNITS = ("ngày", "tuần", "tháng", "quý", "năm")


# ``lũy kế 9 tháng``: from January on.
_SO_FAR = Pattern(r"(?:(?:lũy|luỹ) kế|cộng dồn|tính chung|bình quân)(?: cả| (?:đến )?hết| trong)? {1,3}$")
_OF_ANOTHER = Pattern(
    r" (?:đầu|cuối|giữa|một|của|còn|lương|năm|\d{1,2}(?![\d.,]| (?:tỷ|tỉ|triệu|nghìn|ngàn)(?!\w)))"
)
_MONTHS = 12


def _months_so_far(match: Match, low: Duration) -> Months | None:
    """The months of the year so far, if the words before them add them up."""
    count = int(low.months)
    whole = match["u"] == "tháng" and low == Duration(months=count) and match["n2"] is None  # type: ignore[arg-type]
    if not whole or not 1 < count <= _MONTHS or _OF_ANOTHER.match(match.string, match.end()):
        return None
    added_up = _SO_FAR.search(before(match)) or (
        _is_reported(match) and (_is_spoken_of(match.string, count) or _SUMMED.search(before(match, 48)))
    )
    return Months(first=1, last=count, grain="span", running=True) if added_up else None


_HEAD = Pattern(r"(?:^|[.!?:;\n] {0,3}(?:[-–+*•] {0,2})?)$")
_HEADED = Pattern(r" {0,3}[,:]")
_REPORTED = Pattern(r" {1,3}(?:(?:chỉ|mới|đã) {1,3})?(?:ước|đạt|tăng|giảm)(?!\w)")
_SUMS = Pattern(r" {1,3}(?:ước|đạt)(?!\w)")
#: Before the months of a sum that is told from January on: ``kim ngạch xuất khẩu 8 tháng đạt``.
_SUMMED = Worded(r"(?<!\w)<time_cues/summed-before>(?!\w)[^,.;:()\n0-9]{0,40}$")


def _is_reported(match: Match) -> bool:
    """Whether months open a sentence (``Chín tháng, …``) or stand between a measure and its amount."""
    if _REPORTED.match(match.string, match.end()):
        if _SUMS.match(match.string, match.end()):
            return True  # trong 8 tháng ước đạt
        return not preceded(match, "length-before")
    return bool(_HEADED.match(match.string, match.end()) and _HEAD.search(before(match)))


def _is_spoken_of(text: str, month: int) -> bool:
    """Whether *text* names the last month of the period, or those months with their year."""
    return any(f"{month} tháng {year}" in text for year in ("đầu năm", "năm")) or f"tháng {month}" in text


def _counted(length: Duration) -> tuple[int, Unit] | None:
    """*length* in whole units of one kind (``2 năm 6 tháng`` is 30 months); None if there is no such kind."""
    told = [(unit, amount) for unit, name in _FIELD.items() if (amount := getattr(length, name))]
    if any(amount != int(amount) for _, amount in told):
        return None
    (small, amount), *larger = told
    if not larger:
        return int(amount), small
    large, count = larger[0]
    lesser, factor = _LESSER.get(_FIELD[large], ("", 0))
    fits = len(larger) == 1 and lesser == _FIELD[small] and large != "month"  # a month has no number of days
    return (int(count * factor + amount), small) if fits else None


def _turned(
    amount: int, unit: Unit, *, turn: str | None, ago: bool, low: Duration, within: bool = False
) -> Candidate | None:
    """*amount* units, counted as the words beside them state: back, ahead, or from the day named last."""
    if turn in ("trước đó", "sau đó", "sau"):
        return _since(-amount if turn == "trước đó" else amount, unit, low)
    if within:  # "trong vòng 2 năm trước" is all of it
        return Next(amount=-amount, unit=unit)
    if ago or turn in ("trước", "trước đây"):
        return Ago(amount=-amount, unit=unit)
    if turn == "nữa":
        return Ago(amount=amount, unit=unit)
    return Next(amount=amount if turn in _AHEAD else -amount, unit=unit)


_AHEAD = ("tới", "tới đây", "sắp tới", "tiếp theo", "kế tiếp")
# ``5 ngày tới 7 ngày`` is one length up to another.
_TURN = (
    r"(?: (?P<turn>trước đó|sau đó|trước đây|trước|sau|nữa|nay|vừa qua|vừa rồi|qua|gần đây|gần nhất"
    rf"|trở lại đây|tới đây|tới(?! (?:{_NUM})~(?:{UNIT})(?!\w))|sắp tới|tiếp theo|kế tiếp)"
    r"(?!\w)(?! (?:khi|đó|sinh|mổ|cách mạng"
    r"|ngày|lúc|đây \w|hạn|tháng|năm)))?"
)
_BODY = (
    rf"(?P<n>{_NUM})(?:~\(\w+(?: \w+){{0,4}}\)~)?(?:~(?:-|–|đến|tới)~(?P<n2>{_NUM}))?~"
    rf"(?P<u>{UNIT})(?! \d{{1,2}} năm [12]\d){_UNIT_ENDS}"
    rf"(?:(?P<half> rưỡi(?!\w))|(?: và|,)? (?P<more>\d{{1,2}}|{NUMBER_WORD})~(?!(?P=u)(?!\w))"
    rf"(?P<u2>giây|phút|giờ|tiếng|ngày|đêm|tuần|tháng){_UNIT_ENDS}"
    rf"(?: (?P<more2>\d{{1,2}})~(?P<u3>giây|phút|giờ|ngày){_UNIT_ENDS})?)?"
)
_LENGTH = rule(
    "khoảng thời gian",
    rf"(?P<ago>cách (?:đây|nay)(?: (?:khoảng|hơn|gần|đúng|chừng|tròn))? )?{_BODY}"
    r"(?:(?: (?:làm việc|liên tiếp|liên tục|liền|tròn|đồng hồ))(?!\w))?" + _TURN,
    _length,
    [
        "07 năm",
        "30 phút",
        "hai tuần",
        "3 năm rưỡi",
        "2 tiếng rưỡi",
        "2 năm 6 tháng",
        "1 giờ 45 phút",
        "3-5 ngày",
        "5 ngày làm việc",
        "cách đây 3 ngày",
        "2 năm trước",
        "10 ngày nữa",
        "5 bữa nữa",
        "3 năm qua",
        "5 năm tới",
        "3 tháng tiếp theo",
        "2 ngày vừa rồi",
    ],
    [
        "25 tuổi",
        "5 bữa cơm",
        "một ngày nào đó",
        "lần thứ 7 năm 2020",
        "số 12 ngày 3/4",
        "năm người bị thương",
        "năm 2017",
    ],
)
_HOURS = rule(
    "giờ phút viết tắt",
    r"(?P<h>\d{1,3})~(?:h|g)(?:~(?P<m>[0-5]?\d)(?:~(?:phút|p|['’]))?)?(?!\w|/)"
    r"(?: (?P<turn>vừa qua|qua|tới|nữa|trước đó|sau đó|trước(?=~(?:[.,;:!?)]|$)))(?!\w))?",
    lambda match: (
        _hours(match)
        if match["turn"]
        or preceded(match, "length-before")
        or (match.group().endswith("phút") and not preceded(match, "clock-before"))
        else None
    ),
    ["2g30 phút", "24h qua", "48h tới", "24h trước"],
)


def _hours(match: Match) -> Candidate | None:
    hours, minutes = int(match["h"]), int(match["m"] or 0)
    low = Duration(hours=hours, minutes=minutes)  # type: ignore[arg-type]
    if not match["turn"] or minutes:
        return Length(low=low)
    return _turned(hours, "hour", turn=match["turn"], ago=False, low=low)


_NEXT_HALF = rule(
    "nửa đơn vị",
    r"(?P<ago>cách (?:đây|nay)(?: (?:khoảng|hơn|gần|đúng|chừng|tròn))? )?nửa "
    r"(?P<u>năm|tháng|ngày|giờ|tiếng|thế kỷ|thế kỉ|thập kỷ|thập kỉ|thập niên|tuần)(?: đồng hồ)?(?!\w)"
    r"(?! (?:đầu|cuối|sau(?! đó)))" + _TURN,
    lambda match: _half_unit(match),
    ["nửa năm", "nửa tháng", "nửa tiếng", "nửa năm trước", "cách đây nửa tháng", "nửa thế kỷ qua"],
    ["nửa đầu"],
)


def _half_unit(match: Match) -> Candidate | None:
    low = length(Decimal("0.5"), match["u"])
    counted = _counted(low)
    if counted is None or not (match["turn"] or match["ago"]):
        return Length(low=low)
    return _turned(*counted, turn=match["turn"], ago=bool(match["ago"]), low=low)


_UNIT_HALF = rule(
    "đơn vị rưỡi",
    r"(?P<u>năm|tháng|tuần|ngày|giờ|tiếng) rưỡi(?!\w)",
    lambda match: Length(low=length(Decimal(1), match["u"], half=True)),
    ["năm rưỡi", "tháng rưỡi"],
)

# Counted from the day that the text named last ----------------------------------------------------

_SINCE_THEN = rule(
    "trước đó, sau đó",
    rf"(?P<p>trước|sau) đó (?:(?:khoảng|đúng|chỉ) )?(?P<n>\d{{1,3}}|{NUMBER_WORD}) (?P<u>ngày|tuần|tháng"
    rf"|năm){_UNIT_ENDS}",
    lambda match: Echo(
        unit=units()[match["u"]][0],  # type: ignore[arg-type]
        by=number(match["n"]) * (1 if match["p"] == "sau" else -1),
    ),
    ["trước đó hai ngày", "sau đó 3 ngày"],
)

# Recurrences --------------------------------------------------------------------------------------

_COUNT = rf"\d{{1,3}}|{NUMBER_WORD}"


# ``đất trồng cây hằng năm``: a kind of crop, not a recurrence.
_CROPS = Pattern(r"(?<!\w)cây(?: (?:trồng|công nghiệp|lương thực|ăn quả|thực phẩm))?(?: ngắn ngày)? {1,3}$")


def _every(match: Match) -> Candidate | None:
    if is_of_goods(match.string, match.start()):
        return None
    if match["n"] and match.group().startswith(("hàng", "hằng")):
        return None
    if match["u"] == "năm" and _CROPS.search(before(match)):
        return None
    amount = Decimal(number(match["n"])) if match["n"] else Decimal(1)
    times = number(match["times"]) if match["times"] else None
    return Rhythm(every=length(amount, match["u"]), times=None if times == 1 else times)


_U = r"(?P<u>giây|phút|giờ|ngày|đêm|tuần|tháng|quý|quí|năm)"
_SO_OFTEN = rule(
    "đơn vị n lần",
    rf"(?:một )?(?P<u>ngày|tuần|tháng|quý|năm) (?P<times>{_COUNT}) lần(?!\w)(?P<n>(?!))?",
    _every,
    ["tháng một lần", "một năm hai lần", "ngày 3 lần"],
)
_EVERY = rule(
    "hằng, mỗi, từng",
    rf"(?:định kỳ )?(?:(?:vào )?(?:h[ằà]ng|mỗi(?: một)?|từng) |cứ (?:mỗi )?"
    r"|định kỳ (?:mỗi )?(?!(?:ngày|tháng|quý|quí) \d{1,2}(?!\w| lần)))"
    rf"(?P<n>{_COUNT})?~{_U}(?!\w)"
    rf"(?! (?:trời|liền|nay|đồng hồ|\d{{1,2}}(?:/\d| tháng(?!\w))))(?:~(?:/|,)?~(?P<times>{_COUNT}) lần(?!\w)"
    r"|/lần|~(?P<x>(?!)))?",
    _every,
    [
        "hằng tuần",
        "hàng tháng",
        "mỗi năm",
        "định kỳ 6 tháng",
        "mỗi năm một lần",
        "cứ 5 năm một lần",
        "định kỳ hàng tháng",
    ],
    ["hàng tháng trời", "hàng trăm năm", "hàng giờ đồng hồ", "mỗi ngày 8/3", "định kỳ ngày 5"],
)


_PER_TIME = rule(
    "n đơn vị/lần",
    rf"(?:định kỳ )?(?P<n>{_COUNT})~{_U}~(?:/|mỗi|một|1)~(?P<times>(?!))?(?:một )?lần(?!\w)",
    _every,
    ["định kỳ 6 tháng/lần", "2 năm một lần", "hai năm/lần", "90 phút/lần"],
)
_TIMES_PER = rule(
    "n lần/đơn vị",
    rf"(?P<times>{_COUNT}) lần~(?:/|mỗi|trong một|trên|một)~(?P<n>(?!))?{_U}(?!\w)",
    _every,
    ["3 lần/ngày", "2 lần mỗi tuần"],
)
_REPEATED = rule(
    "đêm đêm",
    r"(?P<u>ngày|đêm|tháng|tuần) (?P=u)(?!\w)(?P<n>(?!))?(?P<times>(?!))?",
    _every,
    ["đêm đêm", "ngày ngày"],
)

LENGTHS = (
    _LENGTH,
    _HOURS,
    _NEXT_HALF,
    _UNIT_HALF,
    _SINCE_THEN,
    _EVERY,
    _SO_OFTEN,
    _PER_TIME,
    _TIMES_PER,
    _REPEATED,
)
