"""The number of a document: where it ends in the text, and what its parts mean.

The forms are those of Nghị định 34/2016/NĐ-CP Điều 58, Nghị định 30/2020/NĐ-CP Phụ lục III and, for the
Party, Hướng dẫn 36-HD/VPTW. Misprints that the gazette itself prints are read too, and kept as printed.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import attrs

from ..registries import Pattern
from ..registries.instruments import InstrumentType, IssuerCode, fold_code, issuer_of_code, type_of_code

__all__ = ["Number", "analyse", "number_end", "written"]

_DASHES = r"\-" + "\u2010\u2011\u2012\u2013\u2014\u2212"
#: Characters used as a slash, and the slash.
_STROKES = "/\u2044\u2215\uff0f"
#: The marks of footnotes.
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_LETTERS = "A-Za-zĐđÐƯư"
#: Letters, mostly Cyrillic, used for the Latin ones that they look like.
_LOOKALIKES = str.maketrans("СРТВАЕНКМОХÐ", "CPTBAEHKMOXĐ")
_CYRILLIC = "СРТВАЕНКМОХ"
# A code ends with its word, or where the next word is glued on (`06/QĐ-TTgngày`).
_CODE_LETTER = f"{_LETTERS}{_CYRILLIC}"
_CODE = (
    rf"(?:T\.[ƯW](?![^\W_])|[{_CODE_LETTER}][{_CODE_LETTER}0-9&]{{0,24}}?"
    rf"(?=ngày|của|về|(?![^\W_{_SUPERSCRIPTS}]|&))(?:\([A-Z][A-Z0-9]{{0,5}}\))?)"
)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
#: A year with a digit lost, or one too many, before the letters: `10/201/TT-BTC`.
_SLIPPED = "20[0-9]|20[0-9]{3}"
_NO_YEAR = rf"(?:{_SLIPPED})(?=/[A-ZĐ]{{2}})"
_SERIAL = Pattern(r"[0-9]{1,6}(?:\.[0-9]{1,3}(?=[/ ]))?(?:[a-e](?![^\W_])|[A-E](?=[/-]))?(?![0-9])")
_TIGHT = Pattern(
    rf"(?P<sep>[{_STROKES}_{_DASHES}])(?P<piece>{_YEAR}|{_NO_YEAR}|L[-.][0-9]{{1,3}}(?![0-9])|{_CODE})"
)
# Across a space, or after a dot, only capitals continue a code: `33/2018/TT- BLĐTBXH`, `NQ.HĐTP`.
_LOOSE = Pattern(
    rf"(?P<sep>[ \n]{{0,2}}[{_STROKES}{_DASHES}][ \n]{{0,2}}|\.)"
    rf"(?P<piece>{_YEAR}|(?=[A-ZĐÐƯ]{{2}}|QyĐ|L[ \n]?[/-]){_CODE})"
)
# Before 2000 a space stood before the letters, also before the Government's alone: `12 L/CTN`, `26 CP`.
_GLUED = Pattern(
    r"(?P<sep>)(?P<piece>(?=[A-ZĐÐ]{2}|[ ]?L/CTN|[ ](?:[A-ZĐ]{2,4}[/-]|(?:CP|CT|TTg|HĐBT)(?![\w/-])))"
    rf"[ ]?{_CODE})"
)
_TERM = Pattern(r"(QHH?|UBTVQH|TVQHK?|H[ĐD]NN|H[ĐD]ND)([0-9]{1,2})[0-9]*")
_JOINT = {"TTLT", "NQLT", "CTLT", "KHLT", "HDLN", "HDLT", "KHLN"}
#: `TW` as the press writes it; with `U` in place of `Ư` it would be a province's committee (`TU`).
_CENTRAL = Pattern(r"(?<![^\W_])T\.?[ƯW](?![^\W_])")
#: The year after a blank in place of the stroke, before the letters: ``219 2013/TT-BTC``.
_BLANK_YEAR = Pattern(rf"(?P<sep>[ ])(?P<piece>{_YEAR})(?=/[A-ZĐ]{{2,4}}-(?:[A-ZĐ]|TTg))")
_MOST_PIECES = 9


@attrs.frozen(kw_only=True)
class Number:
    """A number taken apart.

    Attributes:
        serial: The running number with its letter (``119``, ``30a``, ``66.13``).
        year: The year in it.
        types: The types that its letters can stand for.
        type_code: Those letters.
        issuers: The codes after the type, or before the unit of a dispatch.
        term: The term of the National Assembly.
        party: Whether it has the Party's form, ``35-NQ/TW``.
        full: Whether it holds more than a serial and a year.
        canonical: The number as the regulations write it.
    """

    serial: str
    year: int | None
    types: tuple[InstrumentType, ...]
    type_code: str | None
    issuers: tuple[str, ...]
    term: int | None
    party: bool
    full: bool
    canonical: str

    @property
    def key(self) -> str:
        """The key that all spellings of one number share."""
        return fold_code(self.canonical.replace("/", "."))

    def issuer_records(self, on: dt.date | None) -> tuple[IssuerCode, ...]:
        """The bodies that the codes stand for, those of a local code left out."""
        day = on or (dt.date(self.year, 7, 1) if self.year else None)
        codes = self.issuers if self.joint else self.issuers[:1]
        if codes and not self.joint and issuer_of_code(codes[0], day) is None:
            codes = ("".join(self.issuers[:2]),)  # GD-ĐT
        records = (issuer_of_code(code, day) for code in codes)
        return tuple(record for record in records if record is not None and not record.local)

    @property
    def joint(self) -> bool:
        """Whether several bodies issued it."""
        return "LT" in self.issuers[:1] or fold_code(self.type_code or "") in _JOINT


def number_end(plain: str, start: int) -> int | None:
    """Where the number that begins at *start* ends, None where none begins there."""
    match = _SERIAL.match(plain, start)
    if match is None:
        return None
    end, codes = match.end(), 0
    step = _BLANK_YEAR.match(plain, end) or _GLUED.match(plain, end)
    for _ in range(_MOST_PIECES):
        step = step or _TIGHT.match(plain, end) or (_LOOSE.match(plain, end) if codes < 2 else None)
        if step is None or (step["piece"].isdigit() and "/" not in step["sep"] and step["sep"] != " "):
            break
        end = step.end()
        piece = step["piece"]
        if piece[0].isdigit():
            step = _after_year(plain, end)
            continue
        codes += 1
        # The letters of a type need an issuer after them; any other code is an issuer.
        if _TERM.fullmatch(piece):
            codes = 2
        step = None
    end = _whole_end(plain, start, end, codes)
    return end if end > match.end() or not _is_glued(plain, end) else None


def _after_year(plain: str, end: int) -> re.Match[str] | None:
    """The letters after a year without a mark: ``31/2013TT-BYT``, ``44/2007 QĐ-BYT``."""
    if plain[end : end + 1].isalpha():
        return _GLUED.match(plain, end)
    spaced = _SPACED_TYPE.match(plain, end)
    return spaced if spaced is not None and type_of_code(spaced["type"]) else None


def _whole_end(plain: str, start: int, end: int, codes: int) -> int:
    """The end of a number read up to *end*, with parts after a space and without a footnote's mark."""
    printed = plain[start:end]
    note = _NOTE.search(printed) if codes else None
    if note is not None and issuer_of_code(note[1]) and not issuer_of_code(note[1] + note[2]):
        return end - len(note[2])
    further = None
    if codes == 1 and (lost := _LOST_HYPHEN.match(plain, end)) is not None:
        letters = _LAST_LETTERS.search(printed)
        if letters is not None and type_of_code(letters[1]) and issuer_of_code(lost["code"]):
            return lost.end()  # 282/QĐ TTg
    if printed.endswith("QH"):
        further = _SPACED_TERM.match(plain, end)
    elif printed.endswith("-TT"):
        further = _SPACED_BODY.match(plain, end)
    if further is None and codes > 1:
        further = _YEAR_LAST.match(plain, end)
    return further.end() if further is not None else end


