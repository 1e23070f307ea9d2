"""Unit tests of the press digest: what it counts, where its lines lead, and that nothing gets out of it."""

import csv
import datetime as dt
import io
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.property.strategies import articles
from tests.unit.serializers.samples import HOSTILE, ORDINARY, mention
from tests.unit.serializers.test_html import Page

import vnmedia
from vnmedia import Agency, Article, Citation, LegalInstrument
from vnmedia.cli import main
from vnmedia.digest import Collected, Register, collect, report, write_register

docx = pytest.importorskip("docx", reason="the extra digest is not installed")

from vnmedia.digest._docx import to_docx  # noqa: E402
from vnmedia.digest._html import to_html  # noqa: E402
from vnmedia.digest._markdown import to_markdown  # noqa: E402
from vnmedia.digest._report import Table  # noqa: E402
from vnmedia.digest.files import write  # noqa: E402

LATER = attrs.evolve(ORDINARY, id="bai-2", published=dt.date(2021, 1, 4), publisher="Báo Khác")
UNDATED = attrs.evolve(ORDINARY, id="bai-3", published=None, title=None)
DECREE = LegalInstrument(type="nghị định", number="67/2014/NĐ-CP", uri="urn:lex:vn:x")
CORPUS = [LATER, ORDINARY, UNDATED]


def cite(**fields: object) -> Article:
    """An article that cites one instrument."""
    value = Citation(**fields)
    return Article(text="Theo Nghị định.", mentions=(mention("Theo Nghị định.", "Nghị định", value),))


@given(st.lists(articles(), max_size=3))
@examples(30)
def test_the_counts_are_those_of_the_articles(found: list[Article]) -> None:
    """Articles, and the mentions and citations in their own text, are each counted once."""
    collected = collect(found)
    assert collected.articles == len(found)
    said = [m for article in found for m in article.mentions if article.in_body(m)]
    assert collected.kinds.total() == len(said)
    cited = [m.value.instrument or m.value.printed for m in said if isinstance(m.value, Citation)]
    told = sum(1 for v in cited if v.number or v.title or v.date or v.uri)
    assert told <= sum(entry.count for entry in collected.register) <= len(cited)
    assert [sentence.number for sentence in collected.sentences] == list(
        range(1, len(collected.sentences) + 1)
    )


@given(st.lists(articles(), max_size=3), st.sampled_from(["week", "month"]))
@examples(15)
def test_a_digest_of_anything_is_sound(found: list[Article], by: str) -> None:
    """Whatever the articles hold, each link of the page and of the Markdown leads to an anchor in it."""
    made = report(collect(found, by=by))
    check_page(to_html(made))
    text = to_markdown(made)
    assert set(re.findall(r"\]\(#(s\d+)\)", text)) <= set(re.findall(r'<a id="(s\d+)"></a>', text))


@pytest.mark.slow
@given(st.lists(articles(), max_size=3))
@examples(6)
def test_a_word_document_of_anything_can_be_opened(found: list[Article]) -> None:
    """Whatever the articles hold, Word's own form has a paragraph for each sentence."""
    made = report(collect(found))
    document = docx.Document(io.BytesIO(to_docx(made)))
    marks = re.findall(r'<w:bookmarkStart[^>]* w:name="s(\d+)"', document.element.xml)
    assert [int(mark) for mark in marks] == [sentence.number for sentence in made.sentences]


