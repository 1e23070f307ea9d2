"""What a figure is compared with, and whether it rises or falls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal, TypeAlias

from ..clauses import Clause, Place, is_measure
from ..registries import Pattern
from ..text import TextView
from ._sentences import PART_END, REACH, At, FigureAt, Sentence, ended_before, next_after, within, words

__all__ = ["ALONE", "Change", "changes", "comparisons", "levels"]

Change: TypeAlias = Literal["increase", "decrease"]

_CLAUSE_END = Pattern(r"[.;:!?()\n]")
_COMPARED = Pattern(
    r"(?:\)(?= so )|)[^.;:!?()\n0-9]{0,60}?(?<!\w)(?<!cách )(?:so(?: với)?|với(?= cùng k[ỳì])) "
    r"(?P<words>(?:mức |thời điểm |con số |cùng thời điểm |hồi )?)"
)
#: The words that mark a comparison; the second ends before ``kỳ`` or ``kì``.
_SO, _SAME_AS = "so ", "với cùng k"
# What may follow ``so`` without ``với``.
_WITHOUT_VOI = Pattern(r"(?:cùng (?:kỳ|kì)|kế hoạch|dự toán|năm trước|tháng trước|đầu năm)(?!\w)")
# Right after a figure in one of these units, the plan or time that it is compared with may stand.
_RATIOS = ("%", "lần")
#: How far ``lần lượt`` may stand before its first figure.
_REACH_OF_TURN = 24
#: The letters of the longest noun of measure.
_LONGEST_MEASURE = 24
#: A time this near to ``so với`` is the baseline by itself; one this far only where words lead to it.
_NEAR_TIME, _FAR_TIME = 12, 40
#: Before the time of a comparison, a word that names the baseline: vụ xuân 2015.
_HEAD = Pattern(r"(?<!\w)(?!(?:của|mức|hồi|vào|trong|cả|thời|điểm|gian|con|số|thực|hiện)(?!\w))\w+")
_WHAT = Pattern(r"(?:[^\W\d_]+(?: (?=\w))?){1,8}")
# so với X tăng 5%; so với X, Y tăng 5%
_AHEAD = Pattern(
    r"(?<!\w)so (?:với |(?=cùng k[ỳì](?!\w)))(?P<what>[^,;()]{2,90}?)"
    r"(?: \([^()]{1,60}\)[ ,]|,|(?: đã| lại)? (?=(?:tăng|giảm)(?!\w)))"
)
# A rise or fall before its time: tốc độ tăng cùng kỳ.
_GROWN = Pattern(r"(?:mức|tốc độ|đà|tỷ lệ) (?:tăng|giảm)(?: trưởng)?(?: của)? ")
# Before a count that is only part of a phrase: ở cả hai khu vực.
_IN_PHRASE = Pattern(r"(?<!\w)(?:của|tại|ở|trong)(?: cả)? \Z")
_THAN = Pattern(r"(?P<way>cao|nhiều|thấp|ít) hơn \Z")
_THAN_SAME = Pattern(
    r"(?:cao|nhiều|thấp|ít) hơn (?:so với )?"
    r"(?P<what>cùng k[ỳì]|trung bình nhiều năm)(?: khoảng| tới| đến)? \Z"
)
_THAN_TO = Pattern(r" (?:từ |khoảng |tới |đến )?")
_FROM = Pattern(r"(?:^|\W)từ (?:mức |khoảng )?$")
_TO = Pattern(
    r"(?: \([^()\n]{1,40}\))?[^.;:!?()\n0-9]{0,30}? (?P<way>lên|xuống|còn)"
    r"(?: (?:còn|đến|tới|mức|khoảng|gần|hơn|trên|dưới))* ?"
    r"|(?:[^.;:!?()\n]{0,30}?) (?P<way2>lên|xuống|còn)(?: (?:còn|đến|tới|mức))* "
)
_REACHES: dict[str, Change] = {"lên": "increase", "xuống": "decrease", "còn": "decrease"}
# Not lists of words for all: each verb, which clause_words/verbs has found, with the way that it goes.
_RISE = Pattern(r"(?:tăng|gia tăng|nhích|leo|vọt|cao hơn|nhiều hơn|ước tăng|cao gấp)(?!\w)")
_FALL = Pattern(
    r"(?:(?:suy |cắt |ước )?giảm|sụt|rớt|hạ|tụt|lùi|bốc hơi|mất|(?:thấp|ít) hơn|rơi|co hẹp|lao dốc)(?!\w)"
)
_WHERE = Pattern(r" (?:ở|tại)\Z")
_MOVED = Pattern(r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn)(?!\w)")
#: What may stand before a figure with a sign.
_SIGNS = "+(-–"
#: The words that complete a count, and the bracket after them: giảm 3 người | chết (5%).
_COUNTED = Pattern(r"(?: [^\W\d_]+){0,4} \(")
_REACHED = Pattern(r"(?:lên|xuống|còn|đạt)(?!\w)")
_RAISED = Pattern(r"(?<!\w)(?P<verb>nâng|tăng|kéo giảm|hạ|giảm)(?!\w)[^.;:!?()\n]{1,60}\Z")
# 5% và 7%; 46% về lượng và 47% về giá trị
ALONE = Pattern(
    r"(?: về (?:[^\W\d_]+ ?){1,5})?(?:,? (?:và )?|,? và )| so với [^,;:()0-9]{2,40}?(?:,| và|, và) "
)
# giảm 5 USD về mức 70 USD; giảm 2%, về 3.000 USD: the level that the change before led to
_LED_TO = Pattern(
    r"(?: so với [^,;:()0-9]{2,40})?,? (?:và )?về(?: (?:mức|ngưỡng|mốc|quanh|còn|khoảng|gần|dưới|trên))* "
)
_OF_ANOTHER = Pattern(r", [^,]*(?<!\w)(?:này|đó)(?!\w)")  # 2 euro, mức giá này thấp hơn so với
# After a figure, what something else does: 5 vụ, số người chết | giảm so với; but 5 vụ, đã | giảm so với.
_OTHERS_MOVE = Pattern(r", (?!(?:và|nhưng|đã|cũng|vẫn|tiếp tục|có|ước|đạt)(?!\w))[^,]*[^\W\d_][^,]*\Z")
#: Growth that something is given to, and that does not tell a figure's own way: đóng góp vào tăng trưởng 45%.
_TO_GROWTH = ("vào tăng trưởng ", "cho tăng trưởng ")
# không để tỷ lệ tử vong vượt 0,02%: what is not to be reached has not risen.
_CEILING = Pattern(r"(?<!\w)không (?:để|cho)(?!\w)[^,;.:()\n]* vượt \Z")
# tăng 64 vụ - tương ứng 30%; tăng 12 điểm (tương đương 0,7%)
_AGAIN = Pattern(r"(?: \(|,| [-–]|) ?(?:tương đương|tương ứng|tức)(?: với)? ")
_SESSION_BEFORE = Pattern(r" (?P<what>(?:phiên|kỳ|lần)(?: giao dịch)?(?: liền)? trước(?: đó)?)(?!\w)")
_NAME = Pattern(r" (?P<what>[A-ZĐ]\w*(?: [A-ZĐ]\w*){0,4})")
_AND = Pattern(r" (?:và|nhưng|song) ")
# so với cùng kỳ tăng: the words between a comparison and its figure.
_SAID_OF_NEXT = Pattern(r"[^,;]{2,60} (?:tăng|giảm|cao hơn|thấp hơn|sụt|nhích)(?!\w)[^,;]{0,20}")
_PARTS_OFF = Pattern(r" (?:và|còn) so|, (?:và |còn |nhưng )?so")
_SAME_PERIOD = Pattern(r"cùng (?:kỳ|kì)")


@cache
def _what_ends() -> re.Pattern[str]:
    """Where the words after ``so với`` end."""
    return re.compile(rf" (?:{words('baseline-ends')})\b.*")


@cache
def _rounds() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('rounds')})(?: .*)?")


@cache
def _of_plan() -> re.Pattern[str]:
    """A plan, with its year and who set it, right after the figure that is a share of it."""
    return re.compile(rf" (?:so với )?(?P<what>(?:{words('plan')})(?!\w)(?: [^\W_]+(?:/[0-9]+)?){{0,9}})")


def levels(lower: str, sentence: Sentence) -> Sequence[Change | None]:
    """The direction of each second figure of ``từ 50% lên 70%``, else None; empty if there are none."""
    figures = sentence.figures
    if len(figures) < 2 or "từ " not in sentence.said:
        return ()
    found = [None, *(_way_from(lower, *pair) for pair in pairwise(figures))]
    return found if any(found) else ()


def _way_from(lower: str, before: FigureAt, figure: FigureAt) -> Change | None:
    if before.unit != figure.unit or figure.start - before.end > 60:
        return None
    if not _FROM.search(lower, max(0, before.start - 12), before.start):
        return None
    to = _TO.fullmatch(lower, before.end, figure.start)
    return _REACHES[to["way"] or to["way2"]] if to is not None else None


def comparisons(
    view: TextView, sentence: Sentence, clauses: Sequence[Clause], levels: Sequence[Change | None]
) -> list[Place | None]:
    """What each figure of *sentence* is compared with."""
    figures, lower = sentence.figures, view.lower
    # most sentences have no word of comparison: then most figures need no search
    compares = _SO in sentence.said or _SAME_AS in sentence.said
    than = " hơn " in sentence.said
    found: list[Place | None] = [None] * len(figures)
    for index, figure in enumerate(figures):
        is_ratio = figure.unit in _RATIOS and lower[figure.end : figure.end + 1] == " "
        if levels and levels[index] is not None:
            found[index] = sentence.stand[index - 1]
        elif is_ratio or compares or than:
            clause = clauses[index]
            found[index] = (
                (_plan(lower, sentence, figure, clause) if is_ratio else None)
                or (_compared_after(lower, sentence, clauses, index) if compares else None)
                or (_right_after(view, sentence, figure, clause) if is_ratio else None)
                or (_compared_ahead(lower, sentence, figure, clause) if compares else None)
                or (_than(lower, sentence, figure) if than else None)
            )
    if len(found) > 1 and any(found):
        _share(lower, sentence, clauses, found)
        _in_turn(lower, sentence, found)
    return found


def _in_turn(lower: str, sentence: Sentence, found: list[Place | None]) -> None:
    """Give each of two figures its own of two comparisons that ``và`` joins.

    So in ``tăng lần lượt 5% và 7% so với tháng trước và cùng kỳ``; the comparison may also come first.
    """
    if "lần lượt" not in sentence.said:
        return
    for index in range(1, len(found)):
        first, figure = sentence.figures[index - 1], sentence.figures[index]
        said, lead = found[index], lower[max(sentence.start, first.start - _REACH_OF_TURN) : first.start]
        if said is None or lower[first.end : figure.start] != " và " or "lần lượt" not in lead:
            continue
        second = _joined_time(lower, sentence, said[1])
        if second is not None:
            found[index - 1 : index + 1] = [said, second]


def _joined_time(lower: str, sentence: Sentence, end: int) -> Place | None:
    """The time that ``và`` joins to the one before *end*."""
    following = [next_after(sentence.times, end), next_after(sentence.lengths, end)]
    at = min(filter(None, following), key=attrgetter("start"), default=None)
    joined = at is not None and lower[end : at.start] in (" và ", " và so với ", " và với ")
    return (at.start, at.end) if at is not None and joined else None


def _share(lower: str, sentence: Sentence, clauses: Sequence[Clause], found: list[Place | None]) -> None:
    """Give a comparison *found* after a figure also to the figures before it that share it."""
    listed = False
    for index in range(len(found) - 1, 0, -1):
        listed = (
            found[index - 1] is None
            and found[index] is not None
            and _shares(lower, sentence, clauses, index, listed)
            and not _restates(lower, sentence, clauses, index - 1)
        )
        if listed:
            found[index - 1] = found[index]


def _shares(lower: str, sentence: Sentence, clauses: Sequence[Clause], index: int, listed: bool) -> bool:
    """Whether a figure's comparison also holds for the one before it: tăng 2% và 20 vụ so với năm kia.

    ``và`` joins the last two members of a list, commas those before; *listed* is true for the latter.
    """
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    between = lower[before.end : figure.start]
    if not listed and not _COMPARED.match(lower, figure.end):
        return False
    ways = [_way(clauses[each].verb) is not None for each in (index - 1, index)]
    if _COUNTED.match(between) and lower.startswith(")", figure.end):
        return ways[0] and ")" not in between  # tăng 12 điểm (tương đương 0,7%) so với phiên trước
    alike = all(ways) and before.unit == figure.unit == "%" and not _of_other_times(sentence, before, figure)
    joined = _AND.search(between) is not None or ((listed or alike) and "," in between)
    moved = ways[0] or (clauses[index - 1].bracketed and not _is_level_of_plan(lower, sentence, index - 1))
    return (
        joined
        and moved
        and not _CLAUSE_END.search(between.removeprefix(")"))
        and (ways[1] or not clauses[index].verb)
    )


def _restates(lower: str, sentence: Sentence, clauses: Sequence[Clause], index: int) -> bool:
    """Whether the bracket of a figure stands after a comparison of the figure before it.

    So in ``giảm 0,8% so tháng trước (giảm 633 tấn) và tăng 7% so cùng kỳ``.
    """
    bracket = clauses[index].bracket
    if not index or bracket is None:
        return False
    return lower.rfind(" so ", sentence.figures[index - 1].end, bracket[0]) >= 0


def _is_level_of_plan(lower: str, sentence: Sentence, index: int) -> bool:
    """Whether a bracketed figure is the level compared with: 80% dự toán (5 tỷ đồng), so với X (32%)."""
    figure, first = sentence.figures[index], sentence.start
    if figure.unit not in _RATIOS:
        return True
    return lower.rfind(" so ", sentence.figures[index - 1].end if index else first, figure.start) >= 0


def _of_other_times(sentence: Sentence, before: FigureAt, figure: FigureAt) -> bool:
    """Whether a time stands between two figures: CPI tăng 0,5%, 9 tháng tăng 3% so với năm trước."""
    start, end = before.end, figure.start
    return within(sentence.times, start, end) or within(sentence.lengths, start, end)


def _plan(lower: str, sentence: Sentence, figure: FigureAt, clause: Clause) -> Place | None:
    """The plan that the figure is measured against; none for ``chiếm``, which states a part of a whole."""
    if clause.verb.startswith("chiếm"):
        return None
    plan = _of_plan().match(lower, figure.end, min(sentence.end, figure.end + REACH))
    if plan is None:
        return None
    start, end = plan.span("what")
    if not clause.verb and lower.startswith("nghị quyết", start):
        return None  # 100% nghị quyết được thông qua
    return start, start + len(_what_ends().sub("", lower[start:end]).rstrip())


def _compared_after(lower: str, sentence: Sentence, clauses: Sequence[Clause], index: int) -> Place | None:
    """What stands after ``so với``, or after ``so`` alone before a time or a plan."""
    figure = sentence.figures[index]
    limit = min(sentence.end, figure.end + REACH)
    if index + 1 < len(sentence.figures):
        limit = min(limit, sentence.figures[index + 1].end)
    if lower.find(_SO, figure.end, limit) < 0 and lower.find(_SAME_AS, figure.end, limit) < 0:
        return None
    compared = _COMPARED.match(lower, figure.end, limit)
    if compared is None or _OF_ANOTHER.search(lower, figure.end, compared.start("words")):
        return None
    if _is_of_next(lower, sentence, clauses, compared, index):
        return None
    if _is_of_clause_of(lower, figure, clauses[index], compared):
        return None
    start, first = compared.end(), compared.start("words")
    if lower.startswith("cùng thời", first):
        start = first  # cùng thời điểm tháng trước
    mention = _mention_compared(lower, sentence, index, start, first)
    if mention is not None:
        return mention
    with_voi = lower[compared.start() : first].endswith("với ")
    return _words_compared(lower, start, limit) if with_voi or _WITHOUT_VOI.match(lower, start) else None


_AVERAGES = ("trung bình ", "bình quân ")


def _mention_compared(lower: str, sentence: Sentence, index: int, start: int, first: int) -> Place | None:
    """The time or the next figure soon after *start*, not before *first*, with the words that go with it."""
    times = sentence.near(sentence.times, sentence.figures[index])
    others: list[At] = [
        at for at in sentence.figures[index + 1 : index + 2] if "," not in lower[start : at.start]
    ]
    length = next_after(sentence.lengths, start)
    if length is not None and lower.endswith(_AVERAGES, start, length.start):
        others.append(length)  # so với trung bình 4 tuần trước
    for at in sorted((*times, *others), key=lambda at: at.start):
        if first <= at.start <= start + _FAR_TIME and not _CLAUSE_END.search(
            lower, start, max(start, at.start)
        ):
            begin, end = _with_head(lower, start, at)
            return begin, end if at in others else _with_time_of(lower, sentence, end)
    return None


def _words_compared(lower: str, start: int, limit: int) -> Place | None:
    """The words at *start* that name what is compared with."""
    what = _WHAT.match(lower, start, limit)
    text = _what_ends().sub("", what.group()).rstrip() if what is not None else ""
    return (start, start + len(text)) if text else None


def _is_of_next(
    lower: str, sentence: Sentence, clauses: Sequence[Clause], compared: re.Match[str], index: int
) -> bool:
    """Whether a comparison belongs to the figure after it: tăng 2% và so với cùng kỳ tăng 3%."""
    if not _PARTS_OFF.search(lower, compared.start(), compared.start("words")):
        return False
    if index + 1 >= len(sentence.figures):
        return _way(clauses[index].verb) is None  # 7 nhóm hàng, so với tháng trước
    following = sentence.figures[index + 1].start
    said = _SAID_OF_NEXT.fullmatch(lower, compared.end(), max(compared.end(), following)) is not None
    return said or (_way(clauses[index].verb) is None and following > compared.end())


def _is_of_clause_of(lower: str, figure: FigureAt, clause: Clause, compared: re.Match[str]) -> bool:
    """Whether only another clause is compared: 16 tỉnh có số vụ tăng so với; 5 ha, với giá tăng so với."""
    if _way(clause.verb) is not None:
        return False
    moved = _MOVED.search(lower, figure.end, compared.start("words"))
    if moved is None:
        return False
    between = lower[figure.end : moved.start()]
    if "," not in between:
        return figure.counts
    return _OTHERS_MOVE.search(between) is not None


def _with_head(lower: str, start: int, at: At) -> Place:
    """The time that something is compared with, with the words before it if any: mục tiêu năm 2021."""
    head = lower[start : at.start]
    if at.start <= start + _NEAR_TIME and _HEAD.search(head) is None:
        return at.start, at.end
    if _GROWN.fullmatch(head):
        return start, at.end  # so với tốc độ tăng | cùng kỳ
    named = _what_ends().sub("", f" {head}")[1:]
    if not named:
        return at.start, at.end  # so với mức tăng | 0,55%
    goes_on = named == head and _WHAT.fullmatch(head.rstrip())
    return (start, at.end) if goes_on else (start, start + len(named.rstrip(" ,")))


def _with_time_of(lower: str, sentence: Sentence, end: int) -> int:
    """Where a comparison ends, with the time after it that defines it: cùng kỳ | 6 tháng đầu năm 2023."""
    at = next_after(sentence.times, end)
    return at.end if at is not None and lower[end : at.start] in (" ", " của ") else end


def _compared_ahead(lower: str, sentence: Sentence, figure: FigureAt, clause: Clause) -> Place | None:
    """What stands between ``so với`` and the verb or topic before the figure."""
    start = max(sentence.start, figure.start - REACH)
    if lower.find(_SO, start, figure.start) < 0:
        return None
    for end in PART_END.finditer(lower, start, figure.start):
        start = end.end()
    if lower.startswith(" kể từ ", figure.end) or (
        figure.counts and not clause.verb and _IN_PHRASE.search(lower, start, figure.start)
    ):
        return None  # giảm 1% kể từ tháng 2; lao động ở cả hai khu vực đều tăng
    compared = next(reversed([*_AHEAD.finditer(lower, start, figure.start)]), None)  # the nearest
    if compared is None or _ahead_is_taken(lower, sentence, figure, compared):
        return None
    if _way(clause.verb) is None and _MOVED.search(lower, start, compared.start()) is not None:
        return None  # khách tăng mạnh so với năm ngoái, đạt 5 triệu lượt
    begin, end_of = compared.span("what")
    times = [at for at in sentence.near(sentence.times, figure) if begin <= at.start and at.end <= end_of]
    if not times or _HEAD.search(lower, begin, times[0].start) is not None:
        return begin, end_of
    return times[0].start, _with_time_of(lower, sentence, times[0].end)


def _ahead_is_taken(lower: str, sentence: Sentence, figure: FigureAt, compared: re.Match[str]) -> bool:
    """Whether the comparison belongs to an earlier figure, which stands before it in the same clause."""
    before = ended_before(sentence.figures, compared.start(), REACH)
    if not before:
        return False
    if lower.find(")", compared.end(), figure.start) >= 0 and "(" not in lower[compared.end() : figure.start]:
        return True  # 274 vụ (so với cùng kỳ, tăng 64 vụ); thu giữ 62 kg
    between = lower[before[-1].end : compared.start()]
    return not _CLAUSE_END.search(between) and "," not in between and between.strip() not in ("và", "còn")


def _than(lower: str, sentence: Sentence, figure: FigureAt) -> Place | None:
    """The time between ``cao hơn`` and the figure: cao hơn năm trước từ 5.000 đồng."""
    if (named := _THAN_SAME.search(lower, figure.start - 32, figure.start)) is not None:
        return named.span("what")
    before = ended_before(sentence.times, figure.start)
    if not before or not _THAN_TO.fullmatch(lower, before[-1].end, figure.start):
        return None
    at = before[-1]
    return (at.start, at.end) if _THAN.search(lower, at.start - 16, at.start) else None


def _right_after(view: TextView, sentence: Sentence, figure: FigureAt, clause: Clause) -> Place | None:
    """What stands right after a multiple or a share: gấp 2 lần năm ngoái, gấp 5 lần Lào, bằng 85% cùng kỳ."""
    lower, end, is_multiple = view.lower, figure.end, figure.unit == "lần"
    at = next_after(sentence.times, end)
    if at is not None and lower[end : at.start] in (" ", " hồi "):
        if is_multiple or _SAME_PERIOD.match(lower, at.start):
            return at.start, at.end
    elif lower.startswith(" cùng", end) and (same := _SAME_PERIOD.match(lower, end + 1)):
        return same.span()
    if not is_multiple or not _is_times(lower, figure):
        return None
    name = _SESSION_BEFORE.match(lower, end) or _NAME.match(view.plain, end)
    if name is not None:
        return name.span("what")
    if not clause.verb.endswith("gấp") or not is_measure(lower[end + 1 : end + _LONGEST_MEASURE]):
        return None
    return _words_compared(lower, end + 1, min(sentence.end, end + REACH))  # cao gấp 2 lần thu nhập của nữ


def _is_times(lower: str, figure: FigureAt) -> bool:
    return "gấp" in lower[max(0, figure.start - 12) : figure.end]


def changes(
    view: TextView,
    sentence: Sentence,
    clauses: Sequence[Clause],
    baselines: Sequence[Place | None],
    levels: Sequence[Change | None],
) -> list[Change | None]:
    """The direction of each figure of *sentence*, or of the change that led to its level."""
    plain = view.plain
    found: list[Change | None] = []
    change: Change | None = None
    for index, figure in enumerate(sentence.figures):
        last, change, verb = change, None, clauses[index].verb
        if levels and any(levels[index : index + 2]):
            change = levels[index]  # None for the level before the change
        elif verb or baselines[index] or figure.value.change or plain[figure.start - 1] in _SIGNS:
            change = _said(view, figure, verb) or _implied(
                view.lower, sentence, clauses, index, baselines[index]
            )
        if change and _rounds().fullmatch(figure.unit or ""):
            change = None
        if last and change is None:
            change = _carried(view.lower, sentence, clauses, index, last)
        found.append(change)
    return found


def _carried(
    lower: str, sentence: Sentence, clauses: Sequence[Clause], index: int, change: Change
) -> Change | None:
    """The *change* of the figure before, where only ``và`` or a comma joins two shares or two others."""
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    topic = clauses[index - 1].topic
    if before.unit == figure.unit == "%" and _is_fellow(clauses, index):
        return change
    end = (
        topic[1] if topic is not None and topic[0] == before.end + 1 else before.end
    )  # 12% số vụ, 15% số người
    if _LED_TO.fullmatch(lower, before.end, figure.start):
        return change
    alone = ALONE.fullmatch(lower, end, figure.start)
    if alone is None:
        return change if _in_bracket(lower, before, figure) else None
    if " so " in alone.group() and not _compares_too(lower, sentence, figure):
        return None  # giảm 14 ha so với cùng kỳ và 68 ha cây bị nhiễm bệnh
    alike = (before.unit == "%") == (figure.unit == "%") and before.counts >= figure.counts
    return change if alike else None  # tăng 76 triệu USD và 1 dự án tăng 32 triệu USD


def _is_fellow(clauses: Sequence[Clause], index: int) -> bool:
    """Whether a figure is that of a list's member without a verb, and the one before that of another.

    So in ``giá lợn giảm 10%; giá bò 2%``.
    """
    row, before = clauses[index].row, clauses[index - 1]
    first = before.topic or before.row
    return row is not None and first is not None and first[0] >= clauses[index].opens


def _compares_too(lower: str, sentence: Sentence, figure: FigureAt) -> bool:
    """Whether a comparison of its own stands after a figure, in its clause."""
    mark = _CLAUSE_END.search(lower, figure.end, sentence.end)
    return lower.find(" so ", figure.end, mark.start() if mark is not None else sentence.end) >= 0


def _in_bracket(lower: str, before: FigureAt, figure: FigureAt) -> bool:
    """Whether a figure restates the change before it: tăng 12 điểm (0,7%), giảm 3 người chết (5%)."""
    between = lower[before.end : figure.start]
    if figure.unit == "%" and between.endswith(" ("):
        return between == " (" or (before.counts and _COUNTED.fullmatch(between) is not None)
    return _AGAIN.fullmatch(between) is not None


def _said(view: TextView, figure: FigureAt, verb: str) -> Change | None:
    """The direction that the figure itself, its sign or its verb states."""
    said: Change | None = figure.value.change
    if said is not None and (
        _is_ceiling(view.lower, figure.start) or view.lower.endswith(_TO_GROWTH, 0, figure.start)
    ):
        return None
    if said is None and figure.start and view.plain[figure.start - 1] in _SIGNS:
        said = _signed(view, figure)
    if said is None and verb and _WHERE.search(verb) and figure.counts:
        return None  # tăng ở 61 địa phương
    said = said or (_way(verb) if verb else None)
    if said == "increase" and figure.value.value is not None and figure.value.value < 0:
        return "decrease"  # tăng trưởng -2,3%
    return said


def _is_ceiling(lower: str, start: int) -> bool:
    """Whether the figure at *start* is not to be reached: không để tỷ lệ vượt 2%."""
    ends = lower.endswith(" vượt ", 0, start)
    return ends and _CEILING.search(lower, max(0, start - REACH), start) is not None


def _implied(
    lower: str, sentence: Sentence, clauses: Sequence[Clause], index: int, baseline: Place | None
) -> Change | None:
    """The direction of the change to a level that is reached, or of a difference from the baseline."""
    figure, verb = sentence.figures[index], clauses[index].verb
    if verb and _REACHED.match(verb):
        return _reached(lower, sentence, clauses, index)
    if baseline is None:
        return None
    is_earlier = " trước" in lower[slice(*baseline)] or any(
        within(mentions, *baseline) for mentions in (sentence.times, sentence.figures)
    )
    if figure.unit == "lần" and is_earlier and _is_times(lower, figure):
        return "increase"
    return _than_way(lower, sentence, figure, baseline)


def _signed(view: TextView, figure: FigureAt) -> Change | None:
    """The direction of a figure's sign; a minus counts only in brackets: đạt 5 tỷ đồng (-6,2%)."""
    before = view.plain[max(0, figure.start - 2) : figure.start + 1]
    if before[1:2] == "+":
        return "increase"
    minus = before.endswith(("(-", "(–")) or before[:2] in ("(-", "(–")
    return "decrease" if minus and figure.unit != "°C" else None


