"""What is rendered reads back, of the kinds statistic and official: nothing of a value is lost."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples

from vnmedia import Agency, Official, Statistic, find_statistics, officials, statistics
from vnmedia.registries.units import word_lists

numbers = st.integers(1, 10**9).map(Decimal) | st.decimals(
    Decimal("0.1"), Decimal("999.9"), places=1, allow_nan=False
).map(lambda number: number.normalize() + 0)
units = st.sampled_from(["%", "VND", "USD", "km", "ha", "người", "xã", "điểm phần trăm", "lần"])
qualifiers = st.sampled_from([None, "about", "above", "below", "nearly", "at-least", "at-most"])
#: What the words before a figure say of it, as far as there are words for both.
leads = st.sampled_from(
    [(None, None), *(
        (listed.id.rpartition("-")[0] or None, listed.id.rpartition("-")[2])
        for listed in word_lists().values()
        if listed.role == "lead"
    )]
)  # fmt: skip


@st.composite
def figures(draw: st.DrawFn) -> Statistic:
    """Figures of every shape: a value, a range, a part of a whole, an order of magnitude."""
    change, role = draw(leads)
    unit, shape = draw(units), draw(st.sampled_from(["value", "range", "part", "order"]))
    if shape == "part":
        whole = draw(st.integers(2, 999))
        part = draw(st.integers(1, whole))
        fields = {
            "value": Decimal(part),
            "of": Decimal(whole),
            "unit": draw(st.sampled_from(["xã", "người", "hộ"])),
        }
    elif shape == "order":
        power = draw(st.sampled_from([1, 2, 3, 6, 9]))
        fields = {
            "value": Decimal(10) ** power,
            "unit": draw(st.sampled_from(["người", "hộ"])),
            "qualifier": "order",
        }
    elif shape == "range":
        low, more = draw(st.integers(1, 500)), draw(st.integers(1, 400))
        fields = {"low": Decimal(low), "high": Decimal(low + more), "unit": unit}
    else:
        fields = {"value": draw(numbers), "unit": unit, "qualifier": draw(qualifiers)}
        fields["per"] = draw(st.sampled_from([None, "ngày", "tháng"])) if unit in ("VND", "người") else None
    if role == "difference" and (fields["unit"] == "lần" or "of" in fields):
        role = (
            "share" if "of" in fields else "ratio"
        )  # a rise of so many times, or of a part, is one of these
    return Statistic(**fields, change=change, role=role)


@given(figures())
@examples(400)
def test_a_figure_reads_back(value: Statistic) -> None:
    """parse∘render is the identity, with what it rises or falls by, and what it is."""
    assert statistics.parse(statistics.render(value)) == value


def is_plain(value: Statistic) -> bool:
    """Whether the words before it alone say what the figure is: so many times are a ratio in any case."""
    return bool(value.role) and value.role != "ratio" and value.of is None and value.unit != "lần"


@given(figures().filter(is_plain))
@examples(100)
def test_the_finder_says_the_same_of_a_change(value: Statistic) -> None:
    """What ``parse`` reads before a figure is what ``find_statistics`` links to it."""
    (found,) = find_statistics(statistics.render(value))
    assert attrs.evolve(found.value, subject=None) == value


surnames = st.sampled_from(["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Vũ"])
names = st.builds(
    "{} {} {}".format,
    surnames,
    st.sampled_from(["Văn", "Thị", "Minh", "Đức"]),
    st.sampled_from(["An", "Bình", "Hà", "Sơn"]),
)
posts = st.sampled_from([
    ("Bộ trưởng", "Bộ Y tế"), ("Thứ trưởng", "Bộ Tài chính"), ("Giám đốc", "Sở Y tế Hà Tĩnh"),
    ("Chủ tịch", "Ủy ban nhân dân tỉnh Nghệ An"), ("Cục trưởng", "Cục Báo chí"), ("Bộ trưởng", None),
    ("Thứ trưởng", None), ("Phó Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội"),
])  # fmt: skip


@given(names, posts, st.booleans())
@examples(100)
def test_an_official_reads_back(name: str, post: tuple[str, str | None], former: bool) -> None:
    """Name, office, body and whether the office is held no more."""
    office, body = post
    agency = None if body is None else officials.parse(f"{office} {body} {name}").agency
    assert agency is None or (isinstance(agency, Agency) and agency.name == body)
    value = Official(name=name, office=office, agency=agency, former=former)
    assert officials.parse(officials.render(value)) == value


@pytest.mark.parametrize(
    "phrase", [phrase for listed in word_lists().values() if listed.role == "lead" for phrase in listed.words]
)
def test_every_phrase_is_read_as_the_finder_reads_it(phrase: str) -> None:
    """``parse`` and ``find_statistics`` agree on every word of the list."""
    text = f"{phrase} 5%" if "gấp" not in phrase else f"{phrase} 5 lần"
    value = statistics.parse(text)
    (found,) = find_statistics(text)
    assert attrs.evolve(found.value, subject=None) == value
