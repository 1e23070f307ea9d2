"""A page that lists the pages of many articles: title, day, publisher, and the count of each kind."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

import attrs

from ..model import KINDS, Article
from .describe import moment
from .html import style
from .labels import Language, labels
from .markup import Markup, el, page

__all__ = ["Listed", "to_index"]


@attrs.frozen(kw_only=True)
class Listed:
    """One article as the list shows it.

    Attributes:
        name: The file of its page, beside the list.
        title: Its title, or else its id.
        counts: How many mentions there are of each kind.
    """

    name: str
    title: str | None
    published: dt.date | None
    publisher: str | None
    counts: Counter[str]

    @classmethod
    def of(cls, article: Article, name: str) -> Listed:
        """The entry for *article*, whose page is called *name*."""
        return cls(
            name=name,
            title=article.title or article.id,
            published=article.published,
            publisher=article.publisher,
            counts=Counter(mention.kind for mention in article.mentions),
        )


def to_index(listed: Sequence[Listed], *, language: Language = "vi") -> str:
    """The page that lists *listed*, each with a link to its page.

    >>> one = Listed.of(Article(id="a", text="Hà Nội"), "1.html")
    >>> '<a href="1.html">' in to_index([one])
    True
    """
    words = labels(language)
    kinds = [kind for kind in KINDS if any(one.counts[kind] for one in listed)]
    title = f"{words['articles']}: {len(listed)}"
    names = (words["articles"], words["published"], words["publisher"])
    head = el(
        "tr",
        None,
        *(el("th", {"scope": "col"}, name) for name in names),
        *(el("th", {"scope": "col", "class": "number"}, words[kind]) for kind in kinds),
    )
    table = el(
        "table",
        None,
        el("thead", None, head),
        el("tbody", None, *(_row(one, kinds, language) for one in listed)),
    )
    body = el("main", None, el("h1", None, title), table)
    return page(title, language, style() + _own_style(), body)


def _own_style() -> str:
    return files(__package__).joinpath("index.css").read_text("utf-8")


def _row(one: Listed, kinds: Sequence[str], language: Language) -> Markup:
    words = labels(language)
    name = el("bdi", {"lang": "vi"}, one.title or words["untitled"])
    counts = (
        el("td", {"class": "number", "data-name": words[kind]}, str(one.counts[kind] or "")) for kind in kinds
    )
    return el(
        "tr",
        None,
        el("td", None, el("a", {"href": one.name}, name)),
        el("td", None, moment(one.published, language) if one.published else ""),
        el("td", None, el("bdi", None, one.publisher) if one.publisher else ""),
        *counts,
    )
