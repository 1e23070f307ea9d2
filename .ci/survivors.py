"""Takes words out of the lists that rules use, one at a time, and prints those whose loss no test notices.

    python .ci/survivors.py [COUNT] [SEED] [MINUTES]
    python .ci/survivors.py LIST…

A word is one alternative in a pattern's source (``sáng|trưa|chiều``) or one entry of a list of words in
``data``. For each word, the tests for its file run on a copy of the tree without it, those first that are
quick and most likely to notice. Each runs in a process that is forked after pytest was imported, which reads
the package anew. A word that waits for a sentence (``[[waiting]]`` in ``listed_words.toml``: only the check
that the corpus names every word notices its loss) is not tried, but printed and counted apart. After MINUTES
no further word is tried.

With the names of lists (``figure_words/verb``, or ``figure_words`` for all of that file) every word of these
is tried, those that wait too, but by the sentences of the corpus alone. That takes half a second a word, as
nothing is copied: the package is read anew in a forked process that gets the file without the word.
"""

import importlib
import os
import random
import re
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

TOP = Path(__file__).parents[1]
#: The tests for the words of a package or file; the first entry that its path begins with counts.
TESTS = {
    "vnmedia/data/time_words": ("tests/corpus/test_time_words.py",),
    "vnmedia/data/time": ("tests/corpus/test_date.py", "tests/unit/dates"),
    "vnmedia/dates/": ("tests/corpus/test_date.py", "tests/corpus/test_time_words.py", "tests/unit/dates"),
    "vnmedia/data/instrument_words": ("tests/corpus/test_instruments.py", "tests/unit/instruments"),
    "vnmedia/instruments/": ("tests/corpus/test_instruments.py", "tests/unit/instruments"),
    "vnmedia/data/figure": (
        "tests/corpus/test_qualifiers.py",
        "tests/corpus/test_statistic.py",
        "tests/unit/statistics",
    ),
    "vnmedia/statistics/": ("tests/corpus/test_statistic.py", "tests/unit/statistics"),
    "vnmedia/data/agency_words": ("tests/corpus/test_agency.py", "tests/unit/agencies"),
    "vnmedia/agencies/": ("tests/corpus/test_agency.py", "tests/unit/agencies"),
    "vnmedia/numbers/": ("tests/corpus/test_facts_numbers.py", "tests/unit/test_numbers.py"),
    "vnmedia/officials/": ("tests/unit/test_officials.py",),
    "vnmedia/data/clause": ("tests/corpus/test_clauses.py", "tests/unit/test_links.py"),
    "vnmedia/clauses/": ("tests/corpus/test_clauses.py", "tests/unit/test_links.py"),
    "vnmedia/data/link": ("tests/corpus/test_holders.py", "tests/unit/test_links.py"),
    "vnmedia/links/": ("tests/corpus/test_holders.py", "tests/unit/test_links.py"),
    "vnmedia/data/document_words": ("tests/unit/documents",),
    "vnmedia/data/office_words": ("tests/unit/test_officials.py",),
    "vnmedia/documents/": ("tests/unit/documents",),
}
#: Of the named patterns' and the rules' examples, which fail soonest.
QUICK = ("tests/contract/test_patterns.py", "tests/contract/test_kinds.py")
#: The sentences for the words of the lists in ``data``.
SENTENCES = "tests/corpus/test_listed_words.py::test_a_word_decides_what_is_read"
#: Taken from tests that read no sentence, or the same sentences by other means.
OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=quick"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what was imported before the fork
    *("-k", "not independent_reader and not hostile"),
)
CORPUS = tomllib.loads((TOP / "tests/corpus/listed_words.toml").read_text(encoding="utf-8"))
_ALTERNATIVES = re.compile(r'(?<=[|(:>"])[^\W\d_]+(?: [^\W\d_]+)*(?=[|)"])')
_ENTRY = re.compile(
    r'(?<=[\[ ])"[^"\n]+",|(?<= )"[^"\n]+"(?= ?\])|(?<=^words = \[)"[^"\n]+"(?=\])', re.MULTILINE
)


@attrs.frozen
class Word:
    """A word that can be taken out: its file, and where it begins and ends with its separator."""

    path: Path
    start: int
    end: int

    @property
    def name(self) -> str:
        """The file's path below ``src``."""
        return self.path.relative_to(TOP / "src").as_posix()

    @property
    def text(self) -> str:
        """The word, without its separator."""
        return self.path.read_text(encoding="utf-8")[self.start : self.end].strip('|",')

    @property
    def list(self) -> str:
        """The list in ``data`` that it stands in, with its file."""
        ids = re.findall(r'^id = "(.*)"', self.path.read_text(encoding="utf-8")[: self.start], re.MULTILINE)
        return f"{self.path.stem}/{ids[-1] if ids else ''}"

    def __str__(self) -> str:
        line = self.path.read_text(encoding="utf-8").count("\n", 0, self.start) + 1
        return f"{self.path.relative_to(TOP)}:{line}: {self.text}"


def words() -> Iterator[Word]:
    """Every word that can be taken out."""
    for path in sorted((TOP / "src" / "vnmedia").rglob("*")):
        name = path.relative_to(TOP / "src").as_posix()
        if not any(name.startswith(start) for start in TESTS):
            continue
        text = path.read_text(encoding="utf-8") if path.suffix in (".py", ".toml") else ""
        for match in (_ALTERNATIVES if path.suffix == ".py" else _ENTRY).finditer(text):
            start, end = match.span()
            if path.suffix == ".py":
                if text[end] != "|" and text[start - 1] != "|":
                    continue  # a group of one word is not a list
                start, end = (start, end + 1) if text[end] == "|" else (start - 1, end)
            yield Word(path, start, end)


