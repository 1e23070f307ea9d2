"""Unit tests of articles from plain text."""

import datetime as dt
import textwrap
import unicodedata
from pathlib import Path

import pytest

import vnmedia

SEEDS = Path(__file__).parents[3] / "seeds"
VIETNAM = dt.timezone(dt.timedelta(hours=7))
PAGE = """Thứ năm, 2/11/2023
Trang chủ > Kinh tế
Chia sẻ
Cỡ chữ
Giá gạo xuất khẩu lập đỉnh mới trong ba tháng
01/11/2023 09:15 (GMT+7)
Kim Oanh
(SGGPO).- Giá gạo 5% tấm tăng thêm 10 USD mỗi tấn trong tuần qua.
Nhiều doanh nghiệp cho biết đơn hàng đã kín đến hết năm nay.
gao-xuat-khau.jpg
Bốc xếp gạo tại cảng
Nguồn cung thiếu hụt
- Vụ thu đông giảm diện tích vì nước mặn vào sâu trong đồng.
Tin liên quan
Giá lúa tăng từng ngày ở miền Tây
Sau đó giá có thể giữ nguyên cho đến vụ đông xuân sang năm.
Theo Lao Động
Từ khóa: gạo, xuất khẩu
Bình luận (2)
Bạn đọc nói rằng giá này còn thấp hơn năm ngoái rất nhiều.
"""


