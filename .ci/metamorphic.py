"""Changes annotated texts in ways that must not change what is found, and prints where it does change.

    python .ci/metamorphic.py GOLD_FOLDER [--show]

GOLD_FOLDER holds other people's texts and is not part of the project. The exit status is 1 where a relation
keeps fewer mentions than its floor; ``--show`` prints each difference.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

from vnmedia import Article, Mention, parse_article
from vnmedia.mentions import find
from vnmedia.model import Context
from vnmedia.serializers.record import mention_record

#: The share of mentions that each relation must keep.
FLOORS = {
    "neutral paragraphs": 0.995,
    "quotation marks": 0.995,
    "date forms": 0.995,
    "provinces": 0.995,
    "joined": 0.995,
}
#: A sentence without a mention of any kind.
_NEUTRAL = "Trời không mưa mà cũng chẳng nắng, gió thổi nhè nhẹ qua những rặng cây."
#: Provinces that no act has merged, renamed or raised, so that any can replace any other.
_PROVINCES = ("Cao Bằng", "Lai Châu", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh")
_QUOTED = re.compile(r"[“”„]")


@attrs.frozen
class Edit:
    """The characters from *start* to *end* of a text, and what replaces them."""

    start: int
    end: int
    new: str


@attrs.frozen
class Changed:
    """A text after *edits*, which are in order and do not overlap."""

    text: str
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, text: str, edits: Iterable[Edit]) -> Changed:
        """*text* with *edits* made."""
        made = tuple(edits)
        parts, at = [], 0
        for edit in made:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
        return cls("".join([*parts, text[at:]]), made)

    def moved(self, place: int, *, is_end: bool) -> int:
        """Where *place* is after the edits; text inserted there goes before a start, but after an end."""
        shift = 0
        for edit in self.edits:
            if edit.end < place or (edit.end == place and (is_end is False or edit.start < place)):
                shift += len(edit.new) - (edit.end - edit.start)
        return place + shift


Shape = tuple[str, int, int, str]


def shape(mention: Mention[Any], change: Changed | None = None) -> Shape:
    """The content of *mention*, with its places moved by *change*."""

    def at(place: int, is_end: bool) -> int:
        return change.moved(place, is_end=is_end) if change else place

    def told(value: Any) -> Any:
        if isinstance(value, dict):
            if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
                value = value | {"start": at(value["start"], False), "end": at(value["end"], True)}
            return {key: told(item) for key, item in value.items()}
        return [told(item) for item in value] if isinstance(value, list) else value

    value = told(mention_record(mention)["value"])
    return (
        mention.kind,
        at(mention.start, False),
        at(mention.end, True),
        json.dumps(value, ensure_ascii=False),
    )


def neutral(article: Article) -> Iterator[Edit]:
    """Insert a paragraph without mentions at each empty line."""
    for match in re.finditer(r"\n\s*\n(?=\S)", article.text):
        yield Edit(match.end(), match.end(), f"{_NEUTRAL}\n\n")


def quotation(article: Article) -> Iterator[Edit]:
    """Replace typographic quotation marks by straight ones."""
    for match in _QUOTED.finditer(article.text):
        yield Edit(match.start(), match.end(), '"')


def dates(form: str) -> Callable[[Article], Iterator[Edit]]:
    """Write every whole day in another *form*."""

    def edits(article: Article) -> Iterator[Edit]:
        end = 0
        for mention in find(article.text, Context(published=article.published), kinds=["date"]):
            if re.fullmatch(r"(?:ngày )?\d{1,2}[/-]\d{1,2}[/-]\d{4}", mention.quote) and mention.start >= end:
                number = mention.start + len(mention.quote) - len(mention.quote.removeprefix("ngày "))
                day = mention.value.start
                yield Edit(number, mention.end, form.format(d=day.day, m=day.month, y=day.year))
                end = mention.end

    return edits


def provinces(article: Article) -> Iterator[Edit]:
    """Replace every province in the list by the next one."""
    following = dict(zip(_PROVINCES, _PROVINCES[1:] + _PROVINCES[:1], strict=True))
    for match in re.finditer("|".join(_PROVINCES), article.text):
        yield Edit(match.start(), match.end(), following[match.group()])


#: Fields that are not compared, since they hold the changed words themselves.
_WORDS = ("title", "original")
_PLACES = ("id", "name", "parent", "candidates", "reasons")


def relations() -> dict[str, Callable[[Article], Iterator[Edit]]]:
    """The changes made to a text, by name."""
    return {
        "neutral paragraphs": neutral,
        "quotation marks": quotation,
        "date forms: -": dates("{d:02}-{m:02}-{y}"),
        "date forms: tháng": dates("{d} tháng {m} năm {y}"),
        "date forms: ngày": dates("{d}/{m}/{y}"),
        "provinces": provinces,
    }


def without(shaped: Shape, fields: Iterable[str]) -> Shape:
    """*shaped* without the fields named in *fields*, at any depth."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: kept(item) for key, item in value.items() if key not in fields}
        return [kept(item) for item in value] if isinstance(value, list) else value

    *place, value = shaped
    return (*place, json.dumps(kept(json.loads(value)), ensure_ascii=False))


