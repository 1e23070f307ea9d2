"""Abbreviations that a text defines for its bodies, and names that hold their own abbreviation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ..model._trusted import changed
from ..registries import Pattern, Worded
from ..registries.agencies import Body
from ..text import TextView, places_of
from ._lexicon import Entry
from ._name import BodyName
from ._patterns import expansions, key, words
from ._reader import NameReader

__all__ = ["before_brackets", "bridged", "called", "definitions", "known_short", "with_defined"]

#: Finds the names in a text.
Scan = Callable[[TextView], Iterable[BodyName]]

#: How a text says which short name it will use.
_CALLS = r"(?:sau đây )?(?:được )?(?:(?:gọi|viết)(?: tắt)?(?: là:?|:)|tên viết tắt(?: là)?:?) "
_DEFINITION = Pattern(
    rf" ?\(({_CALLS})?[\"“]?"
    r"([A-ZĐƯ][\w&.-]{0,13}[A-ZĐƯa-z0-9])[\"”]?(?=[);,])"
)
#: A short name in words that a text says it will use: ``(sau đây gọi tắt là Ban Chỉ đạo)``. A name for
#: several bodies together (``gọi chung là``) names none of them.
_CALLED = Pattern(
    rf" ?\({_CALLS}[\"“]?"
    r"([A-ZĐ][a-zà-ỹđ]+(?: [^\W\d_]+){1,5})[\"”]?(?=[);,])"
)
#: What after a short name in words makes it that of another body: ``Ban Chỉ đạo cấp xã``.
_OF_ANOTHER = Worded(r" ?(?:[-–] ?)?(?:[A-ZĐ]|<agency_words/of-another>(?!\w))")
#: An abbreviation in brackets with more of the name after it, and how far the name may reach.
#: It is tried where a bracket opens: one character is found many times faster than a pattern.
_INNER = Pattern(r" \((?<=[a-zà-ỹ] \()([A-ZĐƯ][A-ZĐƯ&.-]{1,11})\)(?= [^\W_])")
_BEFORE_BRACKET, _AFTER_BRACKET = 90, 110  # characters
#: A short name as a whole: ``VTV``, but not in ``VTV1`` or ``vtv.vn``.
_TOKEN = Pattern(r"(?<![\w/&.-])[A-ZĐƯ][\w&.-]{0,13}[A-ZĐƯa-z0-9](?!\w)")
#: Short names that need only one capital: a brand, the code of a department of the police (``C06``).
_NAMED = Pattern(r"[A-Z][a-z]{4,}|[A-Z][0-9]{2}")
#: The kinds of bodies that a text calls by a short name once it has given the name in full.
_SHORTENED = frozenset(
    ("broadcaster", "newspaper", "e-newspaper", "magazine", "press", "department", "administration-unit")
)
_SHORT_NAME = Pattern(r"[A-ZĐ]{3,6}|[A-Z][0-9]{2}")
_LETTER = Pattern(r"[A-ZĐƯ]")
#: How many names are cached.
_MEMORY = 8192


def definitions(view: TextView, named: list[BodyName], reader: NameReader) -> dict[str, BodyName]:
    """The abbreviations in brackets after one of the *named*, with what they stand for."""
    defined: dict[str, BodyName] = {}
    for reading in named:
        match = _DEFINITION.match(view.plain, reading.end)
        if match is None:
            continue
        said, token = match.groups()
        if len(_LETTER.findall(token)) < 2 and not _NAMED.fullmatch(token):
            continue
        meaning = expansions().get(key(token))
        if not said and meaning is not None and words(reading.name) not in meaning:
            continue
        other = reader.read(match.start(2))
        if other is not None and not other.weak and not _same_body(other, reading):
            continue
        if meaning is None and reader.places.is_place(match.start(2)):
            continue
        defined.setdefault(token, reading)
    return defined


def called(view: TextView, found: list[BodyName], named: list[BodyName]) -> list[BodyName]:
    """*found*, and every occurrence of a short name in words that the text gave one of the *named*.

    Such a name begins as the full name does; one word (``Bộ``) may stand for any body.
    """
    plain, more = view.plain, list(found)
    for reading in named:
        match = _CALLED.match(plain, reading.end)
        if match is None or not _begins_alike(match[1], reading.name):
            continue
        short, start = match[1], match.start(1)
        while start >= 0:
            end = start + len(short)
            if not (
                plain[start - 1].isalnum() or _OF_ANOTHER.match(plain, end) or plain[end : end + 1].isalnum()
            ):
                more.append(changed(reading, start=start, end=end))
            start = plain.find(short, end)
    return _without_overlaps(more) if len(more) > len(found) else found


def before_brackets(view: TextView, found: list[BodyName]) -> list[BodyName]:
    """The names right before a bracket, where a text may say what it will call their bodies."""
    plain = view.plain
    if "(" not in plain:
        return []
    return [name for name in found if plain.startswith(("(", " ("), name.end) and not name.weak]


def _begins_alike(short: str, name: str) -> bool:
    """Whether a *short* name begins with the first two words of *name*, and has only words of it."""
    told, full = words(short), words(name)
    return told[:2] == full[:2] and len(told) < len(full) and set(told) <= set(full)


def _without_overlaps(names: list[BodyName]) -> list[BodyName]:
    """*names* in order; of two that overlap, the one that was found first."""
    kept: list[BodyName] = []
    for name in sorted(names, key=lambda name: name.start):
        if not kept or kept[-1].end <= name.start:
            kept.append(name)
    return kept


def known_short(found: list[BodyName]) -> dict[str, BodyName]:
    """The short names, ambiguous by themselves, of the bodies that the text names in full.

    ``Đài Truyền hình Kỹ thuật số VTC … kênh của VTC``. A short name that two share belongs to neither.
    """
    known: dict[str, BodyName] = {}
    shared: set[str] = set()
    for reading in found:
        if reading.weak or reading.parent is not None:
            continue
        for text in _short_names(reading.entries):
            if known.setdefault(text, reading).name != reading.name:
                shared.add(text)
    return {text: reading for text, reading in known.items() if text not in shared}


@lru_cache(maxsize=_MEMORY)
def _short_names(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The short names that mean the first body of *entries* alone, once it was named in full."""
    record = next((entry.record for entry in entries if isinstance(entry.record, Body)), None)
    if record is None or record.kind not in _SHORTENED:
        return ()
    texts = [alias.text for alias in record.aliases if alias.strength == "weak"]
    return tuple(filter(_SHORT_NAME.fullmatch, texts))


