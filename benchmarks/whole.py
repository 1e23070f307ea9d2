"""The whole of ``parse_article``, beside dateparser alone and the bare passes that it cannot do without."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import vnmedia
from vnmedia.mentions import KINDS
from vnmedia.model import Context

from . import common


def run(texts: Sequence[str]) -> str:
    """The table: the whole, each kind, the digit scan, JSON of the records, and dateparser if it is there."""
    articles = [vnmedia.parse_article(text) for text in texts]
    lines = iter(())

    def to_json(_text: str) -> list[str]:
        nonlocal lines
        article = next(lines, None) or next(lines := iter(articles))
        return [json.dumps(vnmedia.to_record(article), ensure_ascii=False)]

    digits = re.compile("[0-9]+")
    rows = [
        common.measure("parse_article", lambda text: vnmedia.parse_article(text).mentions, texts),
        *(
            common.measure(f"{name}: find", lambda text, kind=kind: kind.find(text, Context()), texts)
            for name, kind in KINDS.items()
        ),
        common.measure("record and JSON of the result", to_json, texts),
        common.measure("bare scan for digits", digits.findall, texts),
    ]
    try:
        from dateparser.search import search_dates
    except ImportError:
        return common.report("Whole articles", rows)
    sample = texts[: max(1, len(texts) // 10)]
    rows.append(
        common.measure(
            "dateparser.search_dates (vi)",
            lambda text: search_dates(text, languages=["vi"]) or [],
            sample,
            runs=1,
        )
    )
    return common.report("Whole articles", rows)
