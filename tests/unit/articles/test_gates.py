"""Cheap questions about a line keep out none that the costly ones would let in."""

from hypothesis import given
from hypothesis import strategies as st

from vnmedia.articles._lines import _GROUND, _PICTURE_FILE, line_of
from vnmedia.articles._phrases import _opening, _roles, _texts, begins, opening

ENDINGS = ("jpg", "jpeg", "PNG", "gif", "webp", "bmp", "tif", "tiff", "gIF", "doc", "mp4", "")


@given(st.text("ab.-_/ 1", max_size=6), st.sampled_from(ENDINGS), st.sampled_from((".", "..", "")))
def test_pictures(name: str, ending: str, dot: str) -> None:
    """The name of a picture's file has its full stop where its ending begins."""
    line = line_of(name + dot + ending)
    if line is not None:
        assert line.is_picture is (_PICTURE_FILE.fullmatch(line.text) is not None)


@given(
    st.sampled_from(("end", "caption", "posted", "line-start")),
    st.data(),
    st.sampled_from(("", " x", "x", ":")),
)
def test_texts_of_a_role_open_a_line(role: str, data: st.DataObject, rest: str) -> None:
    """The longest is found, alone or among those of several roles, and none that goes on as another word."""
    text = data.draw(st.sampled_from(_texts(role)))
    if rest != "x":
        assert opening(text + rest, role) >= len(text)
        assert begins(text + rest, "wire", role)
    assert _opening(role).fullmatch(text)


def test_grounds_are_no_labels() -> None:
    """A line that begins as the ground of a paper states no time of publishing, whatever day it names."""
    assert not any(text.startswith(_GROUND.strip()) for text in _roles())
    ground = line_of("Căn cứ Luật Đất đai ngày 29/11/2013")
    assert ground is not None
    assert ground.moment is None
