"""TIMEX3, the tags of TimeML (ISO 24617-1), around the time expressions of a text.

A day, month, year or clock time is a ``DATE`` or ``TIME``, a length a ``DURATION``, a rhythm a ``SET``; a
range is a ``DURATION`` with ``beginPoint`` and ``endPoint``, which are empty tags after it, as TimeML's
guidelines require.

A clock time has its seconds and its zone (``2020-12-17T22:17+07:00``); the points of a stretch of clock
times are times. What TIMEX3 has no attribute for stands in ``comment``, each as one word: ``lunar``;
``part=…``, the part of the day; ``rule=…``, the RFC 5545 rule of a rhythm, and ``hours=…``, its clock
times; ``max=…``, the upper bound of a length; ``edtf=…``, the members of a list; ``length``, where the value
is a length given together with the days (``5 năm qua``).

What TIMEX3 loses: the other kinds and the article's fields; EDTF that says more than the days, except lists;
the clock time of a bounded stretch of days that has only one; fractions of a second. What XML cannot
hold becomes U+FFFD.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

from ..errors import SerializationError
from ..model import Article, Duration, Mention, Span, TimeExpression
from ..model._when import moment_of
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
    """*text* as mark-up; carriage returns become references, since XML readers would drop them."""
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
    """The attributes of the TIMEX3 tag for *value*; ``beginPoint`` and ``endPoint`` are days or times.

    >>> timex3(TimeExpression(every=Duration(weeks=1), times=2))
    {'type': 'SET', 'value': 'P1W', 'quant': 'EVERY', 'freq': '2X'}
    >>> timex3(TimeExpression(every=Duration(weeks=1), rule="FREQ=WEEKLY;BYDAY=MO"))["comment"]
    'rule=FREQ=WEEKLY;BYDAY=MO'
    """
    attributes: dict[str, str | None] = {}
    if value.every is not None:
        attributes |= {"type": "SET", "value": str(value.every), "quant": "EVERY"}
        attributes["freq"] = f"{value.times}X" if value.times else None
    elif value.duration is None and not value.hours and (unit := _unit(value)) is not None:
        attributes |= {"type": "TIME" if value.time else "DATE", "value": unit + _clock(value.time)}
    elif value.start or value.end or value.hours:
        attributes |= {"type": "DURATION", "value": _length(value), **_points(value)}
    elif value.duration is not None:
        attributes |= {"type": "DURATION", "value": str(value.duration)}
    elif value.time is not None:
        attributes |= {"type": "TIME", "value": _OPEN_DAY + _clock(value.time)}
    else:
        attributes |= {"type": "DATE", "value": value.edtf}
    attributes["mod"] = _MODS.get(value.modifier or "")
    attributes["comment"] = " ".join(_comments(value)) or None
    return {name: text for name, text in attributes.items() if text is not None}


_OPEN_DAY = "XXXX-XX-XX"
_DAY = re.compile("[0-9X]{4}-[0-9X]{2}-[0-9X]{2}")


def _clock(time: dt.time | None) -> str:
    if time is None:
        return ""
    return "T" + time.replace(microsecond=0).isoformat("seconds" if time.second else "minutes")


def _points(value: TimeExpression) -> dict[str, str | None]:
    """The first and the last day or time of a stretch; without days, clock times of an open day."""
    has_no_day = value.start is None and value.end is None
    first = value.time if value.end in (None, value.start) else None
    last = value.time if value.start is None else None
    if value.hours and not _has_one_end(value):
        first, last = value.hours
    open_day = (_day_of(value.edtf) or _OPEN_DAY) if has_no_day else None
    days = [day.isoformat() if day is not None else open_day for day in (value.start, value.end)]
    clocks = (_clock(first), _clock(last))
    names = ("beginPoint", "endPoint")
    return {name: day and day + clock for name, day, clock in zip(names, days, clocks, strict=True)}


def _has_one_end(value: TimeExpression) -> bool:
    return (value.start is None) != (value.end is None)


def _day_of(edtf: str | None) -> str | None:
    """The day of an EDTF string, even with open parts; None where it gives no day."""
    day = (edtf or "").partition("T")[0]
    return day if _DAY.fullmatch(day) else None


def _hours(value: TimeExpression) -> str:
    return "hours=" + "/".join(_clock(time)[1:] for time in value.hours)


def _comments(value: TimeExpression) -> Iterator[str]:
    """What TIMEX3 has no attribute for, one word each."""
    if value.calendar is not None:
        yield value.calendar
    if value.part_of_day is not None:
        yield f"part={value.part_of_day}"
    if value.every is not None:
        if value.rule is not None:
            yield f"rule={value.rule}"
        if value.hours:
            yield _hours(value)
        return
    if value.start or value.end or value.hours:
        yield from _comments_on_stretch(value)
    if value.duration is not None and value.duration_max is not None:
        yield f"max={value.duration_max}"


def _comments_on_stretch(value: TimeExpression) -> Iterator[str]:
    if value.duration is not None:
        yield "length"
    if value.hours and _has_one_end(value):
        yield _hours(value)
    days_say_it = value.start or value.end or _day_of(value.edtf)
    if value.edtf and (value.edtf.startswith("{") or not days_say_it):
        yield f"edtf={value.edtf}"


def _tags(tid: str, mention: Mention[TimeExpression]) -> Iterator[Markup]:
    attributes: dict[str, str | None] = {"tid": tid, **timex3(mention.value)}
    points: list[Markup] = []
    for name in ("beginPoint", "endPoint"):
        point = attributes.get(name)
        if point is not None:
            attributes[name] = f"{tid}{name[0]}"
            kind = "TIME" if "T" in point else "DATE"
            points.append(el("TIMEX3", {"tid": f"{tid}{name[0]}", "type": kind, "value": point}))
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
    """The names of the units that may begin on the day *first*, from the shortest to the longest."""
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
    """The first and the last day of the unit that TIMEX3 calls *name*; None where there is none."""
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
            monday = dt.date.fromisocalendar(year, given["week"], 1)
            return monday, dt.date.fromisocalendar(year, given["week"], 7)
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
    """The stated length, else that of the hours or days of a stretch; ``PXD`` where an end is open."""
    if value.duration is not None:
        return str(value.duration)
    if value.hours and value.start == value.end:
        first, last = (time.hour * 60 + time.minute for time in value.hours)
        return f"PT{last - first}M" if first < last else "PXD"
    if value.start and value.end:
        return f"P{(value.end - value.start).days + 1}D"
    return "PXD"


def from_timex3(document: str) -> Article:
    """The text with its time expressions, from a document that ``to_timex3`` wrote.

    >>> tag = '<TIMEX3 tid="t1" type="DATE" value="2020-12-17">17/12</TIMEX3>'
    >>> [(m.quote, str(m.value.start)) for m in from_timex3(f"<TimeML><TEXT>{tag}</TEXT></TimeML>").dates]
    [('17/12', '2020-12-17')]

    Raises:
        SerializationError: *document* is not XML, or was not written by ``to_timex3``.
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
        published = None if created is None else moment_of(created.get("value", ""))
        return Article(id=root.findtext("DOCID"), published=published, text=whole, mentions=tuple(mentions))
    except (ET.ParseError, KeyError, TypeError, ValueError) as error:
        raise SerializationError([("", f"not a document that vnmedia wrote: {error}")]) from error


