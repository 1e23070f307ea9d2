"""What holds for every finder over any text."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from texts import PIECES, texts

import vnmedia
from vnmedia.mentions import KINDS, find
from vnmedia.model import Context

contexts = st.sampled_from(
    [Context(), Context(published=dt.date(2020, 12, 17)), Context(published=dt.date(2025, 9, 1))]
)


@given(texts, contexts)
def test_find_never_raises_and_spans_give_the_quotes(text: str, context: Context) -> None:
    """Over any text: no error, spans give quotes, mentions are sorted, none of a kind overlap."""
    normal = unicodedata.normalize("NFC", text)
    found = find(text, context)
    assert [m.start for m in found] == sorted(m.start for m in found)
    ends = dict.fromkeys(KINDS, 0)
    for mention in found:
        assert normal[mention.start : mention.end] == mention.quote
        assert mention.quote.strip() == mention.quote
        if mention.kind in ends:
            assert mention.start >= ends[mention.kind]
            ends[mention.kind] = mention.end


#: What the rules of all kinds read, put together as sentences put them together.
_EXAMPLES = sorted({example for kind in KINDS.values() for rule in kind.RULES for example in rule.examples})
_GLUE = (
    " đến ",
    " - ",
    ", ",
    " và ",
    "; ",
    " của ",
    " (",
    " tới ",
    " từ ",
    "/",
    " ngày ",
    " năm ",
    " ",
    " số ",
    ".\n",
)
joined = st.lists(st.tuples(st.sampled_from(_EXAMPLES), st.sampled_from(_GLUE)), min_size=2, max_size=5).map(
    lambda parts: "".join(example + glue for example, glue in parts)
)


@examples(600)
@given(joined, contexts)
def test_what_two_rules_read_side_by_side_raises_nothing(text: str, context: Context) -> None:
    """Whatever joins and shares the parts of neighbours is total too, and so is the record of it."""
    mentions = find(text, context)
    assert all(text[mention.start : mention.end] == mention.quote for mention in mentions)


@pytest.mark.parametrize("glue", [" đến ", " - "])
def test_every_two_times_can_stand_as_a_stretch(glue: str) -> None:
    """Each rule's first example before each other's makes a value or none, with a reference and without."""
    firsts = [rule.examples[0] for rule in KINDS["date"].RULES]
    for first in firsts:
        for last in firsts:
            for context in (Context(), Context(published=dt.date(2024, 2, 29))):
                KINDS["date"].find(f"từ {first}{glue}{last}", context)


@given(texts, contexts)
def test_nfd_gives_the_same_mentions_as_nfc(text: str, context: Context) -> None:
    """The composed and the decomposed form of a text give equal mentions."""
    assert find(unicodedata.normalize("NFD", text), context) == find(
        unicodedata.normalize("NFC", text), context
    )


@given(texts)
def test_an_article_of_any_text_round_trips(text: str) -> None:
    """parse_article takes any text, keeps it, and its record reads back as an equal article."""
    article = vnmedia.parse_article(text)
    assert vnmedia.loads(vnmedia.dumps(article)) == article


@pytest.mark.parametrize("piece", PIECES)
def test_what_nobody_sees_changes_no_value(piece: str) -> None:
    """Non-breaking spaces, soft hyphens and zero-width characters leave the values as they are."""
    context = Context(published=dt.date(2020, 12, 17))
    text = f"Theo {piece} thì"
    wanted = [(m.kind, m.value) for m in find(text, context)]
    for other in (
        text.replace(" ", "\u00a0"),
        text.replace(" ", " \u200b"),
        text.replace(" ", "\u00ad "),
        "\ufeff" + text,
        text.replace("ủy", "uỷ").replace("òa", "oà"),
    ):
        assert [(m.kind, m.value) for m in find(other, context)] == wanted, other


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
def test_a_text_twice_gives_each_kind_twice(kind: str, text: str) -> None:
    """Of two copies of a text, the first holds the mentions of one: no state leaks."""
    once = KINDS[kind].find(text, Context())
    twice = KINDS[kind].find(f"{text}\n\n{text}", Context())
    assert [m.span for m in twice[: len(once)]] == [m.span for m in once]