def compare(wanted: set[Shape], found: set[Shape], text: str, show: bool) -> tuple[int, int]:
    """How many of *wanted* and *found* together there are, and how many are in both."""
    if show:
        for one in sorted(
            (wanted | found) - (wanted & found), key=lambda one: (one[1], one[2], one not in wanted)
        ):
            print("    -" if one in wanted else "    +", one[0], repr(text[one[1] : one[2]]), one[3][:600])
    return len(wanted | found), len(wanted & found)


def one(article: Article, relation: str, edits: Iterator[Edit], show: bool) -> tuple[int, int]:
    """How many mentions of *article* there are before or after *edits*, and how many are the same."""
    change = Changed.of(article.text, edits)
    if not change.edits:
        return 0, 0
    context = Context(published=article.published)
    loose = (*_WORDS, *_PLACES) if relation == "provinces" else _WORDS
    wanted = {without(shape(mention, change), loose) for mention in find(article.text, context)}
    found = {without(shape(mention), loose) for mention in find(change.text, context)}
    if show and wanted != found:
        print(f"  {article.id}: {relation}")
    return compare(wanted, found, change.text, show)


def joined(first: Article, second: Article, show: bool) -> tuple[int, int]:
    """The same for *first* and *second* as one text, compared with each alone."""
    text = f"{first.text}\n\n\n{second.text}"
    before = Changed.of(second.text, [Edit(0, 0, f"{first.text}\n\n\n")])
    # A document has one day and one law that it calls "this": values may differ, but places may not.
    wanted = {(*shape(mention)[:3], "") for mention in find(first.text)}
    wanted |= {(*shape(mention, before)[:3], "") for mention in find(second.text)}
    found = {(*shape(mention)[:3], "") for mention in find(text)}
    if show and wanted != found:
        print(f"  {first.id} + {second.id}: joined")
    return compare(wanted, found, text, show)


def articles(gold: Path) -> Iterator[Article]:
    """The annotated texts."""
    for name in ("dev", "dev2"):
        for path in sorted((gold / name / "texts").glob("*.txt")):
            yield parse_article(path.read_text(encoding="utf-8"), id=path.stem)


def main(gold: Path, *, show: bool) -> int:
    """Try every relation. Returns the exit status: 0 where each keeps its floor."""
    read = list(articles(gold))
    totals: dict[str, list[tuple[int, int]]] = {}
    for relation, edits in relations().items():
        totals[relation] = [one(article, relation, edits(article), show) for article in read]
    totals["joined"] = [joined(*pair, show) for pair in pairwise(read)]
    low = 0
    for relation, counts in totals.items():
        total, kept = sum(each[0] for each in counts), sum(each[1] for each in counts)
        floor = FLOORS[relation.partition(":")[0]]
        share = kept / max(1, total)
        low += share < floor
        print(f"{relation:20} {kept:5} of {total:5} mentions the same: {share:.4f} (at least {floor})")
    return int(low > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), show="--show" in sys.argv[2:]))
