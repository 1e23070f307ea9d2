"""Puts together the page that runs the library in the reader's browser: ``python docs/try/assemble.py OUT``.

The page needs files that the repository does not hold: Pyodide (from its npm package), the wheel of this
project, and the wheels of its core dependencies. What comes out is static: any web server can serve it.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PYODIDE = "pyodide@314.0.7"
#: What the page loads of it; its own console, maps and types stay out.
PARTS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
CORE = ("attrs", "cattrs", "python-dateutil", "six", "typing_extensions")


def assemble(out: Path) -> None:
    """Write the page and all it loads into the folder *out*, which is made anew.

    Raises:
        subprocess.CalledProcessError: pip, npm or the build of the wheel failed; what they said is printed.
    """
    shutil.rmtree(out, ignore_errors=True)
    (out / "pyodide").mkdir(parents=True)
    shutil.copy(HERE / "index.html", out)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PYODIDE], cwd=folder, check=True)
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as package:
            for part in PARTS:
                content = package.extractfile(f"package/{part}")
                assert content is not None
                (out / "pyodide" / part).write_bytes(content.read())
    wheels = out / "wheels"
    pip = [sys.executable, "-m", "pip"]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "wheel", *quiet, "-w", wheels, HERE.parents[1]], check=True)
    subprocess.run([*pip, "download", *quiet, "--only-binary", ":all:", "-d", wheels, *CORE], check=True)
    names = sorted(wheel.name for wheel in wheels.glob("*.whl"))
    (out / "wheels.json").write_text(json.dumps(names), encoding="utf-8")


if __name__ == "__main__":
    assemble(Path(sys.argv[1]))
