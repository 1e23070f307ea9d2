"""Persons in public offices: what is read, and what is left alone."""

import datetime as dt
import unicodedata

import pytest

import vnmedia
from vnmedia import officials
from vnmedia.registries import words
from vnmedia.registries.places import provinces


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thứ trưởng Hoàng Văn Bảo dự.", [("Hoàng Văn Bảo", "Thứ trưởng", None)]),
        ("Thủ tướng Lê Văn An ký.", [("Lê Văn An", "Thủ tướng", "Chính phủ")]),
        (
            "Chủ tịch UBND TP Hà Nội Trần Văn Bình nói.",
            [("Trần Văn Bình", "Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội")],
        ),
        (
            "Theo ông Đỗ Công Minh - Phó Giám đốc Sở Y tế Nghệ An, ca bệnh giảm.",
            [("Đỗ Công Minh", "Phó Giám đốc", "Sở Y tế Nghệ An")],
        ),
        (
            "Đại tá Phạm Văn Hùng, Giám đốc Công an tỉnh Phú Thọ, bà Vũ Lan (Trưởng phòng Kinh tế quận 1)",
            [
                ("Phạm Văn Hùng", "Giám đốc", "Công an tỉnh Phú Thọ"),
                ("Vũ Lan", "Trưởng phòng", "Phòng Kinh tế quận 1"),
            ],
        ),
        (
            "HĐND tỉnh bầu ông Trần Văn Nam, Phó Bí thư Tỉnh ủy, giữ chức Chủ tịch UBND tỉnh Lai Châu.",
            [
                ("Trần Văn Nam", "Phó Bí thư", "Tỉnh ủy"),
                ("Trần Văn Nam", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu"),
            ],
        ),
        (
            "Quyền Chủ tịch UBND tỉnh Lai Châu Trần Văn Nam dự.",
            [("Trần Văn Nam", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu")],
        ),
        ("Chánh Thanh tra Lê Văn Hùng kết luận.", [("Lê Văn Hùng", "Chánh Thanh tra", None)]),
        (
            "Bộ trưởng Bộ Tư pháp Lê Văn An, Bộ trưởng Chủ nhiệm Văn phòng Chính phủ Vũ Văn Hà dự.",
            [
                ("Lê Văn An", "Bộ trưởng", "Bộ Tư pháp"),
                ("Vũ Văn Hà", "Bộ trưởng", None),
                ("Vũ Văn Hà", "Chủ nhiệm", "Văn phòng Chính phủ"),
            ],
        ),
        (
            "Bộ trưởng Bộ Tư pháp Lê Văn An, Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Vũ Văn Hà dự.",
            [
                ("Lê Văn An", "Bộ trưởng", "Bộ Tư pháp"),
                ("Vũ Văn Hà", "Bộ trưởng", None),
                ("Vũ Văn Hà", "Chủ nhiệm", "Văn phòng Chính phủ"),
            ],
        ),
        (
            "Phó Chủ nhiệm Ủy ban Dân tộc Chính phủ Lê Văn An nói.",
            [("Lê Văn An", "Phó Chủ nhiệm", "Ủy ban Dân tộc")],
        ),
        ("Bộ Y tế Chính phủ điện tử Lê Văn An.", []),
        ("ông Lê Văn An nguyên Thứ trưởng Bộ Y tế, dự.", [("Lê Văn An", "Thứ trưởng", "Bộ Y tế")]),
        (
            "Tổng cục Chính trị Quân đội nhân dân Việt Nam có Chủ nhiệm là Thượng tướng Lê Văn An.",
            [("Lê Văn An", "Chủ nhiệm", "Tổng cục Chính trị Quân đội nhân dân Việt Nam")],
        ),
        ("Công ty Hòa Phát có Giám đốc là ông Lê Văn An.", []),
        ("bà Vũ Lan (hiện là Thứ trưởng Bộ Y tế) dự.", [("Vũ Lan", "Thứ trưởng", "Bộ Y tế")]),
        ("bà Vũ Lan (từng là Thứ trưởng Bộ Y tế) dự.", []),
        (
            "chuẩn y chức danh Phó Bí thư Tỉnh ủy Hà Nam (nhiệm kỳ 2015 - 2020) đối với ông Lê Văn An.",
            [("Lê Văn An", "Phó Bí thư", "Tỉnh ủy Hà Nam")],
        ),
        (
            "Phó Chánh Văn phòng Thường trực Văn phòng Trung ương Đảng Vũ Lan Hà dự.",
            [("Vũ Lan Hà", "Phó Chánh Văn phòng Thường trực", "Văn phòng Trung ương Đảng")],
        ),
        (
            "phê chuẩn kết quả bầu: Chủ tịch HĐND tỉnh Lai Châu khóa XV đối với ông Lê Thanh Đồng và bà Vũ"
            " Lan kể từ ngày 5/6; Phó Chủ tịch HĐND tỉnh Nghệ An khóa XV đối với ông Mai Văn Long.",
            [
                ("Lê Thanh Đồng", "Chủ tịch", "Hội đồng nhân dân tỉnh Lai Châu"),
                ("Mai Văn Long", "Phó Chủ tịch", "Hội đồng nhân dân tỉnh Nghệ An"),
            ],
        ),
        (
            "miễn nhiệm: Chủ tịch HĐND tỉnh Lai Châu đối với ông Lê Văn Nam; Phó Chủ tịch HĐND tỉnh Nghệ An"
            " đối với ông Mai Văn Long.",
            [],
        ),
        (
            "Thứ trưởng Lê Văn An Đồng chí nhấn mạnh; Thứ trưởng Vũ Đồng phát biểu.",
            [("Lê Văn An", "Thứ trưởng", None), ("Vũ Đồng", "Thứ trưởng", None)],
        ),
        (
            "bầu bổ sung Ủy viên UBND tỉnh, nhiệm kỳ 2021-2026 đối với đồng chí Trần Minh Nam.",
            [("Trần Minh Nam", "Ủy viên", "Ủy ban nhân dân tỉnh")],
        ),
        (
            "Ông Lê Văn An, người mới đây được phân công giữ chức Bí thư Thành ủy Hà Nội.",
            [("Lê Văn An", "Bí thư", "Thành ủy Hà Nội")],
        ),
        ("Ông Lê Văn An, người từng giữ chức Bí thư Thành ủy Hà Nội.", []),
        (
            "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Lai Châu được giao quyền Chủ tịch UBND tỉnh Lai Châu.",
            [
                ("Lê Văn An", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu"),
                ("Lê Văn An", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu"),
            ],
        ),
        (
            "điều động ông Lê Văn An, Bí thư Huyện ủy, đến nhận công tác tại HĐND tỉnh, giữ chức Phó Chủ tịch"
            " HĐND tỉnh Lai Châu.",
            [
                ("Lê Văn An", "Bí thư", "Huyện ủy"),
                ("Lê Văn An", "Phó Chủ tịch", "Hội đồng nhân dân tỉnh Lai Châu"),
            ],
        ),
        (
            "Ông Lê Văn An về nhận công tác tại Bộ Y tế và giữ chức Thứ trưởng Bộ Y tế.",
            [("Lê Văn An", "Thứ trưởng", "Bộ Y tế")],
        ),
        (
            "Trưởng ban Tuyên giáo Trung ương Võ Văn Thành phát biểu.",
            [("Võ Văn Thành", "Trưởng ban", "Ban Tuyên giáo Trung ương")],
        ),
        (
            "Bí thư Thành ủy Hà Nội Đinh Văn Dũng, Bí thư Tỉnh ủy Nghệ An Thái Văn Quyết dự.",
            [("Đinh Văn Dũng", "Bí thư", "Thành ủy Hà Nội"), ("Thái Văn Quyết", "Bí thư", "Tỉnh ủy Nghệ An")],
        ),
        (
            "của Bộ trưởng Y tế Đào Thị Lan, Thứ trưởng Công an Lê Văn Hùng và Bộ trưởng Đỗ Văn Duy",
            [
                ("Đào Thị Lan", "Bộ trưởng", "Bộ Y tế"),
                ("Lê Văn Hùng", "Thứ trưởng", "Bộ Công an"),
                ("Đỗ Văn Duy", "Bộ trưởng", None),
            ],
        ),
        (
            "Chủ nhiệm Ủy ban Tư pháp của Quốc hội Lê Thị Nguyệt; ông Lê Bá Minh, cựu Bộ trưởng Y tế.",
            [("Lê Thị Nguyệt", "Chủ nhiệm", "Ủy ban Tư pháp"), ("Lê Bá Minh", "Bộ trưởng", "Bộ Y tế")],
        ),
        (
            "Thứ trưởng Bộ Nội vụ Trần Văn Thắng Trong buổi họp",
            [("Trần Văn Thắng", "Thứ trưởng", "Bộ Nội vụ")],
        ),
        ("BỘ TRƯỞNG BỘ Y TẾ NGUYỄN VĂN AN", [("NGUYỄN VĂN AN", "Bộ trưởng", "Bộ Y tế")]),
        (
            "Ông Lê Văn An (sinh năm 1971), Chánh Văn phòng UBND tỉnh giữ chức Giám đốc Sở Nội vụ.",
            [
                ("Lê Văn An", "Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh"),
                ("Lê Văn An", "Giám đốc", "Sở Nội vụ"),
            ],
        ),
        ("bà Vũ Thị Lan - tân Giám đốc Sở Y tế", [("Vũ Thị Lan", "Giám đốc", "Sở Y tế")]),
        (
            "Lê Văn An, nguyên Bí thư Ban cán sự đảng, nguyên Chủ tịch UBND tỉnh Hà Nam",
            [
                ("Lê Văn An", "Bí thư", "Ban cán sự đảng"),
                ("Lê Văn An", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam"),
            ],
        ),
        (
            "ông Lê Văn An, sinh ngày 2/9/1970, Thường vụ Huyện ủy, Phó Chủ tịch UBND huyện Mỹ Đức",
            [
                ("Lê Văn An", "Thường vụ", "Huyện ủy"),
                ("Lê Văn An", "Phó Chủ tịch", "Ủy ban nhân dân huyện Mỹ Đức"),
            ],
        ),
        ("Chủ tịch HĐND tỉnh khóa XV Vũ Thị Lan", [("Vũ Thị Lan", "Chủ tịch", "Hội đồng nhân dân tỉnh")]),
        (
            "Lê Văn An, Giám đốc Sở Y tế, do được điều động giữ chức Bí thư Huyện ủy Mỹ Đức",
            [("Lê Văn An", "Giám đốc", "Sở Y tế"), ("Lê Văn An", "Bí thư", "Huyện ủy Mỹ Đức")],
        ),
        (
            "Ông Lê Văn An - Chủ tịch Công ty Xây dựng Hà Nội vừa được bổ nhiệm giữ chức Thứ trưởng Bộ Y tế.",
            [("Lê Văn An", "Thứ trưởng", "Bộ Y tế")],
        ),
        (
            "Giám đốc Công ty Hòa Phát Trần Văn Long được bổ nhiệm giữ chức Thứ trưởng Bộ Y tế.",
            [("Trần Văn Long", "Thứ trưởng", "Bộ Y tế")],
        ),
        (
            "bà Vũ Thị Lan, Phó Ban Tổ chức Trung ương Hội Cựu chiến binh Việt Nam",
            [("Vũ Thị Lan", "Phó Ban", "Ban Tổ chức Trung ương Hội Cựu chiến binh Việt Nam")],
        ),
        ("ông Chế Văn Bình, Giám đốc Sở Y tế", [("Chế Văn Bình", "Giám đốc", "Sở Y tế")]),
        (
            "bà Vũ Thị Lan, Phó Bí thư Thường trực chuyên trách Đảng ủy UBND tỉnh Hà Nam",
            [
                (
                    "Vũ Thị Lan",
                    "Phó Bí thư Thường trực chuyên trách",
                    "Đảng ủy Ủy ban nhân dân tỉnh Hà Nam",
                )
            ],
        ),
        (
            "Lê Văn An, Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch UBND xã",
            [
                ("Lê Văn An", "Ủy viên", "Ban Thường vụ Đảng ủy"),
                ("Lê Văn An", "Phó Chủ tịch", "Ủy ban nhân dân xã"),
            ],
        ),
    ],
)
def test_person_office_and_body_are_read(text: str, wanted: list) -> None:
    """The office before or after the person, with its body or alone."""
    found = vnmedia.find_officials(text)
    read = [(m.value.name, m.value.office, m.value.agency and m.value.agency.name) for m in found]
    assert read == wanted


@pytest.mark.parametrize("joint", [", ", " - ", " thuộc ", " của ", " (", " "])
@pytest.mark.parametrize(
    ("office", "unit"),
    [
        ("Trưởng phòng Bảo tồn biển", "Phòng Bảo tồn biển"),
        ("Phó Trưởng phòng Giá", "Phòng Giá"),
        ("phó phòng quản lý nuôi trồng", "Phòng Quản lý nuôi trồng"),
        ("Đội trưởng Đội Tuần tra", "Đội Tuần tra"),
    ],
)
def test_a_unit_that_no_registry_has_is_the_body_of_its_head(office: str, unit: str, joint: str) -> None:
    """The words between the head's office and the body above the unit are the unit's field."""
    close = ")" if joint == " (" else ""
    (found,) = vnmedia.find_officials(f"Ông Lê Văn An, {office}{joint}Sở Y tế{close}, nói.")
    assert (found.value.name, found.value.agency.name) == ("Lê Văn An", unit)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn An, Trưởng phòng cho biết, Sở Y tế đã họp.",
        "Ông Lê Văn An, trưởng phòng khám răng, Sở Y tế cấp phép.",
        "Trưởng phòng Vũ Văn Bình, Sở Y tế đã họp.",
        "Ban Giám đốc, ông Lê Văn An, Sở Y tế.",
        "Thủ tướng miễn nhiệm Ủy viên UBND tỉnh Hà Nam là ông Lê Văn An.",
    ],
)
def test_a_verb_or_a_person_is_no_unit_and_a_lost_office_is_not_held(text: str) -> None:
    """Nothing is read where the words after an office are no field, or the office is lost."""
    assert not list(vnmedia.find_officials(text))


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc Công ty Hòa Phát Trần Văn Long",
        "Ông Trần Văn Long, Chủ tịch Hội đồng quản trị",
        "Thủ tướng Theresa May",
        "Bộ trưởng Ngoại giao Nga Sergei Lavrov",
        "Bộ trưởng Bộ Y tế cho biết",
        "Nguyễn Văn An là nông dân.",
        "Phó Thủ tướng yêu cầu",
        "",
    ],
)
def test_other_persons_are_left_alone(text: str) -> None:
    """Private offices, foreigners, an office without a person, a person without an office."""
    assert vnmedia.find_officials(text) == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("gap", [" ", "\u00a0", " \u200b"])
