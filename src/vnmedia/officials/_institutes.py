"""Public hospitals, universities and museums beside the offices of their directors.

The registry does not have them, since a hospital's name alone says too little. Beside ``Giám đốc`` or
``Hiệu trưởng`` the name is read where it shows that the institute is public: by its level or place (``Bệnh
viện Đa khoa tỉnh``, ``Trung ương``), from a list of hospitals, or as a school that is not a known private
one. A person's name right after it is separated from it only where the institute's name is complete.
"""

from __future__ import annotations

from functools import cache

from ..model import Agency
from ..registries import Pattern, Worded, words
from ..registries.agencies import word_lists
from ..registries.places import provinces
from ._persons import person_after

__all__ = ["institute_at"]

_MOST = 100  # characters of a name
_HEAD = Worded(r" <office_words/institute-heads>(?= )")
_WORD = Pattern(r"(?: [-–])? (?P<word>TP\.? ?HCM|[0-9][-0-9]*|[^\W\d_]+)(?!\w)")
_HEADS = {"BV": "Bệnh viện", "BVĐK": "Bệnh viện Đa khoa", "ĐH": "Đại học", "CĐ": "Cao đẳng"}
_HCM = Pattern(r"TP\.? ?HCM")
#: Words that show that a hospital is public.
_LEVEL = Pattern(r"(?:tỉnh|thành phố|huyện|quận|thị xã|khu vực|[Qq]uân y|[Qq]uân đội|[Cc]ông an)(?!\w)")
# TW is short for Trung ương.
_FOREIGN_LETTERS = Pattern(r"[FJZfjwz]|(?<!T)W")


def institute_at(plain: str, start: int) -> tuple[Agency, int] | None:
    """The public institute whose name follows the office before *start*, and where the name ends."""
    head = _HEAD.match(plain, start, start + _MOST)
    if head is None:
        return None
    ends = _word_ends(plain, head.end())
    for end in reversed(ends[:-1]):
        person = person_after(plain, end + 1)
        name = plain[head.end() + 1 : end]
        if person is not None and person not in _givers() and _is_whole(head.group()[1:], name):
            return _institute(head.group()[1:], name), end
    name = plain[head.end() + 1 : ends[-1]] if ends else ""
    return (_institute(head.group()[1:], name), ends[-1]) if _is_public(head.group()[1:], name) else None


def _word_ends(plain: str, start: int) -> list[int]:
    """The ends of the words from *start* on that may belong to the name of an institute."""
    ends: list[int] = []
    word = _WORD.match(plain, start, start + _MOST)
    while word is not None and (not word["word"].islower() or word["word"] in _parts()):
        ends.append(word.end())
        word = _WORD.match(plain, word.end(), start + _MOST)
    return ends


@cache
def _parts() -> frozenset[str]:
    """The words in small letters that stand inside such names."""
    return frozenset(words("office_words/institute-parts"))


@cache
def _givers() -> frozenset[str]:
    """Persons whose names schools and hospitals bear."""
    return frozenset((*words("office_words/namesakes"), *word_lists()["honoured"].words))


@cache
def _tails() -> tuple[str, ...]:
    return (*words("office_words/institute-tails"), *(province.name for province in provinces().values()))


def _is_whole(head: str, name: str) -> bool:
    """Whether *name* names a public institute and is complete, so that a person's name may follow."""
    ends = name.endswith(_tails()) or name[-1:].isdigit() or name.rpartition(" ")[2].islower()
    return _is_public(head, name) and (ends or name in words("office_words/hospitals"))


def _is_public(head: str, name: str) -> bool:
    if any(word in name for word in words("office_words/private-institutes")):
        return name in words("office_words/hospitals") and head in ("Bệnh viện", "BV")
    if not name or _FOREIGN_LETTERS.search(_HCM.sub("", name)):
        return False
    if not head.startswith(("Bệnh viện", "BV")):
        return True
    known = name in words("office_words/hospitals")
    return known or name.endswith(_tails()) or _LEVEL.search(name) is not None


def _institute(head: str, name: str) -> Agency:
    spelled = " ".join(_HEADS.get(word, word) for word in head.split(" "))
    return Agency(name=f"{spelled} {_HCM.sub('Thành phố Hồ Chí Minh', name)}", kind="public-service-unit")
