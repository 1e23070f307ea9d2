"""Unit tests of what an unlucky or hostile world hands in: typed errors, bounds, and no other answer."""

import datetime as dt
import decimal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import vnmedia
from vnmedia import mentions
from vnmedia.documents import _card

TEXT = (
    "Năm 2020, Bộ Y tế chi 7,5 triệu đồng, tăng 12,5% so với năm 2019, theo Quyết định số "
    "135/QĐ-TTg ngày 20/01/2020 của Thủ tướng Chính phủ. Ông Nguyễn Văn Nam, Giám đốc Sở Y tế tỉnh Hà Nam, "
    "nói ngày 5/6 có 2020 - 2.500 người."
)
RELATIVE = (
    "thế kỷ tới, thế kỷ trước, thập kỷ tới, thập kỷ trước, năm tới, năm ngoái, tháng tới, tháng trước, "
    "tuần sau, tuần trước, quý tới, quý trước, ngày mai, hôm qua, 500 năm nữa, 500 năm trước, 20 ngày tới, "
    "20 ngày qua, nửa cuối thế kỷ này, nhiệm kỳ tới, mùng 5 tháng Giêng, Tết Nguyên đán, cuối tuần"
)


@pytest.mark.parametrize(
    "published",
    [dt.date(1, 1, 1), dt.date(99, 12, 31), dt.date(100, 1, 1), dt.date(9899, 1, 1), dt.date(9999, 12, 31)],
)
def test_no_expression_leaves_the_calendar(published: dt.date) -> None:
    """An article comes out at either end of it, whatever its text counts from there."""
    article = vnmedia.parse_article(RELATIVE, published=published)
    assert vnmedia.loads(vnmedia.dumps(article)) == article
    moment = dt.datetime.combine(published, dt.time(23, 59), dt.UTC)
    assert vnmedia.parse_article(RELATIVE, published=moment).text == RELATIVE


@pytest.mark.parametrize(
    "trap", [decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal, decimal.Clamped]
)
@pytest.mark.parametrize("precision", [1, 2, 100])
def test_a_caller_s_own_arithmetic_changes_nothing(
    trap: type[decimal.DecimalException], precision: int
) -> None:
    """Neither its precision nor its traps."""
    as_ever = vnmedia.parse_article(TEXT, published="2020-12-17")
    with decimal.localcontext(decimal.Context(prec=precision, traps=[trap])):
        assert vnmedia.parse_article(TEXT, published="2020-12-17") == as_ever
        assert vnmedia.find_statistics(TEXT, published="2020-12-17") == as_ever.statistics
        assert vnmedia.parse_statistic("2020 - 1,5 triệu USD").high == 1_500_000
        assert vnmedia.parse_number("2 phần 3") == decimal.Decimal("0." + "6" * 27 + "7")


@pytest.mark.parametrize("value", ["1E+999999999", "1E-999999999", "Infinity", "sNaN"])
def test_a_number_that_nobody_can_write_out_is_refused(value: str) -> None:
    """Before a gigabyte is made of it."""
    record = vnmedia.to_record(vnmedia.parse_article("tăng 5% so"))
    record["mentions"][0]["value"]["value"] = value
    with pytest.raises(vnmedia.SerializationError, match="value"):
        vnmedia.from_record(record)


@pytest.mark.parametrize("field", ["title", "lead", "publisher", "url", "text", "id"])
def test_a_lone_surrogate_is_refused_in_any_field(field: str) -> None:
    """No file can hold it; the error names the field."""
    record = vnmedia.to_record(vnmedia.parse_article("Hà Nội")) | {field: "a\ud800"}
    with pytest.raises(vnmedia.SerializationError, match=field):
        vnmedia.from_record(record)
    record = vnmedia.to_record(vnmedia.parse_article("Hà Nội")) | {"tags": ["a\udfff"]}
    with pytest.raises(vnmedia.SerializationError, match="tags"):
        vnmedia.from_record(record)


def test_a_lone_surrogate_is_refused_in_a_reason() -> None:
    """The reasons of what was inferred are strings too."""
    record = vnmedia.to_record(vnmedia.parse_article("Ngày 5/3, Bộ Y tế họp.", published="2020-03-06"))
    [mention, *_] = [mention for mention in record["mentions"] if "inferred" in mention]
    for reasons in ({"year": "\ud800"}, {"\ud800": "published"}):
        mention["inferred"] = reasons
        with pytest.raises(vnmedia.SerializationError):
            vnmedia.from_record(record)


