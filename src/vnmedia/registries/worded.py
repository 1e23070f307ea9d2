"""Patterns that name the lists of words they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from ..patterns import Pattern
from .store import words

__all__ = ["Pattern", "Worded", "alternation", "expand"]

# A list, also with what bars a letter or digit before it.
_LIST = re.compile(r"(\(\?<!\\w\))?<([a-z_]+/[a-z-]+)>")


def alternation(options: Iterable[str]) -> str:
    """A regular-expression group of *options*, the longest first, so that none hides another."""
    ordered = sorted(options, key=lambda option: (-len(option), option))
    return f"(?:{'|'.join(map(re.escape, ordered))})".replace("\\ ", " ")


def _at_a_word(options: Iterable[str]) -> str:
    """A group of *options* as ``alternation`` gives it, where no letter or digit may stand before them.

    What stands before is checked after the first letter: an engine that knows how matches begin skips the
    rest of a text much faster.
    """
    rests: dict[str, list[str]] = {}
    for option in options:
        rests.setdefault(option[0], []).append(option[1:])
    heads = (re.escape(first) + r"(?<!\w.)" + alternation(rest) for first, rest in rests.items())
    return f"(?:{'|'.join(heads)})"


def expand(pattern: str) -> str:
    """*pattern* with an alternation in place of each list that it names by its file and id.

    >>> expand("(?P<p><time_words/portion>) năm")
    '(?P<p>(?:cuối|giữa|đầu)) năm'

    Raises:
        KeyError: There is no such list.
    """

    def spelled_out(match: re.Match[str]) -> str:
        return (_at_a_word if match[1] else alternation)(words(match[2]))

    return _LIST.sub(spelled_out, pattern)


class Worded(Pattern):
    """A pattern that names lists of words; their files are read on first use.

    >>> bool(Worded(r"<time_words/part-of-day> nay").fullmatch("chiều tối nay"))
    True
    """

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(expand(self._source), self._flags)
