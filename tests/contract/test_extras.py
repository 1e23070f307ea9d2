"""What needs a package that is not installed says which extra brings it."""

import importlib
import sys

import pytest

from vnmedia.errors import ExtraError


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [
        ("vnmedia.arrow", "pyarrow", "arrow"),
        ("vnmedia.digest._docx", "docx", "digest"),
        ("vnmedia.measures", "pint", "units"),
        ("vnmedia.serializers.akn", "lxml", "akn"),
        ("vnmedia.serializers.arrow", "pyarrow", "arrow"),
        ("vnmedia.serializers.docbin", "spacy", "spacy"),
        ("vnmedia.serializers.duckdb", "duckdb", "duckdb"),
        ("vnmedia.spacy_component", "spacy", "spacy"),
        ("vnmedia.spark", "pyspark", "spark"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(
    module: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The import fails with the extra to install, whichever package is missing."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, module, raising=False)
    with pytest.raises(ExtraError) as error:
        importlib.import_module(module)
    assert error.value.extra == extra
    assert f"pip install 'vnmedia[{extra}]'" in str(error.value)
