"""The parts of a page of plain text: which line is the title, the lead, a caption, which is furniture.

A page has three zones. Above the first whole sentence stand the title, the time line and menus. Below the
last one stand the byline, then furniture to the end. Between them a line without a full stop is a
heading or the legend of a picture; form and place decide which, and words only help
(``data/layout.toml``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, islice

from ..model import Block, BlockKind, Span
from ..model._trusted import trusted
from ..registries import Pattern
from ._byline import Byline, read_byline, tail_byline
from ._lines import Line
from ._moment import first_moment
from ._official import day_in_one_line, lay_out_official
from ._parts import Layout
from ._phrases import begins, label

__all__ = ["lay_out"]

_block, _span = trusted(Block), trusted(Span)

_LONGEST_LEAD = 600
_LONGEST_TITLE = 22
_LONGEST_LEGEND = 260
_CREDIT = Pattern(r"\((?:ảnh|nguồn|hình)")
_LEADING_CAPTION = Pattern(r"[^.!?\n]{8,250}\s\((?:ảnh|nguồn|hình)\b[^()\n]{0,60}\)\.?(?=\s)")
_FOOTNOTE = Pattern(r"[(\[]\d{1,3}[)\]]\s*\S")
_GROUND = Pattern(
    r"căn cứ (?:hiến pháp|(?:bộ )?luật|pháp lệnh|nghị (?:định|quyết)|quyết định|thông tư|chỉ thị|điều)\b"
)
_SENTENCE_ENDS = Pattern(r"[.!?;]\s")
_SEPARATED = Pattern(r"\s[>»/|›]\s")


def lay_out(text: str, lines: Sequence[Line]) -> Layout:
    """The layout of *text*, which has these *lines*."""
    official = lay_out_official(text, lines)
    if official is not None:
        return official
    page = Layout()
    kinds: list[BlockKind | None] = [None] * len(lines)
    stop = _end_of_article(lines)
    body, header = _header(lines[:stop], page, kinds)
    _moments_in_text(lines[:stop], page, kinds, body)
    last = _last_prose(lines, body, stop)
    bylines = _footer(lines, page, kinds, last, body)
    _body(lines, page, kinds, body, last)
    _lead(lines, page, kinds)
    tail = _blocks(lines, page, kinds, in_tail=not any(byline.authors for byline in bylines))
    page.byline = _joined(bylines, tail, header)
    if page.published is None and lines:
        page.published = day_in_one_line(lines[0])
    page.blocks.sort(key=lambda block: block.span.start)
    return page


def _end_of_article(lines: Sequence[Line]) -> int:
    """The index of the first line below the article: comments, other stories, the imprint."""
    before = [0, *accumulate([len(line.text) if line.is_prose else 0 for line in lines])]
    if before[-1]:
        # With most sentences still below, such words are a menu's, a link to comments, or the text's own.
        for index in range(bisect_left(before, before[-1] / 2), len(lines)):
            if lines[index].words <= 40 and _closes(lines[index]):
                return index
    return len(lines)


def _closes(line: Line) -> bool:
    return "end" in line.roles or (
        begins(line.lower, "end-start", "end-named") and (not line.is_prose or ":" in line.text[:40])
    )


def _header(lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None]) -> tuple[int, list[Byline]]:
    """Fills in the lines above the text; the index of the text's first line, and the bylines above it."""
    end = next((i for i, line in enumerate(lines) if not _of_header(line)), len(lines))
    if end == 0 and _is_title_with_stop(lines):
        end = 1
    moments = [i for i in range(end) if lines[i].moment]
    candidates = [i for i in range(end) if _may_be_title(lines[i])]
    title = _title(lines, candidates, moments, end)
    if title is None:
        # Without a title the page begins with its text, perhaps with a heading.
        body = next((i for i in candidates if not _SEPARATED.search(lines[i].text)), end)
    else:
        page.title = (lines[title].span,)
        kinds[title] = "title"
        body = _below_title(lines, title, end)
    _moments(lines, page, kinds, moments, title)
    bylines = [byline for index in moments if (byline := _beside(lines[index])) is not None]
    for index in range(body):
        line = lines[index]
        if kinds[index] is not None:
            continue
        kinds[index] = "boilerplate"
        if title is not None and index > title:
            byline = read_byline(line.text)
            if byline is not None and (byline.authors or byline.sources):
                kinds[index] = "byline"
                bylines.append(byline)
        elif page.section is None and not line.is_furniture:
            page.section = _section(line)
    return body, bylines


