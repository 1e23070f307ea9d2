"""Articles that the tests of every format write: an ordinary and a hostile one made by hand, the seeds."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs

from vnmedia import parse_article
from vnmedia.model import (
    Agency,
    Article,
    Block,
    Citation,
    Duration,
    Image,
    LegalInstrument,
    Mention,
    Official,
    Pinpoint,
    Relation,
    Span,
    Statistic,
    TimeExpression,
)

HANOI = dt.timezone(dt.timedelta(hours=7))

_LINES = {
    "title": "Năm 2020 siết quảng cáo trên báo điện tử",
    "dateline": "Thứ năm, 17/12/2020 22:17",
    "lead": "Bộ Thông tin và Truyền thông vừa tổng kết việc thi hành quy định mới về quảng cáo.",
    "heading": "Hai nghị định trong một năm",
    "paragraph": "Theo khoản 2 Điều 5 Nghị định số 119/2020/NĐ-CP ngày 07/10/2020 của Chính phủ, thay "
    "Nghị định 159, mức phạt cao nhất là 200 triệu đồng. Trong giai đoạn 2016 - 2020, hơn 700 link/tuần "
    "được gỡ, tăng 12,7%; 36/63 Sở báo cáo định kỳ 6 tháng/lần trong 03 năm.",
    "list_item": "- Từ năm 2019 đến nay: 50 - 60% số cơ quan báo chí tuân thủ Luật Quảng cáo 2012.",
    "caption": "Hội nghị sáng mùng 1 Tết. Ảnh: Lan Anh",
    "byline": "Lan Anh",
    "boilerplate": "Chia sẻ | In trang | Lượt xem: 1.024",
}

TEXT = "\n\n".join(_LINES.values())


def day(year: int, month: int, number: int) -> dt.date:
    return dt.date(year, month, number)


def _span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start=start, end=start + len(quote))


_CHINH_PHU = Agency(id="chinh-phu", name="Chính phủ")
_VALUES: list[tuple[str, object]] = [
    ("Năm 2020", TimeExpression(edtf="2020", start=day(2020, 1, 1), end=day(2020, 12, 31))),
    (
        "Thứ năm, 17/12/2020 22:17",
        TimeExpression(
            edtf="2020-12-17T22:17", start=day(2020, 12, 17), end=day(2020, 12, 17), time=dt.time(22, 17)
        ),
    ),
    (
        "Bộ Thông tin và Truyền thông",
        Agency(id="bo-tt-tt", name="Bộ Thông tin và Truyền thông", kind="ministry"),
    ),
    (
        "khoản 2 Điều 5 Nghị định số 119/2020/NĐ-CP ngày 07/10/2020 của Chính phủ",
        Citation(
            type="nghị định",
            number="119/2020/NĐ-CP",
            date=day(2020, 10, 7),
            issuer=_CHINH_PHU,
            pinpoint="khoản 2 Điều 5",
            places=(Pinpoint(article="5", clause="2"),),
            relations=(Relation(kind="replaces", target=_span("Nghị định 159"), evidence=_span("thay")),),
        ),
    ),
    ("ngày 07/10/2020", TimeExpression(edtf="2020-10-07", start=day(2020, 10, 7), end=day(2020, 10, 7))),
    ("Lan Anh\n\nChia", Official(name="Lan Anh", office="Phóng viên", agency=Agency(name="Báo Mẫu"))),
    ("Chính phủ", Agency(id="chinh-phu", name="Chính phủ", kind="government")),
    (
        "Nghị định 159",
        Citation(
            type="nghị định",
            number="159",
            instrument=LegalInstrument(
                type="nghị định",
                number="159/2013/NĐ-CP",
                date=day(2013, 11, 12),
                issuer=_CHINH_PHU,
                uri="urn:lex:vn:chinh.phu:nghi.dinh:2013-11-12;159-2013-nd-cp",
            ),
        ),
    ),
    ("200 triệu đồng", Statistic(value=Decimal(200_000_000), unit="VND")),
    (
        "giai đoạn 2016 - 2020",
        TimeExpression(edtf="2016/2020", start=day(2016, 1, 1), end=day(2020, 12, 31)),
    ),
    ("hơn 700 link/tuần", Statistic(value=Decimal(700), unit="link", per="tuần", qualifier="above")),
    (
        "tăng 12,7%",
        Statistic(
            value=Decimal("12.7"),
            unit="%",
            change="increase",
            baseline=Span(start=0, end=8),
            subject=_span("quảng cáo"),
        ),
    ),
    ("36/63 Sở", Statistic(value=Decimal(36), of=Decimal(63), unit="Sở")),
    ("định kỳ 6 tháng/lần", TimeExpression(every=Duration(months=Decimal(6)))),
    ("03 năm", TimeExpression(duration=Duration(years=Decimal(3)))),
    (
        "Từ năm 2019 đến nay",
        TimeExpression(edtf="2019/2020-12-17", start=day(2019, 1, 1), end=day(2020, 12, 17)),
    ),
    ("50 - 60%", Statistic(low=Decimal(50), high=Decimal(60), unit="%")),
    ("Luật Quảng cáo 2012", Citation(type="luật", title="Luật Quảng cáo", year=2012)),
    (
        "mùng 1 Tết",
        TimeExpression(start=day(2020, 1, 25), end=day(2020, 1, 25), calendar="lunar", modifier="start"),
    ),
]


def mention(text: str, quote: str, value: object) -> Mention:
    """The mention of *value* where *quote* first stands."""
    start = text.index(quote)
    return Mention(span=Span(start=start, end=start + len(quote)), quote=quote, value=value)


def _blocks() -> tuple[Block, ...]:
    starts = {kind: TEXT.index(line) for kind, line in _LINES.items()}
    starts["byline"] = TEXT.rindex("Lan Anh\n\n")
    return tuple(
        Block(kind=kind, span=Span(start=starts[kind], end=starts[kind] + len(line)))
        for kind, line in _LINES.items()
    )


ORDINARY = Article(
    id="bai-1",
    title=_LINES["title"],
    lead=_LINES["lead"],
    publisher="Báo Mẫu",
    section="Thời sự",
    url="https://example.vn/thoi-su/bai-1?a=1&b=2",
    published=dt.datetime(2020, 12, 17, 22, 17, tzinfo=HANOI),
    modified=day(2020, 12, 18),
    authors=("Lan Anh", "Đăng Quý"),
    tags=("quảng cáo", "báo điện tử"),
    images=(Image(url="https://example.vn/anh.jpg", caption="Hội nghị", credit="Lan Anh"),),
    text=TEXT,
    blocks=_blocks(),
    mentions=tuple(
        sorted((mention(TEXT, *pair) for pair in _VALUES), key=lambda m: (m.start, -m.end, m.kind))
    ),
)

_HOSTILE = (
    "</title><script>alert(1)</script> \"'><img src=x onerror=alert(2)> <!-- ]]> &lt; &#0; \u202eđảo\u202c "
    "\x00\x0b\ufffe =HYPERLINK(1) {{7*7}} </style></textarea><svg onload=alert(3)> \u200f\u2028hết"
)

#: Everything that could break out of a page, in every field that holds text.
HOSTILE = Article(
    id=_HOSTILE,
    title=_HOSTILE,
    lead=_HOSTILE,
    section=_HOSTILE,
    publisher=_HOSTILE,
    url="javascript:alert(4)",
    published=dt.datetime(1, 1, 1, tzinfo=HANOI),
    authors=(_HOSTILE,),
    tags=(_HOSTILE,),
    images=(Image(url="javascript:alert(5)", caption=_HOSTILE, credit=_HOSTILE),),
    text=_HOSTILE + "\n" + _HOSTILE,
    blocks=(Block(kind="heading", span=Span(start=3, end=len(_HOSTILE) - 3)),),
    mentions=(
        mention(_HOSTILE, _HOSTILE, Agency(name=_HOSTILE, kind=_HOSTILE)),
        mention(_HOSTILE, _HOSTILE[4:60], Citation(type="luật", title=_HOSTILE, pinpoint=_HOSTILE)),
        mention(_HOSTILE, _HOSTILE[30:90], Statistic(value=Decimal("1E30"), unit=_HOSTILE, per=_HOSTILE)),
        mention(_HOSTILE, _HOSTILE[40:50], TimeExpression(edtf=_HOSTILE, start=dt.date.min, end=dt.date.max)),
    ),
)

_SEEDS = Path(__file__).parents[3] / "seeds"
SEEDS = [parse_article(path.read_bytes(), id=path.stem) for path in sorted(_SEEDS.glob("*.txt"))]


def frame(article: Article, *lost: str) -> Article:
    """*article* without what the format does not carry."""
    empty = Article(text=article.text)
    names = ("source", "blocks", "mentions", "relations", *lost)
    return attrs.evolve(article, **{name: getattr(empty, name) for name in names})


def without_blanks(article: Article) -> Article:
    """*article* with None for each empty string, which a format may not tell from a missing field."""
    blank = {field.name: None for field in attrs.fields(Article) if getattr(article, field.name) == ""}
    blank.pop("text", None)
    return attrs.evolve(article, **blank)
