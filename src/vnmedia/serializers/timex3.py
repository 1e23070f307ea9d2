"""TIMEX3, the tags of TimeML (ISO 24617-1), around the time expressions of a text.

A day, month, year or clock time is a ``DATE`` or ``TIME``, a length a ``DURATION``, a rhythm a ``SET``; a
range is a ``DURATION`` with ``beginPoint`` and ``endPoint``, which are empty tags behind it, as TimeML's
guidelines have it.

What TIMEX3 loses: the other kinds and the article's fields; EDTF where it says more than the days; the upper
bound of a length that is a range; a rhythm's rule and what else it or a length states; a stretch of clock
times; a clock time's fraction of a second and zone. What XML cannot hold becomes U+FFFD.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from ..errors import SerializationError
from ..model import Article, Duration, Mention, Span, TimeExpression
from .markup import Markup, el, escape

__all__ = ["from_timex3", "timex3", "to_timex3"]

_MODS = {"start": "START", "mid": "MID", "end": "END", "approximate": "APPROX"}
_MODIFIERS = {mod: modifier for modifier, mod in _MODS.items()}


def to_timex3(article: Article) -> str:
    """*article* as a TimeML document.

    >>> day = TimeExpression(start=dt.date(2020, 12, 17), end=dt.date(2020, 12, 17))
    >>> mention = Mention(span=Span(start=0, end=5), quote="17/12", value=day)
    >>> print(to_timex3(Article(text="17/12", mentions=(mention,))).splitlines()[1])
    <TimeML><TEXT><TIMEX3 tid="t1" type="DATE" value="2020-12-17">17/12</TIMEX3></TEXT></TimeML>
    """
    parts: list[str] = []
    position = 0
    for number, mention in enumerate(article.dates, 1):
        parts.append(_text(article.text[position : mention.start]))
        parts.extend(_tags(f"t{number}", mention))
        position = mention.end
    parts.append(_text(article.text[position:]))
    head = [el("DOCID", None, article.id)] if article.id else []
    if article.published is not None:
        head.append(el("DCT", None, _created(article.published)))
    body = el("TimeML", None, *head, el("TEXT", None, *parts))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _text(text: str) -> Markup:
    """A carriage return is a reference, since XML readers drop it otherwise."""
    return Markup(escape(text).replace("\r", "&#13;"))


def _created(published: dt.date) -> Markup:
    has_clock = isinstance(published, dt.datetime)
    attributes = {
        "tid": "t0",
        "type": "TIME" if has_clock else "DATE",
        "value": published.isoformat(),
        "functionInDocument": "CREATION_TIME",
    }
    return el("TIMEX3", attributes, published.isoformat())


def timex3(value: TimeExpression) -> dict[str, str]:
    """The attributes of the TIMEX3 tag for *value*; ``beginPoint`` and ``endPoint`` are days.

    >>> timex3(TimeExpression(every=Duration(weeks=1), times=2))
    {'type': 'SET', 'value': 'P1W', 'quant': 'EVERY', 'freq': '2X'}
    """
    attributes: dict[str, str | None] = {}
    if value.every is not None:
        attributes |= {"type": "SET", "value": str(value.every), "quant": "EVERY"}
        attributes["freq"] = f"{value.times}X" if value.times else None
        attributes["freq"] = f"{value.times}X" if value.times else None
    elif value.duration is not None:
        attributes |= {"type": "DURATION", "value": str(value.duration)}
    elif (unit := _unit(value)) is not None:
        clock = f"T{value.time:%H:%M:%S}".removesuffix(":00") if value.time else ""
        attributes |= {"type": "TIME" if clock else "DATE", "value": unit + clock}
    elif value.start or value.end:
        attributes |= {"type": "DURATION", "value": _length(value)}
        for name, day in (("beginPoint", value.start), ("endPoint", value.end)):
            attributes[name] = day.isoformat() if day is not None else None
    elif value.time is not None:
        attributes |= {"type": "TIME", "value": f"XXXX-XX-XXT{value.time:%H:%M:%S}".removesuffix(":00")}
    else:
        attributes |= {"type": "DATE", "value": value.edtf}
    attributes["mod"] = _MODS.get(value.modifier or "")
    attributes["comment"] = value.calendar
    return {name: text for name, text in attributes.items() if text is not None}


def _tags(tid: str, mention: Mention[TimeExpression]) -> Iterator[Markup]:
    attributes: dict[str, str | None] = {"tid": tid, **timex3(mention.value)}
    points: list[Markup] = []
    for name in ("beginPoint", "endPoint"):
        day = attributes.get(name)
        if day is not None:
            attributes[name] = f"{tid}{name[0]}"
            points.append(el("TIMEX3", {"tid": f"{tid}{name[0]}", "type": "DATE", "value": day}))
    yield el("TIMEX3", attributes, _text(mention.quote))
    yield from points


def _unit(value: TimeExpression) -> str | None:
    """The day, month, quarter, half-year, year, decade or century that *value* covers exactly."""
    first, last = value.start, value.end
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    return next((name for name in _names(first) if _days(name) == (first, last)), None)


def _names(first: dt.date) -> Iterator[str]:
    """What may begin on the day *first*, from the shortest to the longest."""
    year = f"{first.year:04}"
    week = first.isocalendar()
    yield f"{week.year:04}-W{week.week:02}"
    yield f"{year}-{first.month:02}"
    yield f"{year}-Q{(first.month + 2) // 3}"
    yield f"{year}-H{1 if first.month <= 6 else 2}"
    yield year
    yield year[:3]
    yield year[:2]


_FORMS = (
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)


def _days(name: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of what TIMEX3 calls *name*, None where that is no such unit."""
    match = re.fullmatch(_FORMS, name)
    if match is None:
        return None
    given = {unit: int(number) for unit, number in match.groupdict().items() if number is not None}
    try:
        if "decade" in given:
            return dt.date(given["decade"] * 10, 1, 1), dt.date(given["decade"] * 10 + 9, 12, 31)
        if "century" in given:
            return dt.date(given["century"] * 100, 1, 1), dt.date(given["century"] * 100 + 99, 12, 31)
        year = given["year"]
        if "week" in given:
            return dt.date.fromisocalendar(year, given["week"], 1), dt.date.fromisocalendar(
                year, given["week"], 7
            )
        if "day" in given:
            day = dt.date(year, given["month"], given["day"])
            return day, day
        months = {"month": 1, "quarter": 3, "half": 6}
        size = next((size for unit, size in months.items() if unit in given), 12)
        count = next((given[unit] for unit in months if unit in given), 1)
        last = size * count
        return dt.date(year, last - size + 1, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None


def _length(value: TimeExpression) -> str:
    """The days of a range; ``PXD`` where an end is open."""
    if value.start and value.end:
        return f"P{(value.end - value.start).days + 1}D"
    return "PXD"


def from_timex3(document: str) -> Article:
    """The text with its time expressions, from a document that ``to_timex3`` wrote.

    >>> tag = '<TIMEX3 tid="t1" type="DATE" value="2020-12-17">17/12</TIMEX3>'
    >>> [(m.quote, str(m.value.start)) for m in from_timex3(f"<TimeML><TEXT>{tag}</TEXT></TimeML>").dates]
    [('17/12', '2020-12-17')]

    Raises:
        SerializationError: *document* is no XML, or none of ours.
    """
    try:
        root = ET.fromstring(document)  # noqa: S314 -- expat expands no entity that is not declared
        text = root.find("TEXT")
        if root.tag != "TimeML" or text is None:
            raise ValueError("no TimeML with a TEXT")
        created = root.find("DCT/TIMEX3")
        tags = {tag.get("tid"): tag for tag in text}
        whole = text.text or ""
        mentions = []
        for tag in text:
            if tag.text:
                span = Span(start=len(whole), end=len(whole) + len(tag.text))
                mentions.append(Mention(span=span, quote=tag.text, value=_value(tag, tags)))
            whole += (tag.text or "") + (tag.tail or "")
        published = None if created is None else _moment(created.get("value", ""))
        return Article(id=root.findtext("DOCID"), published=published, text=whole, mentions=tuple(mentions))
    except (ET.ParseError, KeyError, TypeError, ValueError) as error:
        raise SerializationError([("", f"not a document that vnmedia wrote: {error}")]) from error


def _moment(text: str) -> dt.date:
    return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)


