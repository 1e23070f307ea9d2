"""What holds for every name of the registries of bodies."""

import datetime as dt
import sys
import unicodedata
from collections import defaultdict
from functools import cache

import pytest
from benchmarks.agencies import lexicon_with, renamed
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.examples import examples

from vnmedia import agencies
from vnmedia.agencies._graph import COMMITTEE, common
from vnmedia.agencies._lexicon import Lexicon, lexicon
from vnmedia.agencies._openings import openings
from vnmedia.agencies._patterns import words
from vnmedia.agencies._reader import NameReader
from vnmedia.model import Context
from vnmedia.registries import Registry, Validity, checks
from vnmedia.registries.agencies import Body, bodies, heads, local_bodies, press, word_lists
from vnmedia.registries.instruments import laws
from vnmedia.registries.places import provinces
from vnmedia.text import TextView

ALL = {**press(), **bodies()}
LISTED = sorted(ALL.items())
#: Companies are no bodies, and what several bodies share before their owner names none of them.
FOUND = [
    (id, body)
    for id, body in LISTED
    if body.kind != "state-corporation" and body.name.partition(" của ")[0] not in lexicon().shared_heads
]
CENTRAL = [(id, body) for id, body in FOUND if id in bodies()]
LOCAL = [name for name in local_bodies().values() if "provincial" in name.levels]
CARRIERS = ("Ngày 5/3, {} cho biết.", "({})", "Theo {}, việc đã xong.", "{}", "- {}: đã xong", "“{}”")
TONES = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ"}


def day_of(body: Body) -> dt.date | None:
    """A day on which *body* existed."""
    return body.validity.end or body.validity.start


def ids(agency) -> set[str]:
    return {agency.id, *agency.candidates}


@st.composite
def written(draw, name: str) -> tuple[str, str]:
    """A sentence that holds *name*, and the name as it stands there: any case, tones, form of Unicode."""
    shown = name.upper() if draw(st.booleans()) else name
    if draw(st.booleans()):
        for new, old in TONES.items():
            shown = shown.replace(new, old).replace(new.upper(), old.upper())
    text = draw(st.sampled_from(CARRIERS)).format(shown)
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text), shown


@given(st.sampled_from(FOUND), st.data())
def test_a_listed_name_is_found_with_its_id_in_any_sentence(item, data) -> None:
    """Whatever the carrier, the case, the tones and the form, the name is found whole, with its body."""
    id, body = item
    text, shown = data.draw(written(body.name.partition(" của ")[0]))
    found = {m.quote: m.value for m in agencies.find(text, Context(published=day_of(body)))}
    assert shown in found, text
    assert id in ids(found[shown]) or body.shared
    namesakes = holders()[tuple(words(shown))]
    if namesakes == [id] and day_of(body) and not body.shared:
        assert found[shown].id == id


@given(st.sampled_from(LOCAL), st.sampled_from(sorted(provinces().values(), key=lambda p: p.id)), st.data())
def test_a_local_name_is_found_with_its_id_for_every_place(name, place, data) -> None:
    """The name of a local body with a province that it shares a day with gives the body of that place."""
    committee = COMMITTEE.search(name.name.lower())
    if not name.validity.overlaps(place.validity) or place.kind == "đặc khu":
        return
    if committee is not None and not place.kind.startswith(committee.group(1)):
        return
    days = common(name.validity, place.validity)
    text, shown = data.draw(written(f"{name.name} {place.kind} {place.name}"))
    found = {m.quote: m.value for m in agencies.find(text, Context(published=days.end or days.start))}
    assert shown in found, text
    assert f"{name.id}.{place.id}" in ids(found[shown])


@given(
    st.sampled_from(CENTRAL), st.sampled_from(CENTRAL), st.sampled_from([", ", " và ", "; ", " - ", " gửi "])
)
def test_two_names_in_one_sentence_are_two(one, other, joint: str) -> None:
    """Whatever stands between them, each name is found whole, and nothing else."""
    names = [body.name.partition(" của ")[0] for _, body in (one, other)]
    assume(names[0] != names[1])
    found = [m.quote for m in agencies.find(f"Theo {names[0]}{joint}{names[1]}, việc đã xong.")]
    assert found == names


VERBS = (*word_lists()["verbs"].words, "khẳng định", "xác nhận", "đề nghị", "yêu cầu", "phối hợp", "cho biết")


@given(st.sampled_from(FOUND), st.sampled_from(VERBS))
def test_what_a_body_does_is_no_part_of_its_name(item, verb: str) -> None:
    """After a name, a verb that fields are named by too is left out."""
    name = item[1].name.partition(" của ")[0]
    assume((words(name)[-1], words(verb)[0]) not in lexicon().pairs)
    found = {m.quote for m in agencies.find(f"Theo đó, {name} {verb} việc này.")}
    assert not any(quote.startswith(f"{name} ") for quote in found), found


