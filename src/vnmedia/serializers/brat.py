"""brat standoff: an article's mentions for the annotation tool brat, and annotations made there read back.

brat keeps a text (``bai-1.txt``) and its annotations (``bai-1.ann``) apart. A line ``T1`` gives the kind,
the offsets and the words; a mention over a line break has several fragments, as brat requires. A note
``#1`` on it carries the value as in a record, so an article's own mentions come back whole; what an
annotator marked has no value. Offsets are code points of the NFC text, as brat counts them too.

https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from ..errors import SerializationError
from ..model import Article, Mention, Span
from .record import mention_from_record, mention_record

__all__ = ["Annotation", "from_brat", "to_brat"]

_ENTITY = re.compile(r"(?P<id>T\S+)\t(?P<label>\S+) (?P<offsets>\d+ \d+(?:;\d+ \d+)*)\t(?P<quote>.*)")
_NOTE = re.compile(r"#\S+\tAnnotatorNotes (?P<target>\S+)\t(?P<text>.*)")


@attrs.frozen(kw_only=True)
class Annotation:
    """One stretch of text that was marked in brat.

    Attributes:
        label: What it is marked as; for an article's own mention, its kind.
        span: From its first fragment to its last.
        mention: The mention, where the annotation carries a value; else None.
    """

    label: str
    span: Span
    mention: Mention[Any] | None = None


def to_brat(article: Article) -> tuple[str, str]:
    """The text and the annotations of *article*, for a ``.txt`` and an ``.ann`` file with the same name.

    >>> import vnmedia
    >>> text, annotations = to_brat(vnmedia.parse_article("Sáng 17/12/2020, Bộ Y tế họp."))
    >>> annotations.splitlines()[2]
    'T2\\tagency 17 24\\tBộ Y tế'
    """
    lines: list[str] = []
    for number, mention in enumerate(article.mentions, 1):
        fragments = list(_fragments(article.text, mention.span))
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        quote = " ".join(article.text[start:end] for start, end in fragments)
        record = json.dumps(mention_record(mention), ensure_ascii=False)
        lines += [
            f"T{number}\t{mention.kind} {offsets}\t{quote}",
            f"#{number}\tAnnotatorNotes T{number}\t{record}",
        ]
    return article.text, "".join(f"{line}\n" for line in lines)


def from_brat(text: str, annotations: str) -> tuple[Annotation, ...]:
    """What is marked in *text*, by start; lines for relations, events and attributes are passed over.

    Args:
        text: The ``.txt`` file.
        annotations: The ``.ann`` file.

    >>> [(a.label, a.span.of("Bộ Y tế họp")) for a in from_brat("Bộ Y tế họp", "T1\\tbody 0 7\\tBộ Y tế\\n")]
    [('body', 'Bộ Y tế')]

    Raises:
        SerializationError: Offsets beyond the text, or words that do not stand there.
    """
    entities: dict[str, tuple[str, Span]] = {}
    notes: dict[str, str] = {}
    for number, line in enumerate(annotations.split("\n"), 1):
        if (entity := _ENTITY.fullmatch(line)) is not None:
            entities[entity["id"]] = (entity["label"], _span(text, entity, f"line {number}"))
        elif line.startswith("T"):
            raise SerializationError([(f"line {number}", f"not an annotation of a stretch: {line!r:.80}")])
        elif (note := _NOTE.fullmatch(line)) is not None:
            notes[note["target"]] = note["text"]
    found = [
        Annotation(label=label, span=span, mention=_mention(notes.get(id), text, span))
        for id, (label, span) in entities.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end, each.label)))


def _fragments(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The parts of *span* on lines of their own; brat allows no line break inside a fragment."""
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def _span(text: str, entity: re.Match[str], where: str) -> Span:
    fragments = [tuple(map(int, pair.split())) for pair in entity["offsets"].split(";")]
    if any(end > len(text) or start >= end for start, end in fragments):
        raise SerializationError(
            [(where, f"offsets {entity['offsets']} in a text of {len(text)} characters")]
        )
    words = " ".join(text[start:end] for start, end in fragments)
    if words != entity["quote"]:
        raise SerializationError(
            [(where, f"{entity['quote']!r:.80} does not stand there, but {words!r:.80}")]
        )
    return Span(start=fragments[0][0], end=fragments[-1][1])


def _mention(note: str | None, text: str, span: Span) -> Mention[Any] | None:
    """The mention that *note* records; None for a note that an annotator wrote."""
    try:
        record = json.loads(note or "")
    except ValueError:
        return None
    if not isinstance(record, dict) or (record.get("start"), record.get("end")) != (span.start, span.end):
        return None
    return mention_from_record(record, text, "note")
