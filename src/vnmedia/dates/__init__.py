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

import attrs

from ..errors import ParseError
from ..model import Context, Mention, TimeExpression
from ..text import TextView
from ._candidates import Candidate, Now, Range, Weekday
from ._joins import Piece, joined
from ._reader import Reader, lean_before, own_day
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
    pieces = [piece for piece in _read(view) if _stands(view, piece)]
    reader = Reader(context, view.lower, own_day(view.lower, pieces))
    found = []
    for piece in pieces:
        reader.step_to(piece)
        try:
            value = resolve(piece.candidate, reader, lean_before(view.lower, piece.start))
        except ImpossibleError:
            continue
        reader.remember(piece, value.start, value.end)
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
    pieces = _read(view)
    left = len(view.plain) - len(view.plain.lstrip())
    right = len(view.plain.rstrip())
    filled = len(pieces) == 1 and (pieces[0].start, pieces[0].end) == (left, right)
    if filled and not _is_half(pieces[0].candidate):
        try:
            return resolve(pieces[0].candidate, Reader(context, view.lower))
        except ImpossibleError as error:
            raise ParseError("date", quote, (left, right), error.reason) from None
    raise ParseError("date", quote, (0, len(quote)), "no rule reads it")


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


def _stands(view: TextView, piece: Piece) -> bool:
    return bool(getattr(piece.candidate, "sure", True)) and not _is_half(piece.candidate)


def _is_half(candidate: Candidate) -> bool:
    """Whether it is ``từ nay`` without the other end."""
    return isinstance(candidate, Range) and isinstance(candidate.first, Now) and candidate.last is None


def render(value: TimeExpression) -> str:
    """*value* in canonical Vietnamese."""
    raise NotImplementedError
