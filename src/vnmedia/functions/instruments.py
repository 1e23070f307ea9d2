"""Citations of instruments."""

from __future__ import annotations

from .. import instruments
from ..model import LegalInstrument, Mention

__all__ = ["find_instruments", "parse_instrument"]


def find_instruments(text: str) -> tuple[Mention[LegalInstrument], ...]:
    """Every citation of one particular legal, administrative or Party document in *text*, by start.

    >>> [m.quote for m in find_instruments("Căn cứ Nghị định số 119/2020/NĐ-CP ngày 07/10/2020;")]
    ['Nghị định số 119/2020/NĐ-CP ngày 07/10/2020']
    """
    return instruments.find(text)


def parse_instrument(text: str) -> LegalInstrument:
    """The one citation that the whole of *text* is.

    >>> parse_instrument("Nghị định số 119/2020/NĐ-CP").issuer.name
    'Chính phủ'

    Raises:
        ParseError: Part of *text* belongs to no citation.
    """
    return instruments.parse(text)
