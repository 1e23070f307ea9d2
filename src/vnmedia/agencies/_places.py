"""Reading the place in a name: ``tỉnh Thái Bình``, ``TP.HCM``, ``quận 1``, ``xã Đồng Tâm``, ``Hà Nội``."""

from __future__ import annotations

import attrs

from ..registries import Pattern
from ..registries import words as registered_words
from ._lexicon import Node, Place
from ._lookup import Lookup
from ._patterns import AREA, COMMUNAL, GAP, HCM, LEVEL, NUMBER, OFFICE, PLURAL, QUARTER, WORD, level_word
from ._units import kind_of

__all__ = ["Locality", "PlaceReader"]

#: The levels whose places may have a number as a name; "Công an tỉnh 3 lần" counts times.
_NUMBERED = ("quận", "phường", "xã")

# The last digit of a number that is a date or an amount, not a commune's number: xã Hòa Bình 1/7, 2-9.
_NUMBER_GOES_ON = Pattern(r"[0-9](?:[-/.,:][0-9]|%)")
# The number of a commune that shares its name with others, where nothing after it is counted: Móng Cái 2.
_ITS_NUMBER = Pattern(r" [1-9](?![\w/])(?=\s*(?:\Z|[,;:)(\n]|\.(?!\d)| [-–] ))")


@attrs.frozen
class Locality:
    """The place in a name.

    Attributes:
        text: As the name has it: ``tỉnh Thái Bình``, ``Hà Nội``, ``huyện``.
        level: Its level word, in full.
        place: The place in the registry, if there.
        named: Whether there is a name besides the level word.
    """

    text: str
    level: str | None = None
    place: Place | None = None
    named: bool = True


