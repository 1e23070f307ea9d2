"""Article: a document that was read, with everything that was found in it."""

from __future__ import annotations

import builtins
import datetime as dt
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Any, Literal, cast, get_args

import attrs

from .. import notebook
from ._check import filled, maybe, of, one_of, tuple_of
from ._said import counted, in_plain_words, in_short, said
from .agency import Agency
from .instrument import Citation, LegalInstrument, Relation
from .official import Official
from .span import Mention, Span
from .statistic import Statistic
from .time import TimeExpression

SCHEMA = "vnmedia/2"

BlockKind = Literal[
    "title",
    "lead",
    "dateline",
    "heading",
    "paragraph",
    "list_item",
    "table",
    "caption",
    "byline",
    "boilerplate",
]
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)

#: The class of each kind's values, in the order in which an article's kinds are shown.
VALUES: dict[str, type[Any]] = {
    kind.kind_name: kind for kind in (TimeExpression, Citation, Agency, Statistic, Official)
}
KINDS = tuple(VALUES)


@in_plain_words
@attrs.frozen(kw_only=True)
class Cell:
    """A cell with words: their place in the text, and the cell's place in its table.

    Attributes:
        span: Where its words stand in the article's text.
        row: The row that it begins in, from 0.
        column: The column that it begins in, from 0.
        rows: How many rows it spans.
        columns: How many columns it spans.
        head: Whether the page marks it as a head (``<th>``, the row above a Markdown table's rule).
    """

    __repr__ = said

    span: Span = attrs.field(validator=of(Span))
    row: int = attrs.field(validator=of(int))
    column: int = attrs.field(validator=of(int))
    rows: int = attrs.field(default=1, validator=of(int))
    columns: int = attrs.field(default=1, validator=of(int))
    head: bool = attrs.field(default=False, validator=of(bool))

    def __attrs_post_init__(self) -> None:
        for name, least in (("row", 0), ("column", 0), ("rows", 1), ("columns", 1)):
            if getattr(self, name) < least:
                raise ValueError(f"{name}: {getattr(self, name)} is below {least}")


@in_plain_words
@attrs.frozen(kw_only=True)
class Block:
    """A part of the text's layout, such as a paragraph or a caption.

    Attributes:
        cells: The cells of a table that have words, in the order of the text; other blocks have none.
    """

    kind: BlockKind = attrs.field(validator=[filled, one_of(*BLOCK_KINDS)])
    span: Span = attrs.field(validator=of(Span))
    cells: tuple[Cell, ...] = attrs.field(default=(), validator=tuple_of(Cell))

    def __attrs_post_init__(self) -> None:
        if self.cells and self.kind != "table":
            raise ValueError(f"cells: a {self.kind} has none")
        position = self.span.start
        for index, cell in enumerate(self.cells):
            if cell.span.start < position or cell.span.end > self.span.end:
                raise ValueError(f"cells[{index}]: {cell.span} is out of its place in {self.span}")
            position = cell.span.end

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.span.end

    @property
    def slice(self) -> builtins.slice:
        """What ``text[…]`` takes."""
        return self.span.slice


@in_plain_words
@attrs.frozen(kw_only=True)
class Image:
    """A picture that the article shows: its address or file name, its caption and credit."""

    __repr__ = said

    url: str | None = attrs.field(default=None, validator=maybe(str))
    caption: str | None = attrs.field(default=None, validator=maybe(str))
    credit: str | None = attrs.field(default=None, validator=maybe(str))


@in_plain_words
@attrs.frozen(kw_only=True)
class Source:
    """Where a document came from and how it was read.

    Attributes:
        path: The file's path, as the caller gave it.
        url: The address that the caller gave.
        media_type: ``text/plain``, ``text/html``, …
        encoding: The encoding of its bytes, None where text was given.
        repairs: What was repaired in reading, in words (``"lone surrogates replaced"``).
    """

    __repr__ = said

    path: str | None = attrs.field(default=None, validator=maybe(str))
    url: str | None = attrs.field(default=None, validator=maybe(str))
    media_type: str = attrs.field(default="text/plain", validator=filled)
    encoding: str | None = attrs.field(default=None, validator=maybe(str))
    repairs: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))


