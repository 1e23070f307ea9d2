"""The words around a number: its qualifier, whether it rises or falls, whether it is a figure at all."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal, cast

from ..model.statistic import Qualifier
from ..registries import Pattern
from ..registries.units import word_lists
from ._units import words_of

__all__ = [
    "EVERY",
    "FAR",
    "change_before",
    "goes_on_naming",
    "is_compared",
    "is_name",
    "is_part",
    "is_score",
    "per_before",
    "qualifier_after",
    "qualifier_before",
    "qualifying",
    "times_before",
    "words_before",
]

_REACH = 60
#: How many words before a number are read.
_WORDS = 6
#: The most words of a phrase before a number.
_LONGEST_PHRASE = 4
_MARK = Pattern(r"[\W\d_]")
_SYMBOLS_OR_SPACE = " ><≥≤~≈±="
# The wind's force goes up to 17, the classes of a school to 12.
_HIGHEST_RANK = 17
# Words between the qualifier and its number that change nothing: khoảng từ 10 đến 15.
_FILLERS = frozenset(("từ",))
# After two digits, the rest of a vehicle's plate: 89L-1218, 51F1-123.45.
_PLATE = Pattern(r"[A-ZĐ]{1,2}[0-9]?-[0-9]{3}")
_COMPARED = Pattern(r"(?: [^\W\d_]+){0,2} so (?:với|cùng)(?!\w)")
# 3 làn xe cơ giới trở lên: other words of a longer noun may stand before ``trở lên``.
_FAR_AFTER = Pattern(r"(?P<words>(?: [^\W\d_]{1,20}+){1,4}?) trở (?P<way>lên|xuống)(?!\w)")
#: The most characters of those words and of ``trở``.
FAR = 4 * len(f" {'x' * 20}") + len(" trở ")
EVERY = ("mỗi", "hằng", "hàng", "một")
_EACH = Pattern(rf"(?<!\w)(?P<every>{'|'.join(EVERY)}) (?P<per>[^\W\d_]+) \Z")
_TIMES = frozenset(("ngày", "tuần", "tháng", "quý", "năm"))
_ROW_OF_NAMES = Pattern(r"(?P<name>[^\W\d_]+) [0-9]{1,4}(?:, [0-9]{1,4}){0,9}(?:,| và| hoặc) \Z")
_ROW_GOES_ON = (", ", " và ", " hoặc ")
_AFTER: tuple[tuple[str, Qualifier], ...] = (
    (" trở lên", "at-least"),
    (" trở xuống", "at-most"),
    (" có lẻ", "above"),
)
_AFTER_PHRASES = tuple(phrase for phrase, _ in _AFTER)


@cache
def _by_words(role: str) -> dict[str, str]:
    """For each phrase the id of the list that it is in."""
    return {
        word: listed.id for listed in word_lists().values() if listed.role == role for word in listed.words
    }


@cache
def _by_last_word(role: str) -> dict[str, list[str]]:
    """The phrases of *role*, each after a space, by their last word, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(_by_words(role), key=len, reverse=True):
        found.setdefault(phrase.rpartition(" ")[2], []).append(f" {phrase}")
    return found


@cache
def qualifying() -> frozenset[str]:
    """The words that may be the last before a number with a qualifier."""
    return _FILLERS.union(_by_last_word("qualifier"))


@cache
def _changing() -> frozenset[str]:
    """The words that may be the last before a number that is a rise or a fall."""
    return frozenset((*_by_last_word("increase"), *_by_last_word("decrease")))


def words_before(lower: str, position: int) -> list[str]:
    """Up to six words right before *position*, the nearest first, as far as single spaces join them."""
    if not position or lower[position - 1] != " ":
        return []
    words = lower[max(0, position - _REACH) : position - 1].rsplit(" ", _WORDS)[: -_WORDS - 1 : -1]
    whole = list(map(str.isalpha, words))
    if False in whole:
        count = whole.index(False)
        last = words[count]
        words = words[:count]
        if last[-1:].isalnum() and not last[-1].isdecimal():
            words.append(_MARK.split(last)[-1])
    return words


