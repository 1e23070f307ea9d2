"""For the type checker alone: what the public functions give."""

import datetime as dt
from decimal import Decimal
from typing import assert_type

import vnmedia
from vnmedia import Agency, Article, Citation, InstrumentDocument, Mention, Statistic, TimeExpression

article = vnmedia.parse_article("Hà Nội", id="x", published=dt.date(2020, 12, 17))
assert_type(article, Article)
assert_type(article.dates, tuple[Mention[TimeExpression], ...])
assert_type(article.instruments[0].value, Citation)
assert_type(vnmedia.find_agencies("x", published=dt.date(2020, 1, 1)), tuple[Mention[Agency], ...])
assert_type(vnmedia.find_statistics("x")[0].value, Statistic)
assert_type(vnmedia.parse_number("1"), Decimal)
assert_type(vnmedia.parse_date("17/12", prefer="past"), TimeExpression)
assert_type(vnmedia.parse_datetime("17/12/2020"), dt.datetime)
assert_type(vnmedia.resolve_agency("Bộ Y tế"), Agency)
assert_type(vnmedia.loads(vnmedia.dumps(article)), Article)
document = vnmedia.parse_instrument_document("Số: 1/QĐ-TTg")
assert_type(document, InstrumentDocument)
assert_type(document.citations, tuple[Mention[Citation], ...])
assert_type(vnmedia.annotate(article, "<b>", kinds=["date"]), str)
assert_type(vnmedia.annotate(document, lambda mention: vnmedia.Tag(name="b"), html="<p>"), str)
