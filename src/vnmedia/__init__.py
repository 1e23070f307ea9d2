"""vnmedia reads Vietnamese press and government text into typed data.

>>> import vnmedia
>>> article = vnmedia.parse_article("Ngày 17/12/2020, Bộ TT&TT ban hành Quyết định số 2020/QĐ-BTTTT.")
>>> [(mention.kind, mention.quote) for mention in article.mentions]
[('date', 'Ngày 17/12/2020'), ('agency', 'Bộ TT&TT'), ('instrument', 'Quyết định số 2020/QĐ-BTTTT')]

A whole page or file is an ``Article``: ``parse_article`` reads one, ``read_corpus`` many. A whole decree or
Party paper is an ``InstrumentDocument``: ``parse_instrument_document``.

In a text of your own, ``find_dates``, ``find_instruments``, ``find_agencies``, ``find_statistics`` and
``find_officials`` find the mentions of one kind. Each ``Mention`` has its ``span``, its ``quote`` and its
``value``: a ``TimeExpression``, ``Citation``, ``Agency``, ``Statistic`` or ``Official``. ``parse_date``,
``parse_instrument``, ``parse_statistic`` and ``parse_number`` read a whole text as one value, or raise a
``ParseError``; ``resolve_agency`` gives the body that a name stood for on a day. The day of publication is
the argument ``published``.

``dumps`` and ``loads`` write an article as a line of JSON and read it back; ``vnmedia.serializers`` has the
other formats. ``to_html`` makes a page for readers, ``annotate`` the text with tags of your own.

Every error is a ``VnMediaError``. Values are immutable, picklable and compared by their fields.
"""

from __future__ import annotations

import importlib
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

from . import notebook

if TYPE_CHECKING:
    from .agencies import resolve_agency
    from .annotation import Tag, annotate
    from .articles import parse_article
    from .articles.corpus import RawDocument, read_corpus
    from .dates import find_dates, parse_date, parse_datetime
    from .documents import parse_instrument_document
    from .errors import (
        AmbiguityError,
        BatchError,
        ExtraError,
        ParseError,
        RegistryError,
        SerializationError,
        SourceError,
        UnitError,
        VnMediaError,
    )
    from .explanation import Explained, explain
    from .instruments import find_instruments, normalize_number, parse_instrument
    from .mentions import find_agencies, find_statistics
    from .model import (
        Agency,
        Article,
        Block,
        Cell,
        Citation,
        Cited,
        Context,
        Duration,
        Image,
        InstrumentDocument,
        LegalInstrument,
        Mention,
        Official,
        Pinpoint,
        Relation,
        Source,
        Span,
        Statistic,
        TimeExpression,
    )
    from .numbers import parse_number
    from .officials import find_officials
    from .places import Place, resolve_place
    from .serializers.configure import configure
    from .serializers.figures import statistics_table
    from .serializers.html import to_html
    from .serializers.record import dumps, from_record, loads, to_record
    from .statistics import parse_statistic
    from .text import nfc

__version__ = "0.2.0"

__all__ = [
    "Agency",
    "AmbiguityError",
    "Article",
    "BatchError",
    "Block",
    "Cell",
    "Citation",
    "Cited",
    "Context",
    "Duration",
    "Explained",
    "ExtraError",
    "Image",
    "InstrumentDocument",
    "LegalInstrument",
    "Mention",
    "Official",
    "ParseError",
    "Pinpoint",
    "Place",
    "RawDocument",
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
    "configure",
    "dumps",
    "explain",
    "find_agencies",
    "find_dates",
    "find_instruments",
    "find_officials",
    "find_statistics",
    "from_record",
    "loads",
    "nfc",
    "normalize_number",
    "parse_article",
    "parse_date",
    "parse_datetime",
    "parse_instrument",
    "parse_instrument_document",
    "parse_number",
    "parse_statistic",
    "read_corpus",
    "resolve_agency",
    "resolve_place",
    "statistics_table",
    "to_html",
    "to_record",
]

# Importing costs next to nothing: a name is loaded at its first use (PEP 562). The imports above are for type
# checkers, and this table is what runs; a test checks that the two agree.
_NAMES = {
    "agencies": "resolve_agency",
    "annotation": "Tag annotate",
    "articles": "parse_article",
    "articles.corpus": "RawDocument read_corpus",
    "dates": "find_dates parse_date parse_datetime",
    "documents": "parse_instrument_document",
    "errors": (
        "AmbiguityError BatchError ExtraError ParseError RegistryError SerializationError SourceError "
        "UnitError VnMediaError"
    ),
    "explanation": "Explained explain",
    "instruments": "find_instruments normalize_number parse_instrument",
    "mentions": "find_agencies find_statistics",
    "model": (
        "Agency Article Block Cell Citation Cited Context Duration Image InstrumentDocument LegalInstrument "
        "Mention Official Pinpoint Relation Source Span Statistic TimeExpression"
    ),
    "numbers": "parse_number",
    "officials": "find_officials",
    "places": "Place resolve_place",
    "serializers.configure": "configure",
    "serializers.figures": "statistics_table",
    "serializers.html": "to_html",
    "serializers.record": "dumps from_record loads to_record",
    "statistics": "parse_statistic",
    "text": "nfc",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
# The public modules that ``import vnmedia`` gives access to. A public module that needs an extra, or has side
# effects, must be imported by name. All others are internal: ``pyproject.toml`` lists them by import layer.
_MODULES = (
    "agencies annotation articles dates documents errors instruments model numbers officials places "
    "serializers statistics windows"
)

# One thread loads at a time: two threads in modules that import each other would deadlock.
_LOADING = threading.RLock()


def _load(module: str) -> ModuleType:
    with _LOADING:
        return importlib.import_module(f".{module}", __name__)


if not TYPE_CHECKING:  # a type checker knows the names, and must still report unknown ones

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
