"""Worker processes that may die or take too long at any task.

``concurrent.futures`` gives up when one process dies, and cannot stop a task that takes too long. Here
each worker has a pipe of its own, and notes in shared memory which task it is at: when it dies or is late,
that task is known, the worker is replaced, and the others notice nothing. Tasks and answers are sent many at
a time, so that one parent keeps many workers busy.

Where the platform has ``forkserver``, workers are forked from a process that has read what every document
needs (``_warm``): each starts in milliseconds, and what none of them changes is in memory once. Elsewhere
they are spawned, and each reads it for itself before its first task; nothing else differs. They are never
forked from the caller: that would copy the locks of its threads, such as those that draw the progress bar,
and the other workers' pipes, which would then stay open when one dies.

``multiprocessing`` has one such server for all of a program. It stays until the program ends, so a second
batch starts at once. Where it runs already, because the program uses it for work of its own, workers are
forked from it as it is and read the rest by themselves; what the program wants loaded in it is left as it
was. It keeps the environment and limits that the program had when it started, and looks for modules where a
new interpreter does: where that is another vnmedia, workers say so, and are spawned instead.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from itertools import islice
from multiprocessing import connection, get_all_start_methods, get_context, parent_process
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

__all__ = ["Failure", "work"]

T = TypeVar("T")
R = TypeVar("R")

#: A worker gets a hand of tasks for about this many seconds, judged by its last hand: enough that it
#: rarely waits for the next, and few enough that no worker has much left when the others are done.
_HAND_SECONDS = 0.2
_FIRST_HAND, _LARGEST_HAND = 4, 64
#: A worker sends its answers after this many seconds, or when its hand is empty.
_TELL_EVERY = 0.05
#: How many tasks, for each worker, the newest one may be ahead of the oldest unfinished one.
_WINDOW = 256
#: The places where a worker notes how many tasks it has begun, and when it began the last.
_BEGUN, _SINCE = 0, 1
#: How often a task is tried when its worker dies, since something else may have killed the worker.
_ATTEMPTS = 2
#: What is imported before workers are forked, or before a spawned one begins.
_WARM = "vnmedia.batch._warm"
#: Held while the one server of this program is looked after.
_SERVER = threading.Lock()


@attrs.frozen
class Failure:
    """Why a task has no result.

    Attributes:
        error: The name of the error's class; ``Timeout`` or ``WorkerDied`` where no error was raised.
        reason: What happened.
    """

    error: str
    reason: str


@attrs.frozen
class _Task(Generic[T]):
    index: int
    task: T
    deaths: int = 0


def work(
    function: Callable[[T], R], tasks: Iterable[T], *, jobs: int, time_limit: float | None = None
) -> Generator[tuple[T, R | Failure], None, None]:
    """Each of *tasks* with its result, in the order in which they are finished.

    Args:
        function: The work to do on a task, in another process; it must pickle.
        tasks: The tasks, taken as they are needed, so there may be more than memory holds.
        jobs: How many processes.
        time_limit: The seconds that one task may take; a worker that takes longer is killed.

    Raises:
        RuntimeError: The worker processes do not start.
    """
    pool = _Pool(function, tasks, jobs, time_limit)
    try:
        yield from pool.results()
    finally:
        pool.close()


class _Worker(Generic[T]):
    """A process, and the tasks in its hand: those whose answers it has not sent."""

    def __init__(self, function: Callable[[T], object]) -> None:
        self._function = function
        self.hand: deque[_Task[T]] = deque()
        self._given, self._size = 0.0, 0  # when it was given its hand, and how many tasks
        self.forked = "forkserver" in get_all_start_methods()
        self.start()

    def start(self) -> None:
        if self.forked:
            try:
                self._start(_warm_server())
            except OSError:  # such as that this process was itself forked, and the server is another's child
                self.forked = False
            else:
                return
        self._start(get_context("spawn"))

    def spawn(self) -> None:
        """Replace a process that was forked from a server in which the code is not ours."""
        self.kill()
        self.forked = False
        self.start()

    def _start(self, context: ForkServerContext | SpawnContext) -> None:
        self.pipe, theirs = context.Pipe()
        self._at = context.RawArray("d", 2)
        self._told = 0
        self.wants = _FIRST_HAND
        self.ready = False
        self.process = context.Process(target=_serve, args=(self._function, theirs, self._at), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, tasks: list[_Task[T]]) -> None:
        self.hand.extend(tasks)
        self._given, self._size = time.monotonic(), len(tasks)
        with suppress(OSError):  # it is dead, which is noticed when its pipe is read
            self.pipe.send([task.task for task in tasks])

    def told(self, answers: int) -> list[_Task[T]]:
        """The tasks whose answers, *answers* in number, it has just sent."""
        self._told += answers
        tasks = [self.hand.popleft() for _ in range(answers)]
        if not self.hand:
            pace = (time.monotonic() - self._given) / self._size
            self.wants = round(min(max(_HAND_SECONDS / max(pace, 1e-6), 1), _LARGEST_HAND))
        return tasks

    @property
    def done(self) -> int:
        """How many tasks of its hand are done but not sent; it is at the next one, or has not begun it."""
        return max(0, int(self._at[_BEGUN]) - self._told - 1)

    @property
    def since(self) -> float | None:
        """When it began its current task; None where it has none."""
        at_one = self.hand and int(self._at[_BEGUN]) > self._told
        return self._at[_SINCE] if at_one else None

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Pool(Generic[T, R]):
    def __init__(
        self, function: Callable[[T], R], tasks: Iterable[T], jobs: int, time_limit: float | None
    ) -> None:
        self._tasks = (_Task(index, task) for index, task in enumerate(tasks))
        self._again: deque[_Task[T]] = deque()
        self._open: dict[int, None] = {}  # indices of the unfinished tasks, the oldest first
        self._taken = 0
        self._exhausted = False
        self._window = _WINDOW * jobs
        self._time_limit = time_limit
        self._function, self._jobs = function, jobs
        self._workers: list[_Worker[T]] = []

    def close(self) -> None:
        for worker in self._workers:
            worker.kill()

    def results(self) -> Iterator[tuple[T, R | Failure]]:
        for _ in range(self._jobs):
            self._workers.append(_Worker(self._function))
        while True:
            for worker in self._workers:
                self._supply(worker)
            if self._exhausted and not self._open:
                return
            for worker in self._wait():
                yield from self._listen(worker)
            for worker in self._workers:
                if self._left(worker) == 0 and not worker.pipe.poll():
                    yield from self._replace(
                        worker, Failure("Timeout", f"took longer than {self._time_limit:g} s")
                    )

    def _supply(self, worker: _Worker[T]) -> None:
        if worker.ready and not worker.hand and (tasks := self._next_hand(worker.wants)):
            worker.give(tasks)

    def _next_hand(self, size: int) -> list[_Task[T]]:
        """Tasks for an idle worker: first those whose worker died, then new ones within the window."""
        tasks = [self._again.popleft() for _ in range(min(size, len(self._again)))]
        oldest = next(iter(self._open), self._taken)
        room = min(size - len(tasks), oldest + self._window - self._taken)
        if room > 0 and not self._exhausted:
            new = list(islice(self._tasks, room))
            self._exhausted = len(new) < room
            self._taken += len(new)
            self._open.update((task.index, None) for task in new)
            tasks += new
        return tasks

    def _left(self, worker: _Worker[T]) -> float | None:
        """The seconds that *worker* still has for its task; None where there is no limit."""
        if self._time_limit is None or not worker.hand:
            return None
        now = time.monotonic()
        return max(0.0, (worker.since or now) + self._time_limit - now)

    def _wait(self) -> list[_Worker[T]]:
        """The workers that have sent something, as soon as one has; none when one is late."""
        left = [seconds for worker in self._workers if (seconds := self._left(worker)) is not None]
        spoken = connection.wait([worker.pipe for worker in self._workers], min(left, default=None))
        return [worker for worker in self._workers if worker.pipe in spoken]

    def _listen(self, worker: _Worker[T]) -> Iterator[tuple[T, R | Failure]]:
        try:
            answers: Any = worker.pipe.recv()
        except (EOFError, OSError):
            if worker.forked and not worker.ready:
                worker.spawn()
            else:
                yield from self._replace(worker, None)
            return
        if not worker.ready:
            worker.ready = answers == __file__
            if not worker.ready:
                worker.spawn()
            return
        tasks = worker.told(len(answers))
        for task in tasks:
            del self._open[task.index]
        self._supply(worker)  # first, since handling the answers takes time
        for task, answer in zip(tasks, answers, strict=True):
            yield task.task, answer

    def _replace(self, worker: _Worker[T], failure: Failure | None) -> Iterator[tuple[T, R | Failure]]:
        """Replace the process of *worker*; without a *failure*, its current task is tried again."""
        at = worker.done  # read before the kill: a late worker may just have begun the next task
        worker.kill()
        if not worker.ready:
            raise RuntimeError(
                f"a worker process ended with exit code {worker.process.exitcode} before it began; a script "
                'that starts a batch must do so under if __name__ == "__main__"'
            )
        if worker.hand:
            task = worker.hand[at]
            if failure is None and task.deaths + 1 < _ATTEMPTS:
                worker.hand[at] = attrs.evolve(task, deaths=task.deaths + 1)
            else:
                del worker.hand[at]
                del self._open[task.index]
                died = Failure("WorkerDied", f"its process ended with exit code {worker.process.exitcode}")
                yield task.task, failure or died
        self._again.extend(worker.hand)
        worker.hand.clear()
        worker.start()


def _warm_server() -> ForkServerContext:
    """A context whose server runs; if it did not run yet, it imports ``_WARM`` first."""
    from multiprocessing import forkserver, resource_tracker  # for POSIX alone

    context = get_context("forkserver")
    server = getattr(forkserver, "_forkserver", None)  # a public name sets what is wanted, and none reads it
    resource_tracker.ensure_running()  # which lets interrupts through when it starts
    with _SERVER:
        wanted = getattr(server, "_preload_modules", ["__main__"])
        # Not the main module: where it starts a batch outside a guard, the server would fail at it.
        context.set_forkserver_preload([*(name for name in wanted if name != "__main__"), _WARM])
        # An interrupt must not end the server in the middle of its imports: the parent decides about it.
        heeded = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heeded)
            context.set_forkserver_preload(wanted)
    return context


def _serve(function: Callable[[T], object], pipe: connection.Connection, at: Any) -> None:
    """The main function of a worker: answers each task of each hand, and notes in *at* which one it is at."""
    logging.getLogger("vnmedia").addHandler(logging.NullHandler())  # the records say what was corrected
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import_module(_WARM)
    # What is read is kept, so the collector need not look at it; a look would also copy what is shared. The
    # process is ours alone.
    gc.freeze()
    with suppress(EOFError, ConnectionError):  # the parent has ended
        pipe.send(__file__)
        while True:
            answers, told = [], time.monotonic()
            for task in pipe.recv():
                at[_SINCE] = time.monotonic()
                at[_BEGUN] += 1
                answers.append(_answer(function, task))
                if time.monotonic() - told > _TELL_EVERY:
                    pipe.send(answers)
                    answers, told = [], time.monotonic()
            if answers:
                pipe.send(answers)


def _end_with_parent() -> None:
    """End this process when its parent has ended, even in the middle of an endless task."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _answer(function: Callable[[T], R], task: T) -> R | Failure:
    try:
        return function(task)
    except Exception as error:  # noqa: BLE001 - one document must not end the work on a million others
        return Failure(type(error).__name__, str(error))