HALVES = """<html><head><title>Họp về dịch bệnh</title><script type="application/ld+json">{"@type":
"NewsArticle", "headline": "Họp về dịch bệnh", "keywords": "a\\ud800,\\ud83d\\ude00",
"publisher": {"name": "P\\uDC00"}, "articleSection": "\\ud800x", "author": {"name": "Lan \\ud800 Anh"}}
</script></head><body><article>
<h1>Họp về dịch bệnh</h1><p>Ngày 5/3/2020, Bộ Y tế họp với các địa phương về dịch.</p></article></body>"""


def test_half_a_character_that_a_page_states_makes_a_record_that_reads_back() -> None:
    """JSON can write one; a whole one in two halves stays."""
    article = vnmedia.parse_article(HALVES, media_type="text/html", url="http://a.vn/\ud800")
    line = vnmedia.dumps(article)
    assert vnmedia.loads(line.encode().decode()) == article
    assert article.tags == ("a\ufffd", "\U0001f600")


def test_a_file_name_that_is_no_text_makes_a_record_that_reads_back() -> None:
    """Its bytes are written out."""
    article = vnmedia.parse_article("Hà Nội", path="a\udcff.txt", id="a\udcff")
    assert vnmedia.loads(vnmedia.dumps(article)) == article
    assert article.id == "a\\udcff"


@pytest.mark.parametrize("kinds", [[kind] for kind in mentions.KINDS] + [["date", "official"], []])
def test_a_kind_alone_has_the_values_that_it_has_among_all(kinds: list[str]) -> None:
    """Whichever are asked for."""
    whole = vnmedia.parse_article(TEXT, published="2020-12-17")
    some = vnmedia.parse_article(TEXT, published="2020-12-17", kinds=kinds)
    assert some.mentions == tuple(mention for mention in whole.mentions if mention.kind in kinds)
    assert (some.text, some.blocks) == (whole.text, whole.blocks)


def test_a_kind_that_is_none_is_refused() -> None:
    """With the kinds that there are."""
    with pytest.raises(ValueError, match="statistik is not one of date, instrument"):
        vnmedia.parse_article("x", kinds=["statistik"])


def growth(work: Callable[[int], object], small: int = 2000) -> float:
    """How much longer ten times as much takes, at best of some tries; ten where it is linear.

    Of the processor's time: what else runs on the machine does not count.
    """
    import timeit
    from time import process_time

    once = min(timeit.repeat(lambda: work(small), timer=process_time, number=1, repeat=5))
    return min(timeit.repeat(lambda: work(10 * small), timer=process_time, number=1, repeat=3)) / once


@pytest.mark.parametrize("run", ["\x85", "\x1c", " ", "\n", "-"])
def test_a_label_is_found_in_one_pass(run: str) -> None:
    """Whatever white space stands before it, of Unicode too."""
    assert growth(lambda count: _card._LABEL.match(run * count + "|")) < 40


@pytest.mark.parametrize("part", ["<!---->", "<!-- -->\n", "<%%>", "<?xml ?>", "<!--", "<%"])
def test_what_stands_above_a_page_is_read_in_one_way(part: str) -> None:
    """Comments without number, and no tag below them: trying each way to part them would take days."""
    assert vnmedia.parse_article(part * 1000 + "x").source.media_type == "text/plain"


@pytest.mark.parametrize(
    "page", ["<svg>{}</math>", "<svg>{}<video></video>", "<svg>{}</svg>", "<button>{}</svg>"]
)
def test_what_is_left_untouched_is_told_in_one_pass(page: str) -> None:
    """Elements that open and never end, and ends that nothing opened."""
    article = vnmedia.parse_article("Bộ Y tế")
    opening, _, closing = page.partition("{}")
    assert growth(lambda count: vnmedia.annotate(article, html=opening * count + closing * count), 300) < 40


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_device_as_standard_output_is_said(tmp_path: Path) -> None:
    """It is one line, no traceback."""
    (tmp_path / "a.txt").write_text("Ngày 5/3/2020, Bộ Y tế họp.", encoding="utf-8")
    command = [sys.executable, "-m", "vnmedia", "parse", str(tmp_path / "a.txt")]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 1
    assert "No space left" in run.stderr
    assert "Traceback" not in run.stderr
