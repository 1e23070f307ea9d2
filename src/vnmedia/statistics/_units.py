"""The unit or the noun after a number: what it counts."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import attrs

from ..numbers import WORDS
from ..registries import Pattern, once
from ..registries.units import Unit, by_opening, count_nouns, first_word, units, word_lists
from ..text import TextView

__all__ = ["Counted", "currency", "noun_at", "read_per", "read_unit", "words_of"]

Sort = Literal["percent", "money", "measure", "time", "place", "age", "noun", "word", "open"]

# Raised digits mark a footnote and belong to no word; after a length ² and ³ are powers.
_FOOTNOTES = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_POWERS = ("²", "³")
_WORD = re.compile(rf"[^\W\d_{_FOOTNOTES}]+")
# A place where no word or code goes on.
_ENDED = re.compile(rf"(?![^\W{_FOOTNOTES}])")
_TWO_WORDS = re.compile(rf"{_WORD.pattern} {_WORD.pattern}")
# The zero is a lost superscript: 37 0C.
_FIRST = rf"[^\W\d_{_FOOTNOTES}]+|0(?=c\b)|[^\w\s]"
_HEAD = re.compile(_FIRST)
_OPENING = "“\"'‘«"
_SORTS: dict[str, Sort] = {
    "ratio": "percent", "percentage-point": "percent", "currency": "money", "time": "time", "age": "age",
}  # fmt: skip
# Letters that are words; any other one alone is a sign: 14,5 x 20,5 cm.
_SYLLABLES = frozenset("ýổôảyủ")
_COORDINATE = Pattern(r" (?:vĩ|kinh|bắc|nam|đông|tây)(?!\w)")
#: How far back a word may show what degrees measure.
_NEAR = 300
#: The most syllables of a noun.
_LONGEST = 4
#: The most letters of the first word of a unit or noun; nothing longer is kept.
_LONGEST_WORD = 20
#: The most spaces between a number and a known unit; any other word may be a table's next cell.
_SPACES = 3
_NEXT = re.compile(rf" {{0,{_SPACES}}}({_FIRST})")
# A noun, with the word after it.
_ROW_OF_WORDS = re.compile(
    rf"{_WORD.pattern}+{_ENDED.pattern}(?: {_WORD.pattern}+{_ENDED.pattern}){{0,{_LONGEST}}}"
)
#: After a classifier it tells what the things look like, and is not what is counted: 367 viên màu hồng.
_COLOUR = "màu"
_SIGN = Pattern("[A-Za-z]{1,4}")
# One-letter signs that are also read in lower case, glued to their number.
_LOOSE_LETTERS = frozenset("VW")


@attrs.define  # not frozen: made for each number, it costs a third of the time
class Counted:
    """The unit of a figure, where it ends, and what sort of unit it is.

    ``noun`` is one that figures often count, ``word`` any other word that could be one; ``open`` is that of
    a sum that names none and may get it from its sentence. A unit of the sort ``time`` or ``place`` (a
    co-ordinate) makes no figure.
    """

    unit: str
    end: int
    sort: Sort
    noun_class: str = ""


@cache
def _spoken() -> re.Pattern[str]:
    """The number again in words, as regulations write it: ``01 (một) bộ``. Compiling it takes a while."""
    return re.compile(rf" ?\({WORDS}\)")


@cache
def words_of(role: str) -> frozenset[str]:
    """The words of all lists with *role*."""
    return frozenset(word for listed in word_lists().values() if listed.role == role for word in listed.words)


@once
def _forms() -> tuple[dict[str, list[str]], dict[str, Unit], dict[str, Unit]]:
    """Forms in lower case by their opening; units by exact form, and by form in lower case."""
    exact: dict[str, Unit] = {}
    folded: dict[str, Unit] = {}
    for unit in units().values():
        for form in unit.forms:
            small = len(form) <= 2 or form != form.lower()
            (exact if small else folded).setdefault(form, unit)
    return by_opening({form.lower() for form in (*exact, *folded)}), exact, folded


@cache
def _nouns_in_letters() -> frozenset[str]:
    """Units whose form in capitals is a counted noun."""
    return frozenset(form for form in _forms()[2] if form.isascii() and form in count_nouns())


@cache
def _nouns() -> dict[str, list[str]]:
    return by_opening(count_nouns())


@lru_cache(maxsize=4096)
def _listed(opening: str, head: str) -> tuple[list[str], list[str]]:
    """The forms of units and the nouns that may begin with the word *head*, and with *opening*.

    *opening* has two characters more. The cache helps, as numbers count the same things again and again.
    """
    units_of, nouns_of = _forms()[0], _nouns()
    return units_of.get(opening) or units_of.get(head, []), nouns_of.get(opening) or nouns_of.get(head, [])


def _beginning(lower: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The forms of units and the nouns that may begin with the word from *start* to *end*."""
    return _listed(lower[start : end + 2], lower[start:end]) if end - start <= _LONGEST_WORD else ([], [])


