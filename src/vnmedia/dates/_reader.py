"""What a reader knows on the way through a document: the reference, the years, the day named last.

A year that the text leaves out comes, in this order, from

1. the words of the expression (``năm ngoái``, ``vừa qua``, ``tới``), or those behind it in its list
   (``cuối tháng 3, đầu tháng 4/2019``); of the day of a document from its number
   (``Nghị định số 119/2020/NĐ-CP ngày 7/10``);
2. a year that the same sentence has said, by a full date outside a citation or by an opening ``Năm N,``;
3. the reference day: the occurrence nearest to it, or on the side that a verb or ``prefer`` asks for;
4. without a reference, the document's own day, which is the last full date outside citations that is no
   deadline, else the month, else the year that the text names as its own;
5. nothing: the year stays open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

from ..model import Context
from ._candidates import Candidate, Day, Lean, Length, Months, Now, Range, Rhythm, Year
from ._pieces import Piece

__all__ = ["Reader", "own_day"]


def _ending(words: Iterable[str], rest: str) -> str:
    """One of *words*, whole, and *rest*.

    Each alternative begins with a letter of its own and looks before it afterwards, so that the engine tries
    none where no such letter stands.
    """
    return "|".join(rf"{word}(?<!\w{'.' * len(word)}){rest}" for word in words)


# An instrument right before its date: by its number, or by its type without one.
_TYPES = (
    "quyết định", "nghị định", "thông tư", "công văn", "văn bản", "chỉ thị", "nghị quyết", "thông báo",
    "công điện", "tờ trình", "kết luận", "giấy phép", "hợp đồng", "thông tri", "luật", "pháp lệnh",
    "hướng dẫn", "quy định", "báo cáo", "kế hoạch",
)  # fmt: skip
_CITATION = re.compile(
    r"(?:số {1,3}[^ ]{1,30}|/[^ ]{0,16}[a-zđ][^ ]{0,14}"
    + "".join(rf"|{type}(?: [^.,;]{{0,30}})?" for type in _TYPES)
    + ") $"
)
_NUMBER_YEAR = re.compile(
    r"(?<!\w)[0-9]{1,5}[a-z]?/(?P<year>(?:19|20)[0-9]{2})/[a-zđ][\w&/-]{1,30},?"
    r" {1,3}\(?(?:(?:được )?(?:ký|ban hành) )?$"
)
_DEADLINE = re.compile(r"(?:đến|tới|trước|hạn|hết) {1,3}$")
_SO_FAR = r" [^.;!?\n]{0,36}$"
_PLANNED = ("sẽ", "dự kiến", "sắp", "dự định")
_AHEAD = re.compile(f"{_ending(_PLANNED, _SO_FAR)}|{_ending(['từ'], ' {1,3}$')}")
_BOUND = re.compile(r"(?:đến|tới|trước|hạn|hết|cuối|từ|sau|với) {1,3}$")
# Before a year of birth, or the year of a law: ``(SN 1968``, ``(1968``, ``Bộ luật Hình sự năm 2015``.
_OTHER_YEAR = re.compile(
    _ending(("sinh", "sn"), r"[: ]{1,3}$")
    + r"|\($|"
    + _ending(("luật", "hiến pháp", "pháp lệnh"), r" [^.;:()\n]{0,80}$")
)
_PAST = re.compile(_ending(("đã", "vừa", "hồi", "xảy ra", "từng"), _SO_FAR))
_FUTURE = re.compile(_ending((*_PLANNED, "chuẩn bị"), _SO_FAR))
_SENTENCE_BREAK = re.compile(r"[.!?…]\s|\n")
_PERIODS = (Months, Range, Year)
_OPENING = re.compile(r"(?:^|[.!?:…;]\s|\n)\W{0,3}(?:(?:trong|vào|từ|đến|riêng|năm|cuối|đầu|giữa)\s)?$")


def is_citation(text: str, piece: Piece) -> bool:
    """Whether *piece* is the date of a cited instrument, or a day of birth: it tells no other year."""
    left = text[max(0, piece.start - 8) : piece.start]
    if not isinstance(piece.candidate, Day) or left.endswith("từ "):
        return False
    return left.endswith("sinh ") or bool(_CITATION.search(text, max(0, piece.start - 48), piece.start))


def number_year(text: str, piece: Piece) -> int | None:
    """The year in the number of the document whose day *piece* is."""
    first = max(0, piece.start - 60)
    if text.find("/", first, piece.start) < 0 or not isinstance(piece.candidate, Day):
        return None
    match = _NUMBER_YEAR.search(text, first, piece.start)
    return int(match["year"]) if match is not None else None


def lean_before(text: str, piece: Piece) -> Lean | None:
    """Which way the words before a date without a year make it lean: ``đã`` back, ``sẽ`` ahead."""
    if getattr(piece.candidate, "year", None) or isinstance(piece.candidate, Length | Rhythm):
        return None
    start = piece.start
    window = text[max(0, start - 44) : start]
    past, future = _PAST.search(window), _FUTURE.search(window)
    if bool(past) == bool(future):
        return None
    return "past" if past else "future"


def _teller(candidate: Candidate) -> Candidate | None:
    """What of *candidate* may tell the document's own time; None for most spans."""
    if not isinstance(candidate, Range):
        return candidate
    if isinstance(candidate.last, Day):
        return candidate.last
    first = candidate.first
    since = isinstance(first, Year) and first.portion == "start" and isinstance(candidate.last, Now)
    return first if since else None


