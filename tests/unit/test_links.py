"""What a figure is about: links to times, bodies, words and other figures."""

import csv
import datetime as dt
import sys
from decimal import Decimal

import pytest

import vnmedia
from vnmedia.mentions import find
from vnmedia.model import Context
from vnmedia.serializers.figure_files import write_statistics
from vnmedia.serializers.figures import select_rows


def links(text):
    """For each figure of *text*, its quote and the words of its links."""
    names = ("subject", "period", "agency", "source", "baseline")
    for mention in find(text, Context(published=dt.date(2022, 5, 1))):
        if mention.kind == "statistic":
            spans = {name: getattr(mention.value, name) for name in names}
            yield mention.quote, mention.value.change, {name: s.of(text) for name, s in spans.items() if s}


CASES = {
    "Năm 2021, doanh thu tăng 12,7% so với năm 2020.": [
        ("12,7%", "increase", {"subject": "doanh thu", "period": "Năm 2021", "baseline": "năm 2020"})
    ],
    "Kim ngạch giảm 8,66% so với cùng kỳ năm trước.": [
        ("8,66%", "decrease", {"subject": "Kim ngạch", "baseline": "cùng kỳ năm trước"})
    ],
    "Tỷ lệ hộ nghèo giảm từ 9,88% năm 2015 xuống còn 2,75% năm 2020.": [
        ("9,88%", None, {"subject": "Tỷ lệ hộ nghèo", "period": "năm 2015"}),
        ("2,75%", "decrease", {"subject": "Tỷ lệ hộ nghèo", "period": "năm 2020", "baseline": "9,88%"}),
    ],
    "Tỷ lệ phản hồi tăng từ 50% lên 70%.": [
        ("50%", None, {"subject": "Tỷ lệ phản hồi"}),
        ("70%", "increase", {"subject": "Tỷ lệ phản hồi", "baseline": "50%"}),
    ],
    "Thu ngân sách đạt 39,6% kế hoạch năm.": [
        ("39,6%", None, {"subject": "Thu ngân sách", "baseline": "kế hoạch năm"})
    ],
    "Sản lượng tăng gấp đôi so với kế hoạch.": [
        ("gấp đôi", "increase", {"subject": "Sản lượng", "baseline": "kế hoạch"})
    ],
    "So với năm 2019, giá thuê giảm 5%; so với cùng kỳ giảm 12%.": [
        ("5%", "decrease", {"subject": "giá thuê", "baseline": "năm 2019"}),
        ("12%", "decrease", {"subject": "giá thuê", "baseline": "cùng kỳ"}),
    ],
    "Mức này giảm so với mức 1,7% hồi tháng 3/2021.": [("1,7%", None, {"period": "tháng 3/2021"})],
    "Theo Bộ Y tế, cả nước có 5 ổ dịch và 12 ca bệnh.": [
        ("5 ổ dịch", None, {"source": "Bộ Y tế"}),
        ("12 ca bệnh", None, {"source": "Bộ Y tế"}),
    ],
    "Năm 2020, Bộ Y tế cấp 300 giấy phép.": [
        ("300 giấy phép", None, {"period": "Năm 2020", "agency": "Bộ Y tế"})
    ],
    # a measure between things and its verb is what rises, not the things
    "Có 12 dự án vốn FDI tăng 5%.": [
        ("12 dự án", None, {}),
        ("5%", "increase", {"subject": "vốn FDI"}),
    ],
    "Kiểm tra 12 dự án của Bộ Công Thương.": [("12 dự án", None, {"agency": "Bộ Công Thương"})],
    # A province whose figure it is; not one that only speaks, or where something is done.
    "Năm 2021, Hà Nội thu hút 2 tỷ USD.": [("2 tỷ USD", None, {"period": "Năm 2021", "agency": "Hà Nội"})],
    "Theo Bộ Tài chính, tỉnh Hà Nam đã giải ngân 900 tỷ đồng.": [
        ("900 tỷ đồng", None, {"agency": "tỉnh Hà Nam", "source": "Bộ Tài chính"})
    ],
    "Doanh thu du lịch của Quảng Ninh đạt 300 tỷ đồng, tăng 8%.": [
        ("300 tỷ đồng", None, {"subject": "Doanh thu du lịch của Quảng Ninh", "agency": "Quảng Ninh"}),
        ("8%", "increase", {"subject": "Doanh thu du lịch của Quảng Ninh", "agency": "Quảng Ninh"}),
    ],
    "Hà Nội cho biết có 5 ca mắc.": [("5 ca mắc", None, {})],
    "Hà Nội và Huế có 5 ca mắc.": [("5 ca mắc", None, {})],
    # Two comparisons side by side, one of them said before its figure.
    "So với tháng 12/2021, CPI tăng 2% và so với cùng kỳ tăng 3%.": [
        ("2%", "increase", {"subject": "CPI", "baseline": "tháng 12/2021"}),
        ("3%", "increase", {"subject": "CPI", "baseline": "cùng kỳ"}),
    ],
    "Tổng dư nợ đến 31/3/2022 là 900 tỷ đồng; so với 31/12/2021 tăng 45 tỷ đồng (+5,3%).": [
        ("900 tỷ đồng", None, {"subject": "Tổng dư nợ", "period": "31/3/2022"}),
        (
            "45 tỷ đồng",
            "increase",
            {"subject": "Tổng dư nợ", "period": "31/3/2022", "baseline": "31/12/2021"},
        ),
        ("5,3%", "increase", {"subject": "Tổng dư nợ", "period": "31/3/2022", "baseline": "31/12/2021"}),
    ],
    "Lạm phát năm 2022 ở mức 4%, điều chỉnh tăng 0,5 điểm phần trăm so với dự báo trong tháng 1/2022.": [
        ("4%", None, {"subject": "Lạm phát", "period": "năm 2022"}),
        (
            "0,5 điểm phần trăm",
            "increase",
            {"subject": "Lạm phát", "period": "năm 2022", "baseline": "dự báo trong tháng 1/2022"},
        ),
    ],
    "Thuế thu nhập đạt 50% dự toán, tăng 4% so cùng kỳ.": [
        ("50%", None, {"subject": "Thuế thu nhập", "baseline": "dự toán"}),
        ("4%", "increase", {"subject": "Thuế thu nhập", "baseline": "cùng kỳ"}),
    ],
    "Xuất khẩu đạt 70% so kế hoạch, tăng 5% so với cùng kỳ.": [
        ("70%", None, {"subject": "Xuất khẩu", "baseline": "kế hoạch"}),
        ("5%", "increase", {"subject": "Xuất khẩu", "baseline": "cùng kỳ"}),
    ],
    # A growth after a count has the topic of the count's clause; a bare counter names nothing.
    "Năm 2021, khách quốc tế đến tỉnh đạt 40 nghìn lượt người, tăng 8%.": [
        ("40 nghìn lượt người", None, {"period": "Năm 2021"}),
        ("8%", "increase", {"subject": "khách quốc tế đến tỉnh", "period": "Năm 2021"}),
    ],
    "Có 5 tỉnh đứng đầu là Hòa Bình (87%), Thanh Hóa (56%).": [
        ("5 tỉnh", None, {}),
        ("87%", None, {}),
        ("56%", None, {"subject": "Thanh Hóa"}),
    ],
}

