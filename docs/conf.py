"""Sphinx configuration."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "vnmedia"
author = "The vnmedia maintainers"
copyright = "2026, The vnmedia maintainers"
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "plain_api",
    "benchmark_tables",
    "rule_tables",
    "registry_tables",
]
exclude_patterns = ["_build", "_try"]
html_extra_path = [folder for folder in ["_try"] if (Path(__file__).parent / folder).is_dir()]  # docs/try.md
html_theme = "furo"
html_title = "vnmedia"
html_static_path = ["_static"]
html_css_files = ["registries.css"]
html_theme_options = {"light_css_variables": {"code-font-size": "75%"}}  # a line of code fits
language = "en"

nitpicky = True
# Names of the standard library and of attrs; the docs are built without a network to look them up.
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(datetime|dt|decimal|collections|typing|os|pathlib|re|enum|attr|attrs|dateutil|pyarrow|pyspark|spacy)\..*",
    ),
    ("py:class", r"vnmedia\.(registries|agencies\._graph|model\._inferred)\..*"),
    (
        "py:.*",
        r"(Decimal|Iterable|Iterator|Sequence|Mapping|Callable|Any|Path|PathLike|Literal|optional|"
        r"ValueError|TypeError|Exception)",
    ),
    ("py:class", r".*\b(V|V_co|C|T|W|R|S)$"),
]
autodoc_mock_imports = ["pyspark"]  # large, for two signatures
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True  # types by the names that users import
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
napoleon_use_ivar = True
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
doctest_test_doctest_blocks = ""
doctest_default_flags = 0