# The mark of a footnote glued to a central body's letters: `30/2020/NĐ-CP2`.
_NOTE = Pattern(r"-(CP|TTg|B[A-ZĐ]{1,10})([0-9]{1,2})\Z")
_LOST_HYPHEN = Pattern(r"[ ](?P<code>(?:[A-ZĐ]{2,10}|TTg))(?![\w/.-])")
_LAST_LETTERS = Pattern(r"/([A-ZĐ]{2,4})\Z")
_SPACED_TYPE = Pattern(r"(?P<sep>[ ])(?P<piece>(?P<type>[A-ZĐ]{2,4}))(?=-(?:[A-ZĐ]{2}|TTg))")
_SPACED_TERM = Pattern(r"[ ](?:[89]|1[0-9])(?![\w/.,-])")
_SPACED_BODY = Pattern(r"[ ](?:H[ĐD]ND|UBND|TU)(?!\w)")
# A firm's letter ends with the year: `07/CV-HP-2024`.
_YEAR_LAST = Pattern(r"-(?:19|20)[0-9]{2}(?![\w/-])")


def _is_glued(plain: str, end: int) -> bool:
    return end < len(plain) and (plain[end].isalnum() or plain[end] == "_")


def written(printed: str) -> str:
    """*printed* without spaces, with a slash for each character that looks like one.

    >>> written("33/2018/TT- BLĐTBXH")
    '33/2018/TT-BLĐTBXH'
    """
    return "".join(_LOST_STROKE.sub("/", printed).split()).translate(_AS_STROKE)


