"""The cattrs converter that the record is written and read with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from ..model import Citation, Duration, LegalInstrument, TimeExpression
from ..model._when import moment_of
from ..structuring import exactly, from_text, strict_converter
from ._forms import FORMS
from ._wire import CitationRecord, Moment

#: What a time expression's record states in addition to its fields, so that a reader need not compute it.
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
    made.register_structure_hook_func(lambda kind: kind == dict[str, Any], exactly(dict, "an object"))
    made.register_structure_hook_func(lambda kind: kind == dict[str, str], _strings)
    for kind, (read, noun) in _READERS.items():
        made.register_structure_hook(kind, from_text(read, noun, re.compile(FORMS[kind])))
    made.register_structure_hook(Moment, _moment)
    made.register_structure_hook(int, _whole_number)
    made.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    made.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    made.register_unstructure_hook(dt.time, _clock)
    made.register_unstructure_hook(Duration, str)
    _add_derived(made)
    _add_citations(made)
    return made


_READERS: dict[Any, tuple[Callable[[str], Any], str]] = {
    Decimal: (Decimal, "a decimal number"),
    dt.date: (dt.date.fromisoformat, "a day"),
    dt.time: (dt.time.fromisoformat, "a clock time"),
    Duration: (Duration.from_iso, "an ISO 8601 duration"),
}
_MOMENT = from_text(moment_of, "a day or date-time", re.compile(f"{FORMS[dt.date]}|{FORMS[dt.datetime]}"))


def _moment(value: object, kind: Any) -> dt.date | None:
    return None if value is None else _MOMENT(value, kind)


def _whole_number(value: object, _wanted: Any) -> int:
    """*value* as an int. JSON has one type of number, so ``3.0`` is whole."""
    if type(value) is int:
        return value
    if type(value) is float and value.is_integer():
        return int(value)
    raise TypeError(f"a whole number is needed, not {value!r:.80}")


def _add_derived(made: Converter) -> None:
    read_plain = made.get_structure_hook(TimeExpression)
    write_plain = make_dict_unstructure_fn(TimeExpression, made, _cattrs_omit_if_default=True)

    def write(value: TimeExpression) -> dict[str, Any]:
        return {**write_plain(value), **_derived(value)}

    def read(record: Any, kind: Any) -> TimeExpression:
        stated = record if isinstance(record, dict) else {}
        plain = {name: part for name, part in stated.items() if name not in DERIVED}
        value: TimeExpression = read_plain(plain if isinstance(record, dict) else record, kind)
        follows = _derived(value)
        for name in DERIVED:
            text = stated.get(name)
            if text is not None and text != follows.get(name):
                raise ValueError(f"{name}: {text!r} does not follow from start, end and time")
        return value

    made.register_structure_hook(TimeExpression, read)
    made.register_unstructure_hook(TimeExpression, write)


def _derived(value: TimeExpression) -> dict[str, str]:
    """The keys of a record that follow from the fields of *value*."""
    moments = {name: getattr(value, name) for name in DERIVED}
    return {name: moment.isoformat() for name, moment in moments.items() if moment is not None}


def _add_citations(made: Converter) -> None:
    """Make a citation's ``instrument`` the two keys ``uri`` and ``resolved``.

    Where the citation prints all fields of the instrument, only ``uri`` is written.
    """
    write_plain = make_dict_unstructure_fn(
        Citation, made, _cattrs_omit_if_default=True, instrument=override(omit=True)
    )
    read_plain = made.get_structure_hook(CitationRecord)

    def write(value: Citation) -> dict[str, Any]:
        record = write_plain(value)
        instrument = value.instrument
        if instrument is None:
            return record
        if instrument.uri is not None:
            record["uri"] = instrument.uri
        if instrument.uri is None or attrs.evolve(value.printed, uri=instrument.uri) != instrument:
            record["resolved"] = made.unstructure(instrument)
        return record

    def read(record: Any, _kind: Any) -> Citation:
        wire = read_plain(record, CitationRecord)
        fields = {field.name: getattr(wire, field.name) for field in attrs.fields(CitationRecord)}
        uri: str | None = fields.pop("uri")
        instrument: LegalInstrument | None = fields.pop("resolved")
        value = Citation(**fields)
        if instrument is None and uri is not None:
            instrument = attrs.evolve(value.printed, uri=uri)
        if instrument is not None and instrument.uri != uri:
            raise ValueError(f"uri: {uri!r} is not that of resolved, {instrument.uri!r}")
        return attrs.evolve(value, instrument=instrument)

    made.register_structure_hook(Citation, read)
    made.register_unstructure_hook(Citation, write)


def _strings(value: object, _wanted: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        raise TypeError(f"an object of strings is needed, not {value!r:.80}")
    return value


def _clock(time: dt.time) -> str:
    return time.isoformat("auto" if time.second or time.microsecond else "minutes")
