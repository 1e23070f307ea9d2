"""Unit tests of the rule engine, of how patterns begin, and of the scan for those beginnings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia.grammar import Grammar, Rule, word_scanner
from vnmedia.grammar.openings import ANY, openings
from vnmedia.text import TextView


def rule(name: str, pattern: str, build=re.Match.group) -> Rule[str]:
    return Rule(name=name, pattern=pattern, build=build, examples=("x",))


def test_the_longest_match_wins_and_the_earlier_rule_among_equals() -> None:
    """Length decides, then the order of the rules."""
    grammar = Grammar([rule("short", r"năm \d+"), rule("long", r"năm \d+ \w+"), rule("same", r"năm \d+ nay")])
    assert [(f.rule.name, f.candidate) for f in grammar.find(TextView("Năm 2020 nay"))] == [
        ("long", "năm 2020 nay")
    ]


def test_a_build_that_gives_none_leaves_the_place_to_other_rules() -> None:
    """Words that only look like a form are left to the next rule, or to a later head."""
    grammar = Grammar([rule("never", r"\d+ \w+", lambda _match: None), rule("number", r"\d+")])
    assert [f.candidate for f in grammar.find(TextView("12 tháng 5"))] == ["12", "5"]


@pytest.mark.parametrize("word", ["Năm", "", "(a", "a "])
def test_a_head_is_words_in_lower_case(word: str) -> None:
    """Anything else is refused when the rules are put together."""
    with pytest.raises(ValueError, match="lower case"):
        word_scanner([word])


@pytest.mark.parametrize(
    ("pattern", "followers", "glued"),
    [
        (r"năm \d{4}", {"năm": {"0"}}, set()),
        (r"(?:các )?ngày ?\d{1,2}", {"các": {"ngày"}, "ngày": {"0"}}, {"ngày"}),
        (r"[12]\d{3}(?!\w)", {"0000": ANY}, set()),
        (r"\d{1,2}(?:/| tháng )\d", {"0": {"/", "tháng"}, "00": {"/", "tháng"}}, set()),
        (r"ngày \d{1,2}(?:/|, ?\d| tháng | \d)\d", {"ngày": {"0/", "0,", "0tháng", "00"}}, set()),
        (r"\d{3,9}h", {"000": {"h"}, "0000": {"h"}, "00000": {"h"}}, set()),
        (r"(?P<a>ba|bốn)(?!\w) ?(?:ngày|\()", {"ba": {"ngày", "("}, "bốn": {"ngày", "("}}, set()),
        (r"quý (?=i)[ivx]+", {"quý": ANY}, set()),
        (r"(?>hôm|ngày) .+", {"hôm": ANY, "ngày": ANY}, set()),
        (r"(sáng|tối)(?(1) nay| qua)", {"sáng": {"nay", "qua"}, "tối": {"nay", "qua"}}, set()),
        (r"(đêm) (?P=n)".replace("(đêm)", "(?P<n>đêm)"), {"đêm": ANY}, set()),
    ],
)
def test_how_a_pattern_begins(pattern: str, followers: dict, glued: set) -> None:
    """The first word or run of digits with what can follow it; what may be much is anything."""
    found = openings(pattern)
    assert found.followers == {
        head: after if after is ANY else frozenset(after) for head, after in followers.items()
    }
    assert found.glued == glued


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [(r"(?:ngày)?", "nothing"), (r"\w+ ngày", "any word"), (r"\(?ngày", "a mark"), (r"[^a]x", "any word")],
)
def test_a_pattern_that_can_begin_anywhere_is_refused(pattern: str, reason: str) -> None:
    """Such a rule would be tried at each word, or never."""
    with pytest.raises(ValueError, match=reason):
        openings(pattern)


heads_of_some_words = st.text("ab ă", min_size=1, max_size=5).filter(lambda text: text == text.strip())


@given(
    st.sets(heads_of_some_words, max_size=6),
    st.sets(heads_of_some_words, max_size=2),
    st.sets(st.sampled_from(["a1", "ă 1", "b.", "a b ."]), max_size=2),
    st.text("abă .1_", max_size=40),
)
def test_all_scanners_find_whole_words(heads: set[str], glued: set[str], begun: set[str], text: str) -> None:
    """The first scans, the accelerated ones and the standard library's agree: at each place the longest."""
    wanted = []
    forms = [rf"\b{head}\b" for head in heads | glued] + [rf"\b{head}(?=[0-9])" for head in glued]
    forms += [rf"\b{re.escape(head)}" for head in begun]
    for start in range(len(text)):
        ends = [match.end() for form in forms if (match := re.compile(form).match(text, start))]
        if ends:
            wanted.append((start, max(ends)))
    for accelerate in (True, False):
        scanner = word_scanner(heads | glued, glued, begun, accelerate=accelerate)
        assert scanner(text) == wanted
        scanner(" " * 4000)
        assert scanner(text) == wanted


