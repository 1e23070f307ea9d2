"""WARC → documents: the HTML and plain text among the responses of a crawl.

The file is parted into records first, and FastWARC reads each by itself: over a whole file it ends at the
first broken record, and takes one whose length is wrong together with its neighbour.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import IO, Any, Literal

from ...errors import ExtraError, SourceError
from .._parse import MAX_BYTES
from ._columns import Fields
from ._document import RawDocument
from ._framing import Record, framed

try:
    from fastwarc.warc import ArchiveIterator, WarcRecordType
except ModuleNotFoundError as error:
    raise ExtraError("corpus", "fastwarc") from error

__all__ = ["read_warc"]

_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_UUID = re.compile(r"<?(?:urn:uuid:)?([^<>]+)>?")
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: How large the block of a record may be; what it holds decompressed is bounded by ``MAX_BYTES``.
_MOST = MAX_BYTES + 2**20
_GZIP = ("gzip", "x-gzip")


def read_warc(file: IO[bytes], place: str, _fields: Fields | None) -> Iterator[RawDocument | SourceError]:
    """The document of each response, resource and conversion that is text; an error for a broken record."""
    for number, record in enumerate(framed(file, _MOST), 1):
        where = f"{place}#{number}"
        try:
            if record.why:
                raise SourceError(where, "", record.why)
            if found := _document(record, where):
                yield found
        except SourceError as error:
            yield error
        except (OSError, EOFError, ValueError) as error:
            yield SourceError(where, "", f"a broken record: {error}")


def _document(record: Record, where: str) -> RawDocument | None:
    """The document in *record*, None where it holds no text that was found.

    Raises:
        SourceError: What it holds is too large, or cannot be decoded.
        OSError: Its head or body is broken.
    """
    read = _read(record, "none")
    if read is None:
        return None
    headers = read.headers
    media_type = read.http_content_type if read.is_http else headers.get("Content-Type", "").split(";")[0]
    if media_type not in _TYPES or (read.is_http and read.http_headers.status_code not in (None, 200)):
        return None
    url = headers.get("WARC-Target-URI")
    content, repair = _content(record, read)
    if len(content) > MAX_BYTES:
        raise SourceError(f"{where} {url or ''}".strip(), "", f"larger than {MAX_BYTES // 2**20} MiB")
    identity = _UUID.fullmatch(read.record_id or "")
    return RawDocument(
        content=content,
        place=where,
        id=identity.group(1) if identity else None,
        url=url.strip("<>") if url else None,
        captured=read.record_date,
        media_type="text/plain" if media_type == "text/plain" else "text/html",
        repairs=tuple(filter(None, (record.repair, repair))),
    )


def _read(record: Record, decoding: Literal["none", "transfer", "all"]) -> Any:
    """*record* as FastWARC reads it; None where it is of another kind."""
    file = io.BytesIO(record.head + record.block + b"\r\n\r\n")
    records = ArchiveIterator(
        file, record_types=_KINDS, parse_http=True, auto_decode=decoding, stream_detect=False
    )
    return next(iter(records), None)


def _content(record: Record, read: Any) -> tuple[bytes, str]:
    """The body of *record*, which *read* is not decoded, and what was mended in it.

    Raises:
        OSError: It is not encoded as it says, and no text without it.
    """
    encoding, transfer = (_header(read, name) for name in ("Content-Encoding", "Transfer-Encoding"))
    if not (encoding or transfer):
        return read.reader.read(MAX_BYTES + 1), ""
    try:
        if encoding in _GZIP:
            return _inflated(_read(record, "transfer").reader.read(_MOST)), ""
        return _read(record, "all").reader.read(MAX_BYTES + 1), ""
    except (OSError, EOFError, ValueError, zlib.error) as error:
        printed = read.reader.read(MAX_BYTES + 1)
        if not _is_text(printed):
            raise OSError(str(error)) from error
        return printed, f"a body that is not encoded as it says ({encoding or transfer})"


def _header(read: Any, name: str) -> str:
    return (read.http_headers.get(name) or "").strip().lower() if read.is_http else ""


def _inflated(content: bytes) -> bytes:
    inflater = zlib.decompressobj(wbits=31)
    inflated = inflater.decompress(content, MAX_BYTES + 1)
    if not inflater.eof and len(inflated) <= MAX_BYTES:
        raise EOFError("a gzip body cut short")
    return inflated


def _is_text(printed: bytes) -> bool:
    """Whether *printed* was decoded before it was stored, as many crawlers do: it is a text as it stands."""
    start = printed[:4096]
    if _CHUNK.match(start) or _CONTROL.search(start):
        return False
    return start.lstrip().startswith(b"<") or "\ufffd" not in start[:-4].decode(errors="replace")