def read_unit(view: TextView, position: int) -> Counted | None:
    """What the number that ends at *position* counts; None where nothing countable follows."""
    lower = view.lower
    head = _NEXT.match(lower, position)
    if head is not None and head[1] == "(" and (spoken := _spoken().match(lower, position)) is not None:
        position = spoken.end()
        head = _NEXT.match(lower, position)
    if head is None:
        return None
    start, end = head.span(1)
    word = head[1]
    forms, nouns = _beginning(lower, start, end)
    unit = _unit_of(view, start, word, forms) if forms else None
    if start == position:
        return unit or (_loose(view, start) if word.isalpha() else None)
    known = unit is not None or start > position + 1
    if word in _OPENING:
        noun = _noun(view, start, known=known)
    else:
        noun = _noun_of(view, start, nouns, known) if nouns or not known else None
    return noun if unit is None or (noun is not None and noun.end > unit.end) else unit


@cache
def _no_units() -> dict[str, tuple[str, ...]]:
    return {head: tuple(words) for head, words in first_word(words_of("no-unit")).items()}


def _measure(view: TextView, start: int, head_end: int) -> Counted | None:
    """The unit at *start*, where a word ends at *head_end*."""
    forms, _ = _beginning(view.lower, start, head_end)
    return _unit_of(view, start, view.lower[start:head_end], forms) if forms else None


def _unit_of(view: TextView, start: int, head: str, forms: list[str]) -> Counted | None:
    """The unit at *start* with one of *forms*, which begin with *head*."""
    lower = view.lower
    if head in _no_units() and lower.startswith(_no_units()[head], start):
        return None
    _, exact, folded = _forms()
    for form in forms:
        end = start + len(form)
        if not lower.startswith(form, start) or (form[-1].isalnum() and not _ENDED.match(lower, end)):
            continue
        unit = exact.get(view.plain[start:end]) or folded.get(form)
        if unit is None or _is_of_more(view, start, form, unit):
            continue
        if unit.symbol == "độ":
            return _degrees(lower, start, end)
        return Counted(unit.symbol, end, _SORTS.get(unit.dimension, "measure"))
    return None


def _is_of_more(view: TextView, start: int, form: str, unit: Unit) -> bool:
    """Whether the *form* of a *unit* at *start* begins something else: a name, a power, a group of people."""
    end = start + len(form)
    if len(form) == 1 and _IN_NAME.match(view.plain, start):
        return True
    if unit.dimension == "length" and view.plain[end : end + 1] in _POWERS:
        return True
    if form == "khối" and _any_after(view.lower, end, "group-of-khối"):
        return True
    if form in _nouns_in_letters() and view.plain[start:end].isupper():
        return True  # 5 ATM are machines, 5 atm a pressure
    return not form.isascii() and _begins_name(view.plain, start, end)


@cache
def _whatever_case() -> dict[str, Unit]:
    """Units by their sign in small letters, where the sign means one unit in any case."""
    _, exact, _ = _forms()
    meant: dict[str, set[str]] = {}
    for form, unit in exact.items():
        meant.setdefault(form.lower(), set()).add(unit.symbol)
    return {
        form.lower(): unit
        for form, unit in exact.items()
        if len(meant[form.lower()]) == 1 and (len(form) > 1 or form in _LOOSE_LETTERS)
    }


def _loose(view: TextView, start: int) -> Counted | None:
    """A sign glued to its number in the wrong case: ``594Mhz``, ``110v``."""
    sign = _SIGN.match(view.plain, start)
    if sign is None or not _ENDED.match(view.plain, sign.end()):
        return None
    unit = _whatever_case().get(sign.group().lower())
    # a small m would be milli
    if unit is None or (sign.group()[0] == "m" and unit.symbol[0] == "M"):
        return None
    return Counted(unit.symbol, sign.end(), _SORTS.get(unit.dimension, "measure"))


