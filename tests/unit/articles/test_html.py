"""Unit tests of HTML: the traps of real pages, one at a time, and hostile pages."""

import subprocess
import sys
import time

import pytest

import vnmedia
from vnmedia.articles._legacy import encode

FIRST = "Sáng 5/6, tỉnh Nghệ An làm lễ thông xe cây cầu mới sau hai năm xây dựng liên tục."
LAST = "Cây cầu rút ngắn hai mươi cây số đường đi của người dân hai bên bờ sông mỗi ngày."
LEAD = "Công trình do tỉnh làm chủ đầu tư, được hoàn thành sớm ba tháng so với hợp đồng."
NEWLINE = " lễ\n  "
OTHER = "<a href='/1'>Khởi công cầu thứ hai</a>"
TITLE = "Cầu mới thông xe sau hai năm xây dựng"


def page(body: str = f"<p>{FIRST}</p><p>{LAST}</p>", head: str = "", top: str = f"<h1>{TITLE}</h1>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{top}<div class='x'>{body}</div></body></html>"


def read(*args: str, **kwargs: str) -> vnmedia.Article:
    return vnmedia.parse_article(page(*args, **kwargs))


def parts(article: vnmedia.Article, *kinds: str) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind in kinds]


@pytest.mark.parametrize(
    ("head", "top", "iso"),
    [
        # What the reader sees, where the offset in the metadata is wrong or the clock another one.
        (
            '<meta property="article:published_time" content="2020-06-05T09:15:30+08:00">',
            "<div>05/06/2020 09:15</div>",
            "2020-06-05T09:15:30+07:00",
        ),
        (
            '<meta name="pubdate" content="2020-06-04T20:15+07:00">',
            "<div>05/06/2020, 09:15 AM (GMT+7)</div>",
            "2020-06-05T09:15:00+07:00",
        ),
        # A time in UTC is the same moment on Vietnam's clock.
        (
            '<meta property="article:published_time" content="2020-06-05T02:15:00Z">',
            "",
            "2020-06-05T09:15:00+07:00",
        ),
        # A visible day, and the clock time in the metadata.
        (
            '<meta property="article:published_time" content="2020-06-05T09:15:00+07:00">',
            "<div>Thứ sáu, 5/6/2020</div>",
            "2020-06-05T09:15:00+07:00",
        ),
        # The time under the headline, not today's at the top of the page.
        ("", "<div class='time'>Ngày đăng: 05/06/2020 | 09:15</div>", "2020-06-05T09:15:00+07:00"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],'
            '"datePublished":"2020-06-05 09:15",}]}</script>',
            "",
            "2020-06-05T09:15:00+07:00",
        ),
        ('<meta itemprop="datePublished" content="">', "", None),
    ],
)
def test_times(head: str, top: str, iso: str | None) -> None:
    """Which of the times on a page is the time of publishing."""
    article = read(head=head, top=f"<div>Thứ ba, 9/6/2020</div>{'<p>x</p>' * 20}<h1>{TITLE}</h1>{top}")
    assert (article.published and article.published.isoformat()) == iso


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<title>Trang nhất | Báo X</title>", f"<h1><a href='/'>Báo X</a></h1><h1>{TITLE}</h1>", TITLE),
        (f"<title>{TITLE} | Báo X</title>", f"<h1>Thời sự</h1><div class='t'>{TITLE}</div>", TITLE),
        (f'<meta property="og:title" content="{TITLE} - Báo X">', f"<h1>{TITLE}</h1>", TITLE),
        (
            '<meta property="og:title" content="Nghệ An thông cầu mới, xe chạy từ sáng nay">',
            f"<h1>{TITLE}</h1>",
            TITLE,
        ),
        (
            "<title>Cổng thông tin điện tử tỉnh</title>",
            f"<div class='tieude-tin'><b>{TITLE}</b></div>",
            TITLE,
        ),
        (f"<title>{TITLE.replace('ầ', '&#7847;')} - Báo X</title>", "", TITLE),
    ],
)
def test_titles(head: str, top: str, title: str) -> None:
    """The visible headline wins over logos, sections, and titles made for search engines."""
    assert read(head=head, top=top).title == title


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        ("", "<p style='text-align:right'><b>KIM OANH - Bá Thắng</b></p>", ("KIM OANH", "Bá Thắng")),
        ('<meta name="author" content="VCCorp.vn">', "", ()),
        ('<meta name="dable:author" content="Kim Oanh; Bá Thắng">', "", ("Kim Oanh", "Bá Thắng")),
        ('<meta property="article:author" content="https://www.facebook.com/bao">', "", ()),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person",'
            '"name":"Kim Oanh"}]}</script>',
            "",
            ("Kim Oanh",),
        ),
        ("", "<p>Theo Kim Oanh (TTXVN)</p>", ("Kim Oanh",)),
        ("", "<div class='author'>Kim Oanh và 1 tác giả khác</div>", ("Kim Oanh",)),
    ],
)
def test_authors(head: str, body: str, authors: tuple[str, ...]) -> None:
    """The byline under the text, else what the metadata say of a person; never the outlet."""
    assert read(f"<p>{FIRST}</p><p>{LAST}</p>{body}", head=head).authors == authors