def _tells(reader: Reader, piece: Piece) -> bool:
    """Whether *piece* is no deadline, no citation and no year of something else."""
    text, candidate = reader.text, piece.candidate
    if isinstance(candidate, Range):
        return True
    if isinstance(candidate, Day):
        late = _DEADLINE.search(text, max(0, piece.start - 12), piece.start)
        return not late and not reader.cites(piece)
    if isinstance(candidate, Year) and _OTHER_YEAR.search(text, max(0, piece.start - 90), piece.start):
        return False
    return not _BOUND.search(text, max(0, piece.start - 12), piece.start)


def own_day(reader: Reader) -> tuple[int, int | None, int | None] | None:
    """The year, and where it is told the month and day, at which the document itself stands.

    The last full date tells it, or a month of a later year; a date that the words before put ahead
    (``sẽ``, ``có hiệu lực từ``) counts where there is no other. Without any, the year that is named most.
    """
    days: list[tuple[int, int, int]] = []
    planned: list[tuple[int, int, int]] = []
    months: list[tuple[int, int]] = []
    alone: list[tuple[Piece, int]] = []
    for piece in reader.pieces:
        candidate = _teller(piece.candidate)
        year = getattr(candidate, "year", None)
        if not isinstance(year, int) or year < 100:
            continue
        if isinstance(candidate, Year):
            alone.append((piece, year))
        elif isinstance(candidate, Day) and isinstance(candidate.month, int) and _tells(reader, piece):
            ahead = _AHEAD.search(reader.text, max(0, piece.start - 44), piece.start)
            (planned if ahead else days).append((year, candidate.month, candidate.day))
        elif isinstance(candidate, Months) and not candidate.lunar and _tells(reader, piece):
            months.append((year, candidate.last))
    days = days or planned
    if days and (not months or max(months)[0] <= max(days)[0]):
        return max(days)
    years = Counter(year for piece, year in alone if _tells(reader, piece))
    if months and (days or not years or max(months)[0] >= max(years)):
        return (*max(months), None)
    if years:
        return max(years, key=lambda year: (years[year], year)), None, None
    return None


