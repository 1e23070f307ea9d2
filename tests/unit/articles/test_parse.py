"""Unit tests of ``parse_article``: what it takes, and what it says of the rest."""

import datetime as dt
from pathlib import Path

import pytest

import vnmedia
from vnmedia import SourceError

PAGE = "<p>Ngày 17/12/2020, Bộ Y tế họp.</p>"


@pytest.mark.parametrize(
    "above",
    [
        '<?xml version="1.0"?>\n',
        "<!-- trang tin -->\n<!-- bản 2 -->\n",
        '<%@ page language="java" import="a" %>\n<%@ taglib prefix="c" uri="core" %>\n<!DOCTYPE html>',
        "<%-- ghi chú --%>\n<!-- trang tin -->\n",
    ],
)
def test_a_page_is_told_by_its_first_tag(above: str) -> None:
    """Whatever declarations, comments and directives of its server stand above that."""
    article = vnmedia.parse_article(f"{above}<html><body><p>Bộ Y tế họp sáng nay.</p></body></html>")
    assert article.source.media_type == "text/html"
    assert article.text == "Bộ Y tế họp sáng nay."


@pytest.mark.parametrize("media_type", ["text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"])
def test_a_media_type_is_taken_as_servers_send_it(media_type: str) -> None:
    """In either case, and with what stands after it."""
    pytest.importorskip("lxml", reason="the extra html is not installed")
    assert vnmedia.parse_article(PAGE, media_type=media_type).text == "Ngày 17/12/2020, Bộ Y tế họp."


@pytest.mark.parametrize("media_type", ["html", "application/pdf", ""])
def test_another_media_type_is_refused(media_type: str) -> None:
    """Nothing is read as plain text that is said to be something else."""
    with pytest.raises(SourceError, match="is not one of text/plain, text/html"):
        vnmedia.parse_article(PAGE, media_type=media_type)


def test_the_finders_refuse_what_is_no_text() -> None:
    """Bytes are no text; the error says so."""
    with pytest.raises(TypeError, match="a string is needed, not bytes"):
        vnmedia.find_dates(PAGE.encode())


def test_a_body_is_resolved_on_a_date_time_too() -> None:
    """When an article was published is a day for the registry."""
    moment = dt.datetime(2020, 12, 17, 22, 17)
    assert vnmedia.resolve_agency("Bộ TT&TT", on=moment).id == "bo-tttt"


def test_an_error_of_the_whole_record_has_no_empty_path() -> None:
    """What is no JSON at all is said without a path."""
    with pytest.raises(vnmedia.SerializationError, match=r"^not JSON: "):
        vnmedia.loads("{")


def test_a_path_is_read(tmp_path: Path) -> None:
    """Its name and place are known then; a file that is not there is a source that cannot be read."""
    file = tmp_path / "bai-1.txt"
    file.write_text("Ngày 17/12/2020, Bộ Y tế họp.", encoding="utf-8")
    article = vnmedia.parse_article(file)
    assert (article.id, article.source.path, len(article.mentions)) == ("bai-1", str(file), 2)
    with pytest.raises(vnmedia.SourceError, match="bai-2"):
        vnmedia.parse_article(tmp_path / "bai-2.txt")


@pytest.mark.parametrize(
    "text", ["bai-1.html", "seeds/bai-1.txt", "C:\\bao\\bai-1.pdf", "https://example.vn/bai-1"]
)
def test_a_string_that_looks_like_a_path_warns(text: str) -> None:
    """It is read as the text that it is."""
    with pytest.warns(UserWarning, match="looks like a path or an address"):
        assert vnmedia.parse_article(text).text == text


@pytest.mark.parametrize(
    "text", ["", "Hà Nội", "Xem bai-1.html.", "17/12/2020", "a.b", "Bộ Y tế\nhttps://moh.gov.vn"]
)
def test_a_text_does_not_warn(text: str) -> None:
    """Warnings are errors in the tests."""
    vnmedia.parse_article(text)


@pytest.mark.parametrize("source", [None, 5, ["x"]])
def test_what_is_no_source_is_said(source: object) -> None:
    """The error names the argument, what is needed and what came."""
    with pytest.raises(TypeError, match=r"^source: a string, bytes or a Path is needed, not "):
        vnmedia.parse_article(source)


@pytest.mark.parametrize("name", ["media_type", "url", "path", "id"])
def test_an_argument_that_is_no_string_is_said(name: str) -> None:
    """The error names it."""
    with pytest.raises(TypeError, match=rf"^{name}: .* is needed, not "):
        vnmedia.parse_article("Bộ Y tế họp.", **{name: 5})


@pytest.mark.parametrize(
    "published", [dt.date(2020, 12, 17), "2020-12-17", dt.datetime(2020, 12, 17, 8), "2020-12-17T08:00"]
)
def test_a_day_is_taken_in_every_form(published: object) -> None:
    """By every finder and parser, under one name."""
    context = vnmedia.Context(published=published)
    text = "Từ ngày 7/12, Bộ TT&TT thực hiện Luật Báo chí; Bộ trưởng Bộ TT&TT Nguyễn Văn An nói đạt 5%."
    for find in (
        vnmedia.find_dates,
        vnmedia.find_instruments,
        vnmedia.find_agencies,
        vnmedia.find_statistics,
        vnmedia.find_officials,
    ):
        assert find(text, published=published) == find(text, context) != ()
    assert vnmedia.parse_date("7/12", published=published) == vnmedia.parse_date("7/12", context)
    assert (
        vnmedia.parse_instrument("Luật Báo chí", published=published).uri == "/eli/vn/luat/2016/103-2016-qh13"
    )
    assert vnmedia.parse_statistic("5%", published=published).unit == "%"
    assert vnmedia.resolve_agency("Bộ TT&TT", on=published).id == "bo-tttt"
    assert vnmedia.parse_article(text, published=published).published.isoformat()[:10] == "2020-12-17"


@pytest.mark.parametrize(
    ("day", "error"),
    [
        ("17/12/2020", ValueError),
        ("20201217", ValueError),
        ("2020-W51-4", ValueError),
        ("2020-13-01", ValueError),
        (20201217, TypeError),
    ],
)
def test_errors_name_what_the_caller_wrote(day: object, error: type[Exception]) -> None:
    """``published`` where they wrote that, ``on`` where they wrote ``on``."""
    for read in (vnmedia.find_dates, vnmedia.find_agencies, vnmedia.parse_date, vnmedia.parse_article):
        with pytest.raises(error, match=r"^published: "):
            read("x", published=day)
    with pytest.raises(error, match=r"^on: "):
        vnmedia.resolve_agency("Bộ Y tế", on=day)
    for find in (vnmedia.find_dates, vnmedia.find_instruments):
        with pytest.raises(TypeError, match=r"^text: a string is needed, not "):
            find(None)