def _beside(line: Line) -> Byline | None:
    """The byline beside the time: ``Kim Oanh - 07/03/2026 08:47``."""
    found = first_moment(line.small)
    rest = (line.text[: found[1]] + " " + line.text[found[2] :]).strip(" |-–•:[]()") if found else ""
    byline = read_byline(rest) if rest else None
    return byline if byline is not None and byline.authors else None


def _of_header(line: Line) -> bool:
    return line.moment is not None or line.is_furniture or line.is_headline


def _is_title_with_stop(lines: Sequence[Line]) -> bool:
    """Whether the first line is a title although it ends in a full stop, as on portals of districts.

    Title, lead and body are one line each; or the text begins with its day and repeats the title's words.
    """
    if len(lines) < 3 or lines[0].words > 30:
        return False
    if len(lines) < 5 and len(lines[-1].text) >= max(600, 4 * len(lines[0].text)):
        return True
    title, text = lines[0], lines[1]
    if title.words < 6 or _SENTENCE_ENDS.search(title.text) or begins(title.lower, "day"):
        return False
    said = set(text.lower.replace(",", " ").split())
    words = title.lower.rstrip(".").split()
    return begins(text.lower, "day") and 2 * sum(word in said for word in words) >= len(words)


_PLACE_AND_DAY = Pattern(r"[^\d,.:;]{2,40}, ngày \d{1,2}(?: tháng \d{1,2} năm |[/.-]\d{1,2}[/.-])\d{4}\.?")


#: A line of the card that sites of legal texts print above a document.
_CARD = Pattern(
    r"số ?: ?\d|(?:cơ quan ban hành|nơi ban hành|số hiệu|số ký hiệu|số/ký hiệu|loại văn bản|loại|người ký"
    r"|tình trạng|lĩnh vực|số công báo|hiệu lực) ?:"
)


def _is_place_and_day(line: Line) -> bool:
    return _PLACE_AND_DAY.fullmatch(line.lower) is not None


def _begins_document(head: Sequence[Line]) -> bool:
    """Whether the page is a document without its head, or with one that lacks the motto."""
    if _GROUND.match(head[0].lower):
        return True
    return head[0].text.isupper() and any(map(_is_place_and_day, head))


def _may_be_title(line: Line) -> bool:
    if line.moment or line.is_furniture or line.is_picture:
        return False
    if _is_place_and_day(line) or _CARD.match(line.lower):
        return False
    return line.roles.isdisjoint(("list", "end", "tags"))


def _section(line: Line) -> str | None:
    """The section, if *line* is a path such as ``Trang chủ > Chính trị``."""
    steps = [step.strip() for step in _SEPARATED.split(line.text)]
    return steps[-1] if len(steps) > 1 and steps[-1] and line.words <= 20 else None


def _below_title(lines: Sequence[Line], title: int, end: int) -> int:
    """Where the text begins: after the title and the small lines under it."""
    index = title + 1
    while index < end and (
        lines[index].moment
        or lines[index].is_furniture
        or lines[index].text == lines[title].text
        or not lines[index].roles.isdisjoint(("list", "tags"))
        or (lines[index].words <= 5 and read_byline(lines[index].text) is not None)
    ):
        index += 1
    return index