def test_the_quote_runs_from_the_first_to_the_last_part(form: str, gap: str) -> None:
    """Whatever the text is made of, the mention holds person, office and body, and no more."""
    text = "Theo ông Đỗ Công Minh, Giám đốc Sở Y tế Nghệ An, ca bệnh giảm.".replace(" ", gap)
    (mention,) = officials.find(unicodedata.normalize(form, text))
    assert mention.quote == "Đỗ Công Minh, Giám đốc Sở Y tế Nghệ An".replace(" ", gap)


def test_an_article_has_its_officials_beside_the_other_kinds() -> None:
    """Officials are mentions like others, and come back from the record."""
    article = vnmedia.parse_article("Bộ trưởng Bộ Y tế Lê Văn An dự họp ngày 5/3/2020.")
    assert [m.value.name for m in article.officials] == ["Lê Văn An"]
    assert [m.value.name for m in article.agencies] == ["Bộ Y tế"]
    assert vnmedia.loads(vnmedia.dumps(article)) == article


def test_render_puts_the_office_first() -> None:
    """The canonical form is office, body, name; it reads back as the same official."""
    value = officials.parse("Lê Văn Nam, Giám đốc Sở Y tế tỉnh Hà Tĩnh")
    assert officials.render(value) == "Giám đốc Sở Y tế tỉnh Hà Tĩnh Lê Văn Nam"
    assert officials.parse(officials.render(value)) == value


