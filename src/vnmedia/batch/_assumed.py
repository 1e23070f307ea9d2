"""The day of publishing of documents that state none: a day for all, or from the file's name or time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import attrs

from ..model import VIETNAM

__all__ = ["Assumed", "day_in"]

_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)([-_./]?)(?P<m>\d\d)\2(?P<d>\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(?P<d>\d\d?)([-_.])(?P<m>\d\d?)\2(?P<y>(?:19|20)\d\d)(?!\d)")
#: What follows a file's name to give a document's place in it: a line, record, row, item or object.
_PLACE_IN_FILE = re.compile(r"(?::|#| row | item | object )\d+$")


@attrs.frozen(kw_only=True)
class Assumed:
    """Where the day of publishing comes from for documents that do not state one.

    Attributes:
        day: The day for all documents for which there is nothing better.
        by: ``name``: the day in the file's name or folders; ``mtime``: the day, in Vietnam, on which the file
            was last written.
    """

    day: dt.date | None = None
    by: Literal["name", "mtime"] | None = None

    def of(self, place: str) -> dt.date | None:
        """The day of the document at *place*: a file, or a line, row or record of one.

        >>> Assumed(by="name").of("bao/2024-03-05/tin.csv:7")
        datetime.date(2024, 3, 5)
        """
        file = place if Path(place).exists() else _PLACE_IN_FILE.sub("", place)
        found = None
        if self.by == "name":
            found = day_in(file)
        elif self.by == "mtime":
            with suppress(OSError, OverflowError, ValueError):
                found = dt.datetime.fromtimestamp(Path(file).stat().st_mtime, VIETNAM).date()
        return found or self.day


def day_in(name: str) -> dt.date | None:
    """The day in *name* of a file or folder, the last where there are several.

    >>> [str(day_in(name)) for name in ("tin/20240305_bo-y-te.txt", "5-3-2024.html", "2024/03/05/a.txt")]
    ['2024-03-05', '2024-03-05', '2024-03-05']
    """
    days = sorted(_days(name), key=lambda found: found[0])
    return days[-1][1] if days else None


def _days(name: str) -> Iterator[tuple[int, dt.date]]:
    """The days in *name*, each with its place."""
    for form in (_YEAR_FIRST, _DAY_FIRST):
        for match in form.finditer(name):
            with suppress(ValueError):
                yield match.start(), dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
