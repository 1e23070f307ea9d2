"""The outcome of each rule at one place: how far it read, and what stopped it. Only for explanations."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

import attrs

from ..patterns import Pattern
from ..text import LONGEST_RUN, TextView
from .openings import DIGIT, Automaton
from .rules import Grammar, Rule

__all__ = ["Attempt", "attempts"]

_REPEATS = Pattern(r"\(\?P=|\\[1-9]")
_HEAD = Pattern(r"[^\W\d_]+|[0-9]+")

Outcome = Literal["words", "surroundings", "build", "shorter", "read"]


@attrs.frozen
class Attempt:
    """One rule, tried at one place of a view.

    Attributes:
        rule: The rule.
        start: Where it was tried.
        reached: The end of the whole words up to which its words agree with the text.
        outcome: ``words``: it needs other words from *reached* on; ``surroundings``: its words stand
            there, but what stands before or after forbids it; ``build``: it matched, but the words only
            look like the form; ``shorter``: another rule read more there; ``read``: it gave a candidate.
    """

    rule: Rule[Any]
    start: int
    reached: int
    outcome: Outcome


def attempts(grammar: Grammar[Any], view: TextView, start: int) -> list[Attempt]:
    """The outcome of every rule of *grammar* that can begin with the word or number at *start* of *view*."""
    head = _HEAD.match(view.lower, start)
    if head is None:
        return []
    word = head.group()
    if word[0].isdecimal():
        word = DIGIT * min(len(word), LONGEST_RUN)
    tried = [_tried(rule, view.lower, start) for rule in grammar.starting(word)]
    longest = max((one.reached for one in tried if one.outcome == "read"), default=0)
    return [
        attrs.evolve(one, outcome="shorter") if one.outcome == "read" and one.reached < longest else one
        for one in tried
    ]


def _tried(rule: Rule[Any], text: str, start: int) -> Attempt:
    match = re.compile(rule.pattern).match(text, start)
    if match is not None:
        built = rule.build(match) is not None
        return Attempt(rule, start, match.end(), "read" if built else "build")
    reached, whole = _automaton(rule.pattern).reach(text, start)
    if _REPEATS.search(rule.pattern):  # a back-reference to a group: anything, as its text is unknown here
        return Attempt(rule, start, start, "words")
    if whole:
        return Attempt(rule, start, reached, "surroundings")
    while start < reached < len(text) and text[reached - 1].isalnum() and text[reached].isalnum():
        reached -= 1
    return Attempt(rule, start, max(start, reached), "words")


@cache
def _automaton(pattern: str) -> Automaton:
    return Automaton(pattern)
