"""The words of the lists that rules decide by, each in a sentence that is read otherwise without its list."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from vnmedia import parse_article, parse_instrument_document, parse_statistic
from vnmedia.model import Division
from vnmedia.registries import WordList, load
from vnmedia.serializers import to_record

FILES = (
    *("agency_words", "clause_words", "document_words", "figure_words"),
    *("instrument_words", "link_words", "office_words", "time_cues"),
)
CORPUS = tomllib.loads(Path(__file__).with_name("listed_words.toml").read_text(encoding="utf-8"))
#: Fields that follow from others.
DERIVED = {"start", "end", "earliest", "latest", "uri"}


def put(word: str, frame: str) -> str:
    """*frame* with *word* in its place: as it is, in small letters, in capitals, or with a capital or two."""
    for place, form in (
        ("{}", word),
        ("{L}", word.lower()),
        ("{C}", word[:1].upper() + word[1:]),
        ("{U}", word.upper()),
        ("{T}", word.title()),
    ):
        frame = frame.replace(place, form)
    return frame


def facts(text: str, published: dt.date | None, kinds: list[str] | None = None) -> Iterator[str]:
    """What is read in *text*, or what of *kinds* alone: each mention and each field of its value in words."""
    record = to_record(parse_article(text, published=published, kinds=kinds))
    text = record["text"]
    for mention in record["mentions"]:
        head = f"{mention['kind']} «{text[mention['start'] : mention['end']]}»"
        yield head
        for name in mention["value"].keys() - DERIVED:
            value = mention["value"][name]
            for part in value if isinstance(value, list) else [value]:
                yield f"{head} {name} {in_words(part, text)}"


def stated(text: str) -> Iterator[str]:
    """What is read in *text* as one legal document: its identity, its units, and who signed it."""
    document = parse_instrument_document(text)
    instrument = document.instrument
    for name in ("type", "number", "date", "title"):
        yield f"{name} {getattr(instrument, name)}"
    if instrument.issuer is not None:
        yield f"issuer {instrument.issuer.name}"
    if document.parent is not None:
        yield f"parent {document.parent.text}"
    yield from (f"issuer's line {line.text}" for line in document.issuers)
    yield from (f"signed {signature.office}: {signature.name}" for signature in document.signatures)
    yield from units(document.divisions)


def units(divisions: Iterable[Division]) -> Iterator[str]:
    """The *divisions* of a document and those within them, with their headings."""
    for unit in divisions:
        heading = f" {unit.heading.text}" if unit.heading is not None else ""
        yield f"division {unit.kind} {unit.number}{heading}"
        yield from units(unit.divisions)


def told(text: str) -> Iterator[str]:
    """What *text* tells as one figure, with the words before it: how it changed, and what it is."""
    figure = parse_statistic(text)
    yield f"change {figure.change}"
    yield f"role {figure.role}"


def in_words(part: Any, text: str) -> str:
    """A value of a record: of a span its words, of a relation kind and target, of a body its id or name."""
    if not isinstance(part, dict):
        return str(part)
    if "target" in part:
        return f"{part['kind']} {in_words(part['target'], text)}"
    if "start" in part:
        return f"«{text[part['start'] : part['end']]}»"
    return str(part.get("id") or part.get("name"))


def test_every_word_has_a_sentence() -> None:
    """A word that is new is shown at work, one that is gone is missed; some old ones wait for a sentence."""
    shown = [(frame["list"], word) for frame in CORPUS["frame"] for word in frame["words"]]
    shown += [(waiting["list"], word) for waiting in CORPUS["waiting"] for word in waiting["words"]]
    listed = [
        (f"{file}/{id}", word)
        for file in FILES
        for id, words in load(f"{file}.toml", WordList).items()
        if getattr(words, "role", "") != "qualifier"  # see qualifiers.toml
        for word in words.words
    ]
    assert sorted(shown) == sorted(listed)


@pytest.mark.parametrize("frame", CORPUS["frame"], ids=lambda frame: frame["list"])
def test_a_word_decides_what_is_read(frame: dict[str, Any]) -> None:
    """With each word the frame's ``reads`` are read, and what its ``without`` has is not."""
    published = dt.date(2020, 12, 19) if frame.get("published", True) else None
    for word in frame["words"]:
        text = put(word, frame["text"])
        if frame.get("document"):
            read = set(stated(text))
        elif frame.get("figure"):
            read = set(told(text))
        else:
            read = set(facts(text, published, frame.get("kinds")))
        assert {put(word, fact) for fact in frame["reads"]} <= read, word
        assert not {put(word, fact) for fact in frame["without"]} & read, word