@in_plain_words
@attrs.frozen(kw_only=True)
class Cited:
    """One instrument that an article cites, as far as its citations show.

    Attributes:
        uri: Its stable identifier, None where the citations do not tell it from all others.
        instrument: What is known of it: the instrument its citations were resolved to, else the first as
            printed.
        mentions: Its citations, in order.
    """

    __repr__ = said

    uri: str | None = attrs.field(default=None, validator=maybe(str))
    instrument: LegalInstrument = attrs.field(validator=of(LegalInstrument))
    mentions: tuple[Mention[Citation], ...] = attrs.field(validator=tuple_of(Mention))


def _start(part: Block | Mention[Any]) -> int:
    return part.start


@in_plain_words
@attrs.frozen(kw_only=True)
class Article:
    """One document and what was found in it; ``article.text[m.start:m.end] == m.quote`` for every mention.

    Attributes:
        id: The file's stem or the id that the caller gave, None where there is neither.
        source: Where it came from.
        title: The headline, None where the page has none.
        lead: The paragraph that summarises the article (sapo).
        section: The part of the paper that it stands in.
        publisher: The press organisation or portal that it names as its source.
        url: Its own address.
        published: When it was published: a date-time with its zone, or a day where no clock time is given.
        modified: When it was last changed, likewise.
        authors: Who signed it, as printed.
        tags: Its keywords, as printed.
        images: The pictures.
        text: The whole text, NFC, with ``\\n`` line ends.
        blocks: The parts of the layout, in order, not overlapping.
        mentions: What was found, ordered by start; no two of one kind overlap.
        relations: Where the document is an instrument, what it does to instruments that it cites.
    """

    __repr__ = said

    id: str | None = attrs.field(default=None, validator=maybe(str))
    source: Source = attrs.field(factory=Source, validator=of(Source))
    title: str | None = attrs.field(default=None, validator=maybe(str))
    lead: str | None = attrs.field(default=None, validator=maybe(str))
    section: str | None = attrs.field(default=None, validator=maybe(str))
    publisher: str | None = attrs.field(default=None, validator=maybe(str))
    url: str | None = attrs.field(default=None, validator=maybe(str))
    published: dt.datetime | dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    modified: dt.datetime | dt.date | None = attrs.field(default=None, validator=maybe(dt.date))
    authors: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    tags: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    images: tuple[Image, ...] = attrs.field(default=(), validator=tuple_of(Image))
    text: str = attrs.field(validator=of(str), repr=in_short)
    blocks: tuple[Block, ...] = attrs.field(default=(), validator=tuple_of(Block), repr=counted)
    mentions: tuple[Mention[Any], ...] = attrs.field(default=(), validator=tuple_of(Mention), repr=counted)
    relations: tuple[Relation, ...] = attrs.field(default=(), validator=tuple_of(Relation))

    def _repr_html_(self) -> str:
        return notebook.draw(self)

    def __attrs_post_init__(self) -> None:
        if not unicodedata.is_normalized("NFC", self.text):
            raise ValueError("text: not in Unicode NFC")
        for name in ("published", "modified"):
            moment = getattr(self, name)
            if isinstance(moment, dt.datetime):
                offset = moment.utcoffset()
                if offset is None or offset % dt.timedelta(minutes=1):  # ISO 8601 can write no other
                    raise ValueError(f"{name}: {moment} has no zone of whole minutes")
        if self.blocks and self.blocks[-1].span.end > len(self.text):
            raise ValueError(f"blocks: {self.blocks[-1].span} reaches beyond the text")
        for before, after in pairwise(self.blocks):
            if after.span.start < before.span.end:
                raise ValueError(f"blocks: {after.span} begins before {before.span} ends")
        last = 0
        for index, mention in enumerate(self.mentions):
            start, end = mention.span.start, mention.span.end
            if self.text[start:end] != mention.quote:
                raise ValueError(f"mentions[{index}]: {mention.quote!r} does not stand at {start} to {end}")
            if start < last:
                raise ValueError(f"mentions[{index}]: not in the order of start")
            last = start

    def at(self, place: Span | int) -> tuple[Mention[Any], ...]:
        """The mentions that share a character with *place*, which is a span or a position.

        >>> body = Mention(span=Span(start=0, end=7), quote="Bộ Y tế", value=Agency(name="Bộ Y tế"))
        >>> article = Article(text="Bộ Y tế họp", mentions=(body,))
        >>> [m.quote for m in article.at(3)], article.at(Span(start=7, end=11))
        (['Bộ Y tế'], ())
        """
        span = Span(start=place, end=place + 1) if isinstance(place, int) else place
        return tuple(mention for mention in self.mentions if mention.span.overlaps(span))

    def follow(self, span: Span | None) -> Mention[Any] | None:
        """The mention whose span is *span*: that of a figure's ``period``, or of a relation's ``target``.

        None where *span* is None or only words stand there. Where mentions of several kinds have that span,
        the first is returned.

        >>> year = Mention(span=Span(start=0, end=8), quote="Năm 2020", value=TimeExpression(edtf="2020"))
        >>> from decimal import Decimal
        >>> rise = Statistic(value=Decimal(5), unit="%", period=Span(start=0, end=8))
        >>> figure = Mention(span=Span(start=14, end=16), quote="5%", value=rise)
        >>> article = Article(text="Năm 2020 tăng 5%", mentions=(year, figure))
        >>> article.follow(article.statistics[0].value.period).value.edtf
        '2020'
        """
        if span is None:
            return None
        for index in range(bisect_left(self.mentions, span.start, key=_start), len(self.mentions)):
            mention = self.mentions[index]
            if mention.start > span.start:
                break
            if mention.span == span:
                return mention
        return None

    def block_at(self, place: Mention[Any] | Span | int) -> Block | None:
        """The block in which a mention, a span or a position begins; None where none does."""
        start = place if isinstance(place, int) else place.start
        index = bisect_right(self.blocks, start, key=_start) - 1
        return self.blocks[index] if index >= 0 and start < self.blocks[index].end else None

    def in_body(self, place: Mention[Any] | Span | int) -> bool:
        """Whether a mention, a span or a position is part of the article, and not page boilerplate.

        >>> blocks = (Block(kind="boilerplate", span=Span(start=0, end=9)),)
        >>> Article(text="Trang chủ", blocks=blocks).in_body(0)
        False
        """
        block = self.block_at(place)
        return block is None or block.kind != "boilerplate"

    def _of(self, kind: str) -> tuple[Mention[Any], ...]:
        return tuple(mention for mention in self.mentions if mention.kind == kind)

    @property
    def dates(self) -> tuple[Mention[TimeExpression], ...]:
        """The time expressions."""
        return cast(tuple[Mention[TimeExpression], ...], self._of("date"))

    @property
    def instruments(self) -> tuple[Mention[Citation], ...]:
        """The citations of legal, administrative and Party instruments."""
        return cast(tuple[Mention[Citation], ...], self._of("instrument"))

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The distinct instruments that are cited, by first mention, without pointers that lead to none."""
        groups: dict[object, list[Mention[Citation]]] = {}
        for mention in self.instruments:
            value = mention.value
            printed = (
                value.type,
                value.number,
                value.title if value.title_span is None else None,
                value.year,
            )
            if value.instrument is not None or any(printed[1:]) or value.date is not None:
                key = value.uri or value.instrument or (*printed, value.date, value.issuer)
                groups.setdefault(key, []).append(mention)
        return tuple(
            Cited(
                uri=mentions[0].value.uri,
                instrument=mentions[0].value.instrument or mentions[0].value.printed,
                mentions=tuple(mentions),
            )
            for mentions in groups.values()
        )

    @property
    def agencies(self) -> tuple[Mention[Agency], ...]:
        """The names of public bodies and press organisations."""
        return cast(tuple[Mention[Agency], ...], self._of("agency"))

    @property
    def statistics(self) -> tuple[Mention[Statistic], ...]:
        """The figures."""
        return cast(tuple[Mention[Statistic], ...], self._of("statistic"))

    @property
    def officials(self) -> tuple[Mention[Official], ...]:
        """The persons named in a public office."""
        return cast(tuple[Mention[Official], ...], self._of("official"))
