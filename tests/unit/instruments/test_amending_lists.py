"""Tests of amending laws in lists."""

from __future__ import annotations

import vnmedia


def test_a_semicolon_ends_the_name_of_an_amending_law() -> None:
    """Commas join the laws that one law amends; a semicolon begins the next law of a list."""
    text = "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư; Luật Đấu thầu (sửa đổi)"
    titles = [mention.value.title for mention in vnmedia.find_instruments(text)]
    assert titles == [
        "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư",
        "Luật Đấu thầu",
    ]