def _degrees(lower: str, start: int, end: int) -> Counted:
    """``độ`` as the text around it shows: Celsius, a co-ordinate, or plain degrees."""
    if _COORDINATE.match(lower, end):
        return Counted("độ", end, "place")
    near = lower[max(0, start - _NEAR) : end]
    warm = any(word in near for word in words_of("temperature"))
    return Counted("°C" if warm else "độ", end, "measure")


def currency(form: str) -> str | None:
    """The ISO 4217 code of the currency that *form* before a sum means; None if it means none."""
    _, exact, folded = _forms()
    unit = exact.get(form) or folded.get(form.lower())
    return unit.symbol if unit is not None and unit.dimension == "currency" else None


def _any_after(lower: str, end: int, role: str) -> bool:
    """Whether one of the words with *role* stands right after *end*."""
    if not lower.startswith(" ", end):
        return False
    return any(
        lower.startswith(word, end + 1) and _ENDED.match(lower, end + 1 + len(word))
        for word in words_of(role)
    )


def _noun(view: TextView, start: int, *, known: bool) -> Counted | None:
    """The noun at *start*; with *known*, one that figures often count."""
    if view.lower[start] in _OPENING:
        start += 1
    return _noun_of(view, start, _nouns_at(view.lower, start), known)


def _noun_of(view: TextView, start: int, nouns: list[str], known: bool) -> Counted | None:
    """As ``_noun``, of *nouns* or an unknown one."""
    noun = _longest_of(nouns, view.lower, start)
    if noun is None:
        return None if known else _unknown_noun(view, start)
    noun_class = count_nouns()[noun]
    end = start + len(noun)
    if noun == "khối" and _any_after(view.lower, end, "measured-in-khối"):
        return None
    if noun_class in ("classifier", "container"):
        if _begins_name(view.plain, start, end):
            return None
        if noun_class == "classifier":
            end = _classified_end(view.lower, end)
    return Counted(view.plain[start:end], end, "noun", noun_class)


def _classified_end(lower: str, end: int) -> int:
    """Where the noun after a classifier that ends at *end* ends: chiếc xe máy, nhóm đối tượng."""
    after = _known_noun(lower, end + 1) if lower.startswith(" ", end) else None
    if after is None or count_nouns()[after] == "classifier" or after == _COLOUR:
        return end
    verb = _starts_phrase(lower, end + 1, words_of("ends-noun"))  # bông dao động
    return end if verb else end + 1 + len(after)


def noun_at(view: TextView, start: int) -> Counted | None:
    """The noun at *start*, if figures often count it."""
    return _noun(view, start, known=True)


def _begins_name(plain: str, start: int, end: int) -> bool:
    """Whether the word is the first of a name: ``2 Bình Định``, ``3 Yên Bái``, but ``12 Vụ, 5 Cục``."""
    if not plain[start:end].istitle():
        return False
    return plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper()


def _nouns_at(lower: str, start: int) -> list[str]:
    """The nouns with which the word at *start* can begin."""
    head = _WORD.match(lower, start)
    return _beginning(lower, start, head.end())[1] if head else []


def _longest_of(nouns: list[str], lower: str, start: int) -> str | None:
    for noun in nouns:
        if lower.startswith(noun, start) and _ENDED.match(lower, start + len(noun)):
            return noun
    return None


def _known_noun(lower: str, start: int) -> str | None:
    return _longest_of(_nouns_at(lower, start), lower, start)


def _unknown_noun(view: TextView, start: int) -> Counted | None:
    """The words from *start* on that may be a noun: in small letters, up to a word that ends a noun."""
    row = _ROW_OF_WORDS.match(view.plain, start)
    if row is None:
        return None
    words = row.group().split(" ")
    count = _noun_words(words)
    noun = " ".join(words[:count])
    return Counted(noun, start + len(noun), "word") if noun else None


def _noun_words(words: list[str]) -> int:
    """How many of *words*, from the first on, may be a noun."""
    stops = words_of("ends-noun")
    if words[0] in words_of("no-count"):
        return 0
    for index, word in enumerate(words[:_LONGEST]):
        one_letter = len(word) == 1 and word not in _SYLLABLES
        if one_letter or word in stops or not word.islower():
            return index
        if index + 1 < len(words) and f"{word} {words[index + 1].lower()}" in stops:
            return index
    return min(len(words), _LONGEST)


