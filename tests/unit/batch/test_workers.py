"""Unit tests of the worker processes: they may fail, be late, or die."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path

import pytest

import vnmedia
from vnmedia.batch._workers import Failure, work

pytestmark = pytest.mark.slow  # processes are started, killed and waited for


#: That of a program that finds this vnmedia, wherever it stands.
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(vnmedia.__file__).parents[1])}

forked = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="workers are spawned on this platform"
)


def behave(task: object) -> object:
    """What the workers of these tests do."""
    if isinstance(task, Path):  # dies the first time only
        if not task.exists():
            task.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return "second time"
    if task == "fail":
        raise ValueError("no")
    if task == "hang":
        time.sleep(600)
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "kill the server" and os.getppid() == sys.modules["vnmedia.batch._warm"].PROCESS:
        os.kill(os.getppid(), signal.SIGKILL)
        return None
    return task


def test_every_task_is_answered_though_some_fail_hang_or_kill_their_worker(tmp_path: Path) -> None:
    """What a task does to its worker costs no other task its result."""
    tasks = [0, "fail", 1, "die", 2, tmp_path / "seen", 3, "hang", *range(4, 60)]
    results = dict(work(behave, tasks, jobs=2, time_limit=2.0))
    assert len(results) == len(tasks)
    assert results.pop("fail") == Failure("ValueError", "no")
    assert results.pop("hang") == Failure("Timeout", "took longer than 2 s")
    assert results.pop("die") == Failure("WorkerDied", "its process ended with exit code -9")
    assert results.pop(tmp_path / "seen") == "second time"
    assert results == {task: task for task in range(60)}


def test_tasks_are_taken_as_they_are_needed() -> None:
    """An endless stream of tasks is no trouble."""
    assert sorted(result for _, result in islice(work(behave, count(), jobs=1), 40)) == list(range(40))


def test_no_tasks() -> None:
    """Nothing to do is done."""
    assert list(work(behave, [], jobs=2)) == []


def slowly(task: int) -> int:
    """Takes long enough that each answer travels alone."""
    time.sleep(0.06)
    return task


def test_a_slow_reader_of_the_answers_makes_no_worker_late() -> None:
    """Answers that wait to be read are no sign of a task that hangs."""
    results = []
    for _, result in work(slowly, range(32), jobs=1, time_limit=0.7):
        results.append(result)
        if len(results) == 1:
            time.sleep(2)
    assert results == list(range(32))


def test_a_death_costs_no_answer_that_was_not_told_yet(tmp_path: Path) -> None:
    """What a worker had done before it died is done again, and only the task that it died at is blamed."""
    tasks = ["die", 0, 1, "die", 2, tmp_path / "seen", 3]
    results = list(work(behave, tasks, jobs=1))
    assert sorted(result for task, result in results if isinstance(task, int)) == [0, 1, 2, 3]
    assert [task for task, result in results if isinstance(result, Failure)] == ["die", "die"]
    assert len(results) == len(tasks)


def broken_start() -> None:
    """Stands for a function that the worker cannot import."""


def test_workers_that_cannot_start_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no endless circle of new processes."""
    monkeypatch.setattr("vnmedia.batch._workers._serve", os._exit)
    with pytest.raises(RuntimeError, match="before it began"):
        list(work(broken_start, [1], jobs=1))


#: A program that starts workers; each says who it is, who forked it, and which process read the warm page.
PROGRAM = """
import multiprocessing, os, signal, sys, threading, time
from multiprocessing import forkserver
from vnmedia.batch._workers import work

def whose(task):
    warm = sys.modules["vnmedia.batch._warm"]
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    return os.getpid(), os.getppid(), warm.PROCESS, blocked

def asked():
    found = [result for _, result in work(whose, range(50), jobs=2)]
    assert all(isinstance(result, tuple) for result in found), found
    return found

def nothing():
    pass

if __name__ == "__main__":
"""


