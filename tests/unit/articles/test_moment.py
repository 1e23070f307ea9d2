"""Unit tests of times of publishing, as pages print and state them."""

import pytest

from vnmedia.articles._moment import first_moment, machine_moment

VISIBLE = {
    "Thứ bảy, 12/8/2023, 08:00 (GMT+7)": "2023-08-12T08:00:00+07:00",
    "Thứ Bảy, 07/03/2026 - 08:52": "2026-03-07T08:52:00+07:00",
    "Chủ nhật, 2/2/2025 05:01 (GMT+7)": "2025-02-02T05:01:00+07:00",
    "07/03/2026 08:52 (GMT+07:00)": "2026-03-07T08:52:00+07:00",
    "08:12 21/01/2022": "2022-01-21T08:12:00+07:00",
    "07:12 ngày 24/03/2024": "2024-03-24T07:12:00+07:00",
    "21/12/2012 - 08:04": "2012-12-21T08:04:00+07:00",
    "Friday, 29/06/2018 22:40": "2018-06-29T22:40:00+07:00",
    "Thứ 2, Ngày 23.03.2015": "2015-03-23",
    "07-03-2026 - 00:01 AM": "2026-03-07T00:01:00+07:00",
    "20/01/2022 01:39 PM": "2022-01-20T13:39:00+07:00",
    "15:20 PM | 21/12/2012": "2012-12-21T15:20:00+07:00",
    "12:30 AM 21/12/2012": "2012-12-21T00:30:00+07:00",
    "Cập nhật thứ hai, ngày 24/12/12 11:05 tối": "2012-12-24T23:05:00+07:00",
    "30/11/12 04:00 chiều": "2012-11-30T16:00:00+07:00",
    "12/08/2023 08:00 CH": "2023-08-12T20:00:00+07:00",
    "16h30, 5/6/2017": "2017-06-05T16:30:00+07:00",
    "Hà Nội, ngày 06 tháng 4 năm 2011": "2011-04-06",
}
MACHINE = {
    "2026-03-07T08:52:11.000 +07:00": "2026-03-07T08:52:11+07:00",
    "2012-12-23T14:02+07:00": "2012-12-23T14:02:00+07:00",
    "2015-03-23 08:06 +07:00": "2015-03-23T08:06:00+07:00",
    "2018-07-19 15:18": "2018-07-19T15:18:00+07:00",
    "2025-05-01T09:51:00+0700": "2025-05-01T09:51:00+07:00",
    "2026-03-01T02:51:00Z": "2026-03-01T02:51:00+00:00",
    "2023-09-13T16:41:53.1234567": "2023-09-13T16:41:53+07:00",
    "2020-01-31": "2020-01-31",
    "1772846400": "2026-03-07T08:20:00+07:00",
    "3/24/2024 7:12:35 AM": "2024-03-24T07:12:35+07:00",
    "3/24/2024 12:12:35 AM": "2024-03-24T00:12:35+07:00",
}


@pytest.mark.parametrize(("line", "iso"), VISIBLE.items())
def test_visible_times(line: str, iso: str) -> None:
    """Day first, noise of AM and PM left aside, Vietnam's offset."""
    found = first_moment(line)
    assert found is not None
    assert found[0].isoformat() == iso


@pytest.mark.parametrize(("text", "iso"), MACHINE.items())
def test_machine_times(text: str, iso: str) -> None:
    """ISO and its variants, .NET's month first, Unix seconds."""
    moment = machine_moment(text)
    assert moment is not None
    assert moment.isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "hôm nay", "31/2/2020", "32/12/2020", "135/2020/NĐ-CP", "25:61 hôm qua", "1.1.1"]
)
def test_what_states_no_day_gives_none(text: str) -> None:
    """No day is made up."""
    assert first_moment(text) is None
