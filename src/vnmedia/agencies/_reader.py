"""Reading one name: from its head on, through the tree of known names or by the form that names have."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import NamedTuple

from ..registries.agencies import Head, LocalBody
from ._form import FormReader
from ._lexicon import Entry, Node
from ._patterns import CHAIN, COUNTED, GAP, NUMBER, PARKS, WORD, expansions, key, words
from ._places import Locality

__all__ = ["Reader", "Reading"]

#: The names of bodies that several places share.
_SEVERAL = re.compile(r"(?:khu vực|liên huyện|liên quận)$")
_PLACES = 3  # places that such a name has behind its first, at most
#: What stands between an abbreviation with a level and the place: ``CATP.HCM``, ``CAQ.1``.
_DOTTED = re.compile(r"\.(?=[^\W_])")
#: What the name of a body of several countries ends with.
_ABROAD = ("quốc tế", "thế giới", "châu á", "châu âu", "châu phi", "đông nam á")
#: The kinds of bodies of which one syllable may be the title: ``Tạp chí Đẹp``.
_TITLED = ("newspaper", "e-newspaper", "magazine", "publisher")
#: A number behind a name that counts what follows: ``Bảo hiểm xã hội 1 lần``.
_COUNTS = re.compile(r" [0-9]{1,4} (?!(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã)(?!\w))[a-zà-ỹđ]")


def _is_military(entries: tuple[Entry, ...]) -> bool:
    """Whether the bodies are of the armed forces, whose names end in numbers."""
    return all(isinstance(e.record, LocalBody) and e.record.kind == "military" for e in entries)


class Reading(NamedTuple):
    """A name read: where it ends, how it is given in full, what it is made of.

    Attributes:
        entries: What the words before place and parent name, one or several namesakes.
        locality: The place in it.
        parent: The body above that is run together with it.
        weak: Whether something beside it must say that a body is meant.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    locality: Locality | None = None
    parent: Reading | None = None
    weak: bool = False

    @property
    def form(self) -> str:
        """Which of the forms of a name it has; ``_rules`` says what they are."""
        if self.parent is not None:
            return "đơn vị viết liền cơ quan cấp trên"
        source = self.entries[0].source
        if source == "head":
            return "tên có dạng tên cơ quan"
        if source == "local":
            with_place = self.locality is not None
            return "cơ quan địa phương" if with_place else "cơ quan địa phương không kèm địa danh"
        return "báo, đài, nhà xuất bản" if source == "press" else "cơ quan trong danh mục"


