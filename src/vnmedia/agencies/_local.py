"""Reading the names of local bodies: a name that many share, then the place, number or region."""

from __future__ import annotations

from ..model._trusted import changed
from ..registries import Pattern
from ..registries.agencies import LocalBody
from ._endings import Endings
from ._lexicon import Entry
from ._lookup import Lookup
from ._name import BodyName, closest
from ._patterns import NUMBER, counts
from ._places import Locality, PlaceReader

__all__ = ["LocalNames"]

#: How the names of bodies that serve several places end.
_SEVERAL = ("khu vực", "liên huyện", "liên quận")
_PLACES = 3  # places after the first one in such a name, at most
#: What stands between an abbreviation with a level and the place: ``CATP.HCM``, ``CAQ.1``.
_DOTTED = Pattern(r"\.(?=[^\W_])")


def _is_short(name: str, locality: Locality) -> bool:
    """Whether a name, and a place without its level, are too short to be told from other words."""
    return len(name.split()) < 3 and locality.level is None


def _is_military(entries: tuple[Entry, ...]) -> bool:
    """Whether the bodies are of the armed forces, whose names end in numbers."""
    return all(isinstance(e.record, LocalBody) and e.record.kind == "military" for e in entries)


class LocalNames:
    """Reads names of local bodies."""

    def __init__(self, look: Lookup, places: PlaceReader, endings: Endings) -> None:
        self._look = look
        self._plain = look.plain
        self._places = places
        self._endings = endings

    def read(self, start: int, end: int, entries: tuple[Entry, ...]) -> BodyName | None:
        """A local body's name with its place or number, or with the body above it."""
        name = closest(self._plain[start:end], entries)
        if len(entries) > 1:
            entries = tuple([entry for entry in entries if entry.name == name])
        if entries[0].level and " và " in self._plain[start:end]:
            return None  # "Công an và tỉnh Hà Nam": two that act together
        upper = self._look.has_capitals(start, end)
        counted = self._counted(start, end, name, entries) if upper else None
        if counted is not None:
            return counted
        name, locality, stop = self._placed(end, name, entries)
        if locality is not None:
            if not upper and (not locality.named or _is_short(name, locality)):
                return None
            reading = BodyName(start, stop, f"{name} {locality.text}", entries, locality)
            return self._endings.with_parks(self._joined(reading))
        if not upper or any(entry.level for entry in entries):
            return None  # no place follows that could be of the level
        return self._without_place(start, end, name, entries)

    def _counted(self, start: int, end: int, name: str, entries: tuple[Entry, ...]) -> BodyName | None:
        """The name of a body of several places, with its number: ``Tòa án nhân dân khu vực 1 - Hà Nội``."""
        number = NUMBER.match(self._plain, end)
        if number is None or (counts(self._plain, end) and not _is_military(entries)):
            return None
        if not any(self._is_at(entry, "regional") for entry in entries):
            return None
        counted = BodyName(start, number.end(), name + number.group().replace("SỐ", "số"), entries)
        reading = self._endings.numbered(counted)
        return self._joined(reading) if reading.end == counted.end else reading

    def _placed(self, end: int, name: str, entries: tuple[Entry, ...]) -> tuple[str, Locality | None, int]:
        """The *name* without the level that ends it, the place after *end*, and where that ends."""
        leveled = next((entry.level for entry in entries if entry.level), None)
        if leveled is None:
            return name, *self._places.locality(self._places.after_plural(end))
        joined = self._plain[end : end + 1] == " " or _DOTTED.match(self._plain, end)
        locality, stop = self._places.placed(leveled, end + 1 if joined else end)
        return name.removesuffix(leveled).strip(), locality, stop

    def _without_place(self, start: int, end: int, name: str, entries: tuple[Entry, ...]) -> BodyName | None:
        """A body's name without a place after it: with a region, border gate or country, or by itself."""
        stop = self._places.region(end)
        if stop == end and any(self._is_at(entry, "regional") for entry in entries):
            gated = any(word in name.lower() for word in self._look.lexicon.at_gates)
            stop = self._places.region(self._places.gate(end)) if gated else end
        if stop == end and any(self._is_at(entry, "abroad") for entry in entries):
            stop = self._places.abroad(end)
        if stop == end:
            return self._endings.nested(BodyName(start, end, name, entries))
        reading = BodyName(start, stop, name + self._plain[end:stop], entries)
        return self._endings.numbered(self._joined(reading))

    def _joined(self, reading: BodyName) -> BodyName:
        """*reading*, the name of a body of several places, with all of them: ``khu vực Nho Quan - Gia Viễn``.

        A number with a place that is not a province is read so too: ``khu vực 1 - Sài Gòn``.
        """
        if not reading.entries[0].name.endswith(_SEVERAL):
            return reading
        stop = reading.end
        for _ in range(_PLACES):
            if self._plain[stop : stop + 3] not in (" - ", " – ") or not self._look.is_upper(stop + 3):
                break
            if self._look.is_person(stop + 3) or self._look.begins_body(stop + 3):
                break
            stop = self._places.run(stop + 3)
        if stop == reading.end:
            return reading
        name = reading.name + self._plain[reading.end : stop]
        return changed(reading, end=stop, name=name, locality=None)

    @staticmethod
    def _is_at(entry: Entry, level: str) -> bool:
        return isinstance(entry.record, LocalBody) and level in entry.record.levels