def qualifier_before(
    lower: str, start: int, words: list[str], *, measured: bool = False
) -> tuple[int, Qualifier | None, list[str]]:
    """Where the figure begins with its qualifiers, the nearest of them, and the words before that.

    After a word of size, ``hơn`` qualifies what is *measured* and is no comparison: ``dài hơn 5 km``.
    """
    if words and words[0] not in qualifying():
        return start, None, words  # as mostly
    qualifiers = _by_words("qualifier")
    found: Qualifier | None = None
    begin = start
    while True:
        sign = "" if words else _sign_before(lower, begin)
        if sign:
            begin = lower.rindex(sign, 0, begin)
            found = found or cast(Qualifier, qualifiers[sign])
            words = words_before(lower, begin)
            continue
        # khoảng từ 10 đến 15: the preposition changes nothing
        skipped = words[1:] if words and words[0] in _FILLERS else words
        phrase = _longest(skipped, "qualifier")
        if not phrase or _only_compares(skipped, phrase, measured, filled=skipped is not words):
            return begin, found, words
        found = found or cast(Qualifier, qualifiers[phrase])
        begin -= len(phrase) + 1 + (len(words[0]) + 1 if skipped is not words else 0)
        words = words_before(lower, begin)


def _sign_before(lower: str, begin: int) -> str:
    """The sign that qualifies the number at *begin*: ``>``, ``≥``, ``~``; empty where there is none."""
    if not begin or lower[begin - 1] not in _SYMBOLS_OR_SPACE:
        return ""
    if lower[begin - 1] == " " and begin > 1 and lower[begin - 2].isalnum():
        return ""  # a word stands before, as mostly
    near = lower[max(0, begin - 4) : begin].rstrip(" ")[-2:]
    qualifiers = _by_words("qualifier")
    return next((sign for sign in (near, near[-1:]) if sign in qualifiers and not sign.isalpha()), "")


def _longest(words: list[str], role: str) -> str:
    """The longest phrase of *role* that *words*, the nearest first, end in; empty if there is none."""
    phrases = _by_last_word(role).get(words[0]) if words else None
    if phrases is None:
        return ""
    before = " " + " ".join(words[_LONGEST_PHRASE - 1 :: -1])
    return next((phrase[1:] for phrase in phrases if before.endswith(phrase)), "")


def _only_compares(words: list[str], phrase: str, measured: bool, *, filled: bool) -> bool:
    """Whether *phrase* only compares (``cao hơn 5%``) or is part of a word (``nhiệt độ``, ``hàng non``).

    A hơn that qualifies is not *filled* by ``từ``: ``mát hơn từ 1 đến 2 độ``.
    """
    if filled and phrase == "hơn":
        return True
    after = words[len(phrase.split(" ")) :]
    if not after:
        return False
    if phrase == "non":
        return after[0] in words_of("before-young")
    if phrase != "hơn" or after[0] not in words_of("comparison"):
        return False
    return not (measured and after[0] in words_of("size"))


def is_compared(lower: str, end: int) -> bool:
    """Whether a comparison follows the figure that ends at *end*."""
    return _COMPARED.match(lower, end) is not None


def times_before(
    lower: str, begin: int, qualifier: Qualifier | None, words: list[str]
) -> tuple[int, Qualifier | None, list[str]]:
    """The beginning, qualifier and words before of a multiple with ``gấp``, where it has a qualifier.

    ``gần gấp 3 lần`` is one figure; in ``tăng gấp 3 lần`` the words before it suffice.
    """
    if words[:1] != ["gấp"]:
        return begin, qualifier, words
    start = begin - len("gấp ")
    further, found, before = qualifier_before(lower, start, words_before(lower, start))
    return (further, found, before) if found is not None else (begin, qualifier, words)


def per_before(lower: str, start: int, words: list[str], *, priced: bool) -> tuple[str, int] | None:
    """The noun that a figure is counted per, right before the figure, and where that noun begins.

    *words* are those before the figure, as ``words_before`` gives them; the second rules most figures out.
    After ``mỗi`` it is any word; after ``hằng``, ``hàng`` and ``một`` a length of time, for what is *priced*.
    """
    if len(words) < 2 or words[1] not in EVERY:
        return None
    each = _EACH.search(lower, max(0, start - _REACH), start)
    if each is None:
        return None
    per = each["per"]
    if each["every"] != "mỗi" and not (priced and per in _TIMES):
        return None
    return (per, each.start("every")) if per not in words_of("ends-noun") else None


