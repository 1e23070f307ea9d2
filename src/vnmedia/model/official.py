"""Officials: persons whom a text names in a public office."""

from __future__ import annotations

from typing import ClassVar

import attrs

from ._check import filled, maybe, of
from ._said import in_plain_words, said
from .agency import Agency


@in_plain_words
@attrs.frozen(kw_only=True)
class Official:
    """A person in a public office, as one sentence names them. Nothing else is read about people.

    Attributes:
        name: The person's name, as printed.
        office: What the office is called (``Thứ trưởng``, ``Phó Giám đốc``).
        agency: The body that has the office, None where the text leaves it out.
        former: Whether the text says that the office is no longer held (``nguyên``, ``cựu``).
    """

    __repr__ = said

    kind_name: ClassVar[str] = "official"

    name: str = attrs.field(validator=filled)
    office: str = attrs.field(validator=filled)
    agency: Agency | None = attrs.field(default=None, validator=maybe(Agency))
    former: bool = attrs.field(default=False, validator=of(bool))