@pytest.mark.slow
@given(found=st.lists(articles(), max_size=3))
@examples(15)
def test_a_register_of_anything_is_read_back(
    found: list[Article], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """CSV and JSON have a row for each entry, with the same counts."""
    register = collect(found).register
    folder = tmp_path_factory.mktemp("register")
    write_register(register, folder / "r.csv")
    write_register(register, folder / "r.json")
    with (folder / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [int(row["count"]) for row in csv.DictReader(file)]
    listed = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    assert rows == [row["count"] for row in listed] == [entry.count for entry in register]


def test_another_period_or_ending_is_refused(tmp_path: Path) -> None:
    """With what there is."""
    with pytest.raises(ValueError, match="by: 'day' is not one of week, month"):
        collect([], by="day")
    with pytest.raises(ValueError, match=r"ends in neither \.csv nor \.json"):
        write_register(Register(), tmp_path / "r.xls")


def test_relations_are_told_by_their_names() -> None:
    """The digest and the register say what one instrument does to another, once."""
    collected = collect(CORPUS)
    assert "thay thế Nghị định 159/2013/NĐ-CP, ngày 12/11/2013, Chính phủ" in to_markdown(report(collected))
    rows = {row["number"]: row["relations"] for row in collected.register.rows()}
    assert rows["119/2020/NĐ-CP"] == "replaces nghị định 159/2013/NĐ-CP"


def test_periods_are_in_order_and_the_undated_come_last() -> None:
    """By week and by month, whatever the order of the articles."""
    assert [period.key for period in collect(CORPUS).periods] == ["2020-W51", "2021-W01", ""]
    assert [period.key for period in collect(CORPUS, by="month").periods] == ["2020-12", "2021-01", ""]
    assert report(collect(CORPUS)).title == (
        "Điểm báo: Tuần 51/2020 (14/12/2020 – 20/12/2020) – Tuần 1/2021 (04/01/2021 – 10/01/2021)"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"number": "119/2020/NĐ-CP"}, {"number": "119/2020/nđ-cp", "pinpoint": "Điều 5"}, True),
        (
            {"number": "135/QĐ-TTg", "date": dt.date(2020, 1, 20)},
            {"number": "135/QĐ-TTg", "date": dt.date(2016, 1, 2)},
            False,
        ),
        ({"number": "67", "instrument": DECREE}, {"number": "67/2014/NĐ-CP", "instrument": DECREE}, True),
        ({"number": "67"}, {"number": "76"}, False),
        ({"title": "Luật Báo chí", "year": 2016}, {"title": "Luật báo chí", "year": 2016}, True),
        ({"title": "Luật Báo chí", "year": 2016}, {"title": "Luật Báo chí", "year": 1989}, False),
        ({"date": dt.date(2017, 2, 2)}, {"date": dt.date(2017, 2, 2)}, True),
        ({"date": dt.date(2017, 2, 2)}, {"date": dt.date(2017, 2, 3)}, False),
    ],
)
def test_an_instrument_is_registered_once(one: dict, other: dict, same: bool) -> None:
    """What has one identity has one entry."""
    collected = collect(cite(type="nghị định", **fields) for fields in (one, other))
    assert len(collected.register) == (1 if same else 2)


def test_what_nothing_tells_apart_is_not_registered() -> None:
    """``Nghị định này`` is no entry of its own."""
    assert len(collect([cite(type="nghị định")]).register) == 0


def test_the_fullest_form_and_the_first_citation_are_kept() -> None:
    """A later, fuller form takes the place of a shorter one; the first is by day of publishing."""
    register = Register()
    short = Citation(type="nghị định", number="119/2020/NĐ-CP")
    full = attrs.evolve(short, date=dt.date(2020, 10, 7), issuer=Agency(name="Chính phủ"))
    register.add(short, 0, LATER)
    entry = register.add(full, 1, ORDINARY)
    register.add(short, 2, UNDATED)
    assert len(register) == 1
    assert entry.instrument == full.printed
    assert (entry.count, entry.articles) == (3, [0, 1, 2])
    assert entry.first == ("2020-12-17", 1, "bai-1")


def test_what_rose_or_fell_leads_to_its_sentence() -> None:
    """A figure with a change is a line, with the sentence that states it."""
    (period, *_) = collect([ORDINARY]).periods
    (line,) = period.changes
    assert line.value.value == Decimal("12.7")
    assert "tăng 12,7%" in line.sentence.text