def test_what_can_follow_a_head_says_which_rules_are_tried() -> None:
    """The rules that a head and the word after it leave are tried; where they fail, the words inside."""
    grammar = Grammar([rule("days", r"các ngày \d"), rule("any", r"các ngày lễ"), rule("day", r"ngày ?\d\d")])
    text = "Các ngày 3, các ngày lễ, các ngày 12, ngày31"
    found = [(hit.rule.name, hit.candidate) for hit in grammar.find(TextView(text))]
    assert found == [
        ("days", "các ngày 3"),
        ("any", "các ngày lễ"),
        ("days", "các ngày 1"),
        ("day", "ngày31"),
    ]


def test_the_length_of_a_run_of_digits_and_what_follows_it_say_which_rules_are_tried() -> None:
    """A day, a year, a number of any length, each where its digits and the mark after them fit.

    No pattern reads part of a run.
    """
    rules = [
        rule("date", r"\d{1,2}/\d+"),
        rule("length", r"\d+ năm"),
        rule("year", r"\d{4}"),
        rule("long", r"\d{6,}"),
    ]
    view = TextView("1/2 3 năm 4 xã 2020, 6 1234567 12345")
    assert [hit.rule.name for hit in Grammar(rules).find(view)] == ["date", "length", "year", "long"]


def test_a_rule_that_reads_in_place_of_a_pattern_is_in_no_grammar() -> None:
    """It begins at no word that could be searched; its kind finds it."""
    reading = Rule(name="capitals", read=lambda view, start: None, examples=("UBND",))
    with pytest.raises(ValueError, match="nothing"):
        Grammar([reading, rule("number", r"\d+")])


def test_many_rules_of_one_head_are_tried_as_if_each_were_alone() -> None:
    """The longest wins and the earlier among equals, however many rules begin with the same word."""
    endings = [*"abcdefghij", "k k", "k"]
    rules = [
        Rule(
            name=f"{number}",
            pattern=rf"số (?P<ending>{ending})(?!\w)",
            build=lambda match: match["ending"],
            examples=(f"số {ending}",),
        )
        for number, ending in enumerate([*endings, "k", r"m (?P<same>m)(?: (?P=same))*"])
    ]
    view = TextView("số a, số x, số k k, số k, số m m m, số j")
    found = [(hit.rule.name, view.lower[hit.start : hit.end]) for hit in Grammar(rules).find(view)]
    assert found == [("0", "số a"), ("10", "số k k"), ("11", "số k"), ("13", "số m m m"), ("9", "số j")]


@given(
    st.lists(st.integers(0, 60), max_size=12).map(sorted),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6),
)
def test_numbers_in_taken_places_are_left_out(starts: list[int], places: list[tuple[int, int]]) -> None:
    """Words are found, and the digits that begin in none of the places, which may overlap."""
    taken = sorted((start, start + length) for start, length in places)
    characters = [" "] * 130
    for start in starts:
        characters[start * 2] = "x" if start % 3 else "7"
    view = TextView("".join(characters).rstrip() or "x")
    grammar = Grammar([rule("word", "x"), rule("number", r"\d")])
    found = [hit.start for hit in grammar.find(view, taken)]
    assert found == [
        place
        for place, character in enumerate(view.lower)
        if character == "x" or (character == "7" and not any(start <= place < end for start, end in taken))
    ]


def test_what_follows_a_number_says_which_rules_are_tried() -> None:
    """After a word and a number, the mark or word after it, a second number, or whatever stands there."""
    rules = [
        rule("day and month", r"ngày \d{1,2}/\d+"),
        rule("days", r"ngày \d{1,2} và \d+"),
        rule("cells", r"ngày \d{1,2}  \d+"),
        rule("day", r"ngày \d{1,2}"),
    ]
    view = TextView("ngày 1/2, ngày 3 và 4, ngày 5  6, ngày 7 x, ngày 8")
    found = [hit.rule.name for hit in Grammar(rules).find(view)]
    assert found == ["day and month", "days", "cells", "day", "day"]
