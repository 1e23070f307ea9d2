"""The forms of citations. A rule finds the type and number; ``_read`` reads what follows them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import attrs

from ..grammar import Grammar, Rule
from ..registries import once
from ..registries.instruments import Law, instrument_types, type_of_code
from . import _places
from ._laws import read_amended, read_title
from ._patterns import (
    GAP,
    any_of,
    short_pattern,
    type_named,
    type_pattern,
    unnamed_type_pattern,
)

__all__ = ["Candidate", "grammar", "rules", "shorthand"]

Form = Literal["numbered", "bare", "code-first", "named", "dated", "this", "places"]

_NUMBER = r"[0-9][\w&/\u2044\u2215\uff0f.()\-\u2010-\u2014\u2212]{0,80}"
_STROKE = r"[/\u2044\u2215\uff0f\-\u2010-\u2014]"
_SO = r"(?:(?:số|số hiệu)[ ]?[:.]?[ \n]{0,2}|so[ ](?=[0-9]{1,5}/))"


@attrs.frozen
class Candidate:
    """What a rule found: the form, and the match with the parts as its groups.

    Attributes:
        amended: Where the name of an amending law ends.
        title: Where the longest known name of a law ends, and the laws that bear it.
    """

    form: Form
    match: re.Match[str]
    amended: int | None = None
    title: tuple[int, tuple[Law, ...]] | None = None

    @property
    def type_words(self) -> str:
        """The type, or its shorthand, as printed, in lower case."""
        groups = self.match.groupdict()
        return groups.get("type") or groups.get("short") or ""


@cache
def rules() -> tuple[Rule[Candidate], ...]:
    """The rules; made on first use, since the types' names come from the registry."""
    return (
        _numbered(),
        _described(),
        shorthand()[0],
        _bare(),
        _own_number(),
        _code_first(),
        _named(),
        _dated(),
        _this(),
        _pinpoint(),
    )


@once
def grammar() -> Grammar[Candidate]:
    """The rules, ready to scan."""
    return Grammar(rules())


def _numbered() -> Rule[Candidate]:
    def build(match: re.Match[str]) -> Candidate | None:
        # `Hiến pháp 2013` is a name and a year.
        by_name = type_named(match["type"]).strength == "named"
        return (
            None
            if by_name and not match["marked"] and match["number"].rstrip(").").isdigit()
            else Candidate("numbered", match)
        )

    return Rule(
        name="tên loại và số",
        pattern=(
            rf"(?P<type>{type_pattern()})(?:[ \n]\((?P<abbreviation>\w{{1,8}})\))?"
            rf"(?:{GAP}\(?(?P<marked>{_SO})|{GAP})(?P<number>{_NUMBER})"
        ),
        build=build,
        examples=(
            "Nghị định số 119/2020/NĐ-CP",
            "Công văn (số 73/TTg-CN)",
            "Quyết định 749/QĐ-TTg",
            "Nghị định (NĐ) 59/2015/NĐ-CP",
            "Nghị quyết số 35-NQ/TW",
            "công văn số 5104/BTTTT-PTTH&TTĐT",
            "Thông tư số65/2017/TT-BTC",
            "Luật số 103/2016/QH13",
        ),
        counterexamples=("các nghị định", "quyết định xử phạt", "thông tư liên tịch mới"),
    )


def _described() -> Rule[Candidate]:
    """The rule of a type with a few words before its number, which then needs ``số``."""
    inside = re.compile(rf"\b(?:{type_pattern()})\b")

    def build(match: re.Match[str]) -> Candidate | None:
        # `Thông báo kết luận số 211/TB-VPCP` is a notice; any other type among the words is cited itself.
        words = (
            ""
            if match["type"] == "thông báo" and match["words"].split() == ["kết", "luận"]
            else match["words"]
        )
        return None if inside.search(words) else Candidate("numbered", match)

    return Rule(
        name="tên loại, vài chữ và số",
        pattern=(
            rf"(?P<type>{unnamed_type_pattern()})(?P<words>(?:[ \n][^\W\d_]{{1,10}}+){{1,11}}?)"
            rf"[ \n]{{1,2}}\(?(?P<marked>{_SO})(?P<number>{_NUMBER})"
        ),
        build=build,
        examples=(
            "Quyết định xử phạt vi phạm hành chính số 05/QĐ-XPHC",
            "Kết luận thanh tra số 12/KL-TTCP",
            "Công văn hỏa tốc số 100/UBND-VX",
            "Thông báo kết luận số 211/TB-VPCP",
        ),
        counterexamples=("Quyết định ban hành kèm theo", "quyết định giao Đội số"),
    )


@cache
def shorthand() -> tuple[Rule[Candidate], re.Pattern[str]]:
    """The rule of shorthands, and its pattern ready to match."""
    rule = _shorthand()
    return rule, re.compile(rule.pattern)


def _shorthand() -> Rule[Candidate]:
    return Rule(
        name="chữ tắt và số",
        pattern=rf"(?P<short>{short_pattern()})[ \n.]{{0,2}}(?P<marked>{_SO})?(?P<number>{_NUMBER})",
        build=lambda match: Candidate("numbered", match),
        examples=("NĐ 100", "NĐ 59/2015/NĐ-CP", "TT số 01/2018", "CV 123/UBND-NC"),
        counterexamples=("nđ", "TT Huế"),
    )


@cache
def _type_letters() -> str:
    codes = {code.lower() for record in instrument_types().values() for code in record.codes}
    codes |= {code.replace("đ", "d") for code in codes}
    return "|".join(sorted(map(re.escape, codes), key=lambda code: (-len(code), code)))