def test_a_name_in_a_heading_ends_before_the_sentence() -> None:
    """Where every word has capitals, a preposition or verb ends the name."""
    text = "BỘ TRƯỞNG BỘ Y TẾ ĐÀO THỊ LAN DỰ LỄ KỶ NIỆM"
    assert [m.quote for m in vnmedia.find_officials(text)] == ["BỘ TRƯỞNG BỘ Y TẾ ĐÀO THỊ LAN"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Nguyên Bộ trưởng Bộ Y tế Lê Văn Mai dự.",
            ("Nguyên Bộ trưởng Bộ Y tế Lê Văn Mai", "Bộ trưởng", True),
        ),
        (
            "Ông Lê Văn Mai, cựu Cục trưởng Hàng không, dự.",
            ("Lê Văn Mai, cựu Cục trưởng Hàng không", "Cục trưởng", True),
        ),
        (
            "Chủ tịch UBND tỉnh Lai Châu, ông Lê Văn Mai, nói.",
            ("Chủ tịch UBND tỉnh Lai Châu, ông Lê Văn Mai", "Chủ tịch", False),
        ),
        (
            "Thứ trưởng Bộ Y tế, GS.TS Lê Văn Mai nói.",
            ("Thứ trưởng Bộ Y tế, GS.TS Lê Văn Mai", "Thứ trưởng", False),
        ),
        (
            "Bà Lê Thị Mai - Phó Bí thư Huyện ủy - kết luận.",
            ("Lê Thị Mai - Phó Bí thư Huyện ủy", "Phó Bí thư", False),
        ),
        (
            "Ông Lê Văn Mai vừa được HĐND bầu giữ chức Chủ tịch UBND huyện Mỹ Đức.",
            ("Lê Văn Mai vừa được HĐND bầu giữ chức Chủ tịch UBND huyện Mỹ Đức", "Chủ tịch", False),
        ),
        (
            "Ông Lê Văn Mai hiện là Giám đốc Sở Y tế Nghệ An.",
            ("Lê Văn Mai hiện là Giám đốc Sở Y tế Nghệ An", "Giám đốc", False),
        ),
        ("Phó chủ tịch quận 12 Võ Văn Mai nói.", ("Phó chủ tịch quận 12 Võ Văn Mai", "Phó chủ tịch", False)),
        (
            "Nội dung.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Văn Mai",
            ("CHỦ TỊCH\n(Đã ký)\nLê Văn Mai", "Chủ tịch", False),
        ),
        ("Nội dung.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Mai", ("THỨ TRƯỞNG\nLê Văn Mai", "Thứ trưởng", False)),
        (
            "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nThượng tướng Lê Văn Mai",
            ("THỨ TRƯỞNG\nThượng tướng Lê Văn Mai", "Thứ trưởng", False),
        ),
        (
            "TL. BỘ TRƯỞNG\nVỤ TRƯỞNG\n(Đã ký)\nĐại tá, TS. Lê Văn Mai\n",
            ("VỤ TRƯỞNG\n(Đã ký)\nĐại tá, TS. Lê Văn Mai", "Vụ trưởng", False),
        ),
    ],
)
def test_forms_of_person_and_office(text: str, wanted: tuple[str, str, bool]) -> None:
    """Former offices, a comma or degree before the person, clauses, places for bodies, signatures."""
    (mention,) = vnmedia.find_officials(text)
    assert (mention.quote, mention.value.office, mention.value.former) == wanted
    assert mention.value.name in ("Lê Văn Mai", "Lê Thị Mai", "Võ Văn Mai")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ông Lê Văn Mai, Tỉnh ủy viên, Giám đốc Sở Y tế Nghệ An, nguyên Chánh Văn phòng Tỉnh ủy Nghệ An.",
            [
                ("Tỉnh ủy viên", None, False),
                ("Giám đốc", "Sở Y tế Nghệ An", False),
                ("Chánh Văn phòng", "Văn phòng Tỉnh ủy Nghệ An", True),
            ],
        ),
        (
            "Lê Văn Mai, nguyên Bí thư Tỉnh ủy Nghệ An nhiệm kỳ 2015-2020, nguyên Bộ trưởng Bộ Y tế.",
            [("Bí thư", "Tỉnh ủy Nghệ An", True), ("Bộ trưởng", "Bộ Y tế", True)],
        ),
        (
            "Ông Lê Văn Mai – Bộ trưởng Bộ Y tế (vẫn giữ chức Phó Thủ tướng Chính phủ).",
            [("Bộ trưởng", "Bộ Y tế", False), ("Phó Thủ tướng", "Chính phủ", False)],
        ),
        (
            "Bí thư Tỉnh ủy Thái Bình Lê Văn Mai giữ chức Chủ tịch UBND tỉnh Hưng Yên.",
            [("Bí thư", "Tỉnh ủy Thái Bình", False), ("Chủ tịch", "Ủy ban nhân dân tỉnh Hưng Yên", False)],
        ),
        (
            "Đoàn do Tổng Bí thư, Chủ tịch nước Lê Văn Mai dẫn đầu.",
            [
                ("Tổng Bí thư", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", False),
                ("Chủ tịch nước", "Chủ tịch nước", False),
            ],
        ),
        (
            "Ông Lê Văn Mai, Bộ trưởng Bộ Y tế kiêm chức vụ Chủ nhiệm Văn phòng Quốc hội.",
            [("Bộ trưởng", "Bộ Y tế", False), ("Chủ nhiệm", "Văn phòng Quốc hội", False)],
        ),
        (
            "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Y tế Lê Văn Mai nói.",
            [("Ủy viên", "Bộ Chính trị", False), ("Bộ trưởng", "Bộ Y tế", False)],
        ),
    ],
)
def test_several_offices_of_one_person(text: str, wanted: list[tuple[str, str | None, bool]]) -> None:
    """Each has a mention of its own, with the same name."""
    found = [mention.value for mention in vnmedia.find_officials(text)]
    assert {value.name for value in found} == {"Lê Văn Mai"}
    assert [(v.office, v.agency and v.agency.name, v.former) for v in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mai chưa từng làm Chủ tịch UBND tỉnh Lai Châu.",
        "Dự kiến ông Lê Văn Mai làm Chủ tịch UBND tỉnh Lai Châu.",
        "Đại học Quốc gia Hà Nội, Chủ tịch Hội Nhà báo Việt Nam, nêu ý kiến.",
        "Ông Lê Văn Mai, Ủy viên Bộ Chính trị Đảng Cộng sản Trung Quốc, thăm.",
        "Bằng khen của Thủ tướng, bà Lê Thị Mai nhận.",
    ],
)
def test_what_is_no_office_of_theirs(text: str) -> None:
    """Denied and planned offices, places for persons, other countries' officers, another's office."""
    assert vnmedia.find_officials(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "office", "agency"),
    [
        ("Phó Cục trưởng Mai Sơn cho biết.", "Mai Sơn", "Phó Cục trưởng", None),
        ("Phó Chủ tịch UBND tỉnh, ông Mai Sơn, dự.", "Mai Sơn", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh"),
        ("Ông Mai Sơn, Giám đốc Sở Y tế Nghệ An, nói.", "Mai Sơn", "Giám đốc", "Sở Y tế Nghệ An"),
        ("Lê Văn Mai (SN 1970, Giám đốc Sở Y tế Nghệ An)", "Lê Văn Mai", "Giám đốc", "Sở Y tế Nghệ An"),
        ("Lê Văn Mai (53 tuổi, thiếu tá, Phó trưởng Công an xã)", "Lê Văn Mai", "Phó trưởng", "Công an xã"),
        ("Ông Lê Văn Mai-Giám đốc Sở Y tế Nghệ An.", "Lê Văn Mai", "Giám đốc", "Sở Y tế Nghệ An"),
        ("Ba người là: giám đốc Sở Y tế Lê Văn Mai", "Lê Văn Mai", "Giám đốc", "Sở Y tế"),
        ("Có mặt giám đốc Sở Y tế Lê Văn Mai.", "Lê Văn Mai", "Giám đốc", "Sở Y tế"),
        ("Ông Lê Văn Mai trở thành Giám đốc Sở Y tế Nghệ An.", "Lê Văn Mai", "Giám đốc", "Sở Y tế Nghệ An"),
        (
            "Phê chuẩn kết quả bầu chức danh Chủ tịch UBND tỉnh đối với ông Lê Văn Mai.",
            "Lê Văn Mai",
            "Chủ tịch",
            "Ủy ban nhân dân tỉnh",
        ),
        ("Giám đốc Bệnh viện Bạch Mai Lê Văn Mai nói.", "Lê Văn Mai", "Giám đốc", "Bệnh viện Bạch Mai"),
        (
            "TS Lê Văn Mai, Phó Giám đốc BV Nhi Trung ương, nói.",
            "Lê Văn Mai",
            "Phó Giám đốc",
            "Bệnh viện Nhi Trung ương",
        ),
        (
            "Hiệu trưởng Trường ĐH Y Hà Nội, GS Lê Văn Mai, nói.",
            "Lê Văn Mai",
            "Hiệu trưởng",
            "Trường Đại học Y Hà Nội",
        ),
        (
            "Bà Lê Thị Mai thôi giữ chức Giám đốc Sở Y tế Hà Nam để giữ chức Phó Chủ tịch UBND tỉnh Hà Nam.",
            "Lê Thị Mai",
            "Phó Chủ tịch",
            "Ủy ban nhân dân tỉnh Hà Nam",
        ),
        (
            "Bà Lê Thị Mai được cho thôi làm việc ở quê để nhận nhiệm vụ mới, giữ chức Thứ trưởng Bộ Nội vụ.",
            "Lê Thị Mai",
            "Thứ trưởng",
            "Bộ Nội vụ",
        ),
        (
            "Khi kiện toàn chức vụ Bí thư Thành ủy Hạ Long, đồng chí Lê Văn Mai, Phó Bí thư Thành ủy, dự.",
            "Lê Văn Mai",
            "Phó Bí thư",
            "Thành ủy",
        ),
        (
            "Bà Lê Thị Mai giữ chức vụ Trưởng Ban Tuyên giáo Tỉnh ủy Hà Nam.",
            "Lê Thị Mai",
            "Trưởng Ban",
            "Ban Tuyên giáo Tỉnh ủy Hà Nam",
        ),
        ("Ông Lê Văn Mai giữ chức Vụ trưởng Vụ Pháp chế.", "Lê Văn Mai", "Vụ trưởng", "Vụ Pháp chế"),
        (
            "Ông Lê Văn Mai được chỉ định tham gia Ban Chấp hành và giữ chức Bí thư Tỉnh ủy Hà Nam.",
            "Lê Văn Mai",
            "Bí thư",
            "Tỉnh ủy Hà Nam",
        ),
        (
            "Ông Lê Văn Mai được bổ nhiệm làm Trợ lý Thủ tướng Vũ Văn An.",
            "Lê Văn Mai",
            "Trợ lý Thủ tướng",
            None,
        ),
        ("Lê Văn Mai, UVT.Ư Đảng, Bí thư Tỉnh ủy, dự.", "Lê Văn Mai", "Bí thư", "Tỉnh ủy"),
        (
            "Lê Văn Mai, nguyên ủy viên TƯ Đảng, nói.",
            "Lê Văn Mai",
            "Ủy viên",
            "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
        ),
        ("Đại biểu Quốc hội Lê Văn Mai hỏi.", "Lê Văn Mai", "Đại biểu", "Quốc hội"),
        ("Đại sứ Việt Nam tại Lào Lê Văn Mai dự.", "Lê Văn Mai", "Đại sứ", "Đại sứ quán Việt Nam tại Lào"),
        ("Trợ lý Bộ trưởng Bộ Tài chính Lê Văn Mai dự.", "Lê Văn Mai", "Trợ lý Bộ trưởng", "Bộ Tài chính"),
        ("Q. Giám đốc Sở Nội vụ Lê Văn Mai ký.", "Lê Văn Mai", "Giám đốc", "Sở Nội vụ"),
        (
            "Ông Lê Văn Mai được bổ nhiệm giữ chức Phó Tổng Thanh tra Thường trực.",
            "Lê Văn Mai",
            "Phó Tổng Thanh tra Thường trực",
            "Thanh tra Chính phủ",
        ),
    ],
)
def test_forms_that_name_one_official(text: str, name: str, office: str, agency: str | None) -> None:
    """Names that places have, ages and ranks, small letters, elections, hospitals and schools."""
    (value,) = [mention.value for mention in vnmedia.find_officials(text)]
    assert (value.name, value.office, value.agency and value.agency.name) == (name, office, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Phó Chủ tịch UBND tỉnh Mai Sơn dự.",
        "Tại Mai Sơn, Chủ tịch UBND xã nói.",
        "Giám đốc Bệnh viện Đa khoa Quốc tế Thu Cúc Lê Văn Mai nói.",
        "Hiệu trưởng Trường Đại học Y khoa Phạm Ngọc Thạch cho biết.",
        "Hiệu trưởng Đại học Waseda Lê Văn Mai nói.",
        "Bộ trưởng Ngoại giao Hàn Quốc Lê Văn Mai thăm. Bộ trưởng Lê Văn Mai nói.",
        "Thủ tướng Lý Hiển Long và Tổng Bí thư Kim Jong-un gặp nhau.",
        "Miễn nhiệm chức danh Chủ tịch UBND tỉnh đối với ông Lê Văn Mai.",
        "Ông Hà Vĩ, Đại sứ Trung Quốc tại Việt Nam, dự. Đại biểu Lê Văn Mai hỏi.",
    ],
)
def test_forms_that_name_no_official(text: str) -> None:
    """Places, private and foreign institutes, other countries' officers also where they stand alone."""
    assert vnmedia.find_officials(text) == ()


