"""Unit tests of corpora: every format, its ids and dates, and what is broken in it."""

import csv
import datetime as dt
import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.stream_io import ZstdWriter
from fastwarc.warc import WarcRecord, WarcRecordType

import vnmedia
from vnmedia.articles import RawDocument, read_documents

BODY = "Sáng 5/6, cầu đã thông xe sau hai năm xây dựng, có 200 người dự."
PAGE = f"<html><body><h1>Cầu Mới thông xe sau hai năm</h1><p>{BODY}</p></body></html>"


def rows(count: int) -> list[dict[str, str]]:
    return [
        {
            "id": f"b{n}",
            "url": f"https://bao.vn/{n}.html",
            "title": "Cầu thông xe",
            "content": BODY,
            "date": "2020-06-05 09:00",
        }
        for n in range(count)
    ]


def jsonl(count: int) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(count)).encode()


def csv_(count: int) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows(1)[0]))
    writer.writeheader()
    writer.writerows(rows(count))
    return out.getvalue().encode()


def parquet(count: int) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows(count)), out, row_group_size=500)
    return out.getvalue()


def warc(count: int, page: bytes = PAGE.encode(), kind: str = "text/html; charset=utf-8") -> bytes:
    out = io.BytesIO()
    for n in range(count):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Record-ID"] = f"<urn:uuid:{n:032x}>"
        record.headers["WARC-Target-URI"] = f"https://bao.vn/{n}.html"
        record.headers["WARC-Date"] = "2024-01-02T03:04:05Z"
        record.headers["Content-Type"] = "application/http; msgtype=response"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(page)}\r\n\r\n"
        record.set_bytes_content(head.encode() + page)
        record.write(out)
    return out.getvalue()


def zstd(content: bytes) -> bytes:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    for start in range(0, len(content), 2**20):  # the writer drops what is beyond 8 MiB in one call
        writer.write(content[start : start + 2**20])
    writer.close()
    return out.getvalue()


