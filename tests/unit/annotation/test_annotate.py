"""Tags round mentions, in text and in pages."""

import unicodedata

import pytest

from vnmedia.annotation import Tag, annotate
from vnmedia.model import Agency, Article, Citation, LegalInstrument, Mention, Official, Span, TimeExpression

TEXT = "Theo Nghị định số 119/2020/NĐ-CP của Bộ Y tế, năm <2020> & hết"
LINK = '<a href="{uri}">'


def article(text: str, **quotes: str) -> Article:
    """An article with one mention of each kind given."""
    values = {
        "instrument": Citation(
            type="nghị định",
            number="119/2020/NĐ-CP",
            instrument=LegalInstrument(type="nghị định", uri="/eli/vn/119-2020"),
        ),
        "agency": Agency(name="Bộ Y tế", id="bo-y-te"),
        "date": TimeExpression(edtf="2020"),
    }
    mentions = []
    for kind, quote in quotes.items():
        start = text.index(quote)
        span = Span(start=start, end=start + len(quote))
        mentions.append(Mention(span=span, quote=quote, value=values[kind]))
    return Article(text=text, mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))


CITED = article(TEXT, instrument="Nghị định số 119/2020/NĐ-CP")


def test_text_is_escaped_and_tagged() -> None:
    """What is no mention comes back escaped, the mention in its tag."""
    assert annotate(CITED, LINK) == (
        'Theo <a href="/eli/vn/119-2020">Nghị định số 119/2020/NĐ-CP</a> của Bộ Y tế, '
        "năm &lt;2020&gt; &amp; hết"
    )


def test_the_default_names_kind_and_identifier() -> None:
    """Without a tag each mention is a mark with its kind and identifier."""
    assert annotate(article("Bộ Y tế", agency="Bộ Y tế")) == (
        '<mark class="agency" data-id="bo-y-te">Bộ Y tế</mark>'
    )


def test_nested_mentions_are_nested_tags() -> None:
    """A mention within another is a tag within its tag."""
    both = article("Nghị định năm 2020", instrument="Nghị định năm 2020", date="năm 2020")
    assert annotate(both, "<i class='{kind}'>") == (
        '<i class="instrument">Nghị định <i class="date">năm 2020</i></i>'
    )


def test_crossing_mentions_are_cut() -> None:
    """Of two mentions that cross, the later one is cut where the first ends."""
    crossing = article(TEXT, instrument="Nghị định số 119/2020/NĐ-CP", date="CP của Bộ", agency="Bộ Y tế")
    assert (
        annotate(crossing, "<i>")[5:70]
        == ("<i>Nghị định số 119/2020/NĐ-<i>CP</i></i><i> của <i>Bộ</i></i><i> Y tế</i>,")[:65]
    )


def test_no_link_stands_in_a_link() -> None:
    """Of two links, one in the other, the outer one stays."""
    both = article("Nghị định năm 2020", instrument="Nghị định năm 2020", date="năm 2020")
    assert annotate(both, "<a href='#'>") == '<a href="#">Nghị định năm 2020</a>'


def test_a_function_gives_the_tag_and_may_give_none() -> None:
    """A function decides for each mention."""
    both = article(TEXT, instrument="119/2020/NĐ-CP", agency="Bộ Y tế")
    tagged = annotate(
        both, lambda m: Tag(name="b", attributes={"title": 'a"<b'}) if m.kind == "agency" else None
    )
    assert '119/2020/NĐ-CP của <b title="a&quot;&lt;b">Bộ Y tế</b>,' in tagged


def test_kinds_restrict_what_is_tagged() -> None:
    """Only the kinds asked for are tagged."""
    both = article(TEXT, instrument="119/2020/NĐ-CP", agency="Bộ Y tế")
    assert annotate(both, "<b>", kinds=["agency"]).count("<b>") == 1


def test_a_value_without_the_field_stays_as_it_is() -> None:
    """A template's field that a mention has no value for leaves the mention alone."""
    assert "<a" not in annotate(article("Bộ Y tế", agency="Bộ Y tế"), LINK)


def test_a_template_takes_the_fields_of_every_kind() -> None:
    """An official's office is a field like a citation's number."""
    value = Official(name="Hoàng Văn Bảo", office="Thứ trưởng")
    mention = Mention(span=Span(start=0, end=24), quote="Thứ trưởng Hoàng Văn Bảo", value=value)
    named = Article(text=mention.quote, mentions=(mention,))
    assert annotate(named, '<b title="{office}">') == f'<b title="Thứ trưởng">{mention.quote}</b>'


def test_a_part_of_an_address_is_escaped_as_one() -> None:
    """A value within an address cannot end it or add to it."""
    assert 'href="/tim?so=119%2F2020%2FN%C4%90-CP"' in annotate(CITED, '<a href="/tim?so={number}">')


def test_a_value_brings_no_scheme_of_its_own() -> None:
    """An address that would run a script is not put in."""
    hostile = Agency(name="javascript:alert(1)")
    mention = Mention(span=Span(start=0, end=2), quote="Bộ", value=hostile)
    assert annotate(Article(text="Bộ", mentions=(mention,)), '<a href="{name}">') == "Bộ"