@pytest.mark.parametrize("verb", sorted(words("office_words/holds")))
@pytest.mark.parametrize("joint", [" ", ", "])
def test_every_verb_of_holding_leads_to_one_more_office(verb: str, joint: str) -> None:
    """An office that a clause after another one names is the same person's."""
    text = f"Ông Lê Văn Mai, Phó Giám đốc Sở Tài chính{joint}{verb} Giám đốc Sở Y tế."
    values = [mention.value for mention in vnmedia.find_officials(text)]
    assert [(value.name, value.office) for value in values] == [
        ("Lê Văn Mai", "Phó Giám đốc"),
        ("Lê Văn Mai", "Giám đốc"),
    ]


@pytest.mark.parametrize("verb", ["được bầu giữ chức", "tái đắc cử chức danh", "được bổ nhiệm làm"])
@pytest.mark.parametrize("term", ["", " khóa XX", " khóa XX, nhiệm kỳ 2021 - 2026 - đã"])
def test_a_clause_adds_an_office_to_one_named_before(verb: str, term: str) -> None:
    """It may stand before the name or after it, with its term."""
    before = f"Bí thư Huyện ủy Lê Văn Mai {verb} Chủ tịch HĐND huyện."
    after = f"Ông Lê Văn Mai, Phó Chủ tịch HĐND huyện{term} {verb} Chủ tịch HĐND huyện."
    for text, first in ((before, "Bí thư"), (after, "Phó Chủ tịch")):
        found = vnmedia.find_officials(text)
        assert [(m.value.name, m.value.office) for m in found] == [
            ("Lê Văn Mai", first),
            ("Lê Văn Mai", "Chủ tịch"),
        ]
        assert found[1].quote == "Chủ tịch HĐND huyện"


