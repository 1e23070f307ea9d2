"""Bylines: who wrote an article, and where it was taken from, in the words after its last sentence.

A byline is made of parts (``Khánh Huyền - Ngọc Mai``, ``Hải Yến/VOV``, ``Theo Lan Anh (Dân trí)``), each
a name, an outlet, a label or a note that names nobody. If any part is something else, it is not a byline.
"""

from __future__ import annotations

import re

import attrs

from ..registries import Pattern
from ._names import is_name, is_sure_name
from ._outlets import holds_name, is_known_outlet, is_outlet
from ._phrases import begins, cut, is_one, label, opening

__all__ = ["Byline", "read_byline", "tail_byline"]

_LONGEST = 160
_BRACKETS = Pattern(r"[(\[]([^()\[\]]{1,60})[)\]]")
_SEPARATOR = Pattern(
    r"(\s*[,;|/•]\s*|\s+[-–—+]\s+|\s*[–—]\s*|\s+và\s+|\.?\s+(?=(?:Theo|Tổng hợp|Lược dịch|Biên dịch)\b))"
)
# Marks that may also stand within a name: ``Đời sống & Pháp luật`` is an outlet.
_PAIR = Pattern(r"\s*[-&]\s*")
_THEO = Pattern(
    r"(?:(?:dịch|lược dịch|tổng hợp|trích) )?(?:theo|tổng hợp từ) (?:báo |trang |tờ |nguồn )?(?=\S)"
    r"|nguồn (?=[A-ZĐ])",
    re.IGNORECASE,
)
_LABELLED = Pattern(
    r"\s*[;,.|/\-–]\s*(?=(?:[Ảả]nh|[Vv]ideo|[Cc]lip|[Đđ]ồ họa|[Bb]ài|[Tt]in)[^:]{0,12}:)"
    r"|\s+(?=(?:Ảnh|Video|Clip|Đồ họa|Nguồn|Minh họa|Thiết kế)[^:]{0,12}:)"
)
_DOTTED = Pattern(r"[A-ZĐ](?:\.[A-ZĐ])+")
_DOTTED_NAME = Pattern(r"[A-ZĐ](?:\.[A-ZĐ]){1,3}\.?")
# Words of a sentence: no byline has so many small letters, but for what a bracket or a label announces.
_CLAUSE = Pattern(r"(?: [a-zà-ỹđ]+){6}")
_ANNOUNCED = Pattern(r"[:(\[]")
# What separates a degree from the next one, or from the name.
_AFTER_DEGREE = Pattern(r"\.\s?|,\s?|\s+|-")
_ADDRESS = Pattern(r"\S+@\S+")
# Where a sentence ends: its mark, the quotation marks after it, the press's closing ./. , and a space.
_SENTENCE_ENDS = Pattern(
    # One set of characters first, which the engine finds quickly.
    r"[.!?…;\"”»)\]\s](?:(?<=[.!?…;])[\"'”’»)\]]*(?:\s*/\s?\.)?\s+|(?<=[\"”»)\]])\s+"
    r"|(?<=[a-zà-ỹ]\.)/\.|(?<=[\d%]\s)\s*)"
)
_ENUMERATED = Pattern(r"(?:^|[.;:,!?)]\s*|\n)\d{1,2}\.\s+$")


@attrs.frozen
class Byline:
    """Who wrote (``authors``) and where it was taken from (``sources``), as printed."""

    authors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def read_byline(line: str) -> Byline | None:
    """The byline in *line*; None unless the whole line is one.

    >>> read_byline("Theo Lan Anh (Dân trí)")
    Byline(authors=('Lan Anh',), sources=('Dân trí',))
    >>> read_byline("Bài, ảnh: HẢI CHÂU - Hoài Nam")
    Byline(authors=('HẢI CHÂU', 'Hoài Nam'), sources=())
    """
    if _is_text(line):
        return None
    authors: list[str] = []
    sources: list[str] = []
    rest = line
    noted = False
    for match in _BRACKETS.finditer(line):
        inner = match.group(1).strip()
        rest = rest.replace(match.group(), " ", 1)
        noted = True
        found = _in_brackets(inner)
        if found is None:
            return None
        sources.extend(found.sources)
        authors.extend(found.authors)
    rest = _ADDRESS.sub(" ", rest).strip(" .:*•-–—_|\"'“”")
    length = label(rest.lower(), "author")  # in "Bài, ảnh:" the second word is not a part of its own
    first, *others = _LABELLED.split(rest[length:])
    for part in (rest[:length] + first, *others):
        found = _labelled(part.strip(" .;-–—"), noted=noted or bool(authors))
        if found is None:
            return None
        authors[:0] = found.authors
        sources.extend(found.sources)
    if not authors and (is_one(line.lower(), "outlet") or not (sources or noted or rest)):
        return None  # a short name alone is as likely a section in a menu
    printed = (f"{name}." if _DOTTED.fullmatch(name) and f"{name}." in line else name for name in authors)
    return Byline(tuple(dict.fromkeys(printed)), tuple(dict.fromkeys(sources)))


