"""The parts of a page whose elements have no telling names: each is found by its form and place."""

import re
import tomllib
from pathlib import Path

import pytest

import vnmedia

PAGES = Path(__file__).parents[2] / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))
TITLE = "Làng gốm ven sông mở lại lò nung cổ"
TEXTS = (
    "Sáng 5/6, người dân trong làng cùng nhau nhóm lại ngọn lửa đầu tiên sau hơn ba mươi năm lò nghỉ đốt.",
    "Các nghệ nhân cho biết mẻ gốm đầu gồm hai trăm chiếc bình sẽ ra lò vào cuối tháng này nếu trời khô ráo.",
    "Ủy ban nhân dân huyện hỗ trợ một phần kinh phí mua củi và sửa lại mái che cho khu xưởng bên bờ sông.",
)
BODY = "<div>" + "".join(f"<p>{text}</p>" for text in TEXTS) + "</div>"
MENU = "<ul>" + "".join(f"<li><a href='/m{n}'>Mục {n}</a></li>" for n in "ABCDEFGHIKLMNOPQ") + "</ul>"


def read(inside: str, title: str = TITLE) -> vnmedia.Article:
    head = f"<head><title>{title}</title></head>"
    return vnmedia.parse_article(f"<!DOCTYPE html><html>{head}<body>{MENU}{inside}</body></html>")


def texts(article: vnmedia.Article, kind: str) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind == kind]


@pytest.mark.parametrize("tag", ["div", "p", "span", "td", "strong", "h4"])
@pytest.mark.parametrize("suffix", ["", " - Báo Mẫu", " | Văn hóa | Báo Mẫu"])
def test_the_headline_is_where_the_page_prints_its_title(tag: str, suffix: str) -> None:
    """In whatever element it stands, and not where a longer heading has words of it."""
    other = "<h2>Làng gốm bên sông sẽ mở lại các lò nung vào dịp cuối năm, người dân háo hức chờ mẻ đầu</h2>"
    article = read(f"<div><{tag}>{TITLE}</{tag}>{other}{BODY}</div>", title=TITLE + suffix)
    assert article.title == TITLE


@pytest.mark.parametrize("line", ["Kim Oanh", "Kim Oanh - 05/06/2025 08:47", "Bởi Kim Oanh | 05/06/2025"])
@pytest.mark.parametrize("place", ["above", "below"])
def test_who_stands_alone_under_the_headline_or_the_text_wrote_it(line: str, place: str) -> None:
    """Also beside the time; what is linked under the text is a tag."""
    named = f"<div><div>{line}</div></div>"
    tags = "<div><a href='/t1'>Hồng Nhung</a></div>"
    around = (named, tags) if place == "above" else ("", named + tags)
    assert read(f"<div><h1>{TITLE}</h1>{around[0]}{BODY}{around[1]}</div>").authors == ("Kim Oanh",)


@pytest.mark.parametrize("words", ["Nam", "Tin nóng", "Hà Nội", "Bình luận", "Đọc nhiều nhất tuần"])
def test_other_words_under_the_headline_name_nobody(words: str) -> None:
    assert read(f"<div><h1>{TITLE}</h1><div>{words}</div>{BODY}</div>").authors == ()


@pytest.mark.parametrize(
    "path",
    [
        "<div><a href='/van-hoa'>Văn hóa</a></div>",
        "<div><a href='/van-hoa'>Văn hóa</a> <a href='/van-hoa/lang-nghe'>Làng nghề</a></div>",
        "<ul><li><a href='/van-hoa'>Văn hóa</a></li><li><a href='/lang-nghe'>Làng nghề</a></li></ul>",
        "<div><a href='/van-hoa'>Trở lại Văn hóa</a></div><div><a href='/van-hoa'>Văn hóa</a></div>",
    ],
)
def test_the_section_is_linked_above_the_headline(path: str) -> None:
    """A few links in the article's own element, never the end of the site's menu."""
    assert read(f"<div>{path}<div>05/06/2025 08:47</div><h1>{TITLE}</h1>{BODY}</div>").section == "Văn hóa"
    assert read(f"<div><h1>{TITLE}</h1>{BODY}</div>").section is None


@pytest.mark.parametrize(
    "box",
    [
        "<div><img src='/a.jpg'><p>{}</p></div>",
        "<div><div><a href='/x'><img src='/a.jpg'></a></div><div><span>{}</span></div></div>",
        "<table><tr><td><img src='/a.jpg'></td></tr><tr><td>{}</td></tr></table>",
        "<table><tr><td><img src='/a.jpg'><br>{}</td></tr></table>",
    ],
)
@pytest.mark.parametrize("legend", ["Lò nung cổ nằm cạnh bến sông.", "Bà con xếp bình vào lò lúc sáng"])
def test_what_shares_an_element_with_a_picture_is_its_legend(box: str, legend: str) -> None:
    middle = f"<p>{TEXTS[0]}</p>{box.format(legend)}<p>{TEXTS[1]}</p>"
    article = read(f"<div><h1>{TITLE}</h1><div>{middle}<p>{TEXTS[2]}</p></div></div>")
    assert texts(article, "caption") == [legend]
    assert texts(article, "paragraph") == list(TEXTS)


