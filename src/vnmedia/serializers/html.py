"""One self-contained page for one article: the text with its mentions, a list of each kind, a timeline.

The page needs no network and no script, and its content security policy forbids both: nothing in an article
can run or load anything. Mentions may overlap: each kind has its own line under the words.
"""

from __future__ import annotations

import datetime as dt
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import attrs

from ..model import KINDS, Article, Citation, Mention, Span, Statistic, TimeExpression
from ..model._check import given
from .describe import describe, moment
from .labels import Language, labels
from .markup import Markup, el, join, page, web_address

__all__ = ["to_html", "to_notebook"]

#: The elements of blocks that are not paragraphs.
_TAGS = {"title": "h1", "heading": "h2"}
#: The first list with at most this many values is open, and this many rows of the timeline are shown.
_SHOWN = 12
#: A phone shows the paragraphs that begin within this many characters; if the rest is longer than that, it is
#: folded until a reader or a link opens it.
_FIRST_PART = 600
#: The fields of a figure that hold spans of other words.
_OF_FIGURES = ("subject", "period", "agency", "source")
_ABOUT = ("published", "modified", "publisher", "section", "authors", "tags", "url", "id")


@attrs.frozen(kw_only=True)
class _Numbered:
    """A mention with its number on the page, and that of the first one with the same value."""

    number: int
    mention: Mention[Any]
    first: int


@cache
def style() -> str:
    """The style sheet of the pages."""
    return files(__package__).joinpath("page.css").read_text("utf-8")


def to_html(
    article: Article,
    *,
    language: Language = "vi",
    reasons: Mapping[tuple[str, Span], Sequence[str]] | None = None,
) -> str:
    """A page that shows *article*; labels are Vietnamese or English (``"en"``).

    Args:
        article: The article that is shown.
        language: The language of the labels.
        reasons: Lines that say why a mention has its value, by the mention's kind and span; a reader opens
            them.

    >>> to_html(Article(text="Hà Nội <script>")).count("Hà Nội &lt;script&gt;")
    1

    Raises:
        TypeError: *article* is not an ``Article``.
    """
    given("article", article, Article)
    words = labels(language)
    found = list(_numbered(article.mentions, merged=not reasons))
    title = article.title or article.id or words["untitled"]
    # A title in the text serves as the page's heading, so that it is shown once.
    heading = (
        () if any(block.kind == "title" for block in article.blocks) else (el("h1", {"lang": "vi"}, title),)
    )
    counts = Counter(mention.kind for mention in article.mentions)
    about = (_about(article, language), _legend(counts, language))
    header = el("header", None, *heading, *about)
    text = el(
        "article",
        {"class": "text", "lang": "vi", "aria-label": words["text"]},
        *_text(article, found, language),
    )
    listed = Counter(item.mention.kind for item in found if item.first == item.number)
    opened = next((kind for kind in KINDS if 0 < listed[kind] <= _SHOWN), None)
    lists = el(
        "aside",
        {"id": "found", "aria-label": words["found"]},
        *(_list(kind, found, article.text, language, reasons or {}, opened=kind == opened) for kind in KINDS),
    )
    skip = el("a", {"class": "skip", "href": "#found"}, words["skip"])
    told = [each for each in found if article.in_body(each.mention)]  # a page's counters are no events
    # Text and lists have a box of their own, so that the lists do not follow a reader down to the timeline.
    columns = el("div", {"class": "columns"}, text, lists)
    body = el("main", None, header, columns, _timeline(told, language))
    return page(title, language, style(), skip, body)


def to_notebook(article: Article) -> str:
    """The page in a frame of its own that runs nothing, for notebooks.

    The frame has the page in its address, since links in a frame's ``srcdoc`` would lead out of the frame.

    >>> to_notebook(Article(text=""))[:20]
    '<iframe sandbox src='
    """
    address = "data:text/html;base64," + b64encode(to_html(article).encode()).decode("ascii")
    return (
        f'<iframe sandbox src="{address}" title="vnmedia" '
        'style="width:100%;height:40rem;border:1px solid #ccc"></iframe>'
    )


def _numbered(mentions: Sequence[Mention[Any]], *, merged: bool) -> Iterator[_Numbered]:
    """*mentions* with their numbers; where *merged*, equal values share one, except figures."""
    firsts: dict[Any, int] = {}
    for number, mention in enumerate(mentions, 1):
        apart = not merged or isinstance(mention.value, Statistic)
        first = (
            number if apart else firsts.setdefault((_without_place(mention.value), mention.inferred), number)
        )
        yield _Numbered(number=number, mention=mention, first=first)


