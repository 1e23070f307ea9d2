"""Documents: a whole instrument, read by its layout.

A document is laid out by Phụ lục I of Nghị định 30/2020/NĐ-CP (before it Thông tư 01/2011/TT-BNV), a Party
paper by Hướng dẫn 36-HD/VPTW. What text extraction makes of a page is taken as it comes: columns side by
side or in turn, narrow lines, blank lines anywhere. The card that law portals print above a document says
what its letterhead leaves out. ``front_of`` is for the layout of articles, which official documents are too.

Limits: a page that was scanned crooked, tables, and forms are text, not units; of two documents in one
text the first is read and the other lies in its last part.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from ..model import Citation, Context, InstrumentDocument, Mention, Relation, When, context_of
from ._signs import SHORT, may_be_official

if TYPE_CHECKING:
    from ._front import Front

__all__ = ["SHORT", "front_of", "parse_instrument_document", "relations_of"]

#: A letterhead stands within so many characters.
_HEAD = 4000


def parse_instrument_document(
    text: str, context: Context | None = None, *, published: When | None = None
) -> InstrumentDocument:
    """The instrument that the whole of *text* is, with its letterhead, body, closing and attachments.

    Spans are over the NFC form of *text*, ``document.text``.

    Args:
        text: The document's text.
        context: What is known of the text, in place of the argument that follows.
        published: The day that its citations are read by, where it states none of its own: a date, a
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
        ParseError: Nothing of an instrument's letterhead stands at the head of *text*.
        TypeError: An argument is of another type.
        ValueError: *published* is no day.
    """
    known = context_of(context, published=published)
    document: InstrumentDocument = _part("_reader").read_document(text, known)
    return document


def relations_of(text: str, citations: Sequence[Mention[Citation]]) -> tuple[Relation, ...]:
    """What the official document that *text* is does to the instruments that it cites; none for other texts.

    *text* is in NFC; *citations* are those that were found in it, by start.
    """
    if not citations or not may_be_official(text[:_HEAD]):
        return ()
    relations: tuple[Relation, ...] = _part("_reader").read_relations(text, citations)
    return relations


def front_of(text: str, head: int) -> Front | None:
    """What stands above the body, where the first *head* characters of *text* are an official document's."""
    if not may_be_official(text[:head]):
        return None
    front: Front | None = _part("_front").front_of(text, head)
    return front


def _part(name: str) -> ModuleType:
    """The module *name*, loaded when the first document comes: most texts are none."""
    return import_module(f".{name}", __package__)
