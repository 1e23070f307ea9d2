"""What a document itself does to the instruments that it cites."""

import pytest

from vnmedia import parse_article, parse_instrument_document

HEAD = (
    "BỘ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 17/2031/TT-BXD\n"
    "Hà Nội, ngày 04 tháng 3 năm 2031\nTHÔNG TƯ\n"
)
PLAIN = "Quy định về nhà mẫu\n"


def acts(text: str) -> list[tuple[str, str]]:
    """Each act, and the number of what it is done to."""
    document = parse_instrument_document(text)
    numbers = {m.start: m.value.number or m.value.title for m in document.citations}
    return [(r.kind, numbers[r.target.start] or "") for r in document.instrument.relations]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sửa đổi, bổ sung một số điều của Thông tư số 7/2024/TT-BXD ngày 03 tháng 01 năm 2024 quy "
            "định chi tiết "
            "Luật Nhà ở\nĐiều 1. Sửa đổi khoản 1 Điều 3\n“1. Một.”\n",
            [("amends", "7/2024/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 7/2024/TT-BXD\n1. Sửa đổi "
            "Điều 3 như sau:\n"
            "“Điều 3. Theo quy định tại Thông tư số 1/2020/TT-BXD.”\nĐiều 2. Bãi bỏ Thông tư số "
            "6/2023/TT-BXD.\n",
            [("amends", "7/2024/TT-BXD"), ("repeals", "6/2023/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Thông tư này có hiệu lực từ ngày 10 tháng 4 năm 2025 và thay thế:\n1. "
            "Thông tư số 6/2023/TT-BXD.\n2. Thông tư số 8/2023/TT-BXD.\n",
            [("replaces", "6/2023/TT-BXD"), ("replaces", "8/2023/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Bãi bỏ các văn bản sau đây:\n1. Thông tư số 6/2023/TT-BXD;\n2. Thông tư số "
            "8/2023/TT-BXD.\n",
            [("repeals", "6/2023/TT-BXD"), ("repeals", "8/2023/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Hiệu lực\nThông tư số 5/2022/TT-BXD đã được sửa đổi theo Thông tư số "
            "9/2024/TT-BXD và Thông "
            "tư số 4/2021/TT-BXD hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.\n",
            [("repeals", "5/2022/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Các Thông tư sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:\n"
            "a) Thông tư số 5/2022/TT-BXD;\nb) Thông tư số 4/2021/TT-BXD.\n",
            [("repeals", "5/2022/TT-BXD"), ("repeals", "4/2021/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Thông tư này thay thế Thông tư số 4/2021/TT-BXD.\n",
            [("replaces", "4/2021/TT-BXD")],
        ),
        (
            f"{PLAIN}Căn cứ Luật Nhà ở số 27/2023/QH15 được sửa đổi bởi Luật số 43/2024/QH15;\n"
            "Thực hiện Nghị quyết số 12/NQ-CP;\nĐiều 1. Một.\n",
            [("based-on", "27/2023/QH15"), ("implements", "12/NQ-CP")],
        ),
        (
            f"{PLAIN}Điều 1. Thay thế cụm từ “nhà gỗ” bằng cụm từ “nhà” tại Điều 5 Thông tư số "
            "4/2021/TT-BXD.\n",
            [("amends", "4/2021/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Bãi bỏ, sửa đổi, thay thế một số điều của Thông tư số 4/2021/TT-BXD.\n",
            [("amends", "4/2021/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Bãi bỏ toàn bộ Thông tư\n1. Thông tư số 4/2021/TT-BXD về sân.\n"
            "2. Thông tư số 5/2021/TT-BXD về vườn.\n",
            [],
        ),
        (
            f"{PLAIN}Điều 1. Hiệu lực\n1. Thông tư này có hiệu lực từ ngày 1/5/2031 và thay thế các văn bản "
            "sau đây:\na) Thông tư số 5/2022/TT-BXD;\nb) Thông tư số 4/2021/TT-BXD.\n",
            [("replaces", "5/2022/TT-BXD"), ("replaces", "4/2021/TT-BXD")],
        ),
        (
            f"{PLAIN}Điều 1. Thông tư này thay thế Thông tư số 17/2031/TT-BXD ngày 2 tháng 1 năm 2031.\n",
            [("replaces", "17/2031/TT-BXD")],
        ),
        (f"{PLAIN}Điều 1. Hồ sơ nộp theo quy định tại Thông tư số 4/2021/TT-BXD.\n", []),
    ],
)
def test_what_a_document_does(text: str, wanted: list[tuple[str, str]]) -> None:
    """By title, heading, list, closing and ground; new text of another paper and mere mentions do nothing."""
    assert acts(HEAD + text) == wanted


def test_a_suspension_and_an_extension_have_their_days() -> None:
    """In an article of the document itself, with the days after the last paper that is named."""
    document = parse_instrument_document(
        f"{HEAD}{PLAIN}Điều 1. Ngưng hiệu lực thi hành khoản 1 Điều 3 Thông tư số 4/2021/TT-BXD ngày "
        "02/4/2021 từ ngày 01/3/2031 đến hết ngày 31/12/2031.\nĐiều 2. Kéo dài thời gian áp dụng Thông tư số "
        "5/2021/TT-BXD và Thông tư số 6/2021/TT-BXD đến hết ngày 30 tháng 6 năm 2032.\n"
    )
    assert [(r.kind, str(r.since), str(r.until)) for r in document.instrument.relations] == [
        ("suspends", "2031-03-01", "2031-12-31"),
        ("extends", "None", "2032-06-30"),
        ("extends", "None", "2032-06-30"),
    ]


def test_an_article_has_the_acts_of_the_document_that_it_is() -> None:
    """``parse_article`` gives them too; a news text has none of its own."""
    article = parse_article(HEAD + PLAIN + "Điều 1. Bãi bỏ Thông tư số 6/2023/TT-BXD.\n")
    assert [(r.kind, r.target.of(article.text)) for r in article.relations] == [
        ("repeals", "Thông tư số 6/2023/TT-BXD")
    ]
    assert parse_article("Bãi bỏ Thông tư số 6/2023/TT-BXD là cần thiết.").relations == ()


@pytest.mark.parametrize(
    ("expiring", "expired"),
    [
        ("{x} đã được sửa đổi, bổ sung một số điều theo {a}", ["3/2021/TT-BXD"]),
        ("{x} được sửa đổi, bổ sung bởi {a} và {b}", ["3/2021/TT-BXD"]),
        ("{x} và {a} sửa đổi, bổ sung một số điều của {x}", ["3/2021/TT-BXD", "4/2023/TT-BXD"]),
        ("{x}, {a} và {b}", ["3/2021/TT-BXD", "4/2023/TT-BXD", "5/2024/TT-BXD"]),
    ],
)
def test_what_amended_the_one_that_expires_is_a_target_only_beside_it(
    expiring: str, expired: list[str]
) -> None:
    """An amending paper may have amended others too, so it must stand coordinated."""
    words = expiring.format(
        x="Thông tư số 3/2021/TT-BXD", a="Thông tư số 4/2023/TT-BXD", b="Thông tư số 5/2024/TT-BXD"
    )
    text = (
        f"{HEAD}{PLAIN}Điều 1. Nhà mẫu\nNhà mẫu là nhà.\nĐiều 2. Hiệu lực\n{words} hết hiệu lực kể từ ngày "
    )
    found = acts(f"{text}Thông tư này có hiệu lực thi hành.\n")
    assert found == [("repeals", number) for number in expired]
