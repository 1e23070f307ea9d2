"""Hooks for a cattrs converter, for the model's values inside other people's classes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args, get_origin

from cattrs import BaseConverter

from ..model import (
    VALUES,
    Agency,
    Article,
    Block,
    Citation,
    Duration,
    Image,
    LegalInstrument,
    Mention,
    Official,
    Pinpoint,
    Relation,
    Source,
    Span,
    Statistic,
    TimeExpression,
)
from ..model._check import given
from ._converter import converter as own_converter
from ._wire import RecordBlock, RecordMention, block_record
from .record import from_record, mention_record, problems_at, to_record

__all__ = ["configure"]

C = TypeVar("C", bound=BaseConverter)

_AS_THEY_ARE = (
    Agency, Citation, Duration, Image, LegalInstrument, Official, Pinpoint, Relation, Source, Span, Statistic,
    TimeExpression,
)  # fmt: skip


def configure(converter: C) -> C:
    """*converter*, which now reads and writes every class of the model as it stands in a record.

    Other classes are read as before, also ``datetime.date`` and ``Decimal``. An ``Article`` is a whole
    record, checked as ``from_record`` checks it; a ``Mention`` has its ``quote`` in addition, since the text
    is not there, and ``Mention[Statistic]`` is the mention of a figure. Reading is strict: nothing is
    coerced, and an unknown, missing or wrong field is a ``SerializationError`` with its place.

    >>> import attrs, cattrs
    >>> from vnmedia import parse_statistic
    >>> @attrs.frozen
    ... class Row:
    ...     source: str
    ...     figure: Statistic
    >>> converter = configure(cattrs.Converter())
    >>> converter.unstructure(Row("bai-1", parse_statistic("7,5 triệu đồng")))
    {'source': 'bai-1', 'figure': {'value': '7500000', 'unit': 'VND'}}
    >>> converter.structure({"source": "bai-1", "figure": {"value": "5", "unit": "%"}}, Row).figure
    Statistic(value=Decimal('5'), unit='%')

    Raises:
        TypeError: *converter* is not a cattrs converter.
    """
    given("converter", converter, BaseConverter)
    for kind in _AS_THEY_ARE:
        converter.register_structure_hook(kind, _reader(kind))
        converter.register_unstructure_hook(kind, own_converter().unstructure)
    converter.register_structure_hook(Article, lambda record, _: from_record(record))
    converter.register_unstructure_hook(Article, to_record)
    converter.register_structure_hook(Block, _block)
    converter.register_unstructure_hook(Block, block_record)
    converter.register_structure_hook_func(_is_mention, _mention)
    converter.register_unstructure_hook_func(_is_mention, _quoted)
    return converter


def _reader(kind: type[Any]) -> Callable[[Any, Any], Any]:
    def read(record: Any, _kind: Any) -> Any:
        with problems_at(""):
            return own_converter().structure(record, kind)

    return read


def _block(record: Any, _kind: Any) -> Block:
    with problems_at(""):
        wire = own_converter().structure(record, RecordBlock)
        return wire.block()


def _is_mention(kind: Any) -> bool:
    return kind is Mention or get_origin(kind) is Mention


def _quoted(mention: Mention[Any]) -> dict[str, Any]:
    return mention_record(mention) | {"quote": mention.quote}


def _mention(record: Any, kind: Any) -> Mention[Any]:
    with problems_at(""):
        if not isinstance(record, dict):
            raise TypeError(f"an object is needed, not {record!r:.80}")
        quote = record.get("quote")
        if not isinstance(quote, str):
            raise TypeError(f"quote: a string is needed, not {quote!r:.80}")
        plain = {name: part for name, part in record.items() if name != "quote"}
        wire = own_converter().structure(plain, RecordMention)
        with problems_at("value"):
            value = own_converter().structure(wire.value, VALUES[wire.kind])
        wanted = next((part for part in get_args(kind) if isinstance(part, type)), object)
        if not isinstance(value, wanted):
            raise TypeError(f"kind: a mention of {wanted.__name__} is needed, not {wire.kind!r}")
        span = Span(start=wire.start, end=wire.end)
        return Mention(span=span, quote=quote, value=value, inferred=wire.inferred)
