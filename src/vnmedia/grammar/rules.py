"""Rules, and the engine that tries them.

A rule says where it can begin (its *heads*), what stands there (its *pattern*) and what candidate that
makes (its *build*). A candidate holds what was printed, in parts; giving it a value is the kind's
``_resolve``. The engine finds all heads in one pass and tries, from each, the rules of that head alone.
The longest match wins, the earlier rule among equals; the next attempt begins behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Generic, TypeVar

import attrs

from ..text import NUMBER_START, TextView
from .scan import word_scanner

__all__ = ["DIGIT", "Found", "Grammar", "Rule"]

C = TypeVar("C")
T = TypeVar("T")

#: The head of a rule that begins with a digit.
DIGIT = "0"
_WORD = re.compile(r"\w+")

#: Of how many rules one match asks first whether any of them matches: most heads are everyday words.
_GROUP = 8
#: What is longer is not compiled once more with its group.
_LONG = 1000
_NAMED = re.compile(r"\(\?P<\w+>")
_REFERS = re.compile(r"\(\?P=|\(\?\(|\\[1-9]|^\(\?[aiLmsux]")


def _strings(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


@attrs.frozen(kw_only=True)
class Rule(Generic[C]):
    """One form that an expression takes.

    Attributes:
        name: What the form is called, in Vietnamese where it has a name; unique within its kind.
        heads: What it can begin with, in lower case: a word, or as many as all that it reads begin with
            (the rarer, the fewer attempts); ``DIGIT`` stands for any digit, none at all for any word.
            ``0:mark`` is the part ``mark`` of that head (see ``Grammar``).
        pattern: A regular expression over the lower-case view, from the head on.
        build: The match → the candidate, or None where the words only look like one.
        read: In place of both, for a form that goes by a registry or by capitals: the view and a place in
            it → where the form ends, and the candidate; None where it does not stand there.
        examples: Texts that the rule reads whole.
        counterexamples: Texts that look alike and hold nothing for this rule.
    """

    name: str
    heads: tuple[str, ...] = attrs.field(converter=_strings)
    pattern: str = ""
    build: Callable[[re.Match[str]], C | None] = lambda _match: None
    read: Callable[[TextView, int], tuple[int, C] | None] | None = None
    examples: tuple[str, ...] = attrs.field(converter=_strings)
    counterexamples: tuple[str, ...] = attrs.field(default=(), converter=_strings)


@attrs.define  # not frozen: made for each candidate, it costs half the time
class Found(Generic[C]):
    """A candidate and where it stands in the view."""

    start: int
    end: int
    rule: Rule[C]
    candidate: C


_Matches = Callable[[str, int], re.Match[str] | None]
_Group = tuple[_Matches | None, list[tuple[Rule[C], _Matches | None]]]


class Grammar(Generic[C]):
    """The rules of one kind, ready to scan.

    A head that stands often without an expression may have a *gate*: a pattern that must match from it on
    before any of its rules is tried. Where the gate has named groups, the one that matched says which rules:
    those of ``0:mark`` are tried at the digits where ``mark`` did, those of ``0`` at all. Gates save time
    alone; what they keep out, no rule of that head reads.

    Raises:
        ValueError: A rule asks for a part that the gate of its head does not have.
    """

    def __init__(self, rules: Sequence[Rule[C]], gates: Mapping[str, str] | None = None) -> None:
        self._gates = {head: re.compile(pattern) for head, pattern in (gates or {}).items()}
        self._heads = set()
        for rule in rules:
            for head, part in map(_parted, rule.heads):
                if part and head in self._gates and part not in self._gates[head].groupindex:
                    raise ValueError(f"{rule.name}: the gate of {head!r} has no part {part!r}")
                self._heads.add(head)
        self._rules = tuple(rules)
        self._tries: dict[tuple[str, str | None], list[_Group[C]]] = {}
        self._anywhere = _groups([rule for rule in rules if not rule.heads])
        self._scan = word_scanner(self._heads - {DIGIT})
        # The gate of the digits is part of the pass that looks for them; it is tried from the digit on, but
        # stands behind it, so that the engine finds the digit first.
        gate = (gates or {}).get(DIGIT, "")
        gated = bool(gate) and DIGIT in self._heads
        self._digits = re.compile(rf"{NUMBER_START}(?<=(?={gate})[0-9])").finditer if gated else None

    def find(self, view: TextView) -> Iterator[Found[C]]:
        """The candidates in *view*, from left to right, none overlapping another."""
        behind = 0
        gates, tries, text = self._gates, self._tries, view.lower
        for position, head, part in self._openings(view):
            if position < behind:
                continue
            if head != DIGIT and head in gates:
                opened = gates[head].match(text, position)
                if opened is None:
                    continue
                part = opened.lastgroup
            groups = tries.get((head, part))
            if groups is None:
                groups = self._groups_at(head, part)
            found = _best(view, position, groups)
            if found is not None:
                behind = found.end
                yield found

    def _groups_at(self, head: str, part: str | None) -> list[_Group[C]]:
        """The rules to try at a head; compiled when it first stands in a text, since all take long."""
        if head not in self._heads:
            return self._anywhere
        rules = [rule for rule in self._rules if _begins(rule, head, part)]
        groups = _groups(rules, guarded=head not in self._gates)
        self._tries[head, part] = groups
        return groups

    def _openings(self, view: TextView) -> list[tuple[int, str, str | None]]:
        """Where rules can begin, with which head and, of digits, with which part."""
        text = view.lower
        hits = self._scan(text)
        if self._anywhere:
            hits = sorted((dict(match.span() for match in _WORD.finditer(text)) | dict(hits)).items())
        heads: list[tuple[int, str, str | None]] = [(start, text[start:end], None) for start, end in hits]
        if self._digits is not None:
            heads += [(match.start(), DIGIT, match.lastgroup) for match in self._digits(text)]
        elif DIGIT in self._heads:
            heads += [(start, DIGIT, None) for start in view.digits]
        return sorted(heads)  # two sorted runs: merged in one pass


def _best(view: TextView, position: int, groups: list[_Group[C]]) -> Found[C] | None:
    """The longest of what the rules in *groups* read from *position* on."""
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


def _parted(head: str) -> tuple[str, str]:
    word, _, part = head.partition(":")
    return word, part


def _begins(rule: Rule[Any], head: str, part: str | None) -> bool:
    """Whether *rule* can begin with *head*, where *part* of its gate matched, or with its first words."""
    return not rule.heads or any(
        (own == head and (part is None or own_part in ("", part))) or head.startswith(f"{own} ")
        for own, own_part in map(_parted, rule.heads)
    )


def _can_group(rule: Rule[C]) -> bool:
    """Whether a rule's pattern may be part of a larger one; compiling a long one twice costs too much."""
    return rule.read is None and len(rule.pattern) <= _LONG and not _REFERS.search(rule.pattern)


def _groups(rules: Sequence[Rule[C]], *, guarded: bool = True) -> list[_Group[C]]:
    """*rules* in their order, in groups; *guarded* by a pattern that matches where any of the group does."""
    groups: list[_Group[C]] = []
    for joint, some in groupby(rules, _can_group):
        run: list[tuple[Rule[C], _Matches | None]] = [
            (rule, None if rule.read else re.compile(rule.pattern).match) for rule in some
        ]
        for start in range(0, len(run), _GROUP):
            tries = run[start : start + _GROUP]
            gate: _Matches | None = None
            if guarded and joint and len(tries) > 2:
                gate = re.compile(_NAMED.sub("(?:", "|".join(rule.pattern for rule, _ in tries))).match
            groups.append((gate, tries))
    return groups