def _without_place(value: Any) -> Any:
    """*value* without the place of its title in the text, which differs from mention to mention."""
    return attrs.evolve(value, title_span=None) if isinstance(value, Citation) else value


def _about(article: Article, language: Language) -> Markup:
    words = labels(language)
    rows: list[Markup] = []
    for name in _ABOUT:
        value = getattr(article, name)
        if not value:
            continue
        if isinstance(value, dt.date):
            shown: str = el("time", {"datetime": value.isoformat()}, moment(value, language))
        elif isinstance(value, tuple):
            shown = ", ".join(value)
        elif name == "url" and web_address(value):
            shown = el("a", {"href": value, "rel": "noreferrer nofollow"}, value)
        else:
            shown = value
        rows += el("dt", None, words[name]), el("dd", None, el("bdi", None, shown))
    return el("dl", {"class": "about"}, *rows) if rows else Markup("")


def _legend(counts: Counter[str], language: Language) -> Markup:
    """The kinds that were found, in their colours, each with a link to its list."""
    links = [
        el("a", {"class": f"k-{kind}", "href": f"#{kind}"}, _counted(labels(language)[kind], counts[kind]))
        for kind in KINDS
        if counts[kind]
    ]
    return el("p", {"class": "legend"}, *_between(links, " ")) if links else Markup("")


def _counted(name: str, count: int) -> Markup:
    return join([name, el("span", {"class": "count"}, f" ({count})")])


