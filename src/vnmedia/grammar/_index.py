"""The openings of the library's own patterns, derived ahead of time because deriving them takes seconds.

The key is a digest of the pattern. A pattern that has changed since is therefore derived when it is
first used, and never gets its old openings. ``.ci/openings.py`` writes the index anew.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from ..registries.files import text_of
from .openings import ANY, Openings, openings

__all__ = ["digest", "openings_of", "rows"]

_FILE = "openings.csv"
#: Stands in the file for whatever may follow.
_ANYTHING = "**"


def openings_of(pattern: str) -> Openings:
    """How *pattern* can begin: from the index, or derived if the index does not have it."""
    known = _index().get(digest(pattern))
    return known if known is not None else openings(pattern)


def digest(pattern: str) -> str:
    """The key of a pattern in the index."""
    # Loaded here: whoever asks for a body alone needs no patterns, and no digests of them.
    digest: str = import_module("hashlib").blake2b(pattern.encode(), digest_size=6).hexdigest()
    return digest


def rows(patterns: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """The lines of the index for *patterns*: digest, heads, glued heads, and what can follow those heads."""
    for pattern in sorted(set(patterns), key=digest):
        found = openings(pattern)
        alike: dict[frozenset[str] | None, list[str]] = {}
        for head, followers in found.followers.items():
            alike.setdefault(followers, []).append(head)
        lines = []
        for followers, heads in alike.items():
            shown = _ANYTHING if followers is ANY else " ".join(sorted(followers))
            glued = " ".join(sorted(found.glued.intersection(heads)))
            lines.append((digest(pattern), " ".join(sorted(heads)), glued, shown))
        yield from sorted(lines)


@cache
def _index() -> dict[str, Openings]:
    followers: dict[str, dict[str, frozenset[str] | None]] = {}
    glued: dict[str, set[str]] = {}
    for name, heads, joined, shown in list(csv.reader(text_of(_FILE).splitlines()))[1:]:
        after = ANY if shown == _ANYTHING else frozenset(shown.split())
        followers.setdefault(name, {}).update(dict.fromkeys(heads.split(), after))
        glued.setdefault(name, set()).update(joined.split())
    return {name: Openings(known, frozenset(glued[name])) for name, known in followers.items()}
