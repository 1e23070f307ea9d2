"""The issuers' agencies stand in the registry of agencies, those of the offices too."""

import pytest

import vnmedia
from vnmedia.instruments._issuer import OFFICES
from vnmedia.registries.agencies import bodies
from vnmedia.registries.instruments import issuer_codes


def test_each_agency_of_an_issuer_exists() -> None:
    """Ids, and names but for the variants that the registry has."""
    known = bodies()
    ids = {record.agency for record in issuer_codes().values()} | {id for _, id in OFFICES.values()}
    assert sorted(id for id in ids if id is not None and id not in known) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Nghị quyết liên tịch số 07/2011/NQLT/CP-UBTUMTTQVN ngày 05/5/2011 của Chính phủ và "
            "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam về phối hợp",
            ["Chính phủ", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"],
        ),
        (
            "Thông tư liên tịch số 21/2010/TTLT-BTC-BNV của Bộ Tài chính - Bộ Nội vụ hướng dẫn",
            ["Bộ Tài chính", "Bộ Nội vụ"],
        ),
        (
            "Thông tư liên tịch số 21/2010/TTLT-BTC-BNV-BYT của Bộ Tài chính, Bộ Nội vụ và Bộ Y tế",
            ["Bộ Tài chính", "Bộ Nội vụ", "Bộ Y tế"],
        ),
        ("Thông tư số 21/2010/TT-BTC của Bộ Tài chính và Bộ Nội vụ", ["Bộ Tài chính"]),
    ],
)
def test_a_joint_instrument_has_all_its_issuers(text: str, names: list[str]) -> None:
    """Bodies that follow the first one issued a joint instrument too, and no other."""
    (mention,) = vnmedia.find_instruments(text)
    value = mention.value
    assert [value.issuer.name, *(other.name for other in value.co_issuers)] == names
    assert mention.quote.endswith(names[-1])
