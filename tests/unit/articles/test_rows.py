"""Unit tests of rows, objects and feeds: each field is what the row states, whatever the file is like."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia import SourceError
from vnmedia.articles._decode import mended
from vnmedia.articles.corpus._columns import ColumnNames, Columns
from vnmedia.articles.corpus._rows import document_of
from vnmedia.registries import load
from vnmedia.text import nfc

BODY = "Sáng 5/6, cầu đã thông xe sau hai năm xây dựng, có 200 người dự."
ROW = {
    "title": "Thời tiết",
    "content": BODY,
    "published_at": "2024-03-15T18:30:00Z",
    "author": "Kim Oanh, Hải Yến",
    "url": "https://bao.vn/1.html",
    "category": "Giao thông",
    "tags": "cầu; đường",
}


def read(path: Path, **options) -> tuple[list[vnmedia.Article], list[SourceError]]:
    errors: list[SourceError] = []
    return list(vnmedia.read_corpus(path, on_error=errors.append, **options)), errors


def delimited(delimiter: str, encoding: str = "utf-8", first: str = "") -> Callable[[dict[str, str]], bytes]:
    def write(row: dict[str, str]) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerows([list(row), list(row.values())])
        return (first + out.getvalue()).encode(encoding)

    return write


def feed(row: dict[str, str]) -> bytes:
    return (
        '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo</title><item>'
        f"<title>{row['title']}</title><link>{row['url']}</link>"
        "<pubDate>Fri, 15 Mar 2024 18:30:00 GMT</pubDate>"
        "<dc:creator>Kim Oanh</dc:creator><dc:creator>Hải Yến</dc:creator><category>Giao thông</category>"
        f"<content:encoded><![CDATA[<p>{row['content']}</p>]]></content:encoded></item></channel></rss>"
    ).encode()


def parquet(row: dict[str, str]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row]), out)
    return out.getvalue()


FILES: dict[str, tuple[str, Callable[[dict[str, str]], bytes]]] = {
    "comma": ("a.csv", delimited(",")),
    "semicolon": ("a.csv", delimited(";")),
    "pipe": ("a.csv", delimited("|")),
    "tabs in .csv": ("a.csv", delimited("\t")),
    "commas in .tsv": ("a.tsv", delimited(",")),
    "byte order mark": ("a.csv", delimited(",", "utf-8-sig")),
    "Excel's Unicode text": ("a.csv", delimited("\t", "utf-16")),
    "UTF-16 without a mark": ("a.csv", delimited(",", "utf-16-le")),
    "Excel's separator": ("a.csv", delimited(";", first="sep=;\n")),
    "lines": ("a.jsonl", lambda row: json.dumps(row).encode()),
    "lines in UTF-16": ("a.jsonl", lambda row: json.dumps(row, ensure_ascii=False).encode("utf-16")),
    "array": ("a.json", lambda row: json.dumps([row], indent=1).encode()),
    "object": ("a.json", lambda row: json.dumps(row).encode()),
    "under a key": ("a.json", lambda row: json.dumps({"ok": True, "data": {"items": [row]}}).encode()),
    "by id": ("a.json", lambda row: json.dumps({"x1": row, "x2": {"id": 2}}).encode()),
    "by column": (
        "a.json",
        lambda row: json.dumps({name: {"0": cell} for name, cell in row.items()}).encode(),
    ),
    "parquet": ("a.parquet", parquet),
    "RSS": ("a.xml", feed),
}


@pytest.mark.parametrize("kind", FILES)
def test_every_file_gives_what_its_row_states(kind: str, tmp_path: Path) -> None:
    """Title, time, authors, address and section are the row's; the text is its text column alone."""
    name, write = FILES[kind]
    (tmp_path / name).write_bytes(write(ROW))
    articles, _ = read(tmp_path / name)
    (article,) = articles
    assert (article.title, article.text, article.url) == ("Thời tiết", BODY, "https://bao.vn/1.html")
    assert article.published.isoformat() == "2024-03-16T01:30:00+07:00"
    assert article.authors == ("Kim Oanh", "Hải Yến")
    assert article.section == "Giao thông"
    assert kind == "RSS" or article.tags == ("cầu", "đường")


ALIASES = [
    (column.id, name) for column in load("columns.toml", ColumnNames).values() for name in column.names
]
SPELLINGS = [
    str,
    str.upper,
    str.title,
    lambda name: name.replace("_", " "),
    lambda name: name.replace("_", ""),
]
VALUES = {
    "url": "https://bao.vn/2",
    "published": "2024-03-05",
    "modified": "2024-03-06",
    "html": "<html><body><p>x</p></body></html>",
}


@pytest.mark.parametrize("spelling", range(len(SPELLINGS)))
@pytest.mark.parametrize(("field", "name"), ALIASES)
def test_a_column_is_known_by_any_of_its_names(field: str, name: str, spelling: int) -> None:
    """In any case, with or without marks between the words."""
    header = SPELLINGS[spelling](name)
    row = {"nội dung": BODY, header: VALUES.get(field, "Trị giá")} if field != "text" else {header: BODY}
    columns = Columns.told(list(row), None, "x")
    assert header in columns.of[field]
    assert document_of(row, columns, "x")