def _is_text(line: str) -> bool:
    """Whether *line* is surely no byline: too long, or with the clause of a sentence."""
    if len(line) > _LONGEST:
        return True
    clause = _CLAUSE.search(line)
    return clause is not None and _ANNOUNCED.search(line, 0, clause.start()) is None


def _in_brackets(inner: str) -> Byline | None:
    lower = inner.lower()
    if is_one(lower, "note", "staff") or label(lower, "credit") or lower.startswith(("từ ", "tại ")):
        return Byline()
    length = label(lower, "source")
    theo = _THEO.match(inner)
    if length or theo:
        return _parts(inner[length or (theo.end() if theo else 0) :], theo=True, noted=False)
    if length := label(lower, "author"):
        return _parts(inner[length:], theo=False, noted=True)
    if is_outlet(inner) or (len(inner) <= 40 and inner[:1].isupper()):
        return Byline(sources=(inner,)) if not is_one(lower, "unnamed") else Byline()
    return None


def _labelled(part: str, *, noted: bool) -> Byline | None:
    """One part with the label before it, if it has one."""
    lower = part.lower()
    if not part or (is_one(lower, "note") and not is_name(part)):
        return Byline()
    if label(lower, "credit"):
        return Byline() if len(part) <= 80 else None
    if length := label(lower, "author"):
        return _parts(part[length:], theo=False, noted=True)
    if length := label(lower, "source"):
        return _parts(part[length:], theo=True, noted=noted)
    if theo := _THEO.match(part):
        return _parts(part[theo.end() :], theo=True, noted=noted)
    return _parts(part, theo=False, noted=noted)


def _parts(text: str, *, theo: bool, noted: bool) -> Byline | None:
    """The names and outlets in *text*; *theo* if they are those that the article was taken from."""
    if is_one(text.lower(), "staff"):
        return Byline(authors=(text.strip(),))
    split = ["", *_SEPARATOR.split(text)]
    pieces = [
        (before.strip(), piece.strip(" .:*")) for before, piece in zip(split[::2], split[1::2], strict=True)
    ]
    pieces = [(before, piece) for before, piece in pieces if piece]
    alone = len(pieces) == 1 and not noted
    authors: list[str] = []
    sources: list[str] = []
    for before, printed in pieces:
        piece = _without_role(printed)
        outlet = _outlet(piece)
        if outlet is None and (tied := _outlet_and_name(piece)) is not None:
            sources.append(tied[0])
            authors.append(tied[1])
            continue
        if outlet is not None:
            sources.append(outlet)
            theo = theo or outlet != piece
        elif _is_person(piece, alone=alone and piece == printed, theo=theo):
            authors.append(piece)
        elif len(pair := _PAIR.split(piece)) > 1 and all(map(is_name, pair)):
            authors.extend(pair)
        elif _could_be_outlet(piece) and (
            theo or before == "/" or (authors and begins(piece.lower(), "body"))
        ):
            sources.append(piece)
        elif not is_one(piece.lower(), "note"):
            return None
    return Byline(tuple(authors), tuple(sources)) if authors or sources else None


def _outlet_and_name(piece: str) -> tuple[str, str] | None:
    """The outlet and the person named one after the other in *piece*: ``VOV.VN Bích Lan``."""
    outlet, _, name = piece.partition(" ")
    return (outlet, name) if outlet[:2].isupper() and is_outlet(outlet) and holds_name(piece) else None


def _outlet(piece: str) -> str | None:
    """The outlet that *piece* names; ``VOV-Đông Bắc`` is a bureau of VOV."""
    theo = _THEO.match(piece)
    if theo:
        return piece[theo.end() :]
    if " " in piece and is_sure_name(piece) and not is_known_outlet(piece):
        return None  # a person's first word may also be Trang or Đài
    bureau, hyphen, _ = piece.partition("-")
    if hyphen and is_outlet(bureau):
        return bureau
    return piece if is_outlet(piece) else None


