"""Importing this module reads a page, and with it what nearly every document needs.

The registries, the trees of names, the grammars and their patterns are read or made on first use, which takes
as long as some hundred documents. The process that workers are forked from imports this module, so that they
have all of that from the start, and in the same memory. The page is made up.
"""

from __future__ import annotations

import os
import signal

from ..articles import parse_article
from ..serializers import dumps

__all__ = ["PROCESS"]

_PAGE = """<html><head><title>Phú Yên báo cáo kết quả</title></head><body><article>
<h1>Phú Yên báo cáo kết quả phòng dịch</h1><p>05/06/2020 08:00 GMT+7</p>
<p>Sáng 5/6, tại TP Tuy Hòa, Bộ trưởng Bộ Y tế Nguyễn Văn An làm việc với Ủy ban nhân dân tỉnh Phú Yên. Ông
Trần Văn Bình, Phó Giám đốc Sở Y tế, cho biết trong 5 tháng đầu năm, toàn tỉnh chi 7,5 tỷ đồng, tăng 12% so
với cùng kỳ năm 2019, đạt 45% kế hoạch.</p>
<p>Theo Nghị định số 12/2020/NĐ-CP ngày 7/3/2020 của Chính phủ quy định về báo cáo và điểm a khoản 2 Điều 5
Luật Đầu tư 2014, từ ngày 1/7/2020 đến hết quý III, mỗi xã có 2-3 cán bộ; tính đến hôm qua đã có 36 xã (chiếm
40%), nhiệt độ cao nhất 39 độ C.</p>
<table><tr><th>Năm</th><th>Tỷ đồng</th></tr><tr><td>2019</td><td>7,5</td></tr></table>
</article></body></html>"""

#: The process that read the page; in those that were forked from it, it is read already.
PROCESS = os.getpid()

dumps(parse_article(_PAGE, media_type="text/html"))

if hasattr(signal, "pthread_sigmask") and signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []):
    # Interrupts were kept from this process while it began; those that came are forgotten.
    _handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    signal.signal(signal.SIGINT, _handler)