def _than_way(lower: str, sentence: Sentence, figure: FigureAt, baseline: Place) -> Change | None:
    if baseline[1] > figure.start:
        return None
    than = _THAN.search(lower, max(sentence.start, baseline[0] - 16), baseline[0])
    if than is None:
        return None
    return "increase" if than["way"] in ("cao", "nhiều") else "decrease"


def _reached(lower: str, sentence: Sentence, clauses: Sequence[Clause], index: int) -> Change | None:
    """The direction of the change to a level: tăng 70% lên 21 tỷ, nâng tỷ lệ lên 2%, giảm còn 4."""
    figure, verb = sentence.figures[index], clauses[index].verb
    way = _REACHES.get(verb.split(" ")[0].rstrip(","))
    if way is None:
        return None
    follows = clauses[index].follows
    if follows is not None and _way(clauses[follows].verb) == way:
        return way
    raised = _RAISED.search(lower, max(sentence.start, figure.start - 80), figure.start)
    if raised is None or (index and sentence.figures[index - 1].end > raised.start()):
        return None
    return way if (raised["verb"] in ("nâng", "tăng")) == (way == "increase") else None


@lru_cache(maxsize=1024)  # verbs recur
def _way(verb: str) -> Change | None:
    verb = verb.removeprefix("điều chỉnh ")
    if _RISE.match(verb):
        return "increase"
    return "decrease" if _FALL.match(verb) else None
