"""Unit tests of the spaCy component."""

import datetime as dt
import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.property.texts import texts

import vnmedia

spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")

from vnmedia import spacy_component  # noqa: E402

TEXT = "Sáng 17/12, Bộ Y tế cho biết đã chi hơn 7,5 triệu đồng."


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("xx")
    made.add_pipe("vnmedia", config={"published": "2020-12-19"})
    return made


def test_the_spans_are_the_mentions(nlp) -> None:
    """Each mention is a span with its kind and value, and the context's day is reckoned from."""
    doc = nlp(TEXT)
    found = vnmedia.parse_article(TEXT, published=dt.date(2020, 12, 19)).mentions
    assert [(span.text, span.label_) for span in doc.spans["vnmedia"]] == [(m.quote, m.kind) for m in found]
    assert [value for _, value in doc._.vnmedia] == [m.value for m in found]
    assert doc._.vnmedia[0][1].start == dt.date(2020, 12, 17)


def test_a_document_may_state_its_own_day(nlp) -> None:
    """What a document states comes before the setting."""
    doc = nlp.make_doc(TEXT)
    doc._.vnmedia_published = dt.date(2018, 12, 19)
    assert nlp(doc)._.vnmedia[0][1].start == dt.date(2018, 12, 17)


@given(
    st.text(
        alphabet="aăâđeêoôơuưy\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b17/ \u1100\u1161\u11a8",
        max_size=30,
    )
)
@examples(200)
def test_places_lead_from_nfc_to_the_text(text: str) -> None:
    """Up to the place of each character that begins anew, the text in NFC is the NFC text."""
    places = spacy_component._places(text)
    composed = unicodedata.normalize("NFC", text)
    assert len(places) == len(composed) + 1
    assert (places[0], places[-1]) == (0, len(text))
    for place in range(1, len(places)):
        if places[place] != places[place - 1]:
            assert unicodedata.normalize("NFC", text[: places[place]]) == composed[:place]


def test_decomposed_text_gives_the_same_values(nlp) -> None:
    """In NFD the spans stand at the same words."""
    doc = nlp(unicodedata.normalize("NFD", TEXT))
    plain = nlp(TEXT)
    assert [value for _, value in doc._.vnmedia] == [value for _, value in plain._.vnmedia]
    shown = [unicodedata.normalize("NFC", span.text) for span in doc.spans["vnmedia"]]
    assert shown == [span.text for span in plain.spans["vnmedia"]]


@given(text=texts)
@examples(60)
def test_any_text_has_the_spans_of_its_mentions(nlp, text: str) -> None:
    """Whatever the text, each span covers its mention's quote and bears its value."""
    doc = nlp(text)
    found = vnmedia.parse_article(text, media_type="text/plain", published=dt.date(2020, 12, 19)).mentions
    given_back = doc._.vnmedia
    assert [value for _, value in given_back] == [m.value for m in found]
    for (span, _), mention in zip(given_back, found, strict=True):
        assert mention.quote in unicodedata.normalize("NFC", span.text)


def test_a_document_comes_back_from_bytes(nlp) -> None:
    """The spans and their values are kept when a document is stored."""
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [value for _, value in again._.vnmedia] == [value for _, value in doc._.vnmedia]


def test_the_entry_point_names_the_factory() -> None:
    """spaCy finds the component by the name that the package registers."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    module, _, name = project["project"]["entry-points"]["spacy_factories"]["vnmedia"].partition(":")
    assert module == spacy_component.__name__
    assert getattr(spacy_component, name) is spacy_component.make