LEVELS = ("tỉnh", "thành phố", "TP", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
OPENINGS = (
    "Từ năm 2020",
    "Theo đó",
    "Đối với hộ",
    "Công dân",
    "Khi có",
    "Đây là",
    "Việc này",
    "Sau đó",
    "Ngoài ra",
)


@given(
    st.sampled_from(sorted(local_bodies().values(), key=lambda name: name.id)),
    st.sampled_from(LEVELS),
    st.sampled_from(OPENINGS),
)
def test_a_full_stop_ends_a_local_name(name, level: str, opening: str) -> None:
    """The sentence that follows ``UBND tỉnh.`` gives no word to the name, whatever its first one."""
    text = f"Hồ sơ được trình {name.name} {level}. {opening}, thời hạn là 10 ngày."
    assert not any(opening.split()[0] in m.quote for m in agencies.find(text)), text


@given(st.sampled_from(FOUND), st.sampled_from(OPENINGS))
def test_a_full_stop_ends_a_listed_name(item, opening: str) -> None:
    """No name goes on over a full stop."""
    name = item[1].name.partition(" của ")[0]
    found = {m.quote for m in agencies.find(f"Theo {name}. {opening}, việc đã xong.")}
    assert not any(". " in quote for quote in found), found


LAWS = sorted(law.title for law in laws().values() if law.type in ("luật", "bộ luật", "pháp lệnh"))


@given(st.sampled_from(LAWS), st.sampled_from(["", " số 54/2014/QH13", " năm 2019", " (sửa đổi)"]))
def test_the_title_of_a_law_holds_no_body(title: str, rest: str) -> None:
    """``Luật Kiểm toán nhà nước``, ``Luật Hải quan số 54/2014/QH13``: the words are the law's."""
    assert agencies.find(f"Theo {title}{rest}, người nộp hồ sơ qua mạng.") == ()


PERSONS = (
    "Nguyễn Văn An",
    "Hồ Thị Lan",
    "Thái Văn Quý",
    "Mai Văn Chính",
    "Cao Đức Long",
    "Tô Hiệp",
    "Y Thanh Niê",
)


@given(st.sampled_from(FOUND), st.sampled_from(PERSONS))
def test_who_holds_an_office_is_no_part_of_the_body(item, person: str) -> None:
    """After a name, that of a person with any surname is left out."""
    name = item[1].name.partition(" của ")[0]
    found = {m.quote for m in agencies.find(f"Theo ông {name} {person}, việc đã xong.")}
    assert not any(quote.startswith(f"{name} ") for quote in found), found


@cache
def holders() -> dict[tuple[str, ...], list[str]]:
    """The ids of the bodies that have each name, strong or weak, as their own or as another's."""
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for id, body in LISTED:
        for text in {body.name.partition(" của ")[0], *(alias.text for alias in body.aliases)}:
            if id not in found[tuple(words(text))]:
                found[tuple(words(text))].append(id)
    for name in local_bodies().values():
        found[tuple(words(name.name))].append(name.id)
    return found


@given(st.sampled_from(LISTED))
def test_a_listed_name_resolves_on_a_day_of_its_body(item) -> None:
    """On a day of its validity, a name stands for its body, or for several of which it is one."""
    id, body = item
    resolved = agencies.resolve(body.name, day_of(body))
    assert id in ids(resolved) or body.shared, resolved


@st.composite
def newcomers(draw) -> Body:
    """A body of any name made of words that names have, or of another's name, of any time."""
    if draw(st.booleans()):
        name = draw(st.sampled_from(LISTED))[1].name
    else:
        head = draw(st.sampled_from(sorted(heads().values(), key=lambda head: head.id))).text
        parts = draw(st.lists(st.sampled_from(LISTED), min_size=1, max_size=2))
        name = " ".join([head, *(" ".join(body.name.split()[-2:]) for _, body in parts)])
    start = draw(st.integers(1945, 2020))
    validity = Validity.parse(f"{start}/{draw(st.sampled_from(['..', start + 5]))}")
    return Body(id="x", name=name, kind="other", level="central", validity=validity, sources=("act",))


@pytest.mark.slow
@given(newcomers())
@examples(12)
def test_a_new_body_changes_no_other_unless_a_check_fails(new: Body) -> None:
    """With a further body, every name is read as before on the days of its own, or a check says why not."""
    registry = Registry("new.toml", (new, *(body for _, body in LISTED)))
    faults = list(checks.clashing_aliases([registry]))
    clashing = {fault.id for fault in faults}.union(fault.reason.rpartition(" ")[2] for fault in faults)
    names = lexicon_with([new])
    for id, body in FOUND:
        day = day_of(body)
        if id in clashing or (new.name == body.name and day is None):
            continue
        before, after = (
            read(body.name.partition(" của ")[0], lexicon_, day) for lexicon_ in (lexicon(), names)
        )
        assert before == after, (new, body.name)


def read(name: str, names: Lexicon, day: dt.date | None) -> tuple[str, set[str]]:
    """What *name* is read as through *names*, and the ids that it has on a day."""
    reading = NameReader(TextView(name), names).read(0)
    if reading is None:  # what several bodies share before their owner: "Cơ quan đại diện của …"
        return "", set()
    records = {
        e.record.id for e in reading.entries if e.record is not None and (not day or day in e.validity)
    }
    return name[reading.start : reading.end], records


def test_ten_times_the_names_take_the_same_steps() -> None:
    """Reading goes through the tree of names, so its size does not matter: the same steps are taken."""
    small = lexicon()
    large = lexicon_with(renamed(body, number) for number in range(9) for body in bodies().values())

    def steps(names: Lexicon) -> int:
        count = 0

        def trace(_frame, event, _arg):
            nonlocal count
            count += event == "line"
            return trace

        view = TextView("Theo Bộ Y tế và UBND tỉnh Thái Bình, Cục Báo chí, Sở TT&TT Nghệ An đã họp. " * 5)
        sys.settrace(trace)
        try:
            for start, _ in openings().scanner(view.lower):
                NameReader(view, names).read(start)
        finally:
            sys.settrace(None)
        return count

    for names in (small, large):
        steps(names)  # stored names are unpacked when they are first met
    assert steps(large) <= 1.5 * steps(small)
