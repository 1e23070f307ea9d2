"""Reading one name: from a head on, through the tree of known names or by the form that names have."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ..text import TextView
from ._lexicon import Entry, Lexicon, Node, Place
from ._patterns import CHAIN, GAP, LEVEL, NUMBER, PLURAL, WORD, expansions, key, level_word, spellings, words

__all__ = ["Locality", "Reader", "Reading"]

#: How deep in the order of bodies a name stands by its first words; a unit can stand before the name of
#: a body above it (``Phòng Cảnh sát giao thông Công an tỉnh Phú Thọ``).
_DEPTHS = {
    "đội": 6, "tổ": 6, "đồn": 6, "trạm": 6, "hạt": 6, "phòng": 5, "lữ đoàn": 5, "sư đoàn": 5,
    "trung đoàn": 5, "tiểu đoàn": 6, "văn phòng": 4, "thanh tra": 4, "trung tâm": 4, "chi cục": 4,
    "cơ quan": 4, "ban": 4, "đảng ủy": 4, "đảng bộ": 4, "chi bộ": 5, "công đoàn": 4, "đoàn thanh niên": 4,
    "hội cựu chiến binh": 4, "cổng": 4, "tòa": 4, "ủy ban kiểm tra": 4, "viện": 3,
    "cục": 3, "vụ": 3, "hội đồng": 3, "tổng cục": 2, "sở": 2, "bộ tư lệnh": 2, "tạp chí": 4, "báo": 4,
    "nhà xuất bản": 4, "chi hội": 4, "đảng đoàn": 4, "quân đoàn": 2, "hội phụ nữ": 4, "hội nông dân": 4,
}  # fmt: skip
_TOP = ("viện kiểm sát", "hội đồng nhân dân", "tòa án", "ban chấp hành trung ương")
_NUMBERED = frozenset(
    "quân khu|quân đoàn|binh đoàn|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|đội|trạm|đồn|hạt".split("|")
)
_OPEN = frozenset(  # any name can follow these; behind the others only words of known names
    "hội|hiệp hội|liên hiệp|liên hiệp hội|liên đoàn|liên minh|tổng hội|báo|báo điện tử|tạp chí|"
    "tạp chí điện tử|thời báo|đài|nhà xuất bản|quỹ|ban chỉ đạo|ban quản lý|ban quản lý dự án".split("|")
)

ROMAN = re.compile(r"[IVX]+")

_BARE_LOWER = frozenset("vụ|ban|hội|đội|quỹ|đài|trạm|phòng|văn phòng|hội đồng|cơ quan|đồn|hạt|liên minh".split("|"))


@attrs.frozen
class Locality:
    """The place in a name.

    Attributes:
        text: As the name has it: ``tỉnh Thái Bình``, ``Hà Nội``, ``huyện``.
        level: Its level word, in full.
        place: The registry's place, where it is one.
    """

    text: str
    level: str | None = None
    place: Place | None = None
    named: bool = True


@attrs.frozen
class Reading:
    """A name read: where it ends, how it is given in full, what it is made of."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    locality: Locality | None = None
    parent: Reading | None = None
    weak: bool = False


