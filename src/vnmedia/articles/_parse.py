"""Reads the article in one source: a page of HTML, or plain text, by what it looks like."""

from __future__ import annotations

import datetime as dt
import logging
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Any

import attrs

from .. import mentions
from ..documents import relations_of
from ..errors import SourceError
from ..model import Article, Context, Mention, Source, Span, When
from ..model._check import given
from ..model._trusted import trusted
from ..model._when import when
from ..text import TextView
from ._decode import declared_charset, decode
from ._known import settled
from ._plain import Stated, read_plain
from ._stamps import on_vietnams_clock

__all__ = ["MAX_BYTES", "parse_article", "read_source"]

_article = trusted(Article)

#: Gets a message for each document that was mended, or from which something was left out.
_LOG = logging.getLogger("vnmedia")

#: The largest source: a larger page is an error, and the whole of it would be in memory.
MAX_BYTES = 64 * 2**20
#: Results take up to 85 MB for each million characters of text, so a document stays below 1 GB.
MAX_TEXT = 8_000_000
#: The tree of a page takes many times the page's size, up to 230 MB for each million tags.
MAX_HTML, MAX_TAGS = 16 * 2**20, 1_000_000

_LONGEST_ADDRESS = 2000
# One line without a space that begins like an address, or ends like a file name.
_ADDRESS = re.compile(
    r"\s*(?:(?:https?|ftp|file)://\S+|\S*[\w)]\.(?:txt|html?|xhtml|xml|json|jsonl|csv|warc|parquet|pdf|docx?)(?:\.gz)?)\s*",
    re.IGNORECASE,
)

_HTML = ("text/html", "application/xhtml+xml")
_TYPES = ("text/plain", *_HTML)
# Declarations, comments and a server's directives (``<%@ page … %>``) may stand before the first tag; each is
# read in one way only, or many comments in a text could be told apart in more ways than can be tried.
_HTML_START = re.compile(
    r"\s*+(?:(?><\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|<%.{0,2000}?%>)\s*+){0,20}+"
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|h1|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)


def parse_article(
    source: str | bytes | PathLike[str],
    *,
    media_type: str | None = None,
    url: str | None = None,
    published: When | None = None,
    path: str | None = None,
    id: str | None = None,
    kinds: Iterable[str] | None = None,
) -> Article:
    r"""The article in *source*, with everything found in it.

    What the caller knows takes precedence over what the page says. A date-time without a zone is Vietnam's;
    one with another zone is converted to Vietnam's clock.

    Args:
        source: The text, a ``Path`` to a file, or the bytes of a file in any encoding. A string is always a
            text; one that looks like a path or an address gives a warning.
        media_type: ``text/plain`` or ``text/html``, with or without a charset; by default, judged by the
            source.
        url: The address that it was found at.
        published: When it was published, the base of relative dates: a date, a date-time, or either in
            ISO 8601.
        path: The file's path, for ``article.source`` and in errors; by default that of *source*.
        id: The article's id; by default the stem of *source* if that is a path.
        kinds: The kinds of mentions that are wanted (``date``, ``instrument``, ``agency``, ``statistic``,
            ``official``); their values are as without it, and the other kinds take no time.

    >>> article = parse_article("Họp tổng kết năm\n\nThứ năm, 17/12/2020 22:17\n\nChiều 17/12, Bộ TT&TT họp.")
    >>> article.title, article.published.isoformat()
    ('Họp tổng kết năm', '2020-12-17T22:17:00+07:00')

    Raises:
        SourceError: *source* cannot be read or is not text (another format, an unknown encoding); it is too
            large (more than ``MAX_BYTES``, 8,000,000 characters or 1,000,000 tags); *media_type* is not
            supported; or it is HTML and the extra ``html`` is not installed.
        TypeError: *source* or an argument is something else.
    """
    for name, told in (("media_type", media_type), ("url", url), ("path", path), ("id", id)):
        if told is not None:
            given(name, told, str)
    if isinstance(source, PathLike):
        file = Path(source)
        path, id, source = path or str(file), id or file.stem, _bytes_of(file)
    elif isinstance(source, str) and _ADDRESS.fullmatch(source[:_LONGEST_ADDRESS]):
        warnings.warn(
            f"source: {source!r:.80} is read as a text, though it looks like a path or an address; "
            "a file is given as a Path",
            stacklevel=2,
        )
    day = when("published", published)
    known = Stated(url=url, published=on_vietnams_clock(day) if day is not None else None)
    return read_source(source, known, media_type=media_type, path=path, id=id, kinds=kinds)


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(str(file), "", error.strerror or str(error)) from error


