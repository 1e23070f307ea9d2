"""An earlier commit beside this one, each in a warm process of its own: ``--before TREE``, a checkout of it.

The two take turns, pass by pass, so that what else the machine does weighs on both alike. A row is one kind
of work on all of the texts, or on the pages (``--pages DIR``, by default those of the tests); figures are
medians of the passes, in processor time. The earlier commit may find less, so counts stand beside.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from . import common

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "tests" / "pages"
_ROUNDS = 25
_WARMING = 3
#: Each kind of work, as code that both commits know; it ends with how many things were found.
_WORK = {
    "parse_article": "found += len(vnmedia.parse_article(text).mentions)",
    "find_dates": "found += len(vnmedia.find_dates(text))",
    "find_instruments": "found += len(vnmedia.find_instruments(text))",
    "find_agencies": "found += len(vnmedia.find_agencies(text))",
    "find_statistics": "found += len(vnmedia.find_statistics(text))",
    "find_officials": "found += len(vnmedia.find_officials(text))",
}
_PAGES = {
    "pages, with all mentions": "found += len(vnmedia.parse_article(text, media_type='text/html').mentions)",
    "pages alone, in characters": "found += len(read_page(text, None)[0])",
}
_PROGRAM = """
import gc, json, sys, time
import vnmedia
from vnmedia.articles._page import read_page
texts = json.loads(sys.stdin.readline())
def once():
    found = 0
    for text in texts:
        {work}
    return found
for _ in range({warming}):
    once()
gc.collect()
gc.freeze()
for _ in sys.stdin:
    begin = time.process_time()
    found = once()
    print(json.dumps([time.process_time() - begin, found]), flush=True)
"""
_FIRST = (
    "import vnmedia, resource;"
    "vnmedia.parse_article('Ngày 17/12/2020, Bộ Y tế ban hành Quyết định số 1/QĐ-BYT.');"
    "used = resource.getrusage(resource.RUSAGE_SELF); print([used.ru_utime + used.ru_stime, 0])"
)


def run(texts: Sequence[str], tree: Path, pages: Path | None = None) -> common.Sheet:
    """A row for each kind of work: milliseconds a pass before and after, and how many times as fast it is."""
    some = list(dict.fromkeys(texts))
    markup = [_page(path) for path in sorted((pages or PAGES).glob("*.html*"))]
    work = [(name, code, some) for name, code in _WORK.items()]
    work += [(name, code, markup) for name, code in _PAGES.items()]
    rows = [_row(name, given, _passes(tree, code, given)) for name, code, given in work]
    rows.append(_row("the first call of a process", [], _first_calls(tree)))
    columns = ("", "MB", "before, ms", "after, ms", "times as fast", "found before", "found after")
    title = f"Before and after: {len(some)} texts, {len(markup)} pages, {_ROUNDS} passes in turn"
    return common.Sheet(title, columns, tuple(rows))


def _page(path: Path) -> str:
    content = path.read_bytes()
    content = gzip.decompress(content) if path.suffix == ".gz" else content
    return unicodedata.normalize("NFC", content.decode(errors="replace"))


_Passes = list[list[tuple[float, int]]]


def _row(name: str, given: Sequence[str], passes: _Passes) -> tuple[str, ...]:
    before, after = (statistics.median(seconds for seconds, _ in tree) for tree in passes)
    found = (f"{tree[-1][1]:,}" if given else "" for tree in passes)
    size = f"{common.size_of(given):.2f}" if given else ""
    return name, size, f"{1000 * before:.1f}", f"{1000 * after:.1f}", f"{before / after:.2f} ×", *found


def _passes(tree: Path, code: str, texts: Sequence[str]) -> _Passes:
    """The passes of both commits, in turn."""
    program = _PROGRAM.format(work=code, warming=_WARMING)
    with ExitStack() as stack:
        both = [stack.enter_context(_begun(program, one, texts)) for one in (tree, ROOT)]
        passes: _Passes = [[], []]
        for _ in range(_ROUNDS):
            for process, times in zip(both, passes, strict=True):
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write("\n")
                process.stdin.flush()
                times.append(json.loads(process.stdout.readline()))
    return passes


@contextmanager
def _begun(program: str, tree: Path, texts: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=_environment(tree),
    )
    with process:
        assert process.stdin is not None
        process.stdin.write(json.dumps(list(texts)) + "\n")
        process.stdin.flush()
        yield process
        process.stdin.close()


def _first_calls(tree: Path) -> _Passes:
    """Fresh processes of both commits, in turn; their modules are compiled before, as after installing."""
    with tempfile.TemporaryDirectory() as folder:
        passes: _Passes = [[], []]
        for place in range(_ROUNDS // 2 + 1):
            for one, times in zip((tree, ROOT), passes, strict=True):
                environment = _environment(one) | {"PYTHONPYCACHEPREFIX": folder}
                environment.pop("PYTHONDONTWRITEBYTECODE", None)
                command = [sys.executable, "-c", _FIRST]
                done = subprocess.run(command, check=True, capture_output=True, env=environment)
                if place:  # the first one compiled
                    times.append(json.loads(done.stdout))
    return passes


def _environment(tree: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONHASHSEED": "0"}
