"""Reading names that a registry has in full."""

from __future__ import annotations

from itertools import pairwise

from ..model._trusted import changed
from ..registries.agencies import Head
from ._endings import Endings
from ._fields import FieldReader
from ._lookup import Lookup
from ._name import BodyName, Sorts, closest
from ._patterns import GAP, WORD
from ._places import PlaceReader

__all__ = ["KnownNames"]

#: How a central body's name may end that an organisation's own unit has too.
_CENTRAL = ("ương", "ƯƠNG", "TW", "TƯ", "T.Ư")


class KnownNames:
    """Reads names that a registry has, with what follows them."""

    def __init__(self, look: Lookup, places: PlaceReader, fields: FieldReader, endings: Endings) -> None:
        self._look = look
        self._plain = look.plain
        self._lower = look.lower
        self._lexicon = look.lexicon
        self._places = places
        self._fields = fields
        self._endings = endings

    def read(self, start: int, end: int, sorts: Sorts) -> BodyName | None:
        """The name that the known entries of *sorts* give, with a field or the body above after it."""
        plain = self._plain[start:end]
        if not plain[0].isupper():
            opaque = all(entry.opaque for entry in sorts.known)
            written = plain[-1].isupper() if opaque else self._look.has_capitals(start, end)
            if not written and not self._look.is_small(start, end):
                return None
        chosen = sorts.strong
        reading = BodyName(start, end, closest(plain, chosen), chosen, weak=chosen[0].weak)
        if chosen[0].source == "unit":
            return self._endings.with_place(self.extended(reading))
        if plain.endswith(_CENTRAL) and self._plain[end : end + 1] == " ":
            return self._endings.of_organisation(reading) or self._endings.nest(reading)
        return self._endings.nest(reading)

    def extended(self, reading: BodyName) -> BodyName:
        """*reading* with a further field after it, if that is not a place, person or body."""
        head = self._lexicon.head_of(reading.name)
        gap = GAP.match(self._lower, reading.end)
        joint = self._plain[reading.end : gap.end()] if gap is not None else ""
        if head is None or head.depth < 3 or gap is None or joint not in (" ", " - ", " – ", " và "):
            return reading
        if self._look.is_foreign(reading.end):
            return reading
        if not self._look.is_upper(gap.end()) or joint == " và ":
            return self._continued(reading, head)
        word = WORD.match(self._lower, gap.end())
        if word is None or word.group() not in self._lexicon.firsts:
            return reading
        if (
            self._look.is_person(gap.end())
            or self._look.begins_body(gap.end())
            or self._places.locality(reading.end)[0]
        ):
            return reading
        stop, field = self._fields.field(gap.end(), head)
        if not field:
            return reading
        return changed(reading, end=stop, name=reading.name + joint + field)

    def _continued(self, reading: BodyName, head: Head) -> BodyName:
        """*reading*, or a longer name by its form: ``Trung tâm Công tác xã hội trẻ em``."""
        field = reading.start + len(head.text) + 1
        if not self._lower.startswith(f"{head.text.lower()} ", reading.start) or not self._look.is_upper(
            field
        ):
            return reading
        stop, name = self._fields.field(field, head)
        if stop <= reading.end or not self._leads_on(reading.end, stop):
            return reading
        return changed(reading, end=stop, name=f"{head.text} {name}")

    def _leads_on(self, end: int, stop: int) -> bool:
        """Whether the words from *end* to *stop* continue a name, and are not its verb."""
        before = self._lower[max(0, end - 12) : end].rsplit(" ", 1)[-1]
        more = [word for word in WORD.findall(self._lower[end:stop]) if word != "và"]
        pairs = list(pairwise([before, *more]))
        if self._lower.startswith(" và ", end):
            return len(more) > 1 and pairs[-1] in self._lexicon.closings
        if len(more) == 1:  # "Phòng Thanh tra thuế,": one word more, where the name ends with it
            return pairs[0] in self._lexicon.closings and not self._plain[stop : stop + 2].strip().isalpha()
        if pairs[1] in self._lexicon.verbs:
            return False
        return pairs[0] in self._lexicon.pairs and pairs[-1] in self._lexicon.closings
