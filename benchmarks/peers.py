"""``parse_article``, which finds all kinds, beside those tools for one kind each that are installed.

eyecite and quantulum3 read English, so they are given suitable English; trafilatura is given pages.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import islice

import vnmedia
from vnmedia.text import sentences

from . import common

#: English with as many citations and figures as the seeds have.
_ENGLISH = (
    "In Roe v. Wade, 410 U.S. 113 (1973), the Court considered the matter of the statute at length. "
    "The ministry said on Tuesday that it had spent about 7.5 million dollars, 12 % more than last year. "
    "Members of the committee met in the capital to review the work of the last twelve months. "
    "See also 42 U.S.C. § 1983 and Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1997). "
    "More than 300 kilograms of goods were seized after a chase of 45 miles, officials said.\n"
)


def run(texts: Sequence[str]) -> common.Table:
    """The table; slow tools are given a part of the texts."""
    rows = [common.measure("parse_article", lambda text: vnmedia.parse_article(text).mentions, texts)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, load, given, runs in _peers(texts):
            try:
                find = load()
            except (ImportError, OSError) as error:
                print(f"{name} is not here: {error}")
                continue
            rows.append(common.measure(name, find, given, runs))
    targets = {
        "dateparser.search_dates (vi)": 60,
        "underthesea.ner, by sentence": 500,
        "eyecite (English)": 10,
    }
    return common.Table("Beside peers", tuple(rows), targets)


Peer = tuple[str, Callable[[], Callable[[str], Sequence[object]]], Sequence[str], int]


def _peers(texts: Sequence[str]) -> Iterator[Peer]:
    small = common.sample(texts, 0.06)
    spoken = [span.of(text) for text in small for span in sentences(text)]
    english = [_ENGLISH * max(1, len(text) // len(_ENGLISH)) for text in texts]
    yield "dateparser.search_dates (vi)", load_dateparser, small, 3
    yield "underthesea.word_tokenize", _tokens, small, 3
    yield "underthesea.ner, by sentence", _ner, common.sample(spoken, 0.01), 1
    yield "eyecite (English)", _eyecite, common.sample(english, 0.2), 3
    yield "quantulum3 (English), by paragraph", _quantulum, common.paragraphs(islice(english, 2)), 1
    yield "trafilatura (pages)", _trafilatura, [_page(text) for text in common.sample(texts, 0.3)], 3


def load_dateparser() -> Callable[[str], Sequence[object]]:
    """Dateparser's search for Vietnamese dates."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["vi"]) or []


def _tokens() -> Callable[[str], Sequence[object]]:
    from underthesea import word_tokenize

    return word_tokenize


def _ner() -> Callable[[str], Sequence[object]]:
    from underthesea import ner

    return ner


def _eyecite() -> Callable[[str], Sequence[object]]:
    from eyecite import get_citations

    return get_citations


def _quantulum() -> Callable[[str], Sequence[object]]:
    from quantulum3 import parser

    return parser.parse


def _trafilatura() -> Callable[[str], Sequence[object]]:
    from trafilatura import extract

    return lambda page: extract(page) or ""


def _page(text: str) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><title>x</title></head><body><article>{body}</article></body></html>"
