"""Work grows with the text alone: counted in the interpreter's steps, never timed."""

import sys

import pytest
from texts import PIECES

from vnmedia.mentions import KINDS
from vnmedia.model import Context

HOSTILE = (
    *PIECES,
    "và Điều 5 ",
    "((((",
    "Nghị định số ",
    "ngày ngày ",
    "từ năm 2019 đến ",
    "1.",
    "1 ",
    "12/",
    "hai mươi ",
    "Bộ ",
    "các Sở: ",
    "UBND các tỉnh ",
    "khoản 1, 2, ",
    "số 1, 2, ",
    "tăng 5% so với ",
    "10/",
    "10/10/",
    "ngày 1, ",
    "các ngày 1, 2 và ",
    "năm 2019, ",
    "2019-",
    "1 năm 2 ",
    "12 tháng ",
    "thứ Hai, ",
    "vụ đông xuân ",
    "Ngày thành lập ",
    "mồng ba Tết ",
    "*a* ",
    "Luật sửa đổi Luật A, Luật B, ",
    "được Luật A thay thế ",
    "Công văn số 1/BTC gửi bộ ",
    "Nghị định 1/2020/NĐ-CP về lĩnh vực a; b",
    "theo Luật A, b là ",
    "kéo dài hiệu lực Luật A từ ngày 1/2/2020 đến ",
    "a",
    " ",
    "\n",
)


def steps(kind: str, text: str) -> int:
    """How many lines of Python run while *kind* reads *text*."""
    count = 0

    def trace(_frame: object, event: str, _arg: object):
        nonlocal count
        if event in ("line", "call"):
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        KINDS[kind].find(text, Context())
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_about_twice_the_steps(kind: str) -> None:
    """For every opening of a rule, repeated: doubling the text doubles the steps, give or take a tenth."""
    KINDS[kind].find("khởi động", Context())  # tables are built on first use
    for piece in HOSTILE:
        once, twice = (steps(kind, (piece + " ") * count) for count in (60, 120))
        assert twice <= 2.2 * once + 400, (piece, once, twice)
