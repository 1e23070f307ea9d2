"""The words that the layout of a document is read by.

The layout is that of Phụ lục I of Nghị định 30/2020/NĐ-CP and, for Party papers, Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import attrs

from .store import Registry, load

__all__ = ["DocumentWord", "WordRole", "document_words", "words_of"]

WordRole = Literal[
    "body",
    "first-body",
    "office",
    "number",
    "card-number",
    "card-type",
    "card-issuer",
    "card-day",
    "card-title",
    "card-other",
]


@attrs.frozen(kw_only=True)
class DocumentWord:
    """A word or phrase that tells what a line of a document is.

    Attributes:
        id: ASCII.
        text: The words in lower case.
        role: What they tell: a letterhead's line that begins with a ``body`` is a new name, with a
            ``first-body`` only at the top; an ``office`` stands above a signer's name; a ``number`` is
            a numeral written out (``thứ nhất``); a ``card-`` word is a label of the card that law portals
            print above a document (``Số hiệu``, ``Ngày ban hành``).
        value: What a ``number`` is.
        sources: Ids in ``sources.toml``.
    """

    id: str
    text: str
    role: WordRole
    value: int | None = None
    sources: tuple[str, ...]


def document_words() -> Registry[DocumentWord]:
    """The words by id."""
    return load("document_words.toml", DocumentWord)


@cache
def words_of(role: WordRole) -> dict[str, DocumentWord]:
    """The words of one role by their text.

    >>> "ủy ban" in words_of("body")
    True
    """
    return {word.text: word for word in document_words().values() if word.role == role}
