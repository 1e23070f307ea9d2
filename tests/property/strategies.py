"""Hypothesis strategies for every class of the model, and for articles whose parts agree.

A field that a class gains later is drawn from its type; one that needs more than its type says gets a
line here.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from typing import Any, get_args

import attrs
from hypothesis import strategies as st

from vnmedia.model import (
    BLOCK_KINDS,
    Agency,
    Article,
    Block,
    Citation,
    Duration,
    Image,
    LegalInstrument,
    Mention,
    Modifier,
    Official,
    PartOfDay,
    Pinpoint,
    Qualifier,
    Relation,
    RelationKind,
    Role,
    Source,
    Span,
    Statistic,
    TimeExpression,
)

# Letters, digits and marks of the press, what mark-up and spreadsheets take as theirs, and what no
# reader sees: zero-width, right-to-left, NUL, beyond the basic plane.
LETTERS = "aàảãáạăằắbcdđeêệghiíklmnoôơớpqrstuưứvxyỳỷAĐÔƯ"
ALPHABET = (
    LETTERS * 3
    + "0123456789 .,;:%/()-–“”…\n\t" * 2
    + "<>&\"'=+@`\\{}[]|*_#$\u00a0\u200b\u200f\u202e\x00\r🙂漢"
)

words = st.text(alphabet=LETTERS + " 0123456789/-<&\"'", min_size=1, max_size=12).filter(str.strip)
ids = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)


def texts(max_size: int = 120) -> st.SearchStrategy[str]:
    """Texts in NFC, with all that a hostile or broken page may hold."""
    return st.text(alphabet=ALPHABET, max_size=max_size).map(lambda text: unicodedata.normalize("NFC", text))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The strategy, or None."""
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Tuples of up to two."""
    return st.lists(strategy, max_size=2).map(tuple)


def _any(kind: type[Any], /, **known: Any) -> st.SearchStrategy[Any]:
    """Objects of *kind*: the fields in *known* from there, the others from their types."""
    others = {field.name: ... for field in attrs.fields(kind) if field.name not in known}
    return st.builds(kind, **known, **others)


decimals = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**15), 10**15),
    st.integers(-4, 4),
)
positive = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(0, 10**6), st.integers(-2, 2)
)
days = st.dates()
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
moments = days | st.datetimes(timezones=zones)
clocks = st.times(timezones=maybe(zones)) | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def spans(draw: st.DrawFn, length: int = 1000) -> Span:
    """Spans within a text of *length* characters."""
    start = draw(st.integers(0, length))
    return Span(start=start, end=draw(st.integers(start, length)))


durations = _any(Duration, **{field.name: positive for field in attrs.fields(Duration)})


@st.composite
def time_expressions(draw: st.DrawFn) -> TimeExpression:
    """Values of the kind date."""
    start, end = draw(maybe(days)), draw(maybe(days))
    if start and end and end < start:
        start, end = end, start
    every = draw(maybe(durations))
    hours = draw(st.just(()) | st.tuples(clocks, clocks))
    said = draw(_any(
        TimeExpression,
        edtf=st.sampled_from(["2020-12-17", "2020", "2011/2020", "XXXX-12-17"]),
        start=st.just(start),
        end=st.just(end),
        time=st.none() if hours else maybe(clocks),
        hours=st.just(hours),
        duration=maybe(durations),
        duration_max=maybe(durations),
        every=st.just(every),
        times=st.none() if every is None else maybe(st.integers(1, 9)),
        rule=st.none() if every is None else maybe(st.just("FREQ=WEEKLY;BYDAY=MO")),
        calendar=maybe(st.just("lunar")),
        modifier=maybe(st.sampled_from(get_args(Modifier))),
        part_of_day=maybe(st.sampled_from(get_args(PartOfDay))),
    ))  # fmt: skip
    silent = start is None and end is None and said.time is None
    keep = silent and said.duration is None and said.every is None
    return said if keep or draw(st.booleans()) or silent else attrs.evolve(said, edtf=None)


types = st.sampled_from(["nghị định", "quyết định", "luật", "thông tư liên tịch", "văn bản"])
numbers = st.sampled_from(["119/2020/NĐ-CP", "135/QĐ-TTg", "35-NQ/TW", "67"]) | words
labels = st.sampled_from(["1", "2a", "IV", "đ"])
places = _any(
    Pinpoint,
    **{field.name: maybe(labels) for field in attrs.fields(Pinpoint) if field.name != "article"},
    article=labels,
)


def relations(length: int = 1000) -> st.SearchStrategy[Relation]:
    """What an instrument does to others, over a text of *length* characters."""
    return _any(
        Relation,
        kind=st.sampled_from(get_args(RelationKind)),
        target=spans(length),
        evidence=spans(length),
    )


@st.composite
def legal_instruments(draw: st.DrawFn, length: int = 1000) -> LegalInstrument:
    """Instruments that citations mean; their relations stand in a text of *length* characters."""
    issuer = draw(maybe(agencies()))
    return draw(_any(
        LegalInstrument,
        type=types,
        number=maybe(numbers),
        date=maybe(days),
        issuer=st.just(issuer),
        co_issuers=tuples(agencies()) if issuer else st.just(()),
        title=maybe(words),
        year=maybe(st.integers(1945, 2030)),
        relations=tuples(relations(length)),
        uri=maybe(ids.map("urn:lex:vn:{}".format)),
    ))  # fmt: skip


@st.composite
def instruments(draw: st.DrawFn, length: int = 1000) -> Citation:
    """Values of the kind instrument, over a text of *length* characters."""
    issuer, pinpoint = draw(maybe(agencies())), draw(maybe(words))
    value = draw(_any(
        Citation,
        type=types,
        number=maybe(numbers),
        date=maybe(days),
        issuer=st.just(issuer),
        co_issuers=tuples(agencies()) if issuer else st.just(()),
        title=maybe(words),
        title_span=maybe(spans(length)),
        year=maybe(st.integers(1945, 2030)),
        amended=tuples(st.integers(1945, 2030)),
        pinpoint=st.just(pinpoint),
        places=tuples(places) if pinpoint else st.just(()),
        irregular=st.booleans(),
        relations=tuples(relations(length)),
        instrument=maybe(legal_instruments(length)),
    ))  # fmt: skip
    if value.instrument is not None and draw(st.booleans()):
        # One that prints in full what it means, with an identifier or without.
        return attrs.evolve(value, instrument=attrs.evolve(value.printed, uri=value.uri))
    return value


@st.composite
def agencies(draw: st.DrawFn) -> Agency:
    """Values of the kind agency."""
    candidates = tuple(draw(st.lists(ids, max_size=2)))
    return draw(_any(
        Agency,
        id=st.none() if candidates else maybe(ids),
        name=words,
        name_en=maybe(words),
        kind=maybe(st.sampled_from(["ministry", "newspaper", "department"])),
        parent=maybe(ids),
        candidates=st.just(candidates),
        reasons=st.just(()) | st.just(("day", "place")[: len(candidates)]),
        successors=tuples(ids),
        ended=maybe(st.dates()),
    ))  # fmt: skip


@st.composite
def statistics(draw: st.DrawFn, length: int = 1000) -> Statistic:
    """Values of the kind statistic, over a text of *length* characters."""
    low, high = draw(maybe(decimals)), draw(maybe(decimals))
    if low is not None and high is not None and low > high:
        low, high = high, low
    alone = low is None and high is None
    return draw(_any(
        Statistic,
        value=decimals if alone else st.none(),
        low=st.just(low),
        high=st.just(high),
        unit=maybe(st.sampled_from(["%", "VND", "USD", "ha", "m²", "người"]) | words),
        qualifier=maybe(st.sampled_from(get_args(Qualifier))),
        per=maybe(words),
        of=maybe(decimals),
        change=maybe(st.sampled_from(["increase", "decrease"])),
        role=maybe(st.sampled_from(get_args(Role))),
        **{link: maybe(spans(length)) for link in ("baseline", "period", "agency", "subject", "source")},
    ))  # fmt: skip


@st.composite
def officials(draw: st.DrawFn) -> Official:
    """Values of the kind official."""
    return draw(_any(Official, name=words, office=words, agency=maybe(agencies())))


def values(length: int = 1000) -> dict[str, st.SearchStrategy[Any]]:
    """For each kind, its values over a text of *length* characters."""
    return {
        "date": time_expressions(),
        "instrument": instruments(length),
        "agency": agencies(),
        "statistic": statistics(length),
        "official": officials(),
    }


#: What a finder concluded, and from what.
reasons = st.dictionaries(st.sampled_from(["year", "issuer", "unit", "id"]), words, max_size=2)


@st.composite
def _cuts(draw: st.DrawFn, length: int, most: int) -> list[Span]:
    """Spans of at least one character, in order and not overlapping."""
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=2 * most)))
    return [Span(start=start, end=end) for start, end in zip(edges[::2], edges[1::2], strict=False)]


@st.composite
def mentions(draw: st.DrawFn, text: str) -> tuple[Mention[Any], ...]:
    """Mentions in *text* as the finders give them: by start, of one kind no two overlapping."""
    found = [
        Mention(span=span, quote=span.of(text), value=draw(value), inferred=draw(reasons))
        for value in values(len(text)).values()
        for span in draw(_cuts(len(text), 2))
    ]
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end, mention.kind)))


def _blocks(cuts: list[Span]) -> st.SearchStrategy[tuple[Block, ...]]:
    kinds = st.sampled_from(BLOCK_KINDS)
    return st.tuples(*(st.builds(Block, kind=kinds, span=st.just(span)) for span in cuts))


@st.composite
def articles(draw: st.DrawFn, max_size: int = 120) -> Article:
    """Articles with consistent blocks and mentions, most of their fields filled or not at random."""
    text = draw(texts(max_size))
    lines = st.lists(words, max_size=2).map(tuple)
    addresses = (
        words.map("https://example.vn/{}".format)
        | words.map("https://example.vn/bai-1#{}".format)
        | st.just("javascript:alert(1)")
    )
    return draw(_any(
        Article,
        id=maybe(ids),
        source=_any(
            Source,
            path=maybe(words),
            url=maybe(addresses),
            media_type=st.sampled_from(["text/plain", "text/html"]),
            encoding=maybe(st.just("utf-8")),
            repairs=lines,
        ),
        title=maybe(words),
        lead=maybe(words),
        section=maybe(words),
        publisher=maybe(words),
        url=maybe(addresses),
        published=maybe(moments),
        modified=maybe(moments),
        authors=lines,
        tags=lines,
        images=st.lists(
            _any(Image, url=maybe(addresses), caption=maybe(words), credit=maybe(words)), max_size=2
        ).map(tuple),
        text=st.just(text),
        blocks=_cuts(len(text), 4).flatmap(_blocks),
        mentions=mentions(text),
        relations=tuples(relations(len(text))),
    ))  # fmt: skip
