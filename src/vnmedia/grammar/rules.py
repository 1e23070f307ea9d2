"""Rules, and the engine that tries them.

A rule says where it can begin (its *heads*), what stands there (its *pattern*) and what candidate that
makes (its *build*). A candidate holds what was printed, in parts; giving it a value is the kind's
``_resolve``. The engine finds all heads in one pass and tries, from each, the rules of that head alone.
The longest match wins, the earlier rule among equals; the next attempt begins behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain
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


@attrs.frozen
class Found(Generic[C]):
    """A candidate and where it stands in the view."""

    start: int
    end: int
    rule: Rule[C]
    candidate: C


class Grammar(Generic[C]):
    """The rules of one kind, ready to scan."""

    def __init__(self, rules: Sequence[Rule[C]]) -> None:
        self._by_head: dict[str, list[tuple[Rule[C], re.Pattern[str]]]] = {}
        for rule in rules:
            compiled = re.compile(rule.pattern)
            for head in rule.heads or (_ANY,):
                self._by_head.setdefault(head, []).append((rule, compiled))
        self._anywhere = self._by_head.get(_ANY, [])
        self._scan = word_scanner(head for head in self._by_head if head not in (DIGIT, _ANY))

    def find(self, view: TextView) -> Iterator[Found[C]]:
        """The candidates in *view*, from left to right, none overlapping another."""
        text = view.lower
        digits = ((start, DIGIT) for start in view.digits) if DIGIT in self._by_head else ()
        hits = (match.span() for match in _WORD.finditer(text)) if self._anywhere else self._scan(text)
        words = ((start, text[start:end]) for start, end in hits)
        behind = 0
        for position, head in merge(words, digits):
            if position < behind:
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
        best: Found[C] | None = None
        for rule, pattern in chain(self._by_head.get(head, ()), self._anywhere):
            if rule.read is not None:
                found = rule.read(view, position)
                if (
                    found is not None
                    and whole_to in (None, found[0])
                    and (best is None or found[0] > best.end)
                ):
                    best = Found(position, found[0], rule, found[1])
                continue
            match = (
                pattern.match(view.lower, position)
                if whole_to is None
                else pattern.fullmatch(view.lower, position, whole_to)
            )
            if match is None or (best is not None and match.end() <= best.end):
                continue
            candidate = rule.build(match)
            if candidate is not None:
                best = Found(position, match.end(), rule, candidate)
        return best
