"""Unit tests of the model: impossible values are refused, and the error names the field."""

import datetime as dt
import re
from decimal import Decimal

import pytest

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
