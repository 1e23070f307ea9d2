"""Unit tests of what the text says that one instrument does to another."""

import pytest

from vnmedia import find_instruments


def stated(text: str) -> list[tuple[str, str, str]]:
    """Each relation as the number of the one that acts, the kind, and the other's quote."""
    return [
        (
            mention.value.number or mention.value.title or mention.value.type,
            relation.kind,
            relation.target.of(text),
        )
        for mention in find_instruments(text)
        for relation in mention.value.relations
    ]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Quyết định này thay thế các Quyết định của UBND tỉnh Hà Nam: số 16/QĐ-UBND; số 9/QĐ-UBND.",
            [("quyết định", "replaces", "số 16/QĐ-UBND"), ("quyết định", "replaces", "số 9/QĐ-UBND")],
        ),
        (
            "Theo Quyết định số 2/QĐ-TTg, dự án đã được phê duyệt theo Quyết định số 4/2008/QĐ-TTg.",
            [],
        ),
        (
            "Căn cứ Nghị định số 2/2020/NĐ-CP, được sửa đổi bởi Nghị định số 4/2022/NĐ-CP;",
            [("4/2022/NĐ-CP", "amends", "Nghị định số 2/2020/NĐ-CP")],
        ),
        (
            "Quyết định số 2/2006/QĐ-BYT (hết hiệu lực) bị bãi bỏ, thay thế bởi Quyết định số 4/2008/QĐ-BYT.",
            [("4/2008/QĐ-BYT", "replaces", "Quyết định số 2/2006/QĐ-BYT")],
        ),
        (
            "Nghị định này bãi bỏ các Nghị định sau đây: số 12/2010/NĐ-CP, số 13/2011/NĐ-CP.",
            [("nghị định", "repeals", "số 12/2010/NĐ-CP"), ("nghị định", "repeals", "số 13/2011/NĐ-CP")],
        ),
        (
            "Nghị định 14/2022/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định 15/2020/NĐ-CP "
            "và Nghị định 119/2020/NĐ-CP",
            [
                ("14/2022/NĐ-CP", "amends", "Nghị định 15/2020/NĐ-CP"),
                ("14/2022/NĐ-CP", "amends", "Nghị định 119/2020/NĐ-CP"),
            ],
        ),
        (
            "Nghị định 15/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định 14/2022/NĐ-CP)",
            [("14/2022/NĐ-CP", "amends", "Nghị định 15/2020/NĐ-CP")],
        ),
        (
            "Thông tư 08/2021/TT-BTTTT hướng dẫn thi hành một số điều của Luật Trẻ em",
            [("08/2021/TT-BTTTT", "guides", "Luật Trẻ em")],
        ),
        (
            "Nghị định 119/2020/NĐ-CP quy định chi tiết một số điều và biện pháp thi hành Luật Trẻ em",
            [("119/2020/NĐ-CP", "details", "Luật Trẻ em")],
        ),
        (
            "Luật này có hiệu lực từ ngày 01 tháng 7 năm 2013 và thay thế Luật Xuất bản số 30/2004/QH11",
            [("luật", "replaces", "Luật Xuất bản số 30/2004/QH11")],
        ),
        ("Nghị định 14/2022/NĐ-CP. Sau đó thay thế Nghị định 15/2020/NĐ-CP", []),
        ("Nghị định 14/2022/NĐ-CP và Nghị định 15/2020/NĐ-CP", []),
        (
            "Nghị định 14/2022/NĐ-CP sửa đổi Nghị định 15/2020/NĐ-CP, bãi bỏ Nghị định 11/2018/NĐ-CP.",
            [
                ("14/2022/NĐ-CP", "amends", "Nghị định 15/2020/NĐ-CP"),
                ("14/2022/NĐ-CP", "repeals", "Nghị định 11/2018/NĐ-CP"),
            ],
        ),
        (
            "Căn cứ Luật Thủy lợi số 8/2017/QH14 được sửa đổi, bổ sung một số điều bởi Luật số "
            "5/2020/QH14 và Luật "
            "số 6/2023/QH15;",
            [
                ("5/2020/QH14", "amends", "Luật Thủy lợi số 8/2017/QH14"),
                ("6/2023/QH15", "amends", "Luật Thủy lợi số 8/2017/QH14"),
            ],
        ),
        (
            "Nghị định số 7/2018/NĐ-CP quy định chi tiết Luật Thủy lợi được sửa đổi bởi Nghị định số "
            "9/2022/NĐ-CP;",
            [
                ("7/2018/NĐ-CP", "details", "Luật Thủy lợi"),
                ("9/2022/NĐ-CP", "amends", "Nghị định số 7/2018/NĐ-CP"),
            ],
        ),
        (
            "Thông tư 4/2014/TT-BYT hết hiệu lực khi Thông tư 10/2022/TT-BYT có hiệu lực.",
            [("10/2022/TT-BYT", "repeals", "Thông tư 4/2014/TT-BYT")],
        ),
        (
            "Dựa vào Quyết định 22/QĐ-UBND, Cục Thuế tỉnh Lào Cai ra các Thông báo số 31, 32.",
            [
                ("31", "based-on", "Quyết định 22/QĐ-UBND"),
                ("32", "based-on", "Quyết định 22/QĐ-UBND"),
            ],
        ),
        (
            "của Luật Thủy lợi số 8/2017/QH14 được sửa đổi theo Luật số 5/2020/QH14, "
            "Luật Đất đai số 45/2013/QH13, Luật Nhà ở số 65/2014/QH13 được sửa đổi theo Luật số 6/2023/QH15.",
            [
                ("5/2020/QH14", "amends", "Luật Thủy lợi số 8/2017/QH14"),
                ("6/2023/QH15", "amends", "Luật Nhà ở số 65/2014/QH13"),
            ],
        ),
        ("Thông tư 5/2024/TT-BTC không sửa đổi Thông tư 9/2020/TT-BTC.", []),
        ("Đề nghị Nghị định 14/2022/NĐ-CP thay thế Nghị định 15/2020/NĐ-CP.", []),
        ("Luật Đất đai có hiệu lực, các tỉnh ra văn bản hướng dẫn thi hành Luật Nhà ở.", []),
        ("Nghị định 45/2025/NĐ-CP kế thừa kết quả của việc thực hiện Nghị định 12/2020/NĐ-CP.", []),
        ("Nghị định 15/2020/NĐ-CP sửa đổi một số nghị định quy định chi tiết thi hành Luật Viễn thông.", []),
    ],
)
def test_relations_of_a_sentence(text: str, relations: list) -> None:
    """On the one that acts, with the span of the other."""
    assert stated(text) == relations