def _parts(article: Article) -> Iterator[tuple[str, Span]]:
    """Every stretch of the text with the kind of its block; what no block covers is ``loose``."""
    position = 0
    for block in article.blocks:
        yield from _lines(article.text, position, block.span.start)
        yield block.kind, block.span
        position = block.span.end
    yield from _lines(article.text, position, len(article.text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield "loose", Span(start=start, end=start + len(line.rstrip("\n")))
        start += len(line)


def _text(article: Article, found: list[_Numbered], language: Language) -> Iterator[Markup]:
    """The paragraphs of the text; those after the first part are in a box that a narrow screen folds."""
    first: list[Markup] = []
    rest: list[Markup] = []
    length = folded = 0
    for size, paragraph in _paragraphs(article, found, language):
        if length < _FIRST_PART:
            first.append(paragraph)
            length += size
        else:
            rest.append(paragraph)
            folded += size
    yield from first
    if folded > _FIRST_PART:
        name = labels(language)["read_on"].format(len(rest))
        yield el("details", {"class": "rest"}, el("summary", None, name), *rest)
    else:
        yield from rest


def _paragraphs(article: Article, found: list[_Numbered], language: Language) -> Iterator[tuple[int, Markup]]:
    """The parts of the text as paragraphs with their lengths, in one pass over parts and mentions.

    What is folded on every screen has the length 0.
    """
    shown: set[int] = set()
    ahead, titled = 0, False
    open_: list[_Numbered] = []
    furniture: list[Markup] = []
    for kind, span in _parts(article):
        while ahead < len(found) and found[ahead].mention.start < span.end:
            open_.append(found[ahead])
            ahead += 1
        open_ = [item for item in open_ if item.mention.end > span.start]
        pieces = _pieces(article.text, span, open_, shown, language)
        tag = _TAGS.get(kind, "p") if kind != "title" or not titled else "p"
        titled = titled or kind == "title"
        paragraph = el(tag, {"class": kind}, *pieces)
        if kind == "boilerplate":
            furniture.append(paragraph)
            continue
        yield from _folded(furniture, language)
        furniture = []
        yield len(span), paragraph
    yield from _folded(furniture, language)


def _folded(furniture: list[Markup], language: Language) -> Iterator[tuple[int, Markup]]:
    """What a page has around its article, folded until a reader opens it."""
    if furniture:
        name = _counted(labels(language)["furniture"], len(furniture))
        yield 0, el("details", {"class": "furniture"}, el("summary", None, name), *furniture)


def _pieces(
    text: str, span: Span, found: list[_Numbered], shown: set[int], language: Language
) -> Iterator[str]:
    """The text of *span*, cut wherever a mention begins or ends."""
    cuts = {span.start, span.end}
    for item in found:
        cuts.update(edge for edge in (item.mention.start, item.mention.end) if span.start < edge < span.end)
    edges = sorted(cuts)
    ahead = 0
    over: list[_Numbered] = []
    for start, end in pairwise(edges):
        over = [item for item in over if item.mention.end > start]
        while ahead < len(found) and found[ahead].mention.start <= start:
            if found[ahead].mention.end > start:
                over.append(found[ahead])
            ahead += 1
        yield _piece(text[start:end], over, shown, language) if over else text[start:end]


def _piece(quote: str, over: list[_Numbered], shown: set[int], language: Language) -> Markup:
    """A piece of text with the mentions *over* it: a link to the innermost mention's entry in the lists.

    The first piece of a mention carries the mention's anchor and can be reached by keyboard.
    """
    new = [item for item in over if item.number not in shown]
    shown.update(item.number for item in new)
    inner = min(new or over, key=lambda item: len(item.mention.span))
    kinds = dict.fromkeys(
        item.mention.kind for item in sorted(over, key=lambda item: -len(item.mention.span))
    )
    words = labels(language)
    tips = [
        f"{words[item.mention.kind]}{words['colon']} {describe(item.mention.value, language)}"
        + "".join(f" ({said})" for said in _concluded(item.mention, language))
        for item in over
    ]
    anchors = [el("span", {"id": f"m{item.number}"}) for item in new if item is not inner]
    link = el(
        "a",
        {
            "class": " ".join(["m", *kinds, *(["inferred"] if inner.mention.inferred else [])]),
            "href": f"#v{inner.number}",
            "id": f"m{inner.number}" if inner in new else None,
            "tabindex": None if new else "-1",
            "data-n": ",".join(str(item.number) for item in new) or None,
            "data-tip": "\n".join(tips),
            "aria-describedby": " ".join(f"v{item.first}-value" for item in over) if new else None,
        },
        quote,
    )
    return join([*anchors, link])


def _list(
    kind: str,
    found: list[_Numbered],
    text: str,
    language: Language,
    reasons: Mapping[tuple[str, Span], Sequence[str]],
    *,
    opened: bool,
) -> Markup:
    """The values of *kind*, each once, in a list; opening one closes the other."""
    words = labels(language)
    numbers = {item.mention.span: item.number for item in found if item.mention.kind == "instrument"}
    again: dict[int, list[_Numbered]] = {}
    for item in found:
        if item.first != item.number:
            again.setdefault(item.first, []).append(item)
    items = [
        el(
            "li",
            {"id": f"v{item.number}", "value": str(item.number)},
            el("a", {"href": f"#m{item.number}"}, el("bdi", {"lang": "vi"}, item.mention.quote)),
            el(
                "span",
                {"class": "value", "id": f"v{item.number}-value"},
                el("bdi", None, describe(item.mention.value, language)),
            ),
            *_notes(item.mention.value, text, numbers, language),
            *(_note(said, role="concluded") for said in _concluded(item.mention, language)),
            *_again(again.get(item.number, ())),
            *_reasons(reasons.get((kind, item.mention.span), ()), language),
        )
        for item in found
        if item.mention.kind == kind and item.first == item.number
    ]
    count = sum(item.mention.kind == kind for item in found)
    heading = el("h2", {"class": f"k-{kind}", "id": kind}, _counted(words[kind], count))
    summary = el("summary", None, heading)
    content = el("ol", None, *items) if items else el("p", {"class": "count"}, words["none"])
    return el("details", {"name": "found", "open": "" if opened else None}, summary, content)


def _again(items: Sequence[_Numbered]) -> Iterator[Markup]:
    """How often a value stands in the text, with a link to each place except the first."""
    if items:
        links = [
            el("a", {"id": f"v{item.number}", "href": f"#m{item.number}"}, str(item.number)) for item in items
        ]
        yield el("span", {"class": "again"}, f"× {len(items) + 1}: ", *_between(links, " "))


def _concluded(mention: Mention[Any], language: Language) -> Iterator[str]:
    """What was concluded, since the words of the mention do not say it."""
    if mention.inferred:
        words = labels(language)
        names = ", ".join(words.get(f"field_{name}", name) for name in dict(mention.inferred))
        yield words["concluded"].format(names)


def _notes(value: Any, text: str, numbers: dict[Span, int], language: Language) -> Iterator[Markup]:
    """Notes on a value: what a figure measures, or what an instrument does to others."""
    if isinstance(value, Statistic):
        yield from (_note(said) for said in _of_figure(value, text, language))
    elif isinstance(value, Citation):
        for relation in value.relations:
            number = numbers.get(relation.target)
            quote = el("bdi", {"lang": "vi"}, _said(relation.target, text))
            link = quote if number is None else el("a", {"href": f"#m{number}"}, quote)
            yield _note(f"{labels(language)[relation.kind]} ", link)


def _of_figure(value: Statistic, text: str, language: Language) -> Iterator[str]:
    """The figure's role, what it measures, when, for whom, who says so, compared with what."""
    words = labels(language)
    if value.role is not None:
        yield words[f"role_{value.role}"]
    for name in _OF_FIGURES:
        span = getattr(value, name)
        if span is not None:
            yield f"{words[f'field_{name}']}{words['colon']} {_said(span, text)}"
    if value.baseline is not None:
        yield words["compared"].format(_said(value.baseline, text))


def _reasons(lines: Sequence[str], language: Language) -> Iterator[Markup]:
    """*lines* in a part that a reader can open; nothing where there are none."""
    if lines:
        shown = el("ul", None, *(el("li", None, line) for line in lines))
        yield el("details", {"class": "value"}, el("summary", None, labels(language)["why"]), shown)


def _said(span: Span, text: str) -> str:
    """The words in *span*; empty where the span lies outside *text*."""
    return text[span.start : span.end]


def _note(*parts: str, role: str = "") -> Markup:
    return el("span", {"class": f"value {role}".strip()}, *parts)


def _timeline(found: Iterable[_Numbered], language: Language) -> Markup:
    """The days that the text speaks of, in order, each with a bar on one common scale."""
    groups: dict[tuple[dt.date, dt.date, bool, bool], list[_Numbered]] = {}
    for item in found:
        value = item.mention.value
        if isinstance(value, TimeExpression) and (day := value.start or value.end):
            key = (value.start or day, value.end or day, value.start is None, value.end is None)
            groups.setdefault(key, []).append(item)
    if not groups:
        return Markup("")
    first = min(start for start, *_ in groups).toordinal()
    scale = 100 / (max(end for _, end, *_ in groups).toordinal() - first + 1)
    rows = []
    for (start, end, no_start, no_end), items in sorted(groups.items(), key=lambda group: group[0]):
        left = 0.0 if no_start else (start.toordinal() - first) * scale
        right = 100.0 if no_end else (end.toordinal() - first + 1) * scale
        bar = _bar(left, right, is_day=start == end, no_start=no_start, no_end=no_end)
        label = describe(attrs.evolve(items[0].mention.value, modifier=None, time=None), language)
        rows.append(
            el(
                "li",
                None,
                el("time", {"datetime": start.isoformat()}, label),
                el("span", None, *_between(list(_quoted(items)), " · ")),
                el("span", {"class": "track", "aria-hidden": "true"}, bar),
            )
        )
    words = labels(language)
    shown, others = (rows, []) if len(rows) <= _SHOWN + 2 else (rows[:_SHOWN], rows[_SHOWN:])
    parts = [el("ol", {"class": "timeline"}, *shown)]
    if others:
        name = el("summary", None, words["more"].format(len(others)))
        parts.append(el("details", {"class": "more"}, name, el("ol", {"class": "timeline"}, *others)))
    heading = el("h2", {"id": "timeline"}, words["timeline"])
    return el("section", {"class": "timeline-box", "aria-labelledby": "timeline"}, heading, *parts)


def _quoted(items: Sequence[_Numbered]) -> Iterator[Markup]:
    """The words of *items*, each wording once, with a link to each mention that has it."""
    places: dict[str, list[int]] = {}
    for item in items:
        places.setdefault(item.mention.quote, []).append(item.number)
    for quote, (first, *others) in places.items():
        jumps = [el("a", {"href": f"#m{number}"}, str(number)) for number in others]
        again = [el("span", {"class": "again"}, " ", *_between(jumps, " "))] if jumps else []
        yield join([el("a", {"href": f"#m{first}"}, el("bdi", {"lang": "vi"}, quote)), *again])


def _bar(left: float, right: float, *, is_day: bool, no_start: bool, no_end: bool) -> Markup:
    """A stretch on the common scale; one day is a mark, and an open end fades out."""
    if is_day and not (no_start or no_end):
        return el("span", {"class": "bar day", "style": f"left:min({left:.2f}%,100% - .5rem)"})
    ends = " ".join(name for name, is_open in (("no-start", no_start), ("no-end", no_end)) if is_open)
    style = f"left:min({left:.2f}%,100% - .5rem);width:{right - left:.2f}%"
    return el("span", {"class": f"bar {ends}".strip(), "style": style})


def _between(parts: list[Markup], mark: str) -> Iterator[str]:
    for index, part in enumerate(parts):
        if index:
            yield mark
        yield part
