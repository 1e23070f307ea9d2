"""The record: one JSON object for each article, as ``docs/reference/record`` describes it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import attrs

from ..errors import SerializationError
from ..model import SCHEMA, VALUES, Article, Block, Image, Mention, Source, Span
from ..model._check import given
from ..structuring import WRONG, joined, problems
from ._converter import converter
from ._wire import Record, RecordBlock, RecordMention, block_record
from .atomic import fresh_file

S = TypeVar("S")
T = TypeVar("T")

__all__ = ["dumps", "from_record", "loads", "to_record", "write_json"]


_SHARED = (
    "id",
    "title",
    "lead",
    "section",
    "publisher",
    "url",
    "published",
    "modified",
    "authors",
    "tags",
    "text",
    "relations",
)


def to_record(article: Article) -> dict[str, Any]:
    """*article* as a record: only dicts, lists, strings, ints and None, keys in the documented order.

    >>> to_record(Article(text="Hà Nội"))["text"]
    'Hà Nội'

    Raises:
        TypeError: *article* is not an ``Article``.
    """
    given("article", article, Article)
    write = converter().unstructure
    record: dict[str, Any] = dict.fromkeys(field.name for field in attrs.fields(Record))
    record.update({name: write(getattr(article, name)) for name in _SHARED})
    record["schema"] = SCHEMA
    record["authors"], record["tags"] = list(article.authors), list(article.tags)
    record["source"] = _source(article.source)
    record["images"] = [attrs.asdict(image) for image in article.images]
    record["blocks"] = [block_record(block) for block in article.blocks]
    record["mentions"] = [mention_record(mention) for mention in article.mentions]
    record["relations"] = [write(relation) for relation in article.relations]
    if not record["relations"]:
        del record["relations"]
    return record


def _source(source: Source) -> dict[str, Any]:
    record = attrs.asdict(source) | {"repairs": list(source.repairs)}
    if not source.repairs:
        del record["repairs"]
    return record


def mention_record(mention: Mention[Any]) -> dict[str, Any]:
    """*mention* as it stands in a record."""
    value = converter().unstructure(mention.value)
    record = {"kind": mention.kind, "start": mention.start, "end": mention.end, "value": value}
    return record | {"inferred": dict(mention.inferred)} if mention.inferred else record


def from_record(record: dict[str, Any]) -> Article:
    """The article that *record* was made from.

    >>> from_record(to_record(Article(text="Hà Nội"))).text
    'Hà Nội'

    Raises:
        SerializationError: A field is unknown, missing or wrong, or the record has another schema; the
            error gives the path of each bad field.
    """
    if not isinstance(record, dict):
        raise SerializationError([("", f"an object is needed, not {record!r:.80}")])
    if record.get("schema") != SCHEMA:
        raise SerializationError([("schema", f"{SCHEMA!r} is needed, not {record.get('schema')!r}")])
    try:
        return _read(record)
    except WRONG:
        return _read_with_paths(record)


def _read(record: dict[str, Any]) -> Article:
    """The article that *record* was made from; any error comes without paths."""
    read = converter(paths=False).structure
    wire = read(record, Record)
    return _article(
        wire,
        tuple(_mention(mention, wire.text, read) for mention in wire.mentions),
        tuple(block.block() for block in wire.blocks),
    )


def _read_with_paths(record: dict[str, Any]) -> Article:
    """The same, with an error that gives the path of each bad field."""
    with problems_at(""):
        wire = converter().structure(record, Record)
    found: list[tuple[str, str]] = []
    mentions = _each("mentions", wire.mentions, lambda mention: _mention(mention, wire.text, _value), found)
    blocks = _each("blocks", wire.blocks, RecordBlock.block, found)
    if found:
        raise SerializationError(found)
    with problems_at(""):
        return _article(wire, mentions, blocks)


def _article(wire: Record, mentions: tuple[Mention[Any], ...], blocks: tuple[Block, ...]) -> Article:
    return Article(
        source=Source(**attrs.asdict(wire.source, recurse=False)),
        images=tuple(Image(**attrs.asdict(image)) for image in wire.images),
        blocks=blocks,
        mentions=mentions,
        **{name: getattr(wire, name) for name in _SHARED},
    )


def _mention(wire: RecordMention, text: str, read: Callable[[Any, type[Any]], Any]) -> Mention[Any]:
    span = Span(start=wire.start, end=wire.end)
    value = read(wire.value, VALUES[wire.kind])
    return Mention(span=span, quote=span.of(text), value=value, inferred=wire.inferred)


def _value(record: dict[str, Any], kind: type[Any]) -> Any:
    with problems_at("value"):
        return converter().structure(record, kind)


def mention_from_record(record: Any, text: str, path: str) -> Mention[Any]:
    """The mention in *text* that *record*, which stands at *path*, was made from."""
    with problems_at(path):
        return _mention(converter().structure(record, RecordMention), text, _value)


def _each(
    name: str, items: Iterable[S], build: Callable[[S], T], found: list[tuple[str, str]]
) -> tuple[T, ...]:
    """What *build* makes from each item; problems with items that cannot be built are added to *found*."""
    built = []
    for index, item in enumerate(items):
        try:
            with problems_at(f"{name}[{index}]"):
                built.append(build(item))
        except SerializationError as error:
            found.extend(error.problems)
    return tuple(built)


@contextmanager
def problems_at(path: str) -> Iterator[None]:
    """Turn errors of the model and of cattrs into ours, with *path* before the field's name."""
    try:
        yield
    except SerializationError as error:
        raise SerializationError(
            [(joined(path, inner), reason) for inner, reason in error.problems]
        ) from error
    except WRONG as error:
        raise SerializationError(list(problems(error, path))) from error


def dumps(article: Article) -> str:
    """*article* as one line of JSON.

    >>> dumps(Article(text="Hà Nội")).startswith('{"schema": "vnmedia/2", "id": null,')
    True
    """
    return json.dumps(to_record(article), ensure_ascii=False, allow_nan=False)


def loads(text: str) -> Article:
    """The article in one line of JSON that ``dumps`` wrote.

    >>> loads(dumps(Article(text="Hà Nội"))) == Article(text="Hà Nội")
    True

    Raises:
        SerializationError: *text* is not JSON, is cut off, or is not a record.
    """
    given("text", text, str)
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SerializationError([("", f"not JSON: {error}")]) from error
    return from_record(record)


def write_json(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write *articles* as one JSON array of records, each on a line of its own.

    *path* appears, or is replaced, when all is written; after an error it is as it was.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "records.json"
    >>> write_json([Article(text="Hà Nội"), Article(text="Huế")], path)
    >>> [record["text"] for record in json.loads(path.read_text(encoding="utf-8"))]
    ['Hà Nội', 'Huế']
    """
    with fresh_file(path) as fresh, fresh.open("w", encoding="utf-8", newline="\n") as file:
        before = "[\n"
        for article in articles:
            file.write(before + dumps(article))
            before = ",\n"
        file.write("\n]\n" if before == ",\n" else "[]\n")
