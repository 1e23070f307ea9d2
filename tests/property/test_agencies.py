"""What holds for every name of the registries of bodies."""

import datetime as dt
import sys
import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnmedia import agencies
from vnmedia.agencies._finder import readings
from vnmedia.agencies._lexicon import Lexicon, lexicon
from vnmedia.agencies._reader import Reader
from vnmedia.registries.agencies import Body, bodies, press
from vnmedia.text import TextView

LISTED = sorted({**press(), **bodies()}.items())
FOUND = [(id, body) for id, body in LISTED if body.kind != "state-corporation"]
CARRIERS = ("Ngày 5/3, {} cho biết.", "({})", "Theo {}, việc đã xong.", "{}")
_AFTER = dt.date(2026, 3, 1)


def day_of(body: Body):
    """A day on which *body* existed."""
    return body.validity.end or body.validity.start


def ids(agency) -> set[str]:
    return {agency.id, *agency.candidates}


@given(st.sampled_from(FOUND), st.sampled_from(CARRIERS), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_a_listed_name_is_found_in_any_sentence(item, carrier: str, form: str, upper: bool) -> None:
    """In any carrier, composed or not, in capitals or not, the name of a body is found at its place."""
    _, body = item
    name = body.name.partition(" của ")[0]
    shown = name.upper() if upper else name
    text = unicodedata.normalize(form, carrier.format(shown))
    view = TextView(text)
    start = view.text.index(shown)
    found = [r for r in readings(view) if r.start < start + len(shown) and start < r.end]
    assert found, text


@given(st.sampled_from(LISTED))
def test_a_listed_name_resolves_on_a_day_of_its_body(item) -> None:
    """On a day of its validity, a name stands for its body, or for several of which it is one."""
    id, body = item
    if " của " in body.name:
        return
    resolved = agencies.resolve(body.name, day_of(body))
    assert id in ids(resolved) or body.shared, resolved


@pytest.mark.parametrize("id", ["bo-tttt", "cuc-bao-chi", "tong-cuc-thue", "nong-nghiep-vn", "c50"])
def test_behind_its_end_a_name_resolves_to_what_it_became(id: str) -> None:
    """After the end of a body, its name gives its successors on that day."""
    body = {**press(), **bodies()}[id]
    later = {record.id for record in agencies.record(id).successors(on=_AFTER)}
    assert ids(agencies.resolve(body.name, _AFTER)) - {None} == later


def renamed(body: Body, number: int) -> Body:
    """*body* under another name that begins with the same head."""
    head, _, rest = body.name.partition(" ")
    return attrs.evolve(body, name=f"{head} Thử nghiệm {number} {rest}", aliases=())


def test_ten_times_the_names_take_the_same_steps() -> None:
    """Reading goes through the tree of names, so its size does not matter: the same steps are taken."""
    small, large = lexicon(), Lexicon()
    for number in range(9):
        for record in bodies().values():
            large.plant_body(renamed(record, number), "body")

    def steps(names: Lexicon) -> int:
        count = 0

        def trace(_frame, event, _arg):
            nonlocal count
            count += event == "line"
            return trace

        view = TextView("Theo Bộ Y tế và UBND tỉnh Thái Bình, Cục Báo chí, Sở TT&TT Nghệ An đã họp. " * 5)
        sys.settrace(trace)
        try:
            for start, _ in small.scan(view.lower):
                Reader(view, names).read(start)
        finally:
            sys.settrace(None)
        return count

    assert steps(large) <= 1.5 * steps(small)
