"""Checks of the data that articles are read by: ids, sources, references, form."""

import re
from importlib.resources import files
from typing import get_args

import pytest

from vnmedia.articles._legacy import LegacyEncoding
from vnmedia.articles._phrases import Role
from vnmedia.articles._profiles import Profile
from vnmedia.registries import WordList, load, sources
from vnmedia.registries.checks import dangling, ids_and_form, unknown_sources

FILES = {
    "encodings.toml": LegacyEncoding,
    "layout.toml": WordList,
    "page_markup.toml": WordList,
    "page_profiles.toml": Profile,
    "word_lists.toml": WordList,
}


@pytest.mark.parametrize("file", FILES)
def test_records_are_sorted_sourced_and_in_form(file: str) -> None:
    """Ids are sorted ASCII, text is NFC, sources are known."""
    content = (files("vnmedia") / "data" / file).read_text(encoding="utf-8")
    registry = load(file, FILES[file])
    assert list(ids_and_form(registry, content)) == []
    assert list(unknown_sources(registry, sources())) == []


def test_words_and_phrases_are_in_lower_case_and_stand_once() -> None:
    """A list has each word once, as lines are compared."""
    assert {listed.role for listed in load("layout.toml", WordList).values()} == set(get_args(Role))
    for file in ("layout.toml", "word_lists.toml", "page_markup.toml"):
        for listed in load(file, WordList).values():
            assert len(set(listed.words)) == len(listed.words), listed.id
            assert all(word == word.lower() for word in listed.words), listed.id


def test_profiles_refer_to_what_there_is() -> None:
    """Platforms and publishers exist, hosts stand once, selectors are of the form that is read."""
    profiles = load("page_profiles.toml", Profile)
    assert list(dangling(profiles, "platform", lambda p: [p.platform] if p.platform else [], profiles)) == []
    hosts = [domain for profile in profiles.values() for domain in profile.domains]
    assert len(set(hosts)) == len(hosts)
    data = files("vnmedia") / "data"
    known = "\n".join((data / name).read_text("utf-8") for name in ("press.toml", "agencies.toml"))
    bodies = set(re.findall(r'^id = "(.+)"$', known, re.MULTILINE))
    assert [profile.agency for profile in profiles.values() if profile.agency not in {None, *bodies}] == []
    selectors = [
        selector
        for profile in profiles.values()
        for part in ("title", "lead", "body", "byline", "time", "section", "tags", "drop")
        for selector in getattr(profile, part)
    ]
    form = re.compile(r"\w*(?:[.#][\w-]+|\[(?:itemprop|data-role|pubdate)=[\w-]+\])")
    assert [selector for selector in selectors if not form.fullmatch(selector)] == []