def _value(tag: ET.Element, tags: dict[str | None, ET.Element]) -> TimeExpression:
    value = tag.attrib["value"]
    shared: dict[str, object] = {
        "modifier": _MODIFIERS.get(tag.get("mod", "")),
        "calendar": tag.get("comment"),
    }
    if tag.get("type") == "SET":
        times = int(tag.get("freq", "").removesuffix("X") or 0) or None
        return TimeExpression(every=Duration.from_iso(value), times=times, **shared)  # type: ignore[arg-type]
    if "beginPoint" in tag.attrib or "endPoint" in tag.attrib:
        ends = (tags.get(tag.get(name)) for name in ("beginPoint", "endPoint"))
        first, last = (None if end is None else dt.date.fromisoformat(end.attrib["value"]) for end in ends)
        return TimeExpression(start=first, end=last, **shared)  # type: ignore[arg-type]
    if tag.get("type") == "DURATION":
        return TimeExpression(duration=Duration.from_iso(value), **shared)  # type: ignore[arg-type]
    day, _, clock = value.partition("T") if tag.get("type") == "TIME" else (value, "", "")
    days = _days(day)
    time = dt.time.fromisoformat(clock) if clock else None
    if days is None and time is None:
        return TimeExpression(edtf=value, **shared)  # type: ignore[arg-type]
    first, last = days or (None, None)
    return TimeExpression(start=first, end=last, time=time, **shared)  # type: ignore[arg-type]
