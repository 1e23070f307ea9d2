"""The cattrs converter that the record is written and read with: strict, nothing coerced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from ..model import Duration, LegalInstrument, TimeExpression

T = TypeVar("T")
Moment = dt.datetime | dt.date | None

#: What a time expression's record states beside its fields, so that a reader need not compute it.
DERIVED = ("earliest", "latest")


def _exactly(kind: type[T], noun: str) -> Callable[[object, Any], T]:
    def check(value: object, _type: Any) -> T:
        if type(value) is not kind:
            raise TypeError(f"{noun} is needed, not {value!r}")
        return value

    return check


def _from_text(read: Callable[[str], T], noun: str) -> Callable[[object, Any], T]:
    def check(value: object, _type: Any) -> T:
        if not isinstance(value, str):
            raise TypeError(f"a string that holds {noun} is needed, not {value!r}")
        try:
            return read(value)
        except (ValueError, InvalidOperation):
            raise ValueError(f"not {noun}: {value!r}") from None

    return check


def _moment(text: str) -> dt.datetime | dt.date:
    return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)


def _time_hooks(converter: Converter) -> None:
    plain_in = make_dict_structure_fn(TimeExpression, converter, _cattrs_forbid_extra_keys=True)
    plain_out = make_dict_unstructure_fn(TimeExpression, converter, _cattrs_omit_if_default=True)

    def write(value: TimeExpression) -> dict[str, Any]:
        record = plain_out(value)
        for name in DERIVED:
            moment = getattr(value, name)
            if moment is not None:
                record[name] = moment.isoformat()
        return record

    def read(record: Any, kind: Any) -> TimeExpression:
        _object(record)
        value: TimeExpression = plain_in({k: v for k, v in record.items() if k not in DERIVED}, kind)
        for name in DERIVED:
            moment = getattr(value, name)
            stated = record.get(name)
            if stated is not None and stated != (moment and moment.isoformat()):
                raise ValueError(f"{name}: {stated!r} does not follow from start, end and time")
        return value

    converter.register_structure_hook(TimeExpression, read)
    converter.register_unstructure_hook(TimeExpression, write)


def _object(record: object) -> None:
    if not isinstance(record, dict):
        raise TypeError(f"an object is needed, not {record!r:.80}")


@cache
def converter() -> Converter:
    """The converter, built on first use."""
    made = Converter(forbid_extra_keys=True, prefer_attrib_converters=False)

    def strict_class(kind: type[Any]) -> Callable[[Any, Any], Any]:
        plain = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True)

        def read(record: Any, wanted: Any) -> Any:
            _object(record)
            return plain(record, wanted)

        return read

    def sparse_class(kind: type[Any]) -> Callable[[Any], Any]:
        return make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True)

    made.register_structure_hook_factory(attrs.has, strict_class)
    made.register_unstructure_hook_factory(attrs.has, sparse_class)
    made.register_structure_hook_factory(
        lambda kind: getattr(kind, "__origin__", None) is tuple, lambda kind: _tuple_hook(made, kind)
    )
    made.register_structure_hook(str, _exactly(str, "a string"))
    made.register_structure_hook(int, _exactly(int, "a whole number"))
    made.register_structure_hook(bool, _exactly(bool, "true or false"))
    for kind, read, noun in (
        (Decimal, Decimal, "a decimal number"),
        (dt.date, dt.date.fromisoformat, "a day"),
        (dt.time, dt.time.fromisoformat, "a clock time"),
        (Duration, Duration.from_iso, "an ISO 8601 duration"),
    ):
        made.register_structure_hook(kind, _from_text(read, noun))
    read_moment = _from_text(_moment, "a day or date-time")
    made.register_structure_hook(
        Moment,
        lambda value, _type: None if value is None else read_moment(value, _type),
    )
    made.register_structure_hook(
        LegalInstrument | None,
        lambda value, _type: None if value is None else made.structure(value, LegalInstrument),
    )
    made.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    made.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    made.register_unstructure_hook(dt.time, _clock)
    made.register_unstructure_hook(Duration, str)
    _time_hooks(made)
    return made


def _tuple_hook(made: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    listed: Any = list[kind.__args__[0]]

    def read(value: Any, _type: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(f"an array is needed, not {value!r:.80}")
        return tuple(made.structure(value, listed))

    return read


def _clock(time: dt.time) -> str:
    return time.isoformat("minutes" if not time.second else "auto")


def problems(error: BaseException, path: str = "") -> Iterator[tuple[str, str]]:
    """Each bad field in a cattrs error with its path, such as ``mentions[3].value.start``."""
    if isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield _join(path, name), "unknown field"
    elif isinstance(error, ClassValidationError):
        with_note, without = error.group_exceptions()
        for inner, note in with_note:
            # A missing field's KeyError names the field that the note names too.
            yield from problems(inner, path if isinstance(inner, KeyError) else _join(path, note.name))
        for inner in without:
            yield from problems(inner, path)
    elif isinstance(error, IterableValidationError):
        with_index, without = error.group_exceptions()
        for inner, index in with_index:
            yield from problems(inner, f"{path}[{index.index}]")
        for inner in without:
            yield from problems(inner, path)
    elif isinstance(error, KeyError):
        yield _join(path, str(error.args[0])), "missing"
    else:
        yield _field_of(path, str(error))


def _field_of(path: str, message: str) -> tuple[str, str]:
    """The model's errors begin with the name of the field that they are about."""
    name, colon, reason = message.partition(": ")
    if colon and name.replace("_", "").replace("[", "").replace("]", "").isalnum():
        return _join(path, name), reason
    return path, message


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
