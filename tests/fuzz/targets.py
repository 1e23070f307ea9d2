"""What is fuzzed: each target takes any bytes and fails only where the library breaks a promise."""

from __future__ import annotations

import copy
import json
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import vnmedia
from vnmedia.serializers.akn import from_akn, to_akn

__all__ = ["TARGETS"]


def article(data: bytes) -> None:
    """A source of any bytes gives an article, whose record reads back as it was, or a ``SourceError``."""
    try:
        found = vnmedia.parse_article(data)
    except vnmedia.SourceError:
        return
    for mention in found.mentions:
        assert found.text[mention.start : mention.end] == mention.quote
    assert vnmedia.loads(vnmedia.dumps(found)) == found


def record(data: bytes) -> None:
    """Any text is a record, which is written as it was read, or a ``SerializationError``."""
    try:
        found = vnmedia.loads(data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace"))
    except (vnmedia.SerializationError, UnicodeDecodeError):
        return
    assert vnmedia.loads(vnmedia.dumps(found)) == found


def quotes(data: bytes) -> None:
    """Any quote has a value of each kind, the same for its composed and decomposed form, or an error."""
    text = data.decode("utf-8", "replace")
    for parse in PARSERS:
        values = []
        for form in ("NFC", "NFD"):
            try:
                values.append(parse(unicodedata.normalize(form, text)))
            except vnmedia.ParseError as error:
                values.append(type(error))
        assert values[0] == values[1], (parse, values)


PARSERS: tuple[Callable[[str], object], ...] = (
    vnmedia.parse_date,
    vnmedia.parse_number,
    vnmedia.parse_instrument,
    vnmedia.parse_statistic,
    vnmedia.resolve_agency,
)


def fields(data: bytes) -> None:
    """A record in which any value is replaced by any other is refused with the path, or read."""
    found = copy.deepcopy(_record())
    places = list(_places(found))
    holder, key = places[int.from_bytes(data[:2], "big") % len(places)]
    content = data[2:].decode("utf-8", "replace")
    try:
        holder[key] = json.loads(content)
    except (ValueError, RecursionError):
        holder[key] = content
    try:
        article = vnmedia.from_record(found)
    except vnmedia.SerializationError:
        return
    assert vnmedia.loads(vnmedia.dumps(article)) == article


@cache
def _record() -> dict[str, Any]:
    text = (
        "Tin\n\nThứ năm, 17/12/2020 22:17\n\nTheo Nghị định số 119/2020/NĐ-CP, Bộ Y tế chi 7,5 tỷ đồng/năm."
    )
    return vnmedia.to_record(vnmedia.parse_article(text, id="a", url="https://vnmedia.example/1"))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each part of *value* as what holds it and its key there."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


def pages(data: bytes) -> None:
    """A page of any markup gives an article in NFC whose blocks stand in order, or a ``SourceError``."""
    try:
        found = vnmedia.parse_article(data, media_type="text/html")
    except vnmedia.SourceError:
        return
    assert unicodedata.is_normalized("NFC", found.text)
    ends = [0, *(block.end for block in found.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, found.blocks, strict=False))
    assert vnmedia.loads(vnmedia.dumps(found)) == found


#: A file of rows is read by its ending; the first byte of the data says which it has.
ENDINGS = ("csv", "tsv", "jsonl", "json", "xml", "html", "txt", "csv.gz", "warc")


def rows(data: bytes) -> None:
    """A file of any bytes gives articles and typed errors with their places, and the run goes on."""
    errors: list[vnmedia.SourceError] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"rows.{ENDINGS[data[0] % len(ENDINGS)] if data else 'csv'}"
        file.write_bytes(data[1:])
        try:
            found = list(vnmedia.read_corpus(file, on_error=errors.append))
        except vnmedia.SourceError:
            return
    for article in found:
        assert vnmedia.loads(vnmedia.dumps(article)) == article
    assert all(isinstance(error, vnmedia.SourceError) and str(error) for error in errors)


def documents(data: bytes) -> None:
    """Any text is an official paper, whose Akoma Ntoso reads back as it was, or a ``ParseError``."""
    try:
        found = vnmedia.parse_instrument_document(data.decode("utf-8", "replace"))
    except vnmedia.ParseError:
        return
    written = to_akn(found)
    assert to_akn(from_akn(written)) == written


def annotate(data: bytes) -> None:
    """The page comes back with tags put in and is otherwise the same, as is the article's text."""
    page = data.decode("utf-8", "replace")
    try:
        found = vnmedia.parse_article(page, media_type="text/html")
    except vnmedia.SourceError:
        return
    tagged = vnmedia.annotate(found, "<i-mention>", html=page)
    assert tagged.replace("<i-mention>", "").replace("</i-mention>", "") == page.replace(
        "<i-mention>", ""
    ).replace("</i-mention>", "")
    vnmedia.annotate(found)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (article, quotes, record, fields, pages, rows, documents, annotate)
}
