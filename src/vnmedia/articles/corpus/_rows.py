"""Rows of JSON lines, CSV and Parquet → documents: which column holds what."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from ...errors import SourceError
from .._decode import decode
from .._moment import located, machine_moment
from .._parse import MAX_BYTES
from ._document import RawDocument
from ._streams import limited_lines

__all__ = ["NAMES", "Fields", "document_of", "read_csv", "read_jsonl"]

#: What the columns are usually called; the first that is there counts.
NAMES: Mapping[str, tuple[str, ...]] = {
    "html": ("html", "raw_html", "page"),
    "text": ("text", "content", "body", "maintext", "article", "noi_dung", "raw_content"),
    "id": ("id", "doc_id", "article_id", "_id", "uuid"),
    "url": ("url", "link", "href", "source_url", "source"),
    "published": ("published", "published_at", "date", "publish_date", "date_publish", "datetime", "time"),
    "title": ("title", "headline", "tieu_de"),
    "lead": ("lead", "sapo", "description", "summary", "abstract"),
}

Fields = Mapping[str, str]


def document_of(row: Mapping[str, Any], fields: Fields | None, place: str) -> RawDocument:
    """The document that *row* holds.

    Raises:
        SourceError: It has no text, or one of another type than text.
    """

    def value(field: str) -> Any:
        if fields is not None and field in fields:
            if fields[field] not in row:
                raise SourceError(place, "", f"no field {fields[field]!r}")
            return row[fields[field]]
        if fields is not None and field in ("text", "html") and not {"text", "html"}.isdisjoint(fields):
            return None
        return next((row[name] for name in NAMES[field] if row.get(name) not in (None, "")), None)

    html = value("html")
    content = html if html is not None else value("text")
    if not isinstance(content, (str, bytes)):
        raise SourceError(place, "", "no text in it")
    id, url, published = value("id"), value("url"), value("published")
    return RawDocument(
        content=content if html is not None else _composed(content, value("title"), value("lead")),
        place=place,
        id=str(id) if id is not None else None,
        url=url if isinstance(url, str) and "/" in url else None,
        published=_moment(published),
        media_type="text/html" if html is not None else None,
    )


def _composed(text: str | bytes, title: Any, lead: Any) -> str | bytes:
    """*text* under the title and lead that the corpus keeps apart, where it does not begin so itself."""
    if isinstance(text, bytes):
        return text
    above = [" ".join(part.split()) for part in (title, lead) if isinstance(part, str) and part.strip()]
    start = " ".join(text[:2000].split())
    return "\n".join([*(part for part in above if not start.startswith(part)), text])


def _moment(value: Any) -> dt.datetime | dt.date | None:
    if isinstance(value, dt.date):
        return located(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(int(value))
    return machine_moment(value) if isinstance(value, str) else None


def read_jsonl(file: IO[bytes], place: str, fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each line of JSON."""
    for number, line in limited_lines(file, place):
        if not line.strip():
            continue
        where = f"{place}:{number}"
        try:
            row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
            yield document_of(_object(row, where), fields, where)
        except SourceError as error:
            yield error
        except (ValueError, RecursionError) as error:
            yield SourceError(where, "", f"not JSON: {error}")


def _object(row: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise SourceError(where, "", "not a JSON object")
    return row


def read_csv(
    file: IO[bytes], place: str, fields: Fields | None, *, delimiter: str
) -> Iterator[RawDocument | SourceError]:
    """The document of each row; the first row names the columns."""
    rows = csv.reader(_text_lines(file, place), delimiter=delimiter)
    header: list[str] | None = None
    while True:
        where = f"{place}:{rows.line_num + 1}"
        row = _next_row(rows, where)
        if row is None:
            return
        if isinstance(row, SourceError):
            yield row
        elif header is None:
            header = [name.strip() for name in row]
        elif len(row) != len(header):
            if row:
                yield SourceError(where, "", f"{len(row)} columns, not {len(header)}")
        else:
            try:
                yield document_of(dict(zip(header, row, strict=True)), fields, where)
            except SourceError as error:
                yield error


def _text_lines(file: IO[bytes], place: str) -> Iterator[str]:
    for number, line in limited_lines(file, place):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        try:
            yield text.decode() + "\n"
        except UnicodeDecodeError:
            yield decode(line, f"{place}:{number}").text + "\n"


def _next_row(rows: Any, where: str) -> list[str] | SourceError | None:
    """The next row; its cells may be as large as a document, which the module only allows for all at once."""
    before = csv.field_size_limit(MAX_BYTES)
    try:
        return next(rows, None)
    except csv.Error as error:
        return SourceError(where, "", f"not CSV: {error}")
    finally:
        csv.field_size_limit(before)