def read_source(
    source: str | bytes,
    known: Stated,
    *,
    media_type: str | None = None,
    path: str | None = None,
    id: str | None = None,
    kinds: Iterable[str] | None = None,
    assumed: dt.date | None = None,
) -> Article:
    """The article in *source*; *known* is what is already known of it; see ``parse_article``.

    *assumed* is the time of publication if neither *known* nor the page gives one.
    """
    if not isinstance(source, str | bytes | bytearray):
        raise TypeError(f"source: a string, bytes or a Path is needed, not {type(source).__name__}")
    path, id = _printable(path), _printable(id)
    if known.url is not None:
        known = attrs.evolve(known, url=_printable(known.url))
    name = path or known.url or id or "source"
    if len(source) > MAX_BYTES:
        raise SourceError(name, "", f"larger than {MAX_BYTES // 2**20} MiB")
    declared = None if isinstance(source, str) else declared_charset(source)
    read = decode(source, name, declared=declared)
    media_type = _type_given(media_type, name) or _type_seen(read.text)
    view, page = _laid_out(read.text, media_type, name, known.url)
    stated = settled(known, page, view.text)
    repairs = read.repairs + stated.repairs
    for repair in repairs:
        _LOG.warning("%s: %s", name, repair)
    if stated.published is None and assumed is not None:
        stated = attrs.evolve(stated, published=on_vietnams_clock(assumed))
    found = _mentions(view, stated, kinds)
    return _article(
        id=id,
        source=Source(
            path=path, url=known.url, media_type=media_type, encoding=read.encoding, repairs=repairs
        ),
        title=stated.title,
        lead=stated.lead,
        section=stated.section,
        publisher=stated.publisher,
        url=stated.url,
        published=stated.published,
        modified=stated.modified,
        authors=stated.authors,
        tags=stated.tags,
        images=stated.images,
        text=view.text,
        blocks=stated.blocks,
        mentions=found,
        relations=relations_of(view.text, found),
    )


def _mentions(view: TextView, stated: Stated, kinds: Iterable[str] | None) -> tuple[Mention[Any], ...]:
    """The mentions in *view*; dates in the page's furniture do not influence the rest.

    If a counter or a menu names a time (``Tháng 02 : 23.473``), furniture and body are read apart, each with
    the other as empty lines of the same length, so that all positions stay the same.
    """
    context = Context(published=stated.published)
    tables = tuple(block for block in stated.blocks if block.kind == "table")
    furniture = [block.span for block in stated.blocks if block.kind == "boilerplate"]
    if not any(mentions.find(span.of(view.text), context, ("date",), ()) for span in furniture):
        return mentions.find(view, context, kinds, tables)
    framed, body = _without(view.text, _between(furniture, len(view.text))), _without(view.text, furniture)
    found = chain(mentions.find(framed, context, kinds, ()), mentions.find(body, context, kinds, tables))
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end, mention.kind)))


def _between(spans: Sequence[Span], length: int) -> list[Span]:
    """What stands before, between and after *spans*, which are in order, in a text of *length* characters."""
    starts, ends = [0, *(span.end for span in spans)], [*(span.start for span in spans), length]
    return [Span(start=start, end=end) for start, end in zip(starts, ends, strict=True) if start < end]


def _without(text: str, places: Sequence[Span]) -> str:
    """*text* with an empty line of spaces, which no view keeps, in each of *places*, which are in order."""
    kept: list[str] = []
    end = 0
    for place in places:
        kept += text[end : place.start], "\n" + " " * (len(place) - 2), "\n"[: len(place) - 1]
        end = place.end
    return "".join([*kept, text[end:]])


def _printable(name: str | None) -> str | None:
    """*name* with bytes that are not text escaped, since a record cannot hold them."""
    return name if name is None else name.encode("utf-8", "backslashreplace").decode()


def _laid_out(text: str, media_type: str, name: str, url: str | None) -> tuple[TextView, Stated]:
    """The article's text as a view, and what its layout states."""
    if media_type not in _HTML:
        view = TextView(_bounded(text, name))
        return view, read_plain(view)
    if len(text) > MAX_HTML:
        raise SourceError(name, "", f"an HTML page larger than {MAX_HTML // 2**20} MiB")
    if text.count("<") > MAX_TAGS:
        raise SourceError(name, "", f"an HTML page of more than {MAX_TAGS:,} tags")
    text, stated = _page_reader(name)(text, url)
    return TextView(_bounded(text, name)), stated


def _bounded(text: str, name: str) -> str:
    if len(text) > MAX_TEXT:
        reason = f"a text of more than {MAX_TEXT:,} characters; vnmedia.windows reads it part by part"
        raise SourceError(name, "", reason)
    return text


def _type_given(media_type: str | None, name: str) -> str | None:
    """The media type without the parameters that a server sends with it (``text/html; charset=utf-8``)."""
    if media_type is None:
        return None
    bare = media_type.partition(";")[0].strip().lower()
    if bare not in _TYPES:
        raise SourceError(name, "", f"the media type {media_type!r} is not one of {', '.join(_TYPES)}")
    return bare


def _type_seen(text: str) -> str:
    return "text/html" if _HTML_START.match(text[:12_000]) else "text/plain"


def _page_reader(name: str) -> Callable[[str, str | None], tuple[str, Stated]]:
    """The reader of HTML, loaded for the first page: plain text does not need its dependencies."""
    try:
        page = import_module("._page", __package__)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "lxml":
            raise
        raise SourceError(name, "", "HTML needs an extra: pip install 'vnmedia[html]'") from error
    reader: Callable[[str, str | None], tuple[str, Stated]] = page.read_page
    return reader
