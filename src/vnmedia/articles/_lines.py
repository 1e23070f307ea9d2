"""The lines of a text and what each looks like by itself, before its place on the page is considered."""

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
# What a credit has, which few lines do: finding that out costs little.
_CREDIT_WORD = Pattern("ảnh|hình|nguồn")
_CREDIT = Pattern(
    r"\(?\b(?:ảnh|nguồn ảnh|hình|nguồn)\s?:\s?[^.]{1,60}\)?\.?$|\bảnh minh (?:họa|hoạ)\)?\.?$"
    r"|\(ảnh[^()]{0,60}\)\.?$"
)
_STOPS = Pattern(r"[.!?…:;][\"'”’»]*$|[.!?…]\s+[A-ZĐÀ-Ỹ]")
_DIGIT = Pattern("[0-9]")
# What the grounds of official papers begin with; no label of a time does, and no name.
_GROUND = "căn cứ "
_MARKS = " :|-–—•*.,[](){}"
_SPACES = Pattern(" {2,}")


@attrs.define(eq=False)  # not frozen: made for each line, it costs a third of the time
class Wording:
    """What a line that is not blank says, and what it looks like by that alone.

    Attributes:
        text: Its words as rules match on them, without what no reader sees.
        lower: Its words in lower case, one space between them.
        words: How many words it has.
        moment: The time of publishing that it states, where it is a line of that kind.
    """

    text: str
    lower: str
    words: int
    moment: Moment | None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as one or more whole sentences."""
        return len(self.text) > 300 or (self.words >= 8 and _PROSE_END.search(self.text[-8:]) is not None)

    @property
    def is_headline(self) -> bool:
        """Whether it can be a title: no sentence with its full stop, nor longer than titles are."""
        ends = self.text[-8:]
        return len(self.text) <= 300 and (_STOP_END.search(ends) is None or ends.endswith("..."))

    @property
    def is_furniture(self) -> bool:
        """Whether it belongs to the page and not to the article, wherever it stands."""
        return (
            not any(map(str.isalnum, self.text))
            or "line" in roles_of_line(self.lower)
            or (self.words <= 40 and begins(self.lower, "line-start"))
            or (self.words <= 8 and ":" in self.text and _COUNTER.fullmatch(self.text) is not None)
        )

    @property
    def is_picture(self) -> bool:
        """Whether it is the name of a picture's file."""
        # The ending has four letters at most: few lines have a full stop so near their end.
        return "." in self.text[-5:-3] and _PICTURE_FILE.fullmatch(self.text) is not None

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
        span: Where it stands in the text, without white space at either end.
        small: *text* in lower case, of the same length.
    """

    view: TextView
    begin: int
    span: Span
    small: str

    def at(self, position: int) -> int:
        """Where in the text the character of the line at *position* stands."""
        position += self.begin
        return self.view.span(position, position + 1).start


def lines(view: TextView) -> Iterator[Line]:
    """The lines of *view*'s text that are not blank; where they were broken at a width, its paragraphs."""
    printed, begin = view.plain if view.wrapped else view.printed, 0
    while begin <= len(printed):
        end = printed.find("\n", begin)
        end = len(printed) if end < 0 else end
        if begin < end and (line := _line(view, begin, end)) is not None:
            yield line
        begin = end + 1


def line_of(text: str) -> Wording | None:
    """The one line that *text* is, None where it is blank.

    Most lines of a page hold nothing that a view of the text would change but the place of a tone mark.
    """
    if not text or not text.isprintable() or text[0] == " " or read_through(text) is not text:
        view = TextView(text)
        return _line(view, 0, len(view.plain))
    plain = old_tones(text)
    lower = plain.lower()
    if len(lower) != len(text) or "  " in text or text[-1] == " ":
        view = TextView(text)
        return _line(view, 0, len(view.plain))
    return Wording(plain, lower, lower.count(" ") + 1, _stated(plain, lower))


def _line(view: TextView, begin: int, end: int) -> Line | None:
    stripped = view.plain[begin:end].strip(_BLANK)
    if not stripped:
        return None
    begin = view.plain.index(stripped[0], begin)
    end = begin + len(stripped)
    small = view.lower[begin:end]
    lower = _SPACES.sub(" ", small) if "  " in small else small
    words = lower.count(" ") + 1
    moment = _stated(stripped, lower)
    return Line(stripped, lower, words, moment, view, begin, view.span(begin, end), small)


def _stated(text: str, lower: str) -> Moment | None:
    """The moment, where the line says little else than when the page was published."""
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
    """Whether *part*, in lower case, is who wrote: papers print the author beside the time."""
    at = text.lower().find(part) if " " in part and len(part) <= 40 else -1
    byline = read_byline(text[at : at + len(part)]) if at >= 0 else None
    return byline is not None and bool(byline.authors)


def _is_label(before: str) -> bool:
    return (
        not before
        or is_one(before, "posted", "changed", "line", "section")
        or bool(label(before + ":", "posted"))
        # Before a day in a sentence stand other days (``Ngày 3/4, Bộ yêu cầu nộp trước 30/4/2019``).
        or (begins(before, "posted", "changed") and not _DIGIT.search(before))
    )


def _is_noise(after: str) -> bool:
    """What may follow a time line: a section, a count of views, a second time."""
    return (
        not after
        or after.isdigit()
        or begins(after, "line-start")
        or begins(after, "changed")
        or is_one(after, "line", "end", "list", "section")
        or (len(after) <= 40 and first_moment(after) is not None)
    )
