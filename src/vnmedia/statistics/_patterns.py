"""Fragments that the rules are made of; the numerals come from ``vnmedia.numbers``."""

from __future__ import annotations

from ..numbers import CARDINAL, DIGITS, FRACTION, IN_DIGITS, ORDER, PAIR, SCALE, SMALL_WORDS

__all__ = [
    "BARE_SCALE",
    "DOUBLE",
    "FRACTION_",
    "HALF_UNIT",
    "INSERTED",
    "NUMBER_",
    "NUMBER_IN_DIGITS",
    "ORDER_",
    "PAIR_",
    "PART",
    "PART_IN_DIGITS",
    "SPACED",
]

# No number begins inside a date, a version, a clock time, or a name with a hyphen: COVID-19.
_FREE = r"(?<![0-9][.,/:])(?<![^\W\d_]-)"
# … but a second bound may begin there: 20cm-35cm.
_FREE_OR_BOUND = r"(?<![0-9][.,/:])"
# năm before digits is the year; không alone is the negation, also in ``không đội mũ``, ``không chấm dứt``.
_NO_NUMBER = (
    r"(?!năm [0-9]|không(?!\w)"
    rf"(?! (?:(?:phẩy|chấm) (?:không(?!\w)|[0-9]|{SMALL_WORDS})|(?:phần trăm|độ)(?!\w))))"
)
NUMBER_ = rf"{_FREE_OR_BOUND}{_NO_NUMBER}(?P<number>{CARDINAL})"
NUMBER_IN_DIGITS = NUMBER_.replace(CARDINAL, IN_DIGITS)
#: 25 000: a blank between the thousands, where the context shows that it is one number.
SPACED = (
    rf"{_FREE}(?<![0-9] )(?P<spaced>[1-9][0-9]{{0,2}} [0-9]{{3}}(?:,[0-9]{{1,3}})?)"
    r"(?![0-9]|[.,/:–-][0-9]| [0-9])"
    rf"(?P<scales>(?: {SCALE}){{0,2}})"
)
FRACTION_ = rf"{_FREE}(?P<fraction>{FRACTION})"
#: hàng nghìn, vài chục; mươi alone is about ten.
ORDER_ = rf"(?P<order>{ORDER}|mươi(?! (?:lăm|mười)))"
PAIR_ = rf"(?P<pair>{PAIR})"

# Few wholes are written in words, and all words for numbers take long to compile.
#: 63/63, 2.152/2.418, 3 trong 5, 12 trên tổng số 45, tám trên mười.
PART = (
    rf"{_FREE}{_NO_NUMBER}(?P<part>{CARDINAL})(?> ?/ ?| trong (?:tổng )?(?:số )?| trên (?:tổng )?(?:số )?)"
    rf"(?P<whole>{DIGITS}(?: {SCALE})?|(?<=trên )(?!năm(?!\w)){SMALL_WORDS})(?!\w| ?[/:%])"
)
PART_IN_DIGITS = PART.replace(CARDINAL, IN_DIGITS)

#: hơn trăm hộ, gần chục triệu đồng: a scale word alone, which is a number only with a qualifier.
BARE_SCALE = rf"(?P<scales>{SCALE}(?: {SCALE}){{0,3}})"

#: gấp đôi, gấp rưỡi, gấp ba.
DOUBLE = r"gấp (?P<double>đôi|rưỡi|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)(?! (?:lần|trăm|chục|nghìn|mươi))"

#: 1m65, 2m5, 1kg2, 1 m 65: the digits after the unit are its decimals. 1m2 and 1m3 are areas and volumes.
INSERTED = (
    rf"{_FREE}(?P<whole>[0-9]{{1,2}})"
    r"(?:(?P<unit>m|kg)(?P<decimals>[0-9]{2}|(?!(?<=m)[23])[0-9])(?!\w)"
    r"|(?P<spaced_unit> m) (?P<after>[0-9]{2})(?=\s*\Z|[;!?)]|[.,](?![0-9])| (?:và|trở|so|thì)(?!\w)))"
)

#: tạ rưỡi: one and a half.
HALF_UNIT = r"(?P<unit>tạ|tấn|yến|lạng|cân|ký|mét|lít|sào|mẫu|công) (?:rưỡi|rưởi)(?!\w)"
