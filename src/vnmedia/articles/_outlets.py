"""Whether words name a press organisation, a site or another place that news are taken from."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import agencies
from ..errors import ParseError
from ._phrases import is_one

__all__ = ["PRESS_KINDS", "is_known_outlet", "is_outlet"]

PRESS_KINDS = frozenset(
    ("newspaper", "e-newspaper", "magazine", "broadcaster", "portal", "publisher", "news-agency", "press")
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org|info|gov|edu|tv|news|asia|biz|cn|uk|us)", re.IGNORECASE)
# TTXVN/Vietnam+, VOV.VN, VOV-Đông Bắc, BNEWS, VTV24: capitals, with what is tied to them.
_AGENCY_WORD = re.compile(
    r"(?:TTXVN|TTX|VOV|VTV|VTC|VNA|AFP|AP|BBC|CNN|TASS|THX|XINHUA|KYODO|YONHAP|BNEWS)\b"
)
_PRESS_WORD = re.compile(
    r"(?:báo|tạp chí|thời báo|đài|truyền hình|tờ|trang|cổng|trang tin|kênh|chuyên đề|hãng|thông tấn xã"
    r"|nhật báo|tuần báo|bản tin|website|web)\s+\S",
    re.IGNORECASE,
)
_PRESS_END = re.compile(
    r"(?:\s|^)(?:online|news|tv|times|post|daily|magazine|press|plus|express)$", re.IGNORECASE
)


def is_outlet(words: str) -> bool:
    """Whether *words* name an outlet: one that is known, or one whose form says so.

    >>> [is_outlet(words) for words in ("VOV.VN", "Báo Nhân Dân", "TTXVN", "Hải Yến")]
    [True, True, True, False]
    """
    return bool(
        _DOMAIN.fullmatch(words)
        or _AGENCY_WORD.match(words)
        or _PRESS_WORD.match(words)
        or _PRESS_END.search(words)
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
