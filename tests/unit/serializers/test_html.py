"""Unit tests of the page: nothing is lost, nothing gets out, every mention can be reached."""

import html.parser
import re

import attrs
import pytest
from hypothesis import given
from tests.examples import examples
from tests.property.strategies import articles
from tests.unit.serializers.samples import HOSTILE, ORDINARY

import vnmedia
from vnmedia import Article, to_html
from vnmedia.model import KINDS

ELEMENTS = frozenset(
    """
    html head meta title style body main header h1 h2 h3 dl dt dd bdi time a article aside p span
    details summary ol li section div
    """.split()  # noqa: SIM905
)
ATTRIBUTES = frozenset(
    """
    lang charset http-equiv content name class href id aria-label aria-labelledby aria-describedby
    aria-hidden datetime rel tabindex data-n data-tip open style value
    """.split()  # noqa: SIM905
)


class Page(html.parser.HTMLParser):
    """What a browser takes from a page: elements, attributes, ids, and the text of the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.depth = self.in_name = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.found.append((tag, dict(attributes)))
        self.depth += tag == "article"
        self.in_name += tag == "summary"  # what a fold is called is none of the text

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"
        self.in_name -= tag == "summary"

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth and not self.in_name else ""

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.found if "id" in attributes]


def check(article: Article) -> Page:
    page = Page(to_html(article))
    assert {tag for tag, _ in page.found} <= ELEMENTS
    assert {name for _, attributes in page.found for name in attributes} <= ATTRIBUTES
    assert len(set(page.ids)) == len(page.ids)
    links = {attributes["href"] for tag, attributes in page.found if tag == "a"}
    assert all(re.match("#|https?://", link) for link in links)
    described = {
        name for _, attributes in page.found for name in (attributes.get("aria-describedby") or "").split()
    }
    assert described <= set(page.ids)
    return page


@given(articles())
@examples(30)
def test_no_article_breaks_out_of_its_page(article: Article) -> None:
    """Whatever an article holds, its page has only our own elements, attributes and links."""
    page = check(article)
    for number, mention in enumerate(article.mentions, 1):
        assert f"v{number}" in page.ids
        if mention.quote.strip():
            assert f"m{number}" in page.ids


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_hostile_article_stays_text(language: str) -> None:
    """Scripts, quotes and forbidden characters end up as text; a script's address is no link."""
    check(HOSTILE)
    page = to_html(HOSTILE, language=language)
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert not re.search("[\x00\x0b\ufffe]", page)


def test_the_text_is_whole_and_in_order() -> None:
    """What the page shows of the text is the text, but for line ends."""
    shown = check(ORDINARY).text
    assert re.sub(r"\s+", "", shown) == re.sub(r"\s+", "", ORDINARY.text)


def test_overlapping_mentions_all_show() -> None:
    """The date and the agency inside a citation carry the classes of both kinds."""
    page = check(ORDINARY)
    pieces = [attributes for tag, attributes in page.found if tag == "a" and "data-tip" in attributes]
    kinds = [attributes["class"] for attributes in pieces]
    assert "m instrument date" in kinds
    assert "m instrument agency" in kinds
    nested = next(a for a in pieces if a["class"] == "m instrument date")
    assert nested["data-tip"] == (
        "Văn bản: khoản 2 Điều 5, Nghị định 119/2020/NĐ-CP, ngày 07/10/2020, Chính phủ\nThời gian: 07/10/2020"
    )


def test_the_lists_say_what_a_value_is_linked_to() -> None:
    """A figure says what it measures and is compared with, an instrument what it does to others."""
    page = to_html(ORDINARY)
    notes = ("nội dung: quảng cáo", "so với Năm 2020")
    assert "".join(f'<span class="value">{note}</span>' for note in notes) in page
    number = 1 + next(i for i, m in enumerate(ORDINARY.mentions) if m.quote == "Nghị định 159")
    assert f'thay thế <a href="#m{number}"><bdi lang="vi">Nghị định 159</bdi></a>' in page


def test_a_value_is_listed_once_with_a_jump_to_each_place() -> None:
    """And how often it stands there; a figure says its own each time."""
    article = vnmedia.parse_article("Bộ Y tế họp. Bộ Y tế chi 5 tỷ đồng, rồi 5 tỷ đồng. Bộ Y tế báo cáo.")
    page = to_html(article)
    bodies = [number for number, m in enumerate(article.mentions, 1) if m.kind == "agency"]
    jumps = " ".join(f'<a id="v{number}" href="#m{number}">{number}</a>' for number in bodies[1:])
    assert f'<span class="again">× 3: {jumps}</span>' in page
    assert page.count('class="again"') == 1
    check(article)


def test_the_title_stands_once_and_furniture_is_folded() -> None:
    """The first words of the page are a heading; what is around the article opens on demand."""
    page = to_html(ORDINARY)
    assert page.count("<h1") == 1
    assert page.count(str(ORDINARY.title)) <= 2  # in the tab, and as the heading unless mentions cut it
    assert '<details class="furniture"><summary>' in page


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Họp ngày 5/3/2020.", ["bar day"]),
        ("Họp tháng 3/2020.", ["bar"]),
    ],
)
def test_a_day_is_a_mark_on_the_timeline(text: str, classes: list[str]) -> None:
    """Also where it is the only one."""
    drawn = re.findall(r'<span class="(bar[^"]*)"', to_html(vnmedia.parse_article(text)))
    assert sorted(drawn) == sorted(classes)


def test_what_is_concluded_is_told_from_what_is_printed() -> None:
    """The year that the day of publishing gives."""
    page = to_html(vnmedia.parse_article("Họp ngày 5/3.", published="2020-03-05"), language="en")
    assert '<span class="value concluded">concluded, not printed: year</span>' in page


