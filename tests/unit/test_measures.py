"""Measures in SI units."""

from decimal import Decimal

import pytest

from vnmedia import Statistic, UnitError, parse_statistic
from vnmedia.measures import to_si
from vnmedia.registries.units import units


@pytest.mark.parametrize(
    ("text", "region", "unit", "low", "high"),
    [
        ("2,5 tấn", None, "kg", "2500", "2500"),
        ("10-15 ha", None, "m**2", "100000", "150000"),
        ("5%", None, "dimensionless", "0.05", "0.05"),
        ("25 độ C", None, "kelvin", "298.15", "298.15"),
        ("1,5 tỷ kWh", None, "joule", "5400000000000000", "5400000000000000"),
        ("1.000 m3/giây", None, "m**3/s", "1000", "1000"),
        ("6 tấn/ha", None, "kg/m**2", "0.6", "0.6"),
        ("50 mg/lít", None, "kg/m**3", "0.05", "0.05"),
        ("2 sào", "north", "m**2", "720", "720"),
        ("2 sào", "central", "m**2", "1000", "1000"),
        ("2 sào", "south", "m**2", "2000", "2000"),
        ("3 mẫu", "north", "m**2", "10800", "10800"),
        ("2 công đất", "south", "m**2", "2000", "2000"),
        ("5 tạ", None, "kg", "500", "500"),
        ("2 lượng", None, "kg", "0.075", "0.075"),
    ],
)
def test_to_si(text, region, unit, low, high) -> None:
    """Each measure has its value in SI units, customary ones that of the region."""
    bounds = to_si(parse_statistic(text), region=region)
    assert [bound.to(unit).magnitude for bound in bounds] == [Decimal(low), Decimal(high)]


@pytest.mark.parametrize("text", ["2 sào", "5 người", "3 tỷ đồng", "100 °F", "6,3 độ Richter", "20 tuổi"])
def test_no_value_in_si(text) -> None:
    """Counts, money and what depends on the region are refused with the unit."""
    figure = parse_statistic(text)
    with pytest.raises(UnitError) as error:
        to_si(figure)
    assert error.value.unit == figure.unit


def test_every_measure_of_the_registry_converts() -> None:
    """Each unit with a factor has a base that pint knows."""
    for unit in units().values():
        if unit.factor and unit.dimension != "currency":
            to_si(Statistic(value=Decimal(1), unit=unit.symbol), region=unit.region)
