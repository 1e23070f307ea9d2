"""How a pattern can begin: derived from the pattern, so that it need not be written a second time.

An opening is the first word, or the length of the first run of digits, together with what can follow it: the
next word, a digit or a mark. Lookaheads and lookbehinds are ignored, and where too much could follow,
anything may. So an opening may let more through than its pattern, never less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import attrs

from ..text import LONGEST_RUN

__all__ = ["ANY", "DIGIT", "Automaton", "Openings", "openings"]

#: Stands for a digit: in a head one for each digit, five for five and more; in what follows for any number,
#: before what can follow that in turn (``0/``), or alone if that is anything.
DIGIT = "0"
#: Whatever may follow.
ANY = None
#: More words than this at one place count as any word.
_MOST_WORDS = 3000
#: A repeat beyond this counts as unbounded.
_MOST_REPEATS = 8

#: States by number; below zero, as ``~number``, if no letter or digit may come next: after ``(?!\\w)``.
States = frozenset[int]


@attrs.frozen
class Openings:
    """How a pattern can begin.

    Attributes:
        followers: For each head what can follow it, without spaces: words, numbers as ``DIGIT`` and what
            can follow them, marks; or ``ANY``.
        glued: The heads right after which a digit can stand (``t2``).
    """

    followers: Mapping[str, frozenset[str] | None]
    glued: frozenset[str]


@attrs.frozen
class _Set:
    """A set of characters, as far as words need it; None stands for all of them."""

    letters: frozenset[str] | None = frozenset()
    marks: frozenset[str] | None = frozenset()
    digit: bool = False
    space: bool = False

    @property
    def other(self) -> bool:
        """Whether it has other characters than letters and digits."""
        return self.space or self.marks is None or bool(self.marks)

    def holds(self, one: _Set) -> bool:
        """Whether it has the single character of *one*."""
        if one.space or one.digit:
            return self.space if one.space else self.digit
        own, other = (self.letters, one.letters) if one.letters else (self.marks, one.marks)
        return own is None or bool(other and other <= own)


_ALL = _Set(letters=None, marks=None, digit=True, space=True)
_CATEGORIES = {
    sre.CATEGORY_DIGIT: _Set(digit=True),
    sre.CATEGORY_SPACE: _Set(space=True),
    sre.CATEGORY_WORD: _Set(letters=None, marks=frozenset("_"), digit=True),
    sre.CATEGORY_NOT_DIGIT: _Set(letters=None, marks=None, space=True),
    sre.CATEGORY_NOT_SPACE: _Set(letters=None, marks=None, digit=True),
    sre.CATEGORY_NOT_WORD: _Set(marks=None, space=True),
}


@cache
def openings(pattern: str) -> Openings:
    """How *pattern*, a regular expression over lower-case text, can begin.

    >>> openings(r"(?:các )?ngày (?:\\d{1,2}|rằm)").followers["ngày"] == {DIGIT, "rằm"}
    True

    Raises:
        ValueError: The pattern can begin with any word or with a mark, or match nothing at all.
    """
    return Automaton(pattern).openings()


class Automaton:
    """The states of a pattern, and the characters that lead from one to the next."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._silent: list[list[int]] = []
        self._bounds: set[int] = set()
        self._moves: list[list[tuple[_Set, int]]] = []
        self._final = self._state()
        self._start = self._sequence(_parser.parse(pattern), self._final)
        self._seconds: dict[tuple[States, bool], frozenset[str] | None] = {}

    # Building, from the end of the pattern to its beginning.

    def _state(self, *silent: int) -> int:
        self._silent.append(list(silent))
        self._moves.append([])
        return len(self._moves) - 1

    def _sequence(self, items: Iterable[tuple[Any, Any]], after: int) -> int:
        for operation, argument in reversed(list(items)):
            after = self._item(operation, argument, after)
        return after

    def _item(self, operation: Any, argument: Any, after: int) -> int:
        """The state before an item of a pattern; the item leads to the state *after*."""
        if operation is sre.ASSERT_NOT and argument[0] > 0 and _is_word_character(argument[1]):
            state = self._state(after)
            self._bounds.add(state)
            return state
        if operation in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            return after
        if operation is sre.SUBPATTERN:
            return self._sequence(argument[-1], after)
        if operation is sre.ATOMIC_GROUP:
            return self._sequence(argument, after)
        if operation is sre.BRANCH:
            return self._state(*(self._sequence(branch, after) for branch in argument[1]))
        if operation is sre.GROUPREF_EXISTS:
            _, yes, no = argument
            return self._state(*(self._sequence(branch or (), after) for branch in (yes, no)))
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, items = argument
            return self._repeat(least, most, items, after)
        if operation is sre.GROUPREF:
            return self._repeat(0, sre.MAXREPEAT, [(sre.ANY, None)], after)
        state = self._state()
        self._moves[state].append((_set_of(operation, argument), after))
        return state

    def _repeat(self, least: int, most: int, items: Any, after: int) -> int:
        if most > _MOST_REPEATS:
            loop = self._state(after)
            self._silent[loop].append(self._sequence(items, loop))
            after = loop
        else:
            for _ in range(most - least):
                after = self._state(after, self._sequence(items, after))
        for _ in range(min(least, _MOST_REPEATS)):
            after = self._sequence(items, after)
        return after

    # Reading.

    def _closed(self, states: Iterable[int]) -> States:
        """The *states*, and all that can be reached from them without a character."""
        found: set[int] = set()
        waiting = list(states)
        while waiting:
            state = waiting.pop()
            if state in found:
                continue
            found.add(state)
            number = ~state if state < 0 else state
            ends_word = state < 0 or number in self._bounds
            waiting += [~to if ends_word else to for to in self._silent[number]]
        return frozenset(found)

    def _all_moves(self, states: States) -> Iterator[tuple[_Set, int]]:
        for state in states:
            for characters, to in self._moves[max(state, ~state)]:
                if state >= 0:
                    yield characters, to
                elif characters.other:
                    yield attrs.evolve(characters, letters=frozenset(), digit=False), to

    def _ends(self, states: States) -> bool:
        """Whether the whole match can end here."""
        return self._final in states or ~self._final in states

    def _after(self, states: States, part: str) -> States:
        """The states reached by a ``digit`` or a ``space``."""
        return self._closed(to for characters, to in self._all_moves(states) if getattr(characters, part))

    def reach(self, text: str, start: int) -> tuple[int, bool]:
        """How far the characters of *text* from *start* on fit the pattern, and whether they fit all of it.

        Lookaheads and lookbehinds are ignored here too.
        """
        states, position, whole = self._closed([self._start]), start, False
        while states and position < len(text):
            character = _of_characters([ord(text[position])])
            states = self._closed(to for can, to in self._all_moves(states) if can.holds(character))
            position += bool(states)
            whole = self._ends(states) if states else whole
        return position, whole

    def openings(self) -> Openings:
        """The openings of the pattern, as ``openings`` gives them."""
        start = self._closed([self._start])
        if self._ends(start):
            raise ValueError(f"it can match nothing: {self.pattern!r}")
        words = self._words(start)
        if words is None:
            raise ValueError(f"it can begin with any word: {self.pattern!r}")
        if any(characters.other for characters, _ in self._all_moves(start)):
            raise ValueError(f"it can begin with a mark: {self.pattern!r}")
        followers: dict[str, frozenset[str] | None] = {}
        glued = set()
        for word, states in words.items():
            followers[word] = self._second(states, False)
            if self._after(states, "digit"):
                glued.add(word)
        for length, states in self._runs(start):
            followers[DIGIT * length] = self._second(states, True)
        return Openings(followers, frozenset(glued))

    def _words(self, states: States) -> dict[str, States] | None:
        """The words that can stand here and where each leads; None if any word can."""
        found: dict[str, States] = {}
        waiting = [("", states)]
        while waiting:
            word, here = waiting.pop()
            if word and self._may_end(here):
                found[word] = here
            targets: dict[str, list[int]] = {}
            for characters, to in self._all_moves(here):
                if characters.letters is None:
                    return None
                for letter in characters.letters:
                    targets.setdefault(letter, []).append(to)
            waiting += [(word + letter, self._closed(to)) for letter, to in targets.items()]
            if len(waiting) + len(found) > _MOST_WORDS:
                return None
        return found

    def _may_end(self, states: States) -> bool:
        """Whether a word can end here, or the whole match."""
        return self._ends(states) or any(
            characters.digit or characters.other for characters, _ in self._all_moves(states)
        )

    def _runs(self, states: States) -> Iterator[tuple[int, States]]:
        """The lengths that a run of digits can have here (the last also means more), and where each leads."""
        for length in range(1, LONGEST_RUN + 1):
            states = self._after(states, "digit")
            more = states
            while length == LONGEST_RUN and not (more := self._after(more, "digit")) <= states:
                states |= more
            if not states:
                return
            if self._ends(states) or any(
                characters.letters is None or characters.letters or characters.other
                for characters, _ in self._all_moves(states)
            ):
                yield length, states

    def _second(self, states: States, digits: bool) -> frozenset[str] | None:
        """What can follow a head that ends here, a run of *digits* or a word."""
        if (states, digits) not in self._seconds:
            self._seconds[states, digits] = self._read_second(states, digits)
        return self._seconds[states, digits]

    def _read_second(self, states: States, digits: bool) -> frozenset[str] | None:
        spaced = reached = self._after(states, "space")
        while not (reached := self._after(reached, "space")) <= spaced:
            spaced |= reached
        if self._ends(states | spaced):
            return ANY
        words = self._words(states | spaced if digits else spaced)
        if words is None:
            return ANY
        found = set(words)
        for characters, _ in self._all_moves(states | spaced):
            if characters.marks is None:
                return ANY
            found |= characters.marks
        numbers = self._after(spaced if digits else states | spaced, "digit")
        if numbers:
            found.update([DIGIT] if digits else self._numbers(numbers))
        return frozenset(found)

    def _numbers(self, states: States) -> Iterator[str]:
        """The numbers that can follow a word, each with what can follow it; *states* are after a digit."""
        reached = states
        while not (reached := self._after(reached, "digit")) <= states:
            states |= reached
        after = self._second(states, True)
        yield from [DIGIT] if after is ANY else (DIGIT + follower for follower in after)


