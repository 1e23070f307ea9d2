"""The lines of a text, and how each looks by itself, before its place on the page is considered."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ..marks import read_through
from ..model import Span
from ..registries import Pattern
from ..text import TextView, old_tones
from ._byline import read_byline
from ._moment import Moment, first_moment
from ._phrases import begins, holds, is_one, label, roles_of_line

__all__ = ["Line", "Wording", "line_of", "lines"]

# White space, and characters that no reader sees.
_BLANK = " \n\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u205f\u3000\u00ad\ufeff" + "".join(
    map(chr, (*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x2060, 0x2065)))
)
_PROSE_END = Pattern(r"[.!?…:;][\"'”’»)\]]*$|[\"”»)]$|/\.$")
_STOP_END = Pattern(r"(?:[.;,:]|\./\.)[\"'”’»)\]]*$")
_PICTURE_FILE = Pattern(r"[^\s/\\]{1,100}\.(?:jpe?g|png|gif|webp|bmp|tiff?)", re.IGNORECASE)
_ITEM = Pattern(r"(?:[-–+•*▪■●◦✓]|\d{1,2}[.)]|[a-zđ]\))\s+\S|[-+•▪]\S")
_COUNTER = Pattern(
    r"(?:[^\d:]{1,40}|(?:Tháng|Tuần|Năm|Quý|Ngày) ?\d{1,4}(?:[/-]\d{2,4})? ?):"
    r"\s*[\d.,]+(?:\s*(?:lượt|người|lần).{0,20})?"
)
# A quick test: every credit has one of these words, and few other lines do.
_CREDIT_WORD = Pattern("ảnh|hình|nguồn")
_CREDIT = Pattern(
    r"\(?\b(?:ảnh|nguồn ảnh|hình|nguồn)\s?:\s?[^.]{1,60}\)?\.?$|\bảnh minh (?:họa|hoạ)\)?\.?$"
    r"|\(ảnh[^()]{0,60}\)\.?$"
)
_STOPS = Pattern(r"[.!?…:;][\"'”’»]*$|[.!?…]\s+[A-ZĐÀ-Ỹ]")
_DIGIT = Pattern("[0-9]")
# The beginning of grounds in official documents; no label of a time and no name begins so.
_GROUND = "căn cứ "
_MARKS = " :|-–—•*.,[](){}"
_SPACES = Pattern(" {2,}")


@attrs.define(eq=False)  # not frozen: one is made for each line, and this takes a third of the time
class Wording:
    """The words of a line that is not blank, and what the line looks like by its words alone.

    Attributes:
        text: Its words in the form that rules match, without invisible characters.
        lower: Its words in lower case, one space between them.
        words: How many words it has.
        moment: The time of publishing, if it is a time line.
        roles: The roles that have the whole of it as a text.
        is_prose: Whether it reads as one or more whole sentences.
        is_furniture: Whether it belongs to the page and not to the article, wherever it stands.
        is_picture: Whether it is the name of a picture's file.
    """

    text: str
    lower: str
    words: int
    moment: Moment | None
    # Nearly every line is asked for these, and several times.
    roles: frozenset[str]
    is_prose: bool
    is_furniture: bool
    is_picture: bool

    @property
    def is_headline(self) -> bool:
        """Whether it can be a title: not a sentence with its full stop, and not too long."""
        ends = self.text[-8:]
        return len(self.text) <= 300 and (_STOP_END.search(ends) is None or ends.endswith("..."))

    @property
    def is_caption(self) -> bool:
        """Whether it reads as the legend of a picture."""
        if self.words > 70:
            return False
        tail = self.lower[-100:]
        if begins(self.lower, "caption") or (_CREDIT_WORD.search(tail) and _CREDIT.search(tail)):
            return True
        acts = begins(self.lower, "person") and holds(self.lower, "act")
        return acts and _STOPS.search(self.text) is None

    @property
    def is_item(self) -> bool:
        """Whether it begins as the item of a list."""
        return not self.text[0].isupper() and _ITEM.match(self.text) is not None


@attrs.define(eq=False)
class Line(Wording):
    """A line with its place.

    Attributes:
        view: The text that it stands in.
        begin: Where it begins in the view.
        span: Its place in the text, without white space at either end.
        small: *text* in lower case, of the same length.
    """

    view: TextView
    begin: int
    span: Span
    small: str

    def at(self, position: int) -> int:
        """The position in the text of the line's character at *position*."""
        position += self.begin
        return self.view.span(position, position + 1).start


