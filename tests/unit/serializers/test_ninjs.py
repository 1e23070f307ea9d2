"""ninjs: valid against IPTC's schema, and the article's own fields come back."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from tests.examples import examples
from tests.property.strategies import articles
from tests.unit.serializers.samples import HOSTILE, ORDINARY, SEEDS, frame, without_blanks

from vnmedia import Article
from vnmedia.serializers.ninjs import from_ninjs, to_ninjs

ROOT = Path(__file__).parents[3]
SAMPLES = [ORDINARY, HOSTILE, Article(text=""), *SEEDS]

#: The names that 3.0 spells in another way.
CAMEL = {
    "firstcreated": "firstCreated",
    "versioncreated": "versionCreated",
    "pubstatus": "pubStatus",
    "infosources": "infoSources",
    "altids": "altIds",
    "contenttype": "contentType",
    "charcount": "charCount",
    "wordcount": "wordCount",
}
SCHEMA_2 = (ROOT / "tests" / "data" / "ninjs-schema_2.0.json").read_text(encoding="utf-8")


def draft_4(schema: str) -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(
        json.loads(schema), format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )


def in_camel_case(schema: str) -> str:
    for plain, camel in CAMEL.items():
        schema = schema.replace(f'"{plain}": ', f'"{camel}": ')
    return schema


NINJS_2 = draft_4(SCHEMA_2)
#: The schema of 2.0 under the names of 3.0: what can be checked of 3.0 without its schema.
NEARLY_3 = draft_4(in_camel_case(SCHEMA_2))


@pytest.fixture(scope="session")
def ninjs_3(request: pytest.FixtureRequest) -> jsonschema.Draft202012Validator:
    """IPTC's schema of ninjs 3.0, which no package registry has: ``--ninjs-schema FILE`` says where it is."""
    file = Path(request.config.getoption("--ninjs-schema"))
    if not file.is_file():
        pytest.skip(f"no schema of ninjs 3.0 at {file}: give IPTC's file with --ninjs-schema")
    kind = jsonschema.Draft202012Validator
    validator = kind(json.loads(file.read_text(encoding="utf-8")), format_checker=kind.FORMAT_CHECKER)
    assert not validator.is_valid(to_ninjs(ORDINARY, version="2.0")), "that is no schema of 3.0"
    return validator


@given(articles())
@examples(20)
def test_an_item_validates_and_gives_the_frame_back(article: Article) -> None:
    """Items of both versions come back equal but for a day without a clock; those of 2.0 validate."""
    item, older = to_ninjs(article), to_ninjs(article, version="2.0")
    NINJS_2.validate(older)
    NEARLY_3.validate(item)
    day_alone = [
        name for name in ("published", "modified") if not isinstance(getattr(article, name), dt.datetime)
    ]
    for again in (from_ninjs(item), from_ninjs(older)):
        assert attrs.evolve(again, url=None, modified=None) == attrs.evolve(
            without_blanks(frame(article, *day_alone)), url=None, modified=None
        )


@given(article=articles())
@examples(100)
def test_a_generated_article_is_valid_ninjs_3(ninjs_3: Any, article: Article) -> None:
    """Whatever the article, IPTC's schema of 3.0 takes its item."""
    ninjs_3.validate(to_ninjs(article))


@pytest.mark.parametrize("article", SAMPLES)
def test_the_samples_and_seeds_are_valid_ninjs_3(ninjs_3: Any, article: Article) -> None:
    """So are those of the seeds and of the articles made by hand."""
    ninjs_3.validate(to_ninjs(article))


@pytest.mark.parametrize("article", SAMPLES)
def test_the_samples_are_valid_ninjs(article: Article) -> None:
    """The seeds and samples validate, and their organisations are those of the mentions."""
    item = to_ninjs(article, version="2.0")
    NINJS_2.validate(item)
    names = {mention.value.name for mention in article.agencies}
    assert {organisation["name"] for organisation in item.get("organisations", [])} == names


def test_another_version_is_refused() -> None:
    """What would be no ninjs is not written."""
    with pytest.raises(ValueError, match=r"version: '1\.0' is not one of 3\.0, 2\.0"):
        to_ninjs(ORDINARY, version="1.0")


def test_ninjs_3_spells_the_names_in_camel_case() -> None:
    """An item of 3.0 has the structure of 2.0 under the new names, and no old name."""
    item = to_ninjs(ORDINARY)
    NEARLY_3.validate(item)
    assert item["standard"]["version"] == "3.0"
    assert not any(f'"{plain}":' in json.dumps(item) for plain in CAMEL)
    assert all({"name", "uri"} <= set(picture) for picture in item["associations"])
