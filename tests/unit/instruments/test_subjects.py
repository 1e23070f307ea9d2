"""Unit tests of where the subject of a cited document begins and ends."""

import pytest

from vnmedia import find_instruments


def subject(text: str) -> str | None:
    """The subject of the first citation in *text*."""
    value = find_instruments(text)[0].value
    return value.title if value.title_span is not None else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chỉ thị 14/CT-TTg của Thủ tướng về chợ đêm, Thủ tướng giao Bộ Công Thương.", "về chợ đêm"),
        (
            "Thông báo số 3/TB-VPCP về kết luận tại hội nghị 15 tỉnh, thành phố ven sông được ban hành.",
            "về kết luận tại hội nghị 15 tỉnh, thành phố ven sông",
        ),
        ("Kế hoạch số 4-KH/TU, Hướng dẫn số 31-HD/BTCTW.", None),
        # The issuer that the number implies stands behind the subject.
        ("Thông tư số 5/2016/TT-BTC về lệ phí đò của Bộ trưởng Bộ Tài chính, các sở thu.", "về lệ phí đò"),
        ("Căn cứ Thông tư số 5/2016/TT-BTC về lệ phí đò của Bộ trưởng Bộ Tài chính;", "về lệ phí đò"),
        (
            "Căn cứ Nghị định số 9/2017/NĐ-CP ngày 9/2/2017 quy định chi tiết một số điều của Luật Báo chí "
            "của Chính phủ;",
            "quy định chi tiết một số điều của Luật Báo chí",
        ),
        (
            "Thông tư số 5/2016/TT-BTC về thẩm quyền của Bộ trưởng Bộ Tài chính.",
            "về thẩm quyền của Bộ trưởng Bộ Tài chính",
        ),
        ("Thông tư số 5/2016/TT-BTC về thi đua của Bộ trưởng Bộ Y tế.", "về thi đua của Bộ trưởng Bộ Y tế"),
        (
            "Nghị định số 39/2022/NĐ-CP về Quy chế làm việc của Chính phủ.",
            "về Quy chế làm việc của Chính phủ",
        ),
        # The same body after the comma is the subject of the clause, not the next of a list.
        (
            "Theo Quyết định số 7/QĐ-BTP ngày 5/1/2024 về việc của Cục Con nuôi, Cục Con nuôi có dấu.",
            "về việc của Cục Con nuôi",
        ),
        ("Quyết định 52/QĐ-TTg về giống cây nên nông dân yên tâm.", "về giống cây"),
        (
            "Sắc lệnh số 1-SL ngày 18-12-46 về bến đò và Thông lệnh Liên bộ số 6-NV/CT ngày 28-12-46.",
            "về bến đò",
        ),
        (
            "Theo Công văn số 4/TCT-CS ngày 5/1/2024 của Tổng cục Thuế về lệ phí đò thì: thu như cũ.",
            "về lệ phí đò",
        ),
        (
            "Căn cứ Thông tư liên tịch số 2/2010/TTLT-BYT-BTC của Liên Bộ: Y tế - Tài chính Hướng dẫn phí;",
            "Hướng dẫn phí",
        ),
        # After a colon only in an item of a list.
        ("- Nghị định số 7/2023/NĐ-CP ngày 1/2/2023: Quy định về bến thủy.", "Quy định về bến thủy"),
        ("1. Nghị định 7/2023/NĐ-CP: Sửa đổi Nghị định 5/2019/NĐ-CP;", "Sửa đổi Nghị định 5/2019/NĐ-CP"),
        ("- Nghị định 7/2023/NĐ-CP: Quy định mới về bến thủy.", None),
        ("Nghị định 7/2023/NĐ-CP: Quy định về bến thủy.", None),
        ("Nghị định 7/2023/NĐ-CP về bến thủy đã tháo gỡ nhiều vướng mắc.", "về bến thủy"),
        ("Nghị quyết 12/NQ-CP về giảm phí mới được Thủ tướng ký hôm 9/4/2024.", "về giảm phí"),
        ("Nghị định 7/2023/NĐ-CP về bến thủy có hiệu lực từ 1/6.", "về bến thủy"),
        ("Nghị định 7/2023/NĐ-CP về bến thủy và Thông tư 8/2023/TT-BGTVT.", "về bến thủy"),
        (
            "Thực hiện Quyết định số 3/QĐ-TTg ngày 1/2/2023 phê duyệt Đề án chợ đêm;",
            "phê duyệt Đề án chợ đêm",
        ),
        (
            "Căn cứ Nghị định số 7/2023/NĐ-CP ngày 1/2/2023 của Chính phủ sửa đổi, bổ sung một số điều "
            "của Nghị "
            "định số 5/2019/NĐ-CP quy định về bến đã được cấp phép nhằm giảm thủ tục;",
            "sửa đổi, bổ sung một số điều của Nghị định số 5/2019/NĐ-CP quy định về bến đã được cấp "
            "phép nhằm "
            "giảm thủ tục",
        ),
        (
            "Căn cứ Nghị định số 7/2023/NĐ-CP ngày 1/2/2023 của Chính phủ quy định chi tiết Luật Thủy "
            "lợi được "
            "sửa đổi, bổ sung bởi Nghị định số 9/2024/NĐ-CP;",
            "quy định chi tiết Luật Thủy lợi",
        ),
        ("Chỉ thị số 8/CT-TTg “về tăng cường quản lý chợ” nêu rõ", "“về tăng cường quản lý chợ”"),
        (
            "Nghị định số 7/2023/NĐ-CP ngày 1/2/2023 về xử phạt trong lĩnh vực bến bãi; chợ đêm; đò ngang, "
            "đò dọc đã giúp dân.",
            "về xử phạt trong lĩnh vực bến bãi; chợ đêm; đò ngang, đò dọc",
        ),
        ("Chỉ thị 8/CT-TTg về quản lý chợ; căn cứ Luật Chợ.", "về quản lý chợ"),
        (
            "Bộ ban hành Thông tư 8/2024/TT-BXD quy định về sân, thay thế Thông tư 7/2012/TT-BXD.",
            "quy định về sân",
        ),
        (
            "Thông tư 8/2024/TT-BXD hướng dẫn Luật Nhà ở về sân thay thế Thông tư 7/2012/TT-BXD.",
            "hướng dẫn Luật Nhà ở về sân",
        ),
        (
            "Nghị định 7/2025/NĐ-CP sửa đổi Nghị định 5/2019/NĐ-CP về bến chính thức có hiệu lực.",
            "sửa đổi Nghị định 5/2019/NĐ-CP về bến",
        ),
        ("Nghị định 7/2025/NĐ-CP sửa đổi Nghị định 5/2019/NĐ-CP, có hiệu lực từ 1/6.", None),
        (
            "Nghị định 7/2021/NĐ-CP về trợ giúp hợp tác song phương và đa phương đã có.",
            "về trợ giúp hợp tác song phương và đa phương",
        ),
        ("Theo Nghị định 7/2024/NĐ-CP quy định, người vi phạm sẽ bị phạt.", None),
        (
            "Theo Nghị định 7/2024/NĐ-CP quy định mức phạt về bến, mức cao nhất là 2 triệu đồng.",
            "quy định mức phạt về bến",
        ),
        (
            "Công văn số 12/BTC-QLG gửi UBND các tỉnh về quản lý giá, Bộ Tài chính đề nghị rà soát.",
            "về quản lý giá",
        ),
        ("Bộ có Công văn số 12/BTC-QLG gửi báo cáo về Bộ Tài chính.", None),
        ("Nghị quyết 6-NQ/TW về kinh tế tư nhân xác định kinh tế tư nhân là động lực.", "về kinh tế tư nhân"),
        ("Nghị quyết số 19/2025/QH15 về cơ chế đặc biệt cho phép bỏ thuế khoán.", "về cơ chế đặc biệt"),
        ("Quyết định 5/QĐ-TTg về việc cho phép xác định giá đất.", "về việc cho phép xác định giá đất"),
        ("Kết luận số 12-KL/TW về chợ đêm yêu cầu các cấp ủy chỉ đạo.", "về chợ đêm"),
        (
            "HĐND tỉnh thông qua Nghị quyết 3/2025/NQ-HĐND quy định học phí và giao UBND tỉnh thực hiện.",
            "quy định học phí",
        ),
        ("Hội nghị về Nghị quyết số 72-NQ/TW về chợ đêm diễn ra vào sáng 16/9.", "về chợ đêm"),
        (
            "Căn cứ Nghị định số 7/2023/NĐ-CP ngày 1/2/2023 của Chính phủ quy định chi tiết Luật Thủy lợi, "
            "UBND tỉnh ban hành Quyết định số 5/2024/QĐ-UBND.",
            "quy định chi tiết Luật Thủy lợi",
        ),
        ("Nghị định 147/2024/NĐ-CP thay thế Nghị định 72/2013/NĐ-CP.", None),
        ("Nghị định 7/2023/NĐ-CP quy định mức phạt cao hơn.", None),
        ("Bộ ban hành Nghị định 7/2023/NĐ-CP về chợ đêm, như sau:", "về chợ đêm"),
        ("khoản 2 Điều 5 Nghị định số 7/2023/NĐ-CP ngày 1/2/2023 quy định mức phạt.", None),
    ],
)
def test_a_subject_ends_where_the_predicate_begins(text: str, wanted: str | None) -> None:
    """In a sentence at its predicate or next clause, in a ground at its mark; a predicate is no subject."""
    assert subject(text) == wanted


