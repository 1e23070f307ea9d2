"""The document's own time, for texts whose day of publication is unknown.

Most dates in a text do not show when it was written: a crime that is now in court, the law that
was broken, the year in which a plan ends. Only these do:

1. a full date beside a word for the day of speaking (``hôm qua, ngày 6/2/2017``): the document's own day;
2. the days and months of the running account: the last one counts, with those shortly before it;
3. a day that is still to come (``trước ngày 10/2/2017``, ``sẽ họp vào ngày 20/2/2017``);
4. the time that has passed since a stated day (``từ ngày 1/1/2011. Qua hơn 6 năm thực hiện``);
5. the year that the text takes as the present (``Từ đầu năm 2017 đến nay``, ``Năm 2024, Bộ tiếp tục …``).
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import attrs
from dateutil.relativedelta import relativedelta

from ..grammar import any_word
from ..registries import Pattern
from ._candidates import Candidate, Day, Length, Months, Now, Range, Step, Year
from ._cues import cue_words
from ._pieces import Piece

__all__ = ["OwnTime", "day_in", "is_bygone", "own_time"]

Stretch = tuple[dt.date, dt.date]

#: How many days after or before a stated day the account may be without stating the year again; months and
#: quarters are reported when they are over.
_ON, _BACK, _BACK_TO_PERIOD = 62, 31, 184
#: The months in which the text's present year is certain; later ones may be those of the year before.
_SURE_MONTHS = range(1, 11)
#: How far before or after an expression a cue of its sentence may stand.
_SENTENCE = 150


@attrs.frozen(kw_only=True)
class OwnTime:
    """The document's own day, or its bounds.

    Attributes:
        day: The day that it was written on.
        year: The year that it takes as the present.
        account: The last days of the running account.
        ahead: The first day that is still to come.
        between: The first and the last day on which it can have been written.
    """

    day: dt.date | None = None
    year: int | None = None
    account: tuple[Stretch, ...] = ()
    ahead: Stretch | None = None
    between: Stretch | None = None

    def year_of(self, first: tuple[int, int], last: tuple[int, int], *, deictic: bool = False) -> int | None:
        """The year of the stretch from month and day *first* to *last*; None if it is unknown.

        Args:
            first: Where it begins.
            last: Where it ends.
            deictic: It is counted from the day of writing (``tháng 6 vừa qua``), not part of an account.
        """
        if self.day is not None:
            return _nearest(first, last, (self.day, self.day), 366, 366)
        if not deictic:
            back = _BACK if first == last else _BACK_TO_PERIOD
            near = [_nearest(first, last, stretch, back, _ON) for stretch in self.account]
            if self.ahead is not None:
                near.append(_nearest(first, last, self.ahead, _ON, _BACK))
            if (year := next((year for year in near if year is not None), None)) is not None:
                return year
        if self.year is not None:
            return self.year if first[0] in _SURE_MONTHS else None
        return _nearest(first, last, self.between, 0, 0) if self.between else None


def _nearest(
    first: tuple[int, int], last: tuple[int, int], stretch: Stretch, back: int, on: int
) -> int | None:
    """The year that puts a stretch nearest to another, up to *back* days before it or *on* days after it."""
    found = []
    for year in range(stretch[0].year - 1, stretch[1].year + 2):
        start, end = day_in(year, *first), day_in(year, *last)
        if start is None or end is None:
            continue
        before, after = (stretch[0] - end).days, (start - stretch[1]).days
        if before <= back and after <= on:
            found.append((max(before, after, 0), year))
    return min(found)[1] if found else None


def day_in(year: int, month: int, day: int) -> dt.date | None:
    """The day; None if the year has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


# The words around an expression ---------------------------------------------------------------------


@cache
def _before(id: str, rest: str = "") -> Callable[[str], re.Match[str] | None]:
    """A search for a word of a list before an expression, with *rest* between them."""
    return re.compile(rf"(?:{any_word(cue_words(id))})(?!\w){rest}").search


