"""Every exception that vnmedia raises.

The facts are attributes, and the message is made from them. Every error can be pickled, so that a batch can
send it from a worker process.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "AmbiguityError",
    "BatchError",
    "ExtraError",
    "ParseError",
    "RegistryError",
    "SerializationError",
    "SourceError",
    "UnitError",
    "VnMediaError",
]


class VnMediaError(Exception):
    """Base of every error that vnmedia raises on purpose."""


class ExtraError(VnMediaError, ImportError):
    """A part of vnmedia needs a package that is not installed.

    Attributes:
        extra: The extra of vnmedia that brings it.
        package: The package that is missing.
    """

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra = extra
        self.package = package

    def __str__(self) -> str:
        return f"{self.package} is not installed: pip install 'vnmedia[{self.extra}]'"


class BatchError(VnMediaError):
    """A batch cannot begin or go on.

    Attributes:
        path: The file or folder that prevents it.
        reason: What is wrong with it.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class ParseError(VnMediaError, ValueError):
    """The whole of a text is not one value of the kind that was asked for.

    Attributes:
        kind: What was to be read: ``"date"``, ``"number"``, …
        quote: The text that was given.
        span: Start and end, in *quote*, of the part that was not understood.
        reason: Why, in one phrase.
    """

    def __init__(self, kind: str, quote: str, span: tuple[int, int], reason: str) -> None:
        super().__init__(kind, quote, span, reason)
        self.kind = kind
        self.quote = quote
        self.span = span
        self.reason = reason

    def __str__(self) -> str:
        start, end = self.span
        shown = self.quote if len(self.quote) <= 80 else self.quote[:79] + "…"
        return f"not one {self.kind}: {shown!r}, characters {start} to {end}: {self.reason}"


class AmbiguityError(ParseError):
    """A text may mean several things, and nothing in it decides which.

    Attributes:
        candidates: What it may mean, the most likely first.
    """

    def __init__(self, kind: str, quote: str, candidates: Sequence[object]) -> None:
        super().__init__(kind, quote, (0, len(quote)), f"may be any of {len(candidates)}")
        self.candidates = tuple(candidates)

    def __reduce__(self) -> tuple[type[AmbiguityError], tuple[object, ...]]:
        return type(self), (self.kind, self.quote, self.candidates)


class RegistryError(VnMediaError):
    """A registry's data breaks one of its rules.

    Attributes:
        file: The data file's name.
        id: The record's id, empty where the whole file is meant.
        field: The field, empty where the whole record is meant.
        reason: What is wrong.
    """

    def __init__(self, file: str, id: str, field: str, reason: str) -> None:
        super().__init__(file, id, field, reason)
        self.file = file
        self.id = id
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.file, self.id, self.field) if part)
        return f"{where}: {self.reason}"


class SerializationError(VnMediaError, ValueError):
    """A record does not have the form of an article.

    Attributes:
        problems: One ``(path, reason)`` for each bad field, such as
            ``("mentions[3].value.start", "not a date: '2020-13-01'")``.
    """

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "; ".join(f"{path}: {reason}" if path else reason for path, reason in self.problems)


class SourceError(VnMediaError):
    """A source cannot be read as a document.

    Attributes:
        source: The file's name, or what the caller called it.
        encoding: The encoding that was tried last, empty where none was.
        reason: What is wrong.
    """

    def __init__(self, source: str, encoding: str, reason: str) -> None:
        super().__init__(source, encoding, reason)
        self.source = source
        self.encoding = encoding
        self.reason = reason

    def __str__(self) -> str:
        read_as = f" (read as {self.encoding})" if self.encoding else ""
        return f"{self.source}{read_as}: {self.reason}"


class UnitError(VnMediaError, ValueError):
    """A figure's unit has no value in the International System of Units.

    Attributes:
        unit: The unit as the figure has it, None where it has none.
        reason: Why.
    """

    def __init__(self, unit: str | None, reason: str) -> None:
        super().__init__(unit, reason)
        self.unit = unit
        self.reason = reason

    def __str__(self) -> str:
        return f"unit {self.unit!r}: {self.reason}"
