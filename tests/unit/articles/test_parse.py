"""Unit tests of ``parse_article``: what it takes, and what it says of the rest."""

import datetime as dt
from pathlib import Path

import pytest

import vnmedia
from vnmedia import SourceError

PAGE = "<p>Ngày 17/12/2020, Bộ Y tế họp.</p>"


@pytest.mark.parametrize("source", [None, 3, Path("page.html"), ["x"]])
def test_what_is_neither_text_nor_bytes_is_refused(source: object) -> None:
    """A path is not read, and the error says what was given."""
    with pytest.raises(TypeError, match=f"source: a string or bytes are needed, not {type(source).__name__}"):
        vnmedia.parse_article(source)


@pytest.mark.parametrize("media_type", ["text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"])
def test_a_media_type_is_taken_as_servers_send_it(media_type: str) -> None:
    """In either case, and with what stands behind it."""
    pytest.importorskip("lxml", reason="the extra html is not installed")
    assert vnmedia.parse_article(PAGE, media_type=media_type).text == "Ngày 17/12/2020, Bộ Y tế họp."


@pytest.mark.parametrize("media_type", ["html", "application/pdf", ""])
def test_another_media_type_is_refused(media_type: str) -> None:
    """Nothing is read as plain text that is said to be something else."""
    with pytest.raises(SourceError, match="is none of text/plain, text/html"):
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