# Where a sentence ends before an expression, and after one; both begin with one set of characters, which the
# engine finds quickly.
_BREAK_BEFORE = Pattern(r"[.!?…;\n](?:(?<=\n)|\s)")
_BREAK_AFTER = Pattern(r"[.!?…;\n](?:(?<=\n)|\s|$)")


def _left(text: str, start: int) -> str:
    """The sentence before *start*, within a cue's reach."""
    return _BREAK_BEFORE.split(text[max(0, start - _SENTENCE) : start])[-1]


def _right(text: str, end: int) -> str:
    """The sentence after *end*, within a cue's reach."""
    return _BREAK_AFTER.split(text[end : end + _SENTENCE], maxsplit=1)[0]


_BESIDE = Pattern(r" {0,3}[,(–-]? {0,3}(?:tức {1,3}(?:là {1,3})?)?$")
_OPENING = Pattern(r"\W{0,3}(?:(?:trong|riêng|bước sang|sang) )?$")
_ELAPSED = Pattern(r"(?:qua|sau) hơn $")
_DEADLINE = Pattern(r"(?:đến|tới|trước|hạn|hết|chậm nhất|muộn nhất|ngay trong) {1,3}(?:là )?$")
_SINCE = Pattern(rf"(?:{any_word(('từ', 'trước', 'hạn', 'hết'))}) {{1,3}}$")
_IN_FORCE = Pattern(rf"(?:{any_word(('có hiệu lực', 'hết hiệu lực'))})(?!\w)")
_BOUND = Pattern(rf"(?:{any_word(('đến', 'tới', 'trước', 'hạn', 'hết', 'với', 'sau', 'từ'))}) {{1,3}}$")
#: How far before an expression the longest of the words that bound it begins.
_BOUND_REACH = 20


# The reading ----------------------------------------------------------------------------------------


def own_time(text: str, pieces: Sequence[Piece], cites: Callable[[Piece], bool]) -> OwnTime:
    """The document's own time, as *pieces* of the lower-case *text* show it.

    Args:
        text: The lower-case view.
        pieces: Its expressions.
        cites: Whether an expression is the date of a citation or a birth, which shows nothing.
    """
    own = next(_own_days(text, pieces), None)
    if own is not None:
        return OwnTime(day=own)
    account: list[Stretch] = []
    planned: list[Stretch] = []
    for piece in pieces:
        stretch = _stated(piece.candidate)
        if stretch is None or cites(piece):
            continue
        left = _left(text, piece.start)
        if _is_ahead(left):
            planned.append(stretch)
        elif not _is_bygone(left, text, piece):
            account.append(stretch)
    last = max(account, key=lambda stretch: stretch[1], default=None)
    ahead = [stretch for stretch in planned if last is None or stretch[0] > last[1]]
    year, latest = _spoken_year(text, pieces), _latest_year(text, pieces)
    if last is not None:
        latest = max(latest, last[1].year)
    return OwnTime(
        year=year if year is not None and latest <= year else None,
        account=_last_run(account) if last is not None and latest <= last[1].year else (),
        ahead=min(ahead, default=None),
        between=_elapsed(text, pieces),
    )


def _own_days(text: str, pieces: Sequence[Piece]) -> Iterator[dt.date]:
    """The days of writing: full dates beside a word for the day of speaking."""
    for piece in pieces:
        candidate = piece.candidate
        if (
            isinstance(candidate, Day)
            and candidate.from_today is not None
            and (stretch := _stated(candidate))
        ):
            yield stretch[0] - dt.timedelta(days=candidate.from_today)
    for word, piece in pairwise(pieces):
        if not isinstance(word.candidate, Step) or word.candidate.unit != "day":
            continue
        stretch = _stated(piece.candidate) if isinstance(piece.candidate, Day) else None
        if stretch is not None and _BESIDE.fullmatch(text, word.end, piece.start):
            yield stretch[0] - dt.timedelta(days=word.candidate.by)


