"""Every rule of the kind, in the order in which equals are preferred."""

from __future__ import annotations

from functools import cache

from ..grammar import DIGIT, Grammar, Rule
from ._candidates import Candidate
from ._clock import CLOCK
from ._days import DAYS
from ._lengths import LENGTHS
from ._lunar_rules import LUNAR
from ._named import name_rules
from ._nth import NTH
from ._periods import PERIODS
from ._relative import RELATIVE
from ._seasons import season_rules
from ._weekdays import WEEK
from ._years import YEARS

__all__ = ["RULES", "grammar"]

RULES: tuple[Rule[Candidate], ...] = (
    *CLOCK,
    *WEEK,
    *DAYS,
    *PERIODS,
    *YEARS,
    *NTH,
    *RELATIVE,
    *LENGTHS,
    *LUNAR,
)


_NUMBER_FOLLOWS = (
    r" {0,3}+(?:[hg](?![^\W\d])|\("
    r"|(?:giờ|giây|phút|tiếng|ngày|đêm|hôm|tuần|tháng|quý|quí|năm|thập|thế|thiên|tết|âm|lần)"
    r"|(?:-|–|đến|tới) {0,3}+(?:ngày {1,3})?(?:\d|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười))"
)
# What can follow the heads that stand most often without a time, and which of their rules that leaves: for
# digits a year alone or with more behind it, what goes on with a slash or another mark, a unit and the like.
# They are tried at each digit of a text, so no repeat gives back what it has taken.
_GATES = {
    DIGIT: rf"[12]\d{{3}}(?!\d)(?:(?P<span>[.,]\d| {{0,3}}+[—/]|{_NUMBER_FOLLOWS})|(?P<year>))"
    r"|\d{1,2}+(?!\d)(?:/(?:(?P<date>\d{1,2}/\d)|(?P<month>\d{4}))"
    r"|(?P<slash> {0,3}+/ {0,3}+\d{1,2}+(?!\d))|(?P<mark> {0,3}+[.–—-] {0,3}+\d{1,2}+(?!\d)))"
    r"|(?P<clock>\d{1,2}+(?!\d)(?::| {0,3}+(?:[hg](?![^\W\d])|giờ)))"
    r"|(?P<word>(?:\d{1,3}\.)?\d{1,4}+(?!\d)"
    rf"(?:,\d| {{0,3}}+, {{0,3}}+tháng|{_NUMBER_FOLLOWS})"
    r"|\d{3,4}\.\d{1,2}+(?!\d)|\d{1,2}t[/.-]?[12]\d{3}(?!\d))",
    "ngày": r"ngày(?: {0,3}:? {0,3}(?:m[ùồ]ng {1,3})?\d{1,2}"
    r"(?:(?P<date>/\d{1,2}/\d)|(?P<slash> {0,3}/)|(?P<mark> {0,3}[.–—-])|(?P<number>))|(?P<word>))",
    "năm": r"năm(?: {1,3}(?P<year>[12]\d{3}(?!\d))|(?P<word>))",
    "một": r"một {0,3}+(?:[(–-]|đến|tới|giờ|giây|phút|tiếng|ngày|đêm|hôm|tuần|tháng|qu[ýí]|năm|thập"
    r"|thế|thiên|lần|một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ)",
    "thứ": r"thứ {1,3}[hbtns2-7]",
    "đầu": r"đầu(?:\Z| {1,3}(?:ngày|tháng|năm|tuần|qu[ýí]|thế|thập|những|các|giờ|giai|nhiệm|thời|mùa|vụ|niên"
    r"|nửa|[12]\d{3}))",
}


@cache
def grammar() -> Grammar[Candidate]:
    """The rules, and those that the registries make, compiled on first use."""
    return Grammar((*RULES, *season_rules(), *name_rules()))
