"""The one value of a whole quote, or the reason why there is none."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from ..errors import ParseError
from ..model import Context, Duration, TimeExpression
from ..model._trusted import changed
from ..model.time import Modifier
from ..registries import Pattern
from ..text import TextView
from ._candidates import Candidate, Clock, Length, Months, Range, Several
from ._find import read
from ._pieces import Piece
from ._reader import Reader, lean_before
from ._resolve import resolve
from ._value import ImpossibleError, expression, interval, on_day

__all__ = ["parse"]

#: What may stand before an expression: words without a meaning of their own, then a word that opens a stretch
#: (``từ năm 2019``) or makes it vague.
_PLAIN = (
    r"(?:(?:vào|lúc|hồi|trong|vòng|thời hạn|dịp|nhân dịp|đúng|ngay|cả|suốt|tại|thời điểm|trước|sau|đến|tới"
    r"|tính|cho|(?:chậm|muộn) nhất|không (?:quá|muộn hơn)|là|các|những) ){0,4}"
)
_OPENING = Pattern(
    rf"{_PLAIN}(?:(?P<about>(?:khoảng|chừng|tầm|độ|gần|hơn) ){_PLAIN})?"
    r"(?:(?P<since>(?:(?:kể|bắt đầu) )?từ (?:hôm )?)|(?P<until>hết )|hôm )?"
)
#: What may join two expressions of one day: ``ngày 7-2 (tức ngày 11 tháng Giêng)``.
_APPOSITION = Pattern(r"\)?,? ?\(?(?:tức |nhằm )?(?:là )?(?:vào )?")
#: What may join the members of a list.
_AND = Pattern(r",? (?:và|hoặc|hay|&) (?:vào )?")
_NOW = Pattern(r"(?:ngay )?(?:bây giờ|lúc này|hiện (?:nay|tại|giờ)|thời điểm (?:này|hiện tại))")


def parse(quote: str, context: Context = Context()) -> TimeExpression:
    """The time expression that the whole of *quote* is.

    >>> str(parse("2 năm 6 tháng").duration)
    'P2Y6M'

    Raises:
        ParseError: Part of *quote* is no time expression, or there is no such day (``31/2/2023``).
    """
    view = TextView(quote)
    start = len(view.plain) - len(view.plain.lstrip())
    end = len(view.plain.rstrip())
    if _NOW.fullmatch(view.lower, start, end):
        return _now(quote, context)
    pieces = read(view)
    opening = None
    if pieces and pieces[0].start > start:
        opening = _OPENING.fullmatch(view.lower, start, pieces[0].start)
        start = opening.end() if opening else start
    if (lasting := _lasting(view, pieces, end)) is not None:
        end = pieces.pop().start - 2
    listed = _is_list(view, pieces)
    if not _fills(view, pieces, start, end) and not (listed and pieces[0].start == start):
        raise _refusal(quote, view, *_unread(pieces, start, end), _why(view.lower))
    try:
        values = [
            resolve(piece.candidate, Reader(context, view.lower, alone=True), lean_before(view.lower, piece))
            for piece in pieces
        ]
    except (ImpossibleError, OverflowError) as error:
        raise _refusal(quote, view, start, end, str(error)) from None
    if all((value.start, value.end) == (values[0].start, values[0].end) for value in values):
        said = _opened(values[0], opening, pieces[0].candidate)
        return said if lasting is None else changed(said, duration=lasting)
    made = _list(values) if listed else None
    if made is None:
        raise _refusal(quote, view, pieces[1].start, pieces[1].end, "says another day than the words before")
    return _opened(made, opening, Several(members=tuple(piece.candidate for piece in pieces)))


def _lasting(view: TextView, pieces: list[Piece], end: int) -> Duration | None:
    """The length in brackets after a stretch: ``từ năm 2016 đến năm 2020 (5 năm)``."""
    if len(pieces) < 2 or not isinstance(last := pieces[-1].candidate, Length) or last.high is not None:
        return None
    before, after = view.lower[pieces[-2].end : pieces[-1].start], view.lower[pieces[-1].end : end]
    return last.low if (before, after) == (" (", ")") else None


def _now(quote: str, context: Context) -> TimeExpression:
    """The reference time itself."""
    if context.day is None:
        raise ParseError("date", quote, (0, len(quote)), "the reference day that it means is not given")
    moment = context.published
    clock = Clock(hour=moment.hour, minute=moment.minute) if isinstance(moment, dt.datetime) else None
    return on_day(context.day, clock)


def _is_list(view: TextView, pieces: list[Piece]) -> bool:
    """Whether *pieces* are a list, joined by ``và``; commas join only those of one type."""
    if len(pieces) < 2:
        return False
    for first, second in pairwise(pieces):
        gap = view.lower[first.end : second.start]
        alike = type(first.candidate) is type(second.candidate)
        if not _AND.fullmatch(gap) and not (gap == ", " and alike):
            return False
    return pieces[-1].end == len(view.lower.rstrip())


def _list(values: list[TimeExpression]) -> TimeExpression | None:
    """The members of a list as one value; None if they are not days in order."""
    plain = [value for value in values if value.start and value.end and not (value.time or value.hours)]
    if len(plain) < len(values) or any(a.end >= b.start for a, b in pairwise(values)):  # type: ignore[operator]
        return None
    start, end = values[0].start, values[-1].end
    joined = all(a.end + dt.timedelta(days=1) == b.start for a, b in pairwise(values))  # type: ignore[operator]
    edtf = interval(start, end) if joined else "{" + ",".join(str(value.edtf) for value in values) + "}"
    return expression(start=start, end=end, edtf=edtf, calendar=values[-1].calendar)


def _fills(view: TextView, pieces: list[Piece], start: int, end: int) -> bool:
    """Whether *pieces* fill the whole text; several of them must name one day."""
    if not pieces or pieces[0].start != start:
        return False
    joints = pairwise(pieces)
    if not all(_APPOSITION.fullmatch(view.lower, a.end, b.start) for a, b in joints):
        return False
    return view.plain[pieces[-1].end : end] in ("", ")" if len(pieces) > 1 else "")


#: Numbers that a unit of time does not have, and the messages for them.
_NONE_SUCH = (
    (Pattern(r"\btháng (\d{1,2})(?!\d)"), range(1, 13), "no month {}"),
    (Pattern(r"\bqu[ýí] (\d{1,2})(?!\d)"), range(1, 5), "no quarter {}"),
    (Pattern(r"\bthứ (\d)(?!\d)"), range(2, 8), "no weekday thứ {}"),
    (Pattern(r"(?<!\d)(\d{1,2})(?:h|g|:(?=\d)| giờ)"), range(25), "no hour {}"),
    (Pattern(r"(?<!\d)\d{1,2}(?:h|g|:| giờ )(\d\d)(?!\d)"), range(60), "no minute {}"),
)


def _why(text: str) -> str:
    """The reason why no rule reads *text*, as far as a number shows it."""
    if not text.strip():
        return "nothing is written"
    for pattern, possible, reason in _NONE_SUCH:
        match = pattern.search(text)
        if match is not None and int(match[1]) not in possible:
            return reason.format(match[1])
    return "a time expression is needed, such as 17/12/2020"


def _refusal(quote: str, view: TextView, start: int, end: int, reason: str) -> ParseError:
    """The error with its span over *quote*, if the NFC form has the same length."""
    if start >= end:
        return ParseError("date", quote, (0, len(quote)), reason)
    span = view.span(start, end)
    return ParseError("date", quote, (min(span.start, len(quote)), min(span.end, len(quote))), reason)


def _unread(pieces: list[Piece], start: int, end: int) -> tuple[int, int]:
    """The first stretch that no piece covers."""
    for piece in pieces:
        if piece.start > start:
            return start, piece.start
        start = piece.end
    return start, end


def _opened(value: TimeExpression, opening: re.Match[str] | None, candidate: Candidate) -> TimeExpression:
    """*value* with the meaning of the word before it: from it on, up to its end, or about it."""
    if opening is None or value.every is not None:
        return value
    if opening["about"]:
        value = changed(value, modifier=value.modifier or "approximate")
    stretch = isinstance(candidate, Range | Several) or (
        isinstance(candidate, Months) and candidate.first < candidate.last and candidate.grain == "span"
    )
    if stretch or value.hours or value.duration is not None:
        return value
    # The end of a unit is no end of the stretch.
    modifier: Modifier | None = "approximate" if opening["about"] else None
    if opening["since"] and value.start is not None:
        return changed(value, end=None, edtf=f"{value.start}/..", modifier=modifier)
    if opening["until"] and value.end is not None:
        return changed(value, start=None, edtf=f"../{value.end}", modifier=modifier)
    return value
