"""Where names can begin, and what ends their fields."""

import re

import pytest

from vnmedia import agencies
from vnmedia.agencies._lexicon import lexicon
from vnmedia.agencies._openings import openings
from vnmedia.registries.agencies import offices
from vnmedia.text import TextView


def opened(text: str) -> list[str]:
    """The openings in *text* from which a name is read."""
    return [text[start:end] for start, end in places(text)]


def places(text: str) -> list[tuple[int, int]]:
    """Where they stand."""
    return [(start, end) for start, end, _ in openings().begun(TextView(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ trưởng họp.", []),
        ("Bộ Y tế họp.", ["Bộ"]),
        ("Hội nghị của tỉnh, hội thảo ở Hà Nam", []),
        ("Sở hữu trí tuệ, phòng ngừa, ban hành, cán bộ.", []),
        ("Việt Nam, nước ta", []),
        ("theo công an tỉnh Phú Thọ", ["công an"]),
        ("theo công an xã này, hôm nay", []),
        ("135/QĐ-UBND của UBND tỉnh", ["UBND"]),
    ],
)
def test_everyday_words_open_no_name(text: str, expected: list[str]) -> None:
    """A word that begins names is passed over where what stands beside it says that none begins."""
    assert opened(text) == expected


@pytest.mark.parametrize("before", ["", "\n", "\n\n", "\t", "/", "-", "–", "«", "“", "(", "2020.\n"])
def test_the_last_syllable_of_a_word_opens_no_name(before: str) -> None:
    """``Bệnh viện Nhi đồng`` holds no ``viện Nhi đồng``, whatever stands before the first syllable."""
    opened_inside = []
    for compound in sorted(lexicon().compounds):
        text = f"{before}{compound.capitalize()} Nhi đồng 1"
        last = text.rindex(" ", 0, len(before) + len(compound)) + 1
        if last in [start for start, _ in places(text)]:
            opened_inside.append(compound)
    assert opened_inside == []


@pytest.mark.parametrize("name", ["Hội-đồng nhân dân tỉnh Phú Thọ", "Công-an tỉnh Phú Thọ", "ĐS&PL"])
def test_first_words_may_be_joined_otherwise(name: str) -> None:
    """Two first words are one opening with a hyphen or an ampersand between them too."""
    assert [mention.start for mention in agencies.find(f"Theo ({name}).")] == [6]


def test_a_list_opens_at_its_head() -> None:
    """What heads a list after a colon is no name, and the items under it are."""
    found = agencies.find("Giao các Bộ: Y tế; Nội vụ thực hiện.")
    assert [mention.value.name for mention in found] == ["Bộ Y tế", "Bộ Nội vụ"]


@pytest.mark.parametrize(
    "piece", ["bộ ", "các Bộ: ", "Công, ", "của Bộ, ", "A&", " (", "Việt Nam - ", "TT&TT"]
)
def test_openings_are_looked_for_once(piece: str) -> None:
    """Hostile repeats give no more places than they have words, each place once and in order."""
    text = piece * 2_000
    starts = [start for start, _ in places(text)]
    assert starts == sorted(set(starts))
    assert len(starts) <= len(re.findall(r"\w+", text))
    agencies.find(text)


def test_the_field_of_a_body_ends_before_an_office() -> None:
    """``Ban Quản lý dự án Phó Thủ tướng`` is no body: who speaks next is another."""
    name = "Phòng Quản lý xuất nhập khẩu"
    for office in offices().values():
        if office.text.endswith("ủy viên") or agencies.find(f"Theo {office.text} họp."):
            continue  # the committee or the Prime Minister are bodies themselves
        found = agencies.find(f"Theo {name} {office.text} Lê Văn An họp.")
        assert found[0].quote == name, office.text


@pytest.mark.parametrize("time", [", 15h giờ Việt Nam", " số 22:17", " số 21 thg 9", " số 21 tháng 9"])
def test_a_body_ends_before_a_time(time: str) -> None:
    """The number of a time, or the country whose hour it is, is no part of the name."""
    for name in ("Phòng Quản lý xuất nhập khẩu", "Hiệp hội Lương thực Việt Nam"):
        assert agencies.find(f"Theo {name}{time} họp.")[0].quote == name


def test_a_quarter_after_a_body_is_no_district() -> None:
    """``Q1/2020`` is a time; ``Q1`` and ``Q.1`` are the district."""
    name = "Phòng Quản lý xuất nhập khẩu"
    for quarter in ("Q1/2020", "Q1-2020", "Q1.2020", "Q3/24", "Q2 năm 2022"):
        assert agencies.find(f"Theo {name} {quarter} tăng.")[0].quote == name
    for district in ("Q1", "Q.1", "Q12"):
        assert agencies.find(f"Theo {name} {district} cho biết.")[0].quote == f"{name} {district}"