def test_a_table_shows_the_words_of_a_long_sentence() -> None:
    """A sentence is cut between words, around what the row is about, and a column of nothing is left out."""
    text = (
        "Đoàn đã làm việc với nhiều địa phương " * 9
        + "theo Nghị định số 119/2020/NĐ-CP "
        + "về báo chí " * 30
    )
    found = vnmedia.parse_article(text + ".")
    (table,) = tables(collect([found]), "period", "Văn bản được dẫn")
    assert table.header == ("Văn bản", "Số lần", "Lần đầu")
    (row,) = table.rows
    assert re.fullmatch(r"…\w+ .* theo Nghị định số 119/2020/NĐ-CP về .* (về|báo|chí)…", row[2].text)
    assert len(row[2].text) <= 162


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("corpus", [CORPUS, [HOSTILE, HOSTILE], []], ids=["ordinary", "hostile", "empty"])
def test_the_page_is_sound(corpus: list[Article], language: str) -> None:
    """Every link of the page leads to an id in it or to the web, and nothing of an article is mark-up."""
    check_page(to_html(report(collect(corpus), language=language)))


def check_page(made: str) -> None:
    page = Page(made)
    assert len(set(page.ids)) == len(page.ids)
    for _, attributes in page.found:
        link = attributes.get("href") or ""
        assert not link or link.startswith(("#", "https://"))
        assert not link.startswith("#") or link[1:] in page.ids
        assert "src" not in attributes
    assert "script" not in {tag for tag, _ in page.found}
    assert not re.search("[\x00\x0b\ufffe]", made)


def test_markdown_shows_text_to_the_letter() -> None:
    """Marks of Markdown and HTML in an article are escaped, and each reference has its anchor."""
    made = to_markdown(report(collect([*CORPUS, HOSTILE])))
    assert "<script" not in made.replace("\\<script", "")
    anchors = set(re.findall(r'<a id="(s\d+)"></a>', made))
    assert set(re.findall(r"\]\(#(s\d+)\)", made)) <= anchors
    assert "| Nghị định 119/2020/NĐ-CP, ngày 07/10/2020, Chính phủ | 3 |" in made


def test_word_has_the_tables_and_the_links(tmp_path: Path) -> None:
    """A Word document with headings, tables, pictures, and links to the sentences."""
    write(report(collect([*CORPUS, HOSTILE])), tmp_path / "digest.docx")
    document = docx.Document(str(tmp_path / "digest.docx"))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert "Danh mục văn bản" in headings
    bars = [
        cell.text for table in document.tables for row in table.rows for cell in row.cells if "█" in cell.text
    ]
    assert max(map(len, bars)) == 40
    assert round(document.sections[0].page_width.cm, 1) == 21
    listed = [table for table in document.tables if "█" not in table.rows[0].cells[1].text]
    assert len(document.tables) - len(listed) == 2  # the charts
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in listed)
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert any(text.startswith("Nghị định 119/2020/NĐ-CP") for text in cells)
    xml = document.element.xml
    anchors = set(re.findall(r'w:anchor="(s\d+)"', xml))
    assert anchors
    assert anchors <= set(re.findall(r'w:bookmarkStart[^>]* w:name="(s\d+)"', xml))


@pytest.mark.parametrize("name", ["d.html", "d.md", "d.docx", "r.csv", "r.json"])
def test_a_file_name_that_is_no_text_breaks_nothing(name: str, tmp_path: Path) -> None:
    """A lone surrogate, as the name of a file in another encoding brings, breaks no output."""
    collected = collect([attrs.evolve(ORDINARY, id="b\udce0i", title=None)])
    if name.startswith("r"):
        write_register(collected.register, tmp_path / name)
    else:
        write(report(collected), tmp_path / name)
    assert (tmp_path / name).stat().st_size


def tables(collected: Collected, role: str, heading: str) -> list[Table]:
    """The tables under *heading* in the sections of *role*."""
    sections = (section for section in report(collected).sections if section.role == role)
    return [part.content for section in sections for part in section.parts if part.heading == heading]


def numbered(count: int, **fields: object) -> list[Article]:
    """Articles of one day, each of which cites a decree of its own."""
    day = dt.datetime(2021, 3, 1, tzinfo=dt.UTC)
    return [
        attrs.evolve(
            cite(type="nghị định", number=f"{number}/2021/NĐ-CP"),
            title=f"Bài {number}",
            url=f"https://bao.vn/{number}",
            published=day + dt.timedelta(hours=number),
            **fields,
        )
        for number in range(count)
    ]