def _title(lines: Sequence[Line], candidates: list[int], moments: list[int], end: int) -> int | None:
    """The title: the line right above the time line, else the first longer than an entry of a menu."""
    if lines and _begins_document(lines[:end] or lines[:1]):
        return None
    long_enough = [i for i in candidates if lines[i].words >= 5 and not lines[i].is_item] or [
        i for i in candidates if lines[i].words >= 2
    ]
    long_enough = [i for i in long_enough if not _SEPARATED.search(lines[i].text)]
    if not long_enough or (end == len(lines) and len(lines) == 1):
        return None
    for moment in moments:
        above = [i for i in long_enough if i < moment and lines[i].words >= 6]
        if above:
            # A summary may stand between them; it is longer than titles are.
            summary = len(above) > 1 and lines[above[-1]].words > _LONGEST_TITLE >= lines[above[-2]].words
            return above[-2] if summary else above[-1]
    return long_enough[0]


def _moments(
    lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None], moments: list[int], title: int | None
) -> None:
    """The time nearest the headline; one above it may be the day on which the page was viewed."""
    for index in moments:
        kinds[index] = "dateline"
    near = sorted(moments, key=lambda i: (title is not None and i < title, abs(i - (title or 0))))
    for index in near:
        line = lines[index]
        if begins(line.lower, "changed"):
            page.modified = page.modified or line.moment
        else:
            page.published = page.published or line.moment
    if page.published is None:
        page.published, page.modified = page.modified, None


def _moments_in_text(lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None], body: int) -> None:
    """Takes time lines after the summary, where some pages have them."""
    found = [index for index in range(body, min(body + 4, len(lines))) if lines[index].moment]
    for index in found:
        kinds[index] = "dateline"
        page.published = page.published or lines[index].moment


def _last_prose(lines: Sequence[Line], body: int, stop: int) -> int:
    """The index of the article's last sentence or list item; ``body - 1`` where it has none."""
    for index in range(stop - 1, body - 1, -1):
        line = lines[index]
        if (line.is_prose or (line.is_item and line.words >= 6)) and not (line.is_furniture or _named(line)):
            return index
    return body - 1


def _named(line: Line) -> bool:
    return line.words <= 20 and (read_byline(line.text) is not None or label(line.lower, "link") > 0)


def _footer(
    lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None], last: int, body: int
) -> list[Byline]:
    """Fills in the lines below the last sentence; the bylines among them."""
    bylines: list[Byline] = []
    begin = max(last + 1, body)
    closed = False
    for index in range(begin, len(lines)):
        line = lines[index]
        kinds[index] = "boilerplate"
        if length := label(line.lower, "tags"):
            page.tags = page.tags or _tags(line.text[length:])
        elif length := label(line.lower, "link"):
            page.address = page.address or line.text[length:].strip() or None
        elif line.moment and page.published is None and not closed:
            page.published = line.moment
            kinds[index] = "dateline"
        elif closed or _closes(line) or "list" in line.roles:
            closed = True
        elif line.is_caption and not bylines:
            kinds[index] = "caption"
        elif _FOOTNOTE.match(line.text):
            kinds[index] = "list_item"
        elif bylines and not (label(line.lower, "author") or label(line.lower, "source")):
            continue
        elif (byline := read_byline(line.text)) is not None and (byline.authors or byline.sources):
            bylines.append(byline)
            kinds[index] = "byline"
        elif not line.is_furniture and not bylines and index == begin and len(lines) == begin + 1:
            kinds[index] = "paragraph"
    return bylines


def _tags(text: str) -> tuple[str, ...]:
    return tuple(tag for part in re.split(r"[,;#]", text) if (tag := part.strip()))


def _body(lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None], body: int, last: int) -> None:
    """The kinds of the lines between the first sentence and the last."""
    under_list = under_picture = False
    for index in range(body, last + 1):
        line = lines[index]
        if kinds[index] is not None:
            continue
        if line.is_picture or line.is_furniture:
            kinds[index] = "boilerplate"
        elif "list" in line.roles or line.text.startswith(">>"):
            kinds[index] = "boilerplate"
            under_list = not line.text.startswith(">>")
            continue
        elif line.is_prose and not (under_picture or line.is_caption):
            kinds[index] = "list_item" if line.is_item else "paragraph"
            under_list = False
        elif under_list:
            kinds[index] = "boilerplate"
        elif under_picture or line.is_caption:
            kinds[index] = "caption"
        elif line.is_item:
            kinds[index] = "list_item"
        elif line.words > 40 or _is_broken_off(lines, index):
            kinds[index] = "paragraph"
        else:
            kinds[index] = "heading"
        if line.is_picture:
            under_picture = True
        elif not line.is_furniture:
            under_picture = False


