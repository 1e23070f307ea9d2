"""Reading lists under one head: ``các Bộ Y tế, Tài chính``, ``Công an các tỉnh Thái Bình, Nam Định``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from ..model._trusted import changed
from ..registries import Pattern
from ._lexicon import follow
from ._name import BodyName, closest
from ._openings import TO_COLON
from ._patterns import COMMUNAL, PLURAL, WORD
from ._places import Locality
from ._reader import NameReader

__all__ = ["after_colon", "listed"]

_AND = re.compile(r" ?(?:[,;] ?(?:và )?|và )(?=[^\W_])")
_PLURAL_BEFORE = Pattern(r"(?:các|hai|ba|bốn|năm|những|[0-9]) $")
#: A number with nothing after it that it could count.
_LAST_DIGIT = Pattern(r"[0-9]{1,2}(?= ?(?:[,.;:()\n]|và |$))")
#: The rank of each level; the places of one list have the same rank.
_RANK = {"tỉnh": 1, "thành phố": 1, "thủ đô": 1, "quận": 2, "huyện": 2, "thị xã": 2} | dict.fromkeys(
    COMMUNAL, 3
)
#: What stands between the head of a list and the colon: ``các Bộ, ngành:``, ``các Bộ và cơ quan ngang bộ:``.
_COLON = Pattern(
    r"(?:(?:,| và) (?:ban|ngành|cơ quan|cơ quan ngang bộ|đơn vị|đoàn thể|địa phương|sở|tổng cục)){0,3}"
    r"(?: trung ương| liên quan| chức năng)? ?: ?(?=[^\W_])"
)
#: The same after a name that bodies of several places share: ``UBND các tỉnh, thành phố: Hà Nội; Nghệ An``.
_PLACES_COLON = Pattern(
    r" các (tỉnh|thành phố|quận|huyện|phường|xã)(?:(?:,| và|,? và) (?:thành phố|thị xã|phường|đặc khu)){0,2}"
    r"(?: trực thuộc trung ương)? ?: ?(?=[^\W_])"
)


def after_colon(reader: NameReader, start: int, end: int) -> Iterable[BodyName]:
    """The items of ``các Cục: Báo chí; Thông tin cơ sở``, ``UBND các tỉnh: Thái Bình; Nam Định``."""
    mark = reader.look.lower.find(":", end, end + TO_COLON)
    return _after_mark(reader, start, end, mark) if mark >= 0 else ()


def _after_mark(reader: NameReader, start: int, end: int, mark: int) -> Iterator[BodyName]:
    """The items after the colon at *mark*, if what stands before it heads a list."""
    lower = reader.look.lower
    placed = _places_after_colon(reader, start) if " các " in lower[start:mark] else None
    if placed is not None:
        yield from placed
        return
    colon = _COLON.match(lower, end)
    if colon is None or not _PLURAL_BEFORE.search(lower, max(0, start - 6), start):
        return
    head = lower[start:end]
    yield from _items(reader, head, colon.end())


def _places_after_colon(reader: NameReader, start: int) -> Iterator[BodyName] | None:
    """The bodies of the places after a colon, whose shared name begins at *start*; None where it has none."""
    look = reader.look
    paths = look.walk(look.lexicon.tree, start)
    for stop in sorted(paths, reverse=True):
        entries = tuple(entry for entry in paths[stop] if entry.source == "local")
        places = _PLACES_COLON.match(look.lower, stop) if entries else None
        if places is not None:
            name = closest(look.plain[start:stop], entries)
            first = BodyName(start, stop, name, tuple(entry for entry in entries if entry.name == name))
            return _places(reader, first, f"{name} ", places[1], places.end())
    return None


def listed(reader: NameReader, first: BodyName) -> Iterable[BodyName]:
    """What follows *first* under its head: ``các Bộ Y tế, Tài chính``, ``các tỉnh Thái Bình, Nam Định``."""
    joint = _AND.match(reader.look.lower, first.end)
    return _under_head(reader, first, joint.end()) if joint is not None else ()


def _under_head(reader: NameReader, first: BodyName, position: int) -> Iterator[BodyName]:
    """The items of a list from *position* on, where *first* is its first."""
    place = first.locality
    if place is not None and place.level and PLURAL.search(reader.look.lower, first.start, first.end):
        core = first.name.removesuffix(place.text)
        yield from _places(reader, first, core, place.level, position)
    elif _PLURAL_BEFORE.search(reader.look.lower, max(0, first.start - 6), first.start):
        head = WORD.match(reader.look.lower, first.start)
        if head is not None and first.parent is None and first.locality is None:
            yield from _items(reader, head.group(), position)


def _items(reader: NameReader, head: str, position: int) -> Iterator[BodyName]:
    """The items of a list under *head* from *position* on, also those with a name of their own."""
    node = follow(reader.look.lexicon.tree, (head,))
    while node is not None and reader.look.plain[position].isupper():
        reading = _own_name(reader, position) or reader.read_under(node, position)
        if reading is None:
            return
        yield reading
        joint = _AND.match(reader.look.lower, reading.end)
        if joint is None:
            return
        position = joint.end()


def _own_name(reader: NameReader, position: int) -> BodyName | None:
    """The name at *position* that stands without the head of the list."""
    other = reader.read(position)
    return other if other is not None and not other.weak else None


def _places(reader: NameReader, first: BodyName, core: str, level: str, position: int) -> Iterator[BodyName]:
    """The bodies of the places from *position* on, which share the name *core* and the *level*."""
    while True:
        locality, stop = _next_place(reader, position, level)
        if locality is None or not locality.named or reader.look.plain[position - 1] != " ":
            return
        yield changed(first, start=position, end=stop, name=core + locality.text, locality=locality)
        joint = _AND.match(reader.look.lower, stop)
        if joint is None:
            return
        position = joint.end()


def _next_place(reader: NameReader, start: int, level: str) -> tuple[Locality | None, int]:
    """A further place of a list, with its own level or that of the list: ``quận 1, 3 và 5``."""
    if reader.look.plain[start].isdigit():
        return (
            reader.places.placed(level, start)
            if _LAST_DIGIT.match(reader.look.plain, start)
            else (None, start)
        )
    locality, stop = reader.places.locality(start - 1)
    if locality is not None and locality.level is not None:  # its own, of the same rank: "và thành phố Huế"
        return (locality, stop) if _RANK[locality.level] == _RANK[level] else (None, start)
    if not reader.look.plain[start].isupper():
        return None, start
    if level in COMMUNAL:
        return reader.places.placed(level, start)
    if locality is None:
        return None, start
    own = reader.places.kind_of(locality, level)
    text = f"{own} {locality.text.removeprefix('thành phố ')}"
    return attrs.evolve(locality, text=text, level=own), stop
