"""Finding the bodies of a text, and the body of one name: the same reading for both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from importlib import import_module

from ..errors import ParseError
from ..model._trusted import changed
from ..registries import Pattern
from ..text import TextView, nfc
from ._cues import stands
from ._finder import readings
from ._headings import whole_headings
from ._lexicon import follow, lexicon
from ._name import BodyName
from ._patterns import words
from ._reader import NameReader
from ._resolve import Day, Resolved, agencies_of

__all__ = ["Found", "Written", "found_in", "resolve", "unwritten", "whole"]

Found = tuple[BodyName, Resolved]
#: Gives the day of writing that a text itself states, if any.
Written = Callable[[], dt.date | None]
#: What stands between a name and the place that it lies in.
_PARTING = Pattern(r" ?[,(–-] ?| thuộc |\)? ?\Z")


def unwritten() -> dt.date | None:
    """The day of writing of a text that states none."""
    return None


def found_in(
    text: str | TextView, day: dt.date | None, written: Written = unwritten
) -> tuple[TextView, list[Found]]:
    """The view of *text*, and each name in it with the body that it stands for on *day*.

    Where it is None, the day that is *written* counts; that is asked only if there is a name.
    """
    view = whole_headings(TextView.of(text), lexicon())
    names = readings(view)
    stated = written() if names and day is None else None
    when = Day(day) if stated is None else Day(stated, "document")
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
    at_once = _local_name(TextView(composed))
    if at_once is not None:
        return agencies_of([at_once], TextView(composed), when)[0]
    view, found = found_in(composed, on)
    if found and found[0][0].start == 0 and _only_places(NameReader(view, lexicon()), found[0][0].end):
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


def _local_name(view: TextView) -> BodyName | None:
    """The name of one local body that *view* holds, with places alone after it: ``UBND xã Đông Anh, Hà Nội``.

    Where it stands is known, so that the openings of all names need not be made.
    """
    if not view.plain[:1].isupper() or "\n" in view.plain or " các " in view.lower:
        return None
    reader = NameReader(view, lexicon())
    name = reader.read(0)
    if name is None or name.entries[0].source != "local" or name.locality is None or not name.locality.named:
        return None
    return name if stands(reader.look, name) and _only_places(reader, name.end) else None


def _only_places(reader: NameReader, end: int) -> bool:
    """Whether only places that a body lies in follow after *end*: ``, huyện Mỹ Đức, Hà Nội``."""
    plain, places = reader.look.plain, reader.places
    while end < len(plain):
        parting = _PARTING.match(plain, end)
        if parting is None:
            return False
        if parting.end() < len(plain):
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
            return changed(found, name=name) if found.entries[0].source == "head" else found
    return None