def _starts_phrase(lower: str, position: int, stops: frozenset[str]) -> bool:
    """Whether two words from *position* on are listed together, such as ``tham gia``."""
    two = _TWO_WORDS.match(lower, position)
    return two is not None and two.group() in stops


# vòng 12 V-League, 3 K-pop: no volts, no kelvins.
_IN_NAME = Pattern(r"[A-Z]-[A-Za-z]")
_PER_NUMBER = Pattern(r"[0-9.]{1,7} ?")
_UNIT_OF = Pattern("0?1[0.]* ?")
_COUNTED_APART = frozenset(("person", "household", "organisation", "place"))
# 15.000 đồng/1 kg is per kilogram; 7 lít/100 km keeps its hundred.
_ONE = Pattern(r"\A0?1(?![0-9.]) ?")


def read_per(view: TextView, position: int) -> tuple[str, int] | None:
    """What the figure is counted per, after the slash or ``mỗi`` at *position*, and where that ends."""
    lower = view.lower
    if lower.startswith("/ ", position):
        start = position + 2
        end = _known_end(view, start)
    elif lower.startswith(("/", " / "), position):
        start = position + (1 if lower[position] == "/" else 3)
        end = _per_end(view, start)
        while end and lower.startswith("/", end):
            further = _per_end(view, end + 1)
            if not further:
                break
            end = further
    elif lower.startswith((" mỗi ", " trên "), position):
        every = lower.startswith(" mỗi ", position)
        start = position + (5 if every else 6)
        end = _per_end(view, start) if every else _clock_end(view, start) or _rate_end(view, start)
    elif lower.startswith(" một ", position):
        start = position + 5
        head = _HEAD.match(lower, start)
        unit = _measure(view, start, head.end()) if head else None
        end = unit.end if unit and unit.sort in ("measure", "time") else 0
    else:
        return None
    return (_ONE.sub("", view.plain[start:end]), end) if end else None


# 5,6 ca trên 100.000 dân: a rate per round number.
_ROUND = Pattern(r"(?:1[0.]{2,9}|(?:1|10|100|một|mười|một trăm) (?:nghìn|ngàn|vạn|triệu)) ")


def _rate_end(view: TextView, start: int) -> int:
    """Where the words for the base of a rate end: ``trên 100.000 dân``."""
    number = _ROUND.match(view.lower, start)
    noun = _known_noun(view.lower, number.end()) if number else None
    return number.end() + len(noun) if number and noun else 0


def _known_end(view: TextView, start: int) -> int:
    """Where a known unit or noun ends after a slash and a blank: ``429 USD/ tấn``."""
    head = _HEAD.match(view.lower, start)
    unit = _measure(view, start, head.end()) if head else None
    if unit is not None and unit.sort in ("measure", "time"):
        return unit.end
    noun = _known_noun(view.lower, start)
    return start + len(noun) if noun and not view.plain[start].isupper() else 0


def _clock_end(view: TextView, start: int) -> int:
    """Where a unit of time or measure after ``trên`` ends, which stands for a slash."""
    head = _HEAD.match(view.lower, start)
    unit = _measure(view, start, head.end()) if head else None
    if unit is None or unit.sort not in ("measure", "time"):
        return 0
    return 0 if view.lower.startswith(" ", unit.end) else unit.end


def _per_end(view: TextView, start: int) -> int:
    number = _PER_NUMBER.match(view.lower, start)
    at = number.end() if number else start
    head = _HEAD.match(view.lower, at)
    if head is None:
        return 0
    unit, known = _measure(view, at, head.end()), _known_noun(view.lower, at)
    if unit is not None and (known is None or at + len(known) <= unit.end):
        # 83,2%/50%: a second figure, not what the first is counted per
        return 0 if number is not None and unit.sort in ("percent", "money") else unit.end
    if known is not None:
        # 3 vụ/5 đối tượng: a second figure; 1 máy/100 dân is per hundred
        second = number is not None and not _UNIT_OF.fullmatch(number.group())
        return 0 if second and count_nouns()[known] in _COUNTED_APART else at + len(known)
    word = _WORD.match(view.lower, at)
    if word is None or number is not None or not _ENDED.match(view.lower, word.end()):
        return 0
    return word.end()
