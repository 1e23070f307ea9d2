"""Twenty small programs as users write them, for the type checkers alone (mypy --strict and pyright)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import vnmedia
from vnmedia import (
    Agency,
    Article,
    Citation,
    LegalInstrument,
    Mention,
    Official,
    Place,
    Statistic,
    TimeExpression,
)
from vnmedia.errors import AmbiguityError, ParseError, SourceError
from vnmedia.serializers.brat import to_brat
from vnmedia.serializers.csv import write_csv


def titles(folder: Path) -> list[str]:
    """1. The headlines of a folder of pages."""
    return [article.title for article in vnmedia.read_corpus(folder) if article.title is not None]


def days(text: str) -> list[dt.date]:
    """2. The days that a text names."""
    found = vnmedia.find_dates(text, published="2020-12-19")
    assert_type(found, tuple[Mention[TimeExpression], ...])
    return [m.value.start for m in found if m.value.start is not None]


def is_before(mention: Mention[TimeExpression], article: Article) -> bool | None:
    """3. Whether something was over when the article was published."""
    latest = mention.value.latest
    published = article.published
    if latest is None or not isinstance(published, dt.datetime):
        return None
    return latest < published


def numbers(article: Article) -> set[str]:
    """4. The numbers of the papers that an article cites."""
    return {m.value.number for m in article.instruments if m.value.number is not None}


def meant(citation: Citation) -> LegalInstrument | None:
    """5. The instrument that a citation means."""
    return citation.instrument


def issuers(article: Article) -> Counter[str]:
    """6. Who issued what is cited, by their names."""
    return Counter(m.value.issuer.name for m in article.instruments if m.value.issuer is not None)


def body_on(name: str, day: str) -> str | None:
    """7. The id of a body on a day."""
    body = vnmedia.resolve_agency(name, on=day)
    assert_type(body, Agency)
    return body.id


def may_be(body: Agency) -> tuple[str, ...]:
    """8. What a body may be, or went to."""
    return body.candidates or body.successors


def in_dong(figures: tuple[Mention[Statistic], ...]) -> Decimal:
    """9. The sum of the figures in đồng."""
    return sum(
        (m.value.value for m in figures if m.value.unit == "VND" and m.value.value is not None), Decimal()
    )


def quoted(article: Article) -> Iterator[tuple[str, str]]:
    """10. Every mention with its kind."""
    for mention in article.mentions:
        yield mention.kind, article.text[mention.start : mention.end]


def offices(article: Article) -> dict[str, list[str]]:
    """11. Who holds which office."""
    held: dict[str, list[str]] = {}
    for mention in article.officials:
        assert_type(mention.value, Official)
        held.setdefault(mention.value.name, []).append(mention.value.office)
    return held


def concluded(article: Article) -> list[str]:
    """12. The mentions of which something does not stand in their words."""
    return [m.quote for m in article.mentions if m.inferred]


def sources_of(mention: Mention[Statistic]) -> str | None:
    """13. Where the unit of a figure came from, if it is not printed."""
    return mention.inferred.get("unit")


def saved(articles: list[Article], path: Path) -> None:
    """14. Articles as a file of records."""
    path.write_text("".join(f"{vnmedia.dumps(article)}\n" for article in articles), encoding="utf-8")


def loaded(path: Path) -> list[Article]:
    """15. And back."""
    return [vnmedia.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def spreadsheet(articles: list[Article], path: Path) -> None:
    """16. As a spreadsheet."""
    write_csv(articles, path)


def or_none(text: str) -> TimeExpression | None:
    """17. One date, or nothing."""
    try:
        return vnmedia.parse_date(text, prefer="past")
    except ParseError as error:
        assert_type(error.span, tuple[int, int])
        return None


def page(raw: bytes, url: str) -> Article | str:
    """18. A page, or why it cannot be read."""
    try:
        return vnmedia.parse_article(raw, url=url)
    except SourceError as error:
        return error.reason


def now_in(address: str) -> list[Place]:
    """19. Where an old address lies since the reform."""
    try:
        place = vnmedia.resolve_place(address)
    except AmbiguityError:
        return []
    return [part.place for part in place.at("2025-07-01")]


def for_brat(article: Article, folder: Path) -> None:
    """20. Files for annotators."""
    text, annotations = to_brat(article)
    (folder / "bai-1.txt").write_text(text, encoding="utf-8")
    (folder / "bai-1.ann").write_text(annotations, encoding="utf-8")
