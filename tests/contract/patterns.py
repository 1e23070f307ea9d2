"""Strings that a pattern reads, made from the pattern itself, and what patterns read without the engine."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from re import _constants as sre
from re import _parser
from typing import Any

from vnmedia import dates, instruments, statistics
from vnmedia.grammar import Grammar, Rule
from vnmedia.text import TextView

#: The grammars of the kinds whose rules have patterns.
GRAMMARS: dict[str, Grammar[Any]] = {
    "date": dates.grammar(),
    "instrument": instruments.grammar(),
    "statistic": statistics.grammar(),
}
_LETTERS = "abcdđeghiklmnopqrstuvxyăâêôơưàáảãạ"
_DIGITS = "0123456789"
_EVERYTHING = _LETTERS + _DIGITS + " \n-–/.,:;()%&"


def strings(pattern: str, count: int) -> Iterator[str]:
    """Up to *count* different strings that *pattern* reads whole; always the same ones."""
    tree, whole = _parser.parse(pattern), re.compile(pattern)
    chance = random.Random(pattern)
    seen: set[str] = set()
    for _ in range(count * 20):
        made = "".join(_made(tree, chance, {}))
        if made and made not in seen and whole.fullmatch(made):
            seen.add(made)
            yield made
            if len(seen) == count:
                return


def _made(items: Iterable[tuple[Any, Any]], chance: random.Random, groups: dict[int, str]) -> Iterator[str]:
    for operation, argument in items:
        if operation is sre.LITERAL:
            yield chr(argument)
        elif operation in (sre.IN, sre.ANY, sre.NOT_LITERAL):
            yield _one_of(operation, argument, chance)
        elif operation is sre.SUBPATTERN:
            made = "".join(_made(argument[-1], chance, groups))
            groups[argument[0]] = made
            yield made
        elif operation is sre.ATOMIC_GROUP:
            yield from _made(argument, chance, groups)
        elif operation is sre.BRANCH:
            yield from _made(chance.choice(argument[1]), chance, groups)
        elif operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, repeated = argument
            for _ in range(chance.choice((least, least, min(most, least + 1), min(most, least + 2)))):
                yield from _made(repeated, chance, groups)
        elif operation is sre.GROUPREF:
            yield groups.get(argument, "")
        elif operation is sre.GROUPREF_EXISTS:
            yield from _made((argument[1] if argument[0] in groups else argument[2]) or (), chance, groups)


def _one_of(operation: Any, argument: Any, chance: random.Random) -> str:
    if operation is sre.IN and argument[0][0] in (sre.LITERAL, sre.RANGE):
        kind, chosen = chance.choice(argument)
        if kind is sre.LITERAL:
            return chr(chosen)
        if kind is sre.RANGE:
            return chr(chance.randint(*chosen))
    if argument == [(sre.CATEGORY, sre.CATEGORY_DIGIT)]:
        return chance.choice(_DIGITS)
    fits = re.compile(_source(operation, argument))
    return chance.choice([character for character in _EVERYTHING if fits.fullmatch(character)] or ["x"])


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _source(operation: Any, argument: Any) -> str:
    """The set of characters as one writes it."""
    if operation is sre.ANY:
        return "."
    if operation is sre.NOT_LITERAL:
        return f"[^{re.escape(chr(argument))}]"
    parts = []
    for kind, value in argument:
        if kind is sre.NEGATE:
            parts.append("^")
        elif kind is sre.CATEGORY:
            parts.append(_CATEGORIES[value])
        elif kind is sre.RANGE:
            parts.append("-".join(re.escape(chr(end)) for end in value))
        else:
            parts.append(re.escape(chr(value)))
    return f"[{''.join(parts)}]"


def reach(rules: Iterable[Rule[Any]], view: TextView, start: int) -> int:
    """Where the longest of what the patterns and builds of *rules* alone read at *start* ends; 0 for none."""
    ends = [0]
    for rule in rules:
        match = re.compile(rule.pattern).match(view.lower, start)
        if match is not None and rule.build(match) is not None:
            ends.append(match.end())
    return max(ends)