#: The period of each figure: of its own, of its sentence, or of a frame that goes on.
PERIODS = {
    "Trong quý I/2022, doanh thu đạt 120 tỷ đồng. Lợi nhuận đạt 15 tỷ đồng.": ["quý I/2022", "quý I/2022"],
    "Doanh thu năm 2021 đạt 120 tỷ đồng, tăng 5%. Lợi nhuận đạt 15 tỷ đồng.": ["năm 2021"] * 3,
    "Năm 2021, thu 5 tỷ đồng.\n- Xã A: 3 tỷ đồng;\n- Xã B: 2 tỷ đồng.": ["Năm 2021"] * 3,
    "Năm 2021, thu 5 tỷ đồng.\nXã có 3 trường học.": ["Năm 2021", None],
    "Năm 2021, thu 5 tỷ đồng. Mới đây, xã nhận 3 xe.": ["Năm 2021", None],
    "Năm 2021, thu 5 tỷ đồng. Dự kiến xã sẽ xây 3 cầu.": ["Năm 2021", None],
    "Năm 2021, thu 5 tỷ đồng; năm 2022, thu 6 tỷ đồng.": ["Năm 2021", "năm 2022"],
    "Kinh tế tháng 3/2022\nXuất khẩu đạt 5 tỷ USD.\nNhập khẩu đạt 4 tỷ USD.": ["tháng 3/2022"] * 2,
    "Ngày 24/5/2021, tòa xét xử một bị cáo 35 tuổi.": [None],
    "Ngày 29/4/2022, Sở Y tế cho biết có 300 ca mắc.": [None],
    "Tính đến ngày 15/3/2022, tỉnh có 300 ca mắc, tăng 5% so với tháng trước.": ["ngày 15/3/2022"] * 2,
    "Thu quý I/2022 đạt 5 tỷ đồng; chi 4 tỷ đồng.": ["quý I/2022"] * 2,
    "Khách đạt 300 nghìn lượt người trong tháng 3/2022, tăng 49% so với tháng 2.": ["tháng 3/2022"] * 2,
    "(BXD) - Từ ngày 1/2/2021 đến ngày 3/4/2022, sở kiểm tra 4 vụ.": ["Từ ngày 1/2/2021 đến ngày 3/4/2022"],
    "Theo đề án giai đoạn 2016-2020, hiện cả nước có 45 xã.": [None],
    "GRDP theo giá so sánh năm 2010 tăng 5%.": [None],
    "Đến hết tháng 4/2022, dịch đã lắng; thu 4 tháng đạt 5 tỷ đồng.": ["4 tháng"],
    "Đến đầu tháng 4/2022, dịch lắng; thu quý I/2022 đạt 5 tỷ đồng; chi 4 tỷ đồng.": ["quý I/2022"] * 2,
    "Năm 2020 thu 5 tỷ đồng. Đặc biệt năm 2021, thu 6 tỷ đồng.": ["Năm 2020", "năm 2021"],
    "Do giá điện tăng từ ngày 20/3 nên giá nước tăng 5%.": [None],
    "Giá dầu từ 66 USD/thùng hồi tháng 1/2022 lên 90 USD/thùng vào tháng 3/2022.": [
        "tháng 1/2022", "tháng 3/2022",
    ],
    "Năm 2021, thu 5 tỷ đồng. Năm năm qua, xã có thêm 3 trường.": ["Năm 2021", None],
    "Phấn đấu đến năm 2025 đạt 90%.": ["năm 2025"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PERIODS.items())
def test_periods(text, wanted) -> None:
    """A time holds for its figure, its sentence, or on to the next; an event, a plan, an age take none."""
    assert [found.get("period") for _, _, found in links(text)] == wanted


#: Whose a figure is, who gives it, and what it is compared with.
SAID = {
    "Số thu đạt 60% kế hoạch (theo báo cáo của Sở Tài chính). Tỉnh thu hút 120 triệu USD.": [
        {"source": "Sở Tài chính", "baseline": "kế hoạch"}, {},
    ],
    "Sở Y tế kiến nghị bổ sung 30 bác sĩ.": [{}],
    "Thu ngân sách bằng 117% dự toán Trung ương giao.": [{"baseline": "dự toán Trung ương giao"}],
    "Chuyển nguồn 620 tỷ đồng dự toán chi thường xuyên.": [{}],
    "Số vụ cháy tăng 12% và số người chết tăng 3 người so với năm 2021.": [
        {"baseline": "năm 2021"}, {"baseline": "năm 2021"},
    ],
    "Giá tăng 0,3% so tháng trước và tăng 2% so cùng kỳ năm trước.": [
        {"baseline": "tháng trước"}, {"baseline": "cùng kỳ năm trước"},
    ],
    "Lãi đạt 8 tỷ đồng, gấp 4 lần so với mức 2 tỷ đồng cùng kỳ.": [{}, {"baseline": "2 tỷ đồng"}, {}],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_who_says_it_and_against_what(text, wanted) -> None:
    """A source in brackets is of one figure; a wish is no source; a baseline is shared and whole."""
    names = ("agency", "source", "baseline")
    found = [{name: words[name] for name in names if name in words} for _, _, words in links(text)]
    assert found == wanted


ROLES = {
    "GRDP đạt 70 nghìn tỷ đồng, tăng 8%, chiếm 5% cả nước.": ["level", "difference", "share"],
    "Tỷ lệ giảm từ 9% xuống còn 3%.": ["level", "level"],
    "Giá tăng gấp 3 lần năm 2021.": ["ratio"],
    "Phấn đấu tỷ lệ đạt 90%.": ["target"],
    "Thu ngân sách đạt 60% dự toán.": ["ratio"],
}


@pytest.mark.parametrize(("text", "wanted"), ROLES.items())
def test_roles(text, wanted) -> None:
    """A level, a difference, a ratio, a share and a target are told apart."""
    assert [mention.value.role for mention in vnmedia.find_statistics(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_links(text, wanted) -> None:
    """What the sentence says plainly is linked, the rest is left out."""
    assert list(links(text)) == wanted


def test_links_are_other_mentions_spans() -> None:
    """A linked time or body is exactly a mention of the text, also where the text holds what nobody sees."""
    text = "\ufeffTheo Bộ Y\u200b tế, năm 2020 số ca  tăng 5% so với năm 2019.\r\n"
    found = find(text)
    (figure,) = [m.value for m in found if m.kind == "statistic"]
    spans = {m.span: m.quote for m in found}
    assert (spans[figure.period], spans[figure.baseline]) == ("năm 2020", "năm 2019")
    assert spans[figure.source] == "Bộ Y\u200b tế"


def test_the_table_has_the_same_columns_in_every_row() -> None:
    """Rows are tidy: numbers as Decimal, days as dates, nothing missing."""
    article = vnmedia.parse_article(
        "Năm 2021, doanh thu tăng 12,7% so với năm 2020.\n\nCó 63/63 Sở.", id="a1"
    )
    first, second = vnmedia.statistics_table([article, article])[:2]
    assert first.keys() == second.keys()
    assert (first["period_start"], first["period_end"]) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert (first["baseline_start"], second["of"], second["period"]) == (dt.date(2020, 1, 1), 63, None)
    assert article.text[second["start"] : second["end"]] == second["quote"] == "63/63 Sở"


def test_the_table_goes_into_data_frames() -> None:
    """pandas, Polars and Arrow take the rows as they are."""
    pa, pd, pl = (pytest.importorskip(name) for name in ("pyarrow", "pandas", "polars"))
    rows = vnmedia.statistics_table([vnmedia.parse_article("Năm 2021 có 5 xã, tăng 12,75%.", id="a")])
    assert pa.Table.from_pylist(rows).num_rows == len(pd.DataFrame(rows)) == 2
    assert pl.DataFrame(rows)["unit"].to_list() == ["xã", "%"]


def test_rows_are_chosen_by_subject_unit_and_period() -> None:
    """A filter keeps the rows that fit all of it; a period that is none is an error."""
    text = "Năm 2021, giá thép tăng 5%. Quý I/2022, giá than đạt 3 triệu đồng/tấn. Có 7 xã."
    rows = vnmedia.statistics_table([vnmedia.parse_article(text, id="a")])

    def chosen(**wanted):
        return [row["quote"] for row in select_rows(rows, **wanted)]

    assert chosen(subject="GIÁ") == ["5%", "3 triệu đồng/tấn"]
    assert chosen(subject="xã") == ["7 xã"]
    assert chosen(unit="vnd") == ["3 triệu đồng/tấn"]
    assert chosen(period="2022-Q1") == chosen(period="2022-02-10") == chosen(period="2022-03/2023")
    assert chosen(period="2021") == ["5%"]
    for wrong in ("2022-13", "mai", "2021/", "2022-02-30"):
        with pytest.raises(ValueError, match="period"):
            chosen(period=wrong if wrong != "2021/" else "/2021")


def test_the_table_in_files(tmp_path) -> None:
    """CSV, Parquet, Excel and a page hold the same rows; text of a document stays text in all of them."""
    text = "=1+1 & <b>: năm 2021, giá thép tăng 5,25%.\nCó 7 xã."
    rows = vnmedia.statistics_table([vnmedia.parse_article(text, id="=a")])
    write_statistics(rows, tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as lines:
        first = next(csv.DictReader(lines))
    assert (first["article"], first["value"], first["period_start"]) == ("'=a", "5.25", "2021-01-01")
    write_statistics(rows, tmp_path / "t.html")
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "<b>" not in page
    assert page.count("<tr>") == len(rows) + 1
    pq = pytest.importorskip("pyarrow.parquet")
    write_statistics(rows, tmp_path / "t.parquet")
    assert pq.read_table(tmp_path / "t.parquet").to_pylist()[0]["value"] == Decimal("5.25")
    pytest.importorskip("xlsxwriter")
    write_statistics(rows, tmp_path / "t.xlsx")
    assert (tmp_path / "t.xlsx").stat().st_size > 1000
    with pytest.raises(ValueError, match="ends in none"):
        write_statistics(rows, tmp_path / "t.ods")


def test_the_work_in_one_long_sentence_grows_with_its_length() -> None:
    """Linking looks only near a figure: counted in calls, twice the text takes about twice the work."""

    def calls(text):
        count = 0

        def profile(_frame, event, _arg):
            nonlocal count
            count += event == "call"

        sys.setprofile(profile)
        try:
            find(text)
        finally:
            sys.setprofile(None)
        return count

    find("khởi động 5 người")
    piece = "theo Bộ Y tế năm 2020 có 5 người tăng 5% so với năm 2019 "
    once, twice = calls(piece * 60), calls(piece * 120)
    assert twice <= 2.2 * once
