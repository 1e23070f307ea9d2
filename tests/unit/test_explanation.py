"""What explanations say: the rules of mentions, and where the rules that gave none stopped."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnmedia
from vnmedia import explain
from vnmedia.mentions import KINDS, find
from vnmedia.model import Context
from vnmedia.text import nfc

PACKAGE = Path(vnmedia.__file__).parent
EXAMPLES = [
    (kind, rule.name, example)
    for kind, package in KINDS.items()
    for rule in package.RULES
    for example in rule.examples[:1]
]


@pytest.mark.parametrize(("kind", "name", "example"), EXAMPLES, ids=[f"{k}: {n}" for k, n, _ in EXAMPLES])
def test_an_example_is_explained_or_its_failure_is(kind: str, name: str, example: str) -> None:
    """Each rule's example names a rule of its kind that read it, or says why it is no mention alone."""
    explained = explain(example, span=example)
    assert explained.mentions or explained.failures
    for one in explained.mentions:
        assert any(made.what == "rule" for made in one.made), one


def test_every_place_that_is_named_holds_the_rule() -> None:
    """The file and line of a rule or join hold its name."""
    text = "22h17 ngày 17/12/2020, Thứ trưởng Bộ Y tế Lê Văn An ký Quyết định số 5/QĐ-BYT chi 7,5 triệu đồng."
    made = [made for one in explain(text).mentions for made in one.made if made.what in ("rule", "join")]
    assert {one.what for one in made} == {"rule", "join"}
    for one in made:
        path, _, line = one.where.partition(":")
        assert one.name in (PACKAGE / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


@pytest.mark.parametrize(
    ("text", "words", "rule", "reason"),
    [
        ("Họp ngày 31/2.", "ngày 31/2", "ngày/tháng", "no day 31 in month 2"),
        ("thắng 3-1", "3-1", "ngày/tháng", "only look like one"),
        ("Họp ngày xưa", "ngày xưa", "ngày/tháng", "other words than “xưa” are needed"),
        ("Năm 2020, xã họp", "2020", "số đếm", "belongs to the date “Năm 2020”"),
        ("Nghị định nào", "Nghị định nào", "tên loại và số", "other words than “nào” are needed"),
    ],
)
def test_a_failure_says_what_stopped_the_rule(text: str, words: str, rule: str, reason: str) -> None:
    """By the rule's name, the words that it read, and the reason."""
    failures = explain(text, span=words).failures
    assert any(failure.rule == rule and reason in failure.reason for failure in failures), failures


def test_context_is_the_inferred_fields() -> None:
    """Each field that a mention infers is explained by the same reason."""
    text = "Họp ngày 17/12. Nghị định 119/2020/NĐ-CP có hiệu lực. Giá 5 triệu."
    for one in explain(text, published="2020-12-19").mentions:
        given = {made.name: made.where for made in one.made if made.what == "context"}
        assert set(given) == set(one.mention.inferred)
        assert all(given[field].startswith(reason) for field, reason in one.mention.inferred.items())


def test_links_lead_to_the_words_that_they_name() -> None:
    """A figure's period and a citation's day are explained by the mentions that gave them."""
    text = "Năm 2019, xã chi 7,5 triệu đồng theo Quyết định số 5/QĐ-UBND ngày 2/3/2019 của UBND tỉnh Hà Nam."
    links = {
        (one.mention.kind, made.name): made.where
        for one in explain(text).mentions
        for made in one.made
        if made.what == "link"
    }
    assert links["statistic", "period"] == "“Năm 2019”"
    assert links["instrument", "date"] == "the date “ngày 2/3/2019”"
    assert links["instrument", "issuer"] == "the body “UBND tỉnh Hà Nam”"


@given(st.text(st.sampled_from("ngày 0123/thángnăm,.số Nghị định\nUBND%"), max_size=60), st.data())
def test_explaining_is_total_and_changes_nothing(text: str, data: st.DataObject) -> None:
    """Over any text and span there is an explanation, of exactly the mentions that are found."""
    text = nfc(text)
    assert tuple(one.mention for one in explain(text).mentions) == find(text, Context())
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        span = vnmedia.Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
        assert isinstance(str(explain(text, span=span)), str)


@pytest.mark.parametrize("span", ["mai", vnmedia.Span(start=0, end=99)])
def test_a_span_outside_of_the_text_is_refused(span: object) -> None:
    """Words that do not stand there, and places beyond the end."""
    with pytest.raises(ValueError, match=re.compile("stand|beyond|behind|after")):
        explain("Họp ngày 5", span=span)


def test_what_stays_open_is_said_with_what_would_tell_it() -> None:
    """The id of a name that two bodies had, the year of a day; nothing where a day is given."""
    text = "Bộ Công Thương cho biết ngày 5/3."
    opened = [made.name for one in explain(text).mentions for made in one.made if made.what == "open"]
    assert opened == ["id", "year"]
    known = explain(text, published="2020-12-19").mentions
    assert not [made for one in known for made in one.made if made.what == "open"]
