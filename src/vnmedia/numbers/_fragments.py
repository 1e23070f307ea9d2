"""The forms of numerals as fragments of regular expressions over lower-case text.

Alternatives stand in atomic groups and every repetition is bounded, so a fragment costs the same
wherever it fails. The words are those of the dictionaries and of primary school books of both regions
(``nghìn``/``ngàn``, ``linh``/``lẻ``, ``tỷ``/``tỉ``, ``bảy``/``bẩy``, ``rưỡi``/``rưởi``).
"""

from __future__ import annotations

__all__ = [
    "CARDINAL",
    "DIGITS",
    "FRACTION",
    "IN_DIGITS",
    "NUMBER",
    "ORDER",
    "PAIR",
    "SCALE",
    "SMALL_WORDS",
    "WORDS",
]

# A number ends where no digit follows, nor a mark with a digit after it: 17.12.2020 is no number.
_STOP = r"(?![0-9]|[.,][0-9])"

#: Digits in the Vietnamese convention (1.234,5), the English one (1,234.5), spaced groups, and slips
#: (``64 .000``, ``64. 000``); the meaning of the marks is left to the evaluation.
DIGITS = (
    r"(?>(?:[0-9]{1,3}(?: ?\.[0-9]{3}|\. 000){1,8}(?:,[0-9]{1,12})?"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,8}\.[0-9]{1,12}"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,8}"
    r"|[0-9]{1,3}(?: [0-9]{3}){2,8}(?:,[0-9]{1,12})?"
    rf"|[0-9]{{1,21}}(?:[.,][0-9]{{1,12}})?){_STOP})"
)

_UNITS = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"

# Not the beginnings of other words: tỷ lệ, tỷ giá, tỷ phú, triệu phú, triệu tập, trăm họ.
_LARGE = (
    r"(?>(?:nghìn|ngàn|vạn|chục|tá)(?!\w)"
    r"|triệu(?!\w)(?! (?:phú|tập|hồi|chứng))"
    r"|trăm(?!\w)(?! họ)"
    r"|(?:tỷ|tỉ)(?!\w)(?! (?:lệ|giá|số|trọng|phú|suất|mỉ|thí|muội|như)\b))"
)
#: A scale word that stands after a number.
SCALE = _LARGE

# năm is five where a scale word follows and a year elsewhere: mười năm, hai mươi năm.
_ONES = (
    "mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín"
    r"|năm(?= (?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))"
)
# Two digits one by one: bốn bảy is 47; but not those of a rough count (bốn năm, bảy tám).
_ROUGH = "một hai|hai ba|ba bốn|bốn năm|năm sáu|sáu bảy|bảy tám|tám chín|năm bảy"
_TWO_DIGITS = rf"(?:{_UNITS}) (?:{_ONES})(?!\w)(?! (?:mươi|mốt|lăm|nhăm|trăm|chục|phần))"
_TENS = (
    rf"(?>mười(?: (?:{_ONES})(?!\w)(?! (?:mươi|trăm)))?"
    rf"|(?:{_UNITS}) mươi(?: (?:{_ONES})(?!\w)(?! (?:mươi|trăm)))?"
    rf"|(?:hăm|băm) (?:{_ONES})(?!\w)"
    r"|(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) (?:mốt|tư|lăm|nhăm)(?!\w))"
)
# A digit word after a scale word counts its tenths (triệu hai = 1,2 triệu) if nothing that it could count
# itself follows.
_TENTH = (
    r"(?>(?:mốt|tư)(?!\w)|(?:một|hai|ba|bốn|lăm|sáu|bảy|bẩy|tám|chín)(?!\w)"
    r"(?=\s*\Z|[.,;:!?)\]\"”]|\n| (?:đồng|vnđ|vnd|đ|triệu|tỷ|tỉ)(?!\w)))"
)
_LINH = rf"(?:linh|lẻ|lẽ) (?>{_TENS}|(?:{_UNITS}|tư)(?!\w))"
_HALF = r"(?:rưỡi|rưởi)(?!\w)"
_OF_HUNDRED = rf"trăm(?!\w)(?> {_LINH}| {_TENS}| {_TWO_DIGITS}| {_TENTH}| {_HALF}|)"
_HUNDREDS = rf"(?>(?:{_UNITS}) {_OF_HUNDRED})"
_FULL = rf"(?>(?:{_UNITS}|không) {_OF_HUNDRED})"
_GROUP = (
    rf"(?>{_HUNDREDS}|{_TENS}|(?!(?:{_ROUGH})(?!\w)){_TWO_DIGITS}(?= (?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))"
    rf"|(?:{_UNITS})(?!\w))"
)
#: A number below a thousand in words, and no part of a larger one: ``mười hai``, ``một trăm``.
SMALL_WORDS = (
    rf"{_GROUP}"
    rf"(?! (?:{_LARGE}|(?:{_UNITS.replace('|năm', '')}|không|linh|lẻ|lẽ|mươi|rưỡi|rưởi|phẩy|chấm)(?!\w)))"
)
# The groups after the first one; a lone digit needs a scale word of its own.
_LATER = rf"(?>{_FULL}|{_LINH}|{_TENS}|(?:{_UNITS})(?!\w)(?= {_LARGE}))"

