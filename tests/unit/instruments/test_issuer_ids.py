"""The issuers' agencies stand in the registry of agencies, those of the offices too."""

from vnmedia.instruments._issuer import OFFICES
from vnmedia.registries.agencies import bodies
from vnmedia.registries.instruments import issuer_codes


def test_each_agency_of_an_issuer_exists() -> None:
    """Ids, and names but for the variants that the registry has."""
    known = bodies()
    ids = {record.agency for record in issuer_codes().values()} | {id for _, id in OFFICES.values()}
    assert sorted(id for id in ids if id is not None and id not in known) == []