def has(part: str, word: Word) -> bool:
    """Whether that *part* of the corpus, ``frame`` or ``waiting``, has the word for its list."""
    return any(word.text in listed["words"] for listed in CORPUS[part] if listed["list"] == word.list)


def steps(word: Word) -> Iterator[tuple[str, ...]]:
    """The tests for *word*, those that notice soonest first."""
    known = next(tests for known, tests in TESTS.items() if word.name.startswith(known))
    if word.path.suffix == ".py":
        yield (QUICK[0],)
        yield (QUICK[1],)
    else:
        numbered = [frame["words"] for frame in CORPUS["frame"] if frame["list"] == word.list]
        escaped = word.list.encode("unicode_escape").decode()  # as pytest writes it
        yield from (
            (f"{SENTENCES}[{escaped}{number if len(numbered) > 1 else ''}]",)
            for number, listed in enumerate(numbered)
            if word.text in listed
        )
    for tests in known:
        yield (tests,)


def fails(tree: Path, tests: tuple[str, ...]) -> bool:
    """Whether one of *tests* fails in *tree*, in a process of its own."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    with open(os.devnull, "w") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    os.chdir(tree)
    sys.path.insert(0, str(tree / "src"))
    os._exit(pytest.main([*OPTIONS, *tests]))


def is_noticed(tree: Path, word: Word, sound: set[tuple[str, ...]]) -> bool:
    """Whether one of the tests for *word* fails without it; *sound* are those seen to pass with it."""
    changed = tree / "src" / word.name
    before = changed.read_text(encoding="utf-8")
    for tests in steps(word):
        changed.write_text(before[: word.start] + before[word.end :], encoding="utf-8")
        try:
            is_noticed = fails(tree, tests)
        finally:
            changed.write_text(before, encoding="utf-8")
        if is_noticed:
            if tests not in sound and fails(tree, tests):
                sys.exit(f"These fail with every word in its place: {' '.join(tests)}")
            sound.add(tests)
            return True
    return False


def is_seen(word: Word) -> bool:
    """Whether a sentence of the corpus for *word* is read otherwise without it."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    files = importlib.import_module("vnmedia.registries.files")
    content_of, changed = files.content_of, word.name.removeprefix("vnmedia/data/")
    text = word.path.read_text(encoding="utf-8")
    less = (text[: word.start] + text[word.end :]).encode()
    vars(files)["content_of"] = lambda file: less if file == changed else content_of(file)
    try:
        for frame in CORPUS["frame"]:
            if frame["list"] == word.list and word.text in frame["words"]:
                listed = importlib.import_module("tests.corpus.test_listed_words")
                listed.test_a_word_decides_what_is_read(frame | {"words": [word.text]})
        qualifiers = importlib.import_module("tests.corpus.test_qualifiers")
        for row in qualifiers.ROWS:
            if word.list == f"figure_words/{row['qualifier']}" and word.text == row["word"]:
                qualifiers.test_a_word_before_a_figure_says_how_exact_it_is(row)
    except Exception:  # noqa: BLE001 (whatever fails, fails a test)
        os._exit(1)
    os._exit(0)


def try_lists(names: list[str]) -> None:
    """Tries every word of the lists *names* by the sentences of the corpus."""
    sys.path[:0] = [str(TOP / "src"), str(TOP)]
    for module in ("vnmedia.registries.agencies", "vnmedia.registries.units", "vnmedia.model", "tomllib"):
        importlib.import_module(module)
    chosen = [
        word
        for word in words()
        if word.path.suffix == ".toml" and any(f"{word.list}/".startswith(f"{name}/") for name in names)
    ]
    unseen = 0
    for word in chosen:
        if not is_seen(word):
            unseen += 1
            print(f"{word}{' waits for a sentence' if has('waiting', word) else ''}", flush=True)
    print(f"{unseen} of {len(chosen)} words decide in no sentence of the corpus")


def main() -> None:
    """Try COUNT words, or those of the lists."""
    if any(not argument.isdecimal() for argument in sys.argv[1:]):
        try_lists(sys.argv[1:])
        return
    given = [int(argument) for argument in sys.argv[1:]]
    count, seed, minutes = (*given, *(50, 0, 30)[len(given) :])
    end = time.monotonic() + minutes * 60
    everything = list(words())
    chosen = random.Random(seed).sample(everything, min(count, len(everything)))
    sys.dont_write_bytecode = False  # what is kept is read by the next process
    for module in ("hypothesis.strategies", "cattrs.preconf.json", "dateutil.parser"):
        importlib.import_module(module)
    tried, survived, named = 0, 0, 0
    sound: set[tuple[str, ...]] = set()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(TOP, tree, ignore=shutil.ignore_patterns(".git", ".venv", "*_cache", "__pycache__"))
        for word in chosen:
            if time.monotonic() > end:
                break
            tried += 1
            if has("waiting", word):
                named += 1
                print(f"{word} waits for a sentence", flush=True)
            elif not is_noticed(tree, word, sound):
                survived += 1
                print(word, flush=True)
    print(f"{survived} of {tried} words can go unnoticed; {named} wait for a sentence (of {len(everything)})")


if __name__ == "__main__":
    main()
