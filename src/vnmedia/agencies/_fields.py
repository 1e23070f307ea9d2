"""Reading the field of a body, which is what it does, after its head, where no registry has the name.

Names of bodies are written with a capital at the head and at each field (Nghị định 30/2020/NĐ-CP, phụ lục
II): ``Cục Quản lý các hoạt động xây dựng``. So a field begins with a capital, and goes on in lower case as
long as its words follow each other in known names.
"""

from __future__ import annotations

import re

from ..registries import Pattern
from ..registries.agencies import Head
from ._lookup import Lookup
from ._patterns import CHAIN, CLOSING, CLOSINGS, GAP, LEVEL, QUARTER, WORD, expansions, key, spellings

__all__ = ["PAPERS", "FieldReader"]

_ROMAN = Pattern(r"[IVX]+")
#: The first syllable of a field: ``Nhà``, `` và Kiểm``.
_OPENED = Pattern(r"(?:(?:,| và| &| [-–]) ?)?[^\W\d_]+")
_TO_MARK = Pattern(r"[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,3}(?=[,.;:()\n]|\Z| (?:của|thuộc)(?!\w))")
#: The kinds of press organisations whose names are often strung together.
PAPERS = frozenset(("newspaper", "magazine", "e-newspaper"))
_THROUGH = 9  # words
_LONGEST = 24  # words; the longest name of a ministry's unit has 19