def test_the_evidence_is_the_words_that_say_so() -> None:
    """Its span stands in the text."""
    text = "Thông tư 08/2021/TT-BTTTT bãi bỏ Thông tư 09/2014/TT-BTTTT"
    (relation,) = find_instruments(text)[0].value.relations
    assert relation.evidence.of(text) == "bãi bỏ"


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Nghị định 178/2024/NĐ-CP về chế độ (sửa đổi, bổ sung tại Nghị định 67/2025/NĐ-CP)",
            [("67/2025/NĐ-CP", "amends", "Nghị định 178/2024/NĐ-CP")],
        ),
        (
            "Bộ ban hành Thông tư 9/2025/TT-BXD, trong đó bãi bỏ Thông tư 3/2024/TT-BXD.",
            [("9/2025/TT-BXD", "repeals", "Thông tư 3/2024/TT-BXD")],
        ),
        (
            "Thông tư 8/2024/TT-BXD hướng dẫn Luật Nhà ở về sân thay thế Thông tư 7/2012/TT-BXD.",
            [
                ("8/2024/TT-BXD", "guides", "Luật Nhà ở"),
                ("8/2024/TT-BXD", "replaces", "Thông tư 7/2012/TT-BXD"),
            ],
        ),
        (
            "Luật Đường bộ 2024 và Luật Đường sắt 2024 thay thế Luật Giao thông đường bộ 2008.",
            [
                ("Luật Đường bộ", "replaces", "Luật Giao thông đường bộ 2008"),
                ("Luật Đường sắt", "replaces", "Luật Giao thông đường bộ 2008"),
            ],
        ),
        (
            "Nghị định 7/1994/NĐ-CP thi hành kể từ ngày ký và thay thế Nghị định số 86 CP.",
            [("7/1994/NĐ-CP", "replaces", "Nghị định số 86 CP")],
        ),
        (
            "Nghị định 7/1994/NĐ-CP có giá trị thi hành kể từ ngày ký, bãi bỏ Nghị định số 86 CP.",
            [("7/1994/NĐ-CP", "repeals", "Nghị định số 86 CP")],
        ),
        (
            "Thông tư 9/2016/TT-BTP (đã bị Thông tư 7/2019/TT-BTP thay thế) không còn áp dụng.",
            [("7/2019/TT-BTP", "replaces", "Thông tư 9/2016/TT-BTP")],
        ),
        ("Thông tư 9/2016/TT-BTP được Thông tư 7/2019/TT-BTP hướng dẫn thay thế một phần.", []),
        (
            "Quyết định số 14/QĐ-BTC do Thứ trưởng Trần Văn Mẫu ký ngày 23/4/2025 đính chính Thông tư số "
            "12/2025/TT-BTC.",
            [("14/QĐ-BTC", "corrects", "Thông tư số 12/2025/TT-BTC")],
        ),
        (
            "Thông tư 8/2025/TT-BTC có hiệu lực sẽ thay Thông tư 3/2021/TT-BTC.",
            [("8/2025/TT-BTC", "replaces", "Thông tư 3/2021/TT-BTC")],
        ),
        ("Thông tư 8/2025/TT-BTC sẽ thay đổi một số nội dung của Thông tư 3/2021/TT-BTC.", []),
        (
            "Căn cứ Nghị định số 7/2023/NĐ-CP của Chính phủ về chợ, UBND tỉnh ban hành Quyết định "
            "5/2024/QĐ-UBND.",
            [("5/2024/QĐ-UBND", "based-on", "Nghị định số 7/2023/NĐ-CP của Chính phủ")],
        ),
    ],
)
def test_relations_beside_a_subject(text: str, relations: list) -> None:
    """What a bracket says of the paper before it, and what the sentence says after what a paper is about."""
    assert stated(text) == relations