def kinds(article: vnmedia.Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_a_page_falls_into_its_parts() -> None:
    """Each line of a page is what it is, by its form and its place."""
    article = vnmedia.parse_article(PAGE)
    told = " ".join(kind for kind, _ in kinds(article))
    assert told == (
        "dateline boilerplate boilerplate boilerplate title dateline byline lead paragraph boilerplate "
        "caption heading list_item boilerplate boilerplate paragraph byline boilerplate boilerplate "
        "boilerplate"
    )


def test_what_a_page_says_of_itself() -> None:
    """Title, time, authors, publisher, section, tags, pictures."""
    article = vnmedia.parse_article(PAGE)
    assert article.title == "Giá gạo xuất khẩu lập đỉnh mới trong ba tháng"
    assert article.published == dt.datetime(2023, 11, 1, 9, 15, tzinfo=VIETNAM)
    assert article.authors == ("Kim Oanh",)
    assert article.publisher == "SGGPO"
    assert article.lead == "Giá gạo 5% tấm tăng thêm 10 USD mỗi tấn trong tuần qua."
    assert article.section == "Kinh tế"
    assert article.tags == ("gạo", "xuất khẩu")
    assert article.images == (vnmedia.Image(url="gao-xuat-khau.jpg", caption="Bốc xếp gạo tại cảng"),)


@pytest.mark.parametrize(
    ("seed", "published", "authors", "publisher", "title"),
    [
        (
            "000",
            dt.datetime(2020, 12, 17, 22, 17, tzinfo=VIETNAM),
            ("Đăng Quý",),
            None,
            "Khối thông tin tuyên",
        ),
        ("001", None, ("Lan Anh",), None, "03 năm thực hiện Nghị quyết số 35"),
        ("002", None, (), "CLO", "Bộ TT&TT: Tăng cường đấu tranh phản bác"),
        ("003", dt.datetime(2023, 11, 25, 8, 55, tzinfo=VIETNAM), (), "yenbaitv.org.vn", None),
        ("004", None, (), "TTXVN", None),
    ],
)
def test_the_seeds(
    seed: str, published: object, authors: object, publisher: object, title: str | None
) -> None:
    """The five seeds say what they say, and no more."""
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    article = vnmedia.parse_article(path.read_bytes())
    assert (article.published, article.authors, article.publisher) == (published, authors, publisher)
    assert article.title == title or (title and article.title.startswith(title))
    assert article.text == path.read_text(encoding="utf-8")


def test_lead_and_body_in_one_line_each() -> None:
    """Title, lead, and a body with the legend before it and the byline after it."""
    article = vnmedia.parse_article(
        "Cầu mới thông xe\nCây cầu rút ngắn 20 km đường đi.\n"
        "Xe qua cầu sáng nay (Ảnh: K.O). Sáng 5/6, cầu đã thông xe sau hai năm xây dựng. Kim Oanh \n"
    )
    assert kinds(article) == [
        ("title", "Cầu mới thông xe"),
        ("lead", "Cây cầu rút ngắn 20 km đường đi."),
        ("caption", "Xe qua cầu sáng nay (Ảnh: K.O)."),
        ("paragraph", "Sáng 5/6, cầu đã thông xe sau hai năm xây dựng."),
        ("byline", "Kim Oanh"),
    ]
    assert article.images[0].credit == "K.O"


def test_the_caller_knows_better() -> None:
    """What is given wins over what the page says; a date-time without a zone is Vietnam's."""
    article = vnmedia.parse_article(PAGE, published=dt.datetime(2023, 10, 1, 8), url="https://a.vn/1", id="x")
    assert article.published == dt.datetime(2023, 10, 1, 8, tzinfo=VIETNAM)
    assert (article.url, article.id, article.source.url) == ("https://a.vn/1", "x", "https://a.vn/1")


def test_the_same_words_otherwise_written_give_the_same_article() -> None:
    """Decomposed letters, line ends, hard spaces and invisible characters change no value."""
    plain = vnmedia.parse_article(PAGE)
    odd = unicodedata.normalize("NFD", PAGE).replace("\n", "\r\n").replace("Cỡ", "\u200bCỡ")
    other = vnmedia.parse_article(odd.replace("Kim Oanh", "Kim\u00a0Oanh"))
    assert [kind for kind, _ in kinds(other)] == [kind for kind, _ in kinds(plain)]
    assert (other.title, other.published, other.authors) == (plain.title, plain.published, plain.authors)


@pytest.mark.parametrize(
    "text", ["", "\n \n", "Hà Nội", "\x00", "-", "Chia sẻ\nTop", "1/1/2020", "\ud800", "(" * 99]
)
def test_poor_texts_give_an_article_without_the_missing_parts(text: str) -> None:
    """Nothing is made up."""
    article = vnmedia.parse_article(text)
    assert article.title is None
    assert article.authors == ()


def test_too_large_a_source_is_refused() -> None:
    """The limit is stated."""
    with pytest.raises(vnmedia.SourceError, match="larger than 64 MiB"):
        vnmedia.parse_article(b" " * (64 * 2**20 + 1))


@pytest.mark.parametrize(
    ("source", "media_type", "reason"),
    [
        ("a " * 4_000_001, "text/plain", "more than 8,000,000 characters; vnmedia.windows reads it"),
        ("<p>" * 1_000_001, "text/html", "more than 1,000,000 tags"),
    ],
)
def test_what_would_take_too_much_memory_is_refused(source: str, media_type: str, reason: str) -> None:
    """Before it is read."""
    with pytest.raises(vnmedia.SourceError, match=reason):
        vnmedia.parse_article(source, media_type=media_type)


@pytest.mark.parametrize(
    "line",
    [
        "Kim Oanh - 05/06/2020 09:15",
        "Kim Oanh | Thứ sáu, 05/06/2020 - 09:15",
        "05/06/2020 09:15 | Kim Oanh",
        "09:15, 05/06/2020",
        "Ngày đăng: 05/06/2020 | 09:15",
        "(Đăng lúc 09:15 ngày 05/06/2020)",
        "Cập nhật: 05/06/2020 09:15 - Số lượt đọc: 123",
        "Giáo dục | 05/06/2020 09:15",
        "Thời sự - Thứ Sáu, 05/06/2020 09:15",
        "05/06/2020 09:15 GMT+7 | Giải trí",
        "05/06/2020 09:15 Số lượt xem: 373",
        "09:15 05-06-2020 | :533",
    ],
)
def test_time_lines_with_what_stands_beside_the_time(line: str) -> None:
    """The label, the author, the section, the count of readers: none hides the time."""
    article = vnmedia.parse_article(
        f"Cầu mới thông xe sau hai năm\n{line}\nXe đã chạy qua cầu từ sáng nay.\nHết."
    )
    assert article.published.isoformat() == "2020-06-05T09:15:00+07:00"
    assert article.authors == (("Kim Oanh",) if "Oanh" in line else ())
    assert article.title == "Cầu mới thông xe sau hai năm"


@pytest.mark.parametrize(
    "line",
    ["Lịch thi đấu ngày 05/06/2020", "Từ 05/06/2020 đến 07/06/2020 nghỉ lễ", "Giá vàng 05/06/2020 tăng mạnh"],
)
def test_headlines_with_a_day_are_no_time_lines(line: str) -> None:
    """A day in a headline is not the day of publishing."""
    article = vnmedia.parse_article(f"{line}\nXe đã chạy qua cầu từ sáng nay, sau hai năm xây dựng.\nHết.")
    assert (article.title, article.published) == (line, None)


@pytest.mark.parametrize(
    "page",
    [
        "{title}\nCây cầu giúp rút ngắn hai mươi cây số đường đi.\n05/06/2020 09:15\n{body}",
        "Bảo vệ nền tảng tư tưởng của Đảng\n{title}\n05/06/2020 09:15\n{body}",
        "{title}\nCây cầu giúp người dân hai bên bờ sông rút ngắn hai mươi cây số đường đi làm mỗi ngày "
        "trong cả mùa mưa lẫn mùa khô\n05/06/2020 09:15\n{body}",
        "Trang chủ\nTin tức\nThời sự\n{title}\n05/06/2020 09:15\n{body}",
        "05/06/2020 09:15\n{title}\n{body}",
        "{title}\n{body}\nNgày đăng: 05/06/2020 09:15",
    ],
)
def test_where_title_and_time_may_stand(page: str) -> None:
    """Above or below each other, with a section or a summary between."""
    title = "Cầu mới thông xe sau hai năm xây dựng"
    body = "Xe đã chạy qua cầu từ sáng nay.\nTỉnh sẽ mở thêm đường dẫn vào cuối năm sau."
    article = vnmedia.parse_article(page.format(title=title, body=body))
    assert article.title == title
    assert article.published.isoformat() == "2020-06-05T09:15:00+07:00"


def test_lines_broken_at_a_width_are_no_headings() -> None:
    """A sentence that goes on in the next line makes paragraphs."""
    article = vnmedia.parse_article(
        "Cầu mới thông xe sau hai năm xây dựng\nXe đã chạy qua cầu từ sáng nay.\nTỉnh sẽ mở thêm đường dẫn\n"
        "vào cầu trong quý tới để giảm\nùn tắc.\nViệc còn lại\nVốn cho đường dẫn lấy từ ngân sách của tỉnh.\n"
    )
    assert [kind for kind, _ in kinds(article)] == [
        "title",
        "lead",
        *["paragraph"] * 3,
        "heading",
        "paragraph",
    ]


def test_an_article_whose_lines_were_broken_at_a_width() -> None:
    """Title and paragraphs are whole, whatever lines a narrow page made of them."""
    title = "Tỉnh Hà Nam tổ chức hội nghị triển khai nhiệm vụ chuyển đổi số năm 2021 tại thành phố Phủ Lý"
    lead = (
        "Sáng 17/12, Sở Thông tin và Truyền thông tỉnh Hà Nam tổ chức hội nghị triển khai nhiệm vụ, có sự "
        "tham dự của lãnh đạo Ủy ban nhân dân tỉnh và đại diện các sở, ngành."
    )
    body = (
        "Phát biểu tại hội nghị, lãnh đạo Sở cho biết toàn tỉnh có 109 xã, trong đó 100 xã có mạng riêng; sở "
        "phối hợp với các xã, phường và Mặt trận Tổ quốc Việt Nam tỉnh tuyên truyền, vận động người dân."
    )
    text = "\n".join(
        textwrap.fill(part, 70) for part in (title, "Thứ năm, 17/12/2020 22:17", lead, body, "Kim Oanh")
    )
    article = vnmedia.parse_article(text)
    assert (article.title, article.lead, article.authors) == (title, lead, ("Kim Oanh",))
    kinds = [block.kind for block in article.blocks]
    assert kinds == ["title", "dateline", "lead", "paragraph", "byline"]
    quotes = [m.quote for m in article.mentions if m.kind == "agency"]
    assert "Mặt\ntrận Tổ quốc Việt Nam tỉnh" in quotes


@pytest.mark.parametrize("mark", ["\u200b", "\u202a", "\u2063", "\ufeff", "\u00a0", "\t"])
def test_a_line_begins_and_ends_with_what_a_reader_sees(mark: str) -> None:
    """White space and invisible marks around a line are in no title and no block."""
    lines = ["Họp tổng kết công tác năm", "17/12/2020 22:17", "Chiều 17/12, Bộ Y tế họp tại Hà Nội."]
    article = vnmedia.parse_article("\n\n".join(f"{mark}{line}{mark}" for line in lines))
    assert article.title == lines[0]
    assert [block.span.of(article.text) for block in article.blocks] == lines


@pytest.mark.parametrize("day", ["Sáng ngày 15/1/2020", "Chiều 15/1", "Ngày 15/1/2020", "Vừa qua"])
def test_a_first_line_that_ends_with_a_full_stop_can_be_the_title(day: str) -> None:
    """Where the text begins with its day and says the title's words again."""
    title = "Hội Nông dân xã tổ chức tập huấn trồng nấm năm 2020."
    text = f"{title}\n\n{day}, Hội Nông dân xã đã tổ chức tập huấn trồng nấm cho hội viên.\n\nCó 40 người."
    assert vnmedia.parse_article(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 15/1, Hội Nông dân xã tập huấn trồng nấm.\n\nNgày 16/1, Hội Nông dân bàn về tập huấn.\n\nXong.",
        "Hội Nông dân xã tổ chức tập huấn trồng nấm.\n\nHội viên đều vui. Lớp học đông.\n\nCó 40 người.",
        "Hội Nông dân họp. Hội Nông dân xã tổ chức tập huấn.\n\nSáng 15/1, Hội Nông dân xã tập huấn.\n\nHết.",
    ],
)
def test_a_first_sentence_is_no_title(text: str) -> None:
    """One that begins with its day itself, that nothing repeats, or that is two."""
    assert vnmedia.parse_article(text).title is None


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/4, Cục Thuế nhắc các hộ nộp tờ khai chậm nhất ngày 30/4/2019.",
        "Đến ngày 5/6, các xã phải báo cáo xong trước ngày 10/6/2020",
        "Ngày 7/3 Sở họp về Quyết định số 12/QĐ-UBND ngày 4/5/2018.",
    ],
)
def test_a_day_at_the_end_of_a_sentence_is_no_time_of_publishing(text: str) -> None:
    """A deadline, or the day of what is cited."""
    assert vnmedia.parse_article(text).published is None