def test_the_summary_says_what_is_new_and_what_was_said_most() -> None:
    """The newest articles, the publishers, what was cited for the first time and most, what changed most."""
    decree = cite(type="nghị định", number="1/2021/NĐ-CP")
    again = attrs.evolve(decree, published=dt.date(2021, 2, 1))
    grown = vnmedia.parse_article(
        "Xuất khẩu gạo tăng 12%. Nhập khẩu phân bón giảm 31,5%. Giá gạo tăng 900 đồng."
    )
    collected = collect([again, *numbered(7, publisher="dantri.com.vn"), again, grown], by="month")
    (newest,) = tables(collected, "summary", "Bài mới nhất")
    assert [row[0].text for row in newest.rows] == [f"Bài {number}" for number in (6, 5, 4, 3, 2)]
    assert newest.rows[0][0].url == "https://bao.vn/6"
    (publishers,) = tables(collected, "summary", "Nơi đăng")
    assert [[cell.text for cell in row] for row in publishers.rows] == [["Báo điện tử Dân trí", "7"]]
    (cited,) = tables(collected, "summary", "Văn bản được dẫn nhiều nhất")
    assert [cell.text for cell in cited.rows[0]] == ["Nghị định 1/2021/NĐ-CP", "3"]
    (first,) = tables(collected, "summary", "Văn bản được dẫn lần đầu trong kỳ mới nhất")
    assert "Nghị định 1/2021/NĐ-CP" not in {row[0].text for row in first.rows}
    (changes,) = tables(collected, "summary", "Tăng, giảm nhiều nhất (theo phần trăm)")
    assert [row[0].text for row in changes.rows] == ["giảm 31,5%", "tăng 12%"]


def test_each_article_is_a_row_that_leads_to_it() -> None:
    """A period lists its articles one a row, the newest first, with publisher and day."""
    (listed,) = tables(collect(numbered(24), by="month"), "period", "Bài")
    assert len(listed.rows) == 24
    assert [row[0].text for row in listed.rows[:2]] == ["Bài 23", "Bài 22"]
    assert {row[0].url for row in listed.rows} == {f"https://bao.vn/{number}" for number in range(24)}


def test_a_page_is_of_a_length_that_a_person_reads() -> None:
    """The first rows stand open, the others fold; what a table has no room for is counted, never dropped."""
    made = report(collect(numbered(30), by="month"))
    page = Page(to_html(made))
    opened = [attributes for tag, attributes in page.found if tag == "details" and "open" in attributes]
    assert [attributes["class"] for attributes in opened] == ["period"]
    (cited,) = tables(collect(numbered(30), by="month"), "period", "Văn bản được dẫn")
    assert (len(cited.rows), cited.left_out) == (20, "Còn 10 dòng không nêu ở đây.")
    assert "Còn 10 dòng không nêu ở đây." in to_markdown(made)
    (register,) = tables(collect(numbered(30), by="month"), "all", "Văn bản được dẫn")
    assert (len(register.rows), register.left_out) == (30, "")


def test_only_sentences_that_a_line_leads_to_are_listed() -> None:
    """They are numbered from 1 in the order in which they are led to."""
    made = report(collect(numbered(30)))
    led = [
        cell.sentence
        for section in made.sections
        for part in section.parts
        for row in getattr(part.content, "rows", ())
        for cell in row
        if cell.sentence is not None
    ]
    assert list(dict.fromkeys(led)) == [sentence.number for sentence in made.sentences]
    assert [sentence.number for sentence in made.sentences] == list(range(1, len(made.sentences) + 1))


