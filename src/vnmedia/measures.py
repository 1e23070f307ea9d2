"""Conversion of figures to units of the International System, with pint (extra ``units``).

Customary measures have the value of their region: a ``sào`` is 360 m² in the North, 500 m² in the Centre
and 1,000 m² in the South.

>>> from vnmedia import parse_statistic
>>> low, high = to_si(parse_statistic("3 sào"), region="north")
>>> f"{low:~}"
'1080 m ** 2'
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TypeAlias

from .errors import ExtraError, UnitError
from .model import Statistic
from .registries.units import Region, Unit, units

try:
    import pint
except ModuleNotFoundError as error:
    raise ExtraError("units", "pint") from error

__all__ = ["to_si"]

Quantity: TypeAlias = "pint.Quantity[Decimal]"

_NOTATION = str.maketrans({"²": "**2", "³": "**3", "·": "*"})
_OWN_NAMES = {"°C": "degC", "pixel": "pixel", "1": "dimensionless"}


@cache
def _registry() -> pint.UnitRegistry[Decimal]:
    return pint.UnitRegistry(non_int_type=Decimal)


def to_si(figure: Statistic, *, region: Region | None = None) -> tuple[Quantity, Quantity]:
    """The bounds of *figure* as quantities in SI units, equal for a single value; magnitudes are ``Decimal``.

    Args:
        figure: A figure whose unit is a measure or a ratio.
        region: The region whose customary measures are meant: ``"north"``, ``"central"`` or ``"south"``.

    >>> from vnmedia import parse_statistic
    >>> print(to_si(parse_statistic("2,5 tấn"))[0])
    2500.0 kilogram

    Raises:
        UnitError: The unit is not a measure, has no fixed value, or depends on a region that is not given.
    """
    unit = _unit(figure.unit, region)
    over = _per(figure.per, region)
    low = figure.value if figure.value is not None else figure.low
    high = figure.value if figure.value is not None else figure.high
    bounds = [bound for bound in (low, high) if bound is not None]
    made = [_quantity(bound, unit) / over for bound in bounds]
    return made[0], made[-1]


def _unit(symbol: str | None, region: Region | None) -> Unit:
    named = [unit for unit in units().values() if unit.symbol == symbol]
    here = [unit for unit in named if unit.region in (None, region)]
    if not named:
        raise UnitError(symbol, "no measure")
    if not here:
        regions = ", ".join(f"{unit.factor} {unit.base} ({unit.region})" for unit in named)
        raise UnitError(symbol, f"its value depends on the region: {regions}")
    if here[0].ratio is None or here[0].base is None:
        raise UnitError(symbol, f"no fixed value as a measure of {here[0].dimension}")
    return here[0]


def _per(printed: str | None, region: Region | None) -> Quantity | Decimal:
    """The quantity of one unit *printed*; the number 1 where it is not a measure (``mỗi hộ``)."""
    for unit in units().values():
        measures = unit.ratio is not None and unit.dimension != "currency"
        if measures and printed in unit.forms and unit.region in (None, region):
            return _quantity(Decimal(1), unit)
    return Decimal(1)


def _quantity(value: Decimal, unit: Unit) -> Quantity:
    assert unit.ratio is not None
    assert unit.base is not None
    base = _OWN_NAMES.get(unit.base, unit.base.translate(_NOTATION))
    quantity = _registry().Quantity(value * unit.ratio, base)
    return quantity.to("kelvin") if unit.base == "°C" else quantity
