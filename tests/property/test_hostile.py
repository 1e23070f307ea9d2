"""Hostile texts for every rule: the time for eight times the text, in one run, is about eight times as long.

``test_work`` counts the interpreter's steps, which does not see what a regular expression does inside; here
the processor's time of this thread is compared between sizes, with room for noise. What grows with the
square of the length takes 64 times as long.
"""

import time
from collections.abc import Callable, Iterator

import pytest

import vnmedia
from vnmedia.mentions import KINDS
from vnmedia.model import Context

GROWTH = 8
LIMIT = 3 * GROWTH
NOISE = 0.02


def seconds(read: Callable[[str], object], text: str, runs: int) -> float:
    """The shortest time that *read* takes over *text*."""
    times = []
    for _ in range(runs):
        start = time.thread_time()
        read(text)
        times.append(time.thread_time() - start)
    return min(times)


def grows_with_length(read: Callable[[str], object], piece: str, size: int) -> bool:
    """Whether eight times as many of *piece* take no more than about eight times as long."""
    once = piece * max(1, size // len(piece))
    longer = once * GROWTH
    first = seconds(read, longer, 1)
    return (
        first < NOISE
        or first < LIMIT * seconds(read, once, 2)
        or (seconds(read, longer, 3) < LIMIT * seconds(read, once, 5) + NOISE)
    )


def openings(kind: str) -> Iterator[str]:
    """What the rules of *kind* begin with, and what they nearly read."""
    for rule in KINDS[kind].RULES:
        example = rule.examples[0]
        words = example.split()
        yield from (example, " ".join(words[:-1]), " ".join(words[: (len(words) + 1) // 2]), words[0])
        yield from rule.counterexamples[:1]


@pytest.mark.parametrize("kind", KINDS)
def test_repeated_openings_and_near_misses_of_each_rule(kind: str) -> None:
    """Whatever a rule begins with, a text full of it takes time in proportion to its length."""

    def read(text: str) -> object:
        return KINDS[kind].find(text, Context())

    read("khởi động")
    bad = [
        piece
        for piece in sorted({opening for opening in openings(kind) if opening.strip()})
        if not grows_with_length(read, f"{piece} ", 600)
    ]
    assert bad == []


# fmt: off
ONE_LINERS = (
    "a", " ", "\n", "1", "1.", "1 ", "a ", "A ", "đ", "(", "“", "ngày ", "5% ", "\u0301", "e\u0323\u0302 ",
    "\u200b", "\r\n", "Bộ ", "Nguyễn ", "Nguyễn\n", "01/02\n", "-", "…", "<", ": ", "Điều 5, ", "<a>",
    "&amp;", "x\n", "Ảnh: ", "TTO - ", "đến nay ", "từ nay đến ", "và ", "\ud800",
)
# fmt: on


@pytest.mark.parametrize("piece", ONE_LINERS)
def test_one_piece_again_and_again_as_an_article(piece: str) -> None:
    """Layout and all kinds together take time in proportion to the length."""
    assert grows_with_length(vnmedia.parse_article, piece, 4_000)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", "\n"])
def test_eight_million_times_one_character(piece: str) -> None:
    """A text of that size is read to its end."""
    assert len(vnmedia.parse_article(piece * 8_000_000).text) == 8_000_000


@pytest.mark.slow
def test_a_hundred_thousand_mentions() -> None:
    """They are all there, and their number costs no more than in proportion."""
    text = "Bộ Y tế, " * 100_000
    assert len(vnmedia.find_agencies(text)) == 100_000


def test_stretches_that_lead_to_now_again_and_again() -> None:
    """Joined expressions do not nest with their number."""
    assert vnmedia.find_dates("từ năm 2019 " + "đến nay " * 3000)


def test_a_record_nested_deeper_than_the_stack() -> None:
    """It is refused, not a crash."""
    for text in (
        "[" * 200_000,
        '{"a":' * 200_000,
        '{"schema": "vnmedia/2", "text": ' + "[" * 900 + "]" * 900 + "}",
    ):
        with pytest.raises(vnmedia.SerializationError):
            vnmedia.loads(text)
