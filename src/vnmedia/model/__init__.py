"""The data model: frozen values that know nothing of formats or of how they are found.

Every class is an attrs class: immutable, slotted, keyword-only, compared by value, hashable, picklable.
An impossible value is refused when it is built, with a ``ValueError`` or ``TypeError`` that begins with
the field's name.
"""

from .agency import Agency
from .article import BLOCK_KINDS, KINDS, SCHEMA, VALUES, Article, Block, BlockKind, Cited, Image, Source
from .context import Context, Preference
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
from .instrument import Issuer, LegalInstrument, Place, Relation, RelationKind
from .official import Official
from .span import Mention, Span, Value
from .statistic import Qualifier, Statistic
from .time import Duration, Modifier, TimeExpression

__all__ = [
    "BLOCK_KINDS",
    "KINDS",
    "SCHEMA",
    "VALUES",
    "Agency",
    "Article",
    "Attachment",
    "Authority",
    "Block",
    "BlockKind",
    "Cited",
    "Context",
    "Division",
    "Duration",
    "Effect",
    "Ground",
    "Image",
    "InstrumentDocument",
    "Issuer",
    "LegalInstrument",
    "Mention",
    "Modifier",
    "Official",
    "Passage",
    "Place",
    "Preference",
    "Qualifier",
    "Relation",
    "RelationKind",
    "Signature",
    "Source",
    "Span",
    "Statistic",
    "TimeExpression",
    "Value",
]
