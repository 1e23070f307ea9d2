"""TIMEX3: the document is valid TimeML 1.2.1, as far as it uses it."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.property.strategies import articles
from tests.unit.serializers.samples import HOSTILE, ORDINARY, SEEDS

from vnmedia import Article
from vnmedia.serializers.timex3 import to_timex3

etree = pytest.importorskip("lxml.etree", reason="the extra html is not installed")

#: What the specification says of documents that hold time expressions alone.
TIMEML = etree.DTD(
    StringIO("""
    <!ELEMENT TimeML (DOCID?, DCT?, TITLE?, EXTRAINFO?, TEXT)>
    <!ELEMENT DOCID (#PCDATA)>
    <!ELEMENT DCT (#PCDATA|TIMEX3)*>
    <!ELEMENT TITLE (#PCDATA)>
    <!ELEMENT EXTRAINFO (#PCDATA)>
    <!ELEMENT TEXT (#PCDATA|TIMEX3)*>
    <!ELEMENT TIMEX3 (#PCDATA)>
    <!ATTLIST TIMEX3
        tid                 ID                          #REQUIRED
        type                (DATE|TIME|DURATION|SET)    #REQUIRED
        value               CDATA                       #REQUIRED
        mod                 (BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|
                             EQUAL_OR_MORE|START|MID|END|APPROX) #IMPLIED
        beginPoint          IDREF                       #IMPLIED
        endPoint            IDREF                       #IMPLIED
        quant               CDATA                       #IMPLIED
        freq                CDATA                       #IMPLIED
        functionInDocument  (CREATION_TIME|EXPIRATION_TIME|MODIFICATION_TIME|PUBLICATION_TIME|RELEASE_TIME|
                             RECEPTION_TIME|NONE)       "NONE"
        temporalFunction    (true|false)                "false"
        valueFromFunction   IDREF                       #IMPLIED
        anchorTimeID        IDREF                       #IMPLIED
        comment             CDATA                       #IMPLIED>
    """)
)


@pytest.mark.slow
@given(articles() | st.sampled_from([ORDINARY, HOSTILE, Article(text=""), *SEEDS]))
@examples(80)
def test_what_is_written_is_timeml(article: Article) -> None:
    """Every tag has a type and a value of its own, and points to tags that there are."""
    tree = etree.fromstring(to_timex3(article).encode())
    assert TIMEML.validate(tree), TIMEML.error_log.filter_from_errors()
