"""What is asked before a costly step keeps nothing out: with and without the question, the same is found."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import vnmedia
from vnmedia import dates, instruments, statistics
from vnmedia.agencies._openings import openings
from vnmedia.documents import _front
from vnmedia.grammar import Rule, Scanner, scan_together
from vnmedia.instruments import _relations
from vnmedia.officials._offices import office_scanner
from vnmedia.text import TextView

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

#: Pieces that statements of relations are made of, and what stands between them.
CITED = (
    "Nghị định 14/2022/NĐ-CP",
    "Thông tư số 08/2021/TT-BTTTT",
    "Luật Trẻ em",
    "Quyết định 5/QĐ-UBND ngày 2/3/2020",
)
SAID = (
    " sửa đổi, bổ sung một số điều của ",
    " (được sửa đổi, bổ sung bởi ",
    " bị bãi bỏ bởi ",
    " thay thế ",
    " hết hiệu lực kể từ ngày ",
    " hướng dẫn\nthi hành ",
    " quy định chi tiết\n",
    ". Bãi bỏ ",
    "; thay thế\n",
    " có hiệu lực.\nCăn cứ ",
    ", căn cứ ",
    " và ",
    "!\nThay thế ",
)


def statements(seed: int) -> Iterator[str]:
    """Texts of citations and of what may be said between them, in any order."""
    made = random.Random(seed)
    for _ in range(40):
        yield "".join(made.choice(CITED) + made.choice(SAID) for _ in range(made.randint(2, 6))) + CITED[0]


@pytest.mark.parametrize("seed", range(5))
def test_verbs_are_looked_for_where_citations_begin(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between full stops and semicolons; a verb elsewhere is done to nothing."""
    texts = list(statements(seed))
    found = [vnmedia.find_instruments(text) for text in texts]
    assert any(mention.value.relations for mentions in found for mention in mentions)
    monkeypatch.setattr(_relations._Statements, "_clauses_citing", lambda self: iter([(0, len(self._lower))]))
    assert [vnmedia.find_instruments(text) for text in texts] == found


def test_an_official_document_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its blocks and its relations come from one page."""
    pages = []

    def page(text: str) -> object:
        pages.append(text)
        return made(text)

    made = _front.Page
    monkeypatch.setattr(_front, "Page", page)
    article = vnmedia.parse_article(
        "BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 7341/2018/TT-BTC | Độc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 20 tháng 4 năm 2018\n"
        "THÔNG TƯ\n"
        "Quy định về xác định xuất xứ hàng hóa\n"
        "Căn cứ Luật Hải quan số 54/2014/QH13;\n"
        "Điều 1. Phạm vi điều chỉnh\n"
        "Thông tư này quy định về hồ sơ.\n"
    )
    assert [relation.kind for relation in article.relations] == ["based-on"]
    assert "title" in {block.kind for block in article.blocks}
    assert len(pages) == 1


DIGITS_AND_WORDS = (
    *("7,5", "1.234", "5", "20", "2020", "0912345678", "500k", "2tr5", "12.5.2020", "3"),
    *(" triệu", " nghìn", " tỷ", " rưỡi", " trăm", " hai mươi", " phẩy ba", " đồng", " phần"),
    *(
        "/",
        " / ",
        " trong ",
        " trên tổng số ",
        " trong tổng số ",
        " ",
        ", ",
        "-",
        " năm ",
        " không ",
        " ty đồng",
    ),
)


def _written(seed: int) -> str:
    made = random.Random(seed)
    return "".join(made.choice(DIGITS_AND_WORDS) for _ in range(400))


@pytest.mark.parametrize("rule", [r for r in statistics.RULES if r.digits], ids=lambda rule: rule.name)
def test_what_begins_with_a_digit_needs_no_words(rule: Rule) -> None:
    """The shorter pattern finds there what the whole one does."""
    whole, digits = re.compile(rule.pattern), re.compile(rule.digits)
    texts = [TextView(path.read_text(encoding="utf-8")).lower for path in SEEDS]
    texts += [_written(seed) for seed in range(20)]
    texts += [TextView(example).lower for example in (*rule.examples, *rule.counterexamples)]
    found = 0
    for text in texts:
        for digit in re.finditer("[0-9]", text):
            one, other = (pattern.match(text, digit.start()) for pattern in (whole, digits))
            assert (one and one.groupdict()) == (other and other.groupdict())
            found += one is not None
    assert found > 100


def _scanners() -> list[Scanner]:
    grammars = (dates.grammar(), instruments.grammar(), statistics.grammar())
    return [*(grammar.scanner for grammar in grammars), openings().scanner, office_scanner()]


def _heads(seed: int) -> str:
    """The words that mentions begin with, with and without what parts them."""
    made = random.Random(seed)
    heads = [head for scanner in _scanners() for head in made.sample(scanner.heads, 60)]
    marks = [" ", " ", " ", ", ", "\n", "1", "20", "a", "_", ""]
    return "".join(made.choice(heads) + made.choice(marks) for _ in range(600))


@pytest.mark.parametrize("seed", range(5))
def test_a_scan_for_all_kinds_finds_what_each_finds_alone(seed: int) -> None:
    """Each in its own order; what was found is had once."""
    scanners = _scanners()
    scan = scan_together(scanners)
    for text in [*(path.read_text(encoding="utf-8") for path in SEEDS), _heads(seed), "", "t", "_"]:
        view = TextView(text)
        alone = [scanner(view.lower) for scanner in scanners]
        scan(view)
        assert [scanner.hits(view) for scanner in scanners] == alone
        assert not view.hits
        assert [scanner.hits(view) for scanner in scanners] == alone


def test_a_view_with_other_lines_is_scanned_itself() -> None:
    """What was found in the view that it comes from is not what stands in it."""
    view = TextView("BỘ Y TẾ\nHỌP VỚI BỘ CÔNG THƯƠNG")
    scan_together(_scanners())(view)
    assert view.hits
    assert not view.joined([7]).hits
