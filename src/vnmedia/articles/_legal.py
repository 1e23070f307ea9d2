"""Pages that hold a legal document: its own text, with its letterhead and without the site's cards and tabs.

Such a page gives the days of upload and of effect; what counts as its date is the day of issue.
Who signs a document is not its author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from .. import mentions
from ..model import Context
from ..text import TextView
from ._body import Body
from ._lines import lines
from ._moment import Moment, first_moment
from ._official import front_above
from ._phrases import label
from ._pieces import Piece
from ._tree import Node, Tree

if TYPE_CHECKING:
    from ..documents._front import Front

__all__ = ["LegalPage", "names_instrument", "read_legal", "with_letterhead"]

_MOTTO = re.compile(
    r"c[ộo]ng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập - tự do - hạnh phúc", re.IGNORECASE
)
_ARTICLE = re.compile(r"Điều \d{1,3}[a-zđ]?\b")
_FEWEST_ARTICLES = 3
#: How many fragments above the text the table with the motto, which holds the letterhead, may be.
_ABOVE = 25
_HEAD = 60
#: An English translation has a motto of its own.
_TRANSLATION = re.compile(r"socialist republic of viet ?nam", re.IGNORECASE)
_PREAMBLE = re.compile(r"\s+lời nói đầu$", re.IGNORECASE)
_MOSTLY = 0.7
_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@attrs.frozen
class LegalPage:
    """A legal document on a page.

    Attributes:
        pieces: The parts of its text.
        title: Its type and subject, None if no letterhead gives them.
        issued: The day of issue.
    """

    pieces: list[Piece]
    title: str | None
    issued: Moment | None


def with_letterhead(tree: Tree, body: Body) -> Body:
    """*body*, extended to the letterhead if one stands right above it."""
    for index in range(body.start - 1, max(-1, body.start - _ABOVE - 1), -1):
        fragment = tree.fragments[index]
        if not fragment.hidden and _MOTTO.search(fragment.text):
            table = _table_around(fragment.node)
            first = table.first if table is not None else index
            return attrs.evolve(body, start=min(max(first, body.start - _ABOVE), index))
    return body


def _table_around(node: Node | None) -> Node | None:
    while node is not None and node.tag != "table":
        node = node.parent
    return node


def read_legal(tree: Tree, body: Body, found: Sequence[Piece]) -> LegalPage | None:
    """The legal document in *found*; None if it is an article of another kind."""
    head = "\n".join(piece.text for piece in found[:_HEAD])
    articles = sum(1 for piece in found if piece.text.startswith("Điều ") and _ARTICLE.match(piece.text))
    if not _MOTTO.search(head) and articles < _FEWEST_ARTICLES:
        return None
    laid_out = list(lines(TextView(head)))
    front = front_above(head, laid_out)
    if front is None and articles < _FEWEST_ARTICLES:
        return None
    kept = _own(found, front.start if front is not None else 0)
    title, issued = None, None
    if front is not None:
        title, issued = _named(head, front), front.date
    return LegalPage(kept, title, issued or _issued(tree, body))


def _named(head: str, front: Front) -> str | None:
    """The document's type and subject."""
    if front.head.type is None or front.title is None:
        return None
    spans = (*front.head.type.spans, *front.title.spans)
    words = " ".join(" ".join(span.of(head).split()) for span in spans)
    return _PREAMBLE.sub("", words)


def _own(found: Sequence[Piece], start: int) -> list[Piece]:
    """The document's own parts: from its letterhead at *start* to the beginning of a translation."""
    kept: list[Piece] = []
    position = 0
    for piece in found:
        # Above the letterhead stand the site's card of the document and its editors' comments.
        if position >= start or piece.fragment.is_prose:
            kept.append(piece)
        position += len(piece.text) + 1
    translations = (i for i, piece in enumerate(kept) if i and _begins_translation(piece.text))
    end = next(translations, len(kept))
    translated = sum(1 for piece in kept[end:] if not _VIETNAMESE.search(piece.text))
    if translated < _MOSTLY * len(kept[end:]):
        return kept  # a form in two languages
    while 0 < end < len(kept) and not _VIETNAMESE.search(kept[end - 1].text):
        end -= 1
    return kept[:end]


def _begins_translation(text: str) -> bool:
    """Whether *text* holds the motto in English; without its longest word, nothing is searched."""
    return ("ocialist" in text or "OCIALIST" in text) and _TRANSLATION.search(text) is not None


def _issued(tree: Tree, body: Body) -> Moment | None:
    """The day of issue on the site's card of the document."""
    for index in range(max(0, body.start - _HEAD), min(body.end, body.start + _HEAD)):
        text = tree.fragments[index].text
        if label(text.lower() + ":", "issued"):
            beside = " ".join(fragment.text for fragment in tree.fragments[index : index + 2])
            found = first_moment(beside)
            return found[0] if found else None
    return None


def names_instrument(title: str) -> bool:
    """Whether *title* cites a legal document, like the headline of such a document's page."""
    return bool(mentions.find(TextView(title), Context(), ("instrument",)))