class Reader:
    """Reads names in one text."""

    def __init__(self, view: TextView, lexicon: Lexicon) -> None:
        self.plain = view.plain
        self.lower = view.lower
        self.lexicon = lexicon

    def read(self, start: int, *, nested: bool = False) -> Reading | None:
        """The name that begins at *start*, None where none does."""
        if self._names_a_place(start):
            return None
        paths = self._walk(self.lexicon.tree, start)
        for end in sorted(paths, reverse=True):
            if self._is_bare(start, end, paths[end]):
                continue
            reading = self._complete(start, end, paths[end])
            if reading is not None and not self._is_foreign(reading.end):
                return reading
        return None

    def _names_a_place(self, start: int) -> bool:
        """Whether a place begins here whose first word only looks like a head: ``Đài Loan``, ``Hội An``."""
        if not self.plain[start].isupper():
            return False
        return any(self._longest(tree, start) is not None for tree in (self.lexicon.foreign, self.lexicon.places))

    def _is_bare(self, start: int, end: int, entries: list[Entry]) -> bool:
        """Whether capitals stand alone that might mean anything: ``CP``, ``TTTT``."""
        chain = CHAIN.match(self.plain, start)
        if chain is None or chain.end() < end:
            return False
        capitals = key(chain.group())
        if all(entry.opaque for entry in entries) or capitals not in expansions():
            return False
        return len(capitals) < 4 or not any(tuple(words(entry.name)) == expansions()[capitals][0] for entry in entries)

    def read_under(self, node: Node, start: int) -> Reading | None:
        """The name whose head stands before the list that the words at *start* are an item of."""
        paths = self._walk(node, start)
        for end in sorted(paths, reverse=True):
            known = tuple(entry for entry in paths[end] if entry.source != "head" and not entry.weak)
            if known:
                return Reading(start, end, known[0].name, known)
        return None

    # The tree.

    def _walk(self, tree: Node, start: int) -> dict[int, list[Entry]]:
        """The entries on all paths from *start*, by where they end."""
        found: dict[int, list[Entry]] = {}
        stack: list[tuple[Node, int]] = [(tree, start)]
        lower = self.lower
        while stack:
            node, position = stack.pop()
            for child, end in self._steps(node, position):
                here = child.get(None)
                if here:
                    known = found.setdefault(end, [])
                    known.extend(entry for entry in here if entry not in known)
                if len(child) > (here is not None):
                    gap = GAP.match(lower, end)
                    if gap is not None:
                        stack.append((child, gap.end()))
        return found

    def _steps(self, node: Node, position: int) -> Iterator[tuple[Node, int]]:
        word = WORD.match(self.lower, position)
        if word is None:
            return
        child = node.get(word.group())
        if child is not None:
            yield child, word.end()
        if not self.plain[position].isupper():
            return
        chain = CHAIN.match(self.plain, position)
        if chain is None:
            return
        known = expansions()
        end = chain.end()
        while True:
            capitals = key(self.plain[position:end])
            for reading in known.get(capitals, ()):
                child = follow(node, reading)
                if child is not None:
                    yield child, end
            end = self.plain.rfind(self.plain[end - 1], position, end) if end > position else position
            end = self._shorter(position, end)
            if end <= position:
                return

    def _shorter(self, start: int, end: int) -> int:
        """Where the chain of capitals ends that is one piece shorter."""
        position = end
        while position > start and self.plain[position - 1].isalnum():
            position -= 1
        while position > start and not self.plain[position - 1].isupper():
            position -= 1
        return position

    # From entries to a reading.

    def _complete(self, start: int, end: int, entries: list[Entry]) -> Reading | None:
        head_upper = self.plain[start].isupper()
        locals_ = [entry for entry in entries if entry.source == "local"]
        known = tuple(entry for entry in entries if entry.source in ("body", "press", "unit"))
        heads = [entry for entry in entries if entry.source == "head"]
        if locals_:
            reading = self._local(start, end, locals_)
            if reading is not None:
                return reading
        if known:
            return self._known(start, end, known)
        for entry in heads:
            reading = self._generic(start, end, entry)
            if reading is not None:
                return reading
        if locals_ and head_upper and any(getattr(entry.record, "alone", False) for entry in locals_):
            return self._nest(Reading(start, end, locals_[0].name, tuple(locals_)))
        return None

    def _known(self, start: int, end: int, entries: tuple[Entry, ...]) -> Reading | None:
        plain = self.plain[start:end]
        opaque = all(entry.opaque for entry in entries)
        if opaque and not self._is_capitals(plain):
            return None
        if not opaque and not self._has_capitals(start, end):
            return None
        strong = tuple(entry for entry in entries if not entry.weak)
        chosen = strong or entries
        reading = Reading(start, end, self._closest(plain, chosen), chosen, weak=not strong)
        if chosen[0].source == "unit":
            longer = self._extended(reading)
            if longer is not None:
                return longer
            locality, stop = self.locality(end)
            if locality is not None:
                return attrs.evolve(reading, end=stop, name=f"{reading.name} {locality.text}", locality=locality)
        return self._nest(reading)

    def _extended(self, reading: Reading) -> Reading | None:
        """*reading* with the capitalised words behind it, where they are no place, person or body."""
        position = reading.end + 1
        if self.plain[reading.end : position] != " " or not self.plain[position : position + 1].isupper():
            return None
        if self._is_person(position) or self._begins_body(position) or self.locality(reading.end)[0]:
            return None
        word = WORD.match(self.plain, position)
        if word is None or len(word.group()) < 2 or word.group().lower() not in self.lexicon.firsts:
            return None
        stop = self._run(position)
        more = self.plain[reading.end : stop]
        return attrs.evolve(reading, end=stop, name=reading.name + more)

    @staticmethod
    def _closest(plain: str, entries: tuple[Entry, ...]) -> str:
        folded = plain.lower()
        for entry in entries:
            if entry.name.lower() == folded:
                return entry.name
        return entries[0].name

    def _local(self, start: int, end: int, entries: list[Entry]) -> Reading | None:
        name = self._closest(self.plain[start:end], tuple(entries))
        core_upper = self._has_capitals(start, end)
        record = entries[0].record
        levels = getattr(record, "levels", ())
        if "regional" in levels:
            number = NUMBER.match(self.plain, end)
            if number is not None and core_upper:
                return self._numbered(start, number.end(), name, entries, self.plain[end : number.end()])
        locality, stop = self.locality(self._behind_plural(end))
        if locality is not None and (core_upper or locality.named):
            if not locality.named and not self.plain[start].isupper():
                return None
            if len(name.split()) < 3 and not self.plain[start].isupper() and locality.level is None:
                return None
            reading = Reading(start, stop, f"{name} {locality.text}", tuple(entries), locality)
            return reading
        if not core_upper:
            return None
        return self._nested(Reading(start, end, name, tuple(entries)))

    def _behind_plural(self, end: int) -> int:
        """Where the first of several places begins: behind ``các`` in ``các tỉnh Thái Bình, Nam Định``."""
        plural = PLURAL.match(self.lower, end)
        return plural.end() if plural and self.plain[plural.end(1) + 1 : plural.end(1) + 2].isupper() else end

    def _numbered(self, start: int, end: int, name: str, entries: list[Entry], number: str) -> Reading:
        reading = Reading(start, end, name + number, tuple(entries))
        dash = self.plain[end : end + 3]
        if dash in (" - ", " – "):
            locality, stop = self.locality(end + 2)
            if locality is not None and locality.named:
                return attrs.evolve(
                    reading, end=stop, name=f"{reading.name} - {locality.text}", locality=locality
                )
        return self._nest(reading)

    def _nest(self, reading: Reading) -> Reading:
        return self._nested(reading) or reading

    def _nested(self, reading: Reading) -> Reading | None:
        """*reading* together with the body above it that stands right behind."""
        if self.plain[reading.end : reading.end + 1] != " ":
            return None
        depth = depth_of(reading.name)
        if depth < 2 or self.lexicon.tree.get(None):
            return None
        above = self.read(reading.end + 1, nested=True)
        if above is None or depth_of(above.name) >= depth or above.weak:
            return None
        return attrs.evolve(reading, end=above.end, name=f"{reading.name} {above.name}", parent=above)

    # Names that no registry has.

    def _generic(self, start: int, end: int, entry: Entry) -> Reading | None:
        head = entry.name.lower()
        if head in _NUMBERED:
            number = NUMBER.match(self.plain, end)
            if number is not None and self.plain[start].isupper():
                return self._numbered(start, number.end(), entry.name, [entry], self.plain[end : number.end()])
        gap = GAP.match(self.lower, end)
        if gap is None or self.plain[end : gap.end()] != " ":
            return None
        position = gap.end()
        if not self.plain[position].isupper() or self._longest(self.lexicon.excluded, position) is not None:
            return None
        if self.plain[start:end].isupper() and len(self.plain[start:end]) > 2 and head not in _OPEN:
            return None
        if self.plain[start].isupper():
            reading = self._nested(Reading(start, end, entry.name, (entry,)))
            if reading is not None:
                return reading
        elif head in _BARE_LOWER:
            return None
        stop, name = self._field(position, head)
        if stop <= position:
            return None
        whole = Reading(start, stop, f"{entry.name} {name}", (entry,))
        locality, place_end = self.locality(stop)
        if locality is not None:
            return attrs.evolve(whole, end=place_end, name=f"{whole.name} {locality.text}", locality=locality)
        return self._nest(whole)

    def _field(self, position: int, head: str) -> tuple[int, str]:
        """The words behind a head that name what a body does: where they end, and they in full."""
        lexicon = self.lexicon
        parts: list[str] = []
        before = head.rsplit(" ", 1)[-1]
        stop = position
        joint = ""
        capitals = 0
        while len(parts) < 24:
            word = WORD.match(self.plain, position)
            if word is None:
                break
            text, lower = word.group(), self.lower[position : word.end()]
            end = word.end()
            if text[0].isupper():
                if parts and self._is_person(position):
                    break
                if ROMAN.fullmatch(text):
                    break
                if parts and self._begins_body(position):
                    break
                chain = CHAIN.match(self.plain, position)
                meaning = expansions().get(key(chain.group())) if chain else None
                if chain and meaning is None:
                    meaning = expansions().get(key(text))
                    chain = None
                if meaning is not None and (len(text) > 1 or chain):
                    end = chain.end() if chain else end
                    text = self._spelled(key(self.plain[position:end]))
                elif not parts and head not in _OPEN and lower not in lexicon.firsts:
                    break
                elif joint.strip() and lower not in lexicon.firsts:
                    break
                elif joint.strip() in (",", "-", "–") and not self._enumerates(end):
                    break
                capitals += 1
            elif joint.strip():
                if (before, lower) not in lexicon.pairs or not self._continues(end, lower):
                    break
            elif (before, lower) not in lexicon.pairs:
                break
            parts.append(joint + text)
            stop, before = end, lower
            gap = GAP.match(self.lower, end)
            if gap is None:
                break
            joint = self.plain[end : gap.end()]
            position = gap.end()
        name = "".join(parts)
        return (stop, name) if capitals and name else (0, "")

    @staticmethod
    def _spelled(capitals: str) -> str:
        text = spellings()[capitals]
        return text[:1].upper() + text[1:]

    def _enumerates(self, end: int) -> bool:
        """Whether ``và`` closes a list of fields a few words on."""
        ahead = self.lower[end : end + 60]
        cut = min((ahead.find(mark) for mark in ".;\n(" if mark in ahead), default=len(ahead))
        return " và " in ahead[:cut] or " - " in ahead[:12]

    def _continues(self, end: int, lower: str) -> bool:
        gap = GAP.match(self.lower, end)
        if gap is None:
            return False
        word = WORD.match(self.lower, gap.end())
        return word is not None and (lower, word.group()) in self.lexicon.pairs

    def _begins_body(self, position: int) -> bool:
        paths = self._walk(self.lexicon.tree, position)
        return any(not entry.weak and entry.source != "unit" for found in paths.values() for entry in found)

    # Places.

    def locality(self, end: int) -> tuple[Locality | None, int]:
        """The place that stands right behind *end*, and where it ends."""
        level = LEVEL.match(self.lower, end)
        if level is None:
            if self.plain[end : end + 1] != " ":
                return None, end
            found = self._longest(self.lexicon.places, end + 1)
            if found is None or not self.plain[end + 1].isupper():
                return None, end
            stop, place = found
            behind = self.plain[stop + 1 : stop + 2]
            if self.plain[stop : stop + 1] == " " and behind.isupper() and not self._may_follow(stop + 1):
                return None, end
            return Locality(self._placed(place.name), None, place), stop
        word = level_word(level)
        start = level.end()
        found = self._longest(self.lexicon.places, start)
        if found is not None and self.plain[start].isupper():
            stop, place = found
            return Locality(f"{word} {place.name}", word, place), stop
        if start < len(self.plain) and (self.plain[start].isupper() or self.plain[start].isdigit()):
            stop = self._run(start)
            if stop > start:
                return Locality(f"{word} {self.plain[start:stop]}", word, None), stop
        stop = level.end()
        while self.plain[stop - 1] in " .":
            stop -= 1
        if level.groups()[0] is None:
            return None, end
        return Locality(word, word, None, named=False), stop

    def _may_follow(self, position: int) -> bool:
        """Whether what begins here cannot be the rest of a place's name."""
        return self._is_person(position) or self._begins_body(position) or self._is_heading(position)

    @staticmethod
    def _placed(name: str) -> str:
        return "thành phố Hồ Chí Minh" if name == "Hồ Chí Minh" else name

    def _run(self, start: int) -> int:
        """Where the capitalised name of a place ends that no registry has."""
        if self.plain[start].isdigit():
            word = WORD.match(self.plain, start)
            return word.end() if word and word.end() - start <= 2 else start
        position = stop = start
        surname_first = False
        for count in range(4):
            word = WORD.match(self.plain, position)
            if word is None or not word.group()[0].isupper():
                break
            if not count:
                surname_first = word.group() in self.lexicon.surnames
            elif (count > 1 and word.group() in self.lexicon.surnames) and not (surname_first and count < 3):
                break
            if count > 2 and not surname_first:
                break
            stop = word.end()
            if self.plain[stop : stop + 1] not in (" ", "'", "’", "-"):
                break
            position = stop + 1
        return stop

    def _longest(self, tree: Node, start: int) -> tuple[int, Place] | None:
        best = None
        node, position = tree, start
        while True:
            word = WORD.match(self.lower, position)
            if word is None or (node := node.get(word.group())) is None:
                return best
            if None in node:
                best = word.end(), node[None][0]
            gap = GAP.match(self.lower, word.end())
            if gap is None or "\n" in gap.group():
                return best
            position = gap.end()

    # Tests.

    def _is_person(self, position: int) -> bool:
        """Whether the name of a person begins here: a surname, and a capital behind it."""
        word = WORD.match(self.plain, position)
        if word is None or word.group().capitalize() not in self.lexicon.surnames:
            return False
        return self.plain[word.end() : word.end() + 1] == " " and self.plain[word.end() + 1 : word.end() + 2].isupper()

    def _is_foreign(self, end: int) -> bool:
        if self.plain[end : end + 1] != " " or not self.plain[end + 1 : end + 2].isupper():
            return False
        return self._longest(self.lexicon.foreign, end + 1) is not None

    def _has_capitals(self, start: int, end: int) -> bool:
        """Whether a name is written as one: its first word, or one of the next two, with a capital."""
        if self.plain[start].isupper():
            return True
        part = self.plain[start:end].split(" ", 3)
        return any(word[:1].isupper() for word in part[1:3])

    def _is_heading(self, position: int) -> bool:
        """Whether the text around is set in capitals."""
        return self.plain[max(0, position - 12) : position + 12].isupper()

    @staticmethod
    def _is_capitals(text: str) -> bool:
        return any(character.isupper() for character in text) and (
            text[0].isupper() or text[-1].isupper()
        )


def follow(node: Node, path: tuple[str, ...]) -> Node | None:
    """The node that *path* leads to, None where it breaks off."""
    for word in path:
        child = node.get(word)
        if child is None:
            return None
        node = child
    return node


def depth_of(name: str) -> int:
    """How deep the body of that name stands: the larger, the deeper."""
    lower = name.lower()
    if lower.startswith(_TOP):
        return 1
    words = lower.split(" ", 3)
    for length in (3, 2, 1):
        depth = _DEPTHS.get(" ".join(words[:length]))
        if depth is not None:
            return depth
    return 1
