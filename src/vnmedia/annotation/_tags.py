"""Tags: the elements put around mentions, checked and escaped."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from html.parser import HTMLParser
from string import Formatter
from typing import Any
from urllib.parse import quote

import attrs

from ..model import VALUES, Mention
from ..model._said import in_plain_words
from ._elements import VOID

__all__ = ["Tag", "from_template", "plain_tag"]

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[^\s\"'<>/=\x00-\x1f\x7f]+")
# Elements that text cannot stand in as text.
_TEXTLESS = VOID | {"script", "style", "textarea", "title"}
_URL_ATTRIBUTES = frozenset(("href", "src", "cite", "action"))
_FORMATTER = Formatter()
_OWN = ("kind", "quote")
# Schemes that could run a script; a field that was read from a text must not begin with one.
_UNSAFE_SCHEME = re.compile(r"[\s\x00-\x1f]*(?!https?:|urn:)[a-z][a-z0-9+.\-]*:", re.IGNORECASE)


def _fields() -> set[str]:
    # "uri" of a citation is a property, not a field: it is the identifier of the instrument that is meant.
    return {*_OWN, "uri", *(field.name for kind in VALUES.values() for field in attrs.fields(kind))}


def _checked_name(_tag: object, _attribute: object, name: str) -> None:
    if not _NAME.fullmatch(name) or name.lower() in _TEXTLESS:
        raise ValueError(f"name: {name!r} is not an element that can hold text")


def _checked_attributes(_tag: object, _attribute: object, pairs: tuple[tuple[str, str], ...]) -> None:
    for name, value in pairs:
        if not _ATTRIBUTE.fullmatch(name):
            raise ValueError(f"attributes: {name!r} is not the name of an attribute")
        if not isinstance(value, str):
            raise TypeError(f"attributes: {name} is {value!r}, not a string")


def _pairs(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(given.items() if isinstance(given, Mapping) else given)


@in_plain_words
@attrs.frozen
class Tag:
    """An element to put around a mention.

    Attributes:
        name: The element's name.
        attributes: Its attributes, unescaped, as pairs or as a mapping.

    >>> Tag("a", {"href": "/tim?a=1&b=2"}).opening
    '<a href="/tim?a=1&amp;b=2">'
    """

    name: str = attrs.field(validator=_checked_name)
    attributes: tuple[tuple[str, str], ...] = attrs.field(
        default=(), converter=_pairs, validator=_checked_attributes
    )

    @property
    def opening(self) -> str:
        """The start tag."""
        pairs = "".join(f' {name}="{html.escape(value)}"' for name, value in self.attributes)
        return f"<{self.name}{pairs}>"

    @property
    def closing(self) -> str:
        """The end tag."""
        return f"</{self.name}>"


def plain_tag(mention: Mention[Any]) -> Tag:
    """A ``mark`` with the mention's kind as class, and the identifier of its value where it has one."""
    known = getattr(mention.value, "uri", None) or getattr(mention.value, "id", None)
    return Tag(name="mark", attributes=(("class", mention.kind), *((("data-id", known),) if known else ())))


def from_template(template: str) -> Callable[[Mention[Any]], Tag | None]:
    """A function that fills the ``{field}`` places of a start tag from a mention.

    The fields are those of the mention's value, and ``kind`` and ``quote``.

    Raises:
        ValueError: *template* is not one start tag, or has a field in its name or an unknown field.
    """
    name, attributes = _start_tag(template)
    parts = [(attribute, _parts(value or "")) for attribute, value in attributes]
    Tag(name=name, attributes=tuple((attribute, "") for attribute, _ in attributes))

    def tag(mention: Mention[Any]) -> Tag | None:
        filled = []
        for attribute, pieces in parts:
            value = _filled(pieces, mention, is_url=attribute in _URL_ATTRIBUTES)
            if value is None:
                return None
            filled.append((attribute, value))
        return Tag(name=name, attributes=tuple(filled))

    return tag


def _parts(value: str) -> list[tuple[str, str | None]]:
    """Pairs of literal text and the field after it."""
    parts = []
    for literal, field, spec, conversion in _FORMATTER.parse(value):
        if field is not None and (spec or conversion or field not in _fields()):
            raise ValueError(f"template: {field!r} is not a field of a mention")
        parts.append((literal, field))
    return parts


def _filled(parts: list[tuple[str, str | None]], mention: Mention[Any], *, is_url: bool) -> str | None:
    made = []
    for literal, field in parts:
        made.append(literal)
        if field is None:
            continue
        holder = mention if field in _OWN else mention.value
        value = getattr(holder, field, None)
        if not isinstance(value, str | int | Decimal | dt.date):
            return None
        # A field that is a whole address is kept; a field inside an address is escaped as a part of it.
        whole = is_url and not any(made)
        made.append(quote(str(value), safe="/:?=&#%" if whole else "") if is_url else str(value))
    filled = "".join(made)
    return None if is_url and _UNSAFE_SCHEME.match(filled) else filled


class _StartTag(HTMLParser):
    """Reads one start tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.more = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.more = True

    def handle_data(self, data: str) -> None:
        self.more = self.more or bool(data.strip())


def _start_tag(template: str) -> tuple[str, list[tuple[str, str | None]]]:
    reader = _StartTag()
    reader.feed(template)
    reader.close()
    if len(reader.found) != 1 or reader.more:
        raise ValueError(f'template: {template!r} is not one start tag such as <a href="…">')
    return reader.found[0]
