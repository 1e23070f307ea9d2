"""All names in one text: single ones, lists with a shared head, abbreviations that the text defines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import attrs

from ..registries.agencies import Head
from ..text import TextView
from ._form import PAPERS
from ._lexicon import Lexicon, follow, lexicon
from ._openings import openings
from ._patterns import PLURAL, WORD, expansions, key, words
from ._places import Locality
from ._reader import Reader, Reading

__all__ = ["readings"]

#: One word that stands for a body: behind ``của Bộ``, and before a verb's particle or a mark. The engine
#: finds a vowel fast where a pattern begins with it alone.
_SHORT = tuple(
    re.compile(
        rf"{word}(?=[,.;:)\n]"
        r"| (?:đã|đang|sẽ|vừa|cũng|này|để|và|theo|trong|về|tới|thực hiện|tổ chức|chủ trì)(?!\w))"
    )
    for word in ("ộ(?<= Bộ)", "ở(?<= Sở)", "ụ(?<= Cụ)c")
)
_OF = ("của ", "thuộc ", "lãnh đạo ", "do ", "với ")
_AND = re.compile(r" ?(?:[,;] ?(?:và )?|và )(?=[^\W_])")
_PLURAL_BEFORE = re.compile(r"(?:các|hai|ba|bốn|năm|những|[0-9]) $")
#: What stands behind an item of a list of papers.
_ITEM_END = re.compile(r"[,;.:)\n]|\Z| (?:và|ngày|số|đã|đồng loạt|đưa tin|thông tin|phản ánh)(?!\w)| \(")
#: A number alone, with nothing behind it that it would count.
_LAST_DIGIT = re.compile(r"[0-9]{1,2}(?= ?(?:[,.;:()\n]|và |$))")
_COLON = re.compile(r" ?: ?(?=[^\W_])")
_DEFINITION = re.compile(
    r" ?\((?:(?:sau đây )?(?:gọi|viết) (?:tắt )?là:? |tên viết tắt(?: là)?:? )?[\"“]?"
    r"([A-ZĐƯ][\w&.-]{0,13}[A-ZĐƯa-z0-9])[\"”]?(?=[);,])"
)
#: An abbreviation in brackets with more of the name behind it, and how far the name may reach.
#: It begins with what is rare, so that the engine looks at what stands before a bracket there alone.
_INNER = re.compile(r" \((?<=[a-zà-ỹ] \()([A-ZĐƯ][A-ZĐƯ&.-]{1,11})\)(?= [^\W_])")
_BEFORE_BRACKET, _BEHIND_BRACKET = 90, 110  # characters
_TOKEN = re.compile(r"[A-ZĐƯ](?<![\w/.-][A-ZĐƯ])[\w&.-]{0,13}[A-ZĐƯa-z0-9](?!\w)")
_CODE = re.compile(r"[ACKVX][0-9]{2}")
_BRAND = re.compile(r"[A-Z][a-z]{4,}")
_LETTER = re.compile(r"[A-ZĐƯ]")
#: What bears the name of a body, and is none: a club, a school, a hospital, a house.
_NAMESAKES = tuple(
    f"{word} "
    for word in (
        *("CLB", "câu lạc bộ", "Câu lạc bộ", "đội bóng", "Đội bóng", "Trường", "Bệnh viện", "BV"),
        *("Khách sạn", "Nhà khách", "Tòa nhà", "Sân vận động"),
    )
)
_TITLE_BEFORE = re.compile(r"(?:thư|tịch|trưởng|tướng|đốc|viên|nhiệm) $")


def readings(view: TextView) -> list[Reading]:
    """The names in *view*, by start, none overlapping another."""
    found = list(_merged(_scan(view, lexicon()), view))
    found = _bridged(view, found)
    defined = _definitions(view, found)
    if defined:
        found = _with_defined(view, found, defined)
    return _with_short(view, found)


def _scan(view: TextView, names: Lexicon) -> Iterator[Reading]:
    reader = Reader(view, names)
    behind, press = 0, False
    for start, end in openings().starts(view):
        if start < behind:
            continue
        reading = reader.read(start)
        if reading is None:
            for reading in _after_colon(reader, start, end) if ":" in view.plain[end : end + 2] else ():
                behind = reading.end
                yield reading
        elif (press and _goes_on(view, behind, reading)) or _stands(view, reading, names):
            behind, press = reading.end, _is_paper(reading)
            yield reading
            for more in _listed(reader, reading):
                behind = more.end
                yield more


def _is_paper(reading: Reading) -> bool:
    """Whether *reading* names a press organisation, of a registry or by its form."""
    entry = reading.entries[0]
    return entry.source == "press" or (isinstance(entry.record, Head) and entry.record.kind in PAPERS)


def _stands(view: TextView, reading: Reading, names: Lexicon) -> bool:
    """Whether what stands beside *reading* lets it be a name."""
    if reading.weak:
        return _has_cue(view, reading, names)
    if view.plain[max(0, reading.start - 16) : reading.start].endswith(_NAMESAKES):
        return False
    deputy = reading.name.startswith("Thường trực")  # "Phó Chủ tịch Thường trực UBND": an office
    return not (deputy and _TITLE_BEFORE.search(view.lower, max(0, reading.start - 8), reading.start))


def _goes_on(view: TextView, behind: int, reading: Reading) -> bool:
    """Whether *reading* goes on a list of papers: ``báo Thanh Niên, Lao động và Tiền Phong``."""
    plain = view.plain
    joint = plain[behind : behind + 5] if reading.start - behind <= 5 else ""
    if reading.entries[0].source != "press" or joint[: reading.start - behind] not in (
        ", ",
        " và ",
        "; ",
        "/",
    ):
        return False
    if plain[reading.start].isupper() and _ITEM_END.match(plain, reading.end):
        return True
    return all(word[0].isupper() for word in WORD.findall(plain[reading.start : reading.end]))


# Lists.


def _after_colon(reader: Reader, start: int, end: int) -> Iterator[Reading]:
    """The items of ``các Cục: Báo chí; Thông tin cơ sở``."""
    colon = _COLON.match(reader.lower, end)
    if colon is None or not _PLURAL_BEFORE.search(reader.lower, max(0, start - 6), start):
        return
    head = reader.lower[start:end]
    yield from _items(reader, head, colon.end())


def _listed(reader: Reader, first: Reading) -> Iterator[Reading]:
    """What follows *first* under its head: ``các Bộ Y tế, Tài chính``, ``các tỉnh Thái Bình, Nam Định``."""
    joint = _AND.match(reader.lower, first.end)
    if joint is None:
        return
    leveled = first.locality is not None and first.locality.level
    if leveled and PLURAL.search(reader.lower, first.start, first.end):
        yield from _places(reader, first)
    elif _PLURAL_BEFORE.search(reader.lower, max(0, first.start - 6), first.start):
        head = WORD.match(reader.lower, first.start)
        if head is not None and first.parent is None and first.locality is None:
            yield from _items(reader, head.group(), joint.end())


def _items(reader: Reader, head: str, position: int) -> Iterator[Reading]:
    node = follow(reader.lexicon.tree, (head,))
    while node is not None and reader.plain[position].isupper() and not _begins_other(reader, position):
        reading = reader.read_under(node, position)
        if reading is None:
            return
        yield reading
        joint = _AND.match(reader.lower, reading.end)
        if joint is None:
            return
        position = joint.end()


def _begins_other(reader: Reader, position: int) -> bool:
    """Whether at *position* begins a name of its own rather than an item under the head."""
    other = reader.read(position)
    return other is not None and not other.weak


def _places(reader: Reader, first: Reading) -> Iterator[Reading]:
    assert first.locality is not None
    level = first.locality.level or ""
    core = first.name.removesuffix(first.locality.text)
    joint = _AND.match(reader.lower, first.end)
    while joint is not None:
        locality, stop = _next_place(reader, joint.end(), level)
        if locality is None or not locality.named or reader.plain[joint.end() - 1] != " ":
            return
        yield first._replace(start=joint.end(), end=stop, name=core + locality.text, locality=locality)
        joint = _AND.match(reader.lower, stop)


def _next_place(reader: Reader, start: int, level: str) -> tuple[Locality | None, int]:
    """A further place of a list, with its own level or that of the list: ``quận 1, 3 và 5``."""
    if reader.plain[start].isdigit():
        return reader.placed(level, start) if _LAST_DIGIT.match(reader.plain, start) else (None, start)
    if not reader.plain[start].isupper():
        return None, start
    locality, stop = reader.locality(start - 1)
    if locality is None or locality.level is not None:
        return locality, stop
    own = reader.kind_of(locality, level)
    text = f"{own} {locality.text.removeprefix('thành phố ')}"
    return attrs.evolve(locality, text=text, level=own), stop


# Press names that are everyday words.


def _has_cue(view: TextView, reading: Reading, names: Lexicon) -> bool:
    """Whether something beside a weak name says that it names a body."""
    plain, lower = view.plain, view.lower
    quote = plain[reading.start : reading.end]
    if _CODE.fullmatch(quote):
        around = lower[max(0, reading.start - 12) : reading.start], lower[reading.end : reading.end + 14]
        return around[0].endswith(("cục ", "(", "phòng ")) or "công an" in around[1]
    if all(entry.source != "press" for entry in reading.entries):
        return False
    behind = lower[reading.end : reading.end + 24].lstrip(" ,")
    if behind.startswith(names.cues_right):
        return True
    if not all(word[0].isupper() for word in WORD.findall(quote)):
        return False
    before = plain[max(0, reading.start - 24) : reading.start]
    if before[-1:] in ("/", "-") or (before.endswith("(") and plain[reading.end : reading.end + 1] == ")"):
        return True
    last = WORD.findall(before.lower())
    if last and last[-1] in names.cues_left and not before.rstrip(' :("“').endswith((".", "\n")):
        return True
    line_start = plain.rfind("\n", 0, reading.start) + 1
    if line_start == reading.start and behind.startswith(("- ", "– ")):
        return True  # the tag before a lead: "TTO - Sáng nay"
    line_end = plain.find("\n", reading.end)
    return plain[line_start : line_end if line_end >= 0 else len(plain)].strip(" ./()") == quote


# Abbreviations that the text defines.


def _definitions(view: TextView, found: list[Reading]) -> dict[str, Reading]:
    """The abbreviations in brackets behind a name, with what they stand for."""
    reader = Reader(view, lexicon())
    defined: dict[str, Reading] = {}
    for reading in found:
        match = _DEFINITION.match(view.plain, reading.end)
        if match is None or reading.weak:
            continue
        token = match.group(1)
        if len(_LETTER.findall(token)) < 2 and not _BRAND.fullmatch(token):
            continue
        meaning = expansions().get(key(token))
        if meaning is not None and tuple(words(reading.name)) not in meaning:
            continue
        other = reader.read(match.start(1))
        if other is not None and not other.weak and not _same_body(other, reading):
            continue
        if meaning is None and reader.is_place(match.start(1)):
            continue
        defined.setdefault(token, reading)
    return defined


def _same_body(one: Reading, other: Reading) -> bool:
    """Whether two readings may name one body, or bodies of one alias that follow each other."""
    records = [{entry.record.id for entry in each.entries if entry.record} for each in (one, other)]
    return one.name == other.name or not records[0].isdisjoint(records[1])


def _with_defined(view: TextView, found: list[Reading], defined: dict[str, Reading]) -> list[Reading]:
    """*found* together with every place where one of the *defined* abbreviations stands."""
    plain = view.plain
    found = [
        defined[plain[r.start : r.end]]._replace(start=r.start, end=r.end)
        if plain[r.start : r.end] in defined
        else r
        for r in found
    ]
    taken = iter([*found, None])
    current = next(taken)
    merged: list[Reading] = []
    for match in _TOKEN.finditer(plain):
        meaning = defined.get(match.group())
        if meaning is None:
            continue
        while current is not None and current.end <= match.start():
            merged.append(current)
            current = next(taken)
        if current is None or current.start >= match.end():
            merged.append(meaning._replace(start=match.start(), end=match.end()))
    while current is not None:
        merged.append(current)
        current = next(taken)
    return merged


# Names that go on behind their abbreviation.


def _bridged(view: TextView, found: list[Reading]) -> list[Reading]:
    """*found*, with names whole that hold their own abbreviation: ``Tòa án nhân dân (TAND) tỉnh Hà Nam``."""
    bridges: list[Reading] = []
    for match in _INNER.finditer(view.plain):
        bridge = _bridge(view, match.start(), match.end(), match.group(1))
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


def _bridge(view: TextView, start: int, end: int, letters: str) -> Reading | None:
    """The name that goes on from before the bracket, *start* to *end*, to behind it."""
    first = max(0, start - _BEFORE_BRACKET)
    first = max(first, view.plain.rfind("\n", first, start) + 1)
    before = view.plain[first:start]
    initials = "".join(word[0] for word in words(before))
    meanings = expansions().get(key(letters), ())
    said = words(before)
    if not initials.endswith(key(letters).lower()) and not any(
        tuple(said[-len(meaning) :]) == meaning for meaning in meanings
    ):
        return None
    behind = view.plain[end : end + _BEHIND_BRACKET].partition("\n")[0]
    whole = TextView(before + behind)
    if whole.plain != before + behind:
        return None
    for reading in _scan(whole, lexicon()):
        if reading.start < len(before) < reading.end - 1 and not reading.weak:
            shift = first + end - start
            return reading._replace(start=first + reading.start, end=shift + reading.end)
    return None


# One word for a body that was named before.


def _with_short(view: TextView, found: list[Reading]) -> list[Reading]:
    """*found* together with ``Bộ``, ``Sở``, ``Cục`` where one word stands for the last body that began so."""
    spans = (match.span() for form in _SHORT for match in form.finditer(view.plain)) if found else ()
    shorts = sorted(
        (start - 1, end) for start, end in spans if view.lower[max(0, start - 10) : start - 1].endswith(_OF)
    )
    if not shorts:
        return found
    last: dict[str, Reading] = {}
    merged: list[Reading] = []
    taken = iter(found)
    current = next(taken, None)
    for start, end in shorts:
        while current is not None and current.start <= start:
            merged.append(current)
            last[current.name.partition(" ")[0]] = current
            current = next(taken, None)
        meant = last.get(view.plain[start:end])
        if meant is not None and (not merged or merged[-1].end <= start):
            merged.append(meant._replace(start=start, end=end))
    if current is not None:
        merged.append(current)
    merged.extend(taken)
    return merged


def _merged(found: Iterator[Reading], view: TextView) -> Iterator[Reading]:
    """*found*, an abbreviation and its name behind a dash as one: ``QPVN - Truyền hình Quốc phòng …``."""
    before: Reading | None = None
    for reading in found:
        if (
            before is not None
            and before.name == reading.name
            and view.plain[before.end : reading.start] in (" - ", " – ")
        ):
            reading = reading._replace(start=before.start)
        elif before is not None:
            yield before
        before = reading
    if before is not None:
        yield before
