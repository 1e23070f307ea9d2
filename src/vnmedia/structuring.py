"""Reading plain data into attrs classes: strictly, without coercion, and with a path for every problem.

The registries' files and the records are read with the same converter, so their errors have the same form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

__all__ = ["WRONG", "exactly", "from_text", "joined", "problems", "strict_converter"]

T = TypeVar("T")

#: What a converter or the model raises for data that do not fit the class.
WRONG = (ValueError, TypeError, KeyError, ExceptionGroup, ForbiddenExtraKeysError)
Hook = Callable[[Any, Any], T]


def strict_converter(*, paths: bool = True) -> Converter:
    """A converter that takes only a string for a string, an array for a tuple, an object for a class.

    An unknown or missing field of a class is an error. Without *paths* the first error ends the reading and
    has no path, which halves the time.
    """
    made = Converter(forbid_extra_keys=True, detailed_validation=paths)

    def class_hook(kind: type[Any]) -> Hook[Any]:
        plain = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True)

        def read(record: Any, wanted: Any) -> Any:
            if not isinstance(record, dict):
                raise TypeError(f"an object is needed, not {record!r:.80}")
            return plain(record, wanted)

        return read

    def tuple_hook(kind: Any) -> Hook[tuple[Any, ...]]:
        listed: Any = list[kind.__args__[0]]
        hook = made.get_structure_hook(listed)

        def read(value: Any, _wanted: Any) -> tuple[Any, ...]:
            if not isinstance(value, list):
                raise TypeError(f"an array is needed, not {value!r:.80}")
            return tuple(hook(value, listed)) if value else ()

        return read

    def optional_hook(kind: Any) -> Hook[Any]:
        some = next(part for part in get_args(kind) if part is not NoneType)
        hook = made.get_structure_hook(some)
        return lambda value, _wanted: None if value is None else hook(value, some)

    made.register_structure_hook_factory(attrs.has, class_hook)
    made.register_structure_hook_factory(lambda kind: getattr(kind, "__origin__", None) is tuple, tuple_hook)
    made.register_structure_hook_factory(_is_optional, optional_hook)
    made.register_structure_hook_factory(_is_literal, _literal_hook)
    made.register_structure_hook(str, _string)
    made.register_structure_hook(int, exactly(int, "a whole number"))
    made.register_structure_hook(bool, exactly(bool, "true or false"))
    return made


def _string(value: object, _wanted: Any) -> str:
    if type(value) is not str:
        raise TypeError(f"a string is needed, not {value!r:.80}")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError(f"a string without lone surrogates is needed, not {value!r:.80}") from None
    return value


def _is_optional(kind: Any) -> bool:
    parts = get_args(kind)
    return len(parts) == 2 and NoneType in parts


def _is_literal(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Literal


def _literal_hook(kind: Any) -> Hook[Any]:
    allowed = get_args(kind)

    def check(value: object, _wanted: Any) -> Any:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(map(str, allowed))} is needed, not {value!r:.80}")
        return value

    return check


def exactly(kind: type[T], noun: str) -> Hook[T]:
    """A hook that takes a *kind* as it is and refuses all else; its error asks for *noun*."""

    def check(value: object, _wanted: Any) -> T:
        if type(value) is not kind:
            raise TypeError(f"{noun} is needed, not {value!r:.80}")
        return value

    return check


def from_text(read: Callable[[str], T], noun: str, form: re.Pattern[str] | None = None) -> Hook[T]:
    """A hook that reads a string, of the *form* if there is one, with *read*; its error asks for *noun*."""

    def check(value: object, _wanted: Any) -> T:
        if not isinstance(value, str):
            raise TypeError(f"a string that holds {noun} is needed, not {value!r:.80}")
        if form is not None and form.match(value) is None:
            raise ValueError(f"not {noun}: {value!r:.80}")
        try:
            return read(value)
        except (ValueError, ArithmeticError):
            raise ValueError(f"not {noun}: {value!r:.80}") from None

    return check


def _errors_in(
    error: ClassValidationError | IterableValidationError, path: str
) -> Iterator[tuple[BaseException, str]]:
    """The errors that *error* groups, each with the path of what it is about."""
    if isinstance(error, ClassValidationError):
        with_note, without = error.group_exceptions()
        for inner, note in with_note:
            # The KeyError of a missing field already names the field in the note.
            yield inner, path if isinstance(inner, KeyError) else joined(path, note.name)
    else:
        with_index, without = error.group_exceptions()
        for inner, index in with_index:
            yield inner, f"{path}[{index.index}]"
    for inner in without:
        yield inner, path


def problems(error: BaseException, path: str = "") -> Iterator[tuple[str, str]]:
    """Each bad field in an error of the converter with its path, such as ``mentions[3].value.start``."""
    if isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield joined(path, name), "unknown field"
    elif isinstance(error, ClassValidationError | IterableValidationError):
        for inner, place in _errors_in(error, path):
            yield from problems(inner, place)
    elif isinstance(error, KeyError):
        yield joined(path, str(error.args[0])), "missing"
    else:
        yield _field_of(path, str(error))


def joined(path: str, name: str) -> str:
    """The path of the field *name* below *path*."""
    return f"{path}.{name}" if path else name


def _field_of(path: str, message: str) -> tuple[str, str]:
    """The path and message of a model error, which begins with the name of its field."""
    name, colon, reason = message.partition(": ")
    if colon and name.translate(_PATH_MARKS).isalnum():
        return joined(path, name), reason
    return path, message


_PATH_MARKS = str.maketrans("", "", "_[].")
