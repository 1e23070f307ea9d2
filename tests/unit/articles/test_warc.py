"""Unit tests of WARC: a bad record costs that record and is reported; none is lost, doubled or swallowed."""

import gzip
import io
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia import SourceError
from vnmedia.articles import RawDocument, read_documents
from vnmedia.articles.corpus._framing import framed

PAGE = "<html><body><h1>Cầu Mới thông xe</h1><p>Sáng 5/6/2020, Bộ Y tế họp lần {}.</p></body></html>"


def response(number: int, headers: bytes = b"", body: bytes | None = None) -> bytes:
    page = PAGE.format(number).encode() if body is None else body
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + b"\r\n" + page


def record(number: int, block: bytes | None = None, length: int | None = None) -> bytes:
    block = response(number) if block is None else block
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032x}>\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        f"WARC-Target-URI: https://bao.vn/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def plain(records: list[bytes]) -> bytes:
    return b"".join(records)


def members(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(record) for record in records)


def one_member(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records))


CONTAINERS = {"a.warc": plain, "m.warc.gz": members, "w.warc.gz": one_member}


def read(path: Path) -> tuple[list[str], list[SourceError]]:
    found = list(read_documents(path))
    errors = [item for item in found if isinstance(item, SourceError)]
    return [item.url or "" for item in found if isinstance(item, RawDocument)], errors


def urls(*numbers: int) -> list[str]:
    return [f"https://bao.vn/{number}" for number in numbers]


BROKEN: dict[str, Callable[[int], bytes]] = {
    "far too long": lambda n: record(n, length=len(response(n)) + 700),
    "longer than the file": lambda n: record(n, length=10**7),
    "no length": lambda n: record(n).replace(b"Content-Length", b"Content-Size"),
    "no number": lambda n: record(n).replace(b"Content-Length: ", b"Content-Length: x"),
    "no head": lambda _: b"mot hai ba\r\n\r\n",
    "half a head": lambda n: record(n)[:60] + b"\r\n",
    "a broken chunk": lambda n: record(
        n, response(n, b"Transfer-Encoding: chunked\r\n", b"10\r\n0123456789abcdef\r\nzz\r\nmore\r\n")
    ),
    "a cut chunk": lambda n: record(n, response(n, b"Transfer-Encoding: chunked\r\n", b"40\r\n<p>abc")),
    "a cut gzip body": lambda n: record(
        n, response(n, b"Content-Encoding: gzip\r\n", gzip.compress(PAGE.encode())[:-9])
    ),
    "a cut brotli body": lambda n: record(n, response(n, b"Content-Encoding: br\r\n", b"\x0b\x14\x80<p>x")),
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("place", [0, 2, 4])
@pytest.mark.parametrize("kind", BROKEN)
def test_one_bad_record_costs_that_record(kind: str, place: int, container: str, tmp_path: Path) -> None:
    """All others are read, once and in their order, and an error says where the bad one stands."""
    records = [BROKEN[kind](n) if n == place else record(n) for n in range(5)]
    (tmp_path / container).write_bytes(CONTAINERS[container](records))
    found, errors = read(tmp_path / container)
    others = urls(*(n for n in range(5) if n != place))
    assert [url for url in found if url in others] == others
    # The end of a gzip member is as good as a length: nothing is lost there.
    assert (
        errors or (container == "m.warc.gz" and len(found) == 5) or (place == 4 and container == "w.warc.gz")
    )


@pytest.mark.parametrize("off", [-30, -4, -1, 1, 2, 4])
@pytest.mark.parametrize("container", CONTAINERS)
def test_a_length_that_is_off_by_little_loses_nothing(container: str, off: int, tmp_path: Path) -> None:
    """The page is whole, and what was mended is said."""
    records = [record(n, length=len(response(n)) + off if n == 1 else None) for n in range(3)]
    (tmp_path / container).write_bytes(CONTAINERS[container](records))
    articles = list(vnmedia.read_corpus(tmp_path / container))
    assert [article.url for article in articles] == urls(0, 1, 2)
    assert "họp lần 1." in articles[1].text
    assert off > 0 or any("bytes long and says" in repair for repair in articles[1].source.repairs)


@pytest.mark.parametrize(
    "encoding", [b"Content-Encoding: gzip", b"Content-Encoding: br", b"Transfer-Encoding: chunked"]
)
def test_a_body_that_was_decoded_before_it_was_stored_is_read(encoding: bytes, tmp_path: Path) -> None:
    """Its head still says that it is encoded."""
    records = [record(0), record(1, response(1, encoding + b"\r\n")), record(2)]
    (tmp_path / "a.warc").write_bytes(plain(records))
    articles = list(vnmedia.read_corpus(tmp_path / "a.warc"))
    assert [article.url for article in articles] == urls(0, 1, 2)
    assert "not encoded as it says" in articles[1].source.repairs[0]


def test_encodings_are_read(tmp_path: Path) -> None:
    """gzip, deflate, chunks, and chunks of gzip."""
    page = PAGE.format(7).encode()
    packed = gzip.compress(page)
    bodies = [
        response(0, b"Content-Encoding: gzip\r\n", packed),
        response(1, b"Content-Encoding: deflate\r\n", zlib.compress(page)),
        response(2, b"Transfer-Encoding: chunked\r\n", b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page)),
        response(
            3,
            b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed),
        ),
    ]
    (tmp_path / "a.warc").write_bytes(plain([record(n, body) for n, body in enumerate(bodies)]))
    assert ["họp lần 7." in article.text for article in vnmedia.read_corpus(tmp_path / "a.warc")] == [
        True
    ] * 4


