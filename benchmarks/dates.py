"""Time expressions, beside dateparser's search on the same text; then what each finds in the same phrases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from vnmedia import Context, Mention, TimeExpression, dates

from . import common
from .peers import load_dateparser

_REFERENCE = dt.date(2020, 12, 17)
_PHRASES = (
    "Thứ năm, 17/12/2020 22:17",
    "ngày 06 tháng 4 năm 2011",
    "ngày 7.8",
    "quý II/2019",
    "6 tháng đầu năm 2024",
    "giai đoạn 2011 - 2020",
    "từ 28/12 đến 5/1/2021",
    "thứ 5 tuần trước",
    "3 tuần nữa",
    "tuần tới",
    "mùng 1 Tết Đinh Dậu",
    "rằm tháng Giêng",
    "thập niên 90",
    "thế kỷ XX",
    "07 năm",
    "hằng tuần",
    "lần thứ 7",
    "Covid 19",
    "thắng 3-1",
    "số 12/2020/TT-BTC",
)


def run(texts: Sequence[str]) -> common.Table:
    """The table; dateparser is given a part of the texts."""
    rows = [common.measure("vnmedia.dates.find", dates.find, texts)]
    try:
        search = load_dateparser()
    except ImportError as error:
        print(f"dateparser is not here: {error}")
        return common.Table("Time expressions", tuple(rows))
    name = "dateparser.search_dates (vi)"
    rows.append(common.measure(name, search, common.sample(texts, 0.1), 3))
    print(_found(), end="\n\n")
    return common.Table("Time expressions", tuple(rows), {name: 100})


def _found() -> str:
    """What each finds in each phrase, in Markdown."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": dt.datetime.combine(_REFERENCE, dt.time(12))}
    lines = [f"| phrase, read on {_REFERENCE} | vnmedia | dateparser |", "| --- | --- | --- |"]
    for phrase in _PHRASES:
        ours = "; ".join(_said(mention) for mention in dates.find(phrase, Context(published=_REFERENCE)))
        found = search_dates(phrase, languages=["vi"], settings=settings) or []
        theirs = "; ".join(f"{quote}: {moment:%Y-%m-%dT%H:%M}" for quote, moment in found)
        lines.append(f"| {phrase} | {ours or '–'} | {theirs or '–'} |".replace("T00:00", ""))
    return "\n".join(lines)


def _said(mention: Mention[TimeExpression]) -> str:
    value = mention.value
    return f"{mention.quote}: {value.edtf or value.duration or value.every}"
