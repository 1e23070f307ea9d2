"""How names of bodies are written: words and the gaps between them, abbreviations, levels of places."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..grammar import any_of
from ..registries import Pattern
from ..registries.agencies import abbreviations
from ..registries.files import derived, derived_text
from ..text import lowered

__all__ = [
    "CHAIN",
    "CLOSING",
    "CLOSINGS",
    "COMMUNAL",
    "COUNTED",
    "DASH",
    "GAP",
    "HCM",
    "HCM_WORDS",
    "LEVEL",
    "NEXT",
    "NUMBER",
    "OFFICE",
    "PARKS",
    "PLURAL",
    "STEP",
    "WORD",
    "chain_beginnings",
    "counts",
    "counts_places",
    "expansions",
    "key",
    "level_word",
    "spelled",
    "spellings",
    "stored",
    "words",
]

#: The data file that the meanings of abbreviations are read from.
_SOURCES = ("abbreviations.toml",)

WORD = re.compile(r"[^\W_]+")
#: A word and the space before it.
NEXT = re.compile(f" ({WORD.pattern})")

#: What may stand between two words of one name; ``và`` and punctuation vary and mean nothing.
#: Mostly it is one space, which stands first.
GAP = re.compile(r" (?=[^\W_])(?!và )| ?(?:[-–&/,] ?|và |\.(?=(?:[ưw]|vn)\b)|(?<=\btp)\. ?)?(?=[^\W_])")

#: What may stand between two words of a place's name: ``Bà Rịa - Vũng Tàu``, ``Cư M'gar``.
DASH = re.compile(r"(?: ?(?:[-–] ?)?|['’] ?)(?=[^\W_])")

#: A word, and the gap after it where another one follows: mostly one space.
STEP = re.compile(f"({WORD.pattern})(?:{GAP.pattern})?")

#: The city whose name stands as capitals more often than not.
HCM = re.compile(r"(?:tp|t\.p|thành phố)[. ]{0,2}hcm(?![^\W_])")
HCM_WORDS = ("thành", "phố", "hồ", "chí", "minh")

#: Capitals that stand for words, joined as writers join them: ``TT&TT``, ``KH-CN``, ``VH,TT&DL``.
CHAIN = re.compile(
    r"[A-ZĐƯ][A-ZĐƯ0-9]*(?![^\W_])(?:(?: ?[&–-] ?|,? ?|\.| và )[A-ZĐƯ][A-ZĐƯ0-9]*(?![^\W_])){0,4}"
)
_PIECE = re.compile(r"[A-ZĐƯ0-9]+")

_LEVELS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "huyện": "huyện",
    "h": "huyện",
    "x": "xã",
    "quận": "quận",
    "q": "quận",
    "thị xã": "thị xã",
    "tx": "thị xã",
    "phường": "phường",
    "p": "phường",
    "xã": "xã",
    "thị trấn": "thị trấn",
    "tt": "thị trấn",
    "đặc khu": "đặc khu",
    "thủ đô": "thủ đô",
}
#: The level words in full.
LEVELS = tuple(dict.fromkeys(_LEVELS.values()))

#: The levels whose places no registry has.
COMMUNAL = ("xã", "phường", "thị trấn", "đặc khu")

#: An office, then the body and the level word of its place: ``Chủ tịch UBND xã``, ``Trưởng Công an phường``.
OFFICE = Pattern(
    r"(?:chủ tịch|bí thư|trưởng|giám đốc|chỉ huy|chủ nhiệm)(?: thường trực)?(?: [^\W_]+){1,6} \Z"
)

#: A quarter of a year after a body, not the district of that number: ``Q1/2020``, ``Q2 năm 2022``.
QUARTER = re.compile(r" ?[Qq][1-4](?:[-/.](?:19|20)?[0-9]{2}(?![0-9])|,? [Nn]ăm(?!\w))")

#: A level word before a place. The letters that stand for one need other surroundings than the words.
LEVEL = re.compile(
    rf" ?(?:({any_of([*LEVELS, 'tp', 'tx'])})(?![^\W_])"
    r"(?:(?<=tp|tx)\.)?(?! ?(?:ủy|(?<!xã )(?<!phường )đoàn)(?![^\W_])) ?"
    r"|(tp)(?=hcm)|(q|p|h|x)\. ?(?=[^\W_])|(?<= )(q|p)(?=[0-9])|(?<= )(tt)\.? (?!huế)(?=[^\W_]))"
)

#: After a number that is a time's: ``số`` 22:17, ``số`` 21 tháng 9.
_TIME_FOLLOWS = r":[0-9]| (?:thg|tháng)(?!\w)"

#: A number that is part of a name: ``7``, ``số 2``, ``IV``, ``50-03S``; not a year, a document's number or an
#: amount (``BHXH 206.810 người``).
NUMBER = re.compile(
    r" (?:[sS]ố |SỐ )?(?!(?:19|20)[0-9]{2}(?![^\W_]))"
    r"(?:[0-9]{2}-[0-9]{2}[A-Z]|[0-9]{1,4}[A-Z]?|[IVX]{1,5})"
    rf"(?![^\W_]|/|[.,][0-9]|{_TIME_FOLLOWS}| ?- ?(?!TP)[A-ZĐ]{{2}})"
)

#: A number after the name of one of several bodies: ``Phòng Công chứng số 1``, ``Vụ Địa phương II``.
COUNTED = Pattern(rf" (?:[Ss]ố [0-9]{{1,3}}[A-Z]?|[IVX]{{1,4}})(?![^\W_]|/|{_TIME_FOLLOWS}| ?- ?[A-ZĐ]{{2}})")

_LEVELS_COUNTED = r" [0-9]{1,4} (?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã)(?!\w) ?"
_COUNTS_PLACES = Pattern(_LEVELS_COUNTED)
_COUNTS_THINGS = Pattern(rf"(?!{_LEVELS_COUNTED}) [0-9]{{1,4}} [a-zà-ỹđ]")

#: The last words of the name of an association or national body, and how they are written in full.
CLOSING = Pattern(r"(?:Việt Nam|VIỆT NAM|VN|Quốc gia|quốc gia|Trung ương|T\.?Ư|TW)(?!\w)")
CLOSINGS = {
    "VN": "Việt Nam",
    "VIỆT NAM": "Việt Nam",
    "T.Ư": "Trung ương",
    "TƯ": "Trung ương",
    "TW": "Trung ương",
}

#: The last words of a board's name, after its zone: ``Khu kinh tế Nghi Sơn và các KCN``.
PARKS = Pattern(r" và các (?:khu công nghiệp|kcn)(?![^\W_])")


#: What stands before a region or its number.
AREA = Pattern(r" khu vực(?= )")

#: Before several places: ``các tỉnh Thái Bình, Nam Định``; the group ends where their level word does. A
#: number (``hai tỉnh``) counts the places and belongs to no name.
PLURAL = Pattern(r" các(?= (tỉnh|thành phố|huyện|quận|thị xã|phường|xã)(?![^\W_]))")


@lru_cache(maxsize=8192)  # the lexicon asks for the words of each name several times
def words(text: str) -> tuple[str, ...]:
    """The words of a name by which it is found: lower case, no punctuation, no ``và``.

    >>> words("Bộ Thông tin & Truyền thông")
    ('bộ', 'thông', 'tin', 'truyền', 'thông')
    """
    found = WORD.findall(HCM.sub(" ".join(HCM_WORDS), lowered(text)))
    return tuple([word for word in found if word != "và"])


def counts_places(text: str, end: int) -> bool:
    """Whether the number after *end* counts places: ``Chi cục Thuế 63 tỉnh, thành phố``."""
    counted = _COUNTS_PLACES.match(text, end)
    if counted is None:
        return False
    first = text[counted.end() : counted.end() + 1]
    return not (first.isupper() or first.isdigit())  # "Trạm 2 huyện Mỹ Đức": a number, then a place


def counts(text: str, end: int) -> bool:
    """Whether the number after *end* counts what follows: ``Bảo hiểm xã hội 1 lần``."""
    return _COUNTS_THINGS.match(text, end) is not None or counts_places(text, end)


def key(chain: str) -> str:
    """The capitals alone: ``TTTT`` for ``TT&TT``."""
    return "".join(_PIECE.findall(chain))


def level_word(match: re.Match[str]) -> str:
    """The level that a match of ``LEVEL`` names, in full."""
    return _LEVELS[next(group for group in match.groups() if group)]


@cache
def expansions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that each abbreviation may stand for, by its capitals."""
    kept = derived("expansions", _SOURCES, _spelled_out)
    return {text: tuple([tuple(words.split(" ")) for words in meanings]) for text, meanings in kept.items()}


