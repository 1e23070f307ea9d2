"""Tests of what may stand on the line of a time of publishing."""

from __future__ import annotations

import pytest

import vnmedia

_BODY = (
    "Sáng nay, tỉnh họp tổng kết công tác năm, triển khai nhiệm vụ thời gian tới với các đại biểu dự đông đủ."
)


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("22:13 05-01-2024 | :533", "2024-01-05T22:13:00+07:00"),
        ("08/03/2021 20:45 GMT+7 | Giải trí", "2021-03-08T20:45:00+07:00"),
        ("19/10/2021 15:14 Số lượt xem: 373", "2021-10-19T15:14:00+07:00"),
    ],
)
def test_a_section_or_a_count_of_views_may_follow(line: str, stated: str) -> None:
    """The section and the count of views beside a time leave it the time of publishing."""
    article = vnmedia.parse_article(f"Kết quả nổi bật trong công tác năm\n\n{line}\n\n{_BODY}\n\n{_BODY}\n")
    assert article.published is not None
    assert article.published.isoformat() == stated