@pytest.mark.parametrize(
    ("header", "field"),
    [("Tiêu đề", "title"), ("NỘI DUNG", "text"), ("Ngày đăng", "published"), ("Tác giả", "authors")],
)
def test_vietnamese_headers_are_read_with_their_diacritics(header: str, field: str) -> None:
    """As spreadsheets have them."""
    assert Columns.told([header, "content"], None, "x").of[field][-1:] in ((header,), ("content",))


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z", "P", "S")), min_size=1, max_size=12
).filter(lambda name: name.lower() not in ("nan", "none", "null", "na") and mended(nfc(name)) == (name, ()))


@given(
    title=NAMES,
    authors=st.lists(NAMES, max_size=3, unique=True),
    section=NAMES,
    tags=st.lists(NAMES, unique=True),
)
def test_whatever_a_row_states_is_what_the_article_states(
    title: str, authors: list[str], section: str, tags: list[str]
) -> None:
    """No field is guessed back from the text, however short or odd it is."""
    row = {"title": title, "authors": authors, "section": section, "tags": tags, "text": f"{title}\n{BODY}"}
    article = document_of(row, Columns.told(row, None, "x"), "x").article()
    assert (article.title, article.section) == (title, section)
    assert (article.authors, article.tags) == (tuple(authors), tuple(tags))
    assert article.text == vnmedia.parse_article(row["text"]).text
    assert [block.kind for block in article.blocks].count("title") == 1


def test_a_title_that_the_text_does_not_begin_with_makes_no_other_line_the_title(tmp_path: Path) -> None:
    """The first line of the text is a heading then."""
    text = f"Cầu mới đã thông xe sáng nay\n{BODY}\n{BODY}"
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Tin vắn", "text": text}), encoding="utf-8")
    ((article,), _) = read(tmp_path / "a.jsonl")
    assert article.title == "Tin vắn"
    assert "title" not in [block.kind for block in article.blocks]


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Kim Oanh", ("Kim Oanh",)),
        ("Kim Oanh - Hải Yến", ("Kim Oanh", "Hải Yến")),
        ("['Kim Oanh', 'Hải Yến']", ("Kim Oanh", "Hải Yến")),
        ('["Kim Oanh"]', ("Kim Oanh",)),
        ({"name": "Kim Oanh"}, ("Kim Oanh",)),
        ([{"name": "Kim Oanh"}, "Hải Yến"], ("Kim Oanh", "Hải Yến")),
        ("nan", ()),
        ([], ()),
        (None, ()),
        ("<b>Kim Oanh</b>", ("Kim Oanh",)),
    ],
)
def test_authors_in_any_form(value: object, authors: tuple[str, ...]) -> None:
    """A name, several in one text, a list that a program wrote, objects with a name."""
    row = {"author": value, "text": BODY}
    assert document_of(row, Columns.told(row, None, "x"), "x").authors == authors


def test_markup_in_a_column_is_taken_out_and_said(tmp_path: Path) -> None:
    """Each block is a line, no tag is left, and every word is."""
    content = {"rendered": "<p>Hôm nay, <b>Bộ Y&nbsp;tế</b> họp.</p><ul><li>Chi 5&nbsp;tỷ đồng.</li></ul>"}
    row = {"title": {"rendered": "Họp &#8211; bàn"}, "content": content}
    (tmp_path / "a.json").write_text(json.dumps([row]), encoding="utf-8")
    ((article,), _) = read(tmp_path / "a.json")
    assert article.title == "Họp – bàn"
    assert article.text == "Hôm nay, Bộ Y\xa0tế họp.\nChi 5\xa0tỷ đồng."
    assert article.source.repairs == ("HTML tags taken out of the text",)


def test_a_time_that_cannot_be_read_is_reported(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In the record, and to the logger."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": BODY, "date": "hôm kia"}), encoding="utf-8")
    ((article,), _) = read(tmp_path / "a.jsonl")
    assert article.published is None
    assert article.source.repairs == ("published 'hôm kia': a time that cannot be read left out",)
    assert "hôm kia" in caplog.text


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.parquet", "a.xml"])
def test_columns_that_cannot_be_told_are_one_error(name: str, tmp_path: Path) -> None:
    """It names those that are there, and how to say which is which."""
    rows = [{"x1": "một", "x2": BODY}] * 5
    content = {
        "a.csv": b"x1,x2\n" + b"m,n\n" * 5,
        "a.jsonl": "\n".join(map(json.dumps, rows)).encode(),
        "a.json": json.dumps(rows).encode(),
        "a.parquet": parquet(rows[0]),
        "a.xml": b"<rss><channel>" + b"<item><x1>m</x1><x2>n</x2></item>" * 5 + b"</channel></rss>",
    }
    (tmp_path / name).write_bytes(content[name])
    articles, errors = read(tmp_path / name)
    assert articles == []
    (error,) = errors
    assert "'x1', 'x2'" in error.reason
    assert "--field" in error.reason
    if name != "a.xml":
        assert len(read(tmp_path / name, fields={"text": "x2", "title": "x1"})[0]) in (1, 5)


