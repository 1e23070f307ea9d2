"""Whether words name an outlet: a press organisation, a site or another source of news."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .. import agencies
from ..errors import ParseError
from ..registries.agencies import press
from ._names import is_sure_name
from ._phrases import ends, is_one, opening
from ._words import words as words_in

__all__ = ["PRESS_KINDS", "holds_name", "is_known_outlet", "is_outlet", "outlet_at"]

PRESS_KINDS = frozenset(
    ("newspaper", "e-newspaper", "magazine", "broadcaster", "portal", "publisher", "news-agency", "press")
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org|info|gov|edu|tv|news|asia|biz|cn|uk|us)", re.IGNORECASE)


def is_outlet(words: str) -> bool:
    """Whether *words* name an outlet, by the registry or by their form.

    >>> [is_outlet(words) for words in ("VOV.VN", "Báo Nhân Dân", "TTXVN", "Hải Yến")]
    [True, True, True, False]
    """
    lower = words.lower()
    start = opening(lower, "outlet-start")
    if words[:1].islower() and words[start : start + 2].strip().islower():
        return False  # a clause: báo cáo Thủ tướng Chính phủ
    return bool(
        _DOMAIN.fullmatch(words)
        # TTXVN/Vietnam+, VOV-Đông Bắc: capitals, with a part joined by a mark.
        or (words[: opening(lower, "wire")].isupper() and not holds_name(words))
        or _begins_as_outlet(words, start)
        or ends(lower, "outlet-end")
        or is_known_outlet(words)
    )


def _begins_as_outlet(words: str, length: int) -> bool:
    """Whether a name follows the first *length* letters: ``Báo Nhân Dân``, not ``báo cáo Thủ tướng``."""
    if not length or not words[length:][:1].isspace():
        return False
    following = words[length:].split()
    while following and following[0] in words_in("of-outlets"):
        del following[0]
    return bool(following) and not following[0].islower()


def holds_name(words: str) -> bool:
    """Whether a person is named after the outlet: ``VOV.VN Bích Lan``."""
    _, _, rest = words.partition(" ")
    return " " in rest and is_sure_name(rest) and not is_one(rest.lower(), "unnamed", "place")


def outlet_at(host: str | None) -> str | None:
    """The name of the outlet at *host*, None if the registry of the press has none.

    >>> outlet_at("plo.vn"), outlet_at("video.plo.vn"), outlet_at("bao-vi-du.vn")
    ('Báo Pháp Luật Thành phố Hồ Chí Minh', 'Báo Pháp Luật Thành phố Hồ Chí Minh', None)
    """
    while host and "." in host:
        if host in _names_by_host():
            return _names_by_host()[host]
        host = host.partition(".")[2]
    return None


@cache
def _names_by_host() -> dict[str, str]:
    return {domain: body.name for body in press().values() for domain in body.domains}


@lru_cache(maxsize=4096)
def is_known_outlet(words: str) -> bool:
    """Whether *words* are a name in the registry of the press, or a newspaper's short name."""
    if is_one(words.lower(), "outlet"):
        return True
    try:
        return agencies.resolve(words).kind in PRESS_KINDS
    except ParseError:
        return False
