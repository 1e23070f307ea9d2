"""Unit tests of the rule engine and of the scan for heads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia.grammar import DIGIT, Grammar, Rule, word_scanner
from vnmedia.text import TextView


def rule(name: str, heads: tuple[str, ...], pattern: str, build=re.Match.group) -> Rule[str]:
    return Rule(name=name, heads=heads, pattern=pattern, build=build, examples=("x",))


def test_the_longest_match_wins_and_the_earlier_rule_among_equals() -> None:
    """Length decides, then the order of the rules."""
    grammar = Grammar(
        [
            rule("short", ("năm",), r"năm \d+"),
            rule("long", ("năm",), r"năm \d+ \w+"),
            rule("same", ("năm",), r"năm \d+ nay"),
        ]
    )
    assert [(f.rule.name, f.candidate) for f in grammar.find(TextView("Năm 2020 nay"))] == [
        ("long", "năm 2020 nay")
    ]


def test_a_build_that_gives_none_leaves_the_place_to_other_rules() -> None:
    """Words that only look like a form are left to the next rule, or to a later head."""
    grammar = Grammar(
        [rule("never", (DIGIT,), r"\d+ \w+", lambda _match: None), rule("number", (DIGIT,), r"\d+")]
    )
    assert [f.candidate for f in grammar.find(TextView("12 tháng 5"))] == ["12", "5"]


@pytest.mark.parametrize("word", ["Năm", "", "(a", "a "])
def test_a_head_is_words_in_lower_case(word: str) -> None:
    """Anything else is refused when the rules are put together."""
    with pytest.raises(ValueError, match="lower case"):
        word_scanner([word])


heads_of_some_words = st.text("ab ă", min_size=1, max_size=5).filter(lambda text: text == text.strip())


@given(st.sets(heads_of_some_words, max_size=6), st.text("abă .1_", max_size=40))
def test_both_scanners_find_whole_words(heads: set[str], text: str) -> None:
    """The accelerated scan and the standard library's agree: at each place the longest."""
    wanted = []
    for start in range(len(text)):
        ends = [match.end() for head in heads if (match := re.compile(rf"\b{head}\b").match(text, start))]
        if ends:
            wanted.append((start, max(ends)))
    assert word_scanner(heads)(text) == wanted
    assert word_scanner(heads, accelerate=False)(text) == wanted


def test_a_head_of_several_words_leaves_the_rules_of_its_beginning() -> None:
    """What begins with ``các ngày`` begins with ``các``; what stands inside is tried where that fails."""
    grammar = Grammar(
        [
            rule("days", ("các ngày",), r"các ngày \d"),
            rule("any", ("các",), r"các ngày lễ"),
            rule("day", ("ngày",), r"ngày \d\d"),
        ]
    )
    text = "Các ngày 3, các ngày lễ, các ngày 12"
    found = [(hit.rule.name, hit.candidate) for hit in grammar.find(TextView(text))]
    assert found == [("days", "các ngày 3"), ("any", "các ngày lễ"), ("days", "các ngày 1")]


def test_a_gate_with_names_says_which_rules_are_tried() -> None:
    """A rule of ``0:mark`` is tried where the part ``mark`` of the gate matched, one of ``0`` always."""
    rules = [
        rule("date", (f"{DIGIT}:mark",), r"\d+/\d+"),
        rule("length", (f"{DIGIT}:unit",), r"\d+ năm"),
        rule("number", (DIGIT,), r"\d+"),
    ]
    grammar = Grammar(rules, {DIGIT: r"\d+(?:(?P<mark>/)|(?P<unit> \w)|,)"})
    view = TextView("1/2 3 năm 4 xã 5, 6")
    assert [hit.rule.name for hit in grammar.find(view)] == ["date", "length", "number", "number"]
    with pytest.raises(ValueError, match="number"):
        Grammar([rule("number", (f"{DIGIT}:word",), r"\d+")], {DIGIT: r"(?P<mark>\d)"})


def test_a_rule_may_read_in_place_of_a_pattern_and_begin_at_any_word() -> None:
    """A reading rule without heads is tried at every word, on the view and its capitals."""

    def capitals(view: TextView, start: int) -> tuple[int, str] | None:
        end = start
        while view.plain[end : end + 1].isupper():
            end += 1
        return (end, view.plain[start:end]) if end > start + 1 else None

    reading = Rule(name="capitals", heads=(), read=capitals, examples=("UBND",))
    grammar = Grammar([reading, rule("number", (DIGIT,), r"\d+")])
    assert [f.candidate for f in grammar.find(TextView("Theo UBND, 12 xã"))] == ["UBND", "12"]


def test_many_rules_of_one_head_are_tried_as_if_each_were_alone() -> None:
    """The longest wins and the earlier among equals, however many rules begin with the same word."""
    endings = [*"abcdefghij", "k k", "k"]
    rules = [
        Rule(
            name=f"{number}",
            heads=("số",),
            pattern=rf"số (?P<ending>{ending})(?!\w)",
            build=lambda match: match["ending"],
            examples=(f"số {ending}",),
        )
        for number, ending in enumerate([*endings, "k", r"m (?P<same>m)(?: (?P=same))*"])
    ]
    view = TextView("số a, số x, số k k, số k, số m m m, số j")
    found = [(hit.rule.name, view.lower[hit.start : hit.end]) for hit in Grammar(rules).find(view)]
    assert found == [("0", "số a"), ("10", "số k k"), ("11", "số k"), ("13", "số m m m"), ("9", "số j")]


def test_rules_are_compiled_when_their_head_first_stands_in_a_text() -> None:
    """What no text needs costs nothing; so a broken pattern shows when it is tried."""
    grammar = Grammar([rule("whole", ("năm",), "năm"), rule("broken", ("tháng",), "(")])
    assert [found.candidate for found in grammar.find(TextView("năm"))] == ["năm"]
    with pytest.raises(re.error):
        list(grammar.find(TextView("tháng")))