def _is_person(piece: str, *, alone: bool, theo: bool) -> bool:
    """Whether *piece* is a person; if it stands alone, it must not also be the name of a place."""
    lower = piece.lower()
    if is_one(lower, "staff") or (begins(lower, "staff") and len(lower) <= 30):
        return True
    if is_one(lower, "unnamed") or (alone and is_one(lower, "place")):
        return False
    if (name := _without_degrees(piece)) != piece:
        return is_name(name) and " " in name
    return is_sure_name(piece) and " " in piece if theo and alone else is_name(piece)


def _without_role(piece: str) -> str:
    """*piece* without a role before the name (``PV Lan Anh``)."""
    name = piece[opening(piece.lower(), "reporter") :]
    return name.lstrip() if name[:1].isspace() and name.lstrip()[:1].isupper() else piece


def _without_degrees(piece: str) -> str:
    """*piece* without the degrees before a name (``PGS.TS Lan Anh``)."""
    while piece[:1].isupper() and (length := opening(piece.lower(), "degree")):
        after = _AFTER_DEGREE.match(piece, length)
        if after is None:
            break
        piece = piece[after.end() :]
    return piece


def _could_be_outlet(piece: str) -> bool:
    return piece[:1].isupper() and len(piece) <= 40 and piece.count(" ") <= 6 and ". " not in piece


def tail_byline(text: str) -> tuple[Byline, int] | None:
    """The byline that *text* ends with, after its last sentence, and where it starts.

    Without a label it must follow a whole sentence, so that words of a sentence are never taken for a byline.

    >>> tail_byline("Hoàn thành ngay trong tháng 2/2017. VĂN HUY")
    (Byline(authors=('VĂN HUY',), sources=()), 36)
    >>> tail_byline("Các chủ nhân đều đến từ TP. Hồ Chí Minh") is None
    True
    """
    begin = max(0, len(text) - 4 * _LONGEST)
    text = text[:begin] + cut(text[begin:], "more")
    begin = max(0, len(text) - _LONGEST)
    for match in _SENTENCE_ENDS.finditer(text, begin):
        start = match.end()
        if start <= begin or start >= len(text):
            continue
        tail = text[start:].rstrip().removesuffix("./.")
        if tail.endswith((".", ",", ";", ":", "!", "?")) and not _ends_as_byline(tail):
            continue
        if not _may_follow(text, match):
            continue
        byline = read_byline(tail) or _of_place_name(text, match, tail)
        if byline is not None and (byline.authors or byline.sources) and _is_plain(byline, tail):
            return byline, start
    return None


def _may_follow(text: str, match: re.Match[str]) -> bool:
    """Whether the words before can end a sentence, rather than be a title or an item's number."""
    if match.group().isspace():
        # After a bare number only initials are certainly not part of the sentence.
        return _DOTTED_NAME.fullmatch(text[match.end() :].strip()) is not None
    before = text[max(0, match.end() - 30) : match.end()]
    word = before.split()[-1].lower() if before.split() else ""
    return not is_one(word, "abbreviation") and not _ENUMERATED.search(before)


def _of_place_name(text: str, match: re.Match[str], tail: str) -> Byline | None:
    """The byline of a person with a place's name (``Hà Giang``): no place stands alone after a sentence."""
    if text[: match.end()].rstrip()[-3:].lower() in ("tp.", " t.") or not is_one(tail.lower(), "place"):
        return None
    return Byline(authors=(tail,)) if is_sure_name(tail) else None


def _ends_as_byline(tail: str) -> bool:
    """Whether *tail* ends like a byline; a name (``Kim Oanh.``) or credit may have a full stop."""
    if not tail.endswith(".") or tail.endswith("..") or len(tail) > 80:
        return False
    return is_name(tail.rstrip(".")) or len(_LABELLED.split(tail)) > 1


def _is_plain(byline: Byline, tail: str) -> bool:
    """Whether it is surely a byline: in running text an outlet alone must be known, or named as source."""
    if byline.authors or _THEO.match(tail) or label(tail.lower(), "source"):
        return True
    return all(is_outlet(source) or is_known_outlet(source) for source in byline.sources)