def test_the_marks_tell_what_is_concluded() -> None:
    """A mention whose value says more than its words has a mark of its own, and its tip says what."""
    page = to_html(vnmedia.parse_article("Họp ngày 5/3. Họp ngày 6/3/2020.", published="2020-03-05"))
    marks = [a for tag, a in Page(page).found if tag == "a" and "data-tip" in a]
    assert [mark["class"] for mark in marks] == ["m date inferred", "m date"]
    assert marks[0]["data-tip"] == "Thời gian: 05/03/2020 (suy ra, không in trong văn bản: năm)"


def test_a_figure_says_what_its_row_means() -> None:
    """What it measures, when, whose it is and what sort of figure it is, each by its name."""
    article = vnmedia.parse_article("Năm 2021, tỷ lệ hộ nghèo của tỉnh Hà Giang chiếm 12,5% dân số.")
    (figure,) = article.statistics
    spans = [
        ("thời gian", figure.value.period),
        ("nội dung", figure.value.subject),
        ("của", figure.value.agency),
    ]
    said = [(name, span.of(article.text)) for name, span in spans if span is not None]
    assert len(said) >= 2
    for name, words in said:
        assert f'<span class="value">{name}: {words}</span>' in to_html(article)
    assert '<span class="value">tỷ trọng</span>' in to_html(article)


def test_one_list_is_open_at_a_time() -> None:
    """The lists of the kinds belong together: opening one closes the other, and all names stay in sight."""
    lists = [a for tag, a in check(ORDINARY).found if tag == "details" and a.get("name") == "found"]
    assert len(lists) == len(KINDS)
    assert sum("open" in each for each in lists) == 1


def test_the_timeline_says_words_once_and_folds_its_end() -> None:
    """The same words of one day are one link with jumps; after twelve rows a reader opens the others."""
    page = to_html(vnmedia.parse_article("Họp ngày 5/3/2020, rồi ngày 5/3/2020."))
    assert '<bdi lang="vi">ngày 5/3/2020</bdi></a><span class="again"> <a href="#m2">2</a></span>' in page
    many = " ".join(f"Họp ngày {number}/3/2020." for number in range(1, 21))
    assert '<details class="more"><summary>8 dòng nữa</summary>' in to_html(vnmedia.parse_article(many))


def test_keyboard_stops_once_for_each_mention() -> None:
    """Each mention is one stop; the rest of a mention that another one cuts is none."""
    page = check(ORDINARY)
    stops = [a for tag, a in page.found if tag == "a" and "data-tip" in a and a.get("tabindex") is None]
    assert len(stops) == len(ORDINARY.mentions)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_label_is_there(language: str) -> None:
    """A page in either language, with labels of that language and no other's."""
    page = to_html(ORDINARY, language=language)
    assert f'<html lang="{language}">' in page
    assert ("Dòng thời gian" in page) == (language == "vi")
    assert ("Timeline" in page) == (language == "en")
    with pytest.raises(ValueError, match="language"):
        to_html(ORDINARY, language="fr")


@pytest.mark.parametrize(
    ("quote", "vi", "en"),
    [
        ("Năm 2020", "2020", "2020"),
        ("giai đoạn 2016 - 2020", "2016 – 2020", "2016 – 2020"),
        ("Từ năm 2019 đến nay", "01/01/2019 – 17/12/2020", "2019-01-01 – 2020-12-17"),
        ("Thứ năm, 17/12/2020 22:17", "22:17, 17/12/2020", "2020-12-17, 22:17"),
        ("mùng 1 Tết", "đầu 25/01/2020 (âm lịch)", "start of 2020-01-25 (lunar calendar)"),
        (
            "Nghị định 159",
            "Nghị định 159 → Nghị định 159/2013/NĐ-CP, ngày 12/11/2013, Chính phủ",
            "Nghị định 159 → Nghị định 159/2013/NĐ-CP, of 2013-11-12, Chính phủ",
        ),
        ("định kỳ 6 tháng/lần", "mỗi 6 tháng", "every 6 months"),
        ("200 triệu đồng", "200.000.000 VND", "200,000,000 VND"),
        ("hơn 700 link/tuần", "hơn 700 link mỗi tuần", "above 700 link per tuần"),
        ("tăng 12,7%", "tăng 12,7%", "up 12.7%"),
        ("36/63 Sở", "36 trên 63 Sở", "36 of 63 Sở"),
        ("50 - 60%", "50 – 60%", "50 – 60%"),
        ("Luật Quảng cáo 2012", "Luật Quảng cáo (2012)", "Luật Quảng cáo (2012)"),
    ],
)
def test_a_value_is_said_in_words(quote: str, vi: str, en: str) -> None:
    """The page says each value in the language's own form."""
    start = ORDINARY.text.index(quote)
    number = 1 + next(i for i, m in enumerate(ORDINARY.mentions) if m.quote == quote and m.start == start)
    for language, said in (("vi", vi), ("en", en)):
        assert f'id="v{number}-value"><bdi>{said}</bdi>' in to_html(ORDINARY, language=language)


def test_a_notebook_gets_a_frame_that_runs_nothing() -> None:
    """The notebook's view is the page in a sandbox, its quotes escaped."""
    shown = ORDINARY._repr_html_()
    assert shown.startswith("<iframe sandbox src=")
    assert shown.count('"') == 6
    assert attrs.evolve(HOSTILE)._repr_html_().count("<") == 2


def test_an_empty_article_has_a_page() -> None:
    """No text, no title, no mention: still a page."""
    page = check(vnmedia.Article(text=""))
    assert page.text == ""
