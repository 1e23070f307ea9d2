"""WARC → documents: the HTML and plain text among the responses of a crawl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from ...errors import ExtraError, SourceError
from .._parse import MAX_BYTES
from ._columns import Fields
from ._document import RawDocument
from ._streams import BROKEN

try:
    from fastwarc.warc import ArchiveIterator, WarcRecordType
except ModuleNotFoundError as error:
    raise ExtraError("corpus", "fastwarc") from error

__all__ = ["read_warc"]

_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_UUID = re.compile(r"<?(?:urn:uuid:)?([^<>]+)>?")
#: A record larger than this is not even skipped: to find its end all of it would be decompressed.
_MOST_SKIPPED = 16 * MAX_BYTES


def read_warc(file: IO[bytes], place: str, _fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each response, resource and conversion that is text."""
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    records = iter(
        ArchiveIterator(file, record_types=kinds, parse_http=True, auto_decode="all", stream_detect=False)
    )
    number = 0
    while True:
        number += 1
        where = f"{place}#{number}"
        try:
            record = next(records, None)
            if record is None:
                return
            if record.content_length > _MOST_SKIPPED:
                yield SourceError(
                    where, "", f"a record of {record.content_length} bytes; the rest is not read"
                )
                return
            found = _document(record, where)
        except (*BROKEN, ValueError) as error:
            yield SourceError(where, "", f"a broken record: {error}; the rest is not read")
            return
        if found is not None:
            yield found


def _document(record: Any, where: str) -> RawDocument | SourceError | None:
    headers = record.headers
    media_type = record.http_content_type if record.is_http else headers.get("Content-Type", "").split(";")[0]
    if media_type not in _TYPES or (record.is_http and record.http_headers.status_code not in (None, 200)):
        return None
    url = headers.get("WARC-Target-URI")
    content = record.reader.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return SourceError(f"{where} {url or ''}".strip(), "", f"larger than {MAX_BYTES // 2**20} MiB")
    identity = _UUID.fullmatch(record.record_id or "")
    return RawDocument(
        content=content,
        place=where,
        id=identity.group(1) if identity else None,
        url=url.strip("<>") if url else None,
        captured=record.record_date,
        media_type="text/plain" if media_type == "text/plain" else "text/html",
    )