def _bare() -> Rule[Candidate]:
    year = r"(?:[ ]?/[ ]?(?:19|20)[0-9]{2})?"
    return Rule(
        name="số và ký hiệu",
        pattern=(
            rf"(?P<number>[0-9]{{1,5}}+(?:\.[0-9]{{1,2}})?[a-z]?{year}[ ]?{_STROKE}[ ]?(?=[a-zđ])"
            rf"(?:(?:{_type_letters()})[ ]?{_STROKE}[ ]?[a-zđư][\w&-]{{0,40}}"
            r"|(?:qh|ubtvqh)[0-9]{1,2}|al|ttg)(?!\w))"
        ),
        build=lambda match: Candidate("bare", match),
        examples=("135/QĐ-TTg", "35-NQ/TW", "119/2020/NĐ-CP", "103/2016/QH13", "381/TTg"),
        counterexamples=("24/7", "30/4", "1/500", "01/TNDN", "5104/BTTTT"),
    )


def _own_number() -> Rule[Candidate]:
    """The document's own number on a line of its own, whose letters name the issuer and no type.

    So it was printed before 1997: ``Số: 221-HĐBT``, ``Số: 13-TC/TCT``.
    """
    return Rule(
        name="dòng số của văn bản",
        pattern=(
            rf"(?<![^\n])số[ ]?:[ ]{{0,2}}(?P<number>[0-9]{{1,5}}(?:[a-z]?[ ]?{_STROKE}[ ]?|[ ])?"
            r"[a-zđư][a-zđư0-9&]{1,14}"
            rf"(?:(?:[ ]?{_STROKE}|[ ])[ ]?[a-zđư][a-zđư0-9&]{{0,14}}){{0,3}})(?=[ ]{{0,3}}(?:\n|$))"
        ),
        build=lambda match: Candidate("bare", match),
        examples=("Số: 221-HĐBT", "Số: 13-TC/TCT", "Số: 01-TANDTC-VKSNDTC/TTLT", "Số: 01NQ/UBTVQH9"),
        counterexamples=("Số: 221", "số 221-HĐBT", "Số: 12/5"),
    )


def _code_first() -> Rule[Candidate]:
    def build(match: re.Match[str]) -> Candidate | None:
        return Candidate("code-first", match) if type_of_code(match["letters"]) else None

    letters = ("ct", "nd", "nđ", "nq", "qd", "qđ", "tt", "ttlt")
    return Rule(
        name="ký hiệu trước số",
        pattern=(
            rf"(?P<letters>{'|'.join(letters)})-(?P<body>[a-zđ]{{2,10}})[ ](?P<marked>{_SO})?"
            r"(?P<number>[0-9]{1,5}[a-z]?/(?:19|20)[0-9]{2})(?![\w/])"
        ),
        build=build,
        examples=("NĐ-CP số 100/2019", "TT-BTTTT 01/2020"),
        counterexamples=("NĐ-CP", "CT-1 số 5"),
    )


def _named() -> Rule[Candidate]:
    def build(match: re.Match[str]) -> Candidate | None:
        text, start = match.string, match.start()
        title, amended = read_title(text, start), read_amended(text, start)
        if title is None and amended is None and not _title_ahead().match(text, match.end("type")):
            return None
        return Candidate("named", match, amended, title)

    return Rule(
        name="tên luật",
        # The name is looked up in the registry; a whole quote may be the type and what follows it.
        pattern=(
            r"(?<!pháp )(?<!kỷ )(?<!khoa )(?<!ngành )(?<!ty )"
            r"(?P<type>bộ[ \n]luật|luật|pháp[ \n]lệnh|hiến[ \n]pháp|sắc[ \n]lệnh|sắc[ \n]luật"
            r"|blhs|blds|bltths|blttds|bllđ|blhh)(?!\w)"
            r"(?:[^\n]{1,300}?)??"
        ),
        build=build,
        examples=("Luật Báo chí", "Bộ luật Hình sự", "Hiến pháp", "Pháp lệnh Cựu chiến binh", "BLDS"),
        counterexamples=("pháp luật", "kỷ luật lao động", "luật sư", "luật gia", "theo luật định"),
    )


@cache
def _title_ahead() -> re.Pattern[str]:
    """The ways in which a name that the registry does not know can begin."""
    return re.compile(rf"{GAP}(?!{any_of('no-title')})[^\W\d_]")


def _dated() -> Rule[Candidate]:
    return Rule(
        name="tên loại và ngày",
        pattern=(
            rf"(?P<type>{type_pattern()})(?!\w)(?=[ \n]{{1,2}}(?:(?:ký|ban hành|đề)[ ]"
            r"|(?P<of>của[ ][^\n,.;:()0-9]{3,60}[ ]))?ngày[ \n]{0,2}[0-9])(?:[^\n]{1,80}?)??"
        ),
        build=lambda match: Candidate("dated", match),
        examples=("Công điện ngày 2/2/2017", "Nghị quyết của Chính phủ ngày 26-5-1978"),
        counterexamples=("Công điện ngày mai", "Nghị quyết của Chính phủ về ngày Tết"),
    )


def _this() -> Rule[Candidate]:
    return Rule(
        name="văn bản này",
        pattern=rf"(?P<type>{type_pattern()})[ \n](?P<pointer>này|nói trên|nêu trên|trên)(?!\w)",
        build=lambda match: Candidate("this", match),
        examples=("Nghị định này", "Luật này", "Thông tư nêu trên"),
        counterexamples=("Nghị định nào",),
    )


def _pinpoint() -> Rule[Candidate]:
    return Rule(
        name="vị trí trong văn bản",
        pattern=_places.PATTERN,
        build=lambda match: Candidate("places", match),
        examples=("điểm a, b khoản 2 Điều 5 và Điều 7", "Chương III", "Phụ lục I", "Điều 12a"),
        counterexamples=("điều kiện", "điểm đến", "khoản tiền"),
    )
