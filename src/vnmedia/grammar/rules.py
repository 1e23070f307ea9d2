"""Rules, and the engine that applies them.

A rule has a form to match (its *pattern*) and makes a candidate of it (its *build*). A candidate holds
the printed parts; the kind's ``_resolve`` gives it a value. The words that a rule can begin with are
derived from its pattern (``openings``). The engine finds all beginnings in one pass and tries, at each, the
rules that can begin so. The longest match wins, the earlier rule among equals; the next attempt begins after
it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from string import digits
from threading import RLock
from typing import Generic, TypeVar

import attrs

from ..text import TextView
from ._index import openings_of
from .openings import ANY, DIGIT
from .scan import word_scanner

__all__ = ["Found", "Grammar", "Rule"]

C = TypeVar("C")
T = TypeVar("T")

#: What follows a head: a number and the word or mark after it, or the next word or mark.
_FOLLOWER = re.compile(r"[ \n]*+(?:\d++[ \n]*+([^\W\d_]++|.?)|([^\W\d_]++|.?))")
_position = itemgetter(0)
#: A place that no text has.
_NEVER = (sys.maxsize, sys.maxsize)

#: The size of the groups in which rules with the same first words are tried: one match tells whether any of
#: a group matches, which is rare, since most first words are everyday ones.
_GROUP = 8
#: A longer pattern is not compiled a second time with its group.
_LONG = 1000
#: The most followers, some of them digits or marks, with which a head is searched.
_FEW = 24
_NAMED = re.compile(r"\(\?P<\w+>")
_REFERS = re.compile(r"\(\?P=|\(\?\(|\\[1-9]|^\(\?[aiLmsux]")


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
_Group = tuple[_Matches | None, list[tuple[Rule[C], _Matches]]]
#: A head, and what follows it if some rule names that.
_Opening = tuple[str, str | None]


@attrs.define
class _Head(Generic[C]):
    """The rules that can begin with one head.

    Attributes:
        head: The head.
        rules: Each rule with what can follow there.
        openings: The openings by what can follow, of all the rules together.
        lone: The opening for whatever else follows, if one of the rules accepts anything after its head.
    """

    head: str
    rules: list[tuple[Rule[C], frozenset[str] | None]] = attrs.field(factory=list)
    openings: dict[str, _Opening] = attrs.field(factory=dict)
    lone: _Opening | None = None

    def add(self, rule: Rule[C], followers: frozenset[str] | None) -> None:
        self.rules.append((rule, followers))
        if followers is ANY:
            self.lone = (self.head, None)
        else:
            self.openings.update((follower, (self.head, follower)) for follower in followers)

    def followers(self) -> set[str]:
        """All that can follow, with one digit in place of each number and what follows it."""
        return {DIGIT if follower[0] == DIGIT else follower for follower in self.openings}

    def is_paired(self) -> bool:
        """Whether the head can be searched together with what can follow it.

        A digit or mark takes many strings; only of letters, which are everywhere, they are worth that alone.
        """
        if self.lone is not None:
            return False
        followers = self.followers()
        marks = sum(not follower.isalpha() for follower in followers)
        few = len(followers) <= _FEW
        return not marks or (few and (len(self.head) == 1 or marks * 2 <= len(followers)))

    def opening_at(self, text: str, end: int) -> _Opening | None:
        """The opening that the head, which ends at *end*, is in *text*; None if no rule can go on there."""
        if not self.openings:
            return self.lone
        match = _FOLLOWER.match(text, end)
        assert match is not None
        after_number, follower = match.groups()
        if after_number is None:
            return self.openings.get(follower, self.lone)
        number = DIGIT + (DIGIT if after_number.isdecimal() else after_number)
        return self.openings.get(number) or self.openings.get(DIGIT, self.lone)

    def before(self, follower: str | None) -> list[Rule[C]]:
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
                self._heads.setdefault(head, _Head(head)).add(rule, followers)
        self._tries: dict[_Opening, list[_Group[C]]] = {}
        self._compiling = RLock()
        # The openings of runs of digits by their length and what follows, and those that anything may follow.
        runs = {head: found for head, found in self._heads.items() if head[0] == DIGIT}
        self._runs: dict[tuple[int, str], _Opening] = {
            (len(head), follower): opening
            for head, found in runs.items()
            for follower, opening in found.openings.items()
        }
        self._lone_runs = {len(head): found.lone for head, found in runs.items()}
        # Heads that only some words, digits or marks can follow are searched together with what follows:
        # rarer strings mean fewer attempts.
        words = {head: found for head, found in self._heads.items() if head not in runs}
        paired = {head: found for head, found in words.items() if found.is_paired()}
        self._pairs: dict[str, _Opening] = {
            head + gap + follower: (head, follower)
            for head, found in paired.items()
            for follower in found.followers()
            if follower.isalpha()
            for gap in (" ", "\n", "\n\n")
        }
        begun = {
            head + gap + mark: (head, follower)
            for head, found in paired.items()
            for follower in found.followers()
            if not follower.isalpha()
            for mark in (digits if follower == DIGIT else follower)
            for gap in ("", " ", "  ", "   ", "\n", "\n\n")
        }
        glued = glued - paired.keys() | self._pairs.keys()
        self.scanner = word_scanner((*(words.keys() - paired.keys()), *self._pairs), glued, begun)
        self._pairs |= begun

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
        after = 0
        text, tries = view.lower, self._tries
        places = iter(taken)
        start, end = next(places, _NEVER)
        for position, opening in self._openings(view):
            if position < after:
                continue
            while end <= position:
                start, end = next(places, _NEVER)
            if start <= position and opening[0][0] == DIGIT:
                continue
            groups = tries.get(opening)
            if groups is None:
                groups = self._groups_at(opening)
            found = _best(text, position, groups)
            if found is not None:
                after = found.end
                yield found

    def _groups_at(self, opening: _Opening) -> list[_Group[C]]:
        """The rules to try at *opening*; compiled when it is first met, since compiling all takes long."""
        head, follower = opening
        with self._compiling:  # concurrent threads would compile the same
            groups = self._tries.get(opening)
            if groups is None:
                groups = _groups(self._heads[head].before(follower), digits=head[0] == DIGIT)
                self._tries[opening] = groups
        return groups

    def _openings(self, view: TextView) -> list[tuple[int, _Opening]]:
        """Where rules can begin, in order, and how."""
        text, heads, pairs, runs = view.lower, self._heads, self._pairs, self._runs
        found: list[tuple[int, _Opening]] = []
        for start, end in self.scanner.hits(view):
            word = text[start:end]
            opening = pairs.get(word)
            if opening is None:
                opening = heads[word].opening_at(text, end)
            elif opening[1] == DIGIT:
                opening = heads[opening[0]].opening_at(text, start + len(opening[0]))
            if opening is not None:
                found.append((start, opening))
        for start, run in view.digit_runs:
            opening = runs.get(run) or self._lone_runs.get(run[0])
            if opening is not None:
                found.append((start, opening))
        return sorted(found, key=_position)  # sorted runs: merged in one pass


def _best(text: str, position: int, groups: list[_Group[C]]) -> Found[C] | None:
    """The longest match of the rules in *groups* at *position*."""
    best: Found[C] | None = None
    reach = position
    for gate, tries in groups:
        if gate is not None and gate(text, position) is None:
            continue
        for rule, matches in tries:
            match = matches(text, position)
            if match is None or (end := match.end()) <= reach:
                continue
            candidate = rule.build(match)
            if candidate is not None:
                best = Found(position, end, rule, candidate)
                reach = end
    return best


def _can_group(rule: Rule[C]) -> bool:
    """Whether a rule's pattern may be part of a larger one; compiling a long one twice costs too much."""
    return len(rule.pattern) <= _LONG and not _REFERS.search(rule.pattern)


def _groups(rules: Sequence[Rule[C]], *, digits: bool) -> list[_Group[C]]:
    """*rules* in their order, in groups, each with a pattern that matches where any rule of the group does.

    With *digits*, all of them begin with a digit.
    """
    groups: list[_Group[C]] = []
    for joint, some in groupby(rules, _can_group):
        run: list[tuple[Rule[C], _Matches]] = [
            (rule, re.compile((digits and rule.digits) or rule.pattern).match) for rule in some
        ]
        for start in range(0, len(run), _GROUP):
            tries = run[start : start + _GROUP]
            gate: _Matches | None = None
            if joint and len(tries) > 2:
                gate = re.compile(_NAMED.sub("(?:", "|".join(rule.pattern for rule, _ in tries))).match
            groups.append((gate, tries))
    return groups
