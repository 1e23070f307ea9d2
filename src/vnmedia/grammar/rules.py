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
from typing import Generic, TypeVar

import attrs

from ..text import TextView
from .scan import word_scanner

__all__ = ["DIGIT", "Found", "Grammar", "Rule"]

C = TypeVar("C")
T = TypeVar("T")

#: The head of a rule that begins with a digit.
DIGIT = "0"
_ANY = "*"
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
        heads: The lower-case words that it can begin with; ``DIGIT`` stands for any digit, none at all for
            any word.
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


_Group = tuple[Callable[[str, int], re.Match[str] | None] | None, list[tuple[Rule[C], re.Pattern[str]]]]


class Grammar(Generic[C]):
    """The rules of one kind, ready to scan.

    A head that stands often without an expression may have a *gate*: a pattern that must match from it on
    before any of its rules is tried. It saves time alone; what it keeps out, no rule of that head reads.
    """

    def __init__(self, rules: Sequence[Rule[C]], gates: Mapping[str, str] | None = None) -> None:
        self._gates = {head: re.compile(pattern).match for head, pattern in (gates or {}).items()}
        by_head: dict[str, list[Rule[C]]] = {}
        for rule in rules:
            for head in rule.heads or (_ANY,):
                by_head.setdefault(head, []).append(rule)
        self._by_head = {head: _groups(some) for head, some in by_head.items()}
        self._anywhere = self._by_head.pop(_ANY, [])
        for groups in self._by_head.values():
            groups += self._anywhere
        self._scan = word_scanner(head for head in self._by_head if head != DIGIT)

    def find(self, view: TextView) -> Iterator[Found[C]]:
        """The candidates in *view*, from left to right, none overlapping another."""
        text = view.lower
        hits = (match.span() for match in _WORD.finditer(text)) if self._anywhere else self._scan(text)
        heads = [(start, text[start:end]) for start, end in hits]
        if DIGIT in self._by_head:
            heads += [(start, DIGIT) for start in view.digits]
            heads.sort()  # two sorted runs: merged in one pass
        gates, behind = self._gates, 0
        for position, head in heads:
            if position < behind or (head in gates and gates[head](text, position) is None):
                continue
            found = self._best(view, position, head)
            if found is not None:
                behind = found.end
                yield found

    def whole(self, view: TextView, start: int, end: int) -> Found[C] | None:
        """The candidate that fills *start* to *end*, None where no rule reads all of it."""
        text = view.lower
        word = _WORD.match(text, start)
        if word is None:
            return None
        head = DIGIT if text[start] in "0123456789" else word.group()
        return self._best(view, start, head, whole_to=end)

    def _best(self, view: TextView, position: int, head: str, whole_to: int | None = None) -> Found[C] | None:
        text = view.lower
        best: Found[C] | None = None
        reach = position
        for gate, tries in self._by_head.get(head, self._anywhere):
            if gate is not None and gate(text, position) is None:
                continue
            for rule, pattern in tries:
                if rule.read is not None:
                    end, candidate = rule.read(view, position) or (0, None)
                    if whole_to is not None and end != whole_to:
                        continue
                else:
                    if whole_to is None:
                        match = pattern.match(text, position)
                    else:
                        match = pattern.fullmatch(text, position, whole_to)
                    if match is None or (end := match.end()) <= reach:
                        continue
                    candidate = rule.build(match)
                if candidate is not None and end > reach:
                    best = Found(position, end, rule, candidate)
                    reach = end
        return best


def _can_group(rule: Rule[C]) -> bool:
    """Whether a rule's pattern may be part of a larger one; compiling a long one twice costs too much."""
    return rule.read is None and len(rule.pattern) <= _LONG and not _REFERS.search(rule.pattern)


def _groups(rules: Sequence[Rule[C]]) -> list[_Group[C]]:
    """*rules* in their order, in groups, each with a pattern that matches where any of them does."""
    groups: list[_Group[C]] = []
    for guarded, some in groupby(rules, _can_group):
        run = [(rule, re.compile(rule.pattern)) for rule in some]
        for start in range(0, len(run), _GROUP):
            tries = run[start : start + _GROUP]
            named = "|".join(rule.pattern for rule, _ in tries)
            gate = re.compile(_NAMED.sub("(?:", named)).match if guarded and len(tries) > 2 else None
            groups.append((gate, tries))
    return groups