def lines(view: TextView) -> Iterator[Line]:
    """The non-blank lines of *view*'s text; its paragraphs, if lines were broken at a fixed width."""
    begin = 0
    for printed in (view.plain if view.wrapped else view.printed).split("\n"):
        end = begin + len(printed)
        if printed and (line := _line(view, begin, end)) is not None:
            yield line
        begin = end + 1


def line_of(text: str) -> Wording | None:
    """The wording of *text*, a single line; None if it is blank.

    In most lines of a page, a view would change only the place of tone marks, so none is made for them.
    """
    if not text or not text.isprintable() or text[0] == " " or read_through(text) is not text:
        view = TextView(text)
        return _line(view, 0, len(view.plain))
    plain = old_tones(text)
    lower = plain.lower()
    if len(lower) != len(text) or "  " in text or text[-1] == " ":
        view = TextView(text)
        return _line(view, 0, len(view.plain))
    words = lower.count(" ") + 1
    return Wording(plain, lower, words, _stated(plain, lower), *_looks(plain, lower, words))


def _line(view: TextView, begin: int, end: int) -> Line | None:
    stripped = view.plain[begin:end].strip(_BLANK)
    if not stripped:
        return None
    begin = view.plain.index(stripped[0], begin)
    end = begin + len(stripped)
    small = view.lower[begin:end]
    lower = _SPACES.sub(" ", small) if "  " in small else small
    words = lower.count(" ") + 1
    looks = _looks(stripped, lower, words)
    return Line(
        stripped, lower, words, _stated(stripped, lower), *looks, view, begin, view.span(begin, end), small
    )


def _looks(text: str, lower: str, words: int) -> tuple[frozenset[str], bool, bool, bool]:
    """The roles of a line, and whether it is prose, furniture and the name of a picture's file."""
    roles = roles_of_line(lower)
    is_prose = len(text) > 300 or (words >= 8 and _PROSE_END.search(text[-8:]) is not None)
    is_furniture = (
        "line" in roles
        or (words <= 40 and begins(lower, "line-start"))
        or (words <= 8 and ":" in text and _COUNTER.fullmatch(text) is not None)
        or not any(map(str.isalnum, text))
    )
    # The file ending has at most four letters: few lines have a full stop so near their end.
    is_picture = "." in text[-5:-3] and _PICTURE_FILE.fullmatch(text) is not None
    return roles, is_prose, is_furniture, is_picture


def _stated(text: str, lower: str) -> Moment | None:
    """The moment, if the line says little more than when the page was published."""
    if len(text) > 120 or lower.startswith(_GROUND) or not _DIGIT.search(text):
        return None
    found = first_moment(lower)
    if found is None:
        return None
    moment, start, end = found
    before = lower[:start].strip(_MARKS)
    after = lower[end:].strip(_MARKS)
    if (_is_label(before) or _names(text, before)) and _is_noise(after):
        return moment
    return moment if _is_label(before) and _names(text, after) else None


def _names(text: str, part: str) -> bool:
    """Whether *part*, in lower case, is the author, whom newspapers print beside the time."""
    at = text.lower().find(part) if " " in part and len(part) <= 40 else -1
    byline = read_byline(text[at : at + len(part)]) if at >= 0 else None
    return byline is not None and bool(byline.authors)


def _is_label(before: str) -> bool:
    return (
        not before
        or is_one(before, "posted", "changed", "line", "section")
        or bool(label(before + ":", "posted"))
        # In a sentence, other days may stand before the day (``Ngày 3/4, Bộ yêu cầu nộp trước 30/4/2019``).
        or (begins(before, "posted", "changed") and not _DIGIT.search(before))
    )


def _is_noise(after: str) -> bool:
    """Whether *after* is what may follow a time: a section, a count of views, a second time."""
    return (
        not after
        or after.isdigit()
        or begins(after, "line-start")
        or begins(after, "changed")
        or is_one(after, "line", "end", "list", "section")
        or (len(after) <= 40 and first_moment(after) is not None)
    )