BODIES = {
    "paragraphs by line breaks": f"{FIRST}<br><br>{LAST}",
    "each in its own div": f"<div>{FIRST}</div><div><br></div><div>{LAST}</div>",
    "one paragraph in two lines": f"<p>{FIRST.replace(' lễ ', NEWLINE)}</p><p>{LAST}</p>",
    "links inside sentences": f"<p>{FIRST.replace('Nghệ An', '<a href=/x>Nghệ An</a>')}</p><p>{LAST}</p>",
    "a list of related stories": f"<p>{FIRST}</p><ul><li>{OTHER}</li></ul><p>{LAST}</p>",
    "a related link in a paragraph": f"<p>{FIRST}</p><p>&gt;&gt; {OTHER}</p><p>{LAST}</p>",
    "a box of another story": f"<p>{FIRST}</p><table><tr><td><div class='inner-article'><h2>Cầu khác</h2>"
    "<p>Một cây cầu khác ở xa cũng vừa được thông xe sau nhiều năm chờ đợi của người dân.</p></div></td></tr>"
    f"</table><p>{LAST}</p>",
    "a hidden copy": f"<p>{FIRST}</p><p style='display: none'>{FIRST}</p><p>{LAST}</p>",
    "scripts and adverts": f"<p>{FIRST}</p><script>var x='chữ';</script><p class='ads'>Mua</p><p>{LAST}</p>",
    "end of the page inside": f"<p>{FIRST}</p><p>{LAST}</p><div>Tin liên quan</div><ul><li>{OTHER}</li></ul>"
    "<div>Chia sẻ</div><div>Lượt xem: 123</div>",
    "an aspx form around": f"<form id='aspnetForm'><p>{FIRST}</p><p>{LAST}</p></form>",
    "unseen characters": f"<p>\ufeff{FIRST.replace('Nghệ', 'Ng&shy;hệ')}</p><p>{LAST}\u200b</p>",
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str) -> None:
    """However they are marked up, the two paragraphs come out whole and alone."""
    article = read(BODIES[name])
    assert parts(article, "paragraph", "list_item", "heading") == [FIRST, LAST]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src='/a.jpg'><figcaption>Xe qua cầu. Ảnh: Kim Oanh</figcaption></figure>",
        "<table class='picture'><tr><td><img src='/a.jpg'></td></tr><tr><td class='pCaption'>Xe qua cầu. "
        "Ảnh: Kim Oanh</td></tr></table>",
        "<p align='center'><img src='/a.jpg'></p><p align='center'><em>Xe qua cầu. Ảnh: Kim Oanh</em></p>",
        "<p><img src='data:image/gif;base64,R0' data-src='/a.jpg'><br>Xe qua cầu. Ảnh: Kim Oanh</p>",
    ],
)
def test_captions(markup: str) -> None:
    """A legend is a caption in whatever markup, with who is credited in it."""
    article = read(f"<p>{FIRST}</p>{markup}<p>{LAST}</p>")
    assert article.images == (
        vnmedia.Image(url="/a.jpg", caption="Xe qua cầu. Ảnh: Kim Oanh", credit="Kim Oanh"),
    )
    assert parts(article, "paragraph") == [FIRST, LAST]


