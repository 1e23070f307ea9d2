"""Unit tests of values in words."""

import datetime as dt
from decimal import Decimal

import pytest

from vnmedia import Agency, Citation, Duration, Statistic, TimeExpression
from vnmedia.serializers.describe import describe

DAY = dt.date(2020, 12, 17)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (TimeExpression(start=DAY), "từ 17/12/2020", "from 2020-12-17"),
        (TimeExpression(end=DAY), "đến 17/12/2020", "until 2020-12-17"),
        (TimeExpression(time=dt.time(8, 5)), "08:05", "08:05"),
        (
            TimeExpression(start=DAY, end=DAY, hours=(dt.time(9), dt.time(11, 30))),
            "09:00 – 11:30, 17/12/2020",
            "2020-12-17, 09:00 – 11:30",
        ),
        (TimeExpression(start=dt.date(2020, 2, 1), end=dt.date(2020, 2, 29)), "2/2020", "2020-02"),
        (
            TimeExpression(start=dt.date(2020, 2, 1), end=dt.date(2020, 2, 28)),
            "01/02/2020 – 28/02/2020",
            "2020-02-01 – 2020-02-28",
        ),
        (TimeExpression(edtf="XXXX-12-17"), "17/12/…", "…-12-17"),
        (TimeExpression(edtf="XXXX-12", modifier="start"), "đầu 12/…", "start of …-12"),
        (TimeExpression(edtf="XXXX-12-17", time=dt.time(8)), "08:00, 17/12/…", "…-12-17, 08:00"),
        (TimeExpression(edtf="XXXX-XX-XX"), "chưa rõ ngày nào", "an unknown day"),
        (TimeExpression(edtf="-0299/-0200"), "-0299/-0200", "-0299/-0200"),
        (TimeExpression(every=Duration(weeks=1), times=2), "mỗi tuần, 2 lần", "every week, 2 times"),
        (TimeExpression(duration=Duration(hours=1, minutes=30)), "1 giờ 30 phút", "1 hour 30 minutes"),
        (
            TimeExpression(duration=Duration(years=2), duration_max=Duration(years=3)),
            "2 năm – 3 năm",
            "2 years – 3 years",
        ),
        (Citation(type="luật", title="Luật Báo chí", year=2016), *["Luật Báo chí (2016)"] * 2),
        (Citation(type="nghị định", number="67"), "Nghị định 67", "Nghị định 67"),
        (Citation(type="văn bản"), "Văn bản", "Văn bản"),
        (Agency(name="Bộ Y tế"), "Bộ Y tế", "Bộ Y tế"),
        (Statistic(low=Decimal(50)), "≥ 50", "≥ 50"),
        (Statistic(high=Decimal("0.5"), unit="%"), "≤ 0,5%", "≤ 0.5%"),
        (Statistic(value=Decimal(-7), unit="°C"), "-7 °C", "-7 °C"),
        (Statistic(value=Decimal(3), change="decrease"), "giảm 3", "down 3"),
    ],
)  # fmt: skip
def test_a_value_in_words(value: object, vi: str, en: str) -> None:
    """Each value is said as a reader of the language writes it."""
    assert (describe(value, "vi"), describe(value, "en")) == (vi, en)