def _is_broken_off(lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence continues into this line or out of it, as in text broken at a fixed width."""
    goes_on = index + 1 < len(lines) and lines[index + 1].text[0].islower()
    return lines[index].text[0].islower() or (goes_on and not lines[index + 1].is_item)


def _lead(lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None]) -> None:
    """Marks the lead: the first paragraph, if it is short and others follow."""
    texts = [*islice((i for i, kind in enumerate(kinds) if kind in ("paragraph", "list_item", "heading")), 2)]
    if len(texts) < 2 or len(lines[texts[0]].text) > _LONGEST_LEAD:
        return
    first = texts[0]
    # A line under the title is the lead even without a full stop, or with a dash before it.
    if kinds[first] == "paragraph" or page.title:
        kinds[first] = "lead"
        page.lead = lines[first].span


def _blocks(
    lines: Sequence[Line], page: Layout, kinds: list[BlockKind | None], in_tail: bool
) -> Byline | None:
    """Adds the blocks and pictures to *page*; with *in_tail*, the byline that ends the last paragraph."""
    last = _last_text(kinds) if in_tail else -1
    found: Byline | None = None
    picture: str | None = None
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        span = line.span
        legend = _legend(line) if kind == "paragraph" else None
        if legend is not None:
            span = Span(start=_add_caption(page, line, legend.end()), end=span.end)
        tail = tail_byline(line.text) if index == last else None
        if tail is not None and line.at(tail[1]) > span.start:
            found = tail[0]
            page.blocks.append(_block("byline", _span(line.at(tail[1]), span.end)))
            span = Span(start=span.start, end=line.at(len(line.text[: tail[1]].rstrip()) - 1) + 1)
        page.blocks.append(_block(kind or "boilerplate", span))
        picture = _picture_after(page, line, kind, span, picture)
    if picture is not None:
        page.pictures.append((picture, None))
    return found


def _last_text(kinds: Sequence[BlockKind | None]) -> int:
    """The index of the last line that is text; -1 where none is."""
    return next(
        (i for i in range(len(kinds) - 1, -1, -1) if kinds[i] in ("paragraph", "lead", "list_item")), -1
    )


def _picture_after(
    page: Layout, line: Line, kind: BlockKind | None, span: Span, before: str | None
) -> str | None:
    """The picture whose legend may follow *line*; the one *before* goes to *page* once that is settled."""
    if kind == "caption":
        page.pictures.append((before, span))
        return None
    if not (line.is_picture or kind in ("paragraph", "lead")):
        return before
    if before is not None:
        page.pictures.append((before, None))
    return line.text if line.is_picture else None


def _legend(line: Line) -> re.Match[str] | None:
    """The legend at the start of a paragraph: it ends with a credit in brackets."""
    credited = _CREDIT.search(line.small, 0, _LONGEST_LEGEND)
    return _LEADING_CAPTION.match(line.small) if credited is not None else None


def _joined(bylines: Sequence[Byline], tail: Byline | None, header: Sequence[Byline]) -> Byline:
    """One byline from all: the author is named below the text, else above it."""
    below = [*([tail] if tail else []), *bylines]
    by = below if any(byline.authors for byline in below) else [*header, *below]
    authors = dict.fromkeys(author for byline in by for author in byline.authors)
    sources = dict.fromkeys(source for byline in [*header, *below] for source in byline.sources)
    return Byline(tuple(authors), tuple(sources))


def _add_caption(page: Layout, line: Line, length: int) -> int:
    """Splits a legend from the paragraph that it runs into; where the paragraph begins."""
    span = Span(start=line.span.start, end=line.at(length - 1) + 1)
    page.blocks.append(Block(kind="caption", span=span))
    page.pictures.append((None, span))
    return line.at(length + len(line.text[length:]) - len(line.text[length:].lstrip()))
