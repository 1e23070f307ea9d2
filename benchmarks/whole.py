"""``parse_article`` as a whole and in parts, beside the bare passes that it cannot do without."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import vnmedia
from vnmedia.articles._plain import read_plain
from vnmedia.mentions import KINDS
from vnmedia.model import Context
from vnmedia.text import TextView

from . import common


def run(texts: Sequence[str]) -> common.Table:
    """The whole, each kind, layout, the record, and the limits: a digit scan, the literals, bare JSON."""
    articles = [vnmedia.parse_article(text) for text in texts]
    parsed = dict(zip(texts, articles, strict=True))
    records = {text: vnmedia.to_record(article) for text, article in parsed.items()}
    lines = {text: vnmedia.dumps(article) for text, article in parsed.items()}
    literals = _literals()
    rows = [
        common.measure("parse_article", lambda text: vnmedia.parse_article(text).mentions, texts),
        *(
            common.measure(f"{name}: find", lambda text, kind=kind: kind.find(text, Context()), texts)
            for name, kind in KINDS.items()
        ),
        common.measure("layout", lambda text: read_plain(TextView(text)).blocks, texts),
        common.measure("view", lambda text: TextView(text).lower, texts),
        common.measure("dumps of the result", lambda text: [vnmedia.dumps(parsed[text])], texts),
        common.measure("loads of the record", lambda text: [vnmedia.loads(lines[text])], texts),
        common.measure("limit: json of the same record", lambda text: _there_and_back(records[text]), texts),
        common.measure("limit: digit scan", re.compile("[0-9]+").findall, texts),
        common.measure("limit: the registry's literals in one pass", literals, texts),
        common.measure("limits: both passes", lambda text: [*_digits(text), *literals(text)], texts),
    ]
    return common.Table("Whole articles", tuple(rows), {"limits: both passes": 1 / 8})


_digits = re.compile("[0-9]+").findall


def _literals():
    """A bare search for every name of a body, with ahocorasick-rs or, without it, one alternation."""
    from vnmedia.registries.agencies import bodies, press

    names = sorted({record.name for registry in (bodies(), press()) for record in registry.values()})
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return re.compile("|".join(map(re.escape, names))).findall
    return AhoCorasick(names).find_matches_as_indexes


def _there_and_back(record: dict[str, object]) -> list[object]:
    try:
        import orjson
    except ImportError:
        return [json.loads(json.dumps(record, ensure_ascii=False))]
    return [orjson.loads(orjson.dumps(record))]
