"""The registries' JSON is what their TOML says, and never read where it is not."""

import json
from pathlib import Path

import pytest

from vnmedia import RegistryError
from vnmedia.registries import files

DATA = Path(files.__file__).parents[1] / "data"
TOML = sorted(path.name for path in DATA.glob("*.toml"))


@pytest.mark.parametrize("file", TOML)
def test_the_kept_tables_are_those_of_the_file(file: str) -> None:
    """Run ``python .ci/prebuilt.py`` where this fails."""
    content = (DATA / file).read_bytes()
    kept = (DATA / "prebuilt" / file).with_suffix(".json").read_text(encoding="utf-8")
    assert kept == files.prebuilt(content)
    assert files.tables_of(file) == files.parsed(file, content.decode())


def test_no_other_tables_are_kept() -> None:
    """A registry that is gone leaves nothing."""
    names = sorted(["lexicon", "communes", "expansions", *(Path(file).stem for file in TOML)])
    assert sorted(path.stem for path in (DATA / "prebuilt").iterdir()) == names


def test_what_is_made_of_files_is_made_anew_where_one_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kept value is read only while all files are those that it was made of."""
    stored = {"a.toml": b"a = 1", "b.toml": b"b = 2"}
    monkeypatch.setattr(files, "content_of", stored.__getitem__)
    stored["prebuilt/sum.json"] = files.derived_text(["a.toml", "b.toml"], lambda: {"sum": 3}).encode()

    def made() -> dict[str, int]:
        return files.derived("sum", ["a.toml", "b.toml"], lambda: {"sum": 4})

    assert made() == {"sum": 3}
    stored["b.toml"] = b"b = 3"
    assert made() == {"sum": 4}


@pytest.mark.parametrize("change", ['\n[[more]]\nid = "a"\n', "\n# A remark.\n", "\r\n"])
def test_a_changed_file_is_read_itself(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also before anybody has written its JSON anew."""
    content = (DATA / "law_gaps.toml").read_bytes() + change.encode()
    kept = (DATA / "prebuilt" / "law_gaps.json").read_bytes()
    stored = {"law_gaps.toml": content, "prebuilt/law_gaps.json": kept}
    monkeypatch.setattr(files, "content_of", stored.__getitem__)
    assert files.tables_of("law_gaps.toml") == files.parsed("law_gaps.toml", content.decode())


@pytest.mark.parametrize("kept", [None, b"", b"<<<<<<< HEAD\n{}", b'{"tables": {"a": []}}'])
def test_a_file_without_its_json_is_read_itself(kept: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a new one has none yet, or a merge left marks in it."""
    content = (DATA / "law_gaps.toml").read_bytes()

    def content_of(file: str) -> bytes:
        if file == "law_gaps.toml":
            return content
        if kept is None:
            raise FileNotFoundError(file)
        return kept

    monkeypatch.setattr(files, "content_of", content_of)
    assert files.tables_of("law_gaps.toml") == files.parsed("law_gaps.toml", content.decode())


def test_the_json_alone_is_parsed_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is what it is for."""
    monkeypatch.setattr(files, "parsed", None)
    assert all(map(files.tables_of, TOML))


def test_what_is_no_toml_says_where() -> None:
    """With the file's name."""
    with pytest.raises(RegistryError, match=r"bodies\.toml"):
        files.parsed("bodies.toml", "[[body")


def test_the_json_can_hold_what_the_toml_does() -> None:
    """Neither days nor numbers that JSON has not."""
    for file in TOML:
        tables = files.parsed(file, (DATA / file).read_text(encoding="utf-8"))
        assert json.loads(json.dumps(tables, allow_nan=False)) == tables
