"""The tables of an article: their columns follow from the model's classes, so no field is forgotten.

A field that holds another object of the model becomes one column for each of that object's fields
(``issuer_id``, ``issuer_name``); a span becomes its ``_start`` and ``_end``; a tuple stays a list.
"""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from ..model import BLOCK_KINDS, KINDS, Article, Citation, Duration, Relation, Span
from ._wire import WIRE

#: The table of each kind.
TABLES = {
    "date": "dates",
    "instrument": "instruments",
    "agency": "agencies",
    "statistic": "statistics",
    "official": "officials",
}

#: Fields that are tables of their own.
APART = ("relations",)

Row = dict[str, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")


class LocalTime:
    """The type of cells that hold a date-time in the text's own local time, without a zone."""


@attrs.frozen(kw_only=True)
class Column:
    """One column: its name, the Python type of its cells, and how a cell is taken from a value."""

    name: str
    type: Any
    get: Callable[[Any], Any]


def _plain(name: str, type: Any, get: Callable[[Any], Any] | None = None) -> Column:
    return Column(name=name, type=type, get=get or (lambda value: getattr(value, name)))


def _through(name: str, get: Callable[[Any], Any], value: Any) -> Any:
    """What *get* takes from the field *name* of *value*; None where that field is None."""
    part = getattr(value, name)
    return None if part is None else get(part)


def without_none(annotation: Any) -> Any:
    """The type that *annotation* allows besides None."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not types.NoneType)
    return annotation


def _of_field(name: str, annotation: Any, inside: tuple[type[Any], ...]) -> Iterator[Column]:
    kind = without_none(annotation)
    if kind is Span or (attrs.has(kind) and kind is not Duration):
        if inside.count(kind) > 1:
            return
        for inner in _of_class(kind, inside):
            yield Column(name=f"{name}_{inner.name}", type=inner.type, get=partial(_through, name, inner.get))
    else:
        yield _plain(name, kind)


def _of_class(kind: type[Any], inside: tuple[type[Any], ...] = ()) -> Iterator[Column]:
    hints = get_type_hints(kind)
    for field in attrs.fields(kind):
        if field.name not in APART:
            yield from _of_field(field.name, hints[field.name], (*inside, kind))


def _day(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _clock(moment: dt.date | None) -> dt.datetime | None:
    return moment if isinstance(moment, dt.datetime) else None


def _offset(moment: dt.date | None) -> int | None:
    offset = moment.utcoffset() if isinstance(moment, dt.datetime) else None
    return None if offset is None else int(offset.total_seconds()) // 60


def _moment(name: str) -> Iterator[Column]:
    """The columns of a moment: a day and, if a clock time is given, an instant with its offset in minutes."""
    yield _plain(name, dt.datetime, lambda article: _clock(getattr(article, name)))
    yield _plain(f"{name}_day", dt.date, lambda article: _day(getattr(article, name)))
    yield _plain(f"{name}_offset", int, lambda article: _offset(getattr(article, name)))


def _of_article() -> Iterator[Column]:
    hints = get_type_hints(Article)
    for field in attrs.fields(Article):
        if field.name in ("published", "modified"):
            yield from _moment(field.name)
        elif field.name not in ("blocks", "mentions", *APART):
            yield from _of_field(field.name, hints[field.name], (Article,))


#: What joins the tables: the number of the article, the article's own id, the number of the mention.
_ARTICLE = (_plain("article", int), _plain("article_id", str))
_MENTION = (*_ARTICLE, _plain("mention", int))
_QUOTE = _plain("quote", str)


@cache
def columns() -> dict[str, tuple[Column, ...]]:
    """The columns of each table, in order. ``article`` and ``mention`` count from 0 and join the tables.

    Each table also has the article's own id, and each table of mentions has their quote.
    """
    tables: dict[str, tuple[Column, ...]] = {
        "articles": (_ARTICLE[0], *_of_article()),
        "blocks": (
            *_ARTICLE,
            _plain("kind", Literal[BLOCK_KINDS]),
            _plain("start", int, lambda block: block.span.start),
            _plain("end", int, lambda block: block.span.end),
        ),
        "mentions": (
            *_MENTION,
            _plain("kind", Literal[KINDS]),
            _plain("start", int),
            _plain("end", int),
            _QUOTE,
        ),
    }
    for kind, name in TABLES.items():
        tables[name] = (*_MENTION, _QUOTE, *_of_class(WIRE[kind]))
    tables["relations"] = (*_MENTION, _QUOTE, _plain("target", int), *_of_class(Relation))
    tables["dates"] += tuple(_plain(name, LocalTime) for name in ("earliest", "latest"))
    return tables


def _encodable(value: Any) -> Any:
    """*value* without lone surrogates, which file names may contain and no table can hold."""
    if isinstance(value, str) and not value.isascii():
        return _SURROGATE.sub("\ufffd", value)
    return value


def _row(table: str, value: Any, **keys: int | str | None) -> Row:
    return keys | {c.name: _encodable(c.get(value)) for c in columns()[table] if c.name not in keys}


def rows(article: Article, number: int) -> Iterator[tuple[str, Row]]:
    """Each row of *article*, which has the number *number*, with the name of the row's table."""
    yield "articles", _row("articles", article, article=number)
    keys: dict[str, Any] = {"article": number, "article_id": _encodable(article.id)}
    for block in article.blocks:
        yield "blocks", _row("blocks", block, **keys)
    instruments = {m.span: index for index, m in enumerate(article.mentions) if m.kind == "instrument"}
    for index, mention in enumerate(article.mentions):
        of_mention = keys | {"mention": index, "quote": _encodable(mention.quote)}
        yield "mentions", _row("mentions", mention, **of_mention)
        table = TABLES[mention.kind]
        yield table, _row(table, mention.value, **of_mention)
        if isinstance(mention.value, Citation):
            yield from _relation_rows(mention.value.relations, instruments, **of_mention)
    # What the document itself does belongs to no mention.
    yield from _relation_rows(article.relations, instruments, **keys, mention=None, quote=None)


def _relation_rows(
    relations: tuple[Relation, ...], instruments: dict[Span, int], **keys: int | str | None
) -> Iterator[tuple[str, Row]]:
    for relation in relations:
        target = instruments.get(relation.target)
        yield "relations", _row("relations", relation, **keys, target=target)
