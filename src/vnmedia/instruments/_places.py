"""Pinpoints: the places in an instrument that stand before its citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, starmap
from operator import lt

from ..model import Pinpoint
from ..model._trusted import trusted
from ..model.instrument import UNITS
from ..registries import Pattern

__all__ = ["PATTERN", "read_places"]

_pinpoint = trusted(Pinpoint)
_UNIT_NAMES = {
    "điểm": "point",
    "khoản": "clause",
    "điều": "article",
    "mục": "section",
    "tiểu mục": "subsection",
    "chương": "chapter",
    "phần": "part",
    "phụ lục": "appendix",
    "tiết": "subpoint",
}
_RANK = {unit: rank for rank, (unit, _) in enumerate(UNITS)}
_GAP = r"[ \n]{1,2}"
_ROMAN = r"[ivxlc]{1,6}"
_LABEL = (
    rf"(?:[0-9]{{1,4}}(?:\.[0-9]{{1,3}}){{0,3}}[a-zđ]?|{_ROMAN}|[a-zđ][0-9]?"
    r"|thứ[ ](?:nhất|hai|ba|tư|năm|sáu|bảy|tám))(?![\w/])"
)
_UNIT = r"(?:điểm|khoản|điều|tiểu[ ]mục|mục|chương|phần|phụ[ ]lục|tiết)"
_AND = rf"(?:,[ \n]{{0,2}}(?:và{_GAP})?|{_GAP}(?:và|hoặc|đến){_GAP}|[ ]?[-–][ ]?)"
_LABELS = rf"{_LABEL}(?:{_AND}{_LABEL}){{0,40}}"
_ITEM = rf"(?:các{_GAP}|từ{_GAP})?{_UNIT}{_GAP}(?:số{_GAP}|từ{_GAP}(?=[0-9]))?{_LABELS}"
_BETWEEN = rf"(?:[ ]?[,;][ \n]{{0,2}}(?:và{_GAP})?|{_GAP}(?:(?:và|hoặc|đến|của|tại|thuộc){_GAP})?)"
#: A run of places; it is matched in one pass, however long it is.
PATTERN = rf"{_ITEM}(?:{_BETWEEN}{_ITEM}){{0,500}}"

_ITEM_PARTS = Pattern(
    r"(?P<gap>[^\w]*(?:và|hoặc|đến|của|tại|thuộc)?[^\w]*)(?:các\s+|từ\s+)?"
    rf"(?P<unit>{_UNIT})\s+(?:(?:số|từ)\s+)?(?P<labels>{_LABELS})"
)
_ONE = Pattern(rf"(?P<range>\s*(?:đến|[-–])\s*)?(?P<label>{_LABEL})")
_WIDEST_RANGE = 200


def read_places(run: str) -> tuple[Pinpoint, ...]:
    """The places that *run*, a pinpoint in any case, names; each is given in full.

    >>> [str(place) for place in read_places("điểm a, b khoản 2 Điều 5 và Điều 7")]
    ['điểm a khoản 2 Điều 5', 'điểm b khoản 2 Điều 5', 'Điều 7']
    """
    items = list(_items(run.lower()))
    ranks = [_RANK[unit] for _, unit, _ in items]
    descending = len(items) > 1 and all(starmap(lt, pairwise(ranks)))
    groups: list[dict[str, str]] = []
    for joined, unit, labels in items:
        open_groups = _trailing(groups, unit, joined or descending)
        if not open_groups:
            groups.extend({unit: label} for label in labels)
            continue
        keep = len(groups) - len(open_groups)
        groups[keep:] = [{**group, unit: label} for label in labels for group in open_groups]
    return tuple(_pinpoint(**group) for group in groups)


def _trailing(groups: list[dict[str, str]], unit: str, nested: bool) -> list[dict[str, str]]:
    """The last groups, which belong to a larger *unit* after them; if it is *nested*, the last one too."""
    taken: list[dict[str, str]] = []
    for group in reversed(groups):
        top = min(_RANK[name] for name in group)
        if top > _RANK[unit] or (nested and unit not in group):
            taken.insert(0, group)
        else:
            break
    return taken


def _items(run: str) -> Iterator[tuple[bool, str, list[str]]]:
    """Each unit with its labels, and whether only a space separates it from the unit before."""
    for match in _ITEM_PARTS.finditer(run):
        labels: list[str] = []
        for one in _ONE.finditer(match["labels"]):
            if one["range"] and labels:
                labels.extend(_between(labels[-1], one["label"]))
            labels.append(one["label"])
        unit = _UNIT_NAMES[re.sub(r"\s+", " ", match["unit"])]
        upper = unit in ("chapter", "part", "appendix", "section")
        yield not match["gap"].strip(), unit, [_shown(label, upper) for label in labels]


def _shown(label: str, upper: bool) -> str:
    return label.upper() if upper and re.fullmatch(_ROMAN, label) else label


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _WIDEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last))]
    return []
