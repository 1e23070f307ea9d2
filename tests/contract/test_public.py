"""What the package promises at its top: names, types, pickling, imports."""

import ast
import inspect
import pickle
import subprocess
import sys

import attrs
import pytest

import vnmedia
from vnmedia import errors

MODEL = [
    getattr(vnmedia, name)
    for name in vnmedia.__all__
    if inspect.isclass(getattr(vnmedia, name)) and attrs.has(getattr(vnmedia, name))
]
ERRORS = [
    errors.BatchError("out.jsonl.part", "another process is at it"),
    errors.ParseError("date", "31/2", (0, 4), "no such day"),
    errors.RegistryError("agencies.toml", "bo-y-te", "parent", "no such id"),
    errors.SerializationError([("mentions[3].value.start", "not a day: '2020-13-01'")]),
    errors.SourceError("a.txt", "utf-8", "binary"),
    errors.VnMediaError("x"),
]


def test_all_is_sorted_and_complete() -> None:
    """__all__ is sorted, and each name in it exists."""
    assert vnmedia.__all__ == sorted(vnmedia.__all__)
    assert all(hasattr(vnmedia, name) for name in vnmedia.__all__)


def test_type_checkers_and_the_interpreter_find_the_same_names() -> None:
    """What stands in ``if TYPE_CHECKING`` is what is loaded on first use, from the same modules."""
    (block,) = [node for node in ast.parse(inspect.getsource(vnmedia)).body if isinstance(node, ast.If)][:1]
    read = {name.name: node.module for node in block.body for name in node.names}
    assert read == vnmedia._HOMES
    assert set(read) == set(vnmedia.__all__)


def test_names_and_modules_are_listed_before_they_are_loaded() -> None:
    """A fresh interpreter completes every public name, and says which name it does not know."""
    program = (
        "import vnmedia\n"
        "assert {'numbers', *vnmedia.__all__} <= set(dir(vnmedia))\n"
        "assert vnmedia.numbers.parse_number('7') == vnmedia.parse_number('7') == 7\n"
        "vnmedia.parse_artcle\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "module 'vnmedia' has no attribute 'parse_artcle'" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "function",
    [getattr(vnmedia, name) for name in vnmedia.__all__ if inspect.isfunction(getattr(vnmedia, name))],
)
def test_public_functions_are_documented_with_an_example(function) -> None:
    """Each public function has a docstring with a doctest."""
    assert ">>>" in inspect.getdoc(function)


@pytest.mark.parametrize("model", MODEL)
def test_model_classes_are_frozen_slotted_and_keyword_only(model: type) -> None:
    """Every class is frozen and has slots; those of the model take keywords alone."""
    assert "__dict__" not in dir(model)
    assert model is vnmedia.Tag or all(field.kw_only for field in attrs.fields(model))
    assert model.__setattr__ is not object.__setattr__
    assert model.__hash__ is not None


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_pickle_and_say_their_facts(error: errors.VnMediaError) -> None:
    """An error comes out of pickle as it was, and its message holds its facts."""
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
    assert all(str(part) in str(error) for part in vars(error).values() if isinstance(part, str))


def loaded(program: str) -> set[str]:
    """The modules that a fresh interpreter has when it has run *program*, less those it has anyway."""
    show = "import sys; before = set(sys.modules); exec(sys.argv[1]); print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", show, program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_loads_next_to_nothing() -> None:
    """Importing brings two modules of ours, nothing of others, and little of the standard library."""
    modules = loaded("import vnmedia")
    assert {name for name in modules if name.startswith("vnmedia")} == {"vnmedia", "vnmedia.notebook"}
    assert {name.partition(".")[0] for name in modules} <= sys.stdlib_module_names | {"vnmedia"}
    assert len(modules) <= 50


def test_one_kind_loads_no_other() -> None:
    """Whoever reads numbers waits for no registry of bodies."""
    kinds = {"vnmedia.agencies", "vnmedia.dates", "vnmedia.instruments", "vnmedia.statistics"}
    assert not kinds & loaded("from vnmedia import parse_number")
    assert kinds & loaded("from vnmedia import find_dates") == {"vnmedia.dates"}


def test_every_name_comes_without_the_optional_packages() -> None:
    """All public names together bring in the core dependencies alone, and none of them opens a data file."""
    program = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from vnmedia import *\n"
        "data = [name for name in opened if '/vnmedia/data/' in name.replace('\\\\', '/')]\n"
        "assert not data, data\n"
    )
    heavy = {"click", "dateparser", "fastwarc", "lxml", "numpy", "orjson", "pandas", "pyarrow", "rich"}
    assert not loaded(program) & heavy
