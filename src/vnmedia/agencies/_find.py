"""Finding the bodies of a text, and the body of one name: the same reading for both."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

from ..errors import ParseError
from ..registries import Pattern
from ..text import TextView, nfc
from ._finder import readings
from ._headings import whole_headings
from ._lexicon import follow, lexicon
from ._name import BodyName
from ._patterns import words
from ._reader import NameReader
from ._resolve import Day, Resolved, agencies_of

__all__ = ["Found", "found_in", "resolve", "whole"]

Found = tuple[BodyName, Resolved]
#: What stands between a name and the place that it lies in.
_PARTING = Pattern(r" ?[,(–-] ?| thuộc |\)? ?\Z")


def found_in(text: str | TextView, when: Day) -> tuple[TextView, list[Found]]:
    """The view of *text*, and each name in it with the body that it stands for."""
    view = whole_headings(TextView.of(text), lexicon())
    names = readings(view)
    return view, list(zip(names, agencies_of(names, view, when), strict=True))


def whole(view: TextView, start: int, end: int) -> BodyName | None:
    """The name that fills *start* to *end*, even one that would need a cue in a text."""
    name = NameReader(view, lexicon()).read(start)
    return name if name is not None and name.end == end else None


def resolve(name: str, on: dt.date | None, *, loose: bool = False) -> Resolved:
    """What *name* stands for, just as in a text of these words that was published on that day.

    Args:
        name: The whole name.
        on: The day.
        loose: Whether spellings that no text would have count too: without diacritics, or in English.

    Raises:
        ParseError: No body has that name.
    """
    when, composed = Day(on), nfc(name).strip()
    view, found = found_in(composed, when)
    if found and found[0][0].start == 0 and _only_places(view, found[0][0].end):
        return found[0][1]
    alone = _whole_name(composed) or (_loosely(composed) if loose else None)
    if alone is None:
        raise ParseError("agency", name, (0, len(name)), "no body has that name")
    (resolved,) = agencies_of([alone], TextView(composed), when)
    return resolved


def _loosely(name: str) -> BodyName | None:
    # Loaded here: most names are spelled as they should be, and the names of all places are read with it.
    found: BodyName | None = import_module("._loose", __package__).loosely(name)
    return found


def _only_places(view: TextView, end: int) -> bool:
    """Whether only places that a body lies in follow after *end*: ``, huyện Mỹ Đức, Hà Nội``."""
    places = NameReader(view, lexicon()).places
    while end < len(view.plain):
        parting = _PARTING.match(view.plain, end)
        if parting is None:
            return False
        if parting.end() < len(view.plain):
            locality, end = places.beginning(parting.end())
            if locality is None:
                return False
        else:
            end = parting.end()
    return True


def _whole_name(name: str) -> BodyName | None:
    """The reading of all of *name* as a body's name, whatever its capitals; None where there is none."""
    node = follow(lexicon().whole, words(name)) or {}
    if None in node:
        return BodyName(0, len(name), node[None][0].name, node[None])
    for text in (name, name.title()):
        view = TextView(text)
        found = whole(view, 0, len(view.plain)) if view.plain else None
        if found is not None:
            # A name that is known by its form alone keeps the letters of the request.
            return found._replace(name=name) if found.entries[0].source == "head" else found
    return None
