"""Whether a number counts the noun after it, or is a name, a code or a year."""

from __future__ import annotations

from decimal import Decimal

from ..grammar import Found
from ..model.statistic import Qualifier
from ..registries import Pattern
from ..text import TextView
from ._around import goes_on_naming, is_name, words_before
from ._open import OPEN
from ._rules import Candidate
from ._units import Counted, words_of

__all__ = ["counts", "is_proper", "makes_no_figure"]

# The most digits that a count has without marks.
_LONGEST_COUNT = 7
# ``một`` counts only these.
_ONE_COUNTS = frozenset(("percent", "money", "measure"))
# năm giải phóng: two words that only begin like a counted noun
_TWO_WORDS = Pattern(r"[^\W\d_]+ [^\W\d_]+")
# Number words with other everyday meanings; they count only nouns that are often counted.
_RARELY_COUNT = frozenset(map(Decimal, range(5, 11)))


def counts(
    view: TextView, found: Found[Candidate], counted: Counted, words: list[str], qualifier: Qualifier | None
) -> bool:
    """Whether the number before *counted* counts it, rather than naming something before it."""
    candidate = found.candidate
    in_digits = bool(candidate.printed)
    if candidate.bare and qualifier is None:
        return False
    if counted.sort == "percent":
        return True
    if view.lower[found.end : counted.end].strip() in words_of("rare-money") and _is_small(candidate):
        return False
    if not in_digits and (said := _said(view.lower, found, counted, words)) is not None:
        return said
    if counted.sort in ("money", "measure", "age", OPEN):
        return not (words and words[0] in ("số", "ql", "km") and is_name(words, candidate.value, firm=False))
    if _is_numbering(view, found, counted) or (in_digits and goes_on_naming(view.lower, found.start)):
        return False
    firm = counted.sort == "noun" and counted.unit[0].islower()
    if words[:1] == ["điều"] and counted.noun_class == "document":
        firm = False
    # quân số 500 người: a number before people is no house's
    people = words[:1] == ["số"] and counted.noun_class in ("person", "household")
    if qualifier is None and not people and _names(view.plain, found, words, firm=firm):
        return False
    if not in_digits and counted.sort == "word" and candidate.value in _RARELY_COUNT:
        return False
    return not (_is_year(candidate, qualifier) or _is_code(view.lower, found.start, candidate))


def _said(lower: str, found: Found[Candidate], counted: Counted, words: list[str]) -> bool | None:
    """Whether a number in words counts what follows; None where that is to be asked as of digits."""
    if _is_one(found.candidate):
        return True
    if words[:1] == ["thứ"]:
        return False  # HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH
    if found.end - found.start == 3 and lower.startswith("năm ", found.start):
        return counted.sort in ("noun", "money") and not _is_year_word(lower, found.start, counted)
    return None


def _is_small(candidate: Candidate) -> bool:
    """Whether the number is too small for money whose name mostly means something else: ``3 bảng``."""
    return candidate.scale == 1 and candidate.value < 1000


def _is_one(candidate: Candidate) -> bool:
    """Whether the number is the word ``một``."""
    return not candidate.printed and candidate.of is None and candidate.value == 1 and candidate.scale == 1


def makes_no_figure(candidate: Candidate, counted: Counted) -> bool:
    """Whether what is counted rules a figure out: a time, a place, or a thing after ``một`` as an article."""
    if counted.sort in ("time", "place"):
        return True
    if candidate.printed or not _is_one(candidate):
        return False
    return counted.sort not in _ONE_COUNTS or counted.unit in words_of("vague-measure")


def _names(plain: str, found: Found[Candidate], words: list[str], *, firm: bool) -> bool:
    """Whether the number names what stands before it, also a hospital or works: ``Bệnh viện 108 tổ chức``."""
    if not words:
        return False
    if is_name(words, found.candidate.value, firm=firm):
        return True
    kinds = words_of("called-numbered").intersection((words[0], " ".join(words[1::-1])))
    return any(plain[found.start - len(kind) - 1].isupper() for kind in kinds) if kinds else False


def _is_numbering(view: TextView, found: Found[Candidate], counted: Counted) -> bool:
    """Whether what follows is named rather than counted: ``khoản 3 Điều 5``, a list's ``1 Sở Y tế``."""
    unit, plain, end = counted.unit, view.plain, counted.end
    word = unit.lower()
    if word in words_of("street") and plain.startswith(" ", end) and plain[end + 1 : end + 2].isupper():
        return True  # a house's number: 29 phố Huế
    if word in words_of("law-part"):
        numbered = plain.startswith(" ", end) and plain[end + 1 : end + 2].isdecimal()
        return numbered or view.lower.startswith(" này", end)
    if found.start and plain[found.start - 1] != "\n":
        return False
    named = unit[0].isupper() and not unit.isupper() and plain[end + 1 : end + 2].isupper()
    return named and found.candidate.of is None


def _is_year_word(lower: str, start: int, counted: Counted) -> bool:
    """Whether a lone ``năm`` means year: ``trong năm người dân …``, ``10 năm``, ``năm nhà``."""
    before = words_before(lower, start)[:1]
    two = _TWO_WORDS.match(lower, counted.end - len(counted.unit))
    return (
        lower[max(0, start - 2) : start - 1].isdecimal()
        or bool(words_of("year-before").intersection(before))
        or counted.unit in words_of("year-after")
        or (two is not None and two.group() in words_of("year-after"))
    )


def _is_year(candidate: Candidate, qualifier: Qualifier | None) -> bool:
    """Four digits without a mark are a year unless they are round or something qualifies them."""
    text = candidate.printed
    return (
        len(text) == 4
        and text.isdecimal()
        and 1800 <= int(text) <= 2100
        and int(text) % 100 != 0
        and qualifier is None
    )


def _is_code(lower: str, start: int, candidate: Candidate) -> bool:
    """Whether there are too many digits for a count, or groups of digits, as of a telephone or account."""
    text = candidate.printed
    return text.isdecimal() and (
        len(text) > _LONGEST_COUNT or (len(text) > 2 and lower[max(0, start - 4) : start - 1].isdecimal())
    )


def is_proper(plain: str, start: int, end: int, counted: Counted | None, words: list[str]) -> bool:
    """Whether a capital makes the number part of a name (Ba Đình, thứ Hai, anh Mười) or of a code (5K)."""
    if plain[end - 1] == "K" and plain[end - 2].isdecimal():
        return end - start < 4 and (counted is None or counted.sort != "money")
    if not plain[start].isupper() or plain[start:end].isupper():
        return False
    if words[:1] and words[0] in words_of("called-by-number"):
        return True
    if plain[start + 1 : end].islower() and " " in plain[start:end]:
        return False  # a number of several words begins a sentence: Một trăm triệu đồng
    if counted is not None and counted.sort in _ONE_COUNTS and not plain.startswith("Năm ", start):
        return _goes_on_with_name(plain, start)
    if counted is None or not counted.unit[0].islower():
        office = counted is not None and counted.noun_class == "person" and " " in counted.unit
        return not office or words[:1] == ["thứ"] or _goes_on_with_name(plain, start)
    before = plain[max(0, start - 3) : start].rstrip(" ")
    return counted.sort == "word" and bool(before) and (before[-1].isalnum() or before[-1] == ",")


def _goes_on_with_name(plain: str, start: int) -> bool:
    """Whether the word before is also part of a name: Nguyễn Văn Ba."""
    if not start or plain[start - 1] != " ":
        return False
    before = plain[max(0, start - 12) : start - 1].rsplit(" ", 1)[-1].lstrip("(“\"'")
    return before[:1].isupper() and before.isalpha()
