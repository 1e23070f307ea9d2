"""Unit tests of reading bytes as text."""

import unicodedata
from pathlib import Path

import pytest

from vnmedia import SourceError
from vnmedia.articles._decode import decode
from vnmedia.articles._legacy import LEGACY, encode, from_legacy, without_fonts

TEXT = "Ủy ban nhân dân tỉnh Bắc Giang vừa ban hành quyết định về việc hỗ trợ hộ nghèo.\nĐợt này có 25 xã."
LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_unicode_encodings_are_told_apart_with_and_without_their_mark(codec: str, encoding: str) -> None:
    """The text comes out the same, and the encoding is named."""
    read = decode(TEXT.encode(codec), "a.txt")
    assert (read.text, read.encoding, read.repairs) == (TEXT, encoding, ())


def test_windows_1258_is_read_where_it_gives_vietnamese() -> None:
    """Its combining marks come out composed."""
    decomposed = "".join(_for_1258(character) for character in TEXT)
    read = decode(decomposed.encode("cp1258"), "a.txt")
    assert (read.text, read.encoding) == (TEXT, "windows-1258")


def _for_1258(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    tones = [mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"]
    rest = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
    return rest + "".join(tones)


@pytest.mark.parametrize("encoding", LEGACY)
def test_every_letter_goes_through_each_old_encoding(encoding: str) -> None:
    """What was written in it is read back the same, in both cases."""
    for letter in LETTERS + LETTERS.upper():
        assert from_legacy(encode(f"x{letter}x", encoding).decode("latin-1"), encoding) == f"x{letter}x"


@pytest.mark.parametrize("encoding", LEGACY)
def test_old_encodings_are_detected(encoding: str) -> None:
    """Bytes in an old encoding are read as what they are."""
    read = decode(encode(TEXT, encoding), "a.txt")
    assert (read.text, read.encoding) == (TEXT, encoding)


SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("encoding", ["windows-1258", *LEGACY])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_are_read_back_from_each_old_encoding(path: Path, encoding: str) -> None:
    """Every letter of a whole document, with what the encoding cannot write left out."""
    text = path.read_text(encoding="utf-8")
    letters = {letter for letter in text if letter.isalpha() or letter in "\n 0123456789.,-"}
    text = "".join(letter for letter in text if letter in letters)
    if encoding == "windows-1258":
        content = "".join(map(_for_1258, text)).encode("cp1258")
    else:
        content = encode(text, encoding)
    read = decode(content, "a.txt")
    assert (read.text, read.encoding) == (text, encoding)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_utf8_is_left_as_it_is(path: Path) -> None:
    """Nothing is converted or mended in a text that is right."""
    read = decode(path.read_bytes(), "a.txt")
    assert (read.text, read.encoding, read.repairs) == (path.read_text(encoding="utf-8"), "utf-8", ())


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_letters_of_an_old_font_are_converted_inside_unicode(encoding: str) -> None:
    """Text pasted from a document in an old font becomes Vietnamese, and the repair is named."""
    pasted = encode(TEXT.lower(), encoding).decode("cp1252", "replace")
    read = decode(pasted, "a.txt")
    assert read.text == TEXT.lower()
    assert read.repairs == (f"letters of a {encoding} font converted",)


@pytest.mark.parametrize(
    "text", ["Café déjà vu à Paris, être ou ne pas être", "naïve", "", "Việt Nam £5", "Größe"]
)
def test_other_languages_are_left_alone(text: str) -> None:
    """Text that is in no old font stays as it is."""
    assert without_fonts(text) is None


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_double_encoded_utf8_is_decoded_once_more(codec: str) -> None:
    """Each run is mended, and what was right is left."""
    twice = "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in "Bộ Y tế đã họp".encode())
    read = decode(f"{twice} – tại Đà Nẵng".encode(), "a.txt")
    assert read.text == "Bộ Y tế đã họp – tại Đà Nẵng"
    assert read.repairs == ("double-encoded UTF-8 decoded",)


def test_line_ends_become_one_kind_and_the_mark_goes() -> None:
    """Windows and old Mac line ends become line feeds; nothing else is dropped."""
    assert decode("\ufeffa\r\nb\rc\n\u200bd \n", "x").text == "a\nb\nc\n\u200bd \n"


def test_lone_surrogates_are_replaced_in_place() -> None:
    """Each becomes one replacement character, so offsets stay."""
    read = decode("a\ud800b", "x")
    assert (read.text, read.repairs) == ("a\ufffdb", ("lone surrogates replaced",))


def test_a_file_cut_inside_a_letter_is_still_utf8() -> None:
    """One broken byte at the end does not make the rest unreadable."""
    read = decode(TEXT.encode()[: len("Ủ".encode()) + 200].rstrip(b"a")[:-1] + b"\xe1\xbb", "x")
    assert read.encoding == "utf-8"
    assert read.text.startswith("Ủy ban nhân dân")
    assert read.repairs == ("1 broken bytes replaced",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(256)) * 8, "NUL"),
        (b"\x01\x02\x03\x04 text", "it holds 4 control characters"),
        (b"\xff\xfe\xfd\xfc\xfb\xfa\xe0\xe1" * 20, "no encoding"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    """The error names the source and says what it looks like."""
    if content.startswith(b"\xff\xfe"):
        content = content[2:]
    with pytest.raises(SourceError, match=reason) as caught:
        decode(content, "a.bin")
    assert caught.value.source == "a.bin"
