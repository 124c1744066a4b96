"""Letters drawn beside this process: what is pure in a letter (its pages) is done by others, so that many take less time on a
machine with several cores. Who decides, signs and writes stays one.

A job is a function of a module that draws (``reports``) with its values: it is sent to another process, so both must be such
as can be sent. The processes are started anew, not copied (Windows can do no other, and a copy would hold the open office).
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import Self, TypeVar

K = TypeVar("K")
T = TypeVar("T")

MOST = 4
"""Processes: who decides and signs keeps few more of them busy, and each holds some 130 MB."""
FEW = 20
"""Letters: to start a process takes about as long as to draw so many."""


class Hands:
    """Who draws: other processes from the first job on, or with none this one. Close it, or use it as a context manager."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self, job: Callable[[], T]) -> Callable[[], T]:
        """Begin a job; its answer is asked for later, and raises what the job raises. Where the system lets no process start, or
        ended it, the job is done here."""
        if not self.count:
            return job
        try:
            begun: Future[T] = self._others().submit(job)
        except (BrokenProcessPool, OSError):
            return job

        def answer() -> T:
            try:
                return begun.result()
            except BrokenProcessPool:
                return job()

        return answer

    def close(self, *, wait: bool = True) -> None:
        """Let the others go; what they have not begun is not done. A window does not ``wait`` for them to end."""
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=True)
            self._pool = None

    def _others(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, get_context("spawn"), _ready)
        return self._pool


HERE = Hands(0)
"""This process draws, when the answer is asked for."""


def over(letters: int) -> Hands:
    """Hands for so many letters: one a core, none for a few letters or on one core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Hands(min(cores, MOST) if cores > 1 and letters >= FEW else 0)


def through(hands: Hands, jobs: Iterable[tuple[K, Callable[[], T]]]) -> Iterator[tuple[K, Callable[[], T]]]:
    """The answers of jobs in their order, each begun while those before it are drawn: as many ahead as keep all hands busy, no
    more, so that memory stays the same however many there are."""
    waiting: deque[tuple[K, Callable[[], T]]] = deque()
    for name, job in jobs:
        waiting.append((name, hands.begin(job)))
        if len(waiting) > 2 * hands.count:
            yield waiting.popleft()
    yield from waiting


def _ready() -> None:
    """A drawing process: it ends with its parent, leaves an interruption at the keyboard to that, and draws in one thread,
    because the others draw beside it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["RAYON_NUM_THREADS"] = "1"
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)
