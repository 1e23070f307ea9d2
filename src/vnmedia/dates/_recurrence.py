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
    """The RFC 5545 rule; None for lunar days, lengths of more than one unit or of parts of one."""
    lengths = [(name, getattr(candidate.every, name)) for name, _ in _FREQUENCIES]
    told = [(name, amount) for name, amount in lengths if amount]
    if candidate.lunar or candidate.loose:
        return None
    if len(told) != 1 or told[0][1] != int(told[0][1]):
        return None
    name, amount = told[0]
    parts = [f"FREQ={dict(_FREQUENCIES)[name]}"]
    if amount != 1:
        parts.append(f"INTERVAL={int(amount)}")
    if candidate.months:
        parts.append("BYMONTH=" + ",".join(map(str, candidate.months)))
    if candidate.days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, candidate.days)))
    if candidate.weekdays:
        place = "" if candidate.nth is None else str(candidate.nth)
        parts.append("BYDAY=" + ",".join(place + _WEEKDAYS[day] for day in candidate.weekdays))
    if candidate.clock is not None:
        parts += [f"BYHOUR={candidate.clock.hour % 24}", f"BYMINUTE={candidate.clock.minute}", "BYSECOND=0"]
    return ";".join(parts)
