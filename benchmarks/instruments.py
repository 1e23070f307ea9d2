"""Citations, beside eyecite on English of the same size and citation density.

eyecite runs with its Aho-Corasick tokenizer and, where ``hyperscan`` is installed, its Hyperscan one too,
on the whole text and paragraph by paragraph; ours runs once more on ten times the text.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence

from vnmedia import instruments

from . import common
from .peers import Peer

_VIETNAMESE = (
    "Theo Nghị định số {n}/2020/NĐ-CP ngày 07/10/2020 của Chính phủ quy định xử phạt vi phạm hành "
    "chính trong hoạt động báo chí, hoạt động xuất bản, mức phạt tiền tối đa đối với tổ chức là hai "
    "trăm triệu đồng. ",
    "Các cơ quan báo chí rà soát nội dung, bảo đảm tôn chỉ, mục đích và nâng cao chất lượng thông tin"
    " phục vụ bạn đọc trong cả nước; việc thực hiện quy định của pháp luật được kiểm tra thường "
    "xuyên. ",
    "Căn cứ Quyết định số {n}/QĐ-TTg ngày 03/6/2020, các bộ, ngành và địa phương xây dựng kế hoạch "
    "triển khai. ",
    "Hội nghị nghe báo cáo kết quả công tác sáu tháng đầu năm và thảo luận các giải pháp cho thời gian tới. ",
)
_ENGLISH = (
    "The court held in Smith v. Jones, {n} U.S. 113 (1973), that the statute did not reach the "
    "conduct alleged, and that the remedy sought by the plaintiffs lay beyond the power of the "
    "district court to grant. ",
    "The agencies reviewed the content of the record, ensured that the purpose of the rule was "
    "served, and improved the quality of the notice given to the public throughout the state in the "
    "period concerned. ",
    "See also Brown v. Board, {n} F.2d 483, 495 (2d Cir. 1984), where the panel had reached the same "
    "result. ",
    "The conference heard a report on the results of the first half of the term and discussed what "
    "was to be done. ",
)
_SIZE = 60_000


def run(_texts: Sequence[str]) -> common.Table:
    """The table; the documents are made, so that both have a citation in each second sentence."""
    rows = [common.measure("vnmedia.instruments.find", instruments.find, [_text(_VIETNAMESE, _SIZE)])]
    targets = {}
    for name, load, given, runs in _peers():
        try:
            find = load()
        except (ImportError, OSError) as error:
            print(f"{name} is not here: {error}")
            continue
        rows.append(common.measure(name, find, given, runs))
        targets[name] = 10
    larger = common.measure("vnmedia, ten times the text", instruments.find, [_text(_VIETNAMESE, 10 * _SIZE)])
    return common.Table("Citations", (*rows, larger), targets)


def _text(sentences: tuple[str, ...], size: int) -> str:
    """Paragraphs of four sentences with two citations, of about *size* characters."""
    length = len("".join(sentences))
    return "\n".join("".join(sentences).format(n=number % 900 + 1) for number in range(size // length))


def _peers() -> Iterator[Peer]:
    whole = [_text(_ENGLISH, _SIZE)]
    by_paragraph = whole[0].split("\n")
    for engine, load in (("Aho-Corasick", _aho_corasick), ("Hyperscan", _hyperscan)):
        yield f"eyecite, {engine} (English)", load, whole, 1
        yield f"eyecite, {engine} (English), by paragraph", load, by_paragraph, 1


def _aho_corasick() -> Callable[[str], Sequence[object]]:
    from eyecite import get_citations

    return get_citations


def _hyperscan() -> Callable[[str], Sequence[object]]:
    import hyperscan  # noqa: F401
    from eyecite import get_citations
    from eyecite.tokenizers import HyperscanTokenizer

    tokenizer = HyperscanTokenizer(cache_dir=tempfile.mkdtemp())
    return lambda text: get_citations(text, tokenizer=tokenizer)
