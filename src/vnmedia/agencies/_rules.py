"""The forms that the name of a body takes.

No pattern describes them: a name ends where the registry says, or where its capitals do. So all rules use the
same reader, and each has the readings of one form.
"""

from __future__ import annotations

from collections.abc import Callable

from ..grammar import Rule
from ..text import TextView
from ._lexicon import lexicon
from ._name import BodyName
from ._reader import NameReader

__all__ = ["RULES"]


def _reads(form: str) -> Callable[[TextView, int], tuple[int, BodyName] | None]:
    def read(view: TextView, start: int) -> tuple[int, BodyName] | None:
        reading = NameReader(view, lexicon()).read(start)
        return (reading.end, reading) if reading is not None and reading.form == form else None

    return read


def _rule(form: str, examples: tuple[str, ...], counterexamples: tuple[str, ...]) -> Rule[BodyName]:
    return Rule(name=form, read=_reads(form), examples=examples, counterexamples=counterexamples)


RULES: tuple[Rule[BodyName], ...] = (
    _rule(
        "cơ quan trong danh mục",
        (
            "Bộ Thông tin và Truyền thông",
            "Bộ TT-TT",
            "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
            "Bộ NN & PT nông thôn",
            "Cục PTTH&TTĐT",
            "ban Tuyên giáo Trung ương",
            "MTTQ Việt Nam",
            "VNNIC",
            "TTXVN",
        ),
        ("Bộ trưởng", "Ban hành", "Quốc hội Mỹ", "CP"),
    ),
    _rule(
        "báo, đài, nhà xuất bản",
        ("Báo Nhân Dân", "báo Tiền Phong", "NXB Kim Đồng", "Đài Phát thanh và Truyền hình Hà Nội"),
        ("Báo cáo", "Đài Loan"),
    ),
    _rule(
        "cơ quan địa phương",
        (
            "UBND tỉnh Thái Bình",
            "công an TP Hà Nội",
            "Sở TT&TT Nghệ An",
            "Tòa án nhân dân quận 1",
            "Đảng ủy xã Đồng Tâm",
            "Thành ủy TPHCM",
        ),
        ("Công an", "công an bắt", "UBND"),
    ),
    _rule(
        "cơ quan địa phương không kèm địa danh",
        ("Sở Nội vụ", "Sở LĐ-TB&XH", "Phòng Văn hóa và Thông tin", "sở Y tế", "Đội CSGT số 2"),
        ("Sở hữu", "Phòng ngừa"),
    ),
    _rule(
        "đơn vị viết liền cơ quan cấp trên",
        (
            "Phòng CSGT Công an tỉnh Phú Thọ",
            "Văn phòng Bộ Y tế",
            "Thanh tra Sở Y tế",
            "Lữ đoàn 28 Quân chủng Hải quân",
        ),
        ("Văn phòng", "Thanh tra"),
    ),
    _rule(
        "tên có dạng tên cơ quan",
        (
            "Phòng Quản lý xuất nhập khẩu",
            "Hiệp hội Lương thực Việt Nam",
            "Sư đoàn 308",
            "Trung tâm Nghiên cứu kinh tế",
        ),
        (
            "Hội nghị Trung ương",
            "Đội tuyển Việt Nam",
            "Vụ án",
            "Ban Giám hiệu",
            "Hội An",
            "Trung tâm Hội nghị Quốc gia",
        ),
    ),
)
