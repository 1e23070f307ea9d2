"""The data model: frozen values, independent of formats and of how they are found.

Every class is an attrs class: immutable, slotted, keyword-only, compared by value, hashable, picklable.
An impossible value is refused when it is built, with a ``ValueError`` or ``TypeError`` that begins with
the field's name.
"""

import attrs

from ._inferred import NOTHING_INFERRED, Inferred
from ._said import in_plain_words
from ._when import VIETNAM, When
from .agency import Agency, CandidateReason
from .article import BLOCK_KINDS, KINDS, SCHEMA, VALUES, Article, Block, BlockKind, Cell, Cited, Image, Source
from .context import Context, Preference, context_of
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
from .span import Mention, Span, Value
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

for _name in __all__:
    if isinstance(globals()[_name], type) and attrs.has(globals()[_name]):
        in_plain_words(globals()[_name])