def _is_word_character(items: Any) -> bool:
    return [*items] == [(sre.IN, [(sre.CATEGORY, sre.CATEGORY_WORD)])]


def _set_of(operation: Any, argument: Any) -> _Set:
    if operation is sre.LITERAL:
        return _of_characters([argument])
    if operation is sre.IN:
        return _without(argument[1:]) if argument[0][0] is sre.NEGATE else _together(argument)
    return _ALL


def _of_characters(codes: Iterable[int]) -> _Set:
    letters, marks, digit, space = set(), set(), False, False
    for character in map(chr, codes):
        if character.isspace():
            space = True
        elif character.isdecimal():
            digit = True
        elif re.fullmatch(r"[^\W\d_]", character):
            letters.add(character)
        else:
            marks.add(character)
    return _Set(frozenset(letters), frozenset(marks), digit, space)


def _together(items: Iterable[tuple[Any, Any]]) -> _Set:
    whole = _Set()
    for operation, argument in items:
        if operation is sre.CATEGORY:
            part = _CATEGORIES[argument]
        elif operation is sre.RANGE:
            part = _of_characters(range(argument[0], argument[1] + 1))
        else:
            part = _of_characters([argument])
        whole = _Set(
            letters=None if whole.letters is None or part.letters is None else whole.letters | part.letters,
            marks=None if whole.marks is None or part.marks is None else whole.marks | part.marks,
            digit=whole.digit or part.digit,
            space=whole.space or part.space,
        )
    return whole


def _without(items: Iterable[tuple[Any, Any]]) -> _Set:
    """All characters except the classes in *items*; single characters are not excluded."""
    gone = _together(item for item in items if item[0] is sre.CATEGORY)
    return _Set(
        letters=frozenset() if gone.letters is None else None,
        marks=frozenset() if gone.marks is None else None,
        digit=not gone.digit,
        space=not gone.space,
    )
