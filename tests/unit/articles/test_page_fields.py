"""Unit tests of what a page says of its article: section, authors, times, and legal documents."""

import pytest

import vnmedia

TITLE = "Cầu mới thông xe sau hai năm xây dựng"
FIRST = "Sáng 5/6, tỉnh Nghệ An làm lễ thông xe cây cầu mới sau hai năm xây dựng liên tục."
LAST = "Cây cầu rút ngắn hai mươi cây số đường đi của người dân hai bên bờ sông mỗi ngày."
BODY = f"<div><p>{FIRST}</p><p>{LAST}</p></div>"


def read(
    above: str = "", under: str = "", body: str = BODY, head: str = "", url: str | None = None
) -> vnmedia.Article:
    head = f"<head><title>{TITLE}</title>{head}</head>"
    body = f"<body>{above}<h1>{TITLE}</h1>{under}{body}</body>"
    return vnmedia.parse_article(f"<html>{head}{body}</html>", url=url)


@pytest.mark.parametrize(
    ("above", "head", "url"),
    [
        ("<ul class='breadcrumb'><li><a href='/'>Báo X</a><li><a href='/xa-hoi'>Xã hội</a></ul>", "", None),
        ("<nav><a href='/a'>A</a> <a href='/xa-hoi.htm'>Xã hội</a></nav>", "", "https://bao.vn/xa-hoi/1.htm"),
        ("<ul><li><a href='/a'>Tin</a></li><li class='active'><a href='/b'>Xã hội</a></li></ul>", "", None),
        ("<h2><a href='/b'>Xã hội</a></h2>", "", None),
        ("", "<meta property='article:section' content='Xã hội,Giao thông'>", None),
        (
            "",
            '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[[{'
            '"item":{"name":"Trang chủ"}}],[{"item":{"name":"Xã hội"}}]]}</script>',
            None,
        ),
    ],
)  # fmt: skip
def test_section(above: str, head: str, url: str | None) -> None:
    """From a path, the address, the menu, a linked heading, or the metadata."""
    assert read(above=above, head=head, url=url).section == "Xã hội"


@pytest.mark.parametrize(
    ("under", "end", "authors"),
    [
        ("", "<p align='right'><b>H.V.</b></p><p align='right'>Ảnh: Mạnh</p>", ("H.V.",)),
        ("", "<p align='right'><strong>Papai</strong></p>", ("Papai",)),
        ("", "<p>Theo Kim Oanh/Vcamp.vn</p><p>Forbes</p>", ("Kim Oanh",)),
        ("<div class='author'><b class='author-name'>Kim Oanh</b> Phóng viên</div>", "", ("Kim Oanh",)),
        ("<a href='/tac-gia/kim-oanh-7.html'>Kim Oanh</a>", "", ("Kim Oanh",)),
        ("<div class='author'>loading...</div>", "", ()),
        ("<div class='source'>VOV.VN Bích Lan</div>", "", ("Bích Lan",)),
    ],
)  # fmt: skip
def test_authors(under: str, end: str, authors: tuple[str, ...]) -> None:
    """Initials and pen names, from the container or its children, never what a script has yet to fill in."""
    article = read(under=under, body=f"<div><p>{FIRST}</p><p>{LAST}</p>{end}</div>")
    assert article.authors == authors
    assert [b.span.of(article.text) for b in article.blocks if b.kind == "paragraph"] == [FIRST, LAST]


def test_the_poster_of_a_thread_is_the_author() -> None:
    """The article of a forum is its first post."""
    body = f"<li class='message' data-author='cuLong'><blockquote>{FIRST}<br><br>{LAST}</blockquote></li>"
    assert read(body=f"<ol>{body}</ol>").authors == ("cuLong",)


@pytest.mark.parametrize(
    ("under", "iso"),
    [
        ("<time datetime='2025-09-21T08:30:00+07:00'>3 giờ trước</time>", "2025-09-21T08:30:00+07:00"),
        ("<abbr title='2025-09-21T08:30:00+07:00'>hôm nay</abbr>", "2025-09-21T08:30:00+07:00"),
        ("<span>21 Tháng Chín, 2025</span>", "2025-09-21"),
        ("<span>Tháng Chín 21, 2025</span>", "2025-09-21"),
        ("<span>21 thg 9, 2025</span>", "2025-09-21"),
        ("<span>21/09/2025 08:30 CH</span>", "2025-09-21T20:30:00+07:00"),
        ("<div>Published on 09-21-2025 08:30 AM</div>", "2025-09-21T08:30:00+07:00"),
        ("<div>03-08-2011 01:00 AM</div><div class='other'>12-24-2012</div>", "2011-03-08T01:00:00+07:00"),
        ("<div>03-08-2011 01:00 AM</div><div class='other'>24-12-2012</div>", "2011-08-03T01:00:00+07:00"),
        ("<div><a href='/'>03/08/2011 01:00</a></div>", "2011-08-03T01:00:00+07:00"),
        ("<ul><li><a href='/x'>Tin khác <span class='time'>20/09/2025 10:00</span></a></li></ul>", None),
        ("<time datetime='0001-01-01T00:00:00'></time>", None),
    ],
)
def test_published(under: str, iso: str | None) -> None:
    """Machine times count whatever stands beside them; those of other stories and of no time do not."""
    published = read(under=under).published
    assert (published and published.isoformat()) == iso