@attrs.define(slots=False)
class Reader:
    """The state of a reading; the resolver asks it, the loop over the mentions feeds it."""

    context: Context
    text: str = ""
    pieces: Sequence[Piece] = ()
    number_year: int | None = None
    sentence_year: int | None = None
    last_day: dt.date | None = None
    last_start: dt.date | None = None
    last_period: tuple[dt.date, dt.date] | None = None
    _behind: int = 0
    _citations: dict[int, bool] = attrs.field(factory=dict)

    @cached_property
    def own(self) -> tuple[int, int | None, int | None] | None:
        """The document's own day, looked for when it is first asked for."""
        return own_day(self)

    @property
    def day(self) -> dt.date | None:
        """The reference day."""
        return self.context.day

    @property
    def year(self) -> int | None:
        """The year of the reference day, else the document's own."""
        if self.day:
            return self.day.year
        return self.own[0] if self.own else None

    @property
    def near(self) -> dt.date | None:
        """The reference day, else the document's own as far as it is known."""
        if self.day or self.own is None:
            return self.day
        year, month, day = self.own
        return _day(year, month or 7, day or 15)

    @property
    def preference(self) -> Lean | None:
        """Which way the caller wants an open year to lean."""
        return None if self.context.prefer == "nearest" else self.context.prefer

    def cites(self, piece: Piece) -> bool:
        """Whether *piece* is the date of a cited instrument, or a day of birth: it tells no other year."""
        known = self._citations.get(piece.start)
        if known is None:
            known = self._citations[piece.start] = is_citation(self.text, piece)
        return known

    def step_to(self, piece: Piece) -> None:
        """Moves on to *piece*; a year said in the sentence before holds no longer."""
        if self.sentence_year is not None and _SENTENCE_BREAK.search(self.text, self._behind, piece.start):
            self.sentence_year = None
        self._behind = piece.end
        self.number_year = number_year(self.text, piece)

    def remember(self, piece: Piece, start: dt.date | None, end: dt.date | None) -> None:
        """Keeps what later expressions may refer to."""
        candidate = piece.candidate
        if start is None or end is None:
            return
        if start == end:
            if self.cites(piece):
                return
            self.last_day = start
        elif isinstance(candidate, _PERIODS) and (end - start).days < 366:
            self.last_period = (start, end)
        self.last_start = start
        year = getattr(candidate, "year", None)
        if not isinstance(year, int) or year < 100:
            return
        opening = isinstance(candidate, Day) or _OPENING.search(
            self.text, max(0, piece.start - 16), piece.start
        )
        if opening:
            self.sentence_year = year

    def year_for(self, first: tuple[int, int], last: tuple[int, int], lean: Lean | None) -> int | None:
        """The year of a stretch from month and day *first* to *last* whose year is left out."""
        if self.number_year is not None:
            return self.number_year
        if lean is None and self.sentence_year is not None:
            return self.sentence_year
        reference = self.day
        if reference is not None:
            return self._nearest(first, last, lean or self.preference, reference)
        if self.own is None:
            return None
        year, month, _ = self.own
        if month is None:
            return year
        # What a document tells without a year lies seldom far ahead of its last full date, and seldom
        # more than some months behind it; months and quarters are reported when they are over.
        ahead = (first[0] - month) % 12
        furthest = 7 if first == last else 3
        return year + (first[0] < month) if ahead <= furthest else year - (first[0] > month)

    def _nearest(
        self, first: tuple[int, int], last: tuple[int, int], lean: Lean | None, reference: dt.date
    ) -> int | None:
        best: tuple[int, int] | None = None
        for year in (
            reference.year,
            reference.year - 1,
            reference.year + 1,
            *range(reference.year - 8, reference.year + 9),
        ):
            start, end = _day(year, *first), _day(year, *last)
            if start is None or end is None:
                continue
            if (lean == "past" and start > reference) or (lean == "future" and end < reference):
                continue
            distance = max((start - reference).days, (reference - end).days, 0)
            if best is None or distance < best[0]:
                best = (distance, year)
        return best[1] if best else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
