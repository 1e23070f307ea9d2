"""Looking up a text in the lexicon: which names, words and persons begin at a place in the text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from ..registries import Pattern, Worded
from ..text import TextView, places_of
from ._lexicon import JOINT, Entry, Lexicon, Node, Place, follow
from ._patterns import CHAIN, DASH, GAP, HCM, HCM_WORDS, NEXT, STEP, WORD, chain_beginnings, spelled, words

__all__ = ["Lookup"]

#: What follows a head of one syllable that only begins another word: ``Phòng chống``, ``Phòng, chống``.
_GOES_ON = Pattern(r",? [a-zà-ỹđ]")

#: What stands between a body and the state or party of another country: ``Quốc hội nước Lào``,
#: ``Bộ Chính trị Đảng Cộng sản Trung Quốc``, and how many words of that state's name come before the country.
_STATE = Worded(r" <agency_words/states> (?=[^\W_])")
_STATE_WORDS = 5

#: What only names of foreign or other bodies go on with: ``Ngoại giao liên bang``, ``Chính phủ số``.
_ELSEWHERE = Worded(r" (?:<agency_words/elsewhere>(?!\w)|số(?=[,.]| và ))")

_LONG = 24  # characters of a name that is seldom cut short

#: What the capitals of a chain stand for is cached for chains shorter than this.
_LONG_CHAIN = 40


def _word_starts(text: str, start: int, count: int) -> Iterator[int]:
    """Where the next words from *start* on begin, up to *count* of them."""
    for _ in range(count):
        yield start
        word = WORD.match(text, start)
        if word is None or text[word.end() : word.end() + 1] != " ":
            return
        start = word.end() + 1


class Lookup:
    """What the lexicon has for the words at a place in one text."""

    def __init__(self, view: TextView, lexicon: Lexicon) -> None:
        self.plain = view.plain
        self.lower = view.lower
        self.lexicon = lexicon
        self._begin_chains = chain_beginnings()
        self._law_words: list[int] | None = None

    @property
    def law_words(self) -> list[int]:
        """Where the words ``luật`` and ``lệnh`` stand that the title of a law may begin with."""
        if self._law_words is None:
            self._law_words = places_of(self.lower, ("luật ", "lệnh "))
        return self._law_words

    def walk(self, tree: Node, start: int) -> dict[int, tuple[Entry, ...]]:
        """The entries on all paths through *tree* from *start*, by where they end."""
        found: dict[int, tuple[Entry, ...]] = {}
        self._follow(tree, start, found)
        return found

    def walk_on(self, node: Node, end: int) -> dict[int, tuple[Entry, ...]]:
        """The same on all paths that have come to *node* with the word that ends at *end*."""
        found: dict[int, tuple[Entry, ...]] = {}
        self._follow_after(node, end, found)
        return found

    def _follow(self, node: Node, position: int, found: dict[int, tuple[Entry, ...]]) -> None:
        """Adds to *found* the entries on all paths from *node* on for the words at *position*."""
        lower, begin_chains = self.lower, self._begin_chains
        while (step := STEP.match(lower, position)) is not None:
            word, after = step[1], step.end()
            end = position + len(word)
            child = node.get(word)
            goes_on = child is not None and (
                self._notes(child, end, after, found) if None in child else after > end
            )
            if word in begin_chains and self.plain[position:end].isupper():
                for short, stop in self._abbreviated(node, position):
                    self._follow_after(short, stop, found)
            if child is None or not goes_on:
                return
            node, position = child, after

    def _follow_after(self, node: Node, end: int, found: dict[int, tuple[Entry, ...]]) -> None:
        """The same on all paths that have come to *node* with the word that ends at *end*."""
        gap = GAP.match(self.lower, end)
        after = gap.end() if gap is not None else end
        if self._notes(node, end, after, found) if None in node else after > end:
            self._follow(node, after, found)

    def _notes(self, node: Node, end: int, after: int, found: dict[int, tuple[Entry, ...]]) -> bool:
        """Notes the entries of *node*, and says whether it has children and a word follows at *after*."""
        here = node[None]
        known = found.get(end)
        found[end] = here if known is None else (*known, *(entry for entry in here if entry not in known))
        if len(node) == 1 or after == end:
            return False
        if JOINT in node:
            return not self._acts_on(here, end, after)
        return self.plain[end:after] == " " or not self._begins_next(end, after)

    def _acts_on(self, here: tuple[Entry, ...], end: int, position: int) -> bool:
        """Whether a long name is complete and a verb follows: ``… và Du lịch thông tin``."""
        if len(here[0].name) < _LONG or self.plain[end:position] != " " or self.is_upper(position):
            return False
        return self.acts(position)

    def acts(self, position: int) -> bool:
        """Whether a verb of two words begins at *position*."""
        step = STEP.match(self.lower, position)
        after = WORD.match(self.lower, step.end()) if step is not None else None
        return step is not None and after is not None and (step[1], after.group()) in self.lexicon.verbs

    def _begins_next(self, end: int, position: int) -> bool:
        """Whether another body begins after a comma or ``và``: ``Ban Tuyên giáo Trung ương, Đảng ủy``."""
        joint = self.plain[end:position].strip()
        return joint in (",", "và") and self.is_upper(position) and self.begins_body(position)

    def _abbreviated(self, node: Node, position: int) -> Iterator[tuple[Node, int]]:
        """Where the capitals at *position*, read as words, lead from *node*: the nodes and text positions."""
        city = HCM.match(self.lower, position) if self.lower[position] == "t" else None
        child = follow(node, HCM_WORDS) if city is not None else None
        if city is not None and child is not None:
            yield child, city.end()
        chain = CHAIN.match(self.plain, position)
        if chain is None:
            return
        text = chain.group()
        for length, path in spelled(text) if len(text) < _LONG_CHAIN else spelled.__wrapped__(text):
            child = follow(node, path)
            if child is not None:
                yield child, position + length

    def longest(
        self, tree: Node, start: int, between: re.Pattern[str] = DASH, within: int = sys.maxsize
    ) -> tuple[int, Place] | None:
        """The longest literal path through *tree* from *start*: where it ends, and what it names.

        Only a dash may stand *between* two words: ``Quảng Nam, Đà Nẵng`` are two places. The path ends at
        *within* at the latest.
        """
        best = None
        lower, node, position = self.lower, tree, start
        while (word := WORD.match(lower, position)) is not None:
            below: Node | None = node.get(word[0])
            if below is None:
                break
            node, end = below, word.end()
            if None in node and end <= within:
                best = end, node[None][0]
            gap = between.match(lower, end)
            if gap is None:
                break
            position = gap.end()
        return best

    def begins_body(self, position: int) -> bool:
        """Whether the name of a body, or its head, begins at *position*."""
        paths = self.walk(self.lexicon.tree, position)
        return any(
            not entry.weak and entry.source != "unit"
            for end, found in paths.items()
            for entry in found
            if entry.source != "head" or " " in entry.name or not _GOES_ON.match(self.plain, end)
        )

    def is_refused(self, end: int) -> bool:
        """Whether what follows *end* shows that the words before are not a name of ours.

        ``Trung tâm VH`` before ``&ABC``: unknown capitals continue the name.
        """
        after = self.plain[end : end + 1]
        return self.is_foreign(end) if after == " " else after == "&"

    def is_foreign(self, end: int) -> bool:
        """Whether a place abroad follows *end*, or a word that only foreign bodies have."""
        word = NEXT.match(self.lower, end)
        if word is None or word[1] not in self.lexicon.leads_abroad:
            return False
        if _ELSEWHERE.match(self.lower, end) or self.is_abroad(end + 1):
            return True
        state = _STATE.match(self.lower, end)
        if state is None:
            return False
        return any(self.is_abroad(at) for at in _word_starts(self.plain, state.end(), _STATE_WORDS))

    def is_abroad(self, position: int) -> bool:
        """Whether a place abroad begins at *position*, and not a longer name of ours: ``Nga Sơn``."""
        found = self.longest(self.lexicon.foreign, position) if self.is_upper(position) else None
        if found is None:
            return False
        ours = self.longest(self.lexicon.places, position)
        return ours is None or ours[0] <= found[0]

    def is_person(self, position: int) -> bool:
        """Whether the name of a person begins at *position*: a surname, and a capital after it.

        A surname that is also an everyday word needs two more words: ``Thái Thanh Quý``.
        """
        word = WORD.match(self.plain, position)
        if (
            word is None
            or self.plain[word.end() : word.end() + 1] != " "
            or not self.is_upper(word.end() + 1)
        ):
            return False
        surname = word.group().capitalize()
        if surname in self.lexicon.surnames:
            return True
        return surname in self.lexicon.all_surnames and self._is_full_name(word)

    def _is_full_name(self, surname: re.Match[str]) -> bool:
        """Whether two more capitalised words follow a surname, without making a place or field with it."""
        second = WORD.match(self.plain, surname.end() + 1)
        if second is None or self.plain[second.end() : second.end() + 1] != " ":
            return False
        if not self.is_upper(second.end() + 1) or (second.group().isupper() and len(second.group()) > 1):
            return False
        if (surname.group().lower(), second.group().lower()) in self.lexicon.pairs:
            return False
        return self.longest(self.lexicon.places, surname.start()) is None

    def is_upper(self, position: int) -> bool:
        """Whether a capital stands at *position*."""
        return self.plain[position : position + 1].isupper()

    def is_small(self, start: int, end: int) -> bool:
        """Whether the words are a name of ours in small letters: ``bộ chính trị``, not ``bộ y tế mỹ``."""
        if words(self.lower[start:end]) not in self.lexicon.small:
            return False
        return not (
            self.lower.startswith((" nước ", " các nước"), end)
            or (self.plain[end : end + 1] == " " and self.longest(self.lexicon.foreign, end + 1) is not None)
        )

    def is_heading(self, position: int) -> bool:
        """Whether the text around is set in capitals."""
        return self.plain[max(0, position - 12) : position + 12].isupper()

    def has_capitals(self, start: int, end: int) -> bool:
        """Whether one of the first three words of a name has a capital."""
        if self.is_upper(start):
            return True
        return any(word[:1].isupper() for word in self.plain[start:end].split(" ", 3)[1:3])