def test_lead_headings_and_lists() -> None:
    """A summary in bold at the head of the text is the lead; bold lines are headings; dashes make items."""
    article = read(
        f"<p><strong>(ĐCSVN) - {LEAD}</strong></p><p>{FIRST}</p><p><b>Hai năm thi công</b></p>"
        f"<ul><li>Vốn của tỉnh: 450 tỷ đồng</li></ul><p>- Vốn vay: không có.</p><p>{LAST}</p>"
    )
    assert article.lead == LEAD
    assert parts(article, "heading") == ["Hai năm thi công"]
    assert parts(article, "list_item") == ["Vốn của tỉnh: 450 tỷ đồng", "- Vốn vay: không có."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258", "tcvn3", "vni", "viscii"])
def test_pages_in_every_encoding(encoding: str) -> None:
    """Whether or not the page says which."""
    text = page(head="<title>x</title>")
    if encoding in ("tcvn3", "vni", "viscii"):
        content = encode(text, encoding)
    elif encoding == "windows-1258":
        text = page(f"<p>{FIRST}</p><p>{LAST}</p>".replace("ệ", "ê\u0323"))
        content = text.encode("cp1258", "xmlcharrefreplace")
    else:
        content = text.encode(encoding)
    article = vnmedia.parse_article(content)
    assert parts(article, "paragraph") == [FIRST, LAST]
    assert article.source.media_type == "text/html"


@pytest.mark.parametrize(
    "text", ["<html></html>", "<!DOCTYPE html>", "<html><body><p>Hà Nội</p></body></html>", "<p>"]
)
def test_poor_pages(text: str) -> None:
    """A page without an article gives one without the missing parts."""
    article = vnmedia.parse_article(text)
    assert (article.title, article.published, article.authors) == (None, None, ())


def test_a_short_notice_is_read() -> None:
    """A page, or a piece of one, without a long sentence keeps what it says; a menu is no article."""
    notice = "<p>Ngày 17/12/2020, Bộ Y tế họp.</p>"
    assert vnmedia.parse_article(notice).text == "Ngày 17/12/2020, Bộ Y tế họp."
    titled = f"<html><body><h1>Tin vắn trong ngày</h1>{notice}<p>Kim Oanh</p></body></html>"
    assert vnmedia.parse_article(titled).text.split("\n")[0] == "Tin vắn trong ngày"
    assert len(vnmedia.parse_article(titled).dates) == 1
    menu = "<ul>" + "<li><a href='/x'>Thời sự</a></li>" * 9 + "</ul><p>Đường dây nóng</p>"
    assert vnmedia.parse_article(menu, media_type="text/html").text == ""


HOSTILE = {
    "nesting": "<div>" * 100_000 + FIRST,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + f">{FIRST}</p>",
    "attributes with marks": "<p " + " ".join(f"a{n}='<b>'" for n in range(200_000)) + f">{FIRST}</p>",
    "unclosed tags": "<a href=x><b><i><font size=1><table><tr><td><ul><li>" * 10_000,
    "unclosed quotes": '<a "' * 200_000,
    "comments": "<!--" * 200_000,
    "entities": "&#7879;" * 200_000,
    "declarations": "<!ENTITY x SYSTEM 'file:///etc/passwd'>" * 10_000 + "&x;",
    "many paragraphs": f"<p>{FIRST}</p>" * 5_000,
    "links": "<a href='/x'>Khởi công</a> " * 20_000,
    "json": '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    "nested bodies": "<div class='entry-content'>" * 1_500 + f"<p>{FIRST}</p>" * 1_500,
    "nested boxes": "<ul class='list-news'><li>" * 1_000 + f"<p>{FIRST}</p>" * 1_000,
    "pictures": f"<p>{FIRST}</p>" + "<img src='a.jpg'><p class='caption'>Xe qua cầu</p>" * 10_000,
    "authors": "<span class='author'>Kim Oanh " * 10_000,
    "many headings": "<h1>Cầu mới thông xe</h1>" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_neither_hang_nor_fail(name: str) -> None:
    """Twice the page takes no more than a few times as long: a square would take seconds, each time."""
    half = "<html><body>" + HOSTILE[name][: len(HOSTILE[name]) // 2]

    def is_in_proportion() -> bool:
        took = []
        for text in (half, "<html><body>" + HOSTILE[name]):
            before = time.process_time()
            vnmedia.parse_article(text)
            took.append(time.process_time() - before)
        return took[1] < 4 * took[0] + 1

    assert any(is_in_proportion() for _ in range(3))  # a busy machine may slow one of them


def test_nothing_is_fetched() -> None:
    """No file and no address named in a page is opened."""
    program = (
        "import sys, vnmedia\n"
        "vnmedia.parse_article('<html><body><p>Khởi động</p></body></html>')\n"
        "def watch(event, args):\n"
        "    if event in ('open', 'socket.connect', 'socket.getaddrinfo', 'subprocess.Popen'):\n"
        "        sys.exit(f'{event} {args}')\n"
        "sys.addaudithook(watch)\n"
        'vnmedia.parse_article(\'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<html><head><link rel=stylesheet href="http://a.example/x.css"></head><body><p>&x; <img src="http://a.example">'
        '<script src="http://a.example"></script></p></body></html>\')\n'
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is still read; a page of HTML names the extra."""
    for name in [name for name in sys.modules if name.startswith("vnmedia.articles._page")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lxml", None)
    for name in ("_tree", "_metadata", "_body", "_headline", "_people", "_pieces", "_profiles", "_times"):
        monkeypatch.delitem(sys.modules, f"vnmedia.articles.{name}", raising=False)
    with pytest.raises(vnmedia.SourceError, match=r"pip install 'vnmedia\[html\]'"):
        vnmedia.parse_article("<html><body><p>Hà Nội</p></body></html>")