def test_a_picture_above_the_text_keeps_its_legend() -> None:
    """The figure between headline and text belongs to the article."""
    figure = "<figure><img src='/dau.jpg'><figcaption>Toàn cảnh cây cầu. Ảnh: Kim Oanh</figcaption></figure>"
    article = read(under=f"<p class='sapo'>Công trình do tỉnh làm chủ đầu tư từ năm ngoái.</p>{figure}")
    assert article.images[0] == vnmedia.Image(
        url="/dau.jpg", caption="Toàn cảnh cây cầu. Ảnh: Kim Oanh", credit="Kim Oanh"
    )


CARD = (
    "<table class='card'><tr><td>Số hiệu:</td><td>7/2024/QĐ-UBND</td></tr><tr><td>Ngày ban hành:</td>"
    "<td>05/06/2024</td></tr><tr><td>Ngày hiệu lực:</td><td>01/08/2024</td></tr><tr><td>Người ký:</td>"
    "<td>Trần Văn Gạo</td></tr></table>"
)
LETTERHEAD = (
    "<table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH NGHỆ AN</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
    "Độc lập - Tự do - Hạnh phúc</td></tr><tr><td>Số: 7/2024/QĐ-UBND</td>"
    "<td>Nghệ An, ngày 05 tháng 6 năm 2024</td></tr></table>"
)
ARTICLES = "".join(
    f"<p><a name='dieu_{n}'><b>Điều {n}. Nội dung thứ {n}</b></a></p><p>1. Các sở, ngành, địa "
    f"phương thực hiện nhiệm vụ thứ {n} theo hướng dẫn của Sở Giao thông vận tải.</p><p>a) Báo cáo {n};</p>"
    for n in range(1, 6)
)
SIGNED = "<p>TM. ỦY BAN NHÂN DÂN</p><p>KT. CHỦ TỊCH</p><p>PHÓ CHỦ TỊCH</p><p>Trần Văn Gạo</p>"
SUBJECT = "<p>QUYẾT ĐỊNH</p><p>Ban hành quy định về quản lý bến phà trên địa bàn tỉnh</p>"
ENGLISH = (
    "<div class='content1'><p>SOCIALIST REPUBLIC OF VIETNAM</p>"
    + "<p>The departments shall carry out their tasks under the guidance of the competent body this year.</p>"
    * 9
    + "</div>"
)


@pytest.mark.parametrize(
    "tabs", ["", "<ul><li><a href='#a'>Toàn văn</a></li><li><a href='#b'>Lược đồ</a></li></ul>"]
)
@pytest.mark.parametrize("card", ["", CARD])
@pytest.mark.parametrize("english", ["", ENGLISH])
def test_a_legal_page(tabs: str, card: str, english: str) -> None:
    """The document whole and alone: title, day of issue, every article; the signer is no author."""
    text = f"<div class='content1'>{LETTERHEAD}{SUBJECT}{ARTICLES}{SIGNED}</div>"
    markup = (
        f"<html><head><title>Trung ương</title></head><body>{tabs}{card}<div>{text}{english}</div>"
        "<div>Ngày có hiệu lực: 01/08/2024</div></body></html>"
    )
    article = vnmedia.parse_article(markup)
    assert article.title == "QUYẾT ĐỊNH Ban hành quy định về quản lý bến phà trên địa bàn tỉnh"
    assert (str(article.published), article.authors) == ("2024-06-05", ())
    assert "SOCIALIST" not in article.text
    assert "Lược đồ" not in article.text
    document = vnmedia.parse_instrument_document(article.text)
    assert document.instrument.number == "7/2024/QĐ-UBND"
    assert [unit.number for unit in document.walk() if unit.kind == "article"] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "label", ["Ngày có hiệu lực:", "Ngày hiệu lực", "Ngày hết hiệu lực:", "Ngày công báo:"]
)
@pytest.mark.parametrize("issued", [True, False])
def test_the_day_of_effect_is_never_the_day_of_the_page(label: str, issued: bool) -> None:
    """A card without a letterhead: the label before a day, in an element of its own, says what the day is."""
    card = f"<div><span>{label}</span><span>15/02/2026</span></div>"
    card += "<div><span>Ngày cập nhật:</span><span>20/03/2026</span></div>" if issued else ""
    card += "<div><p>Ngày ban hành</p><p>24/12/2025</p></div>" if issued else ""
    text = "".join(
        f"<p>Khoản {n}. Các phòng thử nghiệm báo cáo kết quả cho Sở Xây dựng chậm nhất vào cuối quý.</p>"
        for n in range(1, 6)
    )
    markup = f"<body><h1>Quy định về thử nghiệm gạch</h1>{card}<div>{text}</div></body>"
    article = vnmedia.parse_article(markup, media_type="text/html")
    assert str(article.published) == ("2025-12-24" if issued else "None")
