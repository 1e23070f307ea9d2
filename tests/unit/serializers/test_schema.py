"""The record's JSON Schema changes with its version, or not at all."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

import pytest

from vnmedia.serializers.schema import VERSION, json_schema

DIGESTS = json.loads((Path(__file__).parents[2] / "data" / "schema_digests.json").read_text(encoding="utf-8"))
PUBLISHED = files("vnmedia.serializers").joinpath("schemas")


def test_the_published_schema_is_the_models() -> None:
    """The file of this version is what the model gives; if not: raise VERSION, run .ci/schema.py."""
    published = PUBLISHED.joinpath(f"record-{VERSION}.json").read_text("utf-8")
    assert json.loads(published) == json_schema(), (
        "raise VERSION in vnmedia/serializers/schema.py, then run python .ci/schema.py"
    )


@pytest.mark.parametrize("version", DIGESTS)
def test_a_published_schema_never_changes(version: str) -> None:
    """Each version that was published is there, to the byte."""
    published = PUBLISHED.joinpath(f"record-{version}.json").read_bytes()
    assert hashlib.sha256(published).hexdigest() == DIGESTS[version]
