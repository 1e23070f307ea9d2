"""Names that writing and reading Akoma Ntoso share."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["NAMESPACE", "OWN", "legal", "named", "number_in", "one_line", "own", "slug"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: The namespace for what the standard has no place for.
OWN = "urn:vnmedia:akn"
# What XML 1.0 cannot hold.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def named(tag: str) -> str:
    """The name of an element of the standard."""
    return f"{{{NAMESPACE}}}{tag}"


def legal(text: str) -> str:
    """*text* with U+FFFD for each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def one_line(text: str) -> str:
    """*text* with single spaces."""
    return " ".join(text.split())


def slug(text: str) -> str:
    """*text* in ASCII, as XML can hold it, its words joined by hyphens; ``đ`` is ``d``."""
    marked = legal(text).lower().replace("đ", "d")
    plain = unicodedata.normalize("NFD", marked).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


def own(name: str) -> str:
    """The name of an attribute or element of our own."""
    return f"{{{OWN}}}{name}"


def number_in(label: str) -> str:
    """The number in a label.

    >>> number_in("Điều 5."), number_in("a)")
    ('5', 'a')
    """
    return label.rpartition(" ")[2].strip("().:-–/")
