"""Rules for named days and for stretches bounded by convention, made from their registries."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Literal

import attrs

from ..grammar import Rule
from ..model._trusted import changed
from ..registries import Alias, Pattern, Registry, Validity, alternation, always, load, meanings
from ..text import lowered
from ._candidates import Candidate, Day, Season, Shift
from ._patterns import YEAR, before, roman_number, rule, year_of

__all__ = ["NamedDay", "SeasonKind", "name_rules", "named_days", "season_rules"]


@attrs.frozen(kw_only=True)
class NamedDay:
    """A day of the year with a name, by the solar or the lunar calendar.

    Attributes:
        strength: ``weak`` if the name is also an everyday word.
        since: The year of the event that it commemorates, or of its first observance.
        validity: When the day bears the name.
    """

    id: str
    name: str
    day: int
    month: int
    lunar: bool = False
    strength: Literal["strong", "weak"] = "strong"
    aliases: tuple[Alias, ...] = ()
    since: int | None = None
    validity: Validity = attrs.field(factory=always)
    sources: tuple[str, ...] = ()


def named_days() -> Registry[NamedDay]:
    """The registry."""
    return load("named_days.toml", NamedDay)


@cache
def _by_name() -> dict[str, Day]:
    """The day for each name, spelled as in a view's lower case, with single spaces."""
    found: dict[str, Day] = {}
    for record in named_days().values():
        day = Day(day=record.day, month=record.month, lunar=record.lunar, named=True)
        names = [(record.name, record.strength), *((alias.text, alias.strength) for alias in record.aliases)]
        for name, strength in names:
            found[lowered(name)] = changed(day, sure=strength == "strong")
    return found


# ``kỷ niệm 90 năm Ngày thành lập Đảng``, ``Ngày Sách Việt Nam lần thứ 7``
_YEARS_SINCE = Pattern(r"k[ỷỉ] niệm (?:lần thứ )?(?P<n>\d{1,3}) năm (?:nhân |dịp |cho )?$")
_EDITION = Pattern(r" lần thứ (?P<n>\d{1,3}|[ivx]{1,6})(?!\w)")
# ``từ sau Ngày Giải phóng Thủ đô (10/10/1954)``
_IN_BRACKET = Pattern(
    r" {1,3}\((?:ngày {1,3})?(?P<d>\d{1,2}) {0,3}[/.-] {0,3}(?P<m>\d{1,2}) {0,3}[/.-] {0,3}(?P<y>[12]\d{3})\)"
)
#: From this year on a named day is an observance whose editions are counted, not an event.
_OBSERVED_FROM = 2000


def _counted_day(match: re.Match[str]) -> Candidate:
    """The named day, in the year given by an anniversary, an edition's number or a bracket."""
    day, since = _by_name()[match.group()], _since()[match.group()]
    printed = _IN_BRACKET.match(match.string, match.end())
    if printed is not None and (day.day, day.month) == (int(printed["d"]), int(printed["m"])):
        return changed(day, year=int(printed["y"]))
    years = _YEARS_SINCE.search(before(match, 36))
    if since is None or day.lunar:
        return day
    if years is not None:
        return changed(day, year=since + int(years["n"]), counted=True)
    edition = _EDITION.match(match.string, match.end())
    if edition is None or since < _OBSERVED_FROM:
        return day
    return changed(day, year=since + roman_number(edition["n"]) - 1, counted=True)


@cache
def _since() -> dict[str, int | None]:
    names = (
        (text, record.since)
        for record in named_days().values()
        for text in (record.name, *(alias.text for alias in record.aliases))
    )
    return {lowered(text): since for text, since in names}


def name_rules() -> tuple[Rule[Candidate], ...]:
    """The rule of the named days; its examples are their names."""
    names = sorted(_by_name(), key=lambda name: (-len(name), name))
    return (
        Rule(
            name="ngày có tên",
            pattern=rf"(?:{'|'.join(map(re.escape, names))})(?!\w)",
            build=_counted_day,
            examples=tuple(names),
        ),
    )


# Stretches bounded by convention: school years, crop seasons, playing seasons


@attrs.frozen(kw_only=True)
class SeasonKind:
    """A season and its conventional days, as ``month-day``."""

    id: str
    names: tuple[str, ...]
    start: str
    end: str
    crosses: bool = False
    pair: bool = False
    by_end: bool = False


@cache
def season_rules() -> tuple[Rule[Candidate], ...]:
    """One rule per season, then that of the school half-years."""
    return (*(_rule(kind) for kind in load("time_seasons.toml", SeasonKind).values()), _TERM)


def _rule(kind: SeasonKind) -> Rule[Candidate]:
    build: Callable[[re.Match[str]], Candidate | None] = partial(_season, kind)
    names = alternation(kind.names)
    example = f"{kind.names[0]} 2016-2017" if kind.pair else f"{kind.names[0]} 2017"
    return rule(
        kind.names[0],
        rf"{names} (?:năm )?(?P<y>[12]\d{{3}})"
        r"(?:~[-–/]~(?P<y2>[12]\d{3}|\d\d))?(?!\w|[/.-]\d)"
        rf"|{names} (?:(?P<s><time_words/season-turn>)"
        r"|năm (?P<ys><time_words/year-step>))(?!\w)",
        build,
        [example, f"{kind.names[0]} này", f"{kind.names[0]} năm ngoái"],
    )


def _season(kind: SeasonKind, match: re.Match[str]) -> Candidate | None:
    start, end, crosses = _month_day(kind.start), _month_day(kind.end), int(kind.crosses)
    if match["s"]:
        turn: Literal["past", "now", "future"] = meanings("time_words/season-turn")[match["s"]]  # type: ignore[assignment]
        return Season(year=None, start=start, end=end, years=crosses, turn=turn)
    if match["ys"]:
        step = year_of(match["ys"])
        if kind.by_end and isinstance(step, Shift):
            step = Shift(step.by - crosses)
        return Season(year=step, start=start, end=end, years=crosses)
    year, second = int(match["y"]), match["y2"]
    if second is not None and (not kind.crosses or (year + 1) % 100 != int(second) % 100):
        return None
    if second is None and kind.by_end:
        year -= crosses
    elif second is None and kind.pair:
        return None
    return Season(year=year, start=start, end=end, years=crosses)


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _school_term(match: re.Match[str]) -> Candidate | None:
    year = int(match["y"])
    if match["n"] in ("i", "1"):
        return Season(year=year, start=(9, 1), end=(1, 15), years=1)
    return Season(year=year + 1, start=(1, 1), end=(5, 31))


_TERM = rule(
    "học kỳ",
    rf"học k[ỳì] (?P<n>ii|i|1|2),? năm học (?P<y>[12]\d{{3}})~[-–/]~(?:{YEAR})",
    _school_term,
    ["học kỳ II năm học 2016 - 2017"],
)