@pytest.mark.parametrize(
    "template", ["", "a", "<a", "<a><b>", "<a>x", "</a>", "<{kind}>", "<a x='{nothing}'>"]
)
def test_a_template_is_one_start_tag(template: str) -> None:
    """What is no start tag, or has a field of no kind, is refused."""
    with pytest.raises(ValueError, match=r"template|name"):
        annotate(CITED, template)


@pytest.mark.parametrize("name", ["", "br", "script", "a b", "a>", "1a"])
def test_a_tag_has_a_possible_name(name: str) -> None:
    """Elements that hold no text, or run it, are refused."""
    with pytest.raises(ValueError, match="name"):
        Tag(name=name)


def test_an_attribute_has_a_possible_name_and_a_string() -> None:
    """An attribute's name cannot close the tag, and its value is text."""
    with pytest.raises(ValueError, match="attributes"):
        Tag(name="a", attributes={"x>": "1"})
    with pytest.raises(TypeError, match="attributes"):
        Tag(name="a", attributes={"x": 1})


def test_what_is_no_kind_or_no_page_is_refused() -> None:
    """A kind that does not exist would tag nothing, and bytes are no page."""
    with pytest.raises(ValueError, match="kinds: person: not one of date, instrument"):
        annotate(Article(text=""), kinds=["person"])
    with pytest.raises(TypeError, match="html: a string is needed, not bytes"):
        annotate(Article(text=""), html=b"<p>")


PAGE = """<!doctype html><html><head><title>Nghị định số 119/2020/NĐ-CP của Bộ Y tế</title>
<style>/* Bộ Y tế */</style><script>var a = "Nghị định số 119/2020/NĐ-CP của <b>";</script></head>
<body><p title="Nghị định số 119/2020/NĐ-CP của Bộ Y tế">Theo Nghị&nbsp;định s&#7889;
<b>119/2020</b>/NĐ-CP c&#x1EE7;a Bộ <i>Y tế, năm</i> &lt;2020> &amp; hết</p><!-- Bộ Y tế --></body></html>"""


def test_a_page_gets_one_link_round_matched_markup() -> None:
    """Entities, line breaks and phrasing inside a citation stay within its link."""
    whole = "Nghị&nbsp;định s&#7889;\n<b>119/2020</b>/NĐ-CP"
    assert annotate(CITED, LINK, html=PAGE) == PAGE.replace(whole, f'<a href="/eli/vn/119-2020">{whole}</a>')


@pytest.mark.parametrize(
    "shown",
    [
        "Nghị định số <b>119/2020/NĐ-CP</b>",
        "<b>Nghị định</b> số <i><b>119/2020/NĐ-CP</b></i>",
        "<b>Nghị định số</b> 119/2020/NĐ-CP",
        "Nghị định<br> số 119/2020/NĐ-CP",
    ],
)
def test_markup_at_the_ends_is_taken_in(shown: str) -> None:
    """Elements that begin or end where the mention does stand whole in its one tag."""
    page = f"<p>Theo {shown} của Bộ Y tế</p>"
    assert annotate(CITED, "<u>", html=page) == page.replace(shown, f"<u>{shown}</u>")


def test_markup_that_a_mention_breaks_is_not_broken() -> None:
    """Where an element begins within a mention and ends after it, each side has a tag of its own."""
    tagged = annotate(article(TEXT, agency="Bộ Y tế"), "<u>", html=PAGE)
    assert "c&#x1EE7;a <u>Bộ</u> <i><u>Y tế</u>, năm</i>" in tagged
    assert tagged.replace("<u>", "").replace("</u>", "") == PAGE


def test_a_page_in_nfd_is_tagged_and_kept() -> None:
    """A page with marks of their own is tagged where it is, and not normalised."""
    page = unicodedata.normalize("NFD", PAGE)
    tagged = annotate(CITED, "<u>", html=page)
    assert tagged.count("<u>") == 1
    assert tagged.replace("<u>", "").replace("</u>", "") == page


def test_what_is_linked_already_gets_no_link() -> None:
    """A link of the page stays the only one; other tags may stand in it."""
    page = PAGE.replace("<b>", "<a href=x>").replace("</b>", "</a>")
    assert annotate(CITED, LINK, html=page) == page
    assert annotate(CITED, "<u>", html=page).count("<u>") == 3


def test_a_page_that_shows_something_else_stays() -> None:
    """A mention that the page does not show is left out."""
    assert annotate(CITED, LINK, html="<p>Khác</p>") == "<p>Khác</p>"


def test_a_quote_elsewhere_on_the_page_is_not_the_mention() -> None:
    """The mention is tagged where its text stands, not where the same words stand before."""
    page = f"<nav>Bộ Y tế</nav><p>{TEXT.replace('<', '&lt;').replace('&', '&amp;', 0)}</p>"
    tagged = annotate(article(TEXT, agency="Bộ Y tế"), "<u>", html=page)
    assert "<nav>Bộ Y tế</nav>" in tagged
    assert "<u>Bộ Y tế</u>" in tagged


def test_one_kind_may_be_a_string() -> None:
    """It is the kind, and not its letters; a tag takes its two parts in order."""
    found = article(TEXT, agency="Bộ Y tế", date="năm")
    tag = Tag("b", {"class": "co-quan"})
    assert annotate(found, lambda _: tag, kinds="agency").count('<b class="co-quan">') == 1
    with pytest.raises(ValueError, match=r"^kinds: agencies: "):
        annotate(found, kinds="agencies")
