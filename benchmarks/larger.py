"""Whether official papers, pages and records of ten times the size take no more than ten times as long."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import vnmedia

from . import common

PAGE = Path(__file__).parents[1] / "tests" / "pages" / "vnexpress.html"
ARTICLE = (
    "Điều {0}. Trách nhiệm của Bộ Y tế\n1. Trước ngày 31/12/2020, Bộ Y tế chi {0} tỷ đồng theo Luật số "
    "58/2014/QH13.\n2. Ủy ban nhân dân tỉnh Phú Yên báo cáo:\na) Kết quả năm 2019;\nb) Kế hoạch năm 2021.\n"
)
HEAD = (
    "CHÍNH PHỦ\n-------\nSố: 119/2020/NĐ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n---------------\nHà Nội, ngày 07 tháng 10 năm 2020\n"
    "NGHỊ ĐỊNH\nQuy định về báo cáo\n"
)
LEAST, TIMES, RUNS = 40, (1, 3, 10), 3


def paper(size: int) -> str:
    """A decree with *size* articles."""
    return HEAD + "".join(ARTICLE.format(number) for number in range(1, size + 1))


def page(size: int) -> str:
    """A news page with paragraphs, links and pictures in proportion to *size*."""
    markup = PAGE.read_text(encoding="utf-8")
    part = (
        "<p class='Normal'>Ngày {0}/3/2020, <b>Bộ Y tế</b> họp với các địa phương về công tác phòng dịch, "
        "theo <a href='/bai-{0}.html'>báo cáo</a> của Ủy ban nhân dân tỉnh Phú Yên.</p>"
        "<figure><img src='/{0}.jpg'><figcaption>Buổi họp. Ảnh: Lan Anh</figcaption></figure>"
    )
    inside = "".join(part.format(number % 28 + 1) for number in range(size))
    at = markup.rindex("</article>")
    return markup[:at] + inside + markup[at:]


def _record(size: int) -> str:
    return vnmedia.dumps(vnmedia.parse_article(paper(size)))


WORK: dict[str, tuple[Callable[[int], str], Callable[[str], object]]] = {
    "an official paper": (paper, vnmedia.parse_instrument_document),
    "a page": (page, vnmedia.parse_article),
    "a record, read and written": (_record, lambda text: vnmedia.dumps(vnmedia.loads(text))),
}


def run(texts: Sequence[str]) -> common.Sheet:
    """Each at three sizes; what counts is the time for each megabyte, compared with the first size."""
    del texts
    rows = []
    for name, (make, work) in WORK.items():
        sources = [make(LEAST * times) for times in TIMES]
        least = [float("inf")] * len(sources)
        for _ in range(RUNS):
            for place, source in enumerate(sources):
                began = time.process_time()
                work(source)
                least[place] = min(least[place], time.process_time() - began)
        costs = [took / common.size_of([source]) for took, source in zip(least, sources, strict=True)]
        sizes = " / ".join(f"{1000 * common.size_of([source]):.0f}" for source in sources)
        rows.append((name, sizes, " / ".join(f"{cost / costs[0]:.2f}" for cost in costs)))
    return common.Sheet("Ten times the size", ("", "kB", "time for each kB, beside the first"), tuple(rows))
