"""Unit tests of the model: impossible values are refused, and the error names the field."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal

import pytest

import vnmedia
from vnmedia import (
    Agency,
    Article,
    Block,
    Citation,
    Context,
    Duration,
    Mention,
    Span,
    Statistic,
    TimeExpression,
)
from vnmedia.model import VIETNAM

DAY = dt.date(2020, 12, 17)
#: What clocks in Saigon showed before 1906.
LOCAL_TIME = dt.timezone(dt.timedelta(hours=7, minutes=6, seconds=30))
HERE = Span(start=0, end=6)
MENTION = Mention(span=HERE, quote="Hà Nội", value=Agency(name="Hà Nội"))


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: Span(start=3, end=2), "end"),
        (lambda: Span(start=-1, end=2), "start"),
        (lambda: Span(start="1", end=2), "start"),
        (lambda: HERE.of("Hà"), "end"),
        (lambda: Mention(span=HERE, quote="Hà", value=Agency(name="x")), "quote"),
        (lambda: Mention(span=HERE, quote="Hà Nội", value="Hà Nội"), "value"),
        (lambda: TimeExpression(start=DAY, end=dt.date(2020, 12, 16)), "end"),
        (lambda: TimeExpression(start="2020-12-17"), "start"),
        (lambda: TimeExpression(start=dt.datetime(2020, 12, 17)), "start"),
        (lambda: TimeExpression(), "edtf"),
        (lambda: TimeExpression(edtf="2020", calendar="solar"), "calendar"),
        (lambda: Duration(years=-1), "years"),
        (lambda: Citation(type="Nghị định"), "type"),
        (lambda: Citation(type=" "), "type"),
        (lambda: Citation(type="luật", year="2016"), "year"),
        (lambda: Agency(name=""), "name"),
        (lambda: Agency(name="x", id="a", candidates=("a", "b")), "candidates"),
        (lambda: Statistic(unit="%"), "value"),
        (lambda: Statistic(value=1.5), "value"),
        (lambda: Statistic(value=Decimal("NaN")), "value"),
        (lambda: Statistic(value=Decimal(1), low=Decimal(1)), "value"),
        (lambda: Statistic(low=Decimal(2), high=Decimal(1)), "low"),
        (lambda: Statistic(value=Decimal(1), qualifier="maybe"), "qualifier"),
        (lambda: Context(published="17/12/2020"), "published"),
        (lambda: Context(published=20201217), "published"),
        (lambda: Context(prefer="never"), "prefer"),
        (lambda: Article(text="e\u0302"), "text"),
        (lambda: Article(text="x", published=dt.datetime(2020, 12, 17)), "published"),
        (lambda: Article(text="x", published=dt.datetime(1900, 1, 1, tzinfo=LOCAL_TIME)), "published"),
        (lambda: Article(text="x", authors="Lan Anh"), "authors"),
        (lambda: Article(text="x", blocks=(Block(kind="title", span=HERE),)), "blocks"),
        (lambda: Article(text="Huế, x", mentions=(MENTION,)), "mentions"),
        (lambda: Block(kind="box", span=HERE), "kind"),
    ],
)
def test_an_impossible_value_is_refused_by_field(build, field: str) -> None:
    """ValueError or TypeError, and the message names the field."""
    with pytest.raises((ValueError, TypeError)) as caught:
        build()
    assert re.match(rf"{field}(\[\d+\])?: ", str(caught.value))


def test_earliest_and_latest_bound_the_days() -> None:
    """Without a clock time they are the days' first and last second; with one, that minute's."""
    day = TimeExpression(start=DAY, end=DAY)
    assert (day.earliest, day.latest) == (
        dt.datetime(2020, 12, 17, tzinfo=VIETNAM),
        dt.datetime(2020, 12, 17, 23, 59, 59, tzinfo=VIETNAM),
    )
    minute = TimeExpression(start=DAY, end=DAY, time=dt.time(22, 17))
    assert (minute.earliest, minute.latest) == (
        dt.datetime(2020, 12, 17, 22, 17, tzinfo=VIETNAM),
        dt.datetime(2020, 12, 17, 22, 17, 59, tzinfo=VIETNAM),
    )
    assert TimeExpression(edtf="2020/..", start=DAY).latest is None


@pytest.mark.parametrize("iso", ["P3Y", "P1Y6M", "P2W", "PT30M", "P1DT2H", "P1.5Y", "PT0.5S", "PT0S"])
def test_a_duration_is_written_as_it_was_read(iso: str) -> None:
    """from_iso and str are inverse."""
    assert str(Duration.from_iso(iso)) == iso


@pytest.mark.parametrize("iso", ["", "P", "PT", "3Y", "P3", "P1DT", "P-1Y", "P1..5Y"])
def test_what_is_no_duration_is_refused(iso: str) -> None:
    """from_iso raises ValueError."""
    with pytest.raises(ValueError, match="duration"):
        Duration.from_iso(iso)


def test_an_article_shows_in_a_few_lines() -> None:
    """Of a long text the beginning, of mentions their number, and nothing of what is not known."""
    text = "Hà Nội, " + "x" * 999
    shown = repr(Article(id="a", text=text, mentions=(MENTION,)))
    assert shown == f"Article(id='a', text='Hà Nội, {'x' * 71}…', mentions=<1>)"


def test_an_article_sorts_its_mentions_by_kind() -> None:
    """Article.agencies has the agencies, Article.dates the dates."""
    article = Article(text="Hà Nội", mentions=(MENTION,))
    assert article.agencies == (MENTION,)
    assert article.dates == article.instruments == article.statistics == ()


def test_nothing_is_said_of_an_article_that_is_none() -> None:
    """What takes an article says so, and what it was given instead."""
    for function in (vnmedia.dumps, vnmedia.to_record, vnmedia.to_html, vnmedia.annotate):
        for other in ("x", None):
            with pytest.raises(TypeError, match=rf"^article: an .* is needed, not {type(other).__name__}$"):
                function(other)


# Following


FIGURE = "Năm 2021, theo Bộ Y tế, doanh thu tăng 12,7% so với năm 2020, thay thế Nghị định 67/2014/NĐ-CP."


def test_a_span_leads_to_its_mention() -> None:
    """A figure's period and baseline are followed with one call; words and None lead nowhere."""
    article = vnmedia.parse_article(FIGURE)
    figure = article.statistics[0].value
    assert article.follow(figure.period).value.edtf == "2021"
    assert article.follow(figure.baseline).value.edtf == "2020"
    assert article.follow(figure.subject) is None
    assert article.follow(None) is None