def test_an_office_whose_body_is_not_known_hides_no_other() -> None:
    """A company's office is left out, the public one of the same person stays."""
    text = "Ông Lê Văn Mai, Chủ tịch Tập đoàn Sao Đỏ, Phó Chủ tịch UBND tỉnh Lai Châu, nói."
    (mention,) = vnmedia.find_officials(text)
    assert mention.quote == text[4:-6]
    assert mention.value.office == "Phó Chủ tịch"


def test_a_deputy_beside_the_chief_and_an_official_named_again() -> None:
    """Their body is known from the officials before them; nothing is known of another office."""
    text = (
        "Chủ tịch UBND tỉnh Lê Văn Mai cùng Phó Chủ tịch Đỗ Văn Ba dự. Phó Chủ tịch Đỗ Văn Ba nói. "
        "Chủ tịch Lê Văn Mai hỏi. Phó Chủ tịch Lê Văn Tư nghe. "
        "Phó Giám đốc Lê Văn Năm và Chủ tịch Đỗ Văn Sáu đi."
    )
    values = [mention.value for mention in vnmedia.find_officials(text)]
    assert [value.name for value in values] == [
        "Lê Văn Mai",
        "Đỗ Văn Ba",
        "Đỗ Văn Ba",
        "Lê Văn Mai",
        "Lê Văn Tư",
    ]
    assert {value.agency and value.agency.name for value in values} == {"Ủy ban nhân dân tỉnh"}


