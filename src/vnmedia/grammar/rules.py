"""Rules, and the engine that applies them.

A rule has a form to match (its *pattern*) and makes a candidate of it (its *build*). A candidate holds
the printed parts; the kind's ``_resolve`` gives it a value. The words that a rule can begin with are
derived from its pattern (``openings``). The engine finds all beginnings in one pass and tries, at each, the
rules that can begin so. The longest match wins, the earlier rule among equals; the next attempt begins after
it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from operator import itemgetter
from string import digits
from threading import RLock
from typing import Generic, TypeVar

import attrs

from ..text import Run, TextView
from ._index import openings_of
from .openings import ANY, DIGIT
from .scan import word_scanner

__all__ = ["Found", "Grammar", "Rule"]

C = TypeVar("C")
T = TypeVar("T")

#: What follows a head: a number and the word or mark after it, or the next word or mark.
_FOLLOWER = re.compile(r"[ \n]*+(?:\d++[ \n]*+([^\W\d_]++|.?)|([^\W\d_]++|.?))")
_position = itemgetter(0)

#: The most followers, some of them digits or marks, with which a head is searched.
_FEW = 24
#: What may stand between a head and what follows it.
_GAPS = (" ", "\n", "\n\n")
#: So many rules are tried sooner than what follows their head is looked up.
_FEW_RULES = 4


def _strings(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


@attrs.frozen(kw_only=True)
class Rule(Generic[C]):
    """One form that an expression takes.

    Attributes:
        name: The form's name, in Vietnamese where it has one; unique within its kind.
        pattern: A regular expression over the lower-case view, or a function that makes it on first use if
            words from data are part of it. Its beginnings are derived from it.
        digits: The same pattern without the forms that begin with a word, where these are most of it. It is
            tried instead where a digit stands: compiling words that cannot stand there takes long.
        build: The match → the candidate, or None where the words only look like the form.
        read: Instead of both, for a form that depends on a registry or on capitals: the view and a place in
            it → where the form ends, and the candidate; None if the form does not stand there. Such forms
            have a finder of their own and are in no ``Grammar``.
        examples: Texts that the rule reads whole.
        counterexamples: Texts that look alike but do not match the rule.
    """

    name: str
    _pattern: str | Callable[[], str] = ""
    digits: str | None = None
    build: Callable[[re.Match[str]], C | None] = lambda _match: None
    read: Callable[[TextView, int], tuple[int, C] | None] | None = None
    examples: tuple[str, ...] = attrs.field(converter=_strings)
    counterexamples: tuple[str, ...] = attrs.field(default=(), converter=_strings)

    @property
    def pattern(self) -> str:
        """The pattern, including the words from data."""
        return self._pattern if isinstance(self._pattern, str) else self._pattern()


@attrs.define  # not frozen: made for each candidate, it costs half the time
class Found(Generic[C]):
    """A candidate and where it stands in the view."""

    start: int
    end: int
    rule: Rule[C]
    candidate: C


_Matches = Callable[[str, int], re.Match[str] | None]


@attrs.define(eq=False)
class _Opening(Generic[C]):
    """A head together with one thing that can follow it, or with anything.

    Attributes:
        rules: Gives the rules that can begin so.
        digits: Whether the head is a run of digits.
        tries: The rules with their compiled patterns, once they have been needed.
    """

    rules: Callable[[], list[Rule[C]]]
    digits: bool
    tries: list[tuple[Rule[C], _Matches]] | None = None


class _Head(Generic[C]):
    """The rules that can begin with one head, once all of them have been added.

    Attributes:
        head: The head.
        rules: Each rule with what can follow there.
    """

    def __init__(self, head: str) -> None:
        self.head = head
        self.rules: list[tuple[Rule[C], frozenset[str] | None]] = []

    @property
    def is_run(self) -> bool:
        """Whether it is a run of digits."""
        return self.head[0] == DIGIT

    @cached_property
    def lone(self) -> _Opening[C] | None:
        """The opening for whatever else follows, if one of the rules accepts anything after its head."""
        free = any(followers is ANY for _, followers in self.rules)
        return _Opening(partial(self._before, None), self.is_run) if free else None

    @cached_property
    def openings(self) -> dict[str, _Opening[C]]:
        """The openings by what can follow, of all the rules together."""
        named = {follower for _, followers in self.rules if followers is not ANY for follower in followers}
        return {follower: _Opening(partial(self._before, follower), self.is_run) for follower in named}

    @cached_property
    def only(self) -> _Opening[C] | None:
        """The one opening that it is whatever follows, if looking at that would spare few attempts."""
        if self.lone is None or not self.openings:
            return self.lone
        return _Opening(self._all, self.is_run) if len(self.rules) <= _FEW_RULES else None

    def _followers(self) -> set[str]:
        """All that can follow, with one digit in place of each number and what follows it."""
        return {DIGIT if follower[0] == DIGIT else follower for follower in self.openings}

    def searched(self) -> dict[str, _Opening[C] | None]:
        """What is searched for the head: the opening that each is, or None where what follows decides that.

        A head that only some words, digits or marks can follow is searched together with those: rarer strings
        mean fewer attempts.
        """
        if not self._is_paired():
            return {self.head: self.only}
        found: dict[str, _Opening[C] | None] = {}
        for follower in self._followers():
            opening = None if follower == DIGIT else self.openings[follower]
            gaps = _GAPS if follower.isalpha() else (*_GAPS, "", "  ", "   ")
            for first in digits if follower == DIGIT else (follower,):
                found |= {self.head + gap + first: opening for gap in gaps}
        return found

    def _is_paired(self) -> bool:
        """Whether the head can be searched together with what can follow it.

        A digit or mark takes many strings; only of letters, which are everywhere, they are worth that alone.
        """
        if self.lone is not None:
            return False
        followers = self._followers()
        marks = sum(not follower.isalpha() for follower in followers)
        few = len(followers) <= _FEW
        return not marks or (few and (len(self.head) == 1 or marks * 2 <= len(followers)))

    def opening_at(self, text: str, start: int) -> _Opening[C] | None:
        """The opening that the head at *start* is in *text*; None if no rule can go on there."""
        match = _FOLLOWER.match(text, start + len(self.head))
        assert match is not None
        after_number, follower = match.groups()
        if after_number is None:
            return self.openings.get(follower, self.lone)
        number = DIGIT + (DIGIT if after_number.isdecimal() else after_number)
        return self.openings.get(number) or self.openings.get(DIGIT, self.lone)

    def _all(self) -> list[Rule[C]]:
        return [rule for rule, _ in self.rules]

    def _before(self, follower: str | None) -> list[Rule[C]]:
        """The rules that can continue with *follower*, one of ``openings`` or None for anything else."""
        named = {follower, DIGIT if follower is not None and follower[0] == DIGIT else follower}
        return [rule for rule, known in self.rules if known is ANY or not known.isdisjoint(named)]


class Grammar(Generic[C]):
    """The rules of one kind, ready to scan.

    Attributes:
        rules: The rules; among equal matches the earlier rule wins.
        scanner: Finds the words that the rules can begin with.

    Raises:
        ValueError: The pattern of a rule can begin with any word or with a mark, or match nothing at all.
    """

    def __init__(self, rules: Sequence[Rule[C]]) -> None:
        self.rules = tuple(rules)
        self._heads: dict[str, _Head[C]] = {}
        glued: set[str] = set()
        for rule in rules:
            found = openings_of(rule.pattern)
            glued |= found.glued
            for head, followers in found.followers.items():
                self._heads.setdefault(head, _Head(head)).rules.append((rule, followers))
        self._compiling = RLock()
        # The openings of runs of digits by their length and what follows (None for a digit), and those that
        # anything may follow.
        runs = {head: found for head, found in self._heads.items() if found.is_run}
        self._runs: dict[Run, _Opening[C]] = {
            (len(head), None if follower == DIGIT else follower): opening
            for head, found in runs.items()
            for follower, opening in found.openings.items()
        }
        self._lone_runs = {len(head): found.lone for head, found in runs.items()}
        # What the scanner finds is an opening, or a head of which the next word makes one.
        searched = {
            words: (found, opening)
            for head, found in self._heads.items()
            if head not in runs
            for words, opening in found.searched().items()
        }
        begun = {words for words in searched if not words[-1].isalpha()}
        pairs = searched.keys() - self._heads.keys() - begun
        self.scanner = word_scanner(searched.keys() - begun, (glued & searched.keys()) | pairs, begun)
        self._settled = {words: opening for words, (_, opening) in searched.items() if opening is not None}
        self._asking = {words: found for words, (found, opening) in searched.items() if opening is None}

    @property
    def heads(self) -> Collection[str]:
        """The words that the rules can begin with; a run of digits as that many ``DIGIT``."""
        return self._heads.keys()

    def starting(self, head: str) -> list[Rule[C]]:
        """The rules that can begin with *head*, whatever follows."""
        return [rule for rule, _ in self._heads[head].rules] if head in self._heads else []

    def find(self, view: TextView, taken: Iterable[tuple[int, int]] = ()) -> Iterator[Found[C]]:
        """The candidates in *view*, from left to right, none overlapping another.

        Those that begin with a digit inside one of the places *taken* (start and end, in order) are left out.
        """
        text = view.lower
        after = 0
        for position, opening in self._openings(view, taken):
            if position < after:
                continue
            best: Found[C] | None = None
            reach = position
            for rule, matches in opening.tries or self._compiled(opening):
                match = matches(text, position)
                if match is None or (end := match.end()) <= reach:
                    continue
                candidate = rule.build(match)
                if candidate is not None:
                    best = Found(position, end, rule, candidate)
                    reach = end
            if best is not None:
                after = reach
                yield best

    def _compiled(self, opening: _Opening[C]) -> list[tuple[Rule[C], _Matches]]:
        """What to try at *opening*; compiled when it is first met, since compiling all takes long."""
        with self._compiling:  # concurrent threads would compile the same
            if opening.tries is None:
                opening.tries = [
                    (rule, re.compile((opening.digits and rule.digits) or rule.pattern).match)
                    for rule in opening.rules()
                ]
            return opening.tries

    def _openings(self, view: TextView, taken: Iterable[tuple[int, int]]) -> list[tuple[int, _Opening[C]]]:
        """Where rules can begin, in order, and how."""
        text, settled, runs, lone_runs = view.lower, self._settled, self._runs, self._lone_runs
        found: list[tuple[int, _Opening[C]]] = [
            (start, opening)
            for start, run in _outside(view.digit_runs, taken)
            if (opening := runs.get(run) or lone_runs.get(run[0])) is not None
        ]
        for start, end in self.scanner.hits(view):
            words = text[start:end]
            opening = settled.get(words)
            if opening is None:
                opening = self._asking[words].opening_at(text, start)
                if opening is None:
                    continue
            found.append((start, opening))
        return sorted(found, key=_position)  # sorted runs: merged in one pass


def _outside(runs: list[tuple[int, Run]], taken: Iterable[tuple[int, int]]) -> list[tuple[int, Run]]:
    """Those of *runs* that begin in none of the places *taken*."""
    left: list[tuple[int, Run]] = []
    index = 0
    for start, end in taken:
        left += runs[index : bisect_left(runs, (start,), index)]
        index = bisect_left(runs, (end,), index)
    return left + runs[index:]
