"""A figure in canonical Vietnamese."""

from __future__ import annotations

from decimal import Decimal

from ..model import Statistic
from ..numbers import CONTEXT, render_number
from ._leads import usual_lead

__all__ = ["render"]

_BEFORE = {
    "about": "khoảng ", "above": "hơn ", "below": "dưới ", "nearly": "gần ", "at-least": "ít nhất ",
    "at-most": "không quá ",
}  # fmt: skip
_ORDERS = ((9, "tỷ"), (6, "triệu"), (3, "nghìn"), (2, "trăm"), (1, "chục"))
_MONEY = {"VND": "đồng"}


def render(value: Statistic) -> str:
    """*value* in canonical Vietnamese, so that ``parse`` reads it back.

    Spans of the text that it comes from (``period``, ``subject`` …) are left out.

    >>> from decimal import Decimal
    >>> render(Statistic(value=Decimal(700), unit="link", per="tuần", qualifier="above"))
    'hơn 700 link/tuần'
    >>> render(Statistic(value=Decimal("12.7"), unit="%", change="increase", role="difference"))
    'tăng 12,7%'
    """
    lead = usual_lead(value)
    if value.value is None:
        bounds = [bound for bound in (value.low, value.high) if bound is not None]
        number = " - ".join(_number(bound, value.unit) for bound in bounds)
    elif value.qualifier == "order":
        number = f"hàng {_order(value.value)}"
    elif value.of is not None:
        number = f"{render_number(value.value)}/{render_number(value.of)}"
    else:
        number = _number(value.value, value.unit)
    unit = _MONEY.get(value.unit or "", value.unit or "")
    space = "" if unit in ("", "%", "‰") else " "
    per = f"/{value.per}" if value.per else ""
    return f"{lead}{' ' if lead else ''}{_BEFORE.get(value.qualifier or '', '')}{number}{space}{unit}{per}"


def _number(value: Decimal, unit: str | None) -> str:
    """*value* in digits; with its scale word where no unit shows that it is a figure."""
    if unit is None and value >= 10**6:
        power, word = next((power, word) for power, word in _ORDERS if value >= Decimal(10) ** power)
        return f"{render_number(value.scaleb(-power, CONTEXT))} {word}"
    return render_number(value)


def _order(value: Decimal) -> str:
    words: list[str] = []
    while value >= 10:
        power, word = next((power, word) for power, word in _ORDERS if value >= Decimal(10) ** power)
        words.insert(0, word)
        value = value / Decimal(10) ** power
    return " ".join(words)
