"""Unit tests of the worker processes: they may fail, be late, or die."""

import os
import signal
import time
from itertools import count, islice
from pathlib import Path

import pytest

from vnmedia.batch._workers import Failure, work

pytestmark = pytest.mark.slow  # processes are started, killed and waited for


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
