"""Whether words name a press organisation, a site or another place that news are taken from."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import agencies
from ..errors import ParseError
from ._phrases import ends, is_one, opening

__all__ = ["PRESS_KINDS", "is_known_outlet", "is_outlet"]

PRESS_KINDS = frozenset(
    ("newspaper", "e-newspaper", "magazine", "broadcaster", "portal", "publisher", "news-agency", "press")
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org|info|gov|edu|tv|news|asia|biz|cn|uk|us)", re.IGNORECASE)


def is_outlet(words: str) -> bool:
    """Whether *words* name an outlet: one that is known, or one whose form says so.

    >>> [is_outlet(words) for words in ("VOV.VN", "Báo Nhân Dân", "TTXVN", "Hải Yến")]
    [True, True, True, False]
    """
    lower = words.lower()
    return bool(
        _DOMAIN.fullmatch(words)
        # TTXVN/Vietnam+, VOV-Đông Bắc: capitals, with what is tied to them.
        or words[: opening(lower, "wire")].isupper()
        or words[opening(lower, "outlet-start") or len(words) :][:1].isspace()
        or ends(lower, "outlet-end")
        or is_known_outlet(words)
    )


@lru_cache(maxsize=4096)
def is_known_outlet(words: str) -> bool:
    """Whether *words* are a name in the registry of the press, or one that papers are called by for short."""
    if is_one(words.lower(), "outlet"):
        return True
    try:
        return agencies.resolve(words).kind in PRESS_KINDS
    except ParseError:
        return False