FORMATS: dict[str, Callable[[int], bytes]] = {
    "a.jsonl": jsonl,
    "a.csv": csv_,
    "a.parquet": parquet,
    "a.warc": warc,
    "a.jsonl.gz": lambda count: gzip.compress(jsonl(count)),
    "a.csv.zst": lambda count: zstd(csv_(count)),
    "a.warc.gz": lambda count: gzip.compress(warc(count)),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_keeps_id_address_and_date(name: str, tmp_path: Path) -> None:
    """Each document of each format is read, with what the corpus says of it."""
    (tmp_path / name).write_bytes(FORMATS[name](3))
    articles = list(vnmedia.read_corpus(tmp_path / name))
    assert [article.url for article in articles] == [f"https://bao.vn/{n}.html" for n in range(3)]
    assert all("200 người" in [mention.quote for mention in article.statistics] for article in articles)
    if "warc" in name:
        assert articles[1].title == "Cầu Mới thông xe sau hai năm"
        assert articles[1].published is None
    else:
        assert [article.id for article in articles] == ["b0", "b1", "b2"]
        assert articles[1].title == "Cầu thông xe"
        assert articles[1].published.isoformat() == "2020-06-05T09:00:00+07:00"


def test_a_crawler_s_time_is_not_the_time_of_publishing(tmp_path: Path) -> None:
    """It is kept apart, with the record's id."""
    (tmp_path / "a.warc").write_bytes(warc(1))
    (document,) = read_documents(tmp_path / "a.warc")
    assert isinstance(document, RawDocument)
    assert document.published is None
    assert document.captured == dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    assert document.id.endswith("0000")


def test_folders_and_globs(tmp_path: Path) -> None:
    """A folder is read at any depth, a glob as it says; other files are passed over."""
    (tmp_path / "con").mkdir()
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "con" / "c.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "con" / "d.txt.gz").write_bytes(gzip.compress(BODY.encode()))
    (tmp_path / "e.doc").write_bytes(b"x")
    assert [article.id for article in vnmedia.read_corpus(tmp_path)] == ["b", "c", "d"]
    assert [article.id for article in vnmedia.read_corpus(f"{tmp_path}/con/*.gz")] == ["d"]


def test_columns_by_name(tmp_path: Path) -> None:
    """The caller says which column is what; an object without its text is an error of its own."""
    line = json.dumps({"nd": BODY, "ma": 7, "luc": 1591322400})
    (tmp_path / "a.jsonl").write_text(line + "\n{}\n", encoding="utf-8")
    errors: list[vnmedia.SourceError] = []
    fields = {"text": "nd", "id": "ma", "published": "luc"}
    (article,) = vnmedia.read_corpus(tmp_path / "a.jsonl", fields=fields, on_error=errors.append)
    assert (article.id, article.published.isoformat()) == ("7", "2020-06-05T09:00:00+07:00")
    assert [str(error).partition("a.jsonl")[2] for error in errors] == [":2: no text in it"]


@pytest.mark.parametrize(
    ("name", "content", "places"),
    [
        ("a.jsonl", jsonl(1) + b'{"content": "cut\n[1]\n\n{"id": "x"}\n' + jsonl(1), [":2", ":3", ":5"]),
        ("a.csv", csv_(1) + b"one,two\n" + csv_(1).splitlines()[1] + b"\n", [":3"]),
        ("a.jsonl.gz", gzip.compress(jsonl(2))[:-20], [""]),
        ("a.jsonl.zst", zstd(jsonl(2))[:40], [""]),
        ("a.jsonl.gz", b"no gzip", [""]),
        ("a.parquet", parquet(2)[:-30], [" row 1"]),
        ("a.txt", b"%PDF-1.4", [""]),
        ("none.jsonl", None, [""]),
        ("a.xyz", b"", [""]),
    ],
)
def test_what_is_broken_is_reported_with_its_place(
    name: str, content: bytes | None, places: list[str], tmp_path: Path
) -> None:
    """The error says where; what can be read is read."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    errors: list[vnmedia.SourceError] = []
    for _ in vnmedia.read_corpus(tmp_path / name, on_error=errors.append):
        pass
    assert [error.source.partition(name)[2] for error in errors] == places


def test_a_cut_warc_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    """The records before it are read, and nothing hangs."""
    (tmp_path / "a.warc").write_bytes(warc(3)[:-700])
    errors: list[vnmedia.SourceError] = []
    articles = list(vnmedia.read_corpus(tmp_path / "a.warc", on_error=errors.append))
    assert articles[0].url == "https://bao.vn/0.html"


def test_errors_are_logged_where_nobody_takes_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is passed over in silence."""
    (tmp_path / "a.jsonl").write_text('{"id"', encoding="utf-8")
    assert list(vnmedia.read_corpus(tmp_path / "a.jsonl")) == []
    assert "a.jsonl:1: not JSON" in caplog.text


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.zst"])
def test_a_decompression_bomb_meets_the_limit(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading stops at the limit, and memory stays near it."""
    limit = 2**20
    monkeypatch.setattr("vnmedia.articles.corpus._streams.MAX_BYTES", limit)
    bomb = bytes(100 * limit)
    (tmp_path / name).write_bytes(gzip.compress(bomb) if name.endswith("gz") else zstd(bomb))
    del bomb
    errors: list[vnmedia.SourceError] = []
    tracemalloc.start()
    assert list(vnmedia.read_corpus(tmp_path / name, on_error=errors.append)) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 1 MiB" in str(errors[0])
    assert peak < 12 * limit


def test_a_page_too_large_in_a_warc_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next record is read."""
    monkeypatch.setattr("vnmedia.articles.corpus._warc.MAX_BYTES", 2000)
    (tmp_path / "a.warc").write_bytes(warc(1, b"<p>" + b"x" * 3000) + warc(1))
    first, second = read_documents(tmp_path / "a.warc")
    assert "larger than" in str(first)
    assert isinstance(second, RawDocument)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.zst", "a.parquet", "a.warc.gz"])
def test_memory_does_not_grow_with_the_corpus(name: str, tmp_path: Path) -> None:
    """Three times the documents take no more memory at the peak, give or take a fifth."""
    peaks = []
    for count in (1000, 1000, 3000):  # the first run fills caches
        (tmp_path / name).write_bytes(FORMATS[name](count))
        tracemalloc.start()
        assert sum(isinstance(document, RawDocument) for document in read_documents(tmp_path / name)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < peaks[1] * 1.2 + 100_000


@pytest.mark.parametrize("name", ["none.jsonl", "none", "none.xyz"])
def test_a_corpus_that_is_not_there_is_said_to_be_so(name: str, tmp_path: Path) -> None:
    """Whatever its ending."""
    errors: list[vnmedia.SourceError] = []
    assert list(vnmedia.read_corpus(tmp_path / name, on_error=errors.append)) == []
    assert [error.reason for error in errors] == ["no such file or folder"]


def test_a_corpus_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Where nobody asked to be told of errors otherwise; and what is no path is said at once."""
    with pytest.raises(vnmedia.SourceError, match="no such file or folder"):
        vnmedia.read_corpus(tmp_path / "none.jsonl")
    with pytest.raises(TypeError, match="path: a string or Path is needed, not NoneType"):
        vnmedia.read_corpus(None)
