"""How a record writes what JSON has no type for: one pattern each, for the schema and for readers of records.

The patterns are exact: every day that one matches exists in the calendar. Python and ECMAScript, whose
patterns JSON Schema uses, read them alike.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from ..model import Duration

__all__ = ["FORMS"]

_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = f"(?!0000)(?:[0-9]{{4}}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_MINUTE = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_SECOND = r":[0-5][0-9](?:\.[0-9]{1,6})?"
_ZONE = f"(?:Z|[+-]{_MINUTE})"
_AMOUNT = r"[0-9]+(?:\.[0-9]+)?"


def _whole(pattern: str) -> str:
    # In Python `$` also matches before a line feed that ends the string.
    return rf"^{pattern}$(?!\n)"


#: The pattern of each type's strings.
FORMS: dict[Any, str] = {
    Decimal: _whole(f"-?{_AMOUNT}"),
    dt.date: _whole(_DAY),
    dt.datetime: _whole(f"{_DAY}T{_MINUTE}{_SECOND}{_ZONE}"),
    dt.time: _whole(f"{_MINUTE}(?:{_SECOND})?{_ZONE}?"),
    Duration: _whole(
        f"P(?=.)(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?"
        f"(?:T(?=.)(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?"
    ),
}
