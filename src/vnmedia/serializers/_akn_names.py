"""Names that writing and reading Akoma Ntoso share."""

from __future__ import annotations

__all__ = ["NAMESPACE", "OWN", "number_in", "own"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: The namespace for what the standard has no place for.
OWN = "urn:vnmedia:akn"


def own(name: str) -> str:
    """The name of an attribute or element of our own."""
    return f"{{{OWN}}}{name}"


def number_in(label: str) -> str:
    """The number in a label.

    >>> number_in("Điều 5."), number_in("a)")
    ('5', 'a')
    """
    return label.rpartition(" ")[2].strip("().:-–/")