def _stated(candidate: Candidate | None) -> Stretch | None:
    """The days of a full date or of a month with its year, or of the last one of a stretch."""
    if isinstance(candidate, Range):
        return _stated(candidate.last) if isinstance(candidate.last, Day) else None
    year = getattr(candidate, "year", None)
    if not isinstance(year, int) or not 1000 <= year <= 9998 or getattr(candidate, "lunar", False):
        return None
    if isinstance(candidate, Day) and isinstance(candidate.month, int):
        day = day_in(year, candidate.month, candidate.day)
        return None if day is None else (day, day)
    if isinstance(candidate, Months):
        end = dt.date(year, candidate.last, monthrange(year, candidate.last)[1])
        # "5 tháng đầu năm 2017" is reported when it is over.
        return (dt.date(year, candidate.first, 1), end) if candidate.grain == "month" else (end, end)
    return None


def _is_ahead(left: str) -> bool:
    """Whether the words before a date show that it was still to come: a plan, or a deadline for a duty."""
    if _before("planned-before")(left):
        return True
    deadline = _DEADLINE.search(left, max(0, len(left) - _BOUND_REACH))
    return bool(deadline and _before("duty-before")(left))


def is_bygone(text: str, piece: Piece) -> bool:
    """Whether a full date does not show the text's own time: it is of older things, or a bound."""
    return _is_bygone(_left(text, piece.start), text, piece)


def _is_bygone(left: str, text: str, piece: Piece) -> bool:
    return bool(
        _SINCE.search(left, max(0, len(left) - _BOUND_REACH))
        or _before("bygone-before")(left)
        or _IN_FORCE.search(_right(text, piece.end), 0, 80)
    )


def _last_run(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """The last of *stretches* and those before it from which the account goes on to it."""
    latest_first = sorted(set(stretches), key=lambda stretch: stretch[1], reverse=True)
    run = [latest_first[0]]
    for stretch in latest_first[1:]:
        if (run[-1][0] - stretch[1]).days > _ON:
            break
        run.append(stretch)
    return tuple(run)


def _spoken_year(text: str, pieces: Sequence[Piece]) -> int | None:
    """The year that the text takes as the present, the last one that the words around it mark so."""
    found = []
    for piece in pieces:
        candidate = piece.candidate
        first = candidate.first if isinstance(candidate, Range) else None
        if isinstance(first, Year) and first.portion == "start" and isinstance(candidate.last, Now):  # type: ignore[union-attr]
            found.append(first.year)
        elif isinstance(candidate, Year) and isinstance(candidate.year, int):
            left = _left(text, piece.start)
            opens = _OPENING.fullmatch(left) and _before("going-on-after")(_right(text, piece.end))
            if opens or _before("year-task-before", r"(?: \w+){0,2} $")(left):
                found.append(candidate.year)
    years = [year for year in found if isinstance(year, int)]
    return max(years) if years else None


def _latest_year(text: str, pieces: Sequence[Piece]) -> int:
    """The latest year that the text names, without bounds, plans and the years of laws; 0 without any."""
    latest = 0
    for piece in pieces:
        year = piece.candidate.year if isinstance(piece.candidate, Year) else None
        if not isinstance(year, int) or year <= latest:
            continue
        left = _left(text, piece.start)
        bound = _BOUND.search(left, max(0, len(left) - _BOUND_REACH))
        if not (bound or _before("horizon-before")(left) or _is_ahead(left)):
            latest = year
    return latest


def _elapsed(text: str, pieces: Sequence[Piece]) -> Stretch | None:
    """The days on which the text can have been written, by the years that it says have passed since a day."""
    since: dt.date | None = None
    for piece in pieces:
        candidate = piece.candidate
        if isinstance(candidate, Day) and (stretch := _stated(candidate)) is not None:
            since = stretch[0]
        elif isinstance(candidate, Length) and since is not None and candidate.high is None:
            years = int(candidate.low.years)
            going_on = _before("carried-out-after")(text[piece.end : piece.end + 24])
            if years and going_on and _ELAPSED.search(text, max(0, piece.start - 12), piece.start):
                start = since + relativedelta(years=years)
                return start, start + relativedelta(years=1)
    return None
