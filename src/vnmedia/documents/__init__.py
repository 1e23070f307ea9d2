"""Documents: a whole instrument, read by its layout.

The layout of a document follows Phụ lục I of Nghị định 30/2020/NĐ-CP (before it Thông tư 01/2011/TT-BNV),
that of a Party document Hướng dẫn 36-HD/VPTW. The output of text extraction is accepted as it comes: columns
side by side or one after the other, narrow lines, blank lines anywhere. The card that law portals print above
a document supplies what its letterhead leaves out. ``front_of`` serves the layout of articles.

Limits: crooked scans, tables and forms are read as text, not units; if a text holds two documents, the first
is read and the other ends up in its last part.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ..model import Citation, Context, InstrumentDocument, Mention, Relation, When, context_of
from ._signs import SHORT, may_be_official

if TYPE_CHECKING:
    from ._front import Front

__all__ = ["SHORT", "front_of", "parse_instrument_document", "relations_of"]

#: How many characters of a text can hold its letterhead.
_HEAD = 4000


def parse_instrument_document(
    text: str, context: Context | None = None, *, published: When | None = None
) -> InstrumentDocument:
    """The instrument whose whole text is *text*, with its letterhead, body, closing and attachments.

    Spans are over the NFC form of *text*, ``document.text``.

    Args:
        text: The document's text.
        context: What is known of the text; it replaces the argument below.
        published: The day that its citations are resolved for, if the document states none: a date, a
            date-time, or either in ISO 8601.

    >>> document = parse_instrument_document(
    ...     "BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\n"
    ...     "Số: 38/2018/TT-BTC | Độc lập - Tự do - Hạnh phúc\\n"
    ...     "Hà Nội, ngày 20 tháng 4 năm 2018\\n"
    ...     "THÔNG TƯ\\n"
    ...     "Quy định về xác định xuất xứ hàng hóa\\n"
    ...     "Điều 1. Phạm vi điều chỉnh\\n"
    ...     "1. Thông tư này quy định về hồ sơ.\\n"
    ... )
    >>> document.instrument.number, document.place, str(document.instrument.date)
    ('38/2018/TT-BTC', 'Hà Nội', '2018-04-20')
    >>> [(unit.kind, unit.number) for unit in document.walk()]
    [('article', '1'), ('clause', '1')]

    Raises:
        ParseError: The beginning of *text* has no part of an instrument's letterhead.
        TypeError: An argument has the wrong type.
        ValueError: *published* is not a day.
    """
    known = context_of(context, published=published)
    document: InstrumentDocument = _part("_reader").read_document(text, known)
    return document


def relations_of(text: str, mentions: Sequence[Mention[Any]]) -> tuple[Relation, ...]:
    """What an official document does to the instruments that it cites; nothing for other texts.

    *text* is in NFC; *mentions* are those that were found in it, by start.
    """
    if not may_be_official(text[:_HEAD]):
        return ()
    citations = [mention for mention in mentions if isinstance(mention.value, Citation)]
    if not citations:
        return ()
    relations: tuple[Relation, ...] = _part("_reader").read_relations(text, citations)
    return relations


def front_of(text: str, head: int) -> Front | None:
    """What stands above the body, if the first *head* characters of *text* begin an official document."""
    if not may_be_official(text[:head]):
        return None
    front: Front | None = _part("_front").front_of(text, head)
    return front


def _part(name: str) -> ModuleType:
    """The module *name*, loaded for the first document: most texts are not documents."""
    return import_module(f".{name}", __package__)
