"""The data model: frozen values, independent of formats and of how they are found.

Every class is an attrs class: immutable, slotted, keyword-only, compared by value, hashable, picklable.
An impossible value is refused when it is built, with a ``ValueError`` or ``TypeError`` that begins with
the field's name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._inferred import NOTHING_INFERRED, Inferred
from ._when import VIETNAM, When
from .agency import Agency, CandidateReason
from .context import Context, Preference, context_of
from .span import Mention, Span, Value

if TYPE_CHECKING:
    from .article import (
        BLOCK_KINDS,
        KINDS,
        SCHEMA,
        VALUES,
        Article,
        Block,
        BlockKind,
        Cell,
        Cited,
        Image,
        Source,
    )
    from .document import (
        Attachment,
        Authority,
        Division,
        Effect,
        Ground,
        InstrumentDocument,
        Passage,
        Signature,
    )
    from .instrument import Citation, LegalInstrument, Pinpoint, Relation, RelationKind
    from .official import Official
    from .statistic import Qualifier, Role, Statistic
    from .time import Duration, Form, Modifier, PartOfDay, TimeExpression

__all__ = [
    "BLOCK_KINDS",
    "KINDS",
    "NOTHING_INFERRED",
    "SCHEMA",
    "VALUES",
    "VIETNAM",
    "Agency",
    "Article",
    "Attachment",
    "Authority",
    "Block",
    "BlockKind",
    "CandidateReason",
    "Cell",
    "Citation",
    "Cited",
    "Context",
    "Division",
    "Duration",
    "Effect",
    "Form",
    "Ground",
    "Image",
    "Inferred",
    "InstrumentDocument",
    "LegalInstrument",
    "Mention",
    "Modifier",
    "Official",
    "PartOfDay",
    "Passage",
    "Pinpoint",
    "Preference",
    "Qualifier",
    "Relation",
    "RelationKind",
    "Role",
    "Signature",
    "Source",
    "Span",
    "Statistic",
    "TimeExpression",
    "Value",
    "When",
    "context_of",
]

#: The modules of the names that are loaded on first use, each before those that need it.
_LATER = ("time", "statistic", "official", "instrument", "article", "document")


def __getattr__(name: str) -> Any:
    """A class that not every process needs: to resolve the name of a body takes none of them."""
    for module in _LATER if name in __all__ else ():
        loaded = vars(import_module(f".{module}", __name__))
        if name in loaded:
            globals()[name] = loaded[name]
            return loaded[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