def test_a_chart_is_drawn_in_the_page() -> None:
    """The bars are in proportion, and their names stand beside them as text."""
    articles = [attrs.evolve(UNDATED, published=dt.date(2021, month, 1)) for month in (1, 2, 2)]
    made = to_html(report(collect(articles, by="month")))
    (chart, _) = re.findall(r"<svg .*?</svg>", made)
    assert re.findall(r'<rect [^>]*width="([\d.]+%)"', chart) == ["21.00%", "42.00%"]
    assert re.findall(r"<text [^>]*>(.*?)</text>", chart) == ["Tháng 1/2021", "1", "Tháng 2/2021", "2"]
    assert 'aria-label="Số bài theo kỳ: Tháng 1/2021: 1; Tháng 2/2021: 2"' in chart


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"publisher": "VnExpress"}, "Báo điện tử VnExpress"),
        ({"publisher": "VNEXPRESS", "url": "https://plo.vn/1"}, "Báo điện tử VnExpress"),
        ({"url": "https://vnexpress.net/1"}, "Báo điện tử VnExpress"),
        ({"publisher": "TTXVN"}, "Thông tấn xã Việt Nam"),
        ({"publisher": "Bản tin xã", "url": "https://plo.vn/1"}, "Bản tin xã"),
        ({"url": "https://www.ban-tin.example/1"}, "ban-tin.example"),
        ({"url": "https://[bad/1"}, None),
        ({}, None),
    ],
)
def test_a_publisher_has_one_name(fields: dict[str, str], name: str | None) -> None:
    """By whichever name or address it is given; one that the registry does not know keeps its own."""
    assert collect([Article(text="", **fields)]).periods[0].articles[0].publisher == name


def test_only_word_needs_an_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it pages and Markdown are written, and Word names the extra before anything is read."""
    monkeypatch.delitem(sys.modules, "vnmedia.digest._docx", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in ("d.md", "d.html"):
        write(report(collect([ORDINARY])), tmp_path / name)
    result = CliRunner().invoke(main, ["digest", "none.txt", "-o", str(tmp_path / "d.docx")])
    assert result.exit_code == 1
    assert result.stderr == "Error: python-docx is not installed: pip install 'vnmedia[digest]'\n"


def test_the_register_is_written_as_csv_and_json(tmp_path: Path) -> None:
    """Both have a row for each instrument, and a spreadsheet runs none of them."""
    formula = attrs.evolve(ORDINARY, mentions=())
    bad = cite(type="luật", title="=HYPERLINK(1)")
    register = collect([ORDINARY, formula, bad]).register
    write_register(register, tmp_path / "r.csv")
    write_register(register, tmp_path / "r.json")
    read = list(csv.DictReader(io.StringIO((tmp_path / "r.csv").read_text(encoding="utf-8-sig"))))
    listed = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert len(read) == len(listed) == len(register) == 4
    assert {row["title"] for row in read} >= {"'=HYPERLINK(1)", "Luật Quảng cáo"}
    assert listed[0]["count"] == 1


def test_the_commands_write_digest_and_register(tmp_path: Path) -> None:
    """From records on disk to the files; another ending is refused."""
    records = tmp_path / "corpus.jsonl"
    records.write_text("".join(vnmedia.dumps(article) + "\n" for article in CORPUS), encoding="utf-8")

    def run(command: str, name: str, *options: str) -> int:
        arguments = [command, str(records), "-o", str(tmp_path / name), *options]
        return CliRunner().invoke(main, arguments).exit_code

    assert run("digest", "d.html", "--by", "month", "--language", "en") == 0
    assert "Register of instruments" in (tmp_path / "d.html").read_text(encoding="utf-8")
    assert run("digest", "d.md") == 0
    assert run("digest", "d.pdf") == 2
    assert run("register", "r.csv") == 0
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbftype,number")
    assert run("register", "no/r.csv") == 1


def test_what_stands_in_a_page_s_furniture_is_in_no_digest() -> None:
    """A menu's citation and a counter's day are not what the article says; its own are."""
    body = (
        "Nâng cấp bến phà mới của xã\n\nSáng 5/6/2020, Bộ Y tế họp theo Quyết định số 12/QĐ-TTg.\n\nKim Oanh"
    )
    article = vnmedia.parse_article(
        f"{body}\n\nTin liên quan\nBộ Công an: Quyết định số 77/QĐ-BCA ngày 1/1/2019"
    )
    assert any("77/QĐ-BCA" in mention.quote for mention in article.instruments)
    digest = collect([article])
    assert [entry.instrument.number for entry in digest.register] == ["12/QĐ-TTg"]
    assert list(digest.days) == [dt.date(2020, 6, 5)]