_SCALED = (
    rf"(?: {_LARGE}){{1,3}}(?:(?: {_LATER}|, {_FULL})(?: {_LARGE}){{1,2}}){{0,5}}"
    rf"(?> {_HALF}| {_FULL}| {_LINH}| {_TENS}|, {_FULL}(?=\s*\Z| đồng)| {_TENTH})?"
)
# The digits after a spoken point; năm is no digit before a year.
_AFTER_POINT = (
    rf"(?:năm(?! (?:[0-9]|qua|trước|sau|nay|tới|ngoái))|không|{_UNITS.replace('|năm', '')}"
    r"|mười|mươi|mốt|tư|lăm|nhăm)(?!\w)"
)
_POINT = (
    rf" (?:phẩy|chấm)(?> [0-9]{{1,12}}(?![0-9]|[.,][0-9])|(?: {_AFTER_POINT}){{1,12}})"
    rf"(?: {_LARGE}){{0,2}}"
)

#: Number words from ``hai`` to ``chín trăm … tỷ``, halves and tenths of a scale included.
WORDS = (
    rf"(?>{_GROUP}(?:{_SCALED})?(?:{_POINT})?|không(?!\w)(?:{_POINT})?"
    rf"|nửa(?: {_LARGE}){{1,3}}|{_LARGE}(?: {_LARGE})? (?:{_HALF}|{_TENTH}))"
)

# Colloquial marks of thousand and million, glued to the digits: 500k, 300tr, 2tr5.
# N is nghìn in counts of reviews and followers: 3,1 N lượt đánh giá.
_COUNTED_IN_N = "lượt|người|đánh giá|nhận xét|bình luận|theo dõi|thích|đăng ký|sao|tin nhắn"
_GLUED = (
    rf"(?: ?n(?= (?:{_COUNTED_IN_N})(?!\w))|k(?!\w)| ?trđ?(?!\w)| ?tr\.(?= ?đ)"
    r"|tr[0-9]{1,3}(?!\w)|(?:tỷ|tỉ)[0-9]{1,3}(?!\w))"
)
# Scale words as they are typed without marks: 3 trieu, 50 ngan.
_UNMARKED = r" ?(?:nghin|ngan|trieu|ty(?=\s*\Z| (?:dong|vnd|usd|do la|euro)(?!\w)))(?!\w)"
# What may end a chain: a half, whole hundreds of đồng after nghìn, or a lone digit that counts tenths.
_CHAIN_END = (
    rf"(?: {_HALF}|(?<=n) [0-9]{{3}}(?= (?:đồng|vnđ|vnd|đ|usd|euro)(?!\w))"
    r"| [1-9](?=\s*\Z|\n|[.;:!?)]|,(?![0-9])| (?:đồng|vnđ|đ)(?!\w)))"
)
#: A number that begins with digits, with the words that may stand after them.
IN_DIGITS = (
    rf"{DIGITS}(?>{_GLUED}|{_UNMARKED}|{_POINT}|(?: ?{_LARGE})(?: {_LARGE}){{0,2}}"
    rf"(?: [0-9]{{1,3}}(?:,[0-9]{{1,3}})?(?: {_LARGE}){{1,2}}){{0,4}}{_CHAIN_END}?)?"
)

_SIGN = r"(?:(?:âm |[-−–]))?"
#: A whole or decimal number in digits, words or both.
CARDINAL = rf"(?>{IN_DIGITS}|{WORDS})"
NUMBER = rf"(?>{_SIGN}{CARDINAL})"

#: Two neighbouring digit words, or a fixed pair, that give a rough range: ``hai ba trăm``, ``dăm bảy``.
PAIR = (
    r"(?>(?:một hai|hai ba|ba bốn|năm sáu|sáu bảy|bảy tám|tám chín|chín mười|năm bảy|năm mười"
    r"|dăm ba|dăm bảy|đôi ba|vài ba|mươi mười lăm|mươi lăm"
    rf"|bốn năm(?= (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|người)))(?!\w)"
    rf"(?! (?:mươi|mốt|tư|lăm|phần))(?: {_LARGE}){{0,3}})"
)

#: An order of magnitude: ``hàng nghìn``, ``hàng chục nghìn tỷ``, ``vài trăm``, ``cả ngàn``.
ORDER = rf"(?>(?:hàng|cả|vài|dăm) {_LARGE}(?: {_LARGE}){{0,3}})"

#: A fraction in words or mixed: ``hai phần ba``, ``2 phần 3``, ``một phần nghìn``, ``một nửa``.
FRACTION = (
    rf"(?>(?:[0-9]{{1,4}}|{_GROUP}) phần (?!trăm|không(?!\w)|0+(?![0-9]))"
    rf"(?:[0-9]{{1,7}}(?![0-9.,])|tư(?!\w)|{_GROUP}|{_LARGE}(?: {_LARGE})?)"
    r"|(?:một )?nửa(?!\w)|(?<!cổ )(?<!góp )(?<!hợp )(?<!học )(?<!thành )"
    r"phần (?:tư(?! (?:bản|cách|duy|lợi|liệu|nhân|pháp|thục|tưởng|vấn|vị))|nghìn|ngàn|triệu|mười)(?!\w))"
)