class PlaceReader:
    """Reads the places in one text."""

    def __init__(self, look: Lookup) -> None:
        self._look = look
        self._plain = look.plain
        self._lower = look.lower
        self._lexicon = look.lexicon

    def locality(self, end: int) -> tuple[Locality | None, int]:
        """The place right after *end*, and where it ends."""
        level = LEVEL.match(self._lower, end)
        if level is None:
            return self._bare(end)
        if QUARTER.match(self._plain, end):
            return None, end
        word, start = level_word(level), level.end()
        locality, stop = self.placed(word, start)
        if locality is not None:
            return locality, stop
        if level.group(1) is None:
            return None, end
        return Locality(word, word, named=False), level.end(1)

    def beginning(self, start: int) -> tuple[Locality | None, int]:
        """The place that begins at *start*, or after a space there, and where it ends."""
        locality, stop = self.locality(start)
        if locality is not None or self._plain[start : start + 1] == " ":
            return locality, stop
        found = self._look.longest(self._lexicon.places, start) if self._look.is_upper(start) else None
        if found is None or self._goes_on(found[0]):
            return None, start
        return Locality(found[1].name, None, found[1]), found[0]

    def placed(self, word: str, start: int) -> tuple[Locality | None, int]:
        """The place at *start* whose level *word* stands before, and where it ends."""
        found = self._look.longest(self._lexicon.places, start)
        # The special zone of 1979 to 1991 was a province: "đặc khu Vũng Tàu - Côn Đảo".
        if word in COMMUNAL and (found is None or word not in map(kind_of, found[1].ids)):
            return self._commune(word, start)
        if found is None and "." in self._plain[max(0, start - 2) : start]:
            return None, start  # "UBND TP. Từ năm 2020": the stop ends the sentence
        numbered = word in _NUMBERED and self._plain[start : start + 1].isdigit()
        if found is not None and (self._look.is_upper(start) or numbered):
            stop, place = found
            if not self._goes_on(stop) or word in ("tỉnh", "thành phố", "thủ đô"):
                return Locality(f"{word} {place.name}", word, place), stop
        if self._look.is_upper(start) or numbered:
            if self._in_capitals(start):
                return None, start  # the registry has every province and district: "UBND TỈNH HƯỚNG DẪN"
            stop = self._unlisted(word, start)
            if stop > start:
                return Locality(f"{word} {self._plain[start:stop]}", word), stop
        return None, start

    def _commune(self, word: str, start: int) -> tuple[Locality | None, int]:
        """A commune with the number that tells it from others: phường Uông Bí 2 is not the listed Uông Bí."""
        locality, stop = self._commune_without_number(word, start)
        number = _ITS_NUMBER.match(self._plain, stop) if locality is not None else None
        if number is None:
            return locality, stop
        return Locality(f"{word} {self._plain[start : number.end()]}", word), number.end()

    def _commune_without_number(self, word: str, start: int) -> tuple[Locality | None, int]:
        """The commune at *start* whose level *word* stands before, and where it ends.

        The registry has the communes of 2025 and since; others are read by their form, and so is a name
        that is longer than the registry's.
        """
        numbered = self._plain[start : start + 1].isdigit()
        if not (self._look.is_upper(start) or numbered):
            return None, start
        first = WORD.match(self._lower, start)
        tree = self._lexicon.communes(first.group()) if first is not None else {}
        listed = self._listed(tree, start)
        if listed is not None and not self._goes_on(listed[0]):
            stop, place = listed
            of_level = tuple(id for id in place.ids if kind_of(id) == word)
            known = attrs.evolve(place, ids=of_level) if of_level else None
            return Locality(f"{word} {self._spelled(start, stop, place.name)}", word, known), stop
        if self._in_capitals(start):
            stop = self._run_in_capitals(start)
            name = self._plain[start:stop].title()
        else:
            stop = self._unlisted(word, start)
            name = self._plain[start:stop]
        return (Locality(f"{word} {name}", word), stop) if stop > start else (None, start)

    def _listed(self, tree: Node, start: int) -> tuple[int, Place] | None:
        """The longest listed name at *start*, without a number of a date or amount: ``xã Hòa Bình 1/7``."""
        found = self._look.longest(tree, start)
        if found is None or not _NUMBER_GOES_ON.match(self._plain, found[0] - 1):
            return found
        return self._look.longest(tree, start, within=found[0] - 1)

    def _spelled(self, start: int, stop: int, name: str) -> str:
        """A listed name as printed; where the text is in capitals, as the registry has it."""
        return name if self._in_capitals(start) else self._plain[start:stop]

    def _in_capitals(self, start: int) -> bool:
        """Whether level and name are set in capitals, where any word looks like a name."""
        if not self._plain[start + 1 : start + 2].isupper():
            return False
        return self._plain[max(0, start - 3) : start].rstrip(" .")[-1:].isupper()

    def _run_in_capitals(self, start: int) -> int:
        """Where the name in capitals of a commune that no registry has ends."""
        stop = start
        for count, part in enumerate(WORD.finditer(self._lower, start, self.run(start))):
            if part.group() not in self._lexicon.place_words:
                break
            stop = part.end() if count else start
        return stop

    def _unlisted(self, word: str, start: int) -> int:
        """Where the name of an unlisted place ends; *start* where its holder or term follows: ``Khóa XX``."""
        if self._look.longest(self._lexicon.terms, start) is not None or self._is_holder(word, start):
            return start
        return self.run(start)

    def _is_holder(self, word: str, start: int) -> bool:
        """Whether the holder of the office follows the level *word*: ``Chủ tịch UBND tỉnh Lê Văn An``.

        The registry has every province and district, so that a person's name is not taken for one. A commune
        may bear a person's name; there the office before the body and a name of three words decide.
        """
        first = WORD.match(self._plain, start)
        if first is None or first.group().capitalize() not in self._lexicon.all_surnames:
            return False
        if self._plain[first.end() : first.end() + 1] not in (" ", "'", "’") or not self._look.is_upper(
            first.end() + 1
        ):
            return False
        if word not in COMMUNAL:
            return True
        name = self.run(start)
        if self._plain.count(" ", start, name) < 2 or self._look.longest(self._lexicon.honoured, start):
            return False
        return OFFICE.search(self._lower, max(0, start - 60), start) is not None

    def is_place(self, start: int) -> bool:
        """Whether a place begins at *start*, with or without its level."""
        level = LEVEL.match(self._lower, start) or HCM.match(self._lower, start)
        return level is not None or self._look.longest(self._lexicon.places, start) is not None

    def region(self, end: int) -> int:
        """Where a region after *end* ends (``khu vực Nam Bộ``, ``phía Nam``, ``khu vực II``)."""
        area = AREA.match(self._lower, end)
        start = area.end() if area else end
        number = NUMBER.match(self._plain, start) if area else None
        if number is not None:
            return number.end()
        if self._plain[start : start + 1] != " ":
            return end
        found = self._look.longest(self._lexicon.regions, start + 1, GAP)
        return found[0] if found is not None else end

    def gate(self, end: int) -> int:
        """Where the name of a border gate, port or post after *end* ends (``cửa khẩu sân bay Nội Bài``)."""
        if self._plain[end : end + 1] != " " or self._look.is_person(end + 1):
            return end
        found = self._look.longest(self._lexicon.before_names, end + 1)
        start = found[0] if found is not None else end
        if self._plain[start : start + 1] != " " or not self._look.is_upper(start + 1):
            return end
        if (
            self._look.is_person(start + 1)
            or self._look.begins_body(start + 1)
            or self._look.is_foreign(start)
        ):
            return end
        first = WORD.match(self._lower, start + 1)
        if first is None or (self._in_capitals(start + 1) and first.group() not in self._lexicon.place_words):
            return end
        stop = self._with_province(start + 1, self.run(start + 1))
        joint = self._plain[stop : stop + 3] in (" - ", " – ") and self._look.is_upper(stop + 3)
        if joint and not (self._look.is_person(stop + 3) or self._look.begins_body(stop + 3)):
            return self.run(stop + 3)
        return stop

    def abroad(self, end: int) -> int:
        """Where the name of a country or city abroad after *end* ends, even one that no list has."""
        if self._plain[end : end + 1] != " " or not self._look.is_upper(end + 1):
            return end
        found = self._look.longest(self._lexicon.foreign, end + 1)
        return found[0] if found is not None else self.run(end + 1)

    def _with_province(self, start: int, stop: int) -> int:
        """*stop*, or the end of a place that begins before and ends after it: ``Đông Nam Nghệ An``."""
        for word in WORD.finditer(self._lower, start, stop):
            found = self._look.longest(self._lexicon.places, word.start())
            if found is not None and found[0] > stop and self._look.is_upper(word.start()):
                return found[0]
        return stop

    def _bare(self, end: int) -> tuple[Locality | None, int]:
        """A listed place without its level, and where it ends."""
        if self._plain[end : end + 1] != " " or not self._look.is_upper(end + 1):
            return None, end
        found = self._look.longest(self._lexicon.places, end + 1)
        if found is None or self._goes_on(found[0]):
            return None, end
        stop, place = found
        name = "thành phố Hồ Chí Minh" if place.name == "Hồ Chí Minh" else place.name
        return Locality(name, None, place), stop

    def _goes_on(self, stop: int) -> bool:
        """Whether the capital after a place belongs to its name: ``Thái Bình`` in ``Thái Bình Dương``."""
        if self._plain[stop : stop + 1] != " " or not self._look.is_upper(stop + 1):
            return False
        return not (
            self._look.is_person(stop + 1)
            or self._look.begins_body(stop + 1)
            or self._look.is_heading(stop + 1)
        )

    def run(self, start: int) -> int:
        """Where the name of an unlisted place ends: of a person it honours, or four words with capitals."""
        if self._plain[start].isdigit():
            word = WORD.match(self._plain, start)
            return word.end() if word and word.end() - start <= 2 else start
        honoured = self._look.longest(self._lexicon.honoured, start)
        return honoured[0] if honoured is not None else self._run_of_words(start)

    def _run_of_words(self, start: int) -> int:
        """Where the words with capitals from *start* on end, three of them, or four of a person's name."""
        position = stop = start
        limit = 3
        for count in range(4):
            word = WORD.match(self._plain, position)
            if word is None or not word.group()[0].isupper() or count >= limit:
                break
            if not count and word.group() in self._lexicon.surnames:
                limit = 4  # a commune that bears a person's name
            elif count > 1 and limit == 3 and self._look.is_person(position):
                break
            stop = word.end()
            if self._plain[stop : stop + 1] not in (" ", "'", "’", "-"):
                break
            position = stop + 1
        return start if self._opens_paper(start, stop) else stop

    def _opens_paper(self, start: int, stop: int) -> bool:
        """Whether one word with a capital only begins a paper's name: ``trình UBND tỉnh Quyết định``."""
        after = WORD.match(self._lower, stop + 1)
        words = "" if after is None else self._lower[start : after.end()]
        return words.count(" ") == 1 and words in registered_words("agency_words/papers")

    def after_plural(self, end: int) -> int:
        """Where the first of several places begins: after ``các`` in ``các tỉnh Thái Bình, Nam Định``."""
        plural = PLURAL.match(self._lower, end) if self._lower.startswith(" các ", end) else None
        if plural is None:
            return end
        first = plural.end(1) + 1
        return plural.end() if self._look.is_upper(first) or self._plain[first : first + 1].isdigit() else end

    @staticmethod
    def kind_of(locality: Locality, level: str) -> str:
        """The level of a place in a list headed by *level*, which may hold places of other levels.

        ``các tỉnh Thừa Thiên Huế, Đà Nẵng``: the second is a city.
        """
        ids = locality.place.ids if locality.place is not None else ()
        kinds = {kind_of(id) for id in ids}
        return kinds.pop() if len(kinds) == 1 and level in ("tỉnh", "thành phố") else level
