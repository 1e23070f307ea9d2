"""vnmedia reads Vietnamese press and government text into typed data.

>>> import vnmedia
>>> [m.value.number for m in vnmedia.find_instruments("theo Quyết định số 135/QĐ-TTg ngày 20/01/2020")]
['135/QĐ-TTg']
"""

from __future__ import annotations

import importlib
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

from . import notebook

if TYPE_CHECKING:
    from .annotation import Tag, annotate
    from .articles import Document, parse_article, read_corpus
    from .documents import parse_instrument_document
    from .errors import (
        BatchError,
        ExtraError,
        ParseError,
        RegistryError,
        SerializationError,
        SourceError,
        UnitError,
        VnMediaError,
    )
    from .functions.agencies import find_agencies, resolve_agency
    from .functions.dates import find_dates, parse_time
    from .functions.instruments import find_instruments, parse_instrument
    from .functions.officials import find_officials
    from .functions.statistics import find_statistics, parse_statistic
    from .model import (
        Agency,
        Article,
        Block,
        Cited,
        Context,
        Duration,
        Image,
        InstrumentDocument,
        Issuer,
        LegalInstrument,
        Mention,
        Official,
        Place,
        Relation,
        Source,
        Span,
        Statistic,
        TimeExpression,
    )
    from .numbers import parse_number
    from .serializers.figures import statistics_table
    from .serializers.html import to_html
    from .serializers.record import dumps, from_record, loads, to_record

__version__ = "0.1.0"

__all__ = [
    "Agency",
    "Article",
    "BatchError",
    "Block",
    "Cited",
    "Context",
    "Document",
    "Duration",
    "ExtraError",
    "Image",
    "InstrumentDocument",
    "Issuer",
    "LegalInstrument",
    "Mention",
    "Official",
    "ParseError",
    "Place",
    "RegistryError",
    "Relation",
    "SerializationError",
    "Source",
    "SourceError",
    "Span",
    "Statistic",
    "Tag",
    "TimeExpression",
    "UnitError",
    "VnMediaError",
    "annotate",
    "dumps",
    "find_agencies",
    "find_dates",
    "find_instruments",
    "find_officials",
    "find_statistics",
    "from_record",
    "loads",
    "parse_article",
    "parse_instrument",
    "parse_instrument_document",
    "parse_number",
    "parse_statistic",
    "parse_time",
    "read_corpus",
    "resolve_agency",
    "statistics_table",
    "to_html",
    "to_record",
]

# Importing costs next to nothing: a name is loaded when it is first asked for (PEP 562). The imports above
# are for type checkers, this table is what runs; a test holds the two together.
_NAMES = {
    "annotation": "Tag annotate",
    "articles": "Document parse_article read_corpus",
    "documents": "parse_instrument_document",
    "errors": (
        "BatchError ExtraError ParseError RegistryError SerializationError SourceError UnitError VnMediaError"
    ),
    "functions.agencies": "find_agencies resolve_agency",
    "functions.dates": "find_dates parse_time",
    "functions.instruments": "find_instruments parse_instrument",
    "functions.officials": "find_officials",
    "functions.statistics": "find_statistics parse_statistic",
    "model": (
        "Agency Article Block Cited Context Duration Image InstrumentDocument Issuer LegalInstrument Mention "
        "Official Place Relation Source Span Statistic TimeExpression"
    ),
    "numbers": "parse_number",
    "serializers.figures": "statistics_table",
    "serializers.html": "to_html",
    "serializers.record": "dumps from_record loads to_record",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
# The modules that ``import vnmedia`` gives access to; one that needs an extra is imported by its own name.
_MODULES = (
    "agencies annotation articles dates documents errors grammar instruments links mentions model "
    "numbers officials registries serializers statistics structuring text"
)

# One thread loads at a time: two that meet in modules which import each other would wait for each other.
_LOADING = threading.RLock()


def _load(module: str) -> ModuleType:
    with _LOADING:
        return importlib.import_module(f".{module}", __name__)


if not TYPE_CHECKING:  # a type checker knows the names, and finds those that are none

    def __getattr__(name: str) -> Any:
        if name in _HOMES:
            value = getattr(_load(_HOMES[name]), name)
        elif name in _MODULES.split():
            value = _load(name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({"__doc__", "__version__", *__all__, *_MODULES.split()})


def _draw(article: Article) -> str:
    page: str = _load("serializers.html").to_notebook(article)
    return page


notebook.draw = _draw