@pytest.mark.parametrize("damage", ["cut", "hole", "noise", "checksum"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_damaged_gzip_member_costs_its_record(damage: str, place: int, tmp_path: Path) -> None:
    """The next member is found again."""
    packed = [gzip.compress(record(n)) for n in range(4)]
    whole = packed[place]
    packed[place] = {
        "cut": whole[: len(whole) // 2],
        "hole": whole[:40] + whole[80:],
        "noise": whole[:60] + bytes(random.Random(1).randbytes(40)) + whole[100:],
        "checksum": whole[:-8] + b"\0\0\0\0" + whole[-4:],
    }[damage]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(packed))
    found, errors = read(tmp_path / "a.warc.gz")
    assert found == urls(*(n for n in range(4) if n != place))
    assert len(errors) == 1


def test_a_page_about_records_is_one_page(tmp_path: Path) -> None:
    """Its HTTP head says how long it is."""
    page = b"<pre>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nabc</pre>"
    block = response(0, b"Content-Length: %d\r\n" % len(page), page)
    (tmp_path / "a.warc").write_bytes(plain([record(0, block), record(1)]))
    assert read(tmp_path / "a.warc") == (urls(0, 1), [])


def test_a_record_that_swallows_exactly_its_neighbour_is_an_error(tmp_path: Path) -> None:
    """Its length leads to where a record ends, which is another one's end."""
    length = len(response(1)) + 4 + len(record(2)) - 4
    (tmp_path / "a.warc").write_bytes(plain([record(0), record(1, length=length), record(2), record(3)]))
    found, errors = read(tmp_path / "a.warc")
    assert (found, len(errors)) == (urls(0, 2, 3), 1)


@given(st.integers(0, 4), st.integers(0, 2**31), st.sampled_from(sorted(CONTAINERS)))
def test_whatever_bytes_are_overwritten_nothing_is_doubled(place: int, seed: int, container: str) -> None:
    """Records that are not touched are there once; nothing but records comes out, and reading ends."""
    source = random.Random(seed)
    content = bytearray(CONTAINERS[container]([record(n) for n in range(5)]))
    start = source.randrange(len(content))
    content[start : start + 30] = source.randbytes(30)
    blocks = [found.block for found in framed(io.BytesIO(bytes(content)), 10**6) if not found.why]
    assert len(set(blocks)) == len(blocks) <= 5
    if container != "w.warc.gz":
        assert len(blocks) >= 3


@pytest.mark.parametrize("container", CONTAINERS)
def test_as_many_whole_records_as_warcio_reads(container: str, tmp_path: Path) -> None:
    """On files with one bad record of each kind."""
    archive = pytest.importorskip("warcio.archiveiterator", reason="warcio is not installed")
    for kind, broken in BROKEN.items():
        content = CONTAINERS[container]([record(0), record(1), broken(2), record(3)])
        (tmp_path / container).write_bytes(content)
        theirs: list[str] = []
        try:
            for found in archive.ArchiveIterator(io.BytesIO(content)):
                found.content_stream().read()
                theirs.append(found.rec_headers.get_header("WARC-Target-URI") or "")
        except Exception:  # noqa: BLE001 - it stops there, in its own ways
            pass
        ours, errors = read(tmp_path / container)
        assert set(theirs) - set(ours) <= set(urls(2)), kind
        assert "https://bao.vn/2" in ours or errors, kind


def nested(count: int) -> bytes:
    """Stored gzip members whose heads all stand inside the first one."""
    start = gzip.compress(b"WARC/1.0\r\n", 0)[:25]
    return start * count


@pytest.mark.parametrize(
    "make",
    [
        nested,
        lambda n: b"WARC/1.0\r\nContent-Length: 9999999\r\n\r\n" * n,
        lambda n: b"WARC/1.0\r\n" * n,
        lambda n: b"\r\n" * n,
        lambda n: b"\n" * n + b"x" * n,
        lambda n: gzip.compress(b"") * n,
        lambda n: b"\x1f\x8b\x08" * n,
        lambda n: record(0, b"\r\n" * n, length=1),
    ],
)
def test_reading_is_linear_whatever_the_file(make: Callable[[int], bytes]) -> None:
    """The bytes that are asked for grow no faster than the file."""

    class Counting(io.BytesIO):
        total = 0

        def read(self, size: int | None = -1) -> bytes:
            piece = super().read(size)
            Counting.total += len(piece)
            return piece

    work = []
    for count in (2000, 8000):
        Counting.total = 0
        for _ in framed(Counting(make(count)), 10**6):
            pass
        work.append(Counting.total / max(1, len(make(count))))
    assert work[1] < work[0] * 3 + 3