@pytest.mark.parametrize("between", ["", "<br>"])
def test_a_picture_inside_a_paragraph_makes_no_legend_of_it(between: str) -> None:
    pictured = "".join(f"<p><img src='/{n}.jpg'>{between}{text}</p>" for n, text in enumerate(TEXTS))
    assert texts(read(f"<div><h1>{TITLE}</h1><div>{pictured}</div></div>"), "paragraph") == list(TEXTS)


@pytest.mark.parametrize("line", ["<br>", "<br><br>", "<br> <br>"])
def test_a_summary_of_several_lines_is_the_lead(line: str) -> None:
    """What stands between the headline and the text in one element is its summary."""
    said = (
        "Lò gốm nghỉ đốt từ năm 1990.",
        "Mẻ đầu có hai trăm chiếc bình, sẽ ra lò vào cuối tháng này nếu trời khô.",
    )
    article = read(f"<div><h1>{TITLE}</h1><div><div><div>{line.join(said)}</div></div>{BODY}</div></div>")
    assert article.lead == " ".join(said)
    assert texts(article, "paragraph") == list(TEXTS)


def test_who_began_a_post_is_no_lead() -> None:
    begun = "Chủ đề trong mục <a href='/m'>Làng nghề</a> do <a href='/u'>gomxua</a> mở từ hôm 05/06/2025"
    assert read(f"<div><h1>{TITLE}</h1><div id='description'>{begun}</div>{BODY}</div>").lead is None


def test_prose_in_a_box_of_the_page_is_left_out_and_said() -> None:
    """A box of links to other stories is left out in silence: its prose is theirs."""
    box = f"<div class='related'><p>{TEXTS[2]}</p></div>"
    article = read(f"<div><h1>{TITLE}</h1><div><p>{TEXTS[0]}</p>{box}<p>{TEXTS[1]}</p></div></div>")
    assert texts(article, "paragraph") == list(TEXTS[:2])
    assert any("left out with their element <div> 'related'" in said for said in article.source.repairs)
    linked = f"<div class='related'><h3><a href='/k'>{TITLE} sau ba mươi năm</a></h3><p>{TEXTS[2]}</p></div>"
    article = read(f"<div><h1>{TITLE}</h1><div><p>{TEXTS[0]}</p>{linked}<p>{TEXTS[1]}</p></div></div>")
    assert article.source.repairs == ()


@pytest.mark.parametrize(
    "zero",
    [
        "0001-01-01T00:00:00",
        "1/1/0001 12:00:00 AM",
        "0099-01-01",
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:00",
        "01/01/1970 07:00",
        "/Date(-62135596800000)/",
        "Mon, 01 Jan 0001 00:00:00 GMT",
    ],
)
@pytest.mark.parametrize(
    "place",
    [
        "<meta property='article:published_time' content='{}'>",
        "<meta property='article:modified_time' content='{}'>",
        '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>',
        "<time datetime='{}'></time>",
        "<time>{}</time>",
        "<div class='date'>{}</div>",
    ],
)
def test_a_machines_zero_is_no_time(zero: str, place: str) -> None:
    """Wherever it stands, it is left out, and that is said."""
    stated = place.format(zero)
    meta, shown = ("", stated) if stated.startswith(("<time", "<div")) else (stated, "")
    article = read(f"{meta}<div><h1>{TITLE}</h1>{shown}{BODY}</div>")
    assert article.published is None
    assert article.modified is None
    assert [said for said in article.source.repairs if "none is known" in said]


def test_above_the_time_stands_the_headline() -> None:
    """A portal's pages have its own name as their title, and may have no heading."""
    article = read(
        f"<div><div>{TITLE}</div><div>05/06/2025 08:47</div>{BODY}</div>", title="Cổng thông tin điện tử"
    )
    assert article.title == TITLE


@pytest.mark.parametrize("page", sorted(EXPECTED))
def test_a_page_keeps_its_article_under_other_class_names(page: str) -> None:
    """Whatever a site calls its elements, its title, text and day are the same."""
    markup = (PAGES / f"{page}.html").read_text(encoding="utf-8")
    named: dict[str, str] = {}

    def renamed(match: re.Match[str]) -> str:
        names = (named.setdefault(name, f"z{len(named)}q") for name in match[2].split())
        return f'{match[1]}"{" ".join(names)}"'

    markup = re.sub(r"""(\s(?:class|id)=)["']([^"'<>]*)["']""", renamed, markup)
    article, expected = vnmedia.parse_article(markup, media_type="text/html"), EXPECTED[page]
    paragraphs = texts(article, "paragraph")
    assert article.title == expected["title"]
    assert str(article.published)[:10] == expected["published"][:10]
    assert expected["first"] in paragraphs
    assert expected["last"] in paragraphs
