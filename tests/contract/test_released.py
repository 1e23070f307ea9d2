"""What reads a text goes with it: nothing holds it until the garbage collector comes by.

A text that stays takes the place of the next one in the processor's cache, and the memory of a worker grows
with the number of texts between two collections.
"""

import gc
from collections.abc import Callable

import pytest

import vnmedia

TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\n\nSố: 12/QĐ-UBND\n\n"
    "Ngày 2/3/2020, Phó Chủ tịch UBND tỉnh Hà Nam Nguyễn Văn An ký Quyết định số 12/QĐ-UBND. Theo Sở Y tế "
    "(SYT), Vụ Pháp chế (Bộ Y tế) và Công an xã Đồng Tâm, huyện Mỹ Đức, năm 2019 chi 7,5 tỷ đồng, tăng 5% "
    "so với năm 2018. SYT cho biết hôm qua, ngày 1/3/2020, có 15 xe."
)


@pytest.mark.parametrize(
    "read",
    [
        vnmedia.find_agencies,
        vnmedia.find_dates,
        vnmedia.find_instruments,
        vnmedia.find_officials,
        vnmedia.find_statistics,
        vnmedia.parse_article,
    ],
)
def test_no_reader_outlives_its_text(read: Callable[[str], object]) -> None:
    """After a text is read, no reader, view or mention is left for the garbage collector."""
    read(TEXT)  # what the first call builds stays for all texts
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        read(TEXT)
        gc.collect()
        left = {f"{type(each).__module__}.{type(each).__name__}" for each in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert not [name for name in left if name.startswith("vnmedia.")]