class FieldReader:
    """Reads the fields in one text."""

    def __init__(self, look: Lookup) -> None:
        self._look = look
        self._plain = look.plain
        self._lower = look.lower
        self._lexicon = look.lexicon

    def field(self, position: int, head: Head, *, heading: bool = False) -> tuple[int, str]:
        """The words after *head* that name what a body does: their end, and the words in full.

        In a heading all in capitals, words are read like words in lower case elsewhere.
        """
        parts: list[str] = []
        before = head.text.rsplit(" ", 1)[-1].lower()
        stop = before_joint = start = position
        ends = {0: start}
        joint = ""
        while len(parts) < _LONGEST:
            word = WORD.match(self._plain, position)
            if word is None:
                break
            if self._is_done(parts, joint, position, head):
                break
            found = self._part(position, word, joint, before, None if parts else head, heading=heading)
            if found is None and not heading and (parts or head.form == "open"):
                found = self.through(position)
            if found is None and parts and joint == " " and _OPENED.fullmatch(parts[-1]):
                # A field that was begun goes on to a mark, or does not belong to this name.
                found = self._to_mark(position) if len(parts) > 1 or head.kind in PAPERS else None
                if found is None and len(parts) > 1:
                    parts.pop()
                    stop = before_joint
            if found is None:
                break
            if joint.strip():
                before_joint = stop
            stop, text = found
            parts.append(joint + text)
            ends[len(parts)] = stop
            before = self._lower[position:stop].rsplit(" ", 1)[-1]
            gap = GAP.match(self._lower, stop)
            if gap is None:
                break
            joint, position = self._plain[stop : gap.end()], gap.end()
        return self._trimmed(parts, ends, stop)

    def _trimmed(self, parts: list[str], ends: dict[int, int], stop: int) -> tuple[int, str]:
        """The field without last words that do not belong to the name; empty where it is cut short."""
        while len(parts) > 1 and self._leads_on(stop, *parts[-2:]):
            parts.pop()
            stop = ends[len(parts)]
        if not parts or self._is_cut_short(parts[-1].strip()):
            return ends[0], ""
        text = "".join(parts)
        if text.lower() in self._lexicon.need_objects and self._goes_on(stop):
            return ends[0], ""  # "Ban Phòng chống" lũ bão vào cuộc: nothing says where the name ends
        return stop, text

    def _goes_on(self, stop: int) -> bool:
        """Whether more words of the name follow in small letters, and not a verb."""
        if self._plain[stop : stop + 1] != " " or not self._plain[stop + 1 : stop + 2].islower():
            return False
        word = WORD.match(self._lower, stop + 1)
        return not (word is None or word.group() in self._lexicon.stops or self._look.acts(stop + 1))

    def _is_cut_short(self, last: str) -> bool:
        """Whether *last* is a word that no name ends in: ``Ban Chỉ đạo Cuộc vận động Mỗi`` tổ chức …."""
        return last.istitle() and last.lower() in self._lexicon.stops

    def _part(
        self, position: int, word: re.Match[str], joint: str, before: str, head: Head | None, *, heading: bool
    ) -> tuple[int, str] | None:
        """The part of a field that *word* begins, with a capital or without."""
        if self._look.is_upper(position) and not heading:
            return self._capital_word(position, word, joint, head)
        return self._small_word(position, word, joint, before)

    def _leads_on(self, stop: int, before: str, last: str) -> bool:
        """Whether the *last* part, up to *stop*, belongs to what follows the name."""
        return self._is_connective(before, last) or self._breaks_off(stop, before, last)

    def _is_done(self, parts: list[str], joint: str, position: int, head: Head) -> bool:
        """Whether the name ends before *joint*.

        ``Hiệp hội Nhựa Việt Nam, Sữa Việt Nam`` are two names, and so are ``báo Đất Việt, Kiến Thức``.
        """
        follows = joint.strip() == "," or (joint == " " and self._plain[position].islower())
        if follows and "".join(parts[-2:]).endswith("Việt Nam"):
            return True
        return bool(joint.strip()) and head.kind in PAPERS and self._begins_paper(position)

    def _is_connective(self, before: str, last: str) -> bool:
        """Whether a name's *last* word only leads to what follows: ``Ban Chỉ đạo Trung ương về`` việc này."""
        word = last.strip()
        pair = before.rsplit(" ", 1)[-1].lower(), word
        return word in self._lexicon.stops and pair not in self._lexicon.closings

    def _breaks_off(self, stop: int, before: str, last: str) -> bool:
        """Whether a name's *last* word is the first half of a word beyond the name: ``Kinh tế công bố``."""
        if not (last[0] == " " and last[1:].islower() and " " not in last[1:]):
            return False
        if self._plain[stop : stop + 1] != " " or not self._plain[stop + 1 : stop + 2].islower():
            return False
        if self._lower.startswith(" và ", stop):
            return False
        return (before.rsplit(" ", 1)[-1].lower(), last[1:]) not in self._lexicon.closings

    def _capital_word(
        self, position: int, word: re.Match[str], joint: str, head: Head | None
    ) -> tuple[int, str] | None:
        """A word with a capital, or capitals that stand for words; *head* is given for the first word."""
        text, lower = word.group(), self._lower[position : word.end()]
        if _ROMAN.fullmatch(text) or LEVEL.match(self._lower, position):
            return None
        if self._is_others(position, joint, head):
            return None
        chain = CHAIN.match(self._plain, position)
        for end in (chain.end() if chain else 0, word.end()):
            capitals = key(self._plain[position:end])
            if end and len(capitals) > 1 and capitals in expansions() and self._plain[position:end].isupper():
                spelled = spellings()[capitals]
                return end, spelled[:1].upper() + spelled[1:]
        known = lower in self._lexicon.firsts
        if head is not None and head.form != "open" and not known:
            return None
        if joint.strip() and not (known and self._joins(joint.strip(), position, word)):
            return None
        return word.end(), text

    def _is_others(self, position: int, joint: str, head: Head | None) -> bool:
        """Whether a person, another body, an office or a time begins: ``Ban Quản lý dự án`` Phó Thủ tướng."""
        if QUARTER.match(self._plain, position):
            return True
        if head is None and (self._look.is_person(position) or self._look.begins_body(position)):
            return True
        further = head is None or bool(joint.strip())  # else "Văn phòng Chủ tịch nước"
        return further and self._look.longest(self._lexicon.offices, position) is not None

    def _joins(self, joint: str, position: int, word: re.Match[str]) -> bool:
        """Whether a further field of the name begins after *joint*: ``Thi đua - Khen thưởng``."""
        if joint in ("và", "&") or self._enumerates(word.end()):
            return True
        dashed = joint in ("-", "–") and self._continues(word.end(), word.group().lower())
        return dashed and self._look.longest(self._lexicon.places, position) is None

    def _small_word(
        self, position: int, word: re.Match[str], joint: str, before: str
    ) -> tuple[int, str] | None:
        """A word in lower case: one that follows the word before it in a known name."""
        lower = word.group().lower()
        if (before, lower) not in self._lexicon.pairs and not (
            lower in self._lexicon.field_words
            and self._continues(word.end(), lower)
            and (joint.strip() or not self._look.acts(position))
        ):
            return None
        if joint.strip() and (not self._continues(word.end(), lower) or self._look.begins_body(position)):
            return None
        return word.end(), lower

    def through(self, position: int) -> tuple[int, str] | None:
        """The words up to ``Việt Nam``, ``Quốc gia`` or ``Trung ương``, if nothing ends the name before."""
        start = position
        for _ in range(_THROUGH):
            word = WORD.match(self._lower, position)
            if word is None or word.group() in self._lexicon.stops or self._look.begins_body(position):
                return None
            if word.group()[0].isdigit():
                return None  # "Phòng Pháp chế, 15h giờ Việt Nam"
            closing = CLOSING.match(self._plain, position)
            if closing is not None and self._plain[position - 1] == "/":
                return None  # "Nghị quyết 18-NQ/TW"
            if closing is not None:
                name = self._plain[start : closing.start()]
                return closing.end(), name + CLOSINGS.get(closing.group(), closing.group())
            gap = GAP.match(self._lower, word.end())
            if gap is None:
                return None
            position = gap.end()
        return None

    def _begins_paper(self, position: int) -> bool:
        """Whether the name of a listed press organisation begins at *position*."""
        paths = self._look.walk(self._lexicon.tree, position)
        return any(entry.source == "press" for found in paths.values() for entry in found)

    def _to_mark(self, position: int) -> tuple[int, str] | None:
        """The words in lower case up to a mark, if they are few."""
        rest = _TO_MARK.match(self._plain, position)
        if rest is None or not self._lexicon.stops.isdisjoint(rest.group().split()):
            return None
        return rest.end(), rest.group()

    def _continues(self, end: int, lower: str) -> bool:
        gap = GAP.match(self._lower, end)
        word = WORD.match(self._lower, gap.end()) if gap is not None else None
        return word is not None and (lower, word.group()) in self._lexicon.pairs

    def _enumerates(self, end: int) -> bool:
        """Whether ``và`` closes a list of fields a few words on."""
        ahead = self._lower[end : end + 60]
        cut = min((ahead.find(mark) for mark in ".;\n(" if mark in ahead), default=len(ahead))
        return " và " in ahead[:cut] or " - " in ahead[:12]
