"""Articles: reads a file or page into a typed ``Article`` by its layout.

Plain text is kept whole: what is not part of the article (menus, counters, related lists) is marked as
``boilerplate`` blocks, never dropped.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._parse import MAX_BYTES, parse_article

if TYPE_CHECKING:
    from .corpus import RawDocument, read_corpus, read_documents

__all__ = ["MAX_BYTES", "RawDocument", "parse_article", "read_corpus", "read_documents"]


def __getattr__(name: str) -> Any:
    """The readers of corpora, loaded on first use: reading one text does not need them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    return getattr(import_module(".corpus", __name__), name)
