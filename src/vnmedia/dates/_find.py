"""From a text to its expressions: rules, joins, what may stand alone, values."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Grammar, Rule
from ..model import Context, Mention, TimeExpression
from ..model._trusted import changed
from ..registries import Pattern, once
from ..text import TextView
from ._candidates import Candidate, Weekday
from ._clock import CLOCK
from ._days import DAYS
from ._joins import joined
from ._lengths import LENGTHS
from ._lists import shared
from ._lunar import LUNAR
from ._named import name_rules, season_rules
from ._periods import PERIODS
from ._pieces import Piece, Trace
from ._reader import Reader, lean_before
from ._relative import RELATIVE
from ._resolve import resolve
from ._value import ImpossibleError
from ._weekdays import NTH, WEEK
from ._years import YEARS

__all__ = ["RULES", "find", "grammar", "joins_made", "placed", "read"]

RULES: tuple[Rule[Candidate], ...] = (
    *CLOCK,
    *WEEK,
    *DAYS,
    *PERIODS,
    *YEARS,
    *NTH,
    *RELATIVE,
    *LENGTHS,
    *LUNAR,
)


@once
def grammar() -> Grammar[Candidate]:
    """The rules, with those made from registries, compiled on first use."""
    return Grammar((*RULES, *season_rules(), *name_rules()))


# With a capital it is a mobile network or a model, not an hour.
_NETWORK = Pattern(r"[2-6]G(?!\d)")
_ABOUT = Pattern(r"(?<!\w)(?:khoảng|chừng|tầm) {1,3}$")
# The endings of the pattern's matches: it is not tried where none of them stands.
_ABOUT_ENDS = ("g ", "m ", "  ")


def find(text: str | TextView, context: Context = Context()) -> tuple[Mention[TimeExpression], ...]:
    """Every time expression in *text*, by start; none overlaps another.

    A year that is left out comes from the sentence, from ``context.published``, or from the document's own
    dates, in that order; if none of them gives one, it stays open (``XXXX-12-17``).

    >>> [m.quote for m in find("từ năm 2011 đến nay, hằng tuần họp 30 phút")]
    ['từ năm 2011 đến nay', 'hằng tuần', '30 phút']
    """
    return tuple(mention for _, _, mention in placed(TextView.of(text), context))


def placed(view: TextView, context: Context) -> Iterator[tuple[int, int, Mention[TimeExpression]]]:
    """The time expressions in *view*, each with where it begins and ends there."""
    lower, reference = view.lower, context.day
    # A form that leaves a doubt stands only where a neighbour or a cue has settled it.
    pieces = [piece for piece in read(view) if getattr(piece.candidate, "sure", True)]
    reader = Reader(context, lower, pieces)
    for piece in pieces:
        reader.step_to(piece)
        try:
            value = resolve(piece.candidate, reader, lean_before(lower, piece) if reference else None)
        except (ImpossibleError, OverflowError):
            continue
        reader.remember(piece, value.start, value.end)
        if (
            lower.endswith(_ABOUT_ENDS, 0, piece.start)
            and value.modifier is None
            and value.every is None
            and _ABOUT.search(lower, max(0, piece.start - 8), piece.start)
        ):
            value = changed(value, modifier="approximate")
        yield piece.start, piece.end, view.mention(piece.start, piece.end, value, reader.inferred)


def read(view: TextView, trace: Trace | None = None) -> list[Piece]:
    """The expressions in *view*, joined but not yet judged; *trace* gets the result of each join."""
    pieces = []
    for hit in grammar().find(view):
        start, end, candidate = hit.start, hit.end, hit.candidate
        if view.plain.startswith("G", start + 1) and _NETWORK.match(view.plain, start, end):
            continue
        if isinstance(candidate, Weekday) and not candidate.sure:
            candidate = _capital(view, start, end, candidate)
        pieces.append(Piece(start, end, candidate))
    return shared(view.lower, joined(view.lower, pieces, trace))


def _capital(view: TextView, start: int, end: int, candidate: Weekday) -> Weekday:
    """A weekday with a capital (``thứ Năm``) is no ordinal."""
    last = view.plain[start:end].rpartition(" ")[2]
    return changed(candidate, sure=True) if last[:1].isupper() and last.lower() != "cn" else candidate


def joins_made(view: TextView) -> list[tuple[str, int, int]]:
    """The joins that made expressions of *view*: the name of each, and where its result begins and ends."""
    trace: Trace = []
    read(view, trace)
    return [(join.name, piece.start, piece.end) for join, piece in trace]
