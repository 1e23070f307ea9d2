"""What the library makes without checks passes them all."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from tests.property.texts import texts

import vnmedia
from vnmedia.mentions import KINDS, find
from vnmedia.model import Context, Mention
from vnmedia.model._trusted import changed

SEEDS = Path(__file__).parents[2] / "seeds"
PAGES = Path(__file__).parents[1] / "pages"
EXAMPLES = "\n\n".join(
    sorted({example for kind in KINDS.values() for rule in kind.RULES for example in rule.examples})
)


def assert_sound(mention: Mention) -> None:
    """Built anew by its classes, which check each field, it is the same."""
    value, span = attrs.evolve(mention.value), attrs.evolve(mention.span)
    assert attrs.evolve(mention, span=span, value=value) == mention
    assert type(mention.inferred)(tuple(sorted(mention.inferred.items()))) == mention.inferred


@pytest.mark.parametrize("published", [None, "2020-12-17"])
def test_examples_give_sound_values(published: str | None) -> None:
    """The examples of all rules, on a day and without one."""
    found = find(EXAMPLES, Context(published=published))
    assert len(found) > 100
    for mention in found:
        assert_sound(mention)


def test_seeds_give_sound_values() -> None:
    """Whole articles."""
    for path in sorted(SEEDS.glob("*.txt")):
        article = vnmedia.parse_article(path)
        assert attrs.evolve(article) == article
        for mention in article.mentions:
            assert_sound(mention)
        for block in article.blocks:
            assert attrs.evolve(block, span=attrs.evolve(block.span)) == block


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_pages_give_sound_articles(path: Path) -> None:
    """Whatever a page states."""
    article = vnmedia.parse_article(path)
    assert attrs.evolve(article) == article


@given(texts)
def test_any_text_gives_sound_values(text: str) -> None:
    """Whatever stands in a text, by itself and in its article."""
    for mention in find(text, Context(published="2020-12-17")):
        assert_sound(mention)
    article = vnmedia.parse_article(text, media_type="text/plain")
    assert attrs.evolve(article) == article


def test_a_changed_copy_is_the_one_that_the_class_would_make() -> None:
    """With the new fields, and the old value as it was; a field that there is not is refused."""
    (mention,) = vnmedia.find_dates("đầu năm 2020")
    made = changed(mention.value, modifier="end", part_of_day="night")
    assert made == attrs.evolve(mention.value, modifier="end", part_of_day="night")
    assert mention.value.modifier == "start"
    with pytest.raises(AttributeError):
        changed(mention.value, year=2020)
