"""Articles: a file or page → a typed ``Article`` by its layout.

Plain text is kept whole: what is not part of the article (menus, counters, related lists) is told apart
as ``boilerplate`` blocks, never dropped.
"""

from __future__ import annotations

from ._parse import MAX_BYTES, parse_article
from .corpus import RawDocument, read_corpus, read_documents

__all__ = ["MAX_BYTES", "RawDocument", "parse_article", "read_corpus", "read_documents"]
