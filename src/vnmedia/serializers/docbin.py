"""spaCy's DocBin: articles as tokenised documents with spans, for training spaCy's own components.

Needs the extra ``spacy``. The spans stand in ``doc.spans["sc"]``, where spaCy's span categoriser looks for
them, and may overlap; those that do not overlap, chosen longest first, are ``doc.ents`` for its entity
recogniser. A span is widened to whole tokens. ``spacy train`` reads the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from ..errors import ExtraError
from ..model import KINDS, Article
from .atomic import fresh_file

try:
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans
except ModuleNotFoundError as error:
    raise ExtraError("spacy", "spacy") from error

__all__ = ["to_docbin", "write_docbin"]

#: Where spaCy's span categoriser looks for spans by default.
_KEY = "sc"


def to_docbin(articles: Iterable[Article], kinds: Iterable[str] = KINDS, *, language: str = "vi") -> Any:
    """A ``DocBin`` with one document for each article.

    Args:
        articles: The articles; one without text gives an empty document.
        kinds: The kinds whose mentions are spans.
        language: The language of the tokeniser; ``vi`` needs pyvi, ``xx`` splits at spaces and marks.

    >>> from vnmedia import parse_article
    >>> import spacy
    >>> made = to_docbin([parse_article("Sáng 17/12/2020, Bộ Y tế họp.")], language="xx")
    >>> [doc] = made.get_docs(spacy.blank("xx").vocab)
    >>> [(span.text, span.label_) for span in doc.ents]
    [('Sáng 17/12/2020', 'date'), ('Bộ Y tế', 'agency')]

    Raises:
        ValueError: One of *kinds* is not a kind.
    """
    wanted = tuple(kinds)
    unknown = sorted(set(wanted) - set(KINDS))
    if unknown:
        raise ValueError(f"kinds: {unknown[0]!r} is not one of {', '.join(KINDS)}")
    nlp = spacy.blank(language)
    made = DocBin(store_user_data=True)
    for article in articles:
        doc = nlp.make_doc(article.text)
        spans = [
            doc.char_span(mention.start, mention.end, label=mention.kind, alignment_mode="expand")
            for mention in article.mentions
            if mention.kind in wanted
        ]
        doc.spans[_KEY] = [span for span in spans if span is not None]
        doc.ents = filter_spans(doc.spans[_KEY])
        if article.id is not None:
            doc.user_data["id"] = article.id
        made.add(doc)
    return made


def write_docbin(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write *articles* as a ``.spacy`` file, tokenised at spaces and marks; whole or not at all."""
    with fresh_file(path) as fresh:
        to_docbin(articles, language="xx").to_disk(fresh)
