"""Fuzzes one target with atheris: ``python tests/fuzz/run.py TARGET [EXECUTIONS]``.

It begins from the kept corpus, the seeds and what each rule reads. What makes the target fail is left as
``.fuzz/TARGET/crash-…``; kept in ``corpus/TARGET``, it is a test ever after.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
PAGES, PAPERS = HERE.parent / "pages", HERE.parent / "corpus" / "documents"
LONGEST = 1000
ROWS = (
    'id,text,published\n1,"Ngày 5/3/2020, Bộ Y tế họp.",2020-03-05\n',
    '{"id": 1, "text": "Ngày 5/3/2020, Bộ Y tế họp.", "published": "2020-03-05", "authors": ["Lan"]}\n',
    '[{"title": "Họp", "html": "<p>Ngày 5/3/2020</p>", "date": 1583400000}]',
    "<rss><channel><item><title>Họp</title><pubDate>Thu, 05 Mar 2020 08:00:00 GMT</pubDate></item></channel>",
    "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 \r\n\r\n",
)
sys.path.insert(0, str(HERE))

with atheris.instrument_imports(include=["vnmedia"]):
    from targets import ENDINGS, TARGETS

    import vnmedia
    from vnmedia.mentions import KINDS


def examples(name: str) -> list[bytes]:
    """What the target is known to read."""
    quotes = [text for kind in KINDS.values() for rule in kind.RULES for text in rule.examples]
    seeds = [path.read_text(encoding="utf-8") for path in sorted((HERE.parents[1] / "seeds").glob("*.txt"))]
    texts = quotes + [paragraph for seed in seeds for paragraph in seed.split("\n\n")]
    if name == "record":
        texts = [vnmedia.dumps(vnmedia.parse_article(text)) for text in quotes[::5]]
    if name == "fields":  # two bytes for the place, then the value
        values = ("", "1", "null", "[]", "{}", '"2020-02-30"')
        texts = [f"\0{chr(place)}{value}" for place in range(99) for value in values]
    if name in ("pages", "annotate"):
        texts = [page.read_text(encoding="utf-8")[:LONGEST] for page in sorted(PAGES.glob("*.html"))]
        texts += [f"<div><h1>{text}</h1><p class=time>{text}</p><p>{text}</p></div>" for text in quotes]
    if name == "rows":  # a byte for the ending, then the file
        texts = [f"{chr(ending)}{row}" for ending in range(len(ENDINGS)) for row in ROWS]
    if name == "documents":
        texts += [paper.read_text(encoding="utf-8")[:LONGEST] for paper in sorted(PAPERS.glob("**/*.txt"))]
    return [text.encode() for text in texts]


def words() -> str:
    """A dictionary of the words that rules begin with, in libFuzzer's form."""
    grammars = [kind.grammar() for kind in KINDS.values() if hasattr(kind, "grammar")]
    heads = {head for grammar in grammars for head in grammar.heads}
    escaped = ("".join(f"\\x{byte:02x}" for byte in head.encode()) for head in sorted(heads))
    return "".join(f'"{head}"\n' for head in escaped)


def main() -> None:
    """Run the target; the number of executions and of failures is printed at the end."""
    name, executions = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "20000"
    work = Path(".fuzz") / name
    shutil.rmtree(work, ignore_errors=True)
    found, start, dictionary = (work / part for part in ("found", "start", "words.dict"))
    found.mkdir(parents=True)
    start.mkdir()
    for number, example in enumerate(examples(name)):
        (start / str(number)).write_bytes(example)
    dictionary.write_text(words(), encoding="ascii")
    options = [f"-runs={executions}", f"-dict={dictionary}", f"-artifact_prefix={work}/"]
    options += ["-seed=1", "-max_len=1000", "-timeout=20", "-print_final_stats=1"]
    folders = [str(found), str(start), str(HERE / "corpus" / name)]
    atheris.Setup([sys.argv[0], *options, *folders], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
