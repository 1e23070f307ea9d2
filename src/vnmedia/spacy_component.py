"""A spaCy component that adds the mentions to a document. Needs the extra ``spacy``.

``nlp.add_pipe("vnmedia")`` finds it by its entry point. The spans are in ``doc.spans["vnmedia"]``, labelled
with their kinds; ``doc._.vnmedia`` gives each with its value. A document's day of publication is
``doc._.vnmedia_published``, or else the setting ``published``. A span is widened to whole tokens.

>>> import spacy
>>> nlp = spacy.blank("xx")
>>> component = nlp.add_pipe("vnmedia", config={"published": "2020-12-19"})
>>> [(span.text, span.label_, str(value.start)) for span, value in nlp("Sáng 17/12 họp")._.vnmedia]
[('Sáng 17/12', 'date', '2020-12-17')]
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from . import mentions
from .errors import ExtraError
from .model import Context
from .serializers.record import mention_from_record, mention_record
from .text import nfc

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, SpanGroup
except ModuleNotFoundError as error:
    raise ExtraError("spacy", "spacy") from error

__all__ = ["Component", "make"]

_KEY = "vnmedia"


class Component:
    """Adds the mentions of a document's text to its spans.

    Attributes:
        published: The day of publication of documents that have none of their own.
        spans_key: The name of the span group.
    """

    def __init__(self, published: dt.date | None = None, spans_key: str = _KEY) -> None:
        self.published = published
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """*doc* with its mentions."""
        text = doc.text
        places = _places(text)
        published = doc._.vnmedia_published or self.published
        spans, records = [], []
        for mention in mentions.find(text, Context(published=published)):
            start, end = places[mention.start], places[mention.end]
            span = doc.char_span(start, end, label=mention.kind, alignment_mode="expand")
            if span is not None:
                spans.append(span)
                records.append(mention_record(mention))
        doc.spans[self.spans_key] = SpanGroup(
            doc, name=self.spans_key, attrs={"mentions": records}, spans=spans
        )
        return doc


def _places(text: str) -> list[int] | range:
    """For each place in the NFC form of *text*, the end included, the place in *text*."""
    if unicodedata.is_normalized("NFC", text):
        return range(len(text) + 1)
    places: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        # A cluster is a character with the marks (or Hangul vowels and finals) that may compose with it.
        if end == len(text) or not (unicodedata.combining(text[end]) or "\u1160" <= text[end] <= "\u11ff"):
            places += [start] * len(nfc(text[start:end]))
            start = end
    return [*places, len(text)]


def _with_values(doc: Doc) -> tuple[tuple[Span, Any], ...]:
    """Each mention's span with its value."""
    text = nfc(doc.text)
    return tuple(
        (span, mention_from_record(record, text, f"mentions[{index}]").value)
        for group in doc.spans.values()
        if "mentions" in group.attrs
        for index, (span, record) in enumerate(zip(group, group.attrs["mentions"], strict=True))
    )


@Language.factory(_KEY, default_config={"published": None, "spans_key": _KEY}, assigns=["doc.spans"])
def make(nlp: Language, name: str, published: str | None, spans_key: str) -> Component:
    """The component that a pipeline's settings ask for; *published* is a day or date-time in ISO form."""
    if published is None:
        return Component(None, spans_key)
    day_alone = len(published) == 10
    moment = dt.date.fromisoformat(published) if day_alone else dt.datetime.fromisoformat(published)
    return Component(moment, spans_key)


Doc.set_extension("vnmedia_published", default=None, force=True)
Doc.set_extension(_KEY, getter=_with_values, force=True)
