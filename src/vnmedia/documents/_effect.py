"""The effective date of a document, as it states it; quotations of other documents do not count."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from .. import dates
from ..model import Context, Duration, Mention, TimeExpression
from ..model.document import Effect
from ._lines import Line, Page

__all__ = ["adoption_day", "base_effect", "read_effect"]

# The subject begins its sentence; ``Điều 5 Nghị định này có hiệu lực …`` has another subject.
_EFFECT = (
    r"(?:\A|[.;:][-–]?\s|\n|(?:thi\shành|hiệu\slực|thực\shiện)\s)(?:(?:[0-9]{{1,2}}|[a-zđ])[.)]\s)?(?P<words>(?:(?:[^\W\d_]{{1,7}}\s){{1,4}}này\s(?:[^.;:]{{0,200}}?\s|[^.]{{0,500}}?\sthông\squa\s[^.;:]{{0,100}}?\s)?"
    r"|(?:{own})\s)(?:có\s(?:hiệu\slực|giá\strị)(?:\sthi\shành)?|(?<=này\s)(?:được\s)?thi\shành)"
    r"(?:\skể)?\s?(?P<from>từ|sau)\s)"
)
#: Words for the issue of a document: ``được thông qua``, ``Hội đồng nhân dân tỉnh thông qua``, ``ký``.
_ISSUED = (
    r"(?:được\s)?(?:ký|ban\shành|(?P<adopted>"
    r"(?:(?:hội\sđồng\snhân\sdân|hđnd|quốc\shội|ủy\sban\sthường\svụ)\s[^.;,]{0,40}?)?thông\squa))\b"
)
_SAME_DAY = re.compile(rf"(?:ngày\s)?{_ISSUED}")
_FROM_SIGNING = re.compile(rf",?\s(?:kể\s)?từ\sngày\s{_ISSUED}")
_DAY_REACH = 120
#: A time that begins with a day, not with a month or a year.
_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_ADOPTED = re.compile(
    r"này\s(?:đã\s)?(?:được|do)\s"
    r"(?:(?:quốc\shội|ủy\sban\sthường\svụ|hội\sđồng|hđnd|kỳ\shọp|đại\shội)\b[^.;]{0,200}?\s)?"
    r"thông\squa\s(?:vào\s|tại\s[^.;]{0,150}?\s)?(?P<day>ngày\s)"
)


def read_effect(
    page: Page, lines: Sequence[Line], type_name: str, issued: dt.date | None, adopted: dt.date | None = None
) -> Effect | None:
    """The effect of a document of *type_name*, as its *lines* state it.

    An assembly passes a resolution some days before it is *issued*; the effective date may be counted from
    the day it was *adopted*.
    """
    own = [line for line in lines if not line.quoted]
    pattern = re.compile(_EFFECT.format(own=re.escape(type_name).replace(r"\ ", r"\s")))
    open_ended: Effect | None = None
    for group in page.paragraphs(own):
        text = page.view.printed[group[0].start : group[-1].end].lower()
        match = pattern.search(text) if "hiệu" in text or "hành" in text else None
        if match is None:
            continue
        day, until, length = _days(text[match.end() :], match["from"], issued, adopted)
        start = group[0].start + match.start("words")
        passage = page.passage(start, group[0].start + match.end() + length)
        if day is not None:
            return Effect(date=day, until=until, passage=passage)
        open_ended = open_ended or Effect(date=None, passage=passage)
    return open_ended


def base_effect(page: Page, lines: Sequence[Line], issued: dt.date | None) -> Effect | None:
    """The effect of the base of a consolidated text, from the *lines* that name the base."""
    if not lines:
        return None
    start = lines[0].start
    text = page.view.printed[start : lines[-1].end].lower()
    match = _BASE_EFFECT.search(text)
    if match is None:
        return None
    day, until, length = _days(" ".join(text[match.end() :][:_DAY_REACH].split("\n")), "từ", issued)
    passage = page.passage(start + match.start(), start + match.end() + length)
    return Effect(date=day, until=until, passage=passage) if day is not None else None


_BASE_EFFECT = re.compile(r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+(?=ngày)")


def _days(
    tail: str, word: str, issued: dt.date | None, adopted: dt.date | None = None
) -> tuple[dt.date | None, dt.date | None, int]:
    """The first and the last day that *tail* names after ``từ`` or ``sau``, and the length of those words."""
    times = dates.find(tail[:_DAY_REACH], Context(published=issued, prefer="future"))
    first = times[0] if times and times[0].start <= len("ngày ") else None
    if first is not None and (length := first.value.duration) is not None:
        signing = _FROM_SIGNING.match(tail, first.end)
        if signing is None or "làm việc" in first.quote:
            return None, None, signing.end() if signing else 0
        return _later(_counted_from(signing, issued, adopted), length), None, signing.end()
    if word != "từ":
        return None, None, 0
    same = _SAME_DAY.match(tail)
    if same:
        return _counted_from(same, issued, adopted), None, same.end()
    if first is None or first.value.start is None or not _begins_with_day(first):
        return None, None, 0
    until = first.value.end if first.value.end != first.value.start else None
    return first.value.start, until, first.end


def _counted_from(said: re.Match[str], issued: dt.date | None, adopted: dt.date | None) -> dt.date | None:
    """The day that *said* refers to: the day of adoption if known, or the day of issue."""
    return adopted if said["adopted"] and adopted is not None else issued


def _begins_with_day(time: Mention[TimeExpression]) -> bool:
    """Whether a time is a day, or a period that begins with a day; whole months are written shorter."""
    return time.quote.startswith("ngày") or _ONE_DAY.match(time.value.edtf or "") is not None


def _later(issued: dt.date | None, length: Duration) -> dt.date | None:
    """The day that is *length* after *issued*; None if *issued* is unknown or the day beyond the calendar."""
    try:
        return issued + length if issued is not None else None
    except (ValueError, OverflowError):
        return None


def adoption_day(page: Page, lines: Sequence[Line]) -> dt.date | None:
    """The day on which an assembly passed the document, from its closing sentence.

    ``Luật này được Quốc hội … khóa XV, kỳ họp thứ 10 thông qua ngày 10 tháng 12 năm 2025.``
    """
    for group in page.paragraphs([line for line in lines if not line.quoted]):
        text = page.view.printed[group[0].start : group[-1].end].lower()
        match = _ADOPTED.search(text) if "thông qua" in text or "thông\nqua" in text else None
        if match is not None:
            day, _, _ = _days(text[match.start("day") :], "từ", None)
            if day is not None:
                return day
    return None
