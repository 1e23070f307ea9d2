"""No mention of one kind ends inside a word or number of another kind, unless one contains the other."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnmedia import statistics
from vnmedia.mentions import KINDS, SHARED, Shared, find

EXAMPLES = {
    kind: sorted({example for rule in package.RULES for example in rule.examples})
    for kind, package in KINDS.items()
}
#: Citations that end in a year, which a time could go on from.
CITATIONS = ("TT-BTTTT 01/2020", "NĐ 100/2019", "Nghị định 15/2020", "QĐ 12/2019/QĐ-TTg", "Luật Báo chí 2016")
PERIODS = ("năm 2021", "2021", "02/2020", "5/2021", "tháng 3/2021", "năm nay", "quý II/2021", "hết năm 2021")
JOINTS = (" - ", " – ", " đến ", " đến năm ", " và ", " tới ", ", ", " hoặc ", " ", " (", ": ")


times, joints = st.sampled_from(EXAMPLES["date"]), st.sampled_from(JOINTS)


def crossing(text: str) -> list[tuple[str, str]]:
    """The pairs of mentions of two kinds that share words, neither of which contains the other."""
    return [
        (one.quote, other.quote)
        for one, other in combinations(find(text), 2)
        if one.start < other.start < one.end < other.end and (one.kind, other.kind) not in COUNTING
    ]


#: A figure that counts bodies goes into their name: ``63/63 Sở Y tế``.
COUNTING = [pair for pair, how in SHARED.items() if how is Shared.COUNTED]


#: Every kind's short forms, which joints may be taken into.
SHORT = sorted(
    {form for kind in EXAMPLES.values() for form in kind if len(form) < 16}
    | {"BTC", "BGDĐT", "NHNN", "UBTVQH", "Sở TT&TT", "Bộ KH-CN", "VKSNDTC", "TP.HCM", "QH15"}
)


@given(st.lists(st.sampled_from(SHORT), min_size=2, max_size=4), st.sampled_from(JOINTS))
@example(["NHNN", "UBND tỉnh Nghệ An"], " và ")
def test_no_mention_begins_or_ends_inside_a_word(forms: list[str], joint: str) -> None:
    """``NHNN và UBND`` names two bodies, and none is ``NHNN v``."""
    text = joint.join(forms)
    for mention in find(text):
        for at in (mention.start, mention.end):
            assert not text[max(0, at - 1) : at + 1].isalpha() or at in (0, len(text)), mention.quote


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("citation", CITATIONS)
def test_a_time_does_not_go_on_from_the_number_of_a_citation(citation: str, joint: str) -> None:
    """The year in the number is the number's."""
    for period in PERIODS:
        assert crossing(citation + joint + period) == []


@given(
    st.sampled_from(EXAMPLES["date"]),
    st.sampled_from(JOINTS),
    st.sampled_from(EXAMPLES["statistic"]),
    st.booleans(),
)
@example("nửa đầu năm nay", " ", "1 tỷ 200 triệu", True)
@example("12 giờ 15 sáng", " ", "3 trong 5", True)
def test_figures_and_times_side_by_side(time: str, joint: str, figure: str, turned: bool) -> None:
    """A figure gives way to the time that begins in its last words."""
    assert crossing(f"{figure}{joint}{time}" if turned else f"{time}{joint}{figure}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sư đoàn 325 ngày nay",
        "Sư đoàn 12 tháng 5 năm 1975",
        "Quân khu 7 năm xưa",
        "Trung đoàn 66 tháng 5/1975",
        "Quyết định số 12/QĐ - UBND tỉnh Hà Nam",
        "Nghị định 15 - UBND tỉnh Hà Nam",
        "tháng 3/2021 – TT-BTTTT 01/2020",
        "lương 7,5 triệu/tháng trước",
        "thu 5 tỷ đồng/năm 2020",
        "Luật Báo chí 2016 ngày càng",
        "đến năm 135/QĐ-TTg",
    ],
)
def test_what_a_name_or_a_number_ends_with_is_its_own(text: str) -> None:
    """Forces and roads bear numbers, a number ends in the letters of a body."""
    assert crossing(text) == []


@pytest.mark.parametrize(
    ("text", "number", "issuer"),
    [
        ("Quyết định số 12/QĐ - UBND tỉnh Hà Nam", "12/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Nam"),
        ("Nghị định số 15/2020 - UBND tỉnh Hà Nam", "15/2020", None),
    ],
)
def test_the_body_that_a_number_ends_with_issued_it(text: str, number: str, issuer: str | None) -> None:
    """Where the letters before it are those of a type; else the number ends before the body."""
    citation = next(mention.value for mention in find(text) if mention.kind == "instrument")
    assert citation.number == number
    assert (citation.issuer and citation.issuer.name) == issuer


@given(st.sampled_from(CITATIONS), joints, times)
def test_citations_before_times(citation: str, joint: str, time: str) -> None:
    """A time that follows a citation stands whole after it or whole inside it."""
    assert crossing(citation + joint + time) == []


@given(
    st.sampled_from((*EXAMPLES["date"], *EXAMPLES["instrument"])),
    st.sampled_from(JOINTS),
    st.sampled_from(EXAMPLES["statistic"]),
    st.booleans(),
)
def test_digits_of_other_mentions_need_not_be_read(other: str, joint: str, figure: str, turned: bool) -> None:
    """No figure is lost where the digits inside times and citations are not read for figures too."""
    text = f"{figure}{joint}{other} người" if turned else f"{other}{joint}{figure} người"
    found, everywhere = {(m.kind, m.quote) for m in find(text)}, statistics.find_outside
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statistics, "find_outside", lambda view, _taken=(): everywhere(view))
        assert {(m.kind, m.quote) for m in find(text)} <= found


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Quý IV/2021 – 7,5 triệu người", "7,5 triệu người"),
        ("Nghị định 100 - hai ba trăm người", "hai ba trăm người"),
    ],
)
def test_a_figure_is_no_range_with_the_number_of_a_time(text: str, figure: str) -> None:
    """What stands before the dash is a time or a citation already."""
    assert [m.quote for m in find(text) if m.kind == "statistic"] == [figure]