def said(tmp_path: Path, body: str, program: str = PROGRAM) -> str:
    """What *program* says in a fresh interpreter, whose folder is *tmp_path*."""
    script = tmp_path / "program.py"
    script.write_text(program + "".join(f"    {line}\n" for line in body.splitlines()), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=tmp_path,
        env=ENVIRONMENT,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@forked
def test_workers_are_forked_from_a_process_that_has_read_what_they_need(tmp_path: Path) -> None:
    """None of them reads it for itself, and a second batch has the same server."""
    body = """
first, second = asked(), asked()
servers = {(parent, warm) for _, parent, warm, _ in first + second}
[(parent, warm)] = servers
print(parent == warm != os.getpid())
"""
    assert said(tmp_path, body) == "True"


def test_workers_are_spawned_where_no_server_is(tmp_path: Path) -> None:
    """Each reads what it needs, before its first task."""
    body = """
from vnmedia.batch import _workers
_workers.get_all_start_methods = lambda: ["spawn"]
print(all(own == warm and parent == os.getpid() for own, parent, warm, _ in asked()))
"""
    assert said(tmp_path, body) == "True"


def test_spawned_workers_do_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What their tasks do to them is handled as it is with forked ones."""
    monkeypatch.setattr("vnmedia.batch._workers.get_all_start_methods", lambda: ["spawn"])
    tasks = [0, "fail", "die", tmp_path / "seen", "hang", 1, 2]
    results = dict(work(behave, tasks, jobs=2, time_limit=2.0))
    assert results == {
        0: 0,
        1: 1,
        2: 2,
        "fail": Failure("ValueError", "no"),
        "hang": Failure("Timeout", "took longer than 2 s"),
        "die": Failure("WorkerDied", "its process ended with exit code -9"),
        tmp_path / "seen": "second time",
    }


@forked
def test_a_server_of_the_callers_own_is_used_as_it_is(tmp_path: Path) -> None:
    """What it had asked to be loaded stays asked, and its start method stays what it was."""
    body = """
context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["json", "__main__"])
own = context.Process(target=nothing)
own.start()
own.join()
server = forkserver._forkserver._forkserver_pid
method = multiprocessing.get_start_method()
found = asked()
print(all(parent == server and warm == own for own, parent, warm, _ in found))
print(forkserver._forkserver._preload_modules, multiprocessing.get_start_method() == method)
"""
    assert said(tmp_path, body).splitlines() == ["True", "['json', '__main__'] True"]


@forked
def test_the_caller_may_use_the_server_afterwards(tmp_path: Path) -> None:
    """An interrupt reaches the caller's own processes, as it would without a batch."""
    body = """
found = asked()
context = multiprocessing.get_context("forkserver")
with context.Pool(1) as pool:
    own, parent, _, blocked = pool.apply(whose, (0,))
print(parent == found[0][1], blocked, forkserver._forkserver._preload_modules)
"""
    assert said(tmp_path, body) == "True False ['__main__']"


@forked
def test_an_interrupt_ends_no_server_that_begins(tmp_path: Path) -> None:
    """Ctrl-C reaches all processes of a terminal; what it means is for the parent to say."""
    body = """
from vnmedia.batch._workers import _warm_server
_warm_server()
server = forkserver._forkserver._forkserver_pid
for _ in range(3):
    os.kill(server, signal.SIGINT)
    time.sleep(0.1)
print({parent for _, parent, _, _ in asked()} == {server})
"""
    assert said(tmp_path, body) == "True"


@forked
def test_a_server_that_is_killed_costs_no_answer() -> None:
    """The workers that live go on, and those that die are forked from a new one."""
    tasks = [*range(20), "kill the server", "die", *range(20, 40)]
    results = dict(work(behave, tasks, jobs=2))
    assert len(results) == len(tasks)
    assert isinstance(results.pop("die"), Failure)
    assert results.pop("kill the server") is None
    assert all(task == result for task, result in results.items())


@forked
@pytest.mark.parametrize(
    "files",
    [
        {"__init__.py": ""},
        {
            "__init__.py": "",
            "batch/__init__.py": "",
            "batch/_warm.py": "",
            "batch/_workers.py": "def _serve(function, pipe, at):\n    pipe.send(None)\n    pipe.recv()\n",
        },
    ],
)
def test_another_vnmedia_that_the_server_finds_is_not_used(files: dict[str, str], tmp_path: Path) -> None:
    """It looks for modules in the folder where the caller stands; the caller did not."""
    (tmp_path / "here" / "vnmedia" / "batch").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / "here" / "vnmedia" / name).write_text(text, encoding="utf-8")
    body = """
os.chdir("here")
print({parent for _, parent, _, _ in asked()} == {os.getpid()})
"""
    assert said(tmp_path, body) == "True"


@forked
def test_a_forked_caller_has_workers_too(tmp_path: Path) -> None:
    """The server that it knows of is the child of another process."""
    body = """
asked()
child = os.fork()
if not child:
    os._exit(len(asked()))
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    assert said(tmp_path, body) == "50"


def test_callers_in_threads(tmp_path: Path) -> None:
    """Two batches at once, in threads, each with workers of its own."""
    body = """
found = []
threads = [threading.Thread(target=lambda: found.extend(asked())) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found), forkserver._forkserver._preload_modules)
"""
    assert said(tmp_path, body) == "100 ['__main__']"


def test_a_caller_without_a_guard_is_told(tmp_path: Path) -> None:
    """Its workers would run it again, each with workers of their own."""
    program = PROGRAM.replace('if __name__ == "__main__":', "asked()")
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "program.py")],
        capture_output=True,
        text=True,
        timeout=120,
        env=ENVIRONMENT,
    )
    assert "must do so under if __name__" in done.stderr.splitlines()[-1]


def test_a_kill_of_the_caller_ends_all(tmp_path: Path) -> None:
    """Workers and server, even in the middle of an endless task."""
    body = """
next(work(endless, range(8), jobs=2))
"""
    program = PROGRAM.replace(
        "def nothing():",
        "def endless(task):\n    print(os.getpid(), os.getppid(), flush=True)\n    time.sleep(600)\n\n"
        "def nothing():",
    )
    script = tmp_path / "program.py"
    script.write_text(program + "".join(f"    {line}\n" for line in body.splitlines()), encoding="utf-8")
    caller = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
    )
    assert caller.stdout is not None
    with caller.stdout as lines:
        processes = {int(one) for _ in range(2) for one in lines.readline().split()} - {caller.pid}
        caller.kill()
        caller.wait()
        assert lines.read() == ""  # all that could write there have ended
    assert len(processes) >= 2