@pytest.mark.parametrize(
    "opening", ["Theo", "theo", "Tại", "Căn cứ", "Thực hiện", "Với", "Theo quy định tại"]
)
@pytest.mark.parametrize("topic", ["về chợ đêm", "về bến, bãi", "phê duyệt Đề án bến, bãi bị hỏng, đò ngang"])
@pytest.mark.parametrize(
    "clause",
    [
        "cả nước còn 34 bến",
        "mức phạt là 18 triệu đồng",
        "hộ kinh doanh phải kê khai",
        "tỉnh có 12 bến",
        "giáo viên không dạy thêm",
        "người cao tuổi được hưởng trợ cấp",
        "doanh nghiệp sẽ bớt khó",
        "nhiều xã đã xây bến",
    ],
)
def test_a_subject_ends_before_the_main_clause(opening: str, topic: str, clause: str) -> None:
    """The comma that ends what opens the sentence is told from those within the subject."""
    text = f"{opening} Nghị quyết số 7/2025/QH15 ngày 1/2/2025 {topic}, {clause}, và nhiều nơi nữa."
    assert subject(text) == topic
    # As the object of a sentence it goes on, whatever verb stands in it.
    assert (
        subject(f"Quốc hội ban hành Nghị quyết số 7/2025/QH15 {topic}, vật không giấy.")
        == f"{topic}, vật không giấy"
    )


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thông tư số 5/2016/TT-BTC về lệ phí đò của Bộ trưởng Bộ Tài chính.", "Bộ trưởng Bộ Tài chính"),
        (
            "Quyết định số 54/2008/QĐ-UBND về bến đò do Ủy ban nhân dân tỉnh Hà Nam ban hành hết hiệu lực.",
            "Ủy ban nhân dân tỉnh Hà Nam",
        ),
        ("Quyết định số 54/2008/QĐ-UBND về bến đò do Ủy ban nhân dân tỉnh Hà Nam xây.", None),
        ("Cục Quản lý Dược - Bộ Y tế có công văn số 51/QLD-CL về thuốc.", "Cục Quản lý Dược"),
        ("Cục Quản lý Dược, Bộ Y tế ban hành Quyết định số 5/QĐ-BYT về thuốc.", "Bộ Y tế"),
    ],
)
def test_the_issuer_behind_the_subject(text: str, issuer: str | None) -> None:
    """Named by office, or by the clause that tells who issued the document, or as a unit of a ministry."""
    value = find_instruments(text)[0].value
    assert (value.issuer.name if value.issuer is not None else None) == issuer
    assert value.issuer is None or find_instruments(text)[0].inferred["issuer"] == "sentence"