def test_of_several_bodies_none_is_a_deputys() -> None:
    """A deputy alone is of no body where the text has named two with such an office."""
    text = "Giám đốc Sở Y tế Lê Văn Mai và Giám đốc Sở Tài chính Đỗ Văn Ba họp. Phó Giám đốc Lê Văn Tư nói."
    assert [mention.value.name for mention in vnmedia.find_officials(text)] == ["Lê Văn Mai", "Đỗ Văn Ba"]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND huyện Mỹ Đức (TP Hà Nội) ông Lê Văn Mai nói.",
        "Chủ tịch UBND huyện Mỹ Đức - ông Lê Văn Mai nói.",
        "Chủ tịch UBND huyện Mỹ Đức là ông Lê Văn Mai.",
    ],
)
def test_what_stands_between_office_and_name(text: str) -> None:
    """A bracket with the place, a dash or a copula before how the person is addressed."""
    (mention,) = vnmedia.find_officials(text)
    assert (mention.value.name, mention.value.office) == ("Lê Văn Mai", "Chủ tịch")


@pytest.mark.parametrize(
    ("text", "name", "office", "agency"),
    [
        (
            "Đồng chí Lê Văn Mai Chủ tịch UBND xã, bà Vũ Lan dự.",
            "Lê Văn Mai",
            "Chủ tịch",
            "Ủy ban nhân dân xã",
        ),
        ("Ông Lê Văn Mai, phó CT UBND xã, dự.", "Lê Văn Mai", "Phó Chủ tịch", "Ủy ban nhân dân xã"),
        ("Cựu GĐ Sở Y tế Lê Văn Mai.", "Lê Văn Mai", "Giám đốc", "Sở Y tế"),
        ("Lê Văn Mai - UVBCH Đảng bộ tỉnh, Bí thư Huyện ủy, dự.", "Lê Văn Mai", "Bí thư", "Huyện ủy"),
        ("Lê Văn Mai HUV - Phó Bí thư Đảng ủy xã.", "Lê Văn Mai", "Phó Bí thư", "Đảng ủy xã"),
        ("Tại Phủ Chủ tịch, Thủ tướng Lê Văn Mai nói.", "Lê Văn Mai", "Thủ tướng", "Chính phủ"),
    ],
)
def test_short_forms_and_offices_right_after_the_name(
    text: str, name: str, office: str, agency: str | None
) -> None:
    """Short forms of offices, members of committees told in capitals, an office without a comma."""
    (value,) = [mention.value for mention in vnmedia.find_officials(text)]
    assert (value.name, value.office, value.agency and value.agency.name) == (name, office, agency)


