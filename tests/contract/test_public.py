"""What the package promises at its top: names, types, pickling, imports."""

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


@pytest.mark.parametrize("function", [f for f in vars(vnmedia).values() if inspect.isfunction(f)])
def test_public_functions_are_documented_with_an_example(function) -> None:
    """Each public function has a docstring with a doctest."""
    assert ">>>" in inspect.getdoc(function)


@pytest.mark.parametrize("model", MODEL)
def test_model_classes_are_frozen_slotted_and_keyword_only(model: type) -> None:
    """Every class of the model is frozen, has slots, and takes keywords alone."""
    assert "__dict__" not in dir(model)
    assert all(field.kw_only for field in attrs.fields(model))
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


def test_importing_reads_no_registry_and_builds_no_table() -> None:
    """Importing opens no data file, and pulls in none of the optional packages."""
    program = (
        "import sys, builtins\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "import vnmedia\n"
        "data = [name for name in opened if '/vnmedia/data/' in name.replace('\\\\', '/')]\n"
        "heavy = {'click', 'rich', 'lxml', 'pyarrow', 'pandas', 'trafilatura'} & set(sys.modules)\n"
        "sys.exit(f'{data} {sorted(heavy)}' if data or heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
