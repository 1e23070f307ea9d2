"""Phrases before a figure that state its change and role: ``tăng 5%``, ``giảm xuống 5%``, ``chiếm 5%``."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from ..model import Statistic
from ..registries.units import word_lists

__all__ = ["lead_of", "led", "usual_lead"]

Lead = tuple[str | None, str]


@cache
def _leads() -> dict[str, Lead]:
    """The change and the role that each phrase states, the longest phrases first."""
    found: dict[str, Lead] = {}
    for listed in word_lists().values():
        if listed.role == "lead":
            change, _, role = listed.id.rpartition("-")
            found |= dict.fromkeys(listed.words, (change or None, role))
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def lead_of(lower: str) -> str:
    """The phrase that *lower* begins with, in whole words; empty if there is none."""
    return next((phrase for phrase in _leads() if lower.startswith(f"{phrase} ")), "")


def led(value: Statistic, phrase: str) -> Statistic:
    """*value* with the change and role that *phrase* states."""
    change, role = _leads()[phrase]
    fields: dict[str, Any] = {"change": change, "role": _difference(value) if role == "difference" else role}
    return attrs.evolve(value, **fields)


def _difference(value: Statistic) -> str:
    """The role of a rise or fall by *value*: a ratio for a multiple, a share for a part of a whole."""
    return "ratio" if value.unit == "lần" else "share" if value.of is not None else "difference"


def usual_lead(value: Statistic) -> str:
    """The usual phrase for the change and role of *value*; empty where neither is known.

    A change alone is a difference; where no phrase has both the change and the role, the change is stated.
    """
    if value.change is None and value.role is None:
        return ""
    role = value.role
    if value.change is not None and role in (None, _difference(value)):
        role = "difference"
    usual: dict[Lead, str] = {}
    for listed in word_lists().values():
        if listed.role == "lead":
            change, _, of = listed.id.rpartition("-")
            usual[change or None, of] = listed.words[0]
    wanted = ((value.change, role), (value.change, "difference"), (None, role))
    return next(usual[lead] for lead in wanted if lead in usual)
