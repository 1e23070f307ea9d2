"""How much is done for a page grows with its length and with nothing else, whatever its markup.

The clock of a busy machine proves little, so function calls are counted, ours and those of the interpreter;
what one of theirs takes, such as a search by a pattern, is bounded by a clock that is read generously.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

from vnmedia.articles._page import read_page
from vnmedia.articles._paragraphs import words_of

_WORDS = "Sáng 5/3/2020, Bộ Y tế họp với các địa phương về công tác phòng dịch trong cả nước."
PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs that never end": lambda n: f"<p>{_WORDS}" * n,
    "elements in elements": lambda n: "<div><span>" * n + _WORDS,
    "links that never end": lambda n: f"<a href=x><p>{_WORDS}</p>" * n,
    "drawings in drawings": lambda n: "<svg>" * n + "</math>" * n + f"<p>{_WORDS}</p>",
    "declarations": lambda n: "<?xml" + " " * n + "><?xml?>" * n + f"<p>{_WORDS}</p>",
    "comments that never end": lambda n: "<!--" * n + f"<p>{_WORDS}</p>",
    "scripts that never end": lambda n: "<script>" * n + f"<p>{_WORDS}</p>",
    "tables in tables": lambda n: f"<table><tr><td>1<td>{_WORDS}" * n,
    "cells over many rows": lambda n: "<table>" + "<tr><td rowspan=9 colspan=9>1<td>2<td>3" * n + "</table>",
    "boxes in boxes": lambda n: f"<div class='related'><p>{_WORDS}</p>" * n,
    "pictures in one element": lambda n: "<div>" + f"<img src=a.jpg>{_WORDS}<br>" * n + "</div>",
    "headlines": lambda n: f"<title>{_WORDS}</title>" + f"<h1 class=title>{_WORDS}</h1>" * n,
    "headlines in headlines": lambda n: f"<h1>{_WORDS}" * n,
    "empty headlines": lambda n: "<h1> " * n,
    "objects in objects": lambda n: f"<p>Hà Nội</p>{'<object>Họp ' * n}",
    "headings in headings": lambda n: f"<p>Hà Nội</p>{'<h1>Ngày 5/3/2020 ' * n}",
    "authors in authors": lambda n: "<div class='author'>" * n + "Lan Anh" + f"<p>{_WORDS}</p>",
    "times": lambda n: "<h1>Họp về dịch</h1>" + "<time datetime='2020-03-05'>5/3/2020</time>" * n,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + f">{_WORDS}</p>",
    "line breaks": lambda n: "<p>" + f"{_WORDS}<br>" * n,
    "metadata": lambda n: "<meta name=author content='Lan Anh'>" * n + f"<p>{_WORDS}</p>",
    "paths": lambda n: "<ul class='breadcrumb'><li><a href='/x'>Tin</a>" * n + f"<p>{_WORDS}</p>",
}
_SIZE, _TIMES = 150, 4


def work(markup: str) -> int:
    """How many calls reading *markup* takes."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_page(markup, None)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", PAGES)
def test_work_grows_with_length_alone(name: str) -> None:
    """Four times as much markup takes at most four times and a half as many calls."""
    make = PAGES[name]
    read_page(make(_SIZE), None)  # what is made once is not counted
    assert work(make(_TIMES * _SIZE)) <= 4.5 * work(make(_SIZE)) + 1000


@pytest.mark.parametrize("name", PAGES)
def test_texts_are_asked_for_with_bounds(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An element in an element has the text of the inner one too: not each is looked at."""
    asked = 0

    def count(text: str) -> str:
        nonlocal asked
        asked += len(text)
        return words_of(text)

    monkeypatch.setattr("vnmedia.articles._tree.words_of", count)
    read_page(PAGES[name](2 * _SIZE), None)  # more than are looked at by their number
    small, asked = asked, 0
    read_page(PAGES[name](2 * _TIMES * _SIZE), None)
    assert asked <= 6 * small + 1000


@pytest.mark.parametrize("name", PAGES)
def test_no_single_call_takes_long(name: str) -> None:
    """Some hundreds of kilobytes take seconds at most, on a machine however busy."""
    began = time.process_time()
    read_page(PAGES[name](2000), None)
    assert time.process_time() - began < 20
