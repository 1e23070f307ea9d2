"""Kills a batch at random moments, resumes it, and compares the result with an undisturbed one.

``python -m benchmarks.kills CORPUS FOLDER KILLS`` does it for a corpus of any size and prints figures.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

_RUN = (
    "import sys; from pathlib import Path; from vnmedia.batch import parse_corpus; "
    "parse_corpus([Path(sys.argv[1])], Path(sys.argv[2]), jobs=2, checkpoint_every=float(sys.argv[3]))"
)


def start(corpus: Path, output: Path, every: float) -> subprocess.Popen[bytes]:
    """A process that runs the batch."""
    return subprocess.Popen([sys.executable, "-c", _RUN, str(corpus), str(output), str(every)])


def kill_and_resume(corpus: Path, output: Path, moments: list[float], every: float) -> list[float]:
    """The share of the full result that each killed run left in the journal; the last run finishes.

    Args:
        corpus: The documents.
        output: The file of records.
        moments: The seconds after which the runs are killed, one after another.
        every: The seconds between two checkpoints.
    """
    left = []
    for moment in moments:
        process = start(corpus, output, every)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        part = output.with_name(f"{output.name}.part") / "records.jsonl"
        left.append(part.stat().st_size if part.exists() else 0)
    assert start(corpus, output, every).wait() == 0
    return [size / output.stat().st_size for size in left]


def main() -> None:
    """Run a batch undisturbed, then one that is killed again and again."""
    corpus, folder, kills = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(exist_ok=True)
    begin = time.monotonic()
    assert start(corpus, folder / "calm.jsonl", 2.0).wait() == 0
    calm = time.monotonic() - begin
    moments = [random.uniform(0.02, 1.8 / kills) * calm for _ in range(kills)]
    begin = time.monotonic()
    left = kill_and_resume(corpus, folder / "killed.jsonl", moments, 0.5)
    same = (folder / "calm.jsonl").read_bytes() == (folder / "killed.jsonl").read_bytes()
    print(f"undisturbed {calm:.1f} s; killed after {', '.join(f'{m:.1f}' for m in moments)} s with")
    print(f"{', '.join(f'{share:.0%}' for share in left)} written; in all {time.monotonic() - begin:.1f} s")
    print("identical to the byte" if same else "DIFFERENT")
    sys.exit(not same)


if __name__ == "__main__":
    main()