_LOST_STROKE = Pattern(r"(?<=[0-9])[ ](?=(?:19|20)[0-9]{2}/)")
_AS_STROKE = str.maketrans(dict.fromkeys(_STROKES[1:], "/"))
_LAST = Pattern(r"[^\W\d_]-(?:19|20)[0-9]{2}\Z")
_SPLIT = Pattern(rf"[ \n]*([/._{_DASHES}])[ \n]*")


@lru_cache(maxsize=4096)
def analyse(printed: str, letters: tuple[str, ...] = ()) -> Number:
    """The parts of *printed*, a whole number; *letters* are those of the type before it, if there is one.

    >>> number = analyse("33/2018/TT- BLĐTBXH")
    >>> number.canonical, [body.name for body in number.issuer_records(None)]
    ('33/2018/TT-BLĐTBXH', ['Bộ Lao động - Thương binh và Xã hội'])
    """
    text = written(printed)
    if re.search(r"[A-ZĐÐ]", text):
        text = text.translate(_LOOKALIKES)
    text = _CENTRAL.sub("TW", text.replace("Ð", "Đ"))
    serial_match = _SERIAL.match(text)
    serial = serial_match.group() if serial_match else text
    rest = text[len(serial) :]
    rest = rest.upper() if rest.islower() else rest
    parts = _SPLIT.split(rest)
    separator = parts[1] if len(parts) > 1 and not parts[0] else ""
    pieces = [_uncut(piece) for piece in parts[::2] if piece]
    last = f"-{pieces.pop()}" if len(pieces) > 2 and _LAST.search(text) else ""
    if pieces[-2:-1] == ["L"] and pieces[-1].isdigit():  # 102-SL/L-004
        pieces[-2:] = [f"L-{pieces[-1]}"]
    if pieces and (glued := re.fullmatch(r"((?:19|20)\d{2})(\D.*)", pieces[0])):
        pieces[:1] = [glued[1], glued[2]]
    year = next((int(piece) for piece in pieces if re.fullmatch(_YEAR, piece)), None)
    codes = _parted([piece for piece in pieces if not piece.isdigit()])
    number = _assembled(serial, year, separator, codes, letters)
    canonical = _as_slipped(text, pieces) or number.canonical + last
    return attrs.evolve(number, canonical=canonical)


