"""The time of a figure: its own, its sentence's, or the frame that an earlier sentence set."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from ..clauses import Clause, Place
from ..grammar import any_word
from ..registries import Pattern, Worded
from ..text import TextView
from ._baseline import ALONE
from ._comparing import comparing, in_term, in_turn
from ._cues import events, goals, goes_on, is_of_reports, plans, reports, turns
from ._headings import heads_figures, is_heading, leads_list, opens_sentence, sums_up, tells_figures
from ._sentences import FAR, PART_END, At, FigureAt, Sentence, closes_bracket, ended_before, next_after

__all__ = ["Frames"]

_JOINED = Pattern(
    r" (?:(?:vào|trong|của|hồi|lúc|ở|tại|ngay|(?:tính )?đến(?: hết)?|năm|(?:kể )?từ|(?:trong |của )?cả) )?"
    r"|, (?:vào|hồi|trong) |(?: [^\W\d_]+){1,4} (?:vào|hồi|trong ngày) "
    r"|(?: (?!(?:và|so|với|nhưng|còn|tăng|giảm|đạt|để|sẽ|đã|mà|có)(?!\w))[^\W\d_]+){0,3} trong(?: vòng)? "
)
#: After a time that closes its sentence, and is that of the figure before its comma: kẹt xe 5 km, sáng 31/5.
_CLOSERS = (".", ";", "\n", "")
_NEW_CLAUSE = Pattern(r",? (?=[^\W\d_])")
_BULLET = Pattern(r"\s*(?:[-–+•*]|[0-9]{1,2}[.)]|[a-zđ]\))\s")
# In the pattern, not in a list: some of them count only where certain words do not follow.
_CAUSE = re.compile(
    r"(?:do|vì|nhờ|bởi|khi|nếu(?! tính)|sau khi|trước khi|kể từ khi|mặc dù|dù|tuy(?! nhiên| vậy))(?!\w)"
)
#: The last mark in a string after which another clause begins.
_LAST_MARK = Pattern(r".*(?:[,.;:(] |\n|nhưng )", re.DOTALL)
_CLAUSE_MARK = Pattern(r"[,;:()]")
#: What joins a time to one before it that is compared with.
_JOINTS = (" và ", " hoặc ", " ", " của ")
_LONGEST_JOINT = len(" hoặc ")
_CLAUSE = Pattern(r"[,;:()]|\.(?= )")
_NOW = Pattern(r"(?<!\w)(?:(?:tính )?(?:đến|tới) nay|hiện nay|hiện có)(?!\w)")
_SAME = ("cùng kỳ", "cùng kì")
_THEN = Worded(r"<link_words/then>(?!\w)")
#: Before a day that a figure holds for, and which is none of an event: đến hết 30/9, tại thời điểm 1/4.
_POINTS = tuple(
    f"{word}{more} "
    for word in ("đến", "tại", "vào", "phiên", "hết", "tới", "từ")
    for more in ("", " hết", " thời điểm", " cuối")
)
_NOW_HERE = Pattern(
    r"(?<!\w)(?:(?<!thực )(?<!phát )(?<!thể )(?<!xuất )(?<!biểu )hiện(?! đại| hành)|đến nay|tới nay)(?!\w)"
)
#: Before a day that only the figure of its clause holds for.
_AT_POINT = "thời điểm "
#: Begins a sentence about a part of the time that the frame holds for: riêng tháng 5, kim ngạch tăng 2%.
_PART_OF_TIME = ("riêng ", "chỉ riêng ", "chỉ tính riêng ", "tính riêng ")
#: Between a figure and its own time, also in a clause of cause.
_RIGHT_AFTER = (" trong ", " vào ", " hồi ")
#: Before a colon after which the parts of what was measured before it follow.
_LEADS_LIST = ("gồm", "trong đó", "cụ thể", "như sau")
#: Between a time and a figure: the figure holds for another time, without days.
_OTHERWISE = Pattern(
    rf"(?:{any_word(('đến nay', 'tới nay', 'thông thường', 'bình thường', 'trước đây', 'trước kia'))})(?!\w)"
)
#: Before a length that is the time of what follows: trong chín tháng.
_WITHIN = Pattern(r"(?<!\w)(?:trong|suốt|qua|sau) \Z")
#: Before what is left of a time, which does not say when: dù còn 1 tháng nữa.
_LEFT = Pattern(r"còn (?:khoảng |gần |hơn )?\Z")
#: Opens a bracket with the days of a length before it: 9 tháng (tính từ 15/12 đến 14/9), 4 ngày nghỉ (từ …).
_DAYS_OF = Pattern(r"(?: [^\W\d_]+){0,5} \((?:tính )?(?:từ |kể từ )?(?:ngày )?")
_ITSELF = Pattern(r"\((?:(?:là|đạt|chỉ|khi đó|lúc đó|mức|ở mức|với|có|tức) )*")  # before a level alone
#: Joins counts that share the time after the last one: làm chết 5 người, bị thương 7 người.
_LISTED = Pattern(r"(?:, (?:và )?| và )[^,.;:()\n0-9]{0,40}")
#: Before the month of a futures contract: hợp đồng kỳ hạn tháng 11; so are the months after it.
_SOLD_AHEAD = Pattern(
    r"(?<!\w)(?:kỳ hạn|kỳ giao|hợp đồng|giao|đáo hạn)(?: (?:giao|giao hàng|hàng|vào|trong))? \Z"
)
#: One of them stands in each lead that the pattern finds.
_SOLD = ("giao", "hạn", "hợp đồng")
#: The shortest time that a yearly rate holds for.
_YEARS = dt.timedelta(days=370)
#: How far before a figure the length of time of its clause may stand.
_NEAR = 60


@attrs.define
class Frames:
    """The time that holds from one sentence to the next.

    Attributes:
        frame: That time, if one is open.
        line: The line of the sentence that set it or went on with it.
        heading: Whether a heading or a report's own period set it, so that it holds for the lines below.
        goal: Whether it is the time of the goals that a line leads to.
        whole: The frame that goes on in the next paragraph, where the open one is a part of it.
        named: The last time that the sentence before named.
        searched: Up to where the sentence has been searched for words of plans.
        planned: Whether one was found that the frame does not hold for.
        heard: Up to where it has been searched for words of another time without days.
        otherwise: Whether one was found after the time that opens the sentence.
    """

    view: TextView
    frame: At | None = None
    line: int = 0
    heading: bool = False
    goal: bool = False
    whole: At | None = None
    named: At | None = None
    searched: int = 0
    planned: bool = False
    heard: int = 0
    otherwise: bool = False

    def pass_over(self, sentences: Sequence[Sentence]) -> None:
        """Set the frame that holds after *sentences*, which have no figures.

        One with a time of its own leaves nothing of what held before; so the last such is read first.
        """
        first = len(sentences)
        times: list[At] = []
        while first and not times:
            first -= 1
            times = self._holding(sentences[first], ()) if sentences[first].times else []
        for sentence in sentences[first:]:
            self._enter(sentence)
            self.line = sentence.line
            if times:
                self._leave(sentence, times, self._opening_time(sentence, times), ())
                self.named, times = times[-1], []

    def of(
        self, sentence: Sentence, baselines: Sequence[Place | None], clauses: Sequence[Clause]
    ) -> list[At | None]:
        """The time of each figure of *sentence*; the frame is set for what follows."""
        self._enter(sentence)
        self.line = sentence.line
        self.searched, self.planned = sentence.start, False
        if not sentence.dated:
            return self._without_times(sentence, clauses)
        times = self._holding(sentence, baselines) if sentence.times else []
        opening = self._opening_time(sentence, times) if times else None
        taken: set[int] = set()
        found = self._found(sentence, clauses, times, opening, taken)
        if taken:
            self._share_last(sentence, found, taken)
        if times:
            self._leave(sentence, times, opening, found)
            self.named = times[-1]
        if found and found[-1] is None and self._has_length(sentence, sentence.figures[-1]):
            self.frame = None  # lũy kế 10 tháng đạt 9 tỷ USD: what follows also holds for these months
        return found

    def _found(
        self,
        sentence: Sentence,
        clauses: Sequence[Clause],
        times: list[At],
        opening: At | None,
        taken: set[int],
    ) -> list[At | None]:
        """The time of each figure by itself; *taken* gets the starts of times that stand after a figure."""
        same: tuple[list[At], ...] = ()
        if "cùng k" in sentence.said:
            same = tuple(self._same(mentions) for mentions in (times, sentence.lengths))
        self.heard, self.otherwise = -1, False
        found: list[At | None] = []
        given = False
        for index, figure in enumerate(sentence.figures):
            clause = clauses[index]
            time = self._time(sentence, times, opening, same, figure, taken)
            if sentence.lengths and self._host_has_length(sentence, clause, found):
                time = None
            elif given and (time is None or time is opening or time is self.frame):
                time = self._of_host(sentence, same, figure, clause, found) or time
            if time is not None and not self._spans(figure, time):
                time = None
            given = given or time is not None
            found.append(time)
        return found

    def _same(self, mentions: Sequence[At]) -> list[At]:
        return [at for at in mentions if self.view.lower.startswith(_SAME, at.start)]

    def _without_times(self, sentence: Sentence, clauses: Sequence[Clause]) -> list[At | None]:
        """The time of each figure of a sentence that names none: that of the open frame, if any."""
        frame, figures = self.frame, sentence.figures
        if frame is None or not figures:
            return [None] * len(figures)
        found: list[At | None] = []
        for index, figure in enumerate(figures):
            time: At | None = frame
            if self._is_planned(figure):
                time = self._of_host(sentence, (), figure, clauses[index], found) if index else None
            found.append(time if time is None or self._spans(figure, time) else None)
        return found

    def _enter(self, sentence: Sentence) -> None:
        """Close the frame where a new paragraph or a turn of topic begins; a report's months go on."""
        if self.frame is None and self.named is None:
            return
        lower, start = self.view.lower, sentence.start
        if self.whole is not None and sentence.line != self.line:
            self.frame, self.whole = self.whole, None
        if sentence.line != self.line and self.frame is not None and not self.heading:
            line = sentence.line
            bullet = _BULLET.match(lower, line) or goes_on().match(lower, line)
            if not (bullet or self._is_of_reports(self.frame)):
                self.frame, self.goal = None, False
        if self.named is not None and _THEN.match(lower, start):
            self.frame, self.heading, self.goal = self.named, False, False
        elif self.frame is not None and self._turns_away(sentence):
            self.frame, self.goal = None, False

    def _is_of_reports(self, time: At) -> bool:
        """Whether reports cover *time*: not ``giữa tháng 4``, but ``tính đến đầu tháng 7``."""
        return is_of_reports(time) and (time.value.modifier is None or self._is_point(time))

    def _turns_away(self, sentence: Sentence) -> bool:
        """Whether the sentence begins with words of another time, or speaks of now."""
        lower, start = self.view.lower, sentence.start
        if turns().match(lower, start):
            return True
        # every match of _NOW contains one of these
        speaks_of_now = any(lower.find(word, start, start + 60) >= 0 for word in ("nay", "hiện có"))
        if speaks_of_now and _NOW.search(lower, start, start + 60):
            return True
        # năm năm qua: another time, without days
        lengths = sentence.lengths
        return bool(lengths) and opens_sentence(lower, start, lengths[0].start)

    def _holding(self, sentence: Sentence, baselines: Sequence[Place | None]) -> list[At]:
        """The times of *sentence* that may be those of its figures."""
        compared = sorted(filter(None, {*baselines})) if any(baselines) else []
        times: list[At] = []
        refused = sentence.start
        lower = self.view.lower
        may_be_sold, sold = any(word in sentence.said for word in _SOLD), False
        for at in sentence.times:
            joined = at.start - refused <= _LONGEST_JOINT and lower[refused : at.start] in _JOINTS
            sold = sold or (may_be_sold and self._is_delivery(at))
            if joined or (sold and _is_month(at)) or not self._may_hold(sentence, at, compared):
                refused = at.end  # so với tháng trước và cùng kỳ, so với cùng kỳ 6 tháng đầu năm 2023
            else:
                times.append(at)
        return times

    def _is_delivery(self, at: At) -> bool:
        """Whether *at* is when goods sold ahead are to be delivered, which is part of what is sold."""
        return _SOLD_AHEAD.search(self.view.lower, max(0, at.start - 20), at.start) is not None

    def _spans(self, figure: FigureAt, time: At) -> bool:
        """Whether the figure may have *time*: an age has none, a yearly rate holds for over a year."""
        if figure.unit != "%" or figure.value.per != "năm":
            return not figure.is_age
        start, end = time.value.start, time.value.end
        return start is None or end is None or end - start > _YEARS

    def _share_last(self, sentence: Sentence, found: list[At | None], taken: set[int]) -> None:
        """Give the time after the last of several counts in one clause to those before it."""
        for index in range(len(found) - 1, 0, -1):
            time, before, figure = found[index], sentence.figures[index - 1], sentence.figures[index]
            if time is None or time.start not in taken or found[index - 1] is not None:
                continue
            alike = before.counts and figure.counts
            if alike and _LISTED.fullmatch(self.view.lower, before.end, figure.start):
                found[index - 1] = time

    def _may_hold(self, sentence: Sentence, at: At, compared: Sequence[Place]) -> bool:
        """Whether a time may be that of a figure: it is no baseline, and not the time of another act."""
        lower, start, first = self.view.lower, at.start, sentence.start
        if compared:
            near = bisect_left(compared, (at.end, at.end))
            if near and any(start < end for _, end in compared[max(0, near - 3) : near]):
                return False
        if start == first:
            return True
        begin = max(first, start - 40)
        compared_with = comparing(lower[begin:start])
        if compared_with and not (begin + compared_with.start() == first and lower.startswith(",", at.end)):
            return False  # at the sentence's beginning it may hold: Kế hoạch năm 2026, doanh thu …
        opened = lower.rfind("(", max(first, start - 60), start)
        if opened >= 0 and lower.find(")", opened, start) < 0:
            return self._host(sentence, at) is not None or self._has_figure_in_bracket(sentence, at)
        if lower.startswith("nhiệm kỳ", start) and not self._is_term_itself(sentence, at):
            return False  # Chủ tịch UBND tỉnh nhiệm kỳ 2021 - 2026: the time of the office alone
        if at.mention.quote.endswith("nữa") and _LEFT.search(lower, start - 12, start):
            return False
        return not self._is_of_cause(sentence, at)

    def _is_of_cause(self, sentence: Sentence, at: At) -> bool:
        """Whether a time stands in a clause of cause, and is not that of a figure in it.

        In ``sau khi giảm 1% trong tháng 5`` it is.
        """
        lower = self.view.lower
        if not _is_of_cause(lower, max(sentence.start, at.start - 120), at.start):
            return False
        before = ended_before(sentence.figures, at.start)
        return not before or lower[before[-1].end : at.start] not in _RIGHT_AFTER

    def _is_term_itself(self, sentence: Sentence, at: At) -> bool:
        """Whether a term of office is itself the time meant, not an attribute of an office or body."""
        opens = opens_sentence(self.view.lower, sentence.start, at.start)
        return opens or in_term(self.view.lower[max(sentence.start, at.start - 12) : at.start])

    def _host(self, sentence: Sentence, at: At) -> At | None:
        """The length of time before a bracket in which *at* gives its days."""
        if not sentence.lengths:
            return None
        lengths = ended_before(sentence.lengths, at.start, _NEAR)
        host = lengths[-1] if lengths else None
        return host if host is not None and _DAYS_OF.fullmatch(self.view.lower, host.end, at.start) else None

    def _has_figure_in_bracket(self, sentence: Sentence, at: At) -> bool:
        close = self.view.lower.find(")", at.end, at.end + 120)
        figure = next_after(sentence.figures, at.end)
        return figure is not None and figure.start < close

    def _opening_time(self, sentence: Sentence, times: list[At]) -> At | None:
        """The time that begins the sentence, unless it is the day on which somebody says something."""
        first = self._host(sentence, times[0]) or times[0]
        opens = opens_sentence(self.view.lower, sentence.start, first.start)
        if not opens and not leads_list(self.view.lower, sentence, first):
            return None
        return None if self._is_of_report(sentence, times[0]) else times[0]

    def _is_of_report(self, sentence: Sentence, at: At) -> bool:
        value = at.value
        if value.start != value.end or self._is_point(at):
            return False
        figure = next_after(sentence.figures, at.end)
        limit = min(sentence.end, at.end + FAR, figure.start if figure is not None else sentence.end)
        return reports().search(self.view.lower, at.end, limit) is not None

    def _time(
        self,
        sentence: Sentence,
        times: list[At],
        opening: At | None,
        same: Sequence[Sequence[At]],
        figure: FigureAt,
        taken: set[int],
    ) -> At | None:
        if figure.is_age:
            return None  # lao động từ 15 tuổi trong quý II là 5 triệu người
        if self.view.lower.startswith(" (", figure.end):
            alone = next_after(sentence.times, figure.end)
            if alone is not None and self._is_alone_in_bracket(figure, alone):
                return alone
        after = next_after(times, figure.end)
        if after is not None and self._is_joined(figure, after):
            taken.add(after.start)
            return after
        bracketed = self._compared_in_bracket(sentence, figure) if "(" in sentence.said else None
        if bracketed is not None:
            return bracketed
        same_period = self._same_period(same, figure) if same else None
        if same_period is not None:
            return same_period if self._is_year_before(same_period) else None
        if sentence.lengths and self._has_length(sentence, figure):
            return None
        return self._time_ahead(sentence, times, opening, figure, taken)

    def _time_ahead(
        self, sentence: Sentence, times: list[At], opening: At | None, figure: FigureAt, taken: set[int]
    ) -> At | None:
        """The nearest time before the figure if it holds for it, else that of the sentence or the frame."""
        last = None
        for at in reversed(ended_before(times, figure.start)):
            if at.start not in taken and not self._is_closed_in(at, figure):
                last = at
                break
        if (
            last is not None
            and not self._parted(last.end, figure.start)
            and self._reaches(sentence, last, opening, figure)
        ):
            return last
        if opening is not None and opening.end <= figure.start:
            return None if self._is_otherwise(opening, figure) else opening
        return self.frame if last is None and self._carries(sentence, figure) else None

    def _is_otherwise(self, opening: At, figure: FigureAt) -> bool:
        """Whether words of another time stand between the two; to be asked in text order."""
        if not self.otherwise:
            start = max(self.heard, opening.end)
            self.otherwise = _OTHERWISE.search(self.view.lower, start, figure.start) is not None
            self.heard = figure.start
        return self.otherwise

    def _compared_in_bracket(self, sentence: Sentence, figure: FigureAt) -> At | None:
        """The time of a comparison, if the bracket after it gives its level: so với năm 2020 (7,5 tỷ USD)."""
        opened = self.view.lower.rfind("(", max(sentence.start, figure.start - _NEAR), figure.start)
        before = ended_before(sentence.times, opened, _NEAR) if opened >= 0 else ()
        if not before or before[-1].end != opened - 1 or ")" in self.view.lower[opened : figure.start]:
            return None
        first = next_after(sentence.figures, opened)
        if first is None or not _ITSELF.fullmatch(self.view.lower, opened, first.start):
            return None  # so với năm 2020 (giảm 7%), so với năm 2020 (khách quốc tế 9 nghìn lượt)
        lead = self.view.lower[max(sentence.start, before[-1].start - 40) : before[-1].start]
        return before[-1] if comparing(lead) else None

    def _is_alone_in_bracket(self, figure: FigureAt, time: At) -> bool:
        """Whether the bracket right after a figure holds nothing but its time: 452 USD/tấn (năm 2017)."""
        lower = self.view.lower
        return time.start == figure.end + 2 and lower.startswith(")", time.end)

    def _has_length(self, sentence: Sentence, figure: FigureAt) -> bool:
        """Whether the time of a figure's clause is a length without days: 8 tháng lên 5 tỷ USD."""
        lengths = ended_before(sentence.lengths, figure.start, _NEAR)
        if not lengths or lengths[-1].value.duration is None:
            return False
        return not _CLAUSE.search(self.view.lower, lengths[-1].end, figure.start)

    def _is_closed_in(self, time: At, figure: FigureAt) -> bool:
        """Whether a time, no further than ``FAR`` away, stands in a bracket that closes before the figure."""
        between = self.view.lower[time.end : figure.start]
        return ")" in between and closes_bracket(between)

    def _parted(self, start: int, end: int) -> bool:
        """Whether a part of the sentence that does not continue the one before begins between the two."""
        lower = self.view.lower
        part = PART_END.search(lower, start, end)
        if part is not None and part.group() == ":" and lower.endswith(_LEADS_LIST, 0, part.start()):
            part = PART_END.search(lower, part.end(), end)  # đạt 5 tấn, bao gồm: cá đạt 4 tấn
        return part is not None and goes_on().match(lower, part.end()) is None

    def _of_host(
        self,
        sentence: Sentence,
        same: Sequence[Sequence[At]],
        figure: FigureAt,
        clause: Clause,
        found: Sequence[At | None],
    ) -> At | None:
        """The time of the earlier figure whose topic this one takes up: đạt 5 tỷ trong tháng 7, tăng 8%.

        It also holds in a next part of the sentence that has no time: thu quý I đạt 5 tỷ; chi 4 tỷ.
        """
        if self._same_period(same, figure) or self._has_length(sentence, figure):
            return None
        host = len(found) - 1
        if clause.follows is not None and (clause.verb or clause.bracketed):
            host = clause.follows
        else:
            between = self.view.lower[sentence.figures[host].end : figure.start]
            if ALONE.fullmatch(between):
                return found[host]  # tăng 12% so với tháng trước và 60% so với năm ngoái
            if ";" not in between:
                return self._goes_on_in_part(sentence, found[host], host, figure)
            host = self._last_outside(sentence, host, figure)
            if host < 0:
                return None
            if self._is_aside(sentence, found[host]):
                return self.frame
        return self._lent(sentence.figures[host], found[host], figure)

    def _goes_on_in_part(self, sentence: Sentence, time: At | None, host: int, figure: FigureAt) -> At | None:
        """The *time* of *host*, where it stands before the part of the sentence that both figures are in.

        So in ``quý I đạt 5 tỷ; chi 4 tỷ, | trong đó chi khác 2 tỷ``. That part begins no further than ``FAR``
        before *host*.
        """
        start = sentence.figures[host].start
        if time is None or self.view.lower.rfind(";", max(time.end, start - FAR), start) < 0:
            return None
        return self._lent(sentence.figures[host], time, figure)

    def _lent(self, host: FigureAt, time: At | None, figure: FigureAt) -> At | None:
        """The *time* of *host*, where it goes on to *figure*: not one in a bracket of its own."""
        if time is None or self._is_alone_in_bracket(host, time):
            return None  # từ 5 USD (năm 2017) lên 6 USD
        return time if not self._turned(host.end, figure.start) else None

    def _last_outside(self, sentence: Sentence, host: int, figure: FigureAt) -> int:
        """The last figure up to *host* that stands in no bracket which closes before *figure*; -1 if none.

        It stands no further than ``FAR`` away.
        """
        lower, end, closed = self.view.lower, figure.start, 0
        while host >= 0 and figure.start - sentence.figures[host].end <= FAR:
            begin = sentence.figures[host].end
            closed += lower.count(")", begin, end) - lower.count("(", begin, end)
            if closed <= 0:
                return host
            host, end = host - 1, begin
        return -1

    def _turned(self, start: int, end: int) -> bool:
        """Whether a goal or another time without days stands between two figures."""
        lower = self.view.lower
        return bool(goals().search(lower, start, end) or _OTHERWISE.search(lower, start, end))

    def _host_has_length(self, sentence: Sentence, clause: Clause, found: Sequence[At | None]) -> bool:
        """Whether a figure takes up one whose time is a length: 6 tháng đạt 17 tỷ, tăng 13%."""
        host = clause.follows
        if host is None or host >= len(found) or found[host] is not None or not clause.verb:
            return False
        return self._has_length(sentence, sentence.figures[host])

    def _is_aside(self, sentence: Sentence, time: At | None) -> bool:
        """Whether a day holds for one figure alone: đàn lợn tại thời điểm 1/4 là 5 nghìn con."""
        if time is None or not time.value.start or time.value.start != time.value.end:
            return False
        lower = self.view.lower
        if self.frame is None and not lower.endswith(_AT_POINT, 0, time.start):
            return False
        return not opens_sentence(self.view.lower, sentence.start, time.start)

    def _reaches(self, sentence: Sentence, time: At, opening: At | None, figure: FigureAt) -> bool:
        """Whether a time before a figure holds for it: no day of a report or of another clause's event."""
        lower, value = self.view.lower, time.value
        between = lower[time.end : figure.start]
        if time is not opening and self._is_of_report(sentence, time):
            return False
        if ("hiện" in between or "nay" in between) and _NOW_HERE.search(lower, time.end, figure.start):
            return False
        parted = ", " in between
        if parted and events().search(lower[max(0, time.start - 24) : time.start]):
            return False  # khởi công năm 2022, tổng vốn 5 tỷ đồng
        if not parted or value.start != value.end or between.startswith(","):
            return True
        # đến ngày 30/9 đạt 5 tỷ đồng, bằng 80% dự toán
        return self._is_point(time)

    def _same_period(self, same: Sequence[Sequence[At]], figure: FigureAt) -> At | None:
        """The ``cùng kỳ`` that begins a figure's clause; the figure then holds for that time alone."""
        lower = self.view.lower
        for mentions in same:
            for at in ended_before(mentions, figure.start, _NEAR):
                between = _CLAUSE_MARK.search(lower, at.end, figure.start)
                if between is None and comparing(lower[max(0, at.start - 12) : at.start]) is None:
                    return at
        return None

    def _is_year_before(self, same: At) -> bool:
        """Whether *same* is the frame's period one year earlier; true where no frame is open."""
        if self.frame is None:
            return True
        now, then = self.frame.value, same.value
        if now.start is None or now.end is None or then.start is None or then.end is None:
            return False
        if then.start.year != now.start.year - 1:
            return False
        return (then.start.month, then.end.month) == (now.start.month, now.end.month)

    def _is_joined(self, figure: FigureAt, after: At) -> bool:
        """Whether the time right after a figure is its own, and does not begin the next clause."""
        lower = self.view.lower
        if lower[figure.end : after.start] == ", " and lower[after.end : after.end + 1] in _CLOSERS:
            return True
        joined = _JOINED.fullmatch(lower, figure.end, after.start)
        if joined is None or ("," in lower[after.start : after.end] and in_turn(lower, figure.start)):
            return False  # tăng lần lượt 2% và 5% trong các năm 2023, 2024
        return not joined.group().startswith(",") or not _NEW_CLAUSE.match(lower, after.end)

    def _carries(self, sentence: Sentence, figure: FigureAt) -> bool:
        """Whether the open frame holds for a figure: not for norms, wishes and plans, nor after a length."""
        if self.frame is None or self._is_planned(figure):
            return False
        lengths = ended_before(sentence.lengths, figure.start)
        return not any(_WITHIN.search(self.view.lower, at.start - 8, at.start) for at in lengths)

    def _is_planned(self, figure: FigureAt) -> bool:
        """Whether words of norms, wishes and plans lead to the figure; to be asked in text order."""
        if not self.planned and not self.goal:
            found = plans(self.view.lower, self.searched, figure.start)
            self.planned = any(not self._is_frame_itself(plan.group()) for plan in found)
            self.searched = figure.start
        return self.planned

    def _is_frame_itself(self, words: str) -> bool:
        """Whether ``trong tháng`` and ``trong năm`` mean the frame: a single month, or a whole year."""
        time = None if self.frame is None else self.frame.value
        if time is None or not time.start or not time.end or time.start.year != time.end.year:
            return False
        first, last = time.start.month, time.end.month
        if words == "trong tháng":
            return bool(first == last and time.start != time.end)
        return words == "trong năm" and (first, last) == (1, 12)

    def _report(self, sentence: Sentence, times: list[At], found: Sequence[At | None]) -> None:
        """Set the frame to the period that a report covers; close it where another time is meant."""
        stretches = [at for at in times if at.value.start != at.value.end]
        lower = self.view.lower
        if len(stretches) == 1 and tells_figures(lower, sentence.start, stretches[0].start):
            self.frame, self.heading = stretches[0], True
        elif self.frame is not None and {at.start for at in times} - {at.start for at in found if at}:
            self.frame = None  # another time is spoken of

    def _leave(
        self, sentence: Sentence, times: list[At], opening: At | None, found: Sequence[At | None]
    ) -> None:
        """Set or close the frame for what follows."""
        lower, self.goal = self.view.lower, False
        if len(times) == 1 and is_heading(lower, sentence) and heads_figures(lower, sentence, times[0]):
            self.frame, self.heading = times[0], True
            return
        set_here = opening
        first = found[0] if found else None
        if found and first is None and sentence.figures[0].is_age:
            first = _first_told(sentence, found)
        if set_here is None and first is not None and first in times:
            if self._is_aside(sentence, first) or self._closes_between(times, found):
                return
            set_here = first if self._leads(sentence, first) else None
        if set_here is None:
            self._report(sentence, times, found)
            return
        self._set(sentence, self._summing(times, found) or set_here)

    def _set(self, sentence: Sentence, time: At) -> None:
        """Set the frame to the *time* of *sentence*, which closes it where it is the day of an event."""
        lower, is_event = self.view.lower, self._is_event(time)
        apart = lower.startswith(_PART_OF_TIME, sentence.start) and _is_part(time, self.frame)
        self.whole = self.frame if apart else None
        self.frame = None if is_event else time
        self.heading = self.heading if is_event else is_heading(lower, sentence)
        leads = not sentence.figures and lower.startswith(":", time.end)
        self.goal = leads and goals().search(lower, sentence.start, time.start) is not None

    def _summing(self, times: list[At], found: Sequence[At | None]) -> At | None:
        """The time that sums up at the end: tháng 10 đạt 1 tỷ USD; lũy kế 10 tháng đạt 9 tỷ USD."""
        last = found[-1] if found else None
        return last if last in times and sums_up(self.view.lower, last.start) else None

    def _closes_between(self, times: list[At], found: Sequence[At | None]) -> bool:
        """Close the frame after figures of several times: tháng 3 đạt 2 tỷ USD, quý I đạt 5 tỷ USD."""
        several = len({at.start for at in found if at is not None}) > 1 and not self._summing(times, found)
        self.frame = None if several else self.frame
        return several

    def _leads(self, sentence: Sentence, time: At) -> bool:
        """Whether the time of the first figure stands before it, with no word of a plan."""
        first = next((figure.start for figure in sentence.figures if not figure.is_age), sentence.start)
        if not sentence.start <= time.start <= time.end <= first:
            return False
        return not any(plans(self.view.lower, sentence.start, first))

    def _is_point(self, time: At) -> bool:
        """Whether the words before *time* make it the day that figures hold for."""
        return self.view.lower.endswith(_POINTS, 0, time.start)

    def _is_event(self, time: At) -> bool:
        """Whether a time is the day of one event."""
        is_day = time.value.start is not None and time.value.start == time.value.end
        return is_day and not self._is_point(time)


def _is_part(time: At, whole: At | None) -> bool:
    """Whether *time* is only a part of the *whole*."""
    if whole is None or not (whole.value.start and whole.value.end and time.value.start and time.value.end):
        return False
    inside = whole.value.start <= time.value.start and time.value.end <= whole.value.end
    return bool(inside and (time.value.start, time.value.end) != (whole.value.start, whole.value.end))


def _first_told(sentence: Sentence, found: Sequence[At | None]) -> At | None:
    """The time in *found* of the first figure that is no age: lao động từ 15 tuổi là 5 triệu người."""
    for figure, time in zip(sentence.figures, found, strict=False):
        if not figure.is_age:
            return time
    return None


def _is_of_cause(lower: str, start: int, time: int) -> bool:
    """Whether the *time* stands in a clause of cause or condition that begins at *start* or after it."""
    mark = _LAST_MARK.match(lower, start, time)
    return _CAUSE.match(lower, mark.end() if mark is not None else start, time) is not None


def _is_month(at: At) -> bool:
    """Whether *at* is one whole month."""
    start, end = at.value.start, at.value.end
    if not start or not end or start == end:
        return False
    return bool(start.day == 1 and (start.year, start.month) == (end.year, end.month))
