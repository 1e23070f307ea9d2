"""The cattrs converter that the record is written and read with."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from ..model import Duration, TimeExpression
from ..structuring import exactly, from_text, strict_converter

Moment = dt.datetime | dt.date | None

#: What a time expression's record states beside its fields, so that a reader need not compute it.
DERIVED = ("earliest", "latest")


@cache
def converter(*, paths: bool = True) -> Converter:
    """The converter, built on first use; *paths* as for ``strict_converter``.

    Fields that are at their default are not written.
    """
    made = strict_converter(paths=paths)
    made.register_unstructure_hook_factory(
        attrs.has, lambda kind: make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True)
    )
    read_decimal = from_text(Decimal, "a decimal number")
    read_day = from_text(dt.date.fromisoformat, "a day")
    read_clock = from_text(dt.time.fromisoformat, "a clock time")
    read_duration = from_text(Duration.from_iso, "an ISO 8601 duration")
    read_moment = from_text(moment_of, "a day or date-time")
    made.register_structure_hook_func(lambda kind: kind == dict[str, Any], exactly(dict, "an object"))
    made.register_structure_hook(Decimal, read_decimal)
    made.register_structure_hook(dt.date, read_day)
    made.register_structure_hook(dt.time, read_clock)
    made.register_structure_hook(Duration, read_duration)
    made.register_structure_hook(
        Moment, lambda value, kind: None if value is None else read_moment(value, kind)
    )
    made.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    made.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    made.register_unstructure_hook(dt.time, _clock)
    made.register_unstructure_hook(Duration, str)
    _add_derived(made)
    return made


def _add_derived(made: Converter) -> None:
    read_plain = made.get_structure_hook(TimeExpression)
    write_plain = make_dict_unstructure_fn(TimeExpression, made, _cattrs_omit_if_default=True)

    def write(value: TimeExpression) -> dict[str, Any]:
        record = write_plain(value)
        for name in DERIVED:
            moment = getattr(value, name)
            if moment is not None:
                record[name] = moment.isoformat()
        return record

    def read(record: Any, kind: Any) -> TimeExpression:
        stated: dict[str, Any] = {}
        if isinstance(record, dict):
            stated = {name: record[name] for name in DERIVED if record.get(name) is not None}
            record = {name: part for name, part in record.items() if name not in DERIVED}
        value: TimeExpression = read_plain(record, kind)
        for name, text in stated.items():
            moment = getattr(value, name)
            if text != (moment and moment.isoformat()):
                raise ValueError(f"{name}: {text!r} does not follow from start, end and time")
        return value

    made.register_structure_hook(TimeExpression, read)
    made.register_unstructure_hook(TimeExpression, write)


def moment_of(text: str) -> dt.datetime | dt.date:
    """The day or date-time that *text* is in ISO 8601.

    Raises:
        ValueError: It is neither.
    """
    return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)


def _clock(time: dt.time) -> str:
    return time.isoformat("auto" if time.second or time.microsecond else "minutes")
