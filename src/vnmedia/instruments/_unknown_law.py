"""Where a law's name ends if the registry does not know it: drafts, new laws, misprints."""

from __future__ import annotations

import re

from ..registries import Pattern
from ..registries.instruments import instrument_words

__all__ = ["unknown_title"]

# A name begins with a capital; a comma in it separates paired words (``Phòng, chống``, ``Quản lý, sử dụng``).
_NAME = Pattern(r"[ \n](?=[^\W\d_])[^\W\d_]+(?:,?[ \n][^\W\d_]+){0,14}")
_WORD = Pattern(r"(,?)[ \n]([^\W\d_]+)")


def unknown_title(plain: str, lower: str, start: int, type_end: int) -> int | None:
    """Where a law's name ends, if it has one; its type begins at *start* and ends at *type_end*."""
    if not plain[start].isupper() or lower.startswith("hiến", start):
        return None
    match = _NAME.match(plain, type_end)
    if match is None or not plain[match.start() + 1].isupper():
        return None
    stops, pairs = set(instrument_words("title-end")), instrument_words("title-pair")
    words = list(_WORD.finditer(plain, match.start(), match.end()))
    kept = 0
    for index, word in enumerate(words):
        following = words[index + 1].group(2) if index + 1 < len(words) else ""
        if not _continues(words[index - 1].group(2) if index else plain[start:type_end], word, index == 0):
            break
        if word.group(1) and not lower.startswith(pairs, word.start(2)):
            break
        ends = word.group(2).lower() in stops or (word.group(2), following) == ("thông", "qua")
        if kept and ends:
            break
        kept += 1
    if not kept or (kept == 1 and len(words) > 1 and words[1].group(2)[0].isupper()):
        return None
    return words[kept - 1].end()


def _continues(before: str, word: re.Match[str], named: bool) -> bool:
    """Whether a name continues with *word*, also over a line break; *named* if the type stands before it."""
    after = word.group(2)
    if not word.group().startswith("\n"):
        return True
    if before.isupper():
        return after.isupper() or (after.islower() and not named)
    return after.islower() or named