def stored() -> str:
    """The text of ``prebuilt/expansions.json``; it depends on the table of abbreviations alone."""
    return derived_text(_SOURCES, _spelled_out)


def _spelled_out() -> dict[str, list[str]]:
    return {
        record.text: [" ".join(words(text)) for text in record.expansions]
        for record in abbreviations().values()
    }


@cache
def chain_beginnings() -> frozenset[str]:
    """The first pieces of all chains of capitals that stand for words, in lower case."""
    capitals = [*expansions(), "TPHCM"]
    pieces = {text[:length].lower() for text in capitals for length in range(1, len(text) + 1)}
    return frozenset(pieces | {HCM_WORDS[0]})


@cache
def spellings() -> dict[str, str]:
    """How each abbreviation is spelled out first, by its capitals."""
    return {record.text: record.expansions[0] for record in abbreviations().values()}


@lru_cache(maxsize=4096)
def spelled(chain: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """What a chain of capitals, or the chain without its last pieces, may stand for: length and words.

    >>> [(length, " ".join(path)) for length, path in spelled("GD&ĐT Nghệ")]
    [(5, 'giáo dục đào tạo'), (2, 'giáo dục')]
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    end = len(chain)
    while end:
        found.extend((end, path) for path in expansions().get(key(chain[:end]), ()))
        end = _shorter(chain, end)
    return tuple(found)


def _shorter(chain: str, end: int) -> int:
    """Where *chain* ends without the last piece before *end*."""
    while end and chain[end - 1].isalnum():
        end -= 1
    while end and not chain[end - 1].isalnum():
        end -= 1
    return len(chain[:end].removesuffix(" và"))
