"""What may end a name: a number, a region, a place, or the name of the body above it."""

from __future__ import annotations

from typing import Protocol

from ..model._trusted import changed
from ..registries import Pattern
from ..registries.agencies import LocalBody
from ._lexicon import Entry
from ._lookup import Lookup
from ._name import BodyName
from ._patterns import COUNTED, NEXT, NUMBER, PARKS, counts_places
from ._places import PlaceReader

__all__ = ["Endings", "ReadsBelow"]

#: What stands between a number and the place after it: ``khu vực 1 - Hà Nội``, ``khu vực 2-Hà Nội``.
_NUMBER_JOINT = Pattern(r" ?[-–] ?(?=[^\W\d_])")
_DIGITS = Pattern(r"(?<= )[1-9][0-9]?\Z")

#: The word at the end of a name that an organisation's own units have too: ``Ban Tổ chức Trung ương`` Đoàn.
_CENTRAL = Pattern(r" (?:trung ương|tw|tư|t\.ư)\Z")
_ORGANISATIONS = ("hội ", "liên hiệp ", "liên đoàn ", "tổng liên đoàn ", "đoàn ")
_ANY_DEPTH = 99


class ReadsBelow(Protocol):
    """What reads the name of the body above."""

    def read(self, start: int, below: int) -> BodyName | None:
        """The name of less depth than *below* that begins at *start*; None where there is none."""


def _is_numbered(entry: Entry) -> bool:
    """Whether provinces have several bodies of that name, told apart by numbers."""
    return isinstance(entry.record, LocalBody) and bool(entry.record.numbered)


class Endings:
    """Adds to a name what ends it."""

    def __init__(self, look: Lookup, places: PlaceReader, reader: ReadsBelow) -> None:
        self._look = look
        self._plain = look.plain
        self._lower = look.lower
        self._lexicon = look.lexicon
        self._places = places
        self._reader = reader

    def with_place(self, reading: BodyName) -> BodyName:
        """*reading* with its number, and the region, place or body above that follows."""
        head = self._lexicon.head_of(reading.name)
        military = head is not None and head.numbered and head.kind == "military"  # "Lữ đoàn Công binh 414"
        counted = (NUMBER if military else COUNTED).match(self._plain, reading.end)
        if counted is not None and not counts_places(self._plain, reading.end):
            name = reading.name + self._plain[reading.end : counted.end()]
            return self.numbered(changed(reading, end=counted.end(), name=name))
        stop = self._places.region(reading.end)
        if stop > reading.end:
            return changed(reading, end=stop, name=reading.name + self._plain[reading.end : stop])
        locality, stop = self._places.locality(reading.end)
        if locality is not None:
            return changed(reading, end=stop, name=f"{reading.name} {locality.text}", locality=locality)
        return self.nest(reading)

    def numbered(self, reading: BodyName) -> BodyName:
        """*reading*, which ends in a number, with the place after it or the body above it."""
        joint = _NUMBER_JOINT.match(self._plain, reading.end)
        dash = " - " if joint is not None else " "
        digits = _DIGITS.search(reading.name) if any(map(_is_numbered, reading.entries)) else None
        if digits is not None:
            reading = changed(reading, number=int(digits.group()))
        # A place is read from the space before it; after a bare dash there is no such space.
        after = self._places.beginning if joint is not None else self._places.locality
        locality, stop = after(joint.end() if joint is not None else reading.end)
        if locality is not None and locality.named:
            # For other names the registry has one record for all numbers, which names none of the bodies.
            place = locality if reading.number is not None else None
            return changed(reading, end=stop, name=f"{reading.name}{dash}{locality.text}", locality=place)
        return self.nest(reading)

    def nest(self, reading: BodyName) -> BodyName:
        """*reading*, with the body above it if that follows at once."""
        return self.nested(reading) or reading

    def nested(self, reading: BodyName) -> BodyName | None:
        """*reading* with the body above it that follows at once; None where none does."""
        start = reading.end + 1
        if self._plain[start - 1 : start] != " ":
            return None
        if not self._plain[start : start + 1].isupper():
            word = NEXT.match(self._lower, reading.end)
            if word is None or word[1] not in self._lexicon.tree:
                return None
        depth = self._lexicon.depth_of(reading.name)
        above = self._reader.read(start, depth) if depth > 1 else None
        if above is None or above.weak:
            return None
        return changed(reading, end=above.end, name=f"{reading.name} {above.name}", parent=above)

    def of_organisation(self, reading: BodyName) -> BodyName | None:
        """*reading*, a central body's name, as a unit of the organisation after it; None without one."""
        central = _CENTRAL.search(self._lower, reading.start, reading.end)
        if central is None or not self._look.is_upper(reading.end + 1):
            return None
        above = self._reader.read(central.start() + 1, _ANY_DEPTH)
        if above is not None and above.end > reading.end:
            own = reading.name.removesuffix(" Trung ương")
        elif self._lower.startswith(_ORGANISATIONS, reading.end + 1):
            own, above = reading.name, self._reader.read(reading.end + 1, _ANY_DEPTH)
        if above is None or above.end <= reading.end or above.weak:
            return None
        name = f"{own} {above.name}"
        return changed(reading, end=above.end, name=name, entries=(Entry(name, "unit"),), parent=above)

    def with_parks(self, reading: BodyName) -> BodyName:
        """*reading*, the name of a zone's board, with the industrial parks after the zone."""
        parks = PARKS.match(self._lower, reading.end) if self._lower.startswith(" và ", reading.end) else None
        if parks is None:
            return reading
        name = f"{reading.name} và các khu công nghiệp"
        return self.with_place(changed(reading, end=parks.end(), name=name))
