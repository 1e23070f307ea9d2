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
from .openings import ANY, DIGIT, LONGEST_RUN
from .scan import word_scanner

__all__ = ["Found", "Grammar", "Rule"]

C = TypeVar("C")
T = TypeVar("T")

_WORD = re.compile(r"\w+")
#: What follows a head: the next word, a digit or a mark.
_FOLLOWER = re.compile(r"[ \n]*+(?:([^\W\d_]++)|([0-9]|.)|)")
#: The heads of runs of digits by their length.
_RUNS = {length: DIGIT * length for length in range(1, LONGEST_RUN + 1)}
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
            it → where the form ends, and the candidate; None if the form does not stand there. It is tried
            at every word.
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
_Group = tuple[_Matches | None, list[tuple[Rule[C], _Matches | None]]]


@attrs.define
class _Head(Generic[C]):
    """The rules that can begin with one head.

    Attributes:
        rules: Each rule with what can follow there.
        followers: All that can follow, of all the rules together.
        alone: Whether one of the rules accepts anything after its head.
    """

    rules: list[tuple[Rule[C], frozenset[str] | None]] = attrs.field(factory=list)
    followers: set[str] = attrs.field(factory=set)
    alone: bool = False

    def add(self, rule: Rule[C], followers: frozenset[str] | None) -> None:
        self.rules.append((rule, followers))
        self.followers.update(followers or ())
        self.alone = self.alone or followers is ANY

    def is_paired(self, head: str) -> bool:
        """Whether *head* can be searched together with what can follow it.

        A digit or mark takes many strings; only of letters, which are everywhere, they are worth that alone.
        """
        if self.alone:
            return False
        marks = sum(not follower.isalpha() for follower in self.followers)
        few = len(self.followers) <= _FEW
        return not marks or (few and (len(head) == 1 or marks * 2 <= len(self.followers)))

    def before(self, follower: str | None) -> list[Rule[C]]:
        """The rules that can continue with *follower*, one of ``followers`` or None for anything else."""
        return [rule for rule, known in self.rules if known is ANY or follower in known]


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
            if rule.read is not None:
                continue
            found = openings_of(rule.pattern)
            glued |= found.glued
            for head, followers in found.followers.items():
                self._heads.setdefault(head, _Head()).add(rule, followers)
        self._tries: dict[tuple[str, str | None], list[_Group[C]]] = {}
        self._compiling = RLock()
        self._anywhere = _groups([rule for rule in rules if rule.read is not None])
        self._digits = any(head[0] == DIGIT for head in self._heads)
        # Heads that only some words, digits or marks can follow are searched together with what follows:
        # rarer strings mean fewer attempts.
        words = {head: found for head, found in self._heads.items() if head[0] != DIGIT}
        paired = {head: found for head, found in words.items() if found.is_paired(head)}
        self._pairs = {
            head + gap + follower: (head, follower)
            for head, found in paired.items()
            for follower in found.followers
            if follower.isalpha()
            for gap in (" ", "\n", "\n\n")
        }
        begun = {
            head + gap + mark: (head, follower)
            for head, found in paired.items()
            for follower in found.followers
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
        tries = self._tries
        openings = self._openings(view)
        for position, word, follower in _outside(openings, taken) if taken else openings:
            if position < after:
                continue
            groups = tries.get((word, follower))
            if groups is None:
                groups = self._groups_at(word, follower)
            found = _best(view, position, groups) if groups else None
            if found is not None:
                after = found.end
                yield found

    def _groups_at(self, word: str, follower: str | None) -> list[_Group[C]]:
        """The rules to try at a head; compiled when the head is first met, since compiling all takes long."""
        with self._compiling:  # concurrent threads would compile the same
            groups = self._tries.get((word, follower))
            if groups is None:
                head = self._heads.get(word)
                rules = head.before(follower) if head is not None else []
                groups = _groups(rules, digits=word.startswith(DIGIT)) + self._anywhere
                self._tries[word, follower] = groups
        return groups

    def _openings(self, view: TextView) -> list[tuple[int, str, str | None]]:
        """Where rules can begin, with the head, and what follows there if some rule names it."""
        text, heads, pairs = view.lower, self._heads, self._pairs
        found: list[tuple[int, str, str | None]] = []
        for start, end in self.scanner.hits(view):
            word = text[start:end]
            pair = pairs.get(word)
            if pair is not None:
                found.append((start, *pair))
                continue
            head = heads[word]
            follows = _FOLLOWER.match(text, end) if head.followers else None
            follower = follows[1] or follows[2] if follows is not None else None
            if follower is not None and follower.isdecimal():
                follower = DIGIT
            if follower in head.followers:
                found.append((start, word, follower))
            elif head.alone:
                found.append((start, word, None))
        if self._digits:
            runs = {length: (word, heads[word]) for length, word in _RUNS.items() if word in heads}
            longest = runs.get(LONGEST_RUN)
            for start, end, follower in view.digit_runs:
                run = runs.get(end - start) if end - start < LONGEST_RUN else longest
                if run is None:
                    continue
                word, head = run
                if follower in head.followers:
                    found.append((start, word, follower))
                elif head.alone:
                    found.append((start, word, None))
        if self._anywhere:
            known = {start for start, _, _ in found}
            found += [(m.start(), "", None) for m in _WORD.finditer(text) if m.start() not in known]
        return sorted(found, key=_position)  # sorted runs: merged in one pass


def _outside(
    openings: Iterable[tuple[int, str, str | None]], taken: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, str, str | None]]:
    """Those of *openings* that are not digits inside one of the places *taken*; both are in order."""
    places = iter(taken)
    start, end = next(places, _NEVER)
    for opening in openings:
        while end <= opening[0]:
            start, end = next(places, _NEVER)
        if opening[0] < start or opening[1][:1] != DIGIT:
            yield opening


def _best(view: TextView, position: int, groups: list[_Group[C]]) -> Found[C] | None:
    """The longest match of the rules in *groups* at *position*."""
    text = view.lower
    best: Found[C] | None = None
    reach = position
    for gate, tries in groups:
        if gate is not None and gate(text, position) is None:
            continue
        for rule, matches in tries:
            if matches is not None:
                match = matches(text, position)
                if match is None or (end := match.end()) <= reach:
                    continue
                candidate = rule.build(match)
            else:
                assert rule.read is not None
                end, candidate = rule.read(view, position) or (0, None)
            if candidate is not None and end > reach:
                best = Found(position, end, rule, candidate)
                reach = end
    return best


def _can_group(rule: Rule[C]) -> bool:
    """Whether a rule's pattern may be part of a larger one; compiling a long one twice costs too much."""
    return rule.read is None and len(rule.pattern) <= _LONG and not _REFERS.search(rule.pattern)


def _groups(rules: Sequence[Rule[C]], *, digits: bool = False) -> list[_Group[C]]:
    """*rules* in their order, in groups, each with a pattern that matches where any rule of the group does.

    With *digits*, all of them begin with a digit.
    """
    groups: list[_Group[C]] = []
    for joint, some in groupby(rules, _can_group):
        run: list[tuple[Rule[C], _Matches | None]] = [
            (rule, None if rule.read else re.compile((digits and rule.digits) or rule.pattern).match)
            for rule in some
        ]
        for start in range(0, len(run), _GROUP):
            tries = run[start : start + _GROUP]
            gate: _Matches | None = None
            if joint and len(tries) > 2:
                gate = re.compile(_NAMED.sub("(?:", "|".join(rule.pattern for rule, _ in tries))).match
            groups.append((gate, tries))
    return groups
