"""Finding names in a text: single ones, lists with a shared head, abbreviations that the text defines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model._trusted import changed
from ..registries import Worded
from ..registries.agencies import Head
from ..text import TextView, places_of
from ._cues import stands
from ._defined import before_brackets, bridged, called, definitions, known_short, with_defined
from ._fields import PAPERS
from ._lexicon import lexicon
from ._lists import after_colon, listed
from ._name import BodyName
from ._openings import openings
from ._patterns import WORD
from ._reader import NameReader

__all__ = ["forms", "readings"]

#: One word that stands for a body between words such as ``của`` and a verb's particle or a mark.
_SHORT = frozenset(("Bộ", "Sở", "Cục"))
_OF = ("của ", "thuộc ", "lãnh đạo ", "do ", "với ")
_SHORT_ENDS = Worded(
    r"(?!, (?:cơ quan (?:ngang|thuộc)|(?:ban, )?ngành(?=[,.;:)]|\Z| (?:và|trung ương|liên quan)))(?!\w))"
    r"[,.;:)\n]| <agency_words/after-short-names>(?!\w)"
)
#: What stands before and after an item of a list of papers.
_JOINTS = (", ", " và ", "; ", "/")
_LONGEST_JOINT = 4  # characters
_ITEM_END = Worded(r"[,;.:)\n]|\Z| <agency_words/after-papers>(?!\w)| \(")


def forms(view: TextView) -> list[tuple[str, int, int]]:
    """The form of each name in *view* (which names its rule), and where the name begins and ends."""
    return [(name.form, name.start, name.end) for name in readings(view)]


def readings(view: TextView) -> list[BodyName]:
    """The names in *view*, in order, without overlaps."""
    reader = NameReader(view, lexicon())
    found = list(_merged(_scan(view, reader), view))
    found = bridged(view, found, _scan)
    in_brackets = before_brackets(view, found)
    defined = known_short(found) | (definitions(view, in_brackets, reader) if in_brackets else {})
    if defined:
        found = with_defined(view, found, defined)
        in_brackets = before_brackets(view, found)
    if in_brackets:
        found = called(view, found, in_brackets)
    return _with_short(view, found)


def _scan(view: TextView, reader: NameReader | None = None) -> Iterator[BodyName]:
    """The names in *view* that stand there whole, in order."""
    reader = reader or NameReader(view, lexicon())
    after = 0
    before: BodyName | None = None
    for start, end, node in openings().begun(view):
        if start < after:
            continue
        reading = reader.read_opened(start, end, node) or _in_capitals(reader, start, end)
        if reading is None:
            more = after_colon(reader, start, end)
        elif stands(reader.look, reading, before) or _goes_on(view, before, after, reading):
            after, before = reading.end, reading
            yield reading
            more = listed(reader, reading)
        else:
            continue
        for item in more:
            after = item.end
            yield item


def _in_capitals(reader: NameReader, start: int, end: int) -> BodyName | None:
    """The name that begins at the second word of an opening, where capitals run two names together.

    ``HUYỆN CHÂU THÀNH ỦY BAN NHÂN DÂN TỈNH``: what looks like ``Thành ủy`` is the end of a place's name.
    """
    opening = reader.look.plain[start:end]
    if " " not in opening or not opening.isupper():
        return None
    return reader.read(start + opening.index(" ") + 1)


def _is_paper(reading: BodyName) -> bool:
    """Whether *reading* names a press organisation, listed or known by its form."""
    entry = reading.entries[0]
    return entry.source == "press" or (isinstance(entry.record, Head) and entry.record.kind in PAPERS)


def _goes_on(view: TextView, before: BodyName | None, after: int, reading: BodyName) -> bool:
    """Whether *reading* continues a list of papers: ``báo Thanh Niên, Lao động và Tiền Phong``."""
    plain = view.plain
    if before is None or reading.entries[0].source != "press" or not _is_paper(before):
        return False
    if reading.start - after > _LONGEST_JOINT or plain[after : reading.start] not in _JOINTS:
        return False
    if plain[reading.start].isupper() and _ITEM_END.match(plain, reading.end):
        return True
    return all(word[0].isupper() for word in WORD.findall(plain[reading.start : reading.end]))


def _with_short(view: TextView, found: list[BodyName]) -> list[BodyName]:
    """*found*, and each ``Bộ``, ``Sở`` or ``Cục`` that stands alone for the last body whose name began so."""
    heads = _SHORT.intersection([name.name.partition(" ")[0] for name in found])
    shorts = sorted(_shorts(view, heads)) if heads else ()
    if not shorts:
        return found
    last: dict[str, BodyName] = {}
    merged: list[BodyName] = []
    taken = iter(found)
    current = next(taken, None)
    for start, end in shorts:
        while current is not None and current.start <= start:
            merged.append(current)
            last[current.name.partition(" ")[0]] = current
            current = next(taken, None)
        meant = last.get(view.plain[start:end])
        if meant is not None and (not merged or merged[-1].end <= start):
            merged.append(changed(meant, start=start, end=end))
    if current is not None:
        merged.append(current)
    merged.extend(taken)
    return merged


def _shorts(view: TextView, heads: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where one of *heads* stands alone for a body, by the words beside it."""
    for head in heads:
        for space in places_of(view.plain, (f" {head}",)):
            start, end = space + 1, space + 1 + len(head)
            if view.lower.endswith(_OF, 0, start) and _SHORT_ENDS.match(view.plain, end):
                yield start, end


def _merged(found: Iterator[BodyName], view: TextView) -> Iterator[BodyName]:
    """*found*, an abbreviation and the name after its dash made one: ``QPVN - Truyền hình Quốc phòng …``."""
    before: BodyName | None = None
    for reading in found:
        if (
            before is not None
            and before.name == reading.name
            and view.plain[before.end : reading.start] in (" - ", " – ")
        ):
            reading = changed(reading, start=before.start)
        elif before is not None:
            yield before
        before = reading
    if before is not None:
        yield before
