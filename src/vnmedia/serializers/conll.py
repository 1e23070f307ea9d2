"""CoNLL columns with IOB2 labels, for training and scoring taggers.

One line for each token: the token, where it begins and ends in the text, and one column of labels for each
kind, since mentions of different kinds may overlap. A blank line ends a sentence. Tokens are words, numbers
and single signs, cut where a mention begins or ends, so that no label covers more than its mention.

Most readers of the format need no offsets; they read the first column and the label columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..errors import SerializationError
from ..model import KINDS, Article, Span
from ..text import sentence_ends

__all__ = ["from_conll", "to_conll"]

_TOKEN = re.compile(r"\w+|[^\w\s]")


def to_conll(article: Article, kinds: Sequence[str] = KINDS) -> str:
    """*article* as tab-separated columns: token, start, end, and the label of each of *kinds*.

    >>> import vnmedia
    >>> print(to_conll(vnmedia.parse_article("Bộ Y tế chi 5 tỷ đồng."), ["agency", "statistic"]), end="")
    Bộ	0	2	B-agency	O
    Y	3	4	I-agency	O
    tế	5	7	I-agency	O
    chi	8	11	O	O
    5	12	13	O	B-statistic
    tỷ	14	16	O	I-statistic
    đồng	17	21	O	I-statistic
    .	21	22	O	O
    <BLANKLINE>

    Raises:
        ValueError: One of *kinds* is not a kind.
    """
    unknown = sorted(set(kinds) - set(KINDS))
    if unknown:
        raise ValueError(f"kinds: {unknown[0]!r} is not one of {', '.join(KINDS)}")
    tokens = list(_tokens(article.text, (m.span for m in article.mentions if m.kind in kinds)))
    labels = [_labels(tokens, kind, (m.span for m in article.mentions if m.kind == kind)) for kind in kinds]
    ends = sentence_ends(article.text)
    lines: list[str] = []
    for index, (start, end) in enumerate(tokens):
        if lines and bisect_left(ends, end) != bisect_left(ends, tokens[index - 1][1]):
            lines.append("")
        lines.append(
            "\t".join([article.text[start:end], str(start), str(end), *(column[index] for column in labels)])
        )
    return "".join(f"{line}\n" for line in [*lines, ""]) if lines else ""


def from_conll(lines: str, kinds: Sequence[str] = KINDS) -> dict[str, tuple[Span, ...]]:
    """The spans of each of *kinds* that the columns of ``to_conll`` mark.

    >>> from_conll("Bộ\\t0\\t2\\tB-agency\\nY\\t3\\t4\\tI-agency\\n\\n", ["agency"])
    {'agency': (Span(start=0, end=4),)}

    Raises:
        SerializationError: A line has other columns, or a label is not IOB2.
    """
    found: dict[str, list[Span]] = {kind: [] for kind in kinds}
    before: dict[str, str] = {}
    for number, line in enumerate(lines.split("\n"), 1):
        if not line:
            continue
        token, labels = _row(line, number, len(kinds))
        for kind, label in zip(kinds, labels, strict=True):
            if label == f"B-{kind}":
                found[kind].append(token)
            elif label == f"I-{kind}" and before.get(kind, "O") != "O":
                found[kind][-1] = Span(start=found[kind][-1].start, end=token.end)
            elif label != "O":
                reason = f"{label!r} is no label of {kind}, or follows none"
                raise SerializationError([(f"line {number}", reason)])
            before[kind] = label
    return {kind: tuple(spans) for kind, spans in found.items()}


def _tokens(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Where each token begins and ends; tokens are cut where *spans* begin or end."""
    cuts = sorted({end for span in spans for end in (span.start, span.end)})
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        inside = cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]
        yield from pairwise([start, *inside, end])


def _labels(tokens: Sequence[tuple[int, int]], kind: str, spans: Iterable[Span]) -> list[str]:
    labels = ["O"] * len(tokens)
    for span in spans:
        first, last = bisect_left(tokens, (span.start, 0)), bisect_left(tokens, (span.end, 0))
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)] if last > first else []
    return labels


def _row(line: str, number: int, kinds: int) -> tuple[Span, list[str]]:
    """The token of a line and its labels, one for each kind."""
    cells = line.split("\t")
    if len(cells) != kinds + 3 or not (cells[1].isdecimal() and cells[2].isdecimal()):
        raise SerializationError([(f"line {number}", f"{kinds + 3} columns are needed: {line!r:.80}")])
    return Span(start=int(cells[1]), end=int(cells[2])), cells[3:]