def test_several_columns_are_put_under_each_other(tmp_path: Path) -> None:
    """In the order in which the caller names them; a path leads into an object."""
    row = {"lead": "Tóm tắt.", "than": {"bai": BODY}}
    (tmp_path / "a.json").write_text(json.dumps(row), encoding="utf-8")
    ((article,), _) = read(tmp_path / "a.json", fields={"text": ["lead", "than.bai"]})
    assert article.text == f"Tóm tắt.\n{BODY}"


def test_a_column_that_is_not_there_is_one_error(tmp_path: Path) -> None:
    """A misspelt name is not taken for an empty column."""
    (tmp_path / "a.csv").write_text("text\n" + "x\n" * 9, encoding="utf-8")
    articles, errors = read(tmp_path / "a.csv", fields={"title": "tittle"})
    assert (articles, [error.reason for error in errors]) == ([], ["no column 'tittle' among 'text'"])


@pytest.mark.parametrize("content", ['[\n {"text": "x"}\n]', '[{"text": "x"}]', '{\n "text": "x"\n}'])
def test_json_that_is_no_lines_is_one_error(content: str, tmp_path: Path) -> None:
    """And it says what to do."""
    (tmp_path / "a.jsonl").write_text(content, encoding="utf-8")
    articles, errors = read(tmp_path / "a.jsonl")
    assert articles == []
    assert [error.reason.partition(": ")[2] for error in errors] == ["name it .json"]


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.json", b'[{"text": "x"}, {"text": "y"}, {"te', 2),
        ("a.json", b'[{"text": "x"}', 1),
        ("a.json", b'[{"text": "x"}, 5, {"text": "y"}]', 2),
        ("a.json", b"[" + b"[" * 100_000, 0),
        ("a.json", b'{"text": "x"', 0),
        ("a.json", b'{"a": {"b": 1}}', 0),
        ("a.json", b"", 0),
        ("a.json", b"7", 0),
        ("a.xml", b"<rss><item><title>T</title><description>x</description></item><item>", 1),
        ("a.xml", b"not XML", 0),
        ("a.xml", b"", 0),
        ("a.csv", b"", 0),
        ("a.csv", b"\n", 0),
    ],
)
def test_a_broken_file_gives_what_is_whole_and_one_error(
    name: str, content: bytes, count: int, tmp_path: Path
) -> None:
    """Nothing but typed errors, and no plain text of it."""
    (tmp_path / name).write_bytes(content)
    articles, errors = read(tmp_path / name)
    assert (len(articles), len(errors)) == (count, 1)


def test_entities_of_xml_fetch_and_grow_nothing(tmp_path: Path) -> None:
    """An entity that stands for a file or for a million letters stays unread."""
    (tmp_path / "secret").write_text("bí mật", encoding="utf-8")
    (tmp_path / "a.xml").write_text(
        f'<!DOCTYPE rss [<!ENTITY f SYSTEM "{tmp_path / "secret"}"><!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))
        + "]><rss><item><title>T</title><description>&f; &a8; hết</description></item></rss>",
        encoding="utf-8",
    )
    articles, errors = read(tmp_path / "a.xml")
    assert all("bí mật" not in article.text and len(article.text) < 1000 for article in articles)
    assert len(articles) + len(errors) == 1


@pytest.mark.parametrize(
    "array",
    [
        pa.array([2**30], pa.date32()),
        pa.array([2**62], pa.timestamp("us")),
        pa.array([-3_000_000_000], pa.timestamp("s", tz="Asia/Ho_Chi_Minh")),
        pa.array([1_700_000_000_000_000_001], pa.timestamp("ns")),
        pa.array([b"\xff"], pa.binary()).view(pa.string()),
    ],
)
def test_parquet_values_that_python_cannot_hold_cost_their_row(array: pa.Array, tmp_path: Path) -> None:
    """The other rows are read, and every record reads back as it is."""
    good = pa.nulls(1, array.type)
    table = pa.table({"text": ["x", "y"], "published": pa.chunked_array([array, good]).combine_chunks()})
    pq.write_table(table, tmp_path / "a.parquet")
    articles, errors = read(tmp_path / "a.parquet")
    assert len(articles) + len(errors) == 2
    assert articles[-1].text == "y"
    assert [vnmedia.loads(vnmedia.dumps(article)) for article in articles] == articles


def test_infinity_is_no_time(tmp_path: Path) -> None:
    """The row is an error with its place, the rows after it are read; other columns may hold it."""
    rows = [
        '{"text": "x", "published": 1e999}',
        '{"text": "x", "modified": -Infinity}',
        '{"text": "y", "n": Infinity}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    errors: list[SourceError] = []
    articles = list(vnmedia.read_corpus(tmp_path / "a.jsonl", on_error=errors.append))
    assert [article.text for article in articles] == ["y"]
    assert [error.source.rpartition(":")[2] for error in errors] == ["1", "2"]
