"""The library is safe to call from many threads at once."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from vnmedia.registries import once

SEEDS = Path(__file__).parents[2] / "seeds"

# In a process of its own, where nothing is loaded yet: the threads meet at the registries' first use.
PROGRAM = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
import vnmedia

sys.setswitchinterval(1e-5)
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
together = Barrier(8)

def read(number):
    together.wait()
    return [vnmedia.dumps(vnmedia.parse_article(text)) for text in texts[number % 5:] + texts[:number % 5]]

with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(read, range(8)))
alone = [vnmedia.dumps(vnmedia.parse_article(text)) for text in texts]
assert all(sorted(some) == sorted(alone) for some in found)
print(len(found))
"""


def test_threads_that_begin_together_read_what_one_reads() -> None:
    """Eight threads over the seeds, from the first use of the registries on."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SEEDS)], capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "8\n", done.stderr


NAMES = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
import vnmedia

sys.setswitchinterval(1e-6)
together = Barrier(len(vnmedia.__all__))

def load(name):
    together.wait()
    return getattr(vnmedia, name)

with ThreadPoolExecutor(len(vnmedia.__all__)) as pool:
    found = list(pool.map(load, vnmedia.__all__))
assert found == [getattr(vnmedia, name) for name in vnmedia.__all__]
print("loaded")
"""


def test_threads_that_begin_together_load_every_name() -> None:
    """Each asks for another name of a package that has loaded none yet."""
    done = subprocess.run([sys.executable, "-c", NAMES], capture_output=True, text=True, timeout=120)
    assert done.stdout == "loaded\n", done.stderr


def test_what_takes_long_is_made_by_one_thread_alone() -> None:
    """Sixteen ask for it together; each argument has a value of its own."""
    made = []
    together = Barrier(16)

    @once
    def slow(name: str) -> list[str]:
        made.append(name)
        time.sleep(0.01)
        return [name]

    def ask(number: int) -> list[str]:
        together.wait()
        return slow("ab"[number % 2])

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(ask, range(16)))
    assert sorted(made) == ["a", "b"]
    assert all(value is found[number % 2] for number, value in enumerate(found))