def test_every_mention_is_at_its_place() -> None:
    """``at`` gives all that share a character with a span; nothing else does."""
    article = vnmedia.parse_article(FIGURE)
    for mention in article.mentions:
        assert mention in article.at(mention.span)
        assert mention in article.at(mention.start)
        assert mention not in article.at(mention.end)
        assert article.follow(mention.span).span == mention.span
        assert article.text[mention.slice] == mention.quote


def test_furniture_is_no_body() -> None:
    """Whatever begins in a block of boilerplate is not of the body; what is in no block is."""
    blocks = (
        Block(kind="boilerplate", span=Span(start=0, end=8)),
        Block(kind="paragraph", span=Span(start=10, end=16)),
    )
    article = Article(text="Tin khác\n\nHà Nội", blocks=blocks)
    assert [article.in_body(position) for position in (0, 7, 8, 10, 16)] == [False, False, True, True, True]
    assert article.block_at(Span(start=11, end=12)) is blocks[1]
    assert (blocks[1].start, blocks[1].end, article.text[blocks[1].slice]) == (10, 16, "Hà Nội")


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_span_is_found_in_the_text_that_the_caller_has(form: str, end: str) -> None:
    """The offsets fit the original too, whatever its form and its line ends."""
    text = unicodedata.normalize(form, FIGURE + "\n" + FIGURE).replace("\n", end)
    for found in (vnmedia.find_dates(text), vnmedia.parse_article(text).mentions):
        assert found
        for mention in found:
            own = text[mention.span_in(text).slice]
            assert vnmedia.nfc(own).replace(end, "\n") == mention.quote.replace(end, "\n")


def test_another_text_has_no_span_of_a_mention() -> None:
    """A quote that stands elsewhere is an error."""
    with pytest.raises(ValueError, match=r"^original: "):
        MENTION.span_in("Huế và Hà Nội")


# Comparing


def test_bounds_compare_with_the_day_of_publishing() -> None:
    """Both are aware, so one is before the other."""
    article = vnmedia.parse_article("Ngày 17/12/2020, Bộ Y tế họp.", published="2020-12-18T08:00:00+07:00")
    assert article.dates[0].value.earliest <= article.published
    zoned = TimeExpression(start=DAY, end=DAY, time=dt.time(12, tzinfo=dt.UTC))
    assert zoned.earliest == dt.datetime(2020, 12, 17, 19, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("iso", "day", "after"),
    [
        ("P1M", dt.date(2020, 1, 31), dt.date(2020, 2, 29)),
        ("P1Y6M", dt.date(2020, 12, 17), dt.date(2022, 6, 17)),
        ("P1.5Y", dt.date(2020, 12, 17), dt.date(2022, 6, 17)),
        ("P2W", dt.date(2020, 12, 17), dt.date(2020, 12, 31)),
        ("P0.5D", dt.datetime(2020, 12, 17), dt.datetime(2020, 12, 17, 12)),
        ("PT36H", dt.date(2020, 12, 17), dt.datetime(2020, 12, 18, 12)),
        ("PT0.5S", dt.datetime(2020, 12, 17), dt.datetime(2020, 12, 17, 0, 0, 0, 500_000)),
    ],
)
def test_a_length_is_added_to_a_day(iso: str, day: dt.date, after: dt.date) -> None:
    """On either side, and taken away again where no month ends early."""
    length = Duration.from_iso(iso)
    assert day + length == length + day == after


def test_what_cannot_be_added_is_said() -> None:
    """Half a month is no number of days; a length and a number are nothing."""
    with pytest.raises(ValueError, match="months: "):
        Duration.from_iso("P0.5M").relativedelta()
    with pytest.raises(ValueError, match="years: "):
        DAY + Duration(years=Decimal("1E+30"))
    for other in (5, "2020-12-17"):
        with pytest.raises(TypeError):
            Duration(days=1) + other


@pytest.mark.parametrize(
    ("quote", "form"),
    [
        ("22h17 ngày 17/12/2020", "instant"), ("22h17", "clock"), ("ngày 17/12/2020", "day"),
        ("năm 2020", "span"), ("từ năm 2019 đến nay", "span"), ("9h - 11h30 ngày 20/12/2020", "span"),
        ("07 năm", "length"), ("thứ Hai hằng tuần", "recurrence"), ("ngày 17/12", "unresolved"),
    ],
)  # fmt: skip
def test_the_form_says_which_fields_to_read(quote: str, form: str) -> None:
    """One discriminator for what an expression is."""
    assert vnmedia.parse_date(quote).form == form