@pytest.mark.parametrize(
    ("text", "kind", "since", "until"),
    [
        (
            "Thông tư 10/2023/TT-NHNN ngưng hiệu lực Điều 8 Thông tư 39/2016/TT-NHNN từ ngày 01/9/2023.",
            "suspends",
            "2023-09-01",
            None,
        ),
        (
            "Nghị quyết 9/2026/NQ-CP tạm ngưng hiệu lực Nghị định 46/2026/NĐ-CP từ 5/2/2026 đến 15/4/2026.",
            "suspends",
            "2026-02-05",
            "2026-04-15",
        ),
        (
            "Thông tư 02/2023/TT-NHNN được kéo dài thời gian áp dụng đến hết ngày 31/12/2024 theo Thông tư "
            "06/2024/TT-NHNN.",
            "extends",
            None,
            "2024-12-31",
        ),
        (
            "Nghị quyết 1/2025/QH15 kéo dài thời hạn áp dụng Nghị quyết 43/2022/QH15 ngày 11/01/2022 về phục "
            "hồi từ ngày 01/02/2022.",
            "extends",
            None,
            None,
        ),
    ],
)
def test_days_of_a_suspension_and_an_extension(text: str, kind: str, since: str, until: str) -> None:
    """Those that the statement gives, not those of the papers or of their subjects."""
    (relation,) = [relation for mention in find_instruments(text) for relation in mention.value.relations]
    assert relation.kind == kind
    assert (relation.since and relation.since.isoformat()) == since
    assert (relation.until and relation.until.isoformat()) == until


@pytest.mark.parametrize("joint", [" và ", ", ", " và đồng thời ", "; đồng thời "])
def test_what_is_done_to_one_does_nothing_to_the_next(joint: str) -> None:
    """Of coordinated verbs the one that acts is the same, known or not: ``bộ bãi bỏ A và thay thế B``."""
    clause = f"bãi bỏ Điều 5 Nghị định 38/2020/NĐ-CP{joint}thay thế Thông tư 13/2010/TT-BNV"
    assert stated(f"Tại dự thảo, bộ đề xuất {clause}.") == []
    assert stated(f"Nghị định 5/2031/NĐ-CP {clause}.")[:2] == [
        ("5/2031/NĐ-CP", "repeals", "Điều 5 Nghị định 38/2020/NĐ-CP"),
        ("5/2031/NĐ-CP", "replaces", "Thông tư 13/2010/TT-BNV"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "được ban hành",
        "được Quốc hội thông qua ngày 29/6/2024, có hiệu lực từ 1/7/2025,",
        "được Quốc hội khóa XV thông qua,",
        "được ký ban hành ngày 3/4/2024,",
    ],
)
def test_the_passive_of_its_making_stands_before_what_it_does(said: str) -> None:
    """``Luật A được Quốc hội thông qua …, có hiệu lực …, thay thế Luật B``."""
    assert stated(f"Luật Nhà ở số 41/2031/QH16 {said} thay thế Luật Nhà ở năm 2014.") == [
        ("41/2031/QH16", "replaces", "Luật Nhà ở năm 2014")
    ]


@pytest.mark.parametrize(
    ("passive", "kind"),
    [
        ("thay bằng", "replaces"),
        ("thay bởi", "replaces"),
        ("sửa đổi một số điều bởi", "amends"),
        ("sửa đổi các điều 3 và 4 bởi", "amends"),
        ("bãi bỏ toàn bộ nội dung theo", "repeals"),
        ("sửa đổi lần thứ nhất tại", "amends"),
        ("gia hạn từ năm 2021 theo", "extends"),
        ("gia hạn đến hết năm 2021 tại", "extends"),
    ],
)
def test_what_may_stand_between_a_passive_and_the_act_that_did_it(passive: str, kind: str) -> None:
    """``được sửa đổi lần thứ nhất tại Nghị định …``: the second act has the relation to the first."""
    text = f"Nghị định số 5/2019/NĐ-CP được {passive} Nghị định số 6/2020/NĐ-CP."
    assert stated(text) == [("6/2020/NĐ-CP", kind, "Nghị định số 5/2019/NĐ-CP")]