@pytest.mark.parametrize("joint", [" - ", " – ", " kiêm "])
def test_an_office_has_the_body_of_the_one_joined_to_it(joint: str) -> None:
    """``Phó Tư lệnh kiêm Tham mưu trưởng Quân khu 7`` are both of the region."""
    text = f"Lê Văn Mai, Phó Tư lệnh{joint}Tham mưu trưởng Quân khu 7."
    values = [mention.value for mention in vnmedia.find_officials(text)]
    assert [(v.office, v.agency and v.agency.name) for v in values] == [
        ("Phó Tư lệnh", "Quân khu 7"),
        ("Tham mưu trưởng", "Quân khu 7"),
    ]


def test_who_appoints_parts_no_offices() -> None:
    """The office of who appoints stands between, and is nobody's of the sentence."""
    text = "Ông Lê Văn Mai, Bí thư Tỉnh ủy, được Thủ tướng Chính phủ bổ nhiệm giữ chức Thứ trưởng Bộ Y tế."
    values = [mention.value for mention in vnmedia.find_officials(text)]
    assert [(value.name, value.office) for value in values] == [
        ("Lê Văn Mai", "Bí thư"),
        ("Lê Văn Mai", "Thứ trưởng"),
    ]


def test_a_province_without_its_level_stands_for_its_body() -> None:
    """``Bí thư Quảng Ninh``: the committee of that province, and no word of it is the person's name."""
    day = dt.date(2020, 1, 1)
    for province in provinces().values():
        if day not in province.validity or province.name == "Hòa Bình":  # that name is a company's too
            continue
        text = f"Bí thư {province.name} Lê Văn Mai và Phó chủ tịch {province.name} Đỗ Văn Ba dự."
        found = vnmedia.find_officials(text, published=day)
        assert [m.value.name for m in found] == ["Lê Văn Mai", "Đỗ Văn Ba"], text
        party, committee = (m.value.agency and m.value.agency.id for m in found)
        assert party in (f"tinh-uy.{province.id}", f"thanh-uy.{province.id}")
        assert committee == f"ubnd.{province.id}"
    assert vnmedia.find_officials("Chủ tịch Hòa Bình Lê Văn Mai dự.") == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chủ tịch tỉnh Lê Văn Mai dự.", [("Lê Văn Mai", "Chủ tịch", "Ủy ban nhân dân tỉnh")]),
        ("Bí thư tỉnh Lê Văn Mai dự.", [("Lê Văn Mai", "Bí thư", "Tỉnh ủy")]),
        ("Chủ tịch Thái Bình Dương Lê Văn Mai dự.", []),
        ("Chủ tịch phường Võ Thị Sáu nói.", []),
        ("Chủ tịch tỉnh Hà Nam dự.", []),
        (
            "Phó Giám đốc Thường trực Sở Y tế Lê Văn Mai",
            [("Lê Văn Mai", "Phó Giám đốc Thường trực", "Sở Y tế")],
        ),
        (
            "Ông Lê Văn Mai giữ chức Phó Tổng Thanh tra Thường trực Thanh tra Chính phủ.",
            [("Lê Văn Mai", "Phó Tổng Thanh tra Thường trực", "Thanh tra Chính phủ")],
        ),
        (
            "Lê Văn Mai, Hạt trưởng Hạt Kiểm lâm Sa Pa; Trạm trưởng Trạm Y tế xã Tân Mỹ Đỗ Thị Ba.",
            [
                ("Lê Văn Mai", "Hạt trưởng", "Hạt Kiểm lâm Sa Pa"),
                ("Đỗ Thị Ba", "Trạm trưởng", "Trạm Y tế xã Tân Mỹ"),
            ],
        ),
        (
            "Ông Lê Văn Mai, Giám đốc Sở Y tế, Phó Giám đốc Sở Nội vụ Đỗ Văn Ba dự.",
            [("Đỗ Văn Ba", "Phó Giám đốc", "Sở Nội vụ")],
        ),
    ],
)
def test_levels_and_lists(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """A level alone, a name that begins like a province's, deputies of first rank, persons in a list."""
    values = [mention.value for mention in vnmedia.find_officials(text)]
    assert [(v.name, v.office, v.agency and v.agency.name) for v in values] == wanted


@pytest.mark.parametrize("attendant", sorted(words("office_words/attendants")))
@pytest.mark.parametrize("of", ["", "của "])
def test_an_attendant_holds_not_the_office(attendant: str, of: str) -> None:
    """``Trợ lý Thủ tướng Lê Văn Mai`` is no Prime Minister, unless the text named him as such."""
    text = f"{attendant.capitalize()} {of}Thủ tướng Lê Văn Mai dự."
    assert "Thủ tướng" not in [m.value.office for m in vnmedia.find_officials(text)]
    assert len(vnmedia.find_officials(f"Thủ tướng Lê Văn Mai nói. {text}")) == 2
    text = f"Ông Đỗ Văn Ba, {attendant} {of}ông Lê Văn Mai, giữ chức Chủ tịch UBND tỉnh Lai Châu."
    assert vnmedia.find_officials(text) == ()
