"""What closes an article and what only begins as an imprint does."""

import pytest

from vnmedia import parse_article
from vnmedia.registries import WordList, load

NAMED = load("layout.toml", WordList)["end-of-article-named"].words
TEXT = [
    f"<p>Điều {n}. Cơ quan nhà nước có thẩm quyền quản lý nội dung thứ {n} theo quy định của Luật này.</p>"
    for n in range(1, 9)
]


def paragraphs(*below: str) -> list[str]:
    page = f"<html><body><article><h1>Luật về báo</h1>{''.join(TEXT)}{''.join(below)}</article></body></html>"
    article = parse_article(page)
    return [article.text[block.span.start : block.span.end] for block in article.blocks]


@pytest.mark.parametrize("words", NAMED)
def test_a_sentence_may_begin_as_an_imprint_does(words: str) -> None:
    """Neither it nor what follows is lost."""
    sentence = f"{words.capitalize()} theo quy định của pháp luật về báo chí do cấp tỉnh giao."
    last = "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026."
    assert paragraphs(f"<p>{sentence}</p>", f"<p>{last}</p>")[-2:] == [sentence, last]


@pytest.mark.parametrize("words", NAMED)
@pytest.mark.parametrize("rest", [": Lê Văn An", " số 12/GP-BTTTT do Cục Báo chí cấp ngày 3/2/2020."])
def test_an_imprint_has_a_colon_or_a_number(words: str, rest: str) -> None:
    """It and what follows is left out."""
    found = paragraphs(f"<p>{words.capitalize()}{rest}</p>", "<p>Điện thoại của toà soạn ở tầng hai.</p>")
    assert found[-1].startswith("Điều 8.")
