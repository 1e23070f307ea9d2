"""Time expressions: whatever places something in time, or says how long or how often.

A candidate is read by a rule, joined with its neighbours (``22h17`` + ``ngày 17/12``), and resolved
against the reference day and what the document has said before.

>>> from datetime import date
>>> from vnmedia import Context
>>> [m.value.edtf for m in find("Chiều ngày 17/12, tại Hà Nội", Context(published=date(2020, 12, 19)))]
['2020-12-17']
>>> parse("từ 28/12 đến 5/1/2021").edtf
'2020-12-28/2021-01-05'

Not read as times: ordinals (``lần thứ năm``), fractions and scores (``2/9 xã``, ``thắng 3-1``), ages,
numbers of documents, streets, vague words (``gần đây``).
"""

from __future__ import annotations

import re
from itertools import pairwise

import attrs

from ..errors import ParseError
from ..model import Context, Mention, TimeExpression
from ..text import TextView
from ._candidates import Candidate, Weekday
from ._joins import Piece, joined
from ._reader import Reader, lean_before, own_day
from ._render import render
from ._resolve import ImpossibleError, resolve
from ._rules import RULES, grammar

__all__ = ["RULES", "find", "parse", "render"]


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[TimeExpression], ...]:
    """Every time expression in *text*, by start; none overlaps another.

    A year that is left out comes from the sentence, from ``context.published``, or from the document's own
    dates, in that order; where nothing tells, it stays open (``XXXX-12-17``).

    >>> [m.quote for m in find("từ năm 2011 đến nay, hằng tuần họp 30 phút")]
    ['từ năm 2011 đến nay', 'hằng tuần', '30 phút']
    """
    view = TextView.of(text)
    pieces = [piece for piece in _read(view) if _stands(piece)]
    reader = Reader(context, view.lower, own_day(view.lower, pieces))
    found = []
    for piece in pieces:
        reader.step_to(piece)
        try:
            value = resolve(piece.candidate, reader, lean_before(view.lower, piece))
        except ImpossibleError:
            continue
        reader.remember(piece, value.start, value.end)
        if value.modifier is None and _ABOUT.search(view.lower, max(0, piece.start - 8), piece.start):
            value = attrs.evolve(value, modifier="approximate")
        found.append(view.mention(piece.start, piece.end, value))
    return tuple(found)


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
    pieces = _read(view)
    opening = None
    if pieces and pieces[0].start > start:
        opening = _OPENING.fullmatch(view.lower, start, pieces[0].start)
        start = opening.end() if opening else start
    if not _fills(view, pieces, start, end):
        raise _refusal(quote, view, *_unread(pieces, start, end), "no rule reads it")
    try:
        values = [resolve(piece.candidate, Reader(context, view.lower)) for piece in pieces]
    except ImpossibleError as error:
        raise _refusal(quote, view, start, end, error.reason) from None
    if any((value.start, value.end) != (values[0].start, values[0].end) for value in values):
        raise _refusal(quote, view, pieces[1].start, pieces[1].end, "says another day than the words before")
    return _opened(values[0], opening)


#: What makes a point into an open stretch when it is all that stands before it: ``từ năm 2019``.
_OPENING = re.compile(
    r"(?P<since>(?:kể |tính )?từ )|(?P<until>(?:cho )?(?:đến|tới) hết )|(?P<about>khoảng |chừng |tầm )"
    r"|(?:vào |hồi |lúc |trong |dịp |đến |tới |trước |sau )(?:khoảng )?"
)
#: What may join two expressions of one day: ``ngày 7-2 (tức ngày 11 tháng Giêng)``.
_APPOSITION = re.compile(r"\)?,? ?\(?(?:tức |nhằm )?(?:là )?(?:vào )?")


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


_ABOUT = re.compile(r"(?<!\w)(?:khoảng|chừng|tầm) {1,3}$")


def _read(view: TextView) -> list[Piece]:
    found = grammar().find(view)
    return joined(
        view.lower,
        [Piece(hit.start, hit.end, _capital(view, hit.start, hit.end, hit.candidate)) for hit in found],
    )


def _capital(view: TextView, start: int, end: int, candidate: Candidate) -> Candidate:
    """A weekday with a capital (``thứ Năm``) is no ordinal."""
    if not isinstance(candidate, Weekday) or candidate.sure:
        return candidate
    last = view.plain[start:end].rpartition(" ")[2]
    return attrs.evolve(candidate, sure=True) if last[:1].isupper() and last.lower() != "cn" else candidate


def _stands(piece: Piece) -> bool:
    return bool(getattr(piece.candidate, "sure", True))
