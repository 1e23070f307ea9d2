"""The classes that have the record's own shape: flat spans, no quotes, keys in the documented order."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, get_type_hints

import attrs

from ..model import VALUES, Block, BlockKind, Cell, Citation, LegalInstrument, Relation, Span

__all__ = [
    "WIRE",
    "CitationRecord",
    "Moment",
    "Record",
    "RecordBlock",
    "RecordCell",
    "RecordImage",
    "RecordMention",
    "block_record",
]

Moment = dt.datetime | dt.date | None


@attrs.frozen(kw_only=True)
class RecordSource:
    path: str | None
    url: str | None
    media_type: str
    encoding: str | None
    repairs: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class RecordImage:
    url: str | None
    caption: str | None
    credit: str | None


@attrs.frozen(kw_only=True)
class RecordCell:
    row: int
    column: int
    start: int
    end: int
    rows: int = 1
    columns: int = 1
    head: bool = False


@attrs.frozen(kw_only=True)
class RecordBlock:
    kind: BlockKind
    start: int
    end: int
    cells: tuple[RecordCell, ...] = ()

    def block(self) -> Block:
        """The block that the record was made from."""
        span = Span(start=self.start, end=self.end)
        return Block(kind=self.kind, span=span, cells=tuple(map(_cell, self.cells)))


def _cell(wire: RecordCell) -> Cell:
    span = Span(start=wire.start, end=wire.end)
    return Cell(
        span=span, row=wire.row, column=wire.column, rows=wire.rows, columns=wire.columns, head=wire.head
    )


def block_record(block: Block) -> dict[str, Any]:
    """*block* as it stands in a record, without an empty list of cells or a cell's defaults."""
    record = {"kind": block.kind, "start": block.start, "end": block.end}
    return record | {"cells": [_cell_record(cell) for cell in block.cells]} if block.cells else record


def _cell_record(cell: Cell) -> dict[str, Any]:
    record = {"row": cell.row, "column": cell.column, "start": cell.span.start, "end": cell.span.end}
    spans = {"rows": cell.rows, "columns": cell.columns}
    record |= {name: count for name, count in spans.items() if count != 1}
    return record | {"head": True} if cell.head else record


@attrs.frozen(kw_only=True)
class RecordMention:
    kind: Literal["date", "instrument", "agency", "statistic", "official"]
    start: int
    end: int
    value: dict[str, Any]
    inferred: dict[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Record:
    """The record of one article. A field that is at its default is left out."""

    schema: str
    id: str | None
    source: RecordSource
    title: str | None
    lead: str | None
    section: str | None
    publisher: str | None
    url: str | None
    published: Moment
    modified: Moment
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    images: tuple[RecordImage, ...]
    text: str
    blocks: tuple[RecordBlock, ...]
    mentions: tuple[RecordMention, ...]
    relations: tuple[Relation, ...] = ()


def _citation_record() -> type[Any]:
    """The fields of a citation, with ``uri`` and ``resolved`` in place of its ``instrument``."""
    hints = get_type_hints(Citation)
    optional: dict[str, Any] = {"uri": str | None, "resolved": LegalInstrument | None}
    fields = {
        field.name: attrs.field(default=field.default, type=hints[field.name], validator=field.validator)
        for field in attrs.fields(Citation)
        if field.name != "instrument"
    }
    fields |= {name: attrs.field(default=None, type=kind) for name, kind in optional.items()}
    return attrs.make_class("CitationRecord", fields, kw_only=True, frozen=True)


#: A citation as it stands in a record and in the tables.
CitationRecord = _citation_record()

#: The class of each kind's values as they stand in a record and in the tables.
WIRE: dict[str, type[Any]] = VALUES | {Citation.kind_name: CitationRecord}
