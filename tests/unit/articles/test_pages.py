"""Unit tests of HTML pages: one of our own making for each profile, and the traps of real ones."""

import tomllib
from pathlib import Path

import pytest

import vnmedia

PAGES = Path(__file__).parents[2] / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))
FURNITURE = ("Tin liên quan", "Khởi công nhà máy", "Một bài khác", "Tôi thấy", "Tổng Biên tập", "Trang chủ")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_in_the_markup_of_each_profile(name: str) -> None:
    """Title, time, authors, lead, address, first and last paragraph are right, and no furniture is left."""
    expected = EXPECTED[name]
    article = vnmedia.parse_article((PAGES / f"{name}.html").read_bytes())
    assert article.title == expected["title"]
    assert article.published.isoformat() == expected["published"]
    assert list(article.authors) == expected["authors"]
    assert article.lead == expected.get("lead")
    assert article.url == expected.get("url")
    texts = [block.span.of(article.text) for block in article.blocks if block.kind == "paragraph"]
    assert (texts[0], texts[-1]) == (expected["first"], expected["last"])
    assert [block.span.of(article.text) for block in article.blocks if block.kind == "heading"] == [
        "Việc còn ở phía trước"
    ]
    assert [image.url for image in article.images] == ["https://img.example/anh.jpg"]
    assert article.images[0].caption.startswith("Quang cảnh buổi lễ")
    assert not [words for words in FURNITURE if words in article.text]


def test_every_profile_has_its_page() -> None:
    """No profile without a page that shows it."""
    profiles = tomllib.loads(
        (Path(vnmedia.__file__).parent / "data" / "page_profiles.toml").read_text(encoding="utf-8")
    )
    assert sorted(record["id"] for record in profiles["profile"]) == sorted(EXPECTED)


UNKNOWN = tomllib.loads((PAGES / "unknown" / "expected.toml").read_text(encoding="utf-8"))
AROUND = (
    "Chợ nổi",
    "giữ vệ sinh",
    "Họp giao ban",
    "Tin khác",
    "Hạ thủy",
    "Giấy phép",
    "In trang",
    "Facebook",
)


@pytest.mark.parametrize("name", UNKNOWN)
def test_pages_of_unknown_sites(name: str) -> None:
    """The general path: markup without a profile, most of it without metadata."""
    expected = UNKNOWN[name]
    article = vnmedia.parse_article((PAGES / "unknown" / f"{name}.html").read_bytes())
    assert article.title == expected["title"]
    assert article.published.isoformat() == expected["published"]
    assert list(article.authors) == expected["authors"]
    texts = [block.span.of(article.text) for block in article.blocks if block.kind == "paragraph"]
    assert (texts[0], texts[-1]) == (expected["first"], expected["last"])
    assert [image.caption for image in article.images] == [expected["caption"]]
    assert not [words for words in AROUND if words in article.text]