def qualifier_after(lower: str, end: int) -> tuple[int, Qualifier | None]:
    """Where the figure ends with a qualifier after its unit, and that qualifier."""
    if lower.startswith(_AFTER_PHRASES, end):
        phrase, qualifier = next(each for each in _AFTER if lower.startswith(each[0], end))
        return end + len(phrase), qualifier
    far = _FAR_AFTER.match(lower, end) if lower.find(" trở ", end, end + FAR) >= 0 else None
    if far is None or words_of("ends-noun").intersection(far["words"].split()[:1]):
        return end, None
    return far.end(), "at-least" if far["way"] == "lên" else "at-most"


def change_before(words: list[str]) -> Literal["increase", "decrease"] | None:
    """Whether the *words* before a figure, the nearest first, say that it is a rise or a fall."""
    if words[:1] == ["được"]:
        words = words[1:]  # giảm được 4 phòng
    if not words or words[0] not in _changing():
        return None
    rise, fall = _longest(words, "increase"), _longest(words, "decrease")
    if not rise and not fall:
        return None
    return "increase" if len(rise) > len(fall) else "decrease"  # giảm thêm ends in thêm


def _joins(plain: str, start: int) -> bool:
    """Whether the characters before the number at *start* belong to the same string, such as a code."""
    last, beyond = plain[start - 1], plain[start - 2] if start > 1 else " "
    if last == " ":
        return beyond == "+" and plain[max(0, start - 4) : start - 2].strip().isdigit()  # Km 128 + 600
    if last in ".,:/+":
        return beyond.isdigit() or (last == "." and beyond.isalpha())
    return last in "-–_@#&=°" and (beyond.isalpha() or last not in "-–")


def is_part(plain: str, start: int, end: int, *, bound: bool = False) -> bool:
    """Whether the number is a piece of a longer string: a date, a code, a model, a version.

    For a *bound*, a dash right before the number follows a figure.
    """
    if start and not bound and (plain[start - 1] != " " or plain[start - 2] == "+") and _joins(plain, start):
        return True
    # a blank after it is the most common case
    return not plain.startswith(" ", end) and _goes_on(plain, start, end)


def _goes_on(plain: str, start: int, end: int) -> bool:
    """Whether the characters right after the number belong to the same string."""
    following = plain[end : end + 2]
    if not following:
        return False
    if following[0].isupper() and _PLATE.match(plain, end):
        return True
    if following[0] in ":+@_" and following[1:].isdigit():
        return True
    if following[0] in "-–" and start >= 3 and plain[start - 3 : start] == plain[end + 1 : end + 4]:
        return False  # VND1000-VND2000
    return following[0] in "-/" and following[1:].isalpha() and not following[1:].islower()


@cache
def _last_of_names() -> frozenset[str]:
    """The last words of what a number names."""
    return frozenset(name.rpartition(" ")[2] for name in words_of("name-before"))


def is_name(words: list[str], value: Decimal, *, firm: bool) -> bool:
    """Whether the word before the number makes it the name of one thing: ``quận 3``, ``lần 2``.

    A *firm* figure has a noun that is often counted: ``nhóm 5 người``. Ranks are low numbers:
    ``cấp 2`` is a name, ``cấp 300 giấy phép`` a count.
    """
    if not words or words[0] not in _last_of_names():
        return False
    names = words_of("name-before")
    two = f"{words[1]} {words[0]}" if len(words) > 1 else ""
    if two in names:
        return not (firm and two in words_of("group-before"))  # đã ban hành kết luận 103 cuộc
    if two in words_of("no-name-before"):
        return False
    if words[0] not in names or (words[0] in words_of("rank-before") and value > _HIGHEST_RANK):
        return False
    if len(words) > 1 and words[1] in words_of("counts-before"):
        return False
    return not (firm and words[0] in words_of("group-before"))


def goes_on_naming(lower: str, start: int) -> bool:
    """Whether the number ends a row of names: ``khoản 1, 2 và 3 Điều 5``, ``quận 1, 3, 5``."""
    begin = max(0, start - _REACH)
    row = _ROW_OF_NAMES.search(lower, begin, start) if lower.endswith(_ROW_GOES_ON, begin, start) else None
    return row is not None and row["name"] in words_of("name-before")


def is_score(words: list[str]) -> bool:
    """Whether the words before show that two numbers are a score."""
    scores = words_of("score-before")
    return any(" ".join(reversed(words[:count])) in scores for count in (1, 2, 3))
