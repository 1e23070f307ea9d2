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

__all__ = ["RULES", "grammar"]

RULES: tuple[Rule[Candidate], ...] = (*CLOCK, *DAYS, *PERIODS, *NTH, *RELATIVE, *LENGTHS, *LUNAR)


_UNIT_BEHIND = (
    r" {0,3}(?:giờ|giây|phút|tiếng|ngày|đêm|hôm|tuần|tháng|quý|quí|năm|thập|thế|thiên|tết|lần)(?!\w)"
)
# What can follow the heads that stand most often without a time: a mark or a unit behind digits.
_GATES = {
    DIGIT: r"[12]\d{3}(?!\d)"
    r"|\d{1,2}(?!\d)(?:[/.:–—-] {0,3}\d{1,2}(?!\d)|/\d{4}| {1,3}[./–—-] {0,3}\d{1,2}(?!\d)|,\d{1,2}(?!\d)"
    rf"| {{0,3}}[hg](?![^\W\d])| {{0,3}}\(|{_UNIT_BEHIND}| {{1,3}}(?:đến|tới) {{1,3}}(?:ngày {{1,3}})?\d)"
    rf"|\d{{3}}(?!\d){_UNIT_BEHIND}|\d{{1,3}}\.\d{{3}}(?!\d){_UNIT_BEHIND}"
    r"|\d{1,2}t[/.-]?[12]\d{3}(?!\d)",
    "các": r"các {1,3}(?:ngày|tháng|năm)",
    "hội": r"hội {1,3}(?:lim|gióng)",
    "định": r"định {1,3}kỳ",
    "đầu": r"đầu {1,3}(?:ngày|tháng|năm|tuần|qu[ýí]|thế|thập|những|các|giờ|[12]\d{3})",
}


@cache
def grammar() -> Grammar[Candidate]:
    """The rules, and those that the registries make, compiled on first use."""
    return Grammar((*RULES, *season_rules(), *name_rules()), _GATES)