def _as_slipped(text: str, pieces: list[str]) -> str:
    """*text*, which is kept whole because the year in it is misprinted and cannot be known."""
    return text if pieces and re.fullmatch(_SLIPPED, pieces[0]) else ""


def _uncut(piece: str) -> str:
    """*piece* without footnote digits glued to a term (`QH1513`) and without a unit in brackets."""
    match = _TERM.fullmatch(piece)
    if match:
        digits = piece[match.start(2) :]
        return match[1].replace("QHH", "QH") + digits[: 2 if digits[0] == "1" else 1]
    return re.sub(r"\(.*\)", "", piece)


def _assembled(
    serial: str, year: int | None, separator: str, codes: list[str], letters: tuple[str, ...]
) -> Number:
    term = None
    bodies: list[str] = []
    for code in codes:
        match = _TERM.fullmatch(code)
        if match:
            term = int(match[2])
            bodies.append(match[1])
        else:
            bodies.append(code)
    at = _type_index(bodies, letters)
    type_code = bodies[at] if at is not None else None
    types = type_of_code(type_code) if type_code else ()
    issuers = tuple(body for index, body in enumerate(bodies) if index != at)
    party = separator != "" and separator in _DASHES and at == 0 and len(codes) > 1 and year is None
    if party:
        types = tuple(sorted(types, key=lambda record: record.category != "party"))
    return Number(
        serial=serial,
        year=year,
        types=types,
        type_code=type_code,
        issuers=issuers,
        term=term,
        party=party,
        full=bool(codes),
        canonical=_canonical(serial, year, codes, at, party),
    )


def _type_index(bodies: list[str], letters: tuple[str, ...]) -> int | None:
    """The index of the type's letters: the first code, in old numbers the last (`12/LĐTBXH-TT`)."""
    if not bodies:
        return None
    if type_of_code(bodies[0]) and (bodies[0] in letters or not _reads_as_issuer(bodies)):
        return 0
    last = len(bodies) - 1
    if (
        last
        and issuer_of_code(bodies[0]) is not None
        and fold_code(bodies[last]) in ("TT", "QD", "LT", "NQ", "CT", "TTLT")
    ):
        return last
    return None


def _reads_as_issuer(bodies: list[str]) -> bool:
    """Whether the first code is an issuer though it could be a type: `10315/CT-TTHT`, `6905/TC-TCHQ`."""
    if issuer_of_code(bodies[0]) is None:
        return False
    if len(bodies) == 1:
        return True
    after = issuer_of_code(bodies[1])
    return after is None or after.code.startswith(bodies[0])


def _parted(codes: list[str]) -> list[str]:
    """*codes* with a lost hyphen put back: `TTBLĐTBXH` is `TT` and `BLĐTBXH`."""
    if len(codes) != 1 or issuer_of_code(codes[0]) or type_of_code(codes[0]):
        return codes
    for cut in range(2, min(5, len(codes[0]) - 1)):
        left, right = codes[0][:cut], codes[0][cut:]
        if type_of_code(left) and issuer_of_code(right):
            return [left, right]
    return codes


def _canonical(serial: str, year: int | None, codes: list[str], at: int | None, party: bool) -> str:
    digits = re.match(r"\d+", serial)
    if digits and len(digits.group()) == 1:
        serial = "0" + serial
    written = [_spelled(code, index == at) for index, code in enumerate(codes)]
    if party:
        return f"{serial}-{written[0]}/{'-'.join(written[1:])}"
    parts = [serial, str(year)] if year else [serial]
    if written:
        parts.append("-".join(written))
    return "/".join(parts)


def _spelled(code: str, is_type: bool) -> str:
    """*code* in the spelling of the registries, where they know it."""
    if is_type:
        for record in type_of_code(code):
            for letters in record.codes:
                if fold_code(letters) in (fold_code(code), fold_code(code).replace("DD", "D")):
                    return letters
    body = issuer_of_code(code)
    if body is not None and fold_code(body.code) == fold_code(code):
        return body.code
    return code
