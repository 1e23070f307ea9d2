"""Which fields of a value were inferred, and from what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from ._said import in_plain_words

__all__ = ["NOTHING_INFERRED", "Inferred", "inferred_of", "recurring"]


@in_plain_words
@attrs.frozen(repr=False, eq=False)
class Inferred(Mapping[str, str]):
    """An immutable mapping from a value's field to where it came from, compared like a dict.

    >>> Inferred((("year", "published"),)) == {"year": "published"}
    True
    """

    _items: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, field: str) -> str:
        for name, reason in self._items:
            if name == field:
                return reason
        raise KeyError(field)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return repr(dict(self._items))


#: For a value whose fields all stand in its words.
NOTHING_INFERRED = Inferred()


def inferred_of(reasons: Mapping[str, str]) -> Inferred:
    """*reasons* as an immutable mapping, by field.

    Raises:
        TypeError: They are not a mapping of strings to strings.
        ValueError: A field or a reason is empty, or holds half of a character.
    """
    if isinstance(reasons, Inferred):
        return reasons
    if not isinstance(reasons, Mapping):
        raise TypeError(f"inferred: a mapping is needed, not {reasons!r:.80}")
    for part in (part for item in reasons.items() for part in item):
        if not isinstance(part, str):
            raise TypeError(f"inferred: strings are needed, not {part!r:.80}")
        if not part.strip():
            raise ValueError("inferred: an empty field or reason")
        if not part.isascii():
            part.encode()  # a lone surrogate is refused
    return Inferred(tuple(sorted(reasons.items()))) if reasons else NOTHING_INFERRED


@lru_cache(maxsize=1024)
def recurring(reasons: tuple[tuple[str, str], ...]) -> Inferred:
    """The mapping of *reasons* that the library itself gives: unchecked, and cached as there are few."""
    return Inferred(tuple(sorted(reasons))) if reasons else NOTHING_INFERRED
