"""What is known while a document is read: the reference, the years, the day named last.

A year that the text leaves out comes, in this order, from

1. the words of the expression (``năm ngoái``, ``vừa qua``, ``tới``), or those after it in its list
   (``cuối tháng 3, đầu tháng 4/2019``); for the day of a document its number
   (``Nghị định số 119/2020/NĐ-CP ngày 7/10``);
2. a year stated before in the same sentence: a full date outside a citation, an opening ``Năm N,``, or the
   year right before the bracket in which the expression stands;
3. the reference day: the occurrence nearest to it, or on the side that a verb, ``so với``, ``cùng kỳ`` after
   it or ``prefer`` asks for; months that follow one another in a sentence (``quý I …, quý II …``) are in the
   last one's year;
4. without a reference, the document's own time (``_own``);
5. nothing: the year stays open.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from operator import attrgetter

import attrs

from ..model import Context
from ..registries import Pattern, Worded
from ._candidates import Candidate, Day, Echo, Lean, Length, Months, Range, Rhythm, Step, Unit, Year
from ._cues import cue_words
from ._own import OwnTime, day_in, is_bygone, own_time
from ._pieces import Piece

__all__ = ["Reader", "lean_before"]


@cache
def _so_far(id: str) -> re.Pattern[str]:
    """One of the cues *id*, whole, that stands shortly before the end, in the same sentence."""
    return re.compile(_ending(cue_words(id), r" [^.:;!?\n]{0,36}$"))


@cache
def _past_opening() -> re.Pattern[str]:
    """What opens the clause of a day that has passed, also before a comma: ``trước đó, ngày 5/3``."""
    return re.compile(_ending(cue_words("past-opening"), r",?(?: [^.:;!?\n]{0,20})?$"))


def _ending(words: Iterable[str], rest: str) -> str:
    """A pattern for one of *words*, whole, and *rest*.

    Each alternative begins with its own letter and looks behind afterwards, so that the engine tries
    only those whose letter stands there.
    """
    return "|".join(rf"{word}(?<!\w{'.' * len(word)}){rest}" for word in words)


@cache
def _citation() -> Callable[[str, int, int], re.Match[str] | None]:
    """A search for an instrument right before its date: its number, or its type if it has none."""
    types = "".join(rf"|{type}(?: [^.,;]{{0,30}})?" for type in cue_words("citation-before"))
    return re.compile(rf"(?:số {{1,3}}[^ ]{{1,30}}|/[^ ]{{0,16}}[a-zđ][^ ]{{0,14}}{types}) $").search


_NUMBER_YEAR = Pattern(
    r"(?<!\w)[0-9]{1,5}[a-z]?/(?P<year>(?:19|20)[0-9]{2})/[a-zđ][\w&/-]{1,30},?"
    r" {1,3}\(?(?:(?:được )?(?:ký|ban hành) )?$"
)


# Before a period of a plan (``nhiệm vụ 6 tháng cuối năm``) or an event, or a mere baseline.
_PLANNED = Worded(r"(?<!\w)<time_cues/period-planned-before>(?!\w)[^.;:!?\n]{0,40}$")
_EVENT_ENDS = (" vào ", " hồi ")
_BASELINE = Worded(r"(?<!\w)<time_cues/compared-before> (?:mức |cuối |hết |thời điểm |cùng vụ )?$")
_COMPARED = Worded(r"(?<!\w)<time_cues/compared-before> $")
# Goods sold ahead are delivered in a month that is not over yet: robusta giao tháng 9 và tháng 11.
_SOLD_AHEAD = Pattern(
    r"(?<!\w)(?:kỳ (?:hạn|giao)|(?<!được )(?<!bàn )(?<!đã )giao)(?: hàng)?(?: tháng \d{1,2}(?:,| và))? $"
)
_THAT_DAY = Pattern(r"(?:\w{2,5} ){0,2}hôm \d")
# It begins with one set of characters, which the engine finds quickly.
_SENTENCE_BREAK = Pattern(r"[.!?…\n](?:(?<=\n)|\s)")
_ISSUES = Pattern(
    r",[ ](?:(?!sẽ|dự kiến)[^,.;\n]){2,80}?[ ](?:ký|ban hành|thông qua|có)[ ][^,.;\n]{0,40}?"
    r"(?<=[ ])[0-9]{1,5}/[^ ]{0,12}?[a-zđ]"
)
_HAPPENED = Worded(
    r"(?:,?[ ](?:và[ ])?(?:ngày|tháng|quý)[ ][\w/]{1,7}){0,3},?[ ]"
    r"(?:(?!(?<!\w)<time_cues/future-within>(?!\w))[^,.;\n]){0,60}?(?<!\w)<time_cues/past-after>(?!\w)"
)
_AHEAD = Worded(r"(?<!\w)<time_cues/future-within>(?!\w)[^.:;!?\n]{0,40}\Z")
_BRACKET = Pattern(r"\s?\([^\d)]{0,16}\Z")
_PERIODS = (Months, Range, Year)
_OPENING = Pattern(r"(?:^|[.!?:…;]\s|\n)\W{0,3}(?:(?:trong|vào|từ|đến|riêng|năm|cuối|đầu|giữa)\s)?$")
#: How far back from its sentence's stated day a day without a year may lie, and how near the day of
#: publication must be to be preferred.
_BACK, _CLOSE = 62, 31
#: The most expressions of a sentence that are searched for facts about one before them.
_SENTENCE = 12
#: Larger than the distance of an occurrence in this year or one beside it.
_FARTHER = 366
# The length of such a unit, in units of four weeks.
_LENGTHS: dict[Unit, int] = {"month": 1, "quarter": 3}
_POINTED: dict[Unit, int] = {"quarter": 3, "year": 13}


def is_citation(text: str, piece: Piece) -> bool:
    """Whether *piece* is the date of a cited instrument or a day of birth: no other date has its year."""
    left = text[max(0, piece.start - 8) : piece.start]
    if not isinstance(piece.candidate, Day) or left.endswith(
        ("từ ", "trước ", "đến ", "tới ", "hạn ", "hết ")
    ):
        return False
    return left.endswith("sinh ") or bool(_citation()(text, max(0, piece.start - 48), piece.start))


def number_year(text: str, piece: Piece) -> int | None:
    """The year in the number of the document whose day *piece* is."""
    first = max(0, piece.start - 60)
    if not isinstance(piece.candidate, Day) or text.find("/", first, piece.start) < 0:
        return None
    match = _NUMBER_YEAR.search(text, first, piece.start)
    return int(match["year"]) if match is not None else None


def _is_not_measured(text: str, start: int) -> bool:
    """Whether the words before a period at *start* show a plan, an event or a baseline."""
    first = max(0, start - 50)
    return bool(
        _PLANNED.search(text, first, start)
        or _BASELINE.search(text, first, start)
        or (text.endswith(_EVENT_ENDS, 0, start) and text[start - 6 : start - 5].isalnum())
    )


def _lean_of_months(window: str) -> Lean | None:
    """The direction that the words right before months give them: those of a comparison, or of a delivery."""
    if _COMPARED.search(window):
        return "past"
    return "future" if _SOLD_AHEAD.search(window) else None


def lean_before(text: str, piece: Piece) -> Lean | None:
    """The direction that the words before a date without a year give it: ``đã``, ``hôm`` back, ``sẽ`` ahead.

    The time of a comparison (``so với quý I``) lies in the past.
    """
    if getattr(piece.candidate, "year", None) or isinstance(piece.candidate, Length | Rhythm):
        return None
    start = piece.start
    if isinstance(piece.candidate, Day) and _THAT_DAY.match(text, start):
        return "past"
    window = text[max(0, start - 44) : start]
    told = _lean_of_months(window) if isinstance(piece.candidate, Months) else None
    if told is not None:
        return told
    past, future = _so_far("past-before").search(window), _so_far("future-before").search(window)
    if not future and _past_opening().search(window):
        return "past"
    if bool(past) == bool(future):
        return None
    if past:
        # "đã đến vui chơi, dự lễ Giáng sinh": after a comma the day is another clause's.
        apart = isinstance(piece.candidate, Day) and "," in window[past.start() :]
        return None if apart or _so_far("arranged-before").search(window) else "past"
    return "future"


@attrs.define(slots=False)
class Reader:
    """The state of a reading; the resolver queries it, the loop over the mentions updates it.

    Attributes:
        alone: Whether it reads one expression without a text around it.
        bracket_day: The day right before the bracket that the expression opens (``18/2/2026 (mùng 2 Tết)``).
        compared: Whether the expression is a baseline one unit before (``so với tháng trước``).
        pointing: Whether it has ``này``, which may point to what the text spoke of (``quý này``).
        inferred: Which parts of the current value are not in its words, and where they came from.
    """

    context: Context
    text: str = ""
    pieces: Sequence[Piece] = ()
    last_day: dt.date | None = None
    last_start: dt.date | None = None
    last_period: tuple[dt.date, dt.date] | None = None
    alone: bool = False
    compared: bool = False
    pointing: bool = False
    inferred: dict[str, str] = attrs.field(factory=dict)
    _piece: Piece | None = None
    _sentence_year: int | None = None
    _sentence_day: dt.date | None = None
    #: The places between the expressions since the year was stated, as far as they have not been searched.
    _since_year: list[tuple[int, int]] = attrs.field(factory=list)
    _bracket_year: int | None = None
    #: A period a year before the last one, while the bracket that it opens is open.
    _bracket_period: tuple[dt.date, dt.date] | None = None
    bracket_day: dt.date | None = None
    _account_day: dt.date | None = None
    _last: Candidate | None = None
    _after: int = 0
    _citations: dict[int, bool] = attrs.field(factory=dict)

    @cached_property
    def own(self) -> OwnTime:
        """The document's own time, read on first use."""
        return own_time(self.text, self.pieces, self.cites)

    @property
    def day(self) -> dt.date | None:
        """The reference day."""
        return self.context.day

    @property
    def year(self) -> int | None:
        """The year of the reference day, else the document's own year."""
        if self.day:
            return self.day.year
        return self.own.day.year if self.own.day else self.own.year

    @property
    def near(self) -> dt.date | None:
        """The reference day, else the document's own, else the middle of its own year."""
        if self.day or self.own.day:
            return self.day or self.own.day
        return dt.date(self.own.year, 7, 1) if self.own.year else None

    def pointed_at(self, unit: Unit) -> dt.date | None:
        """A day of the earlier quarter or year in the text to which ``quý này``, ``năm này`` point."""
        if not self.pointing or self.last_period is None:
            return None
        start, end = self.last_period
        return start if _POINTED.get(unit) == (end - start).days // 28 else None

    def before_last(self, unit: Unit) -> dt.date | None:
        """A day of the period that the text named last, if the one before it is the baseline."""
        if not self.compared or self.last_period is None:
            return None
        start, end = self.last_period
        fits = unit == "year" or _LENGTHS.get(unit, 0) == (end - start).days // 28
        return start if fits else None

    @property
    def measured(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day of the period to which the figures here belong."""
        return self._bracket_period or self.last_period

    @property
    def preference(self) -> Lean | None:
        """The direction in which the caller wants an open year to be resolved."""
        return None if self.context.prefer == "nearest" else self.context.prefer

    def cites(self, piece: Piece) -> bool:
        """Whether *piece* is the date of a cited instrument or a day of birth: no other date has its year."""
        known = self._citations.get(piece.start)
        if known is None:
            known = self._citations[piece.start] = is_citation(self.text, piece)
        return known

    def step_to(self, piece: Piece) -> None:
        """Move on to *piece*, and drop what held only within a sentence or bracket."""
        self.inferred = dict(piece.inferred)
        text, after = self.text, self._after
        if self._sentence_year is not None:
            self._since_year.append((after, piece.start))
        if self._account_day is not None and (
            piece.start - after > 250 or text.find("\n", after, piece.start) >= 0
        ):
            self._account_day = None
        gap = text[after : min(piece.start, after + 80)]
        self.bracket_day = None
        if "(" in gap or ")" in gap or "\n" in gap:
            self._step_over(gap)
        self._piece = piece
        self.pointing = text.endswith(" này", piece.start, piece.end)
        self.compared = text.endswith("trước", piece.start, piece.end) and bool(
            _COMPARED.search(text, max(0, piece.start - 14), piece.start)
        )
        self._last, self._after = piece.candidate, piece.end

    def _step_over(self, gap: str) -> None:
        """Note the bracket that opens, or closes, in the *gap* before an expression.

        The day or year before it counts in the bracket: ``năm 2023 (tính đến 30/9)``.
        """
        if ")" in gap:
            self._bracket_year = None
        if "\n" in gap or gap.count(")") > gap.count("("):
            self._bracket_period = None
        if "(" not in gap or not gap.lstrip().startswith("("):
            return
        last = self._last
        if isinstance(last, Day) and _BRACKET.match(gap):
            self.bracket_day = self.last_day
        elif isinstance(last, Year) and isinstance(last.year, int) and ")" not in gap:
            self._bracket_year = last.year

    def remember(self, piece: Piece, start: dt.date | None, end: dt.date | None) -> None:
        """Keep what later expressions may refer to."""
        candidate = piece.candidate
        if start is None or end is None:
            if isinstance(
                candidate, Year | Step
            ):  # "năm tới" without a day: "năm sau đó" is none of an older one
                self.last_start = None
            return
        if start == end:
            if self.cites(piece):
                return
            self.last_day = start
        elif isinstance(candidate, _PERIODS) and (end - start).days < 366:
            self._remember_period(piece, start, end)
        self.last_start = start
        self._remember_year(piece, start if start == end else None)

    def _remember_period(self, piece: Piece, start: dt.date, end: dt.date) -> None:
        """Keep a period to which figures belong.

        Not kept: the period a year before the last one, named beside it, and that of a plan or single event.
        The former counts within a bracket that it opens: ``(quý I/2015 tăng 7% so với cùng kỳ)``.
        """
        if _is_not_measured(self.text, piece.start):
            return
        last = self.last_period
        if last is None or (start.replace(day=1), end.month) != (
            last[0].replace(day=1, year=max(1, last[0].year - 1)),
            last[1].month,
        ):
            self.last_period = (start, end)
        elif self.text.endswith("(", 0, piece.start):
            self._bracket_period = (start, end)

    def _remember_year(self, piece: Piece, day: dt.date | None) -> None:
        """Keep a year that the words themselves state."""
        year = getattr(piece.candidate, "year", None)
        self._account_day = day if self._is_of_account(piece, year) else None
        if not isinstance(year, int) or year < 100:
            return
        opening = isinstance(piece.candidate, Day) or _OPENING.search(
            self.text, max(0, piece.start - 16), piece.start
        )
        if opening:
            self._sentence_year, self._sentence_day = year, day
            self._since_year.clear()

    def _is_of_account(self, piece: Piece, year: object) -> bool:
        """Whether days without a year may take their year from *piece*."""
        if not isinstance(piece.candidate, Day) or not (
            isinstance(year, int) or self.inferred.get("year") == "text"
        ):
            return False
        return self.day is not None or not is_bygone(self.text, piece)

    def year_for(
        self, first: tuple[int, int], last: tuple[int, int], lean: Lean | None, *, deictic: Lean | None = None
    ) -> int | None:
        """The year of a stretch from month and day *first* to *last* that states no year.

        Args:
            first: Where the stretch begins.
            last: Where it ends.
            lean: The direction that the words before it give it.
            deictic: The direction from the day of speaking that its own words give it (``tới``, ``vừa qua``).
        """
        numbered = number_year(self.text, self._piece) if self._piece is not None else None
        if numbered is not None:
            self.inferred["year"] = "number"
            return numbered
        if deictic is None and (year := self._year_said(first, last)) is not None:
            self.inferred["year"] = "sentence"
            return year
        if self.day is None:
            year, reason = self.own.year_of(first, last, deictic=deictic is not None), "document"
            if year is None and deictic is None and (year := self._year_of_account(first)) is not None:
                reason = "text"
        else:
            year, reason = self._year_near(first, last, lean, deictic, self.day)
        if year is not None:
            self.inferred["year"] = reason
        return year

    def _year_said(self, first: tuple[int, int], last: tuple[int, int]) -> int | None:
        """The year that the bracket or the sentence has stated before."""
        if self._bracket_year is not None:
            return self._bracket_year
        if any(_SENTENCE_BREAK.search(self.text, *gap) for gap in self._since_year):
            self._sentence_year = self._sentence_day = None
        self._since_year.clear()
        stated = self._sentence_day
        if stated is None:
            return self._sentence_year
        day = day_in(stated.year, *first)
        if first != last or day is None or (stated - day).days <= _BACK:
            return stated.year
        # "Ngày 5/12/2016 khởi tố, ngày 8/2 bắt" may be of two years.
        return stated.year if self.day is not None and stated.year == self.day.year else None

    def _year_of_account(self, first: tuple[int, int]) -> int | None:
        """The year of the full date from which the account goes on: ``Ngày 3/4/2015, … Ngày 7/4, …``."""
        if self._account_day is None:
            return None
        for year in (self._account_day.year, self._account_day.year + 1):
            day = day_in(year, *first)
            if day is not None and 0 <= (day - self._account_day).days <= _CLOSE:
                return year
        return None

    def _year_near(
        self,
        first: tuple[int, int],
        last: tuple[int, int],
        lean: Lean | None,
        deictic: Lean | None,
        reference: dt.date,
    ) -> tuple[int | None, str]:
        """The year nearest to the day of publication, on the side that the words ask for."""
        distance, nearest = self._nearest(first, last, None, reference)
        if deictic or (lean is None and self.preference):
            return self._nearest(first, last, deictic or self.preference, reference)[1], "published"
        if distance > _CLOSE and (year := self._year_of_account(first)) is not None:
            return year, "text"
        begun = lean == "future" and distance <= _CLOSE
        if lean is None and (self._is_measured() or (distance > _CLOSE and self._is_over())):
            lean = "past"
        if lean is None and (later := self._later_in_sentence(last)) is not None:
            nearest = self._nearest(later, later, None, reference)[1]
        if lean is None or begun:
            return nearest, "published"
        return self._nearest(first, last, lean, reference)[1], "published"

    def _rest_of_sentence(self) -> Iterator[Candidate]:
        """The rest of the sentence after the present expression, up to a limit."""
        after = self._after
        first = bisect_left(self.pieces, after, key=attrgetter("start"))
        for piece in self.pieces[first : first + _SENTENCE]:
            if _SENTENCE_BREAK.search(self.text, after, piece.start):
                return
            yield piece.candidate
            after = piece.end

    def _is_measured(self) -> bool:
        """Whether months are compared with the same months of another year, so that they are over.

        An example is ``Quý I tăng 5% so với cùng kỳ``.
        """
        if not isinstance(self._last, Months):
            return False
        rest = self._rest_of_sentence()
        return any(isinstance(each, Echo) and each.unit == "period" for each in rest)

    def _is_over(self) -> bool:
        """Whether the present expression can only be past: of a document with a number, or of an event.

        The words after it tell: ``Ngày 3/2, UBND tỉnh ban hành Quyết định số …``, ``Tháng 2, tỉnh đã …``.
        """
        piece = self._piece
        if piece is None or not isinstance(piece.candidate, Day | Months | Range):
            return False
        if self.cites(piece):
            return True
        text, start = self.text, piece.start
        if text.endswith("từ ", 0, start) or _AHEAD.search(text, max(0, start - 50), start):
            return False
        return any(pattern.match(text, piece.end) for pattern in (_ISSUES, _HAPPENED))

    def _later_in_sentence(self, last: tuple[int, int]) -> tuple[int, int] | None:
        """Where the months that follow one another from *last* on end in the sentence, all without a year.

        ``Quý I đạt 5 tỷ, quý II đạt 6 tỷ``: both are of one year, that of the later one.
        """
        if not isinstance(self._last, Months):
            return None
        end = None
        for months in self._rest_of_sentence():
            if isinstance(months, Months) and months.grain == self._last.grain:
                if months.year is not None or months.first <= (end or last)[0]:
                    break
                end = (months.last, 28)
        return end

    def _nearest(
        self, first: tuple[int, int], last: tuple[int, int], lean: Lean | None, reference: dt.date
    ) -> tuple[int, int | None]:
        """The distance of the nearest occurrence in days, and its year."""
        near = (reference.year, reference.year - 1, reference.year + 1)
        best = _nearest_of(near, first, last, lean, reference)
        if best is None or best[0] > _FARTHER:
            far = range(reference.year - 8, reference.year + 9)
            best = _nearest_of((*near, *far), first, last, lean, reference)
        return best or (_FARTHER, None)


def _nearest_of(
    years: Iterable[int],
    first: tuple[int, int],
    last: tuple[int, int],
    lean: Lean | None,
    reference: dt.date,
) -> tuple[int, int] | None:
    """How many days away the nearest occurrence in one of *years* lies, and its year; None without one."""
    best: tuple[int, int] | None = None
    for year in years:
        start, end = day_in(year, *first), day_in(year, *last)
        if start is None or end is None:
            continue
        if (lean == "past" and start > reference) or (lean == "future" and end < reference):
            continue
        distance = max((start - reference).days, (reference - end).days, 0)
        if best is None or distance < best[0]:
            best = (distance, year)
    return best
