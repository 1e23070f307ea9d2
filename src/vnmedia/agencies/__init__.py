"""Names of public bodies and press organisations, and the graph of those bodies.

A mention is the name alone, without the titles of people: in ``Bộ trưởng Bộ Y tế`` it is ``Bộ Y tế``.
Its ``name`` gives that in full: abbreviations spelled out (``Bộ TT&TT``), the spelling of the registry
(``Sở Kế hoạch - Đầu tư``), the place as printed. A unit and its parent are two mentions where a comma, a
dash, ``thuộc`` or ``của`` stands between them, and one where they run together.

What is found: bodies of State and Party at every level and their units, the Front, mass organisations and
professional associations, military commands, the press. What is not: companies, schools, hospitals,
foreign bodies, offices of one person, and one word that stands in for a body (``Bộ``, ``Đảng``).

Limits: a body that no registry has is found by the form of its name, which ends where its capitals do; the
names of communes are read by their form. A name that several bodies have had is settled by the day, by the
parent after it, and by the other bodies of the text. Without a day, a body is ruled out if it had ended
before another body of the text was founded or a document of the text was issued. Where that does not
decide, ``id`` is None and ``candidates`` has all of them; no body is named before it was founded.

A name that goes on over several lines in capitals, as in letterheads, is one. In capitals every word looks
like part of a name: there places must be those of the registries, and fields words of known names.

>>> [m.value.name for m in find("Theo Sở GD-ĐT Nghệ An và Công an TP Vinh.")]
['Sở Giáo dục và Đào tạo Nghệ An', 'Công an thành phố Vinh']
"""

from __future__ import annotations

import datetime as dt

from ..errors import ParseError
from ..model import Agency, Context, Mention, When
from ..model._when import when
from ..text import TextView
from ._export import to_org, to_popolo, to_rows
from ._find import Written, found_in, unwritten
from ._find import resolve as _resolve
from ._find import whole as _whole
from ._finder import forms
from ._graph import AgencyRecord, lineage, record, records, valid
from ._resolve import Day, agencies_of
from ._rules import RULES

__all__ = [
    "RULES",
    "AgencyRecord",
    "find",
    "forms",
    "lineage",
    "parse",
    "placed",
    "record",
    "records",
    "render",
    "resolve",
    "resolve_agency",
    "to_org",
    "to_popolo",
    "to_rows",
    "valid",
]


def find(
    text: str | TextView, context: Context = Context(), *, written: Written = unwritten
) -> tuple[Mention[Agency], ...]:
    """Every name of a body in *text*, in order; the day of *context* decides between namesakes.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text besides its words.
        written: Gives the day of writing that the text itself states; it is asked where *context* has no day
            and the text has a name.

    >>> [m.value.id for m in find("Cục Báo chí, Bộ TT&TT", Context(published=dt.date(2020, 12, 17)))]
    ['cuc-bao-chi', 'bo-tttt']
    """
    view, found = found_in(text, context.day, written)
    return tuple([view.mention(name.start, name.end, *resolved) for name, resolved in found])


def placed(
    text: str | TextView, context: Context = Context(), *, written: Written = unwritten
) -> list[tuple[int, int, Mention[Agency]]]:
    """The same with where each name begins and ends in the view of *text*."""
    view, found = found_in(text, context.day, written)
    return [(name.start, name.end, view.mention(name.start, name.end, *resolved)) for name, resolved in found]


def parse(quote: str, context: Context = Context()) -> Agency:
    """The body that the whole *quote* names.

    >>> parse("UBND TP. Hà Nội").name
    'Ủy ban nhân dân thành phố Hà Nội'

    Raises:
        ParseError: *quote* is not the name of a body as a whole.
    """
    view = TextView(quote)
    reading = _whole(view, 0, len(view.plain)) if view.plain else None
    if reading is None:
        raise ParseError("agency", quote, (0, len(quote)), "the name of a body is needed, such as Bộ Y tế")
    (resolved,) = agencies_of([reading], view, Day(context.day))
    return resolved.value


def render(value: Agency) -> str:
    """The name of *value* in full.

    >>> render(parse("VKSND tối cao"))
    'Viện kiểm sát nhân dân tối cao'
    """
    return value.name


def resolve(name: str, on: dt.date | None = None) -> Agency:
    """The body that *name* stands for on a day, as in a text of these words that was published then.

    Where several bodies may be meant, ``id`` is None and ``candidates`` has them, those that still exist
    first. Where the body had ended, ``successors`` has what it had become.

    >>> resolve("Cục Báo chí", dt.date(2026, 1, 1)).parent
    'bo-vhttdl'

    Raises:
        ParseError: No body has that name.
    """
    return _resolve(name, Context(published=on).day).value


def resolve_agency(name: str, *, on: When | None = None) -> Agency:
    """The body that *name* stood for on a day, as in a text of these words that was published then.

    Where several bodies may be meant, ``id`` is None and ``candidates`` has them, those that still exist
    first, and ``reasons`` what would tell them apart. A body that had ended by the day keeps its id, and
    ``successors`` has what it had become.

    Args:
        name: The whole name, short or long, with or without the places that the body lies in. It may lack
            diacritics or have wrong ones, or be the English name: then only its letters are compared.
        on: The day: a date, a date-time, or either in ISO 8601; without one, bodies of any time are meant.

    >>> resolve_agency("Bộ TT&TT", on="2020-12-17").name
    'Bộ Thông tin và Truyền thông'
    >>> [resolve_agency(name).id for name in ("Bo Y te", "Ministry of Health")]
    ['bo-y-te', 'bo-y-te']

    Raises:
        ParseError: No body has that name.
        TypeError: An argument is of another type.
        ValueError: *on* is not a day.
    """
    return _resolve(name, Context(published=when("on", on)).day, loose=True).value
