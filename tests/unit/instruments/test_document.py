"""Unit tests of what citations of one document tell of each other."""

import datetime as dt

from vnmedia import Article, find_instruments, instruments
from vnmedia.model import Context


def numbers(text: str) -> list[str | None]:
    """What each citation was resolved to."""
    return [m.value.instrument and m.value.instrument.number for m in find_instruments(text)]


def test_a_short_form_means_the_full_citation_elsewhere() -> None:
    """Before or after, and with only the serial or the year."""
    text = "Nghị định 119 nêu rõ. Nghị định số 119/2020/NĐ-CP và Nghị định 119/2020 khác Thông tư 119."
    assert numbers(text) == ["119/2020/NĐ-CP", "119/2020/NĐ-CP", "119/2020/NĐ-CP", None]


def test_a_short_form_that_may_mean_two_stays_open() -> None:
    """Two decrees with one serial leave it unresolved; the year settles it."""
    text = "Nghị định 15/2020/NĐ-CP, Nghị định 15/2018/NĐ-CP, Nghị định 15 và Nghị định 15/2018."
    assert numbers(text) == ["15/2020/NĐ-CP", "15/2018/NĐ-CP", None, "15/2018/NĐ-CP"]


def test_a_list_shares_the_letters_that_close_it() -> None:
    """The fields stay as printed, the full number is resolved."""
    mentions = find_instruments("các Quyết định số 12, 13 và 14/QĐ-TTg ngày 5/1/2020")
    assert [m.value.number for m in mentions] == ["12", "13", "14/QĐ-TTg"]
    assert [m.value.instrument.number for m in mentions] == ["12/QĐ-TTg", "13/QĐ-TTg", "14/QĐ-TTg"]


def test_one_issuer_that_closes_a_list_goes_to_each() -> None:
    """Short numbers get the issuer of the last."""
    mentions = find_instruments("Quyết định 935, 936 của Bộ Chính trị")
    assert [m.value.issuer.name for m in mentions] == ["Bộ Chính trị"] * 2


def test_a_dated_and_an_undated_citation_are_one() -> None:
    """What one states completes the other, and both have one identifier."""
    text = "Quyết định số 749/QĐ-TTg ngày 03/6/2020. Theo Quyết định 749/QĐ-TTg, …"
    first, second = find_instruments(text)
    assert second.value.date is None
    assert second.value.instrument == first.value.instrument
    assert second.value.uri == first.value.uri == "/eli/vn/quyet-dinh/2020/749-qd-ttg"


def test_one_number_of_two_years_is_two() -> None:
    """Administrative numbers return every year."""
    text = (
        "Quyết định số 35/QĐ-TTg ngày 5/1/2020 và Quyết định số 35/QĐ-TTg ngày 6/1/2021; Quyết định 35/QĐ-TTg"
    )
    first, second, third = find_instruments(text)
    assert first.value.uri != second.value.uri
    assert third.value.uri is None
    assert third.value.instrument is None


def test_a_local_number_needs_its_place() -> None:
    """Without the issuer `-QĐ-UBND` identifies nothing."""
    assert find_instruments("Quyết định số 12/QĐ-UBND ngày 5/1/2020")[0].value.uri is None


def test_this_means_the_only_one_of_its_type() -> None:
    """`Nghị định này` in an article; in an instrument's own text it stays open."""
    text = "Nghị định 119/2020/NĐ-CP có hiệu lực. Theo Nghị định này, mức phạt tăng."
    assert numbers(text) == ["119/2020/NĐ-CP"] * 2
    assert numbers(f"Căn cứ Luật A;\nĐiều 1. Phạm vi\n{text}")[-1] is None


def test_a_short_name_is_introduced() -> None:
    """`sau đây gọi tắt là` links the two, unless their numbers differ."""
    text = "Nghị định số 119/2020/NĐ-CP (sau đây gọi tắt là Nghị định 119) và Nghị định 120"
    assert numbers(text) == ["119/2020/NĐ-CP", "119/2020/NĐ-CP", None]


def test_a_law_takes_its_year_from_elsewhere_in_the_text() -> None:
    """A name without its year means the law that the text names with one."""
    text = "Luật Báo chí năm 1989 đã cũ. Luật Báo chí khi đó quy định khác."
    assert numbers(text) == ["29-LCT/HĐNN8", "29-LCT/HĐNN8"]


def test_cited_groups_the_mentions_of_each_instrument() -> None:
    """An article's distinct instruments, by first mention."""
    text = "Nghị định 119/2020/NĐ-CP, Luật Trẻ em và Nghị định 119; Thông tư 5."
    mentions = instruments.find(text, Context(published=dt.date(2021, 1, 1)))
    cited = Article(text=text, mentions=mentions).cited
    assert [(one.instrument.number, len(one.mentions)) for one in cited] == [
        ("119/2020/NĐ-CP", 2),
        ("102/2016/QH13", 1),
        ("5", 1),
    ]


def test_number_and_type_that_contradict_are_irregular() -> None:
    """The type follows the printed word, and the flag says that the number speaks against it."""
    value = instruments.parse("Nghị định số 39-NQ/TW")
    assert (value.type, value.number, value.irregular) == ("nghị định", "39-NQ/TW", True)
    assert value.instrument.type == "nghị quyết"
    assert instruments.parse("Luật số 59/2008/QH13").irregular
    assert not instruments.parse("văn bản số 357/TB-VPCP").irregular


def test_the_sentence_gives_issuer_and_day() -> None:
    """Subject and day stand before the verb of issuing."""
    text = "Ngày 8/2/2017, Bộ trưởng Bộ Công Thương Trần Văn A đã ký Quyết định số 376/QĐ-BCT."
    (mention,) = find_instruments(text)
    assert mention.value.date == dt.date(2017, 2, 8)
    assert mention.value.issuer.name == "Bộ trưởng Bộ Công Thương"


def test_a_deputy_signs_for_the_body() -> None:
    """The issuer stays the one that the number tells."""
    (mention,) = find_instruments("Phó Thủ tướng Lê Văn A vừa ký Quyết định số 12/QĐ-TTg.")
    assert mention.value.issuer.name == "Thủ tướng Chính phủ"


def test_the_subject_has_its_own_span() -> None:
    """What the document is about stands after the citation, outside the quote."""
    text = "Quyết định số 749/QĐ-TTg ngày 03/6/2020 phê duyệt Chương trình Chuyển đổi số quốc gia; và"
    (mention,) = find_instruments(text)
    assert mention.value.title == "phê duyệt Chương trình Chuyển đổi số quốc gia"
    assert mention.value.title_span.of(text) == mention.value.title


def test_a_body_without_its_place_identifies_as_the_body_that_it_is() -> None:
    """``UBND tỉnh`` of a text on one province: the identifier names the province, whatever is printed."""
    text = (
        "UBND tỉnh Nghệ An ban hành Quyết định số 12/QĐ-UBND ngày 5/1/2020. "
        "Quyết định số 12/QĐ-UBND ngày 5/1/2020 của UBND tỉnh có hiệu lực ngay."
    )
    first, second = find_instruments(text)
    assert first.value.uri == second.value.uri
    assert first.value.uri == "/eli/vn/quyet-dinh/2020/12-qd-ubnd/uy-ban-nhan-dan-tinh-nghe-an"
