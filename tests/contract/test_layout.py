"""Who looks for the unit tests of a module finds them in its place."""

from pathlib import Path

TOP = Path(__file__).parents[2]
SOURCE, UNIT = TOP / "src" / "vnmedia", TOP / "tests" / "unit"
#: What is tested but is no package of the library.
BESIDE = {"ci": "the scripts of .ci", "test_record.py": "the record, which every package has a part in"}


def test_unit_tests_mirror_the_packages() -> None:
    """A folder of tests is a package's; a file beside the folders is that of one module or package."""
    names = {path.stem for path in SOURCE.iterdir()}
    found = {path.name for path in UNIT.iterdir() if path.name[0] not in "_."}
    strange = {name for name in found if name.removeprefix("test_").removesuffix(".py") not in names}
    assert strange == set(BESIDE)
    folders = {path.name for path in UNIT.iterdir() if path.is_dir()}
    assert [name for name in sorted(folders) if (UNIT / f"test_{name}.py").exists()] == []
