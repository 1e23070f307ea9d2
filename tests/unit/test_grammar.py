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


def test_whole_reads_all_or_nothing() -> None:
    """whole gives a candidate only where a rule reads up to the end."""
    grammar = Grammar([rule("year", ("năm",), r"năm \d{4}")])
    view = TextView("năm 2020")
    assert grammar.whole(view, 0, 8) is not None
    assert grammar.whole(view, 0, 7) is None
    assert grammar.whole(view, 3, 8) is None


@pytest.mark.parametrize("word", ["Năm", "hai từ", "", "a-b"])
def test_a_head_is_one_lower_case_word(word: str) -> None:
    """Anything else is refused when the rules are put together."""
    with pytest.raises(ValueError, match="lower case"):
        word_scanner([word])


words = st.text("abă ", min_size=1, max_size=3).filter(str.isalpha)


@given(st.sets(words, max_size=6), st.text("abă .1_", max_size=40))
def test_both_scanners_find_whole_words(heads: set[str], text: str) -> None:
    """The accelerated scan and the standard library's find the same, which is every whole word."""
    wanted = [match.span() for match in re.finditer(r"\w+", text) if match.group() in heads]
    assert word_scanner(heads)(text) == wanted
    assert word_scanner(heads, accelerate=False)(text) == wanted


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
    assert grammar.whole(TextView("UBND xã"), 0, 7) is None
    assert grammar.whole(TextView("UBND"), 0, 4) is not None


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
