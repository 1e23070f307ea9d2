"""Recurrences as RFC 5545 rules."""

from __future__ import annotations

from ._candidates import Rhythm

__all__ = ["recurrence_rule"]

_FREQUENCIES = (
    ("years", "YEARLY"), ("months", "MONTHLY"), ("weeks", "WEEKLY"), ("days", "DAILY"), ("hours", "HOURLY"),
    ("minutes", "MINUTELY"), ("seconds", "SECONDLY"),
)  # fmt: skip
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrence_rule(candidate: Rhythm) -> str | None:
    """The RFC 5545 rule; None for lengths of more than one unit or of parts of one."""
    lengths = [(name, getattr(candidate.every, name)) for name, _ in _FREQUENCIES]
    told = [(name, amount) for name, amount in lengths if amount]
    if len(told) != 1 or told[0][1] != int(told[0][1]):
        return None
    name, amount = told[0]
    parts = [f"FREQ={dict(_FREQUENCIES)[name]}"]
    if amount != 1:
        parts.append(f"INTERVAL={int(amount)}")
    if candidate.month is not None:
        parts.append(f"BYMONTH={candidate.month}")
    if candidate.day is not None:
        parts.append(f"BYMONTHDAY={candidate.day}")
    if candidate.weekdays:
        parts.append("BYDAY=" + ",".join(_WEEKDAYS[day] for day in candidate.weekdays))
    if candidate.clock is not None:
        parts += [f"BYHOUR={candidate.clock.hour % 24}", f"BYMINUTE={candidate.clock.minute}", "BYSECOND=0"]
    return ";".join(parts)
