"""brat, CoNLL and spaCy's DocBin: what is written is read back, over any article."""

import pytest
from hypothesis import assume, given
from strategies import articles
from texts import texts

from vnmedia import SerializationError, parse_article
from vnmedia.model import KINDS, Article
from vnmedia.serializers.brat import from_brat, to_brat
from vnmedia.serializers.conll import from_conll, to_conll


@pytest.mark.slow
@given(articles())
def test_brat_gives_equal_mentions_back(article: Article) -> None:
    """With their values; the text is the article's. No finder gives a mention that ends in a line break."""
    assume(all(mention.quote == mention.quote.strip("\n") for mention in article.mentions))
    text, annotations = to_brat(article)
    read = from_brat(text, annotations)
    assert text == article.text
    assert len(read) == len(article.mentions)
    assert {each.mention for each in read} == set(article.mentions)
    assert all(each.mention is not None and each.label == each.mention.kind for each in read)


@given(texts)
def test_conll_gives_the_spans_of_every_kind_back(text: str) -> None:
    """Whatever the text; tokens are cut where a mention ends."""
    article = parse_article(text)
    spans = from_conll(to_conll(article))
    assert spans == {kind: tuple(m.span for m in article.mentions if m.kind == kind) for kind in KINDS}


@given(texts)
def test_the_tokens_are_the_text_without_its_space(text: str) -> None:
    """No sign is lost."""
    article = parse_article(text)
    rows = [line.split("\t") for line in to_conll(article).split("\n") if line]
    assert "".join(row[0] for row in rows) == "".join(article.text.split())


@pytest.mark.parametrize(
    "annotations",
    ["T1\tagency 0 99\tBộ Y tế", "T1\tagency 0 7\tBộ Công an", "T1\tagency x\tBộ", "T1\tagency 5 5\t"],
)
def test_annotations_that_do_not_fit_the_text_are_refused(annotations: str) -> None:
    """Offsets beyond the text, other words, no offsets, an empty stretch; the error names the line."""
    with pytest.raises(SerializationError, match="line 1"):
        from_brat("Bộ Y tế họp", annotations)


def test_what_an_annotator_marked_is_read_without_a_value() -> None:
    """Fragments are one stretch; relations and an annotator's notes are passed over."""
    lines = "T1\tbody 0 2;3 7\tBộ Y tế\nR1\tof Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes T1\tsure?\n"
    (read,) = from_brat("Bộ\nY tế họp", lines)
    assert (read.label, read.span.start, read.span.end, read.mention) == ("body", 0, 7, None)


@pytest.mark.parametrize(
    "line",
    ["Bộ\t0\t2", "Bộ\tx\t2\tO", "Bộ\t0\t2\tB-date", "Bộ\t0\t2\tI-agency", "Bộ\t0\t2\tO\nY\t3\t4\tI-agency"],
)
def test_columns_that_are_not_iob2_are_refused(line: str) -> None:
    """Too few columns, no offsets, another kind's label, an inside that follows no beginning."""
    with pytest.raises(SerializationError, match="line"):
        from_conll(line, ["agency"])


def test_kinds_are_checked() -> None:
    """A kind that is none is an error that names those there are."""
    with pytest.raises(ValueError, match="agency"):
        to_conll(parse_article("Hà Nội"), ["body"])


@given(texts)
def test_spacy_reads_every_mention_back(text: str) -> None:
    """As a span that holds it, widened to whole tokens at most; entities do not overlap."""
    spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
    docbin = pytest.importorskip("vnmedia.serializers.docbin")
    article = parse_article(text, id="a")
    nlp = spacy.blank("xx")
    written = docbin.to_docbin([article], language="xx").to_bytes()
    (doc,) = spacy.tokens.DocBin().from_bytes(written).get_docs(nlp.vocab)
    assert doc.text == article.text
    assert len(doc.spans["sc"]) == len(article.mentions)
    for span, mention in zip(doc.spans["sc"], article.mentions, strict=True):
        assert span.label_ == mention.kind
        assert span.start_char <= mention.start < mention.end <= span.end_char
        assert mention.start - span[0].idx < len(span[0])
    ends = [0, *(entity.end for entity in doc.ents)]
    assert all(end <= entity.start for end, entity in zip(ends, doc.ents, strict=False))
