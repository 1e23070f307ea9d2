"""Puts words back on one line that the source of a page broke: ``KT.`` / ``BỘ TRƯỞNG``, ``Căn`` / ``cứ``.

The source of a web page wraps long lines anywhere, even after the first word of a table's cell. A sentence
is read across such a break, but an office, a name or the words that a part begins with would be cut in two.
"""

from __future__ import annotations

import re
from functools import cache

from ._same_length import FILLER, spaced
from ._words import CAPITAL, words_of

__all__ = ["without_torn_signatures"]

_BLANK = rf"[ \t\u00a0|{FILLER}]*+"
_FORM = r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\.?"
_SYLLABLE = r"[^\W\d_]{1,7}"
#: What may stand between an office and the name: the mark that it was signed, and empty lines.
_SIGNED = rf"(?:{_BLANK}\((?i:\s?đã\ský)\){_BLANK}\n)?"


@cache
def _signature() -> re.Pattern[str]:
    """A signature: for whom it is, the office, the name; each may hold line breaks."""
    offices = sorted(map(str.upper, words_of("office")), key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name).replace(r"\ ", r"[ \n]") for name in offices)
    return re.compile(
        rf"^{_BLANK}(?:{_FORM}|[IVX]{{1,5}}\.)(?P<alone>\n)(?=[{CAPITAL}]{{2}})|"
        rf"^{_BLANK}(?:Nơi(?=\nnhận\b)|Căn(?=\ncứ\b)|(?:Theo|Xét)(?=\n(?:đề nghị|tờ trình)\b)"
        r"|Kính(?=\ngửi\b)|QUYẾT(?=\n(?:ĐỊNH|NGHỊ)\b))(?P<label>\n)|"
        rf"^{_BLANK}(?:{_FORM}(?P<form>[ \n]))?(?P<office>{names})(?!\w){_BLANK}$"
        rf"(?:(?=\n(?:{_BLANK}\n){{0,12}}{_SIGNED}(?:{_BLANK}\n){{0,12}}"
        rf"{_BLANK}(?P<name>{_SYLLABLE}\n{_SYLLABLE}(?: {_SYLLABLE}){{0,3}}){_BLANK}$))?",
        re.MULTILINE,
    )


def without_torn_signatures(text: str) -> str:
    """*text* with spaces for the breaks after ``TM.`` and ``II.``, in ``Nơi nhận`` and ``Căn cứ``, in names.

    Its length stays the same.

    >>> without_torn_signatures("KT.\\nCHỦ\\nTỊCH\\nNguyễn\\nVăn A")
    'KT. CHỦ TỊCH\\nNguyễn Văn A'
    """
    places: list[int] = []
    for match in _signature().finditer(text):
        for part in ("alone", "label", "form", "office", "name"):
            start, end = match.span(part)
            if part != "name" or _is_cased_as_name(text[start:end]):
                places += [at for at in range(start, end) if text[at] == "\n"]
    return spaced(text, places)


def _is_cased_as_name(text: str) -> bool:
    return all(word[0].isupper() and word[1:] == word[1:].lower() for word in text.split())
