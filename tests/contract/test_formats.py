"""Every format of the registry keeps what its sort promises."""

import json
from pathlib import Path

import pytest

import vnmedia
from vnmedia.digest import collect, report
from vnmedia.serializers.formats import FORMATS, Format, formats

ARTICLE = vnmedia.parse_article(
    "Sáng 17/12/2020, Bộ Y tế chi 5 tỷ đồng theo Quyết định số 5/QĐ-BYT.", id="a", published="2020-12-17"
)


def test_names_and_endings_are_there_once() -> None:
    """Each format has a name of its own; of one sort no two have one ending."""
    assert len({one.name for one in FORMATS}) == len(FORMATS)
    for makes in {one.makes for one in FORMATS}:
        endings = [one.ending for one in FORMATS if one.makes == makes and one.ending]
        assert len(set(endings)) == len(endings)
        assert formats(makes)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_makes_what_its_sort_says(one: Format, tmp_path: Path) -> None:
    """A line is JSON, a text is a string, a table is a file or folder, a digest is text or bytes."""
    make = one.maker()
    if one.makes == "line":
        assert json.loads(json.dumps(make(ARTICLE)))
    elif one.makes == "text":
        assert isinstance(make(ARTICLE), str)
    elif one.makes == "table":
        make([ARTICLE], tmp_path / f"made{one.ending}")
        assert (tmp_path / f"made{one.ending}").exists()
    else:
        assert isinstance(make(report(collect([ARTICLE], by="week"))), str | bytes)