def _value(tag: ET.Element, tags: dict[str | None, ET.Element]) -> TimeExpression:
    value = tag.attrib["value"]
    words = dict(word.partition("=")[::2] for word in tag.get("comment", "").split())
    shared = _shared(tag, words)
    if tag.get("type") == "SET":
        times = int(tag.get("freq", "").removesuffix("X") or 0) or None
        return TimeExpression(every=Duration.from_iso(value), times=times, rule=words.get("rule"), **shared)
    if "beginPoint" in tag.attrib or "endPoint" in tag.attrib:
        told = _stretch(*(tags.get(tag.get(name)) for name in ("beginPoint", "endPoint"))) | shared
        if "length" in words:
            told["duration"] = Duration.from_iso(value)
        if "edtf" in words:
            told["edtf"] = words["edtf"]
        return TimeExpression(**told)
    if tag.get("type") == "DURATION":
        return TimeExpression(duration=Duration.from_iso(value), **shared)
    day, _, clock = value.partition("T") if tag.get("type") == "TIME" else (value, "", "")
    days = _days(day)
    time = dt.time.fromisoformat(clock) if clock else None
    if days is None and time is None:
        return TimeExpression(edtf=value, **shared)
    first, last = days or (None, None)
    return TimeExpression(start=first, end=last, time=time, **shared)


def _shared(tag: ET.Element, words: dict[str, str]) -> dict[str, Any]:
    """The fields that tags of every type may have, partly as *words* of the comment."""
    shared: dict[str, Any] = {
        "modifier": _MODIFIERS.get(tag.get("mod", "")),
        "calendar": "lunar" if "lunar" in words else None,
        "part_of_day": words.get("part"),
    }
    if "max" in words:
        shared["duration_max"] = Duration.from_iso(words["max"])
    if "hours" in words:
        shared["hours"] = tuple(map(dt.time.fromisoformat, words["hours"].split("/")))
    return shared


def _stretch(*ends: ET.Element | None) -> dict[str, Any]:
    """The fields of a stretch, from the tags of its points."""
    points = [("", "", "") if end is None else end.attrib["value"].partition("T") for end in ends]
    clocks = [dt.time.fromisoformat(clock) if clock else None for _, _, clock in points]
    fields: dict[str, Any] = {}
    for name, (day, _, _) in zip(("start", "end"), points, strict=True):
        if "X" in day:
            fields["edtf"] = day
        elif day:
            fields[name] = dt.date.fromisoformat(day)
    if all(clocks):
        fields["hours"] = tuple(clocks)
    else:
        fields["time"] = next((clock for clock in clocks if clock is not None), None)
    return fields