class Reader(FormReader):
    """Reads names in one text."""

    def read(self, start: int, below: int = 99) -> Reading | None:
        """The name that begins at *start*, None where none does; its depth is less than *below*."""
        paths = self.walk(self.lexicon.tree, start)
        if not paths:
            return None
        refused = 0
        for end in sorted(paths, reverse=True):
            entries = paths[end]
            if below < 99:
                entries = [entry for entry in entries if self.lexicon.depth_of(entry.name) < below]
            reading = self._complete(start, end, entries) if entries else None
            if reading is None and entries and all(entry.level for entry in entries):
                continue
            if reading is None or reading.end < refused or self.is_foreign(reading.end):
                # A longer head that makes no name is not the name of a shorter one: "Ban Quản lý dự án".
                refused = max(refused, end + 1)
            elif reading.end > end or not self._is_bare(start, end, entries):
                return reading
        return None

    def read_under(self, node: Node, start: int) -> Reading | None:
        """The name whose head stands before the list that the words at *start* are an item of."""
        paths = self.walk(node, start)
        for end in sorted(paths, reverse=True):
            known = tuple(entry for entry in paths[end] if entry.source != "head" and not entry.weak)
            if known:
                return Reading(start, end, known[0].name, known)
        return None

    def _names_a_place(self, start: int) -> bool:
        """Whether a place begins here whose first word only looks like a head: ``Đài Loan``, ``Hội An``."""
        return any(
            self.longest(tree, start) is not None for tree in (self.lexicon.foreign, self.lexicon.places)
        )

    def _is_bare(self, start: int, end: int, entries: list[Entry]) -> bool:
        """Whether capitals stand alone that might mean anything: ``CP``, ``TTTT``."""
        chain = None if self.plain[start + 1 : start + 2].islower() else CHAIN.match(self.plain, start)
        if chain is None or chain.end() < end:
            return False
        meanings = expansions().get(key(chain.group()))
        if meanings is None or any(entry.opaque and not entry.weak for entry in entries):
            return False
        return len(key(chain.group())) < 4 or not any(
            tuple(words(entry.name)) == meanings[0] for entry in entries
        )

    def _complete(self, start: int, end: int, entries: list[Entry]) -> Reading | None:
        """The reading that *entries* begin: with a place, a number or a body above, or alone."""
        known = tuple([entry for entry in entries if entry.source in ("body", "press", "unit")])
        if len(known) == len(entries):
            return self._known(start, end, known)
        local = tuple([entry for entry in entries if entry.source == "local"])
        if local:
            reading = self._local(start, end, local)
            if reading is not None:
                return reading
        if known:
            return self._known(start, end, known)
        for entry in entries:
            if isinstance(entry.record, Head):
                reading = self._generic(start, end, entry, entry.record)
                if reading is not None:
                    return reading
        alone = tuple([e for e in local if isinstance(e.record, LocalBody) and e.record.alone])
        if alone and self.has_capitals(start, end):
            name = self._closest(self.plain[start:end], alone)
            if name.startswith("Ban Quản lý"):
                stop = self.gate(end)
                return self._with_parks(Reading(start, stop, name + self.plain[end:stop], alone))
            return self._with_place(self._extended(Reading(start, end, name, alone)))
        return None

    def _with_parks(self, reading: Reading) -> Reading:
        """*reading*, a board's name, with the industrial parks that it has besides its zone."""
        parks = PARKS.match(self.lower, reading.end)
        if parks is None:
            return reading
        name = f"{reading.name} và các khu công nghiệp"
        return self._with_place(reading._replace(end=parks.end(), name=name))

    # Names that a registry has.

    def _known(self, start: int, end: int, entries: tuple[Entry, ...]) -> Reading | None:
        plain = self.plain[start:end]
        if not plain[0].isupper():
            opaque = all(entry.opaque for entry in entries)
            if not (plain[-1].isupper() if opaque else self.has_capitals(start, end)):
                return None
        strong = tuple([entry for entry in entries if not entry.weak])
        chosen = strong or entries
        reading = Reading(start, end, self._closest(plain, chosen), chosen, weak=not strong)
        if chosen[0].source == "unit":
            return self._with_place(self._extended(reading))
        return self._nest(reading)

    def _extended(self, reading: Reading) -> Reading:
        """*reading* with a further field behind it, where that is no place, person or body."""
        head = self.lexicon.head_of(reading.name)
        gap = GAP.match(self.lower, reading.end)
        joint = self.plain[reading.end : gap.end()] if gap is not None else ""
        if head is None or head.depth < 3 or gap is None or joint not in (" ", " - ", " – ", " và "):
            return reading
        if self.is_foreign(reading.end):
            return reading
        if not self.is_upper(gap.end()) or joint == " và ":
            return self._continued(reading, head)
        word = WORD.match(self.lower, gap.end())
        if word is None or word.group() not in self.lexicon.firsts:
            return reading
        if self.is_person(gap.end()) or self.begins_body(gap.end()) or self.locality(reading.end)[0]:
            return reading
        stop, field = self.field(gap.end(), head)
        if not field:
            return reading
        return reading._replace(end=stop, name=reading.name + joint + field)

    def _continued(self, reading: Reading, head: Head) -> Reading:
        """*reading*, or the longer name that its form gives: ``Trung tâm Công tác xã hội trẻ em``."""
        field = reading.start + len(head.text) + 1
        if not self.lower.startswith(f"{head.text.lower()} ", reading.start) or not self.is_upper(field):
            return reading
        stop, name = self.field(field, head)
        if stop <= reading.end or not self._leads_on(reading.end, stop):
            return reading
        return reading._replace(end=stop, name=f"{head.text} {name}")

    def _leads_on(self, end: int, stop: int) -> bool:
        """Whether the words from *end* to *stop* go on a name, and are not what the body does."""
        before = self.lower[max(0, end - 12) : end].rsplit(" ", 1)[-1]
        more = [word for word in WORD.findall(self.lower[end:stop]) if word != "và"]
        pairs = list(pairwise([before, *more]))
        if self.lower.startswith(" và ", end):
            return len(more) > 1 and pairs[-1] in self.lexicon.closings
        if len(more) < 2 or pairs[1] in self.lexicon.verbs:
            return False
        return pairs[0] in self.lexicon.pairs and pairs[-1] in self.lexicon.closings

    @staticmethod
    def _closest(plain: str, entries: tuple[Entry, ...]) -> str:
        """The name of the entry that is spelled as printed, else of the one that ended last."""
        if len(entries) == 1:
            return entries[0].name
        folded = plain.lower()
        for entry in entries:
            if entry.name.lower() == folded:
                return entry.name
        return max(entries, key=lambda entry: entry.validity.end or dt.date.max).name

    def _local(self, start: int, end: int, entries: tuple[Entry, ...]) -> Reading | None:
        """A local body's name with its place or number, or with the body above it."""
        name = self._closest(self.plain[start:end], entries)
        entries = tuple([entry for entry in entries if entry.name == name])
        upper = self.has_capitals(start, end)
        number = NUMBER.match(self.plain, end)
        if number is not None and _COUNTS.match(self.plain, end) and not _is_military(entries):
            number = None
        if number is not None and upper and any(self._is_at(entry, "regional") for entry in entries):
            return self._numbered(
                Reading(start, number.end(), name + number.group().replace("SỐ", "số"), entries)
            )
        leveled = next((entry for entry in entries if entry.level), None)
        if leveled is not None and leveled.level:
            joined = self.plain[end : end + 1] == " " or _DOTTED.match(self.plain, end)
            locality, stop = self.placed(leveled.level, end + 1 if joined else end)
            name = name.removesuffix(leveled.level).strip()
            if locality is None:
                return None
        else:
            locality, stop = self.locality(self.behind_plural(end))
        if locality is not None:
            if not upper and not locality.named:
                return None
            short = len(name.split()) < 3 and locality.level is None
            if upper or (locality.named and not short):
                reading = Reading(start, stop, f"{name} {locality.text}", entries, locality)
                return self._with_parks(self._joined(reading))
        if not upper:
            return None
        stop = self.region(end)
        if stop == end and any(self._is_at(entry, "regional") for entry in entries):
            stop = self.region(self.gate(end))
        if stop == end and any(self._is_at(entry, "abroad") for entry in entries):
            stop = self.abroad(end)
        if stop > end:
            return self._numbered(self._joined(Reading(start, stop, name + self.plain[end:stop], entries)))
        return self._nested(Reading(start, end, name, entries))

    def _joined(self, reading: Reading) -> Reading:
        """*reading*, a body of several places, with all of them: ``khu vực Nho Quan - Gia Viễn``."""
        if not _SEVERAL.search(reading.entries[0].name):
            return reading
        stop = reading.end
        for _ in range(_PLACES):
            if self.plain[stop : stop + 3] not in (" - ", " – ") or not self.is_upper(stop + 3):
                break
            if self.is_person(stop + 3) or self.begins_body(stop + 3):
                break
            stop = self.run(stop + 3)
        if stop == reading.end:
            return reading
        name = reading.name + self.plain[reading.end : stop]
        return reading._replace(end=stop, name=name, locality=None)

    @staticmethod
    def _is_at(entry: Entry, level: str) -> bool:
        return isinstance(entry.record, LocalBody) and level in entry.record.levels

    def _numbered(self, reading: Reading) -> Reading:
        """*reading*, which ends in a number, with the place behind it or the body above it."""
        dash = " - " if self.plain[reading.end : reading.end + 3] in (" - ", " – ") else " "
        locality, stop = self.locality(reading.end + len(dash) - 1)
        if locality is not None and locality.named:
            # The registry has one record for all numbers of a place, so that none is named by it.
            return reading._replace(end=stop, name=f"{reading.name}{dash}{locality.text}")
        return self._nest(reading)

    def _nest(self, reading: Reading) -> Reading:
        return self._nested(reading) or reading

    def _nested(self, reading: Reading) -> Reading | None:
        """*reading* together with the body above it that stands right behind."""
        if self.plain[reading.end : reading.end + 1] != " ":
            return None
        depth = self.lexicon.depth_of(reading.name)
        if depth < 2:
            return None
        above = self.read(reading.end + 1, below=depth)
        if above is None or above.weak:
            return None
        return reading._replace(end=above.end, name=f"{reading.name} {above.name}", parent=above)

    # Names that no registry has.

    def _generic(self, start: int, end: int, entry: Entry, head: Head) -> Reading | None:
        """A name by its form: a head and a number, a body above, or words that begin with a capital."""
        upper = self.is_upper(start)
        number = NUMBER.match(self.plain, end) if head.numbered and upper else None
        if number is not None:
            return self._numbered(
                Reading(start, number.end(), head.text + number.group().replace("SỐ", "số"), (entry,))
            )
        gap = GAP.match(self.lower, end)
        if gap is None or self.plain[end : gap.end()] != " " or not (upper or head.lower):
            return None
        position = gap.end()
        if head.form == "open" and upper and self.lower.startswith("các ", position):
            found = self.through(position)
            return Reading(start, found[0], f"{head.text} {found[1]}", (entry,)) if found else None
        if not self._may_be_field(start, position) or (
            self._names_a_place(start) if upper else self.is_foreign(end)
        ):
            return None
        reading = self._nested(Reading(start, end, head.text, (entry,))) if upper else None
        if reading is not None or head.form == "none":
            return reading
        if self.plain[start : position + 2].isupper() and self.lower[start:end] == head.text.lower():
            return self._in_a_heading(start, position, entry, head)
        abroad = self.longest(self.lexicon.foreign, position) if head.form == "open" else None
        if abroad is not None and not self.is_upper(abroad[0] + 1):
            return None
        stop, name = self.field(position, head)
        if stop <= position or name.startswith("The "):
            return None
        if head.form == "known" and self.longest(self.lexicon.places, position) is not None:
            return None  # "trung tâm Hà Nội"
        if head.kind not in (*_TITLED, "institute") and self._ends_abroad(position, stop):
            return None
        whole = Reading(start, stop, f"{head.text} {name}", (entry,))
        whole = self._with_place(whole)
        return whole if whole.end > stop or self._is_title(name, head) else None

    def _may_be_field(self, start: int, position: int) -> bool:
        """Whether what stands at *position*, behind the head at *start*, can make a name of it."""
        if not self.is_upper(position) or any(
            self.longest(self.lexicon.excluded, at) is not None for at in (position, start)
        ):
            return False
        # Of "các Ban Hội đồng nhân dân tỉnh" the body above alone is one.
        return not (self.lower.startswith("các ", max(0, start - 4)) and self.begins_body(position))

    def _is_title(self, name: str, head: Head) -> bool:
        """Whether the words behind *head* can be all of a name: one syllable is a feast's (``Hội Lim``)."""
        return " " in name or head.kind in _TITLED or (name.lower(),) in self.lexicon.heads

    def _ends_abroad(self, start: int, stop: int) -> bool:
        """Whether a name's last words are a place abroad, and none of them is ``Việt Nam``.

        A place of one syllable is none behind a capital: ``Thủ Đức``.
        """
        quote = self.lower[start:stop]
        if "việt" in quote:
            return False
        if quote.endswith(_ABROAD):
            return True
        before = word = start
        while word and word < stop:
            found = self.longest(self.lexicon.foreign, word)
            if found is not None and found[0] == stop:
                return " " in self.plain[word:stop] or not self.is_upper(before)
            before, word = word, self.lower.find(" ", word, stop) + 1
        return False

    def _in_a_heading(self, start: int, position: int, entry: Entry, head: Head) -> Reading | None:
        """A name in capitals, where any word looks like one: it must end as names do, or end its line.

        A head of one word begins too much else there: ``BÁO CÁO``, ``HỘI VIÊN``, ``PHÒNG CHÁY``.
        """
        if " " not in head.text:
            return None
        closed = self.through(position) if head.form == "open" else None
        stop, field = closed or self.field(position, head, heading=True)
        if not field:
            return None
        name = f"{head.text} {field.capitalize()}".replace("việt nam", "Việt Nam")
        reading = Reading(start, stop, name, (entry,))
        placed = self._with_place(reading)
        ended = closed or placed.end > stop or self.plain[stop : stop + 1] != " "
        return placed if ended else None

    def _with_place(self, reading: Reading) -> Reading:
        """*reading* with its number, and the region or place, or the body above, behind it."""
        head = self.lexicon.head_of(reading.name)
        military = head is not None and head.numbered and head.kind == "military"  # "Lữ đoàn Công binh 414"
        counted = (NUMBER if military else COUNTED).match(self.plain, reading.end)
        if counted is not None:
            name = reading.name + self.plain[reading.end : counted.end()]
            return self._numbered(reading._replace(end=counted.end(), name=name))
        stop = self.region(reading.end)
        if stop > reading.end:
            return reading._replace(end=stop, name=reading.name + self.plain[reading.end : stop])
        locality, stop = self.locality(reading.end)
        if locality is not None:
            return reading._replace(end=stop, name=f"{reading.name} {locality.text}", locality=locality)
        return self._nest(reading)
