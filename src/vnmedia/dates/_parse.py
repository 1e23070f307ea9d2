"""One value from a whole quote, or the reason why there is none."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs

from ..errors import ParseError
from ..model import Context, TimeExpression
from ..text import TextView
from ._find import read
from ._joins import Piece
from ._reader import Reader
from ._resolve import resolve
from ._value import ImpossibleError

__all__ = ["parse"]

#: What makes a point into an open stretch when it is all that stands before it: ``từ năm 2019``.
_OPENING = re.compile(
    r"(?P<since>(?:kể |tính )?từ )|(?P<until>(?:cho )?(?:đến|tới) hết )|(?P<about>khoảng |chừng |tầm )"
    r"|(?:vào |hồi |lúc |trong |dịp |đến |tới |trước |sau )(?:khoảng )?"
)
#: What may join two expressions of one day: ``ngày 7-2 (tức ngày 11 tháng Giêng)``.
_APPOSITION = re.compile(r"\)?,? ?\(?(?:tức |nhằm )?(?:là )?(?:vào )?")


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
    pieces = read(view)
    opening = None
    if pieces and pieces[0].start > start:
        opening = _OPENING.fullmatch(view.lower, start, pieces[0].start)
        start = opening.end() if opening else start
    if not _fills(view, pieces, start, end):
        raise _refusal(quote, view, *_unread(pieces, start, end), "no rule reads it")
    try:
        values = [resolve(piece.candidate, Reader(context, view.lower)) for piece in pieces]
    except (ImpossibleError, OverflowError) as error:
        raise _refusal(quote, view, start, end, str(error)) from None
    if any((value.start, value.end) != (values[0].start, values[0].end) for value in values):
        raise _refusal(quote, view, pieces[1].start, pieces[1].end, "says another day than the words before")
    return _opened(values[0], opening)


def _fills(view: TextView, pieces: list[Piece], start: int, end: int) -> bool:
    """Whether *pieces* fill the whole, several of them as names of one day."""
    if not pieces or pieces[0].start != start:
        return False
    joints = pairwise(pieces)
    if not all(_APPOSITION.fullmatch(view.lower, a.end, b.start) for a, b in joints):
        return False
    return view.plain[pieces[-1].end : end] in ("", ")" if len(pieces) > 1 else "")


def _refusal(quote: str, view: TextView, start: int, end: int, reason: str) -> ParseError:
    """The error whose span is over *quote*, as far as its NFC form has the same length."""
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


def _opened(value: TimeExpression, opening: re.Match[str] | None) -> TimeExpression:
    if opening is None:
        return value
    if opening["about"]:
        return attrs.evolve(value, modifier=value.modifier or "approximate")
    if opening["since"] and value.start is not None:
        return TimeExpression(start=value.start, edtf=f"{value.start}/..", calendar=value.calendar)
    if opening["until"] and value.end is not None:
        return TimeExpression(end=value.end, edtf=f"../{value.end}", calendar=value.calendar)
    return value