def _same_body(one: BodyName, other: BodyName) -> bool:
    """Whether two readings may name one body, or bodies that bore one alias one after the other."""
    records = [{entry.record.id for entry in each.entries if entry.record} for each in (one, other)]
    return one.name == other.name or not records[0].isdisjoint(records[1])


def with_defined(view: TextView, found: list[BodyName], defined: dict[str, BodyName]) -> list[BodyName]:
    """*found*, and every occurrence of one of the *defined* abbreviations."""
    plain = view.plain
    found = [
        changed(defined[plain[r.start : r.end]], start=r.start, end=r.end)
        if plain[r.start : r.end] in defined
        else r
        for r in found
    ]
    taken = iter([*found, None])
    current = next(taken)
    merged: list[BodyName] = []
    for short in _occurrences(plain, defined):
        while current is not None and current.end <= short.start:
            merged.append(current)
            current = next(taken)
        if current is None or current.start >= short.end:
            merged.append(short)
    while current is not None:
        merged.append(current)
        current = next(taken)
    return merged


def _occurrences(plain: str, defined: dict[str, BodyName]) -> Iterator[BodyName]:
    """Each place in *plain* where one of the *defined* abbreviations stands whole, in order."""
    for start in sorted(set(places_of(plain, defined))):
        token = _TOKEN.match(plain, start)
        meaning = defined.get(token.group()) if token is not None else None
        if token is not None and meaning is not None:
            yield changed(meaning, start=start, end=token.end())


def bridged(view: TextView, found: list[BodyName], scan: Scan) -> list[BodyName]:
    """*found*, with names whole that hold their abbreviation: ``Tòa án nhân dân (TAND) tỉnh Hà Nam``."""
    bridges: list[BodyName] = []
    for bracket in places_of(view.plain, "("):
        match = _INNER.match(view.plain, bracket - 1) if bracket else None
        bridge = _bridge(view, match, scan) if match is not None else None
        if bridge is not None and not (bridges and bridges[-1].end > bridge.start):
            bridges.append(bridge)
    if not bridges:
        return found
    starts = [bridge.start for bridge in bridges]
    kept = []
    for reading in found:
        index = bisect_right(starts, reading.end - 1) - 1
        if index < 0 or bridges[index].end <= reading.start:
            kept.append(reading)
    return sorted([*kept, *bridges], key=lambda reading: reading.start)


def _bridge(view: TextView, bracket: re.Match[str], scan: Scan) -> BodyName | None:
    """The name on both sides of the *bracket*, as *scan* finds it without the bracket."""
    (start, end), letters = bracket.span(), bracket.group(1)
    first = max(0, start - _BEFORE_BRACKET)
    first = max(first, view.plain.rfind("\n", first, start) + 1)
    before = view.plain[first:start]
    initials = "".join(word[0] for word in words(before))
    meanings = expansions().get(key(letters), ())
    said = words(before)
    if not initials.endswith(key(letters).lower()) and not any(
        said[-len(meaning) :] == meaning for meaning in meanings
    ):
        return None
    after = view.plain[end : end + _AFTER_BRACKET].partition("\n")[0]
    whole = TextView(before + after)
    if whole.plain != before + after:
        return None
    for reading in scan(whole):
        if reading.start < len(before) < reading.end - 1 and not reading.weak:
            shift = first + end - start
            return changed(reading, start=first + reading.start, end=shift + reading.end)
    return None