@pytest.mark.parametrize("label", ["Giờ đăng bài gốc", "Thời gian đăng", "Ngày đăng bài gốc"])
def test_a_label_at_the_foot_gives_the_time_of_publishing(label: str) -> None:
    """Below the byline."""
    text = (
        f"Nâng cấp bến phà mới\n\nHôm nay, huyện khởi công bến phà.\n\nNgọc Mai\n\n{label}: 04/11/2025 16:20"
    )
    assert vnmedia.parse_article(text).published.isoformat() == "2025-11-04T16:20:00+07:00"


@pytest.mark.parametrize("counter", ["Hôm nay : 1.668", "Tháng 02 : 23.473", "Tuần này: 45", "Lượt xem: 12"])
def test_a_counter_of_visits_is_furniture(counter: str) -> None:
    """Also one that names a month."""
    text = f"Nâng cấp bến phà mới của xã\n\nHôm nay, huyện khởi công bến phà.\n\nNgọc Mai\n\n{counter}"
    article = vnmedia.parse_article(text)
    assert article.blocks[-1].kind == "boilerplate"
    assert article.text[article.blocks[-1].span.start :] == counter


@pytest.mark.parametrize(
    "counters",
    [
        "Hôm nay : 1.668\nTháng 02 năm 2019 : 23.473\nTất cả : 1.234.567",
        "Hôm nay : 1.668\nNgày 06/03/2019 : 23.473\nTất cả : 1.234.567",
        "Đang online : 12\nHôm qua : 1.668\nNăm 2019 : 23.473\nTổng truy cập : 1.234.567",
    ],
)
def test_a_pages_counters_tell_nothing_of_the_text(counters: str) -> None:
    """Mentions of the body are those of the text without counters; tables leave the counters' figures out."""
    text = "Bộ Y tế họp về tiêm chủng\n\nChiều 5/3, Bộ Y tế họp. Hôm qua đã tiêm 300 liều."
    alone, framed = vnmedia.parse_article(text), vnmedia.parse_article(f"{text}\n\n{counters}")
    assert [m for m in framed.mentions if framed.in_body(m)] == list(alone.mentions)
    assert len(framed.mentions) > len(alone.mentions)
    assert vnmedia.statistics_table([framed]) == vnmedia.statistics_table([alone])


def test_a_kind_alone_is_read_apart_from_the_counters_too() -> None:
    """Which kinds are asked for changes no value, and the text's days get no year from a counter."""
    text = (
        "Bộ Y tế họp về tiêm chủng\n\nChiều 5/3, Bộ Y tế họp theo Quyết định số 5/QĐ-BYT ngày 2/3.\n\n"
        "Hôm nay : 1.668\nTháng 02 năm 2019 : 23.473\nTháng 1 : 9.876\nTất cả : 1.234.567"
    )
    whole = vnmedia.parse_article(text)
    for kind in ("date", "instrument", "agency", "statistic"):
        alone = vnmedia.parse_article(text, kinds=[kind])
        assert list(alone.mentions) == [m for m in whole.mentions if m.kind == kind]
    days = [m.value.edtf for m in whole.mentions if m.kind == "date"]
    assert days == ["XXXX-03-05", "XXXX-03-02", "XXXX-XX-XX", "2019-02", "2019-01"]
